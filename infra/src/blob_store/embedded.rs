//! An S3 server in this process, over plain files in `.pivotal/blobs`, for machines without one.
//!
//! Limits: one process serves a folder, the others talk to it; it does not call fsync, so a file
//! acknowledged in the last seconds before a *power cut* may be lost (a killed process loses
//! nothing); no lifecycle rules. A serious installation sets S3_ENDPOINT.

use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::task::AbortOnDropHandle;

use super::S3Settings;

const BUCKET: &str = "pivotal";

#[derive(Debug, thiserror::Error)]
pub enum EmbeddedS3Error {
    #[error("the file store in {path} cannot be used: {source}")]
    Io { path: PathBuf, source: io::Error },
    #[error("the file store in {path} cannot be opened: {reason}")]
    Open { path: PathBuf, reason: String },
    #[error(
        "another process serves the files in {path} but does not answer on port {port}. Stop it, then start again"
    )]
    OwnerSilent { path: PathBuf, port: u16 },
}

/// The server, or the knowledge of where another process runs it.
#[derive(Debug)]
pub struct EmbeddedS3 {
    access: Access,
    /// Both dropped together: the server ends, then the next process may own the folder.
    serving: Option<(AbortOnDropHandle<()>, File)>,
}

/// Kept in `.pivotal/blobs.json`, readable by its owner only, so that the port and credentials stay
/// the same for processes that join.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Access {
    port: u16,
    access_key: String,
    secret_key: String,
}

impl EmbeddedS3 {
    /// Serves the files of the state folder (`.pivotal`), or joins the process that already does.
    pub async fn attach_or_start(state: &Path) -> Result<Self, EmbeddedS3Error> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |source| EmbeddedS3Error::Io { path, source }
        };
        let root = state.join("blobs");
        fs::create_dir_all(&root).map_err(at(&root))?;
        fs::set_permissions(&root, fs::Permissions::from_mode(0o700)).map_err(at(&root))?;
        let lock = state.join("blobs.lock");
        let lock_file =
            File::options().write(true).create(true).truncate(false).open(&lock).map_err(at(&lock))?;
        match lock_file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Self::join(state, &root).await,
            Err(TryLockError::Error(source)) => return Err(EmbeddedS3Error::Io { path: lock, source }),
        }
        let (listener, access) = listen(state).await.map_err(at(&root))?;
        remove_unfinished_uploads(&root).map_err(at(&root))?;
        let service = service(&root, &access)?;
        let server = AbortOnDropHandle::new(tokio::spawn(serve(listener, service)));
        Ok(Self { access, serving: Some((server, lock_file)) })
    }

    pub fn settings(&self) -> S3Settings {
        S3Settings {
            endpoint: Some(format!("http://127.0.0.1:{}", self.access.port)),
            bucket: BUCKET.into(),
            region: "us-east-1".into(),
            access_key: self.access.access_key.clone(),
            secret_key: SecretString::from(self.access.secret_key.clone()),
        }
    }

    /// Takes no more connections and frees the port. Dropping does the same a moment later.
    pub async fn stop(self) {
        if let Some((server, lock)) = self.serving {
            server.abort();
            // It ends by being cancelled, which is an error only in name.
            let _ = server.await;
            drop(lock);
        }
    }

    /// The owner may still be starting.
    async fn join(state: &Path, root: &Path) -> Result<Self, EmbeddedS3Error> {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let access = read_access(state);
            let port = access.as_ref().map_or(0, |access| access.port);
            if let Some(access) = access
                && TcpStream::connect(("127.0.0.1", port)).await.is_ok()
            {
                return Ok(Self { access, serving: None });
            }
            if Instant::now() > deadline {
                return Err(EmbeddedS3Error::OwnerSilent { path: root.to_owned(), port });
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// The port of last time if it is free, so that processes that joined find us again.
async fn listen(state: &Path) -> io::Result<(TcpListener, Access)> {
    let before = read_access(state);
    if let Some(access) = &before
        && let Ok(listener) = TcpListener::bind(("127.0.0.1", access.port)).await
    {
        return Ok((listener, access.clone()));
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let port = listener.local_addr()?.port();
    let access = match before {
        Some(access) => Access { port, ..access },
        None => Access { port, access_key: random(10), secret_key: random(32) },
    };
    write_access(state, &access)?;
    Ok((listener, access))
}

fn read_access(state: &Path) -> Option<Access> {
    serde_json::from_slice(&fs::read(state.join("blobs.json")).ok()?).ok()
}

/// Written aside and renamed: a reader sees the old or the new one, never half of it.
fn write_access(state: &Path, access: &Access) -> io::Result<()> {
    let new = state.join("blobs.json.new");
    let file = File::options().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    serde_json::to_writer(file, access)?;
    fs::rename(new, state.join("blobs.json"))
}

fn random(bytes: usize) -> String {
    let mut random = vec![0; bytes];
    rand::fill(&mut random[..]);
    hex::encode(random)
}

fn service(root: &Path, access: &Access) -> Result<S3Service, EmbeddedS3Error> {
    let files = FileSystem::new(root)
        .map_err(|reason| EmbeddedS3Error::Open { path: root.to_owned(), reason: format!("{reason:?}") })?;
    let mut builder = S3ServiceBuilder::new(files);
    builder.set_auth(SimpleAuth::from_single(access.access_key.clone(), access.secret_key.clone()));
    Ok(builder.build())
}

async fn serve(listener: TcpListener, service: S3Service) {
    loop {
        match listener.accept().await {
            Ok((socket, _)) => {
                let service = service.clone();
                tokio::spawn(async move {
                    let builder = auto::Builder::new(TokioExecutor::new());
                    if let Err(error) = builder.serve_connection(TokioIo::new(socket), service).await {
                        tracing::debug!(error, "a connection to the file store ended early");
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "the file store cannot accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// Parts whose upload died with an earlier process. s3s-fs clears its own temporary files, not these.
fn remove_unfinished_uploads(root: &Path) -> io::Result<()> {
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let part = name.starts_with(".upload_id-") || name.starts_with(".upload-");
        let part_metadata = name.starts_with(".bucket-") && name.contains(".upload-");
        if (part || part_metadata) && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
