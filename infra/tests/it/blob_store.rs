//! Files through the S3 client against the embedded server, including its death in the middle of puts.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use bytes::Bytes;
use chrono::Utc;
use futures::StreamExt;
use futures::stream;
use pivotal_commands::ports::blob_store::{BlobError, BlobKey, BlobRead, BlobStore, BlobStream};
use pivotal_infra::blob_store::S3BlobStore;
use pivotal_infra::blob_store::embedded::EmbeddedS3;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{TempDir, child_dir, spawn_child, until};

const MB: usize = 1024 * 1024;

fn key() -> BlobKey {
    BlobKey::new("test", Utc::now(), Uuid::now_v7()).unwrap()
}

/// `size` bytes that differ from place to place, in pieces of 64 KB that are made when asked for. As with many streams,
/// asking on behind the end is a mistake.
fn content(size: usize, seed: u8) -> BlobStream {
    let piece = 64 * 1024;
    let pieces = (0..size.div_ceil(piece)).map(move |index| {
        let length = piece.min(size - index * piece);
        Ok(Bytes::from_iter((0..length).map(|at| (at as u8) ^ (index as u8) ^ seed)))
    });
    stream::unfold(pieces, |mut left| async move { left.next().map(|piece| (piece, left)) }).boxed()
}

async fn bytes(mut body: BlobStream) -> Vec<u8> {
    let mut all = Vec::new();
    while let Some(piece) = body.next().await {
        all.extend_from_slice(&piece.unwrap());
    }
    all
}

async fn sha256(read: BlobRead) -> String {
    hex::encode(Sha256::digest(bytes(read.body).await))
}

async fn open(state: &Path) -> (EmbeddedS3, S3BlobStore) {
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let server = EmbeddedS3::attach_or_start(state).await.unwrap();
    let store = S3BlobStore::connect(server.settings()).await.unwrap();
    (server, store)
}

#[tokio::test]
async fn files_of_every_size_come_back_as_they_were() {
    let dir = TempDir::new("blob-sizes");
    let (_server, store) = open(dir.path()).await;
    for size in [0, 1, 8 * MB - 1, 8 * MB, 8 * MB + 1, 20 * MB] {
        let key = key();
        let meta = store.put_stream(&key, "text/csv; charset=utf-8", content(size, 1)).await.unwrap();
        let expected = hex::encode(Sha256::digest(bytes(content(size, 1)).await));
        assert_eq!((meta.size, &meta.sha256), (size as u64, &expected), "{size}");
        let read = store.get_stream(&key, None).await.unwrap();
        assert_eq!((read.size, read.content_type.as_str()), (size as u64, "text/csv; charset=utf-8"));
        assert_eq!(sha256(read).await, expected, "{size}");
    }
}

