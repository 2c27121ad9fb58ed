//! What a definition must be besides a filter that can be read.

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use super::error::SegmentError;
use super::watch::{DOMAIN_SETS, LISTS};
use crate::audience::filter::Filter;
use crate::audience::filter::predicate::{Predicate, Scalar};

/// The field in which a filter asks for membership of segments; of a contact's account with `account.` before it.
pub const SEGMENTS: &str = "segments";

/// Bytes of a definition. More is a list of values, not a definition.
const LARGEST: usize = 64 * 1024;

/// Nobody in particular looks at a segment, and it stands in every fact's shadow: it must be small.
pub fn check(filter: &Filter, json: &Value) -> Result<(), SegmentError> {
    if filter.conditions().iter().any(|(_, condition)| asks_for_me(&condition.predicate)) {
        return Err(SegmentError::Me);
    }
    match serde_json::to_vec(json).map_or(usize::MAX, |text| text.len()) {
        size if size > LARGEST => Err(SegmentError::TooLarge(size)),
        _ => Ok(()),
    }
}

fn asks_for_me(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::Equals(one) | Predicate::NotEquals(one) => *one == Scalar::Me,
        Predicate::In(many) | Predicate::NotIn(many) => many.contains(&Scalar::Me),
        _ => false,
    }
}

/// The segments that a definition names, of the same kind of records and of the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    pub same: BTreeSet<Uuid>,
    pub other: BTreeSet<Uuid>,
}

impl Named {
    /// Of a definition that was read without a mistake.
    pub fn of(json: &Value) -> Named {
        let mut named = Named::default();
        collect(json, (SEGMENTS, true), &mut named);
        named
    }

    /// Everything that a definition names: segments, lists and domain sets.
    pub fn groups_of(json: &Value) -> BTreeSet<Uuid> {
        let mut named = Named::default();
        for key in [SEGMENTS, LISTS, DOMAIN_SETS] {
            collect(json, (key, true), &mut named);
        }
        named.all()
    }

    pub fn all(&self) -> BTreeSet<Uuid> {
        self.same.union(&self.other).copied().collect()
    }
}

/// What the conditions on this field name; `same`: they speak of the kind of records that the definition is of.
fn collect(json: &Value, (key, same): (&str, bool), named: &mut Named) {
    let Value::Object(object) = json else { return };
    for group in ["all", "any"] {
        for inner in object.get(group).and_then(Value::as_array).into_iter().flatten() {
            collect(inner, (key, same), named);
        }
    }
    if let Some(inner) = object.get("not") {
        collect(inner, (key, same), named);
    }
    if let Some(inner) = object.get("contacts").and_then(|contacts| contacts.get("filter")) {
        collect(inner, (key, !same), named);
    }
    let field = object.get("field").and_then(Value::as_str).unwrap_or_default();
    let at_account = field.strip_prefix("account.") == Some(key);
    if field != key && !at_account {
        return;
    }
    let ids = match object.get("value") {
        Some(Value::Array(items)) => items.iter().filter_map(id).collect(),
        Some(one) => id(one).into_iter().collect::<Vec<_>>(),
        None => Vec::new(),
    };
    let into = if same != at_account { &mut named.same } else { &mut named.other };
    into.extend(ids);
}

fn id(value: &Value) -> Option<Uuid> {
    value.as_str().and_then(|text| Uuid::try_parse(text.trim()).ok())
}
