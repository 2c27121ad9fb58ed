//! Phones of a contact whose country the row does not say. What a number without `+` means depends on where the contact is, else
//! its account, else on the import's default: known only once both are found, so these cells are read there. A custom phone that
//! only one may have is looked up before that, by all that it may come to.

use std::collections::HashSet;
use std::sync::Arc;

use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, Item};
use pivotal_domain::audience::fields::parse::{FieldError, ParseContext, Parsed, parse, parse_defined};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::facts::RowProblem;
use pivotal_domain::audience::values::country::Country;

use super::plan::{Column, Def, Plan};
use super::row::{Values, problem};

/// The cells of a row that wait.
#[derive(Debug, Clone)]
pub struct Phones {
    plan: Arc<Plan>,
    /// Of the company, as the row says.
    account: Option<Country>,
    cells: Vec<(usize, String)>,
}

impl Phones {
    /// `cells`: column of the plan and text. `None` where nothing waits.
    pub fn of(plan: &Arc<Plan>, account: Option<Country>, cells: Vec<(usize, String)>) -> Option<Self> {
        (!cells.is_empty()).then(|| Phones { plan: Arc::clone(plan), account, cells })
    }

    /// Reads them into the values. `contact` and `account` are the countries these records have.
    pub fn read(
        &self,
        row: u32,
        (contact, account): (Option<&str>, Option<&str>),
        values: &mut Values,
        problems: &mut Vec<RowProblem>,
    ) {
        let country = contact
            .and_then(Country::parse)
            .or(self.account)
            .or_else(|| account.and_then(Country::parse))
            .or(self.plan.context.default_country);
        let context = ParseContext { default_country: country, ..self.plan.context };
        let mut implied = Vec::new();
        for (at, cell) in &self.cells {
            let column = &self.plan.columns[*at];
            match parsed(column, cell, &context) {
                Ok(Parsed { value, extra, warnings }) => {
                    problems.extend(warnings.iter().map(|warning| problem(row, warning, false)));
                    implied.extend(extra.into_iter().map(|(key, value)| (key, value, column.rule)));
                    if let Some(value) = value {
                        let given = self.plan.given(Entity::Contact, &column.key, value, column.rule);
                        values.insert(column.key.clone(), given);
                    }
                }
                Err(error) => problems.push(problem(row, &error, false)),
            }
        }
        for (key, value, rule) in implied {
            let given = || self.plan.given(Entity::Contact, key, value, rule);
            values.entry(key.to_owned()).or_insert_with(given);
        }
    }

    /// As they stand in the file.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|(_, cell)| cell.as_str())
    }

    /// What the cells of these fields come to, read with each of the countries, or with what counts where none of them does.
    pub fn readings<'a>(
        &'a self,
        fields: &HashSet<&str>,
        countries: &HashSet<Country>,
    ) -> Vec<(&'a str, FieldValue)> {
        let otherwise = self.account.or(self.plan.context.default_country);
        let countries = || countries.iter().copied().map(Some).chain([otherwise]);
        let mut readings = Vec::new();
        for (at, cell) in &self.cells {
            let column = &self.plan.columns[*at];
            if !fields.contains(column.key.as_str()) {
                continue;
            }
            for default_country in countries() {
                let context = ParseContext { default_country, ..self.plan.context };
                let value = parsed(column, cell, &context).ok().and_then(|parsed| parsed.value);
                readings.extend(value.map(|value| (column.key.as_str(), value)));
            }
        }
        readings
    }
}

fn parsed(column: &Column, cell: &str, context: &ParseContext) -> Result<Parsed, FieldError> {
    match &column.def {
        Def::Standard(def) => parse(def, cell, context),
        Def::Custom(definition) => parse_defined(definition, cell, context),
        // A text means the same everywhere, and waits for nothing.
        Def::Text => Ok(Parsed::default()),
    }
}

/// Whether what the cell means depends on a country.
pub fn waits(column: &Column, cell: &str) -> bool {
    let is_phone = match &column.def {
        Def::Standard(def) => matches!(def.kind, FieldKind::Phone | FieldKind::Multi(Item::Phone)),
        Def::Custom(definition) => definition.field_type == FieldType::Phone,
        Def::Text => false,
    };
    column.entity == Entity::Contact && is_phone && !cell.trim_start_matches(['\'', ' ']).starts_with('+')
}
