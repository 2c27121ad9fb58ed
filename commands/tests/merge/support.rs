//! A log, lists as a test sets them, and the steps of a merge as one call each.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures::StreamExt;
use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::bulk::run::RunBulks;
use pivotal_commands::audience::bulk::undo::{UndoBulk, undo_bulk};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::on_account_domain::LinkWaitingContacts;
use pivotal_commands::audience::merge::one::{MergeRecords, merge_with};
use pivotal_commands::audience::record::undo::run::RunUndos;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use pivotal_commands::lookup::{claim_owner, key_owners};
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_commands::ports::record_lists::{IdsRead, ListAsked, ListError, ListRead, RecordLists};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Group, LINKED_MOST, Rule};
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::Lane;
use pivotal_log::testing::TestLog;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Contacts of an account and accounts below it, read from the log itself: every record there is, asked one by one.
#[derive(Clone)]
pub struct LogLists {
    ctx: Context,
}

#[async_trait]
impl RecordLists for LogLists {
    async fn open(&self, _asked: ListAsked) -> Result<ListRead, ListError> {
        Err(ListError::Refused("only ids are asked for here".into()))
    }

    async fn ids(&self, asked: ListAsked) -> Result<IdsRead, ListError> {
        let failed = |error: sqlx::Error| ListError::Unavailable(error.into());
        let kind = asked.entity.as_str();
        let all: Vec<String> = sqlx::query_scalar(
            "select distinct aggregate_id from log.events where aggregate_type = $1 order by 1",
        )
        .bind(kind)
        .fetch_all(&self.ctx.log.pools.write)
        .await
        .map_err(failed)?;
        let all: Vec<Uuid> = all.iter().map(|id| id.parse().unwrap()).collect();
        let ids = match asked.entity {
            Entity::Contact => {
                let loaded = self.ctx.log.load_many::<Contact>(&all).await.unwrap();
                let of = |contact: &Contact| {
                    contact.record.is_active()
                        && contact.account.map(|link| link.account_id) == asked.filter.account_id
                };
                let found = all.into_iter().zip(loaded).filter(|(_, loaded)| of(&loaded.state));
                found.map(|(id, _)| id).collect::<Vec<_>>()
            }
            Entity::Account => {
                let condition = asked.filter.condition.unwrap();
                let above: Vec<String> = serde_json::from_value(condition["value"].clone()).unwrap();
                let loaded = self.ctx.log.load_many::<Account>(&all).await.unwrap();
                let of = |account: &Account| {
                    let parent = account.record.text("parent");
                    account.record.is_active()
                        && parent.is_some_and(|parent| above.iter().any(|id| id == parent))
                };
                let found = all.into_iter().zip(loaded).filter(|(_, loaded)| of(&loaded.state));
                found.map(|(id, _)| id).collect()
            }
        };
        let pages = futures::stream::iter([Ok(ids.clone())]).boxed();
        Ok(IdsRead { total: ids.len() as u64, position: 0, pages })
    }
}

