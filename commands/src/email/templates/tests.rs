use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::{DetailChanges, Details};
use pivotal_domain::email::templates::tags::fields::Vocabulary;
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::templates::{EmailTemplate, Status};
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::{archive_template, restore_template};
use super::create::{CreateTemplate, create_template};
use super::preview::{Looked, preview_template};
use super::render::compiled;
use super::review::{approve_template, return_template, submit_template};
use super::save::{SaveDraft, save_draft};
use super::update::update_template;
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::error::CommandError;
use crate::execute::Executed;
use crate::identity::testing::{Setup, actor_of, code, system};

fn called(name: &str) -> CreateTemplate {
    let details = Details { name: name.into(), brand: None, tags: Vec::new() };
    CreateTemplate { details, content: None, idempotency_key: None }
}

fn saying(inside: &str) -> Content {
    let mjml = format!(
        "<mjml>\n<mj-body><mj-section><mj-column>\n<mj-text>{inside}</mj-text>\n</mj-column></mj-section></mj-body></mjml>"
    );
    Content { mjml, blocks: None, ..Content::starter() }
}

fn saved(template: &Executed<EmailTemplate>, content: Content) -> SaveDraft {
    let expected = template.state.made.as_ref().map(|made| made.revision);
    SaveDraft { id: template.id, content, expected }
}

fn status(template: &Executed<EmailTemplate>) -> Status {
    template.state.made.as_ref().unwrap().status
}

#[test]
fn what_a_new_template_begins_with_becomes_a_mail() {
    let compiled = compiled(Content::starter(), &Vocabulary::default()).unwrap();
    let mut values = Values::default();
    values.set("contact.first_name", "Ada <b>");
    values.set("unsubscribe_url", "https://example.com/u?a=1&b=2");
    let mail = compiled.render(&values);
    assert_eq!(mail.subject, "A message for Ada <b>");
    assert!(mail.html.contains("Hello Ada &lt;b&gt;</h1>"), "{}", mail.html);
    assert!(mail.html.contains("href=\"https://example.com/u?a=1&amp;b=2\""), "{}", mail.html);
    assert!(!mail.html.contains("{{") && !mail.html.contains("fonts.googleapis.com"), "{}", mail.html);
    assert!(
        mail.text.contains("Hello Ada <b>") && mail.text.contains("Write your message here."),
        "{}",
        mail.text
    );
    assert!(mail.text.contains("Unsubscribe (https://example.com/u?a=1&b=2)"), "{}", mail.text);
}

#[test]
fn a_preheader_stands_first_and_is_not_seen() {
    let content =
        Content { preheader: "News for {{contact.first_name|you}} & all".into(), ..Content::starter() };
    let mail = compiled(content, &Vocabulary::default()).unwrap().render(&Values::default());
    assert_eq!(mail.preheader, "News for you & all");
    let (_, body) = mail.html.split_once("<body").unwrap();
    let hidden = body.find("News for you &amp; all").unwrap();
    assert!(hidden < body.find("Write your message").unwrap(), "{}", mail.html);
    assert!(!mail.text.contains("News for you"), "{}", mail.text);
}

#[tokio::test]
async fn broken_content_is_refused_with_its_line_and_nothing_is_saved() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let made = create_template(&t.ctx, &ada, called("Welcome")).await.unwrap();
    let refused = save_draft(&t.ctx, &ada, saved(&made, saying("{{contact.nope}}<script></script>"))).await;
    let Err(CommandError::Rejected(rejections)) = refused else { panic!("it was not refused") };
    let told: Vec<(&str, &str)> = rejections
        .iter()
        .map(|one| (one.code.as_str(), one.message.split(':').next().unwrap_or_default()))
        .collect();
    assert_eq!(told, [("TEMPLATE_SCRIPT", "Line 3"), ("TAG_UNKNOWN", "Line 3")]);
    let now = t.ctx.log.load::<EmailTemplate>(made.id).await.unwrap().state.made.unwrap();
    assert_eq!(now.revision, 1);
}

