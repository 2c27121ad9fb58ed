//! Domain sets over GraphQL and REST: taken in with what is wrong with them, matched, judged, kept as accounts arrive, expanded to
//! people, and for every role.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code, until};

const ACCOUNT: &str =
    "mutation($input: RecordInput!) { accountCreate(input: $input) { account { id } userErrors { code } } }";
const CONTACT: &str =
    "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code } } }";
const UPLOAD: &str = "mutation($input: DomainSetUploadInput!) { domainSetUpload(input: $input) { id userErrors { code field } } }";
const MATCH: &str = "mutation($id: UUID!, $stubs: Boolean) { domainSetMatch(id: $id, stubs: $stubs) { userErrors { code } } }";
const JUDGE: &str = "mutation($input: DomainSetItemJudgeInput!) { domainSetItemJudge(input: $input) { userErrors { code field } } }";
const RETRACT: &str = "mutation($input: DomainSetItemRetractInput!) { domainSetItemRetract(input: $input) { userErrors { code field } } }";
const SET: &str = "query($id: UUID!) { domainSet(id: $id) { name state items repeated invalid contactCount report { exact confirmed fuzzy unknown pending accounts stubs lookalikes } } }";
const ITEMS: &str = "query($id: UUID!, $filter: DomainSetItemFilter) { domainSetItems(id: $id, filter: $filter) { totalCount edges { node { number domain status account via confidence contacts repaired resembles notes given } } } }";
const PEOPLE: &str = "query($id: UUID!, $filter: DomainSetContactFilter) { domainSetContacts(id: $id, filter: $filter) { totalCount edges { node { fullName matchedVia } } } }";

async fn made(app: &TestApp, query: &str, fields: Value) -> Value {
    let made = app.data(query, json!({ "input": { "fields": fields } })).await;
    let entity = if query == ACCOUNT { "account" } else { "contact" };
    made[format!("{entity}Create")][entity]["id"].clone()
}

async fn pasted(app: &TestApp, text: &str) -> Value {
    let done = app.data(UPLOAD, json!({ "input": { "name": "Targets", "text": text } })).await;
    assert_eq!(done["domainSetUpload"]["userErrors"], json!([]), "{done}");
    let id = done["domainSetUpload"]["id"].clone();
    ready(app, &id).await;
    id
}

async fn ready(app: &TestApp, id: &Value) -> Value {
    let ready = |data: &Value| data["domainSet"]["state"] == "READY";
    until(app, SET, json!({ "id": id }), ready).await["domainSet"].take()
}

