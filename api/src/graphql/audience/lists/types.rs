//! A list as the API shows it.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, Enum, Json, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::lists::chosen::NotTakenEntry;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::lists::source::Operation;
use pivotal_domain::audience::saved_views::sharing::may_change;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_projections::audience::lists::members::MemberRow;
use pivotal_projections::audience::lists::query::ListRow;
use pivotal_projections::audience::lists::used_by::{Use, used_by};
use serde_json::Value;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::{actor, core};

/// Who sees a list.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ListVisibility {
    /// The owner alone.
    Private,
    /// The members of one team.
    Team,
    /// Everybody who sees lists.
    Global,
}

/// What a list was made from.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ListSource {
    /// Ids, emails or domains that somebody pasted.
    ManualUpload,
    /// Records chosen one by one.
    Selection,
    /// All that a list of records showed.
    Filter,
    /// The members of a segment at a moment.
    Segment,
    /// What a domain set was matched with: its accounts, or their people.
    DomainSet,
    /// Other lists, combined.
    Combination,
    /// A frozen copy of a list.
    Snapshot,
}

impl ListSource {
    pub const fn as_str(self) -> &'static str {
        match self {
            ListSource::ManualUpload => "manual_upload",
            ListSource::Selection => "selection",
            ListSource::Filter => "filter",
            ListSource::Segment => "segment",
            ListSource::DomainSet => "domain_set",
            ListSource::Combination => "combination",
            ListSource::Snapshot => "snapshot",
        }
    }

    pub(crate) fn named(name: &str) -> Self {
        let all = [
            ListSource::ManualUpload,
            ListSource::Filter,
            ListSource::Segment,
            ListSource::DomainSet,
            ListSource::Combination,
            ListSource::Snapshot,
        ];
        all.into_iter().find(|source| source.as_str() == name).unwrap_or(ListSource::Selection)
    }
}

/// What is made of several lists.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Operation")]
pub enum ListOperation {
    /// Whoever is in any of them.
    Union,
    /// Whoever is in all of them.
    Intersect,
    /// Whoever is in the first and in none of the others.
    Subtract,
}

/// Records of one kind that somebody chose, under a name. Its members as a grid: `contacts` or `accounts` with `inLists`.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct List {
    pub id: Uuid,
    pub entity: Entity,
    pub name: String,
    pub tags: Vec<String>,
    pub visibility: ListVisibility,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    pub owner_name: Option<String>,
    pub source: ListSource,
    /// What it was made from: {operation, lists} of a combination, {list} of a snapshot, {segment} of a segment with the moment as
    /// {as_of}, {domain_set} of a domain set.
    pub reference: Json<Value>,
    /// The bulk change that filled it; null when it was filled at once.
    pub fill: Option<Uuid>,
    /// Of a frozen copy: the moment it shows. Nothing can be added to it or removed.
    pub snapshot_at: Option<DateTime<Utc>>,
    /// Records in it now, archived ones too.
    pub members: i64,
    pub members_changed_at: Option<DateTime<Utc>>,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Whether the viewer may rename, archive and, unless it is a frozen copy, fill it.
    pub may_edit: bool,
    /// Whether the viewer may say who sees it.
    pub may_share: bool,
}

#[ComplexObject]
impl List {
    /// What relies on it, as far as the viewer may see it.
    async fn used_by(&self, ctx: &Context<'_>) -> Result<Vec<ListUse>> {
        let pool = &core(ctx).context.log.pools.read;
        let uses = used_by(pool, actor(ctx)?, self.id).await.map_err(ApiError::from)?;
        Ok(uses.into_iter().map(ListUse::from).collect())
    }
}

impl List {
    pub fn of(row: ListRow, names: &HashMap<Uuid, String>, viewer: &Actor) -> Self {
        let visibility = match (row.everyone, row.team) {
            (true, _) => ListVisibility::Global,
            (false, Some(_)) => ListVisibility::Team,
            (false, None) => ListVisibility::Private,
        };
        let may_edit = viewer.scope(Permission::SegmentsEdit) == Scope::All;
        let shared = visibility != ListVisibility::Private;
        List {
            entity: if row.entity == "account" { Entity::Account } else { Entity::Contact },
            visibility,
            team_id: row.team,
            owner_id: row.owner,
            owner_name: names.get(&row.owner).cloned(),
            source: ListSource::named(&row.source),
            reference: Json(reference(row.reference)),
            fill: row.fill,
            snapshot_at: row.snapshot_at,
            members: row.members,
            members_changed_at: row.members_changed_at,
            archived: row.archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
            may_edit,
            may_share: may_edit && may_change(viewer, row.owner, shared),
            id: row.id,
            name: row.name,
            tags: row.tags,
        }
    }

    pub fn of_entity(&self) -> catalogue::Entity {
        self.entity.into()
    }
}

/// What kind of source it is stands beside it.
pub fn reference(mut reference: Value) -> Value {
    if let Some(parts) = reference.as_object_mut() {
        parts.remove("type");
    }
    reference
}

/// Something that relies on a list.
#[derive(Debug, SimpleObject)]
pub struct ListUse {
    /// list, saved_view, segment, campaign.
    pub kind: String,
    pub id: Uuid,
    pub name: String,
}

impl From<Use> for ListUse {
    fn from(used: Use) -> Self {
        ListUse { kind: used.kind, id: used.id, name: used.name }
    }
}

/// A record in a list, and since when.
#[derive(Debug, SimpleObject)]
pub struct ListMember {
    pub record_id: Uuid,
    /// As it is called now; null when it is erased, or may not be seen.
    pub name: Option<String>,
    pub entered_at: DateTime<Utc>,
    /// Null: it is in the list still.
    pub left_at: Option<DateTime<Utc>>,
}

impl From<MemberRow> for ListMember {
    fn from(row: MemberRow) -> Self {
        let MemberRow { record_id, name, entered_at, left_at } = row;
        ListMember { record_id, name, entered_at, left_at }
    }
}

/// What a change of members came to. `changed`, `unchanged` and `refusedCount` add up to `asked` once it is done at once.
#[derive(Debug, SimpleObject)]
pub struct ListChange {
    /// With it a change that was made at once is taken back.
    pub id: Uuid,
    /// Records that were named, and entries that name none.
    pub asked: i32,
    /// Records that came in or left; null while that is not known yet, or while a job does it.
    pub changed: Option<i64>,
    /// Records that were so already.
    pub unchanged: Option<i64>,
    /// Entries of which nothing came; at most 1,000 of them.
    pub refused: Vec<ListEntryRefused>,
    pub refused_count: i32,
    /// The bulk change that does it, when it is done as a job.
    pub bulk_id: Option<Uuid>,
}

#[derive(Debug, SimpleObject)]
pub struct ListEntryRefused {
    /// As it was given.
    pub entry: String,
    pub code: String,
    pub message: String,
}

impl From<NotTakenEntry> for ListEntryRefused {
    fn from(refused: NotTakenEntry) -> Self {
        ListEntryRefused {
            entry: refused.entry,
            code: refused.why.code().to_owned(),
            message: refused.why.sentence().to_owned(),
        }
    }
}
