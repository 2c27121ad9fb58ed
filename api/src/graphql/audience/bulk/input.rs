//! What is asked for: which records, and what to do with them.

use async_graphql::{InputObject, Json};
use pivotal_commands::audience::custom_fields::definitions;
use pivotal_commands::ports::record_lists::{ListAsked, ListError};
use pivotal_domain::audience::bulk::action::{Assigned, BulkAction};
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::identity::actor::Actor;
use pivotal_infra::record_lists::list_of;
use pivotal_projections::audience::bulk::preview::{Preview, preview};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::types::BulkKind;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::audience::accounts::types::AccountFilter;
use crate::graphql::audience::contacts::types::ContactFilter;
use crate::graphql::audience::exports::types::list_filter;
use crate::graphql::audience::record::{Entity, field_map};

/// Which records: `ids` one by one (at most 10,000), or else all that the list with this filter shows.
#[derive(Debug, InputObject)]
pub struct BulkSelectionInput {
    pub entity: Entity,
    pub ids: Option<Vec<Uuid>>,
    /// With entity CONTACT.
    pub contacts: Option<ContactFilter>,
    /// With entity ACCOUNT.
    pub accounts: Option<AccountFilter>,
}

/// SET_FIELDS takes `fields`; ADD_TAGS and REMOVE_TAGS take `tags`; ASSIGN takes owner and team; ARCHIVE takes `reason`.
#[derive(Debug, InputObject)]
pub struct BulkActionInput {
    pub kind: BulkKind,
    /// Catalogue key to raw value, or null to clear. Fields that are unique or say which record is which are refused.
    pub fields: Option<Json<Value>>,
    pub tags: Option<Vec<String>>,
    /// A user's id.
    pub owner: Option<Uuid>,
    #[graphql(default)]
    pub clear_owner: bool,
    pub team: Option<Uuid>,
    #[graphql(default)]
    pub clear_team: bool,
    /// Stands in the history of each.
    pub reason: Option<String>,
}

impl BulkSelectionInput {
    pub async fn read(self, core: &Core, actor: &Actor) -> ApiResult<(catalogue::Entity, Selection)> {
        let entity = self.entity.into();
        let selection = match self.ids {
            Some(ids) => Selection::Ids(ids),
            None => {
                let filter = list_filter(core, actor, entity, self.contacts, self.accounts).await?;
                Selection::Matching(Box::new(filter))
            }
        };
        Ok((entity, selection))
    }
}

impl BulkActionInput {
    pub fn read(self) -> ApiResult<BulkAction> {
        let tags = self.tags.unwrap_or_default();
        Ok(match self.kind {
            BulkKind::SetFields => {
                let fields = self.fields.map(|fields| field_map(fields.0)).transpose()?;
                BulkAction::SetFields { fields: fields.unwrap_or_else(Map::new) }
            }
            BulkKind::AddTags => BulkAction::AddTags { tags },
            BulkKind::RemoveTags => BulkAction::RemoveTags { tags },
            BulkKind::Assign => BulkAction::Assign {
                owner: assigned(self.owner, self.clear_owner),
                team: assigned(self.team, self.clear_team),
            },
            BulkKind::Archive => {
                let reason = self.reason.map(|reason| reason.trim().to_owned());
                BulkAction::Archive { reason: reason.filter(|reason| !reason.is_empty()) }
            }
            BulkKind::Restore => BulkAction::Restore,
        })
    }
}

pub fn assigned(to: Option<Uuid>, clear: bool) -> Assigned {
    match (to, clear) {
        (Some(id), _) => Assigned::To(id),
        (None, true) => Assigned::Nobody,
        (None, false) => Assigned::Kept,
    }
}

/// How many records that is now.
pub async fn counted(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    selection: Selection,
) -> ApiResult<Preview> {
    let filter = match selection {
        Selection::Ids(ids) => ListFilter { ids: Some(ids), ..ListFilter::default() },
        Selection::Matching(filter) => *filter,
    };
    let asked = ListAsked {
        actor: actor.clone(),
        entity,
        filter,
        sort: ListSort::default(),
        keys: Vec::new(),
        definitions: definitions(&core.context, entity).await?,
        asked_at: core.context.now(),
    };
    let list = list_of(&asked).map_err(|error| match error {
        ListError::Refused(detail) => ApiError::new(BAD_FILTER, detail),
        error => ApiError::internal(&error),
    })?;
    Ok(preview(&core.context.log.pools.lists, actor, &list).await?)
}
