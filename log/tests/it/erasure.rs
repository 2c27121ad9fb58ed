//! Erasing a person: the key goes, everything else stays and replays.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::log::personal::PersonalPart;
use pivotal_log::append::Append;
use pivotal_log::event_log::EventLog;
use pivotal_log::reader;
use pivotal_log::seals;
use pivotal_log::testing::TestLog;
use std::sync::Arc;
use uuid::Uuid;

use crate::support::{count, samples};

async fn erased() -> (TestLog, Uuid) {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    let events = vec![samples::contact_created(), samples::email_changed("ada@example.test")];
    test.log.append(samples::contact_at(id, 0, events)).await.unwrap();
    assert!(test.log.keys.destroy(id).await.unwrap());
    (test, id)
}

#[tokio::test]
async fn without_the_key_the_events_replay_and_the_personal_parts_are_absent() {
    let (test, id) = erased().await;
    let loaded = test.log.load::<Contact>(id).await.unwrap();
    assert_eq!(loaded.sequence, 2);
    assert_eq!(loaded.state.record.text("email"), None);
    assert_eq!(loaded.state.record.text("full_name"), None);
    assert_eq!(loaded.state.record.text("country"), Some("GB"));

    let entries = reader::read_record(&test.pools.read, "contact", id).await.unwrap();
    let keys = reader::keys_for(&test.log.keys, &entries).await.unwrap();
    assert!(keys.is_empty());
    for entry in entries {
        entry.event::<ContactEvent>(&keys, &[]).unwrap();
    }
    assert!(!test.log.keys.destroy(id).await.unwrap(), "there is nothing left to destroy");
}

#[tokio::test]
async fn what_is_appended_about_an_erased_person_stores_nothing_personal() {
    let (test, id) = erased().await;
    let erasing =
        ContactEvent::ContactErased { source: Source::Ui, at: samples::at(), request: "R-1".into() };
    let mut append = samples::contact_at(id, 2, vec![samples::email_changed("back@example.test"), erasing]);
    append.facts = vec![samples::fact(id, "back@example.test")];
    append.facts[0].personal = &[PersonalPart::Key("text")];
    append.facts[0].subject = Some(id);
    test.log.append(append).await.unwrap();
    let leaks = count(&test, "select count(*) from (select payload::text from log.events union all select payload::text from log.facts) x where payload like '%back@%'").await;
    assert_eq!(leaks, 0);
    let sealed = format!(
        "select count(*) from log.events where aggregate_id = '{id}' and sequence > 2 and payload::text like '%$sealed%'"
    );
    assert_eq!(count(&test, &sealed).await, 0);
    assert_eq!(count(&test, "select count(*) from log.person_keys").await, 0, "no new key brings them back");
    assert_eq!(test.log.load::<Contact>(id).await.unwrap().sequence, 4);
}

#[tokio::test]
async fn facts_about_a_person_are_sealed_with_the_same_key() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    test.log.append(samples::contact(id)).await.unwrap();
    let mut fact = samples::fact(id, samples::EMAIL);
    (fact.personal, fact.subject) = (&[PersonalPart::Key("text")], Some(id));
    test.log.append(Append { facts: vec![fact], ..Append::default() }).await.unwrap();
    assert_eq!(count(&test, "select count(*) from log.facts where payload::text like '%ada%'").await, 0);

    let mut connection = test.pools.read.acquire().await.unwrap();
    let interest = reader::Interest { aggregates: &[], facts: &["noted"] };
    let batch = reader::read(&mut connection, 0, 10, interest).await.unwrap();
    let keys = reader::keys_for(&test.log.keys, &batch.entries).await.unwrap();
    let read: serde_json::Value = batch.entries[0].fact(&keys, &[]).unwrap();
    assert_eq!(read["Noted"]["text"], samples::EMAIL);
}

#[tokio::test]
async fn a_process_that_has_the_key_in_memory_forgets_it_when_it_is_told() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    test.log.append(samples::contact(id)).await.unwrap();
    let elsewhere = EventLog::start(test.pools.clone(), &test.master, Arc::default());
    elsewhere.load::<Contact>(id).await.unwrap();
    test.log.keys.destroy(id).await.unwrap();
    assert_eq!(
        test.log.load::<Contact>(id).await.unwrap().state.record.text("email"),
        None,
        "at once where it was destroyed"
    );
    elsewhere.keys.forget(id);
    assert_eq!(elsewhere.load::<Contact>(id).await.unwrap().state.record.text("email"), None);
}

#[test]
fn every_personal_field_of_a_contact_is_declared_on_every_event_that_can_carry_it() {
    let changed = samples::email_changed("x@example.com");
    let parts: Vec<_> =
        pivotal_domain::log::personal::LoggedEvent::personal(&changed).iter().map(|part| part.at()).collect();
    assert_eq!(parts, ["changes", "kept"]);
    assert!(PersonalPart::FieldMap { at: "fields", entity: Entity::Contact }.seals("custom.anything"));
}

/// The rows of a table, as a backup holds them.
///
/// As text: seals are over what is stored, byte by byte.
async fn dumped(test: &TestLog, table: &str, order: &str) -> String {
    let sql = format!("select coalesce(json_agg(t order by {order}), '[]'::json)::text from {table} t");
    sqlx::query_scalar(&sql).fetch_one(&test.pools.write).await.unwrap()
}

async fn restored(test: &TestLog, table: &str, rows: &str) {
    let sql = format!("insert into {table} select * from json_populate_recordset(null::{table}, $1::json)");
    sqlx::query(&sql).bind(rows).execute(&test.pools.write).await.unwrap();
}

/// Backups of the log are kept for long, those of the keys apart and briefly: an erasure reaches what was backed up before it.
#[tokio::test]
async fn a_backup_from_before_an_erasure_replays_and_does_not_tell_who_it_was() {
    let before = TestLog::new().await;
    let (ada, bo) = (Uuid::now_v7(), Uuid::now_v7());
    before.log.append(samples::contact(ada)).await.unwrap();
    before.log.append(samples::contact(bo)).await.unwrap();
    seals::seal_to_head(&before.pools.write).await.unwrap();
    let events = dumped(&before, "log.events", "global_position").await;
    let sealed = dumped(&before, "log.seals", "from_position").await;

    assert!(before.log.keys.destroy(ada).await.unwrap());
    let keys = dumped(&before, "log.person_keys", "subject_id").await;

    let after = TestLog::new().await;
    for (table, rows) in [("log.events", &events), ("log.seals", &sealed), ("log.person_keys", &keys)] {
        restored(&after, table, rows.as_str()).await;
    }
    assert!(seals::check(&after.pools.read).await.unwrap().is_empty(), "the chain holds");
    let ada = after.log.load::<Contact>(ada).await.unwrap();
    assert_eq!(ada.sequence, 1, "it replays");
    assert_eq!((ada.state.record.text("email"), ada.state.record.text("full_name")), (None, None));
    assert_eq!(ada.state.record.text("country"), Some("GB"), "what is nobody's own stays");
    let bo = after.log.load::<Contact>(bo).await.unwrap().state;
    assert!(bo.record.text("email").is_some(), "everybody else is there");
}
