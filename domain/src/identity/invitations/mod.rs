//! The invitation: somebody was asked by mail to join, as what, and what became of it. Its link is good once, for a week, and only
//! in the newest mail.

pub mod error;
pub mod events;
pub mod keys;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Duration, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::error::InvitationError;
use self::events::InvitationEvent;
use super::role::Role;
use super::users::email::LoginEmail;
use super::users::{check_client, check_teams, sorted};

/// After that it must be sent again.
pub const LASTS: Duration = Duration::days(7);

/// What became of it. That its time is over is not an event: it is asked with the time at hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    #[default]
    NeverSent,
    Open,
    Accepted,
    Revoked,
}

impl Standing {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::NeverSent => "never_sent",
            Standing::Open => "open",
            Standing::Accepted => "accepted",
            Standing::Revoked => "revoked",
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    pub standing: Standing,
    pub email: String,
    /// `None` only while it was never sent.
    pub role: Option<Role>,
    pub client_id: Option<Uuid>,
    pub teams: Vec<Uuid>,
    /// Counts the mails; the link of an older one is void.
    pub round: i64,
    pub expires_at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum InvitationCommand {
    Send(NewInvitation),
    Resend {
        at: DateTime<Utc>,
    },
    Revoke {
        at: DateTime<Utc>,
    },
    /// By who brings the link of a mail.
    Accept {
        round: i64,
        user_id: Uuid,
        at: DateTime<Utc>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewInvitation {
    pub email: LoginEmail,
    pub role: Role,
    pub client_id: Option<Uuid>,
    pub teams: Vec<Uuid>,
    pub at: DateTime<Utc>,
}

impl Invitation {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: InvitationCommand) -> Result<Vec<InvitationEvent>, InvitationError> {
        match (self.standing, command) {
            (Standing::NeverSent, InvitationCommand::Send(new)) => send(new),
            (_, InvitationCommand::Send(_)) => Err(InvitationError::Exists),
            (Standing::NeverSent, _) => Err(InvitationError::Unknown),
            (Standing::Accepted, _) => Err(InvitationError::Used),
            (Standing::Open, InvitationCommand::Resend { at }) => {
                let (round, expires_at) = (self.round + 1, at + LASTS);
                Ok(vec![InvitationEvent::InvitationResent { at, round, expires_at }])
            }
            (Standing::Open, InvitationCommand::Revoke { at }) => {
                Ok(vec![InvitationEvent::InvitationRevoked { at }])
            }
            (Standing::Open, InvitationCommand::Accept { round, user_id, at }) => {
                self.check(round, at)?;
                Ok(vec![InvitationEvent::InvitationAccepted { at, user_id }])
            }
            (Standing::Revoked, InvitationCommand::Revoke { .. }) => Ok(Vec::new()),
            (Standing::Revoked, InvitationCommand::Resend { .. } | InvitationCommand::Accept { .. }) => {
                Err(InvitationError::Revoked)
            }
        }
    }

    /// Whether the link of this mail still lets somebody in.
    pub fn check(&self, round: i64, now: DateTime<Utc>) -> Result<(), InvitationError> {
        match self.standing {
            Standing::NeverSent => Err(InvitationError::Unknown),
            Standing::Accepted => Err(InvitationError::Used),
            Standing::Revoked => Err(InvitationError::Revoked),
            Standing::Open if round != self.round => Err(InvitationError::Replaced),
            Standing::Open if now >= self.expires_at => Err(InvitationError::Expired),
            Standing::Open => Ok(()),
        }
    }
}

fn send(new: NewInvitation) -> Result<Vec<InvitationEvent>, InvitationError> {
    check_client(new.role, new.client_id)?;
    check_teams(new.role.is_client(), &new.teams)?;
    Ok(vec![InvitationEvent::InvitationSent {
        at: new.at,
        email: new.email.as_str().to_owned(),
        role: new.role,
        client_id: new.client_id,
        teams: sorted(new.teams),
        expires_at: new.at + LASTS,
    }])
}

impl Aggregate for Invitation {
    const TYPE: &'static str = "invitation";
    type Command = InvitationCommand;
    type Event = InvitationEvent;
    type Error = InvitationError;
    type Services = ();

    async fn handle(
        &mut self,
        command: InvitationCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), InvitationError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: InvitationEvent) {
        match event {
            InvitationEvent::InvitationSent { email, role, client_id, teams, expires_at, at: _ } => {
                *self = Invitation {
                    standing: Standing::Open,
                    email,
                    role: Some(role),
                    client_id,
                    teams,
                    round: 1,
                    expires_at,
                };
            }
            InvitationEvent::InvitationResent { round, expires_at, .. } => {
                (self.round, self.expires_at) = (round, expires_at);
            }
            InvitationEvent::InvitationRevoked { .. } => self.standing = Standing::Revoked,
            InvitationEvent::InvitationAccepted { .. } => self.standing = Standing::Accepted,
        }
    }
}
