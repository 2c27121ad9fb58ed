//! The job that hands mails over to the queue when they are due: digests, and what is told at once. That one was handed over and its
//! job are one transaction, so nobody gets two of one day, wherever a process dies.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::digest::Period;
use pivotal_log::failpoint::{Failpoint, hit};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::queue::insert_in;
use crate::jobs::running::RunningJob;
use crate::jobs::schedules::Schedule;
use crate::mail::letter::Letter;
use crate::ports::notification_mail::{NotificationMail, Subscriber};

pub const SCHEDULES: &[Schedule] =
    &[Schedule { name: "notification-mails", kind: kinds::NOTIFICATION_MAILS, cron: "* * * * *" }];

/// A digest that could not be sent for so long is left out; the next one tells what it would have told.
const LATE: TimeDelta = TimeDelta::hours(20);
/// What was told a moment ago may not be in the lists yet: it waits for the next digest.
const SETTLES: TimeDelta = TimeDelta::minutes(2);
/// Longest that a digest looks back.
const LOOKS_BACK: TimeDelta = TimeDelta::days(14);
/// What could not be told by mail at once for so long is not told by mail any more.
const AT_ONCE_WITHIN: TimeDelta = TimeDelta::days(1);
/// Longer than anything looks back.
const KEPT: TimeDelta = TimeDelta::days(100);

/// The handler of [`kinds::NOTIFICATION_MAILS`].
#[derive(Clone)]
pub struct SendDueMails {
    pub ctx: Context,
    pub news: Arc<dyn NotificationMail>,
}

impl JobHandler for SendDueMails {
    const KIND: &'static str = kinds::NOTIFICATION_MAILS.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        for subscriber in self.news.subscribers().await? {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            self.digest(&subscriber).await?;
        }
        for (user, id) in self.untold().await? {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            self.tell(user, id).await?;
        }
        self.tidy().await?;
        Ok(JobEnd::Done)
    }
}

impl SendDueMails {
    /// Hands the digest over that is due, unless that was done. Answers whether it did.
    pub async fn digest(&self, subscriber: &Subscriber) -> Result<bool, CommandError> {
        let now = self.ctx.now();
        let due = |period: &Period| period.at > subscriber.set_at && now - period.at <= LATE;
        let Some(period) = subscriber.schedule.latest(now).filter(due) else { return Ok(false) };
        let (user, until) = (subscriber.user, now - SETTLES);
        let mut tx = self.ctx.log.pools.write.begin().await?;
        let last = sqlx::query_scalar!("select max(until) from mail.digests where user_id = $1", user)
            .fetch_one(&mut *tx)
            .await?;
        let since = last.unwrap_or(period.at - subscriber.schedule.every.length());
        let since: DateTime<Utc> = since.max(now - LOOKS_BACK);
        let job = Letter::Digest { user, since, until, tried: false }.job(&Actor::system("system"))?;
        let new = sqlx::query!(
            "insert into mail.digests (user_id, day, since, until, job_id) values ($1, $2, $3, $4, $5) on conflict (user_id, day) do nothing",
            user,
            period.day,
            since,
            until,
            job.id
        )
        .execute(&mut *tx)
        .await?;
        if new.rows_affected() == 0 {
            return Ok(false);
        }
        insert_in(&mut *tx, &job, now).await?;
        hit(Failpoint::DigestBeforeCommit);
        tx.commit().await?;
        Ok(true)
    }

    /// What is to be told at once, but for what was.
    async fn untold(&self) -> Result<Vec<(Uuid, i64)>, CommandError> {
        let since = self.ctx.now() - AT_ONCE_WITHIN;
        let mut waiting = self.news.at_once(since).await?;
        if waiting.is_empty() {
            return Ok(waiting);
        }
        let ids: Vec<i64> = waiting.iter().map(|(_, id)| *id).collect();
        let told = sqlx::query!(
            "select user_id, notification from mail.told_at_once where notification = any($1)",
            &ids
        )
        .fetch_all(&self.ctx.log.pools.write)
        .await?;
        let told: HashSet<(Uuid, i64)> =
            told.into_iter().map(|row| (row.user_id, row.notification)).collect();
        waiting.retain(|one| !told.contains(one));
        Ok(waiting)
    }

    /// Hands the mail of one notification over, unless that was done. Answers whether it did.
    pub async fn tell(&self, user: Uuid, id: i64) -> Result<bool, CommandError> {
        let now = self.ctx.now();
        let job = Letter::Notification { user, id }.job(&Actor::system("system"))?;
        let mut tx = self.ctx.log.pools.write.begin().await?;
        let new = sqlx::query!(
            "insert into mail.told_at_once (user_id, notification, at) values ($1, $2, $3) on conflict (user_id, notification) do nothing",
            user,
            id,
            now
        )
        .execute(&mut *tx)
        .await?;
        if new.rows_affected() == 0 {
            return Ok(false);
        }
        insert_in(&mut *tx, &job, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn tidy(&self) -> Result<(), CommandError> {
        let (pool, before) = (&self.ctx.log.pools.write, self.ctx.now() - KEPT);
        sqlx::query!("delete from mail.digests where until < $1", before).execute(pool).await?;
        sqlx::query!("delete from mail.told_at_once where at < $1", before).execute(pool).await?;
        Ok(())
    }
}
