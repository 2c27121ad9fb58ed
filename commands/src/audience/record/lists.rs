//! The lists of a preview: a file of JSON lines for each of them, read a page at a time from where the last one ended.

use std::collections::BTreeMap;

use bytes::Bytes;
use chrono::{DateTime, Duration};
use futures::StreamExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc::Sender;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::ports::blob_store::{BlobError, BlobKey, BlobMeta};

/// How long they can be opened. They hold values of records, and the world moves on.
pub const KEPT: Duration = Duration::hours(24);
/// Bytes gathered before they are sent to the store.
const PIECE: usize = 64 * 1024;
/// More than a list can have; a store wants to know an end.
const MOST_BYTES: u64 = 1 << 40;
/// Pieces that wait for the store.
const AHEAD: usize = 4;
/// Rows of a page at most.
pub const PAGE_MAX: usize = 500;

/// Which list: each is a file of its own.
pub trait ListName: Copy + Ord + 'static {
    const ALL: &'static [Self];

    /// What the store calls files of it.
    fn kind(self) -> &'static str;
}

/// Named after the job, so that a newer preview never mixes with an older one.
fn key(kind: &'static str, job: Uuid) -> Result<BlobKey, CommandError> {
    let time = job.get_timestamp().map(|timestamp| timestamp.to_unix());
    let at = time.and_then(|(seconds, _)| DateTime::from_timestamp(seconds as i64, 0)).unwrap_or_default();
    BlobKey::new(kind, at, job).map_err(CommandError::unexpected)
}

/// Writes lists as they grow; a file is begun with its first row.
pub struct Lists<'a, L> {
    ctx: &'a Context,
    job: Uuid,
    open: BTreeMap<L, Growing>,
}

struct Growing {
    text: Vec<u8>,
    sender: Sender<std::io::Result<Bytes>>,
    stored: JoinHandle<Result<BlobMeta, BlobError>>,
}

impl<'a, L: ListName> Lists<'a, L> {
    pub fn new(ctx: &'a Context, job: Uuid) -> Self {
        Lists { ctx, job, open: BTreeMap::new() }
    }

    pub async fn push(&mut self, list: L, row: &impl Serialize) -> Result<(), CommandError> {
        let growing = match self.open.entry(list) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(Growing::begin(self.ctx, key(list.kind(), self.job)?))
            }
        };
        serde_json::to_writer(&mut growing.text, row)?;
        growing.text.push(b'\n');
        if growing.text.len() >= PIECE { growing.flush().await } else { Ok(()) }
    }

    /// They can be read from now on.
    pub async fn finish(self) -> Result<(), CommandError> {
        for (_, mut growing) in self.open {
            growing.flush().await?;
            drop(growing.sender);
            growing.stored.await.map_err(CommandError::unexpected)?.map_err(CommandError::unexpected)?;
        }
        Ok(())
    }

    /// Nothing of them is kept.
    pub async fn abandon(self) {
        for (_, growing) in self.open {
            let _ = growing.sender.send(Err(std::io::Error::other("the preview has ended"))).await;
            drop(growing.sender);
            // It failed, as it was told to.
            let _ = growing.stored.await;
        }
    }
}

impl Growing {
    fn begin(ctx: &Context, key: BlobKey) -> Self {
        let (sender, receiver) = tokio::sync::mpsc::channel(AHEAD);
        let blobs = ctx.blobs.clone();
        let stored = tokio::spawn(async move {
            let body = tokio_stream::wrappers::ReceiverStream::new(receiver).boxed();
            blobs.put_stream(&key, "application/x-ndjson", body).await
        });
        Growing { text: Vec::new(), sender, stored }
    }

    async fn flush(&mut self) -> Result<(), CommandError> {
        let piece = Bytes::from(std::mem::take(&mut self.text));
        if piece.is_empty() || self.sender.send(Ok(piece)).await.is_ok() {
            return Ok(());
        }
        Err(CommandError::unexpected("the file store stopped taking the lists of a preview"))
    }
}

pub async fn delete<L: ListName>(ctx: &Context, job: Uuid) -> Result<(), CommandError> {
    for list in L::ALL {
        ctx.blobs.delete(&key(list.kind(), job)?).await.map_err(CommandError::unexpected)?;
    }
    Ok(())
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPage<R> {
    /// Each with the place behind it.
    pub rows: Vec<(u64, R)>,
    pub more: bool,
}

/// Reads on from `after`, a place that an earlier page gave.
pub async fn page<R: DeserializeOwned>(
    ctx: &Context,
    job: Uuid,
    list: impl ListName,
    after: u64,
    first: usize,
) -> Result<ListPage<R>, CommandError> {
    let (key, first) = (key(list.kind(), job)?, first.clamp(1, PAGE_MAX));
    let mut page = ListPage { rows: Vec::new(), more: false };
    let mut body = match ctx
        .blobs
        .get_stream(&key, (after > 0).then_some(after..after.saturating_add(MOST_BYTES)))
        .await
    {
        Ok(read) => read.body,
        // A list without rows has no file, and behind the last row is nothing.
        Err(BlobError::NotFound(_) | BlobError::OutOfRange { .. }) => return Ok(page),
        Err(error) => return Err(CommandError::unexpected(error)),
    };
    let (mut text, mut at) = (Vec::new(), after);
    while let Some(piece) = body.next().await {
        text.extend_from_slice(&piece.map_err(CommandError::unexpected)?);
        let mut start = 0;
        while let Some(end) = text[start..].iter().position(|byte| *byte == b'\n') {
            if page.rows.len() == first {
                page.more = true;
                return Ok(page);
            }
            let row = serde_json::from_slice(&text[start..start + end]).map_err(|_| not_a_place())?;
            start += end + 1;
            page.rows.push((at + start as u64, row));
        }
        text.drain(..start);
        at += start as u64;
    }
    Ok(page)
}

fn not_a_place() -> CommandError {
    CommandError::rejected(Rejection::of_field(
        "after",
        "CURSOR",
        "The cursor does not belong to this list. Start again from the first page.",
    ))
}
