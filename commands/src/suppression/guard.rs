//! Who is suppressed at this moment, and why: asked of the guard table, never of a read model.
//!
//! The log writes the guard in the transaction of the event, so what is committed is known to the very next statement of
//! every process. Whoever claims a send or a dial calls [`suppressed`] on the claiming transaction, or joins
//! `guard.suppressed(...)` with the arrays of [`Keys`] in the claiming statement itself.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::values::domain_name::Domain;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::audience::values::phone::Phone;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::blind_index::BlindIndex;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::error::CommandError;

/// Somebody who is about to be contacted. Whatever is known of them is asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacted {
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Of the company; the email's own domain is asked about in any case.
    pub domain: Option<String>,
    pub account: Option<Uuid>,
    /// For whom they are contacted: that client's own suppressions count, too.
    pub client: Option<Uuid>,
    pub campaign: Option<Uuid>,
    /// In whose name: who left that brand of ours is left alone by it.
    pub brand: Option<Uuid>,
}

/// Why somebody must not be contacted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// Which of those asked about, from 0.
    pub number: usize,
    /// The suppression.
    pub id: Uuid,
    pub kind: Kind,
    pub reach: Reach,
    pub reason: Reason,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
}

/// What is bound to `guard.suppressed`, column by column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    pub numbers: Vec<i32>,
    pub kinds: Vec<String>,
    pub keys: Vec<Vec<u8>>,
    pub reaches: Vec<String>,
}

/// The keyed hash under which the guard knows a key.
pub fn hash(blind: &BlindIndex, key: &SuppressedKey) -> Vec<u8> {
    blind.key(key.kind().scope(), key.value())
}

impl Keys {
    pub fn of(blind: &BlindIndex, all: &[Contacted]) -> Keys {
        let mut columns = Keys::default();
        for (number, one) in (0..).zip(all) {
            let reaches: Vec<Reach> = std::iter::once(Reach::Global)
                .chain(one.client.map(Reach::Client))
                .chain(one.campaign.map(Reach::Campaign))
                .chain(one.brand.map(Reach::Brand))
                .collect();
            for key in keys_of(one) {
                let hashed = hash(blind, &key);
                for reach in &reaches {
                    columns.numbers.push(number);
                    columns.kinds.push(key.kind().as_str().to_owned());
                    columns.keys.push(hashed.clone());
                    columns.reaches.push(reach.to_string());
                }
            }
        }
        columns
    }
}

/// What cannot be read cannot be contacted either, and is suppressed by nothing.
fn keys_of(one: &Contacted) -> Vec<SuppressedKey> {
    let email = one.email.as_deref().and_then(|email| EmailAddress::parse(email).ok());
    let at = email.as_ref().and_then(EmailAddress::registrable_domain);
    let company = one.domain.as_deref().and_then(|domain| Domain::parse(domain).ok());
    let phone = one.phone.as_deref().and_then(|phone| Phone::parse(phone, None).ok());
    let mut keys = Vec::with_capacity(4);
    keys.extend(email.and_then(|email| SuppressedKey::parse(Kind::Email, email.as_str(), None).ok()));
    keys.extend(phone.and_then(|phone| SuppressedKey::parse(Kind::Phone, phone.e164(), None).ok()));
    keys.extend(
        at.iter().filter_map(|domain| SuppressedKey::parse(Kind::Domain, domain.as_str(), None).ok()),
    );
    let company = company.filter(|domain| at.as_ref() != Some(domain));
    keys.extend(company.and_then(|domain| SuppressedKey::parse(Kind::Domain, domain.as_str(), None).ok()));
    keys.extend(one.account.map(SuppressedKey::account));
    keys
}

/// Who of these is suppressed and why, with one statement. Nobody is missing from the answer because of a lag.
pub async fn suppressed(
    executor: impl PgExecutor<'_>,
    blind: &BlindIndex,
    all: &[Contacted],
    at: DateTime<Utc>,
) -> Result<Vec<Suppressed>, CommandError> {
    let Keys { numbers, kinds, keys, reaches } = Keys::of(blind, all);
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select number as "number!", owner as "owner!", kind as "kind!", reach as "reach!", reason as "reason!", since as "since!", until
           from guard.suppressed($1, $2, $3, $4, $5) order by number, since"#,
        &numbers, &kinds, &keys, &reaches, at
    )
    .fetch_all(executor)
    .await?;
    rows.into_iter()
        .map(|row| {
            let unknown =
                || CommandError::unexpected(format!("the guard's row of {} cannot be read", row.owner));
            Ok(Suppressed {
                number: usize::try_from(row.number).map_err(CommandError::unexpected)?,
                id: row.owner,
                kind: Kind::parse(&row.kind).ok_or_else(unknown)?,
                reach: row.reach.parse().map_err(|_| unknown())?,
                reason: Reason::parse(&row.reason).ok_or_else(unknown)?,
                since: row.since,
                until: row.until,
            })
        })
        .collect()
}
