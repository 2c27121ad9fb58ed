//! Forgetting what has served its time, and what an erased person's mails were answered with.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::jobs::schedules::Schedule;

/// Longer than any signature is taken.
const KEYS_KEPT: TimeDelta = TimeDelta::days(40);
/// Reports of delivery come for a week; complaints for weeks.
const PROVIDER_IDS_KEPT: TimeDelta = TimeDelta::days(60);
const WORDS_KEPT: TimeDelta = TimeDelta::days(30);
/// Longer than any policy looks back for mails that came back for now (`MOST_SOFT_DAYS`), as in `guard.note_email_signals()`.
const SOFT_KEPT: TimeDelta = TimeDelta::days(366);
/// What nobody could read.
const PARKED_KEPT: TimeDelta = TimeDelta::days(7);
/// Rows deleted by one statement.
const BATCH: i64 = 5_000;

pub const SCHEDULE: Schedule =
    Schedule { name: "email-keys-cleanup", kind: kinds::EMAIL_KEYS_CLEANUP, cron: "10 3 * * *" };

/// The handler of [`kinds::EMAIL_KEYS_CLEANUP`].
#[derive(Debug, Clone)]
pub struct CleansEmailKeys(pub Context);

impl JobHandler for CleansEmailKeys {
    const KIND: &'static str = kinds::EMAIL_KEYS_CLEANUP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let (pool, now) = (&self.0.log.pools.write, self.0.now());
        loop {
            let keys = sqlx::query!(
                "delete from guard.email_signal_keys where key in (select key from guard.email_signal_keys where at < $1 limit $2)",
                now - KEYS_KEPT,
                BATCH
            )
            .execute(pool)
            .await?
            .rows_affected();
            let ids = sqlx::query!(
                "delete from guard.email_provider_ids where (account, id, message) in
                   (select account, id, message from guard.email_provider_ids where at < $1 limit $2)",
                now - PROVIDER_IDS_KEPT,
                BATCH
            )
            .execute(pool)
            .await?
            .rows_affected();
            if keys + ids == 0 {
                break;
            }
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
        }
        sqlx::query!("delete from jobs.email_soft_bounces where at[cardinality(at)] < $1", now - SOFT_KEPT)
            .execute(pool)
            .await?;
        sqlx::query!("delete from mail.signal_words where at < $1", now - WORDS_KEPT).execute(pool).await?;
        sqlx::query!(
            "delete from mail.inbox where parked is not null and received_at < $1",
            now - PARKED_KEPT
        )
        .execute(pool)
        .await?;
        Ok(JobEnd::Done)
    }
}

/// A person is erased: what servers said of their mails goes, those that the test mailbox took, and what came in that nobody could read
/// and that names them by an address or a mail. `values`: what they were known by. Can be done again.
pub async fn forget(ctx: &Context, contact: Uuid, values: &BTreeSet<String>) -> Result<(), CommandError> {
    // As it stands in mails and JSON, in forms, and in mails whose signs are written out.
    let addresses: Vec<String> = values
        .iter()
        .map(|value| value.to_lowercase())
        .filter(|value| value.contains('@'))
        .flat_map(|address| ["@", "%40", "=40"].map(|at| address.replace('@', at)))
        .collect();
    sqlx::query!(
        "delete from mail.inbox where id in (
           select i.id from mail.inbox i cross join lateral (select lower(encode(i.body, 'escape')) as said) b
           where i.parked is not null
             and (exists (select from unnest($2::text[]) as u(address) where position(u.address in b.said) > 0)
               or exists (select from guard.email_recipients r
                   where r.contact = $1 and r.message is not null and position(r.message::text in b.said) > 0)))",
        contact,
        &addresses
    )
    .execute(&ctx.log.pools.write)
    .await?;
    sqlx::query!(
        "delete from mail.mailbox where id in (
           select message from guard.email_recipients where contact = $1 and touched_at is not null and message is not null)",
        contact
    )
    .execute(&ctx.log.pools.write)
    .await?;
    sqlx::query!("delete from mail.signal_words where contact = $1", contact)
        .execute(&ctx.log.pools.write)
        .await?;
    Ok(())
}
