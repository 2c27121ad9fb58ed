//! The undo of an import, as its row shows it, and the records of which something was left.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::imports::events::UndoPreviewed;
use pivotal_domain::audience::imports::mapping::MappedEntity;
use pivotal_domain::audience::imports::undo::facts::ChunkUndone;
use pivotal_domain::audience::imports::undo::{Chosen, Conflict, UndoOutcome, UndoResult};
use pivotal_log::reader::Entry;
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

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

/// Where a change is written: one import's row.
pub(super) struct Row<'a> {
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
    pub fn of(connection: &'a mut PgConnection, schema: &'a str, entry: &Entry) -> Self {
        Row { connection, schema, id: entry.about_id, sequence: entry.sequence }
    }

    pub async fn look_started(self, at: DateTime<Utc>, job: Uuid) -> Result<(), sqlx::Error> {
        self.change(None, Some(job), |shown| shown.preview = Some(begun(at, job))).await
    }

    pub async fn looked(self, at: DateTime<Utc>, looked: UndoPreviewed) -> Result<(), sqlx::Error> {
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

    pub async fn look_stopped(self, at: DateTime<Utc>) -> Result<(), sqlx::Error> {
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

    pub async fn started(self, at: DateTime<Utc>, job: Uuid, _chosen: Chosen) -> Result<(), sqlx::Error> {
        let sql = format!("delete from {}.import_undo_left where import_id = $1", self.schema);
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

    pub async fn ended(self, at: DateTime<Utc>, result: UndoResult, done: bool) -> Result<(), sqlx::Error> {
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
        let sql = format!("select undo from {}.imports where id = $1", self.schema);
        let held: Option<Option<Json<UndoShown>>> =
            sqlx::query_scalar(&sql).bind(self.id).fetch_optional(&mut *self.connection).await?;
        let Json(mut shown) = held.flatten().unwrap_or_default();
        say(&mut shown);
        let sql = format!(
            "update {}.imports set sequence = $2, state = coalesce($3, state), undo_job = coalesce($4, undo_job), undo = $5 where id = $1",
            self.schema
        );
        let query = sqlx::query(&sql).bind(self.id).bind(self.sequence).bind(state).bind(job);
        query.bind(Json(shown)).execute(self.connection).await.map(|_| ())
    }
}

/// A record of which something was left, as the fact of its chunk says.
pub(super) async fn save_left(
    connection: &mut PgConnection,
    schema: &str,
    undone: ChunkUndone,
) -> Result<(), sqlx::Error> {
    for left in undone.left {
        let sql = format!(
            "insert into {schema}.import_undo_left (import_id, record_id, entity, outcome, conflicts) values ($1, $2, $3, $4, $5)
             on conflict (import_id, record_id) do update set outcome = excluded.outcome, conflicts = excluded.conflicts"
        );
        sqlx::query(&sql)
            .bind(undone.import_id)
            .bind(left.id)
            .bind(name_of(&left.entity))
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
    pub entity: MappedEntity,
    pub outcome: UndoOutcome,
    pub conflicts: Vec<Conflict>,
}

/// Records of which something was left, for whoever was shown the import.
pub async fn left(pool: &PgPool, import: Uuid, args: &PageArgs) -> Result<Page<LeftRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = sqlx::query!(
        "select record_id, entity, outcome, conflicts from read.import_undo_left where import_id = $1 and ($2::uuid is null or record_id > $2) order by record_id limit $3",
        import, after, args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let read = |text: String| serde_json::Value::from(text);
    let rows = rows.into_iter().filter_map(|row| {
        let left = LeftRow {
            record_id: row.record_id,
            entity: serde_json::from_value(read(row.entity)).ok()?,
            outcome: serde_json::from_value(read(row.outcome)).ok()?,
            conflicts: serde_json::from_value(row.conflicts).ok()?,
        };
        Some((page::encode(&row.record_id), left))
    });
    Ok(Page::cut(rows.collect(), args))
}
