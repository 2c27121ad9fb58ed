//! The workers: exactly once, in order, visibly stopped, and by themselves again after a crash.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use futures::future::join_all;
use pivotal_log::append::{Append, Lane};
use pivotal_projections::bus::{Bus, RangeMessage};
use pivotal_projections::runner::Workers;
use pivotal_projections::runner::parking::{self, ParkingError};
use pivotal_projections::runner::worker::Step;
use uuid::Uuid;

use crate::support::notes::{self, NAME, Notes, texts};
use crate::support::{Ground, settle};

#[tokio::test]
async fn events_and_facts_become_rows_in_their_order() {
    let ground = Ground::new().await;
    let id = Uuid::now_v7();
    let mut append = Append::new(Lane::Interactive);
    append.events = vec![notes::note(id, 1, "first"), notes::note(id, 2, "second")];
    append.facts = vec![notes::seen(id)];
    let position = ground.test.log.append(append).await.unwrap();

    let mut worker = ground.worker(Notes::default());
    assert_eq!(settle(&mut worker).await, Step::Idle);

    assert_eq!(texts(&ground.test.pools.read).await, ["first", "second", "seen"]);
    assert_eq!(ground.checkpoint(NAME).await, (position, "live".into(), None));
}

#[tokio::test]
async fn entries_nobody_asked_for_move_the_checkpoint_all_the_same() {
    let ground = Ground::new().await;
    let mut other = notes::note(Uuid::now_v7(), 1, "x");
    other.aggregate_type = "other";
    let mut append = Append::new(Lane::Interactive);
    append.events = vec![other];
    let position = ground.test.log.append(append).await.unwrap();

    settle(&mut ground.worker(Notes::default())).await;
    assert_eq!(ground.checkpoint(NAME).await.0, position);
}

#[tokio::test]
async fn two_workers_on_one_projection_apply_each_entry_once() {
    let ground = Arc::new(Ground::new().await);
    for round in 0..20 {
        notes::write(&ground.test.log, &[&format!("{round} a"), &format!("{round} b")]).await;
    }
    let work = (0..2).map(|_| {
        let ground = ground.clone();
        tokio::spawn(async move {
            let mut worker = ground.worker(Notes::default());
            loop {
                match worker.step().await.unwrap() {
                    Step::Idle => return,
                    Step::Applied { .. } | Step::Elsewhere => {}
                    other => panic!("{other:?}"),
                }
            }
        })
    });
    for worker in join_all(work).await {
        worker.unwrap();
    }
    assert_eq!(texts(&ground.test.pools.read).await.len(), 40);
}

#[tokio::test]
async fn a_second_worker_stands_back_while_the_first_is_at_it() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Notes::default());
    settle(&mut worker).await;
    notes::write(&ground.test.log, &["x"]).await;

    let mut other = ground.test.pools.write.begin().await.unwrap();
    sqlx::query("select 1 from read.checkpoints where name = 'notes' for update")
        .execute(&mut *other)
        .await
        .unwrap();
    assert_eq!(worker.step().await.unwrap(), Step::Elsewhere);
    other.rollback().await.unwrap();
    assert_eq!(settle(&mut worker).await, Step::Idle);
    assert_eq!(texts(&ground.test.pools.read).await, ["x"]);
}

#[tokio::test]
async fn a_crash_between_rows_and_checkpoint_leaves_neither() {
    let ground = Ground::new().await;
    let projection = Notes::default();
    let mut worker = ground.worker(projection.clone());
    settle(&mut worker).await;
    notes::write(&ground.test.log, &["a", "b"]).await;

    projection.die_in.store(1, Ordering::SeqCst);
    assert!(worker.step().await.is_err(), "its connection died after the rows were written");
    assert!(texts(&ground.test.pools.read).await.is_empty());
    assert_eq!(ground.checkpoint(NAME).await.0, 0);

    assert_eq!(settle(&mut worker).await, Step::Idle);
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b"]);
}

