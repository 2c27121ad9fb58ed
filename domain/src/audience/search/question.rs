//! What somebody's text asks for.

use super::words::{SHORT, cut, trim};
use super::{highlight, phone};
use crate::audience::values::fold::{self, fold};

/// Longer texts are not what anybody types into a search box.
pub const LONGEST_TEXT: usize = 300;
pub const MOST_WORDS: usize = 16;

/// All of its words must be found in a record, each as the beginning of one of the record's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    pub words: Vec<Word>,
    /// The whole text in one, for records that are called exactly so: as names and as addresses are written.
    pub whole: Vec<String>,
    /// If the text is a telephone number: its digits.
    pub digits: Option<String>,
}

/// Something between two spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As the words of records are written: `jane.doe@acme`, `obrien`.
    pub text: String,
    /// Its words, if marks stand between them: `jane`, `doe`, `acme`. All of them together do as well.
    pub parts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    #[error(
        "The text to search for has {0} characters; {LONGEST_TEXT} are the most. Search for a name, an address or a number."
    )]
    TooLong(usize),
    #[error("The text to search for has {0} words; {MOST_WORDS} are the most. Leave some of them out.")]
    TooManyWords(usize),
}

impl QuestionError {
    pub fn code(&self) -> &'static str {
        match self {
            QuestionError::TooLong(_) => "SEARCH_TEXT_TOO_LONG",
            QuestionError::TooManyWords(_) => "SEARCH_TEXT_TOO_MANY_WORDS",
        }
    }
}

/// Whether a list can be searched for this text: a question to the index has the same limits.
pub fn check_size(text: &str) -> Result<(), QuestionError> {
    check_length(text)?;
    check_words(text.split_whitespace().count())
}

fn check_length(text: &str) -> Result<(), QuestionError> {
    let length = text.chars().count();
    if length > LONGEST_TEXT { Err(QuestionError::TooLong(length)) } else { Ok(()) }
}

fn check_words(count: usize) -> Result<(), QuestionError> {
    if count > MOST_WORDS { Err(QuestionError::TooManyWords(count)) } else { Ok(()) }
}

impl Question {
    /// Marks, emoji and control characters ask for nothing; a text of nothing else finds nothing.
    pub fn parse(text: &str) -> Result<Self, QuestionError> {
        check_length(text)?;
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        // Before it is cut at its spaces: some marks leave one behind.
        let text = fold(&text);
        let words: Vec<Word> = text.split_whitespace().filter_map(Word::parse).collect();
        check_words(words.len())?;
        let mut whole = vec![fold::words(&text).join(" ")];
        if let [word] = words.as_slice() {
            whole.push(word.text.clone());
        }
        whole.retain(|whole| !whole.is_empty());
        whole.dedup();
        Ok(Question { words, whole, digits: phone::asked(&text) })
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Which letters of a value answer it.
    pub fn mark(&self, value: &str) -> Vec<highlight::Piece> {
        highlight::mark(self, value)
    }
}

impl Word {
    fn parse(folded: &str) -> Option<Self> {
        // An address of the web is looked for by its domain.
        let bare = folded
            .split_once("://")
            .map_or(folded, |(_, rest)| rest)
            .split(['/', '?', '#'])
            .next()
            .unwrap_or_default();
        let bare = if trim(bare).is_empty() { folded } else { bare };
        let bare = trim(bare);
        let bare = bare.strip_prefix("www.").map_or(bare.as_str(), |rest| rest);
        let parts = fold::words(bare);
        let text = match bare.contains(['.', '@']) {
            true => cut(bare),
            false => cut(&parts.concat()),
        };
        if text.is_empty() {
            return None;
        }
        Some(Word { text, parts: if parts.len() > 1 { parts } else { Vec::new() } })
    }

    /// So few letters that only a word's beginning is meant, and a slip of the finger cannot be told from another word.
    pub fn is_short(text: &str) -> bool {
        text.chars().count() <= SHORT
    }
}

/// How many letters of a word may be wrong, missing or swapped.
pub fn forgiven(word: &str) -> u8 {
    // Another digit is another number.
    if word.chars().any(|c| c.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}
