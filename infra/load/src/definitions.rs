//! Two hundred segments as a company of some size has them, no two alike, each with its members by hand: small ones and large ones, of
//! contacts and of accounts, by the record itself, by the company, by the contacts, by days, by what is kept beside the record.

use pivotal_domain::audience::fields::catalogue::Entity;
use serde_json::{Value, json};

/// One segment.
#[derive(Debug, Clone)]
pub struct Definition {
    pub name: String,
    pub entity: Entity,
    pub filter: Value,
    /// From `from` on; `c` is the record.
    pub sql: String,
}

/// The city of the first two: nobody lives there, until somebody is moved.
pub const CITY: &str = "Ribe";

const SENIORITIES: [&str; 7] = ["C-level", "VP", "Director", "Head", "Manager", "Senior", "Staff"];
const DEPARTMENTS: [&str; 8] = [
    "Marketing",
    "Sales",
    "Engineering",
    "Finance",
    "Operations",
    "Information Technology",
    "Security",
    "Human Resources",
];
const COUNTRIES: [&str; 7] = ["DE", "CA", "GB", "FR", "AU", "SE", "IE"];
const CITIES: [&str; 10] =
    ["New York", "Boston", "Chicago", "Austin", "Dallas", "Denver", "Toronto", "London", "Berlin", "Paris"];
const INDUSTRIES: [&str; 10] = [
    "Software",
    "Insurance",
    "Retail",
    "Telecommunications",
    "Pharmaceuticals",
    "Automotive",
    "Financial Services",
    "Management Consulting",
    "Biotechnology",
    "Textiles",
];
const TAGS: [&str; 4] = ["webinar", "vip", "newsletter", "partner"];
const WORDS: [&str; 5] = ["director", "manager", "engineer", "head of", "sales"];

/// As many as are asked for.
pub fn all(count: usize) -> Vec<Definition> {
    (0..count).map(definition).collect()
}

fn definition(number: usize) -> Definition {
    let (entity, filter, sql) = match number {
        0 => contacts(vec![is("city", "equals", json!(CITY))], "", format!("c.city = '{CITY}'")),
        1 => contacts(
            vec![is("account.hq_city", "equals", json!(CITY))],
            ACCOUNT,
            format!("b.hq_city = '{CITY}'"),
        ),
        number => varied(number),
    };
    Definition { name: format!("Bench {number:03}"), entity, filter, sql }
}

type Defined = (Entity, Value, String);

const ACCOUNT: &str = "join read.accounts b on b.id = c.account_id";

