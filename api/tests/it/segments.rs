//! Segments through both doors: defined, followed, explained, shared, refused.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, until};

const CREATE: &str = "mutation($input: SegmentCreateInput!) { segmentCreate(input: $input) { segment { id name sharing active archived mayEdit } position userErrors { code field message } } }";
const ONE: &str =
    "query($id: UUID!) { segment(id: $id) { name members settled refreshedAt usedBy { name } } }";

fn germans(name: &str) -> Value {
    json!({"input": {"entity": "CONTACT", "name": name, "sharing": "EVERYONE",
        "filter": {"field": "country", "op": "equals", "value": "DE"}}})
}

async fn contact(app: &TestApp, email: &str, country: &str) -> String {
    let create = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { message } } }";
    let fields = json!({"email": email, "first_name": "Ada", "country": country});
    let made = app.data(create, json!({"input": {"fields": fields}})).await;
    made["contactCreate"]["contact"]["id"].as_str().unwrap().to_owned()
}

async fn members(app: &TestApp, id: &str, wanted: i64) {
    until(app, ONE, json!({ "id": id }), |data| {
        data["segment"]["members"] == wanted && data["segment"]["settled"] == true
    })
    .await;
}

#[tokio::test]
async fn a_segment_follows_the_data_and_says_why() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@segments.example", "DE").await;
    let made = app.graphql(Role::CampaignManager, CREATE, germans("Germans")).await;
    let segment = &made["data"]["segmentCreate"]["segment"];
    assert_eq!(
        (segment["name"].as_str(), segment["mayEdit"].as_bool()),
        (Some("Germans"), Some(true)),
        "{made}"
    );
    let id = segment["id"].as_str().unwrap();
    members(&app, id, 1).await;

    let update =
        "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }";
    let changed = app.data(update, json!({"input": {"id": ada, "fields": {"country": "AT"}}})).await;
    assert_eq!(changed["contactUpdate"]["userErrors"], json!([]), "{changed}");
    members(&app, id, 0).await;
    let why = "query($id: UUID!, $record: UUID!) { segmentWhy(id: $id, recordId: $record) { member fulfils conditions { sentence holds } stays { enteredBecause { cause } leftBecause { cause position conditions { sentence holds } } } } }";
    let told = app.graphql(Role::QaAnalyst, why, json!({"id": id, "record": ada})).await;
    let why = &told["data"]["segmentWhy"];
    assert_eq!((why["member"].as_bool(), why["fulfils"].as_bool()), (Some(false), Some(false)), "{told}");
    let left = &why["stays"][0]["leftBecause"];
    assert_eq!(left["conditions"], json!([{"sentence": "Country is Germany", "holds": false}]), "{told}");
    assert!(left["position"].as_i64().is_some(), "{told}");

    let preview = "query($filter: JSON!) { segmentPreview(entity: CONTACT, filter: $filter) { count sentence contacts { id } accounts { id } } }";
    let austrians = json!({"field": "country", "op": "equals", "value": "AT"});
    let seen = app.graphql(Role::DataOps, preview, json!({"filter": austrians})).await;
    assert_eq!(seen["data"]["segmentPreview"]["count"], 1, "{seen}");
    assert_eq!(seen["data"]["segmentPreview"]["contacts"][0]["id"], ada.as_str(), "{seen}");
    let moved = "query($id: UUID!) { segmentMoved(id: $id, moved: LEFT, since: \"2020-01-01T00:00:00Z\") { totalCount edges { node { recordId contact { id } } } } segmentMoves(id: $id, since: \"2020-01-01T00:00:00Z\") { entered left } segmentMembers(id: $id) { totalCount } }";
    let seen = app.graphql(Role::DataOps, moved, json!({ "id": id })).await;
    assert_eq!(seen["data"]["segmentMoves"], json!({"entered": 1, "left": 1}), "{seen}");
    assert_eq!(seen["data"]["segmentMoved"]["edges"][0]["node"]["contact"]["id"], ada.as_str(), "{seen}");
    assert_eq!(seen["data"]["segmentMembers"]["totalCount"], 0, "{seen}");
}

