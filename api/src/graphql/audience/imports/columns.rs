//! Columns of an uploaded file, each with its first values and what it is taken for.

use async_graphql::SimpleObject;
use pivotal_commands::audience::imports::file::detect::Detected;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::fields::mapping::{CUSTOM_CONFIDENCE, Suggestion, suggest, suggest_custom};
use pivotal_projections::audience::imports::used_before::UsedBefore;

use super::types::WriteRule;
use crate::graphql::audience::record::Entity;

/// One column of the file: its header, first values, and the suggestion with confidence 0..1.
#[derive(Debug, SimpleObject, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    pub index: i32,
    pub header: String,
    pub samples: Vec<String>,
    pub suggested_field: Option<String>,
    #[serde(skip)]
    pub suggested_entity: Option<Entity>,
    pub confidence: f64,
    /// As in the last file with the same headings; without a field it was left out then.
    pub used_before: bool,
    /// The rule of that time.
    #[serde(skip)]
    pub suggested_rule: Option<WriteRule>,
    /// Where it was used before: what it would be taken for by itself, for whoever takes the old mapping back.
    #[serde(skip)]
    pub guess: Option<ImportGuess>,
}

/// What a column looks like, with confidence 0..1.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportGuess {
    pub field: String,
    pub entity: Entity,
    pub confidence: f64,
}

pub fn columns(
    file: Detected,
    contact: &Definitions,
    account: &Definitions,
    before: Option<&UsedBefore>,
) -> Vec<ImportColumn> {
    let headers = file.format.headers;
    let deepest = file.samples.iter().map(Vec::len).max().unwrap_or(0);
    // The samples are per column; what a column is taken for is judged by rows.
    let rows: Vec<Vec<&str>> = (0..deepest)
        .map(|row| file.samples.iter().map(|column| column.get(row).map_or("", String::as_str)).collect())
        .collect();
    let suggestions = suggest(&headers, &rows);
    let custom = suggest_custom(&headers, &suggestions, contact, account);
    headers
        .into_iter()
        .zip(suggestions.into_iter().zip(custom).map(|(standard, custom)| taken_for(standard, custom)))
        .zip(file.samples.iter())
        .enumerate()
        .map(|(index, ((header, (field, confidence)), samples))| ImportColumn {
            index: i32::try_from(index).unwrap_or(i32::MAX),
            header,
            samples: samples.clone(),
            suggested_entity: field.as_ref().map(|(entity, _)| (*entity).into()),
            suggested_field: field.map(|(_, key)| key),
            confidence: f64::from(confidence),
            used_before: false,
            suggested_rule: None,
            guess: None,
        })
        .map(|column| match before {
            Some(before) => as_before(column, before, contact, account),
            None => column,
        })
        .collect()
}

fn taken_for(
    standard: Suggestion,
    custom: Option<(catalogue::Entity, String)>,
) -> (Option<(catalogue::Entity, String)>, f32) {
    match custom {
        Some(custom) => (Some(custom), CUSTOM_CONFIDENCE),
        None => (standard.field.map(|(entity, key)| (entity, key.to_owned())), standard.confidence),
    }
}

/// What somebody decided beats what can be guessed.
fn as_before(
    column: ImportColumn,
    before: &UsedBefore,
    contact: &Definitions,
    account: &Definitions,
) -> ImportColumn {
    let index = u32::try_from(column.index).unwrap_or(u32::MAX);
    let mapped = before.mapping.iter().find(|one| one.column == index);
    let archived = mapped.and_then(|one| match catalogue::Entity::from(one.entity) {
        catalogue::Entity::Contact => contact.get(&one.field),
        catalogue::Entity::Account => account.get(&one.field),
    });
    if archived.is_some_and(|definition| definition.archived) {
        // It takes no values any more.
        return column;
    }
    let guess = column.suggested_field.clone().zip(column.suggested_entity);
    ImportColumn {
        guess: guess.map(|(field, entity)| ImportGuess { field, entity, confidence: column.confidence }),
        suggested_field: mapped.map(|one| one.field.clone()),
        suggested_entity: mapped.map(|one| catalogue::Entity::from(one.entity).into()),
        suggested_rule: mapped.map(|one| one.rule.into()),
        confidence: if mapped.is_some() { 1.0 } else { 0.0 },
        used_before: true,
        ..column
    }
}
