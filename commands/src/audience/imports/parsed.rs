//! The file's rows, read and parsed ahead in chunks: what the run and a preview both begin with.

use std::sync::Arc;

use futures::{Stream, StreamExt};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::facts::RowProblem;

use super::CHUNK;
use super::estimate::Estimate;
use super::file::FileProblem;
use super::file::rows::{RawRow, read_rows_where};
use super::plan::{CustomFields, Plan, Precedence};
use super::row::{self, Wanted};
use crate::context::Context;
use crate::jobs::handler::JobError;
use crate::ports::blob_store::BlobKey;

/// Chunks parsed ahead of the one being decided.
const AHEAD: usize = 4;

/// A chunk of rows, parsed.
pub struct Read {
    pub rows: Vec<Wanted>,
    /// Of their text in the file.
    pub length: usize,
}

/// Reads, decodes and parses ahead on a thread of its own, so that the database never waits for the processor. Begins
/// behind the row `after`.
pub async fn parsed_chunks(
    ctx: &Context,
    import: &Import,
    after: u32,
) -> Result<(Estimate, impl Stream<Item = Result<Read, FileProblem>> + Unpin + use<>), JobError> {
    let format = import
        .format
        .clone()
        .ok_or_else(|| JobError::permanent(anyhow::anyhow!("the import has no file")))?;
    let key: BlobKey = import.file_key.parse().map_err(JobError::permanent)?;
    let file = ctx.blobs.get_stream(&key, None).await?;
    let (body, estimate) = (file.body, Estimate::new(file.size, &format.encoding));
    let custom = CustomFields::load(ctx, &import.mapping).await?;
    let precedence = Precedence::load(ctx).await?;
    let plan = Arc::new(Plan::new(import, ctx.now().date_naive(), &custom, precedence));
    let (sender, receiver) = tokio::sync::mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let rows = read_rows_where(body, &format, move |row| row > after).chunks(CHUNK);
        tokio::pin!(rows);
        while let Some(rows) = rows.next().await {
            let read: Result<Vec<RawRow>, _> = rows.into_iter().collect();
            let plan = Arc::clone(&plan);
            let parsed = match read {
                Ok(rows) => {
                    let parsing = tokio::task::spawn_blocking(move || {
                        let length = rows.iter().map(|row| row.length).sum();
                        Read { rows: rows.iter().map(|row| wanted(&plan, row)).collect(), length }
                    });
                    parsing.await.map_err(|error| FileProblem::new("file_not_parsed", error.to_string()))
                }
                Err(problem) => Err(problem),
            };
            // The run has ended when nobody listens.
            if sender.send(parsed).await.is_err() {
                return;
            }
        }
    });
    Ok((estimate, tokio_stream::wrappers::ReceiverStream::new(receiver)))
}

/// A row as the file has it to what it wants, its defects in reading included.
fn wanted(plan: &Arc<Plan>, raw: &RawRow) -> Wanted {
    // The cells of a broken line are not what their columns say: complaining of each would bury the one reason.
    let is_broken = raw.defects.iter().any(|defect| defect.rejects());
    let mut wanted = if is_broken { Wanted::nothing(raw.row) } else { row::read(plan, raw.row, &raw.cells) };
    for defect in &raw.defects {
        if defect.rejects() {
            wanted.reject(defect.code(), None);
        } else {
            wanted.problems.push(RowProblem {
                row: raw.row,
                code: defect.code().to_owned(),
                field: None,
                rejected: false,
            });
        }
    }
    wanted
}
