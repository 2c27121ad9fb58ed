//! A mail as bytes (RFC 5322, MIME), for those who take it whole. Encoded by lettre: names and subjects by RFC 2047, bodies so that
//! no line is too long and every byte is ASCII.

use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};
use pivotal_commands::ports::email_provider::email::{Email, Party};

/// As lettre has it. Our addresses are the stricter ones, so it takes each.
pub fn mailbox(party: &Party) -> Result<Mailbox, String> {
    let address = party.address.as_str().parse::<Address>();
    let address = address.map_err(|error| format!("an address cannot be used: {error}"))?;
    Ok(Mailbox::new(party.known_name().map(str::to_owned), address))
}

pub fn mime(email: &Email) -> Result<Vec<u8>, String> {
    let written = email.written();
    let (from, to) = (mailbox(&email.from)?, mailbox(&email.to)?);
    let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()]);
    let mut builder = Message::builder()
        .envelope(envelope.map_err(|error| error.to_string())?)
        .from(from)
        .to(to)
        .subject(written.subject.as_str())
        .message_id(Some(format!("<{}>", email.message_id())));
    if let Some(reply_to) = &email.reply_to {
        builder = builder.reply_to(mailbox(reply_to)?);
    }
    for (name, value) in email.extra_headers() {
        let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| error.to_string())?;
        builder = builder.raw_header(HeaderValue::new(name, value.to_owned()));
    }
    let message = builder
        .multipart(MultiPart::alternative_plain_html(lines(&written.text), lines(&written.html)))
        .map_err(|error| error.to_string())?;
    Ok(message.formatted())
}

/// Every end of a line as mail has it. A return or a feed that stands alone is an end to some servers and none to others, and what
/// they disagree about somebody else could use.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use pivotal_commands::ports::email_provider::content::Content;
    use pivotal_commands::ports::email_provider::email::{Header, Unsubscribe};
    use pivotal_domain::audience::values::email::EmailAddress;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn party(name: &str, address: &str) -> Party {
        Party::new(name, EmailAddress::parse(address).unwrap())
    }

    fn email(content: Content) -> Email {
        Email {
            id: Uuid::from_u128(7),
            campaign: None,
            from: party("Norhavn Inc", "news@norhavn.example"),
            reply_to: Some(party("Sanne Vermeer", "sanne@norhavn.example")),
            to: party("Ærø \"Ada\" Østergård", "ada@example.com"),
            bounces_to: None,
            unsubscribe: Some(Unsubscribe::new("https://x.example/u/abc", None).unwrap()),
            headers: vec![Header::new("Feedback-ID", "7:norhavn").unwrap()],
            content: Arc::new(content),
            values: Vec::new(),
        }
    }

    fn text(email: &Email) -> String {
        String::from_utf8(mime(email).unwrap()).unwrap()
    }

    fn is_in_lines(text: &str) -> bool {
        let short = text.split("\r\n").all(|line| line.len() <= 998);
        short && !text.replace("\r\n", "").contains(['\r', '\n'])
    }

    /// The head, with its folded lines made one each.
    fn headers(text: &str) -> Vec<String> {
        let head = text.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ").replace("\r\n\t", " ");
        head.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_mail_is_ascii_in_short_lines_whatever_it_says() {
        for (letter, subject) in [("ü", "Välkommen till Göteborg 🎉"), ("u", "u".repeat(5_000).as_str())]
        {
            let long = letter.repeat(5_000);
            let text = text(&email(Content::fixed(subject, &format!("<p>{long}</p>"), &long)));
            assert!(text.is_ascii() && is_in_lines(&text), "{text}");
        }
        let text = text(&email(Content::fixed("Välkommen", "<p>a\rb\nc\r\n.\n.</p>", "a\r\n.\r\nb\n.\nc")));
        assert!(text.is_ascii() && is_in_lines(&text), "{text}");
        let headers = headers(&text);
        let has = |start: &str| headers.iter().any(|header| header.starts_with(start));
        for expected in [
            "From: \"Norhavn Inc\" <news@norhavn.example>",
            "Reply-To: ",
            "To: =?utf-8?b?",
            "Subject: =?utf-8?b?",
            "Message-ID: <00000000-0000-0000-0000-000000000007@norhavn.example>",
            "List-Unsubscribe: <https://x.example/u/abc>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Feedback-ID: 7:norhavn",
            "Date: ",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative",
        ] {
            assert!(has(expected), "{expected}: {headers:#?}");
        }
        let (plain, html) = (text.find("text/plain").unwrap(), text.find("text/html").unwrap());
        assert!(plain < html, "the last alternative is the one that is shown");
    }

    proptest! {
        /// Whatever a contact or a template is made to say, there are as many headers as there were.
        #[test]
        fn no_header_is_made_by_words(said in "\\PC{0,30}(\r\n|\n|\r|\u{85}|\u{2028})(Bcc: all@example.com)?\\PC{0,30}") {
            let plain = text(&email(Content::fixed("s", "h", "t")));
            let mut hostile = email(Content::fixed(&said, &said, &said));
            hostile.to = party(&said, "ada@example.com");
            hostile.from = party(&said, "news@norhavn.example");
            let hostile = text(&hostile);
            prop_assert!(hostile.is_ascii() && is_in_lines(&hostile));
            let names = |text: &str| -> Vec<String> {
                headers(text).iter().map(|header| header.split(':').next().unwrap().to_owned()).collect()
            };
            prop_assert_eq!(names(&hostile), names(&plain));
        }
    }
}
