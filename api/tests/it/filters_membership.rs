//! What is shared with nobody cannot be found out by filtering, at any door; and what a segment is defined by stays.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{TestApp, code, until};

const PEOPLE: &str = "query($where: JSON) { contacts(first: 10, filter: { where: $where }) { totalCount } }";
const COMPANIES: &str =
    "query($where: JSON) { accounts(first: 10, filter: { where: $where }) { totalCount } }";
const CHECK: &str = "query($filter: JSON!) { filterCheck(entity: CONTACT, filter: $filter) { valid sentence errors { path code field value message } } }";
const SENTENCE: &str = "query($filter: JSON!) { filterSentence(entity: CONTACT, filter: $filter) }";
const PREVIEW: &str = "query($filter: JSON!) { segmentPreview(entity: CONTACT, filter: $filter) { count } }";
const DEFINE: &str = "mutation($input: SegmentCreateInput!) { segmentCreate(input: $input) { segment { id } userErrors { code field message } } }";

async fn id_of(app: &TestApp, query: &str, input: Value, path: &str) -> String {
    let made = app.graphql(Role::CampaignManager, query, json!({ "input": input })).await;
    made["data"].pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{made}")).to_owned()
}

async fn list(app: &TestApp, entity: &str) -> String {
    let query = "mutation($input: ListCreateInput!) { listCreate(input: $input) { list { id } userErrors { code } } }";
    id_of(app, query, json!({ "entity": entity, "name": "Fair" }), "/listCreate/list/id").await
}

async fn domain_set(app: &TestApp) -> String {
    let query = "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { id userErrors { code } } }";
    id_of(app, query, json!({ "name": "Targets", "text": "northwind.test" }), "/domainSetUpload/id").await
}

async fn segment(app: &TestApp, name: &str, filter: Value) -> String {
    let input = json!({ "entity": "CONTACT", "name": name, "filter": filter });
    id_of(app, DEFINE, input, "/segmentCreate/segment/id").await
}

fn within(field: &str, id: &str) -> Value {
    json!({ "field": field, "op": "any_of", "value": [id] })
}

/// What a role is told when it asks: a count, or the code of the refusal.
async fn asked(app: &TestApp, role: Role, query: &str, filter: &Value) -> String {
    let body = app.graphql(role, query, json!({ "where": filter, "filter": filter })).await;
    let counts = ["/data/contacts/totalCount", "/data/accounts/totalCount", "/data/segmentPreview/count"];
    let counted = counts.iter().find_map(|path| body.pointer(path).and_then(Value::as_i64));
    counted.map_or_else(|| code(&body).unwrap_or_default().to_owned(), |count| count.to_string())
}

#[tokio::test]
async fn a_group_that_is_not_shared_is_refused_like_one_that_does_not_exist() {
    let app = TestApp::start().await;
    let people = list(&app, "CONTACT").await;
    let companies = list(&app, "ACCOUNT").await;
    let (set, mine) = (domain_set(&app).await, segment(&app, "Mine", json!({})).await);
    let nowhere = Uuid::now_v7().to_string();
    for (field, id) in [
        ("lists", &people),
        ("account.lists", &companies),
        ("segments", &mine),
        ("domain_sets", &set),
        ("account.domain_sets", &set),
    ] {
        let theirs = within(field, id);
        for filter in [&theirs, &json!({ "all": [{ "not": theirs }] })] {
            assert_eq!(asked(&app, Role::CampaignManager, PEOPLE, filter).await, "0", "{filter}");
            for query in [PEOPLE, PREVIEW] {
                assert_eq!(asked(&app, Role::DataOps, query, filter).await, "BAD_FILTER", "{filter}");
            }
        }
        let unknown = within(field, &nowhere);
        assert_eq!(asked(&app, Role::CampaignManager, PEOPLE, &unknown).await, "BAD_FILTER", "{field}");
        // In the same words, so that nobody learns which ids there are.
        let told = async |filter: &Value| {
            let nested = json!({ "any": [{ "field": "city", "op": "has_value" }, filter] });
            let body = app.graphql(Role::DataOps, CHECK, json!({ "filter": nested })).await;
            body["data"]["filterCheck"]["errors"][0].clone()
        };
        let (there, not) = (told(&theirs).await, told(&unknown).await);
        assert_eq!(
            (&there["path"], &there["code"]),
            (&json!("any[1]"), &json!("FILTER_VALUE_UNKNOWN")),
            "{there}"
        );
        assert_eq!((&there["field"], &there["value"]), (&json!(field), &json!(id)), "{there}");
        let of = |told: &Value, id: &str| told["message"].as_str().unwrap_or_default().replace(id, "");
        assert_eq!(of(&there, id), of(&not, &nowhere));
        // What a shared definition says can be read by whoever sees it, without the name.
        let says = app.graphql(Role::DataOps, SENTENCE, json!({ "filter": theirs })).await;
        assert!(says["data"]["filterSentence"].as_str().unwrap().contains(id.as_str()), "{says}");
    }
    let counted = json!({ "contacts": { "filter": within("lists", &people) } });
    assert_eq!(asked(&app, Role::CampaignManager, COMPANIES, &counted).await, "0");
    assert_eq!(asked(&app, Role::DataOps, COMPANIES, &counted).await, "BAD_FILTER");
    let path = "/api/v1/contacts";
    let filter = within("lists", &people).to_string();
    for (role, status) in [(Role::CampaignManager, 200), (Role::DataOps, 400)] {
        let request = app.rest(role, reqwest::Method::GET, path).await.query(&[("filter", &filter)]);
        assert_eq!(crate::support::answer(request).await.0, status, "{role:?}");
    }
    // Nor by a segment of one's own.
    for field in ["lists", "domain_sets"] {
        let id = if field == "lists" { &people } else { &set };
        let input = json!({ "entity": "CONTACT", "name": "Theirs", "filter": within(field, id) });
        let refused = app.graphql(Role::DataOps, DEFINE, json!({ "input": input })).await;
        let error = &refused["data"]["segmentCreate"]["userErrors"][0];
        assert_eq!(
            (&error["code"], &error["field"]),
            (&json!("FILTER_VALUE_UNKNOWN"), &json!("filter")),
            "{refused}"
        );
        segment(&app, &format!("By {field}"), within(field, id)).await;
    }
}

