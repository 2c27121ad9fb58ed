//! What happened in a stretch of the log, as far as it can change who is in a segment.

mod engagement;

use std::collections::BTreeMap;

use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent};
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, ITEM_JUDGED, ITEM_RETRACTED, ITEMS_MATCHED, ITEMS_READ,
};
use pivotal_domain::audience::engagement::facts::ENGAGEMENT_RECORDED;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::lists::facts::{
    LIST_CHANGE_UNDONE, LIST_RECORDS_ADDED, LIST_RECORDS_REMOVED, ListFact,
};
use pivotal_domain::audience::segments::definition::SEGMENTS;
use pivotal_domain::audience::segments::facts::{SEGMENT_MEMBERS_CHANGED, SegmentFact};
use pivotal_domain::audience::segments::watch::{DOMAIN_SETS, ENGAGEMENT, Keys, LINK, LISTS};
use pivotal_domain::email::sending::facts::EMAIL_OUTCOMES_RECORDED;
use pivotal_domain::email::tracking::facts::{EMAIL_HITS_JUDGED, EMAIL_SIGNALS_RECORDED};
use pivotal_log::error::LogError;
use pivotal_log::event_log::EventLog;
use pivotal_log::reader::{self, Entry, EntryKind, Interest};
use uuid::Uuid;

use super::keeper::Standing;

/// Besides contacts and accounts, whatever filters ask that is kept beside them.
const INTEREST: Interest = Interest {
    aggregates: &[
        "contact",
        "account",
        "suppression",
        "consent",
        "consent_rules",
        "industry_suggestion",
        "campaign",
    ],
    facts: &[
        SEGMENT_MEMBERS_CHANGED,
        LIST_RECORDS_ADDED,
        LIST_RECORDS_REMOVED,
        LIST_CHANGE_UNDONE,
        ITEMS_READ,
        ITEMS_MATCHED,
        ITEM_JUDGED,
        ITEM_RETRACTED,
        ENGAGEMENT_RECORDED,
        EMAIL_OUTCOMES_RECORDED,
        EMAIL_SIGNALS_RECORDED,
        EMAIL_HITS_JUDGED,
    ],
};

/// Records that are followed at once. A fact may name a thousand, so a stretch of the log ends where there are as many.
const RECORDS: usize = 20_000;

const BOTH: [Entity; 2] = [Entity::Contact, Entity::Account];

/// One record, and what happened to it.
#[derive(Debug, Clone, Default)]
pub struct Touch {
    pub keys: Keys,
    /// Position of the last event.
    pub by: i64,
}

/// What happened up to a position.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    pub contacts: BTreeMap<Uuid, Touch>,
    pub accounts: BTreeMap<Uuid, Touch>,
    /// Erased, or part of another record now.
    pub gone: BTreeMap<Uuid, i64>,
    /// Accounts that contacts were linked to before, with what happened to those contacts.
    pub former: BTreeMap<Uuid, Touch>,
    /// The last change of what is kept beside the records.
    pub elsewhere: Option<i64>,
    pub to: i64,
}

impl Touched {
    fn is_full(&self) -> bool {
        self.contacts.len() + self.accounts.len() >= RECORDS
    }

    pub fn is_nothing(&self) -> bool {
        self.contacts.is_empty() && self.accounts.is_empty()
    }

    fn touch(&mut self, entity: Entity, id: Uuid, keys: &Keys, by: i64) {
        let touched = match entity {
            Entity::Contact => &mut self.contacts,
            Entity::Account => &mut self.accounts,
        };
        add(touched, id, keys, by);
    }
}

fn add(touched: &mut BTreeMap<Uuid, Touch>, id: Uuid, keys: &Keys, by: i64) {
    let touch = touched.entry(id).or_default();
    touch.keys.add(keys);
    touch.by = touch.by.max(by);
}

