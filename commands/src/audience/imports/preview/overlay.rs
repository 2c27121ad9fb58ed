//! What a preview has decided so far and nobody has written: laid over what the guard tables and the log know, so that the
//! next chunk is decided as if the ones before it were in.
//!
//! Keys are held in memory as hashes; what happened to records lies in a file without a name, gone when it is closed.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::marker::PhantomData;
use std::os::unix::fs::FileExt;

use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::imports::mapping::MappedEntity;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use crate::audience::imports::chunk::Slot;
use crate::audience::imports::chunk::decided::Decided;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Guarded;
use crate::lookup::Key;

#[derive(Debug)]
pub struct Overlay {
    hasher: RandomState,
    /// Unique values that changed hands; nobody's where they were given up.
    claims: HashMap<u64, Option<Uuid>>,
    shared: HashMap<u64, Few>,
    released: HashMap<u64, Vec<Uuid>>,
    pub accounts: Happened<Account>,
    pub contacts: Happened<Contact>,
}

/// Nearly every key has one holder.
#[derive(Debug)]
enum Few {
    One(Uuid),
    More(Vec<Uuid>),
}

impl Few {
    fn all(&self) -> &[Uuid] {
        match self {
            Few::One(one) => std::slice::from_ref(one),
            Few::More(all) => all,
        }
    }

    fn add(&mut self, owner: Uuid) {
        match self {
            Few::One(one) if *one != owner => *self = Few::More(vec![*one, owner]),
            Few::More(all) if !all.contains(&owner) => all.push(owner),
            Few::One(_) | Few::More(_) => {}
        }
    }
}

impl Overlay {
    pub fn new() -> std::io::Result<Self> {
        Ok(Overlay {
            hasher: RandomState::new(),
            claims: HashMap::new(),
            shared: HashMap::new(),
            released: HashMap::new(),
            accounts: Happened::new()?,
            contacts: Happened::new()?,
        })
    }

    /// Takes a chunk in as if it had been written.
    pub fn add(&mut self, decided: &Decided) -> Result<(), CommandError> {
        for slot in decided.accounts.iter().filter(|slot| !slot.events.is_empty()) {
            self.move_keys(slot, &decided.custom.account);
        }
        for slot in decided.contacts.iter().filter(|slot| !slot.events.is_empty()) {
            self.move_keys(slot, &decided.custom.contact);
        }
        self.accounts.add(&decided.accounts)?;
        self.contacts.add(&decided.contacts)
    }

    fn move_keys<A: Aggregate + Guarded>(&mut self, slot: &Slot<A>, definitions: &Definitions) {
        let (before, now) = (&slot.before.state, &slot.state);
        let claims = |one: &A| {
            let custom = one.custom().map(|(entity, record)| definitions.claims(entity, record));
            one.claims().into_iter().chain(custom.unwrap_or_default()).collect::<Vec<Key>>()
        };
        let (old, new) = (claims(before), claims(now));
        for key in old.iter().filter(|key| !new.contains(key)) {
            self.claims.insert(self.hasher.hash_one(key), None);
        }
        for key in new.iter().filter(|key| !old.contains(key)) {
            self.claims.insert(self.hasher.hash_one(key), Some(slot.id));
        }
        let (old, new) = (before.match_keys(), now.match_keys());
        for key in old.iter().filter(|key| !new.contains(key)) {
            self.released.entry(self.hasher.hash_one(key)).or_default().push(slot.id);
        }
        for key in new.iter().filter(|key| !old.contains(key)) {
            let key = self.hasher.hash_one(key);
            if let Some(released) = self.released.get_mut(&key) {
                released.retain(|owner| *owner != slot.id);
            }
            self.shared.entry(key).and_modify(|few| few.add(slot.id)).or_insert(Few::One(slot.id));
        }
    }

    /// Whether the run would make the record.
    pub fn is_new(&self, entity: MappedEntity, id: Uuid) -> bool {
        match entity {
            MappedEntity::Account => self.accounts.is_new(id),
            MappedEntity::Contact => self.contacts.is_new(id),
        }
    }

