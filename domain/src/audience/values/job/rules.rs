//! Rules over the words of a title: the first that fits wins.

use std::collections::HashMap;

use crate::audience::values::fold;

/// One rule. All its words are folded; a title fits when it has one of them and none of `unless`.
pub(super) struct Rule {
    pub gives: &'static str,
    pub words: &'static [&'static str],
    pub phrases: &'static [&'static str],
    /// Beginnings of longer words, for languages that write words together: `vertriebs` of `Vertriebsmitarbeiter`.
    pub starts: &'static [&'static str],
    /// Ends of longer words: `leiter` of `Verkaufsleiter`.
    pub ends: &'static [&'static str],
    /// Phrases that look like it and are not.
    pub unless: &'static [&'static str],
}

/// A rule with nothing in it, to write down only what it has.
pub(super) const RULE: Rule =
    Rule { gives: "", words: &[], phrases: &[], starts: &[], ends: &[], unless: &[] };

/// Rules by the words they know, so that a title is read once and not compared with each of some 300 words.
pub(super) struct Rules {
    rules: &'static [Rule],
    by_word: HashMap<&'static str, Vec<usize>>,
    /// By the first word of the phrase.
    by_phrase: HashMap<&'static str, Vec<(&'static str, usize)>>,
    by_part: Vec<Part>,
}

/// A beginning or an end of words.
struct Part {
    text: &'static str,
    at_end: bool,
    rule: usize,
}

impl Part {
    /// Of longer words only: the part alone would stand among the words of the rule.
    fn fits(&self, word: &str) -> bool {
        word.len() > self.text.len()
            && if self.at_end { word.ends_with(self.text) } else { word.starts_with(self.text) }
    }
}

impl Rules {
    pub(super) fn index(rules: &'static [Rule]) -> Rules {
        let mut index =
            Rules { rules, by_word: HashMap::new(), by_phrase: HashMap::new(), by_part: Vec::new() };
        for (number, rule) in rules.iter().enumerate() {
            for word in rule.words {
                index.by_word.entry(word).or_default().push(number);
            }
            for phrase in rule.phrases {
                let first = phrase.split(' ').next().unwrap_or(phrase);
                index.by_phrase.entry(first).or_default().push((phrase, number));
            }
            for (parts, at_end) in [(rule.starts, false), (rule.ends, true)] {
                index.by_part.extend(parts.iter().map(|text| Part { text, at_end, rule: number }));
            }
        }
        index
    }

    /// What the first rule that fits gives.
    pub(super) fn first_match(&self, text: &str) -> Option<&'static str> {
        let text = spaced_words(text);
        let mut best = self.rules.len();
        let mut start = 1;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let by_word = self.by_word.get(word).into_iter().flatten().copied();
            let phrases = self.by_phrase.get(word).into_iter().flatten();
            let by_phrase = phrases
                .filter(|(phrase, _)| starts_with_words(&text[start..], phrase))
                .map(|(_, number)| *number);
            let by_part = self.by_part.iter().filter(|part| part.fits(word)).map(|part| part.rule);
            for number in by_word.chain(by_phrase).chain(by_part) {
                if number < best && !self.rules[number].unless.iter().any(|phrase| has_phrase(&text, phrase))
                {
                    best = number;
                }
            }
            start += word.len() + 1;
        }
        self.rules.get(best).map(|rule| rule.gives)
    }
}

/// The folded words between single spaces, with one at each end, so that a phrase is found on word borders.
fn spaced_words(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 2);
    spaced.push(' ');
    // `C.E.O.` and `V.P.` are written with points as often as without.
    for c in fold::fold(text).chars().filter(|c| *c != '.') {
        if c.is_alphanumeric() {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    if spaced.contains(" co founder ") { spaced.replace(" co founder ", " cofounder ") } else { spaced }
}

fn starts_with_words(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
}

fn has_phrase(spaced: &str, phrase: &str) -> bool {
    spaced
        .match_indices(phrase)
        .any(|(start, _)| spaced[..start].ends_with(' ') && starts_with_words(&spaced[start..], phrase))
}
