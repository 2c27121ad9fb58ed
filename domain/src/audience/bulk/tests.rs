//! given / when / then: a bulk change, and what its action does to one record.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::Aggregate;
use cqrs_es::test::TestFramework;
use serde_json::{Map, json};
use uuid::Uuid;

use super::action::{ActionKind, Assigned, BulkAction};
use super::command::{BulkCommand, End};
use super::deed::{Deed, Stamp};
use super::error::BulkError;
use super::events::{Asked, BulkEvent, Selected, Selection};
use super::outcome::{BulkCounts, RecordOutcome, Refusal};
use super::{Bulk, may_see};
use crate::audience::accounts::Account;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::Contact;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::exports::list::ListFilter;
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::undo::contact::ContactTrace;
use crate::audience::record::undo::origin::Origin;
use crate::audience::record::undo::state::{UndoCommand, UndoEnd};
use crate::audience::record::undo::{Around, Chosen, Conflict, Reason, UndoCounts, UndoOutcome, UndoResult};
use crate::audience::record::write::Candidate;
use crate::identity::actor::Actor;
use crate::identity::role::Role;

const BULK: Uuid = Uuid::from_u128(1);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap()
}

fn stamp() -> Stamp {
    Stamp { source: Source::Bulk { id: BULK }, at: at() }
}

fn set(fields: serde_json::Value) -> BulkAction {
    let fields: Map<String, serde_json::Value> = fields.as_object().unwrap().clone();
    BulkAction::SetFields { fields }
}

fn asked(action: BulkAction, ids: usize) -> Asked {
    Asked::new(Entity::Contact, action, Selection::Ids(vec![Uuid::nil(); ids]), Some(3))
}

fn ask(action: BulkAction, ids: usize) -> BulkCommand {
    BulkCommand::Ask { at: at(), by: Uuid::nil(), asked: asked(action, ids), job: Uuid::nil() }
}

fn refused(command: BulkCommand) -> BulkError {
    Bulk::default().decide(command).unwrap_err()
}

fn counts(changed: u64, refused: u64) -> BulkCounts {
    let mut counts = BulkCounts::default();
    (0..changed).for_each(|_| counts.count(RecordOutcome::Changed, None));
    (0..refused).for_each(|_| counts.count(RecordOutcome::Refused, Some(Refusal::Archived)));
    counts
}

fn was_asked() -> BulkEvent {
    let asked = asked(BulkAction::Restore, 3);
    BulkEvent::BulkAsked { at: at(), by: Uuid::nil(), job: Uuid::nil(), asked }
}

fn ended(changed: u64) -> Vec<BulkEvent> {
    let selected = Selected { selection: Uuid::nil(), records: 3, chunks: 1, position: None };
    vec![
        was_asked(),
        BulkEvent::BulkSelected { at: at(), selected },
        BulkEvent::BulkCompleted { at: at(), counts: counts(changed, 3 - changed) },
    ]
}

#[test]
fn what_can_be_done_to_no_record_is_refused_with_the_way_out() {
    assert_eq!(refused(ask(set(json!({})), 1)), BulkError::NothingToDo);
    for key in ["email", "full_name", "linkedin_url", "secondary_emails"] {
        let refused = refused(ask(set(json!({ key: "x" })), 1));
        assert_eq!(refused.code(), "BULK_FIELD_IDENTIFIES", "{key}");
        assert!(refused.to_string().contains("record by record"), "{refused}");
    }
    let kept = BulkAction::Assign { owner: Assigned::Kept, team: Assigned::Kept };
    assert_eq!(refused(ask(kept, 1)), BulkError::NothingToDo);
    assert_eq!(refused(ask(BulkAction::AddTags { tags: vec![] }, 1)), BulkError::NoTags);
    assert_eq!(refused(ask(BulkAction::Restore, 0)), BulkError::NothingSelected);
    let many = refused(ask(BulkAction::Restore, 10_001));
    assert!(many.to_string().contains("all that match"), "{many}");
    let but_for = |except: usize| {
        let filter = ListFilter { except: vec![Uuid::nil(); except], ..ListFilter::default() };
        let asked =
            Asked::new(Entity::Contact, BulkAction::Restore, Selection::Matching(Box::new(filter)), None);
        Bulk::default().decide(BulkCommand::Ask { at: at(), by: Uuid::nil(), asked, job: Uuid::nil() })
    };
    assert_eq!(but_for(10_000).unwrap().len(), 1);
    let many = but_for(10_001).unwrap_err();
    assert_eq!((many.code(), many.field()), ("BULK_TOO_MANY_EXCEPTED", Some("selection")));
    assert!(many.to_string().contains("Narrow the filter"), "{many}");
    assert_eq!(Bulk::default().decide(ask(set(json!({"city": "Ribe"})), 1)).unwrap().len(), 1);
}

