//! Twenty filters as people build audiences, of contacts and of accounts, each with the count that somebody who knows the tables
//! would write. And the question that audiences are for: leaders in marketing at software companies of some size, from a domain
//! set, whom nobody must leave alone.

use pivotal_domain::audience::fields::catalogue::Entity;
use serde_json::{Value, json};

use crate::audience::Ground;
use crate::shapes_beside::{self, NOT_EMAILED, held, not_suppressed};

/// A filter, and its count by hand.
#[derive(Debug, Clone)]
pub struct Shape {
    pub name: &'static str,
    pub entity: Entity,
    pub filter: Value,
    /// The whole statement.
    pub sql: String,
}

pub fn all(ground: &Ground) -> Vec<Shape> {
    let mut all =
        [own(ground), of_companies(), of_accounts(), memberships(ground), shapes_beside::all(), nested()]
            .concat();
    if ground.asks_domain_sets {
        all.push(in_domain_set(ground));
    }
    if ground.engagement.is_some() {
        all.extend(shapes_beside::happened());
    }
    all
}

/// What a contact says itself.
fn own(Ground { number, .. }: &Ground) -> Vec<Shape> {
    vec![
        shape(
            "leaders in marketing",
            json!({"all": [
                is("country", "equals", json!("DE")), is("seniority_level", "in", json!(["VP", "C-level"])), is("department", "equals", json!("Marketing"))
            ]}),
            contacts("", "c.country = 'DE' and c.seniority_level in ('VP', 'C-level') and c.department = 'Marketing'"),
        ),
        shape(
            "words of a title",
            json!({"all": [is("job_title", "contains", json!("director")), is("country", "not_equals", json!("US"))]}),
            contacts("", "c.job_title_key like '%director%' and c.country is distinct from 'US'"),
        ),
        shape(
            "five fields",
            json!({"all": [
                is("country", "in", json!(["US", "CA"])), is("seniority_level", "in", json!(["Manager", "Director"])), is("tags", "any_of", json!(["newsletter"])),
                is("consent_at", "between", json!({"from": "2025-03-01", "to": "2025-08-31"})), is("lifecycle", "equals", json!("customer"))
            ]}),
            contacts(
                "",
                "c.country in ('US', 'CA') and c.seniority_level in ('Manager', 'Director') and c.tags && array['newsletter']
                   and c.consent_at >= '2025-03-01Z' and c.consent_at < '2025-09-01Z' and c.lifecycle = 'customer'",
            ),
        ),
        shape(
            "custom text",
            json!({"all": [is("custom.badge_colour", "equals", json!("blue")), is("country", "equals", json!("DE"))]}),
            contacts("", "c.custom ->> 'custom.badge_colour' = 'blue' and c.country = 'DE'"),
        ),
        shape(
            "custom number",
            json!({"all": [is(number, "between", json!({"from": 40, "to": 50})), is("seniority_level", "not_equals", json!("Staff"))]}),
            contacts(
                "",
                &format!("(c.custom ->> '{number}')::numeric between 40 and 50 and c.seniority_level is distinct from 'Staff'"),
            ),
        ),
        shape(
            "days from today",
            json!({"all": [
                is("created_at", "in_last_days", json!(30)), is("consent_at", "before", json!({"daysAgo": 400})), is("department", "equals", json!("Sales"))
            ]}),
            contacts(
                "",
                "c.created_at >= (now() at time zone 'utc')::date - 30 and c.consent_at < (now() at time zone 'utc')::date - 400 and c.department = 'Sales'",
            ),
        ),
    ]
}

