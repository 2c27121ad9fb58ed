//! Lists of the records that an import met, by what became of them.

use pivotal_domain::audience::fields::catalogue::Entity;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::{history, imports};
use crate::page::QueryError;

/// What became of a row of a file, as a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportOutcome {
    Created,
    Updated,
    Unchanged,
    MergedInFile,
    MatchesArchived,
}

impl std::str::FromStr for ImportOutcome {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "created" => ImportOutcome::Created,
            "updated" => ImportOutcome::Updated,
            "unchanged" => ImportOutcome::Unchanged,
            "merged_in_file" => ImportOutcome::MergedInFile,
            "matches_archived" => ImportOutcome::MatchesArchived,
            _ => {
                return Err(QueryError::Filter {
                    field: "importOutcome",
                    value: text.to_owned(),
                    options: "created, updated, unchanged, merged_in_file, matches_archived",
                });
            }
        })
    }
}

/// What a list of an import's records is read from besides the records themselves.
pub fn read_from(import: Option<Uuid>) -> impl Iterator<Item = &'static str> {
    import.into_iter().flat_map(|_| [history::SPEC.name, imports::SPEC.name])
}

/// The records `c` that the import made or changed, or that ended with one outcome. Of a file of accounts the rows that wrote
/// nothing name accounts, of every other file contacts.
pub(crate) fn imported(
    query: &mut QueryBuilder<'_, Postgres>,
    entity: Entity,
    import: Uuid,
    outcome: Option<ImportOutcome>,
) {
    let wrote = format!(
        " and c.id in (select h.entity_id from read.history h where h.entity = '{}' and h.import_id = ",
        entity.as_str()
    );
    let met = |query: &mut QueryBuilder<'_, Postgres>, outcome: &'static str| {
        query
            .push(" and c.id in (select r.contact_id from read.import_rows r where r.import_id = ")
            .push_bind(import)
            .push(format!(" and r.outcome = '{outcome}')"));
    };
    match outcome {
        None => {
            query.push(wrote).push_bind(import).push(")");
        }
        Some(ImportOutcome::Created) => {
            query.push(" and c.import_id = ").push_bind(import);
        }
        Some(ImportOutcome::Updated) => {
            query
                .push(" and c.import_id is distinct from ")
                .push_bind(import)
                .push(wrote)
                .push_bind(import)
                .push(")");
        }
        Some(ImportOutcome::Unchanged) => met(query, "unchanged"),
        Some(ImportOutcome::MergedInFile) => met(query, "merged_in_file"),
        Some(ImportOutcome::MatchesArchived) => met(query, "matches_archived"),
    }
}
