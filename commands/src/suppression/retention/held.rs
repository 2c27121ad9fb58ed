//! What of a page is kept by legal holds.

use std::collections::HashSet;

use pivotal_domain::audience::imports::facts::IMPORT_CHUNK_RAN;
use pivotal_domain::suppression::retention::kind::Data;
use uuid::Uuid;

use super::due::Due;
use crate::context::Context;
use crate::email::replies::expire::held_replies;
use crate::error::CommandError;
use crate::suppression::legal_holds::guard::Holds;

/// Ids of those that must stay. Of an import's file it is known who is in it, and a person who is held keeps it; of an export's
/// nobody knows, so such a file is held with all of its kind or not at all.
pub async fn held(
    ctx: &Context,
    holds: &Holds,
    data: Data,
    page: &[Due],
) -> Result<HashSet<Uuid>, CommandError> {
    if holds.data.contains_key(&data) {
        return Ok(page.iter().map(|due| due.id).collect());
    }
    match data {
        Data::Contacts => {
            let kept = page.iter().filter(|due| holds.over_contact(due.id, due.account).is_some());
            Ok(kept.map(|due| due.id).collect())
        }
        Data::Replies => {
            let ids: Vec<Uuid> = page.iter().map(|due| due.id).collect();
            held_replies(ctx, holds, &ids).await
        }
        Data::ImportFiles => files_with(ctx, holds, page).await,
        Data::ExportFiles | Data::TestMailbox | Data::SignIns | Data::FinishedJobs => Ok(HashSet::new()),
    }
}

async fn files_with(ctx: &Context, holds: &Holds, page: &[Due]) -> Result<HashSet<Uuid>, CommandError> {
    let named: Vec<String> = holds.records().iter().map(|id| format!("%{id}%")).collect();
    if named.is_empty() || page.is_empty() {
        return Ok(HashSet::new());
    }
    let imports: Vec<String> = page.iter().map(|due| due.id.to_string()).collect();
    let found = sqlx::query_scalar!(
        "select distinct about_id from log.facts
         where about_type = 'import' and about_id = any($1) and kind = $2 and payload::text like any($3)",
        &imports,
        IMPORT_CHUNK_RAN,
        &named
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(found.iter().filter_map(|id| id.parse().ok()).collect())
}
