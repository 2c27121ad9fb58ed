//! Who came into lists by the work and who left them, on the way back. It stands beside the records, and nothing anybody did since
//! stands against it: whoever another change brought in or took out stays as that change left them.

use std::collections::BTreeMap;

use pivotal_domain::audience::lists::facts::{ABOUT, ListFact, Named};
use pivotal_domain::audience::record::undo::UndoOutcome;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Append;

use super::chunk::Looking;
use super::rows::UndoRow;
use crate::audience::lists::new_fact;
use crate::error::CommandError;

/// The members that one fact of the work named.
pub struct ListSlot {
    pub named: Named,
}

/// Of one chunk of the work: what it wrote behind `after` and up to `to`.
pub async fn slots(looking: &Looking<'_>, after: i64, to: i64) -> Result<Vec<ListSlot>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts
           where about_type = $1 and about_id = $2 and global_position > $3 and global_position <= $4 order by global_position"#,
        ABOUT, looking.work.to_string(), after, to
    )
    .fetch_all(&looking.ctx.log.pools.write)
    .await?;
    let mut slots = Vec::new();
    for payload in payloads {
        match serde_json::from_str(&payload)? {
            ListFact::ListRecordsAdded(named) | ListFact::ListRecordsRemoved(named) => {
                slots.push(ListSlot { named: Named { at: looking.at, ..named } });
            }
            ListFact::ListChangeUndone(_) => {}
        }
    }
    Ok(slots)
}

impl ListSlot {
    pub fn rows(&self) -> impl Iterator<Item = UndoRow> + '_ {
        self.named.ids.iter().map(|record| UndoRow {
            entity: self.named.entity,
            record: *record,
            name: None,
            outcome: UndoOutcome::Reverted,
            changes: BTreeMap::new(),
            conflicts: Vec::new(),
        })
    }

    pub fn write(self, metadata: &Metadata, append: &mut Append) -> Result<(), CommandError> {
        append.facts.push(new_fact(&ListFact::ListChangeUndone(self.named), metadata)?);
        Ok(())
    }
}
