//! What is older than a moment, kind by kind, in pages by id.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::retention::kind::Kind;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::ports::old_contacts::{OldContacts, Which};
use crate::ports::record_lists::ListError;

/// Something that a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub id: Uuid,
    /// From when its time is counted.
    pub since: DateTime<Utc>,
    /// Of a contact: where they work.
    pub account: Option<Uuid>,
}

/// Which page.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub kind: Kind,
    pub before: DateTime<Utc>,
    pub after: Uuid,
    pub limit: i64,
}

/// The next ones behind `after`. Fewer than `limit` are the last.
pub async fn page(ctx: &Context, contacts: &dyn OldContacts, asked: Asked) -> Result<Vec<Due>, CommandError> {
    match asked.kind {
        Kind::InactiveContacts => of_contacts(contacts, Which::Inactive, asked).await,
        Kind::ArchivedContacts => of_contacts(contacts, Which::Archived, asked).await,
        Kind::Replies => replies(ctx, asked).await,
        Kind::ImportFiles => import_files(ctx, asked).await,
        Kind::ExportFiles => export_files(ctx, asked).await,
        Kind::TestMailbox => mail(ctx, asked).await,
        Kind::SignIns => sign_ins(ctx, asked).await,
        Kind::FinishedJobs => jobs(ctx, asked).await,
    }
}

async fn of_contacts(
    contacts: &dyn OldContacts,
    which: Which,
    asked: Asked,
) -> Result<Vec<Due>, CommandError> {
    let found = contacts.page(which, asked.before, asked.after, asked.limit).await;
    let found = found.map_err(|error| match error {
        // They show it in a moment, and the job tries again.
        ListError::Behind | ListError::Unavailable(_) => CommandError::Unavailable(Box::new(error)),
        ListError::Refused(_) => CommandError::unexpected(error),
    })?;
    Ok(found.into_iter().map(|one| Due { id: one.id, since: one.since, account: one.account }).collect())
}

/// What belongs to no account, named as the log names it.
fn of_nobody(rows: impl Iterator<Item = (String, DateTime<Utc>)>) -> Vec<Due> {
    rows.filter_map(|(id, since)| Some(Due { id: id.parse().ok()?, since, account: None })).collect()
}

/// By when they came, whatever was done with them since.
async fn replies(ctx: &Context, asked: Asked) -> Result<Vec<Due>, CommandError> {
    let rows = sqlx::query!(
        r#"select e.aggregate_id as id, (e.payload -> e.event_type ->> 'at')::timestamptz as "since!" from log.events e
         where e.aggregate_type = 'email_reply' and e.event_type = 'EmailReplyReceived' and (e.payload -> e.event_type ->> 'at')::timestamptz < $1 and e.aggregate_id > $2
           and not exists (select 1 from log.events f where f.aggregate_type = 'email_reply' and f.aggregate_id = e.aggregate_id and f.event_type = 'EmailReplyForgotten')
         order by e.aggregate_id limit $3"#,
        asked.before,
        asked.after.to_string(),
        asked.limit
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(of_nobody(rows.into_iter().map(|row| (row.id, row.since))))
}

/// By the last step of the import, whatever it was: one that was never started, too.
async fn import_files(ctx: &Context, asked: Asked) -> Result<Vec<Due>, CommandError> {
    let rows = sqlx::query!(
        r#"select aggregate_id as id, max((payload -> event_type ->> 'at')::timestamptz) as "since!" from log.events
           where aggregate_type = 'import' and aggregate_id > $2 group by aggregate_id
           having max((payload -> event_type ->> 'at')::timestamptz) < $1 and count(*) filter (where event_type = 'ImportFilesRemoved') = 0
           order by aggregate_id limit $3"#,
        asked.before,
        asked.after.to_string(),
        asked.limit
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(of_nobody(rows.into_iter().map(|row| (row.id, row.since))))
}

async fn export_files(ctx: &Context, asked: Asked) -> Result<Vec<Due>, CommandError> {
    let rows = sqlx::query!(
        r#"select e.aggregate_id as id, (e.payload -> e.event_type ->> 'at')::timestamptz as "since!" from log.events e
         where e.aggregate_type = 'export' and e.event_type = 'ExportCompleted' and (e.payload -> e.event_type ->> 'at')::timestamptz < $1 and e.aggregate_id > $2
           and not exists (select 1 from log.events r where r.aggregate_type = 'export' and r.aggregate_id = e.aggregate_id and r.event_type = 'ExportFileRemoved')
         order by e.aggregate_id limit $3"#,
        asked.before,
        asked.after.to_string(),
        asked.limit
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(of_nobody(rows.into_iter().map(|row| (row.id, row.since))))
}

async fn mail(ctx: &Context, asked: Asked) -> Result<Vec<Due>, CommandError> {
    let rows = sqlx::query!(
        "select id, sent_at as since from mail.mailbox where sent_at < $1 and id > $2 order by id limit $3",
        asked.before,
        asked.after,
        asked.limit
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(rows.into_iter().map(|row| Due { id: row.id, since: row.since, account: None }).collect())
}

/// By when they ended: one that lets somebody in is never due.
async fn sign_ins(ctx: &Context, asked: Asked) -> Result<Vec<Due>, CommandError> {
    let rows = sqlx::query!(
        r#"select id, coalesce(revoked_at, expires_at) as "since!" from auth.sessions
           where coalesce(revoked_at, expires_at) < $1 and id > $2 order by id limit $3"#,
        asked.before,
        asked.after,
        asked.limit
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(rows.into_iter().map(|row| Due { id: row.id, since: row.since, account: None }).collect())
}

/// Parked ones stay until a person decides.
async fn jobs(ctx: &Context, asked: Asked) -> Result<Vec<Due>, CommandError> {
    let rows = sqlx::query!(
        r#"select id, finished_at as "since!" from jobs.queue
           where state in ('done', 'cancelled') and finished_at < $1 and id > $2 order by id limit $3"#,
        asked.before,
        asked.after,
        asked.limit
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(rows.into_iter().map(|row| Due { id: row.id, since: row.since, account: None }).collect())
}
