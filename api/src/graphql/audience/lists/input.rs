//! What is asked of lists.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use pivotal_commands::audience::lists::chosen::Chosen;
use pivotal_domain::audience::exports::list::InLists;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::lists::query::ListsFilter as Filter;
use uuid::Uuid;

use super::types::{ListOperation, ListSource, ListVisibility};
use crate::app::Core;
use crate::asked::check_lists;
use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};
use crate::graphql::audience::bulk::input::BulkSelectionInput;
use crate::graphql::audience::record::Entity;

/// Members of lists. What is absent is no condition; at most 50 lists are named.
#[derive(Debug, Default, InputObject)]
pub struct InListsInput {
    /// In one of these.
    #[graphql(default)]
    pub any: Vec<Uuid>,
    /// In each of these.
    #[graphql(default)]
    pub all: Vec<Uuid>,
    /// In none of these.
    #[graphql(default)]
    pub none: Vec<Uuid>,
    /// Who was in them at this moment; now unless said.
    pub as_of: Option<DateTime<Utc>>,
}

impl From<InListsInput> for InLists {
    fn from(input: InListsInput) -> Self {
        let InListsInput { any, all, none, as_of } = input;
        InLists { any, all, none, as_of }
    }
}

impl InListsInput {
    pub fn read(input: Option<Self>) -> ApiResult<Option<InLists>> {
        let lists = input.map(InLists::from);
        check_lists(lists.as_ref())?;
        Ok(lists)
    }
}

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct ListsFilter {
    pub entity: Option<Entity>,
    /// Every word is looked for in the name.
    pub q: Option<String>,
    pub source: Option<ListSource>,
    pub tag: Option<String>,
    /// Only your own.
    #[graphql(default)]
    pub mine: bool,
    /// null: archived ones too.
    #[graphql(default_with = "Some(false)")]
    pub archived: Option<bool>,
}

impl ListsFilter {
    pub fn read(filter: Option<Self>) -> Filter {
        let Some(filter) = filter else { return Filter { archived: Some(false), ..Filter::default() } };
        Filter {
            entity: filter.entity.map(catalogue::Entity::from),
            q: filter.q,
            source: filter.source.map(|source| source.as_str().to_owned()),
            tag: filter.tag,
            mine: filter.mine,
            archived: filter.archived,
        }
    }
}

#[derive(Debug, InputObject)]
pub struct ListCreateInput {
    pub entity: Entity,
    pub name: String,
    #[graphql(default)]
    pub tags: Vec<String>,
    #[graphql(default_with = "ListVisibility::Private")]
    pub visibility: ListVisibility,
    /// With visibility TEAM.
    pub team_id: Option<Uuid>,
    /// Ids one by one, or all that a list with a filter shows. Neither this nor `pasted`: an empty list.
    pub selection: Option<BulkSelectionInput>,
    /// Lines with ids, emails of contacts or domains of accounts; at most 10,000.
    pub pasted: Option<Vec<String>>,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<i64>,
    pub idempotency_key: Option<String>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct ListUpdateInput {
    pub id: Uuid,
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
    pub visibility: Option<ListVisibility>,
    /// With visibility TEAM.
    pub team_id: Option<Uuid>,
}

#[derive(Debug, InputObject)]
pub struct ListChangeInput {
    pub id: Uuid,
    /// Ids one by one, or all that a list with a filter shows.
    pub selection: Option<BulkSelectionInput>,
    /// Lines with ids, emails of contacts or domains of accounts; at most 10,000.
    pub pasted: Option<Vec<String>>,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<i64>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct ListUndoInput {
    pub id: Uuid,
    /// As the change said it.
    pub change: Uuid,
}

#[derive(Debug, InputObject)]
pub struct ListCombineInput {
    pub name: String,
    pub operation: ListOperation,
    /// At least two of one kind; others are subtracted from the first.
    pub lists: Vec<Uuid>,
    #[graphql(default)]
    pub tags: Vec<String>,
    #[graphql(default_with = "ListVisibility::Private")]
    pub visibility: ListVisibility,
    /// With visibility TEAM.
    pub team_id: Option<Uuid>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct ListSnapshotInput {
    pub id: Uuid,
    /// The list's own with the moment unless said.
    pub name: Option<String>,
    /// An earlier moment; now unless said.
    pub as_of: Option<DateTime<Utc>>,
    pub idempotency_key: Option<String>,
}

pub fn sharing(visibility: ListVisibility, team: Option<Uuid>) -> ApiResult<Sharing> {
    match (visibility, team) {
        (ListVisibility::Private, _) => Ok(Sharing::Private),
        (ListVisibility::Global, _) => Ok(Sharing::Everyone),
        (ListVisibility::Team, Some(team)) => Ok(Sharing::Team { team }),
        (ListVisibility::Team, None) => {
            Err(refused("teamId", "TEAM_MISSING", "Say which team the list is shared with."))
        }
    }
}

/// What was chosen, if anything was; of the kind that the list holds, where that is known.
pub async fn chosen(
    core: &Core,
    actor: &Actor,
    entity: Option<catalogue::Entity>,
    selection: Option<BulkSelectionInput>,
    pasted: Option<Vec<String>>,
) -> ApiResult<Option<Chosen>> {
    match (selection, pasted) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(of(&ListError::TwoSources)),
        (None, Some(lines)) => Ok(Some(Chosen::Pasted(lines))),
        (Some(selection), None) => {
            let (of_records, selection) = selection.read(core, actor).await?;
            match entity {
                Some(list) if list != of_records => Err(of(&ListError::OtherEntity { list })),
                Some(_) | None => Ok(Some(Chosen::Records(selection))),
            }
        }
    }
}

fn of(error: &ListError) -> ApiError {
    refused(error.field().unwrap_or("input"), error.code(), &error.to_string())
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
