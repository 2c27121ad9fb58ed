//! Conditions on a contact's company, on an account's contacts and on what records belong to, beside the SQL somebody would
//! write by hand; and who may not see the others learns nothing of them.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::{Actor, HeldKey};
use pivotal_domain::identity::permission::Permission;
use pivotal_projections::audience::accounts::project::Accounts;
use pivotal_projections::audience::accounts::query as accounts;
use pivotal_projections::audience::contacts::query as contacts;
use pivotal_projections::audience::filter::read_from;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::page::PageArgs;
use serde_json::{Value, json};
use uuid::Uuid;

use super::members::{DOMAIN_SETS, IMPORTS, LISTS};
use super::{asked, members, people};
use crate::support::Ground;
use crate::support::records::{admin, agent, client_user};

async fn ground() -> Ground {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 24).await;
    people::people(&ground, &companies[..16], 160).await;
    ground.project(Accounts).await;
    for (table, entity) in [("read.contacts", "contact"), ("read.accounts", "account")] {
        members::belong(&ground, table, entity).await;
    }
    ground
}

fn newest() -> Sort {
    Sort { field: "created_at".into(), direction: Direction::Descending }
}

fn of_contacts(json: &Value) -> contacts::ContactFilter {
    contacts::ContactFilter {
        archived: Some(false),
        condition: Some(asked(Entity::Contact, json)),
        ..contacts::ContactFilter::default()
    }
}

fn of_accounts(json: &Value) -> accounts::AccountFilter {
    accounts::AccountFilter {
        archived: Some(false),
        condition: Some(asked(Entity::Account, json)),
        ..accounts::AccountFilter::default()
    }
}

async fn by_hand(ground: &Ground, table: &str, sql: &str) -> Vec<Uuid> {
    let sql =
        format!("select c.id from {table} c where not c.archived and not c.erased and {sql} order by c.id");
    sqlx::query_scalar(&sql).fetch_all(&ground.test.pools.lists).await.unwrap()
}

async fn contacts_found(ground: &Ground, json: &Value) -> Vec<Uuid> {
    let pool = &ground.test.pools.lists;
    let filter = of_contacts(json);
    let page = contacts::page(pool, &admin(), &filter, &newest(), &PageArgs::first(500)).await.unwrap();
    let mut found: Vec<Uuid> = page.rows.into_iter().map(|(_, row)| row.id).collect();
    found.sort_unstable();
    let counted = contacts::count(pool, &admin(), &filter).await.unwrap();
    assert_eq!(counted, found.len() as i64, "{json}");
    found
}

async fn accounts_found(ground: &Ground, json: &Value) -> Vec<Uuid> {
    let pool = &ground.test.pools.lists;
    let filter = of_accounts(json);
    let page = accounts::page(pool, &admin(), &filter, &newest(), &PageArgs::first(500)).await.unwrap();
    let mut found: Vec<Uuid> = page.rows.into_iter().map(|(_, row)| row.id).collect();
    found.sort_unstable();
    let counted = accounts::count(pool, &admin(), &filter).await.unwrap();
    assert_eq!(counted, found.len() as i64, "{json}");
    found
}

fn at(company: &str) -> String {
    format!(
        "exists (select from read.accounts b left join read.account_activity t on t.account_id = b.id where b.id = c.account_id and {company})"
    )
}

