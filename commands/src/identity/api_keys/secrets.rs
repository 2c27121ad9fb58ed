//! Secrets of API keys: 256 random bits, of which the database keeps only the SHA-256. A slow hash would protect nothing here, for
//! there is nothing to guess, and it would be paid at every request.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::BEGINS;
use crate::error::CommandError;

pub(super) struct Fresh {
    /// Shown once.
    pub secret: SecretString,
    pub hash: Vec<u8>,
    /// What of it is shown for good.
    pub prefix: String,
}

pub(super) fn fresh() -> Result<Fresh, CommandError> {
    let mut bytes = [0u8; 36];
    OsRng.try_fill_bytes(&mut bytes).map_err(CommandError::unexpected)?;
    let (shown, hidden) = bytes.split_at(4);
    let prefix = format!("{BEGINS}{}", hex::encode(shown));
    let secret = format!("{prefix}_{}", URL_SAFE_NO_PAD.encode(hidden));
    Ok(Fresh { hash: hash(&secret), secret: secret.into(), prefix })
}

pub(super) fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

pub(super) async fn store(db: impl PgExecutor<'_>, id: Uuid, hash: &[u8]) -> Result<(), sqlx::Error> {
    sqlx::query!("insert into auth.api_keys (id, hash) values ($1, $2)", id, hash).execute(db).await?;
    Ok(())
}

pub(super) async fn remove(db: impl PgExecutor<'_>, id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from auth.api_keys where id = $1", id).execute(db).await?;
    Ok(())
}

pub(super) async fn id_of(db: impl PgExecutor<'_>, hash: &[u8]) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("select id from auth.api_keys where hash = $1", hash).fetch_optional(db).await
}
