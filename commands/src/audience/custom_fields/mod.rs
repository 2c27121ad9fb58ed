//! Use cases on custom fields. Whoever imports may define one; changing and archiving them is a setting.

pub mod archive;
pub mod change;
pub mod define;
pub mod held;
#[cfg(test)]
mod tests;

use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::custom_fields::error::CustomFieldError;
use pivotal_domain::audience::custom_fields::{CustomFields, id_of};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;

use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for CustomFields {
    /// None: all names of an entity stand in one aggregate.
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<CustomFieldError> for CommandError {
    fn from(error: CustomFieldError) -> Self {
        match error {
            CustomFieldError::Unknown => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection {
                code: error.code().to_owned(),
                field: error.field().map(ToOwned::to_owned),
                message: error.to_string(),
                record: None,
            }),
        }
    }
}

/// The definitions as the log has them now.
pub async fn definitions(ctx: &Context, entity: Entity) -> Result<Definitions, CommandError> {
    Ok(ctx.log.load::<CustomFields>(id_of(entity)).await?.state.definitions())
}

/// All that a filter can name, as the log has it now.
pub async fn vocabulary(ctx: &Context) -> Result<Vocabulary, CommandError> {
    let (contacts, accounts) =
        tokio::try_join!(definitions(ctx, Entity::Contact), definitions(ctx, Entity::Account))?;
    Ok(Vocabulary { contacts, accounts })
}
