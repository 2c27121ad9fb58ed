//! One process owns the cluster of a state folder; the lock file says which. The system drops the
//! lock when the process dies, however it dies.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::{At, EmbeddedPostgresError};

const LOCK: &str = "owner.lock";

/// What the owner writes for others to read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OwnerNote {
    pub pid: u32,
    pub socket_dir: PathBuf,
    /// The owner's database, so that a guest ends in the same one.
    pub database: String,
}

/// The held lock. Dropping it lets the next process become owner.
#[derive(Debug)]
pub struct Ownership {
    file: File,
    path: PathBuf,
}

impl Ownership {
    /// `None` if another process owns the folder.
    pub fn try_take(state: &Path) -> Result<Option<Self>, EmbeddedPostgresError> {
        let path = state.join(LOCK);
        let file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .at("cannot open", &path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { file, path })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).at("cannot lock", &path),
        }
    }

    pub fn write(&mut self, note: &OwnerNote) -> Result<(), EmbeddedPostgresError> {
        let text = serde_json::to_vec(note).expect("a note of plain fields is always JSON");
        let write = |file: &mut File| {
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(&text)
        };
        write(&mut self.file).at("cannot write", &self.path)
    }
}

/// The owner's note; `None` while the owner has not written it yet.
pub fn read_note(state: &Path) -> Option<OwnerNote> {
    let mut text = String::new();
    File::open(state.join(LOCK)).ok()?.read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}
