//! Custom fields: defined, filled by their type, filtered and exported by, archived, and who may do what.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, until};

const DEFINE: &str = "mutation($input: CustomFieldDefineInput!) { customFieldDefine(input: $input) { customField { key label type required personal options { value label retired } createdByName } position userErrors { code field message } } }";
const CHANGE: &str = "mutation($input: CustomFieldChangeInput!) { customFieldChange(input: $input) { customField { label options { value label retired } } userErrors { code field message } } }";

async fn define(app: &TestApp, input: Value) -> Value {
    let data = app.data(DEFINE, json!({ "input": input })).await;
    assert_eq!(data["customFieldDefine"]["userErrors"], json!([]), "{data}");
    data["customFieldDefine"]["customField"].clone()
}

async fn tier(app: &TestApp) {
    let input =
        json!({"entity": "CONTACT", "label": "Tier", "type": "CHOICE", "options": ["Gold", "Silver"]});
    let made = define(app, input).await;
    assert_eq!(
        (made["key"].as_str(), made["personal"].as_bool()),
        (Some("custom.tier"), Some(true)),
        "{made}"
    );
}

async fn contact(app: &TestApp, fields: Value) -> (u16, Value) {
    app.post(Role::Admin, "/api/v1/contacts", json!({ "fields": fields })).await
}

async fn count(app: &TestApp, filter: Value) -> Value {
    let query = "query($where: JSON) { contacts(filter: { where: $where }) { totalCount } }";
    app.data(query, json!({ "where": filter })).await["contacts"]["totalCount"].clone()
}

#[tokio::test]
async fn a_field_is_defined_joins_the_catalogue_and_its_values_are_read_by_type() {
    let app = TestApp::start().await;
    tier(&app).await;
    let seats = define(&app, json!({"entity": "CONTACT", "label": "Seats held", "type": "NUMBER"})).await;
    assert_eq!(seats["key"], "custom.seats_held");
    let again = app.data(DEFINE, json!({"input": {"entity": "CONTACT", "label": "TIER"}})).await;
    assert_eq!(again["customFieldDefine"]["userErrors"][0]["code"], "CUSTOM_FIELD_LABEL_TAKEN");
    assert_eq!(again["customFieldDefine"]["userErrors"][0]["field"], "label");
    let reserved = app.data(DEFINE, json!({"input": {"entity": "CONTACT", "label": "Job title"}})).await;
    assert_eq!(reserved["customFieldDefine"]["userErrors"][0]["code"], "CUSTOM_FIELD_RESERVED");

    let catalogue = "{ fieldCatalogue(entity: CONTACT) { key label kind group custom writable options choices { value label } } }";
    let data = app.data(catalogue, json!({})).await;
    let custom: Vec<Value> = data["fieldCatalogue"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|field| field["custom"] == true)
        .cloned()
        .collect();
    assert_eq!(custom.len(), 2, "{custom:?}");
    assert_eq!(custom[0]["kind"], "number");
    assert_eq!(
        (custom[1]["group"].as_str(), &custom[1]["options"]),
        (Some("Custom fields"), &json!(["Gold", "Silver"]))
    );

    let (status, made) = contact(&app, json!({"email": "ada@example.com", "custom.tier": "gold", "custom.seats_held": "12.50", "custom.old": "free"})).await;
    assert_eq!(status, 201, "{made}");
    let fields = &made["fields"];
    assert_eq!(
        (&fields["custom.tier"], &fields["custom.seats_held"], &fields["custom.old"]),
        (&json!("Gold"), &json!("12.5"), &json!("free"))
    );
    let (status, refused) = contact(
        &app,
        json!({"email": "bo@example.com", "custom.tier": "Bronze", "custom.seats_held": "many"}),
    )
    .await;
    assert_eq!(status, 422);
    let codes: Vec<&str> =
        refused["errors"].as_array().unwrap().iter().filter_map(|error| error["code"].as_str()).collect();
    assert_eq!(codes, ["NUMBER_INVALID", "CHOICE_UNKNOWN"], "{refused}");
}

