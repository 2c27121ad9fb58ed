use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use proptest::prelude::*;

use super::body::{check, content_of};
use super::include::{Shelf, Shelved, Used, expanded, names};
use super::*;
use crate::email::templates::blocks::{Align, Document, Style};
use crate::email::templates::content::Content;
use crate::email::templates::details::Details;
use crate::email::templates::error::TemplateError;
use crate::email::templates::events::TemplateEvent;
use crate::email::templates::keys::{INCLUDES, match_keys};
use crate::email::templates::problems::Problem;
use crate::email::templates::tags::fields::Vocabulary;
use crate::email::templates::{EmailTemplate, TemplateCommand};

type Snippets = TestFramework<Snippet>;
type Templates = TestFramework<EmailTemplate>;

const ADA: Uuid = Uuid::from_u128(1);
const BOB: Uuid = Uuid::from_u128(2);
const CID: Uuid = Uuid::from_u128(3);
const BRAND: Uuid = Uuid::from_u128(7);
const FOOTER: Uuid = Uuid::from_u128(8);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn text(text: &str) -> Block {
    Block::Text { text: text.into(), align: Align::Left }
}

fn including(name: &str) -> Block {
    Block::Snippet { name: name.into() }
}

fn body(said: &str) -> CheckedBody {
    check(vec![text(said)], &Vocabulary::default()).unwrap()
}

fn created() -> SnippetEvent {
    let (name, blocks) = ("legal-footer".into(), vec![text("One")]);
    SnippetEvent::EmailSnippetCreated { at: at(), by: ADA, brand: BRAND, name, blocks }
}

fn saved(by: Uuid, version: u32, said: &str) -> SnippetEvent {
    SnippetEvent::EmailSnippetSaved { at: at(), by, version, blocks: vec![text(said)] }
}

fn save(said: &str, expected: Option<u32>) -> SnippetCommand {
    SnippetCommand::Save { by: BOB, body: body(said), expected, at: at() }
}

fn footer(by: Uuid, version: u32, said: &str) -> Shelf {
    let mut shelf = Shelf::default();
    let used = used(by, version);
    shelf.put(Shelved { used, blocks: vec![text(said)], archived: false });
    shelf
}

fn used(by: Uuid, version: u32) -> Used {
    Used { snippet: FOOTER, name: "legal-footer".into(), version, by }
}

fn document(blocks: Vec<Block>) -> Content {
    let content = Content {
        subject: "Hello".into(),
        preheader: String::new(),
        mjml: String::new(),
        blocks: Some(Document { style: Style::default(), blocks }),
        text: None,
    };
    content.of_blocks().unwrap()
}

fn source(inside: &str) -> Content {
    let mjml = format!(
        "<mjml><mj-body><mj-section><mj-column>\n{inside}\n<mj-text>End</mj-text></mj-column></mj-section></mj-body></mjml>"
    );
    Content { mjml, blocks: None, ..document(Vec::new()) }
}

fn codes(problems: &[Problem]) -> Vec<(&'static str, Option<usize>)> {
    problems.iter().map(|problem| (problem.code, problem.line)).collect()
}

#[test]
fn a_snippet_is_made_once_under_a_name_that_can_stand_in_a_source() {
    let create = |name: &str| SnippetCommand::Create {
        by: ADA,
        brand: BRAND,
        name: name.into(),
        body: body("One"),
        at: at(),
    };
    Snippets::with(())
        .given_no_previous_events()
        .when(create(" legal-footer "))
        .then_expect_events(vec![created()]);
    Snippets::with(()).given(vec![created()]).when(create("x")).then_expect_error(SnippetError::Exists);
    for wrong in ["", "Legal", "a b", "-a", "a--b", "a\"b", "ä"] {
        Snippets::with(())
            .given_no_previous_events()
            .when(create(wrong))
            .then_expect_error(SnippetError::NameInvalid(wrong.into()));
    }
    Snippets::with(())
        .given_no_previous_events()
        .when(save("Two", None))
        .then_expect_error(SnippetError::NotFound);
}

#[test]
fn each_save_is_a_version_and_nobody_overwrites_what_they_have_not_seen() {
    let given = || Snippets::with(()).given(vec![created(), saved(ADA, 2, "Two")]);
    given().when(save("Three", Some(2))).then_expect_events(vec![saved(BOB, 3, "Three")]);
    given().when(save("Three", Some(1))).then_expect_error(SnippetError::Changed { now: 2 });
    given().when(save("Three", None)).then_expect_events(vec![saved(BOB, 3, "Three")]);
    given().when(save("Two", Some(1))).then_expect_events(vec![]);
}

