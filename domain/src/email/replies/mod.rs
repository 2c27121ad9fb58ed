//! A mail that came back: somebody answered one of ours, or a program did for them. The team reads it in one inbox, gives it to one of
//! them, and puts it away when it is done.

pub mod error;
pub mod events;
pub mod keys;
pub mod stop;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::error::ReplyError;
use self::events::EmailReplyEvent;
use crate::audience::values::text;

/// Characters of a reply that are kept.
pub const TEXT_MAX: usize = 20_000;
/// Characters of a subject, a name or an address that are kept.
pub const LINE_MAX: usize = 320;

/// By what it is known which mail it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matched {
    /// It quotes the mail.
    Thread,
    /// It came to an address that names the mail.
    Token,
    /// Its sender was written to lately: probably it answers that.
    Address,
    None,
}

impl Matched {
    pub const ALL: [Matched; 4] = [Matched::Thread, Matched::Token, Matched::Address, Matched::None];

    /// As written in events and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Matched::Thread => "thread",
            Matched::Token => "token",
            Matched::Address => "address",
            Matched::None => "none",
        }
    }

    pub fn parse(text: &str) -> Option<Matched> {
        Matched::ALL.into_iter().find(|matched| matched.as_str() == text)
    }
}

/// Who wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyKind {
    Person,
    /// A program: an out-of-office answer, a ticket system. No reply in any count.
    Automatic,
    /// A person who wants no more mails and says nothing else. They get none.
    AsksToStop,
}

impl ReplyKind {
    pub const ALL: [ReplyKind; 3] = [ReplyKind::Person, ReplyKind::Automatic, ReplyKind::AsksToStop];

    /// As written in events and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            ReplyKind::Person => "person",
            ReplyKind::Automatic => "automatic",
            ReplyKind::AsksToStop => "asks_to_stop",
        }
    }

    pub fn parse(text: &str) -> Option<ReplyKind> {
        ReplyKind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Personal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    pub address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Personal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub subject: String,
    pub text: String,
}

/// A reply as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    pub at: DateTime<Utc>,
    pub message: Option<Uuid>,
    pub campaign: Option<Uuid>,
    pub contact: Option<Uuid>,
    pub matched: Matched,
    pub kind: ReplyKind,
    pub away_until: Option<NaiveDate>,
    pub who: Who,
    pub words: Words,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ReplyCommand {
    Receive(Box<Received>),
    /// That there is such a contact is asked before.
    Match {
        contact: Uuid,
        at: DateTime<Utc>,
    },
    /// That there is such a user is asked before.
    Assign {
        to: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Done {
        at: DateTime<Utc>,
    },
    Reopen {
        at: DateTime<Utc>,
    },
    Forget {
        at: DateTime<Utc>,
    },
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EmailReply {
    /// `None`: never came.
    pub received: Option<DateTime<Utc>>,
    pub message: Option<Uuid>,
    pub campaign: Option<Uuid>,
    pub contact: Option<Uuid>,
    pub matched: Option<Matched>,
    pub kind: Option<ReplyKind>,
    pub away_until: Option<NaiveDate>,
    /// Empty once it was forgotten.
    pub who: Who,
    pub words: Words,
    pub assignee: Option<Uuid>,
    pub done: bool,
    pub forgotten: bool,
}

impl EmailReply {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: ReplyCommand) -> Result<Vec<EmailReplyEvent>, ReplyError> {
        if self.received.is_none() {
            return match command {
                ReplyCommand::Receive(received) => Ok(vec![received.tidy()]),
                _ => Err(ReplyError::Unknown),
            };
        }
        match command {
            // The same mail once more.
            ReplyCommand::Receive(_) => Ok(Vec::new()),
            ReplyCommand::Forget { at } => {
                let forgotten = EmailReplyEvent::EmailReplyForgotten { at };
                Ok(if self.forgotten { Vec::new() } else { vec![forgotten] })
            }
            _ if self.forgotten => Err(ReplyError::Forgotten),
            ReplyCommand::Match { contact, at } => {
                let previous = self.contact;
                let matched = EmailReplyEvent::EmailReplyMatched { at, contact, previous };
                Ok(if previous == Some(contact) { Vec::new() } else { vec![matched] })
            }
            ReplyCommand::Assign { to, at } => {
                let previous = self.assignee;
                let assigned = EmailReplyEvent::EmailReplyAssigned { at, to, previous };
                Ok(if previous == to { Vec::new() } else { vec![assigned] })
            }
            ReplyCommand::Done { at } => {
                let done = EmailReplyEvent::EmailReplyDone { at };
                Ok(if self.done { Vec::new() } else { vec![done] })
            }
            ReplyCommand::Reopen { at } => {
                let reopened = EmailReplyEvent::EmailReplyReopened { at };
                Ok(if self.done { vec![reopened] } else { Vec::new() })
            }
        }
    }
}

impl Received {
    fn tidy(self) -> EmailReplyEvent {
        let Received { at, message, campaign, contact, matched, kind, away_until, who, words } = self;
        let line = |raw: &str| text::line(raw).chars().take(LINE_MAX).collect::<String>();
        EmailReplyEvent::EmailReplyReceived {
            at,
            message,
            campaign,
            contact,
            matched,
            kind,
            away_until,
            who: Who {
                address: line(&who.address),
                name: who.name.as_deref().map(line).filter(|name| !name.is_empty()),
            },
            words: Words {
                subject: line(&words.subject),
                text: text::lines(&words.text).chars().take(TEXT_MAX).collect(),
            },
        }
    }
}

impl Aggregate for EmailReply {
    const TYPE: &'static str = "email_reply";
    type Command = ReplyCommand;
    type Event = EmailReplyEvent;
    type Error = ReplyError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ReplyCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ReplyError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: EmailReplyEvent) {
        match event {
            EmailReplyEvent::EmailReplyReceived {
                at,
                message,
                campaign,
                contact,
                matched,
                kind,
                away_until,
                who,
                words,
            } => {
                self.received = Some(at);
                self.message = message;
                self.campaign = campaign;
                self.contact = contact;
                self.matched = Some(matched);
                self.kind = Some(kind);
                self.away_until = away_until;
                self.who = who;
                self.words = words;
                // Nobody has to look at what a program wrote, or at what was done at once.
                self.done = kind != ReplyKind::Person;
            }
            EmailReplyEvent::EmailReplyMatched { contact, .. } => self.contact = Some(contact),
            EmailReplyEvent::EmailReplyAssigned { to, .. } => self.assignee = to,
            EmailReplyEvent::EmailReplyDone { .. } => self.done = true,
            EmailReplyEvent::EmailReplyReopened { .. } => self.done = false,
            EmailReplyEvent::EmailReplyForgotten { .. } => {
                self.forgotten = true;
                // There is nothing left to be looked at.
                self.done = true;
                self.who = Who::default();
                self.words = Words::default();
            }
        }
    }
}
