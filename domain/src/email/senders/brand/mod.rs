//! A brand of ours: how its mails look, and who sends them unless somebody says otherwise. Brands of clients are another thing.

pub mod events;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::events::EmailBrandEvent;
use super::error::SenderError;
use super::setup::shown;
use crate::identity::name::tidy_name;

/// Longest address of a logo, in characters.
const LONGEST_LOGO: usize = 500;

/// How it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    /// `#` and six hexadecimal digits, in lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

impl Look {
    fn checked(self) -> Result<Look, SenderError> {
        Ok(Look {
            name: tidy_name(&self.name)?,
            logo_url: given(self.logo_url).map(|raw| logo(&raw)).transpose()?,
            colour: given(self.colour).map(|raw| colour(&raw)).transpose()?,
        })
    }
}

fn given(raw: Option<String>) -> Option<String> {
    raw.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Mail programs load it from the outside, so it is a web address, and never one without encryption.
fn logo(raw: &str) -> Result<String, SenderError> {
    let host = raw.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    let fine = host.is_some_and(|host| host.contains('.') && !host.contains('@'))
        && raw.chars().count() <= LONGEST_LOGO
        && raw.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\'));
    if fine { Ok(raw.to_owned()) } else { Err(SenderError::LogoInvalid(shown(raw))) }
}

fn colour(raw: &str) -> Result<String, SenderError> {
    let digits = raw.strip_prefix('#').unwrap_or(raw);
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(format!("#{}", digits.to_ascii_lowercase()))
    } else {
        Err(SenderError::ColourInvalid(shown(raw)))
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brand {
    /// `None`: never created.
    pub look: Option<Look>,
    pub default_sender: Option<Uuid>,
    pub archived: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum BrandCommand {
    Create {
        look: Look,
        at: DateTime<Utc>,
    },
    Change {
        look: Look,
        at: DateTime<Utc>,
    },
    /// That the sender is one of the brand, and in use, is asked before.
    SetDefault {
        sender: Option<Uuid>,
        at: DateTime<Utc>,
    },
    /// That nobody sends for it any more is asked before.
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
}

impl Brand {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: BrandCommand) -> Result<Vec<EmailBrandEvent>, SenderError> {
        let Some(held) = &self.look else {
            return match command {
                BrandCommand::Create { look, at } => {
                    Ok(vec![EmailBrandEvent::EmailBrandCreated { at, look: look.checked()? }])
                }
                _ => Err(SenderError::BrandUnknown),
            };
        };
        match command {
            BrandCommand::Create { .. } => Err(SenderError::BrandExists),
            BrandCommand::Archive { at } => {
                let archived = EmailBrandEvent::EmailBrandArchived { at };
                Ok(if self.archived { Vec::new() } else { vec![archived] })
            }
            BrandCommand::Restore { at } => {
                let restored = EmailBrandEvent::EmailBrandRestored { at };
                Ok(if self.archived { vec![restored] } else { Vec::new() })
            }
            _ if self.archived => Err(SenderError::BrandArchived),
            BrandCommand::Change { look, at } => {
                let (look, previous) = (look.checked()?, held.clone());
                let same = look == previous;
                let changed = EmailBrandEvent::EmailBrandChanged { at, look, previous };
                Ok(if same { Vec::new() } else { vec![changed] })
            }
            BrandCommand::SetDefault { sender, at } => {
                let previous = self.default_sender;
                let set = EmailBrandEvent::EmailBrandDefaultSet { at, sender, previous };
                Ok(if sender == previous { Vec::new() } else { vec![set] })
            }
        }
    }

    pub fn is_in_use(&self) -> bool {
        self.look.is_some() && !self.archived
    }
}

impl Aggregate for Brand {
    const TYPE: &'static str = "email_brand";
    type Command = BrandCommand;
    type Event = EmailBrandEvent;
    type Error = SenderError;
    type Services = ();

    async fn handle(
        &mut self,
        command: BrandCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SenderError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: EmailBrandEvent) {
        match event {
            EmailBrandEvent::EmailBrandCreated { look, .. }
            | EmailBrandEvent::EmailBrandChanged { look, .. } => self.look = Some(look),
            EmailBrandEvent::EmailBrandDefaultSet { sender, .. } => self.default_sender = sender,
            EmailBrandEvent::EmailBrandArchived { .. } => self.archived = true,
            EmailBrandEvent::EmailBrandRestored { .. } => self.archived = false,
        }
    }
}
