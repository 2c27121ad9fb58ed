//! Names of people: taking a full name apart, putting one together, comparing two.

use super::fold;

/// The parts of a name, each empty when there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    pub salutation: String,
    pub first: String,
    pub middle: String,
    pub last: String,
    /// `Jr.`, `III`, `PhD`.
    pub suffix: String,
}

#[rustfmt::skip]
const SALUTATIONS: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "hon", "herr",
    "frau", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "sig", "dott", "ing", "dipl", "mag", "capt",
    "col", "gen", "lt", "sgt",
];

/// Words that belong to the last name that follows them.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "van", "von", "vom", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du",
    "des", "la", "le", "les", "el", "al", "bin", "ibn", "ben", "ter", "ten", "te", "af", "av", "st", "saint", "mac",
    "'t", "d'", "dal", "lo", "y", "e",
];

#[rustfmt::skip]
const SUFFIXES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "dds", "jd", "llm", "msc", "bsc", "pmp", "cissp",
    "cfa", "rn", "pe", "ma", "ba", "junior", "senior",
];

impl PersonName {
    /// Takes a full name apart: `Dr. Ludwig van der Rohe Jr.`, `Smith, John`, `García Márquez, Gabriel`.
    pub fn split(full: &str) -> PersonName {
        let mut name = PersonName::default();
        let mut comma_parts = full.split(',').map(str::trim).filter(|part| !part.is_empty());
        let head = comma_parts.next().unwrap_or("");
        let mut inverted = None;
        for part in comma_parts {
            if part.split_whitespace().all(is_suffix) {
                push_word(&mut name.suffix, part);
            } else if inverted.is_none() {
                inverted = Some(part);
            } else {
                push_word(&mut name.suffix, part);
            }
        }
        match inverted {
            Some(given) => {
                name.last = head.to_owned();
                name.take_given(&mut given.split_whitespace().collect::<Vec<_>>());
            }
            None => name.take_whole(head.split_whitespace().collect()),
        }
        name
    }

    /// `Ludwig Maria van der Rohe Jr.`: without the salutation, which is not part of the name.
    pub fn full(&self) -> String {
        let mut full = String::new();
        for part in [&self.first, &self.middle, &self.last, &self.suffix] {
            push_word(&mut full, part);
        }
        full
    }

    /// The last name with its suffix, as the `last_name` field holds it.
    pub fn last_with_suffix(&self) -> String {
        let mut last = self.last.clone();
        push_word(&mut last, &self.suffix);
        last
    }

    fn take_whole(&mut self, mut words: Vec<&str>) {
        self.take_salutation(&mut words);
        while words.len() > 1 && words.last().is_some_and(|word| is_suffix(word)) {
            let word = words.pop().unwrap_or("");
            self.suffix =
                if self.suffix.is_empty() { word.to_owned() } else { format!("{word} {}", self.suffix) };
        }
        if let [only] = words.as_slice() {
            self.first = (*only).to_owned();
            return;
        }
        let Some(last_start) = words.len().checked_sub(1) else { return };
        // The last name begins at its first particle, but the first word is a first name whatever it looks like.
        let mut start = last_start;
        while start > 1 && is_particle(words[start - 1]) {
            start -= 1;
        }
        self.last = words.split_off(start).join(" ");
        self.take_given(&mut words);
    }

    fn take_given(&mut self, words: &mut Vec<&str>) {
        self.take_salutation(words);
        if let Some((first, middle)) = words.split_first() {
            self.first = (*first).to_owned();
            self.middle = middle.join(" ");
        }
    }

    fn take_salutation(&mut self, words: &mut Vec<&str>) {
        while words.len() > 1 && is_salutation(words[0]) {
            push_word(&mut self.salutation, words.remove(0));
        }
    }
}

/// Equal for two spellings of one name: folded, first and last word of the name proper, without salutation,
/// middle names and suffix. Order does not matter (`Smith John` and `John Smith`).
pub fn match_key(full: &str) -> String {
    let name = PersonName::split(full);
    let mut parts = [fold::key(&name.first), fold::key(&name.last)];
    parts.sort();
    parts.join(" ").trim().to_owned()
}

/// The full name of somebody whose name comes in parts; `None` when all of them are missing.
pub fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> Option<String> {
    let full = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!full.is_empty()).then_some(full)
}

fn push_word(text: &mut String, word: &str) {
    if !word.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}

fn bare(word: &str) -> String {
    word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect()
}

pub(super) fn is_salutation(word: &str) -> bool {
    // A bare capital `M` is an initial; the French salutation has its point.
    let initial = word.chars().count() == 1;
    !initial && SALUTATIONS.contains(&bare(word).as_str())
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&bare(word).as_str())
}