#[tokio::test]
async fn filters_and_exports_know_the_type_and_the_names() {
    let app = TestApp::start().await;
    tier(&app).await;
    define(&app, json!({"entity": "CONTACT", "label": "Renewal", "type": "DATE"})).await;
    for (email, tier, renewal) in
        [("ada@example.com", "Gold", "2026-03-01"), ("bo@example.com", "Silver", "2026-09-01")]
    {
        let (status, body) =
            contact(&app, json!({"email": email, "custom.tier": tier, "custom.renewal": renewal})).await;
        assert_eq!(status, 201, "{body}");
    }
    until(&app, "{ contacts { totalCount } }", json!({}), |data| data["contacts"]["totalCount"] == 2).await;
    let input = json!({"entity": "CONTACT", "key": "custom.tier", "options": [{"value": "Gold", "label": "Gold partner"}, {"value": "Silver", "label": "Silver", "retired": true}, {"label": "Bronze"}]});
    let changed = app.data(CHANGE, json!({ "input": input })).await;
    assert_eq!(changed["customFieldChange"]["userErrors"], json!([]), "{changed}");

    assert_eq!(count(&app, json!({"field": "custom.tier", "op": "in", "value": ["Gold partner"]})).await, 1);
    assert_eq!(
        count(&app, json!({"field": "custom.renewal", "op": "after", "value": "2026-06-30"})).await,
        1
    );
    let sentence = "query($filter: JSON!) { filterSentence(entity: CONTACT, filter: $filter) }";
    let asked = json!({"filter": {"field": "custom.tier", "op": "equals", "value": "gold"}});
    assert_eq!(app.data(sentence, asked).await["filterSentence"], "Tier is Gold partner");
    let suggested = "{ filterSuggestions(entity: CONTACT, field: \"custom.tier\") { value label } }";
    let offered = app.data(suggested, json!({})).await["filterSuggestions"].clone();
    assert_eq!(
        offered,
        json!([{"value": "Gold", "label": "Gold partner"}, {"value": "Bronze", "label": "Bronze"}])
    );

    let start = "mutation($input: ExportStartInput!) { exportStart(input: $input) { export { id } userErrors { code message } } }";
    let input = json!({"input": {"entity": "CONTACT", "format": "CSV", "columns": ["email", "custom.tier", "custom.renewal"], "sort": {"field": "email"}}});
    let id = app.data(start, input.clone()).await["exportStart"]["export"]["id"].clone();
    let ended = until(&app, "query($id: UUID!) { export(id: $id) { state } }", json!({ "id": id }), |data| {
        data["export"]["state"] != "RUNNING"
    })
    .await;
    assert_eq!(ended["export"]["state"], "COMPLETED");
    let file =
        app.rest(Role::Admin, Method::GET, &format!("/api/v1/exports/{}/file", id.as_str().unwrap())).await;
    let text = file.send().await.unwrap().text().await.unwrap();
    assert!(text.contains("Email,Tier,Renewal\r\nada@example.com,Gold partner,2026-03-01\r\n"), "{text}");

    let archive =
        "mutation { customFieldArchive(entity: CONTACT, key: \"custom.tier\") { userErrors { code } } }";
    app.data(archive, json!({})).await;
    let refused = app.data(start, input).await;
    assert_eq!(refused["exportStart"]["userErrors"][0]["code"], "EXPORT_COLUMN_ARCHIVED", "{refused}");
    let check = "query($filter: JSON!) { filterCheck(entity: CONTACT, filter: $filter) { valid errors { code message } } }";
    let gone = app.data(check, json!({"filter": {"field": "custom.tier", "op": "is_empty"}})).await;
    assert_eq!(gone["filterCheck"]["errors"][0]["code"], "FILTER_FIELD_ARCHIVED", "{gone}");
    let (status, body) = contact(&app, json!({"email": "cy@example.com", "custom.tier": "Gold"})).await;
    assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("CUSTOM_FIELD_ARCHIVED")), "{body}");
    let restore = "mutation { customFieldRestore(entity: CONTACT, key: \"custom.tier\") { customField { archived } userErrors { code } } }";
    let back = app.data(restore, json!({})).await;
    assert_eq!(back["customFieldRestore"]["customField"]["archived"], false, "{back}");
    assert_eq!(count(&app, json!({"field": "custom.tier", "op": "has_value"})).await, 2);
}

