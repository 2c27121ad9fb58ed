//! What a refusal means for the address and for us. Codes are of RFC 5321, enhanced ones of RFC 3463; where they leave it open, the
//! words are asked, and where those say nothing, it is not known. Only what says that the mailbox is gone counts against an address.

use serde::{Deserialize, Serialize};

use super::enhanced::Enhanced;

/// Its name stands in facts: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// The mailbox does not exist or takes no mail any more.
    Hard,
    /// Something is broken for now.
    Soft,
    /// It has something against us or against what was sent: reputation, authentication, content.
    Policy,
    MailboxFull,
    /// We send too much at once.
    Throttled,
    Unknown,
}

impl Class {
    pub const ALL: &'static [Class] =
        &[Class::Hard, Class::Soft, Class::Policy, Class::MailboxFull, Class::Throttled, Class::Unknown];

    pub const fn as_str(self) -> &'static str {
        match self {
            Class::Hard => "hard",
            Class::Soft => "soft",
            Class::Policy => "policy",
            Class::MailboxFull => "mailbox_full",
            Class::Throttled => "throttled",
            Class::Unknown => "unknown",
        }
    }

    /// Whether nothing may be sent to the address again.
    pub const fn suppresses(self) -> bool {
        matches!(self, Class::Hard)
    }
}

/// A reply of a mail server, or what a report says of one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refusal<'a> {
    pub code: Option<u16>,
    pub enhanced: Option<Enhanced>,
    pub text: &'a str,
}

/// No more room for this person.
#[rustfmt::skip]
const FULL: &[&str] = &[
    "exceeded storage", "inbox is full", "mailbox full", "mailbox is full", "out of storage", "over quota", "overquota",
    "quota exceeded", "storage quota",
];

/// Too much at once.
#[rustfmt::skip]
const THROTTLED: &[&str] = &[
    "at a rate", "concurrent connection", "connection limit", "connection rate", "daily limit", "exceeded the rate", "message rate",
    "rate limit", "rate-limit", "ratelimit", "sending limit", "sending quota", "sending rate", "slow down", "throttl", "too fast",
    "too many connections", "too many emails", "too many mails", "too many messages", "too many recipients",
    "too many sessions", "unusual rate",
];

/// It speaks of us and not of the mailbox.
#[rustfmt::skip]
const OF_US: &[&str] = &[
    "access denied", "authentic", "authoriz", "banned", "blacklist", "block", "client host", "content rejected", "denied by policy",
    "denylist", "dkim", "dmarc", "dnsbl", "not permitted", "phishing", "policy", "prohibited", "ptr record", "rbl",
    "relay", "reputation", "reverse dns", "sender address", "sender denied", "sender rejected", "sender verify", "spam",
    "spf", "starttls", "suspicious", "unsolicited", "virus", "your ip",
];

/// It says that nobody is there.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "account disabled", "account has been disabled", "account inactive", "account is disabled", "address not found",
    "address unknown", "cannot be found", "does not exist", "doesn't exist", "doesn't have a", "domain not found",
    "host not found", "host or domain name not found", "inactive user", "invalid address", "invalid mailbox",
    "invalid recipient", "is disabled", "mailbox disabled", "mailbox not found", "mailbox unavailable", "mailbox unknown",
    "no longer accepts mail", "no longer available", "no longer employed", "no longer in use", "no mailbox", "no such",
    "not a known user", "not a valid mailbox", "recipient not found", "recipient unknown", "unknown address",
    "unknown local", "unknown mailbox", "unknown recipient", "unknown user", "unrouteable", "user not found",
    "user unknown",
];

impl Refusal<'_> {
    /// A whole reply as a server gives it: `550 5.1.1 User unknown`, its lines in one text.
    pub fn read(reply: &str) -> Refusal<'_> {
        let text = reply.trim_start();
        let head = text.get(..3).filter(|head| head.bytes().all(|byte| byte.is_ascii_digit()));
        let ends = text.as_bytes().get(3).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'.');
        let code = head.filter(|_| ends).and_then(|head| head.parse::<u16>().ok());
        let code = code.filter(|code| (200..600).contains(code));
        Refusal { code, enhanced: Enhanced::find(text, code.and_then(class_of)), text }
    }

    pub fn class(&self) -> Class {
        let text = self.text.to_lowercase();
        let text = text.as_str();
        // An enhanced code of another class than the reply is a mistake: the reply is what the server acted on.
        let class = self.code.and_then(class_of);
        let enhanced = self.enhanced.filter(|found| class.is_none_or(|class| class == found.class));
        let detail = enhanced.map(|found| (found.subject, found.detail));
        if detail == Some((2, 2)) {
            return Class::MailboxFull;
        }
        if detail == Some((7, 28)) || says(text, THROTTLED) {
            return Class::Throttled;
        }
        if says(text, FULL) {
            return Class::MailboxFull;
        }
        match class.or(enhanced.map(|found| found.class)) {
            Some(4) if detail.is_none_or(|(subject, _)| subject == 7) && says(text, OF_US) => Class::Policy,
            Some(4) => Class::Soft,
            Some(5) => match detail {
                Some(detail) => of_detail(detail, text),
                None => self.of_code(text),
            },
            // Not a refusal.
            Some(_) => Class::Unknown,
            None => of_words(text),
        }
    }

    /// Refused for good, without an enhanced code.
    fn of_code(&self, text: &str) -> Class {
        match self.code {
            Some(521 | 551 | 556) => Class::Hard,
            Some(552) if says(text, &["size", "too large", "too big"]) || says(text, OF_US) => Class::Policy,
            Some(552) => Class::MailboxFull,
            Some(553) if !says(text, OF_US) => Class::Hard,
            _ => of_words(text),
        }
    }
}

/// Of an enhanced code that says for good.
fn of_detail(detail: (u16, u16), text: &str) -> Class {
    match detail {
        // Bad mailbox, moved, null MX; disabled; account disabled, mailbox or domain has another owner.
        (1, 1 | 6 | 10) | (2, 1) | (7, 13 | 17 | 18) => Class::Hard,
        // Bad system, bad syntax, not told further; but some servers say so of the sender.
        (1, 0 | 2 | 3) | (2, 0) if says(text, OF_US) => Class::Policy,
        (1, 0 | 2 | 3) | (2, 0) => Class::Hard,
        // The sender's address; the message's size and content; policy.
        (1, 7 | 8) | (2, 3) | (3, 4) | (6 | 7, _) => Class::Policy,
        // How one large provider says that nobody is there.
        (4, 1) if says(text, &["recipient address rejected"]) => Class::Hard,
        // The domain has no host.
        (4, 4 | 310) => Class::Hard,
        // Expired on the way, loops.
        (4, 6 | 7 | 14 | 300) => Class::Soft,
        _ => of_words(text),
    }
}

fn of_words(text: &str) -> Class {
    if says(text, OF_US) {
        Class::Policy
    } else if says(text, NOBODY) {
        Class::Hard
    } else {
        Class::Unknown
    }
}

fn class_of(code: u16) -> Option<u8> {
    u8::try_from(code / 100).ok().filter(|class| (2..=5).contains(class))
}

fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