/// What its company says.
fn of_companies() -> Vec<Shape> {
    vec![
        shape(
            "industry and size",
            json!({"all": [
                is("account.industry", "in", json!(["Software", "Insurance"])), is("account.staff_count", "between", json!({"from": 200, "to": 1000})),
                is("seniority_level", "in", json!(["VP", "C-level"]))
            ]}),
            contacts(
                "join read.accounts b on b.id = c.account_id",
                "b.industry in ('Software', 'Insurance') and b.staff_count between 200 and 1000 and c.seniority_level in ('VP', 'C-level')",
            ),
        ),
        shape(
            "company elsewhere, or none",
            json!({"all": [is("account.hq_country", "not_equals", json!("US")), is("department", "equals", json!("Finance"))]}),
            contacts(
                "left join read.accounts b on b.id = c.account_id",
                "b.hq_country is distinct from 'US' and c.department = 'Finance'",
            ),
        ),
        shape(
            "company with many contacts",
            json!({"all": [is("account.contact_count", "at_least", json!(6)), is("seniority_level", "equals", json!("C-level"))]}),
            contacts(
                "join read.account_activity n on n.account_id = c.account_id",
                "n.contact_count >= 6 and c.seniority_level = 'C-level'",
            ),
        ),
    ]
}

/// Accounts, by their contacts.
fn of_accounts() -> Vec<Shape> {
    let with = |at_least: Value, filter: Value, own: Option<Value>| {
        let mut counted = at_least;
        counted["filter"] = filter;
        json!({"all": own.into_iter().chain([json!({ "contacts": counted })]).collect::<Vec<_>>()})
    };
    let accounts = |condition: &str| {
        format!("select count(*) from read.accounts b where not b.archived and not b.erased and {condition}")
    };
    let of = "select c.account_id from read.contacts c where not c.archived and not c.erased and c.account_id is not null";
    vec![
        Shape {
            name: "accounts with two leaders",
            entity: Entity::Account,
            filter: with(json!({"at_least": 2}), is("seniority_level", "in", json!(["VP", "C-level"])), None),
            sql: accounts(&format!(
                "b.id in ({of} and c.seniority_level in ('VP', 'C-level') group by c.account_id having count(*) >= 2)"
            )),
        },
        Shape {
            name: "software accounts without marketing",
            entity: Entity::Account,
            filter: with(
                json!({"at_most": 0}),
                is("department", "equals", json!("Marketing")),
                Some(is("industry", "equals", json!("Software"))),
            ),
            sql: accounts(&format!(
                "b.industry = 'Software' and not exists ({of} and c.account_id = b.id and c.department = 'Marketing')"
            )),
        },
    ]
}

/// What it belongs to.
fn memberships(Ground { list, leaders, companies, segment, import, .. }: &Ground) -> Vec<Shape> {
    let member = |of: &str, list: &uuid::Uuid| {
        format!(
            "exists (select from read.list_members m where m.list_id = '{list}' and m.record_id = {of} and m.left_at is null)"
        )
    };
    vec![
        shape(
            "in a list",
            json!({"all": [is("lists", "any_of", json!([list])), is("country", "equals", json!("FR"))]}),
            contacts("", &format!("{} and c.country = 'FR'", member("c.id", list))),
        ),
        shape(
            "in one list and not in another",
            json!({"all": [is("lists", "any_of", json!([list])), is("lists", "none_of", json!([leaders]))]}),
            contacts("", &format!("{} and not {}", member("c.id", list), member("c.id", leaders))),
        ),
        shape(
            "company in a list",
            json!({"all": [is("account.lists", "any_of", json!([companies])), is("department", "equals", json!("Information Technology"))]}),
            contacts(
                "",
                &format!("{} and c.department = 'Information Technology'", member("c.account_id", companies)),
            ),
        ),
        shape(
            "in a segment",
            json!({"all": [is("segments", "any_of", json!([segment])), is("country", "in", json!(["US", "GB"]))]}),
            contacts(
                "",
                &format!(
                    "exists (select from read.segment_members m where m.segment_id = '{segment}' and m.record_id = c.id and m.left_at is null) and c.country in ('US', 'GB')"
                ),
            ),
        ),
        shape(
            "made or changed by an import",
            json!({"all": [is("imports", "any_of", json!([import])), is("country", "equals", json!("GB"))]}),
            contacts(
                "",
                &format!(
                    "exists (select from read.history h where h.import_id = '{import}' and h.entity_id = c.id) and c.country = 'GB'"
                ),
            ),
        ),
    ]
}

