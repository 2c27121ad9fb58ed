//! How far a viewer sees, as two parameters that every statement of this folder binds.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

/// Statements say `($all or <client column> = $client)`: with neither, that is true of no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reach {
    pub all: bool,
    pub client: Option<Uuid>,
}

impl Reach {
    pub(crate) fn of(actor: &Actor, permission: Permission) -> Self {
        match actor.scope(permission) {
            Scope::All => Reach { all: true, client: None },
            Scope::Client => Reach { all: false, client: actor.client_id },
            // The policy table gives nobody these for users and clients; should it ever, nothing is shown until somebody says what they mean.
            Scope::Team | Scope::Own | Scope::None => Reach { all: false, client: None },
        }
    }
}
