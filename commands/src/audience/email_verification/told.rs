//! A run that is told of at once, with findings that somebody brings along: sample data, which asks no network.

use std::collections::HashMap;

use pivotal_domain::audience::contact_runs::{End, RunFact};
use pivotal_domain::audience::email_verification::facts::{Asked, EmailVerificationFact, Ended};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use super::Verification;
use super::finding::Finding;
use crate::audience::contact_runs::chunk::ChunkOf;
use crate::audience::contact_runs::fact_of;
use crate::audience::contact_runs::progress::asked;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

/// Under an id of the caller's; told before, nothing happens. Answers the last position.
pub async fn tell_run(
    ctx: &Context,
    actor: &Actor,
    run: Uuid,
    findings: &HashMap<Uuid, Finding>,
) -> Result<Option<i64>, CommandError> {
    authorise_all(actor, Permission::EmailsVerify)?;
    if asked::<EmailVerificationFact>(ctx, run).await?.is_some() {
        return Ok(None);
    }
    let metadata = Metadata { correlation: Some(run), ..actor.metadata() };
    let asked = Asked {
        at: ctx.now(),
        by: actor.user_id,
        job: run,
        by_ids: true,
        expected: Some(findings.len() as u64),
        import: None,
        again: false,
        mailboxes: true,
    };
    let asked = EmailVerificationFact::EmailVerificationAsked(asked);
    tell(ctx, run, EmailVerificationFact::ASKED, asked, &metadata).await?;
    let chunk = ChunkOf { ctx, run, entity: Entity::Contact, number: 0, metadata: &metadata };
    let counts = chunk.keep::<Verification>(findings, |_| None).await?.ran.counts;
    let ended = Ended { at: ctx.now(), end: End::Completed, counts, error: None };
    let ended = EmailVerificationFact::EmailVerificationEnded(ended);
    tell(ctx, run, EmailVerificationFact::ENDED, ended, &metadata).await.map(Some)
}

async fn tell(
    ctx: &Context,
    run: Uuid,
    kind: &'static str,
    fact: EmailVerificationFact,
    metadata: &Metadata,
) -> Result<i64, CommandError> {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(fact_of(run, kind, &fact, metadata)?);
    Ok(ctx.log.append(append).await?)
}
