//! Questions nobody should ask: too large, too deep, full of marks that mean something elsewhere, about fields that are
//! gone. Each is answered by a named mistake or by exactly what was asked, and nothing is left half-done.

use std::time::{Duration, Instant};

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, code, until};

const CONTACTS: &str = "query($where: JSON, $q: String) { contacts(filter: { where: $where, q: $q }) { totalCount edges { node { fullName } } } }";
const EXPORT: &str = "mutation($input: ExportStartInput!) { exportStart(input: $input) { export { id state } userErrors { code message } } }";

/// Marks of SQL, of LIKE, of regular expressions and of text search, in names of people who are told apart by nothing else.
const MARKED: [&str; 8] = [
    "Percent 100% Sign",
    "Under_score",
    "Back\\slash",
    "Quote ' or '1'='1",
    "Drop\"; drop table read.contacts; --",
    "Dollar $1 $$ $tag$",
    "Regex .*+?[a-z]{2}|^(x)",
    "Query & word:* | !not <->",
];

async fn with_marked() -> TestApp {
    let app = TestApp::start().await;
    for (number, name) in MARKED.iter().enumerate() {
        let (status, body) =
            app.post(Role::Admin, "/api/v1/contacts", json!({"fields": {"full_name": name, "city": name, "email": format!("n{number}@example.com")}})).await;
        assert_eq!(status, 201, "{body}");
    }
    until(&app, "{ contacts { totalCount } }", json!({}), |data| {
        data["contacts"]["totalCount"] == MARKED.len()
    })
    .await;
    app
}

fn nested(levels: usize) -> Value {
    let innermost = json!({"field": "city", "op": "has_value"});
    (0..levels).fold(innermost, |inner, _| json!({ "all": [inner] }))
}

