//! Words that are nearly so: letters wrong, missing, doubled or swapped behind the first, and whatever follows.
//!
//! The first letter must be right. People rarely mistake it, and with it most of the dictionary need not be walked:
//! forgiving it too took four fifths of the time of a search.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy::TantivyError;
use tantivy::query::{AutomatonWeight, EnableScoring, Query, Weight};
use tantivy::schema::Field;
use tantivy_fst::Automaton;

/// Slow to make, and the same for every word.
static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|distance| LevenshteinAutomatonBuilder::new(distance, true)));

#[derive(Debug, Clone)]
pub struct Nearly {
    field: Field,
    text: String,
    distance: u8,
}

impl Nearly {
    /// Up to `distance` slips, one or two; none ask for no such query.
    pub fn new(field: Field, text: &str, distance: u8) -> Option<Self> {
        let is_asked = !text.is_empty() && distance > 0;
        is_asked.then(|| Nearly { field, text: text.to_owned(), distance: distance.min(2) })
    }

    fn automaton(&self) -> Slips {
        let dfa = BUILDERS[usize::from(self.distance) - 1].build_prefix_dfa(&self.text);
        let first = self.text.chars().next().map(|letter| letter.to_string()).unwrap_or_default();
        Slips { dfa, first: first.into_bytes() }
    }
}

impl Query for Nearly {
    fn weight(&self, _: EnableScoring<'_>) -> Result<Box<dyn Weight>, TantivyError> {
        Ok(Box::new(AutomatonWeight::new(self.field, self.automaton())))
    }
}

struct Slips {
    dfa: DFA,
    /// Bytes of the first letter.
    first: Vec<u8>,
}

/// Bytes of the first letter that were met, and how far the rest is.
type At = (usize, u32);

impl Automaton for Slips {
    type State = At;

    fn start(&self) -> At {
        (0, self.dfa.initial_state())
    }

    fn is_match(&self, &(met, state): &At) -> bool {
        met == self.first.len() && matches!(self.dfa.distance(state), Distance::Exact(_))
    }

    fn can_match(&self, &(_, state): &At) -> bool {
        state != SINK_STATE
    }

    fn accept(&self, &(met, state): &At, byte: u8) -> At {
        match self.first.get(met) {
            Some(expected) if *expected != byte => (met, SINK_STATE),
            Some(_) => (met + 1, self.dfa.transition(state, byte)),
            None => (met, self.dfa.transition(state, byte)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(asked: &str, distance: u8, word: &str) -> bool {
        let slips = Nearly::new(Field::from_field_id(0), asked, distance).unwrap().automaton();
        let end = word.bytes().fold(slips.start(), |at, byte| slips.accept(&at, byte));
        slips.is_match(&end)
    }

    #[test]
    fn slips_behind_the_first_letter_are_forgiven() {
        for near in ["johnson", "jhonson", "jonson", "johnsen", "johnsons-and-sons"] {
            assert!(matches("johnson", 1, near), "{near}");
        }
        assert!(matches("jhonsen", 2, "johnson"));
        assert!(!matches("jhonsen", 1, "johnson"));
        assert!(matches("özdemir", 1, "özdmir"));
    }

    #[test]
    fn the_first_letter_is_meant() {
        for other in ["bohnson", "ohnson", "xjohnson", ""] {
            assert!(!matches("johnson", 2, other), "{other}");
        }
        assert!(!matches("özdemir", 2, "ozdemir"), "a letter is all of its bytes");
    }
}
