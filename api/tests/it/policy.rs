//! The policy table, enforced at every door: walks the whole schema and all routes. Whose records a door opens to is in reach.rs.

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
};
use pivotal_api::graphql::schema;
use pivotal_api::policy::Rule;
use pivotal_api::policy::document::{RootField, SchemaRules};
use pivotal_api::policy::rest_gate::RouteRules;
use pivotal_api::rest;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::{Scope, allowed};
use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code};

/// Open without signing in. Whoever adds one here must say why nobody's data is behind it.
const PUBLIC_ROUTES: &[&str] = &[
    "GET /health",
    "GET /ready",
    "GET /metrics",
    "GET /api/v1/auth/development-logins",
    "POST /api/v1/auth/login",
    "POST /api/v1/auth/refresh",
    "POST /api/v1/auth/logout",
    // By the signed link of a mail, which says whom it is for.
    "POST /api/v1/auth/invitations/show",
    "POST /api/v1/auth/invitations/accept",
    // Says the same to everybody, and writes to nobody but the user.
    "POST /api/v1/auth/password/forgotten",
    // By the signed link of a mail.
    "POST /api/v1/auth/password/new",
    // Says of a password what anybody could work out; knows nobody's.
    "POST /api/v1/auth/password/check",
    "POST /api/v1/auth/email/confirm",
    "POST /api/v1/auth/email/keep",
    // By what an identity provider signs for a browser that began here.
    "GET /api/v1/auth/oidc",
    "GET /api/v1/auth/oidc/start",
    "GET /api/v1/auth/oidc/callback",
    // By a signed link.
    "GET /api/v1/exports/{id}/download",
    "GET /api/v1/openapi.json",
    "GET /api/v1/docs",
    "GET /api/v1/docs/viewer.js",
    "GET /api/v1/docs/viewer.css",
];

#[test]
fn every_root_field_of_the_schema_names_its_rule() {
    let fields = SchemaRules::of_sdl(&schema::sdl()).unwrap().root_fields();
    assert!(fields.len() > 40);
    for RootField { root, field, rule } in fields {
        let rule =
            rule.unwrap_or_else(|| panic!("{root}.{field} names no rule: add directive = allow::apply(..)"));
        assert_ne!(rule, Rule::Public, "{root}.{field} is open to strangers");
    }
}

#[test]
fn every_route_names_its_rule_and_the_public_ones_are_listed() {
    let mut public: Vec<&str> = PUBLIC_ROUTES.to_vec();
    for (method, path, rule) in RouteRules::of_document(&rest::document()).unwrap().all() {
        let route = format!("{method} {path}");
        let rule = rule.unwrap_or_else(|| panic!("{route} names no rule: add security(..)"));
        let listed = public.iter().position(|listed| *listed == route).map(|at| public.remove(at));
        assert_eq!(listed.is_some(), rule == Rule::Public, "{route}");
    }
    assert_eq!(public, [] as [&str; 0], "listed as public and not there");
}

/// Whether they open depends on the entity asked for; who may see contacts may see accounts.
const BY_ENTITY: &[&str] = &[
    "history",
    "timelineFacets",
    "provenance",
    "recordAsOf",
    "recordCompare",
    "filterCheck",
    "filterFields",
    "filterSentence",
    "filterSuggestions",
    "savedViewCreate",
];

/// Make a record, by another name than most.
const MAKES: &[&str] = &["domainSetUpload"];

/// Needs no record: what one makes is one's own.
const OWN_BY_MAKING: &[&str] = &["taskCreate"];

