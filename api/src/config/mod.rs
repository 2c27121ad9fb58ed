//! Typed settings, one struct per topic. Everything has a default that runs on one machine without any other service.

pub mod auth;
pub mod blobs;
pub mod bus;
pub mod database;
pub mod email_accounts;
pub mod email_inbound;
pub mod email_verification;
pub mod email_webhooks;
pub mod limits;
pub mod logging;
pub mod mail;
pub mod master_key;
pub mod mode;
pub mod model;
pub mod phone_lookup;
pub mod search;
pub mod senders;
pub mod server;
pub mod source;
pub mod work;

use std::path::{Path, PathBuf};

use pivotal_commands::identity::rate_limits::Limits;

use self::auth::AuthConfig;
use self::blobs::BlobsConfig;
use self::bus::BusConfig;
use self::database::DatabaseConfig;
use self::email_accounts::EmailAccountsConfig;
use self::email_inbound::EmailInboundConfig;
use self::email_verification::EmailVerificationConfig;
use self::email_webhooks::EmailWebhooksConfig;
use self::logging::LoggingConfig;
use self::mail::MailConfig;
use self::master_key::MasterKeyConfig;
use self::mode::Mode;
use self::model::ModelConfig;
use self::phone_lookup::PhoneLookupConfig;
use self::search::SearchConfig;
use self::senders::SendersConfig;
use self::server::ServerConfig;
use self::source::{ConfigError, Source};
use self::work::WorkConfig;

#[derive(Debug, Clone)]
pub struct Config {
    pub mode: Mode,
    /// PIVOTAL_STATE: what the embedded services keep, the generated master key included.
    pub state: PathBuf,
    pub server: ServerConfig,
    pub database: DatabaseConfig,
    pub bus: BusConfig,
    pub blobs: BlobsConfig,
    pub search: SearchConfig,
    pub model: ModelConfig,
    pub email_verification: EmailVerificationConfig,
    pub phone_lookup: PhoneLookupConfig,
    pub mail: MailConfig,
    pub senders: SendersConfig,
    pub email_accounts: EmailAccountsConfig,
    pub email_webhooks: EmailWebhooksConfig,
    pub email_inbound: EmailInboundConfig,
    pub auth: AuthConfig,
    pub limits: Limits,
    pub master_key: MasterKeyConfig,
    pub logging: LoggingConfig,
    pub work: WorkConfig,
}

impl Config {
    /// Of this process: environment, then `.env`.
    pub fn of_process() -> Result<Self, ConfigError> {
        Self::read(Source::of_process(Path::new("."))?)
    }

    pub fn read(mut source: Source) -> Result<Self, ConfigError> {
        let mode = source.parsed("PIVOTAL_MODE", "development or production", Mode::Development);
        let state = PathBuf::from(source.text("PIVOTAL_STATE").unwrap_or_else(|| ".pivotal".into()));
        let senders = SendersConfig::read(&mut source);
        let config = Config {
            server: ServerConfig::read(&mut source),
            database: DatabaseConfig::read(&mut source),
            bus: BusConfig::read(&mut source),
            blobs: BlobsConfig::read(&mut source),
            search: SearchConfig::read(&mut source),
            model: ModelConfig::read(&mut source),
            email_verification: EmailVerificationConfig::read(&mut source),
            phone_lookup: PhoneLookupConfig::read(&mut source, mode),
            mail: MailConfig::read(&mut source),
            email_accounts: EmailAccountsConfig::read(&mut source, &senders.accounts),
            email_webhooks: EmailWebhooksConfig::read(&mut source, &senders.accounts),
            email_inbound: EmailInboundConfig::read(&mut source, &senders.accounts),
            senders,
            auth: AuthConfig::read(&mut source),
            limits: limits::read(&mut source),
            master_key: MasterKeyConfig::read(&mut source, mode, &state),
            logging: LoggingConfig::read(&mut source),
            work: WorkConfig::read(&mut source),
            mode,
            state,
        };
        source.finish()?;
        Ok(config)
    }
}
