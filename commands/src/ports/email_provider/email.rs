//! A mail to one recipient, of parts that cannot say more than they are meant to: whatever a contact's name or a merge tag holds,
//! it begins no header of its own.

use std::fmt;
use std::sync::Arc;

use pivotal_domain::audience::values::email::EmailAddress;
use uuid::Uuid;

use super::content::{Content, Written};

/// The longest value of a header that every provider takes: that of SES.
const VALUE_MAX: usize = 870;
const NAME_MAX: usize = 76;
/// Characters of a line: RFC 5322 lets one have 998 bytes, its name among them, and a word without spaces cannot be folded.
const LINE_MAX: usize = 900;

/// Text on one line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(String);

impl Line {
    /// White space and control characters, line breaks of every alphabet among them, become single spaces; what is too long is cut.
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| c.is_control() || c.is_whitespace()).filter(|word| !word.is_empty());
        let line: String = words.collect::<Vec<_>>().join(" ").chars().take(LINE_MAX).collect();
        Line(line.trim_end().to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somebody mail comes from or goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Empty when nobody knows it.
    pub name: Line,
    pub address: EmailAddress,
}

impl Party {
    pub fn new(name: &str, address: EmailAddress) -> Self {
        Party { name: Line::of(name), address }
    }

    /// None where it is not known.
    pub fn known_name(&self) -> Option<&str> {
        Some(self.name.as_str()).filter(|name| !name.is_empty())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnfitHeader {
    #[error("the header \"{0}\" is not one that a campaign may set")]
    Name(String),
    #[error("the value of {0} must be printable ASCII of at most {VALUE_MAX} characters")]
    Value(String),
    #[error(
        "the address to unsubscribe at must be a web address of at most {VALUE_MAX} printable characters"
    )]
    Unsubscribe,
}

/// Headers that a campaign may set besides those beginning with `X-`. All others are set by what they mean, or by the provider.
const MAY_SET: [&str; 5] = ["Auto-Submitted", "Feedback-ID", "List-Help", "List-ID", "Precedence"];

/// Beginnings of headers that are orders to a provider.
const ORDERS: [&str; 4] = ["x-mailgun-", "x-ses-", "x-sg-", "x-smtpapi"];

/// A header of the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    name: String,
    value: String,
}

impl Header {
    pub fn new(name: &str, value: &str) -> Result<Self, UnfitHeader> {
        let lower = name.to_ascii_lowercase();
        let own = lower.len() > 2
            && lower.len() <= NAME_MAX
            && lower.starts_with("x-")
            && lower.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !ORDERS.iter().any(|order| lower.starts_with(order));
        if !own && !MAY_SET.iter().any(|may| may.eq_ignore_ascii_case(name)) {
            return Err(UnfitHeader::Name(Line::of(name).0));
        }
        if !is_plain(value) {
            return Err(UnfitHeader::Value(name.to_owned()));
        }
        Ok(Header { name: name.to_owned(), value: value.to_owned() })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn value(&self) -> &str {
        &self.value
    }
}

fn is_plain(value: &str) -> bool {
    let edge = |at: Option<char>| at.is_some_and(|c| c != ' ');
    value.len() <= VALUE_MAX
        && value.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        && edge(value.chars().next())
        && edge(value.chars().next_back())
}

/// How a recipient gets no more of these: `List-Unsubscribe` (RFC 2369) and `List-Unsubscribe-Post` (RFC 8058).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsubscribe {
    value: String,
    one_click: bool,
}

impl Unsubscribe {
    /// `url`: ends the mails when it is posted to. `mailto`: an address that does when somebody writes to it.
    pub fn new(url: &str, mailto: Option<&EmailAddress>) -> Result<Self, UnfitHeader> {
        let one_click = url.starts_with("https://");
        let web = one_click || url.starts_with("http://");
        let mut value = format!("<{url}>");
        if let Some(address) = mailto {
            value.push_str(&format!(", <mailto:{address}>"));
        }
        let clean = !url.contains([' ', '<', '>', ',', '"']);
        if !web || !clean || !is_plain(&value) {
            return Err(UnfitHeader::Unsubscribe);
        }
        Ok(Unsubscribe { value, one_click })
    }

    pub fn value(&self) -> &str {
        &self.value
    }
}

/// One mail. The parts that make up its identity are given by whoever hands it over, so that the same mail is the same everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// Of this mail to this recipient: comes back with webhooks, and finds it again. Says nothing about anybody.
    pub id: Uuid,
    /// Comes back with webhooks.
    pub campaign: Option<Uuid>,
    pub from: Party,
    pub reply_to: Option<Party>,
    pub to: Party,
    /// Where bounces go, an address of this mail's own (VERP) for instance. Heeded where we speak to a mail server ourselves;
    /// providers have addresses of their own and tell by webhooks.
    pub bounces_to: Option<EmailAddress>,
    pub unsubscribe: Option<Unsubscribe>,
    pub headers: Vec<Header>,
    pub content: Arc<Content>,
    /// For the places in the content.
    pub values: Vec<String>,
}

impl Email {
    /// `Message-ID`, without its brackets. SES gives another one instead, and Mailgun to mails that it puts together.
    pub fn message_id(&self) -> String {
        format!("{}@{}", self.id, self.from.address.domain())
    }

    pub fn written(&self) -> Written {
        self.content.written(&self.values)
    }

    /// Whom bounces go to.
    pub fn envelope_sender(&self) -> &EmailAddress {
        self.bounces_to.as_ref().unwrap_or(&self.from.address)
    }

    /// Names and values of all headers that no part of the mail stands for.
    pub fn extra_headers(&self) -> Vec<(&str, &str)> {
        let mut headers = Vec::with_capacity(self.headers.len() + 2);
        if let Some(unsubscribe) = &self.unsubscribe {
            headers.push(("List-Unsubscribe", unsubscribe.value.as_str()));
            if unsubscribe.one_click {
                headers.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            }
        }
        headers.extend(self.headers.iter().map(|header| (header.name(), header.value())));
        headers
    }

    /// Whether both can be told to a provider as one mail with values of their own.
    pub fn goes_with(&self, other: &Email) -> bool {
        let one_click = |email: &Email| email.unsubscribe.as_ref().map(|unsubscribe| unsubscribe.one_click);
        Arc::ptr_eq(&self.content, &other.content)
            && self.from == other.from
            && self.reply_to == other.reply_to
            && self.campaign == other.campaign
            && self.headers == other.headers
            && one_click(self) == one_click(other)
    }
}
