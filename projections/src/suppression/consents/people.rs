//! For whom a statement counts, and which of a person's counts: kept with the rows, so that lists need no look at merges.
//!
//! A merge of contacts carries all that was said of the one over to the other, and undoing it carries it back.

use uuid::Uuid;

use crate::runner::{ApplyError, Target};

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

/// Whoever is merged into somebody else (`None`: no more), in order.
pub(super) async fn merged(
    target: &mut Target<'_>,
    moved: &[(Uuid, Option<Uuid>)],
) -> Result<(), ApplyError> {
    for (contact, into) in moved {
        let sql = match into {
            Some(_) => format!(
                "insert into {}.consent_merges (contact_id, into_id) values ($1, $2) on conflict (contact_id) do update set into_id = excluded.into_id",
                target.schema
            ),
            None => {
                format!(
                    "delete from {}.consent_merges where contact_id = $1 and $2::uuid is null",
                    target.schema
                )
            }
        };
        sqlx::query(&sql).bind(contact).bind(into).execute(&mut *target.connection).await?;
    }
    Ok(())
}

pub(super) async fn erased(target: &mut Target<'_>, contacts: &[Uuid]) -> Result<(), ApplyError> {
    if contacts.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {}.consent_erased (contact_id) select unnest($1::uuid[]) on conflict do nothing",
        target.schema
    );
    sqlx::query(&sql).bind(contacts).execute(&mut *target.connection).await?;
    Ok(())
}

/// What goes with the person. Basis, channel and moments stay as the account of what was done.
const FORGOTTEN: &str = "origin = null, wording = null, reference = null, url = null, ip = null, note = null, file_key = null, \
    file_name = null, file_size = null, taken_back_why = null, erased = true";

pub(super) async fn forget(target: &mut Target<'_>, contacts: &[Uuid]) -> Result<(), ApplyError> {
    if contacts.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "update {}.consents set {FORGOTTEN} where contact_id = any($1) and not erased",
        target.schema
    );
    sqlx::query(&sql).bind(contacts).execute(&mut *target.connection).await?;
    Ok(())
}

/// Works out anew for whom the statements of these contacts count, and of those that were merged into them; then which count.
pub(super) async fn count_for(target: &mut Target<'_>, contacts: &[Uuid]) -> Result<(), ApplyError> {
    if contacts.is_empty() {
        return Ok(());
    }
    let schema = target.schema;
    let below = format!(
        "below as (select id from unnest($1::uuid[]) as u(id) union select m.contact_id from {schema}.consent_merges m join below on m.into_id = below.id)"
    );
    let of_below = format!(
        "with recursive {below} select distinct c.person_id from {schema}.consents c join below on below.id = c.contact_id"
    );
    let mut people: Vec<Uuid> =
        sqlx::query_scalar(&of_below).bind(contacts).fetch_all(&mut *target.connection).await?;
    // Most contacts that are merged have said nothing.
    if people.is_empty() {
        return Ok(());
    }
    let carried = format!(
        "with recursive {below},
           up as (select id as contact_id, id as person_id from below
             union select up.contact_id, m.into_id from up join {schema}.consent_merges m on m.contact_id = up.person_id),
           heads as (select contact_id, person_id from up where not exists (select from {schema}.consent_merges m where m.contact_id = up.person_id))
         update {schema}.consents c set person_id = l.person_id from heads l where l.contact_id = c.contact_id and l.person_id <> c.person_id
         returning c.person_id"
    );
    let carried: Vec<Uuid> =
        sqlx::query_scalar(&carried).bind(contacts).fetch_all(&mut *target.connection).await?;
    people.extend(carried);
    let counts = counting(schema, "where person_id = any($1)");
    sqlx::query(&counts).bind(&people).execute(&mut *target.connection).await?;
    Ok(())
}

/// The same for everybody at once.
pub(super) async fn settle(target: &mut Target<'_>) -> Result<(), ApplyError> {
    let schema = target.schema;
    let carried = format!(
        "with recursive up as (select contact_id, into_id as person_id from {schema}.consent_merges
             union select up.contact_id, m.into_id from up join {schema}.consent_merges m on m.contact_id = up.person_id),
           heads as (select contact_id, person_id from up where not exists (select from {schema}.consent_merges m where m.contact_id = up.person_id))
         update {schema}.consents c set person_id = l.person_id from heads l where l.contact_id = c.contact_id and l.person_id <> c.person_id"
    );
    sqlx::query(&carried).execute(&mut *target.connection).await?;
    let forgotten = format!(
        "update {schema}.consents set {FORGOTTEN} where not erased and contact_id in (select contact_id from {schema}.consent_erased)"
    );
    sqlx::query(&forgotten).execute(&mut *target.connection).await?;
    let counts = counting(schema, "");
    sqlx::query(&counts).execute(&mut *target.connection).await?;
    Ok(())
}

/// Of each person and channel the latest counts that was not taken back (`Statement::rank` in the domain).
fn counting(schema: &str, which: &str) -> String {
    format!(
        "update {schema}.consents c set counts = s.counts from (
           select id, taken_back_at is null and row_number() over (partition by person_id, channel, taken_back_at is null order by recorded_at desc, id desc) = 1 as counts
           from {schema}.consents {which}) s where s.id = c.id and c.counts <> s.counts"
    )
}
