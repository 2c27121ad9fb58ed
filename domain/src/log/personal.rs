//! Which parts of an event are somebody's personal data, and whose.
//!
//! The codec of the log seals exactly what is declared here with the subject's own key. Domain code never sees a
//! ciphertext; once the key is gone the declared parts are simply absent, so every event must still fold without them.

use cqrs_es::DomainEvent;
use uuid::Uuid;

use crate::audience::fields::catalogue::{Entity, is_personal};

/// A part of an event's payload that must be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalPart {
    /// The value under this key. The field must be `#[serde(default)]`.
    Key(&'static str),
    /// A map from catalogue keys to anything: the entries of the personal fields are sealed, the others stay readable.
    FieldMap { at: &'static str, entity: Entity },
}

impl PersonalPart {
    /// The payload key this part lives under.
    pub fn at(self) -> &'static str {
        match self {
            PersonalPart::Key(at) | PersonalPart::FieldMap { at, .. } => at,
        }
    }

    /// Whether the entry `field` of a field map is sealed.
    pub fn seals(self, field: &str) -> bool {
        match self {
            PersonalPart::Key(_) => true,
            PersonalPart::FieldMap { entity, .. } => is_personal(entity, field),
        }
    }
}

/// Every event of the log says what in it is personal. There is no default: forgetting is not possible.
pub trait LoggedEvent: DomainEvent {
    /// The aggregate the event belongs to, as written in `aggregate_type`.
    const AGGREGATE: &'static str;

    /// The parts to seal with the aggregate's own key (the aggregate is the person). Empty when there are none.
    fn personal(&self) -> &'static [PersonalPart];

    /// The subject whose key seals the personal parts.
    fn subject(&self, aggregate_id: Uuid) -> Option<Uuid> {
        (!self.personal().is_empty()).then_some(aggregate_id)
    }
}
