//! Events of a record, an undo of what was done to it, what happens.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::account::AccountTrace;
use super::contact::ContactTrace;
use super::origin::Origin;
use super::{Around, Conflict, Reason, UndoOutcome, Undone};
use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::Contact;
use crate::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::FieldChange;
use crate::audience::record::source::Source;

const IMPORT: Uuid = Uuid::from_u128(1);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap()
}

fn ours(row: u32) -> Source {
    Source::Import { id: IMPORT, row }
}

fn fields(of: &[(&str, &str)]) -> BTreeMap<String, FieldValue> {
    of.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect()
}

fn created(source: Source, of: &[(&str, &str)]) -> ContactEvent {
    ContactEvent::ContactCreated { source, at: at(), fields: fields(of), derived: vec![], account: None }
}

fn changed(source: Source, of: &[(&str, Option<&str>, Option<&str>)]) -> ContactEvent {
    let change = |(key, old, new): &(&str, Option<&str>, Option<&str>)| {
        let value = |text: &Option<&str>| text.map(FieldValue::from);
        ((*key).to_owned(), FieldChange { old: value(old), new: value(new) })
    };
    ContactEvent::ContactFieldsChanged {
        source,
        at: at(),
        changes: of.iter().map(change).collect(),
        derived: vec![],
        kept: BTreeMap::new(),
    }
}

fn linked(source: Source, account: u128, previous: Option<u128>) -> ContactEvent {
    let link = |id| AccountLink { account_id: Uuid::from_u128(id), how: LinkKind::Import };
    ContactEvent::ContactAccountLinked {
        source,
        at: at(),
        account: link(account),
        previous: previous.map(link),
    }
}

fn undo(events: &[ContactEvent], around: Around) -> (Undone<ContactEvent>, Contact) {
    let undone = ContactTrace::of(Origin::Import(IMPORT), events.to_vec()).undo(at(), around);
    let mut after = Contact::default();
    events.iter().chain(&undone.events).for_each(|event| after.apply(event.clone()));
    (undone, after)
}

fn left() -> Around {
    Around::default()
}

fn chosen() -> Around {
    Around { chosen: true, ..Around::default() }
}

#[test]
fn a_contact_that_the_import_made_is_archived() {
    let (undone, after) = undo(&[created(ours(2), &[("email", "ada@norhavn.test")])], left());
    assert_eq!(undone.outcome, UndoOutcome::Archived);
    assert!(!after.record.is_active());
    assert_eq!(undo(&after_events(&undone), left()).0.outcome, UndoOutcome::Nothing, "and only once");
}

fn after_events(undone: &Undone<ContactEvent>) -> Vec<ContactEvent> {
    let before = created(ours(2), &[("email", "ada@norhavn.test")]);
    std::iter::once(before).chain(undone.events.clone()).collect()
}

#[test]
fn what_the_import_changed_gets_its_value_of_before_and_counts_as_much_as_before() {
    let events = [
        created(Source::Ui, &[("email", "ada@norhavn.test"), ("city", "Skagen")]),
        changed(ours(2), &[("city", Some("Skagen"), Some("Ribe")), ("note", None, Some("x"))]),
        changed(ours(9), &[("city", Some("Ribe"), Some("Varde"))]),
    ];
    let (undone, after) = undo(&events, left());
    assert_eq!(undone.outcome, UndoOutcome::Reverted);
    assert_eq!((after.record.text("city"), after.record.text("note")), (Some("Skagen"), None));
    assert_eq!(
        after.record.fields["city"].rank,
        Source::Ui.rank(),
        "a person typed it, and that still counts"
    );
    let change = FieldChange { old: Some("Varde".into()), new: Some("Skagen".into()) };
    assert_eq!(undone.changes["city"], change);
}

#[test]
fn a_value_that_somebody_changed_since_stays_unless_it_is_chosen() {
    let events = [
        created(Source::Ui, &[("email", "ada@norhavn.test"), ("city", "Skagen"), ("state", "North")]),
        changed(ours(2), &[("city", Some("Skagen"), Some("Ribe")), ("state", Some("North"), Some("South"))]),
        changed(Source::Ui, &[("city", Some("Ribe"), Some("Varde"))]),
    ];
    let (undone, after) = undo(&events, left());
    assert_eq!(undone.outcome, UndoOutcome::Partly);
    assert_eq!((after.record.text("city"), after.record.text("state")), (Some("Varde"), Some("North")));
    let conflict = Conflict { field: Some("city".into()), reason: Reason::ChangedSince };
    assert_eq!(undone.conflicts, [conflict]);
    let (undone, after) = undo(&events, chosen());
    assert_eq!((undone.outcome, after.record.text("city")), (UndoOutcome::Reverted, Some("Skagen")));
}

