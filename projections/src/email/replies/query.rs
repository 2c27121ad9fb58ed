//! Reading the inbox, the newest first. Whoever may see replies sees all of them.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::email::replies::ReplyKind;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct ReplyRow {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    /// `open`, `done`.
    pub state: String,
    /// `person`, `automatic`, `asks_to_stop`.
    pub kind: String,
    /// `thread`, `token`, `address`, `none`.
    pub matched: String,
    pub contact_id: Option<Uuid>,
    /// As the contact is called now.
    pub contact_name: Option<String>,
    pub campaign_id: Option<Uuid>,
    pub message_id: Option<Uuid>,
    pub assignee: Option<Uuid>,
    pub away_until: Option<NaiveDate>,
    /// Empty once the person was erased, as all words.
    pub address: String,
    pub name: Option<String>,
    pub subject: String,
    pub text: String,
    pub forgotten: bool,
    pub version: i64,
}

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReplyFilter {
    pub done: Option<bool>,
    /// Empty: any.
    pub kinds: Vec<ReplyKind>,
    pub assignee: Option<Uuid>,
    /// Only what nobody was given.
    pub unassigned: bool,
    pub contact: Option<Uuid>,
    pub campaign: Option<Uuid>,
}

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
struct Place(DateTime<Utc>, Uuid);

const COLUMNS: &str = "select r.id, r.at, r.state, r.kind, r.matched, r.contact_id, c.full_name as contact_name, r.campaign_id, \
    r.message_id, r.assignee, r.away_until, r.address, r.name, r.subject, r.text, r.forgotten, r.version";
const FROM: &str =
    "from read.email_replies r left join read.contacts c on c.id = r.contact_id and not c.erased where true";

pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &ReplyFilter,
    args: &PageArgs,
) -> Result<Page<ReplyRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    conditions(&mut query, actor, filter);
    if let Some(Place(at, id)) = after {
        query.push(" and (r.at, r.id) < (").push_bind(at).push(", ").push_bind(id).push(")");
    }
    query.push(" order by r.at desc, r.id desc limit ").push_bind(args.limit() + 1);
    let rows: Vec<ReplyRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &ReplyRow| page::encode(&Place(row.at, row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &ReplyFilter) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new(format!("select count(*) {FROM}"));
    conditions(&mut query, actor, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// `None` also for whoever may not see replies.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ReplyRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    sight(&mut query, actor);
    query.push(" and r.id = ").push_bind(id);
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

fn sight(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
    let sees = match actor.scope(Permission::RepliesView) {
        Scope::All => true,
        Scope::Team | Scope::Own | Scope::Client | Scope::None => false,
    };
    query.push(" and ").push_bind(sees);
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &ReplyFilter) {
    sight(query, actor);
    if let Some(done) = filter.done {
        query.push(" and r.state = ").push_bind(if done { "done" } else { "open" });
    }
    if !filter.kinds.is_empty() {
        let kinds: Vec<&'static str> = filter.kinds.iter().map(|kind| kind.as_str()).collect();
        query.push(" and r.kind = any(").push_bind(kinds).push(")");
    }
    if let Some(assignee) = filter.assignee {
        query.push(" and r.assignee = ").push_bind(assignee);
    }
    if filter.unassigned {
        query.push(" and r.assignee is null");
    }
    if let Some(contact) = filter.contact {
        query.push(" and r.contact_id = ").push_bind(contact);
    }
    if let Some(campaign) = filter.campaign {
        query.push(" and r.campaign_id = ").push_bind(campaign);
    }
}
