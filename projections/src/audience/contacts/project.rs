//! Events of contacts and accounts to rows of `contacts`.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use uuid::Uuid;

use super::rows::{self, Company};
use super::{LAYOUT, SPEC};
use crate::audience::columns::key_of;
use crate::audience::record::At;
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::{Row, encode};

#[derive(Debug, Clone, Copy, Default)]
pub struct Contacts;

#[async_trait]
impl Projection for Contacts {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.about_type == "contact"
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let read = Read::of(batch)?;
        let schema = target.schema;
        let mut held = LAYOUT.sheet.load(target.connection, schema, &read.older()).await?;
        let mut order = Vec::new();
        let mut new = HashSet::new();
        for (entry, event) in &read.contacts {
            let id = entry.about_id;
            if order.last() != Some(&id) {
                order.push(id);
            }
            let row = held.entry(id).or_insert_with(|| {
                new.insert(id);
                LAYOUT.blank()
            });
            rows::apply(row, event, &At::of(entry)).map_err(|misfit| refused(entry, misfit.to_string()))?;
            if matches!(event, ContactEvent::ContactErased { .. }) {
                batch.forget(id);
            }
        }

        let mut companies =
            load_companies(target.connection, schema, read.companies_needed(&held, &order)).await?;
        let changed = read.apply_to(&mut companies);
        save_companies(target.connection, schema, &changed).await?;

        let (mut inserts, mut updates) = (Vec::new(), Vec::new());
        for id in order {
            // An id comes up again when another contact's event stood between two of its own.
            let Some(mut row) = held.remove(&id) else { continue };
            let account = rows::account_of(&row);
            rows::finish(&mut row, account.and_then(|account| companies.get(&account)));
            if new.contains(&id) { inserts.push(row) } else { updates.push(row) }
        }
        LAYOUT.sheet.copy(target.connection, schema, &inserts).await?;
        LAYOUT.sheet.upsert(target.connection, schema, updates).await?;
        // Without an index every batch would read the whole table: `settle` does it once instead.
        if !target.unindexed && !changed.is_empty() {
            rename(target.connection, schema, &changed).await?;
        }
        Ok(())
    }

    async fn settle(&self, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let sql = format!(
            "update {0}.contacts c set account_name = a.name, account_domain = a.domain, account_name_key = a.name_key from {0}.contact_accounts a
             where a.id = c.account_id and (c.account_name, c.account_domain) is distinct from (a.name, a.domain)",
            target.schema
        );
        sqlx::query(&sql).execute(&mut *target.connection).await?;
        Ok(())
    }
}

/// The batch, decoded.
struct Read<'a> {
    contacts: Vec<(&'a Entry, ContactEvent)>,
    /// Name and domain as an account's events leave them; an outer `None` leaves a part as it is.
    accounts: Vec<(Uuid, CompanyChange)>,
}

#[derive(Debug, Clone, Default)]
struct CompanyChange {
    name: Option<Option<String>>,
    domain: Option<Option<String>>,
}

impl<'a> Read<'a> {
    fn of(batch: &'a Opened<'_>) -> Result<Self, ApplyError> {
        let mut read = Read { contacts: Vec::with_capacity(batch.entries().len()), accounts: Vec::new() };
        for entry in batch.entries() {
            if entry.about_type == "contact" {
                read.contacts.push((entry, batch.event(entry)?));
            } else if let Some(change) = company_change(batch.event(entry)?) {
                read.accounts.push((entry.about_id, change));
            }
        }
        Ok(read)
    }

    /// Contacts that must have a row already.
    fn older(&self) -> Vec<Uuid> {
        let created: HashSet<Uuid> = self
            .contacts
            .iter()
            .filter(|(entry, _)| entry.sequence == 1)
            .map(|(entry, _)| entry.about_id)
            .collect();
        let older: HashSet<Uuid> = self
            .contacts
            .iter()
            .map(|(entry, _)| entry.about_id)
            .filter(|id| !created.contains(id))
            .collect();
        older.into_iter().collect()
    }

