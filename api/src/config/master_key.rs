//! The key that protects personal data. Lost, everything personal in the log is lost with it.

use std::path::{Path, PathBuf};

use pivotal_log::master_key::{MasterKey, MasterKeyError};
use secrecy::{ExposeSecret, SecretString};

use super::mode::Mode;
use super::source::Source;

#[derive(Debug, Clone)]
pub enum MasterKeyConfig {
    /// PIVOTAL_MASTER_KEY: 32 bytes in base64.
    Given(SecretString),
    /// PIVOTAL_MASTER_KEY_FILE
    File(PathBuf),
    /// Development: made at the first start.
    Generated(PathBuf),
}

impl MasterKeyConfig {
    pub(super) fn read(source: &mut Source, mode: Mode, state: &Path) -> Self {
        match (source.text("PIVOTAL_MASTER_KEY"), source.text("PIVOTAL_MASTER_KEY_FILE")) {
            (Some(key), _) => MasterKeyConfig::Given(SecretString::from(key)),
            (None, Some(file)) => MasterKeyConfig::File(PathBuf::from(file)),
            (None, None) => {
                if !mode.is_development() {
                    source.problem("production needs a master key: set PIVOTAL_MASTER_KEY_FILE (a file with 32 random bytes in base64, as `openssl rand -base64 32` prints) or PIVOTAL_MASTER_KEY. Keep a copy apart from the database's backups".into());
                }
                MasterKeyConfig::Generated(state.join("master.key"))
            }
        }
    }

    pub fn load(&self) -> Result<MasterKey, MasterKeyError> {
        match self {
            MasterKeyConfig::Given(key) => MasterKey::parse(key.expose_secret()),
            MasterKeyConfig::Generated(file) => MasterKey::read_or_generate(file),
            MasterKeyConfig::File(file) => {
                let text = std::fs::read_to_string(file).map_err(|source| MasterKeyError::File {
                    path: file.display().to_string(),
                    action: "read",
                    source,
                })?;
                MasterKey::parse(&text)
            }
        }
    }
}
