//! Segments: how they are defined, who is defined by whom, and who enters and leaves.

use std::collections::{BTreeMap, BTreeSet};

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::events::SegmentEvent;
use pivotal_domain::audience::segments::facts::{
    Cause, MembersChanged, Moved, SEGMENT_MEMBERS_CHANGED, SEGMENT_MEMBERS_CHANGED_VERSION, SegmentFact,
    Stood,
};
use pivotal_domain::audience::segments::uses::SegmentUsesEvent;
use pivotal_domain::audience::segments::{Details, Kept};
use serde_json::json;

use super::audience::{at, id};
use super::{check, check_fact};

#[test]
fn segments() {
    let details = Details {
        name: "Germans".into(),
        description: "Whoever is in Germany".into(),
        tags: vec!["DACH".into()],
        sharing: Sharing::Team { team: id(2) },
    };
    let kept = Kept {
        owner: id(1),
        entity: Entity::Contact,
        details: details.clone(),
        definition: json!({"field": "country", "op": "equals", "value": "DE"}),
        active: true,
    };
    let previous = Details { sharing: Sharing::Private, ..details.clone() };
    check(
        SegmentEvent::NAMES,
        vec![
            SegmentEvent::SegmentCreated { at: at(), kept: kept.clone() },
            SegmentEvent::SegmentDetailsChanged { at: at(), details, previous },
            SegmentEvent::SegmentDefinitionChanged {
                at: at(),
                definition: json!({"field": "country", "op": "in", "value": ["DE", "AT"]}),
                previous: kept.definition,
            },
            SegmentEvent::SegmentSwitched { at: at(), active: false },
            SegmentEvent::SegmentRefreshAsked { at: at() },
            SegmentEvent::SegmentArchived { at: at() },
            SegmentEvent::SegmentRestored { at: at() },
        ],
    );
}

#[test]
fn who_is_defined_by_whom() {
    check(
        SegmentUsesEvent::NAMES,
        vec![
            SegmentUsesEvent::SegmentUsesChanged { at: at(), segment: id(1), uses: [id(2), id(3)].into() },
            SegmentUsesEvent::SegmentWithdrawn { at: at(), segment: id(1) },
            SegmentUsesEvent::SegmentOffered { at: at(), segment: id(1) },
            SegmentUsesEvent::SegmentUsesCompleted {
                at: at(),
                uses: BTreeMap::from([(id(1), BTreeSet::from([id(2), id(3)]))]),
                archived: BTreeSet::from([id(3)]),
            },
        ],
    );
}

#[test]
fn members() {
    let changed = MembersChanged {
        segment: id(1),
        at: at(),
        definition: 3,
        cause: Cause::Change,
        entered: vec![Moved { id: id(4), by: Some(42), conditions: vec![Stood { n: 0, holds: true }] }],
        left: vec![Moved { id: id(5), by: None, conditions: vec![] }],
    };
    check_fact(
        SEGMENT_MEMBERS_CHANGED,
        SEGMENT_MEMBERS_CHANGED_VERSION,
        &SegmentFact::SegmentMembersChanged(changed),
    );
}

#[test]
fn every_cause_keeps_its_name() {
    let names: Vec<String> = Cause::ALL.iter().map(|cause| serde_json::to_string(cause).unwrap()).collect();
    for (cause, name) in Cause::ALL.iter().zip(&names) {
        assert_eq!(*name, format!("\"{}\"", cause.as_str()));
        assert_eq!(Cause::parse(cause.as_str()), Some(*cause));
    }
    assert_eq!(names.len(), 6);
}
