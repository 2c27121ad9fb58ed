//! What a mail server's reply to `RCPT TO` means. Codes are of RFC 5321, enhanced ones of RFC 3463 and its registry (RFC 5248); where
//! they leave it open, the words are asked.

use serde::{Deserialize, Serialize};

/// About one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// It takes mail for it.
    Accepted,
    /// There is no such mailbox, or it takes no mail any more.
    NoMailbox,
    Full,
    /// It is to be asked again later.
    Later,
    /// It does not tell, or has something against us.
    Refused,
}

/// A reply, its lines in one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub code: u16,
    pub text: String,
}

/// Words of replies in which a server speaks of us and not of the mailbox.
#[rustfmt::skip]
const OF_US: &[&str] = &[
    "access denied", "authentic", "authoriz", "bad reputation", "banned", "blacklist", "block", "client host", "dnsbl",
    "denied by policy", "dynamic ip", "not permitted", "policy", "poor reputation", "prohibited", "ptr record", "rbl",
    "relay", "reverse dns", "sender address rejected", "sender verify", "spam", "spf", "spamhaus", "starttls",
    "too many", "unauthenticated", "your ip",
];

/// Words of replies in which it says that nobody is there.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "account disabled", "account has been disabled", "account is disabled", "account inactive", "address unknown", "cannot be found",
    "does not exist", "doesn't exist", "doesnt exist", "invalid address", "invalid mailbox", "invalid recipient",
    "mailbox disabled", "mailbox not found", "mailbox unavailable", "mailbox unknown", "no longer", "no mailbox", "no such",
    "not a known user", "not a valid", "not exist", "not found", "recipient address rejected", "recipient not found",
    "recipient rejected", "recipient unknown", "undeliverable address", "unknown address", "unknown local", "unknown mailbox",
    "unknown recipient", "unknown user", "unrouteable", "user not found", "user unknown",
];

/// Words of replies in which it says that there is no more room.
#[rustfmt::skip]
const FULL: &[&str] = &[
    "mailbox full", "mailbox is full", "over quota", "overquota", "quota exceeded", "exceeded storage", "out of storage",
];

impl Reply {
    /// To `RCPT TO`.
    pub fn about_recipient(&self) -> Said {
        let says = |words: &[&str]| {
            let text = self.text.to_ascii_lowercase();
            words.iter().any(|word| text.contains(word))
        };
        match (self.code, self.enhanced()) {
            (250 | 251, _) => Said::Accepted,
            // 252: it will take the message, and does not tell.
            (200..=399, _) => Said::Refused,
            (400..=499, Some((2, 2))) => Said::Full,
            (400..=499, _) if says(FULL) => Said::Full,
            (400..=499, _) => Said::Later,
            (_, Some((2, 2))) => Said::Full,
            (552, None) => Said::Full,
            // Bad mailbox, bad system, bad syntax, moved, null MX; disabled.
            (_, Some((1, 0..=3 | 6 | 10) | (2, 0 | 1))) => Said::NoMailbox,
            // How one large provider says that nobody is there.
            (_, Some((4, 1))) if says(&["recipient address rejected"]) => Said::NoMailbox,
            // Policy, protocol, content: it is about us, or about nothing that we asked.
            (_, Some(_)) => Said::Refused,
            _ if says(FULL) => Said::Full,
            _ if says(OF_US) => Said::Refused,
            (550 | 551 | 553 | 556, None) => Said::NoMailbox,
            _ if says(NOBODY) => Said::NoMailbox,
            _ => Said::Refused,
        }
    }

    /// Subject and detail of an enhanced code of the reply's own class: `5.1.1` in a 550 gives (1, 1).
    pub fn enhanced(&self) -> Option<(u16, u16)> {
        let mut numbers = self.text.split_whitespace().next()?.split('.');
        let mut number = || -> Option<u16> {
            let part = numbers.next()?;
            let digits = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten()
        };
        let (class, subject, detail) = (number()?, number()?, number()?);
        (class == self.code / 100 && numbers.next().is_none()).then_some((subject, detail))
    }
}
