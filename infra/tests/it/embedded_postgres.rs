//! The private database against real PostgreSQL programs: the life and the deaths of its server.

use std::fs;
use std::path::{Path, PathBuf};

use pivotal_infra::embedded_postgres::{EmbeddedPostgres, EmbeddedPostgresError, PostgresSettings, Profile};
use sqlx::{Connection, PgConnection};

use crate::support::{TempDir, child_dir, is_running, kill_9, spawn_child, until};

fn settings() -> PostgresSettings {
    PostgresSettings { profile: Profile::Test, ..Default::default() }
}

/// Crash tests need real durability, else a lost row would prove nothing.
fn durable() -> PostgresSettings {
    PostgresSettings::default()
}

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.unwrap()
}

async fn insert(url: &str, value: i64) {
    let mut connection = connect(url).await;
    sqlx::query("create table if not exists kept (value bigint)").execute(&mut connection).await.unwrap();
    sqlx::query("insert into kept values ($1)").bind(value).execute(&mut connection).await.unwrap();
}

async fn kept(url: &str) -> Vec<i64> {
    let mut connection = connect(url).await;
    sqlx::query_scalar("select value from kept order by value").fetch_all(&mut connection).await.unwrap()
}

/// The data directory, wherever root had to put it.
fn data_of(state: &Path) -> PathBuf {
    state.canonicalize().unwrap().join("pg")
}

fn server_pid(state: &Path) -> Option<u32> {
    fs::read_to_string(data_of(state).join("postmaster.pid")).ok()?.lines().next()?.trim().parse().ok()
}

#[tokio::test]
async fn it_starts_takes_queries_stops_and_keeps_what_was_written() {
    let dir = TempDir::new("life");
    let postgres = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    insert(&postgres.url(), 7).await;
    let mut connection = connect(&postgres.url()).await;
    let collation: String =
        sqlx::query_scalar("show server_encoding").fetch_one(&mut connection).await.unwrap();
    assert_eq!(collation, "UTF8");
    let pid = postgres.pid().unwrap();
    postgres.stop().await;
    assert!(!is_running(pid));

    let postgres = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    assert_eq!(kept(&postgres.url()).await, [7]);
    postgres.stop().await;
}

#[tokio::test]
async fn only_its_own_user_and_root_reach_the_socket_and_the_data() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new("closed");
    let postgres = EmbeddedPostgres::start(dir.path(), settings()).await.unwrap();
    let url = postgres.url();
    let socket_dir = url.split("host=").nth(1).unwrap();
    for path in [Path::new(socket_dir), &data_of(dir.path())] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o700, "{}", path.display());
    }
    postgres.stop().await;
}

#[tokio::test]
async fn a_second_owner_is_refused_and_a_guest_joins() {
    let dir = TempDir::new("owners");
    let owner = EmbeddedPostgres::start(dir.path(), settings()).await.unwrap();
    insert(&owner.url(), 1).await;

    let refused = EmbeddedPostgres::start(dir.path(), settings()).await.unwrap_err();
    assert!(matches!(&refused, EmbeddedPostgresError::AlreadyRunning { .. }), "{refused}");
    assert!(refused.to_string().contains(&std::process::id().to_string()), "{refused}");

    let guest = EmbeddedPostgres::attach_or_start(dir.path(), settings()).await.unwrap();
    assert!(!guest.is_owner());
    assert_eq!(kept(&guest.url()).await, [1]);
    guest.stop().await;
    assert_eq!(kept(&owner.url()).await, [1], "a guest that leaves stops nothing");
    owner.stop().await;

    let next = EmbeddedPostgres::attach_or_start(dir.path(), settings()).await.unwrap();
    assert!(next.is_owner());
    next.stop().await;
}

#[tokio::test]
async fn a_guest_that_comes_while_the_owner_starts_waits_for_it() {
    let dir = TempDir::new("race");
    let (one, two) = tokio::join!(
        EmbeddedPostgres::attach_or_start(dir.path(), settings()),
        EmbeddedPostgres::attach_or_start(dir.path(), settings()),
    );
    let (one, two) = (one.unwrap(), two.unwrap());
    assert!(one.is_owner() != two.is_owner());
    assert_eq!(one.url(), two.url());
    let (owner, guest) = if one.is_owner() { (one, two) } else { (two, one) };
    guest.stop().await;
    owner.stop().await;
}

