//! Campaigns that a contact was in, and whose mail it was not sent, or perhaps was not: why, for its time line.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::email::sending::outcome::State;
use uuid::Uuid;

use super::query::label_of;
use crate::audience::history::port::{Reading, Stretch, Wanted};
use crate::work::records::merged_into;

/// What became of a recipient, but for what left. Of an audience version that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Of the fact that told it.
    pub position: i64,
    pub at: DateTime<Utc>,
    pub campaign: Uuid,
    pub campaign_name: Option<String>,
    pub state: String,
    pub reason: Option<String>,
}

impl LeftOut {
    /// Of the contact and of all that were merged into it; who was erased has no time line.
    pub async fn of(
        Reading { pool, .. }: Reading<'_>,
        contact: Uuid,
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<LeftOut>, sqlx::Error> {
        let all = merged_into(pool, (Entity::Contact, contact)).await?;
        sqlx::query_as!(
            LeftOut,
            r#"select r.position as "position!", r.at as "at!", r.campaign_id as "campaign!", min(g.name) as campaign_name, min(r.state) as "state!", min(r.reason) as reason
               from read.email_recipients r join read.email_takes t on t.campaign_id = r.campaign_id and t.version = r.version and t.take = r.take
                 left join read.campaigns g on g.id = r.campaign_id
               where r.contact_id = any($1) and r.state in ('excluded', 'failed', 'unknown') and r.reason is distinct from 'merged'
                 and not exists (select from read.contacts k where k.id = r.contact_id and k.erased)
                 and ($2::bigint is null or r.position < $2) and ($3::bigint is null or r.position > $3)
                 and ($6::timestamptz is null or r.at >= $6) and ($7::timestamptz is null or r.at < $7)
               group by r.position, r.at, r.campaign_id order by case when $4 then r.position else -r.position end limit $5"#,
            &all,
            stretch.before,
            stretch.after,
            stretch.backwards,
            stretch.limit,
            wanted.from,
            wanted.to
        )
        .fetch_all(pool)
        .await
    }

    pub async fn count(
        Reading { pool, .. }: Reading<'_>,
        contact: Uuid,
        wanted: &Wanted,
    ) -> Result<i64, sqlx::Error> {
        let all = merged_into(pool, (Entity::Contact, contact)).await?;
        sqlx::query_scalar!(
            r#"select count(distinct r.position) as "count!"
               from read.email_recipients r join read.email_takes t on t.campaign_id = r.campaign_id and t.version = r.version and t.take = r.take
               where r.contact_id = any($1) and r.state in ('excluded', 'failed', 'unknown') and r.reason is distinct from 'merged'
                 and not exists (select from read.contacts k where k.id = r.contact_id and k.erased)
                 and ($2::timestamptz is null or r.at >= $2) and ($3::timestamptz is null or r.at < $3)"#,
            &all,
            wanted.from,
            wanted.to
        )
        .fetch_one(pool)
        .await
    }

    /// "Left out of a campaign: no consent"
    pub fn words(&self) -> String {
        let what = match State::parse(&self.state) {
            Some(State::Failed) => "Not emailed in a campaign",
            Some(State::Unknown) => "Perhaps emailed in a campaign",
            _ => "Left out of a campaign",
        };
        match self.reason.as_deref() {
            Some(reason) => format!("{what}: {}", lower(&label_of(reason))),
            None => what.to_owned(),
        }
    }
}

/// As it stands within a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
