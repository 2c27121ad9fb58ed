//! Filters beside the SQL somebody would write by hand.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::accounts::query as accounts;
use pivotal_projections::audience::contacts::query as contacts;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::page::PageArgs;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{asked, engagement, people};
use crate::support::Ground;
use crate::support::records::{ADA, admin, agent, client_user};

fn newest() -> Sort {
    Sort { field: "created_at".into(), direction: Direction::Descending }
}

fn contact_filter(json: &Value) -> contacts::ContactFilter {
    contacts::ContactFilter {
        archived: Some(false),
        condition: Some(asked(Entity::Contact, json)),
        ..contacts::ContactFilter::default()
    }
}

/// One of these suppressions holds for the contact.
fn held(which: &str) -> String {
    format!(
        "exists (select from read.suppressions where reach = 'global' and released_at is null and (until is null or until > now()) and {which}
           and ((kind = 'email' and value = email) or (kind = 'phone' and value in (direct_phone_e164, mobile_phone)) or (kind = 'account' and value = account_id::text)
             or (kind = 'domain' and (value = account_domain or email_domain = value or email_domain like '%.' || value))))"
    )
}

/// This was said of the contact last.
fn said(channel: &str, standing: &str) -> String {
    format!(
        "exists (select from read.consents s where s.person_id = contacts.id and s.channel = '{channel}' and s.standing like '{standing}' and s.counts)"
    )
}

/// What happened to the contact in the 30 days before the question.
fn lately(kind: &str) -> String {
    format!(
        "select from read.engagement where contact_id = contacts.id and kind = '{kind}' and at > timestamptz '2026-03-10 12:00Z' - interval '30 days'"
    )
}

