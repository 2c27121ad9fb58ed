//! Pages by keyset: where the next page begins is a value and an id, not a number of rows.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use pivotal_domain::audience::search::question::QuestionError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The largest page anybody gets.
pub const PAGE_MAX: i64 = 500;

/// Why a list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    #[error("the cursor does not belong to this list. Start again from the first page")]
    Cursor,
    #[error(
        "the list cannot be sorted by `{0}`. Fields that can be sorted by are marked so in the field catalogue"
    )]
    Sort(String),
    #[error("`{field}` cannot be `{value}` in a filter. Choose one of: {options}")]
    Filter { field: &'static str, value: String, options: &'static str },
    #[error(
        "the list took longer than 5 seconds to find and was cancelled. Narrow it: ask for a country, a beginning instead of a part of a text, or fewer values"
    )]
    TooSlow,
    #[error(transparent)]
    Text(#[from] QuestionError),
    #[error("the read models cannot be reached")]
    Database(#[source] sqlx::Error),
    #[error("the log cannot be read")]
    Log(#[from] pivotal_log::error::LogError),
}

impl From<sqlx::Error> for QueryError {
    fn from(error: sqlx::Error) -> Self {
        match error.as_database_error().and_then(|error| error.code()).as_deref() {
            // query_canceled: the statement ran into its time limit.
            Some("57014") => QueryError::TooSlow,
            _ => QueryError::Database(error),
        }
    }
}

/// Which page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageArgs {
    /// Rows wanted; at most [`PAGE_MAX`].
    pub first: i64,
    pub after: Option<String>,
    /// The page before this cursor. Not together with `after`.
    pub before: Option<String>,
}

impl PageArgs {
    pub fn first(first: i64) -> Self {
        PageArgs { first, ..PageArgs::default() }
    }

    pub fn limit(&self) -> i64 {
        self.first.clamp(0, PAGE_MAX)
    }
}

/// A page of rows, each with the cursor that continues after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    pub rows: Vec<(String, T)>,
    pub has_next: bool,
    pub has_previous: bool,
}

impl<T> Page<T> {
    /// From rows of which one more than `limit` was asked for, in the direction of reading.
    pub(crate) fn cut(mut rows: Vec<(String, T)>, args: &PageArgs) -> Self {
        let more = rows.len() as i64 > args.limit();
        rows.truncate(args.limit() as usize);
        if args.before.is_some() {
            rows.reverse();
            Page { rows, has_next: true, has_previous: more }
        } else {
            Page { rows, has_next: more, has_previous: args.after.is_some() }
        }
    }
}

/// Where a row stands in a sorted list. Carries what it was sorted by, so that a cursor of another list is noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    #[serde(rename = "s")]
    pub sorted_by: String,
    /// As text; `None`: the row has no value there and stands at the end.
    #[serde(rename = "v")]
    pub value: Option<String>,
    #[serde(rename = "i")]
    pub id: Uuid,
}

/// Opaque to clients.
pub fn encode<T: Serialize>(cursor: &T) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(cursor).unwrap_or_default())
}

pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, QueryError> {
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| QueryError::Cursor)?;
    serde_json::from_slice(&bytes).map_err(|_| QueryError::Cursor)
}
