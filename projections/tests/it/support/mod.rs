//! A small projection over small events, with which the machinery is tested.

pub mod notes;
pub mod records;
pub mod story;

use std::sync::Arc;

use pivotal_log::testing::TestLog;
use pivotal_projections::audience::search::memory::MemoryIndex;
use pivotal_projections::audience::search::port::SearchIndex;
use pivotal_projections::bus::InProcessBus;
use pivotal_projections::runner::Projection;
use pivotal_projections::runner::feed::Feed;
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::runner::positions::Positions;
use pivotal_projections::runner::worker::{Step, Worker};
use pivotal_projections::verify::{Part, Verifier};

/// A log of the test's own and what is needed to follow it.
pub struct Ground {
    pub test: TestLog,
    pub positions: Positions,
    pub bus: Arc<InProcessBus>,
    pub search: Arc<dyn SearchIndex>,
}

impl Ground {
    pub async fn new() -> Self {
        let test = TestLog::new().await;
        notes::create_tables(&test.pools.write).await;
        let search: Arc<dyn SearchIndex> = Arc::new(MemoryIndex::default());
        Ground { test, positions: Positions::default(), bus: Arc::default(), search }
    }

    pub fn opener(&self) -> Opener {
        Opener::of(&self.test.log, Arc::new(Vec::new()))
    }

    pub fn worker(&self, projection: impl Projection) -> Worker {
        let projection: Arc<dyn Projection> = Arc::new(projection);
        let feed = Feed::of(std::slice::from_ref(&projection));
        self.worker_on(projection, &feed)
    }

    /// One of several workers that share what they read.
    pub fn worker_on(&self, projection: Arc<dyn Projection>, feed: &Feed) -> Worker {
        Worker::new(projection, self.test.pools.options(), self.opener(), feed.clone(), &self.positions)
    }

    pub async fn checkpoint(&self, name: &str) -> (i64, String, Option<i64>) {
        sqlx::query_as("select position, state, failed_position from read.checkpoints where name = $1")
            .bind(name)
            .fetch_one(&self.test.pools.read)
            .await
            .unwrap()
    }

    /// What differs from the log in one part, but for the guards: events are written here past the commands that keep them.
    pub async fn differences(&self, part: Part) -> Vec<String> {
        let verifier = Verifier {
            pools: self.test.pools.clone(),
            opener: self.opener(),
            blind: self.test.log.blind.clone(),
            search: self.search.clone(),
        };
        let report = verifier.run(&[part], |_| {}).await.unwrap();
        assert!(report.skipped.is_empty(), "{:?}", report.skipped);
        let all = report.differences.into_iter().map(|difference| difference.what);
        all.filter(|what| !what.contains("match key")).collect()
    }

    pub async fn execute(&self, sql: &str) {
        sqlx::raw_sql(sql).execute(&self.test.pools.write).await.unwrap();
    }
}

/// Steps until there is nothing left to do, and says why it ended.
pub async fn settle(worker: &mut Worker) -> Step {
    loop {
        match worker.step().await.unwrap() {
            Step::Applied { .. } => {}
            ended => return ended,
        }
    }
}