#[tokio::test]
async fn a_domain_set_that_a_segment_is_defined_by_is_not_archived() {
    let app = TestApp::start().await;
    let set = domain_set(&app).await;
    let user = segment(&app, "Targeted", within("domain_sets", &set)).await;
    let one = "query($id: UUID!) { domainSet(id: $id) { archived usedBy { id name entity } } }";
    let manager = Role::CampaignManager;
    let seen = app.graphql(manager, one, json!({ "id": set })).await;
    let users = json!([{ "id": user, "name": "Targeted", "entity": "CONTACT" }]);
    assert_eq!(seen["data"]["domainSet"]["usedBy"], users, "{seen}");
    let archive =
        "mutation($id: UUID!) { domainSetArchive(id: $id) { position userErrors { code message } } }";
    let refused = app.graphql(manager, archive, json!({ "id": set })).await;
    let error = &refused["data"]["domainSetArchive"]["userErrors"][0];
    assert_eq!(error["code"], "DOMAIN_SET_USED", "{refused}");
    assert!(error["message"].as_str().unwrap().contains("Targeted"), "{refused}");
    let gone = "mutation($id: UUID!) { segmentArchive(id: $id) { userErrors { code message } } }";
    app.graphql(manager, gone, json!({ "id": user })).await;
    let archived = app.graphql(manager, archive, json!({ "id": set })).await;
    assert_eq!(archived["data"]["domainSetArchive"]["userErrors"], json!([]), "{archived}");
    // Nothing new is defined by it, and what was does not come back before it does.
    let input = json!({ "entity": "CONTACT", "name": "Late", "filter": within("domain_sets", &set) });
    let late = app.graphql(manager, DEFINE, json!({ "input": input })).await;
    let error = &late["data"]["segmentCreate"]["userErrors"][0];
    assert_eq!(error["code"], "SEGMENT_USES_ARCHIVED_DOMAIN_SET", "{late}");
    let back = "mutation($id: UUID!) { segmentRestore(id: $id) { userErrors { code message } } }";
    let early = app.graphql(manager, back, json!({ "id": user })).await;
    let error = &early["data"]["segmentRestore"]["userErrors"][0];
    assert!(error["message"].as_str().unwrap().contains("\"Targets\""), "{early}");
    let restore = "mutation($id: UUID!) { domainSetRestore(id: $id) { userErrors { code } } }";
    app.graphql(manager, restore, json!({ "id": set })).await;
    let restored = app.graphql(manager, back, json!({ "id": user })).await;
    assert_eq!(restored["data"]["segmentRestore"]["userErrors"], json!([]), "{restored}");
}

#[tokio::test]
async fn records_are_found_by_their_domain_set() {
    let app = TestApp::start().await;
    for (query, fields) in [
        (
            "mutation($input: RecordInput!) { accountCreate(input: $input) { userErrors { code } } }",
            json!({ "name": "Northwind", "domain": "northwind.test" }),
        ),
        (
            "mutation($input: RecordInput!) { contactCreate(input: $input) { userErrors { code } } }",
            json!({ "full_name": "Ada Byron", "email": "ada@northwind.test" }),
        ),
        (
            "mutation($input: RecordInput!) { contactCreate(input: $input) { userErrors { code } } }",
            json!({ "full_name": "Cy Young", "email": "cy@nowhere.test" }),
        ),
    ] {
        app.data(query, json!({ "input": { "fields": fields } })).await;
    }
    let upload = "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { id userErrors { code } } }";
    let text = "northwind.test\nnowhere.test\n";
    let made = app.data(upload, json!({ "input": { "name": "Targets", "text": text } })).await;
    let set = made["domainSetUpload"]["id"].as_str().unwrap().to_owned();
    let filter = within("domain_sets", &set);
    until(&app, PEOPLE, json!({ "where": filter }), |data| data["contacts"]["totalCount"] == 2).await;
    until(&app, COMPANIES, json!({ "where": filter }), |data| data["accounts"]["totalCount"] == 1).await;
    let of_company = within("account.domain_sets", &set);
    until(&app, PEOPLE, json!({ "where": of_company }), |data| data["contacts"]["totalCount"] == 1).await;
    let checked = app.data(CHECK, json!({ "filter": filter })).await;
    assert_eq!(checked["filterCheck"]["sentence"], "Is in the domain set \"Targets\"");
    let suggest =
        "{ filterSuggestions(entity: CONTACT, field: \"domain_sets\", prefix: \"tar\") { value label } }";
    let offered = app.data(suggest, json!({})).await;
    assert_eq!(offered["filterSuggestions"], json!([{ "value": set, "label": "Targets" }]));
}