#[test]
fn an_archived_snippet_keeps_its_name_and_cannot_change() {
    let archived = || SnippetEvent::EmailSnippetArchived { at: at() };
    let archive = || SnippetCommand::Archive { at: at() };
    let restore = || SnippetCommand::Restore { at: at() };
    Snippets::with(()).given(vec![created()]).when(archive()).then_expect_events(vec![archived()]);
    Snippets::with(()).given(vec![created()]).when(restore()).then_expect_events(vec![]);
    let given = || Snippets::with(()).given(vec![created(), archived()]);
    given().when(archive()).then_expect_events(vec![]);
    given().when(save("Two", None)).then_expect_error(SnippetError::Archived);
    given().when(restore()).then_expect_events(vec![SnippetEvent::EmailSnippetRestored { at: at() }]);
    let mut snippet = Snippet::default();
    [created(), archived()].into_iter().for_each(|event| snippet.apply(event));
    assert_eq!(keys::claims(&snippet), [(keys::NAME, "legal-footer".to_owned())]);
}

#[test]
fn a_body_is_simple_blocks_whose_tags_there_are() {
    let refused = |blocks| check(blocks, &Vocabulary::default()).unwrap_err();
    assert_eq!(refused(Vec::new()), SnippetError::Empty);
    let code = |error| match error {
        SnippetError::Body(problems) => codes(&problems)[0].0,
        other => panic!("{other}"),
    };
    assert_eq!(code(refused(vec![Block::Columns { columns: vec![vec![text("a")]] }])), "SNIPPET_BLOCK");
    assert_eq!(code(refused(vec![text("a"), including("other")])), "SNIPPET_BLOCK");
    assert_eq!(code(refused(vec![text("{{contact.nope}}")])), "TAG_UNKNOWN");
    assert!(check(vec![text("{{contact.first_name|you}}")], &Vocabulary::default()).is_ok());
}

#[test]
fn blocks_take_the_place_of_the_snippet_that_a_document_names() {
    let columns = Block::Columns { columns: vec![vec![including("legal-footer")], vec![Block::Divider]] };
    let content = document(vec![text("Hi"), including("legal-footer"), columns]);
    assert!(content.mjml.contains("<mj-snippet name=\"legal-footer\" />"), "{}", content.mjml);
    assert_eq!(names(&content).into_iter().collect::<Vec<_>>(), ["legal-footer"]);
    assert!(content.clone().check(&Vocabulary::default()).is_ok());
    let (put, which) = expanded(content, &footer(ADA, 3, "Ours")).unwrap();
    let columns = Block::Columns { columns: vec![vec![text("Ours")], vec![Block::Divider]] };
    assert_eq!(put, document(vec![text("Hi"), text("Ours"), columns]));
    assert_eq!(which, [used(ADA, 3)]);
}

#[test]
fn a_source_keeps_its_lines_around_a_snippet() {
    let content = source("<mj-snippet name=\"legal-footer\" />");
    assert!(content.clone().check(&Vocabulary::default()).is_ok());
    let (put, which) = expanded(content.clone(), &footer(ADA, 3, "Ours")).unwrap();
    assert!(put.mjml.contains(">Ours</p>") && !put.mjml.contains("mj-snippet"), "{}", put.mjml);
    assert_eq!(put.mjml.lines().count(), content.mjml.lines().count());
    assert!(put.mjml.ends_with("<mj-text>End</mj-text></mj-column></mj-section></mj-body></mjml>"));
    assert_eq!(which, [used(ADA, 3)]);
}

#[test]
fn a_snippet_that_there_is_none_of_is_told_where_it_stands() {
    let none = Shelf::default();
    let told = expanded(source("<mj-snippet name=\"gone\" />"), &none).unwrap_err();
    assert_eq!(codes(&told), [("SNIPPET_UNKNOWN", Some(2))]);
    let told = expanded(document(vec![text("Hi"), including("gone")]), &none).unwrap_err();
    assert_eq!(codes(&told), [("SNIPPET_UNKNOWN", None)]);
    assert!(told[0].message.starts_with("Block 2: There is no snippet \"gone\"."), "{}", told[0].message);
    let mut archived = Shelf::default();
    archived.put(Shelved { used: used(ADA, 1), blocks: vec![text("Ours")], archived: true });
    let told = expanded(source("<mj-snippet name=\"legal-footer\" />"), &archived).unwrap_err();
    assert_eq!(codes(&told), [("SNIPPET_ARCHIVED", Some(2))]);
}

#[test]
fn a_snippet_stands_in_a_column_and_has_nothing_in_it() {
    let told = |inside: &str| codes(&source(inside).check(&Vocabulary::default()).unwrap_err());
    assert_eq!(told("<mj-text><mj-snippet name=\"a\" /></mj-text>"), [("SNIPPET_BROKEN", Some(2))]);
    assert_eq!(told("<mj-snippet name=\"a\">x</mj-snippet>"), [("SNIPPET_BROKEN", Some(2))]);
    assert_eq!(told("<mj-snippet name=\"A B\" />"), [("SNIPPET_BROKEN", Some(2))]);
    assert_eq!(told("<mj-snippet />"), [("SNIPPET_BROKEN", Some(2))]);
    assert!(names(&source("<!-- <mj-snippet name=\"a\" /> -->")).is_empty());
}

