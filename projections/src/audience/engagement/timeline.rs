//! What happened between us and a contact, on its time line and on its account's: emails and calls, a line for each fact that tells of
//! it; and that the contact was left out of a campaign. What a mail of ours tells says which campaign it is of, to those who may see
//! campaigns, and what it said; never on an account's.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::engagement::kind::Kind as Did;
use pivotal_domain::audience::engagement::mail::SYSTEM;
use pivotal_domain::audience::fields::catalogue::Entity;
use uuid::Uuid;

use super::said::said;
use crate::audience::history::port::{Activity, Kind, Reading, Stretch, Tally, Wanted};
use crate::audience::history::query::HistoryEntry;
use crate::email::sending::left_out::LeftOut;
use crate::page::QueryError;

pub const KIND: Kind = Kind { key: "engagement", label: "Emails and calls" };

/// How the source of a line begins that is of a campaign; its id follows.
const OF_CAMPAIGN: &str = "campaign:";

/// A line stands where it became known and says when it happened, the last of it where one fact tells of several things.
/// Nobody here did it, so it is nobody's doing where somebody's is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Engagement;

#[async_trait]
impl Activity for Engagement {
    fn kinds(&self) -> &'static [Kind] {
        const { &[KIND] }
    }

    async fn entries(
        &self,
        reading: Reading<'_>,
        (entity, id): (Entity, Uuid),
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<HistoryEntry>, QueryError> {
        if wanted.actor.is_some() {
            return Ok(Vec::new());
        }
        let mut left_out = Vec::new();
        let lines = match entity {
            Entity::Contact => {
                left_out = LeftOut::of(reading, id, wanted, stretch).await?;
                of_contact(reading, id, wanted, stretch).await?
            }
            Entity::Account => of_account(reading, id, wanted, stretch).await?,
        };
        let mut about = match entity {
            Entity::Contact => {
                let positions: Vec<i64> = lines.iter().map(|line| line.position).collect();
                said(reading.pool, id, &positions).await?
            }
            // It would be that of many mails.
            Entity::Account => HashMap::new(),
        };
        let lines = lines.into_iter().map(|line| {
            let about = about.remove(&line.position);
            HistoryEntry { about, ..line.entry(entity) }
        });
        Ok(lines.chain(left_out.iter().map(not_emailed)).collect())
    }

    async fn count(
        &self,
        reading: Reading<'_>,
        (entity, id): (Entity, Uuid),
        wanted: &Wanted,
    ) -> Result<i64, QueryError> {
        if wanted.actor.is_some() {
            return Ok(0);
        }
        let Reading { pool, .. } = reading;
        let (from, to) = (wanted.from, wanted.to);
        let count = match entity {
            Entity::Contact => {
                let left_out = LeftOut::count(reading, id, wanted).await?;
                let happened = sqlx::query_scalar!(
                    r#"select count(distinct position) as "count!" from read.engagement where contact_id = $1
                         and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3)"#,
                    id,
                    from,
                    to
                )
                .fetch_one(pool)
                .await?;
                happened + left_out
            }
            Entity::Account => {
                sqlx::query_scalar!(
                    r#"select count(distinct e.position) as "count!" from read.contacts k join read.engagement e on e.contact_id = k.id
                       where k.account_id = $1 and ($2::timestamptz is null or e.at >= $2) and ($3::timestamptz is null or e.at < $3)"#,
                    id,
                    from,
                    to
                )
                .fetch_one(pool)
                .await?
            }
        };
        Ok(count)
    }

    async fn tally(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        tally: &mut Tally,
    ) -> Result<(), QueryError> {
        let count = self.count(reading, record, &Wanted::default()).await?;
        *tally.kinds.entry(KIND.key).or_default() += count;
        Ok(())
    }
}

async fn of_contact(
    Reading { pool, .. }: Reading<'_>,
    id: Uuid,
    wanted: &Wanted,
    stretch: Stretch,
) -> Result<Vec<Line>, sqlx::Error> {
    sqlx::query_as!(
        Line,
        r#"select e.position as "position!", max(e.at) as "at!", min(e.n)::bigint as "n!", min(e.source) as "source!",
             array_agg(e.kind order by e.at, e.n) as "kinds!", array_agg(e.machine order by e.at, e.n) as "machines!",
             array_agg(e.campaign_id is not null order by e.at, e.n) as "in_campaign!", array_agg(e.contact_id order by e.at, e.n) as "contacts!",
             bool_and(e.message_id is not null) as "ours!",
             array_agg(distinct e.campaign_id) filter (where e.campaign_id is not null) as campaigns, min(g.name) as campaign_name
           from read.engagement e left join read.campaigns g on g.id = e.campaign_id where e.contact_id = $1
             and ($2::bigint is null or e.position < $2) and ($3::bigint is null or e.position > $3)
             and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7)
           group by e.position order by case when $4 then e.position else -e.position end limit $5"#,
        id,
        stretch.before,
        stretch.after,
        stretch.backwards,
        stretch.limit,
        wanted.from,
        wanted.to
    )
    .fetch_all(pool)
    .await
}

