//! What happened around the records of a piece of work since it was done, as far as their own events do not tell.

use std::collections::HashSet;

use uuid::Uuid;

use super::Undoable;
use crate::context::Context;
use crate::error::CommandError;

/// Where the work stands in the log.
#[derive(Debug, Clone)]
pub struct Ranges {
    /// The append of chunk `n` lies behind `bounds[n]`, up to `bounds[n + 1]`.
    bounds: Vec<i64>,
}

impl Ranges {
    pub async fn of<U: Undoable>(ctx: &Context, id: Uuid) -> Result<Self, CommandError> {
        let id = id.to_string();
        let started = sqlx::query_scalar!(
            "select global_position from log.events where aggregate_type = $1 and aggregate_id = $2 and event_type = $3",
            U::TYPE, id, U::STARTED
        )
        .fetch_optional(&ctx.log.pools.write)
        .await?;
        let chunks = sqlx::query_scalar!(
            "select global_position from log.facts where about_type = $1 and about_id = $2 and kind = $3 order by global_position",
            U::TYPE, id, U::CHUNK_RAN
        )
        .fetch_all(&ctx.log.pools.write)
        .await?;
        Ok(Ranges { bounds: started.into_iter().chain(chunks).collect() })
    }

    pub fn chunks(&self) -> u32 {
        u32::try_from(self.bounds.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The entries of a chunk: behind the first position, up to the second.
    pub fn chunk(&self, number: u32) -> Option<(i64, i64)> {
        let number = number as usize;
        Some((*self.bounds.get(number)?, *self.bounds.get(number + 1)?))
    }

    fn start(&self) -> i64 {
        self.bounds.first().copied().unwrap_or(i64::MAX)
    }

    fn end(&self) -> i64 {
        self.bounds.last().copied().unwrap_or(i64::MAX)
    }
}

/// Records something happened with that is not in their own events.
#[derive(Debug, Clone, Default)]
pub struct Activity(HashSet<Uuid>);

impl Activity {
    /// Accounts to which somebody linked a contact that is not of the work. What the system linked by itself counts for
    /// nothing.
    pub async fn of_accounts(ctx: &Context, work: Uuid, ranges: &Ranges) -> Result<Self, CommandError> {
        let linked = sqlx::query_scalar!(
            r#"select distinct coalesce(payload #>> '{ContactAccountLinked,account,account_id}', payload #>> '{ContactCreated,account,account_id}') as "account!" from log.events
               where global_position > $1 and event_type in ('ContactAccountLinked', 'ContactCreated') and coalesce(metadata ->> 'correlation', '') <> $2 and metadata ->> 'source' <> 'system'
                 and coalesce(payload #>> '{ContactAccountLinked,account,account_id}', payload #>> '{ContactCreated,account,account_id}') is not null"#,
            ranges.start(), work.to_string()
        )
        .fetch_all(&ctx.log.pools.write)
        .await?;
        Ok(Activity(linked.iter().filter_map(|id| id.parse().ok()).collect()))
    }

    /// Facts about contacts since the work ended: a call, a message, a visit.
    pub async fn add_contacts(
        &mut self,
        ctx: &Context,
        ranges: &Ranges,
        contacts: &[Uuid],
    ) -> Result<(), CommandError> {
        let ids: Vec<String> = contacts.iter().map(Uuid::to_string).collect();
        let met = sqlx::query_scalar!(
            "select distinct about_id from log.facts where about_type = 'contact' and about_id = any($1) and global_position > $2",
            &ids, ranges.end()
        )
        .fetch_all(&ctx.log.pools.write)
        .await?;
        self.0.extend(met.iter().filter_map(|id| id.parse::<Uuid>().ok()));
        Ok(())
    }

    pub fn of(&self, id: Uuid) -> bool {
        self.0.contains(&id)
    }
}
