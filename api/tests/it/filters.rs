//! Filters at the two doors: the same JSON, the same mistakes, nobody sees more by them.

use std::time::Duration;

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, code, until};

const COUNT: &str = "query($where: JSON, $zone: String) { contacts(first: 10, filter: { where: $where, timeZone: $zone }, sort: { field: \"full_name\" }) { totalCount edges { node { fullName } } } }";

async fn with_people() -> TestApp {
    let app = TestApp::start().await;
    for (name, title, country) in
        [("Ada Ångström", "Head of Sales", "DE"), ("Bert", "Clerk", "AT"), ("Cleo", "head waiter", "US")]
    {
        let email = format!("{}@example.com", name.split(' ').next().unwrap().to_lowercase());
        let fields = json!({"full_name": name, "job_title": title, "country": country, "email": email, "custom.size": "12"});
        let (status, body) = app.post(Role::Admin, "/api/v1/contacts", json!({ "fields": fields })).await;
        assert_eq!(status, 201, "{body}");
    }
    let (status, _) = app
        .post(Role::Admin, "/api/v1/accounts", json!({"fields": {"name": "Acme", "staff_count": 7}}))
        .await;
    assert_eq!(status, 201);
    until(&app, "{ contacts { totalCount } accounts { totalCount } }", json!({}), |data| {
        data["contacts"]["totalCount"] == 3 && data["accounts"]["totalCount"] == 1
    })
    .await;
    app
}

fn heads_in_europe() -> Value {
    json!({"all": [
        {"field": "country", "op": "in", "value": ["Germany", "AT"]},
        {"field": "job_title", "op": "contains", "value": "HEAD"}
    ]})
}

async fn rest(app: &TestApp, role: Role, filter: &str) -> (u16, Value) {
    let request = app
        .rest(role, Method::GET, "/api/v1/contacts")
        .await
        .query(&[("filter", filter), ("timeZone", "Europe/Berlin")]);
    crate::support::answer(request).await
}

#[tokio::test]
async fn the_same_filter_finds_the_same_over_graphql_and_rest() {
    let app = with_people().await;
    let data = app.data(COUNT, json!({"where": heads_in_europe(), "zone": "Europe/Berlin"})).await;
    assert_eq!(data["contacts"], json!({"totalCount": 1, "edges": [{"node": {"fullName": "Ada Ångström"}}]}));
    let (status, body) = rest(&app, Role::Admin, &heads_in_europe().to_string()).await;
    assert_eq!(status, 200, "{body}");
    assert_eq!(body["items"].as_array().unwrap().len(), 1);
    assert_eq!(body["items"][0]["fields"]["full_name"], "Ada Ångström");
    let today = json!({"all": [{"field": "created_at", "op": "on", "value": "today"}, {"field": "custom.size", "op": "greater", "value": 11.5}]});
    assert_eq!(app.data(COUNT, json!({"where": today})).await["contacts"]["totalCount"], 3);
    // Beside the arguments there were before.
    let both =
        "query($where: JSON) { contacts(filter: { country: [\"US\"], where: $where }) { totalCount } }";
    let head = json!({"field": "job_title", "op": "starts_with", "value": "head"});
    assert_eq!(app.data(both, json!({"where": head})).await["contacts"]["totalCount"], 1);
    let inline = "{ accounts(filter: { where: { field: \"staff_count\", op: \"between\", value: { from: 5, to: 7 } } }) { totalCount edges { node { name } } } }";
    assert_eq!(app.data(inline, json!({})).await["accounts"]["edges"][0]["node"]["name"], "Acme");
    let (status, body) = app.get(Role::Admin, "/api/v1/accounts?filter=%7B%22field%22%3A%22name%22%2C%22op%22%3A%22ends_with%22%2C%22value%22%3A%22ME%22%7D").await;
    assert_eq!((status, body["items"].as_array().map(Vec::len)), (200, Some(1)), "{body}");
}

