//! Measurements, not tests: a load on one address, and the two ceilings that a durable ticket is held against.

mod ceilings;
mod client;
mod load;
mod pages;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Measures Nawat beside the ceilings of this machine; see bench/README.md")]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A handler that stores nothing: the first ceiling.
    Bare {
        #[arg(long)]
        port: u16,
    },
    /// A handler that writes the same rows, group-committed and synced, and does nothing else: the second.
    Rows {
        #[arg(long)]
        port: u16,
        #[arg(long)]
        file: std::path::PathBuf,
    },
    /// Single synced commits a second on this disk.
    Commits {
        #[arg(long)]
        file: std::path::PathBuf,
        #[arg(long, default_value_t = 3)]
        seconds: u64,
    },
    /// Requests against an address, closed loop or at a fixed rate.
    Load(load::Load),
    /// Open pages, and how long after a call each of them shows it.
    Pages(pages::Pages),
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Arguments::parse().what {
        What::Bare { port } => ceilings::bare(port).await,
        What::Rows { port, file } => ceilings::rows(port, &file).await,
        What::Commits { file, seconds } => ceilings::commits(&file, seconds),
        What::Load(load) => load.run().await,
        What::Pages(pages) => pages.run().await,
    }
}