async fn items(app: &TestApp, id: &Value) -> Vec<Value> {
    let list = app.data(ITEMS, json!({ "id": id })).await;
    let edges = list["domainSetItems"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

/// Status, how it was found, how sure, of each item.
fn found(items: &[Value]) -> Vec<(&str, &str, f64)> {
    items.iter().map(one).collect()
}

fn one(item: &Value) -> (&str, &str, f64) {
    let status = item["status"].as_str().unwrap_or_default();
    (status, item["via"].as_str().unwrap_or_default(), item["confidence"].as_f64().unwrap_or_default())
}

#[tokio::test]
async fn lines_are_read_matched_and_expanded_to_people() {
    let app = TestApp::start().await;
    let northwind = made(&app, ACCOUNT, json!({ "name": "Northwind", "domain": "northwind.test" })).await;
    made(
        &app,
        ACCOUNT,
        json!({ "name": "Contoso", "domain": "contoso.test", "alternate_domains": ["contoso-shop.test"] }),
    )
    .await;
    made(&app, ACCOUNT, json!({ "name": "Fabrikam Industries GmbH", "domain": "fabrikam.test" })).await;
    for fields in [
        json!({ "full_name": "Ada Byron", "email": "ada@northwind.test", "job_title": "VP Sales" }),
        json!({ "full_name": "Bo Diaz", "email": "bo@northwind.test", "job_title": "Engineer" }),
        json!({ "full_name": "Cy Young", "email": "cy@nowhere.test", "job_title": "VP Marketing" }),
    ] {
        made(&app, CONTACT, fields).await;
    }
    let text = "domain,account_name,notes\nhttps://www.northwind.test/about,,call first\ncontoso-shop.test,,\nindustries-fabrikam.test,Fabrikam Industrie,\n\
                nowhere.test,,\nNORTHWIND.test,,\nrubbish,,\np\u{430}ypal.com,,\n";
    let id = pasted(&app, text).await;
    let set = app.data(SET, json!({ "id": id })).await["domainSet"].take();
    assert_eq!(
        (&set["items"], &set["repeated"], &set["invalid"]),
        (&json!(5), &json!(1), &json!(1)),
        "{set}"
    );
    let report = json!({ "exact": 2, "confirmed": 0, "fuzzy": 1, "unknown": 2, "pending": 0, "accounts": 2, "stubs": 0, "lookalikes": 1 });
    assert_eq!(set["report"], report, "{set}");
    // Two of the account, one without an account whose email is at a domain of the set.
    assert_eq!(set["contactCount"], 3, "{set}");
    let rows = items(&app, &id).await;
    assert_eq!(
        found(&rows),
        [
            ("MATCHED", "DOMAIN", 1.0),
            ("MATCHED", "ALTERNATE", 1.0),
            ("FUZZY", "FUZZY", 0.94),
            ("UNKNOWN", "", 0.0),
            ("UNKNOWN", "", 0.0)
        ],
        "{rows:?}"
    );
    assert_eq!((&rows[0]["number"], &rows[0]["notes"]), (&json!(2), &json!("call first")));
    assert_eq!(rows[0]["given"], "https://www.northwind.test/about");
    assert_eq!((&rows[0]["contacts"], &rows[3]["contacts"]), (&json!(2), &json!(1)));
    assert_eq!(rows[4]["resembles"], "mixed_scripts");

    let vips = app.data(PEOPLE, json!({ "id": id, "filter": { "title": "vp" } })).await;
    let mut people: Vec<(&str, &str)> = vips["domainSetContacts"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| {
            (edge["node"]["fullName"].as_str().unwrap(), edge["node"]["matchedVia"].as_str().unwrap())
        })
        .collect();
    people.sort_unstable();
    assert_eq!(people, [("Ada Byron", "account"), ("Cy Young", "email")]);

    let path = format!("/api/v1/domain-sets/{}", id.as_str().unwrap());
    let (_, invalid) = app.get(Role::Admin, &format!("{path}/invalid-lines")).await;
    assert_eq!(
        (&invalid["items"][0]["number"], &invalid["items"][0]["code"], &invalid["items"][0]["given"]),
        (&json!(7), &json!("DOMAIN_NO_DOT"), &json!("rubbish")),
        "{invalid}"
    );
    let (status, listed) = app.get(Role::Admin, &format!("{path}/items?status=matched&q=north")).await;
    assert_eq!((status, &listed["items"][0]["accountId"]), (200, &northwind), "{listed}");
    let (status, file) = app.get(Role::Admin, &format!("{path}/file")).await;
    assert!(status == 200 && file.as_str().unwrap().lines().count() == 6, "{file}");
    let (_, expanded) = app.post(Role::Admin, &format!("{path}/expand"), json!({ "withEmail": true })).await;
    assert_eq!(expanded["items"].as_array().unwrap().len(), 3, "{expanded}");
}

#[tokio::test]
async fn who_is_at_a_host_below_a_domain_is_at_the_company() {
    let app = TestApp::start().await;
    for (name, email) in [
        ("Ada Byron", "ada@company.test"),
        ("Bo Diaz", "bo@mail.company.test"),
        ("Cy Young", "cy@evilcompany.test"),
    ] {
        made(&app, CONTACT, json!({ "full_name": name, "email": email })).await;
    }
    let id = pasted(&app, "company.test\n").await;
    until(&app, SET, json!({ "id": id }), |data| data["domainSet"]["contactCount"] == 2).await;
    assert_eq!(items(&app, &id).await[0]["contacts"], 2);
    let all = app.data(PEOPLE, json!({ "id": id })).await["domainSetContacts"].take();
    let mut people: Vec<&str> = all["edges"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|edge| edge["node"]["fullName"].as_str())
        .collect();
    people.sort_unstable();
    assert_eq!(people, ["Ada Byron", "Bo Diaz"]);
    let found = "query($where: JSON) { contacts(first: 10, filter: { where: $where }) { edges { node { id fullName } } } }";
    let filter = json!({ "field": "domain_sets", "op": "any_of", "value": [id] });
    let found = app.data(found, json!({ "where": filter })).await["contacts"]["edges"].take();
    assert_eq!(found.as_array().unwrap().len(), 2, "{found}");
    // And each is told so.
    let belongs = "query($id: UUID!) { memberships(entity: CONTACT, id: $id) { domainSets { domain } } }";
    for edge in found.as_array().unwrap() {
        let told = app.data(belongs, json!({ "id": edge["node"]["id"] })).await;
        assert_eq!(told["memberships"]["domainSets"], json!([{ "domain": "company.test" }]), "{edge} {told}");
    }
}

#[tokio::test]
async fn a_persons_word_stands_against_every_matching() {
    let app = TestApp::start().await;
    let fabrikam = made(&app, ACCOUNT, json!({ "name": "Fabrikam Industries", "domain": "fab.test" })).await;
    let other = made(&app, ACCOUNT, json!({ "name": "Other", "domain": "other.test" })).await;
    let text = "domain,company\none.test,Fabrikam Industrie\ntwo.test,Fabrikam Industrys\nthree.test,\n";
    let id = pasted(&app, text).await;
    let judge = async |item: i64, verdict: &str, account: &Value| {
        let input = json!({ "id": id, "item": item, "verdict": verdict, "accountId": account });
        app.data(JUDGE, json!({ "input": input })).await["domainSetItemJudge"]["userErrors"].take()
    };
    assert_eq!(judge(2, "CONFIRMED", &fabrikam).await, json!([]));
    assert_eq!(judge(3, "REJECTED", &fabrikam).await, json!([]));
    assert_eq!(judge(4, "ASSIGNED", &other).await, json!([]));
    assert_eq!(judge(9, "CONFIRMED", &fabrikam).await[0]["code"], "DOMAIN_SET_NO_SUCH_ITEM");
    assert_eq!(judge(2, "CONFIRMED", &id).await[0]["code"], "DOMAIN_SET_NO_SUCH_ACCOUNT");
    let before = items(&app, &id).await;
    let said = [("MATCHED", "FUZZY", 0.94), ("UNKNOWN", "", 0.0), ("MATCHED", "MANUAL", 1.0)];
    assert_eq!(found(&before), said, "{before:?}");

    let again = app.data(MATCH, json!({ "id": id })).await;
    assert_eq!(again["domainSetMatch"]["userErrors"], json!([]), "{again}");
    ready(&app, &id).await;
    assert_eq!(items(&app, &id).await, before);

    // Unknown companies become accounts that wait to be looked at, and only once.
    app.data(MATCH, json!({ "id": id, "stubs": true })).await;
    let set = ready(&app, &id).await;
    assert_eq!((&set["report"]["stubs"], &set["report"]["unknown"]), (&json!(1), &json!(0)), "{set}");
    app.data(MATCH, json!({ "id": id })).await;
    assert_eq!(ready(&app, &id).await["report"]["stubs"], 1);
}

/// Whichever of the two comes first.
#[tokio::test]
async fn a_match_that_is_confirmed_while_the_set_is_matched_anew_stands() {
    let app = TestApp::start().await;
    let fabrikam = made(&app, ACCOUNT, json!({ "name": "Fabrikam Industries", "domain": "fab.test" })).await;
    let others: String = (0..3_000).map(|n| format!("quite-other-{n}-firm.test,\n")).collect();
    let id = pasted(&app, &format!("domain,company\none.test,Fabrikam Industrie\n{others}")).await;
    let again = app.data(MATCH, json!({ "id": id })).await;
    assert_eq!(again["domainSetMatch"]["userErrors"], json!([]), "{again}");
    let input = json!({ "id": id, "item": 2, "verdict": "CONFIRMED", "accountId": fabrikam });
    let said = app.data(JUDGE, json!({ "input": input })).await;
    assert_eq!(said["domainSetItemJudge"]["userErrors"], json!([]), "{said}");
    let set = ready(&app, &id).await;
    assert_eq!((&set["report"]["confirmed"], &set["report"]["fuzzy"]), (&json!(1), &json!(0)), "{set}");
    assert_eq!((&set["report"]["unknown"], &set["report"]["pending"]), (&json!(3_000), &json!(0)), "{set}");
    assert_eq!(one(&items(&app, &id).await[0]), ("MATCHED", "FUZZY", 0.94));
}

#[tokio::test]
async fn a_word_is_taken_back_and_the_item_is_what_it_was() {
    let app = TestApp::start().await;
    let fabrikam = made(&app, ACCOUNT, json!({ "name": "Fabrikam Industries", "domain": "fab.test" })).await;
    let other = made(&app, ACCOUNT, json!({ "name": "Other", "domain": "other.test" })).await;
    let id = pasted(&app, "domain,company\none.test,Fabrikam Industrie\ntwo.test,\n").await;
    let before = items(&app, &id).await;
    assert_eq!(found(&before), [("FUZZY", "FUZZY", 0.94), ("UNKNOWN", "", 0.0)], "{before:?}");
    let judge = async |item: i64, verdict: &str, account: &Value| {
        let input = json!({ "id": id, "item": item, "verdict": verdict, "accountId": account });
        let said = app.data(JUDGE, json!({ "input": input })).await;
        assert_eq!(said["domainSetItemJudge"]["userErrors"], json!([]), "{said}");
    };
    let retract = async |item: i64, account: &Value| {
        let input = json!({ "id": id, "item": item, "accountId": account });
        app.data(RETRACT, json!({ "input": input })).await["domainSetItemRetract"]["userErrors"].take()
    };
    assert_eq!(retract(2, &fabrikam).await[0]["code"], "DOMAIN_SET_NOTHING_SAID");
    assert_eq!(retract(9, &fabrikam).await[0]["code"], "DOMAIN_SET_NO_SUCH_ITEM");

    judge(2, "CONFIRMED", &fabrikam).await;
    assert_eq!(retract(2, &other).await[0]["code"], "DOMAIN_SET_SAID_SINCE");
    assert_eq!(retract(2, &fabrikam).await, json!([]));
    assert_eq!(items(&app, &id).await, before, "a confirmed one waits again");

    judge(2, "REJECTED", &fabrikam).await;
    judge(3, "ASSIGNED", &other).await;
    assert_eq!(found(&items(&app, &id).await), [("UNKNOWN", "", 0.0), ("MATCHED", "MANUAL", 1.0)]);
    assert_eq!(retract(2, &fabrikam).await, json!([]));
    let path = format!("/api/v1/domain-sets/{}/retract", id.as_str().unwrap());
    let (status, done) = app.post(Role::Admin, &path, json!({ "item": 3, "accountId": other })).await;
    assert_eq!((status, &done["item"]), (200, &json!(3)), "{done}");
    assert_eq!(items(&app, &id).await, before, "so does a rejected one");

    // Chosen after it was confirmed: the earlier word holds again.
    judge(2, "CONFIRMED", &fabrikam).await;
    judge(2, "ASSIGNED", &other).await;
    assert_eq!(retract(2, &other).await, json!([]));
    let held = items(&app, &id).await;
    assert_eq!(one(&held[0]), ("MATCHED", "FUZZY", 0.94), "{held:?}");

    // What a matching finds afterwards goes by what is left of the words.
    assert_eq!(retract(2, &fabrikam).await, json!([]));
    app.data(MATCH, json!({ "id": id })).await;
    ready(&app, &id).await;
    assert_eq!(items(&app, &id).await, before);
    let (status, _) = app.post(Role::QaAnalyst, &path, json!({ "item": 3, "accountId": other })).await;
    assert_eq!(status, 403);
}

#[tokio::test]
async fn each_role_sees_and_edits_what_the_table_says() {
    let app = TestApp::start().await;
    let id = pasted(&app, "northwind.test").await;
    for (role, sees, edits) in [
        (Role::Admin, true, true),
        (Role::CampaignManager, true, true),
        (Role::DataOps, true, true),
        (Role::QaAnalyst, true, false),
        (Role::Agent, false, false),
    ] {
        let list = app.graphql(role, "{ domainSets { edges { node { id } } } }", json!({})).await;
        assert_eq!(code(&list) != Some("FORBIDDEN"), sees, "{role}: {list}");
        let input = json!({ "input": { "text": "contoso.test" } });
        let upload = app.graphql(role, UPLOAD, input).await;
        assert_eq!(code(&upload) != Some("FORBIDDEN"), edits, "{role}: {upload}");
        let body = app.rest(role, Method::POST, "/api/v1/domain-sets").await.body("contoso.test");
        assert_eq!(answer(body).await.0 != 403, edits, "{role}");
    }
    // A private set is its owner's: not there for anybody else, at either door.
    let path = format!("/api/v1/domain-sets/{}", id.as_str().unwrap());
    for role in [Role::CampaignManager, Role::DataOps] {
        for read in ["", "/report", "/items", "/invalid-lines", "/history", "/file"] {
            assert_eq!(app.get(role, &format!("{path}{read}")).await.0, 404, "{role} {read}");
        }
        for act in ["/expand", "/expand-to-contacts", "/process"] {
            assert_eq!(app.post(role, &format!("{path}{act}"), json!({})).await.0, 404, "{role} {act}");
        }
        for act in ["/cancel", "/restore"] {
            assert_eq!(app.post(role, &format!("{path}{act}"), json!({})).await.0, 404, "{role} {act}");
        }
        let word = json!({ "item": 1, "accountId": id });
        assert_eq!(app.post(role, &format!("{path}/retract"), word).await.0, 404, "{role} /retract");
        let hidden = app.graphql(role, SET, json!({ "id": id })).await;
        assert_eq!(hidden["data"]["domainSet"], Value::Null, "{hidden}");
    }
}

/// Nobody of a client is shown any yet, whatever the table lets in at the door.
#[tokio::test]
async fn a_clients_people_see_no_domain_sets() {
    let app = TestApp::start().await;
    let id = pasted(&app, "northwind.test").await;
    let list =
        app.graphql(Role::ClientUser, "{ domainSets { totalCount edges { node { id } } } }", json!({})).await;
    assert!(code(&list) == Some("FORBIDDEN") || list["data"]["domainSets"]["edges"] == json!([]), "{list}");
    let path = format!("/api/v1/domain-sets/{}", id.as_str().unwrap());
    for read in ["", "/report", "/items", "/invalid-lines", "/history", "/file"] {
        let (status, _) = app.get(Role::ClientUser, &format!("{path}{read}")).await;
        assert!(status == 403 || status == 404, "{read}: {status}");
    }
    let upload = app.graphql(Role::ClientUser, UPLOAD, json!({ "input": { "text": "a.test" } })).await;
    assert_eq!(code(&upload), Some("FORBIDDEN"), "{upload}");
}

#[tokio::test]
async fn an_empty_file_is_refused_and_rubbish_is_reported() {
    let app = TestApp::start().await;
    let upload = async |body: Vec<u8>| {
        answer(app.rest(Role::Admin, Method::POST, "/api/v1/domain-sets?fileName=x.txt").await.body(body))
            .await
    };
    let (status, refused) = upload(Vec::new()).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("FILE_EMPTY")), "{refused}");
    let lines: Vec<String> = (0..2_000)
        .map(|line| if line % 10 < 3 { format!("rubbish {line}") } else { format!("company{line}.test") })
        .collect();
    let (status, made) = upload(lines.join("\n").into_bytes()).await;
    assert_eq!(status, 201, "{made}");
    let set = ready(&app, &made["id"]).await;
    assert_eq!(
        (&set["name"], &set["items"], &set["invalid"]),
        (&json!("x"), &json!(1400), &json!(600)),
        "{set}"
    );
}

