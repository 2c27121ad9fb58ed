//! Taking the records of one chunk back: those that the work met in it first, each with all that the work did to it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::undo::account::AccountTrace;
use pivotal_domain::audience::record::undo::contact::ContactTrace;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::audience::record::undo::{
    Around, Chosen, Conflict, Left, Reason, UndoOutcome, UndoResult, Undone,
};
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, Lane};
use pivotal_log::reader::{self, Entry};
use uuid::Uuid;

use super::around::{Activity, Ranges};
use super::rows::UndoRow;
use crate::audience::contacts::link_restored;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Guarded, guard_changes};
use crate::lookup::{Key, claim_owners};

/// A record on its way back.
pub struct Slot<A: Aggregate> {
    pub id: Uuid,
    pub before: A,
    pub sequence: i64,
    pub undone: Undone<A::Event>,
}

#[derive(Default)]
pub struct ChunkUndo {
    pub contacts: Vec<Slot<Contact>>,
    pub accounts: Vec<Slot<Account>>,
}

/// What one look at a chunk needs to know.
pub struct Looking<'a> {
    pub ctx: &'a Context,
    pub origin: Origin,
    /// Stands as the correlation at everything the work did.
    pub work: Uuid,
    pub ranges: &'a Ranges,
    pub activity: &'a mut Activity,
    pub chosen: &'a Chosen,
    pub at: DateTime<Utc>,
}

impl Looking<'_> {
    pub async fn chunk(&mut self, number: u32) -> Result<ChunkUndo, CommandError> {
        let Some((after, to)) = self.ranges.chunk(number) else { return Ok(ChunkUndo::default()) };
        let rows = sqlx::query!(
            "select distinct aggregate_type, aggregate_id from log.events where global_position > $1 and global_position <= $2
               and aggregate_type in ('contact', 'account') and metadata ->> 'correlation' = $3 order by aggregate_id",
            after, to, self.work.to_string()
        )
        .fetch_all(&self.ctx.log.pools.write)
        .await?;
        let of = |kind: &str| -> Vec<Uuid> {
            let rows = rows.iter().filter(|row| row.aggregate_type == kind);
            rows.filter_map(|row| row.aggregate_id.parse().ok()).collect()
        };
        let (contacts, accounts) = (of("contact"), of("account"));
        self.activity.add_contacts(self.ctx, self.ranges, &contacts).await?;
        let mut undo = ChunkUndo::default();
        for (id, events) in self.first_met::<Contact>(&contacts, after, of_contact).await? {
            let sequence = events.len() as i64;
            let trace = ContactTrace::of(self.origin, events);
            let undone = trace.undo(self.at, self.around(id));
            undo.contacts.push(Slot { id, before: trace.now().clone(), sequence, undone });
        }
        for (id, events) in self.first_met::<Account>(&accounts, after, of_account).await? {
            let sequence = events.len() as i64;
            let trace = AccountTrace::of(self.origin, id, events);
            let undone = trace.undo(self.at, self.around(id));
            undo.accounts.push(Slot { id, before: trace.now().clone(), sequence, undone });
        }
        keep_where_taken(self.ctx, &mut undo.contacts).await?;
        keep_where_taken(self.ctx, &mut undo.accounts).await?;
        Ok(undo)
    }

    fn around(&self, id: Uuid) -> Around {
        Around { chosen: self.chosen.includes(id), activity: self.activity.of(id) }
    }

    /// Events of the records that no earlier chunk of the work touched: those were taken back with it.
    async fn first_met<A>(
        &self,
        ids: &[Uuid],
        after: i64,
        source: fn(&A::Event) -> &Source,
    ) -> Result<Vec<(Uuid, Vec<A::Event>)>, CommandError>
    where
        A: Aggregate,
        A::Event: LoggedEvent,
    {
        let mut connection = self.ctx.log.pools.write.acquire().await?;
        let entries = reader::read_records(&mut connection, A::TYPE, ids, i64::MAX).await?;
        drop(connection);
        let keys = reader::keys_for(&self.ctx.log.keys, &entries).await?;
        let mut records: HashMap<Uuid, Vec<A::Event>> = HashMap::new();
        let mut earlier = Vec::new();
        for entry in &entries {
            let event: A::Event = entry.event(&keys, self.ctx.log.upcasters())?;
            if self.origin.did(source(&event)) && is_before(entry, after) {
                earlier.push(entry.about_id);
            }
            records.entry(entry.about_id).or_default().push(event);
        }
        earlier.iter().for_each(|id| {
            records.remove(id);
        });
        let mut records: Vec<_> = records.into_iter().collect();
        records.sort_unstable_by_key(|(id, _)| *id);
        Ok(records)
    }
}

fn is_before(entry: &Entry, after: i64) -> bool {
    entry.position <= after
}

