//! Reading the rules, and what happened to them.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::consent_rules::ID;
use pivotal_domain::suppression::consent_rules::events::ConsentRuleEvent;
use pivotal_domain::suppression::consent_rules::rules::{CountryRule, OTHERS, Preset, Rules};
use pivotal_log::reader;
use sqlx::PgPool;

use crate::audience::history::port::Reading;
use crate::page::QueryError;

/// The rule of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    /// ISO 3166-1 alpha-2, or `*` for every country without a rule of its own.
    pub country: String,
    pub rule: CountryRule,
    /// `None`: it is one that Pivotal came with.
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<String>,
    pub note: Option<String>,
}

/// One change of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleTold {
    pub position: i64,
    pub country: String,
    /// `None`: it was removed.
    pub rule: Option<CountryRule>,
    pub previous: Option<CountryRule>,
    pub note: Option<String>,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
}

/// What a code is called.
pub fn name(country: &str) -> &'static str {
    match country {
        OTHERS => "All other countries",
        code => Country::parse(code).map_or("", |country| country.name()),
    }
}

/// Every rule by the name of its country, that of all others first. Nothing for whom consents are nothing.
pub async fn rules(pool: &PgPool, actor: &Actor) -> Result<Vec<RuleRow>, QueryError> {
    if !may(actor) {
        return Ok(Vec::new());
    }
    let rows =
        sqlx::query!("select country, email, phone, changed_at, changed_by, note from read.consent_rules")
            .fetch_all(pool)
            .await?;
    let mut all: Vec<RuleRow> = rows
        .into_iter()
        .map(|row| RuleRow {
            rule: CountryRule { email: preset(&row.email), phone: preset(&row.phone) },
            country: row.country,
            changed_at: row.changed_at,
            changed_by: row.changed_by,
            note: row.note,
        })
        .collect();
    if all.is_empty() {
        let built_in = Rules::default();
        all.extend(built_in.all().map(|(country, rule)| RuleRow {
            country: country.to_owned(),
            rule,
            changed_at: None,
            changed_by: None,
            note: None,
        }));
    }
    all.sort_by_key(|row| (row.country != OTHERS, name(&row.country)));
    Ok(all)
}

/// What is not known asks for consent: nobody is contacted by mistake.
fn preset(text: &str) -> Preset {
    Preset::parse(text).unwrap_or(Preset::ConsentNeeded)
}

/// Every change, the latest first.
pub async fn told(Reading { pool, opener }: Reading<'_>, actor: &Actor) -> Result<Vec<RuleTold>, QueryError> {
    if !may(actor) {
        return Ok(Vec::new());
    }
    let entries = reader::read_record(pool, "consent_rules", ID).await?;
    let opened = opener.open(&entries, |_| false).await?;
    let told = opened.entries().iter().rev().filter_map(|entry| {
        let (country, rule, previous, note, at) = match opened.event::<ConsentRuleEvent>(entry).ok()? {
            ConsentRuleEvent::ConsentRuleSet { at, country, rule, previous, note, .. } => {
                (country.unwrap_or_else(|| OTHERS.to_owned()), Some(rule), previous, note, at)
            }
            ConsentRuleEvent::ConsentRuleRemoved { at, country, previous, .. } => {
                (country, None, Some(previous), None, at)
            }
        };
        let (position, actor) = (entry.position, entry.metadata().actor);
        Some(RuleTold { position, country, rule, previous, note, at, actor })
    });
    Ok(told.collect())
}

fn may(actor: &Actor) -> bool {
    actor.scope(Permission::ConsentsView) != Scope::None
}
