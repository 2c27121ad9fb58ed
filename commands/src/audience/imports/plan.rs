//! The mapping made ready for a million rows: for each column its field definition, looked up once.

use std::sync::Arc;

use pivotal_domain::audience::custom_fields::definition::Definition;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, FieldDef, custom_name, field};
use pivotal_domain::audience::fields::parse::ParseContext;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::audience::survivorship::rules::Orders;
use pivotal_domain::audience::values::country::Country;

use crate::audience::custom_fields::definitions;
use crate::audience::survivorship::rules;
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone)]
pub struct Column {
    pub index: usize,
    pub entity: Entity,
    pub key: String,
    pub def: Def,
    pub rule: WriteRule,
}

/// How a column's cells are read.
#[derive(Debug, Clone)]
pub enum Def {
    Standard(&'static FieldDef),
    Custom(Arc<Definition>),
    /// A custom field that nobody defined.
    Text,
}

/// The custom fields as they were defined when the run began.
#[derive(Debug, Clone, Default)]
pub struct CustomFields {
    pub contact: Definitions,
    pub account: Definitions,
}

impl CustomFields {
    /// Those of the entities that a mapping fills custom fields of.
    pub async fn load(ctx: &Context, mapping: &[ColumnMapping]) -> Result<Self, CommandError> {
        let mut custom = CustomFields::default();
        let fills = |entity: Entity| {
            mapping.iter().any(|one| Entity::from(one.entity) == entity && custom_name(&one.field).is_some())
        };
        if fills(Entity::Contact) {
            custom.contact = definitions(ctx, Entity::Contact).await?;
        }
        if fills(Entity::Account) {
            custom.account = definitions(ctx, Entity::Account).await?;
        }
        Ok(custom)
    }

    /// Of both entities, as they are defined now: what is unique, and what new records get, is asked of every chunk.
    pub async fn all(ctx: &Context) -> Result<Self, CommandError> {
        let (contact, account) =
            tokio::try_join!(definitions(ctx, Entity::Contact), definitions(ctx, Entity::Account))?;
        Ok(CustomFields { contact, account })
    }

    pub fn of(&self, entity: Entity) -> &Definitions {
        match entity {
            Entity::Contact => &self.contact,
            Entity::Account => &self.account,
        }
    }
}

/// In which order sources counted when the run began.
#[derive(Debug, Clone, Default)]
pub struct Precedence {
    contact: Orders,
    account: Orders,
}

impl Precedence {
    pub async fn load(ctx: &Context) -> Result<Self, CommandError> {
        Ok(Precedence {
            contact: Orders::from(&rules(ctx, Entity::Contact).await?),
            account: Orders::from(&rules(ctx, Entity::Account).await?),
        })
    }

    fn of(&self, entity: Entity) -> &Orders {
        match entity {
            Entity::Contact => &self.contact,
            Entity::Account => &self.account,
        }
    }
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
    precedence: Precedence,
}

impl Plan {
    pub fn new(
        import: &Import,
        today: chrono::NaiveDate,
        custom: &CustomFields,
        precedence: Precedence,
    ) -> Self {
        let mut columns: Vec<Column> = import.mapping.iter().map(|mapping| column(mapping, custom)).collect();
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
            precedence,
        }
    }

    /// What a cell gives, weighed as the rules of its field say.
    pub fn given(&self, entity: Entity, key: &str, value: FieldValue, rule: WriteRule) -> Candidate {
        Candidate::given(value, rule).ordered(self.precedence.of(entity).of(key))
    }
}

fn column(mapping: &ColumnMapping, custom: &CustomFields) -> Column {
    let entity = Entity::from(mapping.entity);
    Column {
        index: mapping.column as usize,
        entity,
        key: mapping.field.clone(),
        def: match (field(entity, &mapping.field), custom.of(entity).get(&mapping.field)) {
            (Some(def), _) => Def::Standard(def),
            (None, Some(definition)) => Def::Custom(definition.clone()),
            (None, None) => Def::Text,
        },
        rule: mapping.rule,
    }
}
