//! The services below everything: database, bus, files, keys. Embedded where nothing is set.

use std::sync::Arc;

use anyhow::Context as _;
use pivotal_commands::audience::email_verification::look::Outside;
use pivotal_commands::audience::exports::link::FileLinks;
use pivotal_commands::audience::phone_validity;
use pivotal_commands::campaigns::campaigns;
use pivotal_commands::context::Context;
use pivotal_commands::email::senders;
use pivotal_commands::email::sending::Sending;
use pivotal_commands::email::sending::links::TrackingLinks;
use pivotal_commands::email::tracking::hits::Hits;
use pivotal_commands::email::tracking::hosts::TrackingHosts;
use pivotal_commands::email::tracking::links::PinnedLinks;
use pivotal_commands::identity::api_keys::ApiKeys;
use pivotal_commands::identity::sessions::Sessions;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::mail::links::MailLinks;
use pivotal_commands::ports::blob_store::BlobStore;
use pivotal_commands::ports::carrier_lookup::{CarrierLookup, TestLookup};
use pivotal_commands::ports::email_provider::accounts::EmailAccounts;
use pivotal_commands::ports::identity_provider::IdentityProvider;
use pivotal_commands::ports::industry_classifier::IndustryClassifier;
use pivotal_commands::ports::mailbox_probe::MailboxProbe;
use pivotal_commands::ports::mailer::{Mailbox, Mailer};
use pivotal_commands::ports::signing_certs::SigningCerts;
use pivotal_infra::audience_source::ReadAudience;
use pivotal_infra::blob_store::S3BlobStore;
use pivotal_infra::blob_store::embedded::EmbeddedS3;
use pivotal_infra::email_verification::dns::HickoryDns;
use pivotal_infra::email_verification::probe::SmtpProbe;
use pivotal_infra::embedded_postgres::{EmbeddedPostgres, PostgresSettings};
use pivotal_infra::industry_model::IndustryModel;
use pivotal_infra::link_check::AskedLinks;
use pivotal_infra::mail::smtp::SmtpMailer;
use pivotal_infra::mail::test_mailbox::TestMailbox;
use pivotal_infra::oidc::OidcProvider;
use pivotal_infra::phone_validity::telnyx::TelnyxLookup;
use pivotal_infra::rabbitmq::{RabbitMqBus, RabbitMqSettings};
use pivotal_infra::record_lists::ReadLists;
use pivotal_infra::search::embedded::EmbeddedIndex;
use pivotal_infra::search::meilisearch::MeiliSearchIndex;
use pivotal_infra::signing_certs::FetchedCerts;
use pivotal_infra::test_figures::ReadFigures;
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
use crate::config::phone_lookup::PhoneLookupProvider;
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
    /// The model outside that is asked about industries, where one is set up.
    pub model: Option<Arc<dyn IndustryClassifier>>,
    /// Whom email verification asks.
    pub verifying: Outside,
    /// Whom carrier look-ups ask.
    pub looking_up: phone_validity::Outside,
    /// What senders are checked by.
    pub senders: senders::Outside,
    pub mailer: Arc<dyn Mailer>,
    /// Where mail is read that does not leave.
    pub mailbox: Option<Arc<dyn Mailbox>>,
    /// Whom campaigns are sent through.
    pub email_accounts: EmailAccounts,
    /// Addresses of ours in the mails of campaigns.
    pub tracking_links: TrackingLinks,
    /// What sends them.
    pub sending: Sending,
    /// What campaigns are checked and read by.
    pub campaigns: campaigns::Outside,
    pub mail_links: MailLinks,
    /// Keeps who opened and clicked.
    pub hits: Hits,
    /// What Amazon SNS signs with.
    pub signing_certs: Arc<dyn SigningCerts>,
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
        // Said now, with its reason: what is assembled goes without.
        model(&config)?;
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
        let (mailer, mailbox) = mail(&config, &pools, &clock);
        let email_accounts = email_accounts(&config, &pools, &clock);
        let hits = Hits::start(pools.write.clone());
        let public_url = config.server.shown_url(config.server.address);
        let tracking_links = TrackingLinks::new(&master, &public_url)
            .with_mail_domain(config.email_inbound.bounce_domain.as_deref());
        let mail_links = MailLinks::new(&master, &public_url);
        let log = EventLog::start(pools, &master, upcasters.clone());
        let model = model(&config).ok().flatten();
        let verifying = verifying(&config);
        let looking_up = looking_up(&config);
        let senders = senders(&config);
        let context = Context { log, clock, blobs };
        let sending = Sending::new(context.clone(), email_accounts.clone(), tracking_links.clone());
        let positions = Positions::default();
        let campaigns = campaigns::Outside {
            audience: Arc::new(ReadAudience::new(context.log.pools.clone(), positions.clone())),
            accounts: email_accounts.clone(),
            links: tracking_links.clone(),
            link_check: Arc::new(AskedLinks::default()),
            figures: Arc::new(ReadFigures(context.log.pools.clone())),
            public_https: config.server.is_https(),
            production: !config.mode.is_development(),
        };
        Backend {
            context,
            config,
            master,
            bus,
            search,
            model,
            verifying,
            looking_up,
            senders,
            mailer,
            mailbox,
            email_accounts,
            tracking_links,
            sending,
            campaigns,
            mail_links,
            hits,
            signing_certs: Arc::new(FetchedCerts::default()),
            queue,
            positions,
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
            api_keys: ApiKeys::new(self.context.clone()),
            identity_provider: identity_provider(&self.config),
            file_links: FileLinks::new(&self.master),
            sender_accounts: self.senders.accounts.clone(),
            mailer: self.mailer.clone(),
            mailbox: self.mailbox.clone(),
            test_mailbox: TestMailbox::new(self.context.log.pools.clone(), self.context.clock.clone()),
            email_accounts: self.email_accounts.clone(),
            campaigns: self.campaigns.clone(),
            mail_links: self.mail_links.clone(),
            tracking_links: self.tracking_links.clone(),
            pinned_links: PinnedLinks::default(),
            tracking_hosts: TrackingHosts::default(),
            hits: self.hits.clone(),
            signing_certs: self.signing_certs.clone(),
            queue: self.queue.clone(),
            positions: self.positions.clone(),
            bus: self.bus.clone(),
            search: self.search.clone(),
            custom_values: Arc::new(ReadLists::new(self.context.log.pools.clone(), self.positions.clone())),
            phone_book: Arc::new(ReadLists::new(self.context.log.pools.clone(), self.positions.clone())),
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
        self.sending.claims.pool().close().await;
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

/// The mail server that is set up, or the test mailbox with its page.
fn mail(config: &Config, pools: &Pools, clock: &SharedClock) -> (Arc<dyn Mailer>, Option<Arc<dyn Mailbox>>) {
    // Settings that cannot be used were refused when they were read.
    match config.mail.smtp.clone().and_then(|settings| SmtpMailer::new(settings).ok()) {
        Some(server) => (Arc::new(server), None),
        None => {
            let mailbox = TestMailbox::new(pools.clone(), clock.clone());
            (mailbox.clone(), Some(mailbox))
        }
    }
}

/// Asks nobody yet. Settings that cannot be used were refused when they were read.
fn email_accounts(config: &Config, pools: &Pools, clock: &SharedClock) -> EmailAccounts {
    for account in &config.email_accounts.not_set_up {
        tracing::warn!(account, "the email account has no settings: no campaign is sent through it");
    }
    let mailbox = TestMailbox::new(pools.clone(), clock.clone());
    let accounts = config.email_accounts.accounts.iter();
    let provided =
        accounts.filter_map(|(name, account)| Some((name.clone(), account.provider(&mailbox).ok()?)));
    EmailAccounts::new(provided.collect()).paced(config.email_accounts.paces.clone())
}

fn identity_provider(config: &Config) -> Option<Arc<dyn IdentityProvider>> {
    // Settings that cannot be used were refused when they were read.
    let provider = OidcProvider::new(config.auth.oidc.clone()?).ok()?;
    Some(Arc::new(provider))
}

/// Asks nobody yet; off unless it is set up.
fn model(config: &Config) -> anyhow::Result<Option<Arc<dyn IndustryClassifier>>> {
    let Some(settings) = config.model.industries.clone() else { return Ok(None) };
    Ok(Some(Arc::new(IndustryModel::new(settings)?)))
}

/// Asks nobody yet.
fn verifying(config: &Config) -> Outside {
    let settings = &config.email_verification;
    let dns = Arc::new(HickoryDns::new(settings.dns.clone()));
    let probe = settings.smtp.clone().map(|smtp| SmtpProbe::new(smtp, dns.clone()));
    let probe = probe.map(|probe| Arc::new(probe) as Arc<dyn MailboxProbe>);
    Outside { dns, probe, limits: settings.limits.clone() }
}

/// Asks nobody yet.
fn looking_up(config: &Config) -> phone_validity::Outside {
    let lookup: Option<Arc<dyn CarrierLookup>> = match config.phone_lookup.provider.clone() {
        PhoneLookupProvider::Off => None,
        PhoneLookupProvider::Test => Some(Arc::new(TestLookup)),
        // Settings that cannot be used were refused when they were read.
        PhoneLookupProvider::Telnyx(settings) => {
            TelnyxLookup::new(settings).ok().map(|telnyx| Arc::new(telnyx) as Arc<dyn CarrierLookup>)
        }
    };
    phone_validity::Outside { lookup, pace: config.phone_lookup.pace }
}

/// Asks nobody yet.
fn senders(config: &Config) -> senders::Outside {
    senders::Outside {
        dns: Arc::new(HickoryDns::new(config.email_verification.dns.clone())),
        accounts: config.senders.accounts.clone().into(),
        target: config.server.public_host(),
    }
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
