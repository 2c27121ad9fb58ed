//! `POST /api/v1/domain-sets`: a CSV or text file as the body. Streamed, never held in memory.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures::{StreamExt, TryStreamExt};
use pivotal_commands::audience::domain_sets::take_in::{Lines, TakeIn, take_in};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::{DomainSet, SetSharing, sharing};
use super::write::answered;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::page::Query;
use crate::run_command::run_command;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// Of the set; absent: as the file is called.
    pub name: Option<String>,
    /// As the person named it.
    pub file_name: Option<String>,
    /// private, team, everyone; private if not said.
    #[serde(default)]
    #[param(value_type = Option<String>)]
    pub sharing: SetSharing,
    /// With sharing team.
    pub team_id: Option<Uuid>,
    /// Separated by commas.
    pub tags: Option<String>,
    /// Make accounts of what is unknown, each waiting to be looked at.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    pub stubs: bool,
}

/// Take a list of domains in: one a line, or columns of domain, name of the company and notes. A job reads and matches it.
#[utoipa::path(post, path = "", operation_id = "upload_domain_set", tag = "domain-sets", params(Named), request_body(content = String, content_type = "text/csv"), security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 201, body = DomainSet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn upload(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(named): Query<Named>,
    request: Request,
) -> ApiResult<Response> {
    let body = request.into_body().into_data_stream().map_err(std::io::Error::other);
    let tags = named.tags.unwrap_or_default();
    let input = TakeIn {
        name: named.name,
        sharing: sharing(named.sharing, named.team_id)?,
        tags: tags.split(',').map(str::to_owned).collect(),
        stubs: named.stubs,
        lines: Lines::File {
            name: named.file_name.unwrap_or_else(|| "domains.csv".into()),
            body: body.boxed(),
        },
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { take_in(&context, &by, input).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, (done.id, done.position)).await
}
