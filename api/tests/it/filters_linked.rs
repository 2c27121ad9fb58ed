//! Filters that ask of more than the listed record, at every door that takes a filter; and no key sees more by them.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::importing;
use crate::support::{TestApp, answer, code, until};

const FILE: &str = "First Name,Last Name,Email,Seniority,Company Name,Website\n\
    Ada,Lovelace,ada@example.com,VP,Example Ltd,example.com\n\
    Charles,Babbage,charles@other.test,Director,Other Ltd,other.test\n\
    Zoë,Quint,zoe@example.com,VP,Example Ltd,example.com\n";

const PEOPLE: &str = "query($where: JSON) { contacts(first: 10, filter: { where: $where }, sort: { field: \"full_name\" }) { totalCount edges { node { fullName } } } }";
const COMPANIES: &str = "query($where: JSON) { accounts(first: 10, filter: { where: $where }) { totalCount edges { node { name } } } }";

/// Two people at one company and one at another, by an import.
async fn imported() -> (TestApp, Value) {
    let app = TestApp::start().await;
    let import = importing::started(&app, FILE, None).await;
    assert_eq!(importing::ended(&app, &import, "state").await["state"], "COMPLETED");
    let both = "{ contacts { totalCount } accounts { totalCount } }";
    until(&app, both, json!({}), |data| {
        data["contacts"]["totalCount"] == 3 && data["accounts"]["totalCount"] == 2
    })
    .await;
    (app, json!(import))
}

fn at_example() -> Value {
    json!({"field": "account.domain", "op": "equals", "value": "Example.com"})
}

fn two_vps() -> Value {
    let vp = json!({"field": "seniority_level", "op": "equals", "value": "VP"});
    json!({"contacts": {"at_least": 2, "filter": vp}})
}

#[tokio::test]
async fn what_is_linked_can_be_asked_at_every_door() {
    let (app, import) = imported().await;
    let people =
        until(&app, PEOPLE, json!({"where": at_example()}), |data| data["contacts"]["totalCount"] == 2).await;
    assert_eq!(people["contacts"]["edges"][0]["node"]["fullName"], "Ada Lovelace");
    let companies =
        until(&app, COMPANIES, json!({"where": two_vps()}), |data| data["accounts"]["totalCount"] == 1).await;
    assert_eq!(companies["accounts"]["edges"][0]["node"]["name"], "Example Ltd");
    let rest = async |path: &str, filter: Value| {
        let request =
            app.rest(Role::DataOps, Method::GET, path).await.query(&[("filter", filter.to_string())]);
        let (status, body) = answer(request).await;
        assert_eq!(status, 200, "{body}");
        body["items"].as_array().unwrap().len()
    };
    assert_eq!(rest("/api/v1/contacts", at_example()).await, 2);
    assert_eq!(rest("/api/v1/accounts", two_vps()).await, 1);
    let by_import =
        json!({"all": [{"field": "imports", "op": "any_of", "value": [import]}, {"not": at_example()}]});
    until(&app, PEOPLE, json!({"where": by_import}), |data| data["contacts"]["totalCount"] == 1).await;

    let preview =
        "query($selection: BulkSelectionInput!) { bulkPreview(selection: $selection) { matching } }";
    for (entity, list, filter, matching) in
        [("CONTACT", "contacts", at_example(), 2), ("ACCOUNT", "accounts", two_vps(), 1)]
    {
        let selection = json!({"entity": entity, list: {"where": filter}});
        let counted = app.data(preview, json!({"selection": selection})).await;
        assert_eq!(counted["bulkPreview"]["matching"], matching, "{entity}");
        let start = "mutation($input: ExportStartInput!) { exportStart(input: $input) { export { id } userErrors { message } } }";
        let columns = if entity == "CONTACT" { "full_name" } else { "name" };
        let input = json!({"entity": entity, "format": "CSV", "columns": [columns], list: {"where": filter}});
        let started = app.data(start, json!({"input": input})).await["exportStart"].take();
        assert_eq!(started["userErrors"], json!([]), "{started}");
        let ended = "query($id: UUID!) { export(id: $id) { state rows error } }";
        let id = json!({"id": started["export"]["id"]});
        let export =
            until(&app, ended, id, |data| data["export"]["state"] != "RUNNING").await["export"].take();
        assert_eq!(export, json!({"state": "COMPLETED", "rows": matching, "error": null}), "{entity}");
    }
}