#[tokio::test]
async fn a_set_becomes_a_list_of_its_accounts_or_of_some_of_their_people() {
    let app = TestApp::start().await;
    made(&app, ACCOUNT, json!({ "name": "Northwind", "domain": "northwind.test" })).await;
    for fields in [
        json!({ "full_name": "Ada Byron", "email": "ada@northwind.test", "job_title": "VP Sales" }),
        json!({ "full_name": "Bo Diaz", "email": "bo@northwind.test", "job_title": "Engineer" }),
        json!({ "full_name": "Cy Young", "email": "cy@nowhere.test", "job_title": "VP Marketing" }),
    ] {
        made(&app, CONTACT, fields).await;
    }
    let id = pasted(&app, "northwind.test\nnowhere.test\n").await;
    let convert = "mutation($input: DomainSetConvertToListInput!) { domainSetConvertToList(input: $input) { list { id entity source reference } change { bulkId } userErrors { code field } } }";
    let holds = "query($id: UUID!) { list(id: $id) { members } }";
    let cases =
        [("ACCOUNT", json!(null), 1), ("CONTACT", json!(null), 3), ("CONTACT", json!({ "title": "vp" }), 2)];
    for (number, (entity, contacts, wanted)) in cases.into_iter().enumerate() {
        let input =
            json!({ "id": id, "entity": entity, "contacts": contacts, "name": format!("List {number}") });
        let made = app.data(convert, json!({ "input": input })).await["domainSetConvertToList"].take();
        let list = &made["list"];
        assert!(made["change"]["bulkId"].is_string(), "{made}");
        assert_eq!((&list["entity"], &list["source"]), (&json!(entity), &json!("DOMAIN_SET")), "{made}");
        assert_eq!(list["reference"]["domain_set"], id, "{made}");
        until(&app, holds, json!({ "id": list["id"] }), |data| data["list"]["members"] == wanted).await;
    }
    let path = format!("/api/v1/domain-sets/{}/convert-to-list", id.as_str().unwrap());
    let (status, refused) =
        app.post(Role::Admin, &path, json!({ "entity": "account", "contacts": { "title": "vp" } })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("DOMAIN_SET_OF_PEOPLE")), "{refused}");
    let (status, made) = app.post(Role::Admin, &path, json!({ "name": "Over REST" })).await;
    assert!(matches!(status, 201 | 202) && made["bulkId"].is_string(), "{status} {made}");
}
