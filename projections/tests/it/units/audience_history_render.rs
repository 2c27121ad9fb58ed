use std::collections::BTreeMap;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_projections::audience::history::render::Follower;

use crate::support::records::{change, minute};

#[test]
fn what_comes_with_a_field_is_no_change_of_its_own() {
    let changes = BTreeMap::from([
        ("direct_phone".to_owned(), change(None, Some("+1 202-555-0142"))),
        ("direct_phone_e164".to_owned(), change(None, Some("+12025550142"))),
    ]);
    let event = ContactEvent::ContactFieldsChanged {
        source: Source::Ui,
        at: minute(0),
        changes,
        derived: vec![],
        kept: BTreeMap::new(),
    };
    let said = Follower::default().contact(&event, &|_| None);
    assert_eq!(said.title, "Direct phone changed");
    let derived: Vec<bool> = said.changes.iter().map(|change| change.derived).collect();
    assert_eq!(derived, [false, true]);
}