#[tokio::test]
async fn a_poisoned_event_stops_the_projection_at_it_and_nothing_before_it_is_lost() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a", "b", "poison", "c"]).await;
    let projection = Notes::default();
    let mut worker = ground.worker(projection.clone());

    assert_eq!(settle(&mut worker).await, Step::Stopped);
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b"]);
    let (position, state, failed) = ground.checkpoint(NAME).await;
    assert_eq!((position, state.as_str(), failed), (2, "stopped", Some(3)));
    let (error, event_type): (String, String) =
        sqlx::query_as("select error, failed_type from read.checkpoints where name = 'notes'")
            .fetch_one(&ground.test.pools.read)
            .await
            .unwrap();
    assert_eq!(
        (error.as_str(), event_type.as_str()),
        ("NoteWritten at position 3 cannot be applied: it is poison", "NoteWritten")
    );
    assert_eq!(worker.step().await.unwrap(), Step::Stopped, "it does not go on by itself");

    projection.digest.store(true, Ordering::SeqCst);
    parking::retry(&ground.test.pools.write, NAME).await.unwrap();
    assert_eq!(settle(&mut worker).await, Step::Idle);
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b", "poison", "c"]);
}

#[tokio::test]
async fn rows_the_database_refuses_stop_the_projection_at_the_entry_at_fault() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a", "b", "c", "d", "bad row", "e", "f"]).await;
    let mut worker = ground.worker(Notes::default());
    assert_eq!(settle(&mut worker).await, Step::Stopped);
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b", "c", "d"]);
    assert_eq!(ground.checkpoint(NAME).await, (4, "stopped".into(), Some(5)));
}

#[tokio::test]
async fn a_parked_event_is_passed_over_and_stays_on_record() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a", "poison", "b", "poison", "c"]).await;
    let pool = &ground.test.pools.write;
    let mut worker = ground.worker(Notes::default());
    assert_eq!(settle(&mut worker).await, Step::Stopped);
    assert_eq!(parking::park(pool, NAME, "ada").await.unwrap(), 2);
    assert_eq!(settle(&mut worker).await, Step::Stopped);
    assert_eq!(parking::park(pool, NAME, "ada").await.unwrap(), 4);
    assert_eq!(settle(&mut worker).await, Step::Idle);

    assert_eq!(texts(pool).await, ["a", "b", "c"]);
    let parked = parking::parked(pool, 10).await.unwrap();
    let parked: Vec<_> = parked
        .iter()
        .map(|parked| (parked.position, parked.event_type.as_str(), parked.parked_by.as_str()))
        .collect();
    assert_eq!(parked, [(4, "NoteWritten", "ada"), (2, "NoteWritten", "ada")]);
}

#[tokio::test]
async fn retry_and_park_say_why_they_cannot() {
    let ground = Ground::new().await;
    let pool = &ground.test.pools.write;
    assert!(matches!(parking::retry(pool, "nothing").await, Err(ParkingError::Unknown(_))));
    settle(&mut ground.worker(Notes::default())).await;
    assert!(matches!(parking::retry(pool, NAME).await, Err(ParkingError::NotStopped(_))));
    assert!(matches!(parking::park(pool, NAME, "ada").await, Err(ParkingError::NotStopped(_))));
}

#[tokio::test]
async fn another_log_under_the_same_positions_is_noticed_and_nothing_is_written() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a"]).await;
    let mut worker = ground.worker(Notes::default());
    settle(&mut worker).await;

    ground.execute("update log.epoch set id = gen_random_uuid()").await;
    notes::write(&ground.test.log, &["b"]).await;
    assert_eq!(settle(&mut worker).await, Step::Rebuilding);
    assert_eq!(texts(&ground.test.pools.read).await, ["a"]);
    let asked: Vec<String> = sqlx::query_scalar(
        "select reason from read.rebuilds where projection = 'notes' and state = 'queued'",
    )
    .fetch_all(&ground.test.pools.read)
    .await
    .unwrap();
    assert_eq!(asked, ["the log was restored to an earlier point: its positions mean other events now"]);
}

#[tokio::test]
async fn an_older_release_leaves_a_newer_projection_alone() {
    let ground = Ground::new().await;
    settle(&mut ground.worker(Notes { version: 2, ..Notes::default() })).await;
    notes::write(&ground.test.log, &["a"]).await;
    assert_eq!(settle(&mut ground.worker(Notes { version: 1, ..Notes::default() })).await, Step::Newer);
    assert!(texts(&ground.test.pools.read).await.is_empty());
}

