//! The proof of an erasure: what was erased where, when and by whom, in numbers, ids and keyed hashes. Nothing in it says who it was.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::error::RequestError;
use pivotal_domain::suppression::requests::kind::RequestKind;
use pivotal_domain::suppression::requests::outcome::{Holdings, RowsHeld};
use serde::Serialize;
use uuid::Uuid;

use crate::error::CommandError;
use crate::suppression::requests::access::layout::moment;
use crate::suppression::requests::pdf::{Block, render};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proof {
    pub request: Uuid,
    pub received_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub erased_at: DateTime<Utc>,
    /// The user who had it done; nil for the system.
    pub by: Uuid,
    pub by_name: Option<String>,
    /// What was held, counted before it was erased.
    pub erased: Holdings,
    /// Ids without anything behind them.
    pub contacts: Vec<Uuid>,
    /// Those that keep the person from being contacted, by keyed hash alone.
    pub suppressions: Vec<Uuid>,
    /// Imports whose files held the person, with how many rows: blanked since.
    pub rows: Vec<RowsHeld>,
    /// Keyed hashes of the address and the number of the request.
    pub hashes: Vec<String>,
    /// Of the erasing events in the log, which is append-only and sealed.
    pub positions: Vec<i64>,
    pub places: Vec<&'static str>,
}

/// Where the erasure cleared, whatever was there.
const PLACES: [&str; 9] = [
    "The keys of the person were destroyed: personal parts of the log, in backups too, cannot be read any more",
    "Read models and the search index forgot the person",
    "Rows of import files and of reject files were blanked; uploaded workbooks were deleted",
    "Files of exports that might hold the person were deleted",
    "Words of filters, bulk changes and previews that named the person were forgotten",
    "Tasks and notes about the person, or naming them, lost their text",
    "Files that proved consent, and answers to requests for access, were deleted",
    "Verdicts of mail servers about the addresses and answers of carriers about the numbers were deleted",
    "Suppressions lost their values and hold on by keyed hash, so that a later import cannot bring the person back into mailings",
];

/// `None` of a name: the system, or somebody who is not known any more.
pub fn proof(id: Uuid, request: &Request, by_name: Option<String>) -> Result<Proof, CommandError> {
    let (Some(taken), Some(outcome), Some(erased_at)) =
        (&request.taken, &request.outcome, request.settled_at)
    else {
        return Err(RequestError::NoFile.into());
    };
    if taken.kind != RequestKind::Erasure {
        return Err(RequestError::NoFile.into());
    }
    Ok(Proof {
        request: id,
        received_at: taken.received_at,
        due_at: taken.due_at,
        erased_at,
        by: request.answering.map_or(Uuid::nil(), |(_, by)| by),
        by_name,
        erased: outcome.holdings,
        contacts: outcome.contacts.clone(),
        suppressions: outcome.suppressions.clone(),
        rows: outcome.rows.clone(),
        hashes: taken.hashes.clone(),
        positions: outcome.positions.clone(),
        places: PLACES.to_vec(),
    })
}

/// Lines of ids and positions that one page has room for; all of them are in the data.
const SHOWN: usize = 4;

pub fn document(proof: &Proof) -> Result<Vec<u8>, CommandError> {
    let by = proof.by_name.clone().unwrap_or_else(|| "Pivotal".to_owned());
    let mut blocks = vec![
        Block::title("Proof of erasure"),
        Block::row("Request", proof.request.to_string()),
        Block::row("Received", moment(proof.received_at)),
        Block::row("Due", moment(proof.due_at)),
        Block::row("Erased", moment(proof.erased_at)),
        Block::row("By", by),
        Block::heading("What was held"),
    ];
    for (place, count) in proof.erased.places() {
        blocks.push(Block::row(capital(place), count.to_string()));
    }
    blocks.push(Block::heading("What was done"));
    blocks.extend(proof.places.iter().map(|place| Block::text(format!("{place}."))));
    blocks.push(Block::heading("Evidence"));
    blocks.push(Block::row("Keyed hashes", some(&proof.hashes)));
    blocks.push(Block::row("Contacts", some(&proof.contacts)));
    blocks.push(Block::row("Suppressions", some(&proof.suppressions)));
    let rows: Vec<String> =
        proof.rows.iter().map(|held| format!("{} rows of import {}", held.rows, held.import)).collect();
    blocks.push(Block::row("Rows of files", some(&rows)));
    blocks.push(Block::row("Entries of the log", some(&proof.positions)));
    render("Proof of erasure", &blocks)
}

fn some<T: ToString>(all: &[T]) -> String {
    let mut shown: Vec<String> = all.iter().take(SHOWN).map(ToString::to_string).collect();
    if all.len() > SHOWN {
        shown.push(format!("and {} more, in the JSON", all.len() - SHOWN));
    }
    if shown.is_empty() { "none".to_owned() } else { shown.join("\n") }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_a_page_and_its_data() {
        let proof = Proof {
            request: Uuid::from_u128(1),
            received_at: DateTime::UNIX_EPOCH,
            due_at: DateTime::UNIX_EPOCH,
            erased_at: DateTime::UNIX_EPOCH,
            by: Uuid::nil(),
            by_name: None,
            erased: Holdings { contacts: 3, ..Holdings::default() },
            contacts: (2..9).map(Uuid::from_u128).collect(),
            suppressions: vec![],
            rows: vec![RowsHeld { import: Uuid::from_u128(20), rows: 2 }],
            hashes: vec!["00ff".into()],
            positions: vec![12, 13],
            places: PLACES.to_vec(),
        };
        assert!(document(&proof).unwrap().starts_with(b"%PDF-"));
        assert_eq!(some(&proof.contacts).lines().count(), SHOWN + 1);
        assert_eq!(some(&proof.suppressions), "none");
    }

    #[test]
    fn there_is_none_before_the_end() {
        assert!(proof(Uuid::from_u128(1), &Request::default(), None).is_err());
    }
}
