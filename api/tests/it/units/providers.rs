use pivotal_api::providers::{ProviderKind, host};

#[test]
fn of_an_address_only_the_host_is_shown() {
    assert_eq!(host("https://user:secret@search.example.com:7700/x?key=1"), "search.example.com:7700");
    assert_eq!(host("http://localhost:9000"), "localhost:9000");
    assert_eq!(host("models.example.com/v1"), "models.example.com");
}

#[test]
fn kinds_are_read_as_they_are_written() {
    for kind in ProviderKind::ALL {
        assert_eq!(ProviderKind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(ProviderKind::parse("fax"), None);
}
