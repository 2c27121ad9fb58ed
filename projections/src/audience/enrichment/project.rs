//! Events of suggestions to rows. A job makes them by the hundred thousand, so those of a batch are one statement.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::enrichment::events::{Classifier, EnrichmentEvent, Suggested};
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct IndustrySuggestions;

#[async_trait]
impl Projection for IndustrySuggestions {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut new = New::default();
        for entry in batch.entries() {
            match batch.event(entry)? {
                EnrichmentEvent::IndustrySuggested { at, suggested } => {
                    new.0.insert(entry.about_id, (entry.sequence, at, suggested));
                }
                EnrichmentEvent::IndustrySuggestionAccepted { at } => {
                    std::mem::take(&mut new).save(target.connection, target.schema).await?;
                    decide(target, entry, Some(at), "accepted", None).await?;
                }
                EnrichmentEvent::IndustrySuggestionRejected { at, reason, .. } => {
                    std::mem::take(&mut new).save(target.connection, target.schema).await?;
                    decide(target, entry, Some(at), "rejected", reason).await?;
                }
                EnrichmentEvent::IndustrySuggestionReopened { .. } => {
                    std::mem::take(&mut new).save(target.connection, target.schema).await?;
                    decide(target, entry, None, "pending", None).await?;
                }
            }
        }
        new.save(target.connection, target.schema).await
    }
}

/// The last of each account in a row of events.
#[derive(Default)]
struct New(BTreeMap<Uuid, (i64, DateTime<Utc>, Suggested)>);

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

impl New {
    async fn save(self, connection: &mut PgConnection, schema: &str) -> Result<(), ApplyError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let (mut ids, mut versions, mut times) = (Vec::new(), Vec::new(), Vec::new());
        let (mut industries, mut naics, mut sic) = (Vec::new(), Vec::new(), Vec::new());
        let (mut confidences, mut by, mut because) = (Vec::new(), Vec::new(), Vec::new());
        for (id, (version, at, one)) in self.0 {
            ids.push(id);
            versions.push(version);
            times.push(at);
            industries.push(encode::text(&one.industry).to_string());
            naics.push(one.naics);
            sic.push(one.sic);
            confidences.push(i16::from(one.confidence));
            by.push(match one.by {
                Classifier::Rules => "rules".to_owned(),
                Classifier::Model(name) => format!("model:{name}"),
            });
            // The database keeps no NUL, not even escaped.
            because
                .push(serde_json::to_string(&one.because).map_err(LogError::Encode)?.replace("\\u0000", ""));
        }
        let sql = format!(
            "insert into {schema}.industry_suggestions as held (account_id, version, suggested_at, industry, naics, sic, confidence, suggested_by, because, decision)
             select id, version, at, industry, naics, sic, confidence, by, because::jsonb, 'pending'
             from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::text[], $9::text[])
               as new (id, version, at, industry, naics, sic, confidence, by, because)
             on conflict (account_id) do update set version = excluded.version, suggested_at = excluded.suggested_at, industry = excluded.industry, naics = excluded.naics,
               sic = excluded.sic, confidence = excluded.confidence, suggested_by = excluded.suggested_by, because = excluded.because, decision = 'pending',
               decided_at = null, decided_by = null, reason = null
             where held.version < excluded.version"
        );
        sqlx::query(&sql)
            .bind(ids)
            .bind(versions)
            .bind(times)
            .bind(industries)
            .bind(naics)
            .bind(sic)
            .bind(confidences)
            .bind(by)
            .bind(because)
            .execute(connection)
            .await?;
        Ok(())
    }
}

/// `at`: none where it waits again, decided by nobody.
async fn decide(
    target: &mut Target<'_>,
    entry: &Entry,
    at: Option<DateTime<Utc>>,
    decision: &'static str,
    reason: Option<String>,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.industry_suggestions set decision = $2, decided_at = $3, decided_by = $4, reason = $5, version = $6 where account_id = $1 and version < $6",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(decision)
        .bind(at)
        .bind(at.map(|_| entry.metadata().actor))
        .bind(reason.map(|reason| encode::text(&reason).to_string()))
        .bind(entry.sequence)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}
