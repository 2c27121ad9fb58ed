//! The adapters of email providers against servers of our own that say what a script says.

mod mail_server;
mod mailgun;
mod sendgrid;
mod server;
mod ses;
mod smtp;
mod test_mailbox;

use std::sync::Arc;

use pivotal_commands::ports::email_provider::content::{Content, Piece};
use pivotal_commands::ports::email_provider::email::{Email, Header, Party, Unsubscribe};
use pivotal_commands::ports::email_provider::{HandOver, Refusal};
use pivotal_domain::audience::values::email::EmailAddress;
use uuid::Uuid;

pub fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// Words with a place in each part.
pub fn content() -> Arc<Content> {
    let words = |text: &str| Piece::Words(text.to_owned());
    Arc::new(Content {
        subject: vec![words("Välkommen "), Piece::Value(0)],
        html: vec![words("<p>Hello "), Piece::Value(1), words("</p>")],
        text: vec![words("Hello "), Piece::Value(0), words("\n.\n..a dot\n")],
    })
}

/// The nth of a campaign, to somebody whose name is hostile.
pub fn email(nth: u128, content: &Arc<Content>) -> Email {
    let name = format!("Ærø, \"Ada\" {nth}\r\nBcc: all@example.com");
    Email {
        id: Uuid::from_u128(nth),
        campaign: Some(Uuid::from_u128(7_000)),
        from: Party::new("Norhavn", address("news@norhavn.example")),
        reply_to: Some(Party::new("Sanne", address("sanne@norhavn.example"))),
        to: Party::new(&name, address(&format!("ada{nth}@example.com"))),
        bounces_to: Some(address(&format!("bounce+{nth}@norhavn.example"))),
        unsubscribe: Some(Unsubscribe::new(&format!("https://x.example/u/{nth}"), None).unwrap()),
        headers: vec![Header::new("Feedback-ID", "7000:norhavn").unwrap()],
        content: content.clone(),
        values: vec![name.clone(), name.replace('"', "&quot;")],
    }
}

pub fn emails(count: u128) -> Vec<Email> {
    let content = content();
    (1..=count).map(|nth| email(nth, &content)).collect()
}

/// The refusal, where it is one.
pub fn refusal(answer: &HandOver) -> Option<Refusal> {
    match answer {
        HandOver::Refused { refusal, said } => {
            assert!(!said.contains("@example.com"), "it names somebody: {said}");
            Some(*refusal)
        }
        _ => None,
    }
}

pub fn outcomes(answers: &[HandOver]) -> Vec<&'static str> {
    answers.iter().map(HandOver::outcome).collect()
}
