//! Capitals of names that came in one case only: `JOHN VAN DER BERG`, `conor o'brien`. A name in mixed case is how its owner
//! writes it and stays as it is.

use super::person_name::is_salutation;

/// Words that stand small inside a name. Others that can be particles (`Le`, `La`, `St`, `Ben`, `Mac`) are as often part of a
/// capitalised last name, so they get their capital; see [`AFTER_DE`].
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "van", "von", "vom", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du",
    "des", "ter", "ten", "te", "af", "av", "bin", "ibn", "y", "e", "'t", "’t", "'s", "und",
];

/// Small behind `de` and `van de` only: `de la Cruz`, but `Renée La Rue`.
const AFTER_DE: &[&str] = &["la", "las", "los", "le", "l'", "el"];

/// Particles that stand small even where a last name stands alone, because the first name is in its own field. In the other
/// languages families write `De Silva` and `Di Caprio` as often as not.
const SMALL_AT_START: &[&str] =
    &["van", "von", "vom", "zu", "zum", "zur", "af", "av", "ter", "ten", "de la", "de los"];

/// Letters behind a name in their own capitals. `MA`, `BA` and `PE` are last names too and so not among them.
#[rustfmt::skip]
const SUFFIXES: &[(&str, &str)] = &[
    ("jr", "Jr"), ("jr.", "Jr."), ("sr", "Sr"), ("sr.", "Sr."), ("ii", "II"), ("iii", "III"), ("iv", "IV"), ("phd", "PhD"),
    ("ph.d.", "Ph.D."), ("mba", "MBA"), ("cpa", "CPA"), ("dds", "DDS"), ("cfa", "CFA"), ("pmp", "PMP"), ("llm", "LLM"),
    ("cissp", "CISSP"),
];

/// Last names with a second capital behind `Mac`; `Machado` and `Macias` have none, so this is a list and no rule.
#[rustfmt::skip]
const MAC: &[&str] = &[
    "macarthur", "macaulay", "macdonald", "macdougall", "macgregor", "macintosh", "macintyre", "maclean", "macleod",
    "macneil", "macpherson", "macqueen",
];

/// Which part of a name a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A whole name or a first name: its first word has a capital whatever it is.
    Whole,
    /// A last name on its own: `VAN DER BERG` is `van der Berg`, as it stands behind a first name.
    Last,
}

/// A name in all capitals or all small letters, as people write it: `JOHN VAN DYKE` gives `John van Dyke`, `o'brien` gives
/// `O'Brien`, `MCDONALD` gives `McDonald`. Only the case of letters changes. Mixed case is left alone (`DeShawn`), and so are
/// initials (`JP`).
pub fn natural_case(name: &str, part: Part) -> String {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let upper = letters().all(char::is_uppercase);
    let lower = letters().all(char::is_lowercase);
    let initials = upper && letters().count() <= 2;
    if initials || !(upper || lower) || letters().next().is_none() {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split(' ').collect();
    let cased: Vec<String> = (0..words.len()).map(|index| cased(&words, index, part)).collect();
    cased.join(" ")
}

fn cased(words: &[&str], index: usize, part: Part) -> String {
    let lower = words[index].to_lowercase();
    let before = index.checked_sub(1).map(|index| words[index].to_lowercase());
    let is_last = index + 1 == words.len();
    let small = match &before {
        Some(before) => {
            SMALL.contains(&lower.as_str()) || (before == "de" && AFTER_DE.contains(&lower.as_str()))
        }
        None => part == Part::Last && starts_small(&lower, words),
    };
    // `Tom Te` and `Anna Do`: what ends a name is no particle.
    if small && !is_last {
        return lower;
    }
    if before.is_some()
        && let Some((_, suffix)) = SUFFIXES.iter().find(|(known, _)| *known == lower)
    {
        return (*suffix).to_owned();
    }
    if before.is_none() && !is_last && is_pair_of_initials(&lower) {
        return lower.to_uppercase();
    }
    capitalised(&lower)
}

fn starts_small(lower: &str, words: &[&str]) -> bool {
    let two = || words.get(1).map(|second| format!("{lower} {}", second.to_lowercase()));
    SMALL_AT_START.contains(&lower) || two().is_some_and(|two| SMALL_AT_START.contains(&two.as_str()))
}

/// `JP Morgan`, `TJ Smith`: two letters that nobody can speak as one word.
fn is_pair_of_initials(lower: &str) -> bool {
    lower.len() == 2
        && lower.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b))
        && !is_salutation(lower)
        && !matches!(lower, "ng" | "md" | "wm" | "st")
}

/// Each letter that starts a part is a capital: `o'brien-smith` gives `O'Brien-Smith`, `mcdonald` gives `McDonald`.
fn capitalised(lower: &str) -> String {
    let mut text = String::with_capacity(lower.len());
    for piece in lower.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let second_start = second_capital(piece);
        for (index, c) in piece.char_indices() {
            if index == 0 || Some(index) == second_start {
                let mut upper = c.to_uppercase();
                // Some Greek letters have no capital of their own: with loose marks behind it, it would be another name.
                if !upper.clone().all(char::is_alphanumeric) {
                    text.push(c);
                    continue;
                }
                // `ß` becomes `Ss`, not `SS`.
                text.extend(upper.next());
                text.extend(upper.flat_map(char::to_lowercase));
            } else {
                text.push(c);
            }
        }
    }
    text
}

/// Where the second capital of a Scottish or Irish name stands.
fn second_capital(piece: &str) -> Option<usize> {
    let bare = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
    if bare.len() >= 5 && bare.starts_with("mc") && bare.is_ascii() {
        return Some(2);
    }
    MAC.contains(&bare).then_some(3)
}
