//! A record as a preview of rules tells of it.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::survivorship::order::SourceKind;
use pivotal_domain::audience::survivorship::weigh::Weighed;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::record::lists::ListName;

/// The one list of such a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed;

impl ListName for Changed {
    const ALL: &'static [Changed] = &[Changed];

    fn kind(self) -> &'static str {
        "preview-survivorship"
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeighedRow {
    pub entity: Entity,
    pub record: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub fields: BTreeMap<String, WeighedField>,
}

/// The value that holds, and the one that would.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeighedField {
    pub now: FieldValue,
    pub now_from: From,
    pub then: FieldValue,
    pub then_from: From,
}

/// Where and when a value was told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct From {
    pub kind: SourceKind,
    pub at: chrono::DateTime<chrono::Utc>,
    /// Of the event.
    pub position: i64,
}

impl WeighedRow {
    pub fn new(entity: Entity, record: Uuid, name: Option<&str>, weighed: Vec<Weighed>) -> Self {
        let fields = weighed.into_iter().map(|one| {
            let from = |origin: pivotal_domain::audience::provenance::Origin| From {
                kind: SourceKind::of_rank(origin.source.rank()),
                at: origin.at,
                position: origin.position,
            };
            let (now_from, then_from) = (from(one.now_from), from(one.then_from));
            (one.field, WeighedField { now: one.now, now_from, then: one.then, then_from })
        });
        WeighedRow { entity, record, name: name.map(str::to_owned), fields: fields.collect() }
    }
}
