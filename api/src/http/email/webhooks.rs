//! What providers tell: `/webhooks/email/{sendgrid,mailgun,ses}/{account}`, and without an account where one is of that provider. Who
//! speaks is checked over the bytes as they came; what they say is kept before it is answered, and read a moment later.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use pivotal_commands::email::tracking::inbox::{Source, envelope, keep};
use pivotal_domain::email::senders::provider::Provider;
use pivotal_domain::email::webhooks::event::PayloadError;
use pivotal_domain::email::webhooks::payload::ses::{Envelope, NOTIFICATION, SUBSCRIPTION_CONFIRMATION};
use pivotal_domain::email::webhooks::payload::{mailgun, sendgrid};
use pivotal_domain::email::webhooks::signature::SignatureError;
use pivotal_domain::email::webhooks::signature::sendgrid::{PublicKey, SIGNATURE_HEADER, TIMESTAMP_HEADER};
use pivotal_domain::email::webhooks::signature::sns::{
    SigningKey, certificate_address, confirmation_address,
};
use secrecy::ExposeSecret;

use crate::app::App;
use crate::config::email_webhooks::WebhookKey;
use crate::run_command::run_command;

pub async fn only(
    State(app): State<App>,
    Path(provider): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    receive(&app, &provider, None, &headers, body).await
}

