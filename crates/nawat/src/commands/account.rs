//! `nawat user`, `nawat token`, `nawat device`: who may come in. Works while the centre is served.

use std::io::{IsTerminal, Read};
use std::path::Path;

use nawat_journal::accounts::{Accounts, Role, secret_hash};

use crate::args::{Device, DeviceCommand, Token, TokenCommand, User, UserCommand};
use crate::clock::HallClock;
use crate::exit::Failure;
use crate::{print, secrets};

fn accounts(data: &Path) -> Result<Accounts, Failure> {
    if !data.is_dir() {
        let hint = "give the folder that is served as --data";
        return Err(Failure::failed(format!("there is no data folder {}; {hint}", data.display())));
    }
    Accounts::open(data).map_err(Failure::failed)
}

fn role(text: &str) -> Result<Role, Failure> {
    text.parse().map_err(Failure::misused)
}

pub fn user(arguments: &User) -> Result<(), Failure> {
    let UserCommand::Add { name, role: wanted, data } = &arguments.what;
    let role = role(wanted)?;
    let accounts = accounts(data)?;
    let typed = typed_password()?;
    let password = match &typed {
        Some(password) => password.clone(),
        None => secrets::password()?,
    };
    let hash =
        nawat_web::hash_password(&password).map_err(|_| Failure::failed("the system gives no randomness"))?;
    accounts.add_user(name, role, &hash, HallClock::of_the_wall().now()).map_err(Failure::failed)?;
    match typed {
        Some(_) => print::line(&format!("{name} may sign in as {role}.")),
        None => print::line(&format!("{name} may sign in as {role} with the password {password}")),
    }
}

/// A password piped in; none at a terminal, where it would be seen.
fn typed_password() -> Result<Option<String>, Failure> {
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut text = String::new();
    input
        .read_to_string(&mut text)
        .map_err(|error| Failure::failed(format!("cannot read the password: {error}")))?;
    let text = text.trim_end_matches(['\n', '\r']);
    match text.chars().count() {
        0 => Ok(None),
        1..10 => Err(Failure::misused("a password has 10 characters at least")),
        _ => Ok(Some(text.to_owned())),
    }
}

pub fn token(arguments: &Token) -> Result<(), Failure> {
    let TokenCommand::New { role: wanted, data } = &arguments.what;
    let role = role(wanted)?;
    let accounts = accounts(data)?;
    let secret = secrets::token()?;
    let now = HallClock::of_the_wall().now();
    accounts.add_token(&secret_hash(&secret), role, None, "command line", now).map_err(Failure::failed)?;
    print::line(&secret)
}

pub fn device(arguments: &Device) -> Result<(), Failure> {
    let DeviceCommand::Pair { code, name, data } = &arguments.what;
    let accounts = accounts(data)?;
    let device = accounts.pair(code.trim(), name, HallClock::of_the_wall().now()).map_err(Failure::failed)?;
    print::line(&format!("{} {} is paired.", device.kind.as_str(), device.id))
}
