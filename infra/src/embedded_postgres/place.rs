//! Where the cluster and its socket live.
//!
//! Normally in the state folder (`.pivotal/pg`). As root below a closed folder (root's home, for
//! example) the server's user could not get there: then everything moves to
//! `/var/lib/pivotal/<hash>`, and a note in the state folder says so.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::{At, EmbeddedPostgresError};
use super::find::Binaries;
use super::npm;
use super::user::ServerUser;

const NOTE: &str = "postgres-is-elsewhere.txt";
const ELSEWHERE: &str = "/var/lib/pivotal";
/// Size of `sockaddr_un.sun_path` without its final zero.
const LONGEST_SOCKET: usize = if cfg!(target_os = "macos") { 103 } else { 107 };

#[derive(Debug, Clone)]
pub struct Place {
    /// `.pivotal`, absolute.
    pub state: PathBuf,
    /// The folder that holds `pg`: the state folder, or the one outside of it.
    pub home: PathBuf,
    pub socket_dir: PathBuf,
    pub user: ServerUser,
}

impl Place {
    pub fn decide(state: &Path) -> Result<Self, EmbeddedPostgresError> {
        fs::create_dir_all(state).at("cannot create", state)?;
        let state = state.canonicalize().at("cannot find", state)?;
        let hash = hash_of(&state);
        let elsewhere = Path::new(ELSEWHERE).join(&hash);
        let home = if elsewhere.join("pg/PG_VERSION").exists() { elsewhere.clone() } else { state.clone() };
        let user = ServerUser::choose(&home.join("pg"))?;
        let home = if user.can_reach(&home.join("pg")) { home } else { elsewhere };
        let socket_dir = socket_dir(&hash, user)?;
        Ok(Self { state, home, socket_dir, user })
    }

    pub fn data(&self) -> PathBuf {
        self.home.join("pg")
    }

    pub fn log(&self) -> PathBuf {
        self.state.join("postgres.log")
    }

    /// Creates the folders, and the note if the cluster is not where one would look for it.
    pub fn prepare(&self) -> Result<(), EmbeddedPostgresError> {
        if self.home != self.state {
            fs::create_dir_all(&self.home).at("cannot create", &self.home)?;
            for dir in [Path::new(ELSEWHERE), &self.home] {
                fs::set_permissions(dir, fs::Permissions::from_mode(0o755))
                    .at("cannot set the mode of", dir)?;
            }
            let note = self.state.join(NOTE);
            let text = format!(
                "The database of this folder is in {}\nbecause PostgreSQL cannot run as root, and the user it runs as cannot enter {}.\n",
                self.home.display(),
                self.state.display(),
            );
            fs::write(&note, text).at("cannot write", &note)?;
        }
        match fs::symlink_metadata(&self.socket_dir) {
            Ok(found) if !found.is_dir() || !self.user.may_own(found.uid()) => {
                return Err(EmbeddedPostgresError::SocketFolderTaken { path: self.socket_dir.clone() });
            }
            _ => {}
        }
        self.user.take_dir(&self.socket_dir)
    }

    /// The programs, copied to where the server's user can reach them if need be.
    pub fn reachable(&self, binaries: Binaries) -> Result<Binaries, EmbeddedPostgresError> {
        let Some(native) =
            binaries.npm_native.as_ref().filter(|_| !self.user.can_reach(&binaries.postgres()))
        else {
            return Ok(binaries);
        };
        fs::create_dir_all(&self.home).at("cannot create", &self.home)?;
        let copy = self.home.join(format!("postgres-{}", binaries.major));
        npm::copy_tree(native, &copy).at("cannot copy PostgreSQL to", &copy)?;
        Ok(Binaries { dir: copy.join("bin"), npm_native: Some(copy), ..binaries })
    }
}

fn hash_of(state: &Path) -> String {
    hex::encode(&Sha256::digest(state.as_os_str().as_bytes())[..6])
}

fn socket_dir(hash: &str, user: ServerUser) -> Result<PathBuf, EmbeddedPostgresError> {
    let dir = std::env::temp_dir().join(format!("pivotal-{hash}"));
    let dir = if user.can_reach(&dir) { dir } else { Path::new("/tmp").join(format!("pivotal-{hash}")) };
    let path = dir.join(".s.PGSQL.5432");
    if path.as_os_str().len() > LONGEST_SOCKET {
        return Err(EmbeddedPostgresError::SocketPathTooLong { path, limit: LONGEST_SOCKET });
    }
    Ok(dir)
}
