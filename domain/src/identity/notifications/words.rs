//! How a notification reads: a line, what it came to, and where it leads.

use super::news::{Details, Outcome, Subject};

/// A notification as whoever reads it may see it.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Name of who caused it; `None`: the system, or somebody unknown.
    pub by: Option<&'a str>,
    pub subject: Option<Subject>,
    /// Name of the subject, where it has one that the reader may see.
    pub name: Option<&'a str>,
    pub details: &'a Details,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub title: String,
    /// What it came to.
    pub text: Option<String>,
    /// Path of the page it leads to.
    pub link: String,
    pub tone: Tone,
}

/// How loud it is. Never the only sign: the words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Good,
    Warning,
    Bad,
}

impl From<Outcome> for Tone {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Tone::Good,
            Outcome::Attention | Outcome::Stopped => Tone::Warning,
            Outcome::Failed => Tone::Bad,
        }
    }
}

impl Shown<'_> {
    /// `/bulk/<id>`; the list itself for what is about nothing in particular.
    pub fn link(&self, list: &str) -> String {
        self.subject.map_or_else(|| list.to_owned(), |subject| format!("{list}/{}", subject.id))
    }

    /// `Import finished`, `Import stopped`, with the name behind it.
    pub fn ended(&self, what: &str, done: &str) -> String {
        let how = match self.details.outcome {
            Outcome::Done | Outcome::Attention => done,
            Outcome::Stopped => "stopped",
            Outcome::Failed => "failed",
        };
        match self.name {
            Some(name) => format!("{what} {how}: {name}"),
            None => format!("{what} {how}"),
        }
    }

    /// `1,100 created, 20 rejected`: of these numbers those that are not nothing.
    pub fn sums(&self, numbers: &[(&str, &str)]) -> Option<String> {
        let sums = numbers.iter().filter_map(|(name, words)| match self.details.number(name) {
            0 => None,
            count => Some(format!("{} {words}", grouped(count))),
        });
        let sums: Vec<String> = sums.collect();
        (!sums.is_empty()).then(|| sums.join(", "))
    }
}

/// `1 contact`, `4,210 contacts`.
pub fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// 4,210
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
