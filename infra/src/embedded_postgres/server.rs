//! The running server. One dedicated thread starts it, watches it, starts it again if it dies, and
//! lives as long as it does: the parent-death signal is tied to the *thread* that forked.

#![expect(clippy::disallowed_methods, reason = "all waiting is on the server's own thread, which may block")]

use std::fs::{self, File};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use super::PostgresSettings;
use super::cluster::server_command;
use super::error::{At, EmbeddedPostgresError};
use super::find::Binaries;
use super::leftovers;
use super::owner::Ownership;
use super::place::Place;

/// Restarts in a row before we give up; a server that ran for a minute starts the count anew.
const MOST_RESTARTS: u32 = 5;
const LOG_LIMIT: u64 = 10 * 1024 * 1024;

/// How to reach the thread.
#[derive(Debug)]
pub struct Server {
    control: Arc<Mutex<Control>>,
    ended: watch::Receiver<bool>,
}

#[derive(Debug, Default)]
struct Control {
    stopping: bool,
    /// Set only between fork and reaping, so a signal can never meet a stranger with the same number.
    pid: Option<u32>,
}

type Ready = oneshot::Sender<Result<(), EmbeddedPostgresError>>;

impl Server {
    /// Starts the thread and waits until the server takes connections.
    pub async fn start(
        place: Place,
        binaries: Binaries,
        settings: PostgresSettings,
        ownership: Ownership,
    ) -> Result<Self, EmbeddedPostgresError> {
        let control = Arc::new(Mutex::new(Control::default()));
        let (ready, is_ready) = oneshot::channel();
        let (end, ended) = watch::channel(false);
        let thread = Thread { place, binaries, settings, control: control.clone(), _ownership: ownership };
        std::thread::Builder::new()
            .name("postgres".into())
            .spawn(move || {
                thread.run(ready);
                // Left over if the server had to be killed: cleared by the next start.
                let _ = fs::remove_dir(&thread.place.socket_dir);
                drop(thread);
                end.send_replace(true);
            })
            .map_err(|_| EmbeddedPostgresError::ThreadGone)?;
        let server = Self { control, ended };
        is_ready.await.map_err(|_| EmbeddedPostgresError::ThreadGone)??;
        Ok(server)
    }

    /// Asks for a fast shutdown: open transactions roll back, everything committed is kept.
    fn ask_to_stop(&self) {
        lock(&self.control).stop(libc::SIGINT);
    }

    /// Fast shutdown; one that hangs is ended without ceremony and recovers at the next start.
    pub async fn stop(&mut self) {
        self.ask_to_stop();
        if tokio::time::timeout(Duration::from_secs(30), self.ended()).await.is_err() {
            tracing::warn!(
                "PostgreSQL did not stop within 30 s: ending it at once, it recovers at the next start"
            );
            lock(&self.control).stop(libc::SIGQUIT);
            let _ = tokio::time::timeout(Duration::from_secs(10), self.ended()).await;
        }
    }

    /// Resolves when the server is gone for good.
    pub async fn ended(&mut self) {
        // An error means the thread is gone, and the server with it.
        let _ = self.ended.wait_for(|ended| *ended).await;
    }

    /// The server's process, for tests and logs.
    pub fn pid(&self) -> Option<u32> {
        lock(&self.control).pid
    }
}

impl Drop for Server {
    /// Whoever forgets `stop` (a panicking test, a start that was abandoned) leaves no server behind.
    fn drop(&mut self) {
        self.ask_to_stop();
    }
}

impl Control {
    fn stop(&mut self, signal: libc::c_int) {
        self.stopping = true;
        if let Some(pid) = self.pid {
            // SAFETY: plain system call; `pid` is an unreaped child of ours.
            unsafe { libc::kill(pid as libc::pid_t, signal) };
        }
    }
}

struct Thread {
    place: Place,
    binaries: Binaries,
    settings: PostgresSettings,
    control: Arc<Mutex<Control>>,
    /// Held until the server is down, however it came to that.
    _ownership: Ownership,
}

