//! `/u/<token>`: an end to mails, for whoever holds one of them. It works without signing in and without scripts, and a mail program
//! may press it by itself (RFC 8058): then it is a POST with the body `List-Unsubscribe=One-Click`, without cookies, and the answer has
//! no page.
//!
//! Looking at the page changes nothing, for scanners of mail look at every link. The token says whose mails and which; it lets nobody
//! in. Mails to our own users (digests) and mails of campaigns have tokens of different lengths.

use std::sync::LazyLock;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use pivotal_commands::email::tracking::unsubscribe::{Choice, Holder, holder, leave as leave_campaigns};
use pivotal_commands::identity::notifications::mail::{leave as leave_notifications, read_token};
use pivotal_domain::email::templates::tags::escape::markup;
use pivotal_domain::email::tracking::token::TOKEN_LENGTH;
use pivotal_domain::email::tracking::unsubscribe::{BODY_MAX, is_one_click};
use pivotal_domain::identity::notifications::digest::Mails;

use super::ByAddress;
use crate::app::App;
use crate::auth::origin::From as CameFrom;
use crate::errors::ApiResult;
use crate::run_command::run_command;

/// Looks; an end is never refused.
static LIMIT: LazyLock<ByAddress> = LazyLock::new(|| ByAddress::new(600, Duration::from_secs(60)));

/// The page with the button.
pub async fn show(
    State(app): State<App>,
    CameFrom(origin): CameFrom,
    Path(token): Path<String>,
) -> ApiResult<Response> {
    if !LIMIT.let_in(origin.ip.as_deref().and_then(|ip| ip.parse().ok())) {
        return Ok(page(
            StatusCode::TOO_MANY_REQUESTS,
            &Says::plain("Too many requests", "Please try again in a minute."),
        ));
    }
    if is_of_campaign(&token) {
        return Ok(match holder(&app.context, &app.tracking_links.key, &token).await? {
            Some(holder) => page(StatusCode::OK, &asking_of_campaign(&holder)),
            None => not_valid(),
        });
    }
    Ok(match read_token(&app.mail_links, &token) {
        Some((_, mails)) => page(StatusCode::OK, &asking(mails)),
        None => nothing(),
    })
}

/// Ends them. A repeat is answered alike.
pub async fn end(State(app): State<App>, Path(token): Path<String>, body: Bytes) -> ApiResult<Response> {
    if is_of_campaign(&token) {
        return end_of_campaign(&app, token, &body).await;
    }
    let (context, links) = (app.context.clone(), app.mail_links.clone());
    let left = run_command(async move { leave_notifications(&context, &links, &token).await }).await?;
    Ok(match left {
        Some(mails) => page(StatusCode::OK, &done(mails)),
        None => nothing(),
    })
}

fn is_of_campaign(token: &str) -> bool {
    token.trim().len() == TOKEN_LENGTH
}

async fn end_of_campaign(app: &App, token: String, body: &[u8]) -> ApiResult<Response> {
    let one_click = is_one_click(body);
    let choice = if one_click { Choice::Everything } else { chosen(body) };
    let (context, key) = (app.context.clone(), app.tracking_links.key.clone());
    let left = run_command(async move { leave_campaigns(&context, &key, &token, choice).await }).await?;
    Ok(match (left, one_click) {
        (Some(_), true) => StatusCode::OK.into_response(),
        (None, true) => StatusCode::NOT_FOUND.into_response(),
        (Some(holder), false) => page(StatusCode::OK, &done_of_campaign(&holder, choice)),
        (None, false) => not_valid(),
    })
}

/// Of our own form. Whoever does not say that they want the rest wants nothing more.
fn chosen(body: &[u8]) -> Choice {
    let body = String::from_utf8_lossy(&body[..body.len().min(BODY_MAX)]);
    match body.trim().split('&').any(|pair| pair == "choice=brand") {
        true => Choice::Brand,
        false => Choice::Everything,
    }
}

/// Title, text, and what there is to press. The texts are markup.
struct Says {
    title: String,
    text: String,
    form: Option<Form>,
}

struct Form {
    /// Value and label of each; the first is chosen. Empty: nothing to choose.
    choices: Vec<(&'static str, String)>,
    button: &'static str,
}

impl Says {
    fn plain(title: &str, text: &str) -> Says {
        Says { title: title.to_owned(), text: text.to_owned(), form: None }
    }

