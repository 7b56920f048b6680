//! The built binary as a script meets it: its output, its exit codes, its door.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

/// The reference centre's folder.
pub fn centre() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../centres/bahrain-housing")
}

/// Runs a command to its end.
pub fn nawat(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nawat"));
    command.args(arguments).stdin(Stdio::null()).output().expect("nawat runs")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// A demonstration without simulated people, ended with the test.
pub struct Demo {
    process: Child,
    ready: Value,
}

impl Demo {
    pub fn start(data: &Path) -> Demo {
        let ready_file = data.with_extension("ready.json");
        let _ = std::fs::remove_file(&ready_file);
        let mut command = Command::new(env!("CARGO_BIN_EXE_nawat"));
        command.args(["demo", "--people", "none", "--port", "0", "--data", text(data)]);
        command.args(["--ready", text(&ready_file)]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = command.spawn().expect("nawat starts");
        for _ in 0..1_200 {
            if let Ok(told) = std::fs::read_to_string(&ready_file) {
                let ready = serde_json::from_str(&told).expect("the ready file is JSON");
                return Demo { process, ready };
            }
            if let Some(ended) = process.try_wait().expect("a process") {
                panic!("nawat ended before it was ready: {ended}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = process.kill();
        panic!("nawat was not ready within a minute");
    }

    pub fn ready(&self) -> &Value {
        &self.ready
    }

    /// A connection of its own that speaks with a role's token.
    pub fn caller(&self, role: &str) -> Caller {
        let url = self.ready["url"].as_str().expect("an address");
        let port: u16 = url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("nawat listens");
        stream.set_nodelay(true).expect("a socket");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a socket");
        let token = self.ready["roles"][role]["token"].as_str().expect("a token").to_owned();
        Caller { stream: BufReader::new(stream), token }
    }

    /// SIGKILL: nothing is tidied up.
    pub fn kill(mut self) {
        self.process.kill().expect("a process");
        self.process.wait().expect("a process");
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One connection, kept open over many requests.
pub struct Caller {
    stream: BufReader<TcpStream>,
    token: String,
}

impl Caller {
    pub fn get(&mut self, path: &str) -> (u16, Value) {
        self.ask("GET", path, "").expect("an answer")
    }

    pub fn post(&mut self, path: &str, body: &str) -> (u16, Value) {
        self.ask("POST", path, body).expect("an answer")
    }

    /// An answer's status and body; the error where the other end is gone.
    pub fn ask(&mut self, method: &str, path: &str, body: &str) -> std::io::Result<(u16, Value)> {
        let (token, length) = (&self.token, body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let gone = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(gone)?;
        let mut length = 0;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().map_err(|_| gone())?;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok((status, serde_json::from_slice(&body).unwrap_or(Value::Null)))
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        match self.stream.read_line(&mut line)? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}