#[tokio::test]
async fn a_contact_is_found_by_its_company() {
    let ground = ground().await;
    let asks = |field: &str, op: &str, value: Value| json!({"field": format!("account.{field}"), "op": op, "value": value});
    let software = || asks("industry", "equals", json!("software"));
    let by_sql = [
        (software(), at("b.industry = 'Software'")),
        (asks("industry", "not_equals", json!("Software")), format!("not {}", at("b.industry = 'Software'"))),
        (asks("industry", "is_empty", Value::Null), format!("not {}", at("b.industry is not null"))),
        (asks("name", "starts_with", json!("MULLER")), at("b.name like 'Müller%'")),
        (asks("domain", "ends_with", json!(".EXAMPLE.com")), at("b.domain is not null")),
        (asks("hq_country", "in", json!(["Germany", "AT"])), at("b.hq_country in ('DE', 'AT')")),
        (
            asks("annual_revenue", "at_least", json!({"amount": 1_000_000, "currency": "USD"})),
            at("b.annual_revenue_amount >= 1000000 and b.annual_revenue_currency = 'USD'"),
        ),
        (asks("tags", "any_of", json!(["VIP"])), at("'vip' = any(b.tags)")),
        (asks("tags", "none_of", json!(["VIP"])), format!("not {}", at("'vip' = any(b.tags)"))),
        (asks("custom.size", "at_least", json!(12)), at("b.custom ->> 'custom.size' in ('12', '12.50')")),
        (asks("contact_count", "at_most", json!(7)), at("coalesce(t.contact_count, 0) <= 7")),
        (asks("archived", "equals", json!(true)), at("b.archived")),
        (asks("status", "equals", json!("archived")), at("b.archived")),
        (asks("created_by", "equals", json!("me")), "c.account_id is not null".to_owned()),
        (
            asks("lists", "any_of", json!([LISTS[0]])),
            at(&format!("b.id in (select record_id from read.list_members where list_id = '{}')", LISTS[0])),
        ),
        (
            json!({"all": [software(), asks("staff_count", "between", json!({"from": 50, "to": 500})), {"field": "country", "op": "equals", "value": "DE"}]}),
            format!(
                "c.country = 'DE' and {}",
                at("b.industry = 'Software' and b.staff_count between 50 and 500")
            ),
        ),
        (
            json!({"any": [software(), asks("staff_count", "greater", json!(50)), {"field": "country", "op": "equals", "value": "DE"}]}),
            format!("(c.country = 'DE' or {})", at("(b.industry = 'Software' or b.staff_count > 50)")),
        ),
        (
            json!({"any": [software(), asks("staff_count", "not_in", json!([50, 500]))]}),
            format!(
                "(c.account_id is null or {})",
                at("(b.industry = 'Software' or b.staff_count is null or b.staff_count = 5)")
            ),
        ),
        (
            json!({"not": {"all": [software(), {"not": asks("staff_count", "greater", json!(5))}]}}),
            format!(
                "not {}",
                at("b.industry = 'Software' and (b.staff_count <= 5 or b.staff_count is null)")
            ),
        ),
    ];
    for (json, sql) in by_sql {
        let hand = by_hand(&ground, "read.contacts", &sql).await;
        assert_eq!(contacts_found(&ground, &json).await, hand, "{json} is not {sql}");
        assert!(!hand.is_empty() && hand.len() < 140, "{sql} finds {} and shows nothing", hand.len());
    }
}

fn staff(which: &str) -> String {
    format!(
        "(select count(*) from read.contacts p left join read.contact_activity t on t.contact_id = p.id where p.account_id = c.id and not p.archived and not p.erased and {which})"
    )
}

