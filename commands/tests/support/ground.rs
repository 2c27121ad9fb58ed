//! What tests of work on contacts begin with: a log, a queue, somebody who asks, contacts, and a worker that can be stopped.

use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::context::Context;
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane};
use pivotal_log::testing::TestLog;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Contacts in one append.
const BATCH: usize = 500;

pub struct Ground {
    pub log: TestLog,
    pub ctx: Context,
    pub actor: Actor,
    pub queue: JobQueue,
}

/// A worker that is told to stop.
pub struct Working(CancellationToken, JoinHandle<()>);

impl Working {
    pub async fn stop(self) {
        self.0.cancel();
        self.1.await.unwrap();
    }
}

impl Ground {
    pub async fn new() -> Self {
        let log = TestLog::new().await;
        let ctx = Context {
            log: log.log.clone(),
            clock: log.clock.clone(),
            blobs: Arc::new(InMemoryBlobStore::default()),
        };
        let queue = JobQueue::new(log.pools.write.clone(), log.clock.clone());
        let actor = Actor { user_id: Uuid::from_u128(77), ..Actor::system("ui") };
        Ground { log, ctx, actor, queue }
    }

    /// Written past the use cases, as many at once as it takes. `of`: the fields of each, by its number and its id.
    pub async fn contacts_with(
        &self,
        count: usize,
        of: impl Fn(usize, Uuid) -> Vec<(String, FieldValue)>,
    ) -> Vec<Uuid> {
        let ids: Vec<Uuid> = (0..count).map(|_| Uuid::now_v7()).collect();
        let numbered: Vec<(usize, Uuid)> = ids.iter().copied().enumerate().collect();
        for batch in numbered.chunks(BATCH) {
            let mut append = Append::new(Lane::Bulk);
            for (number, id) in batch {
                let created = ContactEvent::ContactCreated {
                    source: Source::Ui,
                    at: self.ctx.now(),
                    fields: of(*number, *id).into_iter().collect(),
                    derived: vec![],
                    account: None,
                };
                append.events::<Contact>(*id, 0, vec![created], &self.actor.metadata()).unwrap();
            }
            self.ctx.log.append(append).await.unwrap();
        }
        ids
    }

    pub fn work_on(&self, registry: Registry) -> Working {
        let stop = CancellationToken::new();
        let config = WorkerConfig {
            poll: Duration::from_millis(5),
            look: Duration::from_millis(5),
            ..WorkerConfig::default()
        };
        let task = tokio::spawn(Worker::new(self.queue.clone(), registry, config).run(stop.clone()));
        Working(stop, task)
    }

    /// Looks until there is something, and answers it.
    pub async fn until<T, F: Future<Output = Option<T>>>(&self, look: impl Fn() -> F) -> T {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(90);
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(tokio::time::Instant::now() < deadline, "it never came: {:?}", self.log.jobs().await);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