#[tokio::test]
async fn one_person_writes_and_another_approves() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::CampaignManager, None).await);
    let qa = actor_of(&t.user("qa@example.com", Role::QaAnalyst, None).await);
    let made = create_template(&t.ctx, &ada, called("Welcome")).await.unwrap();
    let draft = save_draft(&t.ctx, &ada, saved(&made, saying("One"))).await.unwrap();
    let stale = save_draft(&t.ctx, &bob, saved(&made, saying("Two"))).await;
    assert_eq!(code(stale), "TEMPLATE_DRAFT_CHANGED");
    assert_eq!(status(&draft), Status::Draft);

    submit_template(&t.ctx, &ada, made.id).await.unwrap();
    assert_eq!(code(approve_template(&t.ctx, &ada, made.id, 1).await), "TEMPLATE_OWN_WORK");
    assert_eq!(code(approve_template(&t.ctx, &qa, made.id, 1).await), "forbidden");
    assert_eq!(code(return_template(&t.ctx, &bob, made.id, 1, " ".into()).await), "TEMPLATE_NO_REASON");
    let back = return_template(&t.ctx, &bob, made.id, 1, "A typo".into()).await.unwrap();
    assert_eq!(status(&back), Status::Returned);
    save_draft(&t.ctx, &ada, saved(&draft, saying("Mended"))).await.unwrap();
    submit_template(&t.ctx, &ada, made.id).await.unwrap();
    let done = approve_template(&t.ctx, &bob, made.id, 2).await.unwrap();
    assert_eq!((status(&done), done.state.made.unwrap().approved), (Status::Approved, Some(2)));
    assert_eq!(code(submit_template(&t.ctx, &qa, made.id).await), "forbidden");
    assert_eq!(code(submit_template(&t.ctx, &ada, Uuid::now_v7()).await), "not found");
}

#[tokio::test]
async fn names_are_unique_among_templates_in_use() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let first = create_template(&t.ctx, &ada, called("Welcome")).await.unwrap();
    assert_eq!(code(create_template(&t.ctx, &ada, called(" welcome")).await), "TEMPLATE_NAME_TAKEN");
    archive_template(&t.ctx, &ada, first.id).await.unwrap();
    let second = create_template(&t.ctx, &ada, called("Welcome")).await.unwrap();
    assert_eq!(code(restore_template(&t.ctx, &ada, first.id).await), "TEMPLATE_NAME_TAKEN");
    let renamed = DetailChanges { name: Some("Hello".into()), ..DetailChanges::default() };
    update_template(&t.ctx, &ada, second.id, renamed).await.unwrap();
    let back = restore_template(&t.ctx, &ada, first.id).await.unwrap();
    assert!(!back.state.archived);
}

#[tokio::test]
async fn a_preview_shows_what_this_contact_would_get() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let looked = |inside: &str| Looked::Content(Box::new(saying(inside)));
    let contact = contact(&t, "Grace").await;
    let hello = "Hi {{contact.first_name|you}} {{contact.tags|}} {{contact.city}} {{sender.name}}";
    let seen = preview_template(&t.ctx, &ada, looked(hello), Some(contact)).await.unwrap();
    let mail = seen.mail.unwrap();
    assert_eq!(mail.subject, "A message for Grace");
    assert!(mail.text.contains("Hi Grace a, b"), "{}", mail.text);
    assert_eq!(mail.empty, ["contact.city"]);
    assert!(seen.problems.iter().any(|problem| problem.code == "NO_UNSUBSCRIBE"), "{:?}", seen.problems);

    let nobody = preview_template(&t.ctx, &ada, looked(hello), None).await.unwrap();
    assert_eq!(nobody.mail.unwrap().subject, "A message for you");
    let broken = preview_template(&t.ctx, &ada, looked("<b>"), None).await.unwrap();
    assert!(broken.mail.is_none() && broken.problems[0].code == "MJML_BROKEN", "{:?}", broken.problems);
    let unknown = preview_template(&t.ctx, &ada, looked(hello), Some(Uuid::now_v7())).await;
    assert_eq!(code(unknown), "not found");
    let agent = actor_of(&t.user("agent@example.com", Role::Agent, None).await);
    assert_eq!(code(preview_template(&t.ctx, &agent, looked(hello), Some(contact)).await), "forbidden");
}

async fn contact(t: &Setup, first_name: &str) -> Uuid {
    let fields = serde_json::json!({
        "email": "grace@example.com", "first_name": first_name, "tags": ["a", "b"],
    });
    let fields = fields.as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(&t.ctx, &system(), input).await.unwrap().id
}
