//! Personal parts on their way through a real table: unreadable as stored, whole when loaded, bound to their place.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_log::error::LogError;
use pivotal_log::event_log::EventLog;
use pivotal_log::master_key::MasterKey;
use pivotal_log::reader::{self, Interest};
use pivotal_log::testing::TestLog;
use std::sync::Arc;
use uuid::Uuid;

use crate::support::{connection, samples, tamper};

async fn stored(test: &TestLog, id: Uuid) -> String {
    sqlx::query_scalar(
        "select string_agg(payload::text || metadata::text, ' ') from log.events where aggregate_id = $1",
    )
    .bind(id.to_string())
    .fetch_one(&test.pools.read)
    .await
    .unwrap()
}

#[tokio::test]
async fn what_is_personal_is_not_in_the_stored_text_and_loads_whole() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    let changed = samples::email_changed("ada@example.test");
    let archived = ContactEvent::ContactArchived {
        source: pivotal_domain::audience::record::source::Source::Ui,
        at: samples::at(),
        reason: Some("Ada moved to Paris".into()),
    };
    test.log
        .append(samples::contact_at(id, 0, vec![samples::contact_created(), changed, archived]))
        .await
        .unwrap();
    let text = stored(&test, id).await;
    for personal in ["ada", "Ada", "Lovelace", "example.com", "example.test", "Paris"] {
        assert!(!text.contains(personal), "{personal} can be read in {text}");
    }
    assert!(text.contains(r#""country":"GB""#), "what is about nobody stays readable: {text}");

    let loaded = test.log.load::<Contact>(id).await.unwrap();
    assert_eq!(loaded.sequence, 3);
    assert_eq!(loaded.state.record.text("email"), Some("ada@example.test"));
    assert_eq!(loaded.state.record.text("full_name"), Some("Ada Lovelace"));
}

#[tokio::test]
async fn a_reader_by_position_sees_the_same_event() {
    let test = TestLog::new().await;
    test.log.append(samples::contact(Uuid::now_v7())).await.unwrap();
    let mut connection = connection(&test).await;
    let interest = Interest { aggregates: &["contact"], facts: &[] };
    let batch = reader::read(&mut connection, 0, 10, interest).await.unwrap();
    let keys = reader::keys_for(&test.log.keys, &batch.entries).await.unwrap();
    let event: ContactEvent = batch.entries[0].event(&keys, test.log.upcasters()).unwrap();
    assert_eq!(event, samples::contact_created());
    assert_eq!(batch.entries[0].metadata(), samples::metadata());
}

#[tokio::test]
async fn a_ciphertext_that_was_moved_or_altered_is_refused() {
    let test = TestLog::new().await;
    let [moved, altered, swapped] = std::array::from_fn(|_| Uuid::now_v7());
    for id in [moved, altered, swapped] {
        let events = vec![samples::contact_created(), samples::email_changed("ada@example.test")];
        test.log.append(samples::contact_at(id, 0, events)).await.unwrap();
    }
    // The second event's envelope under the first event of the same person.
    tamper(
        &test,
        &format!(
            "update log.events e set payload = jsonb_set(e.payload::jsonb, '{{ContactCreated,$sealed}}', o.payload::jsonb->'ContactFieldsChanged'->'$sealed')::json
             from log.events o where e.aggregate_id = '{moved}' and e.sequence = 1 and o.aggregate_id = '{moved}' and o.sequence = 2"
        ),
    )
    .await;
    tamper(
        &test,
        &format!(
            "update log.events set payload = jsonb_set(payload::jsonb, '{{ContactCreated,$sealed,d}}',
               to_jsonb(translate(payload->'ContactCreated'->'$sealed'->>'d', 'ABCDabcd', 'BCDAbcda')))::json where aggregate_id = '{altered}' and sequence = 1"
        ),
    )
    .await;
    // Another person's key beside the event.
    tamper(&test, &format!("update log.events set subject_id = '{moved}' where aggregate_id = '{swapped}'"))
        .await;
    for id in [moved, altered, swapped] {
        let answer = test.log.load::<Contact>(id).await;
        assert!(matches!(answer, Err(LogError::Seal(_))), "{answer:?}");
    }
}

#[tokio::test]
async fn without_the_right_master_key_nothing_personal_opens() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    test.log.append(samples::contact(id)).await.unwrap();
    let stranger = EventLog::start(test.pools.clone(), &MasterKey::from_bytes([1; 32]), Arc::default());
    let answer = stranger.load::<Contact>(id).await;
    assert!(matches!(answer, Err(LogError::Seal(_))), "a wrong key is a fault, not an erasure: {answer:?}");
}

#[tokio::test]
async fn another_record_about_a_person_uses_the_key_they_have() {
    let test = TestLog::new().await;
    let [person, other] = std::array::from_fn(|_| Uuid::now_v7());
    test.log.append(samples::contact(person)).await.unwrap();
    let mut about = samples::contact(other);
    about.events[0].subject = Some(person);
    about.new_subjects = vec![];
    test.log.append(about).await.unwrap();
    let loaded = test.log.load::<Contact>(other).await.unwrap();
    assert_eq!(loaded.state.record.text("email"), Some(samples::EMAIL));
}

#[tokio::test]
async fn nothing_is_sealed_with_a_key_that_is_not_kept() {
    let test = TestLog::new().await;
    let [person, other] = std::array::from_fn(|_| Uuid::now_v7());
    test.log.append(samples::contact(person)).await.unwrap();
    let mut mistaken = samples::contact(other);
    mistaken.events[0].subject = Some(person);
    mistaken.new_subjects = vec![person];
    let answer = test.log.append(mistaken).await;
    assert!(matches!(answer, Err(LogError::Conflict)), "{answer:?}");
    assert_eq!(test.log.load::<Contact>(other).await.unwrap().sequence, 0);
}
