//! What this machine could do at best.

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use axum::{Json, Router, http::StatusCode, routing::post};
use rusqlite::{Connection, params};
use tokio::sync::oneshot;

type Failure = Box<dyn std::error::Error>;

async fn listen(port: u16, app: Router) -> Result<(), Failure> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    axum::serve(listener, app).await?;
    Ok(())
}

fn answer(id: i64) -> (StatusCode, Json<serde_json::Value>) {
    (StatusCode::CREATED, Json(serde_json::json!({ "id": id, "number": format!("D{id:03}"), "ahead": id })))
}

/// Parses the request, stores nothing, answers.
pub async fn bare(port: u16) -> Result<(), Failure> {
    let app =
        Router::new().route("/api/v1/tickets", post(|Json(_): Json<serde_json::Value>| async { answer(1) }));
    listen(port, app).await
}

fn open(file: &Path) -> Result<Connection, Failure> {
    let db = Connection::open(file)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.execute_batch(
        "create table events (stream text not null, seq integer not null, recorded integer not null,
           effective integer not null, payload text not null, hash blob not null, primary key (stream, seq))
           without rowid;
         create table visits (day integer not null, visit integer not null, ticket text not null,
           service integer not null, segment integer not null, arrived integer not null, place text not null,
           primary key (day, visit)) without rowid;",
    )?;
    Ok(db)
}

const PAYLOAD: &str = r#"{"by":"program","first":true,"event":{"ticket_issued":{"visit":100000,"ticket":{"series":1,"number":100000},"reference":"0123456789abcdef0123456789abcdef","service":1,"segment":0,"channel":"api","since":1700000000000}}}"#;

fn write(db: &Connection, seq: i64) -> rusqlite::Result<()> {
    db.prepare_cached("insert into events values (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
        "day/bench/2026-01-01",
        seq,
        1_700_000_000_000_i64,
        1_700_000_000_000_i64,
        PAYLOAD,
        [7u8; 32]
    ])?;
    db.prepare_cached("insert into visits values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
        20_000,
        seq,
        "D041",
        1,
        0,
        1_700_000_000_000_i64,
        "waiting"
    ])?;
    Ok(())
}

/// The same rows that a ticket makes, every waiting request in one synced transaction.
pub async fn rows(port: u16, file: &Path) -> Result<(), Failure> {
    let db = open(file)?;
    let (send, receive) = mpsc::sync_channel::<oneshot::Sender<i64>>(4096);
    std::thread::spawn(move || {
        let mut seq = 0;
        let mut waiting = Vec::new();
        while let Ok(first) = receive.recv() {
            waiting.push(first);
            waiting.extend(receive.try_iter().take(511));
            let group = || -> rusqlite::Result<()> {
                db.execute_batch("begin immediate")?;
                for offset in 0..waiting.len() as i64 {
                    write(&db, seq + offset + 1)?;
                }
                db.execute_batch("commit")
            };
            if let Err(error) = group() {
                eprintln!("the ceiling could not write: {error}");
                return;
            }
            for answer in waiting.drain(..) {
                seq += 1;
                let _ = answer.send(seq);
            }
        }
    });
    let handler = move |Json(_): Json<serde_json::Value>| {
        let send = send.clone();
        async move {
            let (done, written) = oneshot::channel();
            let told = send.send(done).is_ok();
            match written.await {
                Ok(id) if told => answer(id),
                _ => (StatusCode::SERVICE_UNAVAILABLE, Json(serde_json::Value::Null)),
            }
        }
    };
    listen(port, Router::new().route("/api/v1/tickets", post(handler))).await
}

/// One row, one commit, one sync, as fast as the disk goes.
pub fn commits(file: &Path, seconds: u64) -> Result<(), Failure> {
    let db = open(file)?;
    let started = Instant::now();
    let mut seq = 0;
    while started.elapsed() < Duration::from_secs(seconds) {
        seq += 1;
        db.execute_batch("begin immediate")?;
        write(&db, seq)?;
        db.execute_batch("commit")?;
    }
    println!("{{\"per_second\": {:.0}}}", seq as f64 / started.elapsed().as_secs_f64());
    Ok(())
}
