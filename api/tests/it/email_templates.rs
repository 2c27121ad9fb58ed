//! Email templates through both doors: written, checked, previewed, submitted by one person and approved by another.

use pivotal_domain::identity::role::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestApp, answer, code, until};

const CREATE: &str = "mutation($input: EmailTemplateCreateInput!) { emailTemplateCreate(input: $input) { emailTemplate { id name status revision versions subject mayEdit mayApprove createdByName } userErrors { code field } } }";
const SAVE: &str = "mutation($input: EmailTemplateSaveInput!) { emailTemplateSave(input: $input) { emailTemplate { revision status subject } userErrors { code field message } } }";
const PREVIEW: &str = "query($input: EmailTemplatePreviewInput!) { emailTemplatePreview(input: $input) { subject html text bytes emptyTags problems { severity code part line message } } }";

fn mjml(inside: &str) -> String {
    format!(
        "<mjml><mj-body><mj-section><mj-column>\n<mj-text>{inside}</mj-text>\n</mj-column></mj-section></mj-body></mjml>"
    )
}

fn content(inside: &str) -> Value {
    json!({ "subject": "News for {{contact.first_name|you}}", "mjml": mjml(inside) })
}

async fn created(app: &TestApp, name: &str) -> Value {
    let made = app.graphql(Role::CampaignManager, CREATE, json!({ "input": { "name": name } })).await;
    let made = &made["data"]["emailTemplateCreate"];
    assert_eq!(made["userErrors"], json!([]), "{made}");
    made["emailTemplate"].clone()
}

async fn saved(app: &TestApp, input: Value) -> Value {
    let saved = app.graphql(Role::CampaignManager, SAVE, json!({ "input": input })).await;
    saved["data"]["emailTemplateSave"].clone()
}

async fn act(app: &TestApp, role: Role, name: &str, arguments: &str) -> Value {
    let query = format!(
        "mutation {{ {name}({arguments}) {{ emailTemplate {{ status versions approvedVersion archived }} userErrors {{ code }} }} }}"
    );
    app.graphql(role, &query, json!({})).await["data"][name].clone()
}

