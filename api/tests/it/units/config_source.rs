use pivotal_api::config::source::{Source, parse_env_file};

fn source(pairs: &[(&str, &str)]) -> Source {
    Source::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn a_misspelt_setting_is_refused_with_a_suggestion() {
    let mut settings = source(&[("PIVOTAL_ADRESS", "x"), ("PIVOTAL_MOCK", "1"), ("HOME", "/")]);
    settings.text("PIVOTAL_ADDRESS");
    let error = settings.finish().unwrap_err().to_string();
    assert!(error.contains("PIVOTAL_ADRESS is not a setting. Did you mean PIVOTAL_ADDRESS?"), "{error}");
    assert!(!error.contains("PIVOTAL_MOCK"));
}

#[test]
fn all_problems_are_told_at_once() {
    let mut settings = source(&[("PIVOTAL_A", "x"), ("PIVOTAL_B", "maybe")]);
    settings.parsed::<u32>("PIVOTAL_A", "a number", 1);
    settings.flag("PIVOTAL_B", false);
    assert_eq!(settings.finish().unwrap_err().0.len(), 2);
}

#[test]
fn an_env_file_has_comments_and_quotes() {
    let values = parse_env_file("# c\nA=1\nexport B=\"two words\"\n\nC='x'\nD=").unwrap();
    assert_eq!(values["B"], "two words");
    assert_eq!((values["C"].as_str(), values["D"].as_str()), ("x", ""));
    assert!(parse_env_file("nonsense").is_err());
}
