//! A log with the read models that segments need, and records as commands would write them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use pivotal_commands::audience::lists::create::{CreateList, create_list};
use pivotal_commands::audience::segments::create::{CreateSegment, create_segment};
use pivotal_commands::context::Context;
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::facts::{self as lists_facts, ListFact};
use pivotal_domain::audience::record::change::FieldChange;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_infra::segment_keeper::{SegmentKeeper, Step};
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_log::reader::head_of;
use pivotal_log::testing::TestLog;
use pivotal_projections::audience::segments::keeper::{position, standing};
use pivotal_projections::audience::segments::{look, members};
use pivotal_projections::audience::{
    accounts, contacts, custom_fields, domain_sets, history, lists, segments,
};
use pivotal_projections::bus::InProcessBus;
use pivotal_projections::page::PageArgs;
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::runner::positions::Positions;
use pivotal_projections::runner::{Projection, Running, Workers};
use pivotal_projections::suppression::suppressions;
use serde_json::Value;
use uuid::Uuid;

pub struct Ground {
    pub ctx: Context,
    pub positions: Positions,
    running: Option<Running>,
    // Last, so that it is dropped last.
    pub test: TestLog,
}

impl Ground {
    pub async fn new() -> Self {
        let test = TestLog::new().await;
        let ctx = Context {
            log: test.log.clone(),
            clock: test.clock.clone(),
            blobs: Arc::new(InMemoryBlobStore::default()),
        };
        let positions = Positions::default();
        let projections: Vec<Arc<dyn Projection>> = vec![
            Arc::new(contacts::project::Contacts),
            Arc::new(accounts::project::Accounts),
            Arc::new(custom_fields::project::CustomFields),
            Arc::new(suppressions::project::Suppressions),
            Arc::new(segments::project::Segments),
            Arc::new(lists::project::Lists),
            Arc::new(domain_sets::project::DomainSets),
            Arc::new(history::project::History),
        ];
        let running = Workers {
            pools: test.pools.clone(),
            opener: Opener::of(&test.log, Arc::new(Vec::new())),
            bus: Arc::new(InProcessBus::default()),
            positions: positions.clone(),
            projections,
        }
        .start();
        Ground { ctx, positions, running: Some(running), test }
    }

