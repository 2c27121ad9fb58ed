//! Thirty filters beside the SQL somebody would write by hand, at the size of the bench: the same contacts, and how long
//! each takes. What a filter means is tested with odd values elsewhere (projections/tests/it/filter/by_hand.rs).

use std::time::Instant;

use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::by_hand::{self, LISTED};
use crate::client::Client;
use crate::p6_count::count;
use crate::product::Product;
use crate::report::{Measured, say};

/// Of the contacts found, as many are looked at one by one.
const LOOKED_AT: usize = 200;

fn filters(account: Uuid) -> Vec<(Value, String)> {
    let is = |field: &str, op: &str, value: Value| json!({"field": field, "op": op, "value": value});
    let has = |field: &str, op: &str| json!({"field": field, "op": op});
    vec![
        (is("country", "equals", json!("Germany")), "country = 'DE'".into()),
        (is("country", "in", json!(["DE", "FR", "SE"])), "country in ('DE', 'FR', 'SE')".into()),
        (is("country", "not_equals", json!("US")), "country is distinct from 'US'".into()),
        (is("city", "equals", json!("MÜNCHEN")), "city = 'München'".into()),
        (is("city", "in", json!(["berlin", "Paris", "boston"])), "city in ('Berlin', 'Paris', 'Boston')".into()),
        (is("job_title", "contains", json!("manager")), "job_title ilike '%manager%'".into()),
        (is("job_title", "starts_with", json!("head of")), "job_title ilike 'head of%'".into()),
        (is("job_title", "not_contains", json!("director")), "(job_title not ilike '%director%' or job_title is null)".into()),
        (is("full_name", "contains", json!("anna")), "full_name ilike '%anna%'".into()),
        (is("email", "starts_with", json!("anna.")), "email like 'anna.%'".into()),
        (is("email", "ends_with", json!("-software.test")), "email like '%-software.test'".into()),
        (has("email", "is_empty"), "email is null".into()),
        (is("seniority_level", "in", json!(["VP", "C-level"])), "seniority_level in ('VP', 'C-level')".into()),
        (is("tags", "any_of", json!(["vip", "webinar"])), "tags && array['vip', 'webinar']".into()),
        (is("tags", "all_of", json!(["trade show", "vip"])), "tags @> array['trade show', 'vip']".into()),
        (is("tags", "none_of", json!(["newsletter"])), "(tags is null or not tags && array['newsletter'])".into()),
        (is("consent_at", "between", json!({"from": "2025-03-01", "to": "2025-05-31"})), "consent_at >= '2025-03-01Z' and consent_at < '2025-06-01Z'".into()),
        (is("created_at", "in_last_days", json!(1)), "created_at >= (now() at time zone 'utc')::date - 1".into()),
        (is("mobile_phone", "has_value", Value::Null), "mobile_phone is not null".into()),
        (is("account", "equals", json!(account.to_string())), format!("account_id = '{account}'")),
        (is("phone_status", "not_equals", json!("none")), "phone_status <> 'none'".into()),
        (
            json!({"not": {"any": [is("country", "equals", json!("US")), is("department", "equals", json!("Sales"))]}}),
            "country is distinct from 'US' and department is distinct from 'Sales'".into(),
        ),
        (
            json!({"all": [is("country", "in", json!(["US", "CA"])), is("seniority_level", "equals", json!("manager")), is("job_title", "contains", json!("sales")), {"not": is("tags", "any_of", json!(["webinar"]))}]}),
            "country in ('US', 'CA') and seniority_level = 'Manager' and job_title ilike '%sales%' and (tags is null or not tags && array['webinar'])".into(),
        ),
        (
            json!({"any": [is("city", "equals", json!("Berlin")), {"all": [is("lifecycle", "equals", json!("customer")), is("language", "equals", json!("fr"))]}]}),
            "(city = 'Berlin' or (lifecycle = 'customer' and language = 'fr'))".into(),
        ),
        (is("account.industry", "equals", json!("Software")), at("industry = 'Software'")),
        (is("account.industry", "not_equals", json!("Software")), format!("not {}", at("industry = 'Software'"))),
        (is("account.domain", "starts_with", json!("a")), at("domain like 'a%'")),
        (is("account.contact_count", "at_least", json!(20)), at("b.id in (select account_id from read.account_activity where contact_count >= 20)")),
        (
            json!({"all": [
                is("account.industry", "in", json!(["Software", "Internet"])), is("account.staff_count", "between", json!({"from": 200, "to": 1000})),
                is("seniority_level", "in", json!(["VP", "C-level"])), is("department", "equals", json!("Marketing")), is("country", "in", json!(["DE", "AT", "CH"]))
            ]}),
            format!("seniority_level in ('VP', 'C-level') and department = 'Marketing' and country in ('DE', 'AT', 'CH') and {}", at("industry in ('Software', 'Internet') and staff_count between 200 and 1000")),
        ),
        (
            json!({"any": [is("country", "equals", json!("DE")), is("account.staff_count", "greater", json!(5000))]}),
            format!("(country = 'DE' or {})", at("staff_count > 5000")),
        ),
        (has("imports", "has_value"), "exists (select from read.history h where h.entity_id = contacts.id and h.import_id is not null)".into()),
    ]
}

