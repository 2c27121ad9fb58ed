//! How far a run is, read back from its facts: what a new life of it goes on from.

use std::collections::HashSet;

use pivotal_domain::audience::contact_runs::{Ended, RunContact, RunCounts, RunFact, Told};
use uuid::Uuid;

use super::{CountsOf, RanOf};
use crate::context::Context;
use crate::error::CommandError;

pub struct Progressed<F: RunFact> {
    /// Chunks committed; the next one has this number.
    pub chunks: u32,
    pub counts: F::Counts,
    /// Contacts that are through: 16 bytes each, and some for the table.
    pub done: HashSet<Uuid>,
}

impl<F: RunFact> Progressed<F> {
    pub async fn read(ctx: &Context, run: Uuid) -> Result<Self, CommandError> {
        let mut progressed = Self { chunks: 0, counts: CountsOf::<F>::default(), done: HashSet::new() };
        for fact in facts::<F>(ctx, run, F::RAN).await? {
            if let Told::Ran(ran) = fact.told() {
                progressed.add(&ran);
            }
        }
        Ok(progressed)
    }

    pub fn add(&mut self, ran: &RanOf<F>) {
        self.chunks = ran.chunk + 1;
        self.counts.add(&ran.counts);
        self.done.extend(ran.contacts.iter().map(|contact| contact.id()));
    }
}

/// What was asked for; `None` when there is no such run.
pub async fn asked<F: RunFact>(ctx: &Context, run: Uuid) -> Result<Option<F::Asked>, CommandError> {
    let found = facts::<F>(ctx, run, F::ASKED).await?.pop();
    Ok(found.and_then(|fact| match fact.told() {
        Told::Asked(asked) => Some(asked),
        Told::Ran(_) | Told::Ended(_) => None,
    }))
}

/// How it ended; `None` while it has not.
pub async fn ended<F: RunFact>(ctx: &Context, run: Uuid) -> Result<Option<Ended<CountsOf<F>>>, CommandError> {
    let found = facts::<F>(ctx, run, F::ENDED).await?.pop();
    Ok(found.and_then(|fact| match fact.told() {
        Told::Ended(ended) => Some(ended),
        Told::Asked(_) | Told::Ran(_) => None,
    }))
}

async fn facts<F: RunFact>(ctx: &Context, run: Uuid, kind: &str) -> Result<Vec<F>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = $1 and about_id = $2 and kind = $3 order by global_position"#,
        F::ABOUT, run.to_string(), kind
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    payloads.iter().map(|payload| Ok(serde_json::from_str(payload)?)).collect()
}