#[tokio::test]
async fn what_others_are_defined_by_is_not_archived_and_a_circle_is_refused_by_name() {
    let app = TestApp::start().await;
    let made = app.graphql(Role::DataOps, CREATE, germans("Inner")).await;
    let inner = made["data"]["segmentCreate"]["segment"]["id"].as_str().unwrap().to_owned();
    let within = |id: &str| json!({"field": "segments", "op": "any_of", "value": [id]});
    let input = json!({"input": {"entity": "CONTACT", "name": "Outer", "filter": within(&inner)}});
    let made = app.graphql(Role::DataOps, CREATE, input).await;
    let outer = made["data"]["segmentCreate"]["segment"]["id"].as_str().unwrap().to_owned();
    let define = "mutation($id: UUID!, $filter: JSON!) { segmentDefine(id: $id, filter: $filter) { userErrors { code field message } } }";
    let refused = app.graphql(Role::DataOps, define, json!({"id": inner, "filter": within(&outer)})).await;
    let error = &refused["data"]["segmentDefine"]["userErrors"][0];
    assert_eq!(
        (error["code"].as_str(), error["field"].as_str()),
        (Some("SEGMENT_CIRCLE"), Some("filter")),
        "{refused}"
    );
    let archive = "mutation($id: UUID!) { segmentArchive(id: $id) { segment { archived } userErrors { code message } } }";
    let refused = app.graphql(Role::DataOps, archive, json!({ "id": inner })).await;
    let error = &refused["data"]["segmentArchive"]["userErrors"][0];
    assert_eq!(error["code"], "SEGMENT_USED", "{refused}");
    assert!(error["message"].as_str().unwrap().contains("Outer"), "{refused}");
    let data = app.graphql(Role::DataOps, ONE, json!({ "id": inner })).await;
    assert_eq!(data["data"]["segment"]["usedBy"], json!([{"name": "Outer"}]), "{data}");
    let done = app.graphql(Role::DataOps, archive, json!({ "id": outer })).await;
    assert_eq!(done["data"]["segmentArchive"]["segment"]["archived"], true, "{done}");
}

#[tokio::test]
async fn what_a_definition_names_must_be_there_and_in_use() {
    let app = TestApp::start().await;
    let create = async |name: &str, filter: &Value| {
        let input = json!({"input": {"entity": "CONTACT", "name": name, "filter": filter}});
        app.data(CREATE, input).await["segmentCreate"].take()
    };
    let within = |id: &str| json!({"field": "segments", "op": "any_of", "value": [id]});
    let nobodys = within("00000000-0000-0000-0000-0000000000aa");
    let refused = create("Nowhere", &nobodys).await;
    assert_eq!(refused["userErrors"][0]["code"], "SEGMENT_USES_UNKNOWN", "{refused}");
    // Nor is it asked for otherwise.
    let count = "query($where: JSON!) { contacts(filter: {where: $where}) { totalCount } }";
    let refused = app.graphql(Role::Admin, count, json!({ "where": nobodys })).await;
    let mistake = &refused["errors"][0]["extensions"]["errors"][0];
    assert_eq!(mistake["code"], "FILTER_VALUE_UNKNOWN", "{refused}");

    let made = create("Gone", &json!({})).await;
    let gone = made["segment"]["id"].as_str().unwrap();
    let archive = "mutation($id: UUID!) { segmentArchive(id: $id) { userErrors { code } } }";
    app.data(archive, json!({ "id": gone })).await;
    let refused = create("Of what is gone", &within(gone)).await;
    assert_eq!(refused["userErrors"][0]["code"], "SEGMENT_USES_ARCHIVED", "{refused}");

    let define = "mutation($input: CustomFieldDefineInput!) { customFieldDefine(input: $input) { userErrors { code } } }";
    let tier = json!({"entity": "CONTACT", "label": "Tier", "type": "CHOICE", "options": ["Gold", "Silver"]});
    let defined = app.data(define, json!({ "input": tier })).await;
    assert_eq!(defined["customFieldDefine"]["userErrors"], json!([]), "{defined}");
    let fields = json!({"fields": {"email": "ada@segments.example", "custom.tier": "Gold"}});
    assert_eq!(app.post(Role::Admin, "/api/v1/contacts", fields).await.0, 201);
    let golden = json!({"field": "custom.tier", "op": "equals", "value": "Gold"});
    let made = create("Golden", &golden).await;
    let id = made["segment"]["id"].as_str().unwrap();
    members(&app, id, 1).await;
    let away =
        "mutation { customFieldArchive(entity: CONTACT, key: \"custom.tier\") { userErrors { code } } }";
    let archived = app.data(away, json!({})).await;
    assert_eq!(archived["customFieldArchive"]["userErrors"], json!([]), "{archived}");
    let refused = create("Golden again", &golden).await;
    assert_eq!(refused["userErrors"][0]["code"], "FILTER_FIELD_ARCHIVED", "{refused}");
    // What was defined by it before stands still.
    let still = app.data(ONE, json!({ "id": id })).await;
    assert_eq!(still["segment"]["members"], 1, "{still}");
}

