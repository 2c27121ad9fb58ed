//! Rebuilding: the same rows again, while the log grows, through crashes, and visibly when it fails.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use pivotal_projections::all;
use pivotal_projections::rebuild::Rebuilder;
use pivotal_projections::rebuild::request::{self, Rebuild};
use pivotal_projections::runner::worker::Step;
use pivotal_projections::runner::{Projection, Workers, parking};
use tokio_util::sync::CancellationToken;

use crate::support::notes::{self, NAME, Notes, texts};
use crate::support::story::story;
use crate::support::{Ground, settle};

fn rebuilder(ground: &Ground, projections: Vec<Arc<dyn Projection>>) -> Rebuilder {
    Rebuilder::new(&ground.test.pools, ground.opener(), projections)
}

async fn rebuild(ground: &Ground, projection: impl Projection) -> Rebuild {
    let id =
        request::request(&ground.test.pools.write, projection.spec().name, "a test", "ada").await.unwrap();
    let mut rebuilder = rebuilder(ground, vec![Arc::new(projection)]);
    assert_eq!(rebuilder.next(&CancellationToken::new()).await.unwrap(), Some(id));
    request::get(&ground.test.pools.read, id).await.unwrap().unwrap()
}

async fn indexes(ground: &Ground) -> Vec<String> {
    sqlx::query_scalar("select indexdef from pg_indexes where schemaname = 'read' order by 1")
        .fetch_all(&ground.test.pools.read)
        .await
        .unwrap()
}

