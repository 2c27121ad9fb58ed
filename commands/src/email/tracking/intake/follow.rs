//! What follows at once when somebody bounced, complained or left: suppressions, the withdrawal of consent, and what the contact says of
//! the address. All of it stands in the append of the signal, so that the next mark of any process knows.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::email_verification::keep::write_of;
use pivotal_domain::audience::email_verification::verdict::{Reason as Found, Verdict};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::command::ConsentCommand;
use pivotal_domain::suppression::consents::{Consent, id_of as consent_of};
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::command::{Added, SuppressionCommand};
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::Append;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::earlier;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{after, guard_changes};
use crate::suppression::consents::withdraw;
use crate::suppression::guard::hash;
use crate::suppression::suppressions::id_of;

/// What follows for whoever a mail went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    HardBounce,
    /// Often enough: nobody tries until then.
    SoftBounces(DateTime<Utc>),
    Complaint,
    /// They want no more mails, as far as the reach goes.
    Left(Reach),
}

impl Follow {
    fn reason(self) -> Reason {
        match self {
            Follow::HardBounce => Reason::HardBounce,
            Follow::SoftBounces(_) => Reason::SoftBounces,
            Follow::Complaint => Reason::Complaint,
            Follow::Left(_) => Reason::Unsubscribed,
        }
    }

    fn reach(self) -> Reach {
        match self {
            Follow::Left(reach) => reach,
            Follow::HardBounce | Follow::SoftBounces(_) | Follow::Complaint => Reach::Global,
        }
    }

    fn until(self) -> Option<DateTime<Utc>> {
        match self {
            Follow::SoftBounces(until) => Some(until),
            Follow::HardBounce | Follow::Complaint | Follow::Left(_) => None,
        }
    }

    /// Whether it is the address that is at fault, and none of the person's others.
    fn is_of_address(self) -> bool {
        matches!(self, Follow::HardBounce | Follow::SoftBounces(_))
    }

    /// How somebody said no to everything; `None`: they did not.
    fn says_no(self) -> Option<&'static str> {
        match self {
            Follow::Complaint => Some("Reported an email as spam"),
            Follow::Left(Reach::Global) => Some("Unsubscribed from an email"),
            Follow::Left(_) | Follow::HardBounce | Follow::SoftBounces(_) => None,
        }
    }
}

/// What follows for one of them.
#[derive(Debug, Clone)]
pub(crate) struct Consequence {
    pub follow: Follow,
    pub at: DateTime<Utc>,
    /// The mail, where it is known: what the suppression says of why.
    pub message: Option<Uuid>,
    pub contact: Option<Uuid>,
    /// Of the address that the mail went to, as suppressions know it.
    pub address_key: Option<Vec<u8>>,
    /// As it was told.
    pub address: Option<EmailAddress>,
}

