//! Bounces and complaints are counted for what may be paused because of them.

use std::collections::BTreeMap;

use pivotal_domain::email::tracking::signal::{Key16, Kind, Signal};
use uuid::Uuid;

use crate::context::Context;
use crate::email::sending::health::{self, Counts};
use crate::error::CommandError;

/// Of no weight should it be lost: it is counted behind the append.
pub(super) async fn count(ctx: &Context, signals: &[(Key16, Signal)]) -> Result<(), CommandError> {
    let counts = by_campaign(signals.iter().map(|(_, signal)| signal));
    if counts.is_empty() {
        return Ok(());
    }
    let pool = &ctx.log.pools.write;
    let campaigns: Vec<Uuid> = counts.keys().copied().collect();
    let rows = sqlx::query!(
        "select campaign, from_domain from guard.email_campaigns where campaign = any($1)",
        &campaigns
    )
    .fetch_all(pool)
    .await?;
    for row in rows {
        let counts = counts.get(&row.campaign).copied().unwrap_or_default();
        health::count(pool, row.campaign, &row.from_domain, counts, ctx.now()).await?;
    }
    Ok(())
}

/// Only campaigns of which there is something to count.
fn by_campaign<'a>(signals: impl Iterator<Item = &'a Signal>) -> BTreeMap<Uuid, Counts> {
    let mut all: BTreeMap<Uuid, Counts> = BTreeMap::new();
    for signal in signals {
        let one = match signal.k {
            Kind::BouncedHard => Counts { hard: 1, ..Counts::default() },
            Kind::BouncedSoft => Counts { soft: 1, ..Counts::default() },
            Kind::Complained => Counts { complaints: 1, ..Counts::default() },
            _ => continue,
        };
        let held = all.entry(signal.g).or_default();
        held.hard += one.hard;
        held.soft += one.soft;
        held.complaints += one.complaints;
    }
    all
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn bounces_and_complaints_are_counted_by_campaign() {
        let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let signal = |g: Uuid, k: Kind| Signal {
            m: Uuid::nil(),
            g,
            c: Uuid::nil(),
            k,
            at: DateTime::UNIX_EPOCH,
            l: None,
            s: None,
            d: None,
            f: None,
        };
        let signals = [
            signal(first, Kind::BouncedHard),
            signal(first, Kind::BouncedHard),
            signal(first, Kind::BouncedSoft),
            signal(second, Kind::Complained),
            signal(Uuid::from_u128(3), Kind::Delivered),
        ];
        let counts = by_campaign(signals.iter());
        assert_eq!(counts.len(), 2);
        assert_eq!(counts[&first], Counts { sent: 0, soft: 1, hard: 2, complaints: 0 });
        assert_eq!(counts[&second].complaints, 1);
    }
}
