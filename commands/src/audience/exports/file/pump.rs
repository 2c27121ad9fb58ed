//! Carries rows from the list to the store: stops when told, reports how far it is, and never leaves half a file. What a client
//! supplied for its own use only is left on the way, and counted, unless it was asked for.

use std::io::Read;

use bytes::Bytes;
use futures::StreamExt;
use pivotal_domain::audience::exports::events::Restricted;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::restriction::{may_be_used_for, restricted_to};
use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio_stream::wrappers::ReceiverStream;

use super::{Tail, Writer};
use crate::jobs::handler::JobError;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::blob_store::BlobStream;
use crate::ports::record_lists::{ListRead, Rows};

/// Pieces of the file on their way to the store.
const AHEAD: usize = 4;
/// Bytes of a packed file read at once.
const PIECE: usize = 256 * 1024;

/// How the carrying ended.
#[derive(Debug)]
pub enum Pumped {
    All {
        rows: u64,
        cut_cells: u64,
        left_out: u64,
    },
    Stopped(Stop),
    Failed(JobError),
    /// The store took no more.
    Refused,
}

type Sender = mpsc::Sender<std::io::Result<Bytes>>;

/// The file as a stream for the store, and how it ended. Runs in a task of its own: its statements must not be cut off when
/// the store drops the stream. To leave out what is restricted, each row says so in one more value, its last.
pub fn pump(
    job: RunningJob,
    read: ListRead,
    writer: Writer,
    restricted: Restricted,
) -> (BlobStream, JoinHandle<Pumped>) {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let task = tokio::spawn(async move {
        let pumped = match carry(&job, read, writer, restricted, &sender).await {
            Ok(pumped) => pumped,
            Err(error) => Pumped::Failed(error),
        };
        if !matches!(pumped, Pumped::All { .. }) {
            // Without an error the store would take what it has for the whole file.
            let _ = sender.send(Err(std::io::Error::other("the export was not written to its end"))).await;
        }
        pumped
    });
    (ReceiverStream::new(receiver).boxed(), task)
}

async fn carry(
    job: &RunningJob,
    mut read: ListRead,
    mut writer: Writer,
    restricted: Restricted,
    sender: &Sender,
) -> Result<Pumped, JobError> {
    let total = i64::try_from(read.total).ok();
    let (mut rows, mut left_out) = (0_u64, 0_u64);
    job.report(0, total, Some("Writing")).await?;
    while let Some(page) = read.pages.next().await {
        if let Some(stop) = job.stop() {
            return Ok(Pumped::Stopped(stop));
        }
        let mut page = page?;
        left_out += leave_out(&mut page, restricted);
        rows += page.len() as u64;
        let (back, piece) = spawn_blocking(move || {
            let piece = writer.rows(page);
            (writer, piece)
        })
        .await?;
        writer = back;
        let piece = piece?;
        if !piece.is_empty() && sender.send(Ok(piece)).await.is_err() {
            return Ok(Pumped::Refused);
        }
        job.report((rows + left_out) as i64, total, None).await?;
    }
    job.report((rows + left_out) as i64, total, Some("Finishing the file")).await?;
    let (tail, cut_cells) = spawn_blocking(move || writer.end()).await??;
    let sent = match tail {
        Tail::Bytes(bytes) => sender.send(Ok(bytes)).await.is_ok(),
        Tail::File(file) => send_file(file, sender.clone()).await?,
    };
    Ok(if sent { Pumped::All { rows, cut_cells, left_out } } else { Pumped::Refused })
}

/// Takes out of a page what may not be used for ourselves, and from what stays the value that says so. How many went.
fn leave_out(page: &mut Rows, restricted: Restricted) -> u64 {
    if restricted == Restricted::Include {
        return 0;
    }
    let before = page.len();
    page.retain_mut(|row| {
        let only = row.pop();
        let only = only.as_ref().and_then(Value::as_str).map(FieldValue::from);
        may_be_used_for(restricted_to(only.as_ref()), None)
    });
    (before - page.len()) as u64
}

async fn send_file(mut file: std::fs::File, sender: Sender) -> Result<bool, JobError> {
    let sent = spawn_blocking(move || -> std::io::Result<bool> {
        loop {
            let mut piece = vec![0; PIECE];
            let read = file.read(&mut piece)?;
            if read == 0 {
                return Ok(true);
            }
            piece.truncate(read);
            if sender.blocking_send(Ok(Bytes::from(piece))).is_err() {
                return Ok(false);
            }
        }
    });
    Ok(sent.await??)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_client_supplied_is_left_out_and_counted_and_the_rest_is_as_it_was_asked_for() {
        let client = "00000000-0000-0000-0000-000000000007";
        let read = || vec![vec![json!("Ada"), Value::Null], vec![json!("Grace"), json!(client)]];
        let mut page = read();
        assert_eq!(leave_out(&mut page, Restricted::LeaveOut), 1);
        assert_eq!(page, vec![vec![json!("Ada")]]);
        let mut page = read();
        assert_eq!(leave_out(&mut page, Restricted::Include), 0);
        assert_eq!(page, read());
    }
}
