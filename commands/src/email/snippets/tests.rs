use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::email::snippets::Snippet;
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::blocks::{Align, Block, Document, Style};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::{archive_snippet, restore_snippet};
use super::create::{CreateSnippet, create_snippet};
use super::save::{SaveSnippet, save_snippet};
use crate::email::senders::brands::{archive_brand, create_brand};
use crate::email::templates::archive::{archive_template, restore_template};
use crate::email::templates::create::{CreateTemplate, create_template};
use crate::email::templates::preview::{Looked, preview_template};
use crate::email::templates::review::{approve_template, submit_template};
use crate::email::templates::save::{SaveDraft, save_draft};
use crate::execute::Executed;
use crate::identity::testing::{Setup, actor_of, code, system};

fn text(text: &str) -> Block {
    Block::Text { text: text.into(), align: Align::Left }
}

async fn brand(t: &Setup) -> Uuid {
    let look = Look { name: "Northwind".into(), ..Look::default() };
    create_brand(&t.ctx, &system(), look, None).await.unwrap().id
}

fn called(brand: Uuid, name: &str, said: &str) -> CreateSnippet {
    CreateSnippet { brand, name: name.into(), blocks: vec![text(said)], idempotency_key: None }
}

fn saying(id: Uuid, said: &str, expected: Option<u32>) -> SaveSnippet {
    SaveSnippet { id, blocks: vec![text(said)], expected }
}

/// A template that names the snippet in blocks.
fn naming(name: &str) -> CreateTemplate {
    let blocks = vec![text("Hello"), Block::Snippet { name: name.into() }];
    let document = Document { style: Style::default(), blocks };
    let content = Content { blocks: Some(document), ..Content::starter() };
    let details = Details { name: "Welcome".into(), brand: None, tags: Vec::new() };
    CreateTemplate { details, content: Some(content), idempotency_key: None }
}

fn source(name: &str) -> Content {
    let mjml = format!(
        "<mjml>\n<mj-body><mj-section><mj-column>\n<mj-snippet name=\"{name}\" />\n</mj-column></mj-section></mj-body></mjml>"
    );
    Content { mjml, blocks: None, ..Content::starter() }
}

fn version(snippet: &Executed<Snippet>) -> u32 {
    snippet.state.made.as_ref().unwrap().version
}

async fn shown(t: &Setup, actor: &Actor, looked: Looked) -> String {
    let seen = preview_template(&t.ctx, actor, looked, None).await.unwrap();
    seen.mail.unwrap_or_else(|| panic!("{:?}", seen.problems)).text
}

#[tokio::test]
async fn a_snippet_is_of_a_brand_in_use_and_its_name_is_never_given_again() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let qa = actor_of(&t.user("qa@example.com", Role::QaAnalyst, None).await);
    let brand = brand(&t).await;
    let made = create_snippet(&t.ctx, &ada, called(brand, "legal-footer", "One")).await.unwrap();
    assert_eq!(version(&made), 1);
    let nobody = create_snippet(&t.ctx, &ada, called(Uuid::now_v7(), "other", "One")).await;
    assert_eq!(code(nobody), "SNIPPET_BRAND");
    let broken = create_snippet(&t.ctx, &ada, called(brand, "other", "{{contact.nope}}")).await;
    assert_eq!(code(broken), "TAG_UNKNOWN");
    assert_eq!(code(create_snippet(&t.ctx, &qa, called(brand, "other", "One")).await), "forbidden");

    archive_snippet(&t.ctx, &ada, made.id).await.unwrap();
    let again = create_snippet(&t.ctx, &ada, called(brand, "legal-footer", "One")).await;
    assert_eq!(code(again), "SNIPPET_NAME_TAKEN");
    assert_eq!(code(save_snippet(&t.ctx, &ada, saying(made.id, "Two", None)).await), "SNIPPET_ARCHIVED");
    assert!(!restore_snippet(&t.ctx, &ada, made.id).await.unwrap().state.archived);
    assert_eq!(code(archive_snippet(&t.ctx, &ada, Uuid::now_v7()).await), "not found");

    archive_brand(&t.ctx, &system(), brand).await.unwrap();
    assert_eq!(code(create_snippet(&t.ctx, &ada, called(brand, "other", "One")).await), "SNIPPET_BRAND");
}