#[tokio::test]
async fn mistakes_come_with_their_place_at_both_doors() {
    let app = with_people().await;
    let wrong = json!({"all": [{"field": "job_titel", "op": "is_empty"}, {"any": [{"field": "country", "op": "equals", "value": "Atlantis"}]}]});
    let body = app.graphql(Role::Admin, COUNT, json!({"where": wrong})).await;
    assert_eq!(code(&body), Some("BAD_FILTER"));
    let errors = &body["errors"][0]["extensions"]["errors"];
    assert_eq!(errors[0]["path"], "all[0]");
    assert_eq!(errors[0]["code"], "FILTER_UNKNOWN_FIELD");
    assert_eq!(errors[1]["path"], "all[1].any[0]");
    let (status, body) = rest(&app, Role::Admin, &wrong.to_string()).await;
    assert_eq!(
        (status, &body["code"], &body["errors"][1]["code"]),
        (400, &json!("BAD_FILTER"), &json!("FILTER_VALUE_UNKNOWN"))
    );
    assert_eq!(body["errors"], *errors);

    let deep = (0..20).fold(json!({"field": "city", "op": "is_empty"}), |inner, _| json!({"any": [inner]}));
    let many =
        json!({"field": "city", "op": "in", "value": (0..10_000).map(|n| n.to_string()).collect::<Vec<_>>()});
    let long = json!({"field": "city", "op": "contains", "value": "x".repeat(10_240)});
    for (filter, expected) in
        [(deep, "FILTER_TOO_DEEP"), (many, "FILTER_TOO_MANY_VALUES"), (long, "FILTER_TEXT_TOO_LONG")]
    {
        let body = app.graphql(Role::Admin, COUNT, json!({"where": filter})).await;
        assert_eq!(body["errors"][0]["extensions"]["errors"][0]["code"], expected);
    }
    for not_json in ["{", "[]", "null", "\"x\"", "country = 'DE'"] {
        let (status, body) = rest(&app, Role::Admin, not_json).await;
        assert_eq!((status, body["errors"][0]["code"].as_str()), (400, Some("FILTER_SHAPE")), "{not_json}");
    }
    let body = app.graphql(Role::Admin, COUNT, json!({"where": {}, "zone": "Mars"})).await;
    assert_eq!(code(&body), Some("BAD_FILTER"));
    for harmless in ["'; drop table read.contacts; --", "%", "_", "\\", "$1", "\u{0}x", "\u{202e}"] {
        let filter = json!({"any": [{"field": "city", "op": "contains", "value": harmless}, {"field": "custom.size", "op": "in", "value": [harmless]}]});
        let data = app.graphql(Role::Admin, COUNT, json!({"where": filter})).await;
        assert!(data["errors"].is_null() || code(&data) == Some("BAD_FILTER"), "{harmless:?} {data}");
        if data["errors"].is_null() {
            assert_eq!(data["data"]["contacts"]["totalCount"], 0, "{harmless:?}");
        }
    }
}

#[tokio::test]
async fn a_form_learns_fields_values_mistakes_and_the_sentence() {
    let app = with_people().await;
    let fields = "{ filterFields(entity: CONTACT) { key label group type kind operators { name label takes } options target nullable suggestions } }";
    let fields = app.data(fields, json!({})).await["filterFields"].take();
    let field =
        |key: &str| fields.as_array().unwrap().iter().find(|field| field["key"] == key).unwrap().clone();
    assert_eq!(field("country")["type"], "COUNTRY");
    assert_eq!(field("account")["target"], "ACCOUNT");
    assert_eq!(field("custom.size")["group"], "Custom fields");
    assert_eq!(field("created_at")["nullable"], false);
    assert_eq!(
        field("created_at")["operators"][4],
        json!({"name": "in_last_days", "label": "is in the last … days", "takes": "DAYS"})
    );
    assert!(field("seniority_level")["options"].as_array().unwrap().contains(&json!("VP")));

    let suggest = "query($field: String!, $prefix: String!) { filterSuggestions(entity: CONTACT, field: $field, prefix: $prefix, limit: 5) { value label seen } }";
    let suggestions = |field: &'static str, prefix: &'static str| {
        let app = &app;
        async move {
            app.data(suggest, json!({"field": field, "prefix": prefix})).await["filterSuggestions"].take()
        }
    };
    assert_eq!(
        suggestions("country", "ger").await,
        json!([{"value": "DE", "label": "Germany", "seen": null}])
    );
    assert_eq!(
        suggestions("job_title", "HEAD OF").await,
        json!([{"value": "Head of Sales", "label": "Head of Sales", "seen": 1}])
    );
    assert_eq!(suggestions("owner", "me").await[0]["value"], "me");
    let owners = "{ filterSuggestions(entity: CONTACT, field: \"owner\", limit: 50) { value } users { edges { node { id client { id } } } } }";
    let data = app.data(owners, json!({})).await;
    let offered = data["filterSuggestions"].as_array().unwrap();
    for edge in data["users"]["edges"].as_array().unwrap() {
        let user = &edge["node"];
        let is_offered = offered.iter().any(|one| one["value"] == user["id"]);
        assert_eq!(is_offered, user["client"].is_null(), "people of clients own no records: {user}");
    }

    let check = "query($filter: JSON!) { filterCheck(entity: CONTACT, filter: $filter) { valid sentence normalized errors { path code field operator value message } } }";
    let good = app.data(check, json!({"filter": heads_in_europe()})).await["filterCheck"].take();
    assert_eq!(good["sentence"], "Country is Germany or Austria and job title contains \"HEAD\"");
    assert_eq!(good["normalized"]["all"][0]["value"], json!(["DE", "AT"]));
    assert_eq!(good["normalized"]["v"], 1);
    let bad = app
        .data(check, json!({"filter": {"any": [{"field": "score", "op": "greater", "value": "x"}]}}))
        .await["filterCheck"]
        .take();
    assert_eq!(bad["valid"], false);
    assert_eq!(
        bad["errors"][0],
        json!({"path": "any[0]", "code": "FILTER_VALUE_TYPE", "field": "score", "operator": "greater", "value": "x", "message": "Score: \"x\" is not what fits here. Send a whole number, as 50."})
    );

    let account = app.data("{ accounts { edges { node { id } } } }", json!({})).await["accounts"]["edges"][0]
        ["node"]["id"]
        .take();
    let sentence = app
        .data(
            "query($filter: JSON!) { filterSentence(entity: CONTACT, filter: $filter) }",
            json!({"filter": {"field": "account", "op": "equals", "value": account}}),
        )
        .await;
    assert_eq!(sentence["filterSentence"], "Account is Acme");
}

