//! The dry run of an import: what the run would come to, asked for before it, as often as somebody likes.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::command::PreviewEnd;
use super::error::ImportError;
use super::events::{ImportEvent, Previewed};
use super::{Import, ImportState};
use crate::audience::record::previews::PreviewRemoval;

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
        let kept = self.previews.holds(job);
        kept.then_some(ImportEvent::ImportPreviewRemoved { at, job, reason }).into_iter().collect()
    }
}