#[tokio::test]
async fn a_killed_server_is_started_again_and_has_lost_nothing() {
    let dir = TempDir::new("kill-server");
    let postgres = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    insert(&postgres.url(), 1).await;
    let first = postgres.pid().unwrap();
    kill_9(first);
    until("a new server runs", || async { postgres.pid().is_some_and(|pid| pid != first) }).await;
    until("it takes connections", || async { PgConnection::connect(&postgres.url()).await.is_ok() }).await;
    assert_eq!(kept(&postgres.url()).await, [1]);
    postgres.stop().await;
}

#[tokio::test]
async fn a_killed_parent_takes_its_server_along_and_the_next_start_finds_everything() {
    let dir = TempDir::new("kill-parent");
    let mut parent = spawn_child("embedded_postgres::child_owns_a_database_until_it_is_killed", dir.path());
    until("the child wrote", || async { dir.path().join("written").exists() }).await;
    let server = server_pid(dir.path()).unwrap();
    parent.kill().unwrap();
    parent.wait().unwrap();
    if cfg!(target_os = "linux") {
        until("the server went with its parent", || async { !is_running(server) }).await;
    }
    let postgres = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    assert_eq!(kept(&postgres.url()).await, [42]);
    postgres.stop().await;
}

#[tokio::test]
async fn parent_and_server_killed_together_recover() {
    for _ in 0..2 {
        let dir = TempDir::new("kill-both");
        let mut parent =
            spawn_child("embedded_postgres::child_owns_a_database_until_it_is_killed", dir.path());
        until("the child wrote", || async { dir.path().join("written").exists() }).await;
        let server = server_pid(dir.path()).unwrap();
        kill_9(server);
        parent.kill().unwrap();
        parent.wait().unwrap();
        let postgres = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
        assert_eq!(kept(&postgres.url()).await, [42]);
        postgres.stop().await;
    }
}

/// Where nothing reaps, a killed server stays in the process table: the kernel and PostgreSQL call
/// it alive. This test makes itself the one who should reap, and does not.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_zombie_server_does_not_block_the_next_start() {
    // SAFETY: plain system call; orphans of this process's children come to it from now on.
    unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1) };
    let dir = TempDir::new("zombie");
    let mut parent = spawn_child("embedded_postgres::child_owns_a_database_until_it_is_killed", dir.path());
    until("the child wrote", || async { dir.path().join("written").exists() }).await;
    let server = server_pid(dir.path()).unwrap();
    parent.kill().unwrap();
    kill_9(server);
    parent.wait().unwrap();
    let stat = || fs::read_to_string(format!("/proc/{server}/stat")).unwrap();
    until("the server is a zombie", || async { stat().contains(") Z") }).await;

    let postgres = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    assert_eq!(kept(&postgres.url()).await, [42]);
    postgres.stop().await;
    // SAFETY: reaps the one orphan this test created.
    unsafe { libc::waitpid(server as libc::pid_t, std::ptr::null_mut(), 0) };
}

#[tokio::test]
async fn a_stale_pid_file_that_says_ready_and_names_a_living_stranger_is_cleared() {
    let dir = TempDir::new("stale");
    let postgres = EmbeddedPostgres::start(dir.path(), settings()).await.unwrap();
    let pid_file = data_of(dir.path()).join("postmaster.pid");
    let text = fs::read_to_string(&pid_file).unwrap();
    postgres.stop().await;
    let mut stranger = std::process::Command::new("sleep").arg("60").spawn().unwrap();
    let rest = text.split_once('\n').unwrap().1;
    fs::write(&pid_file, format!("{}\n{rest}", stranger.id())).unwrap();

    let postgres = EmbeddedPostgres::start(dir.path(), settings()).await.unwrap();
    connect(&postgres.url()).await;
    assert!(is_running(stranger.id()), "a stranger is left alone");
    postgres.stop().await;
    stranger.kill().unwrap();
    stranger.wait().unwrap();
}

