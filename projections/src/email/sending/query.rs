//! Reading the ledger of a campaign. For whoever was shown the campaign; who the recipients are is told apart, as far as they may be seen.

use chrono::{DateTime, Utc};
use pivotal_domain::email::sending::outcome::{Reason, State};
use pivotal_domain::email::tracking::signal::Kind;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::email::tracking::query::condition;
use crate::page::{self, Page, PageArgs, QueryError};

/// How many stand where. Everybody is in exactly one state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerRow {
    pub audience: i64,
    pub pending: i64,
    /// Of the pending ones, as the guard has them at this moment.
    pub handing_over: i64,
    pub sent: i64,
    pub excluded: i64,
    pub failed: i64,
    pub unknown: i64,
    /// The largest first.
    pub reasons: Vec<ReasonRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonRow {
    pub state: State,
    pub reason: String,
    pub count: i64,
}

impl LedgerRow {
    pub fn is_balanced(&self) -> bool {
        self.audience == self.pending + self.sent + self.excluded + self.failed + self.unknown
    }
}

impl ReasonRow {
    /// For people, also of a code of a later release.
    pub fn label(&self) -> String {
        label_of(&self.reason)
    }
}

pub fn label_of(reason: &str) -> String {
    Reason::parse(reason).map_or_else(|| reason.replace('_', " "), |reason| reason.label().to_owned())
}

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct RecipientRow {
    pub contact_id: Uuid,
    pub account_id: Option<Uuid>,
    pub version: i16,
    pub variant: Option<i16>,
    pub state: String,
    pub reason: Option<String>,
    pub suppression_id: Option<Uuid>,
    pub domain: Option<String>,
    pub message_id: Option<Uuid>,
    pub sent_at: Option<DateTime<Utc>>,
    pub attempts: i16,
    pub settled_by: Option<String>,
    pub at: DateTime<Utc>,
}

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecipientsFilter {
    /// Any of these; empty: all.
    pub states: Vec<State>,
    /// Any of these; empty: all.
    pub reasons: Vec<String>,
    /// By place.
    pub variant: Option<i16>,
    pub version: Option<i16>,
    pub domain: Option<String>,
    /// Whose mail came to this, as reports count it.
    pub response: Option<Kind>,
}

const COLUMNS: &str = "r.contact_id, r.account_id, r.version, r.variant, r.state, r.reason, r.suppression_id, r.domain, r.message_id, \
    r.sent_at, r.attempts, r.settled_by, r.at";
/// Rows of takes that no event names are nobody's.
const FROM: &str = "read.email_recipients r join read.email_takes t on t.campaign_id = r.campaign_id and t.version = r.version and t.take = r.take";

pub async fn ledger(pool: &PgPool, campaign: Uuid) -> Result<LedgerRow, QueryError> {
    // In one statement: the parts and the whole are of one moment.
    let rows = sqlx::query!(
        r#"select state, reason, sum(count)::bigint as "count!",
             (select coalesce(sum(t.count), 0)::bigint from read.email_takes t where t.campaign_id = $1) as "audience!",
             (select count(*) from guard.email_recipients r where r.campaign = $1 and r.state = 'sending') as "handing_over!"
           from read.email_campaign_counts
           where campaign_id = $1 group by state, reason having sum(count) > 0 order by sum(count) desc, state, reason"#,
        campaign
    )
    .fetch_all(pool)
    .await?;
    let mut ledger = LedgerRow::default();
    for row in rows {
        (ledger.audience, ledger.handing_over) = (row.audience, row.handing_over);
        let Some(state) = State::parse(&row.state) else { continue };
        *match state {
            State::Pending | State::Sending => &mut ledger.pending,
            State::Sent => &mut ledger.sent,
            State::Excluded => &mut ledger.excluded,
            State::Failed => &mut ledger.failed,
            State::Unknown => &mut ledger.unknown,
        } += row.count;
        if !row.reason.is_empty() {
            ledger.reasons.push(ReasonRow { state, reason: row.reason, count: row.count });
        }
    }
    // What is shown lags behind the guard.
    ledger.handing_over = ledger.handing_over.min(ledger.pending);
    Ok(ledger)
}

// What is asked for varies, so these statements cannot be compile-checked.

/// Recipients in the order of their ids.
pub async fn page(
    pool: &PgPool,
    campaign: Uuid,
    filter: &RecipientsFilter,
    args: &PageArgs,
) -> Result<Page<RecipientRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(format!("select {COLUMNS} from {FROM} where "));
    conditions(&mut query, campaign, filter);
    if let Some(after) = after {
        query.push(" and r.contact_id > ").push_bind(after);
    }
    query.push(" order by r.contact_id limit ").push_bind(args.limit() + 1);
    let rows: Vec<RecipientRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &RecipientRow| page::encode(&row.contact_id);
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

/// How many there are, exactly.
pub async fn count(pool: &PgPool, campaign: Uuid, filter: &RecipientsFilter) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new(format!("select count(*) from {FROM} where "));
    conditions(&mut query, campaign, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// One of them; `None`: they are not in it.
pub async fn one(pool: &PgPool, campaign: Uuid, contact: Uuid) -> Result<Option<RecipientRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select {COLUMNS} from {FROM} where "));
    conditions(&mut query, campaign, &RecipientsFilter::default());
    query.push(" and r.contact_id = ").push_bind(contact);
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, campaign: Uuid, filter: &RecipientsFilter) {
    query.push("r.campaign_id = ").push_bind(campaign);
    if !filter.states.is_empty() {
        let states: Vec<&'static str> = filter.states.iter().map(|state| state.as_str()).collect();
        query.push(" and r.state = any(").push_bind(states).push(")");
    }
    if !filter.reasons.is_empty() {
        let reasons: Vec<String> = filter.reasons.iter().map(|reason| reason.replace('\0', "")).collect();
        query.push(" and r.reason = any(").push_bind(reasons).push(")");
    }
    if let Some(variant) = filter.variant {
        query.push(" and r.variant = ").push_bind(variant);
    }
    if let Some(version) = filter.version {
        query.push(" and r.version = ").push_bind(version);
    }
    if let Some(domain) = &filter.domain {
        query.push(" and r.domain = ").push_bind(domain.replace('\0', "").trim().to_lowercase());
    }
    if let Some(kind) = filter.response {
        let told =
            " and r.contact_id in (select m.contact_id from read.email_messages m where m.campaign_id = ";
        query.push(told).push_bind(campaign).push(" and ").push(condition(kind)).push(")");
    }
}
