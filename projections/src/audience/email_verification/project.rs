//! Facts of runs to rows. Nothing in them is personal.

use std::collections::BTreeMap;

use async_trait::async_trait;
use pivotal_domain::audience::email_verification::counts::Counts;
use pivotal_domain::audience::email_verification::facts::{Asked, EmailVerificationFact, Ended, Ran};
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailVerifications;

#[async_trait]
impl Projection for EmailVerifications {
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
                EmailVerificationFact::EmailVerificationAsked(asked) => {
                    insert(target.connection, schema, id, asked).await?
                }
                EmailVerificationFact::EmailVerificationRan(ran) => {
                    chunk(target.connection, schema, id, ran).await?
                }
                EmailVerificationFact::EmailVerificationEnded(ended) => {
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
        "insert into {schema}.email_verifications (id, state, job_id, created_at, created_by, by_ids, expected, import_id, again, mailboxes)
         values ($1, 'asked', $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing"
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
        .bind(asked.mailboxes)
        .execute(connection)
        .await
        .map(drop)
}

async fn chunk(connection: &mut PgConnection, schema: &str, id: Uuid, ran: Ran) -> Result<(), sqlx::Error> {
    // Numbered on from what is there: chunks come in their order.
    let sql = format!(
        "select valid + risky + invalid + disposable + catch_all + unknown + no_email + refused, reasons from {schema}.email_verifications where id = $1"
    );
    let held: Option<(i64, Json<BTreeMap<String, u64>>)> =
        sqlx::query_as(&sql).bind(id).fetch_optional(&mut *connection).await?;
    let Some((before, Json(mut reasons))) = held else { return Ok(()) };
    for reason in ran.contacts.iter().filter_map(|contact| contact.reason) {
        *reasons.entry(reason.as_str().to_owned()).or_default() += 1;
    }
    let sql = format!(
        "insert into {schema}.email_verification_contacts (run_id, number, contact_id, outcome, reason, changed)
         select $1, $2 + n, id, outcome, reason, changed
         from unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[]) with ordinality as u(id, outcome, reason, changed, n) on conflict do nothing"
    );
    sqlx::query(&sql)
        .bind(id)
        .bind(before)
        .bind(ran.contacts.iter().map(|contact| contact.id).collect::<Vec<_>>())
        .bind(ran.contacts.iter().map(|contact| contact.outcome.as_str()).collect::<Vec<_>>())
        .bind(
            ran.contacts
                .iter()
                .map(|contact| contact.reason.map(|reason| reason.as_str()))
                .collect::<Vec<_>>(),
        )
        .bind(ran.contacts.iter().map(|contact| contact.changed).collect::<Vec<_>>())
        .execute(&mut *connection)
        .await?;
    let sql = format!(
        "update {schema}.email_verifications set state = 'running', chunks = chunks + 1, reasons = $2, valid = valid + $3, risky = risky + $4, invalid = invalid + $5,
           disposable = disposable + $6, catch_all = catch_all + $7, unknown = unknown + $8, no_email = no_email + $9, refused = refused + $10,
           known = known + $11, changed = changed + $12 where id = $1"
    );
    let Counts {
        valid,
        risky,
        invalid,
        disposable,
        catch_all,
        unknown,
        no_email,
        refused,
        known,
        changed,
        ..
    } = ran.counts;
    let mut query = sqlx::query(&sql).bind(id).bind(Json(reasons));
    let counts = [valid, risky, invalid, disposable, catch_all, unknown, no_email, refused, known, changed];
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
        "update {schema}.email_verifications set state = $2, finished_at = $3, error = $4, not_run = $5 where id = $1"
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
