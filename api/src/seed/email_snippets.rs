//! A snippet of the sample: a closing line of its brand, for whoever writes a template. Found again by its name.

use pivotal_commands::context::Context;
use pivotal_commands::email::snippets::archive::{archive_snippet, restore_snippet};
use pivotal_commands::email::snippets::create::{CreateSnippet, create_snippet};
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::keys as senders;
use pivotal_domain::email::snippets::keys;
use pivotal_domain::email::templates::blocks::{Align, Block};
use uuid::Uuid;

use super::{campaigns, seeder};

const CLOSING: &str = "northwind-closing";

/// Makes what is not there, where the brand of the sample is. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    // One that was put away has kept its name, and comes back; to one that is in use nothing happens.
    if let Some(id) = found(ctx).await? {
        return Ok(restore_snippet(ctx, &seeder(), id).await?.position);
    }
    let brand = claim_owner(ctx, senders::BRAND_NAME, &campaigns::BRAND.to_lowercase()).await?;
    let Some(brand) = brand else { return Ok(None) };
    if !ctx.log.load::<Brand>(brand).await?.state.is_in_use() {
        return Ok(None);
    }
    let input = CreateSnippet { brand, name: CLOSING.to_owned(), blocks: closing(), idempotency_key: None };
    Ok(create_snippet(ctx, &seeder(), input).await?.position)
}

/// Archives it. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let Some(id) = found(ctx).await? else { return Ok(None) };
    match archive_snippet(ctx, &seeder(), id).await {
        Ok(archived) => Ok(archived.position),
        // Somebody includes it in a template of theirs.
        Err(CommandError::Rejected(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn found(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    claim_owner(ctx, keys::NAME, CLOSING).await
}

fn closing() -> Vec<Block> {
    let text = "Questions? Answer this email: {{sender.name|the Northwind team}} reads every one.";
    vec![Block::Divider, Block::Text { text: text.to_owned(), align: Align::Left }]
}