/// Reads what follows `after`, at most up to `until`.
pub async fn read(
    log: &EventLog,
    standing: &[Standing],
    (after, until): (i64, i64),
    limit: i64,
) -> Result<Touched, LogError> {
    let mut connection = log.pools.write.acquire().await?;
    let batch = reader::read_to(&mut connection, after, until, limit, INTEREST).await?;
    drop(connection);
    // Which fields changed is personal only in their names being sealed with their values.
    let changed: Vec<Entry> =
        batch.entries.iter().filter(|entry| entry.name == "ContactFieldsChanged").cloned().collect();
    let keys = reader::keys_for(&log.keys, &changed).await?;
    let mut touched = Touched { to: batch.to, ..Touched::default() };
    for entry in &batch.entries {
        match (entry.kind, entry.about_type.as_str()) {
            (EntryKind::Fact, _) => match entry.name.as_str() {
                ENGAGEMENT_RECORDED
                | EMAIL_OUTCOMES_RECORDED
                | EMAIL_SIGNALS_RECORDED
                | EMAIL_HITS_JUDGED => {
                    engagement::engagement(&mut touched, log, standing, entry).await?;
                }
                SEGMENT_MEMBERS_CHANGED => members(&mut touched, log, standing, entry)?,
                LIST_RECORDS_ADDED | LIST_RECORDS_REMOVED | LIST_CHANGE_UNDONE => {
                    listed(&mut touched, log, standing, entry).await?;
                }
                _ => matched(&mut touched, log, standing, entry).await?,
            },
            (EntryKind::Event, "contact") => contact(&mut touched, log, &keys, entry)?,
            (EntryKind::Event, "account") => account(&mut touched, log, entry)?,
            // Who is in an audience version is told before; with this event it counts.
            (EntryKind::Event, "campaign") if entry.name != "AudienceVersionTaken" => {}
            (EntryKind::Event, _) => touched.elsewhere = Some(entry.position),
        }
        if touched.is_full() {
            touched.to = entry.position;
            break;
        }
    }
    Ok(touched)
}

/// Whoever entered or left a segment is looked at for those that are defined by it.
fn members(
    touched: &mut Touched,
    log: &EventLog,
    standing: &[Standing],
    entry: &Entry,
) -> Result<(), LogError> {
    let Some(segment) = standing.iter().find(|segment| segment.id == entry.about_id) else { return Ok(()) };
    if !is_asked(standing, &[segment.entity], SEGMENTS) {
        return Ok(());
    }
    let SegmentFact::SegmentMembersChanged(changed) =
        entry.fact::<SegmentFact>(&reader::Keys::new(), log.upcasters())?;
    let keys = Keys::of([SEGMENTS]);
    for moved in changed.entered.iter().chain(&changed.left) {
        touched.touch(segment.entity, moved.id, &keys, entry.position);
    }
    Ok(())
}

/// Whether a segment asks records of one of these kinds for this, its own or those that its records are linked to.
fn is_asked(standing: &[Standing], entities: &[Entity], key: &str) -> bool {
    let asks = |filter: &Filter| {
        let conditions = filter.conditions();
        conditions.iter().any(|(of, asked)| entities.contains(of) && asked.field.bare().key() == key)
    };
    standing.iter().filter_map(Standing::followed).any(asks)
}

/// Whoever came into a list or left it.
async fn listed(
    touched: &mut Touched,
    log: &EventLog,
    standing: &[Standing],
    entry: &Entry,
) -> Result<(), LogError> {
    if !is_asked(standing, &BOTH, LISTS) {
        return Ok(());
    }
    let fact = entry.fact::<ListFact>(&reader::Keys::new(), log.upcasters())?;
    let named = fact.named();
    let keys = Keys::of([LISTS]);
    for id in &named.ids {
        touched.touch(named.entity, *id, &keys, entry.position);
    }
    if entry.name != LIST_CHANGE_UNDONE {
        return Ok(());
    }
    // Whoever is part of another record now stands in the list as that one.
    touch_survivors(touched, log, (named.entity, named.ids.clone()), &keys, entry.position).await
}

/// The records that these are part of by now.
async fn touch_survivors(
    touched: &mut Touched,
    log: &EventLog,
    (entity, mut merged): (Entity, Vec<Uuid>),
    keys: &Keys,
    by: i64,
) -> Result<(), LogError> {
    for _ in 0..MERGED_DEEP {
        merged = survivors(log, entity, &merged).await?;
        if merged.is_empty() {
            break;
        }
        for id in &merged {
            touched.touch(entity, *id, keys, by);
        }
    }
    Ok(())
}

/// How many times a record that others were merged into was merged itself.
const MERGED_DEEP: usize = 8;

async fn survivors(log: &EventLog, entity: Entity, ids: &[Uuid]) -> Result<Vec<Uuid>, sqlx::Error> {
    let sql = match entity {
        Entity::Contact => {
            "select distinct merged_into from read.contacts where id = any($1) and merged_into is not null"
        }
        Entity::Account => {
            "select distinct merged_into from read.accounts where id = any($1) and merged_into is not null"
        }
    };
    sqlx::query_scalar(sql).bind(ids).fetch_all(&log.pools.write).await
}

