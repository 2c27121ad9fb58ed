//! An import: one file, its mapping, its run, and an outcome for every row. The rows themselves are facts.

pub mod command;
pub mod error;
pub mod events;
pub mod facts;
pub mod headings;
pub mod kind;
pub mod mapping;
pub mod outcome;
pub mod preview;
pub mod problem;
#[cfg(test)]
mod tests;
pub mod undo;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use command::ImportCommand;
use error::ImportError;
use events::{FileFormat, ImportEvent, Parent, SheetOf};
use kind::ImportKind;
use mapping::ColumnMapping;

use super::record::previews::Previews;
use super::record::undo::state::Undoing;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// No event yet.
    #[default]
    Absent,
    Uploaded,
    Mapped,
    Previewed,
    Running,
    Completed,
    Cancelled,
    Failed,
    Undone,
}

impl ImportState {
    pub fn as_str(self) -> &'static str {
        match self {
            ImportState::Absent => "absent",
            ImportState::Uploaded => "uploaded",
            ImportState::Mapped => "mapped",
            ImportState::Previewed => "previewed",
            ImportState::Running => "running",
            ImportState::Completed => "completed",
            ImportState::Cancelled => "cancelled",
            ImportState::Failed => "failed",
            ImportState::Undone => "undone",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Import {
    pub state: ImportState,
    pub name: String,
    pub file_name: String,
    pub file_key: String,
    pub file_hash: String,
    /// Bytes.
    pub file_size: u64,
    pub uploaded_at: Option<DateTime<Utc>>,
    /// The import this one was made of.
    pub parent: Option<Parent>,
    pub format: Option<FileFormat>,
    pub mapping: Vec<ColumnMapping>,
    pub default_country: Option<String>,
    pub kind: ImportKind,
    /// The client whose file it is.
    #[serde(default)]
    pub supplied_by: Option<uuid::Uuid>,
    /// Of a workbook with several: what there is to choose from.
    pub sheets: Vec<SheetOf>,
    pub previews: Previews,
    pub undoing: Undoing,
    /// Records of which the last undo left something.
    pub left: u64,
    pub job: Option<uuid::Uuid>,
    /// Its files were kept long enough and are gone.
    pub files_removed: bool,
}

impl Import {
    /// The decision. No events: it is so already.
    pub fn decide(&self, command: ImportCommand) -> Result<Vec<ImportEvent>, ImportError> {
        match command {
            ImportCommand::Upload { at, upload } => match self.state {
                ImportState::Absent => Ok(vec![ImportEvent::ImportUploaded { at, upload }]),
                _ => Err(ImportError::AlreadyUploaded),
            },
            ImportCommand::Map { at, name, default_country, mapping, kind, supplied_by } => {
                self.may_change()?;
                let columns = self.format.as_ref().map_or(0, |format| format.headers.len());
                mapping::check(&mapping, columns, kind)?;
                let name = name
                    .map(|name| name.trim().to_owned())
                    .filter(|name| !name.is_empty())
                    .unwrap_or_else(|| self.name.clone());
                if matches!(self.state, ImportState::Mapped | ImportState::Previewed)
                    && name == self.name
                    && default_country == self.default_country
                    && mapping == self.mapping
                    && kind == self.kind
                    && supplied_by == self.supplied_by
                {
                    return Ok(vec![]);
                }
                Ok(vec![ImportEvent::ImportMapped { at, name, default_country, mapping, kind, supplied_by }])
            }
            ImportCommand::ChooseSheet { at, sheet } => {
                self.may_choose_sheet()?;
                Ok(vec![ImportEvent::ImportSheetChosen { at, sheet }])
            }
            ImportCommand::StartPreview { at, job } => self.start_preview(at, job),
            ImportCommand::FinishPreview { at, job, end } => self.finish_preview(at, job, end),
            ImportCommand::RemovePreview { at, job, reason } => Ok(self.remove_preview(at, job, reason)),
            ImportCommand::Undo(command) => self.decide_undo(command),
            ImportCommand::Start { at, job } => match self.state {
                ImportState::Absent => Err(ImportError::NotFound),
                ImportState::Uploaded => Err(ImportError::NotMapped),
                ImportState::Mapped | ImportState::Previewed if self.files_removed => {
                    Err(ImportError::FilesRemoved)
                }
                ImportState::Mapped | ImportState::Previewed => {
                    Ok(vec![ImportEvent::ImportStarted { at, job }])
                }
                ImportState::Running => Ok(vec![]),
                ImportState::Completed
                | ImportState::Cancelled
                | ImportState::Failed
                | ImportState::Undone => Err(ImportError::Finished),
            },
            ImportCommand::RemoveFiles { at } => match self.state {
                ImportState::Absent => Err(ImportError::NotFound),
                ImportState::Running => Err(ImportError::Running),
                _ if self.files_removed => Ok(vec![]),
                _ => Ok(vec![ImportEvent::ImportFilesRemoved { at }]),
            },
            ImportCommand::Finish { at, result, end } => match self.state {
                ImportState::Running => {
                    if !result.outcomes.adds_up() {
                        return Err(ImportError::DoesNotAddUp);
                    }
                    Ok(vec![match end {
                        command::End::Completed => ImportEvent::ImportCompleted { at, result },
                        command::End::Cancelled => ImportEvent::ImportCancelled { at, result },
                        command::End::Failed { error } => ImportEvent::ImportFailed { at, result, error },
                    }])
                }
                ImportState::Completed
                | ImportState::Cancelled
                | ImportState::Failed
                | ImportState::Undone => Ok(vec![]),
                ImportState::Absent => Err(ImportError::NotFound),
                ImportState::Uploaded | ImportState::Mapped | ImportState::Previewed => {
                    Err(ImportError::NotRunning)
                }
            },
        }
    }

    pub fn may_choose_sheet(&self) -> Result<(), ImportError> {
        self.may_change()?;
        if self.sheets.is_empty() { Err(ImportError::NoSheets) } else { Ok(()) }
    }

    /// What became of its rows is settled.
    pub fn must_have_ended(&self) -> Result<(), ImportError> {
        match self.state {
            ImportState::Absent => Err(ImportError::NotFound),
            ImportState::Uploaded | ImportState::Mapped | ImportState::Previewed | ImportState::Running => {
                Err(ImportError::NotEnded)
            }
            ImportState::Completed | ImportState::Cancelled | ImportState::Failed | ImportState::Undone => {
                Ok(())
            }
        }
    }

    /// Its files can still be read.
    pub fn must_have_files(&self) -> Result<(), ImportError> {
        if self.files_removed { Err(ImportError::FilesRemoved) } else { Ok(()) }
    }

    /// Once more, too, as long as something is left: what somebody touched can be chosen later. One that runs is no reason to
    /// refuse: asked for twice, it is done once.
    pub fn may_be_undone(&self) -> Result<(), ImportError> {
        self.must_have_ended()?;
        let over = self.state == ImportState::Undone && self.left == 0 && self.undoing.running.is_none();
        if over { Err(ImportError::Undone) } else { Ok(()) }
    }

    fn may_change(&self) -> Result<(), ImportError> {
        match self.state {
            ImportState::Absent => Err(ImportError::NotFound),
            ImportState::Uploaded | ImportState::Mapped | ImportState::Previewed if self.files_removed => {
                Err(ImportError::FilesRemoved)
            }
            ImportState::Uploaded | ImportState::Mapped | ImportState::Previewed => Ok(()),
            ImportState::Running => Err(ImportError::Running),
            ImportState::Completed | ImportState::Cancelled | ImportState::Failed | ImportState::Undone => {
                Err(ImportError::Finished)
            }
        }
    }
}

impl Aggregate for Import {
    const TYPE: &'static str = "import";
    type Command = ImportCommand;
    type Event = ImportEvent;
    type Error = ImportError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ImportCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ImportError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ImportEvent) {
        match event {
            ImportEvent::ImportUploaded { at, upload } => {
                self.state = ImportState::Uploaded;
                self.uploaded_at = Some(at);
                self.file_size = upload.file_size;
                self.parent = upload.parent;
                self.name = upload.name;
                self.file_name = upload.file_name;
                self.file_key = upload.file_key;
                self.file_hash = upload.file_hash;
                self.format = Some(upload.format);
                self.sheets = upload.sheets;
            }
            ImportEvent::ImportMapped { name, default_country, mapping, kind, supplied_by, .. } => {
                self.state = ImportState::Mapped;
                self.name = name;
                self.default_country = default_country;
                self.mapping = mapping;
                self.kind = kind;
                self.supplied_by = supplied_by;
                self.previews.outdate();
            }
            ImportEvent::ImportSheetChosen { sheet, .. } => {
                self.state = ImportState::Uploaded;
                self.name = sheet.name;
                self.file_key = sheet.file_key;
                self.format = Some(sheet.format);
                self.mapping.clear();
                self.previews.outdate();
            }
            ImportEvent::ImportPreviewStarted { job, .. } => {
                self.state = ImportState::Mapped;
                self.previews.outdate();
                self.previews.running = Some(job);
            }
            ImportEvent::ImportPreviewed { preview, .. } => {
                self.state = ImportState::Previewed;
                self.previews.keep(preview.job, preview.expires_at);
            }
            ImportEvent::ImportPreviewStopped { .. } => self.previews.running = None,
            ImportEvent::ImportPreviewRemoved { job, .. } => self.previews.remove(job),
            ImportEvent::ImportStarted { job, .. } => {
                self.state = ImportState::Running;
                self.job = Some(job);
                self.previews.outdate();
            }
            ImportEvent::ImportCompleted { .. } => self.state = ImportState::Completed,
            ImportEvent::ImportCancelled { .. } => self.state = ImportState::Cancelled,
            ImportEvent::ImportFailed { .. } => self.state = ImportState::Failed,
            ImportEvent::ImportUndoPreviewStarted { job, .. } => {
                self.previews.outdate();
                self.undoing.looking = Some(job);
            }
            ImportEvent::ImportUndoPreviewed { preview, .. } => {
                self.undoing.looking = None;
                self.previews.keep(preview.job, preview.expires_at);
            }
            ImportEvent::ImportUndoPreviewStopped { .. } => self.undoing.looking = None,
            ImportEvent::ImportUndoStarted { job, chosen, .. } => {
                self.previews.outdate();
                self.undoing = Undoing { running: Some(job), looking: None, chosen };
            }
            ImportEvent::ImportUndone { result, .. } => {
                self.state = ImportState::Undone;
                self.left = result.left();
                self.undoing.running = None;
            }
            ImportEvent::ImportUndoStopped { .. } => self.undoing.running = None,
            ImportEvent::ImportFilesRemoved { .. } => self.files_removed = true,
        }
    }
}
