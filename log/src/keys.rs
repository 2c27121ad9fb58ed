//! One data key per person, wrapped by the master key. Deleting the row is what erases the person from the log.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use moka::sync::Cache;
use rand::RngCore;
use sqlx::PgPool;
use uuid::Uuid;

use crate::error::LogError;
use crate::master_key::MasterKey;

/// How long an unwrapped key may stay in memory: the longest a process can still read a person erased by another one.
const CACHE_FOR: Duration = Duration::from_secs(30);
const CACHE_SIZE: u64 = 50_000;
const NONCE: usize = 12;

/// A person's unwrapped key.
pub struct PersonKey(Aes256Gcm);

impl std::fmt::Debug for PersonKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonKey(..)")
    }
}

impl PersonKey {
    /// Nonce and ciphertext in one piece. `place` (type/id/sequence) binds the ciphertext to where it stands.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, LogError> {
        seal(&self.0, place.as_bytes(), plain)
    }

    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, LogError> {
        open(&self.0, place.as_bytes(), sealed)
    }
}

/// A new person's key: usable at once, stored by the append that first needs it.
#[derive(Debug, Clone)]
pub struct NewPersonKey {
    pub subject: Uuid,
    pub key: Arc<PersonKey>,
    pub wrapped: Vec<u8>,
}

#[derive(Debug, Clone)]
pub struct KeyStore {
    pool: PgPool,
    wrapping: Arc<PersonKey>,
    cache: Cache<Uuid, Arc<PersonKey>>,
}

impl KeyStore {
    pub fn new(pool: PgPool, master: &MasterKey) -> Self {
        let wrapping = Arc::new(PersonKey(Aes256Gcm::new(&master.derive("pivotal key wrapping v1").into())));
        KeyStore {
            pool,
            wrapping,
            cache: Cache::builder().max_capacity(CACHE_SIZE).time_to_live(CACHE_FOR).build(),
        }
    }

    /// Makes a key for somebody new. It counts once the append that carries it commits.
    pub fn generate(&self, subject: Uuid) -> Result<NewPersonKey, LogError> {
        let mut bytes = [0u8; 32];
        rand::rng().fill_bytes(&mut bytes);
        let wrapped = self.wrapping.seal(&subject.to_string(), &bytes)?;
        Ok(NewPersonKey { subject, key: Arc::new(PersonKey(Aes256Gcm::new(&bytes.into()))), wrapped })
    }

    /// The keys that exist; a subject without one is missing from the answer: erased, or never there.
    pub async fn load(
        &self,
        subjects: impl IntoIterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, Arc<PersonKey>>, LogError> {
        let mut found = HashMap::new();
        let mut missing = Vec::new();
        for subject in subjects {
            match self.cache.get(&subject) {
                Some(key) => {
                    found.insert(subject, key);
                }
                None => missing.push(subject),
            }
        }
        if missing.is_empty() {
            return Ok(found);
        }
        let rows = sqlx::query!(
            "select subject_id, wrapped from log.person_keys where subject_id = any($1)",
            &missing
        )
        .fetch_all(&self.pool)
        .await?;
        for row in rows {
            let key = self.unwrap(row.subject_id, &row.wrapped)?;
            self.cache.insert(row.subject_id, key.clone());
            found.insert(row.subject_id, key);
        }
        Ok(found)
    }

    /// Unwraps a key read together with its event.
    pub fn unwrap(&self, subject: Uuid, wrapped: &[u8]) -> Result<Arc<PersonKey>, LogError> {
        let bytes: [u8; 32] = self
            .wrapping
            .open(&subject.to_string(), wrapped)?
            .try_into()
            .map_err(|_| LogError::Seal("a person's key has the wrong length"))?;
        Ok(Arc::new(PersonKey(Aes256Gcm::new(&bytes.into()))))
    }

    /// Destroys a person's key: from here on nothing in the log, its backups included, can be read about them.
    /// Returns whether there was one. Other processes forget theirs within [`CACHE_FOR`], or at once when they fold
    /// the erasing event.
    pub async fn destroy(&self, subject: Uuid) -> Result<bool, LogError> {
        let gone = sqlx::query!("delete from log.person_keys where subject_id = $1", subject)
            .execute(&self.pool)
            .await?;
        self.forget(subject);
        Ok(gone.rows_affected() > 0)
    }

    /// Drops a key from memory.
    pub fn forget(&self, subject: Uuid) {
        self.cache.invalidate(&subject);
    }
}

fn seal(cipher: &Aes256Gcm, place: &[u8], plain: &[u8]) -> Result<Vec<u8>, LogError> {
    let mut out = vec![0u8; NONCE];
    rand::rng().fill_bytes(&mut out);
    let sealed = cipher
        .encrypt(out.as_slice().into(), Payload { msg: plain, aad: place })
        .map_err(|_| LogError::Seal("encryption failed"))?;
    out.extend_from_slice(&sealed);
    Ok(out)
}

fn open(cipher: &Aes256Gcm, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, LogError> {
    let (nonce, body) = sealed.split_at_checked(NONCE).ok_or(LogError::Seal("too short"))?;
    cipher
        .decrypt(nonce.into(), Payload { msg: body, aad: place })
        .map_err(|_| LogError::Seal("wrong key, or altered"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> PersonKey {
        PersonKey(Aes256Gcm::new(&[7u8; 32].into()))
    }

    #[test]
    fn what_was_sealed_opens_in_its_place_only() {
        let sealed = key().seal("contact/1/1", b"ada@example.com").unwrap();
        assert_eq!(key().open("contact/1/1", &sealed).unwrap(), b"ada@example.com");
        assert!(key().open("contact/1/2", &sealed).is_err(), "moved to another event");
        let mut altered = sealed.clone();
        *altered.last_mut().unwrap() ^= 1;
        assert!(key().open("contact/1/1", &altered).is_err(), "altered");
        assert!(key().open("contact/1/1", &sealed[..5]).is_err(), "cut short");
    }
}
