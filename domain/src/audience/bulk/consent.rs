//! A basis for being contacted that is taken down of many people at once, as it is taken down of one: each gets a statement of
//! their own, with the same origin, text and proof.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::outcome::Refusal;
use crate::audience::contacts::Contact;
use crate::audience::record::state::Standing;
use crate::suppression::consents::Consent;
use crate::suppression::consents::basis::Basis;
use crate::suppression::consents::channel::Channel;
use crate::suppression::consents::command::ConsentCommand;
use crate::suppression::consents::error::ConsentError;
use crate::suppression::consents::events::ConsentEvent;
use crate::suppression::consents::given::{Proof, Typed};

/// No address they said it from: that is one person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentOfMany {
    pub channels: Vec<Channel>,
    pub basis: Basis,
    /// When they said so, or since when the basis holds; `None`: when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
    /// Where it was given, in words.
    pub origin: String,
    /// The text that was shown to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Who records it, and when.
#[derive(Debug, Clone, Copy)]
pub struct Recording<'a> {
    pub at: DateTime<Utc>,
    pub source: &'a str,
}

impl ConsentOfMany {
    /// One moment for all, however long the change takes.
    pub fn asked_at(self, now: DateTime<Utc>) -> Self {
        ConsentOfMany { at: Some(self.at.unwrap_or(now)), ..self }
    }

    /// Refuses what could be taken down of nobody.
    pub fn check(&self, now: DateTime<Utc>) -> Result<(), ConsentError> {
        if self.channels.is_empty() {
            return Err(ConsentError::NoChannel);
        }
        self.typed().read(now).map(drop)
    }

    /// What it comes to for one person, all channels or none. No events: it is so already. `statements`: an id for each channel.
    pub fn on(
        &self,
        (id, contact): (Uuid, &Contact),
        consent: &Consent,
        statements: &[(Channel, Uuid)],
        recording: Recording<'_>,
    ) -> Result<Vec<ConsentEvent>, Refusal> {
        match contact.record.standing {
            Standing::Absent => return Err(Refusal::NotFound),
            Standing::Erased => return Err(Refusal::Erased),
            // Nobody contacts them, and whoever restores them looks at what was said then.
            Standing::Archived if contact.record.merged_into.is_some() => return Err(Refusal::Merged),
            Standing::Archived => return Err(Refusal::Archived),
            Standing::Active => {}
        }
        let mut events = Vec::with_capacity(statements.len());
        for (channel, statement) in statements {
            events.extend(consent.decide(ConsentCommand::Record {
                at: recording.at,
                contact: id,
                statement: *statement,
                channel: *channel,
                typed: self.typed(),
                source: recording.source.to_owned(),
            })?);
        }
        Ok(events)
    }

    /// Every text in it, for telling whether it speaks of somebody.
    pub fn texts(&self) -> Vec<String> {
        let others = [&self.wording, &self.reference, &self.url];
        std::iter::once(&self.origin).chain(others.into_iter().flatten()).cloned().collect()
    }

    fn typed(&self) -> Typed {
        let Self { basis, at, origin, wording, reference, url, .. } = self.clone();
        Typed { basis, given_at: at, origin, wording, proof: Proof { reference, url, ip: None } }
    }
}

impl From<ConsentError> for Refusal {
    fn from(error: ConsentError) -> Self {
        match error {
            ConsentError::Withdrawn(_) | ConsentError::OlderThanWithdrawal(_) => Refusal::Withdrawn,
            ConsentError::NoChannel
            | ConsentError::Unknown
            | ConsentError::NoOrigin
            | ConsentError::NoProof
            | ConsentError::InFuture
            | ConsentError::LineTooLong
            | ConsentError::WordingTooLong
            | ConsentError::BadUrl
            | ConsentError::BadIp
            | ConsentError::NoReason
            | ConsentError::TakenBack
            | ConsentError::HasFile
            | ConsentError::EmptyFile => Refusal::Value,
        }
    }
}
