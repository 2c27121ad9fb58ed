//! What happened, as rows: gathered over a batch and written all at once.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::engagement::facts::Recorded;
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::engagement::mail::{SYSTEM, of_hit, of_signal};
use pivotal_domain::email::sending::facts::OutcomesRecorded;
use pivotal_domain::email::sending::outcome::Became;
use pivotal_domain::email::tracking::facts::{HitsJudged, SignalsRecorded};
use uuid::Uuid;

use super::activity;
use super::whose::Whose;
use crate::runner::Target;

/// Rows that are held before they are written: a fact tells of some hundred, and a batch may have a thousand facts.
const MOST: usize = 10_000;

#[derive(Debug, Default)]
pub(super) struct Rows {
    /// What another system told: as often as it was told.
    told: Vec<Row>,
    /// Of a mail, the first of its kind.
    firsts: Vec<Row>,
    /// Mails with what was told of them in this batch already.
    seen: HashSet<(Uuid, Kind)>,
    /// By where they were told: what was judged twice is as it was judged last.
    hits: HashMap<(i64, i32), Row>,
}

/// Whose it is, is what was told: where they stand now is asked when it is written.
#[derive(Debug, Clone)]
struct Row {
    contact: Uuid,
    kind: &'static str,
    channel: &'static str,
    campaign: Option<Uuid>,
    message: Option<Uuid>,
    at: DateTime<Utc>,
    machine: bool,
    source: String,
    position: i64,
    n: i32,
}

impl Rows {
    pub fn is_full(&self) -> bool {
        self.told.len() + self.firsts.len() + self.hits.len() >= MOST
    }

    pub fn told(&mut self, position: i64, Recorded { system, touches, .. }: Recorded) {
        self.told.extend((0..).zip(touches).map(|(n, touch)| Row {
            contact: touch.contact,
            kind: touch.kind.as_str(),
            channel: touch.channel.as_str(),
            campaign: touch.campaign,
            message: None,
            at: touch.at,
            machine: touch.machine,
            source: system.clone(),
            position,
            n,
        }));
    }

    /// Of what became of recipients only what left says anything; what may have left is told again once that is known.
    pub fn outcomes(&mut self, position: i64, told: OutcomesRecorded) {
        let OutcomesRecorded { campaign, at, outcomes, .. } = told;
        for (n, outcome) in (0..).zip(outcomes) {
            if let (Became::Sent, Some(message)) = (outcome.o, outcome.m) {
                self.first(Kind::Sent, (outcome.c, campaign, message), at, (position, n));
            }
        }
    }

    /// Hits are rows once they are judged.
    pub fn signals(&mut self, position: i64, told: SignalsRecorded) {
        for (n, signal) in (0..).zip(told.signals) {
            if let Some(kind) = of_signal(signal.k) {
                self.first(kind, (signal.c, signal.g, signal.m), signal.at, (position, n));
            }
        }
    }

    pub fn verdicts(&mut self, judged: HitsJudged) {
        for verdict in judged.verdicts {
            let Some(kind) = of_hit(verdict.k) else { continue };
            let place = (verdict.p, i32::try_from(verdict.n).unwrap_or(i32::MAX));
            let row = of_mail(kind, (verdict.c, verdict.g, verdict.m), verdict.at, place);
            self.hits.insert(place, Row { machine: verdict.h, ..row });
        }
    }

    fn first(&mut self, kind: Kind, of: (Uuid, Uuid, Uuid), at: DateTime<Utc>, place: (i64, i32)) {
        let (_, _, message) = of;
        if self.seen.insert((message, kind)) {
            self.firsts.push(of_mail(kind, of, at, place));
        }
    }

    pub async fn write(self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        let Rows { told, firsts, hits, .. } = self;
        let hits: Vec<Row> = hits.into_values().collect();
        let all = || told.iter().chain(&firsts).chain(&hits);
        if all().next().is_none() {
            return Ok(());
        }
        let whose = Whose::of(target, all().map(|row| row.contact).collect()).await?;
        let turned = judge_anew(target, Columns::of(&hits, &whose)).await?;
        let mut plain = Columns::of(&told, &whose);
        plain.add(&hits, &whose);
        insert(target, plain, "true").await?;
        insert(target, Columns::of(&firsts, &whose), &is_first(target.schema)).await?;
        if turned.is_empty() {
            return Ok(());
        }
        activity::anew(target, &turned).await
    }
}

