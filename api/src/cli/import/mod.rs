//! `pivotal import FILE`: the same steps as in the browser, from a terminal or a script.
//!
//! Joins the installation that the settings name. A worker that runs does the work; without one this process does it.

mod mapping;
mod progress;
mod rejects;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use clap::{Args, ValueEnum};
use futures::{StreamExt, TryStreamExt};
use pivotal_commands::audience::imports::ended::{Ended, How, ended_import};
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::audience::imports::upload::{UploadImport, look_at_file, upload_import};
use pivotal_commands::context::Context;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::identity::actor::Actor;
use tokio_util::io::ReaderStream;
use uuid::Uuid;

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::config::Config;

/// Some rows were rejected, all others are in.
const SOME_REJECTED: u8 = 2;

#[derive(Debug, Args)]
pub struct ImportCommand {
    /// A CSV file or a workbook (.xlsx)
    file: PathBuf,
    /// Of a workbook: the sheet to take; without it the first with rows
    #[arg(long)]
    sheet: Option<String>,
    /// Country of phone numbers that do not say theirs: a name or a two-letter code
    #[arg(long)]
    country: Option<String>,
    /// Which column goes where
    #[arg(long, value_enum, default_value_t = Mapping::Auto)]
    mapping: Mapping,
    /// Do not ask before it starts
    #[arg(long, short)]
    yes: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Mapping {
    /// As suggested by headings and values
    Auto,
}

impl ImportCommand {
    /// 0: every row is in. 2: some rows were rejected. Anything that went wrong is an error, which ends with 1.
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        ensure!(
            self.yes || std::io::stdin().is_terminal(),
            "nobody can be asked whether to start: add --yes to go ahead with the suggested mapping"
        );
        // Opened first: a misspelt name should not start a database.
        let file = tokio::fs::File::open(&self.file)
            .await
            .with_context(|| format!("{} cannot be read", self.file.display()))?;
        let backend = Backend::open(config, Ownership::Join).await?;
        let done = self.import(&backend, file).await;
        backend.close().await;
        done
    }

    async fn import(&self, backend: &Backend, file: tokio::fs::File) -> anyhow::Result<ExitCode> {
        let (ctx, actor) = (&backend.context, Actor::system("command line"));
        let id = self.upload(ctx, &actor, file).await?;
        let seen = look_at_file(ctx, &actor, id).await?;
        let mapping = match self.mapping {
            Mapping::Auto => mapping::suggested(&seen),
        };
        mapping::tell(&seen, &mapping);
        let map = MapImport {
            id,
            name: None,
            default_country: self.country.clone(),
            mapping,
            kind: ImportKind::Both,
        };
        map_import(ctx, &actor, map).await?;
        if !self.yes && !agreed()? {
            say(
                "Nothing was imported. The file waits under Contacts > Bulk Import, in case you change your mind.",
            );
            return Ok(ExitCode::SUCCESS);
        }
        start_import(ctx, &actor, id).await?;
        progress::follow(backend, id).await?;
        let ended = ended_import(ctx, &actor, id).await?.context("the import has not ended")?;
        tell(&ended);
        if let Some(key) = &ended.result.reject_file {
            let saved = rejects::save(ctx, &actor, id, key, &self.file).await?;
            say(format!("Rows with a problem, each with its reason: {}", saved.display()));
        }
        match ended.how {
            How::Completed if ended.result.outcomes.rejected > 0 => Ok(ExitCode::from(SOME_REJECTED)),
            How::Completed => Ok(ExitCode::SUCCESS),
            How::Cancelled => bail!("the import was cancelled; what was written until then stays"),
            How::Failed { error } => bail!("the import failed: {error}"),
        }
    }

    async fn upload(&self, ctx: &Context, actor: &Actor, file: tokio::fs::File) -> anyhow::Result<Uuid> {
        let file_name = name_of(&self.file);
        let input = UploadImport {
            file_name: file_name.clone(),
            sheet: self.sheet.clone(),
            body: ReaderStream::with_capacity(file, 1 << 18).into_stream().boxed(),
        };
        say(format!("Reading {file_name}"));
        Ok(upload_import(ctx, actor, input).await?.id)
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| "import.csv".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn agreed() -> anyhow::Result<bool> {
    say("Start the import? [y/N]");
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn tell(ended: &Ended) {
    let outcomes = &ended.result.outcomes;
    let all = [
        ("created", outcomes.created),
        ("updated", outcomes.updated),
        ("unchanged", outcomes.unchanged),
        ("merged in file", outcomes.merged_in_file),
        ("archived match", outcomes.matches_archived),
        ("rejected", outcomes.rejected),
        ("not run", outcomes.not_run),
    ];
    say(format!("{} rows read:", outcomes.read));
    for (name, rows) in all {
        say(format!("  {rows:>9} {name}"));
    }
    say(format!("{} rows went in with a warning.", outcomes.warnings));
    say(format!(
        "Accounts: {} created, {} updated.",
        ended.result.accounts_created, ended.result.accounts_updated
    ));
}
