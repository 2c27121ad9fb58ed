//! What happened between us and a contact, on its time line: emails and calls, a line for each fact that tells of it.

use async_trait::async_trait;
use pivotal_domain::audience::engagement::kind::Kind as Did;
use pivotal_domain::audience::fields::catalogue::Entity;
use uuid::Uuid;

use crate::audience::history::port::{Activity, Kind, Reading, Stretch, Tally, Wanted};
use crate::audience::history::query::HistoryEntry;
use crate::page::QueryError;

pub const KIND: Kind = Kind { key: "engagement", label: "Emails and calls" };

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
        Reading { pool, .. }: Reading<'_>,
        (entity, id): (Entity, Uuid),
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<HistoryEntry>, QueryError> {
        if entity != Entity::Contact || wanted.actor.is_some() {
            return Ok(Vec::new());
        }
        let rows = sqlx::query!(
            r#"select position, max(at) as "at!", min(n)::bigint as "n!", min(source) as "source!",
                 array_agg(kind order by at, n) as "kinds!", array_agg(machine order by at, n) as "machines!",
                 array_agg(campaign_id is not null order by at, n) as "campaigns!"
               from read.engagement where contact_id = $1
                 and ($2::bigint is null or position < $2) and ($3::bigint is null or position > $3)
                 and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
               group by position order by case when $4 then position else -position end limit $5"#,
            id,
            stretch.before,
            stretch.after,
            stretch.backwards,
            stretch.limit,
            wanted.from,
            wanted.to
        )
        .fetch_all(pool)
        .await?;
        let entries = rows.into_iter().map(|row| {
            let told: Vec<Told> = row
                .kinds
                .into_iter()
                .zip(row.machines)
                .zip(row.campaigns)
                .map(|((kind, machine), campaign)| Told { kind, machine, campaign })
                .collect();
            HistoryEntry {
                position: row.position,
                sequence: row.n,
                kind: KIND.key,
                event_type: event_type(&told),
                title: title(&told),
                at: row.at,
                source: format!("{}:{}", KIND.key, row.source),
                source_label: row.source,
                import_id: None,
                import_row: None,
                actor_id: None,
                role: String::new(),
                restored_from: None,
                changes: Vec::new(),
                undoable: false,
                request_id: None,
            }
        });
        Ok(entries.collect())
    }

    async fn count(
        &self,
        Reading { pool, .. }: Reading<'_>,
        (entity, id): (Entity, Uuid),
        wanted: &Wanted,
    ) -> Result<i64, QueryError> {
        if entity != Entity::Contact || wanted.actor.is_some() {
            return Ok(0);
        }
        Ok(sqlx::query_scalar!(
            r#"select count(distinct position) as "count!" from read.engagement where contact_id = $1
                 and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3)"#,
            id,
            wanted.from,
            wanted.to
        )
        .fetch_one(pool)
        .await?)
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

/// One thing of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    kind: String,
    machine: bool,
    campaign: bool,
}

/// `EngagementOpened`, of what happened last.
fn event_type(told: &[Told]) -> String {
    format!("Engagement{}", capital(told.last().map_or("", |last| last.kind.as_str())))
}

/// "Opened an email in a campaign, 2 times; clicked in an email": what is alike together, in the order in which it began.
fn title(told: &[Told]) -> String {
    let mut each: Vec<(&Told, usize)> = Vec::new();
    for one in told {
        match each.iter_mut().find(|(known, _)| *known == one) {
            Some((_, times)) => *times += 1,
            None => each.push((one, 1)),
        }
    }
    let words: Vec<String> = each.into_iter().map(|(one, times)| words(one, times)).collect();
    capital(&words.join("; "))
}

fn words(Told { kind, machine, campaign }: &Told, times: usize) -> String {
    // One of a newer release is shown as it is called.
    let did = Did::parse(kind).map_or(kind.as_str(), |did| did.words().did);
    let campaign = if *campaign { " in a campaign" } else { "" };
    let machine = if *machine { " (by a machine)" } else { "" };
    match times {
        1 => format!("{did}{campaign}{machine}"),
        times => format!("{did}{campaign}, {times} times{machine}"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
