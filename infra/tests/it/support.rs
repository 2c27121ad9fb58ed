//! What the tests share: folders that vanish, waiting without sleeping blindly, this binary as a child.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A folder of its own, removed at the end.
pub struct TempDir(PathBuf);

impl TempDir {
    pub fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("pivotal-it-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Looks every 10 ms until `condition` holds; fails the test after 30 s.
pub async fn until<F: Future<Output = bool>>(what: &str, mut condition: impl FnMut() -> F) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !condition().await {
        assert!(Instant::now() < deadline, "still not so after 30 s: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Runs one "test" of this binary as a process of its own that can be killed. Such a test returns at
/// once unless `PIVOTAL_TEST_CHILD` gives it its folder, so it passes when it is run with the others.
pub fn spawn_child(test: &str, dir: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env("PIVOTAL_TEST_CHILD", dir)
        .stdout(Stdio::null())
        .stdin(Stdio::null())
        .spawn()
        .unwrap()
}

pub fn child_dir() -> Option<PathBuf> {
    std::env::var_os("PIVOTAL_TEST_CHILD").map(PathBuf::from)
}

pub fn kill_9(pid: u32) {
    // SAFETY: plain system call on a process this test started.
    unsafe { libc::kill(pid as libc::pid_t, libc::SIGKILL) };
}

pub fn is_running(pid: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else { return false };
    !stat.rsplit(')').next().unwrap().trim_start().starts_with('Z')
}

/// The broker that `scripts/test-services` started. A missing one is an error, never a skipped test.
pub fn amqp_url() -> String {
    std::env::var("TEST_AMQP_URL")
        .expect("TEST_AMQP_URL is not set: run the tests by `make test`, or first eval \"$(scripts/test-services start)\"")
}

pub fn scripts(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts").join(name)
}
