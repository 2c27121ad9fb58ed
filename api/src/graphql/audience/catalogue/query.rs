//! What fields there are: drives forms, tables and mapping.

use async_graphql::{Object, Result, SimpleObject};
use pivotal_domain::audience::fields::catalogue::{FieldDef, fields};

use crate::graphql::audience::record::Entity;
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct CatalogueQuery;

/// One field of accounts or contacts.
#[derive(Debug, SimpleObject)]
pub struct FieldDefinition {
    pub key: &'static str,
    pub label: &'static str,
    pub entity: Entity,
    /// text, long_text, email, phone, url, domain, number, money, choice, multi, multi_email, multi_phone, multi_domain, date, datetime, bool, country, state, tz, user, ref, language.
    pub kind: &'static str,
    /// Heading it stands under in forms.
    pub group: &'static str,
    /// Encrypted per person in the log, and forgotten when the person is erased.
    pub personal: bool,
    /// False: worked out from other fields or from what happens.
    pub writable: bool,
    pub unique: bool,
    pub required: bool,
    pub sortable: bool,
    /// The values a choice may take.
    pub options: Vec<&'static str>,
    /// Other headings a file may use for it.
    pub aliases: Vec<&'static str>,
}

impl From<&'static FieldDef> for FieldDefinition {
    fn from(def: &'static FieldDef) -> Self {
        FieldDefinition {
            key: def.key,
            label: def.label,
            entity: def.entity.into(),
            kind: def.kind.name(),
            group: def.group.label(),
            personal: def.personal,
            writable: def.writable,
            unique: def.unique,
            required: def.required,
            sortable: def.sortable,
            options: def.kind.options().to_vec(),
            aliases: def.aliases.to_vec(),
        }
    }
}

#[Object]
impl CatalogueQuery {
    /// Every standard field, in the order forms show them.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn field_catalogue(&self, entity: Entity) -> Result<Vec<FieldDefinition>> {
        Ok(fields(entity.into()).iter().map(FieldDefinition::from).collect())
    }
}
