//! Starting the run: the event and its job are one transaction.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::preview;
use super::run::{KIND, RunImport};
use crate::audience::record::asker::Asker;
use crate::authorise::{authorise, authorise_all};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};

/// `verify_emails`: when the run has ended, the emails of the contacts it made or changed are verified.
pub async fn start_import(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    verify_emails: bool,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    if verify_emails {
        authorise(actor, Permission::EmailsVerify).map(drop)?;
    }
    let verify = verify_emails.then(|| Asker::of(actor));
    let (at, job) = (ctx.now(), Uuid::now_v7());
    let before = ctx.log.load::<Import>(id).await?.state;
    let started = execute::<Import, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::Start { at, job })?),
        |_, after| Ok(vec![run_job(id, job, &after.name, actor, verify.clone())?]),
    )
    .await?;
    preview::start::stop(ctx, &before).await?;
    Ok(started)
}

/// The job of a run. `verify`: for whom emails are verified afterwards, if they are.
pub(super) fn run_job(
    id: Uuid,
    job: Uuid,
    name: &str,
    actor: &Actor,
    verify: Option<Asker>,
) -> Result<NewJob, CommandError> {
    let run = RunImport { import_id: id, actor: actor.user_id, role: actor.role.as_str().to_owned(), verify };
    let mut new = NewJob::new(job, KIND, format!("Import {name}"), run)?;
    new.unique_key = Some(format!("{KIND}:{id}"));
    new.max_attempts = 20;
    new.link = Some(format!("/contacts/imports/{id}"));
    new.created_by = Some(actor.user_id);
    Ok(new)
}