fn draft_naming_the_footer() -> (Content, TemplateEvent) {
    let content = document(vec![text("Hi"), including("legal-footer")]);
    let details = Details { name: "Welcome".into(), brand: None, tags: Vec::new() };
    let made = TemplateEvent::EmailTemplateCreated { at: at(), by: ADA, details, content: content.clone() };
    (content, made)
}

fn submit(by: Uuid, snippets: Shelf) -> TemplateCommand {
    TemplateCommand::Submit { by, snippets, at: at() }
}

/// What follows from a submission with the footer as it is on the shelf.
fn submitted(by: Uuid, number: u32, shelf: &Shelf) -> Vec<TemplateEvent> {
    let (content, snippets) = expanded(draft_naming_the_footer().0, shelf).unwrap();
    let hash = content.hash();
    vec![
        TemplateEvent::EmailTemplateSubmitted { at: at(), by, version: number, hash },
        TemplateEvent::EmailTemplateSnippetsFrozen { at: at(), version: number, content, snippets },
    ]
}

fn approved(by: Uuid, version: u32) -> TemplateEvent {
    TemplateEvent::EmailTemplateApproved { at: at(), by, version, submitted_by: ADA }
}

#[test]
fn a_submitted_version_keeps_what_its_snippets_said() {
    let (draft, made) = draft_naming_the_footer();
    let (old, new) = (footer(ADA, 1, "Old"), footer(ADA, 2, "New"));
    Templates::with(())
        .given(vec![made.clone()])
        .when(submit(ADA, old.clone()))
        .then_expect_events(submitted(ADA, 1, &old));
    let mut given = vec![made];
    given.extend(submitted(ADA, 1, &old));
    // The same words are not submitted twice; with others in the snippet they are not the same.
    Templates::with(()).given(given.clone()).when(submit(ADA, old.clone())).then_expect_events(vec![]);
    Templates::with(())
        .given(given.clone())
        .when(submit(ADA, new.clone()))
        .then_expect_events(submitted(ADA, 2, &new));
    let Err(TemplateError::Content(problems)) = of(&given).decide(submit(ADA, Shelf::default())) else {
        panic!("it was submitted without its snippet")
    };
    assert_eq!(codes(&problems), [("SNIPPET_UNKNOWN", None)]);

    let made = of(&given).made.unwrap();
    let version = made.version(1).unwrap();
    assert_eq!(version.content, document(vec![text("Hi"), text("Old")]));
    assert_eq!(version.snippets, [used(ADA, 1)]);
    assert_eq!(version.hash, version.content.hash());
    assert_eq!(made.draft, draft);
}

#[test]
fn who_wrote_a_snippet_approves_no_version_that_brings_its_words() {
    let (_, made) = draft_naming_the_footer();
    let mut given = vec![made];
    given.extend(submitted(ADA, 1, &footer(BOB, 1, "Old")));
    let approve = |by, version| TemplateCommand::Approve { by, version, at: at() };
    assert_eq!(of(&given).decide(approve(BOB, 1)), Err(TemplateError::OwnWork));
    assert_eq!(of(&given).decide(approve(CID, 1)), Ok(vec![approved(CID, 1)]));
    // Nothing was written since, so Bob may approve what somebody else brings in next.
    given.push(approved(CID, 1));
    assert!(of(&given).made.unwrap().writers.is_empty());
    given.extend(submitted(ADA, 2, &footer(CID, 2, "New")));
    assert_eq!(of(&given).decide(approve(CID, 2)), Err(TemplateError::OwnWork));
    assert_eq!(of(&given).decide(approve(BOB, 2)), Ok(vec![approved(BOB, 2)]));
}

#[test]
fn a_template_in_use_stands_under_the_snippets_of_its_draft() {
    let (_, made) = draft_naming_the_footer();
    assert_eq!(match_keys(&of(std::slice::from_ref(&made))), [(INCLUDES, "legal-footer".to_owned())]);
    let archived = TemplateEvent::EmailTemplateArchived { at: at() };
    assert!(match_keys(&of(&[made, archived])).is_empty());
}

fn of(events: &[TemplateEvent]) -> EmailTemplate {
    let mut template = EmailTemplate::default();
    events.iter().for_each(|event| template.apply(event.clone()));
    template
}

proptest! {
    /// Whatever a source holds, what is not a snippet stays as it is, byte by byte.
    #[test]
    fn a_source_without_snippets_stays_as_it_is(mjml in "[<>a-z/=\"! -]{0,80}") {
        prop_assume!(!mjml.contains("mj-snippet"));
        let content = Content { mjml, blocks: None, ..content_of(Vec::new()) };
        let (put, which) = expanded(content.clone(), &Shelf::default()).unwrap();
        prop_assert_eq!(put, content);
        prop_assert!(which.is_empty());
    }
}
