//! A segment and its members as the API shows them.

use async_graphql::{ComplexObject, Context, Enum, InputObject, Json, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_commands::audience::segments::used::{self, used_by};
use pivotal_domain::audience::saved_views::sharing::may_change;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_projections::audience::segments::members::Day;
use pivotal_projections::audience::segments::query::SegmentRow;
use serde_json::Value;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::audience::accounts::types::Account;
use crate::graphql::audience::contacts::types::Contact;
use crate::graphql::audience::lists::types::ListVisibility;
use crate::graphql::audience::record::Entity;
use crate::graphql::audience::saved_views::types::ViewSharing;
use crate::graphql::{actor, core};

/// A filter under a name, whose members follow the data by themselves.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Segment {
    pub id: Uuid,
    pub entity: Entity,
    pub name: String,
    pub description: String,
    pub tags: Vec<String>,
    pub sharing: ViewSharing,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    /// The definition, in the filter language.
    pub filter: Json<Value>,
    /// Its members follow the data. One that is switched off keeps the members it has.
    pub active: bool,
    pub archived: bool,
    /// How many are in it.
    pub members: i64,
    /// When somebody entered or left last.
    pub changed_at: DateTime<Utc>,
    /// When every record was looked at last; null until that was done once.
    pub refreshed_at: Option<DateTime<Utc>>,
    /// Every record was looked at since it was defined as it is.
    pub settled: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

/// Another segment that is defined by this one, or by this domain set.
#[derive(Debug, SimpleObject)]
pub struct SegmentUser {
    pub id: Uuid,
    /// Null when it may not be seen.
    pub name: Option<String>,
    /// Of what; null when it may not be seen.
    pub entity: Option<Entity>,
}

impl From<used::User> for SegmentUser {
    fn from(user: used::User) -> Self {
        SegmentUser { id: user.id, name: user.name, entity: user.entity.map(Entity::from) }
    }
}

#[ComplexObject]
impl Segment {
    async fn owner_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(names.get(&self.owner_id).cloned())
    }

    /// Whether the viewer may change, switch and archive it.
    async fn may_edit(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(actor(ctx)?.scope(Permission::SegmentsEdit) == Scope::All)
    }

    /// Whether the viewer decides who sees it.
    async fn may_share(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(may_change(actor(ctx)?, self.owner_id, self.sharing != ViewSharing::Private))
    }

    /// Segments that are defined by this one: it cannot be archived before they are changed.
    async fn used_by(&self, ctx: &Context<'_>) -> Result<Vec<SegmentUser>> {
        let users = used_by(&core(ctx).context, actor(ctx)?, self.id).await.map_err(ApiError::from)?;
        Ok(users.into_iter().map(SegmentUser::from).collect())
    }
}