#[tokio::test]
async fn an_account_is_found_by_how_many_of_its_contacts_fit() {
    let ground = ground().await;
    let vp = || json!({"field": "seniority_level", "op": "equals", "value": "VP"});
    let by_sql = [
        (json!({"contacts": {}}), format!("{} >= 1", staff("true"))),
        (json!({"contacts": {"filter": vp()}}), format!("{} >= 1", staff("p.seniority_level = 'VP'"))),
        (json!({"contacts": {"at_least": 3, "filter": vp()}}), format!("{} >= 3", staff("p.seniority_level = 'VP'"))),
        (json!({"contacts": {"at_most": 0}}), format!("{} = 0", staff("true"))),
        (json!({"contacts": {"at_most": 2, "filter": vp()}}), format!("{} <= 2", staff("p.seniority_level = 'VP'"))),
        (json!({"contacts": {"at_least": 1, "at_most": 2, "filter": vp()}}), format!("{} between 1 and 2", staff("p.seniority_level = 'VP'"))),
        (json!({"not": {"contacts": {"at_least": 2, "filter": vp()}}}), format!("{} < 2", staff("p.seniority_level = 'VP'"))),
        (
            json!({"any": [{"contacts": {"at_least": 3, "filter": vp()}}, {"field": "industry", "op": "equals", "value": "Banking"}]}),
            format!("(c.industry = 'Banking' or {} >= 3)", staff("p.seniority_level = 'VP'")),
        ),
        (
            json!({"contacts": {"at_least": 2, "filter": {"any": [{"field": "score", "op": "at_least", "value": 3}, {"field": "email", "op": "is_empty"}]}}}),
            format!("{} >= 2", staff("(t.score >= 3 or p.email is null)")),
        ),
        (
            json!({"contacts": {"filter": {"field": "suppressed", "op": "any_of", "value": ["phone"]}}}),
            format!("{} >= 1", staff("exists (select from read.suppressions s where s.reach = 'global' and s.released_at is null and (s.until is null or s.until > now())
                and (s.kind = 'phone' and s.value in (p.direct_phone_e164, p.mobile_phone) or s.kind = 'domain' and s.value in (p.account_domain, p.email_domain) or s.kind = 'account' and s.value = p.account_id::text))")),
        ),
        (
            json!({"contacts": {"filter": {"field": "email_consent", "op": "equals", "value": "withdrawn"}}}),
            format!("{} >= 1", staff("exists (select from read.consents s where s.person_id = p.id and s.channel = 'email' and s.standing = 'withdrawn' and s.counts)")),
        ),
        (
            json!({"contacts": {"at_least": 2, "filter": {"field": "lists", "op": "any_of", "value": [LISTS[0], LISTS[1]]}}}),
            format!("{} >= 2", staff(&format!("p.id in (select record_id from read.list_members where left_at is null and list_id in ('{}', '{}'))", LISTS[0], LISTS[1]))),
        ),
        // Archived contacts are not counted, whatever is asked of them.
        (json!({"all": [{"contacts": {"at_most": 0, "filter": {"field": "archived", "op": "equals", "value": true}}}, {"field": "industry", "op": "equals", "value": "Software"}]}), "c.industry = 'Software'".into()),
    ];
    for (json, sql) in by_sql {
        let hand = by_hand(&ground, "read.accounts", &sql).await;
        assert_eq!(accounts_found(&ground, &json).await, hand, "{json} is not {sql}");
        assert!(!hand.is_empty() && hand.len() < 24, "{sql} finds {} and shows nothing", hand.len());
    }
}

#[tokio::test]
async fn records_are_found_by_what_they_belong_to_now() {
    let ground = ground().await;
    let [a, b, c] = LISTS;
    let [first, second] = IMPORTS;
    let within = |which: &str| {
        format!("c.id in (select record_id from read.list_members where left_at is null and {which})")
    };
    let wrote = |which: &str| format!("c.id in (select entity_id from read.history where {which})");
    let asks = |field: &str, op: &str, value: Value| json!({"field": field, "op": op, "value": value});
    let by_sql = [
        (asks("lists", "any_of", json!([a])), within(&format!("list_id = '{a}'"))),
        (asks("lists", "any_of", json!([b, c])), within(&format!("list_id in ('{b}', '{c}')"))),
        (
            asks("lists", "all_of", json!([a, b])),
            format!("{} and {}", within(&format!("list_id = '{a}'")), within(&format!("list_id = '{b}'"))),
        ),
        (
            asks("lists", "all_of", json!([a, b, c])),
            LISTS.map(|list| within(&format!("list_id = '{list}'"))).join(" and "),
        ),
        (asks("lists", "all_of", json!([c, c])), within(&format!("list_id = '{c}'"))),
        (
            asks("lists", "none_of", json!([a, c])),
            format!("not {}", within(&format!("list_id in ('{a}', '{c}')"))),
        ),
        (asks("lists", "is_empty", Value::Null), format!("not {}", within("true"))),
        (asks("lists", "has_value", Value::Null), within("true")),
        (asks("imports", "any_of", json!([first])), wrote(&format!("import_id = '{first}'"))),
        (
            asks("imports", "all_of", json!([first, second])),
            format!(
                "{} and {}",
                wrote(&format!("import_id = '{first}'")),
                wrote(&format!("import_id = '{second}'"))
            ),
        ),
        (
            asks("imports", "none_of", json!([second])),
            format!("not {}", wrote(&format!("import_id = '{second}'"))),
        ),
        (asks("imports", "is_empty", Value::Null), format!("not {}", wrote("import_id is not null"))),
        (
            json!({"any": [asks("lists", "any_of", json!([b])), {"not": asks("imports", "any_of", json!([first, second]))}]}),
            format!("({} or not {})", within(&format!("list_id = '{b}'")), wrote("import_id is not null")),
        ),
    ];
    for (json, sql) in &by_sql {
        let hand = by_hand(&ground, "read.contacts", sql).await;
        assert_eq!(contacts_found(&ground, json).await, hand, "{json} is not {sql}");
        assert!(!hand.is_empty() && hand.len() < 130, "{sql} finds {} and shows nothing", hand.len());
        let hand = by_hand(&ground, "read.accounts", sql).await;
        assert_eq!(accounts_found(&ground, json).await, hand, "{json} is not {sql}");
    }
    let nowhere = asks("lists", "any_of", json!([Uuid::nil()]));
    assert!(contacts_found(&ground, &nowhere).await.is_empty(), "a list that does not exist has no members");
}

#[tokio::test]
async fn companies_and_the_people_there_are_found_by_their_domain_sets() {
    let ground = ground().await;
    let [set, other] = DOMAIN_SETS;
    let matched = |which: &str| {
        format!(
            "select i.account_id from read.domain_set_items i where i.status = 'matched' and i.domain_set_id in ({which})"
        )
    };
    let companies = |which: &str| format!("c.id in ({})", matched(which));
    let people = |which: &str| {
        format!(
            "coalesce(case when c.account_id is null then exists (select from read.domain_set_items i where i.domain_set_id in ({which}) and '.' || c.email_domain like '%.' || i.domain) else c.account_id in ({}) end, false)",
            matched(which)
        )
    };
    let (one, two) = (format!("'{set}'"), format!("'{other}'"));
    let either = format!("{one}, {two}");
    let asks = |op: &str, value: Value| json!({"field": "domain_sets", "op": op, "value": value});
    let by_sql = |of: &dyn Fn(&str) -> String| {
        [
            (asks("any_of", json!([set])), of(&one)),
            (asks("any_of", json!([set, other])), of(&either)),
            (asks("all_of", json!([set, other])), format!("{} and {}", of(&one), of(&two))),
            (asks("none_of", json!([other])), format!("not {}", of(&two))),
            (asks("has_value", Value::Null), of(&either)),
            (json!({"not": asks("is_empty", Value::Null)}), of(&either)),
        ]
    };
    for (json, sql) in by_sql(&companies) {
        let hand = by_hand(&ground, "read.accounts", &sql).await;
        assert_eq!(accounts_found(&ground, &json).await, hand, "{json} is not {sql}");
        assert!(!hand.is_empty() && hand.len() < 24, "{sql} finds {} and shows nothing", hand.len());
    }
    for (json, sql) in by_sql(&people) {
        let hand = by_hand(&ground, "read.contacts", &sql).await;
        assert_eq!(contacts_found(&ground, &json).await, hand, "{json} is not {sql}");
        assert!(!hand.is_empty() && hand.len() < 140, "{sql} finds {} and shows nothing", hand.len());
    }
    let of_company = json!({"field": "account.domain_sets", "op": "any_of", "value": [set]});
    let hand = by_hand(&ground, "read.contacts", &at(&format!("b.id in ({})", matched(&one)))).await;
    assert_eq!(contacts_found(&ground, &of_company).await, hand);
    let counted = json!({"contacts": {"at_least": 2, "filter": asks("any_of", json!([other]))}});
    let hand = by_hand(
        &ground,
        "read.accounts",
        &format!("{} >= 2", staff(&format!("p.account_id in ({})", matched(&two)))),
    )
    .await;
    assert_eq!(accounts_found(&ground, &counted).await, hand);
    assert!(!hand.is_empty(), "some companies of the set have two people");
}

fn only(permission: Permission) -> Actor {
    Actor { key: Some(HeldKey { id: Uuid::from_u128(0x4e1), scopes: vec![permission] }), ..admin() }
}

/// Which answers a filter gives must not depend on what its asker may not see.
#[tokio::test]
async fn nobody_learns_of_companies_or_contacts_that_they_may_not_see() {
    let ground = ground().await;
    let pool = &ground.test.pools.lists;
    let everybody = contacts::count(pool, &admin(), &of_contacts(&json!({}))).await.unwrap();
    let all_companies = accounts::count(pool, &admin(), &of_accounts(&json!({}))).await.unwrap();
    let software = || json!({"field": "account.industry", "op": "equals", "value": "Software"});
    let of_companies = [
        (software(), 0),
        (json!({"not": software()}), everybody),
        (json!({"field": "account.industry", "op": "not_equals", "value": "Software"}), everybody),
        (json!({"field": "account.contact_count", "op": "at_least", "value": 0}), 0),
        (json!({"field": "account.lists", "op": "has_value"}), 0),
        (json!({"any": [software(), {"field": "account.created_at", "op": "is_empty"}]}), everybody),
    ];
    for (json, seen) in of_companies {
        let found =
            contacts::count(pool, &only(Permission::ContactsView), &of_contacts(&json)).await.unwrap();
        assert_eq!(found, seen, "{json}");
        for nobody in [agent(Uuid::from_u128(7)), client_user()] {
            assert_eq!(contacts::count(pool, &nobody, &of_contacts(&json)).await.unwrap(), 0, "{json}");
        }
    }
    let vp = || json!({"field": "seniority_level", "op": "equals", "value": "VP"});
    let of_people = [
        (json!({"contacts": {"filter": vp()}}), 0),
        (json!({"contacts": {"at_least": 2, "filter": {"not": vp()}}}), 0),
        (json!({"contacts": {"at_most": 0, "filter": vp()}}), all_companies),
        (json!({"contacts": {"at_most": 1}}), all_companies),
        (json!({"not": {"contacts": {}}}), all_companies),
    ];
    for (json, seen) in of_people {
        let found =
            accounts::count(pool, &only(Permission::AccountsView), &of_accounts(&json)).await.unwrap();
        assert_eq!(found, seen, "{json}");
        for nobody in [agent(Uuid::from_u128(7)), client_user()] {
            assert_eq!(accounts::count(pool, &nobody, &of_accounts(&json)).await.unwrap(), 0, "{json}");
        }
    }
}

#[test]
fn a_list_is_read_from_whatever_its_filter_asks() {
    let of = |entity: Entity, json: Value| read_from(&asked(entity, &json).filter);
    let country = || json!({"field": "country", "op": "equals", "value": "DE"});
    assert_eq!(of(Entity::Contact, country()), ["contacts"]);
    assert_eq!(of(Entity::Account, json!({"contacts": {"filter": country()}})), ["accounts", "contacts"]);
    let suppressed = json!({"contacts": {"filter": {"field": "suppressed", "op": "has_value"}}});
    assert_eq!(of(Entity::Account, suppressed), ["accounts", "contacts", "suppressions"]);
    let many = json!({"all": [
        {"field": "account.lists", "op": "has_value"}, {"field": "imports", "op": "has_value"}, {"field": "domain_sets", "op": "has_value"}, {"field": "phone_consent", "op": "equals", "value": "none"}
    ]});
    assert_eq!(
        of(Entity::Contact, many),
        ["accounts", "consent_rules", "consents", "contacts", "domain_sets", "history", "lists"]
    );
}