fn oversized() -> [(Value, &'static str); 4] {
    let many: Vec<String> = (0..10_000).map(|n| format!("city {n}")).collect();
    let conditions: Vec<Value> = (0..1_000).map(|_| json!({"field": "city", "op": "has_value"})).collect();
    [
        (json!({"field": "city", "op": "in", "value": many}), "FILTER_TOO_MANY_VALUES"),
        (nested(20), "FILTER_TOO_DEEP"),
        (json!({"field": "city", "op": "contains", "value": "x".repeat(10 * 1024)}), "FILTER_TEXT_TOO_LONG"),
        (json!({ "any": conditions }), "FILTER_TOO_MANY_CONDITIONS"),
    ]
}

/// Nothing that was refused may have left a trace.
async fn exports(app: &TestApp) -> usize {
    app.data("{ exports { edges { node { id } } } }", json!({})).await["exports"]["edges"]
        .as_array()
        .unwrap()
        .len()
}

#[tokio::test]
async fn what_is_too_large_is_refused_by_name_at_every_door_and_leaves_nothing() {
    let app = with_marked().await;
    for (filter, expected) in oversized() {
        let body = app.graphql(Role::Admin, CONTACTS, json!({ "where": filter })).await;
        assert_eq!(code(&body), Some("BAD_FILTER"), "{expected}: {body}");
        assert_eq!(body["errors"][0]["extensions"]["errors"][0]["code"], expected);
        let check = "query($filter: JSON!) { filterCheck(entity: CONTACT, filter: $filter) { errors { code message } } }";
        let checked = app.data(check, json!({ "filter": filter })).await;
        assert_eq!(checked["filterCheck"]["errors"][0]["code"], expected, "{checked}");

        let wanted = json!({"entity": "CONTACT", "format": "CSV", "columns": ["email"], "contacts": {"where": filter}});
        let refused = app.graphql(Role::Admin, EXPORT, json!({ "input": wanted })).await;
        assert_eq!(code(&refused), Some("BAD_FILTER"), "{expected}: {refused}");
        let wanted =
            json!({"entity": "contact", "format": "csv", "columns": ["email"], "filter": {"where": filter}});
        let (status, refused) = app.post(Role::Admin, "/api/v1/exports", wanted).await;
        assert!((400..500).contains(&status), "{expected}: {status} {refused}");

        // A longer address is none: the client itself refuses it.
        let text = filter.to_string();
        if text.len() < 16 * 1024 {
            let request = app.rest(Role::Admin, reqwest::Method::GET, "/api/v1/contacts").await;
            let answer = request.query(&[("filter", text)]).send().await.unwrap();
            assert!((400..500).contains(&answer.status().as_u16()), "{expected}: {}", answer.status());
        }
    }
    assert_eq!(exports(&app).await, 0, "a refused export is on the list");
}

#[tokio::test]
async fn marks_of_other_languages_are_letters_like_any_other() {
    let app = with_marked().await;
    for name in MARKED {
        for (op, value) in [
            ("equals", json!(name)),
            ("contains", json!(name)),
            ("starts_with", json!(name)),
            ("ends_with", json!(name)),
            ("in", json!([name, "nowhere"])),
        ] {
            for field in ["full_name", "city"] {
                let filter = json!({"field": field, "op": op, "value": value});
                let data = app.data(CONTACTS, json!({ "where": filter })).await;
                assert_eq!(data["contacts"]["totalCount"], 1, "{filter}");
                assert_eq!(data["contacts"]["edges"][0]["node"]["fullName"], *name, "{filter}");
            }
        }
    }
    for (typed, found) in [("%", 1), ("_", 1), ("\\", 1), ("'", 1), ("\"", 1), ("$1", 1), (".*", 1)] {
        let filter = json!({"field": "city", "op": "contains", "value": typed});
        let data = app.data(CONTACTS, json!({ "where": filter })).await;
        assert_eq!(data["contacts"]["totalCount"], found, "{typed}");
    }
    for name in MARKED {
        let data = app.data(CONTACTS, json!({ "q": name })).await;
        let found = data["contacts"]["totalCount"].as_i64().unwrap();
        assert!((0..=1).contains(&found), "{name} finds {found}");
    }
    assert_eq!(
        app.data("{ contacts { totalCount } }", json!({})).await["contacts"]["totalCount"],
        MARKED.len()
    );
}

#[tokio::test]
async fn ten_kilobytes_of_search_text_are_answered_soon() {
    let app = with_marked().await;
    let words = "needle in a haystack ".repeat(512);
    for text in ["x".repeat(10 * 1024), words, "% _ ' ".repeat(1_707), "é".repeat(5 * 1024)] {
        let began = Instant::now();
        let body = app.graphql(Role::Admin, CONTACTS, json!({ "q": text })).await;
        let took = began.elapsed();
        let named = code(&body).is_some_and(|code| code.starts_with("BAD_"));
        let empty = body["data"]["contacts"]["totalCount"] == 0;
        assert!(named || empty, "{}: {body}", &text[..20]);
        assert!(took < Duration::from_secs(5), "{took:?} for {}", &text[..20]);
        let (status, body) = crate::support::answer(
            app.rest(Role::Admin, reqwest::Method::GET, "/api/v1/contacts").await.query(&[("q", &text)]),
        )
        .await;
        assert!(status < 500, "{status} {body}");
    }
}

#[tokio::test]
async fn an_export_that_names_what_is_not_there_is_refused_whole() {
    let app = with_marked().await;
    let gone = [
        (json!({"columns": ["email", "shoe_size"]}), "EXPORT_UNKNOWN_COLUMN", "shoe_size"),
        (json!({"columns": ["email"], "sort": {"field": "shoe_size"}}), "EXPORT_UNKNOWN_SORT", "shoe_size"),
    ];
    for (wanted, expected, named) in gone {
        let mut input = json!({"entity": "CONTACT", "format": "CSV"});
        input.as_object_mut().unwrap().extend(wanted.as_object().unwrap().clone());
        let data = app.data(EXPORT, json!({ "input": input })).await;
        let error = &data["exportStart"]["userErrors"][0];
        assert_eq!(error["code"], expected, "{data}");
        assert!(error["message"].as_str().unwrap().contains(named), "{data}");
    }
    let filter = json!({"field": "shoe_size", "op": "equals", "value": "12"});
    let input =
        json!({"entity": "CONTACT", "format": "CSV", "columns": ["email"], "contacts": {"where": filter}});
    let body = app.graphql(Role::Admin, EXPORT, json!({ "input": input })).await;
    assert_eq!(code(&body), Some("BAD_FILTER"), "{body}");
    assert!(body.to_string().contains("shoe_size"), "{body}");
    assert_eq!(exports(&app).await, 0, "a refused export is on the list");
}

/// What is written stands in the log for good.
#[tokio::test]
async fn a_reason_that_does_not_end_is_refused_wherever_one_is_given() {
    let app = TestApp::start().await;
    let made =
        app.post(Role::Admin, "/api/v1/accounts", json!({ "fields": { "name": "Northwind" } })).await.1;
    let (account, reason) = (made["id"].as_str().unwrap(), "why ".repeat(1_000));
    let someone =
        app.get(Role::Admin, "/api/v1/users").await.1["items"][0]["id"].as_str().unwrap().to_owned();
    let selection = json!({ "entity": "account", "ids": [account] });
    for (path, body) in [
        (format!("/api/v1/accounts/{account}/archive"), json!({ "reason": reason })),
        (format!("/api/v1/users/{someone}/disable"), json!({ "reason": reason })),
        (
            "/api/v1/bulk-changes".to_owned(),
            json!({ "selection": selection, "action": { "kind": "archive", "reason": reason } }),
        ),
    ] {
        let (status, refused) = app.post(Role::Admin, &path, body).await;
        assert_eq!(
            (status, &refused["errors"][0]["code"]),
            (422, &json!("REASON_TOO_LONG")),
            "{path}: {refused}"
        );
    }
}

/// Each of these is looked up, looked for or kept one by one.
#[tokio::test]
async fn lists_that_do_not_end_are_refused_by_name() {
    let app = TestApp::start().await;
    let many: Vec<String> = (0..5_001).map(|n| format!("country {n}")).collect();
    for filter in [json!({ "country": many }), json!({ "country": ["x".repeat(1_001)] })] {
        let listed = "query($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }";
        let refused = app.graphql(Role::Admin, listed, json!({ "filter": filter })).await;
        assert_eq!(code(&refused), Some("BAD_FILTER"), "{refused}");
        let input = json!({ "entity": "CONTACT", "format": "CSV", "columns": ["email"], "contacts": filter });
        let refused = app.graphql(Role::Admin, EXPORT, json!({ "input": input })).await;
        assert_eq!(code(&refused), Some("BAD_FILTER"), "{refused}");
        let wanted = json!({ "entity": "contact", "format": "csv", "columns": ["email"], "filter": filter });
        let (status, refused) = app.post(Role::Admin, "/api/v1/exports", wanted).await;
        assert_eq!((status, &refused["code"]), (400, &json!("BAD_FILTER")), "{refused}");
    }
    let long = json!({ "entity": "contact", "format": "csv", "columns": ["email"], "filter": { "q": "x".repeat(301) } });
    let (status, refused) = app.post(Role::Admin, "/api/v1/exports", long).await;
    assert_eq!((status, &refused["code"]), (400, &json!("BAD_FILTER")), "{refused}");
    assert_eq!(exports(&app).await, 0, "a refused export is on the list");

    let teams = vec!["00000000-0000-0000-0000-000000000007"; 101];
    let invited = json!({ "email": "new@example.com", "role": "AGENT", "teamIds": teams });
    let (status, refused) = app.post(Role::Admin, "/api/v1/invitations", invited).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("TOO_MANY_TEAMS")), "{refused}");

    let contact = json!({ "fields": { "email": "old@example.com" } });
    let (_, made) = app.post(Role::Admin, "/api/v1/contacts", contact).await;
    let path = format!("/api/v1/contacts/{}/restore-values", made["id"].as_str().unwrap());
    let back = json!({ "fields": vec!["city"; 501], "position": 1 });
    let (status, refused) = app.post(Role::Admin, &path, back).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("RESTORE_TOO_MANY")), "{refused}");
}

/// Parsers repeat what they stumbled over.
#[tokio::test]
async fn a_refusal_does_not_send_back_all_that_was_sent() {
    let app = TestApp::start().await;
    let long = "x".repeat(100_000);
    let (status, refused) = app.post(Role::Admin, "/api/v1/accounts", json!({ "fields": long })).await;
    assert!((400..500).contains(&status), "{status}");
    assert!(refused.to_string().len() < 2_000, "{status}");
}