impl From<SegmentRow> for Segment {
    fn from(row: SegmentRow) -> Self {
        Segment {
            id: row.id,
            entity: if row.entity == "account" { Entity::Account } else { Entity::Contact },
            name: row.name,
            description: row.description,
            tags: row.tags,
            sharing: match (row.everyone, row.team) {
                (true, _) => ViewSharing::Everyone,
                (false, Some(_)) => ViewSharing::Team,
                (false, None) => ViewSharing::Private,
            },
            team_id: row.team,
            owner_id: row.owner,
            filter: Json(row.definition),
            active: row.active,
            archived: row.archived,
            members: row.members,
            changed_at: row.changed_at,
            refreshed_at: row.refreshed_at,
            settled: row.settled,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

/// A record that is or was in a segment.
#[derive(Debug, SimpleObject)]
pub struct SegmentMember {
    pub record_id: Uuid,
    pub entered_at: DateTime<Utc>,
    /// Null while it is in it.
    pub left_at: Option<DateTime<Utc>>,
    /// Of a segment of contacts; null when it may not be seen any more.
    pub contact: Option<Contact>,
    /// Of a segment of accounts.
    pub account: Option<Account>,
}

/// Who came and went since a moment.
#[derive(Debug, SimpleObject)]
pub struct SegmentMoves {
    pub entered: i64,
    pub left: i64,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum SegmentMove {
    Entered,
    Left,
}

/// What a definition means now.
#[derive(Debug, SimpleObject)]
pub struct SegmentPreview {
    /// Exact.
    pub count: i64,
    /// The definition in words.
    pub sentence: String,
    /// The newest of them, of contacts.
    pub contacts: Vec<Contact>,
    /// The newest of them, of accounts.
    pub accounts: Vec<Account>,
}

/// A day on which somebody entered or left, in UTC.
#[derive(Debug, SimpleObject)]
pub struct SegmentDay {
    pub day: NaiveDate,
    /// At its end.
    pub members: i64,
    pub entered: i64,
    pub left: i64,
}

impl From<Day> for SegmentDay {
    fn from(day: Day) -> Self {
        SegmentDay { day: day.day, members: day.members, entered: day.entered, left: day.left_again }
    }
}

/// Why one record is in a segment, or is not.
#[derive(Debug, SimpleObject)]
pub struct SegmentWhy {
    /// It is in it.
    pub member: bool,
    /// Its values fulfil the definition now. Differs from `member` for a moment after a change, and while the segment is switched off.
    pub fulfils: bool,
    pub conditions: Vec<SegmentCondition>,
    /// Every stay in the segment, the latest first.
    pub stays: Vec<SegmentStay>,
}

/// One condition of the definition for one record.
#[derive(Debug, SimpleObject)]
pub struct SegmentCondition {
    /// In words.
    pub sentence: String,
    /// Null where only all contacts of the account together say something.
    pub holds: Option<bool>,
}

#[derive(Debug, SimpleObject)]
pub struct SegmentStay {
    pub entered_at: DateTime<Utc>,
    pub entered_because: SegmentReason,
    pub left_at: Option<DateTime<Utc>>,
    pub left_because: Option<SegmentReason>,
}

/// What brought a record in or out.
#[derive(Debug, SimpleObject)]
pub struct SegmentReason {
    /// change (of the record), defined, resumed, asked, time, elsewhere (suppressions, consents, lists).
    pub cause: String,
    /// Position of the event in the log, where one record's event did.
    pub position: Option<i64>,
    /// Conditions that the event concerned, and how they stood after it.
    pub conditions: Vec<SegmentCondition>,
}

#[derive(Debug, InputObject)]
pub struct SegmentCreateInput {
    pub entity: Entity,
    pub name: String,
    #[graphql(default)]
    pub description: String,
    #[graphql(default)]
    pub tags: Vec<String>,
    #[graphql(default_with = "ViewSharing::Private")]
    pub sharing: ViewSharing,
    /// With sharing TEAM.
    pub team_id: Option<Uuid>,
    /// The definition, in the filter language.
    pub filter: Json<Value>,
    #[graphql(default = true)]
    pub active: bool,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct SegmentConvertToListInput {
    pub id: Uuid,
    /// The segment's own with the moment unless said.
    pub name: Option<String>,
    #[graphql(default)]
    pub tags: Vec<String>,
    #[graphql(default_with = "ListVisibility::Private")]
    pub visibility: ListVisibility,
    /// With visibility TEAM.
    pub team_id: Option<Uuid>,
    /// Who was in it at this moment; now unless said.
    pub as_of: Option<DateTime<Utc>>,
    pub idempotency_key: Option<String>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct SegmentUpdateInput {
    pub id: Uuid,
    pub name: Option<String>,
    pub description: Option<String>,
    pub tags: Option<Vec<String>>,
    pub sharing: Option<ViewSharing>,
    /// With sharing TEAM.
    pub team_id: Option<Uuid>,
}

#[derive(Debug, InputObject)]
pub struct SegmentFilterInput {
    pub entity: Option<Entity>,
    /// Words of the name.
    pub q: Option<String>,
    pub tag: Option<String>,
    /// Those that are archived instead.
    #[graphql(default)]
    pub archived: bool,
}
