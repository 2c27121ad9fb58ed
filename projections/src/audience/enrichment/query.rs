//! Suggestions for the review page and the account's own, with the company as a reviewer needs to see it.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::enrichment::events::Because;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::list::Visible;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionRow {
    pub account_id: Uuid,
    pub account_name: Option<String>,
    pub account_domain: Option<String>,
    pub description: Option<String>,
    /// What the account has now.
    pub current_industry: Option<String>,
    pub current_naics: Option<String>,
    pub current_sic: Option<String>,
    /// `pending`, `accepted`, `rejected`.
    pub decision: String,
    pub industry: String,
    pub naics: Option<String>,
    pub sic: Option<String>,
    pub confidence: i16,
    /// `rules`, or `model:<name>`.
    pub suggested_by: String,
    pub because: Vec<Because>,
    pub suggested_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    pub decided_by: Option<String>,
    pub reason: Option<String>,
}

impl SuggestionRow {
    /// Accepted, and the account has another industry by now: taken back, or changed by somebody.
    pub fn is_reverted(&self) -> bool {
        self.decision == "accepted" && self.current_industry.as_deref() != Some(&self.industry)
    }
}

/// Which suggestions; of accounts that are in use.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SuggestionFilter {
    /// `pending`, `accepted`, `rejected`.
    pub decision: Option<String>,
    pub industry: Option<String>,
    /// Percent.
    pub at_least: Option<i16>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SuggestionCounts {
    pub pending: i64,
    /// Of the pending: 70 percent and more.
    pub sure: i64,
    pub accepted: i64,
    pub rejected: i64,
}

type Key = (i16, Uuid);

/// The surest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &SuggestionFilter,
    args: &PageArgs,
) -> Result<Page<SuggestionRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = select(pool, actor, filter, None, after, args.limit() + 1).await?;
    let keyed = rows.into_iter().map(|row| (page::encode(&(row.confidence, row.account_id)), row));
    Ok(Page::cut(keyed.collect(), args))
}

pub async fn get(pool: &PgPool, actor: &Actor, account: Uuid) -> Result<Option<SuggestionRow>, QueryError> {
    Ok(select(pool, actor, &SuggestionFilter::default(), Some(account), None, 1).await?.pop())
}

/// The accounts with these suggestions, the surest first.
pub async fn ids(
    pool: &PgPool,
    actor: &Actor,
    filter: &SuggestionFilter,
    most: i64,
) -> Result<Vec<Uuid>, QueryError> {
    if !sees(actor) {
        return Ok(Vec::new());
    }
    Ok(sqlx::query_scalar!(
        "select s.account_id from read.industry_suggestions s join read.accounts a on a.id = s.account_id and not a.archived
         where ($1::text is null or s.decision = $1) and ($2::text is null or s.industry = $2) and ($3::smallint is null or s.confidence >= $3)
         order by s.confidence desc, s.account_id limit $4",
        filter.decision, filter.industry, filter.at_least, most
    )
    .fetch_all(pool)
    .await?)
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &SuggestionFilter) -> Result<i64, QueryError> {
    if !sees(actor) {
        return Ok(0);
    }
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.industry_suggestions s join read.accounts a on a.id = s.account_id and not a.archived
         where ($1::text is null or s.decision = $1) and ($2::text is null or s.industry = $2) and ($3::smallint is null or s.confidence >= $3)"#,
        filter.decision, filter.industry, filter.at_least
    )
    .fetch_one(pool)
    .await?)
}

pub async fn counts(pool: &PgPool, actor: &Actor) -> Result<SuggestionCounts, QueryError> {
    if !sees(actor) {
        return Ok(SuggestionCounts::default());
    }
    Ok(sqlx::query_as!(
        SuggestionCounts,
        r#"select count(*) filter (where s.decision = 'pending') as "pending!", count(*) filter (where s.decision = 'pending' and s.confidence >= 70) as "sure!",
             count(*) filter (where s.decision = 'accepted') as "accepted!", count(*) filter (where s.decision = 'rejected') as "rejected!"
           from read.industry_suggestions s join read.accounts a on a.id = s.account_id and not a.archived"#
    )
    .fetch_one(pool)
    .await?)
}

fn sees(actor: &Actor) -> bool {
    Visible::of(actor, Permission::AccountsView) == Visible::All
}

async fn select(
    pool: &PgPool,
    actor: &Actor,
    filter: &SuggestionFilter,
    account: Option<Uuid>,
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<SuggestionRow>, QueryError> {
    if !sees(actor) {
        return Ok(Vec::new());
    }
    let after = after.unzip();
    let rows = sqlx::query!(
        r#"select s.*, a.name as account_name, a.domain as account_domain, a.description, a.industry as current_industry, a.naics_code as current_naics, a.sic_code as current_sic
           from read.industry_suggestions s join read.accounts a on a.id = s.account_id
           where ($1::text is null or s.decision = $1) and ($2::text is null or s.industry = $2) and ($3::smallint is null or s.confidence >= $3)
             and ($4::uuid is null or s.account_id = $4) and ($4::uuid is not null or not a.archived)
             and ($5::smallint is null or s.confidence < $5 or (s.confidence = $5 and s.account_id > $6))
           order by s.confidence desc, s.account_id limit $7"#,
        filter.decision, filter.industry, filter.at_least, account, after.0, after.1, limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| SuggestionRow {
            account_id: row.account_id,
            account_name: row.account_name,
            account_domain: row.account_domain,
            description: row.description,
            current_industry: row.current_industry,
            current_naics: row.current_naics,
            current_sic: row.current_sic,
            decision: row.decision,
            industry: row.industry,
            naics: row.naics,
            sic: row.sic,
            confidence: row.confidence,
            suggested_by: row.suggested_by,
            because: serde_json::from_value(row.because).unwrap_or_default(),
            suggested_at: row.suggested_at,
            decided_at: row.decided_at,
            decided_by: row.decided_by,
            reason: row.reason,
        })
        .collect())
}
