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

/// For whom a list is kept when somebody names this client, or nobody: a client's users mean their own.
pub fn reach_of(actor: &Actor, client: Option<Uuid>) -> Reach {
    match (client, actor.scope(Permission::SuppressionsAdd)) {
        (Some(client), _) => Reach::Client(client),
        (None, Scope::Client) => actor.client_id.map_or(Reach::Global, Reach::Client),
        (None, _) => Reach::Global,
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
