//! The public errors: one table of codes, and the way from any refusal or fault to what a client sees.
//!
//! REST sends them as `application/problem+json` (RFC 9457), GraphQL as `extensions.code` or `userErrors`. What went
//! wrong inside stands in the log under the request id, never in an answer.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_commands::identity::rate_limits::RateLimitError;
use pivotal_commands::identity::sessions::error::AuthError;
use pivotal_domain::audience::filter::asking::UnknownZone;
use pivotal_domain::audience::filter::error::{FilterError, FilterErrors};
use pivotal_domain::identity::actor::Forbidden;
use pivotal_log::masked::masked;
use pivotal_projections::audience::search::port::IndexError;
use pivotal_projections::audience::search::query::SearchError;
use pivotal_projections::page::QueryError;
use pivotal_projections::runner::parking::ParkingError;
use serde::Serialize;

/// One public code. Stable: clients branch on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    pub name: &'static str,
    pub status: u16,
    pub title: &'static str,
}

macro_rules! codes {
    ($($constant:ident = $status:literal, $title:literal;)+) => {
        $(pub const $constant: Code = Code { name: stringify!($constant), status: $status, title: $title };)+
        /// Every code that an answer as a whole can carry. Single fields are refused with codes of the domain besides.
        pub const CODES: &[Code] = &[$($constant),+];
    };
}

codes! {
    BAD_REQUEST = 400, "The request cannot be read";
    BAD_HEADER = 400, "A header cannot be read";
    BAD_PAGE = 400, "There is no such page";
    BAD_SORT = 400, "The list cannot be sorted like this";
    BAD_FILTER = 400, "The filter cannot be read";
    BAD_SEARCH = 400, "The text cannot be searched for";
    QUERY_TOO_SLOW = 422, "The question takes too long";
    CSRF_MISSING = 403, "The request does not come from our page";
    UNAUTHENTICATED = 401, "Not signed in";
    API_KEY_INVALID = 401, "The API key is not good";
    BAD_CREDENTIALS = 401, "Email or password is wrong";
    SECOND_STEP_NEEDED = 401, "A second step is needed";
    SECOND_STEP_WRONG = 401, "The second step is wrong";
    SECOND_STEP_REQUIRED = 403, "A second step is required";
    OIDC_REFUSED = 403, "Not let in with the identity provider";
    USER_DISABLED = 403, "This user is disabled";
    FORBIDDEN = 403, "Not allowed";
    API_KEY_SCOPE = 403, "Beyond the API key's scopes";
    VIEWING_ONLY = 403, "Viewing as a client: nothing can be changed";
    VIEW_OVER = 403, "Not viewing as this client";
    NOT_FOUND = 404, "Not found";
    METHOD_NOT_ALLOWED = 405, "This address takes another method";
    TOO_SLOW = 408, "The request did not come in time";
    CONFLICT = 409, "Somebody else was faster";
    TOO_LARGE = 413, "Too large";
    UNSUPPORTED_MEDIA = 415, "This kind of content is not taken here";
    RANGE_NOT_SATISFIABLE = 416, "The file has no such part";
    PREFLIGHT_FAILED = 409, "The campaign cannot be launched yet";
    REJECTED = 422, "Refused";
    TOO_MANY_ATTEMPTS = 429, "Too many attempts";
    RATE_LIMITED = 429, "Too much in a short time";
    QUERY_TOO_DEEP = 400, "The query is nested too deep";
    QUERY_TOO_COMPLEX = 400, "The query asks for too much at once";
    QUERY_INVALID = 400, "The query is not valid";
    INTERNAL = 500, "Something went wrong on our side";
    UNAVAILABLE = 503, "Not available at the moment";
}

