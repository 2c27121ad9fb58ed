use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use proptest::prelude::*;

use super::blocks::{Align, Block, BlockFault, Document, Style};
use super::problems::{Problem, Severity};
use super::tags::fields::Vocabulary;
use super::*;
use crate::identity::name::NameError;

type Templates = TestFramework<EmailTemplate>;

const ADA: Uuid = Uuid::from_u128(1);
const BOB: Uuid = Uuid::from_u128(2);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn details() -> Details {
    Details { name: "Welcome".into(), brand: Some("Northwind".into()), tags: vec!["onboarding".into()] }
}

fn source(inside: &str) -> String {
    format!(
        "<mjml><mj-body><mj-section><mj-column>\n<mj-text>{inside}</mj-text>\n</mj-column></mj-section></mj-body></mjml>"
    )
}

fn content(inside: &str) -> Content {
    Content {
        subject: "Hello {{contact.first_name|there}}".into(),
        preheader: String::new(),
        mjml: source(inside),
        blocks: None,
        text: None,
    }
}

fn checked(inside: &str) -> Box<Checked> {
    Box::new(content(inside).check(&Vocabulary::default()).unwrap())
}

fn problems(content: Content) -> Vec<Problem> {
    content.check(&Vocabulary::default()).unwrap_err()
}

fn codes(problems: &[Problem]) -> Vec<(&'static str, Option<usize>)> {
    problems.iter().map(|problem| (problem.code, problem.line)).collect()
}

fn created() -> TemplateEvent {
    TemplateEvent::EmailTemplateCreated { at: at(), by: ADA, details: details(), content: content("One") }
}

fn saved(by: Uuid, revision: u32, inside: &str) -> TemplateEvent {
    TemplateEvent::EmailTemplateDraftSaved { at: at(), by, revision, content: content(inside) }
}

fn submitted(by: Uuid, version: u32, inside: &str) -> TemplateEvent {
    TemplateEvent::EmailTemplateSubmitted { at: at(), by, version, hash: content(inside).hash() }
}

fn approved(by: Uuid, version: u32) -> TemplateEvent {
    TemplateEvent::EmailTemplateApproved {
        at: at(),
        by,
        version,
        submitted_by: if by == ADA { BOB } else { ADA },
    }
}

fn returned(by: Uuid, version: u32) -> TemplateEvent {
    TemplateEvent::EmailTemplateReturned { at: at(), by, version, submitted_by: ADA, reason: "A typo".into() }
}

fn approve(by: Uuid, version: u32) -> TemplateCommand {
    TemplateCommand::Approve { by, version, at: at() }
}

fn give_back(by: Uuid, version: u32, reason: &str) -> TemplateCommand {
    TemplateCommand::Return { by, version, reason: reason.into(), at: at() }
}

fn save(by: Uuid, inside: &str, expected: Option<u32>) -> TemplateCommand {
    TemplateCommand::SaveDraft { by, content: checked(inside), expected, at: at() }
}

fn of(events: &[TemplateEvent]) -> EmailTemplate {
    let mut template = EmailTemplate::default();
    events.iter().for_each(|event| template.apply(event.clone()));
    template
}

#[test]
fn a_template_is_made_once_with_a_tidy_name() {
    let create = |name: &str| TemplateCommand::Create {
        by: ADA,
        details: Details { name: name.into(), ..details() },
        content: checked("One"),
        at: at(),
    };
    Templates::with(())
        .given_no_previous_events()
        .when(create("  Welcome "))
        .then_expect_events(vec![created()]);
    Templates::with(()).given(vec![created()]).when(create("x")).then_expect_error(TemplateError::Exists);
    Templates::with(())
        .given_no_previous_events()
        .when(create(" "))
        .then_expect_error(NameError::Empty.into());
    Templates::with(())
        .given_no_previous_events()
        .when(approve(ADA, 1))
        .then_expect_error(TemplateError::NotFound);
}

#[test]
fn a_draft_is_saved_on_the_revision_it_was_written_on() {
    let given = || Templates::with(()).given(vec![created(), saved(BOB, 2, "Two")]);
    given().when(save(ADA, "Three", Some(2))).then_expect_events(vec![saved(ADA, 3, "Three")]);
    given().when(save(ADA, "Three", Some(1))).then_expect_error(TemplateError::DraftChanged { now: 2 });
    given().when(save(ADA, "Two", Some(1))).then_expect_events(vec![]);
    given().when(save(ADA, "Three", None)).then_expect_events(vec![saved(ADA, 3, "Three")]);
}

