//! A folder in which a Pivotal keeps its state, and the database it works on.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Weak};

use pivotal_log::testing::TestDatabase;
use tokio::sync::Mutex;

use super::pivotal::Pivotal;

/// A Pivotal that was started once and has done nothing: each round begins with a copy. Made once for all tests that
/// run, so ask for it before waiting for room.
pub async fn fresh() -> Arc<Home> {
    static FRESH: Mutex<Weak<Home>> = Mutex::const_new(Weak::new());
    let mut known = FRESH.lock().await;
    if let Some(fresh) = known.upgrade() {
        return fresh;
    }
    let fresh = Arc::new(Home::empty(None));
    Pivotal::start(&fresh).await.stop().await;
    *known = Arc::downgrade(&fresh);
    fresh
}

/// Removed with the test.
pub struct Home {
    pub folder: PathBuf,
    /// None: the private one in the folder.
    database: Option<TestDatabase>,
}

impl Home {
    /// On a database of the test server, which several processes share and the test can restart.
    pub async fn on_the_test_server() -> Home {
        let home = Home::empty(Some(TestDatabase::new().await));
        // Makes the development users.
        Pivotal::start(&home).await.stop().await;
        home
    }

    fn empty(database: Option<TestDatabase>) -> Home {
        // As the program itself does first thing; the second time finds it done.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let folder = std::env::temp_dir().join(format!("pivotal-faults-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir_all(&folder).unwrap();
        Home { folder, database }
    }

    /// As it is: owners, times and all.
    pub fn copy(&self) -> Home {
        let copy = Home::empty(None);
        let copied =
            Command::new("cp").arg("-a").arg(self.folder.join(".")).arg(&copy.folder).status().unwrap();
        assert!(copied.success());
        copy
    }

    pub fn state(&self) -> PathBuf {
        self.folder.join("state")
    }

    pub fn database_url(&self) -> Option<&str> {
        self.database.as_ref().map(|database| database.url.as_str())
    }

    /// Where and on what: for every command run on it.
    pub fn settle(&self, command: &mut Command) {
        command
            .current_dir(&self.folder)
            .env("PIVOTAL_STATE", self.state())
            .env("PIVOTAL_MODE", "development")
            .env("RUST_BACKTRACE", "0");
        for elsewhere in ["DATABASE_URL", "AMQP_URL", "S3_BUCKET", "PIVOTAL_MASTER_KEY", "PIVOTAL_FAILPOINT"]
        {
            command.env_remove(elsewhere);
        }
        command.envs(self.database_url().map(|url| ("DATABASE_URL", url)));
    }

    /// What the binaries said last.
    pub fn last_words(&self) -> String {
        let said = std::fs::read_to_string(self.folder.join("output.log")).unwrap_or_default();
        let lines: Vec<&str> = said.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- {} ended with:\n{}", self.folder.display(), self.last_words());
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The process id of the private database's postmaster.
pub fn postmaster(state: &Path) -> u32 {
    fn find(folder: &Path) -> Option<PathBuf> {
        let direct = folder.join("postmaster.pid");
        if direct.exists() {
            return Some(direct);
        }
        std::fs::read_dir(folder)
            .ok()?
            .flatten()
            .filter(|entry| entry.path().is_dir())
            .find_map(|entry| find(&entry.path()))
    }
    let file = find(state).expect("the database runs under the state folder");
    std::fs::read_to_string(file).unwrap().lines().next().unwrap().trim().parse().unwrap()
}
