//! Use cases on a person's consent. It goes with the contact: who may not see the contact hears nothing of it.

pub mod attach;
pub mod forget;
pub mod proof;
pub mod record;
pub mod take_back;
#[cfg(test)]
mod tests;
pub mod withdraw;

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::error::ContactError;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::Consent;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::error::ConsentError;
use uuid::Uuid;

use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

/// There is one of each contact, under an id that follows from the contact's: nothing to claim.
impl Guarded for Consent {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<ConsentError> for CommandError {
    fn from(error: ConsentError) -> Self {
        match (error, error.field()) {
            (ConsentError::Unknown, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// The contact whose consent it is, for who may do this to it. An archived one too: who is out of use can still say no.
async fn person(
    ctx: &Context,
    actor: &Actor,
    contact: Uuid,
    permission: Permission,
) -> Result<Contact, CommandError> {
    let reach = authorise_on(actor, Entity::Contact, permission)?.over::<Contact>(ctx, contact).await?;
    let loaded = ctx.log.load::<Contact>(contact).await?.state;
    reach.check(&loaded.record)?;
    match loaded.record.standing {
        Standing::Absent => Err(ContactError::NotFound.into()),
        // There is no key any more to seal anything with.
        Standing::Erased => Err(ContactError::Erased.into()),
        Standing::Active | Standing::Archived => Ok(loaded),
    }
}

/// Each channel once, with the id of what is said of it.
pub(crate) fn statements(channels: &[Channel]) -> Result<Vec<(Channel, Uuid)>, ConsentError> {
    let named = Channel::ALL.into_iter().filter(|channel| channels.contains(channel));
    let statements: Vec<(Channel, Uuid)> = named.map(|channel| (channel, Uuid::now_v7())).collect();
    if statements.is_empty() { Err(ConsentError::NoChannel) } else { Ok(statements) }
}
