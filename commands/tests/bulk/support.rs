//! A log, a worker, and the steps of a bulk change as one call each.

use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::audience::bulk::run::RunBulks;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::contacts::on_account_domain::LinkWaitingContacts;
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::audience::record::undo::run::RunUndos;
use pivotal_commands::context::Context;
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_commands::ports::record_lists::FixedList;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::bulk::facts::{BULK_CHUNK_RAN, BulkFact, RecordRan};
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane};
use pivotal_log::testing::TestLog;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

pub struct World {
    pub log: TestLog,
    pub ctx: Context,
    pub actor: Actor,
    pub queue: JobQueue,
    /// What a list that is asked for shows, to anybody.
    pub listed: Vec<Uuid>,
}

/// A worker that is told to stop.
pub struct Working(CancellationToken, JoinHandle<()>);

impl Working {
    pub async fn stop(self) {
        self.0.cancel();
        self.1.await.unwrap();
    }
}

pub fn set(fields: Value) -> BulkAction {
    BulkAction::SetFields { fields: fields.as_object().unwrap().clone() }
}

impl World {
    pub async fn new() -> Self {
        let log = TestLog::new().await;
        let ctx = Context {
            log: log.log.clone(),
            clock: log.clock.clone(),
            blobs: Arc::new(InMemoryBlobStore::default()),
        };
        let queue = JobQueue::new(log.pools.write.clone(), log.clock.clone());
        let actor = Actor { user_id: Uuid::from_u128(77), ..Actor::system("ui") };
        World { log, ctx, actor, queue, listed: Vec::new() }
    }

    /// With so many contacts, all of them in the list.
    pub async fn with(contacts: usize) -> Self {
        let mut world = World::new().await;
        world.listed = world.contacts(contacts, json!({ "city": "Ribe", "tags": ["old"] })).await;
        world
    }

    /// Written past the use cases, as many at once as it takes.
    pub async fn contacts(&self, count: usize, of: Value) -> Vec<Uuid> {
        let mut ids = Vec::new();
        for batch in (0..count).collect::<Vec<_>>().chunks(500) {
            let mut append = Append::new(Lane::Bulk);
            for n in batch {
                let id = Uuid::now_v7();
                let mut fields = of.as_object().unwrap().clone();
                fields.insert("email".into(), json!(format!("p{n}-{id}@norhavn.test")));
                let fields = fields
                    .into_iter()
                    .map(|(key, value)| (key, serde_json::from_value::<FieldValue>(value).unwrap()));
                let created = ContactEvent::ContactCreated {
                    source: Source::Ui,
                    at: self.ctx.now(),
                    fields: fields.collect(),
                    derived: vec![],
                    account: None,
                };
                append.events::<Contact>(id, 0, vec![created], &self.actor.metadata()).unwrap();
                ids.push(id);
            }
            self.ctx.log.append(append).await.unwrap();
        }
        ids
    }

    pub fn work(&self) -> Working {
        let stop = CancellationToken::new();
        let rows = self.listed.iter().map(|id| vec![json!(id)]).collect();
        let registry = Registry::default()
            .with(RunBulks { ctx: self.ctx.clone(), lists: Arc::new(FixedList { rows }) })
            .with(RunUndos::<Bulk>::new(self.ctx.clone()))
            .with(LinkWaitingContacts(self.ctx.clone()));
        let config = WorkerConfig {
            poll: Duration::from_millis(5),
            look: Duration::from_millis(5),
            ..WorkerConfig::default()
        };
        let task = tokio::spawn(Worker::new(self.queue.clone(), registry, config).run(stop.clone()));
        Working(stop, task)
    }

    /// All that match, as the actor.
    pub async fn start(&self, action: BulkAction) -> Uuid {
        let selection = Selection::Matching(Box::default());
        self.start_on(action, selection).await
    }

    pub async fn start_on(&self, action: BulkAction, selection: Selection) -> Uuid {
        let asked = Asked::new(Entity::Contact, action, selection, Some(1));
        let started = start_bulk(&self.ctx, &self.actor, asked, None).await.unwrap();
        self.queue.wake();
        started.id
    }

    pub async fn bulk(&self, id: Uuid) -> Bulk {
        self.ctx.log.load::<Bulk>(id).await.unwrap().state
    }

    pub async fn ended(&self, id: Uuid) -> Bulk {
        self.until(|| async {
            let bulk = self.bulk(id).await;
            (!matches!(bulk.state, BulkState::Asked | BulkState::Running)).then_some(bulk)
        })
        .await
    }

    /// Asked for, done, and the job over.
    pub async fn done(&self, action: BulkAction) -> (Uuid, Bulk) {
        let working = self.work();
        let id = self.start(action).await;
        let bulk = self.ended(id).await;
        self.until_idle().await;
        working.stop().await;
        (id, bulk)
    }

    pub async fn until<T, F: Future<Output = Option<T>>>(&self, look: impl Fn() -> F) -> T {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(90);
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(tokio::time::Instant::now() < deadline, "it never came: {:?}", self.queue_errors().await);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub async fn until_idle(&self) {
        self.queue.wake();
        let open = "select count(*) from jobs.queue where state in ('queued', 'running')";
        self.until(|| async { (self.count(open).await == 0).then_some(()) }).await;
    }

    pub async fn until_chunks(&self, wanted: i64) {
        let ran = format!("select count(*) from log.facts where kind = '{BULK_CHUNK_RAN}'");
        self.until(|| async { (self.count(&ran).await >= wanted).then_some(()) }).await;
    }

    pub async fn count(&self, sql: &str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.log.pools.write).await.unwrap()
    }

    pub async fn contact(&self, id: Uuid) -> Contact {
        self.ctx.log.load::<Contact>(id).await.unwrap().state
    }

    pub async fn all(&self) -> Vec<Contact> {
        let loaded = self.ctx.log.load_many::<Contact>(&self.listed).await.unwrap();
        loaded.into_iter().map(|loaded| loaded.state).collect()
    }

    pub async fn edit(&self, id: Uuid, of: Value) {
        let edit = UpdateContact {
            id,
            fields: of.as_object().unwrap().clone(),
            account_id: None,
            unlink_account: false,
            expected_version: None,
            idempotency_key: None,
        };
        update_contact(&self.ctx, &self.actor, edit).await.unwrap();
    }

    /// What became of each record, as the facts say.
    pub async fn records(&self, id: Uuid) -> Vec<RecordRan> {
        let payloads: Vec<String> = sqlx::query_scalar(
            "select payload::text from log.facts where about_id = $1 and kind = $2 order by global_position",
        )
        .bind(id.to_string())
        .bind(BULK_CHUNK_RAN)
        .fetch_all(&self.log.pools.write)
        .await
        .unwrap();
        let read = |payload: &String| match serde_json::from_str(payload).unwrap() {
            BulkFact::BulkChunkRan(ran) => ran.records,
            other => panic!("{other:?}"),
        };
        payloads.iter().flat_map(read).collect()
    }

    pub async fn outcome_of(&self, id: Uuid, record: Uuid) -> (RecordOutcome, Option<&'static str>) {
        let records = self.records(id).await;
        let ran = records.iter().find(|ran| ran.id == record).unwrap();
        (ran.outcome, ran.refusal.map(|refusal| refusal.code()))
    }

    async fn queue_errors(&self) -> Vec<String> {
        sqlx::query_scalar("select kind || ': ' || state || ': ' || coalesce(error, '') from jobs.queue")
            .fetch_all(&self.log.pools.write)
            .await
            .unwrap()
    }
}
