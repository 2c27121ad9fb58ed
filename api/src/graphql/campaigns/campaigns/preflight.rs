//! What is found before a launch, and how an audience divides.

use async_graphql::{Enum, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::ports::audience_source::AudienceHealth as Health;
use pivotal_domain::campaigns::campaigns::left_out::LeftOut;
use pivotal_domain::campaigns::campaigns::preflight::{Item, Level};
use serde_json::Value;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Level")]
pub enum PreflightLevel {
    /// It is not launched.
    Fault,
    Warning,
}

/// What keeps a campaign from being launched, or should be looked at before.
#[derive(Debug, SimpleObject)]
pub struct PreflightItem {
    pub code: String,
    pub level: PreflightLevel,
    /// Of the wizard, where it is mended: audience, content, schedule, review.
    pub step: String,
    pub message: String,
    pub detail: Option<Json<Value>>,
}

impl From<Item> for PreflightItem {
    fn from(item: Item) -> Self {
        PreflightItem {
            code: item.code.to_owned(),
            level: item.level.into(),
            step: item.step.as_str().to_owned(),
            message: item.words,
            detail: item.detail.map(Json),
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct ReasonCount {
    pub reason: String,
    /// In words.
    pub label: String,
    pub count: u64,
}

impl ReasonCount {
    pub fn of(code: &str, count: u64) -> Self {
        ReasonCount { reason: code.to_owned(), label: LeftOut::label_of(code), count }
    }
}

#[derive(Debug, SimpleObject)]
pub struct DomainCount {
    pub domain: String,
    pub count: u64,
}

/// How an audience divides now. Counted in the database; a launch asks the guard for each of them.
#[derive(Debug, SimpleObject)]
pub struct AudienceHealth {
    pub total: u64,
    pub reachable: u64,
    /// Each for the first reason that holds, so that with the reachable ones they add up.
    pub excluded: Vec<ReasonCount>,
    /// The recipients' domains with most people, at most 20; of calls none.
    pub domains: Vec<DomainCount>,
    /// Of whom neither a time zone nor a country is known: the campaign's counts.
    pub zones_unknown: u64,
    pub as_of: DateTime<Utc>,
}

impl From<Health> for AudienceHealth {
    fn from(health: Health) -> Self {
        let excluded = health.excluded.iter().map(|(reason, count)| ReasonCount::of(reason.as_str(), *count));
        let domains = health.domains.into_iter().map(|(domain, count)| DomainCount { domain, count });
        AudienceHealth {
            total: health.total,
            reachable: health.reachable,
            excluded: excluded.collect(),
            domains: domains.collect(),
            zones_unknown: health.zones_unknown,
            as_of: health.as_of,
        }
    }
}
