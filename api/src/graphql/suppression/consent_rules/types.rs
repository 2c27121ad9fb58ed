//! The rules as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::consent_rules::rules::{CountryRule, Preset};
use pivotal_projections::suppression::consent_rules::query::{RuleRow, RuleTold, name};
use uuid::Uuid;

use crate::graphql::suppression::name_of;

/// What may be done before somebody said anything.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Preset")]
pub enum ConsentPreset {
    /// Contact them until they object.
    LegitimateInterest,
    /// Not without a basis of their own.
    ConsentNeeded,
}

/// The rule of a country.
#[derive(Debug, SimpleObject)]
pub struct ConsentRule {
    /// Two letters (ISO 3166), or * for every country without a rule of its own.
    pub country: String,
    pub name: &'static str,
    pub email: ConsentPreset,
    pub phone: ConsentPreset,
    /// Null: it is one that Pivotal came with.
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<String>,
    pub note: Option<String>,
}

impl ConsentRule {
    /// `names`: of users.
    pub fn of(row: RuleRow, names: &HashMap<Uuid, String>) -> Self {
        ConsentRule {
            name: name(&row.country),
            country: row.country,
            email: row.rule.email.into(),
            phone: row.rule.phone.into(),
            changed_at: row.changed_at,
            changed_by: row.changed_by.and_then(|by| name_of(&by, names)),
            note: row.note,
        }
    }
}

/// A rule, without whose it is.
#[derive(Debug, SimpleObject)]
pub struct ConsentRuleThen {
    pub email: ConsentPreset,
    pub phone: ConsentPreset,
}

impl From<CountryRule> for ConsentRuleThen {
    fn from(rule: CountryRule) -> Self {
        ConsentRuleThen { email: rule.email.into(), phone: rule.phone.into() }
    }
}

/// One change of the rules.
#[derive(Debug, SimpleObject)]
pub struct ConsentRuleChange {
    pub position: i64,
    pub country: String,
    pub name: &'static str,
    /// Null: the country has none of its own any more.
    pub rule: Option<ConsentRuleThen>,
    /// Null: it had none of its own.
    pub previous: Option<ConsentRuleThen>,
    pub note: Option<String>,
    pub at: DateTime<Utc>,
    pub actor_name: Option<String>,
}

impl ConsentRuleChange {
    /// `names`: of users.
    pub fn of(told: RuleTold, names: &HashMap<Uuid, String>) -> Self {
        ConsentRuleChange {
            position: told.position,
            name: name(&told.country),
            country: told.country,
            rule: told.rule.map(Into::into),
            previous: told.previous.map(Into::into),
            note: told.note,
            at: told.at,
            actor_name: name_of(&told.actor, names),
        }
    }
}

#[derive(Debug, InputObject)]
pub struct ConsentRuleSetInput {
    /// Two letters (ISO 3166) or a name, or * for every country without a rule of its own.
    pub country: String,
    pub email: ConsentPreset,
    pub phone: ConsentPreset,
    /// On whose word.
    pub note: Option<String>,
}