/// What happened to its contacts.
async fn of_account(
    Reading { pool, .. }: Reading<'_>,
    id: Uuid,
    wanted: &Wanted,
    stretch: Stretch,
) -> Result<Vec<Line>, sqlx::Error> {
    sqlx::query_as!(
        Line,
        r#"select e.position as "position!", max(e.at) as "at!", min(e.n)::bigint as "n!", min(e.source) as "source!",
             array_agg(e.kind order by e.at, e.n) as "kinds!", array_agg(e.machine order by e.at, e.n) as "machines!",
             array_agg(e.campaign_id is not null order by e.at, e.n) as "in_campaign!", array_agg(e.contact_id order by e.at, e.n) as "contacts!",
             bool_and(e.message_id is not null) as "ours!",
             array_agg(distinct e.campaign_id) filter (where e.campaign_id is not null) as campaigns, min(g.name) as campaign_name
           from read.contacts k join read.engagement e on e.contact_id = k.id left join read.campaigns g on g.id = e.campaign_id
           where k.account_id = $1
             and ($2::bigint is null or e.position < $2) and ($3::bigint is null or e.position > $3)
             and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7)
           group by e.position order by case when $4 then e.position else -e.position end limit $5"#,
        id,
        stretch.before,
        stretch.after,
        stretch.backwards,
        stretch.limit,
        wanted.from,
        wanted.to
    )
    .fetch_all(pool)
    .await
}

/// What one fact tells of the record, in the order in which it happened.
#[derive(Debug)]
struct Line {
    position: i64,
    at: DateTime<Utc>,
    n: i64,
    source: String,
    kinds: Vec<String>,
    machines: Vec<bool>,
    in_campaign: Vec<bool>,
    contacts: Vec<Uuid>,
    /// All of it was told of mails of our own.
    ours: bool,
    campaigns: Option<Vec<Uuid>>,
    campaign_name: Option<String>,
}

impl Line {
    fn entry(self, of: Entity) -> HistoryEntry {
        let (source, source_label) = self.source();
        let Line { position, at, n, kinds, machines, in_campaign, contacts, .. } = self;
        let told: Vec<(Told, Uuid)> = kinds
            .into_iter()
            .zip(machines)
            .zip(in_campaign)
            .map(|((kind, machine), campaign)| Told { kind, machine, campaign })
            .zip(contacts)
            .collect();
        entry((position, n, at), event_type(&told), title(&told, of), (source, source_label))
    }

    /// Where it is known from, and as people read it: the campaign, or the system that told of it.
    fn source(&self) -> (String, String) {
        match (self.ours, self.campaigns.as_deref(), &self.campaign_name) {
            (true, Some([campaign]), Some(name)) => of_campaign(*campaign, name),
            _ => (told_by(&self.source), self.source.clone()),
        }
    }
}

/// Who was in a campaign and was not written to, or perhaps was not.
fn not_emailed(left_out: &LeftOut) -> HistoryEntry {
    let LeftOut { position, at, campaign, campaign_name, .. } = left_out;
    let source = match campaign_name {
        Some(name) => of_campaign(*campaign, name),
        None => (told_by(SYSTEM), SYSTEM.to_owned()),
    };
    entry((*position, 0, *at), "EngagementNotEmailed".to_owned(), left_out.words(), source)
}

/// `source`: as it is written, and as people read it.
fn entry(
    (position, sequence, at): (i64, i64, DateTime<Utc>),
    event_type: String,
    title: String,
    (source, source_label): (String, String),
) -> HistoryEntry {
    HistoryEntry {
        position,
        sequence,
        kind: KIND.key,
        event_type,
        title,
        at,
        source,
        source_label,
        import_id: None,
        import_row: None,
        actor_id: None,
        role: String::new(),
        restored_from: None,
        changes: Vec::new(),
        undoable: false,
        request_id: None,
        about: None,
    }
}

fn of_campaign(campaign: Uuid, name: &str) -> (String, String) {
    (format!("{OF_CAMPAIGN}{campaign}"), name.to_owned())
}

fn told_by(system: &str) -> String {
    format!("{}:{system}", KIND.key)
}

/// For whoever may not see campaigns.
pub(crate) fn without_campaigns(entries: &mut [HistoryEntry]) {
    for entry in entries {
        entry.about = None;
        if entry.source.starts_with(OF_CAMPAIGN) {
            entry.source = told_by(SYSTEM);
            SYSTEM.clone_into(&mut entry.source_label);
        }
    }
}

/// One thing of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    kind: String,
    machine: bool,
    campaign: bool,
}

/// `EngagementOpened`, of what happened last.
fn event_type(told: &[(Told, Uuid)]) -> String {
    format!("Engagement{}", capital(told.last().map_or("", |(last, _)| last.kind.as_str())))
}

/// "Opened an email in a campaign, 2 times; clicked in an email": what is alike together, in the order in which it began.
fn title(told: &[(Told, Uuid)], of: Entity) -> String {
    let mut each: Vec<(&Told, Vec<Uuid>)> = Vec::new();
    for (one, contact) in told {
        match each.iter_mut().find(|(known, _)| *known == one) {
            Some((_, contacts)) => contacts.push(*contact),
            None => each.push((one, vec![*contact])),
        }
    }
    let words: Vec<String> = each.into_iter().map(|(one, contacts)| words(one, contacts, of)).collect();
    capital(&words.join("; "))
}

/// `contacts`: to whom it happened, each as often as it did.
fn words(Told { kind, machine, campaign }: &Told, mut contacts: Vec<Uuid>, of: Entity) -> String {
    // One of a newer release is shown as it is called.
    let did = Did::parse(kind).map_or(kind.as_str(), |did| did.words().did);
    let times = contacts.len();
    contacts.sort_unstable();
    contacts.dedup();
    let people = contacts.len();
    let did = match (of, people) {
        (Entity::Contact, _) => did.to_owned(),
        (Entity::Account, 1) => format!("a contact {did}"),
        (Entity::Account, _) => match did.strip_prefix("was ") {
            Some(happened) => format!("{people} contacts were {happened}"),
            None => format!("{people} contacts {did}"),
        },
    };
    let campaign = if *campaign { " in a campaign" } else { "" };
    let often = if times > people { format!(", {times} times") } else { String::new() };
    let machine = if *machine { " (by a machine)" } else { "" };
    format!("{did}{campaign}{often}{machine}")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
