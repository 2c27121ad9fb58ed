//! The binary as a user runs it: everything embedded, in a folder and on a port of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use tokio::time::sleep;

/// A first start makes a database cluster, on a machine that may be busy.
const READY_WITHIN: Duration = Duration::from_secs(90);

/// The binary as it was when the tests began: a build that goes on meanwhile must not swap it for another.
fn binary() -> &'static Path {
    static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
        let built = Path::new(env!("CARGO_BIN_EXE_pivotal"));
        let kept = built.with_file_name("pivotal-under-faults");
        let _ = std::fs::remove_file(&kept);
        std::fs::hard_link(built, &kept).unwrap();
        kept
    });
    &BINARY
}

/// A state folder that is removed with the test.
pub struct Home(pub PathBuf);

impl Home {
    pub fn new() -> Home {
        let folder = std::env::temp_dir().join(format!("pivotal-faults-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir_all(&folder).unwrap();
        Home(folder)
    }

    /// As it is: owners, times and all.
    pub fn copy(&self) -> Home {
        let copy = Home::new();
        let copied = Command::new("cp").arg("-a").arg(self.0.join(".")).arg(&copy.0).status().unwrap();
        assert!(copied.success());
        copy
    }

    pub fn state(&self) -> PathBuf {
        self.0.join("state")
    }

    /// What the binary said last.
    pub fn last_words(&self) -> String {
        let said = std::fs::read_to_string(self.0.join("output.log")).unwrap_or_default();
        let lines: Vec<&str> = said.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- {} ended with:\n{}", self.0.display(), self.last_words());
        }
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub struct Pivotal {
    pub url: String,
    child: Child,
}

impl Pivotal {
    pub async fn start(home: &Home) -> Pivotal {
        let mut pivotal = Self::start_with(home, &[]);
        assert!(pivotal.is_ready().await, "it did not start:\n{}", home.last_words());
        pivotal
    }

    /// Does not wait: with a failpoint set it may die before it is ready.
    pub fn start_with(home: &Home, settings: &[(&str, &str)]) -> Pivotal {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let output = File::options().create(true).append(true).open(home.0.join("output.log")).unwrap();
        let mut command = Command::new(binary());
        command
            .arg("up")
            .current_dir(&home.0)
            .env("PIVOTAL_STATE", home.state())
            .env("PIVOTAL_ADDRESS", format!("127.0.0.1:{port}"))
            .env("PIVOTAL_MODE", "development")
            .env("RUST_BACKTRACE", "0")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(output.try_clone().unwrap())
            .stderr(output);
        for elsewhere in ["DATABASE_URL", "AMQP_URL", "S3_BUCKET", "PIVOTAL_MASTER_KEY"] {
            if settings.iter().all(|(name, _)| *name != elsewhere) {
                command.env_remove(elsewhere);
            }
        }
        Pivotal { url: format!("http://127.0.0.1:{port}"), child: command.spawn().unwrap() }
    }

    /// Whether it became ready, as opposed to dying first.
    pub async fn is_ready(&mut self) -> bool {
        let (http, deadline) = (reqwest::Client::new(), Instant::now() + READY_WITHIN);
        while self.lives() {
            let answer = http.get(format!("{}/ready", self.url)).send().await;
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                return true;
            }
            assert!(Instant::now() < deadline, "neither ready nor dead");
            sleep(Duration::from_millis(50)).await;
        }
        false
    }

    pub fn lives(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// kill -9.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// As Ctrl-C does.
    pub async fn stop(mut self) {
        self.ask_to_stop();
        let deadline = Instant::now() + Duration::from_secs(60);
        while self.lives() {
            assert!(Instant::now() < deadline, "it does not stop");
            sleep(Duration::from_millis(20)).await;
        }
    }

    fn ask_to_stop(&self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
    }
}

/// `pivotal verify` beside the running program: its own fold of the log, of every read model, guard and seal.
pub fn verify(home: &Path) {
    let told = Command::new(binary())
        .arg("verify")
        .current_dir(home)
        .env("PIVOTAL_STATE", home.join("state"))
        .env("PIVOTAL_MODE", "development")
        .env_remove("DATABASE_URL")
        .env_remove("AMQP_URL")
        .output()
        .unwrap();
    let (said, problems) = (String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success(), "pivotal verify found:\n{said}\n{problems}");
}

impl Drop for Pivotal {
    #[expect(clippy::disallowed_methods, reason = "a drop cannot await")]
    fn drop(&mut self) {
        if self.lives() {
            // Politely first, so that its database goes with it.
            self.ask_to_stop();
            let deadline = Instant::now() + Duration::from_secs(20);
            while self.lives() && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(20));
            }
            self.kill();
        }
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

pub fn kill_process(pid: u32) {
    assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap().success());
}
