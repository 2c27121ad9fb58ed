//! The words of a text: lower case, plain Latin letters, letters and digits only.

use crate::audience::values::fold::{self, fold};

/// No address or name is longer; what is, is cut on both sides.
pub const LONGEST: usize = 254;

/// The words of a name or title, and what is left of `O'Brien`, `AT&T` and `Jean-Luc` when the marks in them are left out.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for chunk in text.split_whitespace() {
        let parts = fold::words(chunk);
        if parts.len() > 1 {
            words.push(cut(&parts.concat()));
        }
        words.extend(parts.iter().map(|part| cut(part)));
    }
    distinct(words)
}

/// `acme.example` and its labels, without the last: nobody looks for `com`.
pub fn domain_words(domain: &str) -> Vec<String> {
    let domain = trim(&fold(domain));
    let labels: Vec<&str> = domain.split('.').collect();
    let named =
        labels.iter().take(labels.len().saturating_sub(1)).flat_map(|label| words(label)).collect::<Vec<_>>();
    let mut all = vec![cut(&domain)];
    all.extend(named);
    distinct(all)
}

/// The whole address, what stands before the `@`, and the words of both halves.
pub fn email_words(email: &str) -> Vec<String> {
    let email = trim(&fold(email));
    let Some((local, domain)) = email.rsplit_once('@') else { return words(&email) };
    let mut all = vec![cut(&email), cut(local)];
    all.extend(fold::words(local).iter().map(|word| cut(word)));
    all.extend(domain_words(domain));
    distinct(all)
}

/// The beginnings of one to three letters, for what has only just been typed.
pub fn beginnings(words: &[String]) -> Vec<String> {
    let mut all = Vec::with_capacity(words.len() * 3);
    for word in words {
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(SHORT);
        all.extend(ends.map(|end| word[..end].to_owned()));
    }
    distinct(all)
}

/// Up to so many letters are looked up among the [`beginnings`].
pub const SHORT: usize = 3;

/// Without what is neither letter nor digit at its ends.
pub(super) fn trim(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

pub(super) fn cut(word: &str) -> String {
    word.char_indices().nth(LONGEST).map_or(word, |(at, _)| &word[..at]).to_owned()
}

fn distinct(mut words: Vec<String>) -> Vec<String> {
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.dedup();
    words
}
