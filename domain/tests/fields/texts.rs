use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::fields::parse::{ParseContext, parse};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::values::text;

use crate::check;

#[test]
fn one_line_of_text() {
    check(
        &[
            ("plain", "plain"),
            ("  plain  ", "plain"),
            ("a  b", "a b"),
            ("a\tb", "a b"),
            ("a\r\nb", "a b"),
            ("a\u{a0}b", "a b"),
            ("a\0b", "ab"),
            ("\0\0a", "a"),
            ("a\u{7}b", "ab"),
            ("\u{feff}a", "a"),
            ("zero\u{200b}width", "zerowidth"),
            ("soft\u{ad}hyphen", "softhyphen"),
            ("u\u{308}ber", "über"),
            ("'=1+1", "=1+1"),
            ("'+49 30", "+49 30"),
            ("''=1", "=1"),
            ("'90s", "'90s"),
            ("'t Hart", "'t Hart"),
            ("=\"00123\"", "00123"),
            ("=\"'=x\"", "=x"),
            ("=cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"),
            ("@SUM(A1)", "@SUM(A1)"),
            ("", ""),
            (" \t\n", ""),
            ("👩‍💻 dev", "👩‍💻 dev"),
        ],
        |raw| text::line(raw).leak(),
    );
}

#[test]
fn several_lines_of_text() {
    check(
        &[
            ("a\nb", "a\nb"),
            ("a \r\n  b  ", "a\nb"),
            ("a\n\n\n\nb", "a\n\nb"),
            ("\n\na\n\n", "a"),
            ("a\0\nb", "a\nb"),
        ],
        |raw| text::lines(raw).leak(),
    );
}

/// U+037E looks like a semicolon and becomes one when it is stored: it must separate at once, or the
/// same text would mean something else when it is read again.
#[test]
fn a_separator_in_disguise_separates() {
    let topics = field(Entity::Contact, "intent_topics").expect("in the catalogue");
    let parsed = |raw: &str| parse(topics, raw, &ParseContext::default()).expect("text is taken").value;
    assert_eq!(parsed("\u{37e}"), None);
    assert_eq!(
        parsed("cloud\u{37e} storage"),
        Some(FieldValue::List(vec!["cloud".into(), "storage".into()]))
    );
    let quoted = parsed(";=\"a;b\"").expect("two topics");
    assert_eq!(parsed(&quoted.to_string()), Some(quoted), "the quotes are of two items");
}
