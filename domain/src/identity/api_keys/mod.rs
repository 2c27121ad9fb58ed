//! The API key: a program speaks with it in its maker's name, and may do no more than its scopes say, nor more than the maker may
//! at that moment. The secret is no part of it: of that a hash is kept outside of the log.

pub mod error;
pub mod events;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::error::{ApiKeyError, KeyRefusal};
use self::events::ApiKeyEvent;
use super::name::tidy_name;
use super::permission::Permission;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ApiKey {
    /// `None`: never created.
    pub user_id: Option<Uuid>,
    pub name: String,
    /// How the secret begins: enough to tell keys apart, and no help to who wants in.
    pub prefix: String,
    pub scopes: Vec<Permission>,
    pub created_at: DateTime<Utc>,
    /// `None`: good until it is revoked.
    pub expires_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ApiKeyCommand {
    Create(NewApiKey),
    Revoke { at: DateTime<Utc> },
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewApiKey {
    pub user_id: Uuid,
    pub name: String,
    pub prefix: String,
    pub scopes: Vec<Permission>,
    /// What the maker may, at the time of asking.
    pub grantable: Vec<Permission>,
    pub expires_at: Option<DateTime<Utc>>,
    pub at: DateTime<Utc>,
}

impl ApiKey {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: ApiKeyCommand) -> Result<Vec<ApiKeyEvent>, ApiKeyError> {
        match (self.user_id, command) {
            (None, ApiKeyCommand::Create(new)) => create(new),
            (Some(_), ApiKeyCommand::Create(_)) => Err(ApiKeyError::Exists),
            (None, ApiKeyCommand::Revoke { .. }) => Err(ApiKeyError::Unknown),
            (Some(_), ApiKeyCommand::Revoke { at }) => Ok(match self.revoked_at {
                None => vec![ApiKeyEvent::ApiKeyRevoked { at }],
                Some(_) => Vec::new(),
            }),
        }
    }

    /// Whose it is, as long as it lets anybody in.
    pub fn check(&self, now: DateTime<Utc>) -> Result<Uuid, KeyRefusal> {
        let user_id = self.user_id.ok_or(KeyRefusal::Unknown)?;
        if self.revoked_at.is_some() {
            return Err(KeyRefusal::Revoked);
        }
        match self.expires_at.is_some_and(|at| at <= now) {
            true => Err(KeyRefusal::Expired),
            false => Ok(user_id),
        }
    }
}

fn create(new: NewApiKey) -> Result<Vec<ApiKeyEvent>, ApiKeyError> {
    let name = tidy_name(&new.name)?;
    let mut scopes = new.scopes;
    scopes.sort_unstable();
    scopes.dedup();
    if scopes.is_empty() {
        return Err(ApiKeyError::NoScopes);
    }
    if let Some(beyond) = scopes.iter().find(|scope| !new.grantable.contains(scope)) {
        return Err(ApiKeyError::BeyondMaker(*beyond));
    }
    if new.expires_at.is_some_and(|at| at <= new.at) {
        return Err(ApiKeyError::ExpiryPast);
    }
    Ok(vec![ApiKeyEvent::ApiKeyCreated {
        at: new.at,
        user_id: new.user_id,
        name,
        prefix: new.prefix,
        scopes: scopes.iter().map(|scope| scope.as_str().to_owned()).collect(),
        expires_at: new.expires_at,
    }])
}

impl Aggregate for ApiKey {
    const TYPE: &'static str = "api_key";
    type Command = ApiKeyCommand;
    type Event = ApiKeyEvent;
    type Error = ApiKeyError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ApiKeyCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ApiKeyError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ApiKeyEvent) {
        match event {
            ApiKeyEvent::ApiKeyCreated { at, user_id, name, prefix, scopes, expires_at } => {
                *self = ApiKey {
                    user_id: Some(user_id),
                    name,
                    prefix,
                    // A permission that is no more opens nothing.
                    scopes: scopes.iter().filter_map(|scope| Permission::named(scope)).collect(),
                    created_at: at,
                    expires_at,
                    revoked_at: None,
                };
            }
            ApiKeyEvent::ApiKeyRevoked { at } => self.revoked_at = Some(at),
        }
    }
}
