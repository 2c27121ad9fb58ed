//! Which mail of ours something is about, asked of the guard: it knows a mail from the moment it is marked.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::sending::outcome::State;
use sqlx::PgPool;
use uuid::Uuid;

use crate::error::CommandError;

/// A mail from an address that was written to within this time is taken for an answer.
const ANSWERS_WITHIN: TimeDelta = TimeDelta::days(30);

/// A mail as the guard knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub message: Uuid,
    pub campaign: Uuid,
    pub contact: Uuid,
    pub state: State,
    /// Of the address that it went to, as suppressions know it.
    pub address_key: Vec<u8>,
    pub marked_at: Option<DateTime<Utc>>,
    pub variant: Option<u8>,
    pub domain: Option<String>,
    pub attempts: u16,
}

/// The mails of these ids that there are.
pub async fn by_message(pool: &PgPool, ids: &[Uuid]) -> Result<HashMap<Uuid, Mail>, CommandError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select message as "message!", campaign, contact, state, address_key, marked_at, variant, domain, attempts
           from guard.email_recipients where message = any($1)"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter()
        .map(|row| {
            let unknown =
                || CommandError::unexpected(format!("the state {} of a recipient is unknown", row.state));
            let mail = Mail {
                message: row.message,
                campaign: row.campaign,
                contact: row.contact,
                state: State::parse(&row.state).ok_or_else(unknown)?,
                address_key: row.address_key,
                marked_at: row.marked_at,
                variant: row.variant.and_then(|variant| u8::try_from(variant).ok()),
                domain: row.domain,
                attempts: u16::try_from(row.attempts).unwrap_or_default(),
            };
            Ok((mail.message, mail))
        })
        .collect()
}

/// Our ids of mails that a provider named. A name that mails share which were handed over together says of none that it is meant: what
/// one of them is told to have done would be another's.
pub async fn by_provider(
    pool: &PgPool,
    account: &str,
    names: &[String],
) -> Result<HashMap<String, Uuid>, CommandError> {
    if names.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select id, (array_agg(message))[1] as "message!" from guard.email_provider_ids where account = $1 and id = any($2)
           group by id having count(*) = 1"#,
        account,
        names
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.message)).collect())
}

/// The last mail to each of these addresses, if it was not long ago.
pub async fn by_address(
    pool: &PgPool,
    keys: &[Vec<u8>],
    now: DateTime<Utc>,
) -> Result<HashMap<Vec<u8>, Uuid>, CommandError> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select distinct on (address_key) address_key, message as "message!" from guard.email_recipients
           where address_key = any($1) and state in ('sending', 'sent', 'unknown') and message is not null and touched_at > $2
           order by address_key, touched_at desc"#,
        keys,
        now - ANSWERS_WITHIN
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.address_key, row.message)).collect())
}
