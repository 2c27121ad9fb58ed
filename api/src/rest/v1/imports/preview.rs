//! `GET /api/v1/imports/{id}/preview/rows`: the lists of a preview.

use axum::Json;
use axum::extract::State;
use pivotal_commands::audience::imports::preview::lists::List;
use pivotal_commands::audience::imports::preview::read::{ReadPreview, preview_rows};
use pivotal_commands::audience::imports::preview::tell::PreviewRow;
use pivotal_projections::page;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::imports::preview::ImportRowReason;
use crate::rest::v1::page::{Id, Listed, Paging, Query};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PreviewList {
    Created,
    Updated,
    Unchanged,
    MergedInFile,
    MatchesArchived,
    Rejected,
    Warnings,
    AccountsCreated,
    AccountsUpdated,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct PreviewWanted {
    pub list: PreviewList,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// A row of the file, what it would change, and why not.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PreviewedRow {
    /// As a spreadsheet counts it.
    pub row: u32,
    /// contact or account.
    #[schema(value_type = String)]
    pub entity: Value,
    /// The record that exists already; none where the run would make it.
    pub record_id: Option<Uuid>,
    pub name: Option<String>,
    /// The earlier row of the file that is the same record.
    pub into_row: Option<u32>,
    /// Old and new value by field.
    #[schema(value_type = Object)]
    pub changes: Value,
    /// Values of the row that would lose, with the rule and the value that stays, by field.
    #[schema(value_type = Object)]
    pub kept: Value,
    pub reasons: Vec<ImportRowReason>,
}

impl From<PreviewRow> for PreviewedRow {
    fn from(row: PreviewRow) -> Self {
        PreviewedRow {
            row: row.row,
            entity: serde_json::to_value(row.entity).unwrap_or_default(),
            record_id: row.record,
            name: row.name,
            into_row: row.into,
            changes: serde_json::to_value(row.changes).unwrap_or_default(),
            kept: serde_json::to_value(row.kept).unwrap_or_default(),
            reasons: row.problems.into_iter().map(ImportRowReason::from).collect(),
        }
    }
}

/// A list of the preview, in the order of the file. Refused when there is no preview, or its time is over.
#[utoipa::path(get, path = "/{id}/preview/rows", tag = "imports", params(("id" = Uuid, Path), PreviewWanted), security(("bearer" = ["IMPORTS_VIEW"])), responses(
    (status = 200, body = Listed<PreviewedRow>), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(wanted): Query<PreviewWanted>,
) -> ApiResult<Json<Listed<PreviewedRow>>> {
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let after = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
    let first = usize::try_from(args.limit()).unwrap_or_default();
    let read = ReadPreview { id, list: wanted.list.into(), after, first };
    let page = preview_rows(&app.context, &actor, read).await?;
    let end = page.rows.last().map(|(place, _)| page::encode(place));
    Ok(Json(Listed {
        items: page.rows.into_iter().map(|(_, row)| PreviewedRow::from(row)).collect(),
        next_cursor: end.filter(|_| page.more),
        stale: false,
    }))
}

impl From<PreviewList> for List {
    fn from(name: PreviewList) -> List {
        match name {
            PreviewList::Created => List::Created,
            PreviewList::Updated => List::Updated,
            PreviewList::Unchanged => List::Unchanged,
            PreviewList::MergedInFile => List::MergedInFile,
            PreviewList::MatchesArchived => List::MatchesArchived,
            PreviewList::Rejected => List::Rejected,
            PreviewList::Warnings => List::Warnings,
            PreviewList::AccountsCreated => List::AccountsCreated,
            PreviewList::AccountsUpdated => List::AccountsUpdated,
        }
    }
}
