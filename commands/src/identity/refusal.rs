//! The aggregates' refusals as the one error of all use cases.

use pivotal_domain::identity::api_keys::error::ApiKeyError;
use pivotal_domain::identity::clients::error::ClientError;
use pivotal_domain::identity::invitations::error::InvitationError;
use pivotal_domain::identity::teams::error::TeamError;
use pivotal_domain::identity::users::error::UserError;

use crate::error::{CommandError, Rejection};

fn rejected(code: &str, field: Option<&str>, message: String) -> CommandError {
    CommandError::rejected(Rejection {
        code: code.to_owned(),
        field: field.map(ToOwned::to_owned),
        message,
        record: None,
    })
}

impl From<UserError> for CommandError {
    fn from(error: UserError) -> Self {
        match error {
            UserError::Unknown => CommandError::NotFound(error.to_string()),
            _ => rejected(error.code(), error.field(), error.to_string()),
        }
    }
}

impl From<ApiKeyError> for CommandError {
    fn from(error: ApiKeyError) -> Self {
        match error {
            ApiKeyError::Unknown => CommandError::NotFound(error.to_string()),
            _ => rejected(error.code(), error.field(), error.to_string()),
        }
    }
}

impl From<ClientError> for CommandError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Unknown => CommandError::NotFound(error.to_string()),
            _ => rejected(error.code(), error.field(), error.to_string()),
        }
    }
}

impl From<InvitationError> for CommandError {
    fn from(error: InvitationError) -> Self {
        match error {
            InvitationError::Unknown => CommandError::NotFound(error.to_string()),
            InvitationError::User(error) => error.into(),
            _ => rejected(error.code(), error.field(), error.to_string()),
        }
    }
}

impl From<TeamError> for CommandError {
    fn from(error: TeamError) -> Self {
        match error {
            TeamError::Unknown => CommandError::NotFound(error.to_string()),
            _ => rejected(error.code(), error.field(), error.to_string()),
        }
    }
}