#[test]
fn a_submission_freezes_a_version_and_the_same_words_are_not_submitted_twice() {
    let submit = || TemplateCommand::Submit { by: ADA, snippets: Shelf::default(), at: at() };
    let given = |events: Vec<TemplateEvent>| Templates::with(()).given(events);
    given(vec![created()]).when(submit()).then_expect_events(vec![submitted(ADA, 1, "One")]);
    given(vec![created(), submitted(ADA, 1, "One")]).when(submit()).then_expect_events(vec![]);
    given(vec![created(), submitted(ADA, 1, "One"), approved(BOB, 1)])
        .when(submit())
        .then_expect_events(vec![]);
    given(vec![created(), submitted(ADA, 1, "One"), returned(BOB, 1)])
        .when(submit())
        .then_expect_events(vec![submitted(ADA, 2, "One")]);

    let later = of(&[created(), submitted(ADA, 1, "One"), saved(ADA, 2, "Two"), submitted(ADA, 2, "Two")]);
    let made = later.made.unwrap();
    assert_eq!(made.version(1).unwrap().standing, Standing::Superseded);
    assert_eq!(made.version(1).unwrap().content, content("One"));
    assert_eq!((made.status, made.version(2).unwrap().standing), (Status::InReview, Standing::InReview));
}

#[test]
fn somebody_else_approves_and_never_who_wrote_it() {
    let given = |events: Vec<TemplateEvent>| Templates::with(()).given(events);
    let mine = || vec![created(), submitted(ADA, 1, "One")];
    given(mine()).when(approve(ADA, 1)).then_expect_error(TemplateError::OwnWork);
    given(mine()).when(approve(BOB, 1)).then_expect_events(vec![approved(BOB, 1)]);
    given(mine()).when(approve(BOB, 2)).then_expect_error(TemplateError::NoSuchVersion(2));
    let helped = vec![created(), saved(BOB, 2, "Two"), submitted(ADA, 1, "Two")];
    given(helped).when(approve(BOB, 1)).then_expect_error(TemplateError::OwnWork);
    let done = || vec![created(), submitted(ADA, 1, "One"), approved(BOB, 1)];
    given(done()).when(approve(BOB, 1)).then_expect_events(vec![]);
    // Whoever wrote what is approved starts anew with the next version.
    let next = vec![
        created(),
        submitted(ADA, 1, "One"),
        approved(BOB, 1),
        saved(BOB, 2, "Two"),
        submitted(BOB, 2, "Two"),
    ];
    given(next.clone()).when(approve(ADA, 2)).then_expect_events(vec![approved(ADA, 2)]);
    given(next).when(approve(BOB, 2)).then_expect_error(TemplateError::OwnWork);
}

#[test]
fn a_version_is_returned_with_a_reason() {
    let given = || Templates::with(()).given(vec![created(), submitted(ADA, 1, "One")]);
    given().when(give_back(BOB, 1, " A typo ")).then_expect_events(vec![returned(BOB, 1)]);
    given().when(give_back(BOB, 1, " \n")).then_expect_error(TemplateError::NoReason);
    given().when(give_back(BOB, 1, &"x".repeat(1_001))).then_expect_error(TemplateError::ReasonTooLong);
    let back = || Templates::with(()).given(vec![created(), submitted(ADA, 1, "One"), returned(BOB, 1)]);
    back().when(approve(BOB, 1)).then_expect_error(TemplateError::NotInReview(1));
    let edited = of(&[created(), submitted(ADA, 1, "One"), returned(BOB, 1), saved(ADA, 2, "Two")]);
    assert_eq!(edited.made.unwrap().status, Status::Draft);
}

#[test]
fn what_is_approved_stays_so_while_the_draft_goes_on() {
    let made =
        of(&[created(), submitted(ADA, 1, "One"), approved(BOB, 1), saved(ADA, 2, "Two")]).made.unwrap();
    assert_eq!((made.status, made.approved), (Status::Draft, Some(1)));
    assert_eq!(made.version(1).unwrap().content, content("One"));
}