    fn companies_needed(&self, held: &HashMap<Uuid, Row>, order: &[Uuid]) -> Vec<Uuid> {
        let linked = order.iter().filter_map(|id| held.get(id).and_then(rows::account_of));
        let ids: HashSet<Uuid> = linked.chain(self.accounts.iter().map(|(id, _)| *id)).collect();
        ids.into_iter().collect()
    }

    /// Brings the companies to the end of the batch; answers those that changed.
    fn apply_to(&self, companies: &mut HashMap<Uuid, Company>) -> HashMap<Uuid, Company> {
        let mut changed = HashSet::new();
        for (id, change) in &self.accounts {
            let company = companies.entry(*id).or_default();
            let before = company.clone();
            if let Some(name) = &change.name {
                company.name = name.clone();
            }
            if let Some(domain) = &change.domain {
                company.domain = domain.clone();
            }
            if *company != before {
                changed.insert(*id);
            }
        }
        changed.into_iter().filter_map(|id| companies.get(&id).map(|company| (id, company.clone()))).collect()
    }
}

fn company_change(event: AccountEvent) -> Option<CompanyChange> {
    let text = |value: Option<&FieldValue>| value.and_then(FieldValue::as_text).map(encode::text);
    match event {
        AccountEvent::AccountCreated { fields, .. } => Some(CompanyChange {
            name: Some(text(fields.get("name"))),
            domain: Some(text(fields.get("domain"))),
        }),
        AccountEvent::AccountFieldsChanged { changes, .. } => {
            let part = |key: &str| changes.get(key).map(|change| text(change.new.as_ref()));
            let change = CompanyChange { name: part("name"), domain: part("domain") };
            (change.name.is_some() || change.domain.is_some()).then_some(change)
        }
        AccountEvent::AccountArchived { .. }
        | AccountEvent::AccountRestored { .. }
        | AccountEvent::AccountMerged { .. }
        | AccountEvent::AccountMergedInto { .. }
        | AccountEvent::AccountUnmerged { .. } => None,
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn load_companies(
    connection: &mut PgConnection,
    schema: &str,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, Company>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("select id, name, domain from {schema}.contact_accounts where id = any($1)");
    let rows: Vec<(Uuid, Option<String>, Option<String>)> =
        sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(id, name, domain)| (id, Company { name, domain })).collect())
}

type CompanyColumns = (Vec<Uuid>, Vec<Option<String>>, Vec<Option<String>>, Vec<Option<String>>);

fn columns_of(companies: &HashMap<Uuid, Company>) -> CompanyColumns {
    let mut columns = CompanyColumns::default();
    for (id, company) in companies {
        columns.0.push(*id);
        columns.1.push(company.name.clone());
        columns.2.push(key_of(company.name.as_deref()));
        columns.3.push(company.domain.clone());
    }
    columns
}

async fn save_companies(
    connection: &mut PgConnection,
    schema: &str,
    changed: &HashMap<Uuid, Company>,
) -> Result<(), sqlx::Error> {
    if changed.is_empty() {
        return Ok(());
    }
    let (ids, names, keys, domains) = columns_of(changed);
    let sql = format!(
        "insert into {schema}.contact_accounts (id, name, name_key, domain) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
         on conflict (id) do update set name = excluded.name, name_key = excluded.name_key, domain = excluded.domain"
    );
    sqlx::query(&sql).bind(ids).bind(names).bind(keys).bind(domains).execute(connection).await.map(|_| ())
}

/// Shows the new name on rows that this batch did not write anyway.
async fn rename(
    connection: &mut PgConnection,
    schema: &str,
    changed: &HashMap<Uuid, Company>,
) -> Result<(), sqlx::Error> {
    let (ids, names, keys, domains) = columns_of(changed);
    let sql = format!(
        "update {schema}.contacts c set account_name = a.name, account_name_key = a.name_key, account_domain = a.domain
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as a(id, name, name_key, domain)
         where c.account_id = a.id and (c.account_name, c.account_domain) is distinct from (a.name, a.domain)"
    );
    sqlx::query(&sql).bind(ids).bind(names).bind(keys).bind(domains).execute(connection).await.map(|_| ())
}
