//! What the guard tables hold for a record, and what its fields say it holds.

use std::collections::{BTreeSet, HashMap};

use pivotal_domain::audience::record::state::RecordState;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};

/// A record and the keys it should stand under at the end of the log.
pub struct Holder {
    pub id: Uuid,
    pub claims: Vec<(&'static str, String)>,
    pub match_keys: Vec<(&'static str, String)>,
}

type Keys = HashMap<Uuid, BTreeSet<(String, Vec<u8>)>>;

/// Names every claim and match key that is missing or too many.
pub async fn compare(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    part: Part,
    table: &str,
    holders: Vec<Holder>,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let ids: Vec<Uuid> = holders.iter().map(|holder| holder.id).collect();
    let mut claims = Keys::new();
    for row in sqlx::query!("select scope, key, owner from guard.claims where owner = any($1)", &ids)
        .fetch_all(&mut snapshot.connection)
        .await?
    {
        claims.entry(row.owner).or_default().insert((row.scope, row.key));
    }
    let mut match_keys = Keys::new();
    for row in sqlx::query!("select scope, key, owner from guard.match_keys where owner = any($1)", &ids)
        .fetch_all(&mut snapshot.connection)
        .await?
    {
        match_keys.entry(row.owner).or_default().insert((row.scope, row.key));
    }
    for holder in holders {
        let record = format!("{table} {}", holder.id);
        for (what, held, due) in [
            ("claim", claims.remove(&holder.id), &holder.claims),
            ("match key", match_keys.remove(&holder.id), &holder.match_keys),
        ] {
            let held = held.unwrap_or_default();
            let due: BTreeSet<(String, Vec<u8>)> = due
                .iter()
                .map(|(scope, value)| ((*scope).to_owned(), verifier.blind.key(scope, value)))
                .collect();
            for (scope, _) in due.difference(&held) {
                report.differs(part, record.clone(), format!("the {what} on {scope} is missing"));
            }
            for (scope, _) in held.difference(&due) {
                report.differs(part, record.clone(), format!("the {what} on {scope} follows from no event"));
            }
        }
    }
    Ok(())
}

/// Fields whose value in the row is not the one that the events leave; a row's derived fields are not looked at.
pub fn field_differences(state: &RecordState, row: &Map<String, Value>) -> Vec<String> {
    let mut differences: Vec<String> = state
        .fields
        .iter()
        .filter(|(key, held)| serde_json::to_value(&held.value).ok().as_ref() != row.get(*key))
        .map(|(key, _)| format!("{key} differs"))
        .collect();
    differences.extend(
        row.keys()
            .filter(|key| !DERIVED.contains(&key.as_str()) && !state.fields.contains_key(*key))
            .map(|key| format!("{key} follows from no event")),
    );
    differences
}

/// Columns that are worked out from others, or come with the record and are compared by name.
const DERIVED: &[&str] = &[
    "email_status",
    "phone_status",
    "direct_phone_validity",
    "direct_phone_line",
    "mobile_phone_validity",
    "mobile_phone_line",
    "main_phone_validity",
    "main_phone_line",
    "account",
    "account_link",
    "created_at",
    "updated_at",
    "created_by",
    "source",
    "import",
    "status",
    "contact_count",
];