#[test]
fn the_records_are_found_once_and_it_ends_once() {
    let selected = Selected { selection: Uuid::nil(), records: 3, chunks: 1, position: Some(9) };
    let select = || BulkCommand::Select { at: at(), selected: selected.clone() };
    let found = BulkEvent::BulkSelected { at: at(), selected: selected.clone() };
    let given = || TestFramework::<Bulk>::with(());
    given().given(vec![was_asked()]).when(select()).then_expect_events(vec![found.clone()]);
    given().given(vec![was_asked(), found.clone()]).when(select()).then_expect_events(vec![]);
    let finish = |counts| BulkCommand::Finish { at: at(), counts, end: End::Completed };
    let done = BulkEvent::BulkCompleted { at: at(), counts: counts(2, 1) };
    given()
        .given(vec![was_asked(), found.clone()])
        .when(finish(counts(2, 1)))
        .then_expect_events(vec![done.clone()]);
    given().given(vec![was_asked(), found, done]).when(finish(counts(2, 1))).then_expect_events(vec![]);
    let wrong = BulkCounts { selected: 9, ..counts(2, 1) };
    given().given(vec![was_asked()]).when(finish(wrong.clone())).then_expect_error(BulkError::DoesNotAddUp);
    let cut = counts(2, 1).of(9);
    assert_eq!((cut.not_run, cut.adds_up()), (6, true));
    let cancelled = BulkCommand::Finish { at: at(), counts: cut.clone(), end: End::Cancelled };
    given()
        .given(vec![was_asked()])
        .when(cancelled)
        .then_expect_events(vec![BulkEvent::BulkCancelled { at: at(), counts: cut }]);
}

fn undo(job: u128) -> BulkCommand {
    BulkCommand::Undo(UndoCommand::Start { at: at(), job: Uuid::from_u128(job), chosen: Chosen::None })
}

fn undo_started(job: u128) -> BulkEvent {
    BulkEvent::BulkUndoStarted { at: at(), job: Uuid::from_u128(job), chosen: Chosen::None }
}

fn undone(job: u128, kept: u64) -> BulkEvent {
    let contacts = UndoCounts { reverted: 2, kept, ..UndoCounts::default() };
    let result = UndoResult { contacts, ..UndoResult::default() };
    BulkEvent::BulkUndone { at: at(), job: Uuid::from_u128(job), result }
}

#[test]
fn it_is_undone_once_it_has_ended_and_again_only_for_what_was_left() {
    let given = |events: Vec<BulkEvent>| TestFramework::<Bulk>::with(()).given(events);
    given(vec![was_asked()]).when(undo(1)).then_expect_error(BulkError::NotEnded);
    given(ended(0)).when(undo(1)).then_expect_error(BulkError::NothingChanged);
    given(ended(2)).when(undo(1)).then_expect_events(vec![undo_started(1)]);
    let running = [ended(2), vec![undo_started(1)]].concat();
    given(running.clone()).when(undo(2)).then_expect_events(vec![]);
    let look = BulkCommand::Undo(UndoCommand::Look { at: at(), job: Uuid::nil() });
    given(running.clone()).when(look.clone()).then_expect_error(BulkError::Undoing);
    let whole = [running.clone(), vec![undone(1, 0)]].concat();
    given(whole.clone()).when(undo(2)).then_expect_error(BulkError::Undone);
    given(whole).when(look).then_expect_error(BulkError::Undone);
    let partly = [running.clone(), vec![undone(1, 1)]].concat();
    given(partly).when(undo(2)).then_expect_events(vec![undo_started(2)]);
    let result = UndoResult::default();
    let finish = UndoCommand::Finish { at: at(), job: Uuid::from_u128(1), result, end: UndoEnd::Cancelled };
    let stopped = BulkEvent::BulkUndoStopped { at: at(), job: Uuid::from_u128(1), result };
    given(running.clone()).when(BulkCommand::Undo(finish)).then_expect_events(vec![stopped.clone()]);
    given([running, vec![stopped]].concat()).when(undo(2)).then_expect_events(vec![undo_started(2)]);
}