async fn left_over(ground: &Ground) -> i64 {
    sqlx::query_scalar("select count(*) from pg_tables where schemaname = 'read_next'")
        .fetch_one(&ground.test.pools.read)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_rebuild_gives_every_projection_the_same_rows_and_indexes_again() {
    let ground = Ground::new().await;
    story(&ground).await;
    let before_indexes = indexes(&ground).await;
    for projection in all::projections(&ground.search) {
        let spec = projection.spec();
        let mut before = Vec::new();
        for table in spec.tables {
            before.push(ground.dump(&format!("read.{table}")).await);
        }
        let id = request::request(&ground.test.pools.write, spec.name, "a test", "ada").await.unwrap();
        rebuilder(&ground, vec![projection]).next(&CancellationToken::new()).await.unwrap();
        let done = request::get(&ground.test.pools.read, id).await.unwrap().unwrap();
        assert_eq!((done.state.as_str(), done.same, done.error), ("done", Some(true), None), "{}", spec.name);
        for (table, before) in spec.tables.iter().zip(before) {
            assert_eq!(ground.dump(&format!("read.{table}")).await, before, "{table}");
        }
    }
    assert_eq!(indexes(&ground).await, before_indexes);
    assert_eq!(left_over(&ground).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rebuild_under_live_traffic_loses_nothing_and_stops_nobody() {
    let ground = Arc::new(Ground::new().await);
    let running = Workers {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        bus: ground.bus.clone(),
        positions: ground.positions.clone(),
        projections: vec![Arc::new(Notes::default())],
    }
    .start();
    let many: Vec<String> = (0..3000).map(|n| n.to_string()).collect();
    for part in many.chunks(500) {
        notes::write(&ground.test.log, &part.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
    let mut watch = ground.positions.watch(NAME).unwrap();
    watch.wait_for(|seen| seen.position >= 3000).await.unwrap();
    let writer = {
        let ground = ground.clone();
        tokio::spawn(async move {
            let mut written = Vec::new();
            for n in 0..300 {
                let text = format!("live {n}");
                notes::write(&ground.test.log, &[&text]).await;
                written.push(text);
            }
            written
        })
    };
    // A reader that keeps asking never fails, also at the moment of the swap.
    let reader = {
        let ground = ground.clone();
        tokio::spawn(async move {
            let mut asked = 0;
            while ground.dump("read.rebuilds").await.iter().all(|row| !row.contains("done")) {
                let rows: i64 = sqlx::query_scalar(
                    "select count(*) from read.test_notes join read.note_counts using (note)",
                )
                .fetch_one(&ground.test.pools.read)
                .await
                .unwrap();
                assert!(rows > 0);
                asked += 1;
            }
            asked
        })
    };
    let done = rebuild(&ground, Notes::default()).await;
    assert_eq!((done.state.as_str(), done.error), ("done", None));
    let mut expected = many;
    expected.extend(writer.await.unwrap());
    let head = pivotal_log::reader::head_of(&ground.test.pools.read).await.unwrap();
    watch.wait_for(|seen| seen.position >= head).await.unwrap();
    assert!(reader.await.unwrap() > 0);
    running.stop().await;
    assert_eq!(texts(&ground.test.pools.read).await, expected);
}

#[tokio::test]
async fn another_log_and_a_newer_version_are_rebuilt_by_themselves() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a", "b"]).await;
    let mut worker = ground.worker(Notes::default());
    settle(&mut worker).await;
    ground
        .execute(
            "update log.epoch set id = gen_random_uuid(); update read.test_notes set text = 'of another log'",
        )
        .await;
    assert_eq!(settle(&mut worker).await, Step::Rebuilding);
    rebuilder(&ground, vec![Arc::new(Notes::default())])
        .next(&CancellationToken::new())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(settle(&mut worker).await, Step::Idle);
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b"]);

    let newer = Notes { version: 1, ..Notes::default() };
    let mut worker = ground.worker(newer.clone());
    notes::write(&ground.test.log, &["c"]).await;
    settle(&mut worker).await;
    rebuilder(&ground, vec![Arc::new(newer)]).next(&CancellationToken::new()).await.unwrap().unwrap();
    let version: i32 = sqlx::query_scalar("select version from read.checkpoints where name = 'notes'")
        .fetch_one(&ground.test.pools.read)
        .await
        .unwrap();
    assert_eq!(version, 1);
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b", "c"]);
    assert!(
        rebuilder(&ground, vec![]).next(&CancellationToken::new()).await.unwrap().is_none(),
        "nothing is asked for twice"
    );
}

#[tokio::test]
async fn an_interrupted_rebuild_goes_on_where_it_was() {
    let ground = Ground::new().await;
    let many: Vec<String> = (0..1500).map(|n| n.to_string()).collect();
    notes::write(&ground.test.log, &many.iter().map(String::as_str).collect::<Vec<_>>()).await;
    settle(&mut ground.worker(Notes::default())).await;
    let projection = Notes::default();
    let id = request::request(&ground.test.pools.write, NAME, "a test", "ada").await.unwrap();
    let mut first = rebuilder(&ground, vec![Arc::new(projection.clone())]);
    // Killed by its own database connection in the middle of the batch, then stopped by its process.
    projection.die_in.store(1, Ordering::SeqCst);
    assert!(first.next(&CancellationToken::new()).await.is_err());
    let stopped = CancellationToken::new();
    stopped.cancel();
    assert!(first.next(&stopped).await.is_err());
    assert_eq!(request::get(&ground.test.pools.read, id).await.unwrap().unwrap().state, "building");

    let mut second = rebuilder(&ground, vec![Arc::new(projection)]);
    assert_eq!(second.next(&CancellationToken::new()).await.unwrap(), Some(id));
    let done = request::get(&ground.test.pools.read, id).await.unwrap().unwrap();
    assert_eq!((done.state.as_str(), done.entries, done.same), ("done", 1500, Some(true)));
    assert_eq!(texts(&ground.test.pools.read).await, many);
}

#[tokio::test]
async fn a_rebuild_tries_parked_entries_again() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a", "poison", "b"]).await;
    let mut worker = ground.worker(Notes::default());
    settle(&mut worker).await;
    parking::park(&ground.test.pools.write, NAME, "ada").await.unwrap();
    settle(&mut worker).await;

    let done = rebuild(&ground, Notes::default()).await;
    assert_eq!(done.state, "done");
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "b"]);
    assert_eq!(parking::parked(&ground.test.pools.read, 10).await.unwrap().len(), 1, "still poison");

    let repaired = Notes::default();
    repaired.digest.store(true, Ordering::SeqCst);
    let done = rebuild(&ground, repaired).await;
    assert_eq!(
        (done.state.as_str(), done.same),
        ("done", Some(false)),
        "the rows in use lacked the parked one"
    );
    assert_eq!(texts(&ground.test.pools.read).await, ["a", "poison", "b"]);
    assert!(parking::parked(&ground.test.pools.read, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_rebuild_that_fails_leaves_the_rows_in_use_as_they_were() {
    let ground = Ground::new().await;
    let lenient = Notes::default();
    lenient.digest.store(true, Ordering::SeqCst);
    let many: Vec<String> = (0..1200).map(|n| if n == 7 { "poison".into() } else { n.to_string() }).collect();
    notes::write(&ground.test.log, &many.iter().map(String::as_str).collect::<Vec<_>>()).await;
    settle(&mut ground.worker(lenient)).await;

    let failed = rebuild(&ground, Notes::default()).await;
    assert_eq!(failed.state, "failed");
    assert!(failed.error.unwrap().contains("it is poison"));
    assert_eq!(texts(&ground.test.pools.read).await, many);
    assert_eq!(left_over(&ground).await, 0);
}

#[tokio::test]
async fn a_rebuild_can_be_called_off_and_is_open_once_per_projection() {
    let ground = Ground::new().await;
    let pool = &ground.test.pools.write;
    let id = request::request(pool, NAME, "one", "ada").await.unwrap();
    assert_eq!(request::request(pool, NAME, "two", "ada").await.unwrap(), id);
    assert!(request::cancel(pool, id).await.unwrap());
    assert!(!request::cancel(pool, id).await.unwrap());
    assert!(
        rebuilder(&ground, vec![Arc::new(Notes::default())])
            .next(&CancellationToken::new())
            .await
            .unwrap()
            .is_none()
    );
    assert_ne!(request::request(pool, NAME, "three", "ada").await.unwrap(), id);
    let unknown = request::request(pool, "nonsense", "four", "ada").await.unwrap();
    let mut rebuilder = rebuilder(&ground, vec![Arc::new(Notes::default())]);
    while rebuilder.next(&CancellationToken::new()).await.unwrap().is_some() {}
    let failed = request::get(pool, unknown).await.unwrap().unwrap();
    assert_eq!(
        (failed.state.as_str(), failed.error.as_deref()),
        ("failed", Some("this release has no projection `nonsense`"))
    );
}

#[tokio::test]
async fn a_reader_that_holds_a_table_delays_the_swap_and_is_never_cut_off() {
    let ground = Arc::new(Ground::new().await);
    notes::write(&ground.test.log, &["a"]).await;
    settle(&mut ground.worker(Notes::default())).await;
    let mut reader = ground.test.pools.write.begin().await.unwrap();
    let one: i64 =
        sqlx::query_scalar("select count(*) from read.note_counts").fetch_one(&mut *reader).await.unwrap();
    let running = {
        let ground = ground.clone();
        tokio::spawn(async move { rebuild(&ground, Notes::default()).await })
    };
    // The swap has waited for the reader at least once when it is seen waiting for the table.
    loop {
        let waiting: bool = sqlx::query_scalar("select exists (select 1 from pg_locks join pg_database on pg_database.oid = database where not granted and mode = 'AccessExclusiveLock' and datname = current_database())").fetch_one(&ground.test.pools.read).await.unwrap();
        if waiting {
            break;
        }
        tokio::task::yield_now().await;
    }
    let other: i64 =
        sqlx::query_scalar("select count(*) from read.test_notes").fetch_one(&mut *reader).await.unwrap();
    assert_eq!((one, other), (1, 1));
    reader.commit().await.unwrap();
    assert_eq!(running.await.unwrap().state, "done");
}
