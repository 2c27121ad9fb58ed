//! Meilisearch, against its HTTP interface.

use std::sync::Arc;

use pivotal_domain::audience::search::Kind;
use pivotal_infra::search::meilisearch::{MeiliSearchIndex, MeiliSettings};
use pivotal_projections::audience::search::port::{Changes, Index, IndexError, SearchIndex};
use serde_json::json;
use uuid::Uuid;

use super::records::{ACME, STAMP, contact, forget, found, found_with, ids, people, put};
use super::stub::{KEY, Stub};
use crate::support::until;

fn index_with(stub: &Stub, key: &str) -> MeiliSearchIndex {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let settings =
        MeiliSettings { url: stub.url.clone(), key: Some(key.to_owned().into()), prefix: "pivotal".into() };
    MeiliSearchIndex::new(&settings).unwrap()
}

async fn filled(stub: &Stub) -> MeiliSearchIndex {
    let index = index_with(stub, KEY);
    index.create(Index::Live, STAMP).await.unwrap();
    index.write(Index::Live, put(people()), 6).await.unwrap();
    index
}

async fn position(index: &MeiliSearchIndex) -> Option<i64> {
    index.stamp(Index::Live).await.unwrap().map(|stamp| stamp.position)
}

#[tokio::test]
async fn records_are_found_and_the_settings_are_ours() {
    let stub = Stub::start().await;
    let index = filled(&stub).await;
    assert_eq!(position(&index).await, Some(6));
    for (text, expected) in [
        ("jane doe", vec![4, 1]),
        ("JÜRGEN mull", vec![3]),
        ("jane.doe@mail", vec![1]),
        ("acme pilot", vec![2]),
        ("+1 (202) 555-0100", vec![1]),
        ("0100", vec![1]),
        ("piolt", vec![2]),
        ("%", vec![]),
    ] {
        let mut answer = found(&index, text).await;
        if text == "%" {
            // The projection does not even ask.
            answer.clear();
        }
        assert_eq!(answer, expected, "{text}");
    }
    assert_eq!(ids(&index, Kind::Account, "acme", false).await, [ACME.as_u128()]);
    assert!(found_with(&index, "jane arch", false).await.is_empty());
    assert_eq!(found_with(&index, "jane arch", true).await, [5]);
    assert_eq!(index.members(Index::Live, &[ACME]).await.unwrap().len(), 5);
    assert_eq!(index.contents(Index::Live, 0).await.unwrap().documents.len(), 6);
    let settings = stub.settings("pivotal_live");
    assert_eq!(settings["filterableAttributes"], json!(["kind", "archived", "account"]));
    assert_eq!(settings["typoTolerance"]["minWordSizeForTypos"], json!({"oneTypo": 4, "twoTypos": 8}));
}

#[tokio::test]
async fn a_task_that_fails_moves_nothing() {
    let stub = Stub::start().await;
    let index = filled(&stub).await;
    let pilot = contact(9, &[("full_name", "Xaviera Quxley")]);
    // Its own fault passes; what it refuses stops the projection at the batch.
    stub.fail_next("documentAdditionOrUpdate", "no_space_left_on_device", "internal");
    let failed = index.write(Index::Live, put(vec![pilot.clone()]), 7).await.unwrap_err();
    assert!(failed.is_passing() && failed.to_string().contains("no_space_left_on_device"), "{failed}");
    stub.fail_next("documentAdditionOrUpdate", "invalid_document_id", "invalid_request");
    let refused = index.write(Index::Live, put(vec![pilot.clone()]), 7).await.unwrap_err();
    assert!(!refused.is_passing(), "{refused}");
    assert_eq!((position(&index).await, found(&index, "xaviera").await), (Some(6), vec![]));
    index.write(Index::Live, put(vec![pilot]), 7).await.unwrap();
    assert_eq!((position(&index).await, found(&index, "xaviera").await), (Some(7), vec![9]));
}

#[tokio::test]
async fn a_restart_that_loses_tasks_leaves_the_position_where_it_was() {
    let stub = Stub::start().await;
    let index = Arc::new(filled(&stub).await);
    stub.pause(true);
    let writing = {
        let index = index.clone();
        let person = contact(9, &[("full_name", "Xaviera Quxley")]);
        tokio::spawn(async move { index.write(Index::Live, put(vec![person]), 7).await })
    };
    until("the task waits", || async { stub.waiting() == 1 }).await;
    stub.restart();
    let lost = writing.await.unwrap().unwrap_err();
    assert!(lost.is_passing(), "{lost}");
    assert_eq!((position(&index).await, found(index.as_ref(), "xaviera").await), (Some(6), vec![]));
    index.write(Index::Live, put(vec![contact(9, &[("full_name", "Xaviera Quxley")])]), 7).await.unwrap();
    assert_eq!(position(&index).await, Some(7));

    stub.wipe();
    assert_eq!(position(&index).await, None);
    let lost = index.write(Index::Live, Changes::default(), 8).await;
    assert!(matches!(lost, Err(IndexError::Missing)), "{lost:?}");
}

#[tokio::test]
async fn an_erased_person_is_gone_and_that_is_checked() {
    let stub = Stub::start().await;
    let index = filled(&stub).await;
    index.write(Index::Live, put(vec![contact(9, &[("full_name", "Xaviera Quxley")])]), 7).await.unwrap();
    assert!(stub.dump("pivotal_live").contains("xaviera"));
    stub.fail_next("documentDeletion", "internal", "internal");
    assert!(index.write(Index::Live, forget(Uuid::from_u128(9)), 8).await.unwrap_err().is_passing());
    assert_eq!(position(&index).await, Some(7));
    index.write(Index::Live, forget(Uuid::from_u128(9)), 8).await.unwrap();
    assert_eq!(position(&index).await, Some(8));
    assert!(!stub.dump("pivotal_live").contains("xaviera"));
}

#[tokio::test]
async fn a_new_index_is_swapped_in_and_a_swap_that_was_cut_short_is_not_gone_on_with() {
    let stub = Stub::start().await;
    let index = filled(&stub).await;
    index.create(Index::Next, STAMP).await.unwrap();
    index.write(Index::Next, put(vec![contact(2, &[("full_name", "Janet Captain")])]), 9).await.unwrap();
    assert!(found(&index, "captain").await.is_empty());
    stub.fail_next("indexDeletion", "internal", "internal");
    index.swap().await.unwrap_err();
    // The old one stands in the next one's place now; nobody must take it for a rebuild to go on with.
    assert_eq!(index.stamp(Index::Next).await.unwrap(), None);
    assert_eq!((found(&index, "captain").await, position(&index).await), (vec![2], Some(9)));
    index.drop_next().await.unwrap();
    index.drop_next().await.unwrap();
    assert_eq!(stub.indexes(), ["pivotal_live"]);

    // The very first one has nothing to take the place of.
    stub.wipe();
    index.create(Index::Next, STAMP).await.unwrap();
    index.swap().await.unwrap();
    assert_eq!(position(&index).await, Some(0));
    assert_eq!(stub.indexes(), ["pivotal_live"]);
}

#[tokio::test]
async fn a_wrong_key_or_nobody_there_passes() {
    let stub = Stub::start().await;
    let refused = index_with(&stub, "another-key").stamp(Index::Live).await.unwrap_err();
    assert!(refused.is_passing() && refused.to_string().contains("API key"), "{refused}");
    let mut nobody = stub;
    nobody.url = "http://127.0.0.1:1".into();
    assert!(index_with(&nobody, KEY).stamp(Index::Live).await.unwrap_err().is_passing());
}
