//! Where the index lies: a folder for each generation, and a file that names the one in use.
//!
//! ```text
//! search/live      name of the folder in use
//! search/next      name of the folder that is being built
//! search/<uuid>/   an index
//! ```

use std::io;
use std::path::{Path, PathBuf};

use pivotal_projections::audience::search::port::Index;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct Place {
    root: PathBuf,
}

impl Place {
    pub fn new(root: &Path) -> Self {
        Place { root: root.to_owned() }
    }

    /// The folder in use, if there is one.
    pub fn folder(&self, index: Index) -> io::Result<Option<PathBuf>> {
        match std::fs::read_to_string(self.pointer(index)) {
            // Only what we wrote is followed.
            Ok(name) => Ok(name.trim().parse::<Uuid>().ok().map(|name| self.root.join(name.to_string()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// An empty folder, not in use yet.
    pub fn begin(&self) -> io::Result<PathBuf> {
        let folder = self.root.join(Uuid::new_v4().to_string());
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Takes a folder into use and deletes the others that nobody uses.
    pub fn name(&self, index: Index, folder: &Path) -> io::Result<()> {
        let name = folder.file_name().unwrap_or_default();
        let new = self.root.join(format!("{}.new", file_name(index)));
        let mut file = std::fs::File::create(&new)?;
        io::Write::write_all(&mut file, name.as_encoded_bytes())?;
        file.sync_all()?;
        std::fs::rename(new, self.pointer(index))?;
        self.sweep()
    }

    pub fn forget(&self, index: Index) -> io::Result<()> {
        match std::fs::remove_file(self.pointer(index)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        self.sweep()
    }

    /// The next one becomes the one in use. A crash in between leaves it under both names, which does no harm.
    pub fn swap(&self) -> io::Result<()> {
        let missing = || io::Error::new(io::ErrorKind::NotFound, "there is no next index");
        let next = self.folder(Index::Next)?.ok_or_else(missing)?;
        self.name(Index::Live, &next)?;
        self.forget(Index::Next)
    }

    /// Readers of other processes keep the files they have open.
    fn sweep(&self) -> io::Result<()> {
        let used = [self.folder(Index::Live)?, self.folder(Index::Next)?];
        for entry in std::fs::read_dir(&self.root)? {
            let path = entry?.path();
            if path.is_dir() && !used.contains(&Some(path.clone())) {
                // Somebody may be writing a last file into it; the next sweep finds it again.
                if let Err(error) = std::fs::remove_dir_all(&path) {
                    tracing::debug!(%error, "a former search index could not be deleted yet");
                }
            }
        }
        Ok(())
    }

    fn pointer(&self, index: Index) -> PathBuf {
        self.root.join(file_name(index))
    }
}

fn file_name(index: Index) -> &'static str {
    match index {
        Index::Live => "live",
        Index::Next => "next",
    }
}
