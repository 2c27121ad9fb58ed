//! What is to be mailed of what people are told: to whom, and what it says now. A notification keeps no name, so what is mailed is
//! what its reader may see at that moment.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::catalogue;
use pivotal_domain::identity::notifications::digest::{DigestSchedule, Every};
use pivotal_domain::identity::notifications::news::{Details, Subject};
use pivotal_domain::identity::notifications::words::{Shown, Words};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::work::tasks::due::DueWhen;
use sqlx::PgPool;
use uuid::Uuid;

use super::names;
use super::query::subject;
use crate::page::QueryError;

/// As the columns have it; what a newer release wrote is off.
pub fn schedule(every: &str, hour: i16, time_zone: String) -> DigestSchedule {
    let every = match every {
        "daily" => Every::Daily,
        "weekly" => Every::Weekly,
        _ => Every::Off,
    };
    DigestSchedule { every, hour: u8::try_from(hour).unwrap_or_default(), time_zone }
}

/// Somebody who wants a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    pub user: Uuid,
    pub schedule: DigestSchedule,
    pub set_at: DateTime<Utc>,
}

pub async fn subscribers(pool: &PgPool) -> Result<Vec<Subscriber>, QueryError> {
    let rows = sqlx::query!(
        r#"select i.user_id, i.digest_every, i.digest_hour, i.digest_zone, i.mail_set_at as "mail_set_at!" from read.notification_inboxes i
           join read.users u on u.id = i.user_id and u.active where i.digest_every <> 'off' and i.mail_set_at is not null order by i.user_id"#
    )
    .fetch_all(pool)
    .await?;
    let subscriber = rows.into_iter().map(|row| Subscriber {
        user: row.user_id,
        schedule: schedule(&row.digest_every, row.digest_hour, row.digest_zone),
        set_at: row.mail_set_at,
    });
    Ok(subscriber.collect())
}

/// What is to be told at once and was told since, whether or not its mail is under way: by user and position.
pub async fn at_once(pool: &PgPool, since: DateTime<Utc>) -> Result<Vec<(Uuid, i64)>, QueryError> {
    let rows = sqlx::query!(
        "select n.user_id, n.id from read.notifications n
           join read.notification_inboxes i on i.user_id = n.user_id and n.kind = any(i.at_once) and n.told_at >= i.mail_set_at
           join read.users u on u.id = n.user_id and u.active
         where n.told_at >= $1 and n.read_at is null order by n.id, n.user_id",
        since
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.user_id, row.id)).collect())
}

/// One notification in words; `None` when it is read, or there no more.
pub async fn one(pool: &PgPool, actor: &Actor, id: i64) -> Result<Option<Words>, QueryError> {
    let row = sqlx::query_as!(
        Row,
        "select kind, caused_by, subject_kind, subject_id, details from read.notifications where user_id = $1 and id = $2 and read_at is null",
        actor.user_id,
        id
    )
    .fetch_optional(pool)
    .await?;
    Ok(words(pool, actor, row.into_iter().collect()).await?.pop())
}

/// What is not read and was told in this time, the newest first, and how many there are altogether. `left_out`: kinds.
pub async fn unread(
    pool: &PgPool,
    actor: &Actor,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    left_out: &[String],
    most: i64,
) -> Result<(Vec<Words>, i64), QueryError> {
    let rows = sqlx::query_as!(
        Row,
        "select kind, caused_by, subject_kind, subject_id, details from read.notifications
         where user_id = $1 and told_at > $2 and told_at <= $3 and read_at is null and kind <> all($4) order by id desc limit $5",
        actor.user_id,
        since,
        until,
        left_out,
        most
    )
    .fetch_all(pool)
    .await?;
    let all = sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.notifications
           where user_id = $1 and told_at > $2 and told_at <= $3 and read_at is null and kind <> all($4)"#,
        actor.user_id,
        since,
        until,
        left_out
    )
    .fetch_one(pool)
    .await?;
    Ok((words(pool, actor, rows).await?, all))
}

struct Row {
    kind: String,
    caused_by: Option<Uuid>,
    subject_kind: Option<String>,
    subject_id: Option<Uuid>,
    details: serde_json::Value,
}

async fn words(pool: &PgPool, actor: &Actor, rows: Vec<Row>) -> Result<Vec<Words>, QueryError> {
    let about = |row: &Row| subject(row.subject_kind.as_deref(), row.subject_id);
    let subjects: Vec<Subject> = rows.iter().filter_map(about).collect();
    let named = names::of(pool, actor, &subjects).await?;
    let causes: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.caused_by).collect();
    let people = people(pool, actor, causes.into_iter().collect()).await?;
    let said = rows.iter().filter_map(|row| {
        let subject = about(row);
        let details: Details = serde_json::from_value(row.details.clone()).unwrap_or_default();
        let by = row.caused_by.and_then(|by| people.get(&by)).map(String::as_str);
        let name = subject.and_then(|subject| named.get(&subject)).map(String::as_str);
        Some((catalogue::row(&row.kind)?.words)(&Shown { by, subject, name, details: &details }))
    });
    Ok(said.collect())
}

/// People of client organisations do not see who works here.
async fn people(pool: &PgPool, actor: &Actor, ids: Vec<Uuid>) -> Result<HashMap<Uuid, String>, QueryError> {
    if actor.role.is_client() || ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows =
        sqlx::query!("select id, name from read.users where id = any($1)", &ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// A task of one's own that is due today, or was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTask {
    pub id: Uuid,
    /// `None` once the person was erased whom it told of.
    pub title: Option<String>,
    pub on: Option<NaiveDate>,
    pub at: Option<DateTime<Utc>>,
    pub overdue: bool,
}

/// The longest due first, and how many there are altogether.
pub async fn due(
    pool: &PgPool,
    actor: &Actor,
    asking: &Asking,
    most: i64,
) -> Result<(Vec<DueTask>, i64), QueryError> {
    let (Some(overdue), Some(today)) = (DueWhen::Overdue.range(asking), DueWhen::Today.range(asking)) else {
        return Ok((Vec::new(), 0));
    };
    if actor.scope(Permission::TasksView) == Scope::None {
        return Ok((Vec::new(), 0));
    }
    let rows = sqlx::query!(
        r#"select id, title, due_on, due_at, coalesce(due_on < $2 or due_at < $3, false) as "overdue!", count(*) over () as "all!"
           from read.tasks where assignee = $1 and state = 'open' and not deleted and (due_on <= $2 or due_at < $4) order by due_sort, id limit $5"#,
        actor.user_id,
        overdue.on.1,
        overdue.at.1,
        today.at.1,
        most
    )
    .fetch_all(pool)
    .await?;
    let all = rows.first().map_or(0, |row| row.all);
    let tasks = rows.into_iter().map(|row| DueTask {
        id: row.id,
        title: row.title,
        on: row.due_on,
        at: row.due_at,
        overdue: row.overdue,
    });
    Ok((tasks.collect(), all))
}
