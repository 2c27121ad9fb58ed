//! Snippets as their events say, the templates that include them, and the versions that keep what they said.

use pivotal_domain::audience::record::source::Source;
use pivotal_domain::email::snippets::Snippet;
use pivotal_domain::email::snippets::events::SnippetEvent;
use pivotal_domain::email::snippets::include::Used;
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::blocks::{Align, Block, Document, Style};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::snippets::project::EmailSnippets;
use pivotal_projections::email::snippets::{query, story};
use pivotal_projections::email::templates::project::EmailTemplates;
use pivotal_projections::email::templates::query as templates;
use pivotal_projections::verify::{Part, Verifier};
use serde_json::json;
use uuid::Uuid;

use crate::support::records::{ADA, admin, agent, minute};
use crate::support::{Ground, settle};

const FOOTER: Uuid = Uuid::from_u128(0x41);
const WELCOME: Uuid = Uuid::from_u128(0x42);
const BRAND: Uuid = Uuid::from_u128(0x43);
const BOB: Uuid = Uuid::from_u128(0x31);

fn text(text: &str) -> Block {
    Block::Text { text: text.into(), align: Align::Left }
}

fn created() -> SnippetEvent {
    let (name, blocks) = ("legal-footer".into(), vec![text("Old words")]);
    SnippetEvent::EmailSnippetCreated { at: minute(0), by: ADA, brand: BRAND, name, blocks }
}

fn saved() -> SnippetEvent {
    SnippetEvent::EmailSnippetSaved { at: minute(1), by: BOB, version: 2, blocks: vec![text("New words")] }
}

fn content(block: Block) -> Content {
    let blocks = Some(Document { style: Style::default(), blocks: vec![block] });
    Content { blocks, ..Content::starter() }.of_blocks().unwrap()
}

fn naming() -> Content {
    content(Block::Snippet { name: "legal-footer".into() })
}

/// Without the guards: these events are written past the commands that keep them.
async fn differences(ground: &Ground) -> Vec<String> {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::EmailTemplates], |_| {}).await.unwrap();
    let told = report.differences.into_iter().map(|difference| difference.what);
    told.filter(|what| !what.contains("claim")).collect()
}

#[tokio::test]
async fn a_snippet_is_as_it_was_saved_last_and_keeps_what_it_said_before() {
    let ground = Ground::new().await;
    let mut snippets = ground.worker(EmailSnippets);
    let mut worker = ground.worker(EmailTemplates);
    let archived = SnippetEvent::EmailSnippetArchived { at: minute(2) };
    ground.append::<Snippet>(FOOTER, vec![created(), saved(), archived], &Source::Ui).await;
    settle(&mut snippets).await;
    settle(&mut worker).await;

    let pool = &ground.test.pools.read;
    let row = query::snippet(pool, &admin(), FOOTER).await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.number, row.archived), ("legal-footer", 2, true));
    assert_eq!((row.brand_id, row.created_by, row.saved_by), (BRAND, ADA, BOB));
    assert_eq!(row.blocks[0]["text"], "New words");
    let versions = query::versions(pool, &admin(), FOOTER).await.unwrap();
    let said: Vec<_> = versions.iter().map(|one| (one.number, one.blocks[0]["text"].clone())).collect();
    assert_eq!(said, [(2, json!("New words")), (1, json!("Old words"))]);
    let opener = ground.opener();
    let story = story::told(Reading { pool, opener: &opener }, FOOTER).await.unwrap();
    let titles: Vec<&str> = story.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Archived", "Saved (version 2)", "Created"]);
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    let agent = agent(ADA);
    assert!(query::snippets(pool, &agent).await.unwrap().is_empty());
    assert!(query::versions(pool, &agent, FOOTER).await.unwrap().is_empty());

    ground.execute("update read.email_snippets set name = 'x'").await;
    assert_eq!(differences(&ground).await, ["the row differs"]);
}

#[tokio::test]
async fn a_template_stands_beside_the_snippets_of_its_draft_and_a_version_keeps_their_words() {
    let ground = Ground::new().await;
    let mut snippets = ground.worker(EmailSnippets);
    let mut worker = ground.worker(EmailTemplates);
    let details = Details { name: "Welcome".into(), brand: None, tags: Vec::new() };
    let frozen = content(text("Old words"));
    let used = Used { snippet: FOOTER, name: "legal-footer".into(), version: 1, by: ADA };
    let events = vec![
        TemplateEvent::EmailTemplateCreated { at: minute(1), by: ADA, details, content: naming() },
        TemplateEvent::EmailTemplateSubmitted { at: minute(2), by: ADA, version: 1, hash: frozen.hash() },
        TemplateEvent::EmailTemplateSnippetsFrozen {
            at: minute(2),
            version: 1,
            content: frozen.clone(),
            snippets: vec![used],
        },
    ];
    ground.append::<Snippet>(FOOTER, vec![created()], &Source::Ui).await;
    ground.append::<EmailTemplate>(WELCOME, events, &Source::Ui).await;
    settle(&mut snippets).await;
    settle(&mut worker).await;

    let pool = &ground.test.pools.read;
    let names = ["legal-footer".to_owned(), "other".to_owned()];
    let users = query::users(pool, &admin(), &names).await.unwrap();
    assert_eq!(users.len(), 1);
    assert_eq!(users["legal-footer"], [query::UserRow { id: WELCOME, name: "Welcome".into() }]);
    assert!(query::users(pool, &agent(ADA), &names).await.unwrap().is_empty());
    let version = templates::content(pool, &admin(), WELCOME, Some(1)).await.unwrap().unwrap();
    assert_eq!(version.mjml, frozen.mjml);
    let draft = templates::content(pool, &admin(), WELCOME, None).await.unwrap().unwrap();
    assert_eq!(draft.mjml, naming().mjml);
    let versions = templates::versions(pool, &admin(), WELCOME).await.unwrap();
    assert_eq!(versions[0].snippets[0]["name"], "legal-footer");
    assert_eq!(differences(&ground).await, Vec::<String>::new());

    let without = content(text("Hello"));
    let saved =
        TemplateEvent::EmailTemplateDraftSaved { at: minute(3), by: ADA, revision: 2, content: without };
    ground.append::<EmailTemplate>(WELCOME, vec![saved], &Source::Ui).await;
    settle(&mut worker).await;
    assert!(query::users(pool, &admin(), &names).await.unwrap().is_empty());
}