/// Accounts that items of a domain set are now, and those that they were before, which the facts do not say but the items remember.
/// Who has no account is not named anywhere; so all are looked at a little later as well.
async fn matched(
    touched: &mut Touched,
    log: &EventLog,
    standing: &[Standing],
    entry: &Entry,
) -> Result<(), LogError> {
    if !is_asked(standing, &BOTH, DOMAIN_SETS) {
        return Ok(());
    }
    touched.elsewhere = Some(entry.position);
    let keys = Keys::of([DOMAIN_SETS]);
    let items = match entry.fact::<DomainSetFact>(&reader::Keys::new(), log.upcasters())? {
        // Nobody was in it by these before.
        DomainSetFact::DomainSetItemsRead(_) => Vec::new(),
        DomainSetFact::DomainSetItemsMatched(matched) => {
            for hit in matched.items.iter().filter_map(|item| item.hit) {
                touched.touch(Entity::Account, hit.account, &keys, entry.position);
            }
            matched.items.iter().map(|item| item.number).collect()
        }
        DomainSetFact::DomainSetItemJudged(judged) => {
            touched.touch(Entity::Account, judged.account, &keys, entry.position);
            vec![judged.number]
        }
        DomainSetFact::DomainSetItemRetracted(retracted) => {
            for account in retracted.hit.iter().map(|hit| hit.account).chain([retracted.said.account]) {
                touched.touch(Entity::Account, account, &keys, entry.position);
            }
            vec![retracted.number]
        }
    };
    for account in former(log, entry.about_id, &items).await? {
        touched.touch(Entity::Account, account, &keys, entry.position);
    }
    Ok(())
}

/// The items show at least what is followed.
async fn former(log: &EventLog, set: Uuid, items: &[u32]) -> Result<Vec<Uuid>, sqlx::Error> {
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<i32> = items.iter().filter_map(|number| i32::try_from(*number).ok()).collect();
    sqlx::query_scalar(
        "select distinct unnest(former) from read.domain_set_items where domain_set_id = $1 and number = any($2)",
    )
    .bind(set)
    .bind(numbers)
    .fetch_all(&log.pools.write)
    .await
}

fn contact(
    touched: &mut Touched,
    log: &EventLog,
    keys: &reader::Keys,
    entry: &Entry,
) -> Result<(), LogError> {
    let (id, by) = (entry.about_id, entry.position);
    let is_sealed = |subject: Option<Uuid>| subject.is_some_and(|subject| !keys.contains_key(&subject));
    let event = match entry.event::<ContactEvent>(keys, log.upcasters()) {
        Ok(event) => event,
        // Written by a newer program during an upgrade.
        Err(error) if error.is_unknown_event() => {
            touched.touch(Entity::Contact, id, &Keys::All, by);
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let mut former = |link: Option<AccountLink>, keys: &Keys| {
        if let Some(link) = link {
            add(&mut touched.former, link.account_id, keys, by);
        }
    };
    let keys = match event {
        // Whoever erased them took the names of what changed along.
        ContactEvent::ContactFieldsChanged { .. } if is_sealed(entry.subject) => Keys::All,
        ContactEvent::ContactFieldsChanged { changes, .. } => Keys::of(changes.into_keys()),
        ContactEvent::ContactAccountLinked { previous, .. } => {
            former(previous, &Keys::of([LINK]));
            Keys::of([LINK])
        }
        ContactEvent::ContactAccountUnlinked { previous, .. } => {
            former(Some(previous), &Keys::of([LINK]));
            Keys::of([LINK])
        }
        ContactEvent::ContactErased { .. } | ContactEvent::ContactMergedInto { .. } => {
            touched.gone.insert(id, by);
            Keys::All
        }
        // What happened to it is no longer the survivor's.
        ContactEvent::ContactUnmerged { survivor, .. } => {
            touched.touch(Entity::Contact, survivor, &Keys::of([ENGAGEMENT]), by);
            Keys::All
        }
        ContactEvent::ContactCreated { .. }
        | ContactEvent::ContactArchived { .. }
        | ContactEvent::ContactRestored { .. }
        | ContactEvent::ContactMerged { .. } => Keys::All,
    };
    touched.touch(Entity::Contact, id, &keys, by);
    Ok(())
}

fn account(touched: &mut Touched, log: &EventLog, entry: &Entry) -> Result<(), LogError> {
    let (id, by) = (entry.about_id, entry.position);
    let keys = match entry.event::<AccountEvent>(&reader::Keys::new(), log.upcasters()) {
        Ok(AccountEvent::AccountFieldsChanged { changes, .. }) => Keys::of(changes.into_keys()),
        Ok(AccountEvent::AccountMergedInto { .. }) => {
            touched.gone.insert(id, by);
            Keys::All
        }
        Ok(
            AccountEvent::AccountCreated { .. }
            | AccountEvent::AccountArchived { .. }
            | AccountEvent::AccountRestored { .. }
            | AccountEvent::AccountMerged { .. }
            | AccountEvent::AccountUnmerged { .. },
        ) => Keys::All,
        Err(error) if error.is_unknown_event() => Keys::All,
        Err(error) => return Err(error),
    };
    touched.touch(Entity::Account, id, &keys, by);
    Ok(())
}
