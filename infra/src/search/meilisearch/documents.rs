//! Documents as Meilisearch takes them.

use pivotal_domain::audience::search::document::Document;
use pivotal_domain::audience::search::phone;
use pivotal_projections::audience::search::port::Stamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Id of the document that carries the position of the log. It is written in one task with the documents of its
/// batch, and a swap of indexes takes it along.
pub const STAMP: &str = "stamp";

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Written {
    Record(Box<Record>),
    Stamp(StampDocument),
}

#[derive(Debug, Clone, Serialize)]
pub struct Record {
    pub id: Uuid,
    pub kind: &'static str,
    pub archived: bool,
    pub account: Option<Uuid>,
    /// As text: a number of 64 bits does not survive every reader of JSON.
    pub hash: String,
    pub name: String,
    pub addresses: String,
    pub others: String,
    pub digits: String,
    pub whole: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StampDocument {
    pub id: String,
    pub kind: String,
    pub stamp: Stamp,
    /// Set before a swap: what then stands in the next one's place is the index that was in use, and nothing to go on with.
    #[serde(default)]
    pub retired: bool,
}

impl StampDocument {
    pub fn new(stamp: Stamp, retired: bool) -> Self {
        StampDocument { id: STAMP.into(), kind: STAMP.into(), stamp, retired }
    }
}

impl Record {
    pub fn of(document: &Document) -> Self {
        // Meilisearch has beginnings of its own, but no ends: of a telephone number each is written down.
        let (ends, others): (Vec<&String>, Vec<&String>) =
            document.others.iter().partition(|word| word.starts_with('~'));
        let digits: Vec<String> = ends.into_iter().flat_map(|end| ends_of(end)).collect();
        Record {
            id: document.id,
            kind: document.kind.as_str(),
            archived: document.archived,
            account: document.account,
            hash: hash(document.hash()),
            name: document.name.join(" "),
            addresses: document.addresses.join(" "),
            others: others.into_iter().map(String::as_str).collect::<Vec<_>>().join(" "),
            digits: digits.join(" "),
            whole: document.whole.clone(),
        }
    }
}

fn ends_of(backwards: &str) -> Vec<String> {
    let digits: String = backwards.chars().rev().filter(char::is_ascii_digit).collect();
    (0..digits.len().saturating_sub(phone::FEWEST - 1)).map(|from| digits[from..].to_owned()).collect()
}

pub fn hash(hash: u64) -> String {
    format!("{hash:016x}")
}
