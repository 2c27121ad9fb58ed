use pivotal_api::policy::rate_limits::{of_fields, of_route};
use pivotal_commands::identity::rate_limits::Door;

#[test]
fn each_alias_counts_and_what_is_cheap_does_not() {
    let fields: Vec<String> = ["me", "search", "search", "contacts"].map(str::to_owned).to_vec();
    assert_eq!(of_fields(&fields), [(Door::Searches, 2), (Door::Lists, 1)]);
    assert_eq!(of_fields(&[]), []);
}

#[test]
fn a_head_is_a_get() {
    assert_eq!(of_route("HEAD", "/api/v1/search"), Some(Door::Searches));
    assert_eq!(of_route("POST", "/api/v1/search"), None);
}
