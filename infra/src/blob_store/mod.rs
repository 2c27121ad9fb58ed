//! Files behind the [`BlobStore`] port, always through S3: a real one (Amazon, MinIO) or the one in
//! this process ([`embedded::EmbeddedS3`]). One client means one behaviour to test.

pub mod embedded;
mod upload;

use std::ops::Range;
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_s3::Client;
use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_s3::error::{DisplayErrorContext, SdkError};
use aws_sdk_s3::operation::get_object::GetObjectOutput;
use futures::StreamExt;
use pivotal_commands::ports::blob_store::{BlobError, BlobKey, BlobMeta, BlobRead, BlobStore, BlobStream};
use secrecy::{ExposeSecret, SecretString};
use tokio_util::io::ReaderStream;

#[derive(Debug, Clone)]
pub struct S3Settings {
    /// S3_ENDPOINT; none means Amazon's for the region.
    pub endpoint: Option<String>,
    /// S3_BUCKET, created if it is missing and the credentials allow it.
    pub bucket: String,
    /// S3_REGION
    pub region: String,
    /// S3_ACCESS_KEY
    pub access_key: String,
    /// S3_SECRET_KEY
    pub secret_key: SecretString,
}

/// Nothing moves in a deletion, and who deletes may keep others waiting.
const DELETED_WITHIN: Duration = Duration::from_secs(20);

#[derive(Debug, Clone)]
pub struct S3BlobStore {
    client: Client,
    bucket: String,
}

impl S3BlobStore {
    /// Connects and makes sure that the bucket is there.
    pub async fn connect(settings: S3Settings) -> Result<Self, BlobError> {
        let secret = settings.secret_key.expose_secret();
        let mut config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(settings.region))
            .credentials_provider(Credentials::new(
                settings.access_key,
                secret,
                None,
                None,
                "pivotal settings",
            ));
        if let Some(endpoint) = settings.endpoint {
            // MinIO and the embedded server know no host name per bucket.
            config = config.endpoint_url(endpoint).force_path_style(true);
        }
        let store = Self { client: Client::from_conf(config.build()), bucket: settings.bucket };
        store.ensure_bucket().await?;
        Ok(store)
    }

    async fn ensure_bucket(&self) -> Result<(), BlobError> {
        match self.client.head_bucket().bucket(&self.bucket).send().await {
            Ok(_) => Ok(()),
            Err(error) if status(&error) == Some(404) => {
                let created = self.client.create_bucket().bucket(&self.bucket).send().await;
                // Another process may have been quicker.
                match created {
                    Err(error) if status(&error) != Some(409) => Err(unavailable(error)),
                    _ => Ok(()),
                }
            }
            Err(error) => Err(BlobError::Unavailable(format!(
                "bucket `{}` cannot be used, check S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY and S3_SECRET_KEY ({})",
                self.bucket,
                DisplayErrorContext(error)
            ))),
        }
    }

    async fn size_of(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        match self.client.head_object().bucket(&self.bucket).key(key.as_str()).send().await {
            Ok(found) => Ok(Some(found.content_length().unwrap_or(0).max(0) as u64)),
            Err(error) if status(&error) == Some(404) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }
}

#[async_trait]
impl BlobStore for S3BlobStore {
    async fn put_stream(
        &self,
        key: &BlobKey,
        content_type: &str,
        body: BlobStream,
    ) -> Result<BlobMeta, BlobError> {
        upload::upload(&self.client, &self.bucket, key, content_type, body).await
    }

    async fn get_stream(&self, key: &BlobKey, range: Option<Range<u64>>) -> Result<BlobRead, BlobError> {
        let request = self.client.get_object().bucket(&self.bucket).key(key.as_str());
        let request = match &range {
            // HTTP's ranges include their end; an empty one cannot be said.
            Some(range) if range.is_empty() => return Err(self.out_of_range(key, range).await),
            Some(range) => request.range(format!("bytes={}-{}", range.start, range.end - 1)),
            None => request,
        };
        match request.send().await {
            Ok(found) => Ok(read(found)),
            Err(error) => match (status(&error), range) {
                (Some(404), _) => Err(BlobError::NotFound(key.clone())),
                (Some(416), Some(range)) => Err(self.out_of_range(key, &range).await),
                _ => Err(unavailable(error)),
            },
        }
    }

    async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        let asked = self.client.delete_object().bucket(&self.bucket).key(key.as_str()).send();
        match tokio::time::timeout(DELETED_WITHIN, asked).await {
            Err(late) => Err(BlobError::Unavailable(late.to_string())),
            Ok(Err(error)) if status(&error) != Some(404) => Err(unavailable(error)),
            Ok(_) => Ok(()),
        }
    }

    async fn exists(&self, key: &BlobKey) -> Result<bool, BlobError> {
        Ok(self.size_of(key).await?.is_some())
    }
}

impl S3BlobStore {
    async fn out_of_range(&self, key: &BlobKey, range: &Range<u64>) -> BlobError {
        match self.size_of(key).await {
            Ok(Some(size)) => {
                BlobError::OutOfRange { key: key.clone(), start: range.start, end: range.end, size }
            }
            Ok(None) => BlobError::NotFound(key.clone()),
            Err(error) => error,
        }
    }
}

fn read(found: GetObjectOutput) -> BlobRead {
    let whole = found.content_range().and_then(|range| range.rsplit('/').next()?.parse().ok());
    BlobRead {
        content_type: found.content_type().unwrap_or("application/octet-stream").to_owned(),
        size: whole.unwrap_or(found.content_length().unwrap_or(0).max(0) as u64),
        body: ReaderStream::with_capacity(found.body.into_async_read(), 64 * 1024).boxed(),
    }
}

fn status<E>(error: &SdkError<E>) -> Option<u16> {
    error.raw_response().map(|response| response.status().as_u16())
}

fn unavailable<E: std::error::Error + 'static>(error: SdkError<E>) -> BlobError {
    BlobError::Unavailable(DisplayErrorContext(error).to_string())
}
