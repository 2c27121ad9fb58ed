//! Which column goes where, as suggested or as written down, and how the terminal shows it.

use std::path::Path;

use anyhow::Context as _;
use pivotal_commands::audience::imports::file::detect::Detected;
use pivotal_domain::audience::fields::catalogue::{Entity, label_of};
use pivotal_domain::audience::fields::mapping::suggest;
use pivotal_domain::audience::imports::mapping::{ColumnMapping, MappedEntity};
use pivotal_domain::audience::record::change::WriteRule;

use crate::cli::say::say;

pub fn suggested(file: &Detected) -> Vec<ColumnMapping> {
    let deepest = file.samples.iter().map(Vec::len).max().unwrap_or(0);
    let rows: Vec<Vec<&str>> = (0..deepest)
        .map(|row| file.samples.iter().map(|column| column.get(row).map_or("", String::as_str)).collect())
        .collect();
    suggest(&file.format.headers, &rows)
        .into_iter()
        .filter_map(|suggestion| Some((u32::try_from(suggestion.column).ok()?, suggestion.field?)))
        .map(|(column, (entity, field))| ColumnMapping {
            column,
            entity: entity.into(),
            field: field.to_owned(),
            rule: WriteRule::BySource,
        })
        .collect()
}

pub fn tell(file: &Detected, mapping: &[ColumnMapping]) {
    let headers = &file.format.headers;
    let width = headers.iter().map(|header| header.chars().count()).max().unwrap_or(0).min(40);
    say(format!("{} of {} columns are imported:", mapping.len(), headers.len()));
    for (index, header) in headers.iter().enumerate() {
        let goes = mapping.iter().find(|one| one.column as usize == index).map(|one| {
            let entity = Entity::from(one.entity);
            let whose = if entity == Entity::Contact { "contact" } else { "account" };
            format!("{} ({whose})", label_of(entity, &one.field))
        });
        say(format!("  {header:<width$}  {}", goes.as_deref().unwrap_or("-")));
    }
}

/// A mapping that was written down.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    column: Place,
    entity: MappedEntity,
    field: String,
    #[serde(default)]
    rule: Option<String>,
}

/// A heading, or the number of the column from 1.
#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum Place {
    Number(u32),
    Heading(String),
}

pub async fn of_file(path: &Path, file: &Detected) -> anyhow::Result<Vec<ColumnMapping>> {
    let text = tokio::fs::read_to_string(path)
        .await
        .with_context(|| format!("the mapping {} cannot be read", path.display()))?;
    let written: Vec<Written> =
        serde_json::from_str(&text).with_context(|| format!("{} is no list of columns", path.display()))?;
    written.into_iter().map(|one| placed(one, &file.format.headers)).collect()
}

fn placed(one: Written, headers: &[String]) -> anyhow::Result<ColumnMapping> {
    let column = match &one.column {
        Place::Number(number) => number.checked_sub(1).map(|number| number as usize),
        Place::Heading(heading) => {
            let key = heading.trim().to_lowercase();
            headers.iter().position(|header| header.trim().to_lowercase() == key)
        }
    };
    let column = column.and_then(|column| u32::try_from(column).ok());
    let column = column.with_context(|| match one.column {
        Place::Number(_) => "columns are counted from 1".to_owned(),
        Place::Heading(heading) => {
            format!("the file has no column {heading:?}; it has {}", headers.join(", "))
        }
    })?;
    let rule = one.rule.as_deref().map(super::rules::rule).transpose()?.unwrap_or_default();
    Ok(ColumnMapping { column, entity: one.entity, field: one.field, rule })
}
