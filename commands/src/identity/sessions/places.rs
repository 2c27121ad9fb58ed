//! Where somebody has signed in from before: a browser in a network. Kept as keyed hashes, so that the table says of nobody where they
//! were.

use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::identity::actor::Actor;
use sqlx::PgConnection;
use uuid::Uuid;

use super::Origin;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::queue::insert_in;
use crate::mail::security::Notice;

/// A place that nobody came from for this long is new again.
pub const REMEMBERED: Duration = Duration::days(180);

/// Remembers where a sign-in came from. One from a new place is told to the user by mail, in the same transaction; the first of all is
/// not, for there is nothing that it differs from.
pub(super) async fn see_in(
    tx: &mut PgConnection,
    ctx: &Context,
    user: Uuid,
    session: Uuid,
    origin: &Origin,
    now: DateTime<Utc>,
) -> Result<(), CommandError> {
    let key = ctx.log.blind.key("known_place", &format!("{user} {}", of(origin)));
    // Of two sign-ins from a new place at the same moment, one waits here and finds it known.
    let fresh = sqlx::query!(
        "insert into auth.known_places (user_id, key, first_seen, last_seen) values ($1, $2, $3, $3) on conflict do nothing",
        user,
        key,
        now
    )
    .execute(&mut *tx)
    .await?;
    if fresh.rows_affected() == 0 {
        sqlx::query!(
            "update auth.known_places set last_seen = $3 where user_id = $1 and key = $2",
            user,
            key,
            now
        )
        .execute(&mut *tx)
        .await?;
        return Ok(());
    }
    let others = sqlx::query_scalar!(
        r#"select exists (select 1 from auth.known_places where user_id = $1 and key <> $2) as "others!""#,
        user,
        key
    )
    .fetch_one(&mut *tx)
    .await?;
    if others {
        let job = Notice::NewSignIn { session }.job(&Actor::system("system"), user, now)?;
        insert_in(&mut *tx, &job, now).await?;
    }
    Ok(())
}

/// A browser without its version, which changes every month, in a network: an address changes every day.
fn of(origin: &Origin) -> String {
    let agent = origin.user_agent.as_deref().unwrap_or_default();
    let browser: String = agent.chars().filter(|c| !c.is_ascii_digit()).take(300).collect();
    let network = origin.ip.as_deref().map(|ip| match ip.parse() {
        Ok(IpAddr::V4(ip)) => ip.octets()[..3].iter().map(ToString::to_string).collect::<Vec<_>>().join("."),
        Ok(IpAddr::V6(ip)) => {
            ip.segments()[..3].iter().map(ToString::to_string).collect::<Vec<_>>().join(":")
        }
        Err(_) => ip.to_owned(),
    });
    format!("{browser} {}", network.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(ip: &str, agent: &str) -> String {
        of(&Origin { ip: Some(ip.into()), user_agent: Some(agent.into()), request_id: None })
    }

    #[test]
    fn a_newer_version_and_a_neighbouring_address_are_the_same_place() {
        assert_eq!(place("192.0.2.7", "Firefox/139.0"), place("192.0.2.200", "Firefox/140.0"));
        assert_eq!(place("2001:db8:1::7", "x"), place("2001:db8:1:2::9", "x"));
    }

    #[test]
    fn another_browser_or_network_is_another_place() {
        assert_ne!(place("192.0.2.7", "Firefox/139.0"), place("192.0.2.7", "Safari/139.0"));
        assert_ne!(place("192.0.2.7", "Firefox/139.0"), place("198.51.100.7", "Firefox/139.0"));
        assert_eq!(of(&Origin::default()), " ");
    }
}
