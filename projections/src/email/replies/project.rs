//! Events of replies to rows, and the one event of contacts that empties them.

use async_trait::async_trait;
use pivotal_domain::email::replies::events::EmailReplyEvent;
use pivotal_domain::email::replies::{EmailReply, ReplyKind};
use pivotal_log::reader::Entry;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailReplies;

#[async_trait]
impl Projection for EmailReplies {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// Of contacts nothing is read but that they were erased.
    fn reads_personal(&self, entry: &Entry) -> bool {
        is_reply(entry)
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            if is_reply(entry) {
                apply(batch.event(entry)?, entry, target).await?;
            } else if entry.name == "ContactErased" {
                erase(entry, target).await?;
            }
        }
        Ok(())
    }
}

fn is_reply(entry: &Entry) -> bool {
    entry.about_type == <EmailReply as cqrs_es::Aggregate>::TYPE
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn apply(event: EmailReplyEvent, entry: &Entry, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
    match event {
        EmailReplyEvent::EmailReplyReceived {
            at,
            message,
            campaign,
            contact,
            matched,
            kind,
            away_until,
            who,
            words,
        } => {
            // Nobody has to look at what a program wrote, or at what was done at once.
            let state = if kind == ReplyKind::Person { "open" } else { "done" };
            let sql = format!(
                "insert into {}.email_replies (id, at, state, kind, matched, contact_id, campaign_id, message_id, away_until,
                   address, name, subject, text, forgotten, version)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, false, $14) on conflict (id) do nothing",
                target.schema
            );
            sqlx::query(&sql)
                .bind(entry.about_id)
                .bind(at)
                .bind(state)
                .bind(kind.as_str())
                .bind(matched.as_str())
                .bind(contact)
                .bind(campaign)
                .bind(message)
                .bind(away_until)
                .bind(encode::text(&who.address))
                .bind(who.name.as_deref().map(encode::text))
                .bind(encode::text(&words.subject))
                .bind(encode::text(&words.text))
                .bind(entry.sequence)
                .execute(&mut *target.connection)
                .await?;
            Ok(())
        }
        EmailReplyEvent::EmailReplyMatched { contact, .. } => {
            let sql = set(target, "contact_id = $3");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(contact);
            query.execute(&mut *target.connection).await.map(drop)
        }
        EmailReplyEvent::EmailReplyAssigned { to, .. } => {
            let sql = set(target, "assignee = $3");
            let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).bind(to);
            query.execute(&mut *target.connection).await.map(drop)
        }
        EmailReplyEvent::EmailReplyDone { .. } => plain(entry, target, "state = 'done'").await,
        EmailReplyEvent::EmailReplyReopened { .. } => plain(entry, target, "state = 'open'").await,
        EmailReplyEvent::EmailReplyForgotten { .. } => plain(entry, target, EMPTY).await,
    }
}

/// There is nothing left to be looked at.
const EMPTY: &str = "state = 'done', address = '', name = null, subject = '', text = '', forgotten = true";

fn set(target: &Target<'_>, columns: &'static str) -> String {
    format!(
        "update {}.email_replies set {columns}, version = $2 where id = $1 and version < $2",
        target.schema
    )
}

async fn plain(entry: &Entry, target: &mut Target<'_>, columns: &'static str) -> Result<(), sqlx::Error> {
    let sql = set(target, columns);
    let query = sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence);
    query.execute(&mut *target.connection).await.map(drop)
}

/// At once; the job of the erasure says it of each reply, which is what a rebuild goes by: the words are gone with the key by then.
async fn erase(entry: &Entry, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
    if target.unindexed {
        return Ok(());
    }
    let sql = format!("update {}.email_replies set {EMPTY} where contact_id = $1", target.schema);
    sqlx::query(&sql).bind(entry.about_id).execute(&mut *target.connection).await.map(drop)
}