/// The contact's company answers the condition.
fn at(company: &str) -> String {
    format!("exists (select from read.accounts b where b.id = account_id and {company})")
}

pub async fn measure(product: &Product) -> anyhow::Result<Measured> {
    let client = product.client().await?;
    let mut connection = by_hand::connect(&product.database_url().await?).await?;
    let account = format!(
        "select account_id from read.contacts where {LISTED} and account_id is not null order by id limit 1"
    );
    let account: Uuid = sqlx::query_scalar(&account).fetch_one(&mut connection).await?;
    let contacts = by_hand::count(&mut connection, "true").await?;
    let filters = filters(account);
    let (mut equal, mut slowest) = (0, 0.0_f64);
    for (filter, sql) in &filters {
        let (counted, took) = match count(&client, filter).await {
            Ok(counted) => counted,
            Err(error) => {
                say(&format!("FAILED     {sql}: {error:#}"));
                continue;
            }
        };
        let began = Instant::now();
        let expected = by_hand::count(&mut connection, sql).await?;
        let by_hand = began.elapsed().as_secs_f64() * 1000.0;
        let looked_at = all_answer(&client, &mut connection, filter, sql).await?;
        let same = counted == expected && looked_at;
        equal += usize::from(same);
        slowest = slowest.max(took);
        let verdict = if same { "equal    " } else { "NOT EQUAL" };
        say(&format!(
            "{verdict} {counted:>8} {took:>8.1} ms, by hand {expected:>8} {by_hand:>8.1} ms  {sql}"
        ));
    }
    Ok(Measured {
        bar: "FILTERS",
        what: format!("{} filters against SQL by hand, {contacts} contacts", filters.len()),
        ours: format!("{equal} equal, the slowest count {slowest:.0} ms"),
        reference: "the same contacts".into(),
        ratio: String::new(),
        wanted: "all",
        met: Some(equal == filters.len()),
    })
}

/// With the same count, the same contacts: every one of the page must answer the SQL.
async fn all_answer(
    client: &Client,
    connection: &mut PgConnection,
    filter: &Value,
    sql: &str,
) -> anyhow::Result<bool> {
    let asked = "query($filter: ContactFilter, $first: Int) { contacts(first: $first, filter: $filter) { edges { node { id } } } }";
    let page = client.graphql(asked, json!({"filter": {"where": filter}, "first": LOOKED_AT})).await?;
    let edges = page["contacts"]["edges"].as_array().cloned().unwrap_or_default();
    let ids: Vec<Uuid> = edges.iter().filter_map(|edge| edge["node"]["id"].as_str()?.parse().ok()).collect();
    let answering = format!("select count(*) from read.contacts where {LISTED} and id = any($1) and {sql}");
    let answering: i64 = sqlx::query_scalar(&answering).bind(&ids).fetch_one(connection).await?;
    Ok(answering == ids.len() as i64)
}
