//! Who a request is about: by a phone number, which no guard holds, and the other way round, the requests of a contact.

use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

/// Contacts with this number (E.164), archived ones too. An extension behind a mobile number is none of it.
pub async fn contacts_with(pool: &PgPool, phone: &str) -> Result<Vec<Uuid>, QueryError> {
    let ids = sqlx::query_scalar!(
        "select id from read.contacts
         where not erased and (direct_phone_e164 = $1 or split_part(mobile_phone, ' x', 1) = $1 or $1 = any(secondary_phones))
         order by id",
        phone
    )
    .fetch_all(pool)
    .await?;
    Ok(ids)
}

/// Requests about these contacts: those that name them, those that came from an address or number of theirs, and those that were
/// answered with them. Archived ones count, too.
pub async fn requests_of(pool: &PgPool, contacts: &[Uuid]) -> Result<Vec<Uuid>, QueryError> {
    let ids = sqlx::query_scalar!(
        r#"select r.id from read.privacy_requests r
           where r.contact_id = any($1)
             or exists (select 1 from jsonb_array_elements_text(coalesce(r.outcome -> 'contacts', '[]')) as with_whom(id) where with_whom.id::uuid = any($1))
             or exists (select 1 from read.contacts c where c.id = any($1) and not c.erased
               and (r.email = c.email or r.email = any(c.secondary_emails) or r.phone = c.direct_phone_e164
                 or r.phone = split_part(c.mobile_phone, ' x', 1) or r.phone = any(c.secondary_phones)))
           order by r.received_at desc, r.id limit 100"#,
        contacts
    );
    Ok(ids.fetch_all(pool).await?)
}