#[tokio::test]
async fn what_is_required_is_asked_for_and_cannot_be_emptied() {
    let app = TestApp::start().await;
    define(&app, json!({"entity": "ACCOUNT", "label": "Fleet size", "type": "NUMBER", "required": true}))
        .await;
    let path = "/api/v1/accounts";
    let (status, body) = app.post(Role::Admin, path, json!({"fields": {"name": "Acme"}})).await;
    assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("CUSTOM_FIELD_REQUIRED")), "{body}");
    assert_eq!(body["errors"][0]["field"], "custom.fleet_size");
    let (status, made) =
        app.post(Role::Admin, path, json!({"fields": {"name": "Acme", "custom.fleet_size": 12.125}})).await;
    assert_eq!((status, &made["fields"]["custom.fleet_size"]), (201, &json!("12.125")), "{made}");
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let request = app.rest(Role::Admin, Method::PATCH, &one).await;
    let (status, body) = answer(request.json(&json!({"fields": {"custom.fleet_size": null}}))).await;
    assert_eq!((status, body["errors"][0]["code"].as_str()), (422, Some("CUSTOM_FIELD_REQUIRED")), "{body}");
}

#[tokio::test]
async fn rest_lists_defines_changes_and_archives_and_roles_hold() {
    let app = TestApp::start().await;
    let new = json!({"entity": "account", "label": "Region", "type": "multi", "options": ["North", "South"]});
    let (status, made) = app.post(Role::DataOps, "/api/v1/custom-fields", new.clone()).await;
    assert_eq!((status, made["key"].as_str()), (201, Some("custom.region")), "{made}");
    assert_eq!(app.post(Role::CampaignManager, "/api/v1/custom-fields", new).await.0, 403);
    let (status, body) = app
        .post(
            Role::Admin,
            "/api/v1/custom-fields",
            json!({"entity": "account", "label": "x", "type": "colour"}),
        )
        .await;
    assert_eq!((status, body["errors"][0]["field"].as_str()), (422, Some("type")), "{body}");
    let path = "/api/v1/custom-fields/account/custom.region";
    let change = |role| {
        let app = &app;
        async move { answer(app.rest(role, Method::PATCH, path).await.json(&json!({"label": "Market"}))).await }
    };
    assert_eq!(change(Role::DataOps).await.0, 403);
    let (status, changed) = change(Role::Admin).await;
    assert_eq!((status, changed["label"].as_str()), (200, Some("Market")), "{changed}");
    let (status, gone) = app.post(Role::Admin, &format!("{path}/archive"), json!({})).await;
    assert_eq!((status, gone["archived"].as_bool()), (200, Some(true)), "{gone}");
    let (_, listed) = app.get(Role::Agent, "/api/v1/custom-fields").await;
    assert_eq!(listed["items"], json!([]), "{listed}");
    let (_, listed) = app.get(Role::Agent, "/api/v1/custom-fields?entity=account&archived=true").await;
    assert_eq!(listed["items"][0]["options"][0]["value"], "North", "{listed}");
    assert_eq!(
        app.post(Role::Admin, "/api/v1/custom-fields/account/custom.none/archive", json!({})).await.0,
        404
    );
}

