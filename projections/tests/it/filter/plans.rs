//! The usual shapes of filters can follow the indexes there are.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::filter::compile;
use serde_json::{Value, json};
use sqlx::{QueryBuilder, Row};

use super::asked;
use crate::support::Ground;
use crate::support::records::admin;

async fn plan(ground: &Ground, table: &str, entity: Entity, json: &Value, order: &str) -> String {
    let mut connection = ground.test.pools.read.acquire().await.unwrap();
    // On few rows reading them all is cheapest, so the question is what could be used.
    let off = if order.is_empty() {
        "set enable_seqscan = off"
    } else {
        "set enable_seqscan = off; set enable_sort = off"
    };
    sqlx::raw_sql(off).execute(&mut *connection).await.unwrap();
    let mut query = QueryBuilder::new(format!(
        "explain select c.id from {table} c where true and not c.archived and not c.erased and "
    ));
    compile::push(&mut query, &admin(), &asked(entity, json));
    query.push(order);
    let rows = query.build().fetch_all(&mut *connection).await.unwrap();
    rows.iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn common_conditions_follow_an_index() {
    let ground = Ground::new().await;
    let id = "01890000-0000-7000-8000-000000000001";
    for (json, index) in [
        (json!({"field": "country", "op": "equals", "value": "DE"}), "contacts_country"),
        (json!({"field": "country", "op": "in", "value": ["DE", "AT"]}), "contacts_country"),
        (json!({"field": "job_title", "op": "contains", "value": "manager"}), "contacts_job_title_words"),
        (json!({"field": "full_name", "op": "contains", "value": "smith"}), "contacts_full_name_words"),
        (json!({"field": "account_name", "op": "ends_with", "value": "gmbh"}), "contacts_account_name_words"),
        (json!({"field": "job_title", "op": "starts_with", "value": "head"}), "contacts_job_title"),
        (json!({"field": "job_title", "op": "equals", "value": "CEO"}), "contacts_job_title"),
        (json!({"field": "email", "op": "starts_with", "value": "ada"}), "contacts_email"),
        (
            json!({"field": "email", "op": "in", "value": ["a@example.com", "b@example.com"]}),
            "contacts_email",
        ),
        (json!({"field": "email_domain", "op": "equals", "value": "example.com"}), "contacts_email_domain"),
        (json!({"field": "account", "op": "equals", "value": id}), "contacts_account"),
        (json!({"field": "import", "op": "equals", "value": id}), "contacts_import"),
        (json!({"field": "created_at", "op": "in_last_days", "value": 7}), "contacts_created_at"),
        (json!({"field": "updated_at", "op": "after", "value": {"daysAgo": 1}}), "contacts_updated_at"),
        (
            json!({"any": [{"field": "country", "op": "equals", "value": "DE"}, {"field": "job_title", "op": "contains", "value": "head"}]}),
            "BitmapOr",
        ),
    ] {
        let plan = plan(&ground, "read.contacts", Entity::Contact, &json, "").await;
        assert!(plan.contains(index), "{json}\n{plan}");
    }
    let sorted = json!({"field": "seniority_level", "op": "equals", "value": "VP"});
    let plan_of_page = plan(
        &ground,
        "read.contacts",
        Entity::Contact,
        &sorted,
        " and c.full_name_key is not null order by c.full_name_key, c.id limit 61",
    )
    .await;
    assert!(plan_of_page.contains("contacts_full_name") && !plan_of_page.contains("Sort"), "{plan_of_page}");
    for (json, index) in [
        (json!({"field": "name", "op": "contains", "value": "acme"}), "accounts_name_words"),
        (json!({"field": "domain", "op": "in", "value": ["a.example.com"]}), "accounts_domain"),
        (json!({"field": "parent", "op": "equals", "value": id}), "accounts_parent"),
    ] {
        let plan = plan(&ground, "read.accounts", Entity::Account, &json, "").await;
        assert!(plan.contains(index), "{json}\n{plan}");
    }
}

/// Of many records, each with its company, and few that are asked for.
#[tokio::test]
async fn linked_records_and_memberships_follow_an_index_both_ways() {
    let ground = Ground::new().await;
    let id = "01890000-0000-7000-8000-000000000001";
    let domain = || json!({"field": "account.domain", "op": "equals", "value": "acme.example"});
    for (json, indexes) in [
        (domain(), ["accounts_pkey", "contacts_account"]),
        (
            json!({"any": [domain(), {"field": "email", "op": "equals", "value": "a@example.com"}]}),
            ["hashed SubPlan", "contacts_"],
        ),
        (
            json!({"all": [{"field": "email", "op": "equals", "value": "a@example.com"}, {"field": "account.industry", "op": "equals", "value": "Software"}]}),
            ["accounts_pkey", "contacts_email"],
        ),
        (
            json!({"field": "lists", "op": "any_of", "value": [id]}),
            ["list_members_now", "Index Cond: (id = m.record_id)"],
        ),
        (
            json!({"field": "imports", "op": "any_of", "value": [id]}),
            ["history_import", "Index Cond: (id = m.entity_id)"],
        ),
    ] {
        let plan = plan(&ground, "read.contacts", Entity::Contact, &json, "").await;
        assert!(indexes.iter().all(|index| plan.contains(index)), "{json}\n{plan}");
    }
    let named = json!({"contacts": {"filter": {"field": "email", "op": "equals", "value": "a@example.com"}}});
    let plan = plan(&ground, "read.accounts", Entity::Account, &named, "").await;
    assert!(plan.contains("contacts_email") && plan.contains("Index Cond: (id = c_1.account_id)"), "{plan}");
}
