//! Reading one's own notifications. Every statement binds whose they are.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_domain::identity::notifications::digest::MailPreferences;
use pivotal_domain::identity::notifications::news::{Details, Subject, SubjectKind};
use sqlx::PgPool;
use uuid::Uuid;

use super::{KEPT_DAYS, mail, names};
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct NotificationRow {
    /// Position of the log.
    pub id: i64,
    /// Of the catalogue.
    pub kind: String,
    pub told_at: DateTime<Utc>,
    /// `None`: the system.
    pub caused_by: Option<Uuid>,
    pub subject: Option<Subject>,
    /// What the subject is called now, where the reader may see it.
    pub name: Option<String>,
    pub details: Details,
    pub read_at: Option<DateTime<Utc>>,
}

/// How many wait, and the newest of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unread {
    pub count: i64,
    pub newest: Option<i64>,
}

/// Newest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    now: DateTime<Utc>,
    unread_only: bool,
    args: &PageArgs,
) -> Result<Page<NotificationRow>, QueryError> {
    let after: Option<i64> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = sqlx::query!(
        "select id, kind, told_at, caused_by, subject_kind, subject_id, details, read_at from read.notifications
         where user_id = $1 and in_app and told_at > $2 and (not $3 or read_at is null) and ($4::bigint is null or id < $4) order by id desc limit $5",
        actor.user_id,
        since(now),
        unread_only,
        after,
        args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let rows: Vec<NotificationRow> = rows
        .into_iter()
        .map(|row| NotificationRow {
            id: row.id,
            kind: row.kind,
            told_at: row.told_at,
            caused_by: row.caused_by,
            subject: subject(row.subject_kind.as_deref(), row.subject_id),
            name: None,
            // Of a newer version, perhaps: what it says more is passed over, and the rest is shown.
            details: serde_json::from_value(row.details).unwrap_or_default(),
            read_at: row.read_at,
        })
        .collect();
    let subjects: Vec<Subject> = rows.iter().filter_map(|row| row.subject).collect();
    let names: HashMap<Subject, String> = names::of(pool, actor, &subjects).await?;
    let rows = rows.into_iter().map(|mut row| {
        row.name = row.subject.and_then(|subject| names.get(&subject).cloned());
        (page::encode(&row.id), row)
    });
    Ok(Page::cut(rows.collect(), args))
}

pub async fn count(
    pool: &PgPool,
    actor: &Actor,
    now: DateTime<Utc>,
    unread_only: bool,
) -> Result<i64, QueryError> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.notifications where user_id = $1 and in_app and told_at > $2 and (not $3 or read_at is null)"#,
        actor.user_id,
        since(now),
        unread_only
    )
    .fetch_one(pool)
    .await?)
}

pub async fn unread(pool: &PgPool, actor: &Actor, now: DateTime<Utc>) -> Result<Unread, QueryError> {
    Ok(sqlx::query_as!(
        Unread,
        r#"select count(*) as "count!", max(id) as newest from read.notifications where user_id = $1 and in_app and told_at > $2 and read_at is null"#,
        actor.user_id,
        since(now)
    )
    .fetch_one(pool)
    .await?)
}

/// What somebody has chosen.
pub async fn chosen(pool: &PgPool, actor: &Actor) -> Result<NotificationPreferences, QueryError> {
    let row = sqlx::query!(
        "select in_app_off, at_once, digest_off, digest_every, digest_hour, digest_zone from read.notification_inboxes where user_id = $1",
        actor.user_id
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.map_or_else(NotificationPreferences::default, |row| NotificationPreferences {
        in_app_off: row.in_app_off,
        mail: MailPreferences {
            at_once: row.at_once,
            digest_off: row.digest_off,
            digest: mail::schedule(&row.digest_every, row.digest_hour, row.digest_zone),
        },
    }))
}

/// Rows are let go when the next ones come; until then they are only left out.
fn since(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(KEPT_DAYS.into())
}

pub(super) fn subject(kind: Option<&str>, id: Option<Uuid>) -> Option<Subject> {
    Some(Subject { kind: SubjectKind::of_text(kind?)?, id: id? })
}