#[test]
fn an_archived_template_frees_its_name_and_cannot_change() {
    let archived = TemplateEvent::EmailTemplateArchived { at: at() };
    let archive = || TemplateCommand::Archive { at: at() };
    Templates::with(()).given(vec![created()]).when(archive()).then_expect_events(vec![archived.clone()]);
    let given = || Templates::with(()).given(vec![created(), archived.clone()]);
    given().when(archive()).then_expect_events(vec![]);
    given().when(save(ADA, "Two", None)).then_expect_error(TemplateError::Archived);
    given()
        .when(TemplateCommand::Restore { at: at() })
        .then_expect_events(vec![TemplateEvent::EmailTemplateRestored { at: at() }]);
    assert_eq!(keys::claims(&of(&[created()])), [(keys::NAME, "welcome".to_owned())]);
    assert!(keys::claims(&of(&[created(), archived])).is_empty());
}

#[test]
fn broken_mjml_is_refused_with_its_line() {
    let broken = |mjml: &str| codes(&problems(Content { mjml: mjml.into(), ..content("") }));
    assert_eq!(broken("Hello"), [("MJML_BROKEN", Some(1))]);
    assert_eq!(broken(""), [("MJML_BROKEN", Some(1))]);
    assert_eq!(broken("<mjml>\n<mj-body>\n<mj-text></mj-body></mjml>"), [("MJML_BROKEN", Some(3))]);
    assert_eq!(broken("<mjml><mj-body>\n"), [("MJML_BROKEN", Some(1))]);
    assert_eq!(broken("<mjml><mj-body></mj-body>\n</mjml"), [("MJML_BROKEN", Some(2))]);
    assert_eq!(broken("<mjml></mjml>"), [("MJML_BROKEN", None)]);
    assert_eq!(broken(&format!("<mjml><mj-body>{}", "<div>".repeat(99))), [("MJML_TOO_DEEP", Some(1))]);
    assert_eq!(broken("<mjml><mj-body>\n<mj-txt /></mj-body></mjml>"), [("MJML_UNKNOWN", Some(2))]);
}

#[test]
fn what_must_not_be_in_a_mail_is_refused() {
    for (inside, code) in [
        ("<script>x</script>", "TEMPLATE_SCRIPT"),
        ("<a href=\"https://x.example\" onClick=\"x()\">y</a>", "TEMPLATE_SCRIPT"),
        ("<form><b>x</b></form>", "TEMPLATE_FORM"),
        ("<input>", "TEMPLATE_FORM"),
        ("<link rel=\"stylesheet\" href=\"https://x.example/a.css\">", "TEMPLATE_REMOTE"),
        ("<style>@import url(x);</style>", "TEMPLATE_REMOTE"),
        ("<a href=\" java\nscript:x\">y</a>", "TEMPLATE_LINK_UNSAFE"),
        ("<a href=\"&#106;avascript&#x3a;x\">y</a>", "TEMPLATE_LINK_UNSAFE"),
        ("<mj-include path=\"./x.mjml\" />", "TEMPLATE_INCLUDE"),
    ] {
        assert_eq!(codes(&problems(content(inside))), [(code, Some(2))], "{inside}");
    }
}

#[test]
fn tags_and_lines_are_checked_where_they_stand() {
    let found = problems(content("x\n{{contact.nope}}"));
    assert_eq!(codes(&found), [("TAG_UNKNOWN", Some(3))]);
    assert!(found[0].message.starts_with("There is no merge tag {{contact.nope}}"), "{}", found[0].message);
    let injected = Content { subject: "Hi\r\nBcc: x@example.com".into(), ..content("x") };
    assert_eq!(codes(&problems(injected)), [("TEMPLATE_LINE_BREAK", None)]);
    let none = Content { subject: " ".into(), ..content("x") };
    assert_eq!(codes(&problems(none)), [("TEMPLATE_NO_SUBJECT", None)]);
    let large = content(&"x".repeat(300_001));
    assert_eq!(codes(&problems(large)), [("TEMPLATE_TOO_LONG", None)]);
}

#[test]
fn what_a_mail_should_have_is_hinted_at_and_not_refused() {
    let bare =
        content("<img src=\"http://x.example/a.png\"><a href=\"#\">x</a> <a href=\"http://x.example\">y</a>");
    let bare =
        Content { subject: "ACT NOW! FREE OFFER!".into(), ..bare }.check(&Vocabulary::default()).unwrap();
    let found = hints::of(&bare, &"x".repeat(200_000), "x y");
    let found: Vec<&str> = found.iter().map(|problem| problem.code).collect();
    for code in [
        "NO_UNSUBSCRIBE",
        "NO_ADDRESS",
        "CLIPPED",
        "NO_ALT",
        "LINK_NOWHERE",
        "LINK_NOT_HTTPS",
        "SUBJECT_CAPITALS",
        "SUBJECT_EXCLAIMS",
        "SPAM_WORDS",
        "NO_PREHEADER",
        "IMAGES_ONLY",
    ] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    let starter = Content { preheader: "News".into(), ..Content::starter() };
    let starter = starter.check(&Vocabulary::default()).unwrap();
    assert!(hints::of(&starter, "short", "words").is_empty(), "{:?}", hints::of(&starter, "short", "words"));
    assert!(hints::of(&bare, "", "").iter().all(|problem| problem.severity != Severity::Error));
}

