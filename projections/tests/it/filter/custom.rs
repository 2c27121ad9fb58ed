//! Custom fields of every type, and values in them that were written before they had one.

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::field::Field;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use serde_json::{Value, json};

use crate::support::Ground;

pub const TIERS: &[&str] = &["Gold", "Silver", "C++"];

pub fn definitions() -> Definitions {
    FieldType::ALL.iter().map(|field_type| definition(*field_type)).collect()
}

/// Contacts and accounts have the same.
pub fn vocabulary() -> Vocabulary {
    Vocabulary { contacts: definitions(), accounts: definitions() }
}

pub fn fields() -> Vec<Field> {
    definitions().in_use().into_iter().cloned().map(Field::Defined).collect()
}

fn definition(field_type: FieldType) -> Definition {
    let options = if field_type.has_options() { TIERS } else { &[] };
    Definition {
        entity: Entity::Contact,
        key: key(field_type),
        label: format!("Typed {}", field_type.name()),
        field_type,
        options: options.iter().map(|label| FieldOption::named(label)).collect(),
        required: false,
        unique: false,
        default: None,
        archived: false,
    }
}

fn key(field_type: FieldType) -> String {
    format!("custom.typed_{}", field_type.name())
}

/// Three of four records have a value, some of another kind than the type.
pub async fn values(ground: &Ground, table: &str) {
    for (at, field_type) in FieldType::ALL.iter().enumerate() {
        let mut all = fitting(*field_type);
        all.extend(strange());
        let cases: Vec<String> =
            all.iter().enumerate().map(|(n, value)| format!("when {n} then '{value}'::jsonb")).collect();
        let sql = format!(
            "update {table} set custom = custom || jsonb_build_object('{}', case (n * 7 + {at}) % {} {} end)
             from (select id as of, row_number() over (order by id) as n from {table}) as numbered
             where of = id and (n + {at}) % 4 > 0",
            key(*field_type),
            all.len(),
            cases.join(" ")
        );
        ground.execute(&sql).await;
    }
}

fn fitting(field_type: FieldType) -> Vec<Value> {
    match field_type {
        FieldType::Number => vec![json!(12), json!("12.5"), json!(-3), json!("-0.25"), json!(343)],
        FieldType::Money => vec![
            json!({"amount": "1000000", "currency": "USD"}),
            json!({"amount": "1000000.50", "currency": "EUR"}),
            json!({"amount": "5", "currency": "USD"}),
        ],
        FieldType::Date => {
            vec![json!("2026-03-09"), json!("2026-03-10"), json!("2026-01-01"), json!("2026-03-15")]
        }
        FieldType::DateTime => {
            vec![json!("2026-03-10T00:00:00Z"), json!("2026-03-09T23:59:59Z"), json!("2026-03-15T12:00:00Z")]
        }
        FieldType::Bool => vec![json!(true), json!(false)],
        FieldType::Choice => TIERS.iter().map(|tier| json!(tier)).collect(),
        FieldType::Multi => vec![json!(["Gold"]), json!(["Silver", "Gold"]), json!(["C++"])],
        FieldType::Text | FieldType::Url | FieldType::Email => {
            vec![json!("Köln"), json!("https://example.com"), json!("p1@mail.example.com")]
        }
        FieldType::Phone => vec![json!("+12025550112"), json!("+1 202 555-0112")],
    }
}

/// What a file or an earlier life of the key may have left.
fn strange() -> Vec<Value> {
    vec![
        json!("many"),
        json!("gold"),
        json!("true"),
        json!("2026-3-9"),
        json!("2026-13-41"),
        json!(7),
        json!(["a", "amount"]),
        json!({"amount": "7", "currency": "USD"}),
    ]
}
