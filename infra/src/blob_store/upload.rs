//! Uploads of unknown length in bounded memory: small ones in one request, larger ones in parts.

use std::io;

use aws_sdk_s3::Client;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};
use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use futures::stream::Fuse;
use pivotal_commands::ports::blob_store::{BlobError, BlobKey, BlobMeta, BlobStream};
use sha2::{Digest, Sha256};

use super::unavailable;

/// S3 wants at least 5 MB and at most 10,000 parts: files of up to 80 GB. At most two parts are held
/// in memory: the one being sent, and a copy while it is handed over.
const PART: usize = 8 * 1024 * 1024;

pub async fn upload(
    client: &Client,
    bucket: &str,
    key: &BlobKey,
    content_type: &str,
    body: BlobStream,
) -> Result<BlobMeta, BlobError> {
    let mut source = Source::new(body);
    let first = source.next_part().await.map_err(BlobError::Upload)?;
    if first.len() < PART {
        let put = client.put_object().bucket(bucket).key(key.as_str()).content_type(content_type);
        put.body(ByteStream::from(first)).send().await.map_err(unavailable)?;
        return Ok(source.meta());
    }
    let mut parts = Parts::begin(client, bucket, key, content_type).await?;
    let mut part = first;
    while !part.is_empty() {
        parts.send(part).await?;
        part = source.next_part().await.map_err(BlobError::Upload)?;
    }
    parts.complete().await?;
    Ok(source.meta())
}

/// Cuts the stream into parts, counting and hashing on the way.
struct Source {
    /// Whether there is more is only known by asking again, which a stream that has ended may not survive.
    body: Fuse<BlobStream>,
    buffer: BytesMut,
    size: u64,
    hash: Sha256,
}

impl Source {
    fn new(body: BlobStream) -> Self {
        Self { body: body.fuse(), buffer: BytesMut::new(), size: 0, hash: Sha256::new() }
    }

    /// A full part, or the rest; empty at the end.
    async fn next_part(&mut self) -> io::Result<Bytes> {
        while self.buffer.len() < PART {
            let Some(piece) = self.body.next().await else { break };
            let piece = piece?;
            self.size += piece.len() as u64;
            self.hash.update(&piece);
            self.buffer.extend_from_slice(&piece);
        }
        let length = self.buffer.len().min(PART);
        Ok(self.buffer.split_to(length).freeze())
    }

    fn meta(self) -> BlobMeta {
        BlobMeta { size: self.size, sha256: hex::encode(self.hash.finalize()) }
    }
}

/// A multipart upload. Unless it is completed, dropping it (an error, a sender who left) removes what
/// was sent: unfinished parts cost money on a real S3.
struct Parts {
    client: Client,
    bucket: String,
    key: String,
    upload_id: String,
    sent: Vec<CompletedPart>,
    open: bool,
}

impl Parts {
    async fn begin(
        client: &Client,
        bucket: &str,
        key: &BlobKey,
        content_type: &str,
    ) -> Result<Self, BlobError> {
        let create =
            client.create_multipart_upload().bucket(bucket).key(key.as_str()).content_type(content_type);
        let created = create.send().await.map_err(unavailable)?;
        let upload_id =
            created.upload_id.ok_or_else(|| BlobError::Unavailable("S3 gave no upload id".into()))?;
        Ok(Self {
            client: client.clone(),
            bucket: bucket.to_owned(),
            key: key.as_str().to_owned(),
            upload_id,
            sent: Vec::new(),
            open: true,
        })
    }

    async fn send(&mut self, part: Bytes) -> Result<(), BlobError> {
        let number = i32::try_from(self.sent.len() + 1).unwrap_or(i32::MAX);
        let upload = self.client.upload_part().bucket(&self.bucket).key(&self.key).upload_id(&self.upload_id);
        let sent =
            upload.part_number(number).body(ByteStream::from(part)).send().await.map_err(unavailable)?;
        let part = CompletedPart::builder()
            .part_number(number)
            .set_e_tag(sent.e_tag)
            .set_checksum_crc32(sent.checksum_crc32)
            .build();
        self.sent.push(part);
        Ok(())
    }

    async fn complete(mut self) -> Result<(), BlobError> {
        let parts =
            CompletedMultipartUpload::builder().set_parts(Some(std::mem::take(&mut self.sent))).build();
        let complete = self.client.complete_multipart_upload().bucket(&self.bucket).key(&self.key);
        complete.upload_id(&self.upload_id).multipart_upload(parts).send().await.map_err(unavailable)?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Parts {
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        let abort = self.client.abort_multipart_upload().bucket(&self.bucket).key(&self.key);
        let abort = abort.upload_id(&self.upload_id).send();
        // A failure leaves parts behind: the embedded store clears them at its start, a real bucket
        // by its lifecycle rule (docs/OPERATIONS.md).
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(abort);
        }
    }
}
