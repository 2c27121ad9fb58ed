//! Snippets through both doors: written, included in templates, frozen with what is submitted, and not put away while they are used.

use pivotal_domain::identity::role::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, code};

const BRAND: &str = "mutation($input: EmailBrandInput!) { emailBrandCreate(input: $input) { brand { id } userErrors { code } } }";
const CREATE: &str = "mutation($input: EmailSnippetCreateInput!) { emailSnippetCreate(input: $input) { emailSnippet { id name version mayEdit createdByName } userErrors { code field } } }";
const SAVE: &str = "mutation($input: EmailSnippetSaveInput!) { emailSnippetSave(input: $input) { emailSnippet { version } userErrors { code field } } }";
const ARCHIVE: &str = "mutation($id: UUID!) { emailSnippetArchive(id: $id) { emailSnippet { archived } userErrors { code message } } }";
const RESTORE: &str =
    "mutation($id: UUID!) { emailSnippetRestore(id: $id) { emailSnippet { archived } userErrors { code } } }";
const TEMPLATE: &str = "mutation($input: EmailTemplateCreateInput!) { emailTemplateCreate(input: $input) { emailTemplate { id } userErrors { code field message } } }";
const TEMPLATE_SAVE: &str = "mutation($input: EmailTemplateSaveInput!) { emailTemplateSave(input: $input) { emailTemplate { revision } userErrors { code field message } } }";
const SUBMIT: &str = "mutation($id: UUID!) { emailTemplateSubmit(id: $id) { userErrors { code } } }";
const SNIPPET: &str = "query($id: UUID!) { emailSnippet(id: $id) { name brandName version archived usedBy { name } blocks } emailSnippetVersions(id: $id) { number } emailSnippetHistory(id: $id) { title } }";
const PREVIEW: &str = "query($input: EmailTemplatePreviewInput!) { emailTemplatePreview(input: $input) { text problems { code } } }";

fn text(text: &str) -> Value {
    json!([{ "type": "text", "text": text }])
}

async fn brand(app: &TestApp) -> Value {
    let made = app.data(BRAND, json!({ "input": { "name": "Norhavn" } })).await;
    made["emailBrandCreate"]["brand"]["id"].clone()
}

/// As a campaign manager, what the mutation answered.
async fn done(app: &TestApp, query: &str, name: &str, variables: Value) -> Value {
    app.graphql(Role::CampaignManager, query, variables).await["data"][name].clone()
}

async fn footer(app: &TestApp, brand: &Value) -> Value {
    let input = json!({ "brandId": brand, "name": "legal-footer", "blocks": text("Old words") });
    let made = done(app, CREATE, "emailSnippetCreate", json!({ "input": input })).await;
    assert_eq!(made["userErrors"], json!([]), "{made}");
    made["emailSnippet"]["id"].clone()
}

async fn template(app: &TestApp, blocks: Value) -> Value {
    let content = json!({ "subject": "News", "blocks": { "blocks": blocks } });
    let input = json!({ "name": "Welcome", "content": content });
    done(app, TEMPLATE, "emailTemplateCreate", json!({ "input": input })).await
}

async fn shown(app: &TestApp, input: Value) -> String {
    let seen = app.data(PREVIEW, json!({ "input": input })).await;
    seen["emailTemplatePreview"]["text"].as_str().unwrap_or_else(|| panic!("{seen}")).to_owned()
}

#[tokio::test]
async fn a_snippet_is_written_included_and_kept_by_what_was_submitted() {
    let app = TestApp::start().await;
    let brand = brand(&app).await;
    let unknown = template(&app, json!([{ "type": "snippet", "name": "legal-footer" }])).await;
    assert_eq!(unknown["userErrors"][0]["code"], "SNIPPET_UNKNOWN", "{unknown}");
    let id = footer(&app, &brand).await;
    let made = template(&app, json!([{ "type": "snippet", "name": "legal-footer" }])).await;
    let welcome = made["emailTemplate"]["id"].clone();
    assert!(welcome.is_string(), "{made}");
    done(&app, SUBMIT, "emailTemplateSubmit", json!({ "id": welcome })).await;

    let newer = json!({ "id": id, "blocks": text("New words"), "version": 1 });
    let saved = done(&app, SAVE, "emailSnippetSave", json!({ "input": newer })).await;
    assert_eq!(saved["emailSnippet"]["version"], 2, "{saved}");
    let late = json!({ "id": id, "blocks": text("Others"), "version": 1 });
    let late = done(&app, SAVE, "emailSnippetSave", json!({ "input": late })).await;
    assert_eq!(late["userErrors"][0], json!({ "code": "SNIPPET_CHANGED", "field": "version" }), "{late}");
    assert!(shown(&app, json!({ "id": welcome })).await.contains("New words"));
    assert!(shown(&app, json!({ "id": welcome, "version": 1 })).await.contains("Old words"));
    let versions =
        "query($id: UUID!) { emailTemplateVersions(id: $id) { number snippets { name version } } }";
    let versions = app.data(versions, json!({ "id": welcome })).await;
    assert_eq!(
        versions["emailTemplateVersions"],
        json!([{ "number": 1, "snippets": [{ "name": "legal-footer", "version": 1 }] }])
    );

    let seen = app.data(SNIPPET, json!({ "id": id })).await;
    let snippet = &seen["emailSnippet"];
    assert_eq!(
        (&snippet["name"], &snippet["brandName"], &snippet["version"], &snippet["usedBy"]),
        (&json!("legal-footer"), &json!("Norhavn"), &json!(2), &json!([{ "name": "Welcome" }]))
    );
    assert_eq!(seen["emailSnippetVersions"], json!([{ "number": 2 }, { "number": 1 }]));
    assert_eq!(
        seen["emailSnippetHistory"],
        json!([{ "title": "Saved (version 2)" }, { "title": "Created" }])
    );
}

