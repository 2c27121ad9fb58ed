//! Refresh tokens: 256 random bits, of which the database keeps only the SHA-256.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use rand::TryRngCore;
use rand::rngs::OsRng;
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use uuid::Uuid;

use super::IDLE_ENDS_AFTER;
use crate::error::CommandError;

pub(super) struct Issued {
    pub token: SecretString,
    pub expires_at: DateTime<Utc>,
}

pub(super) fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Gives the session its next token. It never outlives the session.
pub(super) async fn issue_in(
    tx: &mut PgConnection,
    session: Uuid,
    session_ends: DateTime<Utc>,
    parent: Option<&[u8]>,
    now: DateTime<Utc>,
) -> Result<Issued, CommandError> {
    let mut bytes = [0u8; 32];
    OsRng.try_fill_bytes(&mut bytes).map_err(CommandError::unexpected)?;
    let token = URL_SAFE_NO_PAD.encode(bytes);
    let expires_at = session_ends.min(now + IDLE_ENDS_AFTER);
    sqlx::query!(
        "insert into auth.refresh_tokens (hash, session_id, parent, issued_at, expires_at) values ($1, $2, $3, $4, $5)",
        hash(&token),
        session,
        parent,
        now,
        expires_at
    )
    .execute(tx)
    .await?;
    Ok(Issued { token: token.into(), expires_at })
}
