//! How much one person, or one key, may ask of the doors that cost much. Counted in Postgres, as attempts to sign in are, so it holds
//! across processes. Which fields and routes are such doors is the API's to say.

use chrono::Duration;
use pivotal_domain::identity::actor::Actor;

use crate::context::Context;
use crate::error::CommandError;

/// Doors that are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    /// Searches, and what is suggested while somebody types.
    Searches,
    /// Lists of records and how many there are.
    Lists,
    /// Looks ahead at what a large change would do.
    Previews,
    /// Files that are made of what a list shows.
    Exports,
    /// Invitations and other mails that somebody has sent.
    Mails,
}

impl Door {
    pub const ALL: [Door; 5] = [Door::Searches, Door::Lists, Door::Previews, Door::Exports, Door::Mails];

    fn as_str(self) -> &'static str {
        match self {
            Door::Searches => "searches",
            Door::Lists => "lists",
            Door::Previews => "previews",
            Door::Exports => "exports",
            Door::Mails => "mails",
        }
    }

    /// Within which time is counted. What is read comes in bursts; what leaves the house is looked at for longer.
    pub fn window(self) -> Duration {
        match self {
            Door::Searches | Door::Lists | Door::Previews => Duration::minutes(1),
            Door::Exports | Door::Mails => Duration::hours(1),
        }
    }

    /// As in "at most 600 a minute".
    fn each(self) -> &'static str {
        match self {
            Door::Searches | Door::Lists | Door::Previews => "a minute",
            Door::Exports | Door::Mails => "an hour",
        }
    }
}

/// How often each door opens for one person or key; 0 is without limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// A minute.
    pub searches: i32,
    /// A minute.
    pub lists: i32,
    /// A minute.
    pub previews: i32,
    /// An hour.
    pub exports: i32,
    /// An hour.
    pub mails: i32,
}

