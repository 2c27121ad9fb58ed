//! Telling what became of recipients. The log settles the guard's rows with the fact and refuses one that fits them no more; whoever
//! comes second leaves out what is settled.

use std::collections::{BTreeMap, HashMap};

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::sending::facts::{
    ABOUT, EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, MOST_OUTCOMES, Outcome,
    OutcomesRecorded, SendingFact,
};
use pivotal_domain::email::sending::outcome::{Became, By, State, fits};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::{Append, JobProgress, Lane, NewFact};
use pivotal_log::error::LogError;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::ATTEMPTS;
use crate::suppression::suppressions::add::{Terms, add_in};

/// What is told of recipients of one campaign by one step.
#[derive(Debug, Clone)]
pub struct Told {
    pub campaign: Uuid,
    pub by: By,
    pub account: Option<String>,
    pub outcomes: Vec<Outcome>,
    /// Addresses that nobody has, as the provider said: nothing is sent there again.
    pub nobodys: Vec<EmailAddress>,
    pub progress: Option<JobProgress>,
}

/// How many were settled by it, and the position of the last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settled {
    pub count: usize,
    pub position: Option<i64>,
}

impl Told {
    pub fn new(campaign: Uuid, by: By, outcomes: Vec<Outcome>) -> Self {
        Told { campaign, by, account: None, outcomes, nobodys: Vec::new(), progress: None }
    }
}

/// In one append, with the suppressions that follow.
pub async fn settle(ctx: &Context, actor: &Actor, told: Told) -> Result<Settled, CommandError> {
    let Told { campaign, mut outcomes, .. } = told.clone();
    for _ in 0..ATTEMPTS {
        let append = append(ctx, actor, &told, &outcomes).await?;
        if append.is_empty() {
            return Ok(Settled::default());
        }
        match ctx.log.append(append).await {
            Ok(position) => {
                count(told.by, &outcomes);
                return Ok(Settled { count: outcomes.len(), position: Some(position) });
            }
            Err(LogError::Conflict) => outcomes = still_fitting(ctx, campaign, outcomes).await?,
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Conflict)
}

/// By outcome, and by the step that told of it.
fn count(by: By, outcomes: &[Outcome]) {
    let mut counts: BTreeMap<Became, u64> = BTreeMap::new();
    for outcome in outcomes {
        *counts.entry(outcome.o).or_default() += 1;
    }
    for (became, count) in counts {
        metrics::counter!("pivotal_email_settled_total", "outcome" => became.state().as_str(), "by" => by.as_str())
            .increment(count);
    }
}

async fn append(
    ctx: &Context,
    actor: &Actor,
    told: &Told,
    outcomes: &[Outcome],
) -> Result<Append, CommandError> {
    let (metadata, at) = (actor.metadata(), ctx.now());
    let mut append = Append::new(Lane::Bulk);
    append.progress = told.progress.clone();
    for chunk in outcomes.chunks(MOST_OUTCOMES) {
        let recorded = OutcomesRecorded {
            campaign: told.campaign,
            batch: Uuid::now_v7(),
            at,
            by: told.by,
            account: told.account.clone(),
            outcomes: chunk.to_vec(),
        };
        append.facts.push(NewFact {
            kind: EMAIL_OUTCOMES_RECORDED,
            version: EMAIL_OUTCOMES_RECORDED_VERSION,
            about_type: ABOUT,
            about_id: told.campaign,
            payload: serde_json::to_value(SendingFact::EmailOutcomesRecorded(recorded))?,
            metadata: metadata.clone(),
            personal: &[],
            subject: None,
        });
    }
    if told.nobodys.is_empty() {
        return Ok(append);
    }
    let read = |address: &EmailAddress| SuppressedKey::parse(Kind::Email, address.as_str(), None).ok();
    let keys: Vec<SuppressedKey> = told.nobodys.iter().filter_map(read).collect();
    let terms = Terms {
        reach: Reach::Global,
        reason: Reason::HardBounce,
        until: None,
        note: None,
        source: actor.source.clone(),
    };
    add_in(ctx, &mut append, &metadata, &terms, &keys).await?;
    Ok(append)
}

/// Without those that somebody else told of.
async fn still_fitting(
    ctx: &Context,
    campaign: Uuid,
    outcomes: Vec<Outcome>,
) -> Result<Vec<Outcome>, CommandError> {
    let contacts: Vec<Uuid> = outcomes.iter().map(|outcome| outcome.c).collect();
    let rows = sqlx::query!(
        "select contact, state, message from guard.email_recipients where campaign = $1 and contact = any($2)",
        campaign,
        &contacts
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let held: HashMap<Uuid, (Option<State>, Option<Uuid>)> =
        rows.into_iter().map(|row| (row.contact, (State::parse(&row.state), row.message))).collect();
    let fits = |outcome: &Outcome| match held.get(&outcome.c) {
        Some((Some(state), message)) => fits(*state, *message, outcome),
        Some((None, _)) | None => false,
    };
    Ok(outcomes.into_iter().filter(|outcome| fits(outcome)).collect())
}
