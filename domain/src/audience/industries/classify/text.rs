//! The words of a text, each with how much it says about the company itself.

use crate::audience::values::{company_name, fold};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// Folded, without the ending of a plural.
    pub stem: String,
    /// 1 for what a company says of itself; less for what it says of its customers or of what it passes on.
    pub weight: f64,
    /// The industry of the head the word stands before: in `hotel software` both words are about software.
    pub head: Option<&'static str>,
}

/// From here to the end of the sentence it is about others.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "for", "to", "serving", "serve", "serves", "helping", "helps", "help", "enables", "enabling", "enable", "trusted", "used",
    "empowers", "empowering", "whose", "connects", "connecting", "clients", "customers", "including", "among",
    "except", "excluding", "without", "not", "at",
];

/// `for` and `to` after these are not about customers.
const NOT_OTHERS: &[&str] =
    &["dedicated", "committed", "devoted", "known", "famous", "according", "due", "not"];

/// What follows is what they pass on and not what they make.
#[rustfmt::skip]
const PASS_ON: &[&str] = &[
    "distributor", "distributes", "distributing", "wholesaler", "wholesale", "retailer", "reseller", "importer", "exporter",
    "publisher", "publishes", "broker", "recruiter", "recruits", "insurer", "insures", "lessor", "marketplace", "magazine",
    "museum", "agency", "consultancy", "consultants", "consulting", "covers", "covering", "finances", "financing", "retail",
];

/// Heads that say what a company is, with their industry; words before them only name what it is that for.
#[rustfmt::skip]
const HEADS: &[(&str, &str)] = &[
    ("software", "Software"), ("platform", "Software"), ("app", "Software"), ("saas", "Software"), ("suite", "Software"),
    ("tool", "Software"), ("crm", "Software"), ("erp", "Software"), ("retailer", "Retail"), ("store", "Retail"), ("wholesaler", "Wholesale"),
    ("wholesale", "Wholesale"), ("distributor", "Wholesale"), ("rental", "Consumer Services"), ("repair", "Consumer Services"),
    ("construction", "Construction"), ("contractor", "Construction"), ("consulting", "Management Consulting"),
    ("consultancy", "Management Consulting"), ("staffing", "Staffing & Recruiting"), ("recruitment", "Staffing & Recruiting"),
    ("insurance", "Insurance"), ("logistics", "Logistics & Supply Chain"), ("marketing", "Marketing & Advertising"),
    ("catering", "Food & Beverages"), ("magazine", "Publishing"),
];

/// How many words before such a head it reaches.
const REACH: usize = 4;

pub(super) fn description(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (index, sentence) in sentences(text).into_iter().enumerate() {
        let first = words.len();
        let usual: f64 = if index == 0 { 1.0 } else { 0.7 };
        let mut weight = usual;
        let mut before = String::new();
        for word in fold::words(sentence) {
            if OTHERS.contains(&word.as_str()) && !NOT_OTHERS.contains(&before.as_str()) {
                weight = weight.min(usual * 0.25);
            }
            words.push(Word { stem: stem(&word), weight, head: None });
            if PASS_ON.contains(&word.as_str()) {
                weight = weight.min(usual * 0.4);
            }
            before = word;
        }
        mark_before_heads(&mut words[first..]);
    }
    words
}

/// The name without its legal form; every word is about the company.
pub(super) fn name(name: &str) -> Vec<Word> {
    plain(&company_name::match_key(name))
}

/// The words between the hyphens of the domain's own label.
pub(super) fn domain(domain: &str) -> Vec<Word> {
    plain(domain.split('.').next().unwrap_or("").replace('-', " ").as_str())
}

fn plain(text: &str) -> Vec<Word> {
    let words = fold::words(text).into_iter();
    let mut words: Vec<Word> =
        words.map(|word| Word { stem: stem(&word), weight: 1.0, head: None }).collect();
    mark_before_heads(&mut words);
    words
}

fn mark_before_heads(words: &mut [Word]) {
    for at in 0..words.len() {
        let head = HEADS.iter().find(|(head, _)| *head == words[at].stem);
        let Some(&(_, industry)) = head else { continue };
        let weight = words[at].weight;
        let before = words[at.saturating_sub(REACH)..at].iter_mut();
        // What counts otherwise belongs to another part of the sentence.
        for word in before.filter(|word| (word.weight - weight).abs() < 0.01) {
            word.head = Some(industry);
        }
    }
}

/// A point within `Acme.com` or `U.S.` ends no sentence.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let ends = match c {
            '!' | '?' | ';' | '\n' | '•' | '|' => true,
            '.' => chars.peek().is_none_or(|(_, next)| next.is_whitespace()),
            _ => false,
        };
        if ends {
            sentences.push(&text[start..index]);
            start = index + c.len_utf8();
        }
    }
    sentences.push(&text[start..]);
    sentences.retain(|sentence| !sentence.trim().is_empty());
    sentences
}

/// Without the ending of a plural, so that both are one: `bakeries` and `bakery`, `banks` and `bank`.
pub(super) fn stem(word: &str) -> String {
    if let Some(root) = word.strip_suffix("ies").filter(|root| root.len() > 2) {
        return format!("{root}y");
    }
    match word.strip_suffix('s') {
        Some(root) if root.len() > 2 && !root.ends_with(['s', 'u', 'i']) => root.to_owned(),
        _ => word.to_owned(),
    }
}
