//! Text as people write it into tasks and notes: plain, tidy, of a length that a page can show.

use serde::{Deserialize, Serialize};

use crate::audience::values::text;

/// Characters of a title: one line of a list.
pub const TITLE_MAX: usize = 200;
/// Characters of a note, or of the details of a task: some three pages.
pub const TEXT_MAX: usize = 10_000;

/// What something was, and is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed<T> {
    pub old: T,
    pub new: T,
}

/// Too long, by its number of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong(pub usize);

/// One line, without what cannot be seen.
pub fn title(raw: &str) -> Result<String, TooLong> {
    within(text::line(raw), TITLE_MAX)
}

/// Several lines, without what cannot be seen.
pub fn body(raw: &str) -> Result<String, TooLong> {
    within(text::lines(raw), TEXT_MAX)
}

fn within(text: String, max: usize) -> Result<String, TooLong> {
    match text.chars().count() {
        length if length > max => Err(TooLong(length)),
        _ => Ok(text),
    }
}
