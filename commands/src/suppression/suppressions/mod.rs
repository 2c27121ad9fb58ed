//! Use cases on suppressions.

pub mod add;
pub mod forget;
pub mod import;
pub mod release;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::error::SuppressionError;
use pivotal_domain::suppression::suppressions::key::SuppressedKey;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::blind_index::BlindIndex;
use uuid::{Builder, Uuid};

use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

/// What it guards stands in a table of its own, which the log writes.
impl Guarded for Suppression {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<SuppressionError> for CommandError {
    fn from(error: SuppressionError) -> Self {
        match (error, error.field()) {
            (SuppressionError::Unknown, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// The one suppression of a key within a reach. A keyed hash as well: the id of an address must not give the address away.
pub fn id_of(blind: &BlindIndex, key: &SuppressedKey, reach: Reach) -> Uuid {
    let hash = blind.key("suppression.id", &format!("{reach}|{}|{}", key.kind().as_str(), key.value()));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// In which work alone something must not be contacted, as somebody names it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Within {
    pub client: Option<Uuid>,
    pub campaign: Option<Uuid>,
    pub brand: Option<Uuid>,
}

/// How far a suppression goes when somebody names this, or nothing: a client's users mean their own list.
pub fn reach_of(actor: &Actor, within: Within) -> Result<Reach, CommandError> {
    let Within { client, campaign, brand } = within;
    match (client, campaign, brand) {
        (None, None, None) => Ok(match actor.scope(Permission::SuppressionsAdd) {
            Scope::Client => actor.client_id.map_or(Reach::Global, Reach::Client),
            Scope::All | Scope::Team | Scope::Own | Scope::None => Reach::Global,
        }),
        (Some(client), None, None) => Ok(Reach::Client(client)),
        (None, Some(campaign), None) => Ok(Reach::Campaign(campaign)),
        (None, None, Some(brand)) => Ok(Reach::Brand(brand)),
        _ => Err(CommandError::rejected(Rejection::of_field(
            "reach",
            "SUPPRESSION_REACH_AMBIGUOUS",
            "A suppression goes as far as one client, one campaign or one brand, or everywhere. Name only one of them.",
        ))),
    }
}

/// Whether a scope covers a reach: a client's users keep their own list and touch no other.
fn covers(actor: &Actor, scope: Scope, reach: Reach) -> bool {
    match scope {
        Scope::All => true,
        Scope::Client => actor.client_id.is_some() && reach.client() == actor.client_id,
        Scope::Team | Scope::Own | Scope::None => false,
    }
}

/// Whether this actor may be told of suppressions with this reach.
pub fn visible(actor: &Actor, reach: Reach) -> bool {
    covers(actor, actor.scope(Permission::SuppressionsView), reach)
}

/// Said alike of what is not there and of what is not theirs.
fn not_found() -> CommandError {
    SuppressionError::Unknown.into()
}

fn forbidden(actor: &Actor, permission: Permission) -> CommandError {
    CommandError::Forbidden(actor.refusal(permission).to_string())
}
