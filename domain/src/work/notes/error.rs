//! Why something about a note was refused.

use crate::work::words::TEXT_MAX;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    #[error("There is no such note.")]
    Unknown,
    #[error("This note exists already.")]
    Exists,
    #[error("This note was deleted. Restore it first.")]
    Deleted,
    #[error("The note is empty. Write something, or leave it.")]
    Empty,
    #[error("The note has {0} characters; {TEXT_MAX} fit. Leave some out, or make it two notes.")]
    TooLong(usize),
    #[error("Somebody else edited this note since you looked. Look at it again, then decide.")]
    ChangedSince,
    #[error("The note named a person who was erased, so its text is gone for good. Write a new one instead.")]
    Forgotten,
}

impl NoteError {
    pub fn code(&self) -> &'static str {
        match self {
            NoteError::Unknown => "NOTE_NOT_FOUND",
            NoteError::Exists => "NOTE_EXISTS",
            NoteError::Deleted => "NOTE_DELETED",
            NoteError::Empty => "NOTE_EMPTY",
            NoteError::TooLong(_) => "NOTE_TOO_LONG",
            NoteError::ChangedSince => "NOTE_CHANGED_SINCE",
            NoteError::Forgotten => "NOTE_TEXT_FORGOTTEN",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            NoteError::Empty | NoteError::TooLong(_) | NoteError::ChangedSince => Some("body"),
            NoteError::Unknown | NoteError::Exists | NoteError::Deleted | NoteError::Forgotten => None,
        }
    }
}
