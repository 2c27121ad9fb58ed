//! What a contact belongs to, over REST.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::audience::fields::catalogue::Entity;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::memberships::{self, Memberships, Wanted};
use crate::rest::v1::page::{Id, Query};

/// Segments, lists and domain sets that it is in, since when and why. The key must be able to see contacts, too.
#[utoipa::path(get, path = "/{id}/memberships", operation_id = "contact_memberships", tag = "contacts", params(("id" = Uuid, Path), Wanted), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = Memberships), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn memberships(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<Memberships>> {
    Ok(Json(memberships::of(&app, &actor, &headers, (Entity::Contact, id), wanted).await?))
}
