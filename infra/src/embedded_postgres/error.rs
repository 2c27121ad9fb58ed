//! What can go wrong with the private database, in words that say what to do about it.

use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum EmbeddedPostgresError {
    #[error(
        "No PostgreSQL (15 or newer) was found. Run `scripts/setup`, or install it (Debian/Ubuntu: `apt-get install postgresql`, \
         macOS: `brew install postgresql@17`), or set PIVOTAL_POSTGRES_BIN to the folder that holds `postgres` and `initdb`, or set \
         DATABASE_URL to use a server of your own. Looked in: {looked_in}"
    )]
    NotFound { looked_in: String },

    #[error(
        "PIVOTAL_POSTGRES_BIN is {path}, but that folder has no usable `postgres` and `initdb` of version 15 or newer"
    )]
    BadSetting { path: PathBuf },

    #[error(
        "The database in {data} was made by PostgreSQL {wanted}, and only these versions are installed: {found}. \
         Install PostgreSQL {wanted}, or move the database by dump and restore (docs/OPERATIONS.md)"
    )]
    OtherMajor { data: PathBuf, wanted: u32, found: String },

    #[error(
        "Process {pid} already runs Pivotal with {dir}. Stop it first, or give this one its own database with DATABASE_URL"
    )]
    AlreadyRunning { dir: PathBuf, pid: String },

    #[error(
        "PostgreSQL refuses to run as root and there is no other user to run it as: create one (`useradd --system postgres`), \
         or start Pivotal as an ordinary user, or set DATABASE_URL"
    )]
    NoUser,

    #[error(
        "The database in {data} belongs to user id {uid}, which has no entry in the password file: PostgreSQL cannot run as it. \
         Give the folder to an existing user with `chown -R`"
    )]
    OwnerWithoutName { data: PathBuf, uid: u32 },

    #[error(
        "{path} belongs to somebody else, so PostgreSQL's socket cannot be put there safely. Remove it and start again"
    )]
    SocketFolderTaken { path: PathBuf },

    #[error(
        "The socket path {path} is longer than the {limit} bytes the system allows: set TMPDIR to a shorter folder"
    )]
    SocketPathTooLong { path: PathBuf, limit: usize },

    #[error("`initdb` could not create the database: {output}")]
    Initdb { output: String },

    #[error("PostgreSQL stopped while starting. The last lines of {log}:\n{tail}")]
    DiedAtStart { log: PathBuf, tail: String },

    #[error(
        "PostgreSQL was not ready after {seconds} s. It may still be recovering: see {log}, then start again. Its last lines:\n{tail}"
    )]
    NotReady { seconds: u64, log: PathBuf, tail: String },

    #[error(
        "Another PostgreSQL still uses {data} (process {pids}) and did not stop in {seconds} s. Stop it, then start again"
    )]
    StillInUse { data: PathBuf, pids: String, seconds: u64 },

    #[error("The process that owns the database in {dir} does not answer on its socket: {reason}")]
    OwnerSilent { dir: PathBuf, reason: String },

    #[error("The private database could not be prepared: {0}")]
    Database(#[from] sqlx::Error),

    #[error("{what} {path}: {source}")]
    Io { what: &'static str, path: PathBuf, source: io::Error },

    #[error("The thread that runs PostgreSQL ended unexpectedly: this is a defect, please report it")]
    ThreadGone,
}

/// Names the file in an IO error: "Cannot create /x/y: permission denied".
pub(super) trait At<T> {
    fn at(self, what: &'static str, path: &Path) -> Result<T, EmbeddedPostgresError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, what: &'static str, path: &Path) -> Result<T, EmbeddedPostgresError> {
        self.map_err(|source| EmbeddedPostgresError::Io { what, path: path.to_owned(), source })
    }
}