const RULES: &str = "mutation($input: CustomFieldChangeInput!) { customFieldChange(input: $input) { customField { unique default } userErrors { code field message recordId } } }";

#[tokio::test]
async fn a_unique_value_is_held_by_one_record_only_through_every_door() {
    let app = TestApp::start().await;
    let made = define(&app, json!({"entity": "CONTACT", "label": "Badge", "unique": true})).await;
    assert_eq!(made["key"], "custom.badge");
    let (status, ada) = contact(
        &app,
        json!({"email": "ada@example.com", "full_name": "Ada Lovelace", "custom.badge": "B-7"}),
    )
    .await;
    assert_eq!(status, 201, "{ada}");
    let (status, refused) = contact(&app, json!({"email": "bo@example.com", "custom.badge": " b-7"})).await;
    let error = &refused["errors"][0];
    assert_eq!(
        (status, &error["code"], &error["field"]),
        (422, &json!("CUSTOM_FIELD_TAKEN"), &json!("custom.badge")),
        "{refused}"
    );
    assert!(error["message"].as_str().unwrap().starts_with("Ada Lovelace has this Badge already"), "{error}");
    assert_eq!(error["record_id"], ada["id"]);

    // Given up, it is free; taken back by the other, it is not.
    let path = format!("/api/v1/contacts/{}", ada["id"].as_str().unwrap());
    let patch = async |fields: Value| {
        answer(app.rest(Role::Admin, Method::PATCH, &path).await.json(&json!({ "fields": fields }))).await
    };
    assert_eq!(patch(json!({"custom.badge": "B-8"})).await.0, 200);
    assert_eq!(contact(&app, json!({"email": "bo@example.com", "custom.badge": "B-7"})).await.0, 201);
    assert_eq!(patch(json!({"custom.badge": "B-7"})).await.1["errors"][0]["code"], "CUSTOM_FIELD_TAKEN");

    let file =
        "Email,Badge\ncy@example.com,B-7\ndi@example.com,B-9\ned@example.com,b-9\nada@example.com,B-8\n";
    let import = crate::importing::started(&app, file, None).await;
    let ended = crate::importing::ended(
        &app,
        &import,
        "outcomes { created updated unchanged rejected } problems { code rows rejected }",
    )
    .await;
    assert_eq!(
        ended["outcomes"],
        json!({"created": 1, "updated": 0, "unchanged": 1, "rejected": 2}),
        "{ended}"
    );
    assert_eq!(ended["problems"][0], json!({"code": "custom_value_taken", "rows": 2, "rejected": true}));

    let start = "mutation($input: BulkStartInput!) { bulkStart(input: $input) { userErrors { code } } }";
    let all = json!({"input": {"selection": {"entity": "CONTACT"}, "action": {"kind": "SET_FIELDS", "fields": {"custom.badge": "B-1"}}}});
    let refused = app.data(start, all).await;
    assert_eq!(refused["bulkStart"]["userErrors"][0]["code"], "BULK_FIELD_IDENTIFIES");
}

