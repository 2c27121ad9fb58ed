//! One group: loaded together, decided on the states it was loaded with, added to an append that all of it is in or none.

use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::merge::error::MergeError;
use pivotal_domain::audience::merge::{Group, Merged, Part, Stamp, accounts, contacts};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::Append;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::around::around;
use crate::audience::accounts::ancestors;
use crate::audience::custom_fields::definitions;
use crate::audience::record::reach::OfRecord;
use crate::audience::record::reach_of_many::{ReachOfMany, Unreached};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Guarded, after, custom_changes, guard_changes};
use crate::ports::record_lists::RecordLists;

pub struct Merging<'a> {
    pub ctx: &'a Context,
    pub lists: &'a dyn RecordLists,
    pub entity: Entity,
    pub stamp: Stamp,
    pub reach: &'a mut ReachOfMany,
    pub metadata: &'a Metadata,
    /// Of what points at accounts that go, so many move with them.
    pub linked_most: usize,
}

/// What of a merge its own append leaves to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    Nothing,
    /// More points at the accounts that go than could move with them.
    Linked,
}

impl Merging<'_> {
    /// Adds nothing when the group is refused.
    pub async fn add(
        &mut self,
        group: &Group,
        append: &mut Append,
    ) -> Result<Result<Rest, MergeError>, CommandError> {
        if let Err(error) = group.check() {
            return Ok(Err(error));
        }
        match self.entity {
            Entity::Contact => self.contacts(group, append).await,
            Entity::Account => self.accounts(group, append).await,
        }
    }

    async fn contacts(
        &mut self,
        group: &Group,
        append: &mut Append,
    ) -> Result<Result<Rest, MergeError>, CommandError> {
        let members = match self.members::<Contact>(group).await? {
            Ok(members) => members,
            Err(error) => return Ok(Err(error)),
        };
        match contacts::merge(group, &parts(&members), &self.stamp) {
            Ok(merged) => self.write_all(members, merged, append).await.map(|()| Ok(Rest::Nothing)),
            Err(error) => Ok(Err(error)),
        }
    }

    async fn accounts(
        &mut self,
        group: &Group,
        append: &mut Append,
    ) -> Result<Result<Rest, MergeError>, CommandError> {
        let members = match self.members::<Account>(group).await? {
            Ok(members) => members,
            Err(error) => return Ok(Err(error)),
        };
        let around = around(self.ctx, self.lists, &group.absorbed, self.linked_most).await?;
        let above = match accounts::parent(group, &parts(&members)) {
            Some(parent) => self.above(parent).await?,
            None => Vec::new(),
        };
        let children: Vec<Uuid> =
            around.children.into_iter().filter(|id| !group.members().any(|member| member == *id)).collect();
        let decided = accounts::merge(group, &parts(&members), (&above, &children), &self.stamp);
        let merged = match decided {
            Ok(merged) => merged,
            Err(error) => return Ok(Err(error)),
        };
        self.write_all(members, merged, append).await?;
        self.relink(group, (Entity::Account, &children), append).await?;
        self.relink(group, (Entity::Contact, &around.contacts), append).await?;
        Ok(Ok(if around.more { Rest::Linked } else { Rest::Nothing }))
    }

    /// Leads what points at accounts that go, or went, to the one that stays. What does not any more is left as it is.
    pub async fn relink(
        &self,
        group: &Group,
        (entity, ids): (Entity, &[Uuid]),
        append: &mut Append,
    ) -> Result<(), CommandError> {
        match entity {
            Entity::Account => {
                for (id, loaded) in ids.iter().zip(self.ctx.log.load_many::<Account>(ids).await?) {
                    let events = accounts::move_child(group, *id, &loaded.state, &self.stamp);
                    self.write(*id, loaded, events, append)?;
                }
            }
            Entity::Contact => {
                for (id, loaded) in ids.iter().zip(self.ctx.log.load_many::<Contact>(ids).await?) {
                    let events = accounts::move_contact(group, &loaded.state, &self.stamp);
                    self.write(*id, loaded, events, append)?;
                }
            }
        }
        Ok(())
    }

    /// The account and all above it.
    async fn above(&self, parent: Uuid) -> Result<Vec<Uuid>, CommandError> {
        let value = Candidate::given(FieldValue::Text(parent.to_string()), WriteRule::Overwrite);
        match ancestors(self.ctx, &[("parent".to_owned(), value)].into()).await {
            // It is there already, whatever became of it: only a circle would matter.
            Err(CommandError::Rejected(_)) => Ok(vec![parent]),
            above => above,
        }
    }

    async fn members<A>(
        &mut self,
        group: &Group,
    ) -> Result<Result<Vec<(Uuid, Loaded<A>)>, MergeError>, CommandError>
    where
        A: OfRecord,
        A::Event: LoggedEvent,
    {
        let ids: Vec<Uuid> = group.members().collect();
        let loaded = self.ctx.log.load_many::<A>(&ids).await?;
        self.reach.meet(self.ctx, loaded.iter().map(|loaded| loaded.state.record())).await?;
        for loaded in &loaded {
            let record = loaded.state.record();
            if record.standing == Standing::Absent {
                return Ok(Err(MergeError::NotFound));
            }
            match self.reach.check(record) {
                Ok(()) => {}
                Err(Unreached::Unseen) => return Ok(Err(MergeError::NotFound)),
                Err(Unreached::Unchangeable) => return Ok(Err(MergeError::OutOfReach)),
            }
        }
        Ok(Ok(ids.into_iter().zip(loaded).collect()))
    }

    async fn write_all<A>(
        &self,
        members: Vec<(Uuid, Loaded<A>)>,
        merged: Merged<A::Event>,
        append: &mut Append,
    ) -> Result<(), CommandError>
    where
        A: Aggregate + Guarded + Clone,
        A::Event: LoggedEvent,
    {
        let Merged { survivor, absorbed } = merged;
        let events = std::iter::once(survivor).chain(absorbed.into_iter().map(|(_, events)| events));
        let definitions = definitions(self.ctx, self.entity).await?;
        for ((id, loaded), events) in members.into_iter().zip(events) {
            let after = after(&loaded.state, &events);
            append.guards.extend(custom_changes(
                &self.ctx.log.blind,
                id,
                &loaded.state,
                &after,
                &definitions,
            ));
            self.write(id, loaded, events, append)?;
        }
        Ok(())
    }

    fn write<A>(
        &self,
        id: Uuid,
        before: Loaded<A>,
        events: Vec<A::Event>,
        append: &mut Append,
    ) -> Result<(), CommandError>
    where
        A: Aggregate + Guarded + Clone,
        A::Event: LoggedEvent,
    {
        if events.is_empty() {
            return Ok(());
        }
        let after = after(&before.state, &events);
        append.guards.extend(guard_changes(&self.ctx.log.blind, id, &before.state, &after));
        append.events::<A>(id, before.sequence, events, self.metadata)?;
        Ok(())
    }
}

fn parts<A: Aggregate>(members: &[(Uuid, Loaded<A>)]) -> Vec<Part<'_, A>> {
    let part =
        members.iter().map(|(id, loaded)| Part { id: *id, version: loaded.sequence, state: &loaded.state });
    part.collect()
}
