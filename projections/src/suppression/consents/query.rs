//! Reading the register. Nothing is told of people whom the viewer may not see.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::standing::Standing;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::list::{self, Visible};
use crate::page::{self, Page, PageArgs, QueryError};

/// A statement as the register shows it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct ConsentRow {
    pub id: Uuid,
    /// Of whom it was said.
    pub contact_id: Uuid,
    /// For whom it counts: that contact, or the one it was merged into.
    pub person_id: Uuid,
    /// `None`: the person was erased, or has neither a name nor an email.
    pub contact_name: Option<String>,
    pub contact_email: Option<String>,
    pub account_name: Option<String>,
    pub country: Option<String>,
    pub channel: String,
    pub standing: String,
    pub given_at: DateTime<Utc>,
    pub origin: Option<String>,
    pub wording: Option<String>,
    pub reference: Option<String>,
    pub url: Option<String>,
    pub ip: Option<String>,
    pub note: Option<String>,
    pub file_name: Option<String>,
    pub file_size: Option<i64>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: String,
    pub source: String,
    pub taken_back_at: Option<DateTime<Utc>>,
    pub taken_back_by: Option<String>,
    pub taken_back_why: Option<String>,
    pub counts: bool,
    pub erased: bool,
    pub version: i64,
}

impl ConsentRow {
    pub fn state(&self) -> State {
        match (self.taken_back_at, self.counts) {
            (Some(_), _) => State::TakenBack,
            (None, true) => State::Counts,
            (None, false) => State::Superseded,
        }
    }
}

/// What has become of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is the last word.
    Counts,
    /// Something was said after it.
    Superseded,
    /// It was a mistake.
    TakenBack,
}

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConsentFilter {
    pub contact: Option<Uuid>,
    pub channel: Option<Channel>,
    pub standing: Option<Standing>,
    pub state: Option<State>,
    /// Whether it can be shown by a text, a reference, a link or a file.
    pub proven: Option<bool>,
    /// Every word must be in the name, or begin the email.
    pub q: Option<String>,
    /// Recorded at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Exclusive.
    pub to: Option<DateTime<Utc>>,
}

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
struct Place(DateTime<Utc>, Uuid);

const COLUMNS: &str = "select s.id, s.contact_id, s.person_id, coalesce(c.full_name, c.email) as contact_name, c.email as contact_email, c.account_name, c.country, \
    s.channel, s.standing, s.given_at, s.origin, s.wording, s.reference, s.url, s.ip, s.note, s.file_name, s.file_size, s.recorded_at, s.recorded_by, s.source, \
    s.taken_back_at, s.taken_back_by, s.taken_back_why, s.counts, s.erased, s.version";

const FROM: &str =
    "from read.consents s left join read.contacts c on c.id = s.contact_id and not c.erased where true";

/// What was recorded last comes first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &ConsentFilter,
    args: &PageArgs,
) -> Result<Page<ConsentRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    conditions(&mut query, actor, filter);
    if let Some(Place(at, id)) = after {
        query.push(" and (s.recorded_at, s.id) < (").push_bind(at).push(", ").push_bind(id).push(")");
    }
    query.push(" order by s.recorded_at desc, s.id desc limit ").push_bind(args.limit() + 1);
    let rows: Vec<ConsentRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &ConsentRow| page::encode(&Place(row.recorded_at, row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &ConsentFilter) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new(format!("select count(*) {FROM}"));
    conditions(&mut query, actor, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// `None` also for one of somebody whom the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ConsentRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    sight(&mut query, actor);
    query.push(" and s.id = ").push_bind(id);
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

/// Everything that counts for a person or ever did, what was recorded last first.
pub async fn of_person(pool: &PgPool, actor: &Actor, person: Uuid) -> Result<Vec<ConsentRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    sight(&mut query, actor);
    query.push(" and s.person_id = ").push_bind(person);
    query.push(" order by s.recorded_at desc, s.id desc limit 200");
    Ok(query.build_query_as().fetch_all(pool).await?)
}

fn sight(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
    list::visible(query, Visible::of(actor, Permission::ConsentsView));
    list::visible(query, Visible::of(actor, Permission::ContactsView));
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &ConsentFilter) {
    sight(query, actor);
    if let Some(contact) = filter.contact {
        query.push(" and ").push_bind(contact).push(" in (s.contact_id, s.person_id)");
    }
    if let Some(channel) = filter.channel {
        query.push(" and s.channel = ").push_bind(channel.as_str());
    }
    if let Some(standing) = filter.standing {
        query.push(" and s.standing = ").push_bind(standing.as_str());
    }
    query.push(match filter.state {
        Some(State::Counts) => " and s.counts",
        Some(State::Superseded) => " and not s.counts and s.taken_back_at is null",
        Some(State::TakenBack) => " and s.taken_back_at is not null",
        None => "",
    });
    query.push(match filter.proven {
        Some(true) => " and coalesce(s.wording, s.reference, s.url, s.file_key) is not null",
        Some(false) => " and coalesce(s.wording, s.reference, s.url, s.file_key) is null",
        None => "",
    });
    for word in filter.q.as_deref().map(list::words).unwrap_or_default() {
        query.push(" and (");
        list::contains(query, "c.full_name_key", &word);
        query.push(" or ");
        list::begins(query, "c.email", &word);
        query.push(")");
    }
    if let Some(from) = filter.from {
        query.push(" and s.recorded_at >= ").push_bind(from);
    }
    if let Some(to) = filter.to {
        query.push(" and s.recorded_at < ").push_bind(to);
    }
}
