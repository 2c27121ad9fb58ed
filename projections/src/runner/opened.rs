//! A batch of the log with the keys to read it.

use cqrs_es::persist::EventUpcaster;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::error::LogError;
use pivotal_log::event_log::Upcasters;
use pivotal_log::keys::KeyStore;
use pivotal_log::reader::{Entry, EntryKind, Keys};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{ApplyError, chain};

/// What it takes to read personal data in the log.
#[derive(Clone)]
pub struct Opener {
    pub keys: KeyStore,
    pub upcasters: Upcasters,
}

impl std::fmt::Debug for Opener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Opener(..)")
    }
}

impl Opener {
    pub fn of(log: &pivotal_log::event_log::EventLog, upcasters: Upcasters) -> Self {
        Opener { keys: log.keys.clone(), upcasters }
    }

    /// Fetches the keys of those whose entries are to be read with their personal parts.
    pub async fn open<'a>(
        &'a self,
        entries: &'a [Entry],
        personal: impl Fn(&Entry) -> bool,
    ) -> Result<Opened<'a>, LogError> {
        let keys = self.keys_of(entries, personal).await?;
        Ok(self.opened(entries, keys))
    }

    pub(crate) async fn keys_of(
        &self,
        entries: &[Entry],
        personal: impl Fn(&Entry) -> bool,
    ) -> Result<Keys, LogError> {
        let mut subjects: Vec<Uuid> =
            entries.iter().filter(|entry| personal(entry)).filter_map(|entry| entry.subject).collect();
        subjects.sort_unstable();
        subjects.dedup();
        self.keys.load(subjects).await
    }

    pub(crate) fn opened<'a>(&'a self, entries: &'a [Entry], keys: Keys) -> Opened<'a> {
        Opened { entries, keys, opener: self }
    }
}

/// Entries in order, readable.
#[derive(Debug)]
pub struct Opened<'a> {
    entries: &'a [Entry],
    keys: Keys,
    opener: &'a Opener,
}

impl Opened<'_> {
    pub fn entries(&self) -> &[Entry] {
        self.entries
    }

    /// Decodes an event; with no key for its subject the personal parts are absent.
    pub fn event<E: LoggedEvent>(&self, entry: &Entry) -> Result<E, ApplyError> {
        entry.event(&self.keys, self.upcasters()).map_err(|error| unreadable(entry, &error))
    }

    pub fn fact<F: DeserializeOwned>(&self, entry: &Entry) -> Result<F, ApplyError> {
        entry.fact(&self.keys, self.upcasters()).map_err(|error| unreadable(entry, &error))
    }

    /// Entries besides those of the batch, readable as these are.
    pub(crate) async fn more<'b>(
        &'b self,
        entries: &'b [Entry],
        personal: bool,
    ) -> Result<Opened<'b>, LogError> {
        self.opener.open(entries, |_| personal).await
    }

    /// Drops an erased person's key from memory: this process must not read them again, not even from its cache.
    pub fn forget(&self, subject: Uuid) {
        self.opener.keys.forget(subject);
    }

    /// The people whose personal parts can be read.
    pub(crate) fn readable(&self) -> std::collections::HashSet<Uuid> {
        self.keys.keys().copied().collect()
    }

    fn upcasters(&self) -> &[Box<dyn EventUpcaster>] {
        &self.opener.upcasters
    }
}

/// For an entry that was read but makes no sense.
pub fn refused(entry: &Entry, reason: impl Into<String>) -> ApplyError {
    ApplyError::Entry { position: entry.position, name: entry.name.clone(), reason: reason.into() }
}

fn unreadable(entry: &Entry, error: &LogError) -> ApplyError {
    let what = match entry.kind {
        EntryKind::Event => "event",
        EntryKind::Fact => "fact",
    };
    refused(entry, format!("this version of Pivotal cannot read the {what}: {}", chain(error)))
}
