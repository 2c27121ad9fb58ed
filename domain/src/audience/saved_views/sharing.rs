//! Who sees a view, and who may change it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::View;
use super::error::SavedViewError;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "with", rename_all = "snake_case")]
pub enum Sharing {
    /// The owner alone.
    Private,
    /// The members of one team.
    Team { team: Uuid },
    /// Everybody who sees such lists.
    Everyone,
}

impl Sharing {
    /// A team takes its own members' views; what everybody sees comes from those who shape audiences.
    pub fn check(self, actor: &Actor) -> Result<(), SavedViewError> {
        match self {
            Sharing::Private => Ok(()),
            Sharing::Team { team } if actor.team_ids.contains(&team) || mends_shared(actor) => Ok(()),
            Sharing::Team { .. } => Err(SavedViewError::NotInTeam),
            Sharing::Everyone if actor.scope(Permission::SegmentsEdit) == Scope::All => Ok(()),
            Sharing::Everyone => Err(SavedViewError::MayNotShareWithEveryone),
        }
    }
}

impl View {
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        is_seen_by(actor, self.owner, self.sharing)
    }

    pub fn is_changed_by(&self, actor: &Actor) -> bool {
        may_change(actor, self.owner, self.sharing != Sharing::Private)
    }
}

/// The owner sees it, and whoever it is shared with.
pub fn is_seen_by(actor: &Actor, owner: Uuid, sharing: Sharing) -> bool {
    owner == actor.user_id
        || match sharing {
            Sharing::Private => false,
            Sharing::Team { team } => actor.team_ids.contains(&team) || mends_shared(actor),
            Sharing::Everyone => true,
        }
}

/// The owner's; and what is shared can be mended by who manages users, when its owner is gone.
pub fn may_change(actor: &Actor, owner: Uuid, shared: bool) -> bool {
    owner == actor.user_id || (shared && mends_shared(actor))
}

/// Sees and may change what others share, whatever the team.
pub fn mends_shared(actor: &Actor) -> bool {
    actor.scope(Permission::UsersManage) == Scope::All
}