    /// The workers end before the database does.
    pub async fn end(mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    pub fn keeper(&self) -> SegmentKeeper {
        SegmentKeeper::new(self.ctx.clone(), self.positions.clone())
    }

    /// Another process takes over from one that is gone; its lock goes with its connection.
    pub async fn keeper_after(&self, gone: SegmentKeeper) -> SegmentKeeper {
        drop(gone);
        let mut next = self.keeper();
        while next.step().await.unwrap() == Step::Standby {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        next
    }

    /// Steps until the keeper has followed everything and nothing is to be looked at.
    pub async fn settle(&self, keeper: &mut SegmentKeeper) {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            assert!(Instant::now() < deadline, "the keeper does not come to an end");
            if keeper.step().await.unwrap() == Step::Worked {
                continue;
            }
            let pool = &self.test.pools.write;
            let head = head_of(pool).await.unwrap();
            let (to, elsewhere) = position(pool).await.unwrap().unwrap_or_default();
            let shown = standing(pool).await.unwrap();
            let now = self.ctx.now();
            if to >= head && !shown.iter().any(|one| look::due(one, elsewhere, now).is_some()) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub async fn segment(&self, entity: Entity, name: &str, definition: Value) -> Uuid {
        let input = CreateSegment {
            entity,
            name: name.into(),
            description: String::new(),
            tags: Vec::new(),
            sharing: Sharing::Everyone,
            definition,
            active: true,
            idempotency_key: None,
        };
        create_segment(&self.ctx, &actor(), input).await.unwrap().id
    }

    /// Who is in it now.
    pub async fn members(&self, segment: Uuid) -> BTreeSet<Uuid> {
        let pool = &self.test.pools.read;
        let mut found = BTreeSet::new();
        let mut args = PageArgs::first(500);
        loop {
            let page = members::page(pool, segment, None, &args).await.unwrap();
            found.extend(page.rows.iter().map(|(_, stay)| stay.record_id));
            let Some((cursor, _)) = page.rows.last().filter(|_| page.has_next) else { return found };
            args.after = Some(cursor.clone());
        }
    }

    /// Facts about members that the log holds.
    pub async fn facts(&self) -> i64 {
        sqlx::query_scalar("select count(*) from log.facts where kind = 'segment_members_changed'")
            .fetch_one(&self.test.pools.read)
            .await
            .unwrap()
    }

    async fn append<A>(&self, id: Uuid, events: Vec<A::Event>) -> i64
    where
        A: cqrs_es::Aggregate,
        A::Event: LoggedEvent,
    {
        let sequence = self.test.log.load::<A>(id).await.unwrap().sequence;
        let mut append = Append::new(Lane::Interactive);
        append.events::<A>(id, sequence, events, &Metadata::system("system")).unwrap();
        self.test.log.append(append).await.unwrap()
    }

    pub async fn contact(&self, id: Uuid, event: ContactEvent) -> i64 {
        self.append::<Contact>(id, vec![event]).await
    }

    pub async fn account(&self, id: Uuid, event: AccountEvent) -> i64 {
        self.append::<Account>(id, vec![event]).await
    }

    pub async fn new_contact(&self, id: Uuid, values: &[(&str, &str)], account: Option<Uuid>) -> i64 {
        let account = account.map(|account_id| AccountLink { account_id, how: LinkKind::Manual });
        let (source, at) = (Source::Ui, self.ctx.now());
        let created =
            ContactEvent::ContactCreated { source, at, fields: fields(values), derived: vec![], account };
        self.contact(id, created).await
    }

    pub async fn change_contact(&self, id: Uuid, key: &str, old: Option<&str>, new: Option<&str>) -> i64 {
        let (source, at) = (Source::Ui, self.ctx.now());
        let changes = BTreeMap::from([(key.to_owned(), change(old, new))]);
        let (derived, kept) = (vec![], BTreeMap::new());
        self.contact(id, ContactEvent::ContactFieldsChanged { source, at, changes, derived, kept }).await
    }

    pub async fn new_account(&self, id: Uuid, values: &[(&str, &str)]) -> i64 {
        let (source, at) = (Source::Ui, self.ctx.now());
        self.account(id, AccountEvent::AccountCreated { source, at, fields: fields(values), derived: vec![] })
            .await
    }

    pub async fn change_account(&self, id: Uuid, key: &str, old: Option<&str>, new: Option<&str>) -> i64 {
        let (source, at) = (Source::Ui, self.ctx.now());
        let changes = BTreeMap::from([(key.to_owned(), change(old, new))]);
        let (derived, kept) = (vec![], BTreeMap::new());
        self.account(id, AccountEvent::AccountFieldsChanged { source, at, changes, derived, kept }).await
    }
}

impl Ground {
    /// An empty list.
    pub async fn list(&self, entity: Entity) -> Uuid {
        let details = Details { name: "Fair".into(), sharing: Sharing::Private, tags: Vec::new() };
        let input = CreateList { entity, details, chosen: None, expected: None, idempotency_key: None };
        create_list(&self.ctx, &actor(), input).await.unwrap().list.id
    }

    pub async fn listed(&self, fact: ListFact) -> i64 {
        let (kind, version) = fact.kind();
        let payload = serde_json::to_value(&fact).unwrap();
        self.fact((kind, version), (lists_facts::ABOUT, fact.named().change), payload).await
    }

    pub async fn fact(
        &self,
        (kind, version): (&'static str, &'static str),
        (about_type, about_id): (&'static str, Uuid),
        payload: Value,
    ) -> i64 {
        let metadata = Metadata::system("system");
        let mut append = Append::new(Lane::Bulk);
        append.facts.push(NewFact {
            kind,
            version,
            about_type,
            about_id,
            payload,
            metadata,
            personal: &[],
            subject: None,
        });
        self.test.log.append(append).await.unwrap()
    }
}

pub fn actor() -> Actor {
    Actor { user_id: Uuid::from_u128(0xada), ..Actor::system("ui") }
}

fn fields(values: &[(&str, &str)]) -> BTreeMap<String, FieldValue> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect()
}

fn change(old: Option<&str>, new: Option<&str>) -> FieldChange {
    FieldChange { old: old.map(FieldValue::from), new: new.map(FieldValue::from) }
}
