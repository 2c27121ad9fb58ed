//! How it stands with one contact's consent, now or at a moment, folded from the log: the statements, the contact's own field and
//! the rules as they all were then.

use std::collections::HashMap;

use cqrs_es::Aggregate;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::moment::{Moment, fold};
use pivotal_domain::audience::record::state::Standing as RecordStanding;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::consent_rules::events::ConsentRuleEvent;
use pivotal_domain::suppression::consent_rules::{ConsentRules, ID as RULES};
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::events::ConsentEvent;
use pivotal_domain::suppression::consents::standing::{Because, Standing, standing};
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_log::reader;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::query::may_see;
use crate::page::QueryError;

/// A channel, how it stood, and what said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelThen {
    pub channel: Channel,
    pub standing: Standing,
    pub because: Why,
}

/// What says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// This statement.
    Statement(Uuid),
    /// The contact's own fields.
    Record,
    Country(Country),
    OtherCountries,
}

/// Every channel. `None`: there is, or was then, no such contact for this viewer.
pub async fn consent_of(
    reading: Reading<'_>,
    actor: &Actor,
    contact: Uuid,
    moment: Moment,
) -> Result<Option<Vec<ChannelThen>>, QueryError> {
    let may = actor.scope(Permission::ConsentsView) != Scope::None
        && may_see(reading.pool, actor, Entity::Contact, contact).await?;
    if !may {
        return Ok(None);
    }
    let Some((person, all)) = person_then(reading, contact, moment).await? else { return Ok(None) };
    let consents = consents_then(reading, &all, moment).await?;
    let rules = rules_then(reading, moment).await?;
    let channels = Channel::ALL.into_iter().map(|channel| {
        let found = standing(channel, &consents, &person.record, &rules.rules);
        let because = match found.because {
            Because::Statement(statement) => Why::Statement(statement.id),
            Because::Record => Why::Record,
            Because::Country(country) => Why::Country(country),
            Because::OtherCountries => Why::OtherCountries,
        };
        ChannelThen { channel, standing: found.standing, because }
    });
    Ok(Some(channels.collect()))
}

/// The contact as it was, with its id and those of all that were part of it then.
async fn person_then(
    reading: Reading<'_>,
    contact: Uuid,
    moment: Moment,
) -> Result<Option<(Contact, Vec<Uuid>)>, QueryError> {
    let Some(person) = contacts_then(reading, &[contact], moment).await?.remove(&contact) else {
        return Ok(None);
    };
    match person.record.standing {
        RecordStanding::Absent | RecordStanding::Erased => return Ok(None),
        RecordStanding::Active | RecordStanding::Archived => {}
    }
    let mut all = vec![contact];
    let mut absorbed: Vec<(Uuid, Uuid)> = person.record.absorbed.iter().map(|id| (*id, contact)).collect();
    while !absorbed.is_empty() {
        let ids: Vec<Uuid> = absorbed.iter().map(|(id, _)| *id).collect();
        let then = contacts_then(reading, &ids, moment).await?;
        let mut further = Vec::new();
        for (id, into) in absorbed {
            // Which of those that were ever merged still are, they say themselves.
            let Some(one) = then.get(&id).filter(|one| one.record.merged_into == Some(into)) else {
                continue;
            };
            if !all.contains(&id) {
                all.push(id);
                further.extend(one.record.absorbed.iter().map(|part| (*part, id)));
            }
        }
        absorbed = further;
    }
    Ok(Some((person, all)))
}

async fn contacts_then(
    Reading { pool, opener }: Reading<'_>,
    ids: &[Uuid],
    moment: Moment,
) -> Result<HashMap<Uuid, Contact>, QueryError> {
    let entries = reader::read_records_told(pool, Contact::TYPE, ids).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut events: HashMap<Uuid, Vec<(i64, ContactEvent)>> = HashMap::new();
    for entry in opened.entries() {
        // What a newer release wrote is passed over, as in the history.
        if let Ok(event) = opened.event(entry) {
            events.entry(entry.about_id).or_default().push((entry.position, event));
        }
    }
    Ok(events.into_iter().map(|(id, events)| (id, fold::<Contact>(events, moment).state)).collect())
}

async fn consents_then(
    Reading { pool, opener }: Reading<'_>,
    contacts: &[Uuid],
    moment: Moment,
) -> Result<Vec<Consent>, QueryError> {
    let ids: Vec<Uuid> = contacts.iter().map(|contact| id_of(*contact)).collect();
    let entries = reader::read_records_told(pool, Consent::TYPE, &ids).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut consents: HashMap<Uuid, Consent> = HashMap::new();
    for entry in opened.entries() {
        let Ok(event) = opened.event::<ConsentEvent>(entry) else { continue };
        if moment.reaches(entry.position, event.at()) {
            consents.entry(entry.about_id).or_default().apply(event);
        }
    }
    Ok(consents.into_values().collect())
}

async fn rules_then(
    Reading { pool, opener }: Reading<'_>,
    moment: Moment,
) -> Result<ConsentRules, QueryError> {
    let entries = reader::read_record(pool, ConsentRules::TYPE, RULES).await?;
    let opened = opener.open(&entries, |_| false).await?;
    let mut rules = ConsentRules::default();
    for entry in opened.entries() {
        let Ok(event) = opened.event::<ConsentRuleEvent>(entry) else { continue };
        if moment.reaches(entry.position, event.at()) {
            rules.apply(event);
        }
    }
    Ok(rules)
}
