//! A log, a worker, and the steps of a bulk change as one call each.

#[path = "../support/ground.rs"]
pub mod ground;
#[path = "../support/listing.rs"]
pub mod listing;

use std::ops::Deref;

use pivotal_commands::audience::bulk::run::RunBulks;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::contacts::on_account_domain::LinkWaitingContacts;
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::audience::record::undo::run::RunUndos;
use pivotal_commands::audience::survivorship::run::RunRulesPreviews;
use pivotal_commands::jobs::handler::Registry;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::bulk::facts::{BULK_CHUNK_RAN, BulkFact, RecordRan};
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::bulk::{Bulk, BulkState};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::merge::LINKED_MOST;
use serde_json::{Value, json};
use uuid::Uuid;

use self::ground::{Ground, Working};
use self::listing::listing;

pub struct World {
    pub ground: Ground,
    /// What a list that is asked for shows, to anybody.
    pub listed: Vec<Uuid>,
}

impl Deref for World {
    type Target = Ground;

    fn deref(&self) -> &Ground {
        &self.ground
    }
}

pub fn set(fields: Value) -> BulkAction {
    BulkAction::SetFields { fields: fields.as_object().unwrap().clone() }
}

impl World {
    pub async fn new() -> Self {
        World { ground: Ground::new().await, listed: Vec::new() }
    }

    /// With so many contacts, all of them in the list.
    pub async fn with(contacts: usize) -> Self {
        let mut world = World::new().await;
        world.listed = world.contacts(contacts, json!({ "city": "Ribe", "tags": ["old"] })).await;
        world
    }

    /// Written past the use cases, as many at once as it takes.
    pub async fn contacts(&self, count: usize, of: Value) -> Vec<Uuid> {
        let value = |value: &Value| serde_json::from_value::<FieldValue>(value.clone()).unwrap();
        let given: Vec<(String, FieldValue)> =
            of.as_object().unwrap().iter().map(|(key, one)| (key.clone(), value(one))).collect();
        let fields = |n: usize, id: Uuid| {
            let email = FieldValue::from(format!("p{n}-{id}@norhavn.test").as_str());
            given.iter().cloned().chain([("email".to_owned(), email)]).collect::<Vec<_>>()
        };
        self.contacts_with(count, fields).await
    }

    pub fn work(&self) -> Working {
        let registry = Registry::default()
            .with(RunBulks { ctx: self.ctx.clone(), lists: listing(&self.listed), linked_most: LINKED_MOST })
            .with(RunUndos::<Bulk>::new(self.ctx.clone()))
            .with(RunRulesPreviews(self.ctx.clone()))
            .with(LinkWaitingContacts(self.ctx.clone()));
        self.work_on(registry)
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

    pub async fn link(&self, id: Uuid, account: Uuid) {
        let edit = UpdateContact {
            id,
            fields: Default::default(),
            account_id: Some(account),
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
}
