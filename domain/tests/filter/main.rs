//! The filter language: what is refused and how, what a filter means for a record, what it says.

#![expect(clippy::unwrap_used, reason = "in tests a panic with a line number is what a failure should give")]

mod custom;
mod engagement;
mod linked;
mod meaning;
mod mistakes;
mod properties;
mod sentences;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::error::{FilterError, FilterErrors};
use pivotal_domain::audience::filter::parse::parse;
use serde_json::Value;

fn contacts(json: Value) -> Result<Filter, FilterErrors> {
    parse(Entity::Contact, &json)
}

fn accounts(json: Value) -> Result<Filter, FilterErrors> {
    parse(Entity::Account, &json)
}

/// The only mistake there is.
fn mistake(json: Value) -> FilterError {
    let errors = contacts(json).unwrap_err().0;
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.into_iter().next().unwrap()
}