pub struct World {
    pub log: TestLog,
    pub ctx: Context,
    pub actor: Actor,
    pub queue: JobQueue,
    pub lists: LogLists,
    /// What moves with an account in the transaction of its merge.
    pub linked_most: usize,
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
        let lists = LogLists { ctx: ctx.clone() };
        World { log, ctx, actor, queue, lists, linked_most: LINKED_MOST }
    }

    pub async fn contact(&self, of: Value) -> Uuid {
        let new = CreateContact {
            fields: of.as_object().unwrap().clone(),
            account_id: None,
            idempotency_key: None,
        };
        create_contact(&self.ctx, &self.actor, new).await.unwrap().id
    }

    pub async fn contact_at(&self, of: Value, account: Uuid) -> Uuid {
        let new = CreateContact {
            fields: of.as_object().unwrap().clone(),
            account_id: Some(account),
            idempotency_key: None,
        };
        create_contact(&self.ctx, &self.actor, new).await.unwrap().id
    }

    pub async fn account(&self, of: Value) -> Uuid {
        let new = CreateAccount { fields: of.as_object().unwrap().clone(), idempotency_key: None };
        create_account(&self.ctx, &self.actor, new).await.unwrap().id
    }

    pub async fn is(&self, id: Uuid) -> Contact {
        self.ctx.log.load::<Contact>(id).await.unwrap().state
    }

    pub async fn firm(&self, id: Uuid) -> Account {
        self.ctx.log.load::<Account>(id).await.unwrap().state
    }

    pub async fn merge(&self, entity: Entity, group: Group) -> Result<Uuid, CommandError> {
        let merge = MergeRecords { entity, group, idempotency_key: None };
        Ok(merge_with(&self.ctx, &self.lists, &self.actor, merge, self.linked_most).await?.id)
    }

    pub async fn undo(&self, id: Uuid) -> Bulk {
        let stop = self.work();
        undo_bulk(&self.ctx, &self.actor, UndoBulk { id, chosen: Chosen::None }).await.unwrap();
        self.until_idle().await;
        stop.cancel();
        let bulk = self.bulk(id).await;
        assert_eq!(bulk.state, BulkState::Undone);
        bulk
    }

    pub async fn bulk(&self, id: Uuid) -> Bulk {
        self.ctx.log.load::<Bulk>(id).await.unwrap().state
    }

    /// Transactions it took.
    pub async fn chunks(&self, id: Uuid) -> i64 {
        sqlx::query_scalar("select count(*) from log.facts where about_id = $1 and kind = 'bulk_chunk_ran'")
            .bind(id.to_string())
            .fetch_one(&self.log.pools.write)
            .await
            .unwrap()
    }

    pub fn work(&self) -> CancellationToken {
        let stop = CancellationToken::new();
        let lists = Arc::new(self.lists.clone());
        let registry = Registry::default()
            .with(RunBulks { ctx: self.ctx.clone(), lists, linked_most: self.linked_most })
            .with(RunUndos::<Bulk>::new(self.ctx.clone()))
            .with(LinkWaitingContacts(self.ctx.clone()));
        let config = WorkerConfig {
            poll: Duration::from_millis(5),
            look: Duration::from_millis(5),
            ..WorkerConfig::default()
        };
        tokio::spawn(Worker::new(self.queue.clone(), registry, config).run(stop.clone()));
        stop
    }

    pub async fn until_idle(&self) {
        self.queue.wake();
        let deadline = tokio::time::Instant::now() + Duration::from_secs(90);
        loop {
            let open: i64 =
                sqlx::query_scalar("select count(*) from jobs.queue where state in ('queued', 'running')")
                    .fetch_one(&self.log.pools.write)
                    .await
                    .unwrap();
            if open == 0 {
                return;
            }
            assert!(tokio::time::Instant::now() < deadline, "it never ended");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Who is found under this address, as a file would find them.
    pub async fn found(&self, email: &str) -> Option<Uuid> {
        use pivotal_domain::audience::contacts::keys;
        if let Some(owner) = claim_owner(&self.ctx, keys::EMAIL, email).await.unwrap() {
            return Some(owner);
        }
        let key = (keys::SECONDARY_EMAIL, email.to_owned());
        let owners = key_owners(&self.ctx, Lane::Interactive, std::slice::from_ref(&key)).await.unwrap();
        owners.get(&key).and_then(|owners| owners.first()).copied()
    }
}

pub fn group(survivor: Uuid, absorbed: &[Uuid]) -> Group {
    Group {
        survivor,
        absorbed: absorbed.to_vec(),
        fields: BTreeMap::new(),
        rule: Rule::Survivor,
        versions: BTreeMap::new(),
    }
}

pub fn code(error: CommandError) -> String {
    match error {
        CommandError::Rejected(rejections) => rejections[0].code.clone(),
        CommandError::Forbidden(_) => "FORBIDDEN".into(),
        CommandError::NotFound(_) => "NOT_FOUND".into(),
        other => panic!("{other:?}"),
    }
}

/// Values without when they were set.
pub fn plain(contact: &Contact) -> Value {
    let fields = contact.record.fields.iter();
    json!(fields.map(|(key, held)| (key.clone(), json!([held.value, held.rank]))).collect::<BTreeMap<_, _>>())
}
