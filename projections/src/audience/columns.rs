//! From the field catalogue to columns: which field lives where, and how its value is written.
//!
//! A field of the catalogue gets a column of its own by nothing but a migration; a test holds the two together. What has no
//! column (custom fields, fields of a newer release) is kept in `custom`, so nothing is lost.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::fields::catalogue::{Entity, FieldDef, FieldKind, fields};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::values::fold::fold;
use serde_json::Value;
use uuid::Uuid;

use crate::sheet::{Column, Row, Sheet, encode};

/// Longest sort and search key, in characters: a B-tree entry must stay below a third of a page.
const KEY_MAX: usize = 200;

/// Columns every record has before those of its fields.
pub const RECORD: &[Column] = &[
    column("id", "uuid"),
    column("sequence", "bigint"),
    column("position", "bigint"),
    column("archived", "boolean"),
    column("erased", "boolean"),
    column("created_at", "timestamptz"),
    column("updated_at", "timestamptz"),
    column("created_by", "text"),
    column("source", "text"),
    column("import_id", "uuid"),
    column("merged_into", "uuid"),
];

pub const fn column(name: &'static str, sql_type: &'static str) -> Column {
    Column { name, sql_type }
}

/// Where a field's value stands in a row.
#[derive(Debug, Clone, Copy)]
enum Place {
    One(usize, FieldKind),
    /// Amount and currency.
    Money(usize, usize),
}

/// Why a value does not go into its column. The value itself stays out: it may be personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the field {field} holds something that is not {expected}")]
pub struct Misfit {
    pub field: String,
    pub expected: &'static str,
}

/// The sheet of an entity and where its fields are.
#[derive(Debug)]
pub struct Layout {
    pub sheet: Sheet,
    places: HashMap<&'static str, Place>,
    custom: usize,
}

impl Layout {
    /// `elsewhere`: keys that have no column named after them (the record's own, and those of the side table).
    /// `more`: columns of this entity that are no fields.
    pub fn new(entity: Entity, table: &'static str, elsewhere: &[&str], more: &[Column]) -> Self {
        let mut columns: Vec<Column> = RECORD.iter().chain(more).copied().collect();
        let mut places = HashMap::new();
        for def in fields(entity).iter().filter(|def| !elsewhere.contains(&def.key)) {
            let at = columns.len();
            if def.kind == FieldKind::Money {
                let (amount, currency) = money_columns(def);
                columns.extend([column(amount, "numeric"), column(currency, "text")]);
                places.insert(def.key, Place::Money(at, at + 1));
            } else {
                columns.push(column(def.key, sql_type(def.kind)));
                places.insert(def.key, Place::One(at, def.kind));
            }
        }
        let custom = columns.len();
        columns.push(column("custom", "jsonb"));
        Layout { sheet: Sheet::new(table, columns), places, custom }
    }

    /// An empty row.
    pub fn blank(&self) -> Row {
        let mut row = self.sheet.blank();
        row.set(self.custom, Some("{}".to_owned()));
        row
    }

    /// Writes values of fields into a row; `None` empties the field.
    pub fn write<'a>(
        &self,
        row: &mut Row,
        values: impl IntoIterator<Item = (&'a String, Option<&'a FieldValue>)>,
    ) -> Result<(), Misfit> {
        let mut custom: Option<BTreeMap<String, Value>> = None;
        for (key, value) in values {
            match self.places.get(key.as_str()) {
                Some(Place::One(at, kind)) => {
                    row.set(*at, value.map(|value| cell(key, *kind, value)).transpose()?.flatten())
                }
                Some(Place::Money(amount, currency)) => {
                    let (a, c) = value.map(|value| money(key, value)).transpose()?.unzip();
                    row.set(*amount, a);
                    row.set(*currency, c);
                }
                None => {
                    let held = custom.get_or_insert_with(|| {
                        row.get(self.custom)
                            .and_then(|text| serde_json::from_str(text).ok())
                            .unwrap_or_default()
                    });
                    match value.and_then(|value| serde_json::to_value(value).ok()) {
                        Some(value) => held.insert(key.clone(), value),
                        None => held.remove(key),
                    };
                }
            }
        }
        if let Some(custom) = custom {
            // jsonb refuses \u0000, which text columns lose as well.
            let text =
                serde_json::to_string(&custom).unwrap_or_else(|_| "{}".to_owned()).replace("\\u0000", "");
            row.set(self.custom, Some(text));
        }
        Ok(())
    }
}

/// The columns of a money field.
pub fn money_columns(def: &FieldDef) -> (&'static str, &'static str) {
    match def.key {
        "annual_revenue" => ("annual_revenue_amount", "annual_revenue_currency"),
        other => {
            panic!("the money field {other} has no columns yet: name them here and add them in a migration")
        }
    }
}

/// What a field's values are sorted and searched by: folded, and short enough for an index.
pub fn key_of(text: Option<&str>) -> Option<String> {
    text.map(|text| fold(text).chars().filter(|c| *c != '\0').take(KEY_MAX).collect())
}

pub fn sql_type(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Email
        | FieldKind::Phone
        | FieldKind::Url
        | FieldKind::Domain
        | FieldKind::Choice(_)
        | FieldKind::Country
        | FieldKind::State
        | FieldKind::Tz
        | FieldKind::User
        | FieldKind::Language => "text",
        FieldKind::Number => "bigint",
        FieldKind::Money => "numeric",
        FieldKind::Multi(_) => "text[]",
        FieldKind::Date => "date",
        FieldKind::DateTime => "timestamptz",
        FieldKind::Bool => "boolean",
        FieldKind::Ref(_) => "uuid",
    }
}

fn cell(key: &str, kind: FieldKind, value: &FieldValue) -> Result<Option<String>, Misfit> {
    let misfit = |expected| Misfit { field: key.to_owned(), expected };
    if value.is_empty() {
        return Ok(None);
    }
    let cell = match (sql_type(kind), value) {
        ("text", FieldValue::Text(text)) => encode::text(text),
        // Several values where one is expected: shown, not lost.
        ("text", other) => encode::text(&other.to_string()),
        ("bigint", FieldValue::Number(number)) => number.to_string(),
        ("bigint", _) => return Err(misfit("a whole number")),
        ("boolean", FieldValue::Bool(value)) => encode::boolean(*value),
        ("boolean", _) => return Err(misfit("yes or no")),
        ("text[]", value @ (FieldValue::List(_) | FieldValue::Text(_))) => encode::array(value.texts()),
        ("text[]", _) => return Err(misfit("a list of texts")),
        ("date", value) => value
            .as_text()
            .and_then(|text| text.parse::<NaiveDate>().ok())
            .ok_or_else(|| misfit("a date"))?
            .to_string(),
        ("timestamptz", value) => encode::timestamp(
            value
                .as_text()
                .and_then(|text| text.parse::<DateTime<Utc>>().ok())
                .ok_or_else(|| misfit("a moment in time"))?,
        ),
        (_, value) => value
            .as_text()
            .and_then(|text| Uuid::try_parse(text).ok())
            .ok_or_else(|| misfit("the id of a record"))?
            .to_string(),
    };
    Ok(Some(cell))
}

fn money(key: &str, value: &FieldValue) -> Result<(String, String), Misfit> {
    let misfit = || Misfit { field: key.to_owned(), expected: "an amount of money" };
    match value {
        FieldValue::Money { amount, currency } if is_decimal(amount) => {
            Ok((amount.clone(), encode::text(currency)))
        }
        _ => Err(misfit()),
    }
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.len() <= 100 && part.bytes().all(|byte| byte.is_ascii_digit()))
}
