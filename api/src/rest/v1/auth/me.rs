//! `GET /api/v1/auth/me`

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::signed::Signed;
use crate::errors::Problem;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: String,
    pub client_id: Option<Uuid>,
    pub permissions: Vec<Granted>,
    /// A second step is required of you and you have none: set it up, nothing else is open until then.
    pub owes_second_step: bool,
}

/// A permission and whose records it reaches: ALL, TEAM, OWN or CLIENT.
#[derive(Debug, Serialize, ToSchema)]
pub struct Granted {
    pub permission: String,
    pub scope: String,
}

/// Who is signed in, and what they may do.
#[utoipa::path(get, path = "/me", tag = "auth", security(("bearer" = ["ENTERING"])), responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub async fn me(Signed(actor): Signed) -> Json<Me> {
    let permissions = actor.grants().into_iter();
    Json(Me {
        id: actor.user_id,
        role: actor.role.as_str().to_ascii_uppercase(),
        client_id: actor.client_id,
        owes_second_step: actor.owes_second_step,
        permissions: permissions
            .map(|grant| Granted { permission: grant.permission.to_string(), scope: grant.scope.to_string() })
            .collect(),
        name: actor.name,
        email: actor.email,
    })
}
