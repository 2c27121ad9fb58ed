//! kill -9 of a process: alone, its successor goes on at once; among others, they take over.

use std::time::{Duration, Instant};

use crate::support::file::sample;
use crate::support::home::{Home, fresh};
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Pivotal, signal};
use crate::support::{alone, side_by_side};

const CHUNKS: &str = "select count(*) from log.facts where kind = 'import_chunk_ran'";

async fn until(what: &str, within: Duration, mut so: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + within;
    while !so().await {
        assert!(Instant::now() < deadline, "still not so after {within:?}: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_of_the_only_process_does_not_wait_for_a_lease_to_run_out() {
    let fresh = fresh().await;
    let _alone = alone().await;
    let home = fresh.copy();
    // A lease longer than anybody would wait.
    let settings = [("PIVOTAL_JOB_LEASE_SECONDS", "3600")];
    let mut pivotal = Pivotal::start_with(&home, &settings);
    assert!(pivotal.is_ready().await);
    let mut journey = Journey::new();
    journey.until_it_runs(&mut pivotal).await;
    pivotal.kill();
    let mut pivotal = Pivotal::start_with(&home, &settings);
    assert!(pivotal.is_ready().await);
    assert!(journey.go_on(&mut pivotal).await);
    Oracle::of(&home).await.check(&home, &journey).await;
    pivotal.stop().await;
}

/// `serve` and two times `work`, as in an upgrade without a pause: each is killed once in the middle.
#[tokio::test(flavor = "multi_thread")]
async fn fault_of_one_of_several_processes_on_one_log() {
    let _room = side_by_side().await;
    let home = Home::on_the_test_server().await;
    let settings = [("PIVOTAL_JOB_LEASE_SECONDS", "3")];
    let mut serving = Pivotal::run("serve", &home, &settings);
    assert!(serving.is_ready().await, "{}", home.last_words());
    let mut working = [(); 2].map(|()| Pivotal::run("work", &home, &settings));
    let oracle = Oracle::of(&home).await;
    let mut journey = Journey::with(sample(3_000, 12, &home.folder.join("sample")));
    journey.until_it_runs(&mut serving).await;
    until("the first chunks are in", Duration::from_secs(60), async || oracle.count(CHUNKS).await >= 2).await;

    // The one that runs the import; the other one takes it over.
    let holder: String =
        sqlx::query_scalar("select lease_by from jobs.queue where kind = 'import_run' and state = 'running'")
            .fetch_one(&oracle.pools.read)
            .await
            .unwrap();
    let its = |worker: &Pivotal| holder.contains(&format!(":{}/", worker.pid()));
    let dead = working.iter().position(its).expect("one of them runs the import");
    working[dead].kill();
    let before = oracle.count(CHUNKS).await;
    journey.add_contact(&serving.url).await;
    until("the other one goes on", Duration::from_secs(15), async || oracle.count(CHUNKS).await > before)
        .await;

    // People are served again by the next process; the files it kept for the others come back with it.
    serving.kill();
    let mut serving = Pivotal::run("serve", &home, &settings);
    assert!(serving.is_ready().await, "{}", home.last_words());
    // One more joins, and the one that did all the work is asked to leave.
    working[dead] = Pivotal::run("work", &home, &settings);
    journey.add_contact(&serving.url).await;
    signal("-TERM", working[1 - dead].pid());
    assert!(journey.go_on(&mut serving).await);
    oracle.check(&home, &journey).await;
    let [one, other] = working;
    one.stop().await;
    other.stop().await;
    serving.stop().await;
}
