//! Which column goes where, as suggested, and how the terminal shows it.

use pivotal_commands::audience::imports::file::detect::Detected;
use pivotal_domain::audience::fields::catalogue::{Entity, label_of};
use pivotal_domain::audience::fields::mapping::suggest;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
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
