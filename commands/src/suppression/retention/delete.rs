//! Deleting what is due, by the way each kind is deleted anyway. All of it can be done again: what is gone stays gone.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::exports::events::Removal;
use pivotal_domain::audience::exports::{Export, ExportState};
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::retention::BY_RULE;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::{Data, Kind};
use uuid::Uuid;

use super::due::Due;
use super::held::held;
use crate::audience::contacts::erase::erase_person;
use crate::audience::exports::expire::remove_file;
use crate::audience::imports::remove_files::remove_files;
use crate::context::Context;
use crate::email::replies::expire::expire_reply;
use crate::error::CommandError;
use crate::suppression::legal_holds::guard::HELD;
use crate::suppression::legal_holds::standstill::Standstill;

/// Erasures by a rule wait behind all other work.
const PRIORITY: i16 = -1;

/// A chunk to delete, and by which rule.
#[derive(Debug, Clone, Copy)]
pub struct Chunk<'a> {
    pub kind: Kind,
    pub keep: Keep,
    pub before: DateTime<Utc>,
    pub ids: &'a [Uuid],
}

/// What became of a chunk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Went {
    pub deleted: u64,
    /// A hold was placed since the chunk was looked at.
    pub held: u64,
    /// Something was recorded since, or it is in use.
    pub left: u64,
}

/// What became of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Deleted,
    Held,
    Left,
}

pub async fn delete(ctx: &Context, chunk: Chunk<'_>) -> Result<Went, CommandError> {
    if matches!(chunk.kind, Kind::TestMailbox | Kind::SignIns | Kind::FinishedJobs) {
        return rows(ctx, chunk).await;
    }
    let mut went = Went::default();
    for id in chunk.ids {
        match one(ctx, chunk, *id).await? {
            Fate::Deleted => went.deleted += 1,
            Fate::Held => went.held += 1,
            Fate::Left => went.left += 1,
        }
    }
    Ok(went)
}

async fn rows(ctx: &Context, chunk: Chunk<'_>) -> Result<Went, CommandError> {
    let count = chunk.ids.len() as u64;
    let mut still = Standstill::begin(ctx).await?;
    if still.holds.data.contains_key(&chunk.kind.data()) {
        return Ok(Went { held: count, ..Went::default() });
    }
    let transaction = &mut *still.transaction;
    match chunk.kind {
        Kind::TestMailbox => {
            sqlx::query!("delete from mail.mailbox where id = any($1)", chunk.ids)
                .execute(transaction)
                .await?;
        }
        Kind::SignIns => {
            sqlx::query!("delete from auth.sessions where id = any($1)", chunk.ids)
                .execute(transaction)
                .await?;
        }
        Kind::FinishedJobs => {
            sqlx::query!(
                "delete from jobs.queue where id = any($1) and state in ('done', 'cancelled')",
                chunk.ids
            )
            .execute(transaction)
            .await?;
        }
        // None of them is a row.
        Kind::InactiveContacts
        | Kind::ArchivedContacts
        | Kind::Replies
        | Kind::ImportFiles
        | Kind::ExportFiles => {}
    }
    still.end().await?;
    Ok(Went { deleted: count, ..Went::default() })
}

async fn one(ctx: &Context, chunk: Chunk<'_>, id: Uuid) -> Result<Fate, CommandError> {
    match chunk.kind {
        Kind::Replies => Ok(if expire_reply(ctx, id).await? { Fate::Deleted } else { Fate::Held }),
        Kind::ImportFiles => {
            let still = Standstill::begin(ctx).await?;
            let due = Due { id, since: chunk.before, account: None };
            if !held(ctx, &still.holds, Data::ImportFiles, &[due]).await?.is_empty() {
                return Ok(Fate::Held);
            }
            Ok(if remove_files(ctx, id, still).await? { Fate::Deleted } else { Fate::Left })
        }
        Kind::ExportFiles => {
            let there = ctx.log.load::<Export>(id).await?.state.state == ExportState::Completed;
            Ok(if !there || remove_file(ctx, id, Removal::Expired).await? {
                Fate::Deleted
            } else {
                Fate::Held
            })
        }
        _ => erase(ctx, chunk, id).await,
    }
}

async fn erase(ctx: &Context, chunk: Chunk<'_>, id: Uuid) -> Result<Fate, CommandError> {
    let standing = ctx.log.load::<Contact>(id).await?.state.record.standing;
    let wanted = match chunk.kind {
        Kind::ArchivedContacts => Standing::Archived,
        _ => Standing::Active,
    };
    if standing == Standing::Erased {
        return Ok(Fate::Deleted);
    }
    // The lists can be a moment behind the log.
    if standing != wanted || touched_since(ctx, id, chunk.before).await? {
        return Ok(Fate::Left);
    }
    let request = format!("{BY_RULE}{}, kept {}", chunk.kind.label().to_lowercase(), chunk.keep);
    match erase_person(ctx, &Actor::system("system"), id, &request, PRIORITY).await {
        Ok(_) => Ok(Fate::Deleted),
        Err(CommandError::Rejected(why)) if why.iter().any(|one| one.code == HELD) => Ok(Fate::Held),
        // Somebody works on it: it is not as old as it looked.
        Err(CommandError::Rejected(_) | CommandError::NotFound(_) | CommandError::Conflict) => Ok(Fate::Left),
        Err(error) => Err(error),
    }
}

async fn touched_since(ctx: &Context, id: Uuid, before: DateTime<Utc>) -> Result<bool, CommandError> {
    let touched = sqlx::query_scalar!(
        r#"select exists (select 1 from log.events where aggregate_type = 'contact' and aggregate_id = $1 and (payload -> event_type ->> 'at')::timestamptz >= $2) as "touched!""#,
        id.to_string(),
        before
    );
    Ok(touched.fetch_one(&ctx.log.pools.write).await?)
}
