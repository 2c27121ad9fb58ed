//! What another system tells to have happened is written down, as the history of a team that moves over. Entries stand each for
//! themselves: what cannot be let in is told, and the others are kept.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::bulk::outcome::Refusal;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::engagement::entry::{Entry, Happened, check_count, system};
use pivotal_domain::audience::engagement::facts::{
    ABOUT, ENGAGEMENT_RECORDED, ENGAGEMENT_RECORDED_VERSION, EngagementFact, Recorded, Touch,
};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::change::{NotTaken, Verb};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, GuardOp, Lane, NewFact};
use pivotal_log::error::LogError;
use uuid::Uuid;

use crate::audience::lists::chosen::{Line, Owners, line_of};
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::ATTEMPTS;
use crate::lookup::{Key, claim_owners};

/// What one fact holds.
const TOUCHES: usize = 250;

#[derive(Debug, Clone)]
pub struct RecordEngagement {
    /// The system that tells it, in its own name.
    pub system: String,
    pub entries: Vec<Entry>,
}

/// What came of the entries: every one of them is counted in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    pub recorded: usize,
    /// Let in before, or told twice.
    pub repeated: usize,
    pub refused: Vec<RefusedEntry>,
    /// Where the last of it stands; none when nothing was written.
    pub position: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedEntry {
    /// Its place among the entries; the first is 1.
    pub entry: usize,
    pub key: String,
    pub code: &'static str,
    pub message: String,
}

pub async fn record_engagement(
    ctx: &Context,
    actor: &Actor,
    input: RecordEngagement,
) -> Result<Told, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let RecordEngagement { system: name, entries } = input;
    let system = system(&name)?;
    check_count(entries.len())?;
    let mut told = Told::default();
    let read = read(ctx, &entries, &mut told);
    let once = once(&system, read, &mut told);
    let found = find(ctx, actor, once, &mut told).await?;
    told.refused.sort_by_key(|refused| refused.entry);
    write(ctx, actor, &system, found, told).await
}

/// An entry that could be read.
struct Read<'a> {
    place: usize,
    entry: &'a Entry,
    happened: Happened,
}

impl Read<'_> {
    fn refused(&self, why: NotTaken) -> RefusedEntry {
        RefusedEntry {
            entry: self.place,
            key: self.entry.key.clone(),
            code: why.code(),
            message: why.sentence().to_owned(),
        }
    }
}

fn read<'a>(ctx: &Context, entries: &'a [Entry], told: &mut Told) -> Vec<Read<'a>> {
    let now = ctx.now();
    let mut read = Vec::with_capacity(entries.len());
    for (place, entry) in (1..).zip(entries) {
        match entry.read(now) {
            Ok(happened) => read.push(Read { place, entry, happened }),
            Err(error) => told.refused.push(RefusedEntry {
                entry: place,
                key: entry.key.clone(),
                code: error.code(),
                message: error.to_string(),
            }),
        }
    }
    read
}

/// Each with what it claims. One that is told twice is meant once.
fn once<'a>(system: &str, read: Vec<Read<'a>>, told: &mut Told) -> Vec<(Key, Read<'a>)> {
    let mut seen = HashSet::new();
    let keyed = read.into_iter().map(|read| (read.entry.claim(system), read));
    let (once, again): (Vec<_>, Vec<_>) = keyed.partition(|(claim, _)| seen.insert(claim.clone()));
    told.repeated += again.len();
    once
}

