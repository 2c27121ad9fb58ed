//! Rules of retention and legal holds: what the log keeps of them.

use pivotal_domain::suppression::legal_holds::events::LegalHoldEvent;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::retention::account::{Done, End, Found, Item};
use pivotal_domain::suppression::retention::events::RetentionEvent;
use pivotal_domain::suppression::retention::keep::{Keep, Unit};
use pivotal_domain::suppression::retention::kind::{Data, Kind};

use super::audience::{at, id};
use super::check;

#[test]
fn retention() {
    let (kind, keep) = (Kind::InactiveContacts, Keep::For { count: 3, unit: Unit::Years });
    let item = Item { id: id(1), since: at() };
    check(
        RetentionEvent::NAMES,
        vec![
            RetentionEvent::RetentionRuleSet {
                at: at(),
                kind,
                keep,
                previous: Keep::Forever,
                dry_run: Some(id(2)),
                note: Some("the board said so".into()),
                by: id(3),
                source: "ui".into(),
            },
            RetentionEvent::RetentionDryRan {
                at: at(),
                run: id(2),
                kind,
                keep,
                found: Found {
                    now: 1,
                    next_30: 2,
                    next_90: 3,
                    held: 1,
                    items: vec![item],
                    held_items: vec![item],
                },
            },
            RetentionEvent::RetentionRan {
                at: at(),
                run: id(4),
                began_at: at(),
                done: vec![Done { kind, keep, deleted: 1, held: 1, left: 0, more: false, on_hold: false }],
                end: End::Completed,
                tell: vec![id(3)],
            },
        ],
    );
}

#[test]
fn legal_holds() {
    let over = Over::Contact(id(1));
    check(
        LegalHoldEvent::NAMES,
        vec![
            LegalHoldEvent::LegalHoldPlaced {
                at: at(),
                over,
                reason: Some("a claim of theirs".into()),
                reference: Some("2026/114".into()),
                source: "ui".into(),
            },
            LegalHoldEvent::LegalHoldLifted {
                at: at(),
                over: Over::Data(Data::ImportFiles),
                why: Some("settled".into()),
                source: "api".into(),
            },
            LegalHoldEvent::LegalHoldErased { at: at(), over },
        ],
    );
}
