//! What was told of single mails. For whoever was shown the campaign.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::signal::Kind;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

/// The first moments of a mail, and how often it was opened and clicked. What is not judged counts as a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseRow {
    pub message_id: Uuid,
    pub accepted_at: Option<DateTime<Utc>>,
    pub delivered_at: Option<DateTime<Utc>>,
    pub bounced_at: Option<DateTime<Utc>>,
    pub bounce_code: Option<String>,
    pub soft_bounced_at: Option<DateTime<Utc>>,
    pub soft_bounce_code: Option<String>,
    pub dropped_at: Option<DateTime<Utc>>,
    pub dropped_code: Option<String>,
    pub complained_at: Option<DateTime<Utc>>,
    pub unsubscribed_at: Option<DateTime<Utc>>,
    pub replied_at: Option<DateTime<Utc>>,
    pub auto_replied_at: Option<DateTime<Utc>>,
    pub opened_at: Option<DateTime<Utc>>,
    pub clicked_at: Option<DateTime<Utc>>,
    pub opens: i32,
    pub clicks: i32,
    pub machine_opens: i32,
    pub machine_clicks: i32,
}

/// One thing that was told of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    pub kind: Kind,
    pub at: DateTime<Utc>,
    /// Why, of what came back.
    pub code: Option<String>,
    /// Number of the link, of a click.
    pub link: Option<i32>,
    /// Of an open or a click; `None`: not judged yet.
    pub by_program: Option<bool>,
}

impl ResponseRow {
    /// What it came to by people, as reports count it, in the order in which it goes.
    pub fn kinds(&self) -> Vec<Kind> {
        let soft = self.soft_bounced_at.is_some_and(|at| {
            self.bounced_at.is_none() && self.delivered_at.is_none_or(|delivered| delivered <= at)
        });
        let holds = [
            (Kind::Accepted, self.accepted_at.is_some()),
            (Kind::Delivered, self.delivered_at.is_some()),
            (Kind::BouncedSoft, soft),
            (Kind::BouncedHard, self.bounced_at.is_some()),
            (Kind::Dropped, self.dropped_at.is_some()),
            (Kind::Opened, self.opened_at.is_some()),
            (Kind::Clicked, self.clicked_at.is_some()),
            (Kind::Replied, self.replied_at.is_some()),
            (Kind::AutoReplied, self.auto_replied_at.is_some()),
            (Kind::Unsubscribed, self.unsubscribed_at.is_some()),
            (Kind::Complained, self.complained_at.is_some()),
        ];
        holds.into_iter().filter(|(_, holds)| *holds).map(|(kind, _)| kind).collect()
    }

    /// Its first moments, but those of hits, which have moments of their own.
    fn firsts(self) -> Vec<StepRow> {
        let told = [
            (Kind::Accepted, self.accepted_at, None),
            (Kind::Delivered, self.delivered_at, None),
            (Kind::BouncedSoft, self.soft_bounced_at, self.soft_bounce_code),
            (Kind::BouncedHard, self.bounced_at, self.bounce_code),
            (Kind::Dropped, self.dropped_at, self.dropped_code),
            (Kind::Replied, self.replied_at, None),
            (Kind::AutoReplied, self.auto_replied_at, None),
            (Kind::Unsubscribed, self.unsubscribed_at, None),
            (Kind::Complained, self.complained_at, None),
        ];
        let step = |(kind, at, code): (Kind, Option<DateTime<Utc>>, Option<String>)| {
            at.map(|at| StepRow { kind, at, code, link: None, by_program: None })
        };
        told.into_iter().filter_map(step).collect()
    }
}

/// When a row `m` of `read.email_messages` counts as this in a report.
pub(crate) fn condition(kind: Kind) -> &'static str {
    match kind {
        Kind::Accepted => "m.accepted_at is not null",
        Kind::Delivered => "m.delivered_at is not null",
        Kind::Deferred => "m.deferrals > 0",
        Kind::BouncedHard => "m.bounced_at is not null",
        Kind::BouncedSoft => {
            "m.soft_bounced_at is not null and m.bounced_at is null and (m.delivered_at is null or m.delivered_at <= m.soft_bounced_at)"
        }
        Kind::Dropped => "m.dropped_at is not null",
        Kind::Complained => "m.complained_at is not null",
        Kind::Unsubscribed => "m.unsubscribed_at is not null",
        Kind::Opened => "m.opened_at is not null",
        Kind::Clicked => "m.clicked_at is not null",
        Kind::Trapped => {
            "exists (select 1 from read.email_hits h where h.message_id = m.message_id and h.kind = 'trapped')"
        }
        Kind::Replied => "m.replied_at is not null",
        Kind::AutoReplied => "m.auto_replied_at is not null",
    }
}

/// By their ids, as far as they left.
pub async fn of_messages(pool: &PgPool, ids: &[Uuid]) -> Result<HashMap<Uuid, ResponseRow>, QueryError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query_as!(
        ResponseRow,
        "select message_id, accepted_at, delivered_at, bounced_at, bounce_code, soft_bounced_at, soft_bounce_code, dropped_at, dropped_code,
           complained_at, unsubscribed_at, replied_at, auto_replied_at, opened_at, clicked_at, opens, clicks, machine_opens, machine_clicks
         from read.email_messages where message_id = any($1)",
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.message_id, row)).collect())
}

/// What was told of a mail, the latest first; of its opens and clicks the latest ones, as many as asked for.
pub async fn steps(pool: &PgPool, message: Uuid, hits: i64) -> Result<Vec<StepRow>, QueryError> {
    let told = of_messages(pool, &[message]).await?.remove(&message);
    let hits = sqlx::query!(
        "select kind, at, link, verdict from read.email_hits where message_id = $1 order by at desc, position desc, n desc limit $2",
        message,
        hits
    )
    .fetch_all(pool)
    .await?;
    let mut steps = told.map(ResponseRow::firsts).unwrap_or_default();
    for hit in hits {
        let Some(kind) = Kind::parse(&hit.kind) else { continue };
        let by_program = hit.verdict.map(|verdict| verdict == 1);
        steps.push(StepRow { kind, at: hit.at, code: None, link: hit.link, by_program });
    }
    steps.sort_by_key(|step| std::cmp::Reverse((step.at, step.kind)));
    Ok(steps)
}
