//! Creates the cluster and writes the command line of its server.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::PostgresSettings;
use super::error::{At, EmbeddedPostgresError};
use super::find::Binaries;
use super::place::Place;

/// The only database user; the socket's folder is closed to other people.
pub const SUPERUSER: &str = "pivotal";

/// How much a crash of the machine may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// Nothing that was acknowledged.
    #[default]
    Durable,
    /// Everything: for tests only, several times faster.
    Test,
}

/// Runs `initdb` if there is no cluster yet. A killed run leaves only `pg.new`, which is thrown away.
pub fn create_if_missing(
    place: &Place,
    binaries: &Binaries,
    settings: &PostgresSettings,
) -> Result<(), EmbeddedPostgresError> {
    let data = place.data();
    if data.join("PG_VERSION").exists() {
        return Ok(());
    }
    let unfinished = place.home.join("pg.new");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).at("cannot remove", &unfinished)?;
    }
    place.user.take_dir(&unfinished)?;
    let mut command = Command::new(binaries.initdb());
    place.user.apply(&mut command);
    command.arg("-D").arg(&unfinished).args(["-U", SUPERUSER, "-A", "trust", "-E", "UTF8"]);
    command.args(locale(binaries.major));
    let sync_once = cfg!(target_os = "linux");
    if sync_once || settings.profile == Profile::Test {
        command.arg("--no-sync");
    }
    let output = command.stdin(Stdio::null()).output().at("cannot run", &binaries.initdb())?;
    if !output.status.success() {
        let output =
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        return Err(EmbeddedPostgresError::Initdb { output });
    }
    if sync_once && settings.profile == Profile::Durable {
        sync_file_system_of(&unfinished).at("cannot write to disk", &unfinished)?;
    }
    fs::rename(&unfinished, &data).at("cannot rename to", &data)
}

/// One flush for all of a new cluster's thousand files: initdb's own, file by file, takes seconds.
#[cfg(target_os = "linux")]
fn sync_file_system_of(dir: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd;
    let dir = fs::File::open(dir)?;
    // SAFETY: the descriptor is open during the call.
    match unsafe { libc::syncfs(dir.as_raw_fd()) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

#[cfg(not(target_os = "linux"))]
fn sync_file_system_of(_dir: &Path) -> io::Result<()> {
    Ok(())
}

/// Sorting by code point: the same on every machine, and indexes survive an upgrade of its C library.
fn locale(major: u32) -> &'static [&'static str] {
    match (cfg!(target_os = "macos"), major) {
        (false, _) => &["--locale=C.UTF-8", "--locale-provider=libc"],
        (true, 17..) => &["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        (true, _) => &["--locale=en_US.UTF-8", "--lc-collate=C"],
    }
}

/// The command that runs the server in the foreground.
pub fn server_command(place: &Place, binaries: &Binaries, settings: &PostgresSettings) -> Command {
    let mut command = Command::new(binaries.postgres());
    place.user.apply(&mut command);
    command.arg("-D").arg(place.data()).arg("-k").arg(&place.socket_dir);
    // No port: nobody on the network or in another account reaches it, and nothing can clash.
    command.args(["-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"]);
    let profile: &[&str] = match settings.profile {
        Profile::Durable => &["fsync=on", "max_connections=200"],
        Profile::Test => {
            &["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=400"]
        }
    };
    for setting in COMMON.iter().chain(profile) {
        command.arg("-c").arg(setting);
    }
    command
}

/// For a machine of two cores and a few gigabytes that also runs Pivotal itself.
const COMMON: &[&str] = &[
    "shared_buffers=256MB",
    "effective_cache_size=1GB",
    "work_mem=16MB",
    "maintenance_work_mem=128MB",
    // Imports write in bursts: rare checkpoints and compressed WAL keep them smooth.
    "max_wal_size=4GB",
    "checkpoint_timeout=15min",
    // Exact counts read the index alone, which takes pages that vacuum has seen: behind a large import at once, not when a
    // fifth of the table is new. Pages that were seen are passed over, so often costs little.
    "autovacuum_naptime=15s",
    "autovacuum_vacuum_insert_scale_factor=0.02",
    "autovacuum_vacuum_scale_factor=0.05",
    "autovacuum_analyze_scale_factor=0.02",
    "wal_compression=on",
    "random_page_cost=1.1",
    // Short queries all day long: compiling them costs more than it saves.
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_line_prefix=%m [%p] ",
    "log_checkpoints=off",
];