#[tokio::test]
async fn each_role_filters_what_it_may_see() {
    let app = with_people().await;
    for (role, seen) in [
        (Role::Admin, Some(1)),
        (Role::CampaignManager, Some(1)),
        (Role::DataOps, Some(1)),
        (Role::QaAnalyst, Some(1)),
        (Role::Agent, Some(0)),
        (Role::ClientUser, None),
    ] {
        let body = app.graphql(role, COUNT, json!({"where": heads_in_europe()})).await;
        let (status, listed) = rest(&app, role, &heads_in_europe().to_string()).await;
        let fields = app.graphql(role, "{ filterFields(entity: CONTACT) { key } }", json!({})).await;
        let suggestions = app
            .graphql(
                role,
                "{ filterSuggestions(entity: CONTACT, field: \"job_title\", prefix: \"head\") { label } }",
                json!({}),
            )
            .await;
        match seen {
            Some(seen) => {
                assert_eq!(body["data"]["contacts"]["totalCount"], seen, "{role:?}");
                assert_eq!(
                    (status, listed["items"].as_array().map(Vec::len)),
                    (200, usize::try_from(seen).ok()),
                    "{role:?}"
                );
                assert!(fields["errors"].is_null(), "{role:?}");
                let count = suggestions["data"]["filterSuggestions"].as_array().unwrap().len();
                assert_eq!(count, if seen == 0 { 0 } else { 2 }, "{role:?}");
            }
            None => {
                assert_eq!(status, 403, "{role:?}");
                for refused in [&body, &fields, &suggestions] {
                    assert_eq!(code(refused), Some("FORBIDDEN"), "{role:?} {refused}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_count_whose_request_goes_away_is_cancelled_in_postgres() {
    let app = with_people().await;
    let options = app.backend.context.log.pools.options();
    let mut lock: sqlx::PgConnection = sqlx::Connection::connect_with(&options).await.unwrap();
    sqlx::raw_sql("begin; lock table read.contacts in access exclusive mode")
        .execute(&mut lock)
        .await
        .unwrap();
    let waiting = "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and wait_event_type = 'Lock' and query like 'select count(*) from read.contacts%'";
    let token = app.token(Role::Admin).await;
    let asking = app
        .request(Method::POST, "/graphql")
        .bearer_auth(token)
        .json(&json!({"query": "query($where: JSON) { contacts(filter: { where: $where }) { totalCount } }", "variables": {"where": heads_in_europe()}}));
    let superseded = tokio::spawn(asking.send());
    for (expected, act) in [(1_i64, true), (0, false)] {
        let mut found = -1;
        // Well below the five seconds after which it would end anyway.
        for _ in 0..300 {
            found =
                sqlx::query_scalar(waiting).fetch_one(&app.backend.context.log.pools.write).await.unwrap();
            if found == expected {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(found, expected);
        if act {
            superseded.abort();
        }
    }
}
