//! A real Postgres database per test, copied from a template that holds all migrations.
//!
//! Behind the feature `testing`, for the tests of every crate that needs a log. `TEST_DATABASE_URL` names a server on
//! which databases may be made (`make test` starts one); each [`TestDatabase`] is dropped when the test lets go of it.

mod database;
mod template;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::persist::EventUpcaster;

pub use self::database::TestDatabase;
use crate::clock::{Clock, ManualClock};
use crate::event_log::EventLog;
use crate::master_key::MasterKey;
use crate::pools::Pools;

/// An empty log of one test's own, with a clock that stands still at [`start_of_test_time`].
#[derive(Debug)]
pub struct TestLog {
    pub log: EventLog,
    pub pools: Pools,
    pub clock: Arc<ManualClock>,
    pub master: MasterKey,
    // Last, so that it is dropped last.
    pub database: TestDatabase,
}

impl TestLog {
    pub async fn new() -> Self {
        Self::with_upcasters(Vec::new()).await
    }

    pub async fn with_upcasters(upcasters: Vec<Box<dyn EventUpcaster>>) -> Self {
        let database = TestDatabase::new().await;
        let pools =
            Pools::connect(&database.url, 8, 4).expect("the URL of a database made a moment ago is valid");
        let master = MasterKey::from_bytes([42; 32]);
        let log = EventLog::start(pools.clone(), &master, Arc::new(upcasters));
        TestLog { log, pools, clock: ManualClock::at(start_of_test_time()), master, database }
    }

    /// Waits until it is so; a minute of no means never. Jobs that wait for their next try are tried at once: the clock stands still.
    pub async fn until(&self, so: impl AsyncFn() -> bool) {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
        while !so().await {
            assert!(tokio::time::Instant::now() < deadline, "it never came: {:?}", self.jobs().await);
            sqlx::query("update jobs.queue set run_at = $1 where state = 'queued' and run_at > $1")
                .bind(self.clock.now())
                .execute(&self.pools.write)
                .await
                .expect("the queue can be written");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Kind and state of every job, and what its last try came to: for a test that fails.
    pub async fn jobs(&self) -> Vec<String> {
        sqlx::query_scalar(
            "select kind || ': ' || state || ': ' || coalesce(waits_for, error, '') from jobs.queue",
        )
        .fetch_all(&self.pools.write)
        .await
        .expect("the queue can be read")
    }
}

/// Noon in Greenwich on a Monday: no test depends on when it runs.
pub fn start_of_test_time() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).single().expect("a moment of UTC exists once")
}
