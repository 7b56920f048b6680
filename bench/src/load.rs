//! A bounded load on one local address: so many connections for so many seconds, closed loop, or open loop
//! at a fixed rate with latency counted from when each request was due (no coordinated omission).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;

#[derive(clap::Args)]
pub struct Load {
    /// Host and port on this machine.
    #[arg(long)]
    address: std::net::SocketAddr,
    #[arg(long, default_value = "/api/v1/tickets")]
    path: String,
    #[arg(long, default_value = "POST")]
    method: Method,
    #[arg(long, default_value = "")]
    body: String,
    #[arg(long, default_value = "")]
    token: String,
    #[arg(long, default_value_t = 64)]
    connections: usize,
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Requests a second, open loop. Without it: as fast as answers come.
    #[arg(long)]
    rate: Option<f64>,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

struct Seen {
    latencies_us: Vec<u64>,
    refused: u64,
}

impl Load {
    pub async fn run(self) -> Result<(), Box<dyn std::error::Error>> {
        if !self.address.ip().is_loopback() {
            return Err("only addresses on this machine are measured".into());
        }
        let load = Arc::new(self);
        let turn = Arc::new(AtomicU64::new(0));
        let started = Instant::now();
        let mut workers = Vec::new();
        for _ in 0..load.connections {
            let (load, turn) = (Arc::clone(&load), Arc::clone(&turn));
            workers.push(tokio::spawn(async move { load.one_connection(started, &turn).await }));
        }
        let mut all = Seen { latencies_us: Vec::new(), refused: 0 };
        for worker in workers {
            let seen = worker.await?.map_err(|error| error.to_string())?;
            all.latencies_us.extend(seen.latencies_us);
            all.refused += seen.refused;
        }
        let elapsed = started.elapsed().as_secs_f64();
        all.latencies_us.sort_unstable();
        let at = |share: f64| {
            let index =
                ((all.latencies_us.len() as f64 * share) as usize).min(all.latencies_us.len().max(1) - 1);
            all.latencies_us.get(index).map_or(0.0, |us| *us as f64 / 1_000.0)
        };
        println!(
            "{{\"per_second\": {:.0}, \"answers\": {}, \"refused\": {}, \"p50_ms\": {:.2}, \"p99_ms\": {:.2}, \"max_ms\": {:.2}}}",
            all.latencies_us.len() as f64 / elapsed,
            all.latencies_us.len(),
            all.refused,
            at(0.5),
            at(0.99),
            at(1.0)
        );
        Ok(())
    }

    async fn one_connection(&self, started: Instant, turn: &AtomicU64) -> Result<Seen, Failure> {
        let stream = tokio::net::TcpStream::connect(self.address).await?;
        stream.set_nodelay(true)?;
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        let mut seen = Seen { latencies_us: Vec::with_capacity(65_536), refused: 0 };
        let end = Duration::from_secs(self.seconds);
        loop {
            let due = match self.rate {
                None => started.elapsed(),
                Some(rate) => Duration::from_secs_f64(turn.fetch_add(1, Ordering::Relaxed) as f64 / rate),
            };
            if due >= end {
                return Ok(seen);
            }
            tokio::time::sleep_until((started + due).into()).await;
            let ok = self.ask(&mut sender).await?;
            seen.latencies_us.push((started.elapsed() - due).as_micros() as u64);
            seen.refused += u64::from(!ok);
        }
    }

    async fn ask(&self, sender: &mut SendRequest<Full<Bytes>>) -> Result<bool, Failure> {
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(&self.path)
            .header("host", self.address.to_string())
            .header("content-type", "application/json");
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        sender.ready().await?;
        let answer = sender.send_request(request.body(Full::from(self.body.clone()))?).await?;
        let ok = answer.status().is_success();
        answer.into_body().collect().await?;
        Ok(ok)
    }
}
