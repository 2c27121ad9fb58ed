//! Samples of what happens to email templates. The files beside this one are never edited, once they are on main: whoever changes
//! one makes every log that holds the event unreadable.

use pivotal_domain::email::snippets::events::SnippetEvent;
use pivotal_domain::email::snippets::include::Used;
use pivotal_domain::email::templates::blocks::{Align, Block, Document, Style};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;

use super::audience::{at, id};
use super::check;

#[test]
fn email_templates() {
    let details = || Details {
        name: "Welcome".into(),
        brand: Some("Northwind".into()),
        tags: vec!["onboarding".into()],
    };
    let previous = Details { name: "Hello".into(), brand: None, tags: Vec::new() };
    let mjml = "<mjml><mj-body></mj-body></mjml>";
    let content = Content {
        subject: "Hello {{contact.first_name|there}}".into(),
        preheader: "News".into(),
        mjml: mjml.into(),
        blocks: Some(Document { style: Style::default(), blocks: blocks() }),
        text: Some("Hello".into()),
    };
    let bare = Content {
        subject: "Hello".into(),
        preheader: String::new(),
        mjml: mjml.into(),
        blocks: None,
        text: None,
    };
    let frozen = bare.clone();
    let hash = "0f343b0931126a20f133d67c2b018a3b".to_owned();
    let reason = "The link is wrong.".to_owned();
    check(
        TemplateEvent::NAMES,
        vec![
            TemplateEvent::EmailTemplateCreated { at: at(), by: id(1), details: details(), content },
            TemplateEvent::EmailTemplateDraftSaved { at: at(), by: id(1), revision: 2, content: bare },
            TemplateEvent::EmailTemplateDetailsChanged { at: at(), details: details(), previous },
            TemplateEvent::EmailTemplateSubmitted { at: at(), by: id(1), version: 1, hash },
            TemplateEvent::EmailTemplateSnippetsFrozen {
                at: at(),
                version: 1,
                content: frozen,
                snippets: vec![Used { snippet: id(3), name: "legal-footer".into(), version: 2, by: id(2) }],
            },
            TemplateEvent::EmailTemplateApproved { at: at(), by: id(2), version: 1, submitted_by: id(1) },
            TemplateEvent::EmailTemplateReturned {
                at: at(),
                by: id(2),
                version: 1,
                submitted_by: id(1),
                reason,
            },
            TemplateEvent::EmailTemplateArchived { at: at() },
            TemplateEvent::EmailTemplateRestored { at: at() },
        ],
    );
}

#[test]
fn email_snippets() {
    let name = "legal-footer".to_owned();
    let mut blocks = blocks();
    // Neither stands in a snippet; a document names one like this.
    blocks.pop();
    blocks.push(Block::Snippet { name: "other".into() });
    let text = vec![Block::Text { text: "A **text**.".into(), align: Align::Left }];
    check(
        SnippetEvent::NAMES,
        vec![
            SnippetEvent::EmailSnippetCreated { at: at(), by: id(1), brand: id(3), name, blocks },
            SnippetEvent::EmailSnippetSaved { at: at(), by: id(2), version: 2, blocks: text },
            SnippetEvent::EmailSnippetArchived { at: at() },
            SnippetEvent::EmailSnippetRestored { at: at() },
        ],
    );
}

/// One of each kind.
fn blocks() -> Vec<Block> {
    vec![
        Block::Heading { text: "Hello".into(), level: 1, align: Align::Left },
        Block::Text { text: "A **text**.".into(), align: Align::Center },
        Block::Button { label: "Read on".into(), url: "https://example.com".into(), align: Align::Right },
        Block::Image {
            src: "https://example.com/a.png".into(),
            alt: "A dog".into(),
            url: Some("https://example.com".into()),
            width: Some(300),
            align: Align::Left,
        },
        Block::Divider,
        Block::Spacer { height: 20 },
        Block::Columns {
            columns: vec![vec![Block::Divider], vec![Block::Footer { text: "Northwind".into() }]],
        },
    ]
}
