//! What is picked from a list, for tests of what is done with it.

use std::sync::Arc;

use pivotal_commands::ports::record_lists::FixedList;
use serde_json::json;
use uuid::Uuid;

/// A list that shows these records, whatever is asked.
pub fn listing(ids: &[Uuid]) -> Arc<FixedList> {
    Arc::new(FixedList { rows: ids.iter().map(|id| vec![json!(id)]).collect() })
}
