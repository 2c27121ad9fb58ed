//! Custom fields against the log.

use std::collections::BTreeMap;

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption};
use pivotal_domain::audience::custom_fields::{CustomFields, id_of};
use pivotal_domain::audience::fields::catalogue::Entity;
use sqlx::types::Json;

use super::fold::Fold;
use super::snapshot::Snapshot;
use super::{Part, Report, Verifier, VerifyError};
use crate::audience::custom_fields::SPEC;

const PART: Part = Part::CustomFields;

pub async fn verify(
    verifier: &Verifier,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let rows = sqlx::query!(
        r#"select entity, key, label, type as field_type, options as "options: Json<Vec<FieldOption>>", required, is_unique, default_value, archived from read.custom_fields"#
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: BTreeMap<(String, String), _> =
        rows.into_iter().map(|row| ((row.entity.clone(), row.key.clone()), row)).collect();
    let mut fold = Fold::<CustomFields>::new(position);
    loop {
        let page = fold.next(&mut snapshot.connection, &verifier.opener).await?;
        if page.is_empty() {
            break;
        }
        for set in &page {
            let entity = if set.id == id_of(Entity::Account) { Entity::Account } else { Entity::Contact };
            for field in &set.shown.state.fields {
                report.checked(PART, 1);
                let Definition {
                    key, label, field_type, options, required, unique, default, archived, ..
                } = field;
                let record = format!("custom_fields {} {key}", entity.as_str());
                match rows.remove(&(entity.as_str().to_owned(), key.clone())) {
                    None => report.differs(PART, record, "the row is missing"),
                    Some(row) => {
                        let shown =
                            (&row.label, row.field_type.as_str(), &row.options.0, row.required, row.archived);
                        let default = default.as_ref().and_then(|value| serde_json::to_value(value).ok());
                        let rules = (row.is_unique, &row.default_value) == (*unique, &default);
                        if shown != (label, field_type.name(), options, *required, *archived) || !rules {
                            report.differs(PART, record, "the row differs");
                        }
                    }
                }
            }
        }
    }
    for (entity, key) in rows.into_keys() {
        report.differs(PART, format!("custom_fields {entity} {key}"), "the row belongs to no event");
    }
    Ok(())
}