#[tokio::test]
async fn every_root_field_opens_for_exactly_the_roles_of_the_table() {
    let app = TestApp::start().await;
    let sdl = schema::sdl();
    let types = types(&sdl);
    for RootField { root, field, rule } in SchemaRules::of_sdl(&sdl).unwrap().root_fields() {
        // Sockets go through the same gate; a query of one over HTTP is refused as such.
        if root == "Subscription" {
            continue;
        }
        let query = query(&types, &root, &field);
        let stranger = app.graphql_as(None, &query, json!({})).await;
        assert_eq!(code(&stranger), Some("UNAUTHENTICATED"), "{query}");
        for role in Role::ALL {
            let body = app.graphql(role, &query, json!({})).await;
            let open = match rule.unwrap() {
                // Its permission hangs on its argument.
                _ if BY_ENTITY.contains(&field.as_str()) => may(role, Permission::ContactsView),
                // There is no record yet that a narrower scope could reach; reach.rs has the rest.
                Rule::Needs(permission)
                    if (field.ends_with("Create") || MAKES.contains(&field.as_str()))
                        && !OWN_BY_MAKING.contains(&field.as_str()) =>
                {
                    allowed(role, permission) == Scope::All
                }
                Rule::Public | Rule::Entering | Rule::EnteringInPerson | Rule::SignedIn | Rule::InPerson => {
                    true
                }
                Rule::Needs(permission) => may(role, permission),
            };
            assert_eq!(code(&body) == Some("FORBIDDEN"), !open, "{role}: {query}: {body}");
            assert_ne!(code(&body), Some("INTERNAL"), "{role}: {query}: {body}");
            assert_ne!(code(&body), Some("QUERY_INVALID"), "{role}: {query}: {body}");
        }
    }
}

#[tokio::test]
async fn every_route_opens_for_exactly_the_roles_of_the_table() {
    let app = TestApp::start().await;
    for (method, path, rule) in RouteRules::of_document(&rest::document()).unwrap().all() {
        let rule = rule.unwrap();
        if rule == Rule::Public {
            continue;
        }
        let address = path.replace("{id}", ANY_ID);
        let (status, body) = answer(app.request(method.clone(), &address).json(&json!({}))).await;
        assert_eq!((status, body["code"].as_str()), (401, Some("UNAUTHENTICATED")), "{method} {path}");
        for role in Role::ALL {
            let (status, body) =
                answer(app.rest(role, method.clone(), &address).await.json(&json!({}))).await;
            let open = match rule {
                Rule::Public | Rule::Entering | Rule::EnteringInPerson | Rule::SignedIn | Rule::InPerson => {
                    true
                }
                // As with the fields that make a record.
                Rule::Needs(permission)
                    if (&method, path.as_str()) == (&Method::POST, "/api/v1/domain-sets") =>
                {
                    allowed(role, permission) == Scope::All
                }
                Rule::Needs(permission) => may(role, permission),
            };
            assert_eq!(status == 403, !open, "{role}: {method} {path}: {status} {body}");
            assert!(status < 500, "{role}: {method} {path}: {status} {body}");
        }
    }
}

fn may(role: Role, permission: Permission) -> bool {
    allowed(role, permission) != Scope::None
}

pub fn types(sdl: &str) -> Vec<TypeDefinition> {
    let definitions = parse_schema(sdl).unwrap().definitions.into_iter();
    definitions
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(definition) => Some(definition.node),
            _ => None,
        })
        .collect()
}

fn find<'a>(types: &'a [TypeDefinition], name: &str) -> Option<&'a TypeDefinition> {
    types.iter().find(|definition| definition.name.node == name)
}

/// Where an id is asked for, in the queries below.
pub const ANY_ID: &str = "00000000-0000-0000-0000-000000000007";

/// The smallest query of a field: required arguments only, and of its answer the name of the type.
fn query(types: &[TypeDefinition], root: &str, field: &str) -> String {
    let definition = definition(types, root, field);
    let answer = find(types, innermost(&definition.ty.node)).map(|definition| &definition.kind);
    // A plain value has no parts to ask for.
    let parts = if matches!(answer, None | Some(TypeKind::Scalar | TypeKind::Enum(_))) {
        ""
    } else {
        " { __typename }"
    };
    format!("{} {{ {field}{}{parts} }}", root.to_lowercase(), arguments(types, definition))
}

/// Of a list, what it is a list of.
fn innermost(ty: &Type) -> &str {
    match &ty.base {
        BaseType::List(inner) => innermost(inner),
        BaseType::Named(name) => name,
    }
}

/// A query of everything that a field's answer holds, down to the rows of a list; required arguments only.
pub fn query_for_all(types: &[TypeDefinition], root: &str, field: &str) -> String {
    let definition = definition(types, root, field);
    let parts = match parts(types, &definition.ty.node, 4) {
        Some(parts) if parts.is_empty() => String::new(),
        Some(parts) => format!(" {{ {parts} }}"),
        None => " { __typename }".to_owned(),
    };
    format!("{} {{ {field}{}{parts} }}", root.to_lowercase(), arguments(types, definition))
}