#[tokio::test]
async fn a_template_goes_from_a_draft_to_an_approved_version() {
    let app = TestApp::start().await;
    let made = created(&app, " Welcome ").await;
    assert_eq!(
        (&made["name"], &made["status"], &made["revision"], &made["mayEdit"], &made["mayApprove"]),
        (&json!("Welcome"), &json!("DRAFT"), &json!(1), &json!(true), &json!(true))
    );
    let id = made["id"].as_str().unwrap();
    let draft = saved(&app, json!({ "id": id, "content": content("One"), "revision": 1 })).await;
    assert_eq!(draft["emailTemplate"]["revision"], 2, "{draft}");
    let late = saved(&app, json!({ "id": id, "content": content("Two"), "revision": 1 })).await;
    assert_eq!(late["userErrors"][0]["code"], "TEMPLATE_DRAFT_CHANGED", "{late}");

    let this = format!("id: \"{id}\"");
    let first = format!("{this}, version: 1");
    let submitted = act(&app, Role::CampaignManager, "emailTemplateSubmit", &this).await;
    assert_eq!(submitted["emailTemplate"]["status"], "IN_REVIEW", "{submitted}");
    let own = act(&app, Role::CampaignManager, "emailTemplateApprove", &first).await;
    assert_eq!(own["userErrors"][0]["code"], "TEMPLATE_OWN_WORK", "{own}");
    let why = format!("input: {{ {first}, reason: \"The link is wrong.\" }}");
    let back = act(&app, Role::Admin, "emailTemplateReturn", &why).await;
    assert_eq!(back["emailTemplate"]["status"], "RETURNED", "{back}");
    saved(&app, json!({ "id": id, "content": content("Mended") })).await;
    act(&app, Role::CampaignManager, "emailTemplateSubmit", &this).await;
    let approved = act(&app, Role::Admin, "emailTemplateApprove", &format!("{this}, version: 2")).await;
    assert_eq!(
        approved["emailTemplate"],
        json!({ "status": "APPROVED", "versions": 2, "approvedVersion": 2, "archived": false })
    );

    let query = "query($id: UUID!) { emailTemplateVersions(id: $id) { number standing reason decidedByName } emailTemplateContent(id: $id, version: 1) { mjml text } emailTemplateHistory(id: $id) { title actorName } }";
    let seen = app.data(query, json!({ "id": id })).await;
    assert_eq!(
        seen["emailTemplateVersions"],
        json!([
            { "number": 2, "standing": "APPROVED", "reason": null, "decidedByName": "Maren Lindqvist" },
            { "number": 1, "standing": "RETURNED", "reason": "The link is wrong.", "decidedByName": "Maren Lindqvist" },
        ])
    );
    assert_eq!(seen["emailTemplateContent"], json!({ "mjml": mjml("One"), "text": null }));
    let titles: Vec<&str> = seen["emailTemplateHistory"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["title"].as_str().unwrap())
        .collect();
    assert_eq!(&titles[..2], ["Version 2 approved", "Version 2 submitted for approval"]);

    let gone = act(&app, Role::CampaignManager, "emailTemplateArchive", &this).await;
    assert_eq!(gone["emailTemplate"]["archived"], true, "{gone}");
    let all = app.data("{ emailTemplates { totalCount edges { node { name } } } }", json!({})).await;
    assert_eq!(all["emailTemplates"], json!({ "totalCount": 0, "edges": [] }));
    let kept = act(&app, Role::CampaignManager, "emailTemplateRestore", &this).await;
    assert_eq!(kept["emailTemplate"]["archived"], false, "{kept}");
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_its_line() {
    let app = TestApp::start().await;
    let id = created(&app, "Welcome").await["id"].clone();
    for (inside, expected) in [
        ("{{contact.nope}}", "TAG_UNKNOWN"),
        ("{{contact.email", "TAG_BROKEN"),
        ("<b>", "MJML_BROKEN"),
        ("<script></script>", "TEMPLATE_SCRIPT"),
        ("<form></form>", "TEMPLATE_FORM"),
        ("<style>@import url(x)</style>", "TEMPLATE_REMOTE"),
    ] {
        let refused = saved(&app, json!({ "id": id, "content": content(inside) })).await;
        let error = &refused["userErrors"][0];
        assert_eq!((&error["code"], &error["field"]), (&json!(expected), &json!("mjml")), "{refused}");
        assert!(error["message"].as_str().unwrap().starts_with("Line 2: "), "{refused}");
    }
    let injected = json!({ "subject": "Hi\r\nBcc: all@example.com", "mjml": mjml("x") });
    let refused = saved(&app, json!({ "id": id, "content": injected })).await;
    assert_eq!(refused["userErrors"][0]["code"], "TEMPLATE_LINE_BREAK", "{refused}");
    for (body, expected) in [
        (json!({ "subject": "x" }), "TEMPLATE_NO_BODY"),
        (json!({ "subject": "x", "mjml": mjml("x"), "blocks": { "blocks": [] } }), "TEMPLATE_TWO_BODIES"),
        (json!({ "subject": "x", "blocks": { "blocks": [{ "type": "video" }] } }), "TEMPLATE_BLOCKS"),
        (
            json!({ "subject": "x", "blocks": { "blocks": [{ "type": "button", "label": "x", "url": "javascript:x" }] } }),
            "TEMPLATE_BLOCK",
        ),
    ] {
        let refused = saved(&app, json!({ "id": id, "content": body })).await;
        assert_eq!(refused["userErrors"][0]["code"], expected, "{refused}");
    }
    let (status, draft) =
        app.get(Role::Admin, &format!("/api/v1/email-templates/{}", id.as_str().unwrap())).await;
    assert_eq!((status, &draft["revision"]), (200, &json!(1)));
}

#[tokio::test]
async fn a_mail_is_seen_as_a_contact_would_get_it_and_sent_to_oneself() {
    let app = TestApp::start().await;
    let query = "mutation($input: RecordInput!) { contactCreate(input: $input) { contact { id } userErrors { code } } }";
    let fields = json!({ "email": "grace@example.com", "first_name": "Grace", "job_title": "R&D lead" });
    let contact = app.data(query, json!({ "input": { "fields": fields } })).await;
    let contact = contact["contactCreate"]["contact"]["id"].clone();
    let written = content("Dear {{contact.first_name}}, {{contact.job_title}} of {{contact.city}}");
    let seen = app.data(PREVIEW, json!({ "input": { "content": written, "contactId": contact } })).await;
    let mail = &seen["emailTemplatePreview"];
    assert_eq!(mail["subject"], "News for Grace", "{mail}");
    assert!(mail["html"].as_str().unwrap().contains("Dear Grace, R&amp;D lead of "), "{mail}");
    assert!(mail["text"].as_str().unwrap().contains("Dear Grace, R&D lead of"), "{mail}");
    assert_eq!(mail["emptyTags"], json!(["contact.city"]));
    let told =
        |wanted: &str| mail["problems"].as_array().unwrap().iter().any(|problem| problem["code"] == wanted);
    assert!(told("NO_UNSUBSCRIBE") && told("NO_ADDRESS") && told("TAG_WITHOUT_FALLBACK"), "{mail}");
    let broken = app.data(PREVIEW, json!({ "input": { "content": content("<b>") } })).await;
    assert_eq!(broken["emailTemplatePreview"]["html"], Value::Null, "{broken}");
    assert_eq!(broken["emailTemplatePreview"]["problems"][0]["line"], 2, "{broken}");

    let id = created(&app, "Welcome").await["id"].clone();
    let send = "mutation($input: EmailTemplateTestInput!) { emailTemplateSendTest(input: $input) { sentTo userErrors { code } } }";
    let sent = app.data(send, json!({ "input": { "id": id, "contactId": contact } })).await;
    assert_eq!(sent["emailTemplateSendTest"]["sentTo"], "maren@example.com", "{sent}");
    let mails = "{ mailbox { mails { subject toAddress text } } }";
    let there = until(&app, mails, json!({}), |data| data["mailbox"]["mails"][0] != Value::Null).await;
    let mail = &there["mailbox"]["mails"][0];
    assert_eq!(
        (&mail["subject"], &mail["toAddress"]),
        (&json!("[Test] A message for Grace"), &json!("maren@example.com"))
    );
    assert!(mail["text"].as_str().unwrap().contains("Hello Grace"), "{mail}");

    let erase =
        "mutation($input: ContactEraseInput!) { contactErase(input: $input) { userErrors { code } } }";
    let input = json!({ "id": contact, "request": "ticket 7", "confirm": true });
    let erased = app.data(erase, json!({ "input": input })).await;
    assert_eq!(erased["contactErase"]["userErrors"], json!([]), "{erased}");
    until(&app, mails, json!({}), |data| data["mailbox"]["mails"] == json!([])).await;
}

#[tokio::test]
async fn the_same_over_rest_with_blocks_and_tags_and_for_nobody_without_the_permission() {
    let app = TestApp::start().await;
    let blocks = json!({ "blocks": [{ "type": "text", "text": "Hello **{{contact.first_name|there}}**" }, { "type": "footer" }] });
    let new = json!({ "name": "News", "tags": ["Berlin"], "brand": "Northwind", "content": { "subject": "Hi", "blocks": blocks } });
    let (status, made) = app.post(Role::CampaignManager, "/api/v1/email-templates", new).await;
    assert_eq!(
        (status, &made["status"], &made["brand"]),
        (201, &json!("draft"), &json!("Northwind")),
        "{made}"
    );
    let path = format!("/api/v1/email-templates/{}", made["id"].as_str().unwrap());
    let (_, kept) = app.get(Role::QaAnalyst, &format!("{path}/content")).await;
    assert!(kept["mjml"].as_str().unwrap().contains("<b>{{contact.first_name|there}}</b>"), "{kept}");
    assert_eq!(kept["blocks"]["blocks"][0]["type"], "text", "{kept}");

    let change = app.rest(Role::CampaignManager, Method::PATCH, &path).await;
    let (status, changed) = answer(change.json(&json!({ "name": "Newer", "brand": null }))).await;
    assert_eq!(
        (status, &changed["name"], &changed["brand"]),
        (200, &json!("Newer"), &Value::Null),
        "{changed}"
    );
    let draft = json!({ "content": { "subject": "Hi again", "mjml": mjml("x") }, "revision": 1 });
    let save = app.rest(Role::CampaignManager, Method::PUT, &format!("{path}/content")).await;
    let (status, saved) = answer(save.json(&draft)).await;
    assert_eq!(
        (status, &saved["revision"], &saved["subject"]),
        (200, &json!(2), &json!("Hi again")),
        "{saved}"
    );
    let (status, _) = app.post(Role::CampaignManager, &format!("{path}/submit"), json!({})).await;
    assert_eq!(status, 200);
    let (status, refused) =
        app.post(Role::CampaignManager, &format!("{path}/approve"), json!({ "version": 1 })).await;
    assert_eq!((status, &refused["errors"][0]["code"]), (422, &json!("TEMPLATE_OWN_WORK")), "{refused}");
    let (status, approved) = app.post(Role::Admin, &format!("{path}/approve"), json!({ "version": 1 })).await;
    assert_eq!((status, &approved["approvedVersion"]), (200, &json!(1)), "{approved}");
    let (_, versions) = app.get(Role::DataOps, &format!("{path}/versions")).await;
    assert_eq!(versions["items"][0]["standing"], "approved", "{versions}");
    let (_, found) =
        app.get(Role::DataOps, "/api/v1/email-templates?q=newer&tag=berlin&approved=true&sort=name").await;
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
    let (status, seen) = app
        .post(Role::QaAnalyst, "/api/v1/email-templates/preview", json!({ "id": made["id"], "version": 1 }))
        .await;
    assert_eq!((status, &seen["subject"]), (200, &json!("Hi again")), "{seen}");
    let (_, tags) = app.get(Role::DataOps, "/api/v1/email-templates/merge-tags").await;
    let paths: Vec<&str> =
        tags["items"].as_array().unwrap().iter().map(|tag| tag["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"contact.first_name") && paths.contains(&"unsubscribe_url"), "{paths:?}");

    for role in [Role::Agent, Role::ClientUser] {
        assert_eq!(app.get(role, &path).await.0, 403, "{role}");
        let asked = app.graphql(role, "{ emailTemplates { edges { node { id } } } }", json!({})).await;
        assert_eq!(code(&asked), Some("FORBIDDEN"), "{role}: {asked}");
    }
    let (status, _) = app.post(Role::DataOps, "/api/v1/email-templates", json!({ "name": "x" })).await;
    assert_eq!(status, 403);
}
