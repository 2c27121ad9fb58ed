//! The dry run of an import: what the run would come to, asked for before it, as often as somebody likes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::command::PreviewEnd;
use super::error::ImportError;
use super::events::{ImportEvent, PreviewRemoval, Previewed};
use super::{Import, ImportState};

/// Lists of a preview that are still stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    pub job: Uuid,
    pub expires_at: DateTime<Utc>,
    /// They tell what would happen now: nothing about the import was changed since.
    pub current: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Previews {
    /// The job of the one that is being made.
    pub running: Option<Uuid>,
    pub kept: Vec<Lists>,
}

impl Previews {
    /// What the lists say is of another mapping, or history.
    pub(super) fn outdate(&mut self) {
        self.running = None;
        self.kept.iter_mut().for_each(|lists| lists.current = false);
    }

    pub fn current(&self) -> Option<&Lists> {
        self.kept.iter().find(|lists| lists.current)
    }

    pub(super) fn keep(&mut self, job: Uuid, expires_at: DateTime<Utc>) {
        self.outdate();
        self.kept.push(Lists { job, expires_at, current: true });
    }
}

impl Import {
    pub(super) fn start_preview(
        &self,
        at: DateTime<Utc>,
        job: Uuid,
    ) -> Result<Vec<ImportEvent>, ImportError> {
        self.may_change()?;
        match (self.state, self.previews.running) {
            (ImportState::Uploaded, _) => Err(ImportError::NotMapped),
            (_, Some(_)) => Ok(vec![]),
            (_, None) => Ok(vec![ImportEvent::ImportPreviewStarted { at, job }]),
        }
    }

    /// A preview that something has overtaken ends without a word.
    pub(super) fn finish_preview(
        &self,
        at: DateTime<Utc>,
        job: Uuid,
        end: PreviewEnd,
    ) -> Result<Vec<ImportEvent>, ImportError> {
        if self.previews.running != Some(job) {
            return Ok(vec![]);
        }
        Ok(vec![match end {
            PreviewEnd::Done { result, .. } if !result.outcomes.adds_up() => {
                return Err(ImportError::DoesNotAddUp);
            }
            PreviewEnd::Done { result, expires_at } => {
                ImportEvent::ImportPreviewed { at, preview: Previewed { job, expires_at, result } }
            }
            PreviewEnd::Cancelled => ImportEvent::ImportPreviewStopped { at, job, error: None },
            PreviewEnd::Failed { error } => ImportEvent::ImportPreviewStopped { at, job, error: Some(error) },
        }])
    }

    pub(super) fn remove_preview(
        &self,
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    ) -> Vec<ImportEvent> {
        let kept = self.previews.kept.iter().any(|lists| lists.job == job);
        kept.then_some(ImportEvent::ImportPreviewRemoved { at, job, reason }).into_iter().collect()
    }
}
