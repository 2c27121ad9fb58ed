//! Records as the finder compares them, from the lists people see.

use std::collections::HashMap;

use pivotal_domain::audience::duplicates::company::{self, Company};
use pivotal_domain::audience::duplicates::person::{self, Person};
use pivotal_domain::audience::duplicates::score::Score;
use pivotal_domain::audience::duplicates::{blocking, facts};
use pivotal_domain::audience::fields::catalogue::Entity;
use sqlx::{PgPool, Row};
use uuid::Uuid;

/// Ready to be compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Known {
    Person(Box<Person>),
    Company(Box<Company>),
}

impl Known {
    pub fn keys(&self) -> Vec<String> {
        match self {
            Known::Person(person) => blocking::of_person(person),
            Known::Company(company) => blocking::of_company(company),
        }
    }

    /// Records of two kinds are not one.
    pub fn compare(&self, other: &Known) -> Option<Score> {
        match (self, other) {
            (Known::Person(a), Known::Person(b)) => Some(person::compare(a, b)),
            (Known::Company(a), Known::Company(b)) => Some(company::compare(a, b)),
            _ => None,
        }
    }
}

/// A record, or only that there is one which is in no list any more.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub id: Uuid,
    pub known: Option<Known>,
}

const CONTACT: &str = "select id, archived or erased as gone, coalesce(nullif(full_name, ''), concat_ws(' ', first_name, last_name)) as name, account_name as company, \
    account_domain as domain, city, country, array_remove(array_prepend(email, secondary_emails), null) as many, array_remove(array[direct_phone_e164, mobile_phone], null) as phones, \
    linkedin_url as linkedin from read.contacts";
const ACCOUNT: &str = "select id, archived or erased as gone, name, null::text as company, null::text as domain, hq_city as city, hq_country as country, \
    array_remove(array_prepend(domain, alternate_domains), null) as many, array_remove(array[main_phone_e164], null) as phones, linkedin_url as linkedin from read.accounts";

fn select(entity: Entity) -> &'static str {
    match entity {
        Entity::Contact => CONTACT,
        Entity::Account => ACCOUNT,
    }
}

// Two entities share their statements, which therefore cannot be compile-checked.

/// Those changed behind a position of the log, in the order of their ids, behind one of them.
pub async fn page(
    pool: &PgPool,
    entity: Entity,
    after: Uuid,
    since: i64,
    limit: i64,
) -> Result<Vec<Seen>, sqlx::Error> {
    let sql = format!("{} where id > $1 and position > $2 order by id limit $3", select(entity));
    let rows = sqlx::query(&sql).bind(after).bind(since).bind(limit).fetch_all(pool).await?;
    rows.iter().map(|row| seen(entity, row)).collect()
}

/// These, as the lists have them now.
pub async fn these(pool: &PgPool, entity: Entity, ids: &[Uuid]) -> Result<Vec<Seen>, sqlx::Error> {
    let sql = format!("{} where id = any($1)", select(entity));
    let rows = sqlx::query(&sql).bind(ids).fetch_all(pool).await?;
    rows.iter().map(|row| seen(entity, row)).collect()
}

/// Those of these that are in the lists.
pub async fn many(pool: &PgPool, entity: Entity, ids: &[Uuid]) -> Result<HashMap<Uuid, Known>, sqlx::Error> {
    let sql = format!("{} where id = any($1)", select(entity));
    let rows = sqlx::query(&sql).bind(ids).fetch_all(pool).await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in &rows {
        let seen = seen(entity, row)?;
        if let Some(known) = seen.known {
            found.insert(seen.id, known);
        }
    }
    Ok(found)
}

fn seen(entity: Entity, row: &sqlx::postgres::PgRow) -> Result<Seen, sqlx::Error> {
    let id = row.try_get("id")?;
    if row.try_get("gone")? {
        return Ok(Seen { id, known: None });
    }
    let text = |column: &str| row.try_get::<Option<&str>, _>(column).map(Option::unwrap_or_default);
    let list = |column: &str| row.try_get::<Option<Vec<String>>, _>(column).map(Option::unwrap_or_default);
    let (many, phones) = (list("many")?, list("phones")?);
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let phones: Vec<&str> = phones.iter().map(String::as_str).collect();
    let (name, city, country, linkedin) = (text("name")?, text("city")?, text("country")?, text("linkedin")?);
    let known = match entity {
        Entity::Contact => Known::Person(Box::new(Person::new(&person::Contact {
            name,
            company: text("company")?,
            domain: text("domain")?,
            city,
            country,
            emails: &many,
            phones: &phones,
            linkedin,
        }))),
        Entity::Account => Known::Company(Box::new(Company::new(&company::Account {
            name,
            domains: &many,
            city,
            country,
            phone: phones.first().copied().unwrap_or_default(),
            linkedin,
        }))),
    };
    Ok(Seen { id, known: Some(known) })
}

/// As pairs are written.
pub(super) fn ordered(one: Uuid, other: Uuid) -> Option<(Uuid, Uuid)> {
    facts::pair(one, other)
}
