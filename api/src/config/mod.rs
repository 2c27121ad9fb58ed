//! Typed settings, one struct per topic. Everything has a default that runs on one machine without any other service.

pub mod auth;
pub mod blobs;
pub mod bus;
pub mod database;
pub mod logging;
pub mod master_key;
pub mod mode;
pub mod search;
pub mod server;
pub mod source;
pub mod work;

use std::path::{Path, PathBuf};

use self::auth::AuthConfig;
use self::blobs::BlobsConfig;
use self::bus::BusConfig;
use self::database::DatabaseConfig;
use self::logging::LoggingConfig;
use self::master_key::MasterKeyConfig;
use self::mode::Mode;
use self::search::SearchConfig;
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
    pub auth: AuthConfig,
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
        let config = Config {
            server: ServerConfig::read(&mut source),
            database: DatabaseConfig::read(&mut source),
            bus: BusConfig::read(&mut source),
            blobs: BlobsConfig::read(&mut source),
            search: SearchConfig::read(&mut source),
            auth: AuthConfig::read(&mut source),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let values = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Config::read(Source::of(values))
    }

    #[test]
    fn nothing_set_means_everything_embedded_on_loopback() {
        let config = read(&[]).unwrap();
        assert_eq!(config.server.address.to_string(), "127.0.0.1:4300");
        assert!(config.database.url.is_none() && config.bus.url.is_none() && config.blobs.s3.is_none());
        assert!(config.search.meilisearch.is_none());
        assert_eq!(config.mode, Mode::Development);
    }

    #[test]
    fn production_generates_no_key() {
        let error = read(&[("PIVOTAL_MODE", "production")]).unwrap_err().to_string();
        assert!(error.contains("PIVOTAL_MASTER_KEY"), "{error}");
    }

    #[test]
    fn secrets_hide_themselves() {
        let key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        let settings = [
            ("DATABASE_URL", "postgres://u:hidden-one@h/d"),
            ("AMQP_URL", "amqp://u:hidden-two@h"),
            ("S3_BUCKET", "b"),
            ("S3_ACCESS_KEY", "a"),
            ("S3_SECRET_KEY", "hidden-three"),
            ("MEILI_URL", "http://meili:7700"),
            ("MEILI_MASTER_KEY", "hidden-four"),
            ("PIVOTAL_MASTER_KEY", key),
        ];
        let shown = format!("{:?}", read(&settings).unwrap());
        assert!(!shown.contains("hidden") && !shown.contains(key), "{shown}");
    }

    #[test]
    fn half_of_a_file_store_is_refused() {
        let error = read(&[("S3_BUCKET", "b")]).unwrap_err().to_string();
        assert!(error.contains("S3_ACCESS_KEY") && error.contains("S3_SECRET_KEY"), "{error}");
    }
}
