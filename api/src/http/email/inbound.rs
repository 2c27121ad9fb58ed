//! Mails that a provider took in for us: `/webhooks/email/inbound/{account}` with the account's inbound key as the password of basic
//! authentication, or as `key` in the address. The mail is the body itself, or a field of a form: `email` of SendGrid's Inbound Parse
//! (with the raw mail), `body-mime` of Mailgun's routes.

use std::collections::HashMap;

use axum::Form;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pivotal_commands::email::tracking::inbox::{Source, envelope, keep};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::run_command::run_command;

/// Fields of forms that hold a raw mail.
const FIELDS: [&str; 2] = ["email", "body-mime"];

pub async fn receive(
    State(app): State<App>,
    Path(account): Path<String>,
    Query(asked): Query<HashMap<String, String>>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let Some(known) = app.config.email_webhooks.accounts.get(&account) else {
        return (StatusCode::NOT_FOUND, "There is no such account.").into_response();
    };
    let Some(key) = &known.inbound else {
        return (StatusCode::SERVICE_UNAVAILABLE, "This account takes no mails in yet.").into_response();
    };
    let given = password(&headers).or_else(|| asked.get("key").cloned());
    if !given.is_some_and(|given| is_same(&given, key)) {
        return (StatusCode::UNAUTHORIZED, "The key is not good.").into_response();
    }
    let mail = match mail(&headers, request).await {
        Ok(Some(mail)) => mail,
        Ok(None) => return (StatusCode::BAD_REQUEST, "There is no mail in it.").into_response(),
        Err(refused) => return *refused,
    };
    let context = app.context.clone();
    let kept = run_command(async move {
        let said = hex_of(&mail);
        let said = envelope(&context.log.blind, Source::Mail, &account, &said);
        keep(&context, Source::Mail, &account, Some(&said), &mail).await
    });
    match kept.await {
        Ok(_) => StatusCode::OK.into_response(),
        Err(error) => error.into_response(),
    }
}

/// As a hash, so that a mail that is brought again is known.
fn hex_of(mail: &[u8]) -> String {
    Sha256::digest(mail).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn password(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    let decoded = scheme.eq_ignore_ascii_case("basic").then(|| STANDARD.decode(encoded.trim()).ok())??;
    let text = String::from_utf8(decoded).ok()?;
    text.split_once(':').map(|(_, password)| password.to_owned())
}

/// Over hashes, whose bytes say nothing of how much of a key is right.
fn is_same(given: &str, key: &SecretString) -> bool {
    Sha256::digest(given.as_bytes()) == Sha256::digest(key.expose_secret().as_bytes())
}

/// Answers are large.
fn boxed(rejection: impl IntoResponse) -> Box<Response> {
    Box::new(rejection.into_response())
}

/// `None`: a form without one.
async fn mail(headers: &HeaderMap, request: Request) -> Result<Option<Vec<u8>>, Box<Response>> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.to_ascii_lowercase();
    if kind.starts_with("multipart/form-data") {
        let mut form = Multipart::from_request(request, &()).await.map_err(boxed)?;
        while let Some(field) = form.next_field().await.map_err(boxed)? {
            if field.name().is_some_and(|name| FIELDS.contains(&name)) {
                let bytes = field.bytes().await.map_err(boxed)?;
                return Ok(Some(bytes.to_vec()).filter(|mail| !mail.is_empty()));
            }
        }
        return Ok(None);
    }
    if kind.starts_with("application/x-www-form-urlencoded") {
        let Form(mut form): Form<HashMap<String, String>> =
            Form::from_request(request, &()).await.map_err(boxed)?;
        let found = FIELDS.iter().find_map(|name| form.remove(*name));
        return Ok(found.map(String::into_bytes).filter(|mail| !mail.is_empty()));
    }
    let bytes = Bytes::from_request(request, &()).await.map_err(boxed)?;
    Ok(Some(bytes.to_vec()).filter(|mail| !mail.is_empty()))
}
