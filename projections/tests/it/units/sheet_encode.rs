use pivotal_projections::sheet::encode::{array, copy_line};

#[test]
fn an_array_literal_quotes_what_postgres_would_take_for_its_own() {
    assert_eq!(
        array(&["a", "b, c", r#"d"e"#, r"f\g", "", "null"]),
        r#"{"a","b, c","d\"e","f\\g","","null"}"#
    );
    assert_eq!(array::<&str>(&[]), "{}");
}

#[test]
fn a_copy_line_keeps_tabs_breaks_and_backslashes_inside_their_cell() {
    let mut line = Vec::new();
    copy_line(&mut line, &[Some("a\tb".into()), None, Some("c\\N\nd\r".into()), Some(String::new())]);
    assert_eq!(String::from_utf8(line).unwrap(), "a\\tb\t\\N\tc\\\\N\\nd\\r\t\n");
}
