use pivotal_api::errors::QUERY_TOO_DEEP;
use pivotal_api::graphql::limits::{check_text, nesting};

#[test]
fn brackets_are_counted_where_they_are_brackets() {
    assert_eq!(nesting("{ a(b: [{ c: 1 }]) { d } e { f } }"), 4);
    assert_eq!(nesting("{ a(b: \"{{{{ \\\" {{{{\") # {{{{\n { c } }"), 2);
    assert_eq!(nesting("{ a(b: \"\"\"{{ \\\"\"\" {{ \" {{\"\"\") }"), 2);
    assert_eq!(nesting("}}}} { a }"), 1);
    assert_eq!(nesting("{ é(ü: \"ß\") }"), 2);
}

#[test]
fn what_would_take_the_parser_down_does_not_reach_it() {
    for bomb in ["{a".repeat(500_000), "[".repeat(1_000_000), format!("{{ a(b: {}", "[".repeat(500_000))] {
        assert_eq!(check_text(&bomb).unwrap_err().code, QUERY_TOO_DEEP);
    }
    // What closes in a comment or a text closes nothing.
    let hidden = "{a #}\n".repeat(100);
    assert!(check_text(&hidden).is_err());
    assert!(check_text(&"{ a \"}\" ".repeat(100)).is_err());
    assert!(check_text(&"{ a } ".repeat(1_000)).is_ok());
}
