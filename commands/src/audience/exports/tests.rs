//! Somebody is erased while a file that holds them is being written.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use futures::StreamExt;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::exports::events::{ExportFormat, Request, Restricted};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::exports::{Export, ExportState};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::reader;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::key;
use super::run::RunExports;
use super::start::start_export;
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::audience::contacts::erase::{EraseContact, erase_contact};
use crate::audience::contacts::erase_job::EraseContacts;
use crate::context::Context;
use crate::identity::testing::{Setup, system};
use crate::jobs::handler::Registry;
use crate::jobs::queue::JobQueue;
use crate::jobs::worker::{Worker, WorkerConfig};
use crate::ports::record_lists::{IdsRead, ListAsked, ListError, ListRead, RecordLists};

/// The emails of contacts as they are when it is opened; its only page comes when it is let.
struct HeldList {
    ctx: Context,
    contacts: Vec<Uuid>,
    opened: AtomicUsize,
    permits: Arc<Semaphore>,
}

#[async_trait]
impl RecordLists for HeldList {
    async fn open(&self, asked: ListAsked) -> Result<ListRead, ListError> {
        let position = reader::head_of(&self.ctx.log.pools.read).await.unwrap();
        let contacts = self.ctx.log.load_many::<Contact>(&self.contacts).await.unwrap();
        let emails = contacts.iter().filter_map(|contact| contact.state.record.text("email"));
        let rows: Vec<_> = emails.map(|email| vec![json!(email)]).collect();
        let (total, permits) = (rows.len() as u64, Arc::clone(&self.permits));
        self.opened.fetch_add(1, Ordering::SeqCst);
        let page = async move {
            permits.acquire().await.unwrap().forget();
            Ok::<_, ListError>(rows)
        };
        Ok(ListRead { total, as_of: asked.asked_at, position, pages: futures::stream::once(page).boxed() })
    }

    async fn ids(&self, _asked: ListAsked) -> Result<IdsRead, ListError> {
        Err(ListError::Refused("nobody asks for ids alone".into()))
    }
}

async fn contact(ctx: &Context, email: &str) -> Uuid {
    let fields = json!({ "email": email }).as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(ctx, &system(), input).await.unwrap().id
}

async fn text(ctx: &Context, export: Uuid) -> String {
    let mut file = ctx.blobs.get_stream(&key(export).unwrap(), None).await.unwrap();
    let mut all = Vec::new();
    while let Some(piece) = file.body.next().await {
        all.extend_from_slice(&piece.unwrap());
    }
    String::from_utf8(all).unwrap()
}

#[tokio::test]
async fn who_is_erased_while_a_file_is_written_is_not_in_it() {
    let t = Setup::new().await;
    let (ada, bob) = (contact(&t.ctx, "ada@example.com").await, contact(&t.ctx, "bob@example.com").await);
    let permits = Arc::new(Semaphore::new(0));
    let list = Arc::new(HeldList {
        ctx: t.ctx.clone(),
        contacts: vec![ada, bob],
        opened: AtomicUsize::new(0),
        permits: Arc::clone(&permits),
    });
    let request = Request {
        entity: Entity::Contact,
        format: ExportFormat::Json,
        columns: vec!["email".into()],
        sort: ListSort::default(),
        filter: Some(Box::new(ListFilter::default())),
        byte_order_mark: false,
        restricted: Restricted::Include,
    };
    let export = start_export(&t.ctx, &system(), request, None).await.unwrap().id;
    let lists: Arc<dyn RecordLists> = list.clone();
    let registry =
        Registry::default().with(RunExports { ctx: t.ctx.clone(), lists }).with(EraseContacts(t.ctx.clone()));
    let (queue, stop) =
        (JobQueue::new(t.test.pools.write.clone(), t.test.clock.clone()), CancellationToken::new());
    let worker = tokio::spawn(Worker::new(queue, registry, WorkerConfig::default()).run(stop.clone()));

    t.test.until(async || list.opened.load(Ordering::SeqCst) > 0).await;
    let erase = EraseContact { id: ada, request: "r-1".into(), confirm: true };
    erase_contact(&t.ctx, &system(), erase).await.unwrap();
    // Waiting is no try: one is enough.
    let once = "update jobs.queue set max_attempts = 1 where kind = 'erase_contact'";
    sqlx::query(once).execute(&t.test.pools.write).await.unwrap();
    // It looks for files, meets the one that is being written, and comes again.
    let waits = async || {
        let waits: Option<String> =
            sqlx::query_scalar("select waits_for from jobs.queue where kind = 'erase_contact'")
                .fetch_one(&t.test.pools.write)
                .await
                .unwrap();
        waits.is_some_and(|waits| waits.contains("an export is being written"))
    };
    t.test.until(waits).await;
    assert!(!t.ctx.log.keys.load([ada]).await.unwrap().is_empty(), "the key goes last");

    permits.add_permits(100);
    let state = async || t.ctx.log.load::<Export>(export).await.unwrap().state.state;
    t.test.until(async || state().await != ExportState::Running).await;
    t.test.until(async || t.ctx.log.keys.load([ada]).await.unwrap().is_empty()).await;
    stop.cancel();
    worker.await.unwrap();
    assert!(list.opened.load(Ordering::SeqCst) > 1, "it was written anew");
    // Written before the erasure came by again it is gone, and behind that it is there without her.
    if state().await == ExportState::Completed {
        let text = text(&t.ctx, export).await;
        assert!(text.contains("bob@example.com") && !text.contains("ada@"), "{text}");
    } else {
        assert!(!t.ctx.blobs.exists(&key(export).unwrap()).await.unwrap());
    }
}
