//! A chunk of records: loaded together, decided one by one, gathered into one append.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::deed::{Deed, Stamp};
use pivotal_domain::audience::bulk::facts::{ChunkRan, RecordRan};
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome, Refusal};
use pivotal_domain::audience::bulk::weighed::{Writable, events_of};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::command::EnrichmentCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Group, Stamp as MergeStamp};
use pivotal_domain::audience::provenance::TrailEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::audience::survivorship::weigh::weigh;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, Lane};
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::deeds::Deeds;
use crate::audience::accounts::ancestors;
use crate::audience::contacts::link_restored;
use crate::audience::merge::group::{Merging, Rest};
use crate::audience::record::input::Countries;
use crate::audience::record::reach::OfRecord;
use crate::audience::record::reach_of_many::{ReachOfMany, Unreached};
use crate::audience::record::trails::{Trailed, read_trails};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Guarded, after, custom_changes, guard_changes};
use crate::ports::record_lists::RecordLists;

/// What deciding a chunk needs.
pub struct Deciding<'a> {
    pub ctx: &'a Context,
    pub bulk_id: Uuid,
    pub entity: Entity,
    pub at: DateTime<Utc>,
    pub deeds: &'a mut Deeds,
    pub reach: &'a mut ReachOfMany,
    pub metadata: &'a Metadata,
    /// What is merged into which, by those that stay.
    pub groups: &'a HashMap<Uuid, Group>,
    pub lists: &'a dyn RecordLists,
    /// Of what points at accounts that are merged away, so many move with them.
    pub linked_most: usize,
}

