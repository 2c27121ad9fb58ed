//! The ledger of a campaign as a file: everybody in its audience, and what became of each.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::contacts;
use pivotal_projections::audience::contacts::query::ContactRow;
use pivotal_projections::email::sending::query::{RecipientRow, label_of, page};
use pivotal_projections::page::PageArgs;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::read::shown;
use super::types::RecipientsWanted;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::email::sending::types::variant;
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::{Id, Query};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RecipientsFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

const COLUMNS: [(&str, &str); 15] = [
    ("contact_id", "Contact ID"),
    ("contact", "Contact"),
    ("email", "Email now"),
    ("account_id", "Account ID"),
    ("version", "Audience version"),
    ("variant", "Variant"),
    ("state", "State"),
    ("reason", "Reason"),
    ("reason_label", "Reason in words"),
    ("suppression_id", "Suppression ID"),
    ("domain", "Domain"),
    ("message_id", "Message ID"),
    ("sent_at", "Sent"),
    ("attempts", "Attempts"),
    ("at", "Since"),
];

/// The ledger as a file, by the contact's id. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/{id}/recipients/file", operation_id = "download_campaign_recipients", tag = "campaigns", params(("id" = Uuid, Path), RecipientsFileWanted, RecipientsWanted), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(RecipientsFileWanted { format }): Query<RecipientsFileWanted>,
    Query(wanted): Query<RecipientsWanted>,
) -> ApiResult<Response> {
    // It names people.
    may_take_out(&actor, Entity::Contact)?;
    shown(&app, &actor, id).await?;
    let filter = wanted.filter()?;
    let file = ListFile {
        about_type: "campaign",
        about: id,
        name: "campaign-recipients",
        sheet: "Recipients",
        columns: &COLUMNS,
        format,
    };
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, filter) = (pool.clone(), by.clone(), filter.clone());
        async move {
            let page = page(&pool, id, &filter, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            let ids: Vec<Uuid> = page.rows.iter().map(|(_, row)| row.contact_id).collect();
            let people = contacts::query::get_many(&pool, &by, &ids).await?;
            let people: HashMap<Uuid, ContactRow> = people.into_iter().map(|one| (one.id, one)).collect();
            let rows = page.rows.into_iter().map(|(_, one)| {
                let contact = people.get(&one.contact_id);
                row(one, contact)
            });
            Ok((rows.collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

/// `contact`: as far as it is there and may be seen.
fn row(recipient: RecipientRow, contact: Option<&ContactRow>) -> Vec<Value> {
    let reason_label = recipient.reason.as_deref().map(label_of);
    vec![
        json!(recipient.contact_id),
        json!(contact.and_then(|contact| contact.full_name.as_deref())),
        json!(contact.and_then(|contact| contact.email.as_deref())),
        json!(recipient.account_id),
        json!(recipient.version),
        json!(variant(recipient.variant)),
        json!(recipient.state),
        json!(recipient.reason),
        json!(reason_label),
        json!(recipient.suppression_id),
        json!(recipient.domain),
        json!(recipient.message_id),
        json!(recipient.sent_at),
        json!(recipient.attempts),
        json!(recipient.at),
    ]
}
