//! What may be asked for. The names are a contract: scripts rely on them.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

#[derive(Parser, Debug)]
#[command(
    name = "nawat",
    version,
    about = "An operating system for public service centres",
    after_help = "Example: nawat demo",
    max_term_width = 110
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Run the reference centre with a day that lives, to try everything in a browser
    #[command(after_help = "Example: nawat demo --speed 20")]
    Demo(Demo),
    /// Run a centre
    #[command(after_help = "Example: nawat serve --centre centres/bahrain-housing --data /var/lib/nawat")]
    Serve(Serve),
    /// Read a centre's definition and say every mistake in it
    #[command(after_help = "Example: nawat check centres/bahrain-housing")]
    Check(Check),
    /// Publish a changed centre's folder as the next version of its catalogue
    #[command(after_help = "Example: nawat publish centres/bahrain-housing --data /var/lib/nawat")]
    Publish(Publish),
    /// Make the days behind published counts, marked synthetic
    #[command(after_help = "Example: nawat synthesize --centre centres/bahrain-housing --quarter \
                      centres/bahrain-housing/quarter.csv --from 2017-11-01 --seed 1 --data /tmp/quarter")]
    Synthesize(Synthesize),
    /// Print the statistics of a period
    #[command(
        after_help = "Example: nawat report --data /tmp/quarter --from 2017-11-01 --to 2018-01-31 --lang ar"
    )]
    Report(Report),
    /// Live a scenario many times on the live engine, or hold the engine against closed forms
    #[command(
        after_help = "Example: nawat simulate scenarios/mm9.toml --replications 10000 --seed 1\n         \
                      nawat simulate --validate"
    )]
    Simulate(Simulate),
    /// Check that the record is whole
    #[command(after_help = "Example: nawat verify --data /var/lib/nawat")]
    Verify(Verify),
    /// Make the read models anew from the events
    #[command(after_help = "Example: nawat rebuild --data /var/lib/nawat")]
    Rebuild(Rebuild),
    /// Accounts of staff
    #[command(after_help = "Example: nawat user add fatima --role officer --data /var/lib/nawat")]
    User(User),
    /// Tokens for programs
    #[command(after_help = "Example: nawat token new --role supervisor --data /var/lib/nawat")]
    Token(Token),
    /// The clips that calls are spoken with
    #[command(after_help = "Example: nawat voice build centres/bahrain-housing")]
    Voice(Voice),
    /// Kiosks, displays and pads
    #[command(after_help = "Example: nawat device pair 482193 --data /var/lib/nawat")]
    Device(Device),
}

