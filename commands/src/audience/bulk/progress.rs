//! Which records a bulk change found, and how far it is, read back from its facts: what a new life of the run goes on from.

use pivotal_domain::audience::bulk::events::Selected;
use pivotal_domain::audience::bulk::facts::{
    BULK_CHUNK_RAN, BULK_CHUNK_SELECTED, BulkFact, ChunkRan, RecordRan,
};
use pivotal_domain::audience::bulk::outcome::BulkCounts;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Default)]
pub struct Progressed {
    /// Chunks committed; the next one has this number.
    pub chunks: u32,
    /// Of these the ones of selected records. The others moved what was too much for the transaction of a merge.
    pub selected: usize,
    /// What became of the records of the last of those.
    pub last: Vec<RecordRan>,
    pub counts: BulkCounts,
}

impl Progressed {
    pub async fn read(ctx: &Context, bulk_id: Uuid) -> Result<Self, CommandError> {
        let mut progressed = Progressed::default();
        for fact in facts(ctx, bulk_id, BULK_CHUNK_RAN).await? {
            if let BulkFact::BulkChunkRan(ran) = fact {
                progressed.add(&ran);
            }
        }
        Ok(progressed)
    }

    pub fn add(&mut self, ran: &ChunkRan) {
        self.chunks = ran.chunk + 1;
        self.counts.add(&ran.counts);
        if !ran.records.is_empty() {
            self.selected += 1;
            self.last.clone_from(&ran.records);
        }
    }
}

/// The records chunk by chunk: 16 bytes each, 16 MB for a million.
pub async fn records(
    ctx: &Context,
    bulk_id: Uuid,
    selected: &Selected,
) -> Result<Vec<Vec<Uuid>>, CommandError> {
    let mut chunks = vec![Vec::new(); selected.chunks as usize];
    for fact in facts(ctx, bulk_id, BULK_CHUNK_SELECTED).await? {
        if let BulkFact::BulkChunkSelected(found) = fact
            && found.selection == selected.selection
            && let Some(chunk) = chunks.get_mut(found.chunk as usize)
        {
            *chunk = found.ids;
        }
    }
    chunks.retain(|ids| !ids.is_empty());
    Ok(chunks)
}

async fn facts(ctx: &Context, bulk_id: Uuid, kind: &str) -> Result<Vec<BulkFact>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = 'bulk' and about_id = $1 and kind = $2 order by global_position"#,
        bulk_id.to_string(), kind
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    payloads.iter().map(|payload| Ok(serde_json::from_str(payload)?)).collect()
}
