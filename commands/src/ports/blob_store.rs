//! Files: uploads, reject files, exports. Written once, never changed, read in ranges.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ops::Range;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use chrono::{DateTime, Datelike, Utc};
use futures::StreamExt;
use futures::stream::{self, BoxStream};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A file's content on its way in or out, a piece at a time.
pub type BlobStream = BoxStream<'static, io::Result<Bytes>>;

/// A generated name, `kind/yyyy/mm/uuid`. A person's file name never becomes part of it: it could
/// climb out of its folder, and stores limit its length.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey(String);

#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not the name of a stored file (kind/yyyy/mm/uuid)")]
pub struct InvalidBlobKey(String);

impl BlobKey {
    /// `kind` says what the file is: `import`, `reject`, `export`. At most 32 of `a-z`, `0-9`, `-`.
    pub fn new(kind: &'static str, at: DateTime<Utc>, id: Uuid) -> Result<Self, InvalidBlobKey> {
        format!("{kind}/{:04}/{:02}/{id}", at.year(), at.month()).parse()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BlobKey {
    type Err = InvalidBlobKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits =
            |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let valid = match text.split('/').collect::<Vec<_>>()[..] {
            [kind, year, month, id] => {
                (1..=32).contains(&kind.len())
                    && kind.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
                    && digits(year, 4)
                    && digits(month, 2)
                    && id.len() == 36
                    && Uuid::parse_str(id).is_ok()
            }
            _ => false,
        };
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidBlobKey(text.to_owned())) }
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobMeta {
    /// In bytes.
    pub size: u64,
    /// Of the whole content, lower-case hex.
    pub sha256: String,
}

/// A file, or a part of it, being read.
pub struct BlobRead {
    pub content_type: String,
    /// Of the whole file, in bytes, whatever part is read.
    pub size: u64,
    pub body: BlobStream,
}

#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    #[error("there is no stored file `{0}`")]
    NotFound(BlobKey),
    #[error("bytes {start}..{end} lie outside of the file `{key}`, which has {size}")]
    OutOfRange { key: BlobKey, start: u64, end: u64, size: u64 },
    /// The sender's fault or failure: nothing was stored.
    #[error("the upload broke off: {0}. Please send the file again")]
    Upload(#[source] io::Error),
    #[error("the file store cannot be reached or refused: {0}")]
    Unavailable(String),
}

/// The port. Adapter: S3, real or embedded, in `pivotal-infra`.
#[async_trait]
pub trait BlobStore: Send + Sync {
    /// Stores everything `body` gives, in bounded memory. If it fails, or ends in an error, nothing is
    /// stored. Commit the row that names the file after this returned.
    async fn put_stream(
        &self,
        key: &BlobKey,
        content_type: &str,
        body: BlobStream,
    ) -> Result<BlobMeta, BlobError>;

    /// Reads the file, or only the bytes of `range` (its end is exclusive, and may lie behind the file's).
    async fn get_stream(&self, key: &BlobKey, range: Option<Range<u64>>) -> Result<BlobRead, BlobError>;

    /// Deleting what is not there is no error.
    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError>;