    /// Corrects what the guard tables say of these unique values.
    pub fn amend_claims(&self, asked: &[Key], found: &mut HashMap<Key, Uuid>) {
        for key in asked {
            match self.claims.get(&self.hasher.hash_one(key)) {
                Some(Some(owner)) => {
                    found.insert(key.clone(), *owner);
                }
                Some(None) => {
                    found.remove(key);
                }
                None => {}
            }
        }
    }

    /// The same for keys that records share. Oldest first: ids grow with time.
    pub fn amend_shared(&self, asked: &[Key], found: &mut HashMap<Key, Vec<Uuid>>) {
        for key in asked {
            let hash = self.hasher.hash_one(key);
            let (added, released) = (self.shared.get(&hash), self.released.get(&hash));
            if added.is_none() && released.is_none() {
                continue;
            }
            let owners = found.entry(key.clone()).or_default();
            owners.extend(added.into_iter().flat_map(Few::all));
            owners.sort_unstable();
            owners.dedup();
            owners.retain(|owner| !released.is_some_and(|released| released.contains(owner)));
        }
    }
}

/// Events of a preview by record, as JSON lines in a file.
#[derive(Debug)]
pub struct Happened<A> {
    file: File,
    end: u64,
    places: HashMap<Uuid, Place>,
    of: PhantomData<fn() -> A>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    at: u64,
    length: u32,
    /// Nobody knows the record but this preview.
    is_new: bool,
}

impl<A> Happened<A>
where
    A: Aggregate,
    A::Event: LoggedEvent,
{
    fn new() -> std::io::Result<Self> {
        Ok(Happened { file: tempfile::tempfile()?, end: 0, places: HashMap::new(), of: PhantomData })
    }

    fn add(&mut self, slots: &[Slot<A>]) -> Result<(), CommandError> {
        let mut text = Vec::new();
        for slot in slots.iter().filter(|slot| !slot.events.is_empty()) {
            let start = text.len();
            let before = self.places.get(&slot.id).copied();
            if let Some(place) = before {
                text.extend(self.read(place)?);
            }
            for event in &slot.events {
                serde_json::to_writer(&mut text, event)?;
                text.push(b'\n');
            }
            let place = Place {
                at: self.end + start as u64,
                length: (text.len() - start) as u32,
                is_new: before.map_or(slot.is_new(), |place| place.is_new),
            };
            self.places.insert(slot.id, place);
        }
        // Some tens of KB into the cache of the file system: shorter than the way to another thread.
        self.file.write_all_at(&text, self.end).map_err(CommandError::unexpected)?;
        self.end += text.len() as u64;
        Ok(())
    }

    fn is_new(&self, id: Uuid) -> bool {
        self.places.get(&id).is_some_and(|place| place.is_new)
    }

    fn read(&self, place: Place) -> Result<Vec<u8>, CommandError> {
        let mut text = vec![0; place.length as usize];
        self.file.read_exact_at(&mut text, place.at).map_err(CommandError::unexpected)?;
        Ok(text)
    }

    /// Loads records as they would be now.
    pub async fn load(&self, ctx: &Context, ids: &[Uuid]) -> Result<HashMap<Uuid, Loaded<A>>, CommandError> {
        let (new, written): (Vec<&Uuid>, Vec<&Uuid>) = ids.iter().partition(|id| self.is_new(**id));
        let written: Vec<Uuid> = written.into_iter().copied().collect();
        let mut loaded: HashMap<Uuid, Loaded<A>> =
            new.into_iter().map(|id| (*id, Loaded { state: A::default(), sequence: 0 })).collect();
        if !written.is_empty() {
            loaded.extend(written.iter().copied().zip(ctx.log.load_many::<A>(&written).await?));
        }
        for (id, loaded) in &mut loaded {
            let Some(place) = self.places.get(id) else { continue };
            for line in self.read(*place)?.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
                loaded.state.apply(serde_json::from_slice(line)?);
                loaded.sequence += 1;
            }
        }
        Ok(loaded)
    }
}