/// Concurrent writers on both lanes and a reader that tails: the set seen is the set committed.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_tailing_reader_sees_every_event_of_concurrent_writers() {
    const WRITERS: usize = 8;
    const EACH: usize = 40;
    let ground = Arc::new(Ground::new().await);
    // Two logs on one database are two processes: their groups interleave.
    let second = pivotal_log::event_log::EventLog::start(
        ground.test.pools.clone(),
        &ground.test.master,
        Arc::new(Vec::new()),
    );
    let running = Workers {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        bus: ground.bus.clone(),
        positions: ground.positions.clone(),
        projections: vec![Arc::new(Notes::default())],
    }
    .start();

    let writers = (0..WRITERS).map(|writer| {
        let log = if writer % 2 == 0 { ground.test.log.clone() } else { second.clone() };
        tokio::spawn(async move {
            let mut written = Vec::new();
            for number in 0..EACH {
                let mut append = Append::new(if writer % 3 == 0 { Lane::Bulk } else { Lane::Interactive });
                let texts: Vec<String> =
                    (0..1 + number % 3).map(|part| format!("{writer}.{number}.{part}")).collect();
                append.events = texts.iter().map(|text| notes::note(Uuid::now_v7(), 1, text)).collect();
                // Some requests fail after they have drawn positions, which leaves gaps.
                if number % 7 == 0 {
                    let mut broken = Append::new(Lane::Interactive);
                    let id = Uuid::now_v7();
                    broken.events = vec![notes::note(id, 1, "never"), notes::note(id, 1, "never")];
                    log.append(broken).await.unwrap_err();
                }
                log.append(append).await.unwrap();
                written.extend(texts);
            }
            written
        })
    });
    let written: BTreeSet<String> =
        join_all(writers).await.into_iter().flat_map(|writer| writer.unwrap()).collect();
    let head = pivotal_log::reader::head_of(&ground.test.pools.read).await.unwrap();
    let reached = pivotal_projections::freshness::wait(
        &ground.test.pools.read,
        &ground.positions,
        &[NAME],
        head,
        std::time::Duration::from_secs(20),
    )
    .await
    .unwrap();
    assert_eq!(reached, pivotal_projections::freshness::Freshness::Fresh);
    running.stop().await;

    let seen = texts(&ground.test.pools.read).await;
    assert_eq!(seen.len(), written.len(), "nothing twice");
    assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), written);
}

#[tokio::test]
async fn repeated_reordered_and_lying_rings_change_nothing() {
    let ground = Ground::new().await;
    let running = Workers {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        bus: ground.bus.clone(),
        positions: ground.positions.clone(),
        projections: vec![Arc::new(Notes::default())],
    }
    .start();
    let epoch = Uuid::now_v7();
    let mut head = 0;
    for round in 0..10 {
        head = notes::write(&ground.test.log, &[&round.to_string()]).await;
        for (from, to) in [(head, head), (1, head), (head + 50, head + 90), (1, 1)] {
            ground.bus.ring(RangeMessage { epoch, from, to }).await.unwrap();
        }
    }
    let mut watch = ground.positions.watch(NAME).unwrap();
    watch.wait_for(|seen| seen.position >= head).await.unwrap();
    running.stop().await;
    assert_eq!(
        texts(&ground.test.pools.read).await,
        (0..10).map(|round| round.to_string()).collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn workers_go_on_by_themselves_when_the_database_cuts_them_off() {
    let ground = Ground::new().await;
    let running = Workers {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        bus: ground.bus.clone(),
        positions: ground.positions.clone(),
        projections: vec![Arc::new(Notes::default())],
    }
    .start();
    let first = notes::write(&ground.test.log, &["before"]).await;
    let mut watch = ground.positions.watch(NAME).unwrap();
    watch.wait_for(|seen| seen.position >= first).await.unwrap();

    ground.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'pivotal projection'").await;
    let second = notes::write(&ground.test.log, &["after"]).await;
    watch.wait_for(|seen| seen.position >= second).await.unwrap();
    running.stop().await;
    assert_eq!(texts(&ground.test.pools.read).await, ["before", "after"]);
}
