//! A private PostgreSQL for machines that have none running: found, created, started, watched and
//! stopped with the process. Used when DATABASE_URL is unset.
//!
//! It does not migrate, back up or tune for a large machine; a serious installation sets DATABASE_URL.

mod cluster;
mod error;
mod find;
mod leftovers;
mod npm;
mod owner;
mod place;
mod server;
mod user;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::{Connection, Executor, PgConnection};

pub use self::cluster::Profile;
pub use self::error::EmbeddedPostgresError;
use self::find::SearchPlaces;
use self::owner::{OwnerNote, Ownership};
use self::place::Place;
use self::server::Server;

#[derive(Debug, Clone)]
pub struct PostgresSettings {
    /// PIVOTAL_POSTGRES_BIN: the folder with `postgres` and `initdb`.
    pub binaries: Option<PathBuf>,
    pub profile: Profile,
    /// Created if missing.
    pub database: String,
    /// Recovery after a crash counts into it.
    pub start_timeout: Duration,
}

impl Default for PostgresSettings {
    fn default() -> Self {
        Self {
            binaries: None,
            profile: Profile::Durable,
            database: "pivotal".into(),
            start_timeout: Duration::from_secs(60),
        }
    }
}

/// An owner that has just stopped may still be seen: whatever it started in its last moment holds the lock's file until
/// it has become another program.
const LOCK_PATIENCE: Duration = Duration::from_secs(1);

/// The private database: ours to stop, or another process's that we only use.
#[derive(Debug)]
pub struct EmbeddedPostgres {
    socket_dir: PathBuf,
    database: String,
    owned: Option<Server>,
}

impl EmbeddedPostgres {
    /// Starts the database of the state folder `dir` (`.pivotal`), creating it the first time.
    /// Fails with [`EmbeddedPostgresError::AlreadyRunning`] if another process owns the folder.
    pub async fn start(dir: &Path, settings: PostgresSettings) -> Result<Self, EmbeddedPostgresError> {
        let place = Place::decide(dir)?;
        let deadline = Instant::now() + LOCK_PATIENCE;
        loop {
            if let Some(ownership) = Ownership::try_take(&place.state)? {
                return Self::own(place, ownership, settings).await;
            }
            if Instant::now() > deadline {
                let pid =
                    owner::read_note(&place.state).map_or("(unknown)".into(), |note| note.pid.to_string());
                return Err(EmbeddedPostgresError::AlreadyRunning { dir: place.state, pid });
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Like [`start`](Self::start), but joins the owner's database if there is an owner. That
    /// database goes away when its owner stops.
    pub async fn attach_or_start(
        dir: &Path,
        settings: PostgresSettings,
    ) -> Result<Self, EmbeddedPostgresError> {
        let place = Place::decide(dir)?;
        let deadline = Instant::now() + settings.start_timeout;
        loop {
            if let Some(ownership) = Ownership::try_take(&place.state)? {
                return Self::own(place, ownership, settings).await;
            }
            // The owner may still be starting, or be about to end.
            let answer = match owner::read_note(&place.state) {
                Some(note) => Self::join(note).await,
                None => Err("it has not said where its database is".to_owned()),
            };
            match answer {
                Ok(guest) => return Ok(guest),
                Err(reason) if Instant::now() > deadline => {
                    return Err(EmbeddedPostgresError::OwnerSilent { dir: place.state, reason });
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    pub fn url(&self) -> String {
        url(&self.socket_dir, &self.database)
    }

    /// Whether this process started the server and will stop it.
    pub fn is_owner(&self) -> bool {
        self.owned.is_some()
    }

    /// The server's process id, if it is ours and running.
    pub fn pid(&self) -> Option<u32> {
        self.owned.as_ref().and_then(Server::pid)
    }

    /// Resolves when the server is gone for good (it is started again a few times first). Never for a guest.
    pub async fn ended(&mut self) {
        match &mut self.owned {
            Some(server) => server.ended().await,
            None => std::future::pending().await,
        }
    }

    /// Stops the server if it is ours. Everything committed is kept.
    pub async fn stop(mut self) {
        if let Some(server) = &mut self.owned {
            server.stop().await;
        }
    }

    async fn own(
        place: Place,
        mut ownership: Ownership,
        settings: PostgresSettings,
    ) -> Result<Self, EmbeddedPostgresError> {
        let socket_dir = place.socket_dir.clone();
        let database = settings.database.clone();
        // The note first: a guest then waits for the socket instead of reading an old owner's note.
        let note =
            OwnerNote { pid: std::process::id(), socket_dir: socket_dir.clone(), database: database.clone() };
        ownership.write(&note)?;
        let (place, binaries, settings) = tokio::task::spawn_blocking(move || {
            let places = SearchPlaces::of_this_machine(settings.binaries.clone(), &place.state);
            let binaries = place.reachable(find::find(&places, &place.data())?)?;
            place.prepare()?;
            cluster::create_if_missing(&place, &binaries, &settings)?;
            Ok::<_, EmbeddedPostgresError>((place, binaries, settings))
        })
        .await
        .map_err(|_| EmbeddedPostgresError::ThreadGone)??;
        let server = Server::start(place, binaries, settings, ownership).await?;
        let postgres = Self { socket_dir, database, owned: Some(server) };
        postgres.create_database().await?;
        Ok(postgres)
    }

    async fn join(note: OwnerNote) -> Result<Self, String> {
        let guest = Self { socket_dir: note.socket_dir, database: note.database, owned: None };
        let connection = PgConnection::connect(&guest.url()).await.map_err(|error| error.to_string())?;
        connection.close().await.map_err(|error| error.to_string())?;
        Ok(guest)
    }

    async fn create_database(&self) -> Result<(), EmbeddedPostgresError> {
        let mut connection = PgConnection::connect(&url(&self.socket_dir, "postgres")).await?;
        let exists = sqlx::query("select from pg_database where datname = $1")
            .bind(&self.database)
            .fetch_optional(&mut connection)
            .await?;
        if exists.is_none() {
            // A name cannot be a parameter; it comes from our own settings.
            let name = self.database.replace('"', "\"\"");
            connection.execute(format!("create database \"{name}\"").as_str()).await?;
        }
        connection.close().await?;
        Ok(())
    }
}

fn url(socket_dir: &Path, database: &str) -> String {
    let mut host = String::new();
    for byte in socket_dir.to_string_lossy().bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                host.push(byte as char)
            }
            _ => host.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("postgres://{}@localhost/{database}?host={host}", cluster::SUPERUSER)
}
