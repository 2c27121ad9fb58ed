//! Which letters of a value answer a question.

use strsim::osa_distance;

use super::phone;
use super::question::{Question, forgiven};
use crate::audience::values::fold::fold;

/// A piece of a value. All pieces one after the other are the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}

pub fn mark(question: &Question, value: &str) -> Vec<Piece> {
    let letters = letters(value);
    let mut hit = vec![false; letters.len()];
    let wanted: Vec<&str> = question
        .words
        .iter()
        .flat_map(|word| match word.parts.is_empty() {
            true => vec![word.text.as_str()],
            false => word.parts.iter().map(String::as_str).collect(),
        })
        .collect();
    for (from, to) in words_of(&letters) {
        let word: String = letters[from..to].iter().map(|letter| letter.folded.as_str()).collect();
        let exact = wanted
            .iter()
            .filter(|wanted| word.starts_with(**wanted))
            .map(|wanted| wanted.chars().count())
            .max();
        let found = exact
            .or_else(|| wanted.iter().any(|wanted| resembles(&word, wanted)).then(|| word.chars().count()));
        mark_first(&letters[from..to], &mut hit[from..to], found.unwrap_or_default());
    }
    if let Some(digits) = &question.digits {
        mark_digits(&letters, &mut hit, digits);
    }
    pieces(&letters, &hit)
}

pub fn has_hit(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.hit)
}

struct Letter {
    original: char,
    /// Nothing for an accent that stands for itself; two letters for `ß`.
    folded: String,
}

fn letters(value: &str) -> Vec<Letter> {
    value
        .chars()
        .map(|original| Letter { original, folded: fold(original.encode_utf8(&mut [0; 4])) })
        .collect()
}

/// Runs of letters and digits. An accent belongs to the letter before it.
fn words_of(letters: &[Letter]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut begun = None;
    for (at, letter) in letters.iter().enumerate() {
        let inside = letter.folded.chars().all(char::is_alphanumeric);
        match (begun, inside) {
            (None, true) if !letter.folded.is_empty() => begun = Some(at),
            (Some(from), false) => {
                runs.push((from, at));
                begun = None;
            }
            _ => {}
        }
    }
    runs.extend(begun.map(|from| (from, letters.len())));
    runs
}

/// Marks the letters that the first so many folded ones came from.
fn mark_first(letters: &[Letter], hit: &mut [bool], mut count: usize) {
    for (letter, hit) in letters.iter().zip(hit) {
        if count == 0 && !letter.folded.is_empty() {
            return;
        }
        *hit = true;
        count = count.saturating_sub(letter.folded.chars().count());
    }
}

/// A slip of the finger, as the index forgives it: the word may go on after what was typed.
fn resembles(word: &str, wanted: &str) -> bool {
    let allowed = usize::from(forgiven(wanted));
    if allowed == 0 {
        return false;
    }
    let typed = wanted.chars().count();
    (typed.saturating_sub(allowed)..=typed + allowed).any(|length| {
        let beginning: String = word.chars().take(length).collect();
        osa_distance(&beginning, wanted) <= allowed
    })
}

fn mark_digits(letters: &[Letter], hit: &mut [bool], wanted: &str) {
    let places: Vec<usize> = (0..letters.len()).filter(|at| letters[*at].original.is_ascii_digit()).collect();
    let digits: String = phone::digits(&places.iter().map(|at| letters[*at].original).collect::<String>());
    if let Some(begin) = digits.find(wanted) {
        let (first, last) = (places[begin], places[begin + wanted.len() - 1]);
        hit[first..=last].fill(true);
    }
}

fn pieces(letters: &[Letter], hit: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (letter, hit) in letters.iter().zip(hit) {
        match pieces.last_mut() {
            Some(piece) if piece.hit == *hit => piece.text.push(letter.original),
            _ => pieces.push(Piece { text: letter.original.to_string(), hit: *hit }),
        }
    }
    pieces
}
