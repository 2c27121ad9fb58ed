//! The preview of an import, as its row shows it. The lists are files; here stand counts and times.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::imports::events::Previewed;
use pivotal_domain::audience::imports::outcome::RunResult;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_log::reader::Entry;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PreviewState {
    Running,
    Done,
    Cancelled,
    Failed,
    /// The counts are there, the lists are not.
    Expired,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewRow {
    pub state: PreviewState,
    pub started_at: DateTime<Utc>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    #[serde(default)]
    pub result: RunResult,
}

/// Where a change of the preview is written: one import's row.
pub(super) struct Shown<'a> {
    connection: &'a mut PgConnection,
    schema: &'a str,
    id: Uuid,
    sequence: i64,
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

impl<'a> Shown<'a> {
    pub fn of(connection: &'a mut PgConnection, schema: &'a str, entry: &Entry) -> Self {
        Shown { connection, schema, id: entry.about_id, sequence: entry.sequence }
    }

    pub async fn started(self, at: DateTime<Utc>, job: Uuid) -> Result<(), sqlx::Error> {
        let preview = PreviewRow {
            state: PreviewState::Running,
            started_at: at,
            finished_at: None,
            expires_at: None,
            error: None,
            result: RunResult::default(),
        };
        let sql = format!(
            "update {}.imports set sequence = $2, state = 'mapped', preview_job = $3, preview = $4 where id = $1",
            self.schema
        );
        let query = sqlx::query(&sql).bind(self.id).bind(self.sequence).bind(job);
        query.bind(sqlx::types::Json(preview)).execute(self.connection).await.map(|_| ())
    }

    pub async fn made(self, at: DateTime<Utc>, made: Previewed) -> Result<(), sqlx::Error> {
        let (expires_at, result) = (Some(made.expires_at), made.result);
        let say = move |preview: &mut PreviewRow| {
            preview.state = PreviewState::Done;
            preview.finished_at = Some(at);
            preview.expires_at = expires_at;
            preview.result = result;
        };
        self.change(Some("previewed"), None, say).await
    }

    pub async fn stopped(
        self,
        at: DateTime<Utc>,
        job: Uuid,
        error: Option<String>,
    ) -> Result<(), sqlx::Error> {
        let say = move |preview: &mut PreviewRow| {
            preview.state = if error.is_some() { PreviewState::Failed } else { PreviewState::Cancelled };
            preview.finished_at = Some(at);
            preview.error = error;
        };
        self.change(None, Some(job), say).await
    }

    pub async fn removed(self, job: Uuid, _reason: PreviewRemoval) -> Result<(), sqlx::Error> {
        self.change(None, Some(job), |preview| preview.state = PreviewState::Expired).await
    }

    /// The run has begun: what was previewed is history.
    pub async fn overtaken(self) -> Result<(), sqlx::Error> {
        let say = |preview: &mut PreviewRow| {
            preview.state = match preview.state {
                PreviewState::Running => PreviewState::Cancelled,
                PreviewState::Done => PreviewState::Expired,
                other => other,
            };
        };
        self.change(None, None, say).await
    }

    /// Of another job than the one shown, only the sequence is of interest.
    async fn change(
        self,
        state: Option<&str>,
        job: Option<Uuid>,
        say: impl FnOnce(&mut PreviewRow),
    ) -> Result<(), sqlx::Error> {
        let sql = format!("select preview_job, preview from {}.imports where id = $1", self.schema);
        type Held = (Option<Uuid>, Option<sqlx::types::Json<PreviewRow>>);
        let held: Option<Held> =
            sqlx::query_as(&sql).bind(self.id).fetch_optional(&mut *self.connection).await?;
        let (shown, mut preview) = held.unwrap_or_default();
        if let Some(preview) = preview.as_mut()
            && job.is_none_or(|job| Some(job) == shown)
        {
            say(preview);
        }
        let sql = format!(
            "update {}.imports set sequence = $2, state = coalesce($3, state), preview = $4 where id = $1",
            self.schema
        );
        let query = sqlx::query(&sql).bind(self.id).bind(self.sequence).bind(state).bind(preview);
        query.execute(self.connection).await.map(|_| ())
    }
}