impl Limits {
    fn of(&self, door: Door) -> i32 {
        match door {
            Door::Searches => self.searches,
            Door::Lists => self.lists,
            Door::Previews => self.previews,
            Door::Exports => self.exports,
            Door::Mails => self.mails,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum RateLimitError {
    #[error("{}", message(*.door, *.allowed, *.wait))]
    Reached { door: Door, allowed: i32, wait: Duration },
    #[error(transparent)]
    Command(#[from] CommandError),
}

/// Counts what somebody asks for before it is done, so that many at once cannot slip through. What is refused is counted once more and
/// no more: who waits as long as they are told gets in.
pub async fn ask(
    ctx: &Context,
    actor: &Actor,
    limits: &Limits,
    door: Door,
    times: i32,
) -> Result<(), RateLimitError> {
    let most = limits.of(door);
    if most == 0 || actor.is_system() {
        return Ok(());
    }
    let who = actor.key.as_ref().map_or(actor.user_id, |key| key.id);
    let now = ctx.now();
    let asked = sqlx::query!(
        r#"insert into auth.asked as a (door, who, times, window_started) values ($1, $2, $3, $4)
           on conflict (door, who) do update set
             times = case when a.window_started <= $5 then $3 else least(a.times, $6) + $3 end,
             window_started = case when a.window_started <= $5 then $4 else a.window_started end
           returning times, window_started"#,
        door.as_str(),
        who,
        times,
        now,
        now - door.window(),
        most
    )
    .fetch_one(&ctx.log.pools.write)
    .await
    .map_err(CommandError::from)?;
    if asked.times <= most {
        return Ok(());
    }
    metrics::counter!("pivotal_rate_limited_total", "door" => door.as_str()).increment(1);
    Err(RateLimitError::Reached { door, allowed: most, wait: asked.window_started + door.window() - now })
}

/// Forgets windows that are over; for the recurring job that tidies up after sign-ins.
pub async fn tidy(ctx: &Context) -> Result<(), CommandError> {
    let longest = Door::ALL.iter().map(|door| door.window()).max().unwrap_or_default();
    sqlx::query!("delete from auth.asked where window_started < $1", ctx.now() - longest)
        .execute(&ctx.log.pools.write)
        .await?;
    Ok(())
}

/// What was too much, how much there may be, and when to go on.
fn message(door: Door, allowed: i32, wait: Duration) -> String {
    let what = match door {
        Door::Searches => "Too many searches",
        Door::Lists => "Too many lists were asked for",
        Door::Previews => "Too many previews",
        Door::Exports => "Too many exports",
        Door::Mails => "Too many mails",
    };
    let seconds = wait.num_seconds().max(0) + 1;
    let wait = match seconds {
        1 => "a second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", (seconds + 59) / 60),
    };
    format!("{what}: at most {allowed} {} for one person or key. Go on in {wait}.", door.each())
}

#[cfg(test)]
mod tests {
    use pivotal_domain::identity::actor::HeldKey;
    use pivotal_domain::identity::role::Role;
    use uuid::Uuid;

    use super::*;
    use crate::identity::testing::{Setup, actor_of, system};

    const SMALL: Limits = Limits { searches: 2, lists: 0, previews: 1, exports: 1, mails: 1 };

    /// How long to wait, if at all.
    async fn wait(t: &Setup, actor: &Actor, door: Door, times: i32) -> Option<Duration> {
        match ask(&t.ctx, actor, &SMALL, door, times).await {
            Ok(()) => None,
            Err(RateLimitError::Reached { wait, .. }) => Some(wait),
            Err(RateLimitError::Command(error)) => panic!("{error}"),
        }
    }

    #[tokio::test]
    async fn one_more_than_allowed_waits_for_the_window_to_end_and_no_longer() {
        let t = Setup::new().await;
        let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
        assert_eq!(wait(&t, &ada, Door::Searches, 1).await, None);
        t.test.clock.advance(Duration::seconds(20));
        assert_eq!(wait(&t, &ada, Door::Searches, 1).await, None);
        for _ in 0..3 {
            // Asking again and again makes it no longer.
            assert_eq!(wait(&t, &ada, Door::Searches, 1).await, Some(Duration::seconds(40)));
        }
        t.test.clock.advance(Duration::seconds(40));
        assert_eq!(wait(&t, &ada, Door::Searches, 1).await, None);
    }

    #[tokio::test]
    async fn doors_people_and_keys_are_counted_apart() {
        let t = Setup::new().await;
        let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
        let grace = actor_of(&t.user("grace@example.com", Role::Admin, None).await);
        let key = HeldKey { id: Uuid::now_v7(), scopes: Vec::new() };
        let program = Actor { key: Some(key), ..ada.clone() };
        assert!(wait(&t, &ada, Door::Searches, 3).await.is_some(), "three in one request");
        for other in [&grace, &program] {
            assert_eq!(wait(&t, other, Door::Searches, 2).await, None);
        }
        assert_eq!(wait(&t, &ada, Door::Mails, 1).await, None);
        assert_eq!(wait(&t, &ada, Door::Mails, 1).await, Some(Duration::hours(1)));
        assert_eq!(wait(&t, &ada, Door::Lists, 1_000).await, None, "0 is without limit");
        assert_eq!(wait(&t, &system(), Door::Mails, 1_000).await, None, "what nobody asked for");
    }

    #[tokio::test]
    async fn windows_that_are_over_are_forgotten() {
        let t = Setup::new().await;
        let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
        assert_eq!(wait(&t, &ada, Door::Mails, 1).await, None);
        let kept = async || -> i64 {
            let count = "select count(*) from auth.asked";
            sqlx::query_scalar(count).fetch_one(&t.ctx.log.pools.write).await.unwrap()
        };
        tidy(&t.ctx).await.unwrap();
        assert_eq!(kept().await, 1);
        t.test.clock.advance(Duration::hours(2));
        tidy(&t.ctx).await.unwrap();
        assert_eq!(kept().await, 0);
    }

    #[test]
    fn it_says_what_was_too_much_and_when_to_go_on() {
        let said = message(Door::Searches, 600, Duration::seconds(39));
        assert_eq!(
            said,
            "Too many searches: at most 600 a minute for one person or key. Go on in 40 seconds."
        );
        assert!(
            message(Door::Mails, 300, Duration::minutes(59))
                .ends_with("an hour for one person or key. Go on in 60 minutes.")
        );
    }
}