#[derive(Args, Debug)]
pub struct Demo {
    /// Port on the loopback address; 0 takes a free one
    #[arg(long, default_value_t = 7430)]
    pub port: u16,
    /// Hall time against real time
    #[arg(long, default_value_t = 1.0)]
    pub speed: f64,
    /// Where the day is kept; a temporary folder otherwise
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Whether simulated people come and serve
    #[arg(long, value_enum, default_value_t = People::Simulated)]
    pub people: People,
    /// Writes the address and the sign-ins here as JSON, once everything answers
    #[arg(long)]
    pub ready: Option<PathBuf>,
    /// Seed of the simulated people
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum People {
    Simulated,
    None,
}

#[derive(Args, Debug)]
pub struct Serve {
    /// Folder of the centre's definition; several may be given
    #[arg(long = "centre", required = true)]
    pub centres: Vec<PathBuf>,
    #[command(flatten)]
    pub place: Place,
    /// Address and port to listen on
    #[arg(long, default_value = "127.0.0.1:7430")]
    pub listen: SocketAddr,
    /// Writes the address and the first administrator here as JSON, once everything answers
    #[arg(long)]
    pub ready: Option<PathBuf>,
}

/// Where the data lie.
#[derive(Args, Debug)]
pub struct Place {
    /// Folder with the journal, the keys and the files
    #[arg(long)]
    pub data: PathBuf,
    /// Journal in PostgreSQL instead
    #[arg(long)]
    pub database: Option<String>,
    /// Which centre, where the folder holds several
    #[arg(long = "centre-id")]
    pub centre_id: Option<String>,
}

#[derive(Args, Debug)]
pub struct Check {
    pub folder: PathBuf,
    /// Mistakes as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Publish {
    pub folder: PathBuf,
    #[arg(long)]
    pub data: PathBuf,
}

#[derive(Args, Debug)]
pub struct Synthesize {
    /// Folder of the centre's definition
    #[arg(long)]
    pub centre: PathBuf,
    /// Published counts: columns kind, section, customers
    #[arg(long)]
    pub quarter: PathBuf,
    /// First day
    #[arg(long)]
    pub from: Date,
    /// Last day; three months otherwise
    #[arg(long)]
    pub to: Option<Date>,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[arg(long)]
    pub data: PathBuf,
    /// The outcome as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Report {
    #[arg(long)]
    pub data: PathBuf,
    /// Which centre, where the folder holds several
    #[arg(long)]
    pub centre: Option<String>,
    #[arg(long)]
    pub from: Date,
    /// Last day, included
    #[arg(long)]
    pub to: Date,
    #[arg(long, default_value = "en")]
    pub lang: String,
    #[arg(long, default_value = "text")]
    pub format: String,
    /// A file instead of standard output
    #[arg(long)]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct Simulate {
    /// The scenario, a TOML file
    #[arg(required_unless_present = "validate")]
    pub scenario: Option<PathBuf>,
    /// How often it is lived: 1000 days, or 8 days without end, where nothing is said
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    pub replications: Option<u64>,
    /// The same seed gives the same outcome, on any number of threads
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Threads; as many as there are cores where nothing is said
    #[arg(long)]
    pub threads: Option<std::num::NonZeroUsize>,
    /// The outcome as JSON
    #[arg(long)]
    pub json: bool,
    /// The language of the table: ar or en
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// Queues that are known exactly, against the live engine; fails where one does not come out
    #[arg(long, conflicts_with_all = ["scenario", "replications"])]
    pub validate: bool,
}

#[derive(Args, Debug)]
pub struct Verify {
    #[arg(long)]
    pub data: PathBuf,
    /// A line that an earlier verify printed (CENTRE DAY HASH), or its hash alone: must still be there
    #[arg(long)]
    pub head: Option<String>,
    /// Findings as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Rebuild {
    #[arg(long)]
    pub data: PathBuf,
}

#[derive(Args, Debug)]
pub struct User {
    #[command(subcommand)]
    pub what: UserCommand,
}

#[derive(Subcommand, Debug)]
pub enum UserCommand {
    /// Add an account; the password is read from standard input, or made and printed
    #[command(after_help = "Example: nawat user add fatima --role officer --data /var/lib/nawat")]
    Add {
        name: String,
        #[arg(long)]
        role: String,
        #[arg(long)]
        data: PathBuf,
    },
}

#[derive(Args, Debug)]
pub struct Token {
    #[command(subcommand)]
    pub what: TokenCommand,
}

#[derive(Subcommand, Debug)]
pub enum TokenCommand {
    /// Make a token and print it, once
    #[command(after_help = "Example: nawat token new --role supervisor --data /var/lib/nawat")]
    New {
        #[arg(long)]
        role: String,
        #[arg(long)]
        data: PathBuf,
    },
}

#[derive(Args, Debug)]
pub struct Voice {
    #[command(subcommand)]
    pub what: VoiceCommand,
}

#[derive(Subcommand, Debug)]
pub enum VoiceCommand {
    /// Speak a centre's clips with espeak-ng into its folder's voice/; recorded files are never touched
    #[command(after_help = "Example: nawat voice build centres/bahrain-housing")]
    Build(VoiceBuild),
}

#[derive(Args, Debug)]
pub struct VoiceBuild {
    /// Folder of the centre's definition
    pub folder: PathBuf,
}

#[derive(Args, Debug)]
pub struct Device {
    #[command(subcommand)]
    pub what: DeviceCommand,
}

#[derive(Subcommand, Debug)]
pub enum DeviceCommand {
    /// Confirm the code that a kiosk or display shows
    #[command(
        after_help = "Example: nawat device pair 482193 --name \"Kiosk at the door\" --data /var/lib/nawat"
    )]
    Pair {
        code: String,
        #[arg(long, default_value = "")]
        name: String,
        #[arg(long)]
        data: PathBuf,
    },
}
