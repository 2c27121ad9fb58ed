//! One person erased among a million, as somebody who answers requests does it: received, begun, answered, and the time until
//! the proof is there and neither the record nor the search has them any more.

use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use serde_json::json;

use crate::by_hand;
use crate::client::Client;
use crate::p4_edit::Percentiles;
use crate::product::Product;
use crate::report::{Measured, say};

/// Erased one after the other, from all over the list.
const PEOPLE: i64 = 10;
/// The issue of compliance: one person within a minute, end to end.
const WANTED_MS: f64 = 60_000.0;
/// Nothing comes of waiting longer.
const GIVE_UP: Duration = Duration::from_secs(600);

pub async fn measure(product: &Product) -> anyhow::Result<Measured> {
    let client = product.client().await?;
    let mut connection = by_hand::connect(&product.database_url().await?).await?;
    let contacts = by_hand::count(&mut connection, "true").await?;
    let sql = format!(
        "select id::text, email from read.contacts where {} and email is not null order by md5(id::text) limit $1",
        by_hand::LISTED
    );
    let people: Vec<(String, String)> = sqlx::query_as(&sql).bind(PEOPLE).fetch_all(&mut connection).await?;
    ensure!(!people.is_empty(), "nobody has an address");
    let mut times = Vec::new();
    for (id, email) in &people {
        let took = erased(&client, id, email).await?;
        say(&format!("ERASURE of one: {:.2} s", took / 1000.0));
        times.push(took);
    }
    let all = Percentiles::of(times);
    Ok(Measured {
        bar: "ERASURE",
        what: format!(
            "one person of {contacts} contacts erased, request received to proof there, gone from record and search; {} people",
            all.count
        ),
        ours: format!("p50 {:.2}, max {:.2} s", all.p50 / 1000.0, all.max / 1000.0),
        reference: "none".into(),
        ratio: String::new(),
        wanted: "<= 60 s",
        met: Some(all.max <= WANTED_MS),
    })
}

/// Milliseconds from receiving the request to all of it being true.
async fn erased(client: &Client, id: &str, email: &str) -> anyhow::Result<f64> {
    client.token().await?;
    let received = json!({"kind": "ERASURE", "cameBy": "EMAIL", "email": email, "contactId": id, "identity": "Wrote from this address."});
    let began = Instant::now();
    let request =
        client.mutate("privacyRequestReceive", "PrivacyRequestReceiveInput", received, "requestId").await?;
    let request = request["requestId"].as_str().context("no request was made")?.to_owned();
    let this = json!({ "id": request });
    client.mutate("privacyRequestBegin", "PrivacyRequestActionInput", this.clone(), "").await?;
    let answer = json!({"id": request, "confirm": true});
    client.mutate("privacyRequestAnswer", "PrivacyRequestAnswerInput", answer, "").await?;
    let asked = "query($request: UUID!, $id: UUID!, $email: String!) {
        privacyRequest(id: $request) { state hasProof }
        contact(id: $id) { erased }
        search(text: $email, first: 8) { groups { hits { id } } }
    }";
    loop {
        let seen = client.graphql(asked, json!({"request": request, "id": id, "email": email})).await?;
        let done =
            seen["privacyRequest"]["state"] == "ANSWERED" && seen["privacyRequest"]["hasProof"] == true;
        let forgotten = seen["contact"]["erased"] != false;
        let groups = seen["search"]["groups"].as_array().context("no search")?;
        let found = groups.iter().flat_map(|group| group["hits"].as_array().into_iter().flatten());
        if done && forgotten && !found.into_iter().any(|hit| hit["id"] == *id) {
            return Ok(began.elapsed().as_secs_f64() * 1000.0);
        }
        if began.elapsed() > GIVE_UP {
            bail!("after {} s the person is still there: {seen}", GIVE_UP.as_secs());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}