#[tokio::test]
async fn a_private_segment_is_its_owners_and_nobody_elses() {
    let app = TestApp::start().await;
    let input = json!({"input": {"entity": "CONTACT", "name": "Mine", "filter": {}}});
    let made = app.graphql(Role::CampaignManager, CREATE, input).await;
    let id = made["data"]["segmentCreate"]["segment"]["id"].clone();
    let listed = "{ segments { totalCount edges { node { name } } } }";
    for (role, count) in [(Role::CampaignManager, 1), (Role::DataOps, 0), (Role::Admin, 0)] {
        let seen = app.graphql(role, listed, json!({})).await;
        assert_eq!(seen["data"]["segments"]["totalCount"], count, "{role:?} {seen}");
    }
    let theirs = app.graphql(Role::DataOps, ONE, json!({ "id": id })).await;
    assert!(theirs["data"]["segment"].is_null(), "{theirs}");
    let path = format!("/api/v1/segments/{}/members", id.as_str().unwrap());
    assert_eq!(app.get(Role::DataOps, &path).await.0, 404);
    assert_eq!(app.get(Role::CampaignManager, &path).await.0, 200);
    assert_eq!(app.get(Role::Agent, &path).await.0, 403);
    assert_eq!(app.get(Role::ClientUser, &path).await.0, 403);
}

#[tokio::test]
async fn a_program_defines_runs_and_archives_one() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@rest.example", "DE").await;
    let filter = json!({"field": "country", "op": "equals", "value": "DE"});
    // A read waits for what was written.
    app.get(Role::DataOps, "/api/v1/contacts").await;
    let question = json!({"entity": "contact", "filter": filter});
    let (status, seen) = app.post(Role::DataOps, "/api/v1/segments/preview", question).await;
    assert_eq!((status, seen["count"].as_i64()), (200, Some(1)), "{seen}");
    let new = json!({"entity": "contact", "name": "Germans", "filter": filter, "tags": ["DACH"]});
    let (status, made) = app.post(Role::DataOps, "/api/v1/segments", new).await;
    assert_eq!((status, made["sharing"].as_str()), (201, Some("private")), "{made}");
    let path = format!("/api/v1/segments/{}", made["id"].as_str().unwrap());
    let (status, run) = app.get(Role::DataOps, &format!("{path}/run")).await;
    assert_eq!((status, &run["sample"]), (200, &json!([ada])), "{run}");
    assert_eq!(app.post(Role::DataOps, &format!("{path}/refresh"), json!({})).await.0, 200);
    let (status, gone) = app.post(Role::DataOps, &format!("{path}/archive"), json!({})).await;
    assert_eq!((status, gone["archived"].as_bool()), (200, Some(true)), "{gone}");
    let (status, bad) = app
        .post(
            Role::DataOps,
            "/api/v1/segments",
            json!({"entity": "contact", "name": "x", "filter": {"field": "nope", "op": "is_empty"}}),
        )
        .await;
    assert_eq!((status, bad["errors"][0]["code"].as_str()), (422, Some("FILTER_UNKNOWN_FIELD")), "{bad}");
}

