//! `nawat serve`: a centre that lives by the wall clock.

use std::sync::Arc;

use nawat_journal::accounts::Role;

use super::serving::{self, Node};
use super::{day_keeper, folder};
use crate::args::Serve;
use crate::clock::HallClock;
use crate::exit::Failure;
use crate::print;

pub fn run(arguments: &Serve) -> Result<(), Failure> {
    if arguments.place.database.is_some() {
        return Err(Failure::misused(
            "a journal in PostgreSQL is not there yet; leave --database out, and the journal lies in --data",
        ));
    }
    let [centre] = arguments.centres.as_slice() else {
        return Err(Failure::misused(
            "one node runs one centre so far; start one process a centre, each with its --data and --listen",
        ));
    };
    let definition = centre.clone();
    let centre = folder::centre(centre)?;
    let held = folder::hold(&arguments.place.data)?;
    let clock = Arc::new(HallClock::of_the_wall());
    let hall = folder::hall(&held, centre, clock.now())?;
    let node = Node::start(&arguments.place.data, definition, hall, Arc::clone(&clock), arguments.listen)?;
    let sign_in = sign_in(&node, arguments.ready.is_some())?;
    let (writer, people, ending) = (node.writer.clone(), Arc::clone(&node.people), Arc::clone(&node.ending));
    let keeper = std::thread::spawn(move || day_keeper::keep(&writer, &people, &clock, &ending));
    let (address, ready) = (node.address, arguments.ready.clone());
    let ended = node.run(None, move || {
        print::line(&format!("Nawat serves at {}", serving::url(address)))?;
        if let Some((user, password)) =
            sign_in.as_ref().and_then(|it| Some((&it.user, it.password.as_ref()?)))
        {
            print::line(&format!("First administrator: {user} with password {password}"))?;
        }
        match ready {
            Some(file) => serving::write_ready(&file, address, sign_in.as_slice()),
            None => Ok(()),
        }
    });
    let _ = keeper.join();
    ended
}

/// A centre that nobody may administer gets its first administrator. Where there is one already, a script
/// that waits for the ready file gets a token of theirs.
fn sign_in(node: &Node, for_script: bool) -> Result<Option<serving::SignIn>, Failure> {
    let users = node.accounts.users().map_err(Failure::failed)?;
    let administrators: Vec<_> = users.iter().filter(|user| user.role == Role::Administrator).collect();
    match administrators.iter().find(|user| !user.disabled) {
        Some(known) if for_script => serving::token_for(&node.accounts, known, &node.clock).map(Some),
        None if administrators.is_empty() => {
            serving::sign_in_for(&node.accounts, Role::Administrator, &node.clock).map(Some)
        }
        _ => Ok(None),
    }
}
