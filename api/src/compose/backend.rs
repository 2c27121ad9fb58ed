//! The services below everything: database, bus, files, keys. Embedded where nothing is set.

use std::sync::Arc;

use anyhow::Context as _;
use pivotal_commands::audience::exports::link::FileLinks;
use pivotal_commands::context::Context;
use pivotal_commands::identity::sessions::Sessions;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::ports::blob_store::BlobStore;
use pivotal_infra::blob_store::S3BlobStore;
use pivotal_infra::blob_store::embedded::EmbeddedS3;
use pivotal_infra::embedded_postgres::{EmbeddedPostgres, PostgresSettings};
use pivotal_infra::rabbitmq::{RabbitMqBus, RabbitMqSettings};
use pivotal_infra::search::embedded::EmbeddedIndex;
use pivotal_infra::search::meilisearch::MeiliSearchIndex;
use pivotal_log::clock::{Clock, SharedClock, SystemClock};
use pivotal_log::event_log::{EventLog, Upcasters};
use pivotal_log::master_key::MasterKey;
use pivotal_log::pools::Pools;
use pivotal_projections::audience::search::port::SearchIndex;
use pivotal_projections::bus::{Bus, InProcessBus};
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::runner::positions::Positions;
use secrecy::ExposeSecret;
use tokio_util::sync::CancellationToken;

use super::migrate::migrate;
use crate::app::Core;
use crate::config::Config;
use crate::directory::Directory;

/// Whether this process must own the state folder, or may join the one that does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// `up`: the folder's services are ours.
    Own,
    /// `seed`, `serve` beside an `up`: use what runs, start what does not.
    Join,
}

pub struct Backend {
    pub config: Config,
    pub master: MasterKey,
    pub context: Context,
    pub bus: Arc<dyn Bus>,
    pub search: Arc<dyn SearchIndex>,
    pub queue: JobQueue,
    pub positions: Positions,
    pub upcasters: Upcasters,
    pub stopping: CancellationToken,
    postgres: Option<EmbeddedPostgres>,
    files: Option<EmbeddedS3>,
}

impl Backend {
    /// Starts or finds everything, and brings the database to this version.
    pub async fn open(config: Config, ownership: Ownership) -> anyhow::Result<Self> {
        let master = config.master_key.load()?;
        let began = SystemClock.now();
        let (postgres, url) = database(&config, ownership).await?;
        let applied = migrate(&url).await?;
        if applied > 0 {
            tracing::info!(applied, "the database was brought to this version");
        }
        let pools = Pools::connect(&url, config.database.write_connections, config.database.read_connections)
            .context("DATABASE_URL cannot be read")?;
        let (files, blobs) = blobs(&config).await?;
        let bus = bus(&config)?;
        let search = search(&config)?;
        let backend = Self::assemble(config, master, pools, blobs, bus, search);
        if postgres.as_ref().is_some_and(EmbeddedPostgres::is_owner) {
            // This process started the database: those who worked on it before it began have ended with the last one.
            backend.queue.take_back_from_before(began).await?;
        }
        Ok(Backend { postgres, files, ..backend })
    }

    /// Over services that somebody else starts and stops.
    pub fn assemble(
        config: Config,
        master: MasterKey,
        pools: Pools,
        blobs: Arc<dyn BlobStore>,
        bus: Arc<dyn Bus>,
        search: Arc<dyn SearchIndex>,
    ) -> Self {
        let upcasters: Upcasters = Arc::default();
        let clock: SharedClock = Arc::new(SystemClock);
        let queue = JobQueue::new(pools.write.clone(), clock.clone());
        let log = EventLog::start(pools, &master, upcasters.clone());
        Backend {
            context: Context { log, clock, blobs },
            config,
            master,
            bus,
            search,
            queue,
            positions: Positions::default(),
            upcasters,
            stopping: CancellationToken::new(),
            postgres: None,
            files: None,
        }
    }

    /// What handlers and resolvers share.
    pub fn core(&self) -> Core {
        Core {
            config: self.config.clone(),
            context: self.context.clone(),
            sessions: Sessions::new(self.context.clone(), &self.master),
            file_links: FileLinks::new(&self.master),
            queue: self.queue.clone(),
            positions: self.positions.clone(),
            bus: self.bus.clone(),
            search: self.search.clone(),
            opener: Opener::of(&self.context.log, self.upcasters.clone()),
            directory: Directory::new(self.context.log.pools.read.clone()),
            stopping: self.stopping.clone(),
        }
    }

    /// Resolves when the private database is gone for good. Never for one that is not ours.
    pub async fn database_ended(&mut self) {
        match &mut self.postgres {
            Some(postgres) => postgres.ended().await,
            None => std::future::pending().await,
        }
    }

    /// After everything that uses it: files first, the database last.
    pub async fn close(self) {
        if let Some(files) = self.files {
            files.stop().await;
        }
        self.context.log.pools.close().await;
        if let Some(postgres) = self.postgres {
            postgres.stop().await;
        }
    }
}

async fn database(
    config: &Config,
    ownership: Ownership,
) -> anyhow::Result<(Option<EmbeddedPostgres>, String)> {
    if let Some(url) = &config.database.url {
        return Ok((None, url.expose_secret().to_owned()));
    }
    let settings =
        PostgresSettings { binaries: config.database.binaries.clone(), ..PostgresSettings::default() };
    let postgres = match ownership {
        Ownership::Own => EmbeddedPostgres::start(&config.state, settings).await?,
        Ownership::Join => EmbeddedPostgres::attach_or_start(&config.state, settings).await?,
    };
    let url = postgres.url();
    Ok((Some(postgres), url))
}

async fn blobs(config: &Config) -> anyhow::Result<(Option<EmbeddedS3>, Arc<dyn BlobStore>)> {
    let (embedded, settings) = match &config.blobs.s3 {
        Some(settings) => (None, settings.clone()),
        None => {
            std::fs::create_dir_all(&config.state).context("the state folder cannot be made")?;
            let embedded = EmbeddedS3::attach_or_start(&config.state).await?;
            let settings = embedded.settings();
            (Some(embedded), settings)
        }
    };
    Ok((embedded, Arc::new(S3BlobStore::connect(settings).await?)))
}

fn bus(config: &Config) -> anyhow::Result<Arc<dyn Bus>> {
    Ok(match &config.bus.url {
        None => Arc::new(InProcessBus::default()),
        Some(url) => Arc::new(RabbitMqBus::new(RabbitMqSettings {
            url: url.expose_secret().to_owned(),
            prefix: config.bus.prefix.clone(),
        })?),
    })
}

/// Needs nobody to be there: an index that cannot be reached is waited for, and asked in vain meanwhile.
pub fn search(config: &Config) -> anyhow::Result<Arc<dyn SearchIndex>> {
    Ok(match &config.search.meilisearch {
        None => Arc::new(EmbeddedIndex::new(&config.state.join("search"))),
        Some(settings) => {
            Arc::new(MeiliSearchIndex::new(settings).context("MEILI_MASTER_KEY cannot be sent")?)
        }
    })
}
