//! The run of an export: reads the list page by page and streams the file to the store.
//!
//! All rows are of one moment, so a run that was killed does not go on: it reads the list anew and writes the file again in
//! the same place. A file that was not written to its end is never stored.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::exports::columns::columns;
use pivotal_domain::audience::exports::command::{End, ExportCommand};
use pivotal_domain::audience::exports::events::{ExportFormat, Request, Restricted, Written};
use pivotal_domain::audience::exports::{Export, ExportState};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::audience::record::restriction::CLIENT_RESTRICTION;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_log::failpoint::{Failpoint, hit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::file::pump::{Pumped, pump};
use super::file::{Writer, xlsx};
use super::room::rows_of;
use super::{KEPT, key};
use crate::audience::custom_fields::vocabulary;
use crate::audience::record::asker::Asker;
use crate::context::Context;
use crate::execute::{execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::blob_store::BlobError;
use crate::ports::record_lists::{ListAsked, ListError, ListRead, RecordLists};
use crate::suppression::retention::keep;

pub const KIND: &str = kinds::EXPORT_RUN.name;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunExport {
    pub export_id: Uuid,
    #[serde(flatten)]
    pub asker: Asker,
}

/// The handler of [`KIND`].
#[derive(Clone)]
pub struct RunExports {
    pub ctx: Context,
    pub lists: Arc<dyn RecordLists>,
}

impl JobHandler for RunExports {
    const KIND: &'static str = KIND;

    /// Large ones would keep each other's place in the queue; small ones are over at once.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let run: RunExport = job.payload()?;
        let export = self.ctx.log.load::<Export>(run.export_id).await?.state;
        let (ExportState::Running, Some(request)) = (export.state, export.request) else {
            return Ok(JobEnd::Done);
        };
        match job.stop() {
            Some(Stop::Cancelled) => return self.finish(&run, End::Cancelled).await,
            Some(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
            None => {}
        }
        if request.filter.is_none() {
            let error =
                "A person named in the filter was erased, so the list cannot be found again. Export it anew.";
            return self.finish(&run, End::Failed { error: error.into() }).await;
        }
        let vocabulary = vocabulary(&self.ctx).await?;
        let actor = run.asker.actor(&self.ctx.log.load::<User>(run.asker.user).await?.state);
        let asked = asked(&request, actor, run.export_id, &vocabulary, &self.ctx);
        let read = match self.lists.open(asked.clone()).await {
            Ok(read) => read,
            Err(ListError::Refused(error)) => return self.finish(&run, End::Failed { error }).await,
            Err(error) => return Err(error.into()),
        };
        if request.format == ExportFormat::Xlsx && read.total > xlsx::ROWS_MAX {
            let rows = rows_of(self.lists.as_ref(), asked, request.restricted, read.total).await?;
            if rows > xlsx::ROWS_MAX {
                let error = format!(
                    "The file would have {rows} records and an Excel sheet holds {}. Choose CSV, or narrow the list.",
                    xlsx::ROWS_MAX
                );
                return self.finish(&run, End::Failed { error }).await;
            }
        }
        let writer = Writer::new(&request, vocabulary.of(request.entity))?;
        self.write(job, &run, &request, writer, read).await
    }
}

impl RunExports {
    async fn write(
        &self,
        job: &RunningJob,
        run: &RunExport,
        request: &Request,
        writer: Writer,
        read: ListRead,
    ) -> Result<JobEnd, JobError> {
        let (key, as_of, position) = (key(run.export_id)?, read.as_of, read.position);
        let (body, pumped) = pump(job.clone(), read, writer, request.restricted);
        let stored = self.ctx.blobs.put_stream(&key, request.format.content_type(), body).await;
        hit(Failpoint::ExportAfterPut);
        let pumped = pumped.await?;
        let (rows, cut_cells, left_out) = match pumped {
            Pumped::All { rows, cut_cells, left_out } => (rows, cut_cells, left_out),
            Pumped::Stopped(Stop::Cancelled) => return self.finish(run, End::Cancelled).await,
            Pumped::Stopped(Stop::Shutdown | Stop::LeaseLost) => return Ok(JobEnd::Stopped),
            Pumped::Failed(error) => return Err(error),
            // The store gave up; it says why.
            Pumped::Refused => (0, 0, 0),
        };
        let meta = match stored {
            Ok(meta) => meta,
            Err(error @ (BlobError::Upload(_) | BlobError::Unavailable(_))) => return Err(error.into()),
            Err(error) => return Err(JobError::permanent(error)),
        };
        if request.entity == Entity::Contact && self.erased_since(position).await? {
            self.ctx.blobs.delete(&key).await?;
            return Err(
                anyhow::anyhow!("a person was erased while the file was written; writing it again").into()
            );
        }
        let written = Written {
            rows,
            as_of,
            position,
            file_key: key.as_str().to_owned(),
            file_size: meta.size,
            file_hash: meta.sha256,
            cut_cells,
            left_out,
            expires_at: self.expires_at().await?,
        };
        self.finish(run, End::Completed(written)).await
    }

    /// By the rule of retention as it is now. It can become shorter for this file, and never longer.
    async fn expires_at(&self) -> Result<DateTime<Utc>, JobError> {
        let now = self.ctx.now();
        let kept = keep(&self.ctx, Kind::ExportFiles).await?.before(now).map_or(KEPT, |before| now - before);
        Ok(now + kept)
    }

    /// Somebody erased after the rows were taken could be among them. From the append of the erasure on, its own job looks
    /// for files; this looks back.
    async fn erased_since(&self, position: i64) -> Result<bool, JobError> {
        let erased = sqlx::query_scalar!(
            r#"select exists (select 1 from log.events where global_position > $1 and event_type = 'ContactErased') as "erased!""#,
            position
        );
        Ok(erased.fetch_one(&self.ctx.log.pools.write).await?)
    }

    async fn finish(&self, run: &RunExport, end: End) -> Result<JobEnd, JobError> {
        let job_end = if end == End::Cancelled { JobEnd::Cancelled } else { JobEnd::Done };
        if !matches!(end, End::Completed(_)) {
            // An earlier life of this run may have stored it and died.
            self.ctx.blobs.delete(&key(run.export_id)?).await?;
        }
        let (at, actor) = (self.ctx.now(), run.asker.actor(&User::default()));
        execute::<Export, _, _>(
            &self.ctx,
            run.export_id,
            &actor.metadata(),
            None,
            |loaded| Ok(loaded.state.decide(ExportCommand::Finish { at, end: end.clone() })?),
            no_jobs,
        )
        .await?;
        Ok(job_end)
    }
}

fn asked(
    request: &Request,
    actor: Actor,
    export_id: Uuid,
    vocabulary: &Vocabulary,
    ctx: &Context,
) -> ListAsked {
    let requested = export_id.get_timestamp().map(|timestamp| timestamp.to_unix());
    let requested = requested.and_then(|(seconds, _)| chrono::DateTime::from_timestamp(seconds as i64, 0));
    ListAsked {
        actor,
        entity: request.entity,
        filter: request.filter.as_deref().cloned().unwrap_or_default(),
        sort: request.sort.clone(),
        vocabulary: vocabulary.clone(),
        keys: columns(request.entity, &request.columns, request.format, vocabulary.of(request.entity))
            .into_iter()
            .map(|column| column.key)
            // By which the pump tells what is left out. It stands behind the columns of the file, and never in it.
            .chain((request.restricted == Restricted::LeaveOut).then(|| CLIENT_RESTRICTION.to_owned()))
            .collect(),
        asked_at: requested.unwrap_or_else(|| ctx.now()),
    }
}
