//! Connections that break at the worst moment: nothing acknowledged is lost and nothing happens twice.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pivotal_log::append::{Append, GuardOp};
use pivotal_log::error::LogError;
use pivotal_log::event_log::EventLog;
use pivotal_log::pools::Pools;
use pivotal_log::testing::TestLog;
use serde_json::json;
use uuid::Uuid;

use crate::support::gate::Gate;
use crate::support::proxy::LossyProxy;
use crate::support::{connection, count, samples};

/// A log that reaches its database through a proxy; the statement is prepared, so its next answer is the append's.
async fn behind_a_proxy(test: &TestLog) -> (EventLog, LossyProxy) {
    let proxy = LossyProxy::before(&test.database.url).await;
    let pools = Pools::connect(&proxy.url, 2, 2).unwrap();
    let log = EventLog::start(pools, &test.master, Arc::default());
    log.append(samples::account(Uuid::now_v7())).await.unwrap();
    (log, proxy)
}

async fn with_its_answer_lost(test: &TestLog, append: Append) -> Result<i64, LogError> {
    let (log, proxy) = behind_a_proxy(test).await;
    proxy.lose_next_answer();
    let answer = log.append(append).await;
    assert!(proxy.has_lost_it());
    answer
}

#[tokio::test]
async fn a_commit_whose_answer_was_lost_is_recognised_by_its_events() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    let mut append = samples::account_at(id, 0, vec![samples::account_created(), samples::archived()]);
    append.facts = vec![samples::fact(id, "with it")];
    let position = with_its_answer_lost(&test, append).await.unwrap();
    let head = count(&test, "select max(global_position) from log.facts").await;
    assert_eq!(position, head, "the answer is the same that was lost");
    assert_eq!(
        count(&test, &format!("select count(*) from log.events where aggregate_id = '{id}'")).await,
        2
    );
    assert_eq!(count(&test, "select count(*) from log.facts").await, 1);
}

#[tokio::test]
async fn facts_whose_answer_was_lost_are_not_written_twice() {
    let test = TestLog::new().await;
    let append = Append { facts: vec![samples::fact(Uuid::now_v7(), "sent")], ..Append::default() };
    let position = with_its_answer_lost(&test, append).await.unwrap();
    assert_eq!(count(&test, "select count(*) from log.facts").await, 1);
    assert_eq!(count(&test, "select max(global_position) from log.facts").await, position);
}

#[tokio::test]
async fn a_job_whose_answer_was_lost_is_neither_enqueued_twice_nor_reported_as_failed() {
    let test = TestLog::new().await;
    let append = Append { jobs: vec![samples::job(Uuid::now_v7())], ..Append::default() };
    with_its_answer_lost(&test, append).await.unwrap();
    assert_eq!(count(&test, "select count(*) from jobs.queue").await, 1);
}

#[tokio::test]
async fn a_request_with_a_key_whose_answer_was_lost_is_not_told_that_it_is_a_repeat_of_another() {
    let test = TestLog::new().await;
    let owner = Uuid::now_v7();
    let append = Append {
        guards: vec![GuardOp::AddKey { scope: "s", key: b"k".to_vec(), owner }],
        idempotency: samples::idempotency("key", b"f", json!({"n": 1})),
        ..Append::default()
    };
    match with_its_answer_lost(&test, append).await {
        Ok(_) => {}
        Err(LogError::Repeated(answer)) => assert!(answer.same_request && answer.result == json!({"n": 1})),
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_group_whose_answer_was_lost_gets_it_again_one_by_one() {
    let test = TestLog::new().await;
    let (log, proxy) = behind_a_proxy(&test).await;
    let gate = Gate::close(&test).await;
    let mut ahead = Box::pin(log.append(samples::account(Uuid::now_v7())));
    assert!(futures::poll!(&mut ahead).is_pending());
    gate.somebody_waits().await;
    let mut waiting: Vec<_> =
        (0..50).map(|_| Box::pin(log.append(samples::account(Uuid::now_v7())))).collect();
    for request in &mut waiting {
        assert!(futures::poll!(request).is_pending());
    }
    // The forerunner's answer is the one that is lost; the group behind it finds a dead connection.
    proxy.lose_next_answer();
    gate.open().await;
    ahead.await.unwrap();
    let positions: Vec<i64> = futures::future::try_join_all(waiting).await.unwrap();
    assert_eq!(positions.iter().collect::<HashSet<_>>().len(), 50);
    assert_eq!(count(&test, "select count(*) from log.events").await, 52);
}

/// The appender's connections are killed again and again under load.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn terminated_backends_lose_nothing_acknowledged_and_double_nothing() {
    let test = TestLog::new().await;
    let done = Arc::new(AtomicBool::new(false));
    let stop = done.clone();
    let mut killer = connection(&test).await;
    let killing = tokio::spawn(async move {
        let (mut killed, mut last) = (0, 0);
        while !stop.load(Ordering::SeqCst) {
            // After some progress, so that there is always something under way and always some left to do.
            let written: i64 =
                sqlx::query_scalar("select count(*) from log.facts").fetch_one(&mut killer).await.unwrap();
            if written >= last + 15 {
                last = written;
                killed += sqlx::query_scalar::<_, i64>(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query like '%log.append(%' and pid <> pg_backend_pid()",
                )
                .fetch_one(&mut killer)
                .await
                .unwrap();
            }
            tokio::task::yield_now().await;
        }
        killed
    });
    let mut writers = Vec::new();
    for writer in 0..16 {
        let log = test.log.clone();
        writers.push(tokio::spawn(async move {
            let mut answers = Vec::new();
            for n in 0..25 {
                let id = Uuid::now_v7();
                let mut append = match n % 3 {
                    0 => Append::default(),
                    _ => samples::account(id),
                };
                append.facts = vec![samples::fact(id, &format!("{writer}/{n}"))];
                answers.push((id, log.append(append).await));
            }
            answers
        }));
    }
    let mut answers = Vec::new();
    for writer in writers {
        answers.extend(writer.await.unwrap());
    }
    done.store(true, Ordering::SeqCst);
    assert!(killing.await.unwrap() > 3, "the test must have hurt");

    let stored: Vec<(Uuid, i64)> = sqlx::query_as("select about_id::uuid, global_position from log.facts")
        .fetch_all(&test.pools.read)
        .await
        .unwrap();
    let (ids, positions): (HashSet<Uuid>, HashSet<i64>) = stored.iter().copied().unzip();
    assert_eq!(ids.len(), stored.len(), "nothing twice");
    for (id, answer) in &answers {
        match answer {
            Ok(position) => {
                assert!(ids.contains(id) && positions.contains(position), "acknowledged and lost")
            }
            Err(LogError::Unavailable(_)) => {}
            Err(other) => panic!("a lost connection is not the caller's fault: {other:?}"),
        }
    }
    let acknowledged = answers.iter().filter(|(_, answer)| answer.is_ok()).count();
    assert!(acknowledged > 350, "the appender reconnects and goes on: {acknowledged} of 400");
}