#[test]
fn a_contact_that_the_import_made_and_somebody_worked_with_stays_unless_it_is_chosen() {
    let made = created(ours(2), &[("email", "ada@norhavn.test")]);
    let edited = changed(Source::Ui, &[("city", None, Some("Ribe"))]);
    let (undone, after) = undo(&[made.clone(), edited.clone()], left());
    assert_eq!(undone.outcome, UndoOutcome::Kept);
    assert_eq!(undone.conflicts, [Conflict::of(Reason::ChangedSince)]);
    assert!(after.record.is_active());
    assert_eq!(undo(&[made.clone(), edited], chosen()).0.outcome, UndoOutcome::Archived);
    let called = Around { activity: true, ..Around::default() };
    assert_eq!(undo(&[made], called).0.conflicts, [Conflict::of(Reason::ActivitySince)]);
}

#[test]
fn what_the_system_followed_up_with_is_no_work_of_anybody() {
    let events = [created(ours(2), &[("email", "ada@norhavn.test")]), linked(Source::System, 5, None)];
    assert_eq!(undo(&events, left()).0.outcome, UndoOutcome::Archived);
}

#[test]
fn a_link_goes_back_to_where_it_was() {
    let before = created(Source::Ui, &[("email", "ada@norhavn.test")]);
    let (undone, after) = undo(&[before.clone(), linked(ours(2), 5, None)], left());
    assert_eq!((undone.outcome, after.account), (UndoOutcome::Reverted, None));
    let events = [before.clone(), linked(Source::Ui, 4, None), linked(ours(2), 5, Some(4))];
    let (_, after) = undo(&events, left());
    assert_eq!(after.account.map(|link| link.account_id), Some(Uuid::from_u128(4)));
    let moved = [before, linked(ours(2), 5, None), linked(Source::Ui, 6, Some(5))];
    let (undone, after) = undo(&moved, left());
    assert_eq!(undone.outcome, UndoOutcome::Kept);
    assert_eq!(after.account.map(|link| link.account_id), Some(Uuid::from_u128(6)));
}

#[test]
fn an_undo_that_was_cut_off_goes_on_where_it_was() {
    let events = [
        created(Source::Ui, &[("email", "ada@norhavn.test"), ("city", "Skagen")]),
        changed(ours(2), &[("city", Some("Skagen"), Some("Ribe"))]),
    ];
    let (undone, _) = undo(&events, left());
    let again: Vec<ContactEvent> = events.into_iter().chain(undone.events).collect();
    let (undone, _) = undo(&again, left());
    assert_eq!((undone.outcome, undone.events), (UndoOutcome::Nothing, vec![]));
}

#[test]
fn who_was_erased_or_archived_since_is_not_written_to() {
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: at(), request: "r-1".into() };
    let made = created(ours(2), &[("email", "ada@norhavn.test")]);
    assert_eq!(undo(&[made, erased], chosen()).0.outcome, UndoOutcome::Gone);
    let events = [
        created(Source::Ui, &[("email", "ada@norhavn.test")]),
        changed(ours(2), &[("city", None, Some("Ribe"))]),
        ContactEvent::ContactArchived { source: Source::Ui, at: at(), reason: None },
    ];
    let (undone, _) = undo(&events, chosen());
    assert_eq!(undone.outcome, UndoOutcome::Kept);
    assert_eq!(undone.conflicts, [Conflict::of(Reason::ArchivedSince)]);
}

#[test]
fn an_account_that_others_use_stays() {
    let made = AccountEvent::AccountCreated {
        source: ours(2),
        at: at(),
        fields: fields(&[("name", "Norhavn")]),
        derived: vec![],
    };
    let trace = AccountTrace::of(Origin::Import(IMPORT), Uuid::from_u128(5), [made]);
    let used = Around { activity: true, ..Around::default() };
    assert_eq!(trace.undo(at(), used).outcome, UndoOutcome::Kept);
    assert_eq!(trace.undo(at(), left()).outcome, UndoOutcome::Archived);
}
