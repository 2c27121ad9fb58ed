//! Read your own writes.

use std::time::{Duration, Instant};

use pivotal_projections::freshness::{Freshness, wait};
use pivotal_projections::runner::positions::Positions;

use crate::support::notes::{self, NAME, Notes};
use crate::support::{Ground, settle};

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(100);

#[tokio::test]
async fn what_is_there_is_fresh_at_once() {
    let ground = Ground::new().await;
    let position = notes::write(&ground.test.log, &["a"]).await;
    settle(&mut ground.worker(Notes::default())).await;
    let started = Instant::now();
    assert_eq!(
        wait(&ground.test.pools.read, &ground.positions, &[NAME], position, LONG).await.unwrap(),
        Freshness::Fresh
    );
    assert!(started.elapsed() < LONG / 2);
}

#[tokio::test]
async fn a_projection_that_does_not_come_is_stale_after_the_deadline() {
    let ground = Ground::new().await;
    let position = notes::write(&ground.test.log, &["a"]).await;
    assert_eq!(
        wait(&ground.test.pools.read, &ground.positions, &[NAME], position, SHORT).await.unwrap(),
        Freshness::Stale
    );
}

#[tokio::test]
async fn a_stopped_projection_is_not_waited_for() {
    let ground = Ground::new().await;
    let position = notes::write(&ground.test.log, &["poison"]).await;
    settle(&mut ground.worker(Notes::default())).await;
    let started = Instant::now();
    assert_eq!(
        wait(&ground.test.pools.read, &ground.positions, &[NAME], position, LONG).await.unwrap(),
        Freshness::Stale
    );
    assert!(started.elapsed() < LONG / 2);
}

#[tokio::test]
async fn a_worker_in_another_process_is_heard_through_its_checkpoint() {
    let ground = Ground::new().await;
    let position = notes::write(&ground.test.log, &["a"]).await;
    let elsewhere = Positions::default();
    let (reached, ()) =
        tokio::join!(wait(&ground.test.pools.read, &elsewhere, &[NAME], position, LONG), async {
            settle(&mut ground.worker(Notes::default())).await;
        });
    assert_eq!(reached.unwrap(), Freshness::Fresh);
}
