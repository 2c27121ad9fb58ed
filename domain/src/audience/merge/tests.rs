//! given / when / then: what becomes of records that are one, and that all of it comes back.

mod restriction;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::error::MergeError;
use super::{Group, Keep, Merged, Part, Rule, Stamp, accounts, contacts, survivor_of};
use crate::audience::accounts::events::AccountEvent;
use crate::audience::accounts::{Account, keys as account_keys};
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::error::ContactError;
use crate::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use crate::audience::contacts::{Contact, keys};
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::source::Source;
use crate::audience::record::state::Standing;
use crate::audience::record::undo::account::AccountTrace;
use crate::audience::record::undo::contact::ContactTrace;
use crate::audience::record::undo::origin::Origin;
use crate::audience::record::undo::{Around, Reason, UndoOutcome};

const WORK: Uuid = Uuid::from_u128(99);
const ADA: Uuid = Uuid::from_u128(1);
const TWIN: Uuid = Uuid::from_u128(2);
const THIRD: Uuid = Uuid::from_u128(3);

fn on(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
}

fn stamp() -> Stamp {
    Stamp { work: WORK, at: on(9) }
}

fn import() -> Source {
    Source::Import { id: Uuid::from_u128(50), row: 2 }
}

fn values(of: &[(&str, &str)]) -> BTreeMap<String, FieldValue> {
    of.iter().map(|(key, value)| ((*key).to_owned(), FieldValue::Text((*value).to_owned()))).collect()
}

fn made(source: Source, day: u32, of: &[(&str, &str)], lists: &[(&str, &[&str])]) -> Vec<ContactEvent> {
    let mut fields = values(of);
    for (key, items) in lists {
        let items = items.iter().map(|item| (*item).to_owned()).collect();
        fields.insert((*key).to_owned(), FieldValue::List(items));
    }
    vec![ContactEvent::ContactCreated { source, at: on(day), fields, derived: vec![], account: None }]
}

fn contact(events: &[ContactEvent]) -> Contact {
    let mut contact = Contact::default();
    events.iter().for_each(|event| contact.apply(event.clone()));
    contact
}

fn account(events: &[AccountEvent]) -> Account {
    let mut account = Account::default();
    events.iter().for_each(|event| account.apply(event.clone()));
    account
}

fn firm(day: u32, of: &[(&str, &str)]) -> Vec<AccountEvent> {
    vec![AccountEvent::AccountCreated {
        source: Source::Ui,
        at: on(day),
        fields: values(of),
        derived: vec![],
    }]
}

fn group(absorbed: &[Uuid]) -> Group {
    Group {
        survivor: ADA,
        absorbed: absorbed.to_vec(),
        fields: BTreeMap::new(),
        rule: Rule::Survivor,
        versions: BTreeMap::new(),
    }
}

fn merge(group: &Group, records: &[&[ContactEvent]]) -> Result<Merged<ContactEvent>, MergeError> {
    let states: Vec<Contact> = records.iter().map(|events| contact(events)).collect();
    let parts: Vec<Part<'_, Contact>> = group
        .members()
        .zip(&states)
        .zip(records)
        .map(|((id, state), events)| Part { id, version: events.len() as i64, state })
        .collect();
    contacts::merge(group, &parts, &stamp())
}

fn with(events: &[ContactEvent], more: &[ContactEvent]) -> Vec<ContactEvent> {
    events.iter().chain(more).cloned().collect()
}

fn undone(events: &[ContactEvent]) -> (Contact, UndoOutcome, Vec<Reason>) {
    let trace = ContactTrace::of(Origin::Bulk(WORK), events.iter().cloned());
    let undone = trace.undo(on(10), Around::default());
    let reasons = undone.conflicts.iter().map(|conflict| conflict.reason).collect();
    (contact(&with(events, &undone.events)), undone.outcome, reasons)
}

fn ada() -> Vec<ContactEvent> {
    made(
        Source::Ui,
        1,
        &[("full_name", "Ada Lovelace"), ("email", "ada@norhavn.test"), ("city", "Ribe"), ("country", "DK")],
        &[("tags", &["vip"])],
    )
}

fn twin() -> Vec<ContactEvent> {
    made(
        import(),
        2,
        &[
            ("full_name", "A. Lovelace"),
            ("email", "a.lovelace@norhavn.test"),
            ("job_title", "Countess"),
            ("city", "Skagen"),
            ("country", "DK"),
            ("mobile_phone", "+4520555142"),
        ],
        &[("tags", &["VIP", "fair"])],
    )
}

