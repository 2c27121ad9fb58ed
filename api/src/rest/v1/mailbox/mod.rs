//! The test mailbox over REST.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::mail::letter::send_test_mail;
use pivotal_commands::mail::mailbox::{kept_mail, kept_mails};
use pivotal_commands::ports::mailer;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(test)).routes(routes!(get))
}

/// A mail that was kept instead of sent.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeptMail {
    pub id: Uuid,
    pub sent_at: DateTime<Utc>,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
}

impl From<mailer::KeptMail> for KeptMail {
    fn from(mail: mailer::KeptMail) -> Self {
        let mailer::KeptMail { id, sent_at, to_name, to_address, subject, text } = mail;
        KeptMail { id, sent_at, to_name, to_address, subject, text }
    }
}

/// A header of a mail.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MailHeader {
    pub name: String,
    pub value: String,
}

/// A mail of the test mailbox as a mail program would get it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpenedMail {
    pub id: Uuid,
    pub sent_at: DateTime<Utc>,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    /// With its links and its pixel: loading the pixel counts as an open. Null of mails that were kept before it was.
    pub html: Option<String>,
    /// In the order of the mail.
    pub headers: Vec<MailHeader>,
}

impl From<mailer::OpenedMail> for OpenedMail {
    fn from(opened: mailer::OpenedMail) -> Self {
        let mailer::OpenedMail { mail, html, headers } = opened;
        let KeptMail { id, sent_at, to_name, to_address, subject, text } = mail.into();
        let headers = headers.into_iter().map(|(name, value)| MailHeader { name, value }).collect();
        OpenedMail { id, sent_at, to_name, to_address, subject, text, html, headers }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Mailbox {
    /// Where mail goes: the name of a mail server, or the test mailbox.
    pub via: String,
    /// Whether mail is kept here instead of sent.
    pub kept: bool,
    /// The newest 200 of those kept, the newest first; each is kept 14 days.
    pub mails: Vec<KeptMail>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TestMail {
    pub sent_to: String,
}

/// Where mail to our own users goes, and what the test mailbox holds.
#[utoipa::path(get, path = "", operation_id = "get_mailbox", tag = "mailbox", security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Mailbox), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Json<Mailbox>> {
    let mails = kept_mails(app.test_mailbox.as_ref(), &actor).await?;
    Ok(Json(Mailbox {
        via: app.mailer.via(),
        kept: app.mailbox.is_some(),
        mails: mails.into_iter().map(KeptMail::from).collect(),
    }))
}

/// One mail of the test mailbox.
#[utoipa::path(get, path = "/{id}", operation_id = "get_kept_mail", tag = "mailbox", params(("id" = Uuid, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = OpenedMail), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Json<OpenedMail>> {
    let found = kept_mail(app.test_mailbox.as_ref(), &actor, id).await?;
    Ok(Json(found.map(OpenedMail::from).ok_or_else(|| ApiError::not_found("mail"))?))
}

/// Send yourself a mail, to see whether mail arrives.
#[utoipa::path(post, path = "/test", operation_id = "send_test_mail", tag = "mailbox", security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 202, body = TestMail), (status = 403, body = Problem)))]
pub async fn test(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Response> {
    let queue = app.queue.clone();
    let sent_to = run_command(async move { send_test_mail(&queue, &actor).await }).await?;
    Ok(answer(StatusCode::ACCEPTED, None, TestMail { sent_to }))
}
