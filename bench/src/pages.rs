//! Many open pages at once: how long after a call each of them shows it. Half are hall displays, half are
//! phones with a ticket of their own, whose page differs from every other.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::client::{Failure, ask};

#[derive(clap::Args)]
pub struct Pages {
    /// Host and port of a demonstration without people, on this machine.
    #[arg(long)]
    address: std::net::SocketAddr,
    /// A supervisor's token.
    #[arg(long)]
    token: String,
    #[arg(long, default_value_t = 1_000)]
    pages: usize,
    #[arg(long, default_value_t = 20)]
    calls: usize,
}

/// A page that does not show a call within this time has lost it.
const LOST: Duration = Duration::from_secs(5);

impl Pages {
    pub async fn run(self) -> Result<(), Box<dyn std::error::Error>> {
        let told = |method: &'static str, path: &'static str, body: &'static str| {
            ask(self.address, &self.token, method, path, body)
        };
        let (displays, phones) = (self.pages / 2, self.pages - self.pages / 2);
        let cookie = self.display_cookie().await.map_err(|error| error.to_string())?;
        let mut streams = vec![("/live/display".to_owned(), Some(cookie)); displays];
        // Those who are called come first, so that every phone sees the line before it grow shorter.
        for number in 0..phones + self.calls {
            let ticket =
                told("POST", "/api/v1/tickets", r#"{"service":1}"#).await.map_err(|e| e.to_string())?;
            if number >= self.calls {
                let link = ticket["link"].as_str().unwrap_or_default();
                streams.push((format!("/live/ticket/{}", link.trim_start_matches("/t/")), None));
            }
        }
        told("POST", "/api/v1/counters/1/open", "{}").await.map_err(|error| error.to_string())?;
        let (heard, mut hears) = unbounded_channel();
        for (page, (path, cookie)) in streams.into_iter().enumerate() {
            let (address, heard) = (self.address, heard.clone());
            tokio::spawn(async move { listen(address, page, &path, cookie, &heard).await });
        }
        let mut latencies = Vec::new();
        let mut lost = 0;
        gather(&mut hears, self.pages, &mut Vec::new(), Instant::now()).await;
        for _ in 0..self.calls {
            tokio::time::sleep(Duration::from_millis(400)).await;
            while hears.try_recv().is_ok() {}
            told("POST", "/api/v1/counters/1/call-next", "{}").await.map_err(|error| error.to_string())?;
            let answered = Instant::now();
            lost += self.pages - gather(&mut hears, self.pages, &mut latencies, answered).await;
            told("POST", "/api/v1/counters/1/no-show", "{}").await.map_err(|error| error.to_string())?;
        }
        latencies.sort_unstable();
        let at = |share: f64| {
            let place = ((latencies.len() as f64 * share) as usize).min(latencies.len().max(1) - 1);
            latencies.get(place).map_or(0.0, |us| *us as f64 / 1_000.0)
        };
        println!(
            "{{\"pages\": {}, \"calls\": {}, \"lost\": {lost}, \"p50_ms\": {:.2}, \"p99_ms\": {:.2}, \"max_ms\": {:.2}}}",
            self.pages,
            self.calls,
            at(0.5),
            at(0.99),
            at(1.0)
        );
        Ok(())
    }

    /// A demonstration pairs a display at once; all displays of this measurement are that one.
    async fn display_cookie(&self) -> Result<String, Failure> {
        let mut stream = TcpStream::connect(self.address).await?;
        let host = format!("display.localhost:{}", self.address.port());
        let request = format!("GET /display HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: nawat_display="));
        let secret = cookie.and_then(|cookie| cookie.split(';').next()).ok_or("no display was paired")?;
        Ok(format!("nawat_display={secret}"))
    }
}

/// The first word of each page since `since`; how many spoke.
async fn gather(
    hears: &mut tokio::sync::mpsc::UnboundedReceiver<(usize, Instant)>,
    pages: usize,
    latencies: &mut Vec<u64>,
    since: Instant,
) -> usize {
    let mut spoke = vec![false; pages];
    let mut count = 0;
    while count < pages {
        let Ok(Some((page, at))) = tokio::time::timeout(LOST, hears.recv()).await else { break };
        if !std::mem::replace(&mut spoke[page], true) {
            count += 1;
            // A page may show the call before its caller has the answer.
            latencies.push(at.saturating_duration_since(since).as_micros() as u64);
        }
    }
    count
}

/// Reads one stream for as long as it lives, and tells of every page event.
async fn listen(
    address: std::net::SocketAddr,
    page: usize,
    path: &str,
    cookie: Option<String>,
    heard: &UnboundedSender<(usize, Instant)>,
) -> Result<(), Failure> {
    const MARK: &[u8] = b"event: page";
    let mut stream = TcpStream::connect(address).await?;
    let host = if cookie.is_some() { "display.localhost" } else { "localhost" };
    let cookie = cookie.map_or_else(String::new, |cookie| format!("cookie: {cookie}\r\n"));
    let port = address.port();
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: {host}:{port}\r\naccept: text/event-stream\r\n{cookie}\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut buffer = vec![0; 65_536];
    let mut rest: Vec<u8> = Vec::new();
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(());
        }
        let now = Instant::now();
        rest.extend_from_slice(&buffer[..read]);
        if rest.windows(MARK.len()).any(|window| window == MARK) {
            heard.send((page, now))?;
            rest.clear();
        } else if rest.len() > MARK.len() {
            // The mark may lie across two reads.
            rest.drain(..rest.len() - MARK.len());
        }
    }
}
