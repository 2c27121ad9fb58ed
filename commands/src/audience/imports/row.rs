//! One row of the file to the values it wants a contact and its account to have, or the reason it is rejected.

use std::collections::BTreeMap;
use std::sync::Arc;

use pivotal_domain::audience::contacts::keys::linking_domain;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::parse::{
    FieldError, ParseContext, Parsed, parse, parse_custom, parse_defined,
};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::facts::RowProblem;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::person_name;

use super::file::workbook::cell::is_error;
use super::phones::{self, Phones};
use super::plan::{Def, Plan};

/// What a spreadsheet could not work out is taken as empty.
const FORMULA_ERROR: &str = "formula_error";

pub type Values = BTreeMap<String, Candidate>;

/// What a row asks for.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub row: u32,
    /// Whatever else stands here, the row does not go in; why stands in `problems`.
    pub rejected: bool,
    pub contact: Option<Values>,
    pub account: Option<Values>,
    /// Of the contact, waiting for its country.
    pub phones: Option<Phones>,
    pub problems: Vec<RowProblem>,
}

impl Wanted {
    pub fn nothing(row: u32) -> Self {
        Wanted { row, rejected: false, contact: None, account: None, phones: None, problems: Vec::new() }
    }

    /// The text a row wants a field of the contact to have.
    pub fn contact_text(&self, key: &str) -> Option<&str> {
        text(self.contact.as_ref()?, key)
    }

    /// The name the contact will have: as given, or put together from its parts as the contact itself does it.
    pub fn full_name(&self) -> Option<String> {
        let parts = || ["first_name", "middle_name", "last_name"].map(|part| self.contact_text(part));
        self.contact_text("full_name").map(str::to_owned).or_else(|| person_name::joined(parts()))
    }

    pub fn account_text(&self, key: &str) -> Option<&str> {
        text(self.account.as_ref()?, key)
    }

    pub fn reject(&mut self, code: &str, field: Option<&str>) {
        self.problems.push(RowProblem {
            row: self.row,
            code: code.to_owned(),
            field: field.map(str::to_owned),
            rejected: true,
        });
        self.rejected = true;
        self.contact = None;
    }
}

pub fn text<'a>(values: &'a Values, key: &str) -> Option<&'a str> {
    values.get(key).and_then(|candidate| candidate.value.as_ref()).and_then(FieldValue::as_text)
}

/// A bad key value (an email that is there but invalid) rejects the row: without it the row could become a second record
/// of somebody who exists. Any other bad value is left out with a warning, and the row goes in.
fn rejects_row(kind: ImportKind, entity: Entity, key: &str) -> bool {
    match entity {
        Entity::Contact => key == "email",
        // Beside a contact the account has other keys, and the contact its own.
        Entity::Account => kind == ImportKind::Accounts && key == "domain",
    }
}

/// Reads one row's cells.
pub fn read(plan: &Arc<Plan>, row: u32, cells: &[String]) -> Wanted {
    let mut wanted = Wanted::nothing(row);
    let (mut contact, mut account) = (Values::new(), Values::new());
    let mut implied: Vec<(Entity, &'static str, FieldValue, WriteRule)> = Vec::new();
    // Each by its own country; where the row has one of them only, that counts for both.
    let (mut at_contact, mut at_account): (Option<Country>, Option<Country>) = (None, None);
    let mut phones = Vec::new();
    let mut rejected = false;
    for (at, column) in plan.columns.iter().enumerate() {
        let Some(cell) = cells.get(column.index).filter(|cell| !cell.is_empty()) else { continue };
        if is_error(cell) {
            let (code, field) = (FORMULA_ERROR.to_owned(), Some(column.key.clone()));
            wanted.problems.push(RowProblem { row, code, field, rejected: false });
            continue;
        }
        if at_contact.is_none() && phones::waits(column, cell) {
            phones.push((at, cell.clone()));
            continue;
        }
        let country = match column.entity {
            Entity::Contact => at_contact.or(at_account),
            Entity::Account => at_account.or(at_contact),
        };
        let context =
            ParseContext { default_country: country.or(plan.context.default_country), ..plan.context };
        let parsed = match &column.def {
            Def::Standard(def) => parse(def, cell, &context),
            Def::Custom(definition) => parse_defined(definition, cell, &context),
            Def::Text => parse_custom(&column.key, cell),
        };
        match parsed {
            Ok(Parsed { value, extra, warnings }) => {
                wanted.problems.extend(warnings.iter().map(|warning| problem(row, warning, false)));
                implied
                    .extend(extra.into_iter().map(|(key, value)| (column.entity, key, value, column.rule)));
                let Some(value) = value else { continue };
                match column.key.as_str() {
                    "country" => at_contact = value.as_text().and_then(Country::parse),
                    "hq_country" => at_account = value.as_text().and_then(Country::parse),
                    _ => {}
                }
                let values = if column.entity == Entity::Contact { &mut contact } else { &mut account };
                values.insert(column.key.clone(), plan.given(column.entity, &column.key, value, column.rule));
            }
            Err(error) => {
                let fatal = rejects_row(plan.kind, column.entity, &column.key);
                rejected |= fatal;
                wanted.problems.push(problem(row, &error, fatal));
            }
        }
    }
    for (entity, key, value, rule) in implied {
        let values = if entity == Entity::Contact { &mut contact } else { &mut account };
        values.entry(key.to_owned()).or_insert_with(|| plan.given(entity, key, value, rule));
    }
    complete_account(plan, &contact, &mut account);
    if account.contains_key("name") {
        wanted.account = Some(account);
    }
    wanted.rejected = rejected;
    if !rejected {
        wanted.contact = Some(contact);
        wanted.phones = Phones::of(plan, at_account, phones);
    }
    wanted
}

/// A company without a website takes the domain of the corporate email; a website without a name lends its label.
fn complete_account(plan: &Plan, contact: &Values, account: &mut Values) {
    if !plan.has_accounts {
        account.clear();
        return;
    }
    if !account.contains_key("domain")
        && account.contains_key("name")
        && let Some(domain) = text(contact, "email").and_then(linking_domain)
    {
        account.insert("domain".to_owned(), Candidate::derived(FieldValue::Text(domain)));
    }
    if !account.contains_key("name")
        && let Some(domain) = text(account, "domain")
    {
        let name = domain.to_owned();
        account.insert("name".to_owned(), Candidate::derived(FieldValue::Text(name)));
        account.insert("status".to_owned(), Candidate::derived("stub".into()));
    }
}

pub(super) fn problem(row: u32, error: &FieldError, rejected: bool) -> RowProblem {
    RowProblem { row, code: error.code.to_owned(), field: Some(error.field.clone()), rejected }
}