/// `of`: contact, campaign, message.
fn of_mail(
    kind: Kind,
    (contact, campaign, message): (Uuid, Uuid, Uuid),
    at: DateTime<Utc>,
    (position, n): (i64, i32),
) -> Row {
    Row {
        contact,
        kind: kind.as_str(),
        channel: kind.channel().as_str(),
        campaign: Some(campaign),
        message: Some(message),
        at,
        machine: false,
        source: SYSTEM.to_owned(),
        position,
        n,
    }
}

/// Rows by columns, as one statement takes them.
#[derive(Debug, Default)]
struct Columns {
    contacts: Vec<Uuid>,
    kinds: Vec<&'static str>,
    channels: Vec<&'static str>,
    campaigns: Vec<Option<Uuid>>,
    messages: Vec<Option<Uuid>>,
    at: Vec<DateTime<Utc>>,
    machines: Vec<bool>,
    sources: Vec<String>,
    positions: Vec<i64>,
    places: Vec<i32>,
    /// An array of ids each, as text: arrays of arrays cannot be taken apart.
    came_by: Vec<String>,
}

impl Columns {
    fn of(rows: &[Row], whose: &Whose) -> Self {
        let mut columns = Columns::default();
        columns.add(rows, whose);
        columns
    }

    /// What is told of somebody who was erased is nobody's.
    fn add(&mut self, rows: &[Row], whose: &Whose) {
        for row in rows {
            let Some((contact, came_by)) = whose.now(row.contact) else { continue };
            self.contacts.push(contact);
            self.kinds.push(row.kind);
            self.channels.push(row.channel);
            self.campaigns.push(row.campaign);
            self.messages.push(row.message);
            self.at.push(row.at);
            self.machines.push(row.machine);
            self.sources.push(row.source.clone());
            self.positions.push(row.position);
            self.places.push(row.n);
            let ids: Vec<String> = came_by.iter().map(Uuid::to_string).collect();
            self.came_by.push(format!("{{{}}}", ids.join(",")));
        }
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked. They look rows up by contact, which is
// what the primary key begins with: a rebuild has no other index at first.

/// Whether nothing of the kind was told of the mail before.
fn is_first(schema: &str) -> String {
    format!(
        "not exists (select from {schema}.engagement x where x.contact_id = u.contact and x.kind = u.kind and x.message_id = u.message)"
    )
}

/// What is there already stays as it is. When something was last is worked out of what is new.
async fn insert(target: &mut Target<'_>, rows: Columns, which: &str) -> Result<(), sqlx::Error> {
    if rows.contacts.is_empty() {
        return Ok(());
    }
    let schema = target.schema;
    let sql = format!(
        "with added as (
           insert into {schema}.engagement (contact_id, kind, channel, campaign_id, message_id, at, machine, source, position, n, came_by)
           select u.contact, u.kind, u.channel, u.campaign, u.message, u.at, u.machine, u.source, u.position, u.n, u.came_by::uuid[]
           from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::boolean[], $8::text[], $9::bigint[],
             $10::integer[], $11::text[]) as u(contact, kind, channel, campaign, message, at, machine, source, position, n, came_by)
           where {which}
           on conflict do nothing returning contact_id, kind, at, machine
         ) {}",
        activity::take_along(schema, "added e")
    );
    sqlx::query(&sql)
        .bind(rows.contacts)
        .bind(rows.kinds)
        .bind(rows.channels)
        .bind(rows.campaigns)
        .bind(rows.messages)
        .bind(rows.at)
        .bind(rows.machines)
        .bind(rows.sources)
        .bind(rows.positions)
        .bind(rows.places)
        .bind(rows.came_by)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// Of hits that were judged before, the last verdict holds. Answers whose activity that may change.
async fn judge_anew(target: &mut Target<'_>, hits: Columns) -> Result<Vec<Uuid>, sqlx::Error> {
    if hits.contacts.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "update {}.engagement e set machine = u.machine
         from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[], $5::integer[], $6::boolean[])
           as u(contact, kind, at, position, n, machine)
         where e.contact_id = u.contact and e.kind = u.kind and e.at = u.at and e.position = u.position and e.n = u.n
           and e.machine <> u.machine
         returning e.contact_id",
        target.schema
    );
    let mut turned: Vec<Uuid> = sqlx::query_scalar(&sql)
        .bind(hits.contacts)
        .bind(hits.kinds)
        .bind(hits.at)
        .bind(hits.positions)
        .bind(hits.places)
        .bind(hits.machines)
        .fetch_all(&mut *target.connection)
        .await?;
    turned.sort_unstable();
    turned.dedup();
    Ok(turned)
}
