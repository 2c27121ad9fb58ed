//! A saved view as the API shows and takes it.

use async_graphql::{ComplexObject, Context, Enum, InputObject, Json, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::saved_views::content::ViewContent;
use pivotal_domain::audience::saved_views::sharing::{Sharing, may_change};
use pivotal_projections::audience::saved_views::query::SavedViewRow;
use serde_json::Value;
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};
use crate::graphql::audience::record::Entity;
use crate::graphql::{actor, core};

/// Who sees a view.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ViewSharing {
    /// The owner alone.
    Private,
    /// The members of one team.
    Team,
    /// Everybody who sees such lists.
    Everyone,
}

/// A list as somebody set it up, under a name.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct SavedView {
    pub id: Uuid,
    pub entity: Entity,
    pub name: String,
    pub sharing: ViewSharing,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    /// `columns` (keys in order), `sort` {field, descending}, `search`, `quick` (values by name of a quick filter),
    /// `filter` (conditions in the filter language). Parts that are not kept are absent.
    pub content: Json<Value>,
    /// Only columns are kept: it goes with any conditions.
    pub is_preset: bool,
    pub deleted: bool,
    pub updated_at: DateTime<Utc>,
}

#[ComplexObject]
impl SavedView {
    async fn owner_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(names.get(&self.owner_id).cloned())
    }

    /// Whether the viewer may rename, share, update or delete it.
    async fn may_change(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(may_change(actor(ctx)?, self.owner_id, self.sharing != ViewSharing::Private))
    }
}

impl From<SavedViewRow> for SavedView {
    fn from(row: SavedViewRow) -> Self {
        let is_preset = serde_json::from_value::<ViewContent>(row.content.clone())
            .is_ok_and(|content| content.is_preset());
        SavedView {
            id: row.id,
            entity: if row.entity == "account" { Entity::Account } else { Entity::Contact },
            name: row.name,
            sharing: match (row.everyone, row.team) {
                (true, _) => ViewSharing::Everyone,
                (false, Some(_)) => ViewSharing::Team,
                (false, None) => ViewSharing::Private,
            },
            team_id: row.team,
            owner_id: row.owner,
            content: Json(row.content),
            is_preset,
            deleted: row.deleted,
            updated_at: row.updated_at,
        }
    }
}

#[derive(Debug, InputObject)]
pub struct SavedViewCreateInput {
    pub entity: Entity,
    pub name: String,
    #[graphql(default_with = "ViewSharing::Private")]
    pub sharing: ViewSharing,
    /// With sharing TEAM.
    pub team_id: Option<Uuid>,
    pub content: Json<Value>,
    pub idempotency_key: Option<String>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct SavedViewChangeInput {
    pub id: Uuid,
    pub name: Option<String>,
    pub sharing: Option<ViewSharing>,
    /// With sharing TEAM.
    pub team_id: Option<Uuid>,
    pub content: Option<Json<Value>>,
}

pub fn sharing(sharing: ViewSharing, team: Option<Uuid>) -> ApiResult<Sharing> {
    match (sharing, team) {
        (ViewSharing::Private, _) => Ok(Sharing::Private),
        (ViewSharing::Everyone, _) => Ok(Sharing::Everyone),
        (ViewSharing::Team, Some(team)) => Ok(Sharing::Team { team }),
        (ViewSharing::Team, None) => {
            Err(refused("teamId", "TEAM_MISSING", "Say which team the view is shared with."))
        }
    }
}

pub fn content(value: Value) -> ApiResult<ViewContent> {
    serde_json::from_value(value).map_err(|error| {
        refused("content", "SAVED_VIEW_SHAPE", &format!("The content of a view cannot be read: {error}."))
    })
}

fn refused(field: &str, code: &str, message: &str) -> ApiError {
    let mut refused = ApiError::new(REJECTED, message.to_owned());
    refused.errors.push(FieldProblem {
        code: code.into(),
        field: Some(field.into()),
        path: None,
        record_id: None,
        message: message.to_owned(),
    });
    refused
}
