//! Filters over the read tables: they find what hand-written SQL finds, mean what they mean in memory, follow the indexes,
//! and end in time.

mod agreement;
mod breakdown;
mod by_hand;
mod custom;
mod engagement;
mod folding;
mod linked;
mod members;
mod people;
mod plans;
mod statuses;
mod suggestions;
mod time;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_projections::audience::filter::Asked;
use serde_json::Value;

use crate::support::records::ADA;

/// By Ada, at noon of 10 March 2026, in UTC.
fn asking() -> Asking {
    Asking { me: vec![ADA.to_string()], ..Asking::at("2026-03-10T12:00:00Z".parse().unwrap()) }
}

fn asked(entity: Entity, json: &Value) -> Asked {
    let filter = parse_with(entity, json, &custom::vocabulary());
    Asked { filter: filter.unwrap_or_else(|error| panic!("{json}: {error}")), asking: asking() }
}