#[test]
fn the_survivor_keeps_its_own_takes_what_it_lacks_and_loses_nothing() {
    let merged = merge(&group(&[TWIN]), &[&ada(), &twin()]).unwrap();
    let survivor = contact(&with(&ada(), &merged.survivor));
    let record = &survivor.record;
    assert_eq!(record.text("full_name"), Some("Ada Lovelace"));
    assert_eq!(record.text("email"), Some("ada@norhavn.test"));
    assert_eq!(record.text("city"), Some("Ribe"), "half an address is taken from nobody");
    assert_eq!(record.text("job_title"), Some("Countess"));
    assert_eq!(
        record.fields["job_title"].rank, 50,
        "it counts as much as it did: the next file may overwrite it"
    );
    assert_eq!(record.texts("secondary_emails"), ["a.lovelace@norhavn.test"]);
    assert_eq!(record.texts("tags"), ["vip", "fair"]);
    assert_eq!(record.kept["city"], "Skagen".into());
    assert_eq!(record.absorbed, [TWIN]);
    let absorbed = contact(&with(&twin(), &merged.absorbed[0].1));
    assert_eq!(absorbed.record.standing, Standing::Archived);
    assert_eq!(absorbed.record.merged_into, Some(ADA));
    assert!(keys::claims(&absorbed).is_empty() && keys::match_keys(&absorbed).is_empty());
    let found = (keys::SECONDARY_EMAIL, "a.lovelace@norhavn.test".to_owned());
    assert!(keys::match_keys(&survivor).contains(&found), "a later file finds the survivor by it");
}

#[test]
fn what_was_chosen_stands_and_what_belongs_together_comes_along() {
    let mut group = group(&[TWIN]);
    group.fields = BTreeMap::from([("email".to_owned(), TWIN), ("city".to_owned(), TWIN)]);
    let merged = merge(&group, &[&ada(), &twin()]).unwrap();
    let survivor = contact(&with(&ada(), &merged.survivor));
    assert_eq!(survivor.record.text("email"), Some("a.lovelace@norhavn.test"));
    assert_eq!(survivor.record.texts("secondary_emails"), ["ada@norhavn.test"]);
    assert_eq!(survivor.record.text("city"), Some("Skagen"));
    let Some(ContactEvent::ContactMerged { values, .. }) = merged.survivor.first() else { panic!() };
    assert_eq!(values["email"], TWIN);
}

#[test]
fn by_source_what_a_person_typed_beats_a_file_and_the_newer_beats_the_older() {
    let older = made(
        import(),
        1,
        &[("email", "a@norhavn.test"), ("job_title", "Analyst"), ("department", "Sales")],
        &[],
    );
    let newer = made(import(), 3, &[("email", "b@norhavn.test"), ("job_title", "Director")], &[]);
    let typed = made(Source::Ui, 2, &[("email", "c@norhavn.test"), ("department", "Legal")], &[]);
    let group = Group { rule: Rule::BySource, ..group(&[TWIN, THIRD]) };
    let merged = merge(&group, &[&older, &newer, &typed]).unwrap();
    let record = contact(&with(&older, &merged.survivor)).record;
    assert_eq!(record.text("job_title"), Some("Director"));
    assert_eq!(record.text("department"), Some("Legal"));
    assert_eq!(record.text("email"), Some("c@norhavn.test"));
    assert_eq!(record.texts("secondary_emails"), ["a@norhavn.test", "b@norhavn.test"]);
}

#[test]
fn what_cannot_be_merged_is_refused_by_name_and_nothing_happens() {
    let archived =
        with(&twin(), &[ContactEvent::ContactArchived { source: Source::Ui, at: on(3), reason: None }]);
    assert_eq!(merge(&group(&[TWIN]), &[&ada(), &archived]).unwrap_err().code(), "MERGE_ARCHIVED");
    let merged = merge(&group(&[TWIN]), &[&ada(), &twin()]).unwrap();
    let gone = with(&twin(), &merged.absorbed[0].1);
    assert_eq!(merge(&group(&[TWIN]), &[&ada(), &gone]).unwrap_err().code(), "MERGE_ALREADY_MERGED");
    let erased =
        with(&twin(), &[ContactEvent::ContactErased { source: Source::Ui, at: on(3), request: "r".into() }]);
    assert_eq!(merge(&group(&[TWIN]), &[&ada(), &erased]).unwrap_err().code(), "MERGE_ERASED");
    assert_eq!(merge(&group(&[TWIN]), &[&ada(), &[]]).unwrap_err().code(), "MERGE_NOT_FOUND");
    assert_eq!(merge(&group(&[ADA]), &[&ada(), &ada()]).unwrap_err().code(), "MERGE_ITSELF");
    assert_eq!(merge(&group(&[]), &[&ada()]).unwrap_err().code(), "MERGE_TOO_FEW");
    let seen = Group { versions: BTreeMap::from([(TWIN, 7)]), ..group(&[TWIN]) };
    assert_eq!(merge(&seen, &[&ada(), &twin()]).unwrap_err().code(), "MERGE_CHANGED_SINCE");
    let split = BTreeMap::from([("city".to_owned(), TWIN), ("country".to_owned(), ADA)]);
    let split = Group { fields: split, ..group(&[TWIN]) };
    assert_eq!(merge(&split, &[&ada(), &twin()]).unwrap_err().code(), "MERGE_CHOICE_SPLIT");
    let nowhere = Group { fields: BTreeMap::from([("city".to_owned(), THIRD)]), ..group(&[TWIN]) };
    assert_eq!(merge(&nowhere, &[&ada(), &twin()]).unwrap_err().code(), "MERGE_CHOICE_ELSEWHERE");
    let many: Vec<Uuid> = (10..70).map(Uuid::from_u128).collect();
    assert_eq!(group(&many).check().unwrap_err().code(), "MERGE_TOO_MANY");
}