pub async fn named(
    State(app): State<App>,
    Path((provider, account)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    receive(&app, &provider, Some(&account), &headers, body).await
}

/// A message that is believed.
struct Believed {
    source: Source,
    /// What is the same when it is delivered again.
    envelope: Option<String>,
}

/// Why a message is not taken.
enum Refused {
    /// There is no such account, or several.
    Nowhere,
    /// There is nothing to check it by.
    NoKey,
    Unbelieved(SignatureError),
    /// What it was signed with cannot be fetched: the sender tries again.
    NoCertificate,
    /// It is not what this provider sends.
    Unreadable,
}

async fn receive(
    app: &App,
    provider: &str,
    account: Option<&str>,
    headers: &HeaderMap,
    body: Bytes,
) -> Response {
    let of = match provider {
        "sendgrid" => Provider::SendGrid,
        "mailgun" => Provider::Mailgun,
        "ses" => Provider::Ses,
        _ => return refused(provider, &Refused::Nowhere),
    };
    let Some((name, account)) = app.config.email_webhooks.account(of, account) else {
        return refused(provider, &Refused::Nowhere);
    };
    let now = app.context.now();
    let believed = match &account.key {
        None => Err(Refused::NoKey),
        Some(WebhookKey::SendGrid(key)) => of_sendgrid(key, headers, &body, now).map(Some),
        Some(WebhookKey::Mailgun(key)) => of_mailgun(key.expose_secret(), &body, now).map(Some),
        Some(WebhookKey::Ses(topics)) => of_ses(app, topics, &body, now).await,
    };
    let believed = match believed {
        Ok(Some(believed)) => believed,
        // It asked for an answer and for nothing else.
        Ok(None) => return StatusCode::OK.into_response(),
        Err(why) => return refused(provider, &why),
    };
    metrics::counter!("pivotal_email_webhooks_total", "provider" => believed.source.as_str()).increment(1);
    let (context, name) = (app.context.clone(), name.clone());
    let kept = run_command(async move {
        let Believed { source, envelope: said } = believed;
        let said = said.map(|said| envelope(&context.log.blind, source, &name, &said));
        keep(&context, source, &name, said.as_deref(), &body).await
    });
    match kept.await {
        Ok(_) => StatusCode::OK.into_response(),
        // Kept nowhere: it must come again.
        Err(error) => error.into_response(),
    }
}

fn of_sendgrid(
    key: &PublicKey,
    headers: &HeaderMap,
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<Believed, Refused> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (signature, timestamp) = (header(SIGNATURE_HEADER), header(TIMESTAMP_HEADER));
    key.verify(signature, timestamp, body, now).map_err(Refused::Unbelieved)?;
    sendgrid::read(body).map_err(|_| Refused::Unreadable)?;
    // Each event has a key of its own; a delivery has none.
    Ok(Believed { source: Source::SendGrid, envelope: None })
}

fn of_mailgun(key: &str, body: &[u8], now: DateTime<Utc>) -> Result<Believed, Refused> {
    let signed = mailgun::signed(body).map_err(|error| match error {
        // Without a signature nobody is believed, whatever else is there.
        PayloadError::Shape => Refused::Unbelieved(SignatureError::Missing),
        PayloadError::NotJson => Refused::Unreadable,
    })?;
    signed.verify(key, now).map_err(Refused::Unbelieved)?;
    mailgun::read(body).map_err(|_| Refused::Unreadable)?;
    Ok(Believed { source: Source::Mailgun, envelope: Some(signed.token) })
}

/// `None`: nothing of it is to be kept.
async fn of_ses(
    app: &App,
    topics: &[String],
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Believed>, Refused> {
    let envelope = Envelope::read(body).map_err(|_| Refused::Unreadable)?;
    let address = certificate_address(&envelope).map_err(Refused::Unbelieved)?;
    let certificate = app.signing_certs.certificate(address.as_str()).await.map_err(|error| {
        tracing::warn!(%error, "the certificate of a message of Amazon SNS cannot be fetched");
        Refused::NoCertificate
    })?;
    let key = SigningKey::of_certificate(&certificate).map_err(Refused::Unbelieved)?;
    key.verify(&envelope, topics, now).map_err(Refused::Unbelieved)?;
    if envelope.kind == SUBSCRIPTION_CONFIRMATION {
        let confirm = confirmation_address(&envelope).map_err(Refused::Unbelieved)?;
        if confirm.host_str() != address.host_str() {
            return Err(Refused::Unbelieved(SignatureError::Address));
        }
        app.signing_certs.confirm(confirm.as_str()).await.map_err(|error| {
            tracing::warn!(%error, "a subscription of Amazon SNS cannot be confirmed");
            Refused::NoCertificate
        })?;
        tracing::info!(topic = envelope.topic_arn, "a subscription of Amazon SNS is confirmed");
        return Ok(None);
    }
    if envelope.kind != NOTIFICATION {
        tracing::warn!(
            topic = envelope.topic_arn,
            kind = envelope.kind,
            "Amazon SNS says that a subscription has ended"
        );
        return Ok(None);
    }
    envelope.events().map_err(|_| Refused::Unreadable)?;
    Ok(Some(Believed { source: Source::Ses, envelope: Some(envelope.message_id) }))
}

/// Who sent it is told as little as there is: whether to come again.
fn refused(provider: &str, why: &Refused) -> Response {
    let (status, words) = match why {
        Refused::Nowhere => (StatusCode::NOT_FOUND, "There is no such account."),
        Refused::NoKey => {
            (StatusCode::SERVICE_UNAVAILABLE, "Messages of this account cannot be checked yet.")
        }
        // Mailgun stops trying at this one.
        Refused::Unbelieved(_) if provider == "mailgun" => {
            (StatusCode::NOT_ACCEPTABLE, "The signature is not good.")
        }
        Refused::Unbelieved(_) => (StatusCode::UNAUTHORIZED, "The signature is not good."),
        Refused::NoCertificate => (StatusCode::SERVICE_UNAVAILABLE, "The signature cannot be checked now."),
        Refused::Unreadable => (StatusCode::BAD_REQUEST, "The body is not what this provider sends."),
    };
    metrics::counter!("pivotal_email_webhooks_refused_total", "status" => status.as_u16().to_string())
        .increment(1);
    if let Refused::Unbelieved(error) = why {
        tracing::warn!(%error, provider, "a message of an email provider is not believed");
    }
    (status, words).into_response()
}
