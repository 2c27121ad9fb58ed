//! The data of a record's page among a million: the record, its provenance and its timeline, asked for at once as the page does,
//! until the last answer is there. Accounts ask for their tree and their people besides.

use std::time::Instant;

use futures::future::try_join_all;
use serde_json::{Value, json};

use crate::by_hand;
use crate::client::Client;
use crate::p4_edit::Percentiles;
use crate::product::Product;
use crate::report::{Measured, Spread, say};

/// Pages of a run, of either kind.
const PAGES: i64 = 150;
/// Issue of the record pages: their data within this.
const WANTED_MS: f64 = 150.0;

const CONTACT: &str = "query($id: UUID!) { contact(id: $id) { id fullName jobTitle email emailStatus directPhone mobilePhone phoneStatus accountId accountName accountDomain accountLink timezone ownerName archived mayArchive erased sourceLabel importId teamName createdAt updatedAt version fields } }";
const ACCOUNT: &str = "query($id: UUID!) { account(id: $id) { id name domain industry employeesSizeRange staffCount hqCity hqCountry mainPhone status ownerName contactCount archived mayArchive sourceLabel importId teamName createdAt updatedAt version fields parent { id name } } }";
const HISTORY: &str = "query($entity: Entity!, $id: UUID!) { history(entity: $entity, id: $id, first: 30) { edges { cursor node { position eventType title at source sourceLabel importId actorName restoredFrom undoable changes { field label old new kept rule derived } } } pageInfo { hasNextPage endCursor } } }";
const PROVENANCE: &str = "query($entity: Entity!, $id: UUID!) { provenance(entity: $entity, id: $id) { fields { field current { value text derived origin { position at sourceLabel importId actorName restoredFrom } } earlier { value text derived origin { position at sourceLabel importId actorName restoredFrom } } kept { value text rule origin { position at sourceLabel importId actorName restoredFrom } } } } }";
const TREE: &str = "query($id: UUID!) { accountTree(id: $id) { more nodes { id parentId name domain archived status contactCount depth } } }";
const PEOPLE: &str = "query($id: UUID!) { accountPeople(id: $id) { total withEmail emailVerified withPhone seniorities cells { seniority department count } } }";

pub async fn measure(product: &Product, runs: usize) -> anyhow::Result<Measured> {
    let client = product.client().await?;
    let mut connection = by_hand::connect(&product.database_url().await?).await?;
    let contacts = by_hand::count(&mut connection, "true").await?;
    let (mut p95s, mut all) = (Vec::new(), Vec::new());
    for run in 1..=runs {
        let mut times = Vec::new();
        for id in some(&mut connection, "read.contacts", run).await? {
            times.push(page(&client, &contact_page(&id)).await?);
        }
        for id in some(&mut connection, "read.accounts", run).await? {
            times.push(page(&client, &account_page(&id)).await?);
        }
        let percentiles = Percentiles::of(times.clone());
        say(&format!("RECORD run {run}: {}", percentiles.show()));
        p95s.push(percentiles.p95);
        all.extend(times);
    }
    let (p95, all) = (Spread::of(p95s), Percentiles::of(all));
    Ok(Measured {
        bar: "RECORD",
        what: format!(
            "data of a record's page, {contacts} contacts: record, timeline, provenance, of accounts tree and people; {} pages",
            all.count
        ),
        ours: format!("p95 {}, p50 {:.1}, max {:.1} ms", p95.show("ms", 1), all.p50, all.max),
        reference: "none".into(),
        ratio: String::new(),
        wanted: "<= 150 ms",
        met: Some(all.max <= WANTED_MS),
    })
}

type Question = (&'static str, Value);

fn contact_page(id: &str) -> Vec<Question> {
    let record = json!({"entity": "CONTACT", "id": id});
    vec![(CONTACT, json!({ "id": id })), (HISTORY, record.clone()), (PROVENANCE, record)]
}

fn account_page(id: &str) -> Vec<Question> {
    let record = json!({"entity": "ACCOUNT", "id": id});
    vec![
        (ACCOUNT, json!({ "id": id })),
        (HISTORY, record.clone()),
        (PROVENANCE, record),
        (TREE, json!({ "id": id })),
        (PEOPLE, json!({ "id": id })),
    ]
}

/// Milliseconds until the last of the answers.
async fn page(client: &Client, questions: &[Question]) -> anyhow::Result<f64> {
    let began = Instant::now();
    try_join_all(questions.iter().map(|(query, variables)| client.graphql(query, variables.clone()))).await?;
    Ok(began.elapsed().as_secs_f64() * 1000.0)
}

/// Records from all over the list, the same ones every time.
async fn some(connection: &mut sqlx::PgConnection, list: &str, run: usize) -> anyhow::Result<Vec<String>> {
    let sql = format!("select id::text from {list} where not archived order by md5(id::text || $1) limit $2");
    Ok(sqlx::query_scalar(&sql).bind(run.to_string()).bind(PAGES).fetch_all(connection).await?)
}
