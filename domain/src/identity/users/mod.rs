//! The user: who signs in, as what, for which client, in which teams. Credentials live outside of the log.

pub mod email;
mod email_change;
pub mod error;
pub mod events;
pub mod facts;
pub mod keys;
pub mod password;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::email::LoginEmail;
use self::error::UserError;
use self::events::{PasswordChange, SecondFactorEnd, UserEvent};
use super::name::tidy_name;
use super::role::Role;

/// What decisions about a user need to know, and what a session is made from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// `None`: never created.
    pub role: Option<Role>,
    pub name: String,
    pub email: String,
    pub client_id: Option<Uuid>,
    pub teams: Vec<Uuid>,
    pub disabled: bool,
    /// Signing in takes a code of an app besides the password.
    pub second_factor: bool,
    /// The address they asked for, until it is confirmed.
    pub asked_email: Option<DatedEmail>,
    /// The address they had, while it can be taken back.
    pub email_before: Option<DatedEmail>,
}

/// An address for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedEmail {
    pub email: String,
    pub until: DateTime<Utc>,
}

/// What somebody wants of a user. Looked-up facts (does the client exist, who else is an admin) come with it.
#[derive(Debug, Clone, PartialEq)]
pub enum UserCommand {
    Create(NewUser),
    Update(UserUpdate),
    Disable {
        reason: Option<String>,
        other_active_admins: u64,
        at: DateTime<Utc>,
    },
    Enable {
        at: DateTime<Utc>,
    },
    ChangePassword {
        how: PasswordChange,
        at: DateTime<Utc>,
    },
    EnableSecondFactor {
        at: DateTime<Utc>,
    },
    DisableSecondFactor {
        how: SecondFactorEnd,
        at: DateTime<Utc>,
    },
    RenewRecoveryCodes {
        at: DateTime<Utc>,
    },
    /// One was used to sign in.
    UseRecoveryCode {
        left: u32,
        at: DateTime<Utc>,
    },
    /// They want to sign in with another address.
    AskForEmail {
        email: LoginEmail,
        at: DateTime<Utc>,
    },
    /// By who holds the address that was asked for.
    ConfirmEmail {
        at: DateTime<Utc>,
    },
    /// By who holds the address before.
    TakeEmailBack {
        at: DateTime<Utc>,
    },
    /// One team more; the others stay.
    JoinTeam {
        team: Uuid,
        at: DateTime<Utc>,
    },
    /// One team less; the others stay.
    LeaveTeam {
        team: Uuid,
        at: DateTime<Utc>,
    },
    /// By an administrator.
    CorrectEmail {
        email: LoginEmail,
        at: DateTime<Utc>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewUser {
    pub name: String,
    pub email: LoginEmail,
    pub role: Role,
    pub client_id: Option<Uuid>,
    pub teams: Vec<Uuid>,
    pub at: DateTime<Utc>,
}

/// `None` leaves a part as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct UserUpdate {
    pub name: Option<String>,
    pub role: Option<Role>,
    /// Read only with a new role: the organisation of somebody who becomes a client user.
    pub client_id: Option<Uuid>,
    pub teams: Option<Vec<Uuid>>,
    /// Active administrators besides this user, at the time of asking.
    pub other_active_admins: u64,
    pub at: DateTime<Utc>,
}

impl User {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: UserCommand) -> Result<Vec<UserEvent>, UserError> {
        match (self.role, command) {
            (None, UserCommand::Create(new)) => create(new),
            (Some(_), UserCommand::Create(_)) => Err(UserError::Exists),
            (None, _) => Err(UserError::Unknown),
            (Some(role), UserCommand::Update(update)) => self.update(role, update),
            (Some(role), UserCommand::Disable { reason, other_active_admins, at }) => {
                if self.disabled {
                    return Ok(Vec::new());
                }
                self.must_not_be_last_admin(role, other_active_admins)?;
                Ok(vec![UserEvent::UserDisabled {
                    at,
                    reason: reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
                }])
            }
            (Some(_), UserCommand::Enable { at }) => {
                Ok(if self.disabled { vec![UserEvent::UserEnabled { at }] } else { Vec::new() })
            }
            (Some(_), UserCommand::ChangePassword { how, at }) => {
                if self.disabled {
                    return Err(UserError::Disabled);
                }
                Ok(vec![UserEvent::UserPasswordChanged { at, how }])
            }
            (Some(_), UserCommand::EnableSecondFactor { at }) => match self.second_factor {
                true => Err(UserError::SecondFactorOn),
                false => Ok(vec![UserEvent::UserSecondFactorEnabled { at }]),
            },
            (Some(_), UserCommand::DisableSecondFactor { how, at }) => Ok(match self.second_factor {
                true => vec![UserEvent::UserSecondFactorDisabled { at, how }],
                false => Vec::new(),
            }),
            (Some(_), UserCommand::RenewRecoveryCodes { at }) => match self.second_factor {
                true => Ok(vec![UserEvent::UserRecoveryCodesRenewed { at }]),
                false => Err(UserError::SecondFactorOff),
            },
            (Some(_), UserCommand::UseRecoveryCode { left, at }) => match self.second_factor {
                true => Ok(vec![UserEvent::UserRecoveryCodeUsed { at, left }]),
                false => Err(UserError::SecondFactorOff),
            },
            (Some(_), UserCommand::AskForEmail { email, at }) => self.ask_for_email(&email, at),
            (Some(_), UserCommand::ConfirmEmail { at }) => self.confirm_email(at),
            (Some(_), UserCommand::TakeEmailBack { at }) => self.take_email_back(at),
            (Some(_), UserCommand::CorrectEmail { email, at }) => Ok(self.correct_email(&email, at)),
            (Some(role), UserCommand::JoinTeam { team, at }) => self.join_team(role, team, at),
            (Some(_), UserCommand::LeaveTeam { team, at }) => {
                let teams = self.teams.iter().copied().filter(|other| *other != team).collect();
                Ok(self.regrouped(teams, at))
            }
        }
    }

