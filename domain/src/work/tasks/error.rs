//! Why something about a task was refused.

use crate::work::words::{TEXT_MAX, TITLE_MAX};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TaskError {
    #[error("There is no such task.")]
    Unknown,
    #[error("This task exists already.")]
    Exists,
    #[error("This task was deleted. Restore it first.")]
    Deleted,
    #[error("A task needs a title: say in a few words what is to be done.")]
    TitleEmpty,
    #[error("The title has {0} characters; {TITLE_MAX} fit. Put the rest into the details.")]
    TitleTooLong(usize),
    #[error("The details have {0} characters; {TEXT_MAX} fit. Leave some out, or split the task.")]
    DetailsTooLong(usize),
    #[error("The task is due on a day or at a time, not both. Send one of the two.")]
    DueTwice,
    #[error("The year {0} is out of range. Choose a day between 2000 and 2199.")]
    DueOutOfRange(i32),
    #[error("This task is done. Reopen it first.")]
    Done,
    #[error("This task was cancelled. Reopen it first.")]
    Cancelled,
    #[error("Somebody else changed the {} since you looked. Look at the task again, then decide.", .0.words())]
    ChangedSince(TaskPart),
    #[error("The text named a person who was erased, so it is gone for good. Write a new task instead.")]
    Forgotten,
    #[error("Choose somebody who works here and can sign in, or nobody.")]
    Assignee,
}

/// What two people can change under each other's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskPart {
    Title,
    Details,
    Due,
    Priority,
    Assignee,
}

impl TaskPart {
    pub fn words(self) -> &'static str {
        match self {
            TaskPart::Title => "title",
            TaskPart::Details => "details",
            TaskPart::Due => "due date",
            TaskPart::Priority => "priority",
            TaskPart::Assignee => "assignee",
        }
    }

    /// The input field.
    pub fn field(self) -> &'static str {
        match self {
            TaskPart::Title => "title",
            TaskPart::Details => "details",
            TaskPart::Due => "due",
            TaskPart::Priority => "priority",
            TaskPart::Assignee => "assigneeId",
        }
    }
}

impl TaskError {
    pub fn code(&self) -> &'static str {
        match self {
            TaskError::Unknown => "TASK_NOT_FOUND",
            TaskError::Exists => "TASK_EXISTS",
            TaskError::Deleted => "TASK_DELETED",
            TaskError::TitleEmpty => "TASK_TITLE_EMPTY",
            TaskError::TitleTooLong(_) => "TASK_TITLE_TOO_LONG",
            TaskError::DetailsTooLong(_) => "TASK_DETAILS_TOO_LONG",
            TaskError::DueTwice => "TASK_DUE_TWICE",
            TaskError::DueOutOfRange(_) => "TASK_DUE_OUT_OF_RANGE",
            TaskError::Done => "TASK_DONE",
            TaskError::Cancelled => "TASK_CANCELLED",
            TaskError::ChangedSince(_) => "TASK_CHANGED_SINCE",
            TaskError::Forgotten => "TASK_TEXT_FORGOTTEN",
            TaskError::Assignee => "TASK_ASSIGNEE",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            TaskError::TitleEmpty | TaskError::TitleTooLong(_) => Some("title"),
            TaskError::DetailsTooLong(_) => Some("details"),
            TaskError::DueTwice | TaskError::DueOutOfRange(_) => Some("due"),
            TaskError::ChangedSince(part) => Some(part.field()),
            TaskError::Assignee => Some("assigneeId"),
            TaskError::Unknown
            | TaskError::Exists
            | TaskError::Deleted
            | TaskError::Done
            | TaskError::Cancelled
            | TaskError::Forgotten => None,
        }
    }
}
