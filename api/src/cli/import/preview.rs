//! `--preview`: what a run would come to.

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use pivotal_commands::audience::imports::ended::previewed_import;
use pivotal_commands::audience::imports::preview::start::preview_import;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{SOME_REJECTED, progress, tell_result};
use crate::cli::say::say;
use crate::compose::backend::Backend;

/// The import stays, mapped, for whoever wants to start it.
pub async fn run(backend: &Backend, actor: &Actor, id: Uuid) -> anyhow::Result<ExitCode> {
    let ctx = &backend.context;
    let asked = preview_import(ctx, actor, id).await?;
    let job = asked.state.previews.running.context("the preview was not started")?;
    progress::follow(backend, job).await?;
    let Some(result) = previewed_import(ctx, actor, id, job).await? else {
        bail!("there is no preview: it was cancelled, or the file cannot be read to its end");
    };
    tell_result(&result, "would come to", "would go in");
    say("Nothing was imported. The file waits under Contacts > Bulk Import.");
    let rejected = result.outcomes.rejected > 0;
    Ok(if rejected { ExitCode::from(SOME_REJECTED) } else { ExitCode::SUCCESS })
}