#[test]
fn who_was_merged_is_changed_and_restored_by_nothing_but_the_undo() {
    let merged = merge(&group(&[TWIN]), &[&ada(), &twin()]).unwrap();
    let gone = contact(&with(&twin(), &merged.absorbed[0].1));
    let restore = ContactCommand::Restore { source: Source::Ui, at: on(11) };
    assert_eq!(gone.decide(restore), Err(ContactError::Merged));
    assert_eq!(gone.must_be_active(), Err(ContactError::Merged));
    let unmerge = ContactCommand::Unmerge { source: Source::Ui, at: on(11) };
    assert_eq!(contact(&ada()).decide(unmerge), Err(ContactError::NotMerged));
}

#[test]
fn an_undo_brings_every_value_and_every_key_back() {
    let mut group = group(&[TWIN]);
    group.fields = BTreeMap::from([("email".to_owned(), TWIN)]);
    let merged = merge(&group, &[&ada(), &twin()]).unwrap();
    let (survivor, outcome, _) = undone(&with(&ada(), &merged.survivor));
    assert_eq!(outcome, UndoOutcome::Reverted);
    let before = contact(&ada());
    let plain = |contact: &Contact| -> BTreeMap<String, (FieldValue, u8)> {
        let fields = contact.record.fields.iter();
        fields.map(|(key, held)| (key.clone(), (held.value.clone(), held.rank))).collect()
    };
    assert_eq!(plain(&survivor), plain(&before));
    assert_eq!(keys::claims(&survivor), keys::claims(&before));
    let (absorbed, outcome, _) = undone(&with(&twin(), &merged.absorbed[0].1));
    assert_eq!(outcome, UndoOutcome::Reverted);
    assert_eq!((absorbed.record.standing.clone(), absorbed.record.merged_into), (Standing::Active, None));
    assert_eq!(plain(&absorbed), plain(&contact(&twin())));
    assert_eq!(keys::claims(&absorbed), keys::claims(&contact(&twin())));
    // Once more finds nothing more.
    let again = with(
        &with(&twin(), &merged.absorbed[0].1),
        &[ContactEvent::ContactUnmerged {
            source: Source::BulkUndo { bulk: WORK, rank: 0 },
            at: on(10),
            survivor: ADA,
        }],
    );
    assert_eq!(undone(&again).1, UndoOutcome::Nothing);
}

#[test]
fn a_value_that_somebody_changed_since_stays_and_is_named() {
    let merged = merge(&group(&[TWIN]), &[&ada(), &twin()]).unwrap();
    let changed = ContactEvent::ContactFieldsChanged {
        source: Source::Ui,
        at: on(10),
        changes: BTreeMap::from([(
            "job_title".to_owned(),
            crate::audience::record::change::FieldChange {
                old: Some("Countess".into()),
                new: Some("CTO".into()),
            },
        )]),
        derived: vec![],
        kept: BTreeMap::new(),
    };
    let (survivor, outcome, reasons) = undone(&with(&with(&ada(), &merged.survivor), &[changed]));
    assert_eq!((outcome, reasons), (UndoOutcome::Partly, vec![Reason::ChangedSince]));
    assert_eq!(survivor.record.text("job_title"), Some("CTO"));
    assert!(survivor.record.texts("secondary_emails").is_empty());
}

#[test]
fn the_first_account_that_is_there_is_taken_and_given_back() {
    let link = AccountLink { account_id: Uuid::from_u128(40), how: LinkKind::Auto };
    let linked = with(
        &twin(),
        &[ContactEvent::ContactAccountLinked {
            source: Source::System,
            at: on(3),
            account: link,
            previous: None,
        }],
    );
    let merged = merge(&group(&[TWIN]), &[&ada(), &linked]).unwrap();
    let after = with(&ada(), &merged.survivor);
    assert_eq!(contact(&after).account, Some(link));
    assert_eq!(undone(&after).0.account, None);
}

