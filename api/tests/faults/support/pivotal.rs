//! The binary as a user runs it, in a folder and on a port of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::home::Home;

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
        Pivotal::run("up", home, settings)
    }

    /// One of the commands that go on: `up`, `serve`, `work`.
    pub fn run(command: &str, home: &Home, settings: &[(&str, &str)]) -> Pivotal {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let output = File::options().create(true).append(true).open(home.folder.join("output.log")).unwrap();
        let mut process = Command::new(binary());
        home.settle(&mut process);
        process
            .arg(command)
            .env("PIVOTAL_ADDRESS", format!("127.0.0.1:{port}"))
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(output.try_clone().unwrap())
            .stderr(output);
        Pivotal { url: format!("http://127.0.0.1:{port}"), child: process.spawn().unwrap() }
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

    pub fn pid(&self) -> u32 {
        self.child.id()
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
pub fn verify(home: &Home) {
    let mut process = Command::new(binary());
    home.settle(&mut process);
    let told = process.arg("verify").output().unwrap();
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

/// `-9`, `-INT`.
pub fn signal(signal: &str, pid: u32) {
    assert!(Command::new("kill").args([signal, &pid.to_string()]).status().unwrap().success());
}

/// Returns when the process is no more.
pub async fn gone(pid: u32) {
    let lives = || {
        Command::new("kill").args(["-0", &pid.to_string()]).stderr(Stdio::null()).status().unwrap().success()
    };
    while lives() {
        sleep(Duration::from_millis(10)).await;
    }
}
