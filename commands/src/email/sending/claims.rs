//! Who claims whom: leases, marks and what is given back. Rows change here between pending and sending alone; every outcome is a fact.
//!
//! A mark reads in one statement whether the recipient may be written to at all, and says so in the row before anything leaves
//! (ADR 22). What is marked is pending again only when the provider said that it certainly did not take it.

pub mod still;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_log::pools::Pools;
use sqlx::postgres::PgPoolOptions;
use sqlx::{PgPool, Postgres, Transaction};
use uuid::Uuid;

use crate::suppression::guard::Keys;

/// Recipients of one lease at most.
pub const LEASE: i64 = 500;
/// How long a lease lasts without being renewed.
pub const LEASE_LASTS: TimeDelta = TimeDelta::seconds(60);
/// First key of the advisory locks by person.
const PERSON: i32 = 7_091;
/// Marks, turns and looks of one process.
const CONNECTIONS: u32 = 4;

/// The statements of the pipeline. Their connections look rows up by key: left to itself the planner hashes a campaign's million rows
/// to find five hundred.
#[derive(Debug, Clone)]
pub struct Claims {
    pool: PgPool,
}

/// Somebody whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leased {
    pub contact: Uuid,
    /// By place.
    pub variant: i16,
    pub version: i16,
    /// Of the address as it was when they were queued.
    pub domain: Option<String>,
    pub zone: Option<String>,
    pub attempts: i16,
    pub first_marked_at: Option<DateTime<Utc>>,
}

/// The recipients of one campaign that were leased together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    pub id: Uuid,
    pub campaign: Uuid,
    pub leased: Vec<Leased>,
}

/// One mail that is about to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    pub contact: Uuid,
    pub message: Uuid,
    /// As the guard knows the address.
    pub key: Vec<u8>,
    pub domain: Option<String>,
    pub variant: i16,
}

/// What became of a mark, by its place among those asked for. Not among the answers: the lease was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    pub n: usize,
    pub marked: bool,
    /// The suppression that forbids it.
    pub suppression: Option<Uuid>,
    /// Somebody else in the campaign has the address.
    pub twice: bool,
    /// They were written to often enough.
    pub capped: bool,
    /// Whether anything of the campaign may leave.
    pub goes: bool,
}

/// What certainly did not leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedBack {
    pub contact: Uuid,
    pub message: Uuid,
    pub again: DateTime<Utc>,
    /// Whether it counts as a try.
    pub counts: bool,
}

