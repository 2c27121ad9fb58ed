//! Notifications: what somebody is told of because it concerns them, and what they do not want to be told of.
//!
//! What there is to tell stands in one table ([`catalogue`]): a feature that has news adds its row there and nothing else.
//! Notifications themselves are no aggregate: they follow from the log. What a person decides is which kinds they want, in the
//! app and by mail (this aggregate, one per user), and what they have read (facts).

pub mod assigned;
pub mod campaigns;
pub mod catalogue;
pub mod clients;
pub mod digest;
pub mod domain_sets;
pub mod entries;
pub mod error;
pub mod events;
pub mod facts;
pub mod jobs;
pub mod lookups;
pub mod news;
pub mod reads;
pub mod replies;
pub mod requests;
pub mod retention;
pub mod shared;
pub mod tasks;
#[cfg(test)]
mod tests;
pub mod words;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use self::digest::{Every, MailPreferences, Mails};
use self::error::NotificationError;
use self::events::NotificationEvent;

/// What one user wants to be told of. Its id is the user's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NotificationPreferences {
    /// Keys of the catalogue, in its order. Everything else is told in the app.
    pub in_app_off: Vec<String>,
    #[serde(default)]
    pub mail: MailPreferences,
}

#[derive(Debug, Clone, PartialEq)]
pub enum NotificationCommand {
    /// Replaces what was chosen before.
    SetPreferences { in_app_off: Vec<String>, at: DateTime<Utc> },
    /// What comes by mail; replaces what was chosen before.
    SetMail { mail: MailPreferences, at: DateTime<Utc> },
    /// By the link in a mail: no more of these.
    EndMail { which: Mails, at: DateTime<Utc> },
}

impl NotificationPreferences {
    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: NotificationCommand) -> Result<Vec<NotificationEvent>, NotificationError> {
        match command {
            NotificationCommand::SetPreferences { in_app_off, at } => self.set_in_app(&in_app_off, at),
            NotificationCommand::SetMail { mail, at } => Ok(self.set_mail(mail.checked()?, at)),
            NotificationCommand::EndMail { which, at } => {
                let mut mail = self.mail.clone();
                match which {
                    Mails::Digest => mail.digest.every = Every::Off,
                    Mails::AtOnce => mail.at_once.clear(),
                }
                Ok(self.set_mail(mail, at))
            }
        }
    }

    fn set_in_app(
        &self,
        in_app_off: &[String],
        at: DateTime<Utc>,
    ) -> Result<Vec<NotificationEvent>, NotificationError> {
        if let Some(unknown) = in_app_off.iter().find(|kind| catalogue::row(kind).is_none()) {
            return Err(NotificationError::UnknownKind(unknown.chars().take(80).collect()));
        }
        let kinds = catalogue::CATALOGUE.iter().map(|row| row.kind);
        let in_app_off: Vec<String> =
            kinds.filter(|kind| in_app_off.iter().any(|off| off == kind)).map(str::to_owned).collect();
        if in_app_off == self.in_app_off {
            return Ok(Vec::new());
        }
        let previous = self.in_app_off.clone();
        Ok(vec![NotificationEvent::NotificationPreferencesSet { at, in_app_off, previous }])
    }

    fn set_mail(&self, mail: MailPreferences, at: DateTime<Utc>) -> Vec<NotificationEvent> {
        if mail == self.mail {
            return Vec::new();
        }
        vec![NotificationEvent::NotificationMailSet { at, mail, previous: self.mail.clone() }]
    }
}

impl Aggregate for NotificationPreferences {
    const TYPE: &'static str = events::AGGREGATE;
    type Command = NotificationCommand;
    type Event = NotificationEvent;
    type Error = NotificationError;
    type Services = ();

    async fn handle(
        &mut self,
        command: NotificationCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), NotificationError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: NotificationEvent) {
        match event {
            NotificationEvent::NotificationPreferencesSet { in_app_off, .. } => self.in_app_off = in_app_off,
            NotificationEvent::NotificationMailSet { mail, .. } => self.mail = mail,
        }
    }
}
