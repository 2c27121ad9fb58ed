//! Which column of a file fills which field, and how.

use serde::{Deserialize, Serialize};

use super::error::ImportError;
use super::kind::ImportKind;
use crate::audience::fields::catalogue::{Entity, custom_name, field};
use crate::audience::record::change::WriteRule;
use crate::audience::record::restriction::CLIENT_RESTRICTION;

/// Where a column goes. A column that is not listed is not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// Counted from 0.
    pub column: u32,
    pub entity: MappedEntity,
    /// Catalogue key, or `custom.<name>`.
    pub field: String,
    #[serde(default)]
    pub rule: WriteRule,
}

/// Entity as the log writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MappedEntity {
    Contact,
    Account,
}

impl From<MappedEntity> for Entity {
    fn from(entity: MappedEntity) -> Entity {
        match entity {
            MappedEntity::Contact => Entity::Contact,
            MappedEntity::Account => Entity::Account,
        }
    }
}

impl From<Entity> for MappedEntity {
    fn from(entity: Entity) -> MappedEntity {
        match entity {
            Entity::Contact => MappedEntity::Contact,
            Entity::Account => MappedEntity::Account,
        }
    }
}

/// Refuses a mapping that cannot work, naming the column or field.
pub fn check(mapping: &[ColumnMapping], columns: usize, kind: ImportKind) -> Result<(), ImportError> {
    let mut seen: Vec<(MappedEntity, &str)> = Vec::new();
    for one in mapping {
        if one.column as usize >= columns {
            return Err(ImportError::UnknownColumn { column: one.column });
        }
        let known = match field(one.entity.into(), &one.field) {
            // The import as a whole says whose file it is.
            Some(def) => def.writable && def.key != CLIENT_RESTRICTION,
            None => custom_name(&one.field).is_some(),
        };
        if !known {
            return Err(ImportError::UnknownField { field: one.field.clone() });
        }
        if !kind.takes(one.entity, &one.field) {
            return Err(ImportError::FieldNotOfKind { field: one.field.clone(), kind });
        }
        if seen.contains(&(one.entity, one.field.as_str())) {
            return Err(ImportError::FieldTwice { field: one.field.clone() });
        }
        seen.push((one.entity, &one.field));
    }
    let has = |entity, key: &str| seen.contains(&(entity, key));
    let named = has(MappedEntity::Contact, "full_name") || has(MappedEntity::Contact, "last_name");
    let at_account = has(MappedEntity::Account, "name") || has(MappedEntity::Account, "domain");
    if kind == ImportKind::Accounts {
        return if at_account { Ok(()) } else { Err(ImportError::NoAccountKeyColumn) };
    }
    if has(MappedEntity::Contact, "email")
        || has(MappedEntity::Contact, "secondary_emails")
        || has(MappedEntity::Contact, "linkedin_url")
        || (named && at_account)
    {
        Ok(())
    } else {
        Err(ImportError::NoKeyColumn)
    }
}