#[test]
fn domains_move_with_an_account_and_what_pointed_at_it_points_at_the_survivor() {
    let (ours, theirs) = (
        firm(1, &[("name", "Norhavn"), ("domain", "norhavn.test")]),
        firm(2, &[("name", "Norhavn ApS"), ("domain", "norhavn.example"), ("industry", "Energy")]),
    );
    let group = group(&[TWIN]);
    let (a, b) = (account(&ours), account(&theirs));
    let parts = [Part { id: ADA, version: 1, state: &a }, Part { id: TWIN, version: 1, state: &b }];
    let merged = accounts::merge(&group, &parts, (&[], &[THIRD]), &stamp()).unwrap();
    let all: Vec<AccountEvent> = ours.iter().chain(&merged.survivor).cloned().collect();
    let survivor = account(&all);
    assert_eq!(survivor.record.texts("alternate_domains"), ["norhavn.example"]);
    assert_eq!(survivor.record.text("industry"), Some("Energy"));
    let claims = account_keys::claims(&survivor);
    assert_eq!(claims.len(), 2);
    let gone: Vec<AccountEvent> = theirs.iter().chain(&merged.absorbed[0].1).cloned().collect();
    assert!(account_keys::claims(&account(&gone)).is_empty());
    // What pointed at it.
    let mut one = contact(&ada());
    one.account = Some(AccountLink { account_id: TWIN, how: LinkKind::Auto });
    let moved = accounts::move_contact(&group, &one, &stamp());
    let [ContactEvent::ContactAccountLinked { account: link, .. }] = moved.as_slice() else {
        panic!("{moved:?}")
    };
    assert_eq!(*link, AccountLink { account_id: ADA, how: LinkKind::Auto });
    let child = account(&firm(3, &[("name", "Norhavn Syd"), ("parent", &TWIN.to_string())]));
    assert_eq!(accounts::move_child(&group, THIRD, &child, &stamp()).len(), 1);
    // And back.
    let trace = AccountTrace::of(Origin::Bulk(WORK), ADA, all.clone());
    let undone = trace.undo(on(10), Around::default());
    let back = account(&all.into_iter().chain(undone.events).collect::<Vec<_>>());
    assert_eq!(account_keys::claims(&back), account_keys::claims(&a));
    assert_eq!(back.record.text("industry"), None);
    let undone = AccountTrace::of(Origin::Bulk(WORK), TWIN, gone.clone()).undo(on(10), Around::default());
    let back = account(&gone.into_iter().chain(undone.events).collect::<Vec<_>>());
    assert_eq!(account_keys::claims(&back), account_keys::claims(&b));
}

#[test]
fn an_account_never_ends_above_itself() {
    let above = firm(1, &[("name", "Norhavn"), ("parent", &THIRD.to_string())]);
    let theirs = firm(2, &[("name", "Norhavn Holding")]);
    let (a, b) = (account(&above), account(&theirs));
    let parts = [Part { id: ADA, version: 1, state: &a }, Part { id: TWIN, version: 1, state: &b }];
    // The one between them hangs below the one that goes.
    let refused = accounts::merge(&group(&[TWIN]), &parts, (&[THIRD, TWIN], &[THIRD]), &stamp());
    assert_eq!(refused.unwrap_err().code(), "MERGE_PARENT_CYCLE");
    // Right below it, it takes its place.
    let below = account(&firm(1, &[("name", "Norhavn"), ("parent", &TWIN.to_string())]));
    let parts = [Part { id: ADA, version: 1, state: &below }, Part { id: TWIN, version: 1, state: &b }];
    assert_eq!(accounts::parent(&group(&[TWIN]), &parts), None);
    let merged = accounts::merge(&group(&[TWIN]), &parts, (&[], &[]), &stamp()).unwrap();
    let mut after = below.clone();
    merged.survivor.into_iter().for_each(|event| after.apply(event));
    assert_eq!(after.record.text("parent"), None);
}

#[test]
fn which_stays_follows_a_rule() {
    let (little, much) = (contact(&made(import(), 1, &[("email", "a@norhavn.test")], &[])), contact(&twin()));
    let records = [(ADA, &little.record), (TWIN, &much.record)];
    assert_eq!(survivor_of(Entity::Contact, Keep::Oldest, &records), Some(ADA));
    assert_eq!(survivor_of(Entity::Contact, Keep::Newest, &records), Some(TWIN));
    assert_eq!(survivor_of(Entity::Contact, Keep::MostComplete, &records), Some(TWIN));
}
