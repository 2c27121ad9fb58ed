//! Requests for pixels and links, from their table into the log. Each is one, and let in once all the same: its place in the table is in
//! its key.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::machine::Method;
use pivotal_domain::email::tracking::signal::{Features, Key16, Kind};

use super::told::{Names, Told, key_of};
use super::write::write;
use super::{AGAIN, CHUNK};
use crate::context::Context;
use crate::error::CommandError;

/// Hits that are read together.
const HITS: i64 = 5_000;

/// Whether any was taken in.
pub(super) async fn take_in(ctx: &Context) -> Result<bool, CommandError> {
    let pool = &ctx.log.pools.write;
    let now = ctx.now();
    let rows = sqlx::query!(
        "select id, kind, message, link, at, method, agent, agent_key, net, net_key, marks
         from mail.hits where next_at is null or next_at <= $1 order by id limit $2",
        now,
        HITS
    )
    .fetch_all(pool)
    .await?;
    if rows.is_empty() {
        return Ok(false);
    }
    let mut told: BTreeMap<&'static str, Vec<Told>> = BTreeMap::new();
    let mut unreadable = Vec::new();
    for row in rows {
        let Some(kind) = Kind::parse(&row.kind).filter(|kind| kind.is_hit()) else {
            unreadable.push(row.id);
            continue;
        };
        let features = Features {
            agent: row.agent_key.as_deref().map(Key16::of),
            net: row.net,
            net_key: Key16::of(&row.net_key),
            method: method(&row.method),
            marks: u8::try_from(row.marks).unwrap_or_default(),
            told: false,
        };
        let said = format!("hit|{}|{}|{}", row.id, row.message, row.at.timestamp_micros());
        let one = Told {
            row: row.id,
            key: key_of(&ctx.log.blind, &said),
            kind,
            at: row.at,
            detail: None,
            reach: None,
            link: row.link.and_then(|link| u16::try_from(link).ok()),
            features: Some(features),
            agent: row.agent,
            words: None,
            address: None,
            names: Names { token: Some(row.message), ..Names::default() },
            follow: None,
            reply: None,
            proven: true,
        };
        told.entry(source_of(kind)).or_default().push(one);
    }
    let (mut done, mut waiting) = (unreadable, Vec::new());
    for (source, told) in told {
        for chunk in told.chunks(CHUNK) {
            let written = write(ctx, source, None, chunk).await?;
            let (wait, gone): (Vec<i64>, Vec<i64>) =
                chunk.iter().map(|told| told.row).partition(|row| written.waiting.contains(row));
            waiting.extend(wait);
            done.extend(gone);
        }
    }
    sqlx::query!("delete from mail.hits where id = any($1)", &done).execute(pool).await?;
    later(ctx, &waiting, now + AGAIN).await?;
    Ok(!done.is_empty())
}

async fn later(ctx: &Context, ids: &[i64], at: DateTime<Utc>) -> Result<(), CommandError> {
    if !ids.is_empty() {
        sqlx::query!("update mail.hits set next_at = $2 where id = any($1)", ids, at)
            .execute(&ctx.log.pools.write)
            .await?;
    }
    Ok(())
}

fn source_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Opened => "pixel",
        _ => "link",
    }
}

/// As [`Method`] is kept.
fn method(text: &str) -> Method {
    match text {
        "get" => Method::Get,
        "head" => Method::Head,
        _ => Method::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_comes_from_the_pixel_or_a_link() {
        assert_eq!(source_of(Kind::Opened), "pixel");
        assert_eq!((source_of(Kind::Clicked), source_of(Kind::Trapped)), ("link", "link"));
        assert_eq!(
            (method("head"), method("get"), method("post")),
            (Method::Head, Method::Get, Method::Other)
        );
    }
}
