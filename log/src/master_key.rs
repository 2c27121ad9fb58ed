//! The master key: wraps every person's key and keys the blind index. It lives outside the database.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use hkdf::Hkdf;
use rand::TryRngCore;
use sha2::Sha256;

#[derive(Debug, thiserror::Error)]
pub enum MasterKeyError {
    #[error("the master key must be 32 bytes in base64 (44 characters); this one decodes to {0} bytes")]
    Length(usize),
    #[error("the master key is not valid base64")]
    Encoding(#[from] base64::DecodeError),
    #[error("the master key file {path} cannot be {action}")]
    File {
        path: String,
        action: &'static str,
        #[source]
        source: std::io::Error,
    },
    #[error("the operating system gives no randomness")]
    Random,
}

/// 32 secret bytes. Never printed, never stored beside the data it protects.
#[derive(Clone)]
pub struct MasterKey([u8; 32]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(..)")
    }
}

impl MasterKey {
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        MasterKey(bytes)
    }

    pub fn parse(text: &str) -> Result<Self, MasterKeyError> {
        let bytes = STANDARD.decode(text.trim())?;
        let length = bytes.len();
        Ok(MasterKey(bytes.try_into().map_err(|_| MasterKeyError::Length(length))?))
    }

    /// Reads the key file; in development a missing one is generated, readable by its owner alone.
    pub fn read_or_generate(path: &Path) -> Result<Self, MasterKeyError> {
        let failed =
            |action| move |source| MasterKeyError::File { path: path.display().to_string(), action, source };
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let mut bytes = [0u8; 32];
                rand::rngs::OsRng.try_fill_bytes(&mut bytes).map_err(|_| MasterKeyError::Random)?;
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder).map_err(failed("created"))?;
                }
                // create_new: two processes that start together must not overwrite each other's key.
                match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
                    Ok(mut file) => {
                        file.write_all(STANDARD.encode(bytes).as_bytes())
                            .and_then(|()| file.sync_all())
                            .map_err(failed("written"))?;
                        Ok(MasterKey(bytes))
                    }
                    Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                        Self::read_or_generate(path)
                    }
                    Err(error) => Err(failed("created")(error)),
                }
            }
            Err(error) => Err(failed("read")(error)),
        }
    }

    /// A key for one purpose (HKDF-SHA256, RFC 5869), so that no two uses share key material.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut out = [0u8; 32];
        Hkdf::<Sha256>::new(None, &self.0)
            .expand(purpose.as_bytes(), &mut out)
            .expect("32 bytes is a valid HKDF length");
        out
    }
}