/// Where filters can ask for domain sets: whoever is at a matched company, or has no company and an email at one of the domains.
fn in_domain_set(Ground { domain_set, .. }: &Ground) -> Shape {
    let items = |column: &str, condition: &str| {
        format!(
            "(select {column} from read.domain_set_items where domain_set_id = '{domain_set}' and {condition})"
        )
    };
    shape(
        "in a domain set",
        json!({"all": [is("domain_sets", "any_of", json!([domain_set])), is("department", "equals", json!("Marketing"))]}),
        contacts(
            "",
            &format!(
                "(c.account_id in {} or (c.account_id is null and c.email_domain in {})) and c.department = 'Marketing'",
                items("account_id", "status = 'matched'"),
                items("domain", "true")
            ),
        ),
    )
}

fn nested() -> Vec<Shape> {
    vec![shape(
        "groups in groups",
        json!({"all": [
            {"any": [
                {"all": [is("country", "equals", json!("DE")), {"not": is("tags", "any_of", json!(["newsletter"]))}]},
                {"all": [is("account.industry", "equals", json!("Software")), is("seniority_level", "equals", json!("C-level"))]}
            ]},
            {"not": {"any": [is("department", "equals", json!("Sales")), is("city", "equals", json!("Boston"))]}}
        ]}),
        contacts(
            "left join read.accounts b on b.id = c.account_id",
            "((c.country = 'DE' and (c.tags && array['newsletter']) is not true) or (b.industry = 'Software' and c.seniority_level = 'C-level'))
               and (c.department = 'Sales' or c.city = 'Boston') is not true",
        ),
    )]
}

/// "VP and above in marketing at software companies with 200 to 1000 staff in Germany, Austria, Switzerland, from this domain list,
/// not suppressed", and "not emailed in 90 days" where that is known.
pub fn question(Ground { companies, domain_set, asks_domain_sets, engagement, .. }: &Ground) -> Shape {
    // Whoever works at a company of the set. Those without a company ask for no industry.
    let (reached, in_set) = match *asks_domain_sets {
        true => (
            is("domain_sets", "any_of", json!([domain_set])),
            format!(
                "exists (select from read.domain_set_items i where i.domain_set_id = '{domain_set}' and i.status = 'matched' and i.account_id = b.id)"
            ),
        ),
        false => (
            is("account.lists", "any_of", json!([companies])),
            format!(
                "exists (select from read.list_members m where m.list_id = '{companies}' and m.record_id = b.id and m.left_at is null)"
            ),
        ),
    };
    let mut conditions = vec![
        is("seniority_level", "in", json!(["VP", "C-level"])),
        is("department", "equals", json!("Marketing")),
        is("account.industry", "equals", json!("Software")),
        is("account.staff_count", "between", json!({"from": 200, "to": 1000})),
        is("country", "in", json!(["DE", "AT", "CH"])),
        reached,
        is("suppressed", "is_empty", Value::Null),
    ];
    let mut beside = not_suppressed();
    if engagement.is_some() {
        conditions.push(json!({"not": {"engagement": {"did": "sent", "within_days": 90}}}));
        beside = format!("{beside} and {NOT_EMAILED}");
    }
    shape(
        "leaders in marketing from a domain list",
        json!({ "all": conditions }),
        held(&contacts(
            "join read.accounts b on b.id = c.account_id",
            &format!(
                "c.seniority_level in ('VP', 'C-level') and c.department = 'Marketing' and c.country in ('DE', 'AT', 'CH')
                   and b.industry = 'Software' and b.staff_count between 200 and 1000 and {in_set} and {beside}"
            ),
        )),
    )
}

/// A condition.
pub fn is(field: &str, op: &str, value: Value) -> Value {
    match value {
        Value::Null => json!({"field": field, "op": op}),
        value => json!({"field": field, "op": op, "value": value}),
    }
}

/// Of contacts.
pub fn shape(name: &'static str, filter: Value, sql: String) -> Shape {
    Shape { name, entity: Entity::Contact, filter, sql }
}

/// How many contacts that lists show answer the condition.
pub fn contacts(joins: &str, condition: &str) -> String {
    format!(
        "select count(*) from read.contacts c {joins} where not c.archived and not c.erased and {condition}"
    )
}
