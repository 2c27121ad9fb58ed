//! A run that whoever started an import asked for beforehand. The append that ends an import enqueues its job, and so it begins once;
//! the job tells of it when its turn comes, for there is nothing to follow before.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contact_runs::RunFact;
use pivotal_domain::audience::email_verification::facts::{Asked, EmailVerificationFact};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::identity::users::User;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewJob};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::Verification;
use super::run::RunVerification;
use crate::audience::contact_runs::{ContactRun, fact_of};
use crate::audience::record::asker::Asker;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::running::RunningJob;

/// Over the contacts that the import made or changed.
pub fn verify_after_import(import: Uuid, asker: &Asker, at: DateTime<Utc>) -> Result<NewJob, CommandError> {
    let run = Uuid::now_v7();
    let filter = ListFilter { import_id: Some(import), archived: Some(false), ..ListFilter::default() };
    let payload = RunVerification {
        run,
        asker: asker.clone(),
        filter: Some(filter),
        again: false,
        asked_at: at,
        after_import: Some(import),
    };
    let title = <Verification as ContactRun>::title(None);
    let mut job = NewJob::new(Uuid::now_v7(), Verification::JOB.name, title, payload)?;
    job.max_attempts = 20;
    job.priority = 2;
    job.link = Some(format!("{}/{run}", Verification::LINK));
    job.created_by = (!asker.user.is_nil()).then_some(asker.user);
    Ok(job)
}

/// Told once, however often the job is run.
pub(super) async fn tell_asked(
    ctx: &Context,
    job: &RunningJob,
    asked: &RunVerification,
    mailboxes: bool,
) -> Result<(), CommandError> {
    let Some(import) = asked.after_import else { return Ok(()) };
    let user = ctx.log.load::<User>(asked.asker.user).await?.state;
    let fact = EmailVerificationFact::EmailVerificationAsked(Asked {
        at: asked.asked_at,
        by: asked.asker.user,
        job: job.id,
        by_ids: false,
        expected: None,
        import: Some(import),
        again: asked.again,
        mailboxes,
    });
    let metadata = asked.asker.actor(&user).metadata();
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(fact_of(asked.run, EmailVerificationFact::ASKED, &fact, &metadata)?);
    append.idempotency = Some(IdempotencyKey {
        key: format!("{}:{}:asked", Verification::KEY, asked.run),
        fingerprint: Vec::new(),
        result: serde_json::Value::Null,
    });
    match ctx.log.append(append).await {
        Ok(_) | Err(LogError::Repeated(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