#[tokio::test]
async fn a_snippet_in_use_is_not_archived_and_one_in_a_source_is_found_by_its_line() {
    let app = TestApp::start().await;
    let brand = brand(&app).await;
    let id = footer(&app, &brand).await;
    let made = template(&app, json!([{ "type": "snippet", "name": "legal-footer" }])).await;
    let welcome = made["emailTemplate"]["id"].clone();
    let refused = done(&app, ARCHIVE, "emailSnippetArchive", json!({ "id": id })).await;
    assert_eq!(refused["userErrors"][0]["code"], "SNIPPET_IN_USE", "{refused}");
    assert!(refused["userErrors"][0]["message"].as_str().unwrap().contains("Welcome"), "{refused}");

    let source = |name: &str| {
        format!(
            "<mjml><mj-body><mj-section><mj-column>\n<mj-snippet name=\"{name}\" />\n<mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>"
        )
    };
    for (mjml, expected) in [
        (source("gone"), "SNIPPET_UNKNOWN"),
        (source("Not A Name"), "SNIPPET_BROKEN"),
        (source("legal-footer").replace("<mj-text>", "<mj-text><mj-snippet name=\"a\" />"), "SNIPPET_BROKEN"),
    ] {
        let input = json!({ "id": welcome, "content": { "subject": "News", "mjml": mjml } });
        let refused = done(&app, TEMPLATE_SAVE, "emailTemplateSave", json!({ "input": input })).await;
        assert_eq!(refused["userErrors"][0]["code"], expected, "{refused}");
        assert!(refused["userErrors"][0]["message"].as_str().unwrap().starts_with("Line "), "{refused}");
    }
    let without =
        json!({ "id": welcome, "content": { "subject": "News", "blocks": { "blocks": text("Hello") } } });
    done(&app, TEMPLATE_SAVE, "emailTemplateSave", json!({ "input": without })).await;
    let gone = done(&app, ARCHIVE, "emailSnippetArchive", json!({ "id": id })).await;
    assert_eq!(gone["emailSnippet"]["archived"], true, "{gone}");
    let again = json!({ "brandId": brand, "name": "legal-footer", "blocks": text("Others") });
    let again = done(&app, CREATE, "emailSnippetCreate", json!({ "input": again })).await;
    assert_eq!(again["userErrors"][0], json!({ "code": "SNIPPET_NAME_TAKEN", "field": "name" }), "{again}");
    let back = done(&app, RESTORE, "emailSnippetRestore", json!({ "id": id })).await;
    assert_eq!(back["emailSnippet"]["archived"], false, "{back}");
}

#[tokio::test]
async fn snippets_are_there_over_rest_for_whoever_may_see_templates() {
    let app = TestApp::start().await;
    let brand = brand(&app).await;
    let path = "/api/v1/email-snippets";
    let new = json!({ "brandId": brand, "name": "disclaimer", "blocks": text("One") });
    let (status, made) = app.post(Role::CampaignManager, path, new.clone()).await;
    assert_eq!((status, &made["version"]), (201, &json!(1)), "{made}");
    let this = format!("{path}/{}", made["id"].as_str().unwrap());
    let (_, listed) = app.get(Role::QaAnalyst, path).await;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
    let (_, versions) = app.get(Role::QaAnalyst, &format!("{this}/versions")).await;
    assert_eq!(versions["items"][0]["blocks"], json!([{ "type": "text", "text": "One", "align": "left" }]));
    let (_, history) = app.get(Role::QaAnalyst, &format!("{this}/history")).await;
    assert_eq!(history["items"][0]["title"], "Created", "{history}");
    let (status, gone) = app.post(Role::CampaignManager, &format!("{this}/archive"), json!({})).await;
    assert_eq!((status, &gone["archived"]), (200, &json!(true)), "{gone}");
    let (status, back) = app.post(Role::CampaignManager, &format!("{this}/restore"), json!({})).await;
    assert_eq!((status, &back["archived"]), (200, &json!(false)), "{back}");
    let broken =
        json!({ "brandId": brand, "name": "other", "blocks": [{ "type": "columns", "columns": [] }] });
    let (status, _) = app.post(Role::CampaignManager, path, broken).await;
    assert_eq!(status, 422);

    assert_eq!(app.post(Role::QaAnalyst, path, new).await.0, 403);
    for role in [Role::Agent, Role::ClientUser] {
        assert_eq!(app.get(role, &this).await.0, 403, "{role}");
        let asked = app.graphql(role, "{ emailSnippets { id } }", json!({})).await;
        assert_eq!(code(&asked), Some("FORBIDDEN"), "{role}: {asked}");
    }
}
