//! How far a run is, read back from its facts: what a new life of the run needs to go on.

use std::collections::HashMap;

use pivotal_domain::audience::imports::facts::{ChunkRan, IMPORT_CHUNK_RAN, ImportFact};
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Default)]
pub struct Progressed {
    /// Chunks committed; the next one has this number.
    pub chunks: u32,
    /// Last row of the last chunk.
    pub last_row: u32,
    pub totals: Outcomes,
    pub accounts_created: u64,
    pub accounts_updated: u64,
    /// First row of the file that was the contact: 20 bytes a row, 20 MB for a million.
    pub first_rows: HashMap<Uuid, u32>,
}

impl Progressed {
    pub async fn read(ctx: &Context, import_id: Uuid) -> Result<Self, CommandError> {
        let mut progressed = Progressed::default();
        let rows = sqlx::query_scalar!(
            r#"select payload::text as "payload!" from log.facts where about_type = 'import' and about_id = $1 and kind = $2 order by global_position"#,
            import_id.to_string(), IMPORT_CHUNK_RAN
        ).fetch_all(&ctx.log.pools.write).await?;
        for payload in rows {
            let ImportFact::ImportChunkRan(ran) = serde_json::from_str(&payload)?;
            progressed.add(&ran);
        }
        Ok(progressed)
    }

    pub fn add(&mut self, ran: &ChunkRan) {
        self.chunks = ran.chunk + 1;
        self.last_row = ran.last_row;
        self.totals.add(&ran.outcomes);
        self.accounts_created += u64::from(ran.accounts_created);
        self.accounts_updated += u64::from(ran.accounts_updated);
        for record in &ran.records {
            if let (Some(id), RowOutcome::Created | RowOutcome::Updated | RowOutcome::Unchanged) =
                (record.record, record.outcome)
            {
                self.first_rows.entry(id).or_insert(record.row);
            }
        }
    }
}