#[tokio::test]
async fn a_form_learns_the_companys_fields_and_the_sentence() {
    let (app, import) = imported().await;
    let fields = "query($entity: Entity!) { filterFields(entity: $entity) { key label group type target nullable suggestions } }";
    let of = async |entity: &str| app.data(fields, json!({"entity": entity})).await["filterFields"].take();
    let (of_contact, of_account) = (of("CONTACT").await, of("ACCOUNT").await);
    let named = |fields: &Value, key: &str| {
        fields.as_array().unwrap().iter().find(|field| field["key"] == key).cloned().unwrap_or_default()
    };
    assert_eq!(
        named(&of_contact, "account.industry"),
        json!({"key": "account.industry", "label": "Company's industry", "group": "Fields of the company", "type": "CHOICE", "target": null, "nullable": true, "suggestions": true})
    );
    assert_eq!(named(&of_account, "account.industry"), Value::Null);
    for fields in [&of_contact, &of_account] {
        let lists = named(fields, "lists");
        assert_eq!((&lists["type"], &lists["target"]), (&json!("REFERENCES"), &json!("LIST")));
    }
    let check = "query($entity: Entity!, $filter: JSON!) { filterCheck(entity: $entity, filter: $filter) { valid sentence normalized errors { path code } } }";
    let checked = async |entity: &str, filter: Value| {
        app.data(check, json!({"entity": entity, "filter": filter})).await["filterCheck"].take()
    };
    let good = checked("CONTACT", json!({"field": "imports", "op": "any_of", "value": [import]})).await;
    let sentence = good["sentence"].as_str().unwrap();
    assert!(sentence.starts_with("Was made or changed by the import \""), "its name: {sentence}");
    assert_eq!(
        checked("ACCOUNT", two_vps()).await["sentence"],
        "Has at least 2 contacts where (seniority is VP)"
    );
    assert_eq!(checked("CONTACT", at_example()).await["sentence"], "The company's domain is \"Example.com\"");
    let back = checked("ACCOUNT", json!({"contacts": {"filter": at_example()}})).await;
    assert_eq!(back["errors"], json!([{"path": "contacts.filter", "code": "FILTER_TOO_DEEP"}]));
    let suggest =
        "{ filterSuggestions(entity: CONTACT, field: \"account.name\", prefix: \"exa\") { label } }";
    assert_eq!(app.data(suggest, json!({})).await["filterSuggestions"], json!([{"label": "Example Ltd"}]));
}

#[tokio::test]
async fn a_key_for_contacts_asks_nothing_of_companies() {
    let (app, _) = imported().await;
    let secret_for = async |scope: &str| {
        let create = "mutation($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret } }";
        let made = app.data(create, json!({"input": {"name": scope, "scopes": [scope]}})).await;
        made["apiKeyCreate"]["secret"].as_str().unwrap().to_owned()
    };
    let (contacts, accounts) = (secret_for("CONTACTS_VIEW").await, secret_for("ACCOUNTS_VIEW").await);
    let asked = async |secret: &str, query: &str, filter: Value| {
        let body = app.graphql_as(Some(secret), query, json!({"where": filter, "filter": filter})).await;
        code(&body).map(str::to_owned)
    };
    let refused = Some("API_KEY_SCOPE".to_owned());
    assert_eq!(asked(&contacts, PEOPLE, json!({"field": "account", "op": "has_value"})).await, None);
    assert_eq!(asked(&contacts, PEOPLE, at_example()).await, refused);
    assert_eq!(asked(&contacts, PEOPLE, json!({"any": [{"not": at_example()}]})).await, refused);
    assert_eq!(asked(&accounts, COMPANIES, json!({"field": "name", "op": "has_value"})).await, None);
    assert_eq!(asked(&accounts, COMPANIES, two_vps()).await, refused);
    assert_eq!(asked(&accounts, COMPANIES, json!({"contacts": {"at_most": 0}})).await, refused);
    let says = "query($filter: JSON!) { filterSentence(entity: CONTACT, filter: $filter) }";
    assert_eq!(asked(&contacts, says, at_example()).await, refused);
    let suggest =
        "{ filterSuggestions(entity: CONTACT, field: \"account.name\", prefix: \"exa\") { label } }";
    assert_eq!(asked(&contacts, suggest, Value::Null).await, refused);
    let request = app.request(Method::GET, "/api/v1/contacts").bearer_auth(&contacts);
    let (status, body) = answer(request.query(&[("filter", at_example().to_string())])).await;
    assert_eq!((status, body["code"].as_str()), (403, Some("API_KEY_SCOPE")), "{body}");
    let fields = "{ filterFields(entity: CONTACT) { key } }";
    let fields = app.graphql_as(Some(&contacts), fields, json!({})).await;
    let fields = fields["data"]["filterFields"].as_array().unwrap();
    assert!(!fields.iter().any(|field| field["key"].as_str().unwrap().starts_with("account.")));
}
