//! The undo of a piece of work (an import, a bulk change) as the work's row shows it, and the records of which something was left.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::undo::state::{UndoPreviewed, UndoStep};
use pivotal_domain::audience::record::undo::{Conflict, Left, UndoOutcome, UndoResult};
use pivotal_log::reader::Entry;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoState {
    Running,
    Done,
    Cancelled,
    /// Of a look: the counts are there, the lists are not.
    Expired,
}

/// An undo, or a look at one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UndoRun {
    pub job: Uuid,
    pub state: UndoState,
    pub started_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<DateTime<Utc>>,
    /// Of a look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub result: UndoResult,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UndoShown {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<UndoRun>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<UndoRun>,
}

/// Where a kind of work is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tables {
    pub work: &'static str,
    pub left: &'static str,
    /// What `left` calls the work's id.
    pub id: &'static str,
}

/// Where a change is written: one row.
pub(super) struct Row<'a> {
    tables: Tables,
    connection: &'a mut PgConnection,
    schema: &'a str,
    id: Uuid,
    sequence: i64,
}

fn begun(at: DateTime<Utc>, job: Uuid) -> UndoRun {
    UndoRun {
        job,
        state: UndoState::Running,
        started_at: at,
        finished_at: None,
        expires_at: None,
        result: UndoResult::default(),
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

impl<'a> Row<'a> {
    pub fn of(tables: Tables, connection: &'a mut PgConnection, schema: &'a str, entry: &Entry) -> Self {
        Row { tables, connection, schema, id: entry.about_id, sequence: entry.sequence }
    }

    pub async fn step(self, step: UndoStep) -> Result<(), sqlx::Error> {
        match step {
            UndoStep::LookStarted { at, job } => self.look_started(at, job).await,
            UndoStep::Looked { at, preview } => self.looked(at, preview).await,
            UndoStep::LookStopped { at, .. } => self.look_stopped(at).await,
            UndoStep::Started { at, job, .. } => self.started(at, job).await,
            UndoStep::Undone { at, result, .. } => self.ended(at, result, true).await,
            UndoStep::Stopped { at, result, .. } => self.ended(at, result, false).await,
        }
    }

    async fn look_started(self, at: DateTime<Utc>, job: Uuid) -> Result<(), sqlx::Error> {
        self.change(None, Some(job), |shown| shown.preview = Some(begun(at, job))).await
    }

    async fn looked(self, at: DateTime<Utc>, looked: UndoPreviewed) -> Result<(), sqlx::Error> {
        let say = |shown: &mut UndoShown| {
            if let Some(run) = shown.preview.as_mut() {
                run.state = UndoState::Done;
                run.finished_at = Some(at);
                run.expires_at = Some(looked.expires_at);
                run.result = looked.result;
            }
        };
        self.change(None, None, say).await
    }

    async fn look_stopped(self, at: DateTime<Utc>) -> Result<(), sqlx::Error> {
        let say = |shown: &mut UndoShown| {
            if let Some(run) = shown.preview.as_mut() {
                run.state = UndoState::Cancelled;
                run.finished_at = Some(at);
            }
        };
        self.change(None, None, say).await
    }

    pub async fn look_removed(self, job: Uuid) -> Result<(), sqlx::Error> {
        let say = |shown: &mut UndoShown| {
            if let Some(run) = shown.preview.as_mut().filter(|run| run.job == job) {
                run.state = UndoState::Expired;
            }
        };
        self.change(None, None, say).await
    }

    async fn started(self, at: DateTime<Utc>, job: Uuid) -> Result<(), sqlx::Error> {
        let sql = format!("delete from {}.{} where {} = $1", self.schema, self.tables.left, self.tables.id);
        sqlx::query(&sql).bind(self.id).execute(&mut *self.connection).await?;
        let say = |shown: &mut UndoShown| {
            if let Some(run) = shown.preview.as_mut() {
                run.state = match run.state {
                    UndoState::Running => UndoState::Cancelled,
                    UndoState::Done => UndoState::Expired,
                    other => other,
                };
            }
            shown.undo = Some(begun(at, job));
        };
        self.change(None, Some(job), say).await
    }

    async fn ended(self, at: DateTime<Utc>, result: UndoResult, done: bool) -> Result<(), sqlx::Error> {
        let say = |shown: &mut UndoShown| {
            if let Some(run) = shown.undo.as_mut() {
                run.state = if done { UndoState::Done } else { UndoState::Cancelled };
                run.finished_at = Some(at);
                run.result = result;
            }
        };
        self.change(done.then_some("undone"), None, say).await
    }

    async fn change(
        self,
        state: Option<&str>,
        job: Option<Uuid>,
        say: impl FnOnce(&mut UndoShown),
    ) -> Result<(), sqlx::Error> {
        let sql = format!("select undo from {}.{} where id = $1", self.schema, self.tables.work);
        let held: Option<Option<Json<UndoShown>>> =
            sqlx::query_scalar(&sql).bind(self.id).fetch_optional(&mut *self.connection).await?;
        let Json(mut shown) = held.flatten().unwrap_or_default();
        say(&mut shown);
        let sql = format!(
            "update {}.{} set sequence = $2, state = coalesce($3, state), undo_job = coalesce($4, undo_job), undo = $5 where id = $1",
            self.schema, self.tables.work
        );
        let query = sqlx::query(&sql).bind(self.id).bind(self.sequence).bind(state).bind(job);
        query.bind(Json(shown)).execute(self.connection).await.map(|_| ())
    }
}

/// A record of which something was left, as the fact of its chunk says.
pub(super) async fn save_left(
    tables: Tables,
    connection: &mut PgConnection,
    schema: &str,
    work: Uuid,
    left: Vec<Left>,
) -> Result<(), sqlx::Error> {
    let Tables { left: table, id, .. } = tables;
    for left in left {
        let sql = format!(
            "insert into {schema}.{table} ({id}, record_id, entity, outcome, conflicts) values ($1, $2, $3, $4, $5)
             on conflict ({id}, record_id) do update set outcome = excluded.outcome, conflicts = excluded.conflicts"
        );
        sqlx::query(&sql)
            .bind(work)
            .bind(left.id)
            .bind(left.entity.as_str())
            .bind(name_of(&left.outcome))
            .bind(Json(left.conflicts))
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// As the log writes it.
fn name_of(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

#[derive(Debug, Clone, PartialEq)]
pub struct LeftRow {
    pub record_id: Uuid,
    pub entity: Entity,
    pub outcome: UndoOutcome,
    pub conflicts: Vec<Conflict>,
}

impl LeftRow {
    /// Of a row's texts; nothing when an older program cannot read them.
    pub(super) fn of(id: Uuid, entity: &str, outcome: String, conflicts: serde_json::Value) -> Option<Self> {
        Some(LeftRow {
            record_id: id,
            entity: if entity == Entity::Account.as_str() { Entity::Account } else { Entity::Contact },
            outcome: serde_json::from_value(outcome.into()).ok()?,
            conflicts: serde_json::from_value(conflicts).ok()?,
        })
    }
}
