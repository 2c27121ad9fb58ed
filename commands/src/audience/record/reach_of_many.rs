//! How far an actor reaches into many records: as for one of them, and each owner is looked up once.

use std::collections::HashMap;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::{Belonging, KnownOwner, permission_to_view, reaches};
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;

use super::reach::known_owner;
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreached {
    /// To this actor it is not there.
    Unseen,
    Unchangeable,
}

/// The permissions of one act on many records, each with its scope.
#[derive(Debug)]
pub struct ReachOfMany {
    actor: Actor,
    view: Scope,
    granted: Vec<Scope>,
    owners: HashMap<String, Option<KnownOwner>>,
}

impl ReachOfMany {
    pub fn new(actor: &Actor, entity: Entity, permissions: &[Permission]) -> Self {
        ReachOfMany {
            actor: actor.clone(),
            view: actor.scope(permission_to_view(entity)),
            granted: permissions.iter().map(|permission| actor.scope(*permission)).collect(),
            owners: HashMap::new(),
        }
    }

    /// Looks up whoever owns these and was not met before.
    pub async fn meet(
        &mut self,
        ctx: &Context,
        records: impl Iterator<Item = &RecordState>,
    ) -> Result<(), CommandError> {
        if self.granted.iter().chain([&self.view]).all(|scope| *scope == Scope::All) {
            return Ok(());
        }
        for owner in records.filter_map(|record| record.text("owner")) {
            if !self.owners.contains_key(owner) {
                self.owners.insert(owner.to_owned(), known_owner(ctx, Some(owner)).await?);
            }
        }
        Ok(())
    }

    pub fn check(&self, record: &RecordState) -> Result<(), Unreached> {
        let owner = record.text("owner").and_then(|owner| self.owners.get(owner)).and_then(Option::as_ref);
        let within = |scope: Scope| reaches(scope, &self.actor, Belonging::of(record), owner);
        if !within(self.view) {
            return Err(Unreached::Unseen);
        }
        match self.granted.iter().all(|scope| within(*scope)) {
            true => Ok(()),
            false => Err(Unreached::Unchangeable),
        }
    }
}
