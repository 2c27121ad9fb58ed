//! What the rules say of hits goes into the log: on which hit, by which version, and why.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::facts::{EMAIL_HITS_JUDGED, HitsJudged, MOST, TrackingFact, Verdict};
use pivotal_domain::email::tracking::machine::RULES;
use pivotal_domain::email::tracking::signal::Key16;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Append, Lane, NewJob};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::intake::fact_of;
use super::told_by;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::jobs::kinds;
use crate::jobs::queue::{Enqueued, JobQueue};

/// Beside the facts.
const SOURCE: &str = "rules";

/// Verdicts on hits, in facts of some hundred. Answers with the position of the last one; none where there is nothing to say.
pub async fn tell_verdicts(ctx: &Context, verdicts: &[Verdict]) -> Result<Option<i64>, CommandError> {
    if verdicts.is_empty() {
        return Ok(None);
    }
    let metadata = told_by(SOURCE);
    let mut append = Append::new(Lane::Bulk);
    for chunk in verdicts.chunks(MOST) {
        let batch = Uuid::now_v7();
        let judged = HitsJudged { batch, rules: RULES, verdicts: chunk.to_vec() };
        append.facts.push(fact_of(
            EMAIL_HITS_JUDGED,
            batch,
            &TrackingFact::EmailHitsJudged(judged),
            &metadata,
        )?);
    }
    Ok(Some(ctx.log.append(append).await?))
}

/// The texts of user agents by the keys that hits name them with.
pub async fn agents(ctx: &Context, keys: &[Key16]) -> Result<HashMap<Key16, String>, CommandError> {
    let mut wanted: Vec<Vec<u8>> = keys.iter().map(|key| key.0.to_vec()).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let rows = sqlx::query!("select key, text from guard.email_user_agents where key = any($1)", &wanted)
        .fetch_all(&ctx.log.pools.write)
        .await?;
    Ok(rows.into_iter().map(|row| (Key16::of(&row.key), row.text)).collect())
}

/// What the job is told that runs the rules of today over the hits of a time once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anew {
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

/// Answers with the job. While one waits or runs, another is not enqueued.
pub async fn judge_anew(queue: &JobQueue, actor: &Actor, anew: Anew) -> Result<Uuid, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    if anew.from >= anew.to {
        return Err(CommandError::rejected(Rejection::of_field(
            "to",
            "TIME_EMPTY",
            "The end must be after the beginning.",
        )));
    }
    let kind = kinds::EMAIL_JUDGE_ANEW;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, anew)?;
    job.unique_key = Some(kind.name.to_owned());
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    Ok(match queue.enqueue(&job).await? {
        Enqueued::New(id) | Enqueued::AlreadyOpen(id) => id,
    })
}