#[tokio::test]
async fn a_template_that_names_no_snippet_there_is_is_not_saved() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    assert_eq!(code(create_template(&t.ctx, &ada, naming("legal-footer")).await), "SNIPPET_UNKNOWN");
    let brand = brand(&t).await;
    create_snippet(&t.ctx, &ada, called(brand, "legal-footer", "One")).await.unwrap();
    let made = create_template(&t.ctx, &ada, naming("legal-footer")).await.unwrap();
    let unknown = SaveDraft { id: made.id, content: source("gone"), expected: None };
    assert_eq!(code(save_draft(&t.ctx, &ada, unknown).await), "SNIPPET_UNKNOWN");
    let fine = SaveDraft { id: made.id, content: source("legal-footer"), expected: None };
    save_draft(&t.ctx, &ada, fine).await.unwrap();
    assert!(shown(&t, &ada, Looked::Draft(made.id)).await.contains("One"));
}

#[tokio::test]
async fn a_draft_shows_the_newest_version_and_what_was_submitted_keeps_its_own() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::CampaignManager, None).await);
    let brand = brand(&t).await;
    let snippet = create_snippet(&t.ctx, &ada, called(brand, "legal-footer", "Old words")).await.unwrap();
    let made = create_template(&t.ctx, &ada, naming("legal-footer")).await.unwrap();
    submit_template(&t.ctx, &ada, made.id).await.unwrap();
    approve_template(&t.ctx, &bob, made.id, 1).await.unwrap();

    let saved = save_snippet(&t.ctx, &bob, saying(snippet.id, "New words", Some(1))).await.unwrap();
    assert_eq!(version(&saved), 2);
    let stale = save_snippet(&t.ctx, &ada, saying(snippet.id, "Others", Some(1))).await;
    assert_eq!(code(stale), "SNIPPET_CHANGED");
    assert!(shown(&t, &ada, Looked::Draft(made.id)).await.contains("New words"));
    assert!(shown(&t, &ada, Looked::Version(made.id, 1)).await.contains("Old words"));

    submit_template(&t.ctx, &ada, made.id).await.unwrap();
    assert_eq!(code(approve_template(&t.ctx, &bob, made.id, 2).await), "TEMPLATE_OWN_WORK");
    let state = t.ctx.log.load::<EmailTemplate>(made.id).await.unwrap().state.made.unwrap();
    let frozen = |number| {
        let version = state.version(number).unwrap();
        version.snippets.iter().map(|used| (used.name.as_str(), used.version)).collect::<Vec<_>>()
    };
    assert_eq!((frozen(1), frozen(2)), (vec![("legal-footer", 1)], vec![("legal-footer", 2)]));
}

#[tokio::test]
async fn a_snippet_in_use_says_by_whom_and_is_not_archived() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let brand = brand(&t).await;
    let snippet = create_snippet(&t.ctx, &ada, called(brand, "legal-footer", "One")).await.unwrap();
    let made = create_template(&t.ctx, &ada, naming("legal-footer")).await.unwrap();
    let refused = archive_snippet(&t.ctx, &ada, snippet.id).await.unwrap_err();
    assert!(format!("{refused:?}").contains("Welcome"), "{refused:?}");
    assert_eq!(code(archive_snippet(&t.ctx, &ada, snippet.id).await), "SNIPPET_IN_USE");
    let without = SaveDraft { id: made.id, content: Content::starter(), expected: None };
    save_draft(&t.ctx, &ada, without).await.unwrap();
    archive_snippet(&t.ctx, &ada, snippet.id).await.unwrap();

    // An archived template holds nothing; when it comes back, it says what is missing.
    restore_snippet(&t.ctx, &ada, snippet.id).await.unwrap();
    let again = SaveDraft { id: made.id, content: source("legal-footer"), expected: None };
    save_draft(&t.ctx, &ada, again).await.unwrap();
    archive_template(&t.ctx, &ada, made.id).await.unwrap();
    archive_snippet(&t.ctx, &ada, snippet.id).await.unwrap();
    restore_template(&t.ctx, &ada, made.id).await.unwrap();
    assert_eq!(code(submit_template(&t.ctx, &ada, made.id).await), "SNIPPET_ARCHIVED");
}
