//! One mail that came in, told apart: a report of delivery, a complaint, an answer of a program or of a person.

use mail_parser::{HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::auto_reply::{Automatic, Signs};
use super::delivery::DeliveryReport;
use super::feedback::FeedbackReport;

/// Characters of an answer's text that are kept.
pub const TEXT_MAX: usize = 50_000;
/// Ids that a mail quotes and are looked at. Long threads quote each mail there was.
const QUOTED_MAX: usize = 100;

/// A mail from outside. Whatever it says may be forged: only tokens prove which mail of ours it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Without brackets, like all ids here.
    pub message_id: Option<String>,
    pub from: Option<String>,
    /// As the sender calls itself.
    pub from_name: Option<String>,
    /// Where it came in, by every header that says so, in small letters.
    pub to: Vec<String>,
    pub subject: String,
    /// Ids of the mails it is about: of one that is attached first, then what it answers, newest first.
    pub quoted: Vec<String>,
    /// What a program wrote that answers; of others it is empty, or stands in `what`.
    pub text: String,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Delivery(DeliveryReport),
    Complaint(FeedbackReport),
    Automatic(Automatic),
    /// A person's words, with what they quote of ours.
    Answer {
        text: String,
    },
}

impl Incoming {
    /// `None`: it is no mail.
    pub fn read(raw: &[u8]) -> Option<Incoming> {
        let message = MessageParser::default().parse(raw)?;
        let quoted = attached(&message).into_iter().chain(answered(&message)).take(QUOTED_MAX).collect();
        let subject = message.subject().unwrap_or_default().to_owned();
        let from = message.from().and_then(|from| from.first());
        let what = report(&message).unwrap_or_else(|| words(&message, &subject));
        let text = match &what {
            What::Automatic(_) => text(&message),
            What::Delivery(_) | What::Complaint(_) | What::Answer { .. } => String::new(),
        };
        Some(Incoming {
            message_id: message.message_id().map(str::to_owned),
            from: from.and_then(|from| from.address.as_deref()).map(str::to_owned),
            from_name: from.and_then(|from| from.name.as_deref()).map(str::to_owned),
            to: came_to(&message),
            quoted,
            subject,
            text,
            what,
        })
    }
}

/// Addresses in headers that say where a mail came in. Mail servers write down the one of the envelope, each in its own way.
fn came_to(message: &Message<'_>) -> Vec<String> {
    const NAMES: &[&str] = &["to", "delivered-to", "x-original-to", "x-envelope-to", "envelope-to"];
    let mut found = Vec::new();
    for (name, value) in message.headers_raw() {
        if !NAMES.iter().any(|other| name.eq_ignore_ascii_case(other)) {
            continue;
        }
        for word in value.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"')) {
            let word = word.to_ascii_lowercase();
            let is_address = word.len() <= 320
                && word.split_once('@').is_some_and(|(local, at)| !local.is_empty() && !at.is_empty());
            if is_address && !found.contains(&word) && found.len() < QUOTED_MAX {
                found.push(word);
            }
        }
    }
    found
}

/// What a part for machines says.
fn report(message: &Message<'_>) -> Option<What> {
    let text = |part: &MessagePart<'_>| String::from_utf8_lossy(part.contents()).into_owned();
    message.parts.iter().find_map(|part| {
        if is(part, "delivery-status") || is(part, "global-delivery-status") {
            DeliveryReport::read(&text(part)).map(What::Delivery)
        } else if is(part, "feedback-report") {
            FeedbackReport::read(&text(part)).map(What::Complaint)
        } else {
            None
        }
    })
}

fn is(part: &MessagePart<'_>, subtype: &str) -> bool {
    part.is_content_type("message", subtype)
}

fn words(message: &Message<'_>, subject: &str) -> What {
    let headers: Vec<(String, String)> =
        message.headers_raw().map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
    match (Signs { headers: &headers, subject }).automatic() {
        Some(automatic) => What::Automatic(automatic),
        None => What::Answer { text: text(message) },
    }
}

fn text(message: &Message<'_>) -> String {
    let shown = message.text_bodies().find_map(|part| match &part.body {
        PartType::Text(text) => Some(text.to_string()),
        PartType::Html(page) => Some(mail_parser::decoders::html::html_to_text(page)),
        _ => None,
    });
    shown.unwrap_or_default().chars().take(TEXT_MAX).collect()
}

/// Ids of mails that are attached, whole or as their headers.
fn attached(message: &Message<'_>) -> Vec<String> {
    message
        .parts
        .iter()
        .filter_map(|part| match &part.body {
            PartType::Message(mail) => mail.message_id().map(str::to_owned),
            PartType::Text(headers) if part.is_content_type("text", "rfc822-headers") => {
                // A header that the text ends with would be lost.
                let whole = format!("{headers}\r\n\r\n");
                let mail = MessageParser::default().parse_headers(whole.as_bytes())?;
                mail.message_id().map(str::to_owned)
            }
            _ => None,
        })
        .collect()
}

/// Ids of mails that it answers.
fn answered(message: &Message<'_>) -> Vec<String> {
    let of = |name: HeaderName<'static>| -> Vec<String> {
        let values = message.headers().iter().filter(|header| header.name == name);
        values.flat_map(|header| ids(&header.value)).collect()
    };
    let mut all = of(HeaderName::InReplyTo);
    all.extend(of(HeaderName::References).into_iter().rev());
    all
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
