use super::highlight::Piece;
use super::question::{Question, QuestionError};
use super::{phone, words};

fn asked(text: &str) -> Question {
    Question::parse(text).unwrap()
}

fn texts(text: &str) -> Vec<String> {
    asked(text).words.into_iter().map(|word| word.text).collect()
}

/// Hits in brackets.
fn shown(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
        .collect()
}

#[test]
fn names_are_found_however_their_marks_are_written() {
    assert_eq!(words::words("Jean-Luc O'Brien"), ["brien", "jean", "jeanluc", "luc", "o", "obrien"]);
    assert_eq!(words::words("  Jürgen  MÜLLER "), ["jurgen", "muller"]);
    assert_eq!(words::words("\u{1F600} --- \0"), [] as [&str; 0]);
    assert_eq!(texts("O'Brien"), ["obrien"]);
    assert_eq!(asked("Jean-Luc").words[0].parts, ["jean", "luc"]);
}

#[test]
fn an_address_is_found_by_each_of_its_parts() {
    assert_eq!(
        words::email_words("Jane.Doe@sales.acme.example"),
        ["acme", "doe", "jane", "jane.doe", "jane.doe@sales.acme.example", "sales", "sales.acme.example"]
    );
    assert_eq!(words::domain_words("acme.example"), ["acme", "acme.example"]);
    assert_eq!(texts("https://www.Acme.example/about?x=1"), ["acme.example"]);
    assert_eq!(texts("<jane.doe@acme>"), ["jane.doe@acme"]);
}

#[test]
fn a_number_is_found_in_any_notation() {
    assert_eq!(phone::words("+1 202-555-0100"), ["~00105552021", "2025550100", "12025550100"]);
    for text in ["+1 (202) 555-0100", "0012025550100", "1.202.555.0100"] {
        assert_eq!(asked(text).digits.as_deref(), Some("12025550100"), "{text}");
    }
    assert_eq!(asked("0171 5550100").digits.as_deref(), Some("1715550100"));
    assert_eq!(asked("room 5550100").digits, None);
    assert_eq!(asked("55").digits, None);
}

#[test]
fn what_asks_for_nothing_finds_nothing_and_what_is_too_long_says_so() {
    for nothing in ["", " ", "\0", "%_\\", "\u{1F600}\u{1F680}", "+-&&||!(){}[]^\"~*?:\\/", "\u{301}"] {
        assert!(asked(nothing).is_empty(), "{nothing:?}");
    }
    assert_eq!(Question::parse(&"x".repeat(10_240)), Err(QuestionError::TooLong(10_240)));
    assert_eq!(Question::parse(&"x ".repeat(20)), Err(QuestionError::TooManyWords(20)));
}

#[test]
fn letters_that_answer_are_marked_in_the_value_as_it_is_written() {
    assert_eq!(shown(&asked("jan mul").mark("Jane Müller")), "[Jan]e [Mül]ler");
    assert_eq!(shown(&asked("strasse").mark("Große Straße")), "Große [Straße]");
    assert_eq!(shown(&asked("acme").mark("jane@acme.example")), "jane@[acme].example");
    assert_eq!(shown(&asked("jane@ac").mark("jane@acme.example")), "[jane]@[ac]me.example");
    assert_eq!(shown(&asked("jnae").mark("Jane Doe")), "[Jane] Doe");
    assert_eq!(shown(&asked("555 0100").mark("+1 (202) 555-0100")), "+1 (202) [555-0100]");
    assert_eq!(shown(&asked("bob").mark("Jane")), "Jane");
}

mod properties {
    use proptest::prelude::*;

    use super::super::question::{LONGEST_TEXT, Question};
    use super::super::words::{self, beginnings};

    proptest! {
        #[test]
        fn any_text_is_a_question_or_a_refusal_and_marking_changes_no_letter(text in any::<String>(), value in any::<String>()) {
            let parsed = Question::parse(&text);
            prop_assert!(parsed.is_err() || text.chars().count() <= LONGEST_TEXT);
            if let Ok(question) = parsed {
                let marked: String = question.mark(&value).into_iter().map(|piece| piece.text).collect();
                prop_assert_eq!(marked, value);
                for word in &question.words {
                    prop_assert!(!word.text.is_empty() && !word.text.contains(char::is_whitespace));
                }
            }
        }

        #[test]
        fn a_name_asks_for_its_own_words_in_any_case_and_with_or_without_accents(name in "[A-Za-zäöüéèñç]{1,12}( [A-Za-zäöüéèñç'-]{1,12}){0,2}") {
            let held = words::words(&name);
            for asked in [name.clone(), name.to_uppercase(), name.to_lowercase()] {
                for word in Question::parse(&asked).unwrap().words {
                    let found = held.contains(&word.text) || (!word.parts.is_empty() && word.parts.iter().all(|part| held.contains(part)));
                    prop_assert!(found, "{asked}: {word:?} in {held:?}");
                }
            }
        }

        #[test]
        fn every_beginning_of_a_word_is_among_the_short_ones_or_begins_the_word(name in "[a-zä]{1,12}") {
            let held = words::words(&name);
            let short = beginnings(&held);
            let letters: Vec<char> = name.chars().collect();
            for typed in 1..=letters.len() {
                let typed: String = letters[..typed].iter().collect();
                let word = &Question::parse(&typed).unwrap().words[0].text;
                prop_assert!(short.contains(word) || held.iter().any(|held| held.starts_with(word.as_str())), "{typed}");
            }
        }
    }
}