    async fn exists(&self, key: &BlobKey) -> Result<bool, BlobError>;
}

/// For tests: the same promises, in memory.
#[derive(Debug, Default, Clone)]
pub struct InMemoryBlobStore {
    blobs: Arc<Mutex<BTreeMap<BlobKey, (String, Bytes)>>>,
}

impl InMemoryBlobStore {
    fn blobs(&self) -> std::sync::MutexGuard<'_, BTreeMap<BlobKey, (String, Bytes)>> {
        // Whole values are swapped in, so a poisoned lock holds nothing half done.
        self.blobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl BlobStore for InMemoryBlobStore {
    async fn put_stream(
        &self,
        key: &BlobKey,
        content_type: &str,
        mut body: BlobStream,
    ) -> Result<BlobMeta, BlobError> {
        let mut content = BytesMut::new();
        while let Some(piece) = body.next().await {
            content.extend_from_slice(&piece.map_err(BlobError::Upload)?);
        }
        let meta = BlobMeta { size: content.len() as u64, sha256: hex::encode(Sha256::digest(&content)) };
        self.blobs().insert(key.clone(), (content_type.to_owned(), content.freeze()));
        Ok(meta)
    }

    async fn get_stream(&self, key: &BlobKey, range: Option<Range<u64>>) -> Result<BlobRead, BlobError> {
        let found = self.blobs().get(key).cloned();
        let (content_type, content) = found.ok_or_else(|| BlobError::NotFound(key.clone()))?;
        let size = content.len() as u64;
        let part = match range {
            Some(range) if range.start >= size || range.is_empty() => {
                return Err(BlobError::OutOfRange {
                    key: key.clone(),
                    start: range.start,
                    end: range.end,
                    size,
                });
            }
            Some(range) => content.slice(range.start as usize..range.end.min(size) as usize),
            None => content,
        };
        // In small pieces, so that a reader's handling of borders is tested.
        let pieces: Vec<_> = part.chunks(64 * 1024).map(|piece| Ok(part.slice_ref(piece))).collect();
        Ok(BlobRead { content_type, size, body: stream::iter(pieces).boxed() })
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.blobs().remove(key);
        Ok(())
    }

    async fn exists(&self, key: &BlobKey) -> Result<bool, BlobError> {
        Ok(self.blobs().contains_key(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> BlobKey {
        BlobKey::new("import", DateTime::UNIX_EPOCH, Uuid::nil()).unwrap()
    }

    fn body(pieces: Vec<io::Result<&'static str>>) -> BlobStream {
        stream::iter(pieces).map(|piece| piece.map(|text| Bytes::from_static(text.as_bytes()))).boxed()
    }

    async fn text(read: BlobRead) -> String {
        let pieces: Vec<_> = read.body.map(Result::unwrap).collect().await;
        String::from_utf8(pieces.concat()).unwrap()
    }

    #[test]
    fn a_key_is_generated_and_nothing_else_is_one() {
        assert_eq!(key().as_str(), "import/1970/01/00000000-0000-0000-0000-000000000000");
        for wrong in [
            "",
            "a",
            "import/../../evil",
            "import/1970/01/leads.csv",
            "import/1970/01/00000000-0000-0000-0000-000000000000/x",
        ] {
            assert!(wrong.parse::<BlobKey>().is_err(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn what_was_stored_is_read_whole_and_in_part() {
        let store = InMemoryBlobStore::default();
        let meta = store.put_stream(&key(), "text/csv", body(vec![Ok("hello "), Ok("world")])).await.unwrap();
        assert_eq!(meta.size, 11);
        assert_eq!(meta.sha256, hex::encode(Sha256::digest("hello world")));
        let whole = store.get_stream(&key(), None).await.unwrap();
        assert_eq!((whole.content_type.as_str(), whole.size), ("text/csv", 11));
        assert_eq!(text(whole).await, "hello world");
        assert_eq!(text(store.get_stream(&key(), Some(6..99)).await.unwrap()).await, "world");
        assert!(matches!(store.get_stream(&key(), Some(11..12)).await, Err(BlobError::OutOfRange { .. })));
    }

    #[tokio::test]
    async fn an_upload_that_breaks_off_stores_nothing() {
        let store = InMemoryBlobStore::default();
        let broken = body(vec![Ok("hello"), Err(io::ErrorKind::ConnectionReset.into())]);
        assert!(matches!(store.put_stream(&key(), "text/csv", broken).await, Err(BlobError::Upload(_))));
        assert!(!store.exists(&key()).await.unwrap());
        assert!(matches!(store.get_stream(&key(), None).await, Err(BlobError::NotFound(_))));
        store.delete(&key()).await.expect("deleting what is not there is no error");
    }
}
