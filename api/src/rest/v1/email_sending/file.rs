//! The ledger of a campaign as a file: everybody in its audience, and what became of each.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::contacts;
use pivotal_projections::audience::contacts::query::ContactRow;
use pivotal_projections::email::sending::query::{RecipientRow, label_of, page};
use pivotal_projections::email::tracking::query::{ResponseRow, of_messages};
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

const COLUMNS: [(&str, &str); 29] = [
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
    ("delivered_at", "Delivered"),
    ("bounced_at", "Bounced for good"),
    ("bounce_code", "Bounced because"),
    ("soft_bounced_at", "Bounced for now"),
    ("dropped_at", "Dropped by the provider"),
    ("opened_at", "First opened"),
    ("opens", "Opens"),
    ("clicked_at", "First clicked"),
    ("clicks", "Clicks"),
    ("machine_opens", "Opens by programs"),
    ("machine_clicks", "Clicks by programs"),
    ("replied_at", "Replied"),
    ("unsubscribed_at", "Unsubscribed"),
    ("complained_at", "Complained"),
];

/// The ledger as a file, by the contact's id, with what was told of each email. Nothing of it is kept; that it was taken out is on record.
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
            let messages: Vec<Uuid> = page.rows.iter().filter_map(|(_, row)| row.message_id).collect();
            let told = of_messages(&pool, &messages).await?;
            let rows = page.rows.into_iter().map(|(_, one)| {
                let contact = people.get(&one.contact_id);
                let told = one.message_id.and_then(|message| told.get(&message));
                row(one, contact, told)
            });
            Ok((rows.collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

/// `contact`: as far as it is there and may be seen. `told`: of the email, where one left.
fn row(recipient: RecipientRow, contact: Option<&ContactRow>, told: Option<&ResponseRow>) -> Vec<Value> {
    let reason_label = recipient.reason.as_deref().map(label_of);
    let mut row = vec![
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
    ];
    row.extend(responses(told));
    row
}

/// As many as there are columns of them.
fn responses(told: Option<&ResponseRow>) -> [Value; 14] {
    let at = |moment: fn(&ResponseRow) -> Option<DateTime<Utc>>| json!(told.and_then(moment));
    let times = |times: fn(&ResponseRow) -> i32| json!(told.map(times));
    [
        at(|told| told.delivered_at),
        at(|told| told.bounced_at),
        json!(told.and_then(|told| told.bounce_code.as_deref())),
        at(|told| told.soft_bounced_at),
        at(|told| told.dropped_at),
        at(|told| told.opened_at),
        times(|told| told.opens),
        at(|told| told.clicked_at),
        times(|told| told.clicks),
        times(|told| told.machine_opens),
        times(|told| told.machine_clicks),
        at(|told| told.replied_at),
        at(|told| told.unsubscribed_at),
        at(|told| told.complained_at),
    ]
}