/// A refusal of one input field, or of the whole when `field` is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FieldProblem {
    pub code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Of a filter: which condition, as `any[1].all[0]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    pub message: String,
    /// Another record that stands in the way: who has the email that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_id: Option<uuid::Uuid>,
}

impl From<FilterError> for FieldProblem {
    fn from(error: FilterError) -> Self {
        let code = error.code.code().to_owned();
        FieldProblem {
            code,
            field: error.field,
            path: Some(error.path),
            message: error.message,
            record_id: None,
        }
    }
}

impl From<Rejection> for FieldProblem {
    fn from(rejection: Rejection) -> Self {
        FieldProblem {
            code: rejection.code,
            field: rejection.field,
            path: None,
            message: rejection.message,
            record_id: rejection.record,
        }
    }
}

/// What a client is told. Built only from public words.
#[derive(Debug, Clone)]
pub struct ApiError {
    pub code: Code,
    pub detail: String,
    pub errors: Vec<FieldProblem>,
    /// Seconds after which trying again makes sense.
    pub retry_after: Option<u64>,
}

pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        ApiError { code, detail: detail.into(), errors: Vec::new(), retry_after: None }
    }

    pub fn not_found(what: &str) -> Self {
        ApiError::new(NOT_FOUND, format!("There is no such {what}, or you may not see it."))
    }

    pub fn unauthenticated() -> Self {
        ApiError::new(UNAUTHENTICATED, "You are signed out. Sign in again.")
    }

    /// A fault of ours: logged whole, told in general.
    pub fn internal(error: &(dyn std::error::Error + 'static)) -> Self {
        tracing::error!(error = %chain(error), "a request failed");
        metrics::counter!("pivotal_faults_total").increment(1);
        ApiError::new(
            INTERNAL,
            "Something went wrong on our side. It is in the server's log; please try again.",
        )
    }

    fn unavailable(error: &(dyn std::error::Error + 'static)) -> Self {
        tracing::error!(error = %chain(error), "the database cannot be reached");
        let detail = "The service cannot reach its database at the moment. Please try again shortly.";
        ApiError { retry_after: Some(2), ..ApiError::new(UNAVAILABLE, detail) }
    }
}

/// An error with all its causes, for our log; nobody is named in it.
pub fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text.push_str(": ");
        text.push_str(&error.to_string());
        next = error.source();
    }
    masked(&text)
}

impl From<CommandError> for ApiError {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::Rejected(rejections) => {
                let detail: Vec<&str> =
                    rejections.iter().map(|rejection| rejection.message.as_str()).collect();
                let mut refused = ApiError::new(REJECTED, detail.join(" "));
                refused.errors = rejections.into_iter().map(FieldProblem::from).collect();
                refused
            }
            CommandError::Conflict => ApiError::new(CONFLICT, error.to_string()),
            CommandError::NotFound(detail) => ApiError::new(NOT_FOUND, detail),
            CommandError::Forbidden(detail) => ApiError::new(FORBIDDEN, detail),
            CommandError::Unavailable(source) => ApiError::unavailable(source.as_ref()),
            CommandError::Unexpected(source) => ApiError::internal(source.as_ref()),
        }
    }
}

impl From<AuthError> for ApiError {
    fn from(error: AuthError) -> Self {
        let detail = error.to_string();
        match error {
            AuthError::BadCredentials => ApiError::new(BAD_CREDENTIALS, detail),
            AuthError::TooManyAttempts(wait) => {
                let seconds = u64::try_from(wait.num_seconds()).unwrap_or(0) + 1;
                ApiError { retry_after: Some(seconds), ..ApiError::new(TOO_MANY_ATTEMPTS, detail) }
            }
            AuthError::Disabled => ApiError::new(USER_DISABLED, detail),
            AuthError::NoSession => ApiError::new(UNAUTHENTICATED, detail),
            AuthError::SecondStepNeeded => ApiError::new(SECOND_STEP_NEEDED, detail),
            AuthError::SecondStepWrong => ApiError::new(SECOND_STEP_WRONG, detail),
            AuthError::Outside(_) => ApiError::new(OIDC_REFUSED, detail),
            AuthError::BadKey(_) => ApiError::new(API_KEY_INVALID, detail),
            AuthError::Command(error) => error.into(),
        }
    }
}

impl From<RateLimitError> for ApiError {
    fn from(error: RateLimitError) -> Self {
        let detail = error.to_string();
        match error {
            RateLimitError::Reached { wait, .. } => {
                let seconds = u64::try_from(wait.num_seconds()).unwrap_or(0) + 1;
                ApiError { retry_after: Some(seconds), ..ApiError::new(RATE_LIMITED, detail) }
            }
            RateLimitError::Command(error) => error.into(),
        }
    }
}

impl From<Forbidden> for ApiError {
    fn from(refused: Forbidden) -> Self {
        let code = match refused {
            Forbidden::Role { .. } => FORBIDDEN,
            Forbidden::Key(_) => API_KEY_SCOPE,
            Forbidden::Viewing => VIEWING_ONLY,
        };
        ApiError::new(code, refused.to_string())
    }
}

impl From<FilterErrors> for ApiError {
    fn from(errors: FilterErrors) -> Self {
        let mut refused = ApiError::new(BAD_FILTER, errors.to_string());
        refused.errors = errors.0.into_iter().map(FieldProblem::from).collect();
        refused
    }
}

impl From<UnknownZone> for ApiError {
    fn from(error: UnknownZone) -> Self {
        ApiError::new(BAD_FILTER, error.to_string())
    }
}

impl From<QueryError> for ApiError {
    fn from(error: QueryError) -> Self {
        let detail = error.to_string();
        match error {
            QueryError::Cursor => ApiError::new(BAD_PAGE, detail),
            QueryError::Sort(_) => ApiError::new(BAD_SORT, detail),
            QueryError::Filter { .. } | QueryError::Text(_) => ApiError::new(BAD_FILTER, detail),
            QueryError::TooSlow => ApiError::new(QUERY_TOO_SLOW, detail),
            QueryError::Database(error) => CommandError::from(error).into(),
            QueryError::Log(error) => CommandError::from(error).into(),
        }
    }
}

impl From<SearchError> for ApiError {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Question(error) => {
                let message = error.to_string();
                let mut refused = ApiError::new(BAD_SEARCH, message.clone());
                let (code, field) = (error.code().to_owned(), Some("text".to_owned()));
                refused.errors.push(FieldProblem { code, field, path: None, message, record_id: None });
                refused
            }
            SearchError::Query(error) => error.into(),
            SearchError::Index(error @ IndexError::Refused(_)) => ApiError::internal(&error),
            SearchError::Index(error) => {
                tracing::warn!(%error, "a search could not be answered");
                let detail = "Search is not available at the moment: its index is being built or cannot be reached. Lists and filters work as always.";
                ApiError { retry_after: Some(5), ..ApiError::new(UNAVAILABLE, detail) }
            }
        }
    }
}

impl From<ParkingError> for ApiError {
    fn from(error: ParkingError) -> Self {
        let detail = error.to_string();
        match error {
            ParkingError::Database(error) => error.into(),
            ParkingError::Unknown(_) => ApiError::not_found("projection"),
            ParkingError::NotStopped(_) => {
                CommandError::rejected(Rejection::new("PROJECTION_NOT_STOPPED", detail)).into()
            }
        }
    }
}

impl From<sqlx::Error> for ApiError {
    fn from(error: sqlx::Error) -> Self {
        CommandError::from(error).into()
    }
}

impl From<Arc<sqlx::Error>> for ApiError {
    fn from(error: Arc<sqlx::Error>) -> Self {
        ApiError::internal(error.as_ref())
    }
}

/// The body of an error answer (RFC 9457).
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// `about:blank`: the code says more than a link would.
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.code.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let problem = Problem {
            kind: "about:blank",
            title: self.code.title,
            status: self.code.status,
            detail: self.detail,
            code: self.code.name,
            errors: self.errors,
        };
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> Self {
        use async_graphql::ErrorExtensions;
        async_graphql::Error::new(error.detail).extend_with(|_, extensions| {
            extensions.set("code", error.code.name);
            // A form shows each mistake beside its condition.
            if matches!(error.code, BAD_FILTER | BAD_SEARCH)
                && let Ok(errors) = async_graphql::to_value(&error.errors)
            {
                extensions.set("errors", errors);
            }
            if let Some(seconds) = error.retry_after {
                extensions.set("retryAfter", seconds);
            }
        })
    }
}
