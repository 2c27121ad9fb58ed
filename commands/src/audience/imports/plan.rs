//! The mapping made ready for a million rows: for each column its field definition, looked up once.

use pivotal_domain::audience::fields::catalogue::{Entity, FieldDef, field};
use pivotal_domain::audience::fields::parse::ParseContext;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::{ColumnMapping, MappedEntity};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::values::country::Country;

#[derive(Debug, Clone)]
pub struct Column {
    pub index: usize,
    pub entity: Entity,
    pub key: String,
    /// `None` for a custom field.
    pub def: Option<&'static FieldDef>,
    pub rule: WriteRule,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub kind: ImportKind,
    /// Countries first: they decide how the row's phones, dates and amounts are read.
    pub columns: Vec<Column>,
    pub context: ParseContext,
    /// Whether the file names companies at all.
    pub has_accounts: bool,
    /// Columns of the file; a row with more cells cannot be trusted.
    pub width: usize,
}

impl Plan {
    pub fn new(import: &Import, today: chrono::NaiveDate) -> Self {
        let mut columns: Vec<Column> = import.mapping.iter().map(column).collect();
        columns
            .sort_by_key(|column| (!matches!(column.key.as_str(), "country" | "hq_country"), column.index));
        Plan {
            kind: import.kind,
            has_accounts: columns.iter().any(|column| {
                column.entity == Entity::Account && matches!(column.key.as_str(), "name" | "domain")
            }),
            context: ParseContext {
                default_country: import.default_country.as_deref().and_then(Country::parse),
                today: Some(today),
            },
            width: import.format.as_ref().map_or(0, |format| format.headers.len()),
            columns,
        }
    }
}

fn column(mapping: &ColumnMapping) -> Column {
    let entity = match mapping.entity {
        MappedEntity::Contact => Entity::Contact,
        MappedEntity::Account => Entity::Account,
    };
    Column {
        index: mapping.column as usize,
        entity,
        key: mapping.field.clone(),
        def: field(entity, &mapping.field),
        rule: mapping.rule,
    }
}
