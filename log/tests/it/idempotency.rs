//! A request that carries a key takes effect once; a repeat gets the first answer.

use pivotal_log::append::{Append, Lane};
use pivotal_log::error::{LogError, Repeated};
use pivotal_log::testing::TestLog;
use serde_json::json;
use uuid::Uuid;

use crate::support::samples::idempotency;
use crate::support::{count, in_one_group, samples};

fn keyed(id: Uuid, fingerprint: &[u8]) -> Append {
    Append { idempotency: idempotency("key", fingerprint, json!({ "id": id })), ..samples::account(id) }
}

fn repeated(answer: Result<i64, LogError>) -> Repeated {
    match answer {
        Err(LogError::Repeated(repeated)) => *repeated,
        other => panic!("expected a repeat, got {other:?}"),
    }
}

#[tokio::test]
async fn a_repeat_gets_the_first_answer() {
    let test = TestLog::new().await;
    let first = Uuid::now_v7();
    let position = test.log.append(keyed(first, b"same")).await.unwrap();
    let answer = repeated(test.log.append(keyed(Uuid::now_v7(), b"same")).await);
    assert!(answer.same_request);
    assert_eq!(answer.position, position);
    assert_eq!(answer.result, json!({ "id": first }));
    assert_eq!(count(&test, "select count(*) from log.events").await, 1);
    let asked = test.log.first_answer("key", b"same").await.unwrap().unwrap();
    assert_eq!((asked.position, asked.same_request), (position, true));
}

#[tokio::test]
async fn the_same_key_for_another_request_is_told_apart() {
    let test = TestLog::new().await;
    test.log.append(keyed(Uuid::now_v7(), b"one")).await.unwrap();
    assert!(!repeated(test.log.append(keyed(Uuid::now_v7(), b"another")).await).same_request);
    assert!(test.log.first_answer("unused", b"one").await.unwrap().is_none());
}

#[tokio::test]
async fn a_repeat_in_the_same_group_gets_the_first_answer_too() {
    let test = TestLog::new().await;
    let ids: Vec<Uuid> = (0..3).map(|_| Uuid::now_v7()).collect();
    let mut answers = in_one_group(&test, ids.iter().map(|id| keyed(*id, b"same")).collect()).await;
    let position = answers.remove(0).unwrap();
    for answer in answers {
        let answer = repeated(answer);
        assert_eq!((answer.position, answer.result), (position, json!({ "id": ids[0] })));
    }
    assert_eq!(count(&test, "select count(*) from log.events").await, 2, "the group's forerunner and one");
}

#[tokio::test]
async fn repeats_that_arrive_at_once_on_both_lanes_take_effect_once() {
    let test = TestLog::new().await;
    let tasks = (0..30).map(|n| {
        let log = test.log.clone();
        let lane = if n % 2 == 0 { Lane::Interactive } else { Lane::Bulk };
        tokio::spawn(async move { log.append(Append { lane, ..keyed(Uuid::now_v7(), b"same") }).await })
    });
    let answers: Vec<_> = futures::future::join_all(tasks).await.into_iter().map(Result::unwrap).collect();
    let written: Vec<i64> = answers.iter().filter_map(|answer| answer.as_ref().ok().copied()).collect();
    assert_eq!(written.len(), 1);
    for answer in answers.into_iter().filter(Result::is_err) {
        assert_eq!(repeated(answer).position, written[0]);
    }
    assert_eq!(count(&test, "select count(*) from log.events").await, 1);
}

#[tokio::test]
async fn a_request_of_facts_and_jobs_alone_has_an_answer_as_well() {
    let test = TestLog::new().await;
    let request = || Append {
        facts: vec![samples::fact(Uuid::now_v7(), "once")],
        jobs: vec![samples::job(Uuid::now_v7())],
        idempotency: idempotency("chunk", b"1", json!({})),
        ..Append::default()
    };
    let position = test.log.append(request()).await.unwrap();
    assert!(position > 0);
    assert_eq!(repeated(test.log.append(request()).await).position, position);
    assert_eq!(count(&test, "select count(*) from log.facts").await, 1);
    assert_eq!(count(&test, "select count(*) from jobs.queue").await, 1);
}
