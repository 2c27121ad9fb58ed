//! Reading the rules, what happened to them, and the accounts of runs.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::retention::ID;
use pivotal_domain::suppression::retention::account::{Done, Item};
use pivotal_domain::suppression::retention::events::RetentionEvent;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_log::reader;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::page::QueryError;

/// Runs that are told of.
const RUNS: i64 = 60;

/// The rule of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    pub kind: Kind,
    pub keep: Keep,
    /// `None`: it is as Pivotal comes.
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<String>,
    pub note: Option<String>,
    /// A hold over everything of this kind stands.
    pub on_hold: bool,
}

/// One change of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleTold {
    pub position: i64,
    pub kind: Kind,
    pub keep: Keep,
    pub previous: Keep,
    pub dry_run: Option<Uuid>,
    pub note: Option<String>,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DryRunRow {
    pub id: Uuid,
    pub kind: Kind,
    pub keep: Keep,
    pub ended_at: DateTime<Utc>,
    pub asked_by: String,
    pub due_now: i64,
    pub due_30: i64,
    pub due_90: i64,
    pub held: i64,
    pub items: Vec<Item>,
    pub held_items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    pub id: Uuid,
    pub began_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    /// A user's id, or `system` at night.
    pub asked_by: String,
    /// `completed`, `cancelled`.
    pub ending: String,
    pub deleted: i64,
    pub held: i64,
    pub done: Vec<Done>,
}

/// Every rule, those that nobody set included. Nothing for whom rules are nothing.
pub async fn rules(pool: &PgPool, actor: &Actor) -> Result<Vec<RuleRow>, QueryError> {
    if !may(actor) {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!("select kind, keep, changed_at, changed_by, note from read.retention_rules")
        .fetch_all(pool)
        .await?;
    let held = sqlx::query_scalar!(
        r#"select distinct data as "data!" from read.legal_holds where scope = 'data' and lifted_at is null and data is not null"#
    )
    .fetch_all(pool)
    .await?;
    let rule = |kind: Kind| {
        let row = rows.iter().find(|row| row.kind == kind.as_str());
        RuleRow {
            kind,
            keep: row.and_then(|row| row.keep.parse().ok()).unwrap_or(kind.built_in()),
            changed_at: row.map(|row| row.changed_at),
            changed_by: row.map(|row| row.changed_by.clone()),
            note: row.and_then(|row| row.note.clone()),
            on_hold: held.iter().any(|data| data == kind.data().as_str()),
        }
    };
    Ok(Kind::ALL.into_iter().map(rule).collect())
}

/// Every change, the latest first: read from the log itself.
pub async fn told(Reading { pool, opener }: Reading<'_>, actor: &Actor) -> Result<Vec<RuleTold>, QueryError> {
    if !may(actor) {
        return Ok(Vec::new());
    }
    let entries = reader::read_record(pool, "retention_rules", ID).await?;
    let opened = opener.open(&entries, |_| false).await?;
    let told = opened.entries().iter().rev().filter_map(|entry| {
        let RetentionEvent::RetentionRuleSet { at, kind, keep, previous, dry_run, note, .. } =
            opened.event::<RetentionEvent>(entry).ok()?
        else {
            return None;
        };
        let (position, actor) = (entry.position, entry.metadata().actor);
        Some(RuleTold { position, kind, keep, previous, dry_run, note, at, actor })
    });
    Ok(told.collect())
}

/// What a dry run found; `None` while it runs, and for whom rules are nothing.
pub async fn dry_run(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<DryRunRow>, QueryError> {
    if !may(actor) {
        return Ok(None);
    }
    let row =
        sqlx::query!("select * from read.retention_dry_runs where id = $1", id).fetch_optional(pool).await?;
    Ok(row.and_then(|row| {
        Some(DryRunRow {
            id: row.id,
            kind: Kind::parse(&row.kind)?,
            keep: row.keep.parse().ok()?,
            ended_at: row.ended_at,
            asked_by: row.asked_by,
            due_now: row.due_now,
            due_30: row.due_30,
            due_90: row.due_90,
            held: row.held,
            items: serde_json::from_value(row.items).unwrap_or_default(),
            held_items: serde_json::from_value(row.held_items).unwrap_or_default(),
        })
    }))
}

/// The last runs, the latest first.
pub async fn runs(pool: &PgPool, actor: &Actor) -> Result<Vec<RunRow>, QueryError> {
    if !may(actor) {
        return Ok(Vec::new());
    }
    let rows =
        sqlx::query!("select * from read.retention_runs order by ended_at desc, id desc limit $1", RUNS)
            .fetch_all(pool)
            .await?;
    Ok(rows
        .into_iter()
        .map(|row| RunRow {
            id: row.id,
            began_at: row.began_at,
            ended_at: row.ended_at,
            asked_by: row.asked_by,
            ending: row.ending,
            deleted: row.deleted,
            held: row.held,
            done: serde_json::from_value(row.done).unwrap_or_default(),
        })
        .collect())
}

fn may(actor: &Actor) -> bool {
    actor.scope(Permission::RetentionView) == Scope::All
}
