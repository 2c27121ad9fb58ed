//! Where files are kept.

use pivotal_infra::blob_store::S3Settings;
use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct BlobsConfig {
    /// None means the store inside this process, under the state folder.
    pub s3: Option<S3Settings>,
}

impl BlobsConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let endpoint = source.text("S3_ENDPOINT");
        let region = source.text("S3_REGION");
        let (bucket, access_key, secret_key) =
            (source.text("S3_BUCKET"), source.text("S3_ACCESS_KEY"), source.text("S3_SECRET_KEY"));
        let named = [("S3_BUCKET", &bucket), ("S3_ACCESS_KEY", &access_key), ("S3_SECRET_KEY", &secret_key)];
        let any = endpoint.is_some() || named.iter().any(|(_, value)| value.is_some());
        if any {
            for (name, _) in named.iter().filter(|(_, value)| value.is_none()) {
                source.problem(format!(
                    "{name} is missing. A file store needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY (S3_ENDPOINT and S3_REGION for others than Amazon)"
                ));
            }
        }
        let (Some(bucket), Some(access_key), Some(secret_key)) = (bucket, access_key, secret_key) else {
            return BlobsConfig { s3: None };
        };
        BlobsConfig {
            s3: Some(S3Settings {
                endpoint,
                bucket,
                region: region.unwrap_or_else(|| "us-east-1".into()),
                access_key,
                secret_key: SecretString::from(secret_key),
            }),
        }
    }
}
