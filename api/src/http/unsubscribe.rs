//! `/u/<token>`: an end to mails, for whoever holds one of them. It works without signing in and without scripts, and a mail program
//! may press it by itself (RFC 8058): then it is a POST with the body `List-Unsubscribe=One-Click`, without cookies.
//!
//! Looking at the page changes nothing, for scanners of mail look at every link. The token says whose mails and which; it lets nobody in.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use pivotal_commands::identity::notifications::mail::{leave, read_token};
use pivotal_domain::identity::notifications::digest::Mails;

use crate::app::App;
use crate::errors::ApiResult;
use crate::run_command::run_command;

/// The page with the button.
pub async fn show(State(app): State<App>, Path(token): Path<String>) -> Response {
    match read_token(&app.mail_links, &token) {
        Some((_, mails)) => page(StatusCode::OK, &asking(mails)),
        None => nothing(),
    }
}

/// Ends them. A repeat is answered alike.
pub async fn end(State(app): State<App>, Path(token): Path<String>) -> ApiResult<Response> {
    let (context, links) = (app.context.clone(), app.mail_links.clone());
    let left = run_command(async move { leave(&context, &links, &token).await }).await?;
    Ok(match left {
        Some(mails) => page(StatusCode::OK, &done(mails)),
        None => nothing(),
    })
}

/// Title, text, and whether there is something to press.
struct Says {
    title: &'static str,
    text: &'static str,
    button: Option<&'static str>,
}

fn asking(mails: Mails) -> Says {
    match mails {
        Mails::Digest => Says {
            title: "No more digests?",
            text: "You will get no digest from Pivotal any more. Everything stays in the app, and you can turn the digest on there again.",
            button: Some("Stop the digest"),
        },
        Mails::AtOnce => Says {
            title: "No more mails about notifications?",
            text: "You will get no mail about single notifications from Pivotal any more. Everything stays in the app, and you can turn them on there again.",
            button: Some("Stop these mails"),
        },
    }
}

fn done(mails: Mails) -> Says {
    match mails {
        Mails::Digest => Says {
            title: "You get no digest any more",
            text: "To get it again, turn it on in Pivotal: Notifications, Preferences.",
            button: None,
        },
        Mails::AtOnce => Says {
            title: "You get no mails about notifications any more",
            text: "To get them again, turn them on in Pivotal: Notifications, Preferences.",
            button: None,
        },
    }
}

fn nothing() -> Response {
    let says = Says {
        title: "This link is not complete",
        text: "Open it from the mail once more, or turn mails off in Pivotal: Notifications, Preferences.",
        button: None,
    };
    page(StatusCode::NOT_FOUND, &says)
}

/// Nothing in it comes from outside; it is posted to the address it was read from.
fn page(status: StatusCode, says: &Says) -> Response {
    let Says { title, text, button } = says;
    let form = button.map_or_else(String::new, |label| {
        format!(
            "<form method=\"post\"><button type=\"submit\" style=\"font:inherit;min-height:44px;padding:0 16px\">{label}</button></form>"
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
