use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Utc;
use pivotal_domain::audience::values::email::EmailAddress;
use proptest::prelude::*;
use uuid::Uuid;

use super::accounts::EmailAccounts;
use super::content::{Content, Piece};
use super::email::{Email, Header, Line, Party, UnfitHeader, Unsubscribe};
use super::memory::MemoryProvider;
use super::{Asked, EmailProvider, HandOver, LookedUp, Refusal};

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn email(to: &str, content: &Arc<Content>) -> Email {
    Email {
        id: Uuid::now_v7(),
        campaign: None,
        from: Party::new("Norhavn", address("news@norhavn.example")),
        reply_to: None,
        to: Party::new("", address(to)),
        bounces_to: None,
        unsubscribe: None,
        headers: Vec::new(),
        content: content.clone(),
        values: Vec::new(),
    }
}

fn words(text: &str) -> Piece {
    Piece::Words(text.to_owned())
}

#[test]
fn values_stand_in_their_places_and_a_missing_one_is_empty() {
    let content = Content {
        subject: vec![words("For "), Piece::Value(0)],
        html: vec![words("<p>"), Piece::Value(1), words("</p>")],
        text: vec![Piece::Value(0), words("."), Piece::Value(9)],
    };
    let values = ["Ada\r\nBcc: all@example.com".to_owned(), "Ada &amp; co".to_owned()];
    let written = content.written(&values);
    assert_eq!(written.subject.as_str(), "For Ada Bcc: all@example.com");
    assert_eq!(written.html, "<p>Ada &amp; co</p>");
    assert_eq!(written.text, "Ada Bcc: all@example.com.");
    // Who puts them in elsewhere gets the same.
    let all = content.values(&values);
    assert_eq!(
        (all.len(), all[0].as_str(), all[1].as_str()),
        (10, "Ada Bcc: all@example.com", "Ada &amp; co")
    );
    assert!(all[2..].iter().all(String::is_empty), "no place is left open: {all:?}");
    assert_eq!(content.with(|at| format!("[{at}]")).text, "[0].[9]");
    assert!(content.says("<p>") && !content.says("Ada"));
}

#[test]
fn a_campaign_sets_no_header_that_means_something_else() {
    assert!(Header::new("X-Campaign", "7").is_ok());
    assert!(Header::new("feedback-id", "7:norhavn").is_ok());
    for name in [
        "From",
        "to",
        "Bcc",
        "Subject",
        "Message-ID",
        "Content-Type",
        "DKIM-Signature",
        "Received",
        "Return-Path",
        "List-Unsubscribe",
        "X-SG-EID",
        "X-Mailgun-Variables",
        "X-SES-CONFIGURATION-SET",
        "X-SMTPAPI",
        "X-",
        "X-A B",
        "X-A:",
        "X-A\r\nBcc",
        "X-Ä",
        "",
    ] {
        assert!(matches!(Header::new(name, "7"), Err(UnfitHeader::Name(_))), "{name:?}");
    }
    for value in ["", " 7", "7 ", "7\r\nBcc: all@example.com", "7\nBcc", "ä", "7\t", &"7".repeat(871)] {
        assert!(matches!(Header::new("X-Campaign", value), Err(UnfitHeader::Value(_))), "{value:?}");
    }
}

#[test]
fn the_way_out_is_a_web_address_and_posted_to_only_by_https() {
    let headers = |url: &str, mailto: Option<&EmailAddress>| {
        let content = Arc::new(Content::fixed("s", "h", "t"));
        let unsubscribe = Some(Unsubscribe::new(url, mailto).unwrap());
        let email = Email { unsubscribe, ..email("ada@example.com", &content) };
        email.extra_headers().iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>()
    };
    let leave = address("leave@norhavn.example");
    assert_eq!(
        headers("https://x.example/u/abc", Some(&leave)),
        [
            "List-Unsubscribe: <https://x.example/u/abc>, <mailto:leave@norhavn.example>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click"
        ]
    );
    assert_eq!(
        headers("http://127.0.0.1:4300/u/abc", None),
        ["List-Unsubscribe: <http://127.0.0.1:4300/u/abc>"]
    );
    let long = format!("https://x.example/{}", "a".repeat(870));
    for url in [
        "",
        "mailto:x@example.com",
        "javascript:alert(1)",
        "https://x/ y",
        "https://x/>\r\nBcc: a@b.c",
        "https://x/ä",
        &long,
    ] {
        assert_eq!(Unsubscribe::new(url, None), Err(UnfitHeader::Unsubscribe), "{url:?}");
    }
}

#[test]
fn only_mails_of_the_same_words_and_sender_go_together() {
    let (content, same) = (Arc::new(Content::fixed("s", "h", "t")), Arc::new(Content::fixed("s", "h", "t")));
    let first = email("ada@example.com", &content);
    assert!(first.goes_with(&email("bo@example.com", &content)));
    assert!(!first.goes_with(&email("bo@example.com", &same)), "another content, though of the same words");
    let other = Email {
        from: Party::new("Other", address("news@norhavn.example")),
        ..email("bo@example.com", &content)
    };
    assert!(!first.goes_with(&other));
}

#[tokio::test]
async fn every_mail_is_answered_for_whatever_the_account() {
    let content = Arc::new(Content::fixed("s", "h", "t"));
    let emails = [email("ada@example.com", &content), email("bo@example.com", &content)];
    let provider = Arc::new(MemoryProvider::default());
    let unknown = HandOver::Unknown { said: "no answer in time".into() };
    provider.says.lock().unwrap().insert("bo@example.com".into(), vec![unknown.clone()]);
    let main: Arc<dyn EmailProvider> = provider.clone();
    let accounts = EmailAccounts::new(BTreeMap::from([("main".to_owned(), main)]));
    assert_eq!(accounts.names().collect::<Vec<_>>(), ["main"]);
    let answers = accounts.hand_over("main", &emails).await;
    assert!(matches!(&answers[0], HandOver::Accepted { provider_id: Some(_) }));
    assert_eq!(answers[1], unknown);
    let asked =
        |email: &Email| Asked { id: email.id, to: email.to.address.clone(), handed_over_at: Utc::now() };
    assert!(matches!(accounts.look_up("main", &asked(&emails[0])).await, LookedUp::Taken { .. }));
    assert_eq!(accounts.look_up("main", &asked(&emails[1])).await, LookedUp::NotTaken);
    let gone = accounts.hand_over("gone", &emails).await;
    assert!(
        gone.len() == 2
            && gone.iter().all(|answer| matches!(answer, HandOver::Refused { refusal: Refusal::Setup, .. }))
    );
    assert_eq!(accounts.look_up("gone", &asked(&emails[0])).await, LookedUp::Untold);
}

proptest! {
    /// Whatever somebody typed, it stays on its line.
    #[test]
    fn a_line_holds_no_end_of_one(text in "\\PC{0,20}[\\r\\n\\u{0}\\u{b}\\u{85}\\u{2028}\\t ]{0,5}\\PC{0,20}") {
        let line = Line::of(&text);
        let ends_a_line = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        prop_assert!(!line.as_str().chars().any(ends_a_line));
        prop_assert_eq!(Line::of(line.as_str()), line.clone());
        prop_assert_eq!(line.as_str().trim(), line.as_str());
    }
}
