//! What the records of a sender's domains say: for each question a verdict, what was found, and the exact record to publish.

pub mod dkim;
pub mod dmarc;
pub mod places;
pub mod reason;
pub mod spf;

use serde::{Deserialize, Serialize};

use self::reason::Reason;

/// Longest record kept as it was found, in characters.
const LONGEST_FOUND: usize = 1_000;

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// May the provider's servers send for the domain (RFC 7208)?
    Spf,
    /// Is the key there with which they sign (RFC 6376)?
    Dkim,
    /// What is to happen with mail that is neither, and is ours (RFC 7489)?
    Dmarc,
    /// Does somebody take the replies?
    ReplyMx,
    /// Do the links lead to us?
    Tracking,
    /// Is the account still in the configuration?
    Account,
}

impl Subject {
    pub const ALL: [Subject; 6] =
        [Subject::Spf, Subject::Dkim, Subject::Dmarc, Subject::ReplyMx, Subject::Tracking, Subject::Account];

    pub fn label(self) -> &'static str {
        match self {
            Subject::Spf => "SPF",
            Subject::Dkim => "DKIM",
            Subject::Dmarc => "DMARC",
            Subject::ReplyMx => "Replies",
            Subject::Tracking => "Tracking domain",
            Subject::Account => "Provider account",
        }
    }
}

/// From the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// There is nothing to be right or wrong.
    NotNeeded,
    Pass,
    /// Nobody answered: nothing is known.
    Unknown,
    /// Mail leaves, and could do better.
    Warn,
    Fail,
}

impl Verdict {
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::NotNeeded => "not_needed",
            Verdict::Pass => "pass",
            Verdict::Unknown => "unknown",
            Verdict::Warn => "warn",
            Verdict::Fail => "fail",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Verdict::NotNeeded => "nothing needed",
            Verdict::Pass => "all is right",
            Verdict::Unknown => "no answer",
            Verdict::Warn => "could be better",
            Verdict::Fail => "something is wrong",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum RecordKind {
    Txt,
    Cname,
    Mx,
}

/// A record as it is to be entered at whoever runs the domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publish {
    /// In full, without a dot at its end.
    pub name: String,
    pub kind: RecordKind,
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub subject: Subject,
    pub verdict: Verdict,
    pub reason: Reason,
    /// The record that was found; without the addresses of people in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What to publish, as it has to be afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish: Option<Publish>,
}

impl Check {
    pub fn new(subject: Subject, reason: Reason) -> Self {
        Check { subject, verdict: reason.verdict(), reason, found: None, publish: None }
    }

    fn found(mut self, record: &str) -> Self {
        let record = record.trim();
        self.found = (!record.is_empty()).then(|| record.chars().take(LONGEST_FOUND).collect());
        self
    }

    fn publish(mut self, name: &str, kind: RecordKind, value: impl Into<String>) -> Self {
        self.publish = Some(Publish { name: name.to_owned(), kind, value: value.into() });
        self
    }
}

/// The worst of them; what is not needed takes nothing away.
pub fn overall(checks: &[Check]) -> Verdict {
    checks.iter().map(|check| check.verdict).max().map_or(Verdict::Unknown, |worst| worst.max(Verdict::Pass))
}

/// Tags of a record like `v=DKIM1; k=rsa; p=...`, names in lower case, in their order; `None`: it is not such a list.
fn tags(record: &str) -> Option<Vec<(String, &str)>> {
    let parts = record.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_lowercase(), value.trim()))
        })
        .collect()
}

fn tag<'a>(tags: &[(String, &'a str)], name: &str) -> Option<&'a str> {
    tags.iter().find(|(held, _)| held == name).map(|(_, value)| *value)
}
