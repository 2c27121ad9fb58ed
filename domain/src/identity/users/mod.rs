//! The user: who signs in, as what, for which client, in which teams. Credentials live outside of the log.

pub mod email;
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
use self::events::{PasswordChange, UserEvent};
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
}

/// What somebody wants of a user. Looked-up facts (does the client exist, who else is an admin) come with it.
#[derive(Debug, Clone, PartialEq)]
pub enum UserCommand {
    Create(NewUser),
    Update(UserUpdate),
    Disable { reason: Option<String>, other_active_admins: u64, at: DateTime<Utc> },
    Enable { at: DateTime<Utc> },
    ChangePassword { how: PasswordChange, at: DateTime<Utc> },
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
        if let Some(teams) = update.teams {
            let teams = sorted(teams);
            if teams != self.teams {
                events.push(UserEvent::UserTeamsChanged { at, teams, previous: self.teams.clone() });
            }
        }
        Ok(events)
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
    Ok(vec![UserEvent::UserCreated {
        at: new.at,
        name: tidy_name(&new.name)?,
        email: new.email.as_str().to_owned(),
        role: new.role,
        client_id: new.client_id,
        teams: sorted(new.teams),
    }])
}

fn check_client(role: Role, client_id: Option<Uuid>) -> Result<(), UserError> {
    match (role.is_client(), client_id) {
        (true, None) => Err(UserError::ClientMissing),
        (false, Some(_)) => Err(UserError::ClientNotAllowed),
        _ => Ok(()),
    }
}

/// Teams are a set; one order makes equal sets equal.
fn sorted(mut teams: Vec<Uuid>) -> Vec<Uuid> {
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
                *self = User { role: Some(role), name, email, client_id, teams, disabled: false };
            }
            UserEvent::UserRenamed { name, .. } => self.name = name,
            UserEvent::UserRoleChanged { role, client_id, .. } => {
                self.role = Some(role);
                self.client_id = client_id;
            }
            UserEvent::UserTeamsChanged { teams, .. } => self.teams = teams,
            UserEvent::UserDisabled { .. } => self.disabled = true,
            UserEvent::UserEnabled { .. } => self.disabled = false,
            UserEvent::UserPasswordChanged { .. } => {}
        }
    }
}
