//! Answering a request for access: everything about the person as `person.json` for programs and `person.pdf` for people, in one
//! file.

pub mod gather;
pub mod layout;
pub mod package;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::suppression::requests::Taken;
use pivotal_domain::suppression::requests::outcome::{AnswerFile, Holdings, Outcome, RowsHeld};
use pivotal_log::failpoint::{Failpoint, hit};
use pivotal_log::reader;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::answer_job::AnswerRequests;
use super::file::{CONTENT_TYPE, KEPT, key};
use super::find::find;
use super::rows::{counted, rows_in_files};
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError};
use crate::jobs::running::RunningJob;

/// Steps that are counted.
const STEPS: Option<i64> = Some(3);

pub(super) async fn answer(
    at_work: &AnswerRequests,
    job: &RunningJob,
    id: Uuid,
    taken: &Taken,
) -> Result<JobEnd, JobError> {
    let ctx = &at_work.ctx;
    job.report(0, STEPS, Some("Looking for the person")).await?;
    let position = reader::head_of(&ctx.log.pools.write).await?;
    let found = find(ctx, at_work.book.as_ref(), &taken.subject, taken.contact).await?;
    job.report(1, STEPS, Some("Gathering what is held")).await?;
    let files = rows_in_files(ctx, &taken.subject, &found.contacts).await?;
    let rows = counted(&files);
    let mut person = gather::gather(ctx, id, taken, &found, files).await?;
    person.audiences = at_work.audiences.of(&found.contacts).await.map_err(CommandError::unexpected)?;
    job.report(2, STEPS, Some("Writing the file")).await?;
    let packed = spawn_blocking(move || package::package(&person)).await??;
    let key = key(id)?;
    let body = stream::iter([Ok(Bytes::from(packed))]).boxed();
    let meta = ctx.blobs.put_stream(&key, CONTENT_TYPE, body).await?;
    hit(Failpoint::RequestAfterStep);
    if erased_since(ctx, position, &found.contacts).await? {
        ctx.blobs.delete(&key).await?;
        return Err(
            anyhow::anyhow!("the person was erased while the answer was written; looking again").into()
        );
    }
    let outcome = Outcome {
        holdings: Holdings { import_rows: RowsHeld::total(&rows), ..found.holdings },
        contacts: found.contacts,
        suppressions: found.suppressions,
        rows,
        positions: vec![position],
        file: Some(AnswerFile {
            key: key.as_str().to_owned(),
            size: meta.size,
            sha256: meta.sha256,
            expires_at: ctx.now() + KEPT,
        }),
    };
    at_work.finish(job, id, outcome).await?;
    job.report(3, STEPS, Some("Answered")).await?;
    Ok(JobEnd::Done)
}

/// From the append of an erasure on, its own job looks for files; this looks back.
async fn erased_since(ctx: &Context, position: i64, contacts: &[Uuid]) -> Result<bool, CommandError> {
    let contacts: Vec<String> = contacts.iter().map(Uuid::to_string).collect();
    let erased = sqlx::query_scalar!(
        r#"select exists (select 1 from log.events where global_position > $1 and event_type = 'ContactErased' and aggregate_id = any($2)) as "erased!""#,
        position,
        &contacts
    );
    Ok(erased.fetch_one(&ctx.log.pools.write).await?)
}
