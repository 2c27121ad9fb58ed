//! `pivotal log`: tail, export, audit. Personal parts are shown as they are stored: sealed.

use std::io::{BufWriter, Write};
use std::time::Duration;

use anyhow::ensure;
use clap::Subcommand;
use pivotal_log::reader::{self, Entry, EntryKind};
use pivotal_log::seals;
use pivotal_projections::relay::message::read_all;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::compose::signals::stop_asked;
use crate::config::Config;

const BATCH: i64 = 1_000;
const LOOK: Duration = Duration::from_millis(250);

#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Print the newest entries, one line each
    Tail {
        /// How many
        #[arg(short = 'n', long, default_value_t = 20)]
        lines: i64,
        /// Go on with what comes, until Ctrl-C
        #[arg(short, long)]
        follow: bool,
    },
    /// Write every entry as a line of JSON, as it is stored
    Export {
        /// Continue after this position
        #[arg(long, default_value_t = 0)]
        after: i64,
    },
    /// Compare the log with its seals
    Audit,
}

impl LogCommand {
    pub async fn run(self, config: Config) -> anyhow::Result<()> {
        let backend = Backend::open(config, Ownership::Join).await?;
        let pool = backend.context.log.pools.read.clone();
        let done = match self {
            LogCommand::Tail { lines, follow } => tail(&pool, lines.max(0), follow).await,
            LogCommand::Export { after } => export(&pool, after).await,
            LogCommand::Audit => audit(&backend).await,
        };
        backend.close().await;
        done
    }
}

async fn tail(pool: &PgPool, lines: i64, follow: bool) -> anyhow::Result<()> {
    // Positions have few gaps: reading back as many positions as lines are wanted comes close enough.
    let mut after = (reader::head_of(pool).await? - lines).max(0);
    let mut stop = tokio::spawn(stop_asked());
    loop {
        let (entries, to) = next(pool, after).await?;
        for entry in &entries {
            say(line(entry));
        }
        after = to;
        if entries.is_empty() {
            if !follow {
                return Ok(());
            }
            // Only a timer and a signal in here, never a query: those must not be cut off.
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = &mut stop => return Ok(()),
            }
        }
    }
}

async fn export(pool: &PgPool, mut after: i64) -> anyhow::Result<()> {
    let mut out = BufWriter::new(std::io::stdout());
    loop {
        let (entries, to) = next(pool, after).await?;
        if entries.is_empty() {
            out.flush()?;
            return Ok(());
        }
        for entry in &entries {
            serde_json::to_writer(&mut out, &whole(entry)?)?;
            out.write_all(b"\n")?;
        }
        after = to;
    }
}

async fn audit(backend: &Backend) -> anyhow::Result<()> {
    let pools = &backend.context.log.pools;
    // What is complete and not sealed yet is sealed first, so that the answer covers everything.
    seals::seal_to_head(&pools.write).await?;
    let broken = seals::check(&pools.read).await?;
    for seal in &broken {
        say(format!("positions {} to {}: what is stored is not what was sealed", seal.from, seal.to));
    }
    ensure!(broken.is_empty(), "{} seals are broken: the log was changed behind our back", broken.len());
    say(format!("Every seal is intact, up to position {}.", reader::head_of(&pools.read).await?));
    Ok(())
}

async fn next(pool: &PgPool, after: i64) -> anyhow::Result<(Vec<Entry>, i64)> {
    let mut connection = pool.acquire().await?;
    let head = reader::head(&mut connection).await?;
    if head <= after {
        return Ok((Vec::new(), after));
    }
    Ok(read_all(&mut connection, after, head, BATCH).await?)
}

fn line(entry: &Entry) -> String {
    let metadata = entry.metadata();
    format!(
        "{:>9}  {}  {:<8} {}  {:<24} {} as {} by {}",
        entry.position,
        entry.recorded_at.format("%Y-%m-%d %H:%M:%S"),
        entry.about_type,
        entry.about_id,
        entry.name,
        metadata.actor,
        metadata.role,
        metadata.source
    )
}

fn whole(entry: &Entry) -> anyhow::Result<Value> {
    // Parsed and not copied: a stored text that is no JSON would break the line.
    let payload: &RawValue = serde_json::from_str(&entry.payload)?;
    let metadata: Value = serde_json::from_str(&entry.metadata)?;
    Ok(json!({
        "position": entry.position,
        "kind": match entry.kind { EntryKind::Event => "event", EntryKind::Fact => "fact" },
        "aboutType": entry.about_type,
        "aboutId": entry.about_id,
        "sequence": entry.sequence,
        "name": entry.name,
        "version": entry.version,
        "recordedAt": entry.recorded_at,
        "subject": entry.subject,
        "payload": serde_json::to_value(payload)?,
        "metadata": metadata,
    }))
}