#[test]
fn blocks_become_mjml_that_passes_its_own_checks() {
    let button = |url: &str| Block::Button {
        label: "Read {{contact.first_name|on}}".into(),
        url: url.into(),
        align: Align::Center,
    };
    let text =
        "Hello **{{contact.first_name|there}}** & [more](https://x.example/?a=1&b=2)\nnext <b>\n\nsecond";
    let document = |blocks: Vec<Block>| Document { style: Style::default(), blocks };
    let whole = document(vec![
        Block::Heading { text: "A \"title\"".into(), level: 2, align: Align::Left },
        Block::Text { text: text.into(), align: Align::Left },
        Block::Columns {
            columns: vec![
                vec![button("https://x.example")],
                vec![Block::Spacer { height: 20 }, Block::Divider],
            ],
        },
        Block::Image {
            src: "https://x.example/a.png".into(),
            alt: "A \"dog\"".into(),
            url: Some("{{view_url}}".into()),
            width: Some(300),
            align: Align::Right,
        },
        Block::Footer { text: "Northwind".into() },
    ]);
    let mjml = whole.mjml().unwrap();
    for part in [
        "<b>{{contact.first_name|there}}</b> &amp; <a href=\"https://x.example/?a=1&amp;b=2\">more</a><br />next &lt;b&gt;</p>",
        "alt=\"A &quot;dog&quot;\" href=\"{{view_url}}\" width=\"300px\"",
        "{{unsubscribe_url}}",
        "{{sender.address|}}",
    ] {
        assert!(mjml.contains(part), "{part}: {mjml}");
    }
    let kept = Content { blocks: Some(whole), mjml: String::new(), ..content("") };
    assert_eq!(kept.check(&Vocabulary::default()).unwrap().content().mjml, mjml);

    let fault = |blocks| document(blocks).mjml().unwrap_err().fault;
    assert_eq!(fault(vec![button("javascript:x")]), BlockFault::Address("javascript:x".into()));
    assert_eq!(fault(vec![Block::Columns { columns: vec![] }]), BlockFault::Columns(0));
    let nested = Block::Columns { columns: vec![vec![Block::Columns { columns: vec![vec![]] }]] };
    assert_eq!(fault(vec![nested]), BlockFault::Nested);
    assert_eq!(fault(vec![Block::Divider; 201]), BlockFault::TooMany);
    assert_eq!(fault(vec![Block::Spacer { height: 0 }]), BlockFault::Pixels(0));
}

#[test]
fn plain_text_is_made_of_what_is_seen() {
    let html = "<!doctype html><html><head><style>a{b:c}</style></head><body><div style=\"display: none\"><div>x</div>hidden</div>\
        <!--[if mso]><p>outlook</p><![endif]--><h1>Hello  Ada</h1><p>One &amp; two<br>three&nbsp;</p><ul><li>first</li><li>second</li></ul>\
        <a href=\"https://x.example/?a=1&amp;b=2\">More</a> <a href=\"https://y.example\">https://y.example</a><img alt=\"A dog\"></body></html>";
    let text = "Hello Ada\n\nOne & two\nthree\n\n- first\n- second\nMore (https://x.example/?a=1&b=2) https://y.example";
    assert!(text::of_html(html).starts_with(text), "{}", text::of_html(html));
    assert!(text::of_html(html).contains("A dog"));
    assert!(!text::of_html(html).contains("hidden") && !text::of_html(html).contains("outlook"));
}

proptest! {
    #[test]
    fn no_source_makes_a_check_panic(source in "[<>/a-z!\"'= \\-{}|&;#\n]{0,200}", other in any::<String>()) {
        for text in [source.clone(), other, format!("<mjml><mj-body>{source}"), format!("<style>{source}")] {
            let tokens = markup::tokens(&text);
            structure::faults(&tokens);
            text::of_html(&text);
            let content = Content { mjml: text, ..content("") };
            if let Ok(checked) = content.check(&Vocabulary::default()) {
                hints::of(&checked, "", "");
            }
        }
    }
}
