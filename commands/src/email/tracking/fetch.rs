//! Mails that came in to our mailboxes go to the inbox. Killed anywhere, the same mails are fetched again and are known there.

use std::sync::Arc;

use chrono::TimeDelta;

use super::inbox::{Source, envelope, keep};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::jobs::schedules::Schedule;
use crate::ports::inbound_mailbox::{InboundFailure, InboundMailbox, Position};

pub const SCHEDULE: Schedule =
    Schedule { name: "email-inbound", kind: kinds::EMAIL_INBOUND, cron: "* * * * *" };

/// Mails of one question.
const MOST: usize = 50;
/// A mailbox that was never read is read from then on.
const BEGINS: TimeDelta = TimeDelta::days(2);

/// Mailboxes by the account whose replies come in to them.
pub type Mailboxes = Arc<[(String, Arc<dyn InboundMailbox>)]>;

/// The handler of [`kinds::EMAIL_INBOUND`].
#[derive(Clone)]
pub struct FetchesInbound {
    pub ctx: Context,
    pub mailboxes: Mailboxes,
}

impl JobHandler for FetchesInbound {
    const KIND: &'static str = kinds::EMAIL_INBOUND.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        for (account, mailbox) in self.mailboxes.iter() {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            match fetch(&self.ctx, account, mailbox.as_ref()).await {
                Ok(_) => {}
                Err(FetchError::Mailbox(error)) => {
                    metrics::counter!("pivotal_email_mailbox_failures_total", "account" => account.clone())
                        .increment(1);
                    // Others are read all the same, and this one is tried again the next minute.
                    tracing::warn!(%error, account, "the mailbox of an email account cannot be read");
                }
                Err(FetchError::Command(error)) => return Err(error.into()),
            }
        }
        Ok(JobEnd::Done)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error(transparent)]
    Mailbox(#[from] InboundFailure),
    #[error(transparent)]
    Command(#[from] CommandError),
}

/// All that came since the last time. Answers how many.
pub async fn fetch(ctx: &Context, account: &str, mailbox: &dyn InboundMailbox) -> Result<usize, FetchError> {
    let mut fetched = 0;
    loop {
        let position = position(ctx, account).await?;
        let behind = mailbox.behind(position, ctx.now() - BEGINS, MOST).await?;
        let Some(last) = behind.mails.last().map(|mail| mail.uid) else { return Ok(fetched) };
        for mail in &behind.mails {
            let said = format!("{}|{}|{}", behind.validity, mail.uid, mail.raw.len());
            let envelope = envelope(&ctx.log.blind, Source::Mail, account, &said);
            keep(ctx, Source::Mail, account, Some(&envelope), &mail.raw).await?;
        }
        fetched += behind.mails.len();
        advance(ctx, account, Position { validity: behind.validity, uid: last }).await?;
        if behind.mails.len() < MOST {
            return Ok(fetched);
        }
    }
}

async fn position(ctx: &Context, account: &str) -> Result<Option<Position>, CommandError> {
    let row = sqlx::query!("select validity, uid from jobs.inbound_mailboxes where account = $1", account)
        .fetch_optional(&ctx.log.pools.write)
        .await?;
    Ok(row.and_then(|row| {
        Some(Position { validity: u32::try_from(row.validity).ok()?, uid: u32::try_from(row.uid).ok()? })
    }))
}

async fn advance(ctx: &Context, account: &str, to: Position) -> Result<(), CommandError> {
    sqlx::query!(
        "insert into jobs.inbound_mailboxes (account, validity, uid, read_at) values ($1, $2, $3, $4)
         on conflict (account) do update set validity = excluded.validity, uid = excluded.uid, read_at = excluded.read_at",
        account,
        i64::from(to.validity),
        i64::from(to.uid),
        ctx.now()
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(())
}