#[tokio::test]
async fn twenty_filters_of_contacts_find_what_sql_by_hand_finds() {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 12).await;
    people::people(&ground, &companies, 240).await;
    engagement::happen(&ground).await;
    let acme = companies[3];
    let ada = ADA;
    let by_hand = [
        (json!({"field": "country", "op": "equals", "value": "Germany"}), "country = 'DE'".to_owned()),
        (json!({"field": "country", "op": "in", "value": ["DE", "AT"]}), "country in ('DE', 'AT')".into()),
        (json!({"field": "country", "op": "not_equals", "value": "DE"}), "(country <> 'DE' or country is null)".into()),
        (json!({"field": "city", "op": "equals", "value": "KÖLN"}), "city in ('Köln', 'koln')".into()),
        (json!({"field": "city", "op": "contains", "value": "0%"}), "city = '50% off_road'".into()),
        (json!({"field": "city", "op": "ends_with", "value": "\\ by"}), "city = 'Ørsted \\ By'".into()),
        (json!({"field": "city", "op": "not_in", "value": ["Köln", "LODZ"]}), "(city not in ('Köln', 'koln', 'Łódź') or city is null)".into()),
        (json!({"field": "job_title", "op": "contains", "value": "sales"}), "job_title ilike '%sales%'".into()),
        (json!({"field": "job_title", "op": "starts_with", "value": "UBER"}), "job_title = 'Über-Manager'".into()),
        (json!({"field": "job_title", "op": "not_contains", "value": "s_h"}), "(job_title <> 'Sales_Head 100%' or job_title is null)".into()),
        (json!({"field": "full_name", "op": "equals", "value": "o'neil; DROP table"}), "full_name = 'O''Neil; drop table'".into()),
        (json!({"field": "email", "op": "is_empty"}), "email is null".into()),
        (json!({"field": "email_domain", "op": "starts_with", "value": "MAIL."}), "email like '%@mail.%'".into()),
        (json!({"field": "tags", "op": "any_of", "value": ["VIP", "evenement"]}), "tags && array['vip', 'Événement']".into()),
        (json!({"field": "tags", "op": "all_of", "value": ["vip", "A_B"]}), "tags @> array['vip', 'a_b']".into()),
        (json!({"field": "tags", "op": "none_of", "value": ["100%"]}), "(tags is null or not tags @> array['100%'])".into()),
        (json!({"field": "account", "op": "equals", "value": acme.to_string()}), format!("account_id = '{acme}'")),
        (json!({"field": "owner", "op": "in", "value": ["me", "ZOE"]}), format!("owner in ('{ada}', 'zoë')")),
        (json!({"field": "consent_at", "op": "in_last_days", "value": 3}), "consent_at >= '2026-03-07Z' and consent_at < '2026-03-11Z'".into()),
        (json!({"field": "consent_at", "op": "between", "value": {"from": "2026-03-02", "to": "2026-03-04"}}), "consent_at >= '2026-03-02Z' and consent_at < '2026-03-05Z'".into()),
        (json!({"field": "score", "op": "at_least", "value": 3}), "id in (select contact_id from read.contact_activity where score >= 3)".into()),
        (json!({"field": "emails_sent_30d", "op": "less", "value": 1}), format!("not exists ({})", lately("sent"))),
        (json!({"field": "emails_sent_30d", "op": "in", "value": [0, 2]}), format!("(select count(*) from ({}) as sent) in (0, 2)", lately("sent"))),
        (json!({"field": "calls_30d", "op": "between", "value": {"from": 1, "to": 9}}), format!("exists ({})", lately("called"))),
        (json!({"field": "calls_30d", "op": "not_equals", "value": 1}), format!("(select count(*) from ({}) as called) <> 1", lately("called"))),
        (json!({"field": "last_called_at", "op": "is_empty"}), "not exists (select from read.engagement where contact_id = contacts.id and kind = 'called')".into()),
        (json!({"field": "custom.size", "op": "between", "value": {"from": 12, "to": 12.5}}), "custom->>'custom.size' in ('12', '12.50')".into()),
        (json!({"field": "mobile_phone", "op": "contains", "value": "(202) 555.010"}), "mobile_phone like '+1 202 555-010%'".into()),
        (json!({"field": "suppressed", "op": "is_empty"}), format!("not {}", held("true"))),
        (json!({"field": "suppressed", "op": "any_of", "value": ["EMAIL"]}), held("kind <> 'phone'")),
        (json!({"field": "suppressed", "op": "all_of", "value": ["email", "phone"]}), format!("({} and {})", held("kind <> 'phone'"), held("kind <> 'email'"))),
        (json!({"field": "suppression_reasons", "op": "any_of", "value": ["legal", "dnc_request", "no such"]}), held("reason in ('legal', 'dnc_request')")),
        (json!({"field": "suppression_reasons", "op": "none_of", "value": ["unsubscribed"]}), format!("not {}", held("reason = 'unsubscribed'"))),
        (json!({"field": "email_consent", "op": "equals", "value": "withdrawn"}), said("email", "withdrawn")),
        (json!({"field": "phone_consent", "op": "in", "value": ["contract", "withdrawn"]}), said("phone", "contract")),
        (json!({"field": "email_consent", "op": "not_equals", "value": "none"}),
         format!("({} or {} or (not {} and (consent_basis is not null or country = 'US')))", said("email", "consent"), said("email", "withdrawn"), said("email", "%"))),
        (json!({"not": {"any": [{"field": "country", "op": "equals", "value": "DE"}, {"field": "score", "op": "greater", "value": 2}]}}),
         "(country is distinct from 'DE') and id not in (select contact_id from read.contact_activity where score > 2)".into()),
        (json!({"all": [{"field": "country", "op": "in", "value": ["DE", "US"]}, {"field": "seniority_level", "op": "equals", "value": "vp"},
          {"any": [{"field": "job_title", "op": "contains", "value": "head"}, {"not": {"field": "city", "op": "has_value"}}]}]}),
         "country in ('DE', 'US') and seniority_level = 'VP' and (job_title ilike '%head%' or city is null)".into()),
    ];
    assert!(by_hand.len() >= 20);
    let pool = &ground.test.pools.lists;
    for (json, sql) in by_hand {
        let filter = contact_filter(&json);
        let page = contacts::page(pool, &admin(), &filter, &newest(), &PageArgs::first(500)).await.unwrap();
        let mut found: Vec<Uuid> = page.rows.into_iter().map(|(_, row)| row.id).collect();
        found.sort_unstable();
        let hand: Vec<Uuid> = sqlx::query_scalar(&format!(
            "select id from read.contacts where not archived and not erased and {sql} order by id"
        ))
        .fetch_all(pool)
        .await
        .unwrap();
        assert_eq!(found, hand, "{json} is not {sql}");
        assert!(!hand.is_empty(), "{sql} finds nobody, so it shows nothing");
        assert_eq!(contacts::count(pool, &admin(), &filter).await.unwrap(), hand.len() as i64, "{json}");
        for nobody in [agent(ADA), client_user()] {
            assert_eq!(contacts::count(pool, &nobody, &filter).await.unwrap(), 0, "{json}");
        }
    }
}

