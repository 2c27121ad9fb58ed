//! The keeper of segments: follows the log and writes down who enters and who leaves.
//!
//! One is active at a time, whichever process it is in; the others wait for its lock. What it writes is worked out from the read
//! models as they are, held against the members as they are, and forms one chain in the log: killed anywhere, the next one begins
//! where the last one was, finds what is written already, and adds only what is missing.

mod pieces;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use pivotal_commands::audience::segments::membership::{Written, write_members};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::facts::{Cause, MembersChanged, Moved};
use pivotal_log::error::LogError;
use pivotal_log::reader::head_of;
use pivotal_projections::audience::segments::SPEC;
use pivotal_projections::audience::segments::keeper::{self, Item, Standing};
use pivotal_projections::audience::segments::touched::{self, Touch, Touched};
use pivotal_projections::audience::segments::watchers::Watchers;
use pivotal_projections::audience::segments::{look, shown};
use pivotal_projections::freshness::{self, Freshness};
use pivotal_projections::runner::positions::Positions;
use sqlx::{ConnectOptions, PgConnection, PgPool};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use self::pieces::{of_account, parts, united};

/// Session advisory lock of the active keeper.
const LOCK: i64 = 7_075;
/// Entries of the log that are followed at once.
const ENTRIES: i64 = 5_000;
/// Records that are held against segments at once.
const RECORDS: usize = 5_000;
/// Facts of one append.
const FACTS: usize = 20;
/// How long the members may take to show what was written. After that the keeper comes again.
const PATIENCE: Duration = Duration::from_secs(5);
const POLL_MIN: Duration = Duration::from_millis(50);
const POLL_MAX: Duration = Duration::from_millis(250);
const STANDBY: Duration = Duration::from_millis(500);
const RETRY_MAX: Duration = Duration::from_secs(2);

#[derive(Debug, thiserror::Error)]
pub enum KeeperError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the log cannot be read: {0}")]
    Log(#[from] LogError),
    #[error("what was found cannot be written: {0}")]
    Write(#[from] CommandError),
}

/// What one step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Another keeper is active.
    Standby,
    /// Nothing is to be done, or what is to be done waits for the lists.
    Idle,
    /// There may be more.
    Worked,
}

/// Whether a piece of work is done, or is to be begun anew from what is known then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    Yes,
    Again,
}

pub struct SegmentKeeper {
    ctx: Context,
    positions: Positions,
    /// Holds the session lock; losing it is losing the lock.
    connection: Option<PgConnection>,
    /// Position of the last fact about members. None: not known yet, or not any more.
    known_to: Option<i64>,
}

impl std::fmt::Debug for SegmentKeeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SegmentKeeper(..)")
    }
}

impl SegmentKeeper {
    pub fn new(ctx: Context, positions: Positions) -> Self {
        SegmentKeeper { ctx, positions, connection: None, known_to: None }
    }

