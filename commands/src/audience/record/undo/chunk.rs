//! Taking the records of one chunk back: those that the work met in it first, each with all that the work did to it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::moment::RecordEvent;
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
use super::consents::{self, ConsentSlot, name_of};
use super::lists::{self, ListSlot};
use super::rows::UndoRow;
use super::suggestions::{self, SuggestionSlot};
use crate::audience::contacts::link_restored;
use crate::audience::custom_fields::definitions;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Guarded, after, custom_changes, custom_claims, guard_changes};
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
    pub consents: Vec<ConsentSlot>,
    pub lists: Vec<ListSlot>,
    pub suggestions: Vec<SuggestionSlot>,
    /// The custom fields by which they were decided.
    of_contacts: Definitions,
    of_accounts: Definitions,
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
               and aggregate_type in ('contact', 'account', 'consent') and metadata ->> 'correlation' = $3 order by aggregate_id",
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
        for (id, events) in self.first_met::<Contact>(&contacts, after, ContactEvent::source).await? {
            let sequence = events.len() as i64;
            let trace = ContactTrace::of(self.origin, events);
            let undone = trace.undo(self.at, self.around(id));
            undo.contacts.push(Slot { id, before: trace.now().clone(), sequence, undone });
        }
        for (id, events) in self.first_met::<Account>(&accounts, after, AccountEvent::source).await? {
            let sequence = events.len() as i64;
            let trace = AccountTrace::of(self.origin, id, events);
            let undone = trace.undo(self.at, self.around(id));
            undo.accounts.push(Slot { id, before: trace.now().clone(), sequence, undone });
        }
        undo.consents = consents::slots(self, &of("consent")).await?;
        undo.lists = lists::slots(self, after, to).await?;
        undo.suggestions = suggestions::slots(self, after, to).await?;
        undo.of_contacts = definitions(self.ctx, Entity::Contact).await?;
        undo.of_accounts = definitions(self.ctx, Entity::Account).await?;
        keep_where_taken(self.ctx, &mut undo.contacts, &undo.of_contacts).await?;
        keep_where_taken(self.ctx, &mut undo.accounts, &undo.of_accounts).await?;
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

/// By the fields that are always unique, and by custom ones that are.
fn claims_of<A: Guarded>(one: &A, definitions: &Definitions) -> Vec<Key> {
    one.claims().into_iter().chain(custom_claims(one, definitions)).collect()
}

/// A unique value that went back to somebody else in the meantime stays with them, and the record as it is.
async fn keep_where_taken<A>(
    ctx: &Context,
    slots: &mut [Slot<A>],
    definitions: &Definitions,
) -> Result<(), CommandError>
where
    A: Aggregate + Guarded + Clone,
    A::Event: Clone,
{
    let wanted: Vec<(usize, Key)> = slots
        .iter()
        .enumerate()
        .flat_map(|(at, slot)| {
            let held = claims_of(&slot.before, definitions);
            let claims = claims_of(&slot.after(), definitions).into_iter();
            claims.filter(|key| !held.contains(key)).map(move |key| (at, key)).collect::<Vec<_>>()
        })
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let keys: Vec<Key> = wanted.iter().map(|(_, key)| key.clone()).collect();
    let owners = claim_owners(ctx, Lane::Bulk, &keys).await?;
    for (at, key) in wanted {
        let owner = owners.get(&key).copied();
        // A record that was merged takes its values back from the one that has them, in the same append.
        let lets_go = |slot: &Slot<A>| {
            Some(slot.id) == owner
                && claims_of(&slot.before, definitions).contains(&key)
                && !claims_of(&slot.after(), definitions).contains(&key)
        };
        if slots.iter().any(lets_go) {
            continue;
        }
        let slot = &mut slots[at];
        if owner.is_some_and(|owner| owner != slot.id) {
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
        after(&self.before, &self.undone.events)
    }
}

impl ChunkUndo {
    pub fn result(&self) -> UndoResult {
        let mut result = UndoResult::default();
        self.contacts.iter().for_each(|slot| result.contacts.count(slot.undone.outcome));
        self.consents.iter().for_each(|slot| result.contacts.count(slot.undone.outcome));
        self.accounts.iter().for_each(|slot| result.accounts.count(slot.undone.outcome));
        self.suggestions.iter().for_each(|slot| result.accounts.count(slot.undone.outcome));
        for row in self.lists.iter().flat_map(ListSlot::rows) {
            match row.entity {
                Entity::Contact => result.contacts.count(row.outcome),
                Entity::Account => result.accounts.count(row.outcome),
            }
        }
        result
    }

    /// Whether a record stays as it is because somebody else has a value it would take back.
    pub fn kept_for_others(&self) -> bool {
        let contacts = self.contacts.iter().map(|slot| &slot.undone.conflicts);
        let accounts = self.accounts.iter().map(|slot| &slot.undone.conflicts);
        let taken = |conflict: &Conflict| conflict.reason == Reason::ValueTaken;
        contacts.chain(accounts).flatten().any(taken)
    }

    pub fn left(&self) -> Vec<Left> {
        let contacts = self.contacts.iter().filter_map(|slot| slot.left(Entity::Contact));
        let consents = self.consents.iter().filter_map(ConsentSlot::left);
        let accounts = self.accounts.iter().filter_map(|slot| slot.left(Entity::Account));
        let suggestions = self.suggestions.iter().filter_map(SuggestionSlot::left);
        contacts.chain(consents).chain(accounts).chain(suggestions).collect()
    }

    pub fn rows(&self) -> Vec<UndoRow> {
        let contact = |slot: &Slot<Contact>| slot.row(Entity::Contact, name_of(&slot.before));
        let account = |slot: &Slot<Account>| {
            let record = &slot.before.record;
            slot.row(Entity::Account, record.text("name").or_else(|| record.text("domain")))
        };
        let contacts = self.contacts.iter().map(contact).chain(self.consents.iter().map(ConsentSlot::row));
        let members = self.lists.iter().flat_map(ListSlot::rows);
        let accounts = self.accounts.iter().map(account);
        let accounts = accounts.chain(self.suggestions.iter().map(SuggestionSlot::row));
        contacts.chain(accounts).chain(members).collect()
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
            slot.write(ctx, &self.of_contacts, metadata, append)?;
        }
        for slot in self.consents {
            slot.write(metadata, append)?;
        }
        for slot in self.accounts {
            slot.write(ctx, &self.of_accounts, metadata, append)?;
        }
        for slot in self.lists {
            slot.write(metadata, append)?;
        }
        for slot in self.suggestions {
            slot.write(metadata, append)?;
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

    fn write(
        self,
        ctx: &Context,
        definitions: &Definitions,
        metadata: &Metadata,
        append: &mut Append,
    ) -> Result<(), CommandError> {
        if self.undone.events.is_empty() {
            return Ok(());
        }
        let after = self.after();
        let blind = &ctx.log.blind;
        append.guards.extend(guard_changes(blind, self.id, &self.before, &after));
        append.guards.extend(custom_changes(blind, self.id, &self.before, &after, definitions));
        append.events::<A>(self.id, self.sequence, self.undone.events, metadata)?;
        Ok(())
    }
}