#[tokio::test]
async fn a_field_becomes_unique_only_once_no_two_records_hold_the_same() {
    let app = TestApp::start().await;
    define(&app, json!({"entity": "CONTACT", "label": "Badge"})).await;
    for (email, badge) in [("ada@example.com", "B-7"), ("bo@example.com", "b-7"), ("cy@example.com", "B-9")] {
        assert_eq!(contact(&app, json!({"email": email, "custom.badge": badge})).await.0, 201);
    }
    let unique =
        |unique: bool| json!({"input": {"entity": "CONTACT", "key": "custom.badge", "unique": unique}});
    let refused = app.data(RULES, unique(true)).await;
    let error = &refused["customFieldChange"]["userErrors"][0];
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("CUSTOM_FIELD_VALUES_COLLIDE"), &json!("unique")),
        "{refused}"
    );
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("ada@example.com") && message.contains("bo@example.com"), "{message}");
    assert!(!message.contains("cy@example.com"), "{message}");

    let id = error["recordId"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/contacts/{id}");
    let body = json!({"fields": {"custom.badge": "B-6"}});
    assert_eq!(answer(app.rest(Role::Admin, Method::PATCH, &path).await.json(&body)).await.0, 200);
    let changed = app.data(RULES, unique(true)).await;
    assert_eq!(changed["customFieldChange"]["customField"]["unique"], true, "{changed}");
    // What was there before it became unique is guarded, too.
    let (_, refused) = contact(&app, json!({"email": "di@example.com", "custom.badge": "B-9"})).await;
    assert_eq!(refused["errors"][0]["code"], "CUSTOM_FIELD_TAKEN", "{refused}");
    app.data(RULES, unique(false)).await;
    assert_eq!(contact(&app, json!({"email": "di@example.com", "custom.badge": "B-9"})).await.0, 201);
}

#[tokio::test]
async fn a_default_is_taken_where_nobody_says_anything() {
    let app = TestApp::start().await;
    let input = json!({"entity": "CONTACT", "label": "Tier", "type": "CHOICE", "options": ["Gold", "Silver"], "required": true, "default": "silver"});
    define(&app, input).await;
    let (status, made) = contact(&app, json!({"email": "ada@example.com"})).await;
    assert_eq!((status, &made["fields"]["custom.tier"]), (201, &json!("Silver")), "{made}");
    let (_, given) = contact(&app, json!({"email": "bo@example.com", "custom.tier": "Gold"})).await;
    assert_eq!(given["fields"]["custom.tier"], "Gold");
    let import =
        crate::importing::started(&app, "Email,Tier\ncy@example.com,\ndi@example.com,Gold\n", None).await;
    crate::importing::ended(&app, &import, "state").await;
    assert_eq!(count(&app, json!({"field": "custom.tier", "op": "in", "value": ["Silver"]})).await, 2);

    let wrong = json!({"input": {"entity": "CONTACT", "key": "custom.tier", "default": "Bronze"}});
    let refused = app.data(RULES, wrong).await;
    assert_eq!(refused["customFieldChange"]["userErrors"][0]["code"], "CUSTOM_FIELD_DEFAULT_INVALID");
    let both = json!({"input": {"entity": "ACCOUNT", "label": "Number", "unique": true, "default": "1"}});
    let refused = app.data(DEFINE, both).await;
    assert_eq!(refused["customFieldDefine"]["userErrors"][0]["code"], "CUSTOM_FIELD_UNIQUE_WITH_DEFAULT");
    let none = json!({"input": {"entity": "CONTACT", "key": "custom.tier", "default": null}});
    assert_eq!(app.data(RULES, none).await["customFieldChange"]["customField"]["default"], Value::Null);
    let kept = json!({"input": {"entity": "CONTACT", "key": "custom.tier", "default": "Gold"}});
    assert_eq!(app.data(RULES, kept).await["customFieldChange"]["customField"]["default"], "Gold");
}

#[tokio::test]
async fn a_type_that_contradicts_what_records_hold_is_refused_with_them() {
    let app = TestApp::start().await;
    for (email, seats) in [("ada@example.com", "twelve"), ("bo@example.com", "14")] {
        assert_eq!(contact(&app, json!({"email": email, "custom.seats_held": seats})).await.0, 201);
    }
    let number = json!({"input": {"entity": "CONTACT", "label": "Seats held", "type": "NUMBER"}});
    let refused = app.data(DEFINE, number).await;
    let error = &refused["customFieldDefine"]["userErrors"][0];
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("CUSTOM_FIELD_VALUES_CONTRADICT"), &json!("type")),
        "{refused}"
    );
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("twelve") && message.contains("ada@example.com"), "{message}");
    define(&app, json!({"entity": "CONTACT", "label": "Seats held", "type": "TEXT"})).await;
}