impl Claims {
    pub fn new(pools: &Pools) -> Self {
        let by_key = [
            ("enable_hashjoin", "off"),
            ("enable_mergejoin", "off"),
            ("enable_seqscan", "off"),
            ("enable_bitmapscan", "off"),
            // As the settling of outcomes waits for these rows with the append lock in hand.
            ("lock_timeout", "1s"),
        ];
        let options = pools.options().application_name("pivotal sending").options(by_key);
        Claims { pool: PgPoolOptions::new().max_connections(CONNECTIONS).connect_lazy_with(options) }
    }

    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Up to [`LEASE`] recipients of the campaign that was served longest ago, among those of these accounts that do not rest.
    pub async fn lease(
        &self,
        accounts: &[String],
        resting: &[Uuid],
        now: DateTime<Utc>,
    ) -> Result<Option<Lease>, sqlx::Error> {
        let (id, until) = (Uuid::now_v7(), now + LEASE_LASTS);
        let rows = sqlx::query!(
            r#"with turn as (
                 select c.campaign, c.winner from guard.email_campaigns c
                 join guard.sending_switch s on not s.stopped
                 join log.epoch e on e.id = c.epoch
                 left join jobs.email_turns t on t.campaign = c.campaign
                 where c.state = 'running' and c.account = any($1) and c.campaign <> all($2)
                   and (exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is not null
                       and r.due_at <= $3 and r.version <= c.live_version and (r.lease_until is null or r.lease_until < $3))
                     or c.winner is not null and exists (select from guard.email_recipients r where r.campaign = c.campaign and r.state = 'pending' and r.variant is null
                       and r.due_at <= $3 and r.version <= c.live_version and (r.lease_until is null or r.lease_until < $3)))
                 order by t.served_at nulls first, c.campaign limit 1
               ), served as (
                 insert into jobs.email_turns (campaign, served_at) select campaign, $3 from turn
                 on conflict (campaign) do update set served_at = excluded.served_at
               ), own as (
                 select r.campaign, r.contact, r.variant from guard.email_recipients r join turn t on t.campaign = r.campaign
                 join guard.email_campaigns c on c.campaign = r.campaign and r.version <= c.live_version
                 where r.state = 'pending' and r.variant is not null and r.due_at <= $3 and (r.lease_until is null or r.lease_until < $3)
                 order by r.due_at, r.contact limit $4 for update of r skip locked
               ), held as (
                 select r.campaign, r.contact, t.winner as variant from guard.email_recipients r join turn t on t.campaign = r.campaign and t.winner is not null
                 join guard.email_campaigns c on c.campaign = r.campaign and r.version <= c.live_version
                 where r.state = 'pending' and r.variant is null and r.due_at <= $3 and (r.lease_until is null or r.lease_until < $3)
                 order by r.due_at, r.contact limit $4 for update of r skip locked
               ), picked as (
                 select * from own union all select * from held
               )
               update guard.email_recipients r set lease = $5, lease_until = $6 from picked p
               where r.campaign = p.campaign and r.contact = p.contact
               returning r.campaign, r.contact, p.variant as "variant!", r.version, r.domain, r.zone, r.attempts, r.first_marked_at"#,
            accounts,
            resting,
            now,
            LEASE,
            id,
            until
        )
        .fetch_all(&self.pool)
        .await?;
        let Some(campaign) = rows.first().map(|row| row.campaign) else { return Ok(None) };
        let leased = rows.into_iter().map(|row| Leased {
            contact: row.contact,
            variant: row.variant,
            version: row.version,
            domain: row.domain,
            zone: row.zone,
            attempts: row.attempts,
            first_marked_at: row.first_marked_at,
        });
        metrics::counter!("pivotal_email_leased_total").increment(leased.len() as u64);
        Ok(Some(Lease { id, campaign, leased: leased.collect() }))
    }

    /// Says of these that they are about to be handed over, unless something stands against it. `capped`: whether the campaign heeds a
    /// cap on how often people are written to.
    pub async fn mark(
        &self,
        campaign: Uuid,
        lease: Uuid,
        markings: &[Marking],
        barring: &Keys,
        capped: bool,
        now: DateTime<Utc>,
    ) -> Result<Vec<Marked>, sqlx::Error> {
        let numbers: Vec<i32> = (0..).take(markings.len()).collect();
        let contacts: Vec<Uuid> = markings.iter().map(|one| one.contact).collect();
        let messages: Vec<Uuid> = markings.iter().map(|one| one.message).collect();
        let keys: Vec<Vec<u8>> = markings.iter().map(|one| one.key.clone()).collect();
        let domains: Vec<String> =
            markings.iter().map(|one| one.domain.clone().unwrap_or_default()).collect();
        let variants: Vec<i16> = markings.iter().map(|one| one.variant).collect();
        let mut tx = self.pool.begin().await?;
        if capped {
            lock_people(&mut tx, &keys).await?;
        }
        let rows = sqlx::query!(
            r#"with batch as (
                 select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::bytea[], $5::text[], $6::smallint[]) as u(n, contact, message, key, domain, variant)
               ), mine as (
                 select b.n, b.contact, b.message, b.key, b.domain, b.variant from batch b
                 join guard.email_recipients r on r.campaign = $7 and r.contact = b.contact
                 where r.state = 'pending' and r.lease = $8 and r.lease_until > $9 for update of r
               ), barred as (
                 select distinct on (number) number as n, owner from guard.suppressed($10, $11, $12, $13, $9) order by number, since
               ), twice as (
                 select m.n from mine m where exists (select from guard.email_recipients o where o.address_key = m.key and o.campaign = $7
                   and o.contact <> m.contact and o.state in ('pending', 'sending', 'sent', 'unknown'))
               ), capped as (
                 select m.n from mine m, guard.email_policy p, guard.email_campaigns c
                 where c.campaign = $7 and c.respects_cap and p.cap_count is not null and p.cap_count <= (
                   select count(*) from (
                     select o.campaign, o.contact from guard.email_recipients o where o.contact = m.contact and o.touched_at > $9 - make_interval(days => p.cap_days)
                     union
                     select o.campaign, o.contact from guard.email_recipients o where o.address_key = m.key and o.state in ('sending', 'sent', 'unknown')
                       and o.touched_at > $9 - make_interval(days => p.cap_days)
                   ) t)
               ), goes as (
                 select 1 from guard.email_campaigns c join guard.sending_switch s on not s.stopped join log.epoch e on e.id = c.epoch
                 where c.campaign = $7 and c.state = 'running'
               ), marked as (
                 update guard.email_recipients r set state = 'sending', message = m.message, variant = m.variant, address_key = m.key,
                   domain = nullif(m.domain, ''), marked_at = $9, touched_at = $9, first_marked_at = coalesce(r.first_marked_at, $9), attempts = r.attempts + 1
                 from mine m where r.campaign = $7 and r.contact = m.contact and exists (select from goes)
                   and m.n not in (select n from barred) and m.n not in (select n from twice) and m.n not in (select n from capped)
                 returning m.n
               )
               select m.n as "n!", exists (select from marked k where k.n = m.n) as "marked!", b.owner as "suppression?",
                 t.n is not null as "twice!", c.n is not null as "capped!", exists (select from goes) as "goes!"
               from mine m left join barred b using (n) left join twice t using (n) left join capped c using (n)"#,
            &numbers,
            &contacts,
            &messages,
            &keys,
            &domains,
            &variants,
            campaign,
            lease,
            now,
            &barring.numbers,
            &barring.kinds,
            &barring.keys,
            &barring.reaches
        )
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        let marked = rows.into_iter().filter_map(|row| {
            Some(Marked {
                n: usize::try_from(row.n).ok()?,
                marked: row.marked,
                suppression: row.suppression,
                twice: row.twice,
                capped: row.capped,
                goes: row.goes,
            })
        });
        Ok(marked.collect())
    }

    /// Pending again, of what certainly did not leave. Answers how many: whoever was settled meanwhile stays so.
    pub async fn hand_back(&self, campaign: Uuid, back: &[HandedBack]) -> Result<u64, sqlx::Error> {
        let contacts: Vec<Uuid> = back.iter().map(|one| one.contact).collect();
        let messages: Vec<Uuid> = back.iter().map(|one| one.message).collect();
        let again: Vec<DateTime<Utc>> = back.iter().map(|one| one.again).collect();
        let free: Vec<i16> = back.iter().map(|one| i16::from(!one.counts)).collect();
        let done = sqlx::query!(
            "update guard.email_recipients r set state = 'pending', lease = null, lease_until = null, touched_at = null, due_at = u.again,
               attempts = r.attempts - u.free,
               -- What was never tried has all of its time before it.
               first_marked_at = case when r.attempts > u.free then r.first_marked_at end
             from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::smallint[]) as u(contact, message, again, free)
             where r.campaign = $1 and r.contact = u.contact and r.state = 'sending' and r.message = u.message",
            campaign,
            &contacts,
            &messages,
            &again,
            &free
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// Comes again at another time; counts as no try.
    pub async fn put_off(
        &self,
        lease: &Lease,
        contacts: &[Uuid],
        until: &[DateTime<Utc>],
    ) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "update guard.email_recipients r set due_at = u.until, lease = null, lease_until = null
             from unnest($3::uuid[], $4::timestamptz[]) as u(contact, until)
             where r.campaign = $1 and r.contact = u.contact and r.state = 'pending' and r.lease = $2",
            lease.campaign,
            lease.id,
            contacts,
            until
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// For whoever has the next turn.
    pub async fn give_back(&self, lease: &Lease) -> Result<(), sqlx::Error> {
        let contacts: Vec<Uuid> = lease.leased.iter().map(|one| one.contact).collect();
        sqlx::query!(
            "update guard.email_recipients set lease = null, lease_until = null
             where campaign = $1 and contact = any($3) and state = 'pending' and lease = $2",
            lease.campaign,
            lease.id,
            &contacts
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// While tokens are waited for. Answers how many are held still.
    pub async fn renew(&self, lease: &Lease, now: DateTime<Utc>) -> Result<u64, sqlx::Error> {
        let contacts: Vec<Uuid> = lease.leased.iter().map(|one| one.contact).collect();
        let done = sqlx::query!(
            "update guard.email_recipients set lease_until = $4
             where campaign = $1 and contact = any($3) and state = 'pending' and lease = $2",
            lease.campaign,
            lease.id,
            &contacts,
            now + LEASE_LASTS
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    /// Of these contacts, those that are recipients of the campaign themselves.
    pub async fn recipients_among(
        &self,
        campaign: Uuid,
        contacts: &[Uuid],
    ) -> Result<Vec<Uuid>, sqlx::Error> {
        sqlx::query_scalar!(
            "select contact from guard.email_recipients where campaign = $1 and contact = any($2)",
            campaign,
            contacts
        )
        .fetch_all(&self.pool)
        .await
    }
}

/// Two campaigns that mark one person wait for each other, so that a cap is exact.
async fn lock_people(tx: &mut Transaction<'_, Postgres>, keys: &[Vec<u8>]) -> Result<(), sqlx::Error> {
    sqlx::query(
        "select pg_advisory_xact_lock($1, o.k) from (select distinct hashtext(encode(key, 'hex')) as k from unnest($2::bytea[]) as u(key) order by 1) o",
    )
    .bind(PERSON)
    .bind(keys)
    .execute(&mut **tx)
    .await?;
    Ok(())
}