    /// Works until told to stop.
    pub async fn run(mut self, stop: CancellationToken) {
        let (mut idle, mut retry) = (POLL_MIN, POLL_MIN);
        while !stop.is_cancelled() {
            let pause = match self.step().await {
                Ok(Step::Worked) => {
                    (idle, retry) = (POLL_MIN, POLL_MIN);
                    continue;
                }
                Ok(Step::Idle) => {
                    retry = POLL_MIN;
                    idle = (idle * 2).min(POLL_MAX);
                    idle
                }
                Ok(Step::Standby) => STANDBY,
                Err(error) => {
                    metrics::counter!("pivotal_segment_keeper_failures_total").increment(1);
                    tracing::warn!(%error, "the keeper of segments could not go on; it tries again from where it was");
                    self.known_to = None;
                    retry = (retry * 2).min(RETRY_MAX);
                    retry
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Follows a stretch of the log, and looks at one page of records for a segment that asks for it.
    pub async fn step(&mut self) -> Result<Step, KeeperError> {
        if !self.is_alone().await? {
            return Ok(Step::Standby);
        }
        let pool = self.pool();
        let mut standing = keeper::standing(&pool).await?;
        let begun = keeper::position(&pool).await?;
        let followed_to = begun.map_or(0, |(position, _)| position);
        let shown = shown::shown_to(&pool, &mut standing, followed_to).await?;
        let Some((position, elsewhere)) = begun else {
            keeper::begin(&pool, shown).await?;
            return Ok(Step::Worked);
        };
        shown::fall_behind(&pool, &standing, self.ctx.now()).await?;
        if shown < position {
            // A look would see what is older than what was followed.
            return Ok(Step::Idle);
        }
        metrics::gauge!("pivotal_segment_keeper_lag_events").set((shown - position).max(0) as f64);
        let followed = shown > position;
        if followed && self.follow(&standing, (position, shown)).await? == Done::Again {
            return Ok(Step::Idle);
        }
        let looked = self.look(&standing, elsewhere).await?;
        Ok(if followed || looked { Step::Worked } else { Step::Idle })
    }

    fn pool(&self) -> PgPool {
        self.ctx.log.pools.write.clone()
    }

    async fn is_alone(&mut self) -> Result<bool, sqlx::Error> {
        if let Some(connection) = &mut self.connection {
            // A connection that is gone takes the lock along.
            match sqlx::query("select 1").execute(&mut *connection).await {
                Ok(_) => return Ok(true),
                Err(error) => {
                    (self.connection, self.known_to) = (None, None);
                    return Err(error);
                }
            }
        }
        let options = self.ctx.log.pools.options().application_name("pivotal segment keeper");
        let mut connection = options.connect().await?;
        let locked: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
            .bind(LOCK)
            .fetch_one(&mut connection)
            .await?;
        if locked {
            (self.connection, self.known_to) = (Some(connection), None);
        }
        Ok(locked)
    }

    /// Waits until the members show all that was written about them; the position of the last of it.
    async fn caught_up(&mut self) -> Result<Option<i64>, KeeperError> {
        let pool = self.pool();
        let until = match self.known_to {
            Some(known) => known,
            None => head_of(&pool).await?,
        };
        let seen = freshness::wait(&pool, &self.positions, &[SPEC.name], until, PATIENCE).await?;
        if seen == Freshness::Stale {
            return Ok(None);
        }
        if self.known_to.is_none() {
            self.known_to = Some(keeper::known_to(&pool).await?);
        }
        Ok(self.known_to)
    }

    async fn follow(
        &mut self,
        standing: &[Standing],
        (position, shown): (i64, i64),
    ) -> Result<Done, KeeperError> {
        let pool = self.pool();
        let touched = touched::read(&self.ctx.log, standing, (position, shown), ENTRIES).await?;
        if !standing.is_empty()
            && !touched.is_nothing()
            && self.settle(standing, &touched).await? == Done::Again
        {
            return Ok(Done::Again);
        }
        if !keeper::advance(&pool, (position, touched.to), touched.elsewhere).await? {
            self.known_to = None;
            return Ok(Done::Again);
        }
        Ok(Done::Yes)
    }

    /// Everybody whom what happened can move: the records themselves, and those they are linked to.
    async fn settle(&mut self, standing: &[Standing], touched: &Touched) -> Result<Done, KeeperError> {
        let pool = self.pool();
        if self.see_off(standing, touched).await? == Done::Again {
            return Ok(Done::Again);
        }
        let mut watchers = Watchers::default();
        for (entity, records) in [(Entity::Contact, &touched.contacts), (Entity::Account, &touched.accounts)]
        {
            let own: Vec<Item> = records
                .iter()
                .map(|(id, touch)| {
                    let (own, segments) = watchers.of(standing, (entity, false), &touch.keys);
                    Item { id: *id, by: touch.by, own, linked: Arc::default(), segments }
                })
                .collect();
            if self.hold(standing, entity, own).await? == Done::Again {
                return Ok(Done::Again);
            }
        }
        let mut linked = |entity: Entity, id: Uuid, touch: &Touch| {
            let (linked, segments) = watchers.of(standing, (entity, true), &touch.keys);
            Item { id, by: touch.by, own: Arc::default(), linked, segments }
        };
        let ids: Vec<Uuid> = touched.contacts.keys().copied().collect();
        let mut companies: Vec<Item> = Vec::new();
        for (contact, account) in keeper::accounts_of(&pool, &ids).await? {
            companies
                .extend(touched.contacts.get(&contact).map(|touch| linked(Entity::Account, account, touch)));
        }
        companies.extend(touched.former.iter().map(|(id, touch)| linked(Entity::Account, *id, touch)));
        let matters = |touch: &&Touch| {
            standing.iter().any(|one| one.followed().is_some() && of_account(one, &touch.keys))
        };
        let accounts: Vec<Uuid> =
            touched.accounts.iter().filter(|(_, touch)| matters(touch)).map(|(id, _)| *id).collect();
        if self.hold(standing, Entity::Account, united(companies)).await? == Done::Again {
            return Ok(Done::Again);
        }
        let mut after = Uuid::nil();
        while !accounts.is_empty() {
            let page = keeper::contacts_of(&pool, &accounts, after, RECORDS as i64).await?;
            let Some((last, _)) = page.last() else { break };
            after = *last;
            let mut watchers = Watchers::default();
            let item = |(contact, account): &(Uuid, Uuid)| {
                let touch = touched.accounts.get(account)?;
                let (linked, segments) = watchers.of(standing, (Entity::Contact, true), &touch.keys);
                Some(Item { id: *contact, by: touch.by, own: Arc::default(), linked, segments })
            };
            let items: Vec<Item> = page.iter().filter_map(item).collect();
            if self.hold(standing, Entity::Contact, items).await? == Done::Again {
                return Ok(Done::Again);
            }
        }
        Ok(Done::Yes)
    }

    /// Whoever is erased or part of another record leaves segments that stand still, too.
    async fn see_off(&mut self, standing: &[Standing], touched: &Touched) -> Result<Done, KeeperError> {
        let gone: Vec<Uuid> = touched.gone.keys().copied().collect();
        if gone.is_empty() {
            return Ok(Done::Yes);
        }
        let Some(known) = self.caught_up().await? else { return Ok(Done::Again) };
        let mut changes: Vec<MembersChanged> = Vec::new();
        for (segment, id) in keeper::left_over(&self.pool(), &gone).await? {
            let Some(of) = standing.iter().find(|one| one.id == segment && one.followed().is_none()) else {
                continue;
            };
            let left = Moved { id, by: touched.gone.get(&id).copied(), conditions: Vec::new() };
            match changes.iter_mut().find(|changed| changed.segment == segment) {
                Some(changed) => changed.left.push(left),
                None => changes.push(MembersChanged {
                    segment,
                    at: self.ctx.now(),
                    definition: of.defined,
                    cause: Cause::Change,
                    entered: Vec::new(),
                    left: vec![left],
                }),
            }
        }
        self.write(known, changes).await
    }

    async fn hold(
        &mut self,
        standing: &[Standing],
        entity: Entity,
        mut items: Vec<Item>,
    ) -> Result<Done, KeeperError> {
        items.retain(|item| !item.segments.is_empty());
        for some in items.chunks(RECORDS) {
            let Some(known) = self.caught_up().await? else { return Ok(Done::Again) };
            let changes = keeper::changes(&self.pool(), standing, (entity, some), self.ctx.now()).await?;
            if self.write(known, changes).await? == Done::Again {
                return Ok(Done::Again);
            }
        }
        Ok(Done::Yes)
    }

    /// A page of the look that is most due.
    async fn look(&mut self, standing: &[Standing], elsewhere: i64) -> Result<bool, KeeperError> {
        let now = self.ctx.now();
        let due = |segment: &&Standing| look::due(segment, elsewhere, now).is_some();
        let under_way = standing.iter().filter(due).find(|segment| segment.last.looking_for.is_some());
        let Some(segment) = under_way.or_else(|| standing.iter().find(due)) else { return Ok(false) };
        let Some((cause, position)) = look::due(segment, elsewhere, now) else { return Ok(false) };
        if !look::is_under_way(segment, position) {
            look::begin(&self.pool(), segment.id, (cause, position), elsewhere, now).await?;
            return Ok(true);
        }
        self.look_on(segment, cause, now).await
    }

    async fn look_on(
        &mut self,
        segment: &Standing,
        cause: Cause,
        now: DateTime<Utc>,
    ) -> Result<bool, KeeperError> {
        let Some(known) = self.caught_up().await? else { return Ok(false) };
        let looked = look::page(&self.pool(), segment, cause, now).await?;
        if self.write(known, looked.changed.into_iter().collect()).await? == Done::Yes {
            look::go_on(&self.pool(), segment, looked.next, now).await?;
        }
        Ok(true)
    }

    async fn write(&mut self, known: i64, changes: Vec<MembersChanged>) -> Result<Done, KeeperError> {
        let facts: Vec<MembersChanged> = changes.into_iter().flat_map(parts).collect();
        let mut known = known;
        for some in facts.chunks(FACTS) {
            match write_members(&self.ctx, known, some.to_vec()).await? {
                Written::At(position) => known = position,
                Written::Behind => {
                    self.known_to = None;
                    return Ok(Done::Again);
                }
            }
            self.known_to = Some(known);
        }
        Ok(Done::Yes)
    }
}
