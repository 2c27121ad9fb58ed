//! Removing: archived, since nothing that happened is ever taken out of the log.

use futures::FutureExt;
use pivotal_commands::audience::accounts::archive::{ArchiveAccount, archive_account};
use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use uuid::Uuid;

use super::{
    campaigns, clients, consents, custom_fields, domain_sets, email_snippets, email_templates, legal_holds,
    lists, requests, seeder, segments, sent_campaign, status, supplied, suppressions, together, work,
};

pub(super) const REASON: &str = "Sample data removed";

/// Archives what the seed made and nobody has removed yet. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let worked = work::remove(ctx).await?.max(suppressions::remove(ctx).await?);
    let worked = consents::remove(ctx).await?.max(worked);
    let worked = clients::remove(ctx).await?.max(worked);
    let worked = requests::remove(ctx).await?.max(worked);
    let worked = legal_holds::remove(ctx).await?.max(worked);
    let worked = lists::remove(ctx).await?.max(worked);
    let worked = segments::remove(ctx).await?.max(worked);
    let worked = domain_sets::remove(ctx).await?.max(worked);
    let worked = sent_campaign::remove(ctx).await?.max(worked);
    let worked = campaigns::remove(ctx).await?.max(worked);
    let worked = email_templates::remove(ctx).await?.max(worked);
    let worked = email_snippets::remove(ctx).await?.max(worked);
    supplied::stop(ctx).await?;
    let made = status::made(ctx).await?;
    let contacts = made.contacts.into_iter().map(|id| contact(ctx, id).boxed());
    let last = together(contacts.collect()).await?;
    let accounts = made.accounts.into_iter().map(|id| account(ctx, id).boxed());
    let last = together(accounts.collect()).await?.max(last);
    Ok(custom_fields::remove(ctx).await?.max(last).max(worked))
}

async fn contact(ctx: &Context, id: Uuid) -> Result<Option<i64>, CommandError> {
    let input = ArchiveContact { id, reason: Some(REASON.into()), idempotency_key: None };
    Ok(archive_contact(ctx, &seeder(), input).await?.position)
}

async fn account(ctx: &Context, id: Uuid) -> Result<Option<i64>, CommandError> {
    let input = ArchiveAccount { id, reason: Some(REASON.into()), idempotency_key: None };
    Ok(archive_account(ctx, &seeder(), input).await?.position)
}
