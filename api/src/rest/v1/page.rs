//! Lists over REST: `first` and `after` in, items with the next cursor out.

use axum::http::HeaderMap;
use pivotal_projections::page::{Page, PageArgs};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::Core;
use crate::errors::{ApiResult, BAD_PAGE};
use crate::graphql::connection::page_args;
use crate::graphql::freshness::{After, stale_at};
use crate::rest::v1::json::shortened;

const DEFAULT: i32 = 60;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl Paging {
    pub fn args(self) -> ApiResult<PageArgs> {
        page_args(self.first, self.after, None, DEFAULT)
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Listed<T> {
    pub items: Vec<T>,
    /// Send as `after` for the next page; none on the last.
    pub next_cursor: Option<String>,
    /// The position in `x-pivotal-after` was not reached in time.
    pub stale: bool,
}

impl<T> Listed<T> {
    pub fn new<R>(page: Page<R>, stale: bool, present: impl Fn(R) -> T) -> Self {
        let next_cursor =
            if page.has_next { page.rows.last().map(|(cursor, _)| cursor.clone()) } else { None };
        Listed { items: page.rows.into_iter().map(|(_, row)| present(row)).collect(), next_cursor, stale }
    }
}

/// Waits for what the caller wrote before. Answers whether the rows may be older than that.
pub async fn stale(core: &Core, headers: &HeaderMap, projections: &[&str]) -> ApiResult<bool> {
    match After::of_headers(headers)?.0 {
        Some(position) => stale_at(core, projections, position).await,
        None => Ok(false),
    }
}

/// A query string whose refusal is a problem document.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: serde::de::DeserializeOwned, S: Send + Sync> axum::extract::FromRequestParts<S> for Query<T> {
    type Rejection = crate::errors::ApiError;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        state: &S,
    ) -> Result<Self, Self::Rejection> {
        match axum::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(value)) => Ok(Query(value)),
            Err(rejection) => Err(crate::errors::ApiError::new(BAD_PAGE, shortened(rejection.body_text()))),
        }
    }
}

/// An id in a path: what is no id is not found.
#[derive(Debug)]
pub struct Id(pub uuid::Uuid);

impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Id {
    type Rejection = crate::errors::ApiError;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        state: &S,
    ) -> Result<Self, Self::Rejection> {
        let path = axum::extract::Path::<String>::from_request_parts(parts, state).await.ok();
        let id = path.and_then(|axum::extract::Path(text)| text.parse().ok());
        id.map(Id).ok_or_else(|| crate::errors::ApiError::not_found("record"))
    }
}