    pub fn exists(&self) -> bool {
        self.role.is_some()
    }

    pub fn is_active_admin(&self) -> bool {
        self.role == Some(Role::Admin) && !self.disabled
    }

    fn update(&self, role: Role, update: UserUpdate) -> Result<Vec<UserEvent>, UserError> {
        let at = update.at;
        let mut events = Vec::new();
        if let Some(name) = update.name {
            let name = tidy_name(&name)?;
            if name != self.name {
                events.push(UserEvent::UserRenamed { at, name, previous: self.name.clone() });
            }
        }
        if let Some(new_role) = update.role {
            // A client user who stays one stays with the organisation unless another is named.
            let client_id =
                if new_role.is_client() { update.client_id.or(self.client_id) } else { update.client_id };
            check_client(new_role, client_id)?;
            if new_role != role && role == Role::Admin {
                self.must_not_be_last_admin(role, update.other_active_admins)?;
            }
            if new_role != role || client_id != self.client_id {
                events.push(UserEvent::UserRoleChanged {
                    at,
                    role: new_role,
                    client_id,
                    previous: role,
                    previous_client_id: self.client_id,
                });
            }
        }
        let client = update.role.unwrap_or(role).is_client();
        check_teams(client, update.teams.as_deref().unwrap_or_default())?;
        // Whoever becomes one of a client's people leaves ours.
        if let Some(teams) = if client { Some(Vec::new()) } else { update.teams } {
            events.extend(self.regrouped(teams, at));
        }
        Ok(events)
    }

    fn join_team(&self, role: Role, team: Uuid, at: DateTime<Utc>) -> Result<Vec<UserEvent>, UserError> {
        if role.is_client() {
            return Err(UserError::TeamNotForClients);
        }
        let teams = self.teams.iter().copied().chain([team]).collect();
        Ok(self.regrouped(teams, at))
    }

    fn regrouped(&self, teams: Vec<Uuid>, at: DateTime<Utc>) -> Vec<UserEvent> {
        let teams = sorted(teams);
        if teams == self.teams {
            return Vec::new();
        }
        vec![UserEvent::UserTeamsChanged { at, teams, previous: self.teams.clone() }]
    }

    /// Nobody could let anybody in again.
    fn must_not_be_last_admin(&self, role: Role, other_active_admins: u64) -> Result<(), UserError> {
        if role == Role::Admin && !self.disabled && other_active_admins == 0 {
            Err(UserError::LastAdmin)
        } else {
            Ok(())
        }
    }
}

fn create(new: NewUser) -> Result<Vec<UserEvent>, UserError> {
    check_client(new.role, new.client_id)?;
    check_teams(new.role.is_client(), &new.teams)?;
    Ok(vec![UserEvent::UserCreated {
        at: new.at,
        name: tidy_name(&new.name)?,
        email: new.email.as_str().to_owned(),
        role: new.role,
        client_id: new.client_id,
        teams: sorted(new.teams),
    }])
}

/// People of a client are in no team of ours.
pub(super) fn check_teams(client: bool, teams: &[Uuid]) -> Result<(), UserError> {
    if client && !teams.is_empty() { Err(UserError::TeamNotForClients) } else { Ok(()) }
}

pub(super) fn check_client(role: Role, client_id: Option<Uuid>) -> Result<(), UserError> {
    match (role.is_client(), client_id) {
        (true, None) => Err(UserError::ClientMissing),
        (false, Some(_)) => Err(UserError::ClientNotAllowed),
        _ => Ok(()),
    }
}

/// Teams are a set; one order makes equal sets equal.
pub(super) fn sorted(mut teams: Vec<Uuid>) -> Vec<Uuid> {
    teams.sort_unstable();
    teams.dedup();
    teams
}

impl Aggregate for User {
    const TYPE: &'static str = "user";
    type Command = UserCommand;
    type Event = UserEvent;
    type Error = UserError;
    type Services = ();

    async fn handle(
        &mut self,
        command: UserCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), UserError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: UserEvent) {
        match event {
            UserEvent::UserCreated { name, email, role, client_id, teams, at: _ } => {
                *self = User {
                    role: Some(role),
                    name,
                    email,
                    client_id,
                    teams,
                    disabled: false,
                    second_factor: false,
                    asked_email: None,
                    email_before: None,
                };
            }
            UserEvent::UserRenamed { name, .. } => self.name = name,
            UserEvent::UserRoleChanged { role, client_id, .. } => {
                self.role = Some(role);
                self.client_id = client_id;
            }
            UserEvent::UserTeamsChanged { teams, .. } => self.teams = teams,
            UserEvent::UserDisabled { .. } => self.disabled = true,
            UserEvent::UserEnabled { .. } => self.disabled = false,
            UserEvent::UserSecondFactorEnabled { .. } => self.second_factor = true,
            UserEvent::UserSecondFactorDisabled { .. } => self.second_factor = false,
            UserEvent::UserEmailChangeAsked { email, until, .. } => {
                self.asked_email = Some(DatedEmail { email, until });
            }
            UserEvent::UserEmailChanged { email, previous, back_until, .. } => {
                self.email = email;
                self.asked_email = None;
                self.email_before = back_until.map(|until| DatedEmail { email: previous, until });
            }
            UserEvent::UserPasswordChanged { .. }
            | UserEvent::UserRecoveryCodesRenewed { .. }
            | UserEvent::UserRecoveryCodeUsed { .. } => {}
        }
    }
}