/// Ten kinds; which values, the number says. The lists have lengths that share little, so no two of a kind ask for the same.
fn varied(number: usize) -> Defined {
    let round = number / 10;
    let pick = |all: &'static [&'static str], at: usize| all[at % all.len()];
    let (seniority, department) = (pick(&SENIORITIES, round), pick(&DEPARTMENTS, round));
    let (country, city) = (pick(&COUNTRIES, round), pick(&CITIES, round));
    let industry = pick(&INDUSTRIES, round);
    match number % 10 {
        0 => contacts(
            vec![is("city", "equals", json!(city)), is("seniority_level", "equals", json!(seniority))],
            "",
            format!("c.city = '{city}' and c.seniority_level = '{seniority}'"),
        ),
        1 => contacts(
            vec![is("department", "equals", json!(department)), is("country", "equals", json!(country))],
            "",
            format!("c.department = '{department}' and c.country = '{country}'"),
        ),
        2 => contacts(
            vec![
                is("account.industry", "equals", json!(industry)),
                is("seniority_level", "equals", json!(seniority)),
            ],
            ACCOUNT,
            format!("b.industry = '{industry}' and c.seniority_level = '{seniority}'"),
        ),
        3 => {
            let (from, to) = (100 * round, 100 * round + 400);
            contacts(
                vec![
                    is("account.staff_count", "between", json!({"from": from, "to": to})),
                    is("department", "equals", json!(department)),
                ],
                ACCOUNT,
                format!("b.staff_count between {from} and {to} and c.department = '{department}'"),
            )
        }
        4 => {
            let word = pick(&WORDS, round);
            contacts(
                vec![is("job_title", "contains", json!(word)), is("country", "equals", json!(country))],
                "",
                format!("c.job_title_key like '%{word}%' and c.country = '{country}'"),
            )
        }
        5 => {
            let tag = pick(&TAGS, round);
            contacts(
                vec![is("tags", "any_of", json!([tag])), is("city", "equals", json!(city))],
                "",
                format!("c.tags && array['{tag}'] and c.city = '{city}'"),
            )
        }
        6 => contacts(
            vec![
                json!({"not": is("country", "in", json!(["US", country]))}),
                json!({"any": [is("department", "equals", json!(department)), is("seniority_level", "equals", json!("C-level"))]}),
                is("lifecycle", "equals", json!("customer")),
            ],
            "",
            format!(
                "(c.country in ('US', '{country}')) is not true and (c.department = '{department}' or c.seniority_level = 'C-level') and c.lifecycle = 'customer'"
            ),
        ),
        7 if round.is_multiple_of(2) => {
            let city = pick(&CITIES, round / 2);
            contacts(
                vec![is("created_at", "in_last_days", json!(30)), is("city", "equals", json!(city))],
                "",
                format!("c.created_at >= (now() at time zone 'utc')::date - 30 and c.city = '{city}'"),
            )
        }
        7 => {
            let (department, country) = (pick(&DEPARTMENTS, round / 2), pick(&COUNTRIES, round / 2));
            contacts(
                vec![
                    is("suppressed", "any_of", json!(["email"])),
                    is("department", "equals", json!(department)),
                    is("country", "equals", json!(country)),
                ],
                "",
                format!("c.department = '{department}' and c.country = '{country}' and {SUPPRESSED}"),
            )
        }
        8 => {
            let least = 1 + round / INDUSTRIES.len();
            let leaders = is("seniority_level", "in", json!(["VP", "C-level"]));
            let counted = json!({"contacts": {"at_least": least, "filter": leaders}});
            let filter = json!({"all": [is("industry", "equals", json!(industry)), counted]});
            let sql = format!(
                "from read.accounts c where not c.archived and not c.erased and c.industry = '{industry}' and c.id in
                   (select p.account_id from read.contacts p where not p.archived and not p.erased and p.seniority_level in ('VP', 'C-level')
                    group by p.account_id having count(*) >= {least})"
            );
            (Entity::Account, filter, sql)
        }
        _ => contacts(
            vec![
                is("custom.badge_colour", "equals", json!("blue")),
                is("country", "equals", json!(country)),
                is("department", "equals", json!(department)),
            ],
            "",
            format!(
                "c.custom ->> 'custom.badge_colour' = 'blue' and c.country = '{country}' and c.department = '{department}'"
            ),
        ),
    }
}

/// By the email, or by whatever stands for the company.
const SUPPRESSED: &str = "exists (select from read.suppressions s where s.reach = 'global' and s.released_at is null and (s.until is null or s.until > now())
   and (s.kind, s.value) in (('email', c.email), ('domain', c.email_domain), ('domain', c.account_domain), ('account', c.account_id::text),
     ('domain', regexp_replace(c.email_domain, '^[^.]+[.]', '')), ('domain', regexp_replace(c.email_domain, '^[^.]+[.][^.]+[.]', ''))))";

fn contacts(conditions: Vec<Value>, joins: &str, sql: String) -> Defined {
    let sql = format!("from read.contacts c {joins} where not c.archived and not c.erased and {sql}");
    (Entity::Contact, json!({ "all": conditions }), sql)
}

fn is(field: &str, op: &str, value: Value) -> Value {
    json!({"field": field, "op": op, "value": value})
}
