//! Carries rows from the list to the store: stops when told, reports how far it is, and never leaves half a file.

use std::io::Read;

use bytes::Bytes;
use futures::StreamExt;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio_stream::wrappers::ReceiverStream;

use super::{Tail, Writer};
use crate::jobs::handler::JobError;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::blob_store::BlobStream;
use crate::ports::record_lists::ListRead;

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
    },
    Stopped(Stop),
    Failed(JobError),
    /// The store took no more.
    Refused,
}

type Sender = mpsc::Sender<std::io::Result<Bytes>>;

/// The file as a stream for the store, and how it ended. Runs in a task of its own: its statements must not be cut off when
/// the store drops the stream.
pub fn pump(job: RunningJob, read: ListRead, writer: Writer) -> (BlobStream, JoinHandle<Pumped>) {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let task = tokio::spawn(async move {
        let pumped = match carry(&job, read, writer, &sender).await {
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
    sender: &Sender,
) -> Result<Pumped, JobError> {
    let total = i64::try_from(read.total).ok();
    let mut rows = 0;
    job.report(0, total, Some("Writing")).await?;
    while let Some(page) = read.pages.next().await {
        if let Some(stop) = job.stop() {
            return Ok(Pumped::Stopped(stop));
        }
        let page = page?;
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
        job.report(rows as i64, total, None).await?;
    }
    job.report(rows as i64, total, Some("Finishing the file")).await?;
    let (tail, cut_cells) = spawn_blocking(move || writer.end()).await??;
    let sent = match tail {
        Tail::Bytes(bytes) => sender.send(Ok(bytes)).await.is_ok(),
        Tail::File(file) => send_file(file, sender.clone()).await?,
    };
    Ok(if sent { Pumped::All { rows, cut_cells } } else { Pumped::Refused })
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