#[test]
fn forgotten_words_are_gone_and_what_was_done_is_not() {
    let mut bulk = Bulk::default();
    ended(1).into_iter().for_each(|event| bulk.apply(event));
    for event in bulk.decide(BulkCommand::ForgetWords { at: at() }).unwrap() {
        bulk.apply(event);
    }
    let asked = bulk.asked.as_ref().unwrap();
    assert_eq!((&asked.action, &asked.selection, asked.kind), (&None, &None, ActionKind::Restore));
    assert_eq!(bulk.decide(BulkCommand::ForgetWords { at: at() }).unwrap(), vec![]);
    assert_eq!(bulk.decide(undo(1)).unwrap().len(), 1, "it can be undone all the same");
}

#[test]
fn a_manager_sees_their_own_and_data_operations_everybodys() {
    let (me, other) = (Uuid::from_u128(10), Uuid::from_u128(11));
    let as_role = |role| Actor { user_id: me, role, ..Actor::system("ui") };
    assert!(may_see(&as_role(Role::DataOps), other));
    assert!(may_see(&as_role(Role::CampaignManager), me));
    assert!(!may_see(&as_role(Role::CampaignManager), other));
    assert!(!may_see(&as_role(Role::QaAnalyst), me));
}

#[test]
fn titles_name_fields_and_never_a_value() {
    let title = |labels: &[&str]| {
        let labels: Vec<String> = labels.iter().map(ToString::to_string).collect();
        ActionKind::SetFields.title(Entity::Contact, &labels)
    };
    assert_eq!(title(&["Country"]), "Set Country of contacts");
    assert_eq!(title(&["Country", "City"]), "Set Country and City of contacts");
    assert_eq!(title(&["Country", "City", "State"]), "Set Country and 2 other fields of contacts");
    assert_eq!(ActionKind::Archive.title(Entity::Account, &[]), "Archive accounts");
}

fn contact(fields: &[(&str, FieldValue)]) -> Vec<ContactEvent> {
    let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    vec![ContactEvent::ContactCreated {
        source: Source::Ui,
        at: at(),
        fields,
        derived: vec![],
        account: None,
    }]
}

fn folded(events: &[ContactEvent]) -> Contact {
    let mut contact = Contact::default();
    events.iter().for_each(|event| contact.apply(event.clone()));
    contact
}

fn ada(tags: &[&str]) -> Vec<ContactEvent> {
    let tags = tags.iter().map(ToString::to_string).collect();
    contact(&[("email", "ada@norhavn.test".into()), ("tags", FieldValue::List(tags))])
}

fn write(key: &str, value: &str) -> Deed {
    let candidate = Candidate::given(value.into(), WriteRule::Overwrite);
    Deed::Write(BTreeMap::from([(key.to_owned(), candidate)]))
}