/// Contacts as they are, by the id that a mail was sent to: of one that was merged, the one it became part of.
pub(crate) async fn contacts(
    ctx: &Context,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, (Uuid, Loaded<Contact>)>, CommandError> {
    const MERGES: usize = 8;
    let mut leads: BTreeMap<Uuid, Uuid> = ids.into_iter().map(|id| (id, id)).collect();
    let mut loaded: HashMap<Uuid, Loaded<Contact>> = HashMap::new();
    for _ in 0..MERGES {
        let mut wanted: Vec<Uuid> = leads.values().copied().filter(|id| !loaded.contains_key(id)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.is_empty() {
            break;
        }
        let found = ctx.log.load_many::<Contact>(&wanted).await?;
        loaded.extend(wanted.into_iter().zip(found));
        for lead in leads.values_mut() {
            if let Some(into) = loaded.get(&*lead).and_then(|contact| contact.state.record.merged_into) {
                *lead = into;
            }
        }
    }
    let standing = leads.into_iter().filter_map(|(id, lead)| Some((id, (lead, loaded.get(&lead)?.clone()))));
    Ok(standing.collect())
}

/// Whether somebody is there whose words can be kept and whose record can be changed.
pub(crate) fn is_there(contact: &Contact) -> bool {
    matches!(contact.record.standing, Standing::Active | Standing::Archived)
}

/// Adds all that follows to the append of the signals.
pub(crate) async fn add(
    ctx: &Context,
    append: &mut Append,
    consequences: &[Consequence],
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    metadata: &Metadata,
) -> Result<(), CommandError> {
    let now = ctx.now();
    suppress(ctx, append, consequences, contacts, metadata, now).await?;
    withdraw_consent(ctx, append, consequences, contacts, metadata, now).await?;
    say_of_address(ctx, append, consequences, contacts, metadata, now)
}

/// A key that is to be suppressed, and on which terms.
struct Wanted {
    key: SuppressedKey,
    follow: Follow,
    note: String,
}

async fn suppress(
    ctx: &Context,
    append: &mut Append,
    consequences: &[Consequence],
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    metadata: &Metadata,
    now: DateTime<Utc>,
) -> Result<(), CommandError> {
    let absorbed = absorbed(ctx, consequences, contacts).await?;
    let mut wanted: BTreeMap<Uuid, Wanted> = BTreeMap::new();
    for one in consequences {
        let reach = one.follow.reach();
        let before = one.contact.and_then(|id| absorbed.get(&id));
        let mut keys = keys_of(ctx, one, contacts, before);
        keys.extend(earlier::address(ctx, one, contacts, &keys).await?);
        for key in keys {
            let id = id_of(&ctx.log.blind, &key, reach);
            let note = one.message.map_or_else(String::new, |message| format!("Email {message}"));
            let weightier = wanted
                .get(&id)
                .is_none_or(|held| held.follow.reason().weight() < one.follow.reason().weight());
            if weightier {
                wanted.insert(id, Wanted { key, follow: one.follow, note });
            }
        }
    }
    let ids: Vec<Uuid> = wanted.keys().copied().collect();
    for ((id, wanted), held) in wanted.into_iter().zip(ctx.log.load_many::<Suppression>(&ids).await?) {
        let Wanted { key, follow, note } = wanted;
        let hash = hex::encode(hash(&ctx.log.blind, &key));
        let events = held.state.decide(SuppressionCommand::Add(Added {
            at: now,
            key,
            hash,
            reach: follow.reach(),
            reason: follow.reason(),
            until: follow.until().filter(|until| *until > now),
            note: (!note.is_empty()).then_some(note),
            source: metadata.source.clone(),
        }))?;
        append.events::<Suppression>(id, held.sequence, events, metadata)?;
    }
    Ok(())
}

/// Those whom mails were sent to and who became part of somebody else since, as they were: the mail may have gone to an address that nobody
/// has any more, until somebody brings it in again.
async fn absorbed(
    ctx: &Context,
    consequences: &[Consequence],
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
) -> Result<HashMap<Uuid, Contact>, CommandError> {
    let is_merged = |id: &Uuid| contacts.get(id).is_some_and(|(lead, _)| lead != id);
    let mut ids: Vec<Uuid> = consequences.iter().filter_map(|one| one.contact).filter(is_merged).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let loaded = ctx.log.load_many::<Contact>(&ids).await?;
    Ok(ids.into_iter().zip(loaded.into_iter().map(|contact| contact.state)).collect())
}

/// By which somebody is suppressed. What cannot be named in the clear any more is kept from nothing: nobody knows its address.
fn keys_of(
    ctx: &Context,
    one: &Consequence,
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    before: Option<&Contact>,
) -> Vec<SuppressedKey> {
    let told = one.address.as_ref();
    let told = told.and_then(|told| SuppressedKey::parse(Kind::Email, told.as_str(), None).ok());
    let contact = one.contact.and_then(|id| contacts.get(&id)).map(|(_, loaded)| &loaded.state);
    let own = contact.map(|contact| withdraw::keys(&contact.record, &[Channel::Email])).unwrap_or_default();
    let own = own.into_iter().map(|(_, key)| key);
    let is_it = |key: &SuppressedKey| match &one.address_key {
        Some(wanted) => hash(&ctx.log.blind, key) == *wanted,
        None => false,
    };
    // A report may name an address that the mail did not go to; of a mail that we know nothing of, only its provider's word is left.
    let told = told.filter(|key| one.address_key.is_none() || is_it(key));
    let mut keys: Vec<SuppressedKey> = match one.follow.is_of_address() {
        true => own.filter(is_it).collect(),
        false => own.collect(),
    };
    let before = before.map(|before| withdraw::keys(&before.record, &[Channel::Email])).unwrap_or_default();
    let before = before.into_iter().map(|(_, key)| key).filter(is_it);
    for key in told.into_iter().chain(before) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

async fn withdraw_consent(
    ctx: &Context,
    append: &mut Append,
    consequences: &[Consequence],
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    metadata: &Metadata,
    now: DateTime<Utc>,
) -> Result<(), CommandError> {
    let mut said: BTreeMap<Uuid, (DateTime<Utc>, &'static str)> = BTreeMap::new();
    for one in consequences {
        let Some(origin) = one.follow.says_no() else { continue };
        let Some((lead, loaded)) = one.contact.and_then(|id| contacts.get(&id)) else { continue };
        if is_there(&loaded.state) {
            said.entry(*lead).or_insert((one.at.min(now), origin));
        }
    }
    let ids: Vec<Uuid> = said.keys().map(|contact| consent_of(*contact)).collect();
    for ((contact, (withdrawn_at, origin)), held) in
        said.into_iter().zip(ctx.log.load_many::<Consent>(&ids).await?)
    {
        let events = held.state.decide(ConsentCommand::Withdraw {
            at: now,
            contact,
            statement: Uuid::now_v7(),
            channel: Channel::Email,
            withdrawn_at,
            origin: origin.to_owned(),
            note: None,
            source: metadata.source.clone(),
        })?;
        append.events::<Consent>(consent_of(contact), held.sequence, events, metadata)?;
    }
    Ok(())
}

/// A contact that still has the address says that mail to it bounces.
fn say_of_address(
    ctx: &Context,
    append: &mut Append,
    consequences: &[Consequence],
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    metadata: &Metadata,
    now: DateTime<Utc>,
) -> Result<(), CommandError> {
    let mut done = Vec::new();
    for one in consequences.iter().filter(|one| one.follow == Follow::HardBounce) {
        let Some((lead, loaded)) = one.contact.and_then(|id| contacts.get(&id)) else { continue };
        let record = &loaded.state.record;
        let Some(address) = record.text("email").and_then(|email| EmailAddress::parse(email).ok()) else {
            continue;
        };
        let key = SuppressedKey::parse(Kind::Email, address.as_str(), None).ok();
        let is_it = key.is_some_and(|key| one.address_key == Some(hash(&ctx.log.blind, &key)));
        if !is_it || !record.is_active() || done.contains(lead) {
            continue;
        }
        done.push(*lead);
        let verdict = Verdict { reason: Found::Bounced, at: one.at, known: false };
        let source = Source::Verification { id: one.message.unwrap_or_default() };
        let write = write_of(record, Some(&address), &verdict, source, now);
        let Ok(events) = loaded.state.decide(ContactCommand::Write(write)) else { continue };
        let changed = after(&loaded.state, &events);
        append.guards.extend(guard_changes(&ctx.log.blind, *lead, &loaded.state, &changed));
        append.events::<Contact>(*lead, loaded.sequence, events, metadata)?;
    }
    Ok(())
}
