//! The job of a dry run: what a rule would delete now and in the time to come, and what holds keep. It writes nothing but its
//! account, so killed anywhere it begins anew.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::suppression::retention::account::{Found, Item, NAMED};
use pivotal_domain::suppression::retention::command::RetentionCommand;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::{ID, RetentionRules};
use uuid::Uuid;

use super::due::{Asked, Due, page};
use super::held::held;
use super::start::RunDryRun;
use crate::audience::record::asker::asked_for;
use crate::context::Context;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds::RETENTION_DRY_RUN;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::old_contacts::OldContacts;
use crate::suppression::legal_holds::guard::Holds;

/// Looked at together.
const CHUNK: i64 = 1_000;
const SOON: Duration = Duration::days(30);
const LATER: Duration = Duration::days(90);

/// The handler of dry runs.
#[derive(Clone)]
pub struct DryRunsRetention {
    pub ctx: Context,
    pub contacts: Arc<dyn OldContacts>,
}

impl JobHandler for DryRunsRetention {
    const KIND: &'static str = RETENTION_DRY_RUN.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let RunDryRun { kind, keep } = job.payload()?;
        let (ctx, now) = (&self.ctx, self.ctx.now());
        let mut found = Found::default();
        if let Some(until) = keep.before(now + LATER) {
            let holds = Holds::read(ctx).await?;
            let (mut after, mut looked) = (Uuid::nil(), 0);
            loop {
                match job.stop() {
                    Some(Stop::Cancelled) => return Ok(JobEnd::Cancelled),
                    Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
                    None => {}
                }
                let asked = Asked { kind, before: until, after, limit: CHUNK };
                let due = page(ctx, &*self.contacts, asked).await?;
                let kept = held(ctx, &holds, kind.data(), &due).await?;
                for one in &due {
                    count(&mut found, one, kept.contains(&one.id), keep, now);
                }
                looked += due.len() as i64;
                job.report(looked, None, Some("Looking")).await?;
                match due.last() {
                    Some(last) if due.len() as i64 == CHUNK => after = last.id,
                    _ => break,
                }
            }
        }
        let metadata = asked_for(ctx, job, "retention").await?;
        let (at, run) = (ctx.now(), job.id);
        execute::<RetentionRules, _, _>(
            ctx,
            ID,
            &metadata,
            None,
            |loaded| {
                let found = found.clone();
                Ok(loaded.state.decide(RetentionCommand::EndDryRun { at, run, kind, keep, found })?)
            },
            no_jobs,
        )
        .await?;
        Ok(JobEnd::Done)
    }
}

fn count(found: &mut Found, due: &Due, is_held: bool, keep: Keep, now: DateTime<Utc>) {
    let by = |moment: DateTime<Utc>| keep.before(moment).is_some_and(|before| due.since < before);
    let item = Item { id: due.id, since: due.since };
    if by(now) {
        let (number, items) = match is_held {
            true => (&mut found.held, &mut found.held_items),
            false => (&mut found.now, &mut found.items),
        };
        *number += 1;
        if items.len() < NAMED {
            items.push(item);
        }
    } else if !is_held {
        found.next_90 += 1;
        found.next_30 += u64::from(by(now + SOON));
    }
}