/// Names of what a type holds that needs no argument and no permission of its own. Empty for a plain value, `None` for an object of
/// which nothing can be asked so deep.
fn parts(types: &[TypeDefinition], ty: &Type, depth: usize) -> Option<String> {
    let object = match find(types, innermost(ty)).map(|definition| &definition.kind) {
        None | Some(TypeKind::Scalar | TypeKind::Enum(_)) => return Some(String::new()),
        Some(TypeKind::Object(object)) if depth > 0 => object,
        Some(_) => return None,
    };
    let mut asked = vec!["__typename".to_owned()];
    for field in object.fields.iter().map(|field| &field.node) {
        let needs =
            field.arguments.iter().any(|one| !one.node.ty.node.nullable && one.node.default_value.is_none());
        if needs || field.directives.iter().any(|one| one.node.name.node == "allow") {
            continue;
        }
        match parts(types, &field.ty.node, depth - 1) {
            Some(inner) if inner.is_empty() => asked.push(field.name.node.to_string()),
            Some(inner) => asked.push(format!("{} {{ {inner} }}", field.name.node)),
            None => {}
        }
    }
    Some(asked.join(" "))
}

fn definition<'a>(types: &'a [TypeDefinition], root: &str, field: &str) -> &'a FieldDefinition {
    let TypeKind::Object(object) = &find(types, root).unwrap().kind else { panic!("{root} is no object") };
    &object.fields.iter().find(|of| of.node.name.node == field).unwrap().node
}

/// The required ones, with something of the right type.
fn arguments(types: &[TypeDefinition], definition: &FieldDefinition) -> String {
    let arguments: Vec<String> = definition
        .arguments
        .iter()
        .filter(|argument| !argument.node.ty.node.nullable && argument.node.default_value.is_none())
        .map(|argument| format!("{}: {}", argument.node.name.node, value(types, &argument.node.ty.node)))
        .collect();
    if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) }
}

/// Something of the right type, as it stands in a query.
fn value(types: &[TypeDefinition], ty: &Type) -> String {
    let name = match &ty.base {
        BaseType::List(_) => return "[]".into(),
        BaseType::Named(name) => name.as_str(),
    };
    match find(types, name).map(|definition| &definition.kind) {
        Some(TypeKind::Enum(values)) => values.values[0].node.value.node.to_string(),
        Some(TypeKind::InputObject(input)) => {
            let fields = input
                .fields
                .iter()
                .filter(|field| !field.node.ty.node.nullable && field.node.default_value.is_none());
            let fields: Vec<String> = fields
                .map(|field| format!("{}: {}", field.node.name.node, value(types, &field.node.ty.node)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        _ => match name {
            "UUID" => format!("\"{ANY_ID}\""),
            "Int" => "1".into(),
            "Float" => "1.0".into(),
            "NaiveDate" => "\"2026-01-31\"".into(),
            "DateTime" => "\"2026-01-31T00:00:00Z\"".into(),
            "Boolean" => "false".into(),
            "JSON" => "{}".into(),
            _ => "\"x\"".into(),
        },
    }
}

#[tokio::test]
async fn limits_have_codes_of_our_own() {
    let app = TestApp::start().await;
    let deep = format!(
        "{{ contacts(first: 1) {{ edges {{ node {{ {} id {} }} }} }} }}",
        "account { contacts(first: 1) { edges { node { ".repeat(5),
        "} } } } ".repeat(5)
    );
    assert_eq!(code(&app.graphql(Role::Admin, &deep, json!({})).await), Some("QUERY_TOO_DEEP"));
    let wide: Vec<String> = (0..40)
        .map(|n| {
            format!("a{n}: contacts(first: 200) {{ edges {{ node {{ id email fullName jobTitle }} }} }}")
        })
        .collect();
    assert_eq!(
        code(&app.graphql(Role::Admin, &format!("{{ {} }}", wide.join(" ")), json!({})).await),
        Some("QUERY_TOO_COMPLEX")
    );
    for bad in ["{ contacts(first: 100000) { totalCount } }", "{ contacts(first: -1) { totalCount } }"] {
        assert_eq!(code(&app.graphql(Role::Admin, bad, json!({})).await), Some("BAD_PAGE"));
    }
    let intro: Value = app.graphql_as(None, "{ __schema { queryType { name } } }", json!({})).await;
    assert_eq!(intro["data"]["__schema"]["queryType"]["name"], "Query", "the schema is no secret");
}
