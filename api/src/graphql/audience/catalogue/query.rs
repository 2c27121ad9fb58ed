//! What fields there are: drives forms, tables and mapping.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::custom_fields::definitions;
use pivotal_domain::audience::custom_fields::definition::Definition;
use pivotal_domain::audience::fields::catalogue::{FieldDef, fields, is_personal};
use pivotal_domain::audience::filter::field::Field;

use crate::errors::ApiError;
use crate::graphql::audience::filter::types::{CUSTOM_GROUP, FieldChoice};
use crate::graphql::audience::record::Entity;
use crate::graphql::core;
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct CatalogueQuery;

/// One field of accounts or contacts.
#[derive(Debug, SimpleObject)]
pub struct FieldDefinition {
    /// Of a custom field custom.<name>.
    pub key: String,
    pub label: String,
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
    /// Whether the organisation added it.
    pub custom: bool,
    /// The values a choice may take.
    pub options: Vec<String>,
    /// The same with what each is called, and those that are not offered any more.
    pub choices: Vec<FieldChoice>,
    /// Other headings a file may use for it.
    pub aliases: Vec<&'static str>,
}

impl From<&'static FieldDef> for FieldDefinition {
    fn from(def: &'static FieldDef) -> Self {
        FieldDefinition {
            key: def.key.to_owned(),
            label: def.label.to_owned(),
            entity: def.entity.into(),
            kind: def.kind.name(),
            group: def.group.label(),
            personal: def.personal,
            writable: def.writable,
            unique: def.unique,
            required: def.required,
            sortable: def.sortable,
            custom: false,
            options: def.kind.options().iter().map(ToString::to_string).collect(),
            choices: Field::Known(def).choices().into_iter().map(FieldChoice::from).collect(),
            aliases: def.aliases.to_vec(),
        }
    }
}

impl From<&Arc<Definition>> for FieldDefinition {
    fn from(definition: &Arc<Definition>) -> Self {
        let choices = Field::Defined(definition.clone());
        FieldDefinition {
            key: definition.key.clone(),
            label: definition.label.clone(),
            entity: definition.entity.into(),
            kind: definition.field_type.name(),
            group: CUSTOM_GROUP,
            personal: is_personal(definition.entity, &definition.key),
            writable: true,
            unique: false,
            required: definition.required,
            sortable: false,
            custom: true,
            options: definition.offered().map(|option| option.value.clone()).collect(),
            choices: choices.choices().into_iter().map(FieldChoice::from).collect(),
            aliases: Vec::new(),
        }
    }
}

#[Object]
impl CatalogueQuery {
    /// Every standard field, in the order forms show them, and the custom fields in use by label.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn field_catalogue(&self, ctx: &Context<'_>, entity: Entity) -> Result<Vec<FieldDefinition>> {
        let definitions = definitions(&core(ctx).context, entity.into()).await.map_err(ApiError::from)?;
        let custom = definitions.in_use();
        let standard = fields(entity.into()).iter().map(FieldDefinition::from);
        Ok(standard.chain(custom.into_iter().map(FieldDefinition::from)).collect())
    }
}