#[tokio::test]
async fn a_segment_becomes_a_list_that_the_data_moves_no_more() {
    let app = TestApp::start().await;
    let ada = contact(&app, "ada@lists.example", "DE").await;
    contact(&app, "bo@lists.example", "DE").await;
    let made = app.graphql(Role::CampaignManager, CREATE, germans("Germans")).await;
    let id = made["data"]["segmentCreate"]["segment"]["id"].as_str().unwrap().to_owned();
    members(&app, &id, 2).await;
    let both = app.backend.context.now();

    let convert = "mutation($input: SegmentConvertToListInput!) { segmentConvertToList(input: $input) { list { id source reference } change { bulkId } userErrors { code field } } }";
    let input = json!({ "input": { "id": id, "name": "Now" } });
    let made = app.data(convert, input).await;
    let list = &made["segmentConvertToList"]["list"];
    assert!(made["segmentConvertToList"]["change"]["bulkId"].is_string(), "{made}");
    assert_eq!((&list["source"], &list["reference"]["segment"]), (&json!("SEGMENT"), &json!(id)), "{made}");
    let holds = "query($id: UUID!) { list(id: $id) { members } }";
    let filled = |data: &Value| data["list"]["members"] == 2;
    until(&app, holds, json!({ "id": list["id"] }), filled).await;

    let update =
        "mutation($input: RecordUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }";
    app.data(update, json!({"input": {"id": ada, "fields": {"country": "AT"}}})).await;
    members(&app, &id, 1).await;
    assert_eq!(app.data(holds, json!({ "id": list["id"] })).await["list"]["members"], 2);
    // Over REST, of the moment before.
    let path = format!("/api/v1/segments/{id}/convert-to-list");
    let then = json!({ "name": "Then", "asOf": both.to_rfc3339() });
    let (status, made) = app.post(Role::Admin, &path, then).await;
    assert!(matches!(status, 201 | 202) && made["bulkId"].is_string(), "{status} {made}");
    let (_, lists) = app.get(Role::Admin, "/api/v1/lists?q=then").await;
    let then = &lists["items"][0]["id"];
    until(&app, holds, json!({ "id": then }), filled).await;
    let (status, refused) = app.post(Role::Admin, &path, json!({ "asOf": "2001-01-01T00:00:00Z" })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("LIST_BEFORE_IT")), "{refused}");
}

const SHAPE: &str = "query($filter: JSON!) {
    segmentBreakdown(entity: CONTACT, filter: $filter) { count charts { field groups { value count } otherValues others none } }
    segmentReach(filter: $filter) { count channels { channel reachable reachableFilter excluded { reason count filter } } } }";

