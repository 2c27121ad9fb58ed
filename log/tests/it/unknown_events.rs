//! An older program on a newer log: what it does not know it passes over in a fold, and stops at where it would show.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_log::error::LogError;
use pivotal_log::reader;
use pivotal_log::testing::TestLog;
use serde_json::json;
use uuid::Uuid;

use crate::support::samples::Raw;
use crate::support::{connection, samples};

async fn with(event: &str, payload: serde_json::Value) -> (TestLog, Uuid) {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    test.log.append(samples::account(id)).await.unwrap();
    let raw = Raw { kind: "account", id, sequence: 2, event, version: "1.0", payload };
    raw.append(&mut connection(&test).await).await.unwrap();
    (test, id)
}

#[tokio::test]
async fn a_fold_passes_over_an_event_it_does_not_know_and_can_append_after_it() {
    let (test, id) = with("AccountTeleported", json!({"AccountTeleported": {"to": "Mars"}})).await;
    let loaded = test.log.load::<Account>(id).await.unwrap();
    assert_eq!(loaded.sequence, 2);
    assert_eq!(loaded.state.record.text("name"), Some("Northwind"));
    test.log.append(samples::account_at(id, 2, vec![samples::archived()])).await.unwrap();
    assert_eq!(test.log.load::<Account>(id).await.unwrap().sequence, 3);
}

#[tokio::test]
async fn a_reader_by_position_is_told_so_that_it_can_stop() {
    let (test, id) = with("AccountTeleported", json!({"AccountTeleported": {"to": "Mars"}})).await;
    let entries = reader::read_record(&test.pools.read, "account", id).await.unwrap();
    let keys = reader::Keys::default();
    entries[0].event::<AccountEvent>(&keys, &[]).unwrap();
    let answer = entries[1].event::<AccountEvent>(&keys, &[]);
    assert!(
        matches!(&answer, Err(LogError::Unreadable { event_type, .. }) if event_type == "AccountTeleported"),
        "{answer:?}"
    );
}

#[tokio::test]
async fn a_known_event_that_cannot_be_read_is_an_error_everywhere() {
    for payload in [
        json!({"AccountArchived": {"at": "not a time"}}),
        // An unknown value inside a known event is damage, not news.
        json!({"AccountFieldsChanged": {"source": "ui", "at": samples::at(), "kept": {"name": {"candidate": "x", "rule": "moon_phase"}}}}),
        json!({"AccountArchived": 3}),
    ] {
        let name = payload.as_object().unwrap().keys().next().unwrap().clone();
        let (test, id) = with(&name, payload.clone()).await;
        let answer = test.log.load::<Account>(id).await;
        assert!(matches!(answer, Err(LogError::Unreadable { sequence: 2, .. })), "{payload}: {answer:?}");
    }
}
