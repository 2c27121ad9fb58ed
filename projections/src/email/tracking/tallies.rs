//! How many of what: what mails counted before a batch is taken off, what they count after it is put on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::message::{Counted, Line, Message, hour_of};
use crate::runner::Target;

/// Of a campaign's variant.
type Of = (Uuid, i16);

/// Differences; nothing stands in here that comes to nothing.
#[derive(Debug, Default)]
pub(super) struct Tallies {
    /// Mails and hits.
    counts: BTreeMap<(Of, Line), (i64, i64)>,
    hours: BTreeMap<(Of, Line, DateTime<Utc>), i64>,
    /// Mails, hits of people, hits of programs.
    links: BTreeMap<(Of, i32), (i64, i64, i64)>,
}

impl Tallies {
    pub fn take_off(&mut self, message: &Message) {
        self.add(message, -1);
    }

    pub fn put_on(&mut self, message: &Message) {
        self.add(message, 1);
    }

    fn add(&mut self, message: &Message, sign: i64) {
        let of = (message.campaign, message.variant.unwrap_or(-1));
        for (line, Counted { at, hits }) in message.counted() {
            let (mails, all) = self.counts.entry((of, line)).or_default();
            *mails += sign;
            *all += sign * hits;
            *self.hours.entry((of, line, hour_of(at))).or_default() += sign;
        }
        for (link, (people, programs)) in message.links() {
            let (mails, hits, machine) = self.links.entry((of, link)).or_default();
            *mails += sign * i64::from(people > 0);
            *hits += sign * people;
            *machine += sign * programs;
        }
    }

    pub async fn write(mut self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        self.counts.retain(|_, (mails, hits)| (*mails, *hits) != (0, 0));
        self.hours.retain(|_, mails| *mails != 0);
        self.links.retain(|_, (mails, hits, machine)| (*mails, *hits, *machine) != (0, 0, 0));
        self.write_counts(target).await?;
        self.write_hours(target).await?;
        self.write_links(target).await?;
        self.sweep(target).await
    }

    // The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

    async fn write_counts(&self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        if self.counts.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "insert into {}.email_response_counts as held (campaign_id, variant, kind, machine, messages, hits)
             select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::boolean[], $5::bigint[], $6::bigint[])
             on conflict (campaign_id, variant, kind, machine) do update
               set messages = held.messages + excluded.messages, hits = held.hits + excluded.hits",
            target.schema
        );
        let rows = || self.counts.iter();
        sqlx::query(&sql)
            .bind(rows().map(|((of, _), _)| of.0).collect::<Vec<_>>())
            .bind(rows().map(|((of, _), _)| of.1).collect::<Vec<_>>())
            .bind(rows().map(|((_, line), _)| line.0).collect::<Vec<_>>())
            .bind(rows().map(|((_, line), _)| line.1).collect::<Vec<_>>())
            .bind(rows().map(|(_, counted)| counted.0).collect::<Vec<_>>())
            .bind(rows().map(|(_, counted)| counted.1).collect::<Vec<_>>())
            .execute(&mut *target.connection)
            .await?;
        Ok(())
    }

    async fn write_hours(&self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        if self.hours.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "insert into {}.email_response_hours as held (campaign_id, variant, kind, machine, hour, messages)
             select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::boolean[], $5::timestamptz[], $6::bigint[])
             on conflict (campaign_id, variant, kind, machine, hour) do update set messages = held.messages + excluded.messages",
            target.schema
        );
        let rows = || self.hours.iter();
        sqlx::query(&sql)
            .bind(rows().map(|((of, _, _), _)| of.0).collect::<Vec<_>>())
            .bind(rows().map(|((of, _, _), _)| of.1).collect::<Vec<_>>())
            .bind(rows().map(|((_, line, _), _)| line.0).collect::<Vec<_>>())
            .bind(rows().map(|((_, line, _), _)| line.1).collect::<Vec<_>>())
            .bind(rows().map(|((_, _, hour), _)| *hour).collect::<Vec<_>>())
            .bind(rows().map(|(_, mails)| *mails).collect::<Vec<_>>())
            .execute(&mut *target.connection)
            .await?;
        Ok(())
    }

    async fn write_links(&self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        if self.links.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "insert into {}.email_link_counts as held (campaign_id, variant, link, messages, hits, machine_hits)
             select * from unnest($1::uuid[], $2::smallint[], $3::integer[], $4::bigint[], $5::bigint[], $6::bigint[])
             on conflict (campaign_id, variant, link) do update set messages = held.messages + excluded.messages,
               hits = held.hits + excluded.hits, machine_hits = held.machine_hits + excluded.machine_hits",
            target.schema
        );
        let rows = || self.links.iter();
        sqlx::query(&sql)
            .bind(rows().map(|((of, _), _)| of.0).collect::<Vec<_>>())
            .bind(rows().map(|((of, _), _)| of.1).collect::<Vec<_>>())
            .bind(rows().map(|((_, link), _)| *link).collect::<Vec<_>>())
            .bind(rows().map(|(_, counted)| counted.0).collect::<Vec<_>>())
            .bind(rows().map(|(_, counted)| counted.1).collect::<Vec<_>>())
            .bind(rows().map(|(_, counted)| counted.2).collect::<Vec<_>>())
            .execute(&mut *target.connection)
            .await?;
        Ok(())
    }

    /// Lines that came to nothing go, so that a rebuild has the same ones.
    async fn sweep(&self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        let fewer = self.counts.iter().filter(|(_, counted)| counted.0 < 0).map(|((of, _), _)| of.0);
        let earlier = self.hours.iter().filter(|(_, mails)| **mails < 0).map(|((of, _, _), _)| of.0);
        let campaigns: Vec<Uuid> = fewer.chain(earlier).collect::<BTreeSet<Uuid>>().into_iter().collect();
        if campaigns.is_empty() {
            return Ok(());
        }
        for (table, nothing) in
            [("email_response_counts", "messages = 0 and hits = 0"), ("email_response_hours", "messages = 0")]
        {
            let sql =
                format!("delete from {}.{table} where campaign_id = any($1) and {nothing}", target.schema);
            sqlx::query(&sql).bind(&campaigns).execute(&mut *target.connection).await?;
        }
        Ok(())
    }
}
