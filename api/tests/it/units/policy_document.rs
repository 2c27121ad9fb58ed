use async_graphql::Variables;
use async_graphql::parser::parse_query;
use pivotal_api::errors::{ApiError, FORBIDDEN};
use pivotal_api::policy::Rule;
use pivotal_api::policy::document::SchemaRules;
use pivotal_domain::identity::permission::Permission;

const SDL: &str = r#"
    type Query { me: Me! @allow(to: "SIGNED_IN") contacts: [Contact!]! @allow(to: "CONTACTS_VIEW") open: Int }
    type Me { id: Int }
    type Contact { id: Int account: Account @allow(to: "ACCOUNTS_VIEW") }
    type Account { id: Int }
    directive @allow(to: String!) on FIELD_DEFINITION
"#;

fn needed(query: &str) -> Result<Vec<Rule>, ApiError> {
    needed_with(query, serde_json::json!({}))
}

fn needed_with(query: &str, variables: serde_json::Value) -> Result<Vec<Rule>, ApiError> {
    let variables = Variables::from_json(variables);
    let asked = SchemaRules::of_sdl(SDL).unwrap().asked(&parse_query(query).unwrap(), None, &variables);
    asked.map(|asked| asked.needed)
}

#[test]
fn root_fields_are_told_as_often_as_they_are_asked_for() {
    let query =
        "{ a: contacts { account { id } } b: contacts { id } ...q } fragment q on Query { me { id } }";
    let rules = SchemaRules::of_sdl(SDL).unwrap();
    let asked = rules.asked(&parse_query(query).unwrap(), None, &Variables::default()).unwrap();
    assert_eq!(asked.fields, ["contacts", "contacts", "me"]);
}

#[test]
fn what_the_request_leaves_out_needs_nothing_and_what_is_in_doubt_is_checked() {
    let query = "query($c: Boolean! = false) { me { id } contacts @include(if: $c) { id } }";
    let both = || needed("{ me { id } contacts { id } }").unwrap();
    assert_eq!(
        needed_with(query, serde_json::json!({"c": false})).unwrap(),
        needed("{ me { id } }").unwrap()
    );
    assert_eq!(needed_with(query, serde_json::json!({"c": true})).unwrap(), both());
    assert_eq!(needed_with(query, serde_json::json!({})).unwrap(), both(), "a default");
    assert_eq!(needed_with(query, serde_json::json!({"c": "false"})).unwrap(), both(), "no boolean");
    let skipped = "{ me { id } ... @skip(if: true) { contacts { id } } }";
    assert_eq!(needed(skipped).unwrap(), needed("{ me { id } }").unwrap());
    assert_eq!(needed("{ me { id } contacts @skip(if: false) { id } }").unwrap(), both());
}

#[test]
fn rules_are_found_at_any_depth_and_through_fragments() {
    let rules =
        needed("{ contacts { ...c } } fragment c on Contact { id ... on Contact { account { id } } }")
            .unwrap();
    assert_eq!(rules, [Rule::Needs(Permission::ContactsView), Rule::Needs(Permission::AccountsView)]);
}

#[test]
fn a_root_field_without_a_rule_is_closed() {
    assert_eq!(needed("{ open }").unwrap_err().code, FORBIDDEN);
    assert_eq!(needed("{ ...q } fragment q on Query { open }").unwrap_err().code, FORBIDDEN);
}

#[test]
fn fragments_in_a_circle_do_not_hang() {
    assert!(needed("{ ...a } fragment a on Query { me { id } ...b } fragment b on Query { ...a }").is_ok());
}

#[test]
fn what_does_not_exist_is_left_to_the_validator() {
    assert_eq!(needed("{ nothing { x } }").unwrap(), []);
}
