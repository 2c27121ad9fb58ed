//! The command line.

pub mod admin;
pub mod documents;
pub mod import;
pub mod log;
pub mod migrate;
pub mod rebuild;
pub mod sample;
pub mod say;
pub mod seed;
pub mod serve;
pub mod up;
pub mod verify;
pub mod work;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::config::logging::LoggingConfig;

/// Pivotal: a CRM for B2B demand generation. Without a command it runs everything in one process.
#[derive(Debug, Parser)]
#[command(name = "pivotal", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run everything in one process: database, files, work and web (the default)
    Up,
    /// Answer requests only; work happens in other processes
    Serve,
    /// Work only: projections, relay, jobs
    Work,
    /// Bring the database to this version
    Migrate,
    /// Fill in the sample company, or what is missing of it
    Seed,
    /// Import a file of contacts with their accounts; ends with 0, or 2 when rows were rejected
    Import(import::ImportCommand),
    /// Make contact files as messy as real ones, with the truth beside them
    Sample(sample::SampleCommand),
    /// Build read models anew from the log, beside the ones in use
    Rebuild {
        /// All of them unless named
        projections: Vec<String>,
    },
    /// Compare read models, guards and seals with a fresh fold of the log
    Verify {
        /// contacts, accounts, history, imports, identity, seals; all of them unless named
        parts: Vec<String>,
        /// Print the report as JSON
        #[arg(long)]
        json: bool,
    },
    /// Look into the log
    #[command(subcommand)]
    Log(log::LogCommand),
    /// Users with full rights
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Print the GraphQL schema
    Schema,
    /// Print the OpenAPI document
    Openapi,
}

impl Cli {
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let command = self.command.unwrap_or(Command::Up);
        match &command {
            // These describe the program and need no settings.
            Command::Schema => return documents::schema().map(|()| ExitCode::SUCCESS),
            Command::Openapi => return documents::openapi().map(|()| ExitCode::SUCCESS),
            Command::Sample(sample) => return sample.run().map(|()| ExitCode::SUCCESS),
            _ => {}
        }
        let config = Config::of_process()?;
        log_to_terminal(&config.logging);
        match command {
            Command::Up => up::up(config).await,
            Command::Serve => serve::serve(config).await,
            Command::Work => work::work(config).await,
            Command::Migrate => migrate::migrate(config).await,
            Command::Seed => seed::seed(config).await,
            Command::Import(import) => return import.run(config).await,
            Command::Rebuild { projections } => rebuild::rebuild(config, projections).await,
            Command::Verify { parts, json } => verify::verify(config, &parts, json).await,
            Command::Log(log) => log.run(config).await,
            Command::Admin(admin) => admin.run(config).await,
            Command::Schema | Command::Openapi | Command::Sample(_) => Ok(()),
        }
        .map(|()| ExitCode::SUCCESS)
    }
}

fn log_to_terminal(config: &LoggingConfig) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&config.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Fails only when a subscriber is there already.
    let _ = if config.json { builder.json().try_init() } else { builder.with_target(false).try_init() };
}
