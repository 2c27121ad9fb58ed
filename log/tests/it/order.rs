//! Position order is commit order: a reader whose cursor is one integer misses nothing, whatever is going on beside it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pivotal_domain::audience::accounts::Account;
use pivotal_log::append::{Append, Lane};
use pivotal_log::event_log::EventLog;
use pivotal_log::reader::{self, Interest};
use pivotal_log::testing::TestLog;
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::support::gate::{Gate, waiting_for_the_lock};
use crate::support::samples::{self, Raw};
use crate::support::{connection, eventually};

const ALL: Interest = Interest { aggregates: &["account"], facts: &["noted"] };

/// Reads on from a cursor, as a projection does.
struct Tail {
    connection: PgConnection,
    cursor: i64,
    seen: Vec<i64>,
}

impl Tail {
    async fn of(test: &TestLog) -> Tail {
        Tail { connection: connection(test).await, cursor: 0, seen: Vec::new() }
    }

    async fn read(&mut self, limit: i64) -> usize {
        let batch = reader::read(&mut self.connection, self.cursor, limit, ALL).await.unwrap();
        assert!(batch.to >= self.cursor, "a cursor never moves back");
        assert!(batch.entries.iter().all(|entry| entry.position > self.cursor && entry.position <= batch.to));
        self.cursor = batch.to;
        self.seen.extend(batch.entries.iter().map(|entry| entry.position));
        batch.entries.len()
    }
}

#[tokio::test]
async fn an_entry_never_appears_behind_one_that_was_seen() {
    let test = TestLog::new().await;
    let (mut slow, mut fast) = (connection(&test).await, connection(&test).await);
    let mut tail = Tail::of(&test).await;

    let mut open = slow.begin().await.unwrap();
    let first = Raw::account(Uuid::now_v7()).append(&mut open).await.unwrap();
    let second = tokio::spawn(async move { Raw::account(Uuid::now_v7()).append(&mut fast).await.unwrap() });
    eventually("the second writer waits for the first", async || waiting_for_the_lock(&test).await == 1)
        .await;
    assert_eq!(tail.read(10).await, 0, "nothing is committed yet");
    assert_eq!(tail.cursor, 0, "and the cursor stays before it");

    open.commit().await.unwrap();
    let second = second.await.unwrap();
    assert!(first < second);
    while tail.read(1).await > 0 {}
    assert_eq!(tail.seen, [first, second]);
}

#[tokio::test]
async fn a_position_that_was_rolled_back_is_a_gap_that_nothing_fills() {
    let test = TestLog::new().await;
    let mut writer = connection(&test).await;
    let mut tail = Tail::of(&test).await;
    let mut open = writer.begin().await.unwrap();
    let lost = Raw::account(Uuid::now_v7()).append(&mut open).await.unwrap();
    open.rollback().await.unwrap();
    let next = test.log.append(samples::account(Uuid::now_v7())).await.unwrap();
    assert!(next > lost);
    while tail.read(10).await > 0 {}
    assert_eq!((tail.seen, tail.cursor), (vec![next], next));
}

#[tokio::test]
async fn no_position_is_drawn_before_the_lock_is_held() {
    let test = TestLog::new().await;
    let gate = Gate::close(&test).await;
    let waiting: Vec<_> = (0..2)
        .map(|n| {
            let log = test.log.clone();
            let lane = if n == 0 { Lane::Interactive } else { Lane::Bulk };
            tokio::spawn(async move {
                log.append(Append { lane, ..samples::account(Uuid::now_v7()) }).await.unwrap()
            })
        })
        .collect();
    gate.waiting(2).await;
    let drawn: bool =
        sqlx::query_scalar("select is_called from log.position").fetch_one(&test.pools.read).await.unwrap();
    assert!(!drawn, "a number drawn before the lock could be overtaken");
    gate.open().await;
    let mut positions: Vec<i64> =
        futures::future::join_all(waiting).await.into_iter().map(Result::unwrap).collect();
    positions.sort_unstable();
    assert_eq!(positions, [1, 2]);
}

#[tokio::test]
async fn a_page_ends_where_it_must_when_events_and_facts_mix() {
    let test = TestLog::new().await;
    for n in 0..30 {
        let id = Uuid::now_v7();
        let mut append = if n % 3 == 0 { Append::default() } else { samples::account(id) };
        append.facts = (0..n % 4).map(|n| samples::fact(id, &n.to_string())).collect();
        if n % 3 == 0 && n % 4 == 0 {
            continue;
        }
        test.log.append(append).await.unwrap();
    }
    let all: Vec<i64> = sqlx::query_scalar(
        "select global_position from log.events union all select global_position from log.facts order by 1",
    )
    .fetch_all(&test.pools.read)
    .await
    .unwrap();
    for limit in [1, 2, 3, 5, 7, 50, 500] {
        let mut tail = Tail::of(&test).await;
        while tail.cursor < *all.last().unwrap() {
            tail.read(limit).await;
        }
        assert_eq!(tail.seen, all, "pages of {limit}");
    }
}

#[tokio::test]
async fn the_cursor_passes_what_a_reader_has_no_interest_in() {
    let test = TestLog::new().await;
    test.log.append(samples::contact(Uuid::now_v7())).await.unwrap();
    let last = test.log.append(samples::contact(Uuid::now_v7())).await.unwrap();
    let mut tail = Tail::of(&test).await;
    assert_eq!(tail.read(10).await, 0);
    assert_eq!(tail.cursor, last);
}

/// Four writers, an import and a second process beside a reader that never waits: what is seen is what is there.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn gap_hunt() {
    let test = TestLog::new().await;
    let elsewhere = EventLog::start(test.pools.clone(), &test.master, Arc::default());
    let mut writers = Vec::new();
    for n in 0..4 {
        let log = if n == 3 { elsewhere.clone() } else { test.log.clone() };
        writers.push(tokio::spawn(async move {
            for m in 0..150 {
                let id = Uuid::now_v7();
                let mut append = samples::account(id);
                if m % 5 == 0 {
                    append.facts = vec![samples::fact(id, "beside")];
                }
                log.append(append).await.unwrap();
                log.append(samples::account_at(id, 1, vec![samples::archived()])).await.unwrap();
            }
        }));
    }
    let log = test.log.clone();
    writers.push(tokio::spawn(async move {
        for _ in 0..40 {
            let mut chunk = Append::new(Lane::Bulk);
            for _ in 0..250 {
                chunk
                    .events::<Account>(
                        Uuid::now_v7(),
                        0,
                        vec![samples::account_created()],
                        &samples::metadata(),
                    )
                    .unwrap();
            }
            log.append(chunk).await.unwrap();
        }
    }));
    let done = Arc::new(AtomicBool::new(false));
    let mut tail = Tail::of(&test).await;
    let finished = done.clone();
    let reading = tokio::spawn(async move {
        loop {
            let last_round = finished.load(Ordering::SeqCst);
            while tail.read(97).await > 0 {}
            if last_round {
                return tail.seen;
            }
        }
    });
    for writer in writers {
        writer.await.unwrap();
    }
    done.store(true, Ordering::SeqCst);
    let seen = reading.await.unwrap();
    let committed: BTreeSet<i64> = sqlx::query_scalar(
        "select global_position from log.events union all select global_position from log.facts",
    )
    .fetch_all(&test.pools.read)
    .await
    .unwrap()
    .into_iter()
    .collect();
    assert!(seen.is_sorted_by(|one, next| one < next), "in order and nothing twice");
    assert_eq!(seen.len(), 4 * 150 * 2 + 4 * 30 + 40 * 250);
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), committed);
}
