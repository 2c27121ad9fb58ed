//! What an earlier run may have left behind: a server that still runs, one that died without
//! cleaning up, or a zombie that nobody reaps. Called only by the holder of the lock.

#![expect(clippy::disallowed_methods, reason = "runs on the server's own thread, which may block")]

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io};

use super::error::{At, EmbeddedPostgresError};

/// Recovery of a large database, and the last backends of a dead server, take seconds, not minutes.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug, PartialEq, Eq)]
enum Process {
    Gone,
    /// Dead but not reaped (state Z): `kill(pid, 0)` calls it alive, and so does PostgreSQL.
    Zombie,
    Server,
    /// The number was given to some other program.
    Stranger,
}

/// Makes way for a new server over `data`. Blocks until nothing uses it any more.
pub fn settle(data: &Path, socket_dir: &Path) -> Result<(), EmbeddedPostgresError> {
    let pid_file = data.join("postmaster.pid");
    let deadline = Instant::now() + PATIENCE;
    let mut asked_to_stop = false;
    while let Some(pid) = server_pid(&pid_file) {
        match look_at(pid, data) {
            Process::Server => {
                if !asked_to_stop {
                    tracing::warn!(pid, "a PostgreSQL of an earlier run is still there: stopping it");
                    // SAFETY: plain system call; the process was just seen to be our server.
                    unsafe { libc::kill(pid, libc::SIGINT) };
                    asked_to_stop = true;
                }
            }
            Process::Gone => break,
            Process::Zombie | Process::Stranger => {
                // PostgreSQL would refuse: "lock file postmaster.pid already exists".
                wait_until_unused(data, deadline)?;
                remove(&pid_file).at("cannot remove", &pid_file)?;
                break;
            }
        }
        give_up_after(deadline, data, &[pid])?;
        std::thread::sleep(Duration::from_millis(20));
    }
    // Backends outlive a killed server by up to a second.
    wait_until_unused(data, deadline)?;
    empty(socket_dir)
}

/// A server that was stopping removes it itself, and may have done so since it was read.
fn remove(pid_file: &Path) -> io::Result<()> {
    match fs::remove_file(pid_file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

fn server_pid(pid_file: &Path) -> Option<i32> {
    // A single-user server writes its number negative; it is never ours.
    fs::read_to_string(pid_file).ok()?.lines().next()?.trim().parse().ok().filter(|pid| *pid > 1)
}

#[cfg(target_os = "linux")]
fn look_at(pid: i32, data: &Path) -> Process {
    let proc = Path::new("/proc").join(pid.to_string());
    let Ok(stat) = fs::read_to_string(proc.join("stat")) else { return Process::Gone };
    // "123 (name) S ...": the name may itself hold brackets.
    if stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with(['Z', 'X'])) {
        return Process::Zombie;
    }
    let named = fs::read_to_string(proc.join("comm")).is_ok_and(|name| name.trim() == "postgres");
    let inside = fs::read_link(proc.join("cwd")).map_or(true, |cwd| cwd == data);
    if named && inside { Process::Server } else { Process::Stranger }
}

#[cfg(not(target_os = "linux"))]
fn look_at(pid: i32, _data: &Path) -> Process {
    // SAFETY: signal 0 only asks whether the process exists.
    if unsafe { libc::kill(pid, 0) } != 0 {
        return Process::Gone;
    }
    let shown = std::process::Command::new("ps").args(["-o", "stat=,comm=", "-p", &pid.to_string()]).output();
    let shown =
        shown.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    match shown {
        text if text.starts_with('Z') => Process::Zombie,
        text if text.ends_with("postgres") => Process::Server,
        _ => Process::Stranger,
    }
}

fn wait_until_unused(data: &Path, deadline: Instant) -> Result<(), EmbeddedPostgresError> {
    loop {
        let users = processes_in(data);
        if users.is_empty() {
            return Ok(());
        }
        give_up_after(deadline, data, &users)?;
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Every server process works inside the data directory. A zombie's folder cannot be read, so
/// zombies do not count. Empty where there is no /proc.
fn processes_in(data: &Path) -> Vec<i32> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid: &i32| fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd == data))
        .collect()
}

fn give_up_after(deadline: Instant, data: &Path, pids: &[i32]) -> Result<(), EmbeddedPostgresError> {
    if Instant::now() < deadline {
        return Ok(());
    }
    let pids: Vec<_> = pids.iter().map(ToString::to_string).collect();
    Err(EmbeddedPostgresError::StillInUse {
        data: data.to_owned(),
        pids: pids.join(", "),
        seconds: PATIENCE.as_secs(),
    })
}

fn empty(dir: &Path) -> Result<(), EmbeddedPostgresError> {
    for entry in fs::read_dir(dir).at("cannot read", dir)?.flatten() {
        fs::remove_file(entry.path()).at("cannot remove", &entry.path())?;
    }
    Ok(())
}