#[tokio::test]
async fn a_server_left_over_by_an_earlier_run_is_stopped_first() {
    let dir = TempDir::new("orphan");
    let first = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    insert(&first.url(), 3).await;
    let socket_dir = first.url().split("host=").nth(1).unwrap().to_owned();
    first.stop().await;
    let mut orphan = run_server_without_owner(&data_of(dir.path()), &socket_dir);
    let pid_file = data_of(dir.path()).join("postmaster.pid");
    until("the orphan is up", || async {
        fs::read_to_string(&pid_file).is_ok_and(|text| text.contains("ready"))
    })
    .await;
    assert_eq!(server_pid(dir.path()), Some(orphan.id()));

    let second = EmbeddedPostgres::start(dir.path(), durable()).await.unwrap();
    assert_ne!(second.pid(), Some(orphan.id()));
    assert_eq!(kept(&second.url()).await, [3]);
    assert_eq!(orphan.try_wait().unwrap().unwrap().code(), Some(0), "it was stopped, not killed");
    second.stop().await;
}

/// Starts the server as its last owner did, but with nobody to watch it.
fn run_server_without_owner(data: &Path, socket_dir: &str) -> std::process::Child {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let options = fs::read_to_string(data.join("postmaster.opts")).unwrap();
    let owner = fs::metadata(data).unwrap();
    fs::create_dir_all(socket_dir).unwrap();
    std::os::unix::fs::chown(socket_dir, Some(owner.uid()), Some(owner.gid())).unwrap();
    let mut command = std::process::Command::new(options.split_whitespace().next().unwrap());
    command.arg("-D").arg(data).args(["-k", socket_dir, "-c", "listen_addresses="]);
    command.uid(owner.uid()).gid(owner.gid()).current_dir("/");
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
}

#[tokio::test]
async fn a_cluster_whose_creation_was_cut_short_is_made_anew() {
    let dir = TempDir::new("half");
    fs::create_dir_all(dir.path().join("pg.new")).unwrap();
    fs::write(dir.path().join("pg.new/PG_VERSION"), "15\n").unwrap();
    let postgres = EmbeddedPostgres::start(dir.path(), settings()).await.unwrap();
    connect(&postgres.url()).await;
    postgres.stop().await;
}

#[tokio::test]
async fn root_below_a_closed_folder_keeps_the_cluster_elsewhere_and_leaves_a_note() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new("root");
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let state = dir.path().join("inner/.pivotal");
    let postgres = EmbeddedPostgres::start(&state, settings()).await.unwrap();
    insert(&postgres.url(), 5).await;
    postgres.stop().await;
    let again = EmbeddedPostgres::start(&state, settings()).await.unwrap();
    assert_eq!(kept(&again.url()).await, [5]);
    again.stop().await;

    // An ordinary user owns its closed folders and just stays there.
    // SAFETY: plain system call.
    if unsafe { libc::geteuid() } == 0 {
        let note = fs::read_to_string(state.join("postgres-is-elsewhere.txt")).unwrap();
        let home = note.lines().next().unwrap().rsplit(' ').next().unwrap();
        assert!(Path::new(home).join("pg/PG_VERSION").exists(), "{note}");
        fs::remove_dir_all(home).unwrap();
    }
}

/// Not a test by itself: see [`spawn_child`].
#[tokio::test]
async fn child_owns_a_database_until_it_is_killed() {
    let Some(dir) = child_dir() else { return };
    let postgres = EmbeddedPostgres::start(&dir, durable()).await.unwrap();
    insert(&postgres.url(), 42).await;
    // Work in flight that must be rolled back by recovery.
    let mut connection = connect(&postgres.url()).await;
    let mut open = connection.begin().await.unwrap();
    sqlx::query("insert into kept select generate_series(1000, 50000)").execute(&mut *open).await.unwrap();
    fs::write(dir.join("written"), "").unwrap();
    std::future::pending::<()>().await;
}
