//! `pivotal import FILE`: the same steps as in the browser, from a terminal or a script.
//!
//! Joins the installation that the settings name. A worker that runs does the work; without one this process does it.

mod mapping;
mod preview;
pub mod progress;
mod rejects;
pub mod rules;
mod supplier;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use futures::{StreamExt, TryStreamExt};
use pivotal_commands::audience::imports::ended::{Ended, How, ended_import};
use pivotal_commands::audience::imports::file::detect::Detected;
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::audience::imports::upload::{UploadImport, look_at_file, upload_import};
use pivotal_commands::context::Context;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::imports::outcome::RunResult;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::used_before::used_before;
use tokio_util::io::ReaderStream;
use uuid::Uuid;

use self::rules::Rule;
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
    /// What the file is a list of: contacts, accounts, or both (people with their companies)
    #[arg(long, default_value_t = ImportKind::Both)]
    kind: ImportKind,
    /// Country of phone numbers that do not say theirs: a name or a two-letter code
    #[arg(long, alias = "country")]
    default_country: Option<String>,
    /// The client whose file it is, by name or id: records that it makes may be used for that client only
    #[arg(long, value_name = "CLIENT")]
    supplied_by: Option<String>,
    /// Which column goes where: `auto` (as the last file with these headings, or as suggested), or a JSON file with a list of
    /// {"column": "heading", "entity": "contact", "field": "email", "rule": "fill_empty"}
    #[arg(long, default_value = "auto")]
    mapping: String,
    /// How columns act on what is there: by_source, fill_empty, overwrite, never; for one field as in `city=never`
    #[arg(long)]
    rule: Vec<Rule>,
    /// Tell what would happen, and start nothing
    #[arg(long)]
    preview: bool,
    /// Do not ask before it starts
    #[arg(long, short)]
    yes: bool,
}

impl ImportCommand {
    /// 0: every row is in. 2: some rows were rejected. Anything that went wrong is an error, which ends with 1.
    pub async fn run(self, config: Config) -> anyhow::Result<ExitCode> {
        ensure!(
            self.yes || self.preview || std::io::stdin().is_terminal(),
            "nobody can be asked whether to start: add --yes to go ahead, or --preview to look first"
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
        // Before anything is uploaded: a misspelt client should leave nothing behind.
        let supplied_by = match self.supplied_by.as_deref() {
            Some(client) => Some(supplier::named(&ctx.log.pools.read, &actor, client).await?),
            None => None,
        };
        let id = self.upload(ctx, &actor, file).await?;
        let seen = look_at_file(ctx, &actor, id).await?;
        let mut mapping = self.mapping(backend, id, &seen).await?;
        rules::apply(&self.rule, &mut mapping)?;
        mapping::tell(&seen, &mapping);
        let default_country = self.default_country.clone();
        let map = MapImport { id, name: None, default_country, mapping, kind: self.kind, supplied_by };
        map_import(ctx, &actor, map).await?;
        if self.preview {
            return preview::run(backend, &actor, id).await;
        }
        if !self.yes && !agreed()? {
            say(
                "Nothing was imported. The file waits under Contacts > Bulk Import, in case you change your mind.",
            );
            return Ok(ExitCode::SUCCESS);
        }
        start_import(ctx, &actor, id, false).await?;
        let state = ctx.log.load::<Import>(id).await?.state;
        progress::follow(backend, state.job.context("the import was not started")?).await?;
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

    async fn mapping(
        &self,
        backend: &Backend,
        id: Uuid,
        seen: &Detected,
    ) -> anyhow::Result<Vec<ColumnMapping>> {
        if self.mapping != "auto" {
            return mapping::of_file(Path::new(&self.mapping), seen).await;
        }
        let (pool, format) = (&backend.context.log.pools.read, &seen.format);
        let before = used_before(pool, id, format.header_row, &format.headers).await?;
        let mapping = match before {
            Some(before) if before.kind == self.kind => {
                say(format!("Mapped as in {}, a file with the same headings.", before.name));
                before.mapping
            }
            _ => mapping::suggested(seen),
        };
        Ok(mapping.into_iter().filter(|column| self.kind.takes(column.entity, &column.field)).collect())
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
    tell_result(&ended.result, "read", "went in");
}

/// `read`: what was done with the rows; `went_in`: and with those that had a warning.
fn tell_result(result: &RunResult, read: &str, went_in: &str) {
    let outcomes = &result.outcomes;
    let all = [
        ("created", outcomes.created),
        ("updated", outcomes.updated),
        ("unchanged", outcomes.unchanged),
        ("merged in file", outcomes.merged_in_file),
        ("archived match", outcomes.matches_archived),
        ("rejected", outcomes.rejected),
        ("not run", outcomes.not_run),
    ];
    say(format!("{} rows {read}:", outcomes.read));
    for (name, rows) in all {
        say(format!("  {rows:>9} {name}"));
    }
    say(format!("{} rows {went_in} with a warning.", outcomes.warnings));
    say(format!("Accounts: {} created, {} updated.", result.accounts_created, result.accounts_updated));
}