fn of_contact(event: &ContactEvent) -> &Source {
    match event {
        ContactEvent::ContactCreated { source, .. }
        | ContactEvent::ContactFieldsChanged { source, .. }
        | ContactEvent::ContactAccountLinked { source, .. }
        | ContactEvent::ContactAccountUnlinked { source, .. }
        | ContactEvent::ContactArchived { source, .. }
        | ContactEvent::ContactRestored { source, .. }
        | ContactEvent::ContactErased { source, .. } => source,
    }
}

fn of_account(event: &AccountEvent) -> &Source {
    match event {
        AccountEvent::AccountCreated { source, .. }
        | AccountEvent::AccountFieldsChanged { source, .. }
        | AccountEvent::AccountArchived { source, .. }
        | AccountEvent::AccountRestored { source, .. } => source,
    }
}

/// A unique value that went back to somebody else in the meantime stays with them, and the record as it is.
async fn keep_where_taken<A>(ctx: &Context, slots: &mut [Slot<A>]) -> Result<(), CommandError>
where
    A: Aggregate + Guarded + Clone,
    A::Event: Clone,
{
    let wanted: Vec<(usize, Key)> = slots
        .iter()
        .enumerate()
        .flat_map(|(at, slot)| {
            let held = slot.before.claims();
            let claims = slot.after().claims().into_iter();
            claims.filter(|key| !held.contains(key)).map(move |key| (at, key)).collect::<Vec<_>>()
        })
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let keys: Vec<Key> = wanted.iter().map(|(_, key)| key.clone()).collect();
    let owners = claim_owners(ctx, Lane::Bulk, &keys).await?;
    for (at, key) in wanted {
        let slot = &mut slots[at];
        if owners.get(&key).is_some_and(|owner| *owner != slot.id) {
            slot.undone.outcome = UndoOutcome::Kept;
            slot.undone.events.clear();
            slot.undone.changes.clear();
            slot.undone.conflicts = vec![Conflict::of(Reason::ValueTaken)];
        }
    }
    Ok(())
}

impl<A> Slot<A>
where
    A: Aggregate + Clone,
    A::Event: Clone,
{
    fn after(&self) -> A {
        let mut after = self.before.clone();
        self.undone.events.iter().for_each(|event| after.apply(event.clone()));
        after
    }
}

impl ChunkUndo {
    pub fn result(&self) -> UndoResult {
        let mut result = UndoResult::default();
        self.contacts.iter().for_each(|slot| result.contacts.count(slot.undone.outcome));
        self.accounts.iter().for_each(|slot| result.accounts.count(slot.undone.outcome));
        result
    }

    pub fn left(&self) -> Vec<Left> {
        let contacts = self.contacts.iter().filter_map(|slot| slot.left(Entity::Contact));
        contacts.chain(self.accounts.iter().filter_map(|slot| slot.left(Entity::Account))).collect()
    }

    pub fn rows(&self) -> Vec<UndoRow> {
        let contact = |slot: &Slot<Contact>| {
            let record = &slot.before.record;
            let name = ["full_name", "email", "linkedin_url"].iter().find_map(|key| record.text(key));
            slot.row(Entity::Contact, name)
        };
        let account = |slot: &Slot<Account>| {
            let record = &slot.before.record;
            slot.row(Entity::Account, record.text("name").or_else(|| record.text("domain")))
        };
        self.contacts.iter().map(contact).chain(self.accounts.iter().map(account)).collect()
    }

    pub async fn write(
        self,
        ctx: &Context,
        metadata: &Metadata,
        append: &mut Append,
    ) -> Result<(), CommandError> {
        let restored: Vec<Contact> =
            self.contacts.iter().filter(|slot| !slot.before.record.is_active()).map(Slot::after).collect();
        append.jobs.extend(link_restored(ctx, &restored).await?);
        for slot in self.contacts {
            slot.write(ctx, metadata, append)?;
        }
        for slot in self.accounts {
            slot.write(ctx, metadata, append)?;
        }
        Ok(())
    }
}

impl<A> Slot<A>
where
    A: Aggregate + Guarded + Clone,
    A::Event: LoggedEvent + Clone,
{
    fn left(&self, entity: Entity) -> Option<Left> {
        let Undone { outcome, conflicts, .. } = &self.undone;
        (!conflicts.is_empty()).then(|| Left {
            id: self.id,
            entity,
            outcome: *outcome,
            conflicts: conflicts.clone(),
        })
    }

    fn row(&self, entity: Entity, name: Option<&str>) -> UndoRow {
        UndoRow {
            entity,
            record: self.id,
            name: name.map(str::to_owned),
            outcome: self.undone.outcome,
            changes: self.undone.changes.clone(),
            conflicts: self.undone.conflicts.clone(),
        }
    }

    fn write(self, ctx: &Context, metadata: &Metadata, append: &mut Append) -> Result<(), CommandError> {
        if self.undone.events.is_empty() {
            return Ok(());
        }
        let after = self.after();
        append.guards.extend(guard_changes(&ctx.log.blind, self.id, &self.before, &after));
        append.events::<A>(self.id, self.sequence, self.undone.events, metadata)?;
        Ok(())
    }
}
