//! Events of the rules to rows. Before the first there are no rows; with it come those that Pivotal came with.

use async_trait::async_trait;
use pivotal_domain::suppression::consent_rules::events::ConsentRuleEvent;
use pivotal_domain::suppression::consent_rules::rules::{OTHERS, Rules};
use pivotal_log::reader::Entry;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct ConsentRules;

#[async_trait]
impl Projection for ConsentRules {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            let event: ConsentRuleEvent = batch.event(entry)?;
            begin(target).await?;
            write(event, entry, target).await?;
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

/// Only the first event finds no rows: that of all other countries is never removed.
async fn begin(target: &mut Target<'_>) -> Result<(), ApplyError> {
    let built_in = Rules::default();
    let (countries, rules): (Vec<&str>, Vec<_>) = built_in.all().unzip();
    let sql = format!(
        "insert into {0}.consent_rules (country, email, phone, version)
         select country, email, phone, 0 from unnest($1::text[], $2::text[], $3::text[]) as u(country, email, phone)
         where not exists (select from {0}.consent_rules)",
        target.schema
    );
    sqlx::query(&sql)
        .bind(countries)
        .bind(rules.iter().map(|rule| rule.email.as_str()).collect::<Vec<_>>())
        .bind(rules.iter().map(|rule| rule.phone.as_str()).collect::<Vec<_>>())
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn write(event: ConsentRuleEvent, entry: &Entry, target: &mut Target<'_>) -> Result<(), ApplyError> {
    match event {
        ConsentRuleEvent::ConsentRuleSet { at, country, rule, note, .. } => {
            let sql = format!(
                "insert into {}.consent_rules (country, email, phone, changed_at, changed_by, note, version) values ($1, $2, $3, $4, $5, $6, $7)
                 on conflict (country) do update set email = excluded.email, phone = excluded.phone, changed_at = excluded.changed_at,
                   changed_by = excluded.changed_by, note = excluded.note, version = excluded.version",
                target.schema
            );
            sqlx::query(&sql)
                .bind(country.unwrap_or_else(|| OTHERS.to_owned()))
                .bind(rule.email.as_str())
                .bind(rule.phone.as_str())
                .bind(at)
                .bind(entry.metadata().actor)
                .bind(note)
                .bind(entry.sequence)
                .execute(&mut *target.connection)
                .await?;
        }
        ConsentRuleEvent::ConsentRuleRemoved { country, .. } => {
            let sql = format!("delete from {}.consent_rules where country = $1", target.schema);
            sqlx::query(&sql).bind(country).execute(&mut *target.connection).await?;
        }
    }
    Ok(())
}
