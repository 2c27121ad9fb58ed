//! `GET /api/v1/contacts`, one of them, its history.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::contacts::SPEC;
use pivotal_projections::audience::contacts::query::{self, ContactFilter};
use pivotal_projections::audience::engagement;
use pivotal_projections::audience::history::{self, query as histories};
use pivotal_projections::audience::import_outcome;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::email::sending;
use pivotal_projections::suppression::suppressions;
use pivotal_projections::work;
use uuid::Uuid;

use super::types::{Contact, Wanted};
use crate::app::{App, Core};
use crate::asked;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::audience::contacts::query::{READ, read_for};
use crate::graphql::connection::page_args;
use crate::rest::v1::history::Entry;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List contacts.
#[utoipa::path(get, path = "", tag = "contacts", params(Wanted), security(("bearer" = ["CONTACTS_VIEW"])), responses(
    (status = 200, body = Listed<Contact>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<Listed<Contact>>> {
    let args = page_args(wanted.first, wanted.after, None, 60)?;
    let sort = sort(wanted.sort.as_deref());
    let (condition, zone) = (wanted.filter.as_deref(), wanted.time_zone.as_deref());
    let condition = asked::of_text(&app, &actor, Entity::Contact, condition, zone).await?;
    let mut read = read_for(&condition);
    read.extend(import_outcome::read_from(wanted.import_id));
    let old = stale(&app, &headers, &read).await?;
    let filter = ContactFilter {
        q: wanted.q,
        account_id: wanted.account_id,
        country: wanted
            .country
            .map(|all| all.split(',').map(|one| one.trim().to_uppercase()).collect())
            .unwrap_or_default(),
        import_id: wanted.import_id,
        import_outcome: wanted.import_outcome.as_deref().map(str::parse).transpose()?,
        archived: Some(wanted.archived.unwrap_or(false)),
        condition,
        ..ContactFilter::default()
    };
    let pools = &app.context.log.pools;
    let page = query::page(&pools.lists, &actor, &filter, &sort, &args).await?;
    let ids: Vec<Uuid> = page.rows.iter().map(|(_, row)| row.id).collect();
    let fields = std::cell::RefCell::new(query::fields(&pools.read, &actor, &ids).await?);
    Ok(Json(Listed::new(page, old, |row| Contact::of(row, &mut fields.borrow_mut()))))
}

/// One contact, archived ones too.
#[utoipa::path(get, path = "/{id}", tag = "contacts", params(("id" = Uuid, Path)), security(("bearer" = ["CONTACTS_VIEW"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Contact>> {
    stale(&app, &headers, &READ).await?;
    Ok(Json(one(&app, &actor, id).await?.ok_or_else(|| ApiError::not_found("contact"))?))
}

/// Everything that happened to it, newest first.
#[utoipa::path(get, path = "/{id}/history", tag = "contacts", params(("id" = Uuid, Path), Paging), security(("bearer" = ["CONTACTS_VIEW"])), responses(
    (status = 200, body = Listed<Entry>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<Entry>>> {
    let read_from = [
        SPEC.name,
        history::SPEC.name,
        engagement::SPEC.name,
        sending::SPEC.name,
        work::SPEC.name,
        suppressions::SPEC.name,
    ];
    let old = stale(&app, &headers, &read_from).await?;
    let pool = &app.context.log.pools.read;
    if query::get(pool, &actor, id).await?.is_none() {
        return Err(ApiError::not_found("contact"));
    }
    let page = histories::page(pool, &app.opener, &actor, Entity::Contact, id, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, Entry::from)))
}

pub(super) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Contact>> {
    let pool = &core.context.log.pools.read;
    let Some(row) = query::get(pool, actor, id).await? else { return Ok(None) };
    let mut fields = query::fields(pool, actor, &[id]).await?;
    Ok(Some(Contact::of(row, &mut fields)))
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
