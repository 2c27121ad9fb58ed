//! Lists of what a job would do, made before it by a job that writes nothing: stored as files for a while, then removed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Lists of a preview that are still stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    pub job: Uuid,
    pub expires_at: DateTime<Utc>,
    /// They tell what would happen now: nothing about what is previewed was changed since.
    pub current: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Previews {
    /// The job of the one that is being made.
    pub running: Option<Uuid>,
    pub kept: Vec<Lists>,
}

/// Why the lists of a preview are there no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PreviewRemoval {
    Expired,
    /// A newer preview, another mapping, or the run itself took its place.
    Replaced,
    /// A person was erased who may have been in it.
    Erasure,
}

impl Previews {
    /// What the lists say is of another question, or history.
    pub fn outdate(&mut self) {
        self.running = None;
        self.kept.iter_mut().for_each(|lists| lists.current = false);
    }

    pub fn current(&self) -> Option<&Lists> {
        self.kept.iter().find(|lists| lists.current)
    }

    pub fn holds(&self, job: Uuid) -> bool {
        self.kept.iter().any(|lists| lists.job == job)
    }

    pub fn keep(&mut self, job: Uuid, expires_at: DateTime<Utc>) {
        self.outdate();
        self.kept.push(Lists { job, expires_at, current: true });
    }

    pub fn remove(&mut self, job: Uuid) {
        self.kept.retain(|lists| lists.job != job);
    }
}
