//! `GET /api/v1/accounts`, one of them, its history.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::accounts::SPEC;
use pivotal_projections::audience::accounts::query::{self, AccountFilter};
use pivotal_projections::audience::engagement;
use pivotal_projections::audience::history::{self, query as histories};
use pivotal_projections::audience::import_outcome;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::suppression::suppressions;
use pivotal_projections::work;
use uuid::Uuid;

use super::types::{Account, Wanted};
use crate::app::{App, Core};
use crate::asked;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::audience::accounts::query::read_for;
use crate::graphql::connection::page_args;
use crate::rest::v1::history::Entry;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List accounts.
#[utoipa::path(get, path = "", tag = "accounts", params(Wanted), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = Listed<Account>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<Listed<Account>>> {
    let args = page_args(wanted.first, wanted.after, None, 60)?;
    let sort = sort(wanted.sort.as_deref());
    let (condition, zone) = (wanted.filter.as_deref(), wanted.time_zone.as_deref());
    let condition = asked::of_text(&app, &actor, Entity::Account, condition, zone).await?;
    let mut read = read_for(&condition);
    read.extend(import_outcome::read_from(wanted.import_id));
    let old = stale(&app, &headers, &read).await?;
    let filter = AccountFilter {
        q: wanted.q,
        status: wanted.status,
        country: wanted
            .country
            .map(|all| all.split(',').map(|one| one.trim().to_uppercase()).collect())
            .unwrap_or_default(),
        import_id: wanted.import_id,
        import_outcome: wanted.import_outcome.as_deref().map(str::parse).transpose()?,
        archived: Some(wanted.archived.unwrap_or(false)),
        condition,
        ..AccountFilter::default()
    };
    let pools = &app.context.log.pools;
    let page = query::page(&pools.lists, &actor, &filter, &sort, &args).await?;
    let ids: Vec<Uuid> = page.rows.iter().map(|(_, row)| row.id).collect();
    let fields = std::cell::RefCell::new(query::fields(&pools.read, &actor, &ids).await?);
    Ok(Json(Listed::new(page, old, |row| Account::of(row, &mut fields.borrow_mut()))))
}

/// One account, archived ones too.
#[utoipa::path(get, path = "/{id}", tag = "accounts", params(("id" = Uuid, Path)), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = Account), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Account>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(one(&app, &actor, id).await?.ok_or_else(|| ApiError::not_found("account"))?))
}

/// Everything that happened to it, newest first.
#[utoipa::path(get, path = "/{id}/history", tag = "accounts", params(("id" = Uuid, Path), Paging), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = Listed<Entry>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<Entry>>> {
    let read_from =
        [SPEC.name, history::SPEC.name, engagement::SPEC.name, work::SPEC.name, suppressions::SPEC.name];
    let old = stale(&app, &headers, &read_from).await?;
    let pool = &app.context.log.pools.read;
    if query::get(pool, &actor, id).await?.is_none() {
        return Err(ApiError::not_found("account"));
    }
    let page = histories::page(pool, &app.opener, &actor, Entity::Account, id, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, Entry::from)))
}

pub(super) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Account>> {
    let pool = &core.context.log.pools.read;
    let Some(row) = query::get(pool, actor, id).await? else { return Ok(None) };
    let mut fields = query::fields(pool, actor, &[id]).await?;
    Ok(Some(Account::of(row, &mut fields)))
}

fn sort(text: Option<&str>) -> Sort {
    match text {
        None => Sort { field: "created_at".into(), direction: Direction::Descending },
        Some(text) => match text.strip_prefix('-') {
            Some(field) => Sort { field: field.into(), direction: Direction::Descending },
            None => Sort { field: text.into(), direction: Direction::Ascending },
        },
    }
}