impl Thread {
    fn run(&self, ready: Ready) {
        let mut ready = Some(ready);
        let mut restarts = 0;
        loop {
            let since = Instant::now();
            let end = self.run_once(&mut ready);
            if lock(&self.control).stopping {
                return;
            }
            restarts = if since.elapsed() > Duration::from_secs(60) { 1 } else { restarts + 1 };
            match end {
                Err(error) if ready.is_some() => {
                    if let Some(ready) = ready.take() {
                        let _ = ready.send(Err(error));
                    }
                    return;
                }
                Err(error) => tracing::error!(%error, restarts, "PostgreSQL does not start again"),
                Ok(status) => tracing::error!(%status, restarts, "PostgreSQL died: starting it again"),
            }
            if restarts > MOST_RESTARTS {
                tracing::error!(log = %self.place.log().display(), "PostgreSQL keeps dying: giving up");
                return;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// One life of the server, from leftovers to reaping.
    fn run_once(&self, ready: &mut Option<Ready>) -> Result<ExitStatus, EmbeddedPostgresError> {
        leftovers::settle(&self.place.data(), &self.place.socket_dir)?;
        let mut command = server_command(&self.place, &self.binaries, &self.settings);
        let log = open_log(&self.place.log())?;
        let errors = log.try_clone().at("cannot open", &self.place.log())?;
        command.stdin(Stdio::null()).stdout(log).stderr(errors);
        // Ctrl-C in the terminal must reach Pivotal first: it stops the server when its own work is done.
        command.process_group(0);
        die_with_parent(&mut command);
        let mut child = {
            let mut control = lock(&self.control);
            if control.stopping {
                return Ok(ExitStatus::default());
            }
            let child = command.spawn().at("cannot start", &self.binaries.postgres())?;
            control.pid = Some(child.id());
            child
        };
        match self.wait_ready(&child) {
            Ok(()) => {
                if let Some(ready) = ready.take() {
                    let _ = ready.send(Ok(()));
                }
                Ok(self.wait_end(&mut child))
            }
            Err(error) => {
                // SAFETY: plain system call; the child is not reaped yet. SIGQUIT: it is not ready, nothing is lost.
                unsafe { libc::kill(child.id() as libc::pid_t, libc::SIGQUIT) };
                self.wait_end(&mut child);
                Err(error)
            }
        }
    }

    /// Ready is: the pid file names *our* child and says so. A stale file also says "ready".
    fn wait_ready(&self, child: &Child) -> Result<(), EmbeddedPostgresError> {
        let pid_file = self.place.data().join("postmaster.pid");
        let deadline = Instant::now() + self.settings.start_timeout;
        while Instant::now() < deadline {
            if says_ready(&pid_file, child.id()) {
                return Ok(());
            }
            if has_ended(child, libc::WNOHANG) {
                return Err(EmbeddedPostgresError::DiedAtStart {
                    log: self.place.log(),
                    tail: tail(&self.place.log()),
                });
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(EmbeddedPostgresError::NotReady {
            seconds: self.settings.start_timeout.as_secs(),
            log: self.place.log(),
            tail: tail(&self.place.log()),
        })
    }

    fn wait_end(&self, child: &mut Child) -> ExitStatus {
        has_ended(child, 0);
        // Only now may the number be reused, so nobody may signal it from here on.
        let mut control = lock(&self.control);
        control.pid = None;
        child.wait().unwrap_or_else(|_| ExitStatus::from_raw(-1))
    }
}

/// Whether the child has ended, without reaping it. Without WNOHANG it blocks until then.
fn has_ended(child: &Child, wait: libc::c_int) -> bool {
    loop {
        // SAFETY: an all-zero siginfo_t is valid, and it outlives the call.
        let (result, info) = unsafe {
            let mut info: libc::siginfo_t = std::mem::zeroed();
            let flags = libc::WEXITED | libc::WNOWAIT | wait;
            (libc::waitid(libc::P_PID, child.id() as libc::id_t, &mut info, flags), info)
        };
        if result == 0 {
            // With WNOHANG and a living child the call succeeds and leaves the number zero.
            // SAFETY: waitid fills the child fields.
            return unsafe { info.si_pid() } != 0;
        }
        if std::io::Error::last_os_error().kind() != std::io::ErrorKind::Interrupted {
            return true;
        }
    }
}

fn says_ready(pid_file: &Path, pid: u32) -> bool {
    let Ok(text) = fs::read_to_string(pid_file) else { return false };
    let mut lines = text.lines();
    lines.next().and_then(|line| line.trim().parse().ok()) == Some(pid)
        && lines.nth(6).is_some_and(|status| status.trim() == "ready")
}

/// A killed Pivotal takes its server along, cleanly. Linux only; elsewhere the next start cleans up.
#[cfg(target_os = "linux")]
fn die_with_parent(command: &mut Command) {
    let parent = std::process::id();
    // SAFETY: between fork and exec only async-signal-safe calls are made. It runs after setuid,
    // which would clear the flag.
    unsafe {
        command.pre_exec(move || {
            libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGINT);
            if libc::getppid() as u32 == parent {
                Ok(())
            } else {
                Err(std::io::Error::from_raw_os_error(libc::ESRCH))
            }
        });
    }
}

#[cfg(not(target_os = "linux"))]
fn die_with_parent(_command: &mut Command) {}

fn open_log(path: &Path) -> Result<File, EmbeddedPostgresError> {
    if fs::metadata(path).is_ok_and(|log| log.len() > LOG_LIMIT) {
        let old = path.with_extension("log.1");
        fs::rename(path, &old).at("cannot rename", path)?;
    }
    File::options().append(true).create(true).open(path).at("cannot open", path)
}

fn tail(log: &Path) -> String {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text[text.len().saturating_sub(16 * 1024)..]).into_owned();
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(15)..].join("\n")
}

fn lock(control: &Mutex<Control>) -> std::sync::MutexGuard<'_, Control> {
    // Two plain fields: a panic elsewhere cannot leave them half written.
    control.lock().unwrap_or_else(PoisonError::into_inner)
}
