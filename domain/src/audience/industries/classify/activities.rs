//! The words by which activities are known, and where a text has them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::{Word, stem};

pub(super) struct Activity {
    pub industry: &'static str,
    pub naics: &'static str,
    pub sic: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// `law firm`: whoever writes this is one.
    Says,
    /// `legal`: whoever writes this may be.
    Hints,
}

struct Phrase {
    words: &'static str,
    stems: Vec<String>,
    activity: usize,
    strength: Strength,
}

/// A phrase in a text.
pub(super) struct Match {
    pub start: usize,
    /// In words.
    pub length: usize,
    pub activity: usize,
    pub strength: Strength,
    pub words: &'static str,
}

pub(super) struct Activities {
    pub all: Vec<Activity>,
    phrases: Vec<Phrase>,
    by_first: HashMap<String, Vec<usize>>,
}

static ACTIVITIES: LazyLock<Activities> =
    LazyLock::new(|| Activities::read(include_str!("../../../../data/activities.tsv")));

impl Activities {
    pub(super) fn get() -> &'static Activities {
        &ACTIVITIES
    }

    pub(super) fn matches(&self, text: &[Word]) -> Vec<Match> {
        let mut found = Vec::new();
        for (start, word) in text.iter().enumerate() {
            for phrase in
                self.by_first.get(&word.stem).into_iter().flatten().map(|&index| &self.phrases[index])
            {
                let length = phrase.stems.len();
                let here = text.get(start..start + length);
                if here
                    .is_some_and(|here| here.iter().zip(&phrase.stems).all(|(word, stem)| word.stem == *stem))
                {
                    let Phrase { activity, strength, words, .. } = *phrase;
                    found.push(Match { start, length, activity, strength, words });
                }
            }
        }
        found
    }

    fn read(data: &'static str) -> Activities {
        let mut all = Activities { all: Vec::new(), phrases: Vec::new(), by_first: HashMap::new() };
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&'static str> = line.split('\t').collect();
            let &[industry, naics, sic, says, hints] = columns.as_slice() else { continue };
            let activity = all.all.len();
            all.all.push(Activity { industry, naics, sic });
            for (phrases, strength) in [(says, Strength::Says), (hints, Strength::Hints)] {
                for words in phrases.split('|').filter(|words| !words.is_empty()) {
                    let stems: Vec<String> = words.split(' ').map(stem).collect();
                    all.by_first.entry(stems[0].clone()).or_default().push(all.phrases.len());
                    all.phrases.push(Phrase { words, stems, activity, strength });
                }
            }
        }
        all
    }
}

/// The industry that a domain's ending speaks for: those that only such companies register, or mostly.
pub(super) fn of_ending(domain: &str) -> Option<(&'static str, &'static str)> {
    let labels: Vec<&str> = domain.rsplit('.').collect();
    // `ac.uk` and `gov.au`, too.
    let ending = match labels.as_slice() {
        [country, second @ ("ac" | "edu" | "gov" | "gouv" | "gob" | "mil"), ..] if country.len() == 2 => {
            second
        }
        [ending, ..] => ending,
        [] => return None,
    };
    ENDINGS.iter().find(|(known, _)| known == ending).map(|(known, industry)| (*industry, *known))
}

#[rustfmt::skip]
const ENDINGS: &[(&str, &str)] = &[
    ("edu", "Higher Education"), ("ac", "Higher Education"), ("university", "Higher Education"), ("gov", "Government Administration"),
    ("gouv", "Government Administration"), ("gob", "Government Administration"), ("mil", "Military"), ("bank", "Banking"),
    ("insurance", "Insurance"), ("law", "Law Practice"), ("lawyer", "Law Practice"), ("attorney", "Law Practice"), ("abogado", "Law Practice"),
    ("church", "Religious Institutions"), ("bible", "Religious Institutions"), ("museum", "Museums & Institutions"),
    ("travel", "Leisure, Travel & Tourism"), ("cruises", "Leisure, Travel & Tourism"), ("restaurant", "Restaurants"),
    ("pizza", "Restaurants"), ("cafe", "Restaurants"), ("hotel", "Hospitality"), ("dental", "Medical Practice"),
    ("dentist", "Medical Practice"), ("clinic", "Medical Practice"), ("surgery", "Medical Practice"), ("hospital", "Hospital & Health Care"),
    ("vet", "Veterinary"), ("school", "Primary & Secondary Education"), ("fitness", "Health, Wellness & Fitness"),
    ("yoga", "Health, Wellness & Fitness"), ("wine", "Wine & Spirits"), ("beer", "Wine & Spirits"), ("vodka", "Wine & Spirits"),
    ("construction", "Construction"), ("builders", "Construction"), ("contractors", "Construction"), ("plumbing", "Construction"),
    ("photography", "Photography"), ("games", "Computer Games"), ("film", "Media Production"), ("solar", "Renewables & Environment"),
    ("farm", "Agriculture"), ("furniture", "Furniture"), ("jewelry", "Luxury Goods & Jewelry"), ("fashion", "Apparel & Fashion"),
    ("cpa", "Accounting"), ("accountants", "Accounting"), ("tax", "Accounting"), ("architect", "Architecture & Planning"),
    ("realty", "Real Estate"), ("realestate", "Real Estate"), ("apartments", "Real Estate"), ("int", "International Affairs"),
    ("ngo", "Nonprofit"), ("charity", "Nonprofit"), ("foundation", "Philanthropy"), ("pharmacy", "Retail"), ("software", "Software"),
    ("casino", "Gambling & Casinos"), ("bet", "Gambling & Casinos"), ("taxi", "Transportation"), ("security", "Security & Investigations"),
];
