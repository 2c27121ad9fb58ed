//! Terms and brands of a client.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::identity::clients::brands::change_brands;
use pivotal_commands::identity::clients::terms::{set_terms, withdraw_terms};
use pivotal_domain::identity::clients::brands::BrandCommand;
use pivotal_domain::identity::clients::terms::Terms;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::types::{ClientKnown, ClientTerms, Ids};
use super::write::answered;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_REQUEST, Problem};
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::{Id, Query};
use crate::run_command::run_command;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SeenTerms {
    /// The version that is replaced, 0 for none: what somebody else changed meanwhile is not overwritten.
    pub seen: i64,
}

/// A new version of the default terms. Orders keep the terms they were placed with.
#[utoipa::path(put, path = "/{id}/terms", operation_id = "set_client_terms", tag = "clients", params(("id" = Uuid, Path), SeenTerms), request_body = ClientTerms, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn put_terms(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(SeenTerms { seen }): Query<SeenTerms>,
    Body(terms): Body<ClientTerms>,
) -> ApiResult<Response> {
    let (context, terms) = (app.context.clone(), Terms::from(terms));
    let set = run_command(async move { set_terms(&context, &actor, id, terms, seen).await }).await?;
    Ok(answered(StatusCode::OK, set))
}

/// The client has no default terms any more.
#[utoipa::path(delete, path = "/{id}/terms", operation_id = "withdraw_client_terms", tag = "clients", params(("id" = Uuid, Path), SeenTerms), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(SeenTerms { seen }): Query<SeenTerms>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let withdrawn = run_command(async move { withdraw_terms(&context, &actor, id, seen).await }).await?;
    Ok(answered(StatusCode::OK, withdrawn))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClientBrand {
    /// The caller's to choose: a repeat makes no second brand.
    #[serde(default)]
    pub id: Option<Uuid>,
    pub name: String,
    #[serde(default)]
    pub website: Option<String>,
}

/// What it is from now on: name and website at once, or whether it is archived.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientBrandChange {
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub website: Option<String>,
    #[serde(default)]
    pub archived: Option<bool>,
}

/// A brand of a client.
#[utoipa::path(post, path = "/{id}/brands", operation_id = "add_client_brand", tag = "clients", params(("id" = Uuid, Path)), request_body = NewClientBrand, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 201, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn add_brand(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(new): Body<NewClientBrand>,
) -> ApiResult<Response> {
    let brand = new.id.unwrap_or_else(Uuid::now_v7);
    let command = BrandCommand::Add { brand, name: new.name, website: new.website };
    let context = app.context.clone();
    let added = run_command(async move { change_brands(&context, &actor, id, command).await }).await?;
    Ok(answered(StatusCode::CREATED, added))
}

/// Changes, archives or restores a brand; one of them at a time.
#[utoipa::path(patch, path = "/{id}/brands/{brandId}", operation_id = "change_client_brand", tag = "clients", params(("id" = Uuid, Path), ("brandId" = Uuid, Path)), request_body = ClientBrandChange, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change_brand(
    State(app): State<App>,
    Signed(actor): Signed,
    Ids(id, brand): Ids,
    Body(change): Body<ClientBrandChange>,
) -> ApiResult<Response> {
    let command = match (change.archived, change.name) {
        (Some(true), None) => BrandCommand::Archive { brand },
        (Some(false), None) => BrandCommand::Restore { brand },
        (None, Some(name)) => BrandCommand::Change { brand, name, website: change.website },
        (Some(_), Some(_)) | (None, None) => {
            return Err(ApiError::new(BAD_REQUEST, "Send either name and website, or archived."));
        }
    };
    let context = app.context.clone();
    let changed = run_command(async move { change_brands(&context, &actor, id, command).await }).await?;
    Ok(answered(StatusCode::OK, changed))
}
