//! Finding the texts that may be alike without comparing all with all.
//!
//! A text that is k edits away from another leaves at least one of k + 1 pieces of it untouched, and near where it was. So each
//! text is cut into as many pieces as its length allows edits, plus one, and found by every piece of another text that could
//! be one of these (Li, Deng, Wang, Feng: Pass-Join, VLDB 2011). Nothing that matches is missed; a few that do not are found,
//! too, and compared.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::RangeInclusive;

use super::alike::{MOST_EDITS, edits_allowed};

/// Texts by their pieces. Holds numbers of texts, not the texts.
#[derive(Debug, Default)]
pub struct Candidates {
    /// Where the chain of a piece begins.
    heads: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
    /// Number of a text, and where its chain goes on.
    links: Vec<(u32, u32)>,
}

const END: u32 = u32::MAX;

/// The keys are hashes already.
#[derive(Debug, Default, Clone, Copy)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Candidates {
    pub fn add(&mut self, number: u32, text: &[char]) {
        for key in keys(text) {
            let next = self.heads.get(&key).copied().unwrap_or(END);
            let Ok(place) = u32::try_from(self.links.len()) else { return };
            self.links.push((number, next));
            self.heads.insert(key, place);
        }
    }

    /// Calls `with` for each text that may be alike, perhaps more than once.
    pub fn each(&self, text: &[char], mut with: impl FnMut(u32)) {
        probes(text, |key| {
            let mut place = self.heads.get(&key).copied().unwrap_or(END);
            while place != END {
                let (number, next) = self.links[place as usize];
                with(number);
                place = next;
            }
        });
    }
}

/// Edits that lie between a text of this length and any that it can match.
fn edits_at(length: usize) -> usize {
    (length..=length + MOST_EDITS)
        .map(|longer| (longer, edits_allowed(longer)))
        .filter(|(longer, edits)| longer - length <= *edits)
        .map(|(_, edits)| edits)
        .max()
        .unwrap_or(0)
}

/// Where piece `index` of a text of this length begins, and how long it is. The last pieces are the longer ones.
fn piece(length: usize, index: usize) -> (usize, usize) {
    let pieces = edits_at(length) + 1;
    let (size, longer) = (length / pieces, length % pieces);
    let first_longer = pieces - longer;
    let begin = index * size + index.saturating_sub(first_longer);
    (begin, size + usize::from(index >= first_longer))
}

fn keys(text: &[char]) -> Vec<u64> {
    let length = text.len();
    if length == 0 {
        return Vec::new();
    }
    (0..=edits_at(length))
        .map(|index| {
            let (begin, size) = piece(length, index);
            key(length, index, &text[begin..begin + size])
        })
        .collect()
}

fn probes(text: &[char], mut with: impl FnMut(u64)) {
    let own = text.len();
    for length in own.saturating_sub(MOST_EDITS).max(1)..=own + MOST_EDITS {
        if own == 0 || own.abs_diff(length) > edits_allowed(own.max(length)) {
            continue;
        }
        for index in 0..=edits_at(length) {
            let (begin, size) = piece(length, index);
            for at in window(own, length, index, begin) {
                if let Some(part) = text.get(at..at + size) {
                    with(key(length, index, part));
                }
            }
        }
    }
}

/// Where a piece can have gone: pieces before it take part of the edits, or those behind it.
fn window(own: usize, length: usize, index: usize, begin: usize) -> RangeInclusive<usize> {
    let behind = edits_at(length) - index;
    let grown = own.saturating_sub(length);
    let shrunk = length.saturating_sub(own);
    let from = begin.saturating_sub(index).max((begin + grown).saturating_sub(behind + shrunk));
    let to = (begin + index).min((begin + grown + behind).saturating_sub(shrunk));
    from..=to
}

fn key(length: usize, index: usize, piece: &[char]) -> u64 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    let mut mix = |number: u64| {
        hash = (hash ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        hash ^= hash >> 29;
    };
    mix(length as u64);
    mix(index as u64);
    piece.iter().for_each(|c| mix(u64::from(u32::from(*c))));
    hash
}