#[tokio::test]
async fn a_part_of_a_file_is_read_by_its_range() {
    let dir = TempDir::new("blob-range");
    let (_server, store) = open(dir.path()).await;
    let key = key();
    store
        .put_stream(&key, "text/plain", stream::iter([Ok(Bytes::from_static(b"hello world"))]).boxed())
        .await
        .unwrap();
    let read = store.get_stream(&key, Some(6..8)).await.unwrap();
    assert_eq!(read.size, 11);
    assert_eq!(bytes(read.body).await, b"wo");
    assert_eq!(bytes(store.get_stream(&key, Some(6..99)).await.unwrap().body).await, b"world");
    for outside in [11..12, 5..5] {
        let error = store.get_stream(&key, Some(outside)).await.err().unwrap();
        assert!(matches!(error, BlobError::OutOfRange { size: 11, .. }), "{error}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_missing_and_may_be_deleted() {
    let dir = TempDir::new("blob-missing");
    let (_server, store) = open(dir.path()).await;
    let key = key();
    assert!(!store.exists(&key).await.unwrap());
    assert!(matches!(store.get_stream(&key, None).await.err().unwrap(), BlobError::NotFound(_)));
    store.delete(&key).await.unwrap();
    store.put_stream(&key, "text/plain", content(10, 1)).await.unwrap();
    assert!(store.exists(&key).await.unwrap());
    store.delete(&key).await.unwrap();
    store.delete(&key).await.unwrap();
    assert!(!store.exists(&key).await.unwrap());
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing_behind() {
    let dir = TempDir::new("blob-broken");
    let (_server, store) = open(dir.path()).await;
    for size in [MB, 17 * MB] {
        let key = key();
        let broken =
            content(size, 1).chain(stream::iter([Err(io::ErrorKind::ConnectionReset.into())])).boxed();
        assert!(matches!(store.put_stream(&key, "text/csv", broken).await, Err(BlobError::Upload(_))));
        assert!(!store.exists(&key).await.unwrap());
    }
    until("the parts that were sent are removed", || async { parts_in(dir.path()) == 0 }).await;
}

fn parts_in(state: &Path) -> usize {
    let names = fs::read_dir(state.join("blobs")).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().contains(".upload")).count()
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_large_upload_needs_little_memory() {
    let dir = TempDir::new("blob-memory");
    // In a process of its own: other tests' memory would be counted as well.
    let mut child = spawn_child("blob_store::child_uploads_a_large_file_in_little_memory", dir.path());
    assert!(child.wait().unwrap().success());
}

/// Not a test by itself: see [`spawn_child`].
#[cfg(target_os = "linux")]
#[tokio::test]
async fn child_uploads_a_large_file_in_little_memory() {
    let Some(dir) = child_dir() else { return };
    let (_server, store) = open(&dir).await;
    let before = status_kb("VmRSS");
    fs::write("/proc/self/clear_refs", "5").unwrap();
    store.put_stream(&key(), "text/csv", content(160 * MB, 1)).await.unwrap();
    let grown = status_kb("VmHWM").saturating_sub(before) / 1024;
    assert!(grown < 80, "160 MB took {grown} MB of memory, client and server together");
}

#[cfg(target_os = "linux")]
fn status_kb(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_second_process_joins_and_the_port_stays_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new("blob-join");
    let (owner, store) = open(dir.path()).await;
    let (guest, other) = open(dir.path()).await;
    assert_eq!(owner.settings().endpoint, guest.settings().endpoint);
    let key = key();
    other.put_stream(&key, "text/plain", content(10, 1)).await.unwrap();
    assert!(store.exists(&key).await.unwrap());
    let endpoint = owner.settings().endpoint;
    guest.stop().await;
    assert!(store.exists(&key).await.unwrap(), "a guest that leaves stops nothing");
    owner.stop().await;
    let (again, store) = open(dir.path()).await;
    assert_eq!(again.settings().endpoint, endpoint);
    assert!(store.exists(&key).await.unwrap());
    let mode = fs::metadata(dir.path().join("blobs.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "the credentials are nobody else's business");
}

#[tokio::test]
async fn wrong_credentials_name_the_settings_to_check() {
    let dir = TempDir::new("blob-wrong");
    let (server, _store) = open(dir.path()).await;
    let wrong = pivotal_infra::blob_store::S3Settings { access_key: "nobody".into(), ..server.settings() };
    let error = S3BlobStore::connect(wrong).await.unwrap_err().to_string();
    assert!(error.contains("S3_ACCESS_KEY"), "{error}");
}

#[tokio::test]
async fn acknowledged_files_survive_a_kill_in_the_middle_of_puts() {
    let dir = TempDir::new("blob-crash");
    let acknowledged = dir.path().join("acknowledged");
    let count = || fs::read_to_string(&acknowledged).unwrap_or_default().lines().count();
    for round in 1..=3 {
        let enough = count() + 12;
        let mut child = spawn_child("blob_store::child_puts_files_until_it_is_killed", dir.path());
        until("some files were acknowledged", || async { count() >= enough }).await;
        child.kill().unwrap();
        child.wait().unwrap();

        let (_server, store) = open(dir.path()).await;
        assert_eq!(parts_in(dir.path()), 0, "round {round}: parts of dead uploads are removed");
        let lines = fs::read_to_string(&acknowledged).unwrap();
        // The kill may have cut the last line.
        let whole = lines.rsplit_once('\n').unwrap().0;
        for line in whole.lines() {
            let (key, hash) = line.split_once(' ').unwrap();
            let read = store.get_stream(&key.parse().unwrap(), None).await.unwrap();
            assert_eq!(sha256(read).await, hash, "round {round}: {key}");
        }
        fs::write(&acknowledged, format!("{whole}\n")).unwrap();
    }
}

/// Not a test by itself: see [`spawn_child`]. Four writers at once, small files and files in parts.
#[tokio::test]
async fn child_puts_files_until_it_is_killed() {
    let Some(dir) = child_dir() else { return };
    let (_server, store) = open(&dir).await;
    let acknowledged = fs::File::options().append(true).create(true).open(dir.join("acknowledged")).unwrap();
    let writer = |seed: u8| {
        let (store, mut acknowledged) = (store.clone(), acknowledged.try_clone().unwrap());
        async move {
            for size in [1_000, 300_000, 2_000, 50_000, 9 * MB, 10_000].into_iter().cycle() {
                let key = key();
                let meta = store.put_stream(&key, "text/csv", content(size, seed)).await.unwrap();
                acknowledged.write_all(format!("{key} {}\n", meta.sha256).as_bytes()).unwrap();
            }
        }
    };
    futures::join!(writer(1), writer(2), writer(3), writer(4));
}
