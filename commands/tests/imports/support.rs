//! A log, a worker, and the steps of an import as one call each.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::StreamExt;
use futures::stream;
use pivotal_commands::audience::contacts::erase_job::EraseContacts;
use pivotal_commands::audience::contacts::on_account_domain::LinkWaitingContacts;
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::preview::run::RunPreviews;
use pivotal_commands::audience::imports::run::RunImports;
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::audience::imports::upload::{UploadImport, look_at_file, upload_import};
use pivotal_commands::audience::record::undo::run::RunUndos;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use pivotal_commands::ports::audiences::FixedAudiences;
use pivotal_commands::ports::blob_store::{BlobKey, InMemoryBlobStore};
use pivotal_commands::ports::phone_book::{FixedPhones, PhoneBook};
use pivotal_commands::suppression::requests::answer_job::AnswerRequests;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::mapping::suggest;
use pivotal_domain::audience::imports::facts::{ChunkRan, ImportFact};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome};
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::testing::TestLog;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

pub struct World {
    pub log: TestLog,
    pub ctx: Context,
    pub actor: Actor,
    pub queue: JobQueue,
}

/// A worker that is told to stop, or dropped dead.
pub struct Working(CancellationToken, JoinHandle<()>);

impl Working {
    pub async fn stop(self) {
        self.0.cancel();
        self.1.await.unwrap();
    }
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
        World { log, ctx, actor: Actor::system("ui"), queue }
    }

    pub fn work(&self) -> Working {
        self.work_with(Arc::new(FixedPhones::default()))
    }

    pub fn work_with(&self, book: Arc<dyn PhoneBook>) -> Working {
        let stop = CancellationToken::new();
        let registry = Registry::default()
            .with(RunImports(self.ctx.clone()))
            .with(RunPreviews(self.ctx.clone()))
            .with(RunUndos::<Import>::new(self.ctx.clone()))
            .with(LinkWaitingContacts(self.ctx.clone()))
            .with(EraseContacts(self.ctx.clone()))
            .with(AnswerRequests {
                ctx: self.ctx.clone(),
                book,
                audiences: Arc::new(FixedAudiences::default()),
            });
        let config = WorkerConfig {
            poll: Duration::from_millis(5),
            look: Duration::from_millis(5),
            ..WorkerConfig::default()
        };
        let task = tokio::spawn(Worker::new(self.queue.clone(), registry, config).run(stop.clone()));
        Working(stop, task)
    }

    pub async fn upload(&self, content: impl Into<Vec<u8>>) -> Result<Uuid, CommandError> {
        let pieces: Vec<_> =
            content.into().chunks(1000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
        let body = stream::iter(pieces).boxed();
        Ok(upload_import(
            &self.ctx,
            &self.actor,
            UploadImport { file_name: "people.csv".into(), sheet: None, body },
        )
        .await?
        .id)
    }

    pub async fn map_by_itself(&self, id: Uuid) {
        assert!(self.map_as(id, ImportKind::Both).await, "the columns suggested are not enough");
    }

    /// With the columns that are suggested and that the kind takes. False when they are not enough.
    pub async fn map_as(&self, id: Uuid, kind: ImportKind) -> bool {
        let seen = look_at_file(&self.ctx, &self.actor, id).await.unwrap();
        let rows: Vec<Vec<String>> = (0..5)
            .map(|row| {
                seen.samples.iter().map(|column| column.get(row).cloned().unwrap_or_default()).collect()
            })
            .collect();
        let mapping = suggest(&seen.format.headers, &rows)
            .into_iter()
            .filter_map(|suggestion| Some((suggestion.column, suggestion.field?)))
            .map(|(column, (entity, field))| ColumnMapping {
                column: column as u32,
                entity: entity.into(),
                field: field.to_owned(),
                rule: WriteRule::BySource,
            })
            .filter(|column: &ColumnMapping| kind.takes(column.entity, &column.field))
            .collect();
        let default_country = Some("US".into());
        let map = MapImport { id, name: None, default_country, mapping, kind, supplied_by: None };
        map_import(&self.ctx, &self.actor, map).await.is_ok()
    }

    /// Until the preview that was asked for is made.
    pub async fn until_previewed(&self, id: Uuid) {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
        while self.ctx.log.load::<Import>(id).await.unwrap().state.state != ImportState::Previewed {
            assert!(tokio::time::Instant::now() < deadline, "no preview: {:?}", self.queue_errors().await);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Until no job waits or runs, but for the look at likely duplicates: its handler reads the lists, which are not here.
    pub async fn until_idle(&self) {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
        let open = "select count(*) from jobs.queue where state in ('queued', 'running') and kind <> 'find_touched_duplicates'";
        self.queue.wake();
        while sqlx::query_scalar::<_, i64>(open).fetch_one(&self.log.pools.write).await.unwrap() > 0 {
            assert!(tokio::time::Instant::now() < deadline, "still busy: {:?}", self.queue_errors().await);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Uploads and maps.
    pub async fn mapped(&self, content: impl Into<Vec<u8>>) -> Uuid {
        let id = self.upload(content).await.unwrap();
        self.map_by_itself(id).await;
        id
    }

    /// Uploads, maps, starts; the worker does the rest.
    pub async fn started(&self, content: impl Into<Vec<u8>>) -> Uuid {
        let id = self.mapped(content).await;
        start_import(&self.ctx, &self.actor, id, false).await.unwrap();
        self.queue.wake();
        id
    }

    pub async fn ended(&self, id: Uuid) -> Ended {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
        loop {
            let import = self.ctx.log.load::<Import>(id).await.unwrap().state;
            if !matches!(import.state, ImportState::Running) {
                return Ended {
                    state: import.state,
                    rows: self.rows(id).await,
                    result: self.result(id).await,
                };
            }
            assert!(
                tokio::time::Instant::now() < deadline,
                "the import did not end: {:?}",
                self.queue_errors().await
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// With a worker that goes on working. Answers with the import.
    pub async fn import_by(&self, _working: &Working, content: impl Into<Vec<u8>>) -> Uuid {
        let id = self.started(content).await;
        self.ended(id).await;
        self.until_idle().await;
        id
    }

    pub async fn import(&self, content: impl Into<Vec<u8>>) -> Ended {
        let working = self.work();
        let id = self.started(content).await;
        let ended = self.ended(id).await;
        working.stop().await;
        ended
    }

    pub async fn contacts(&self) -> Vec<(Uuid, Contact)> {
        let ids: Vec<String> = sqlx::query_scalar("select aggregate_id from log.events where aggregate_type = 'contact' and sequence = 1 order by global_position").fetch_all(&self.log.pools.write).await.unwrap();
        let ids: Vec<Uuid> = ids.iter().map(|id| id.parse().unwrap()).collect();
        let loaded = self.ctx.log.load_many::<Contact>(&ids).await.unwrap();
        ids.into_iter().zip(loaded.into_iter().map(|loaded| loaded.state)).collect()
    }

    pub async fn reject_file(&self, ended: &Ended) -> Option<String> {
        let key: BlobKey = ended.result["reject_file"].as_str()?.parse().unwrap();
        let mut file = self.ctx.blobs.get_stream(&key, None).await.unwrap();
        let mut all = Vec::new();
        while let Some(piece) = file.body.next().await {
            all.extend_from_slice(&piece.unwrap());
        }
        Some(String::from_utf8(all).unwrap())
    }

    async fn rows(&self, id: Uuid) -> Vec<ChunkRan> {
        let payloads: Vec<String> = sqlx::query_scalar(
            "select payload::text from log.facts where about_id = $1 order by global_position",
        )
        .bind(id.to_string())
        .fetch_all(&self.log.pools.write)
        .await
        .unwrap();
        payloads
            .iter()
            .map(|payload| {
                let ImportFact::ImportChunkRan(ran) = serde_json::from_str(payload).unwrap();
                ran
            })
            .collect()
    }

    async fn result(&self, id: Uuid) -> serde_json::Value {
        let payload: String = sqlx::query_scalar(
            "select payload::text from log.events where aggregate_id = $1 order by sequence desc limit 1",
        )
        .bind(id.to_string())
        .fetch_one(&self.log.pools.write)
        .await
        .unwrap();
        let payload: serde_json::Value = serde_json::from_str(&payload).unwrap();
        payload.as_object().unwrap().values().next().unwrap().clone()
    }

    pub async fn queue_errors(&self) -> Vec<String> {
        sqlx::query_scalar("select kind || ': ' || state || ': ' || coalesce(error, '') from jobs.queue")
            .fetch_all(&self.log.pools.write)
            .await
            .unwrap()
    }
}

pub struct Ended {
    pub state: ImportState,
    pub rows: Vec<ChunkRan>,
    /// Body of the last event.
    pub result: serde_json::Value,
}

impl Ended {
    pub fn outcomes(&self) -> Outcomes {
        let outcomes: Outcomes = serde_json::from_value(self.result["outcomes"].clone()).unwrap();
        assert!(outcomes.adds_up(), "{outcomes:?} does not add up");
        outcomes
    }

    pub fn outcome_of(&self, row: u32) -> RowOutcome {
        self.rows
            .iter()
            .flat_map(|chunk| &chunk.records)
            .find(|record| record.row == row)
            .unwrap_or_else(|| panic!("row {row} has no outcome"))
            .outcome
    }

    pub fn problems_of(&self, row: u32) -> Vec<&str> {
        self.rows
            .iter()
            .flat_map(|chunk| &chunk.problems)
            .filter(|problem| problem.row == row)
            .map(|problem| problem.code.as_str())
            .collect()
    }
}