    fn with_button(title: &str, text: &str, button: &'static str) -> Says {
        let form = Form { choices: Vec::new(), button };
        Says { form: Some(form), ..Says::plain(title, text) }
    }
}

fn asking_of_campaign(holder: &Holder) -> Says {
    let title = "Unsubscribe?".to_owned();
    match &holder.brand {
        Some(brand) => {
            let name = markup(&brand.name);
            let choices =
                vec![("all", "All emails from us".to_owned()), ("brand", format!("Only emails from {name}"))];
            let text = format!("You got an email from {name}. Choose which emails you do not want any more.");
            Says { title, text, form: Some(Form { choices, button: "Unsubscribe" }) }
        }
        None => Says::with_button(&title, "You will get no more emails from us.", "Unsubscribe"),
    }
}

fn done_of_campaign(holder: &Holder, choice: Choice) -> Says {
    match (&holder.brand, choice) {
        (Some(brand), Choice::Brand) => {
            let text = format!(
                "You get no more emails from {}. You may still get others from us.",
                markup(&brand.name)
            );
            let form = Form {
                choices: vec![("all", "All emails from us".to_owned())],
                button: "Unsubscribe from all",
            };
            Says { title: "You are unsubscribed".to_owned(), text, form: Some(form) }
        }
        _ => Says::plain("You are unsubscribed", "You get no more emails from us."),
    }
}

fn not_valid() -> Response {
    let says = Says::plain(
        "This link is not valid any more",
        "Open it from the email once more. If it still does not work, answer the email and write \"unsubscribe\".",
    );
    page(StatusCode::OK, &says)
}

fn asking(mails: Mails) -> Says {
    match mails {
        Mails::Digest => Says::with_button(
            "No more digests?",
            "You will get no digest from Pivotal any more. Everything stays in the app, and you can turn the digest on there again.",
            "Stop the digest",
        ),
        Mails::AtOnce => Says::with_button(
            "No more mails about notifications?",
            "You will get no mail about single notifications from Pivotal any more. Everything stays in the app, and you can turn them on there again.",
            "Stop these mails",
        ),
    }
}

fn done(mails: Mails) -> Says {
    match mails {
        Mails::Digest => Says::plain(
            "You get no digest any more",
            "To get it again, turn it on in Pivotal: Notifications, Preferences.",
        ),
        Mails::AtOnce => Says::plain(
            "You get no mails about notifications any more",
            "To get them again, turn them on in Pivotal: Notifications, Preferences.",
        ),
    }
}

fn nothing() -> Response {
    let says = Says::plain(
        "This link is not complete",
        "Open it from the mail once more, or turn mails off in Pivotal: Notifications, Preferences.",
    );
    page(StatusCode::NOT_FOUND, &says)
}

/// Nothing in it comes from outside; it is posted to the address it was read from.
fn page(status: StatusCode, says: &Says) -> Response {
    let Says { title, text, form } = says;
    let form = form.as_ref().map_or_else(String::new, |form| {
        let choices: String = form.choices.iter().enumerate().map(|(at, choice)| radio(at, choice)).collect();
        let choices = match choices.is_empty() {
            true => choices,
            false => format!(
                "<fieldset style=\"border:0;padding:0;margin:0 0 16px\"><legend style=\"padding:0;margin-bottom:4px\">I do not want</legend>{choices}</fieldset>"
            ),
        };
        format!(
            "<form method=\"post\">{choices}<button type=\"submit\" style=\"font:inherit;min-height:44px;padding:0 16px\">{}</button></form>",
            form.button
        )
    });
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\"><title>{title} · Pivotal</title></head>\
         <body style=\"font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:10vh auto;padding:0 16px\">\
         <main><h1 style=\"font-size:20px\">{title}</h1><p>{text}</p>{form}</main></body></html>"
    );
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::REFERRER_POLICY, "no-referrer")];
    (status, headers, Html(html)).into_response()
}

fn radio(at: usize, (value, label): &(&'static str, String)) -> String {
    let checked = if at == 0 { " checked" } else { "" };
    format!(
        "<p style=\"margin:0\"><label style=\"display:flex;align-items:center;gap:8px;min-height:44px\"><input type=\"radio\" name=\"choice\" value=\"{value}\"{checked}>{label}</label></p>"
    )
}
