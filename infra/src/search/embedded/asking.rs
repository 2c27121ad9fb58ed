//! Questions to the index.
//!
//! Three passes, each only as far as the one before leaves room: records that are called exactly so, records with all
//! the words, and records with words that are nearly so. Each looks at so many records at most: who types one letter
//! does not want half a million counted.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::ops::Bound;

use pivotal_domain::audience::search::phone;
use pivotal_domain::audience::search::question::{Question, Word, forgiven};
use pivotal_projections::audience::search::port::{Found, Sought};
use tantivy::query::{
    BooleanQuery, ConstScoreQuery, DisjunctionMaxQuery, EnableScoring, Occur, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Searcher, TERMINATED, TantivyError, Term};
use uuid::Uuid;

use super::nearly::Nearly;
use super::reading::ids_of;
use super::schema::{Layout, Shelf};

/// Records looked at for one kind.
const LOOKED_AT: usize = 100_000;
/// With fewer exact answers slips of the finger are forgiven.
const FEW: usize = 3;

pub fn find(
    searcher: &Searcher,
    layout: &Layout,
    question: &Question,
    sought: Sought,
) -> Result<Found, TantivyError> {
    let mut best = Best::new(sought.first);
    let shelves: Vec<Shelf> = [false, true]
        .into_iter()
        .filter(|archived| !archived || sought.archived)
        .map(|archived| layout.shelf(sought.kind, archived))
        .collect();
    for pass in [Pass::Whole, Pass::Exact, Pass::Forgiving] {
        if pass == Pass::Forgiving && best.seen.len() >= FEW {
            break;
        }
        for shelf in &shelves {
            if let Some(query) = pass.query(question, shelf) {
                best.collect(searcher, query.as_ref(), pass.above())?;
            }
        }
    }
    Ok(best.found())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Whole,
    Exact,
    Forgiving,
}

type Clause = Box<dyn Query>;

impl Pass {
    /// Answers of an earlier pass stand above all of a later one.
    fn above(self) -> f32 {
        match self {
            Pass::Whole => 1_000.0,
            Pass::Exact => 100.0,
            Pass::Forgiving => 0.0,
        }
    }

    fn query(self, question: &Question, shelf: &Shelf) -> Option<Clause> {
        if self == Pass::Whole {
            return any(question.whole.iter().map(|whole| term(shelf.whole, whole, 1.0)).collect());
        }
        let mut readings = Vec::new();
        let forgiving = self == Pass::Forgiving;
        let words: Vec<Clause> =
            question.words.iter().filter_map(|word| word_query(word, shelf, forgiving)).collect();
        if words.len() == question.words.len() {
            readings.extend(all(words));
        }
        if let Some(digits) = question.digits.as_ref().filter(|_| !forgiving) {
            readings.push(begins(shelf.others, digits, 6.0));
            readings.push(begins(shelf.others, &phone::backwards(digits), 6.0));
        }
        any(readings)
    }
}

fn word_query(word: &Word, shelf: &Shelf, forgiving: bool) -> Option<Clause> {
    let mut readings = vec![text_query(&word.text, shelf, forgiving)?];
    if !word.parts.is_empty() {
        let parts: Option<Vec<Clause>> =
            word.parts.iter().map(|part| text_query(part, shelf, forgiving)).collect();
        readings.extend(parts.and_then(all));
    }
    any(readings)
}

fn text_query(text: &str, shelf: &Shelf, forgiving: bool) -> Option<Clause> {
    let mut readings =
        vec![term(shelf.name, text, 12.0), term(shelf.addresses, text, 10.0), term(shelf.others, text, 6.0)];
    if Word::is_short(text) {
        readings.push(term(shelf.beginnings, text, 5.0));
        readings.push(term(shelf.other_beginnings, text, 2.0));
        return any(readings);
    }
    readings.push(begins(shelf.name, text, 8.0));
    readings.push(begins(shelf.addresses, text, 6.0));
    readings.push(begins(shelf.others, text, 3.0));
    if forgiving {
        // Not in addresses: nearly everybody's is nearly somebody's.
        for (field, score) in [(shelf.name, 2.0), (shelf.others, 1.0)] {
            let near = Nearly::new(field, text, forgiven(text));
            readings
                .extend(near.map(|near| -> Clause { Box::new(ConstScoreQuery::new(Box::new(near), score)) }));
        }
    }
    any(readings)
}

fn term(field: Field, text: &str, score: f32) -> Clause {
    let query = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic);
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}

/// Words that begin like this. A range, not a pattern: nothing in the text means anything.
fn begins(field: Field, text: &str, score: f32) -> Clause {
    let from = Bound::Included(Term::from_field_text(field, text));
    let to = Bound::Excluded(Term::from_field_text(field, &format!("{text}\u{10FFFF}")));
    Box::new(ConstScoreQuery::new(Box::new(RangeQuery::new(from, to)), score))
}

fn any(mut clauses: Vec<Clause>) -> Option<Clause> {
    match clauses.len() {
        0 => None,
        1 => clauses.pop(),
        _ => Some(Box::new(DisjunctionMaxQuery::new(clauses))),
    }
}

fn all(mut clauses: Vec<Clause>) -> Option<Clause> {
    match clauses.len() {
        0 => None,
        1 => clauses.pop(),
        _ => Some(Box::new(BooleanQuery::new(
            clauses.into_iter().map(|clause| (Occur::Must, clause)).collect(),
        ))),
    }
}

/// The best so far; of equally good ones the newest.
struct Best {
    first: usize,
    heap: BinaryHeap<Reverse<(u32, Uuid)>>,
    seen: HashSet<(usize, u32)>,
    looked_at: usize,
    more: bool,
}

impl Best {
    fn new(first: usize) -> Self {
        Best { first, heap: BinaryHeap::new(), seen: HashSet::new(), looked_at: 0, more: false }
    }

    fn collect(&mut self, searcher: &Searcher, query: &dyn Query, above: f32) -> Result<(), TantivyError> {
        let weight = query.weight(EnableScoring::enabled_from_searcher(searcher))?;
        for (segment, reader) in searcher.segment_readers().iter().enumerate() {
            let ids = ids_of(reader)?;
            let alive = reader.alive_bitset();
            let mut answers = weight.scorer(reader, 1.0)?;
            let mut at = answers.doc();
            while at != TERMINATED {
                if self.looked_at >= LOOKED_AT {
                    self.more = true;
                    return Ok(());
                }
                self.looked_at += 1;
                if alive.is_none_or(|alive| alive.is_alive(at)) && self.seen.insert((segment, at)) {
                    let score = (answers.score() + above) as u32;
                    if self.heap.len() < self.first
                        || self.heap.peek().is_some_and(|worst| score >= worst.0.0)
                    {
                        self.heap.push(Reverse((score, ids.of(at))));
                        if self.heap.len() > self.first {
                            self.heap.pop();
                        }
                    }
                }
                at = answers.advance();
            }
        }
        Ok(())
    }

    fn found(self) -> Found {
        let mut best: Vec<(u32, Uuid)> = self.heap.into_iter().map(|Reverse(entry)| entry).collect();
        best.sort_unstable_by_key(|entry| Reverse(*entry));
        Found {
            ids: best.into_iter().map(|(_, id)| id).collect(),
            total: self.seen.len() as i64,
            more: self.more,
        }
    }
}