impl Deciding<'_> {
    /// The append of the chunk without its fact, what became of its records, and what that leaves to be done.
    pub async fn chunk(
        &mut self,
        number: u32,
        ids: &[Uuid],
    ) -> Result<(Append, ChunkRan, Rest), CommandError> {
        let mut ran = ChunkRan {
            bulk_id: self.bulk_id,
            chunk: number,
            counts: BulkCounts::default(),
            records: Vec::new(),
        };
        let (mut append, mut rest) = (Append::new(Lane::Bulk), Rest::Nothing);
        match (self.entity, self.deeds.rules().cloned()) {
            _ if !self.groups.is_empty() => rest = self.merges(ids, &mut append, &mut ran).await?,
            _ if self.deeds.list().is_some() => self.members(ids, &mut append, &mut ran).await?,
            (Entity::Contact, None) => match self.deeds.consent().cloned() {
                Some(consent) => self.consents(ids, &consent, &mut append, &mut ran).await?,
                None => self.contacts(ids, &mut append, &mut ran).await?,
            },
            (Entity::Account, None) => self.accounts(ids, &mut append, &mut ran).await?,
            (Entity::Contact, Some(rules)) => {
                self.weighed::<Contact>(ids, &rules, &mut append, &mut ran).await?;
            }
            (Entity::Account, Some(rules)) => {
                self.weighed::<Account>(ids, &rules, &mut append, &mut ran).await?;
            }
        }
        Ok((append, ran, rest))
    }

    async fn contacts(
        &mut self,
        ids: &[Uuid],
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        let loaded = self.known::<Contact>(ids).await?;
        let (stamp, mut restored) = (self.stamp(), Vec::new());
        let homes = self.homes(&loaded).await?;
        for (id, loaded) in ids.iter().zip(loaded) {
            let account = loaded.state.account.and_then(|link| homes.get(&link.account_id));
            let account = account.map(String::as_str);
            let decided = self.allowed(&loaded, "country", account).and_then(|deed| {
                deed.on_contact(&loaded.state, &stamp).map(|events| (events, *deed == Deed::Restore))
            });
            match decided {
                Ok((events, restores)) => {
                    if let Some(after) = self.write(*id, loaded, events, append, ran)?
                        && restores
                    {
                        restored.push(after);
                    }
                }
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        append.jobs.extend(link_restored(self.ctx, &restored).await?);
        Ok(())
    }

    /// Countries of the accounts of contacts that have none, where they decide how a phone is read.
    async fn homes(&self, contacts: &[Loaded<Contact>]) -> Result<HashMap<Uuid, String>, CommandError> {
        if !self.deeds.asks_the_account() {
            return Ok(HashMap::new());
        }
        let lacking = contacts.iter().filter(|contact| contact.state.record.text("country").is_none());
        let accounts: HashSet<Uuid> =
            lacking.filter_map(|contact| contact.state.account.map(|link| link.account_id)).collect();
        let accounts: Vec<Uuid> = accounts.into_iter().collect();
        let loaded = self.ctx.log.load_many::<Account>(&accounts).await?;
        let home = |account: &Loaded<Account>| account.state.record.text("hq_country").map(str::to_owned);
        Ok(accounts.iter().zip(&loaded).filter_map(|(id, account)| Some((*id, home(account)?))).collect())
    }

    async fn accounts(
        &mut self,
        ids: &[Uuid],
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        if let Ok(Deed::RejectIndustry { reason }) = self.deeds.on(Countries::default()) {
            let reason = reason.clone();
            return self.rejections(ids, reason, append, ran).await;
        }
        let loaded = self.known::<Account>(ids).await?;
        let stamp = self.stamp();
        let above = match self.deeds.on(Countries::default()) {
            Ok(Deed::Write(values)) => ancestors(self.ctx, values).await?,
            Ok(_) | Err(_) => Vec::new(),
        };
        let suggestions = match self.deeds.on(Countries::default()) {
            Ok(Deed::AcceptIndustry { .. }) => self.ctx.log.load_many::<IndustrySuggestion>(ids).await?,
            Ok(_) | Err(_) => Vec::new(),
        };
        for (at, (id, loaded)) in ids.iter().zip(loaded).enumerate() {
            let suggestion = suggestions.get(at);
            let decided = self.allowed(&loaded, "hq_country", None).and_then(|deed| match suggestion {
                None => deed.on_account(*id, &loaded.state, &above, &stamp),
                Some(held) => deed.accepting(&held.state).on_account(*id, &loaded.state, &above, &stamp),
            });
            match decided {
                Ok(events) => {
                    if let Some(held) = suggestion.filter(|_| !events.is_empty()) {
                        let accepted = EnrichmentCommand::Accept { at: self.at, again: false };
                        let accepted = held.state.decide(accepted)?;
                        append.events::<IndustrySuggestion>(*id, held.sequence, accepted, self.metadata)?;
                    }
                    drop(self.write(*id, loaded, events, append, ran)?)
                }
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        Ok(())
    }

    /// Records with their past, each holding what it would hold by the rules.
    async fn weighed<A>(
        &mut self,
        ids: &[Uuid],
        rules: &Rules,
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError>
    where
        A: OfRecord + Writable + Guarded,
        A::Event: LoggedEvent + TrailEvent,
    {
        let records = read_trails::<A>(self.ctx, ids).await?;
        self.reach.meet(self.ctx, records.iter().map(|one| one.loaded.state.record())).await?;
        for (id, Trailed { loaded, trail }) in ids.iter().zip(records) {
            let weighed = weigh(self.entity, &trail, rules);
            let decided = self
                .reached(&loaded)
                .and_then(|()| events_of(&loaded.state, *id, &weighed, self.bulk_id, self.at));
            match decided {
                Ok(events) => drop(self.write(*id, loaded, events, append, ran)?),
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        Ok(())
    }

    async fn merges(
        &mut self,
        ids: &[Uuid],
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<Rest, CommandError> {
        let mut rest = Rest::Nothing;
        let mut merging = Merging {
            ctx: self.ctx,
            lists: self.lists,
            entity: self.entity,
            stamp: MergeStamp { work: self.bulk_id, at: self.at },
            reach: self.reach,
            metadata: self.metadata,
            linked_most: self.linked_most,
        };
        for id in ids {
            let Some(group) = self.groups.get(id) else {
                refuse(*id, Refusal::NotFound, ran);
                continue;
            };
            match merging.add(group, append).await? {
                Ok(left) => {
                    note(*id, RecordOutcome::Changed, None, ran);
                    if left == Rest::Linked {
                        rest = left;
                    }
                }
                Err(error) => refuse(*id, Refusal::from(&error), ran),
            }
        }
        Ok(rest)
    }

    /// The records, with everybody known whose they are.
    pub(super) async fn known<A>(&mut self, ids: &[Uuid]) -> Result<Vec<Loaded<A>>, CommandError>
    where
        A: OfRecord,
        A::Event: LoggedEvent,
    {
        let loaded = self.ctx.log.load_many::<A>(ids).await?;
        self.reach.meet(self.ctx, loaded.iter().map(|loaded| loaded.state.record())).await?;
        Ok(loaded)
    }

    /// What is to be done, if it may be done to this one.
    fn allowed<A: OfRecord>(
        &mut self,
        loaded: &Loaded<A>,
        country: &str,
        account: Option<&str>,
    ) -> Result<&Deed, Refusal> {
        self.reached(loaded)?;
        let own = loaded.state.record().text(country);
        self.deeds.on(Countries { own, account: account.filter(|_| own.is_none()) })
    }

    pub(super) fn reached<A: OfRecord>(&self, loaded: &Loaded<A>) -> Result<(), Refusal> {
        let record = loaded.state.record();
        if record.standing == Standing::Absent {
            return Err(Refusal::NotFound);
        }
        self.reach.check(record).map_err(|unreached| match unreached {
            Unreached::Unseen => Refusal::NotFound,
            Unreached::Unchangeable => Refusal::OutOfReach,
        })
    }

    pub(super) fn stamp(&self) -> Stamp {
        Stamp { source: Source::Bulk { id: self.bulk_id }, at: self.at }
    }

    /// The record as it is afterwards, if it is another.
    fn write<A>(
        &self,
        id: Uuid,
        before: Loaded<A>,
        events: Vec<A::Event>,
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<Option<A>, CommandError>
    where
        A: Aggregate + Guarded + Clone,
        A::Event: LoggedEvent,
    {
        if events.is_empty() {
            note(id, RecordOutcome::Unchanged, None, ran);
            return Ok(None);
        }
        let after = after(&before.state, &events);
        let blind = &self.ctx.log.blind;
        append.guards.extend(guard_changes(blind, id, &before.state, &after));
        append.guards.extend(custom_changes(blind, id, &before.state, &after, self.deeds.definitions()));
        append.events::<A>(id, before.sequence, events, self.metadata)?;
        note(id, RecordOutcome::Changed, None, ran);
        Ok(Some(after))
    }
}

pub(super) fn refuse(id: Uuid, refusal: Refusal, ran: &mut ChunkRan) {
    note(id, RecordOutcome::Refused, Some(refusal), ran);
}

pub(super) fn note(id: Uuid, outcome: RecordOutcome, refusal: Option<Refusal>, ran: &mut ChunkRan) {
    ran.counts.count(outcome, refusal);
    ran.records.push(RecordRan { id, outcome, refusal });
}
