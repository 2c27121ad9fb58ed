//! Facts of runs to rows. Nothing in them is personal.

use std::collections::BTreeMap;

use async_trait::async_trait;
use pivotal_domain::audience::phone_validity::counts::Counts;
use pivotal_domain::audience::phone_validity::facts::{Asked, Ended, PhoneLookupFact, Ran};
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct PhoneLookups;

#[async_trait]
impl Projection for PhoneLookups {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let schema = target.schema;
        for entry in batch.entries() {
            let id = entry.about_id;
            match batch.fact(entry)? {
                PhoneLookupFact::PhoneLookupAsked(asked) => {
                    insert(target.connection, schema, id, asked).await?
                }
                PhoneLookupFact::PhoneLookupRan(ran) => chunk(target.connection, schema, id, ran).await?,
                PhoneLookupFact::PhoneLookupEnded(ended) => {
                    finish(target.connection, schema, id, ended).await?
                }
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

async fn insert(
    connection: &mut PgConnection,
    schema: &str,
    id: Uuid,
    asked: Asked,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "insert into {schema}.phone_lookups (id, state, job_id, created_at, created_by, by_ids, expected, import_id, again, which, provider)
         values ($1, 'asked', $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing"
    );
    sqlx::query(&sql)
        .bind(id)
        .bind(asked.job)
        .bind(asked.at)
        .bind(asked.by)
        .bind(asked.by_ids)
        .bind(asked.expected.map(number))
        .bind(asked.import)
        .bind(asked.again)
        .bind(asked.which.as_str())
        .bind(asked.provider)
        .execute(connection)
        .await
        .map(drop)
}

async fn chunk(connection: &mut PgConnection, schema: &str, id: Uuid, ran: Ran) -> Result<(), sqlx::Error> {
    // Numbered on from what is there: chunks come in their order.
    let sql = format!(
        "select mobile + fixed_line + not_found + voip + other + not_valid + no_phone + refused, lines from {schema}.phone_lookups where id = $1"
    );
    let held: Option<(i64, Json<BTreeMap<String, u64>>)> =
        sqlx::query_as(&sql).bind(id).fetch_optional(&mut *connection).await?;
    let Some((before, Json(mut lines))) = held else { return Ok(()) };
    for line in ran.contacts.iter().filter_map(|contact| contact.line) {
        *lines.entry(line.as_str().to_owned()).or_default() += 1;
    }
    let sql = format!(
        "insert into {schema}.phone_lookup_contacts (run_id, number, contact_id, outcome, line, changed)
         select $1, $2 + n, id, outcome, line, changed
         from unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[]) with ordinality as u(id, outcome, line, changed, n) on conflict do nothing"
    );
    sqlx::query(&sql)
        .bind(id)
        .bind(before)
        .bind(ran.contacts.iter().map(|contact| contact.id).collect::<Vec<_>>())
        .bind(ran.contacts.iter().map(|contact| contact.outcome.as_str()).collect::<Vec<_>>())
        .bind(ran.contacts.iter().map(|contact| contact.line.map(|line| line.as_str())).collect::<Vec<_>>())
        .bind(ran.contacts.iter().map(|contact| contact.changed).collect::<Vec<_>>())
        .execute(&mut *connection)
        .await?;
    let sql = format!(
        "update {schema}.phone_lookups set state = 'running', chunks = chunks + 1, lines = $2, mobile = mobile + $3, fixed_line = fixed_line + $4, not_found = not_found + $5,
           voip = voip + $6, other = other + $7, not_valid = not_valid + $8, no_phone = no_phone + $9, refused = refused + $10,
           known = known + $11, changed = changed + $12 where id = $1"
    );
    let Counts {
        mobile,
        fixed_line,
        not_found,
        voip,
        other,
        not_valid,
        no_phone,
        refused,
        known,
        changed,
        ..
    } = ran.counts;
    let mut query = sqlx::query(&sql).bind(id).bind(Json(lines));
    let counts = [mobile, fixed_line, not_found, voip, other, not_valid, no_phone, refused, known, changed];
    for count in counts {
        query = query.bind(number(count));
    }
    query.execute(&mut *connection).await.map(drop)
}

async fn finish(
    connection: &mut PgConnection,
    schema: &str,
    id: Uuid,
    ended: Ended,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "update {schema}.phone_lookups set state = $2, finished_at = $3, error = $4, not_run = $5 where id = $1"
    );
    sqlx::query(&sql)
        .bind(id)
        .bind(ended.end.as_str())
        .bind(ended.at)
        .bind(ended.error.map(|error| encode::text(&error).to_string()))
        .bind(number(ended.counts.not_run))
        .execute(connection)
        .await
        .map(drop)
}