#[test]
fn tags_are_added_and_removed_beside_those_that_are_there() {
    let add = |tags: &[&str]| Deed::AddTags(tags.iter().map(ToString::to_string).collect());
    let tags = |events: &[ContactEvent]| folded(events).record.texts("tags").to_vec();
    let before = ada(&["fair", "Vip"]);
    let added = add(&["vip", "new"]).on_contact(&folded(&before), &stamp()).unwrap();
    assert_eq!(tags(&[before.clone(), added].concat()), ["fair", "Vip", "new"]);
    assert_eq!(add(&["VIP"]).on_contact(&folded(&before), &stamp()).unwrap(), vec![], "it has it already");
    let remove = Deed::RemoveTags(vec!["FAIR".into(), "vip".into()]);
    let removed = remove.on_contact(&folded(&before), &stamp()).unwrap();
    assert_eq!(tags(&[before, removed].concat()), Vec::<String>::new());
    let many: Vec<String> = (0..100).map(|n| format!("t{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(add(&["one more"]).on_contact(&folded(&ada(&many)), &stamp()), Err(Refusal::TooManyTags));
}

#[test]
fn a_bulk_edit_counts_as_much_as_one_by_hand() {
    let events = ada(&[]);
    let written = write("city", "Ribe").on_contact(&folded(&events), &stamp()).unwrap();
    let after = folded(&[events, written].concat());
    assert_eq!(after.record.text("city"), Some("Ribe"));
    assert_eq!(after.record.fields["city"].rank, Source::Ui.rank());
    assert_eq!(write("city", "Ribe").on_contact(&after, &stamp()).unwrap(), vec![], "it is so already");
}

#[test]
fn records_that_went_meanwhile_are_refused_with_a_reason() {
    assert_eq!(write("city", "Ribe").on_contact(&Contact::default(), &stamp()), Err(Refusal::NotFound));
    let archived = ContactEvent::ContactArchived { source: Source::Ui, at: at(), reason: None };
    let archived = folded(&[ada(&[]), vec![archived]].concat());
    assert_eq!(write("city", "Ribe").on_contact(&archived, &stamp()), Err(Refusal::Archived));
    assert_eq!(Deed::Archive { reason: None }.on_contact(&archived, &stamp()).unwrap(), vec![]);
    assert_eq!(Deed::Restore.on_contact(&archived, &stamp()).unwrap().len(), 1);
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: at(), request: "r-1".into() };
    let erased = folded(&[ada(&[]), vec![erased]].concat());
    assert_eq!(Deed::Restore.on_contact(&erased, &stamp()), Err(Refusal::Erased));
    let mut account = Account::default();
    let fields = BTreeMap::from([("name".to_owned(), "Norhavn".into())]);
    account.apply(AccountEvent::AccountCreated { source: Source::Ui, at: at(), fields, derived: vec![] });
    let (id, above) = (Uuid::from_u128(5), Uuid::from_u128(6));
    let parent = write("parent", &above.to_string());
    assert_eq!(parent.on_account(id, &account, &[above, id], &stamp()), Err(Refusal::ParentCycle));
    assert_eq!(parent.on_account(id, &account, &[above], &stamp()).unwrap().len(), 1);
}

fn taken_back(events: &[ContactEvent], around: Around) -> (UndoOutcome, Vec<Conflict>, Contact) {
    let undone = ContactTrace::of(Origin::Bulk(BULK), events.to_vec()).undo(at(), around);
    let after = folded(&[events.to_vec(), undone.events].concat());
    (undone.outcome, undone.conflicts, after)
}

#[test]
fn what_it_archived_is_restored_unless_somebody_decided_otherwise_since() {
    let archived = |source| ContactEvent::ContactArchived { source, at: at(), reason: None };
    let restored = |source| ContactEvent::ContactRestored { source, at: at() };
    let ours = || stamp().source;
    let (outcome, _, after) = taken_back(&[ada(&[]), vec![archived(ours())]].concat(), Around::default());
    assert_eq!((outcome, after.record.is_active()), (UndoOutcome::Reverted, true));
    let since = [ada(&[]), vec![archived(ours()), restored(Source::Ui)]].concat();
    assert_eq!(taken_back(&since, Around::default()).0, UndoOutcome::Nothing);
    let again = [since, vec![archived(Source::Ui)]].concat();
    let (outcome, conflicts, _) = taken_back(&again, Around::default());
    assert_eq!((outcome, conflicts), (UndoOutcome::Kept, vec![Conflict::of(Reason::ChangedSince)]));
    let chosen = Around { chosen: true, ..Around::default() };
    assert!(taken_back(&again, chosen).2.record.is_active());
}

#[test]
fn what_it_restored_goes_back_to_the_archive_unless_somebody_worked_with_it_since() {
    let archived = ContactEvent::ContactArchived { source: Source::Ui, at: at(), reason: None };
    let restored = ContactEvent::ContactRestored { source: stamp().source, at: at() };
    let events = [ada(&[]), vec![archived, restored]].concat();
    let (outcome, _, after) = taken_back(&events, Around::default());
    assert_eq!((outcome, after.record.is_active()), (UndoOutcome::Reverted, false));
    let called = Around { activity: true, ..Around::default() };
    assert_eq!(taken_back(&events, called).1, [Conflict::of(Reason::ActivitySince)]);
    let Ok(edited) =
        write("city", "Ribe").on_contact(&folded(&events), &Stamp { source: Source::Ui, at: at() })
    else {
        panic!("an edit of an active contact is taken")
    };
    let (outcome, conflicts, _) = taken_back(&[events, edited].concat(), Around::default());
    assert_eq!((outcome, conflicts), (UndoOutcome::Kept, vec![Conflict::of(Reason::ChangedSince)]));
}