#[tokio::test]
async fn an_audience_says_how_it_divides_and_who_cannot_be_reached() {
    let app = TestApp::start().await;
    contact(&app, "ada@shape.example", "US").await;
    contact(&app, "bo@shape.example", "US").await;
    contact(&app, "cy@shape.example", "CA").await;
    let add = "mutation($input: SuppressionsAddInput!) { suppressionsAdd(input: $input) { added userErrors { code } } }";
    let input = json!({"input": {"entries": [{"value": "bo@shape.example"}], "reason": "MANUAL"}});
    let done = app.data(add, input).await;
    assert_eq!(done["suppressionsAdd"]["added"], 1, "{done}");

    let filter = json!({"field": "email", "op": "ends_with", "value": "@shape.example"});
    let data = until(&app, SHAPE, json!({ "filter": filter }), |data| {
        data["segmentReach"]["channels"][0]["excluded"][0]["count"] == 1
            && data["segmentBreakdown"]["count"] == 3
    })
    .await;
    let charts = data["segmentBreakdown"]["charts"].as_array().unwrap();
    let country = charts.iter().find(|chart| chart["field"] == "country").unwrap();
    let groups = json!([{"value": "US", "count": 2}, {"value": "CA", "count": 1}]);
    assert_eq!(
        country,
        &json!({"field": "country", "groups": groups, "otherValues": 0, "others": 0, "none": 0})
    );
    let industry = charts.iter().find(|chart| chart["field"] == "account.industry").unwrap();
    assert_eq!(industry["none"], 3, "{industry}");

    let by_email = &data["segmentReach"]["channels"][0];
    assert_eq!(by_email["channel"], "EMAIL", "{by_email}");
    let parts = by_email["excluded"].as_array().unwrap();
    let reasons: Vec<&str> = parts.iter().map(|part| part["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["SUPPRESSED", "MISSING", "INVALID", "NO_CONSENT"]);
    let excluded: i64 = parts.iter().map(|part| part["count"].as_i64().unwrap()).sum();
    assert_eq!(by_email["reachable"].as_i64().unwrap() + excluded, 3, "{by_email}");
    let suppressed = json!({"all": [filter, parts[0]["filter"]]});
    let listed = "query($filter: JSON!) { segmentPreview(entity: CONTACT, filter: $filter) { count contacts { email } } }";
    let seen = app.data(listed, json!({ "filter": suppressed })).await;
    assert_eq!(seen["segmentPreview"]["contacts"], json!([{"email": "bo@shape.example"}]), "{seen}");
    let reachable = json!({"all": [filter, by_email["reachableFilter"]]});
    let seen = app.data(listed, json!({ "filter": reachable })).await;
    assert_eq!(seen["segmentPreview"]["count"], by_email["reachable"], "{seen}");
    let by_phone = &data["segmentReach"]["channels"][1];
    assert_eq!(
        by_phone["excluded"][1],
        json!({"reason": "MISSING", "count": 3, "filter": by_phone["excluded"][1]["filter"]})
    );

    let question = json!({"entity": "contact", "filter": filter});
    let (status, told) = app.post(Role::DataOps, "/api/v1/segments/breakdown", question.clone()).await;
    assert_eq!((status, &told["charts"]), (200, &data["segmentBreakdown"]["charts"]), "{told}");
    let (status, told) = app.post(Role::DataOps, "/api/v1/segments/reach", json!({ "filter": filter })).await;
    let suppressed = &told["channels"][0]["excluded"][0];
    assert_eq!((status, suppressed["reason"].as_str()), (200, Some("suppressed")), "{told}");
    assert_eq!(suppressed["count"], 1, "{told}");
    for (role, allowed) in [(Role::QaAnalyst, 200), (Role::Agent, 403), (Role::ClientUser, 403)] {
        let (status, body) = app.post(role, "/api/v1/segments/breakdown", question.clone()).await;
        assert_eq!(status, allowed, "{role:?} {body}");
        let (status, body) = app.post(role, "/api/v1/segments/reach", json!({ "filter": filter })).await;
        assert_eq!(status, allowed, "{role:?} {body}");
    }
    let unknown = json!({"entity": "contact", "filter": {"field": "nope", "op": "is_empty"}});
    let (status, bad) = app.post(Role::DataOps, "/api/v1/segments/breakdown", unknown).await;
    assert_eq!((status, bad["errors"][0]["code"].as_str()), (400, Some("FILTER_UNKNOWN_FIELD")), "{bad}");
}