/// Those whose contact is there for this actor, and can have something happen to it.
async fn find(
    ctx: &Context,
    actor: &Actor,
    read: Vec<(Key, Read<'_>)>,
    told: &mut Told,
) -> Result<Vec<(Key, Touch)>, CommandError> {
    let lines: Vec<Option<Line>> =
        read.iter().map(|(_, read)| line_of(Entity::Contact, read.entry.contact.trim())).collect();
    let keys: Vec<Key> = lines
        .iter()
        .flatten()
        .flat_map(|line| match line {
            Line::Keyed(keys) => keys.clone(),
            Line::Id(_) => Vec::new(),
        })
        .collect::<HashSet<Key>>()
        .into_iter()
        .collect();
    let owners = Owners::of(ctx, &keys).await?;
    let mut named = Vec::with_capacity(read.len());
    for ((claim, read), line) in read.into_iter().zip(lines) {
        let contact = match line {
            None => Err(NotTaken::Unreadable),
            Some(Line::Id(id)) => Ok(id),
            Some(Line::Keyed(keys)) => owners.owner(&keys),
        };
        match contact {
            Ok(contact) => named.push((claim, contact, read)),
            Err(why) => told.refused.push(read.refused(why)),
        }
    }
    let standing = look_at(ctx, actor, named.iter().map(|(_, contact, _)| *contact)).await?;
    let mut found = Vec::with_capacity(named.len());
    for (claim, contact, read) in named {
        match standing.get(&contact).copied().unwrap_or(Err(Refusal::NotFound)) {
            Ok(()) => found.push((claim, touch(contact, read.happened))),
            Err(refusal) => told.refused.push(read.refused(NotTaken::Record(refusal))),
        }
    }
    Ok(found)
}

/// Which of these contacts can be told of, and why not the others.
async fn look_at(
    ctx: &Context,
    actor: &Actor,
    contacts: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Result<(), Refusal>>, CommandError> {
    let ids: Vec<Uuid> = contacts.collect::<HashSet<Uuid>>().into_iter().collect();
    let loaded = ctx.log.load_many::<Contact>(&ids).await?;
    let mut reach = ReachOfMany::new(actor, Entity::Contact, &[]);
    reach.meet(ctx, loaded.iter().map(|loaded| &loaded.state.record)).await?;
    let standing = ids.into_iter().zip(&loaded).map(|(id, loaded)| {
        let record = &loaded.state.record;
        // As into a list: an archived contact can, one that is part of another is meant by that one's name.
        let can = Verb::Add.on(record).and_then(|()| reach.check(record).map_err(|_| Refusal::NotFound));
        (id, can)
    });
    Ok(standing.collect())
}

fn touch(contact: Uuid, Happened { kind, at, campaign, machine }: Happened) -> Touch {
    Touch { contact, kind, channel: kind.channel(), campaign, at, machine }
}

/// All that was not let in before, in one append with the keys that keep it from being let in again.
async fn write(
    ctx: &Context,
    actor: &Actor,
    system: &str,
    mut found: Vec<(Key, Touch)>,
    mut told: Told,
) -> Result<Told, CommandError> {
    for _ in 0..ATTEMPTS {
        let keys: Vec<Key> = found.iter().map(|(claim, _)| claim.clone()).collect();
        let taken = claim_owners(ctx, Lane::Bulk, &keys).await?;
        let before = found.len();
        found.retain(|(claim, _)| !taken.contains_key(claim));
        told.repeated += before - found.len();
        if found.is_empty() {
            return Ok(told);
        }
        match ctx.log.append(appended(ctx, &actor.metadata(), system, &found)?).await {
            Ok(position) => {
                return Ok(Told { recorded: found.len(), position: Some(position), ..told });
            }
            // The same entries came by another request at this moment: they are found the next time.
            Err(LogError::Claimed { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Conflict)
}

fn appended(
    ctx: &Context,
    metadata: &Metadata,
    system: &str,
    found: &[(Key, Touch)],
) -> Result<Append, CommandError> {
    let batch = Uuid::now_v7();
    let mut append = Append::new(Lane::Bulk);
    append.guards = found
        .iter()
        .map(|((scope, value), _)| GuardOp::Claim {
            scope,
            key: ctx.log.blind.key(scope, value),
            owner: batch,
        })
        .collect();
    for chunk in found.chunks(TOUCHES) {
        let touches = chunk.iter().map(|(_, touch)| *touch).collect();
        let recorded = Recorded { batch, system: system.to_owned(), touches };
        append.facts.push(NewFact {
            kind: ENGAGEMENT_RECORDED,
            version: ENGAGEMENT_RECORDED_VERSION,
            about_type: ABOUT,
            about_id: batch,
            payload: serde_json::to_value(EngagementFact::EngagementRecorded(recorded))?,
            metadata: metadata.clone(),
            personal: &[],
            subject: None,
        });
    }
    Ok(append)
}
