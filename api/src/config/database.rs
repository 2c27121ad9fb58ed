//! Which Postgres.

use std::path::PathBuf;

use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    /// DATABASE_URL; none means the private one under the state folder.
    pub url: Option<SecretString>,
    /// PIVOTAL_POSTGRES_BIN: where the private one's programs are.
    pub binaries: Option<PathBuf>,
    /// PIVOTAL_DATABASE_WRITE_CONNECTIONS
    pub write_connections: u32,
    /// PIVOTAL_DATABASE_READ_CONNECTIONS
    pub read_connections: u32,
}

impl DatabaseConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        DatabaseConfig {
            url: source.text("DATABASE_URL").map(SecretString::from),
            binaries: source.text("PIVOTAL_POSTGRES_BIN").map(PathBuf::from),
            write_connections: source.parsed("PIVOTAL_DATABASE_WRITE_CONNECTIONS", "a number", 16),
            read_connections: source.parsed("PIVOTAL_DATABASE_READ_CONNECTIONS", "a number", 16),
        }
    }
}
