//! What `serve` and `demo` share: the writer, the door, and how both end.

use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::serve::ListenerExt;
use nawat_journal::accounts::{Accounts, Role, User, secret_hash};
use nawat_journal::people::People;
use nawat_journal::{Hall, Writer};
use nawat_web::{AppParts, AppState, DemoSignIns};

use crate::clock::HallClock;
use crate::exit::Failure;
use crate::{print, secrets};

/// How often facts of accounts are written into the stream.
const FACTS_EVERY: Duration = Duration::from_secs(5);

/// A node with its writer running and its address bound.
pub struct Node {
    pub writer: Writer,
    pub accounts: Arc<Accounts>,
    pub people: Arc<People>,
    pub clock: Arc<HallClock>,
    thread: JoinHandle<()>,
    listener: std::net::TcpListener,
    pub address: SocketAddr,
    /// The centre's folder, where its sounds and pictures lie.
    folder: PathBuf,
    /// Set when the node is told to end.
    pub ending: Arc<AtomicBool>,
}

impl Node {
    /// Binds the address and starts the writer.
    pub fn start(
        data: &Path,
        folder: PathBuf,
        hall: Hall,
        clock: Arc<HallClock>,
        listen: SocketAddr,
    ) -> Result<Node, Failure> {
        let listener = bind(listen)?;
        let address = listener.local_addr().map_err(Failure::failed)?;
        let accounts = Arc::new(Accounts::open(data).map_err(Failure::failed)?);
        let people = Arc::new(People::open(data, &secrets::bytes::<64>()?).map_err(Failure::failed)?);
        let (writer, thread) = Writer::start(hall).map_err(Failure::failed)?;
        let ending = Arc::new(AtomicBool::new(false));
        Ok(Node { writer, accounts, people, clock, thread, listener, address, folder, ending })
    }

    /// Serves until somebody ends the process (SIGINT, SIGTERM); then what was told is made durable.
    /// `when_ready` is called once connections are taken.
    pub fn run(
        self,
        demo: Option<DemoSignIns>,
        when_ready: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let state = AppState::new(AppParts {
            writer: self.writer.clone(),
            accounts: self.accounts,
            people: self.people,
            clock: self.clock,
            demo,
            folder: Some(self.folder),
            metrics: self.address.ip().is_loopback(),
        })
        .map_err(Failure::failed)?;
        let runtime =
            tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::failed)?;
        let served = runtime.block_on(serve(state, self.listener, &self.ending, when_ready));
        self.ending.store(true, Ordering::SeqCst);
        runtime.shutdown_timeout(Duration::from_secs(2));
        self.writer.stop();
        let _ = self.thread.join();
        served
    }
}

fn bind(listen: SocketAddr) -> Result<std::net::TcpListener, Failure> {
    let bound = std::net::TcpListener::bind(listen).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    bound.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::failed(format!(
            "{listen} is in use by another program; stop it, or choose another port (0 takes a free one)"
        )),
        std::io::ErrorKind::PermissionDenied => {
            Failure::failed(format!("this user may not listen on {listen}; choose a port above 1023"))
        }
        _ => Failure::failed(format!("cannot listen on {listen}: {error}")),
    })
}

async fn serve(
    state: AppState,
    listener: std::net::TcpListener,
    ending: &AtomicBool,
    when_ready: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    // An answer of a few hundred bytes must not wait for the next one to fill a packet.
    let listener = tokio::net::TcpListener::from_std(listener).map_err(Failure::failed)?.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let facts = tokio::spawn(keep_facts(state.clone()));
    let waits = tokio::spawn(nawat_web::keep_waits(state.clone()));
    let app = nawat_web::router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    when_ready()?;
    let closing = state.clone();
    let told_to_end = async move {
        asked_to_end().await;
        // Live pages would hold their connections for ever.
        closing.close();
    };
    let served = axum::serve(listener, app).with_graceful_shutdown(told_to_end).await;
    ending.store(true, Ordering::SeqCst);
    facts.abort();
    waits.abort();
    served.map_err(Failure::failed)
}

async fn keep_facts(state: AppState) {
    loop {
        if nawat_web::keep_facts(&state).await.is_err() {
            print::progress(
                "facts of accounts could not be written into the journal; they wait and are tried again",
            );
        }
        tokio::time::sleep(FACTS_EVERY).await;
    }
}

async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} },
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}

/// How a token that a start made is told from others.
const MADE_AT_START: &str = "made at the start";

/// An account that was made for the start, with what it comes in by.
pub struct SignIn {
    pub role: Role,
    pub user: String,
    /// None where the account keeps the one it has.
    pub password: Option<String>,
    pub token: String,
}

/// Gives a role's account this name, a new password and a new token, whether it existed or not.
pub fn sign_in_for(accounts: &Accounts, role: Role, clock: &HallClock) -> Result<SignIn, Failure> {
    let now = nawat_web::HallClock::wall(clock);
    let (password, token) = (secrets::password()?, secrets::token()?);
    let hash =
        nawat_web::hash_password(&password).map_err(|_| Failure::failed("the system gives no randomness"))?;
    let user = role.as_str().to_owned();
    let id = match accounts.user_named(&user).map_err(Failure::failed)? {
        Some(known) => {
            accounts.set_password(known.id, &hash).map_err(Failure::failed)?;
            known.id
        }
        None => accounts.add_user(&user, role, &hash, now).map_err(Failure::failed)?,
    };
    accounts.add_token(&secret_hash(&token), role, Some(id), MADE_AT_START, now).map_err(Failure::failed)?;
    Ok(SignIn { role, user, password: Some(password), token })
}

/// Gives an account that exists a new token; its password stays.
pub fn token_for(accounts: &Accounts, known: &User, clock: &HallClock) -> Result<SignIn, Failure> {
    let (now, token) = (nawat_web::HallClock::wall(clock), secrets::token()?);
    let hash = secret_hash(&token);
    accounts.add_token(&hash, known.role, Some(known.id), MADE_AT_START, now).map_err(Failure::failed)?;
    Ok(SignIn { role: known.role, user: known.name.clone(), password: None, token })
}

/// Writes address, process and sign-ins for scripts; whole or not at all, and for this user alone: whoever
/// reads it may sign in.
pub fn write_ready(file: &Path, address: SocketAddr, sign_ins: &[SignIn]) -> Result<(), Failure> {
    let roles: serde_json::Map<_, _> = sign_ins
        .iter()
        .map(|it| {
            let said = serde_json::json!({ "user": it.user, "password": it.password, "token": it.token });
            (it.role.as_str().to_owned(), said)
        })
        .collect();
    let told = serde_json::json!({ "url": url(address), "pid": std::process::id(), "roles": roles });
    let beside = file.with_extension("part");
    let write = || {
        // One that was left behind keeps its rights otherwise.
        let _ = std::fs::remove_file(&beside);
        let mut part = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
        part.write_all(format!("{told}\n").as_bytes())?;
        std::fs::rename(&beside, file)
    };
    write().map_err(|error| {
        let file = file.display();
        Failure::failed(format!("cannot write {file}: {error}; choose another --ready"))
    })
}

/// The address for a browser on this machine.
pub fn url(address: SocketAddr) -> String {
    match address.ip() {
        ip if ip.is_loopback() || ip.is_unspecified() => format!("http://localhost:{}", address.port()),
        ip => format!("http://{ip}:{}", address.port()),
    }
}
