//! What an event or fact means to people: who hears of it, about what, in which numbers. Ids and numbers only: names are looked
//! up when somebody reads, as far as they may see them then, so an erasure has nothing to clear here.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::audience::fields::catalogue::Entity;

/// Something that stands in the log, as a row of the catalogue reads it.
#[derive(Debug)]
pub struct Happened<'a> {
    /// The record or piece of work it is about.
    pub about: Uuid,
    /// Who caused it; of work, who asked for it. `None`: the system.
    pub by: Option<Uuid>,
    /// Without its personal parts.
    pub payload: &'a Value,
}

impl Happened<'_> {
    /// As the event or fact it is.
    pub fn read<E: DeserializeOwned>(&self) -> Result<E, serde_json::Error> {
        E::deserialize(self.payload)
    }

    /// One piece of news, for whoever asked for the work. The system hears nothing. Without a kind it is about no one thing.
    pub fn to_asker(&self, subject: Option<SubjectKind>, details: Details) -> Vec<News> {
        // The system asks for nothing that it would have to hear of: sample data.
        let Some(by) = self.by.filter(|by| !by.is_nil()) else { return Vec::new() };
        let subject = subject.map(|kind| Subject { kind, id: self.about });
        vec![News::Tell(Told { whom: Whom::User(by), except: None, subject, details, joins: false })]
    }
}

/// What one entry of the log tells.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    Tell(Told),
    /// One of the many records of a piece of work. Nobody hears of it before the work has ended.
    Count(Counted),
    /// The piece of work has ended: what was counted for it is told, to each person once.
    Settle {
        work: Uuid,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub whom: Whom,
    /// Whoever did it knows.
    pub except: Option<Uuid>,
    pub subject: Option<Subject>,
    pub details: Details,
    /// It is added to one of the same kind, by the same person, that is not read yet and not older than
    /// [`JOINS_WITHIN_MINUTES`]: who gives somebody fifty records one by one is one piece of news. The numbers are summed
    /// up, and the subject is the first one's alone.
    pub joins: bool,
}

/// See [`Told::joins`].
pub const JOINS_WITHIN_MINUTES: i64 = 60;

#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub work: Uuid,
    pub whom: Whom,
    pub except: Option<Uuid>,
    /// Under which of [`Details::numbers`].
    pub number: &'static str,
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    User(Uuid),
    /// Whom a record's `owner` names: a user's id, or the address they sign in with. Nobody, if it names nobody.
    Owner(String),
    /// Who is a member then.
    Team(Uuid),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    pub kind: SubjectKind,
    pub id: Uuid,
}

/// What a notification can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectKind {
    Contact,
    Account,
    Import,
    Bulk,
    Export,
    SavedView,
    Task,
    /// A request for access or erasure.
    PrivacyRequest,
    /// A client organisation.
    Client,
    DomainSet,
    Campaign,
    EmailReply,
}

impl SubjectKind {
    pub const ALL: [SubjectKind; 12] = [
        SubjectKind::Contact,
        SubjectKind::Account,
        SubjectKind::Import,
        SubjectKind::Bulk,
        SubjectKind::Export,
        SubjectKind::SavedView,
        SubjectKind::Task,
        SubjectKind::PrivacyRequest,
        SubjectKind::Client,
        SubjectKind::DomainSet,
        SubjectKind::Campaign,
        SubjectKind::EmailReply,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            SubjectKind::Contact => "contact",
            SubjectKind::Account => "account",
            SubjectKind::Import => "import",
            SubjectKind::Bulk => "bulk",
            SubjectKind::Export => "export",
            SubjectKind::SavedView => "saved_view",
            SubjectKind::Task => "task",
            SubjectKind::PrivacyRequest => "privacy_request",
            SubjectKind::Client => "client",
            SubjectKind::DomainSet => "domain_set",
            SubjectKind::Campaign => "campaign",
            SubjectKind::EmailReply => "email_reply",
        }
    }

    pub fn of_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// How a piece of work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    #[default]
    Done,
    /// Done, and some of it needs a look.
    Attention,
    Stopped,
    Failed,
}

impl Outcome {
    pub fn clean_if(clean: bool) -> Self {
        if clean { Outcome::Done } else { Outcome::Attention }
    }
}

/// What is kept beside who, when and about what. Shapes only grow: rows of earlier versions are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Details {
    #[serde(default, skip_serializing_if = "is_default")]
    pub outcome: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
    /// By names that the row's words know.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, u64>,
}

impl Details {
    pub fn of(outcome: Outcome, numbers: &[(&str, u64)]) -> Self {
        let numbers = numbers.iter().filter(|(_, count)| *count > 0);
        let numbers = numbers.map(|(name, count)| ((*name).to_owned(), *count)).collect();
        Details { outcome, entity: None, numbers }
    }

    /// 0 where there is none.
    pub fn number(&self, name: &str) -> u64 {
        self.numbers.get(name).copied().unwrap_or_default()
    }

    /// The numbers of both.
    pub fn add(&mut self, other: &Details) {
        for (name, count) in &other.numbers {
            *self.numbers.entry(name.clone()).or_default() += count;
        }
    }
}

fn is_default(outcome: &Outcome) -> bool {
    *outcome == Outcome::default()
}