#[tokio::test]
async fn filters_of_accounts_find_what_sql_by_hand_finds() {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 80).await;
    people::people(&ground, &companies[..20], 40).await;
    ground.project(pivotal_projections::audience::accounts::project::Accounts).await;
    let by_hand = [
        (json!({"field": "name", "op": "starts_with", "value": "muller"}), "name like 'Müller%'"),
        (json!({"field": "domain", "op": "starts_with", "value": "acme1"}), "domain like 'acme1%'"),
        (
            json!({"field": "staff_count", "op": "between", "value": {"from": 50, "to": 500}}),
            "staff_count between 50 and 500",
        ),
        (json!({"field": "staff_count", "op": "in", "value": [5, 500]}), "staff_count in (5, 500)"),
        (
            json!({"field": "annual_revenue", "op": "greater", "value": {"amount": "1000000", "currency": "EUR"}}),
            "annual_revenue_amount > 1000000 and annual_revenue_currency = 'EUR'",
        ),
        (
            json!({"field": "annual_revenue", "op": "not_equals", "value": {"amount": "5", "currency": "USD"}}),
            "(annual_revenue_amount, annual_revenue_currency) is distinct from (5, 'USD')",
        ),
        (json!({"field": "status", "op": "equals", "value": "stub"}), "status = 'stub'"),
        (
            json!({"field": "contact_count", "op": "equals", "value": 0}),
            "not exists (select from read.account_activity a where a.account_id = id and a.contact_count > 0)",
        ),
        (json!({"field": "created_by", "op": "equals", "value": "me"}), "true"),
    ];
    let pool = &ground.test.pools.lists;
    for (json, sql) in by_hand {
        let filter = accounts::AccountFilter {
            archived: Some(false),
            condition: Some(asked(Entity::Account, &json)),
            ..accounts::AccountFilter::default()
        };
        let page = accounts::page(pool, &admin(), &filter, &newest(), &PageArgs::first(500)).await.unwrap();
        let mut found: Vec<Uuid> = page.rows.into_iter().map(|(_, row)| row.id).collect();
        found.sort_unstable();
        let hand: Vec<Uuid> = sqlx::query_scalar(&format!(
            "select id from read.accounts where not archived and {sql} order by id"
        ))
        .fetch_all(pool)
        .await
        .unwrap();
        assert_eq!(found, hand, "{json} is not {sql}");
        assert!(!hand.is_empty(), "{sql} finds nothing, so it shows nothing");
        assert_eq!(accounts::count(pool, &admin(), &filter).await.unwrap(), hand.len() as i64, "{json}");
        assert_eq!(accounts::count(pool, &client_user(), &filter).await.unwrap(), 0, "{json}");
    }
}

#[tokio::test]
async fn five_thousand_values_are_one_question() {
    let ground = Ground::new().await;
    people::people(&ground, &[], 20).await;
    let mut values: Vec<String> = (0..4_999).map(|n| format!("nowhere {n}")).collect();
    values.push("berlin".into());
    let filter = contact_filter(&json!({"field": "city", "op": "in", "value": values}));
    let berlin = contact_filter(&json!({"field": "city", "op": "equals", "value": "Berlin"}));
    let pool = &ground.test.pools.lists;
    let found = contacts::count(pool, &admin(), &filter).await.unwrap();
    assert_eq!(found, contacts::count(pool, &admin(), &berlin).await.unwrap());
    assert!(found > 0);
}
