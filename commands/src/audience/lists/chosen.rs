//! Which records somebody named: ids, lines that were pasted, or all that a list shows; and which of them can come into a list.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::accounts::{Account, keys as account_keys};
use pivotal_domain::audience::bulk::check_selection;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::bulk::outcome::Refusal;
use pivotal_domain::audience::contacts::{Contact, keys as contact_keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::change::{AT_ONCE, NotTaken, PASTED_MAX, Verb};
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::values::domain_name::Domain;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::Lane;
use uuid::Uuid;

use crate::audience::record::reach::OfRecord;
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::{Key, claim_owners, key_owners};

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Chosen {
    Records(Selection),
    /// Lines with ids, emails of contacts or domains of accounts.
    Pasted(Vec<String>),
}

/// An entry of which nothing came, as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTakenEntry {
    pub entry: String,
    pub why: NotTaken,
}

/// What that means.
#[derive(Debug, Clone, PartialEq)]
pub enum Settled {
    /// Few enough for the request itself: each was looked at.
    AtOnce { ids: Vec<Uuid>, refused: Vec<NotTakenEntry> },
    /// Each is looked at when its turn comes.
    AsJob { selection: Selection, refused: Vec<NotTakenEntry> },
}

impl Chosen {
    pub(super) async fn settle(
        self,
        ctx: &Context,
        actor: &Actor,
        entity: Entity,
        verb: Verb,
    ) -> Result<Settled, CommandError> {
        let (named, mut refused) = match self {
            Chosen::Records(selection) => {
                check_selection(&selection)?;
                match selection {
                    Selection::Ids(ids) => {
                        (ids.into_iter().map(|id| (id.to_string(), id)).collect(), Vec::new())
                    }
                    matching @ Selection::Matching(_) => {
                        return Ok(Settled::AsJob { selection: matching, refused: Vec::new() });
                    }
                }
            }
            Chosen::Pasted(lines) => read(ctx, entity, &lines).await?,
        };
        let named = each_once(named);
        if named.len() > AT_ONCE {
            let selection = Selection::Ids(named.into_iter().map(|(_, id)| id).collect());
            return Ok(Settled::AsJob { selection, refused });
        }
        let (ids, more) = match entity {
            Entity::Contact => look_at::<Contact>(ctx, actor, entity, verb, named).await?,
            Entity::Account => look_at::<Account>(ctx, actor, entity, verb, named).await?,
        };
        refused.extend(more);
        Ok(Settled::AtOnce { ids, refused })
    }
}

/// An entry and the record it names.
type NamedRecord = (String, Uuid);

/// One that is named twice is meant once.
fn each_once(named: Vec<NamedRecord>) -> Vec<NamedRecord> {
    let mut seen = HashSet::new();
    named.into_iter().filter(|(_, id)| seen.insert(*id)).collect()
}

/// Those that are there for this actor and can be in a list, and the others with why not.
async fn look_at<A>(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    verb: Verb,
    named: Vec<NamedRecord>,
) -> Result<(Vec<Uuid>, Vec<NotTakenEntry>), CommandError>
where
    A: OfRecord,
    A::Event: LoggedEvent,
{
    let ids: Vec<Uuid> = named.iter().map(|(_, id)| *id).collect();
    let loaded = ctx.log.load_many::<A>(&ids).await?;
    let mut reach = ReachOfMany::new(actor, entity, &[]);
    reach.meet(ctx, loaded.iter().map(|loaded| loaded.state.record())).await?;
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    for ((entry, id), loaded) in named.into_iter().zip(&loaded) {
        let record = loaded.state.record();
        match verb.on(record).and_then(|()| reach.check(record).map_err(|_| Refusal::NotFound)) {
            Ok(()) => taken.push(id),
            Err(refusal) => refused.push(NotTakenEntry { entry, why: NotTaken::Record(refusal) }),
        }
    }
    Ok((taken, refused))
}

/// What a line says.
pub(in crate::audience) enum Line {
    Id(Uuid),
    /// The strongest key first.
    Keyed(Vec<Key>),
}

/// The records that lines name, by the keys that the log itself holds: who was saved a moment ago is found.
async fn read(
    ctx: &Context,
    entity: Entity,
    lines: &[String],
) -> Result<(Vec<NamedRecord>, Vec<NotTakenEntry>), CommandError> {
    let mut seen = HashSet::new();
    let lines: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty() && seen.insert(*line))
        .collect();
    match lines.len() {
        0 => return Err(ListError::NothingChosen.into()),
        count if count > PASTED_MAX => return Err(ListError::TooManyPasted { count }.into()),
        _ => {}
    }
    let read: Vec<(&str, Option<Line>)> = lines.iter().map(|line| (*line, line_of(entity, line))).collect();
    let keys: Vec<Key> = read
        .iter()
        .filter_map(|(_, line)| match line {
            Some(Line::Keyed(keys)) => Some(keys.clone()),
            Some(Line::Id(_)) | None => None,
        })
        .flatten()
        .collect();
    let owners = Owners::of(ctx, &keys).await?;
    let (mut named, mut refused) = (Vec::new(), Vec::new());
    for (entry, line) in read {
        let found = match line {
            None => Err(NotTaken::Unreadable),
            Some(Line::Id(id)) => Ok(id),
            Some(Line::Keyed(keys)) => owners.owner(&keys),
        };
        match found {
            Ok(id) => named.push((entry.to_owned(), id)),
            Err(why) => refused.push(NotTakenEntry { entry: entry.to_owned(), why }),
        }
    }
    Ok((named, refused))
}

/// None: it is neither an id nor a key.
pub(in crate::audience) fn line_of(entity: Entity, line: &str) -> Option<Line> {
    if let Ok(id) = line.parse::<Uuid>() {
        return Some(Line::Id(id));
    }
    match entity {
        Entity::Contact => {
            let email = EmailAddress::parse(line).ok()?.into_string();
            Some(Line::Keyed(vec![
                (contact_keys::EMAIL, email.clone()),
                (contact_keys::SECONDARY_EMAIL, email),
            ]))
        }
        Entity::Account => {
            let domain = Domain::parse(line).ok()?.into_string();
            Some(Line::Keyed(vec![(account_keys::DOMAIN, domain)]))
        }
    }
}

/// Who holds the keys that were asked for.
pub(in crate::audience) struct Owners {
    unique: HashMap<Key, Uuid>,
    shared: HashMap<Key, Vec<Uuid>>,
}

impl Owners {
    pub async fn of(ctx: &Context, keys: &[Key]) -> Result<Self, CommandError> {
        let (shared, unique): (Vec<Key>, Vec<Key>) =
            keys.iter().cloned().partition(|(scope, _)| *scope == contact_keys::SECONDARY_EMAIL);
        Ok(Owners {
            unique: claim_owners(ctx, Lane::Interactive, &unique).await?,
            shared: key_owners(ctx, Lane::Interactive, &shared).await?,
        })
    }

    /// The one that the first of these names.
    pub fn owner(&self, keys: &[Key]) -> Result<Uuid, NotTaken> {
        for key in keys {
            if let Some(owner) = self.unique.get(key) {
                return Ok(*owner);
            }
            match self.shared.get(key).map(Vec::as_slice) {
                Some([one]) => return Ok(*one),
                Some([_, ..]) => return Err(NotTaken::Ambiguous),
                Some([]) | None => {}
            }
        }
        Err(NotTaken::Record(Refusal::NotFound))
    }
}
