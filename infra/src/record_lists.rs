//! Lists for exports and bulk changes, read from the read models as their viewers see them.

use std::collections::HashSet;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use futures::StreamExt;
use pivotal_commands::ports::custom_values::{CustomValues, HeldValue};
use pivotal_commands::ports::old_contacts::{OldContact, OldContacts, Which};
use pivotal_commands::ports::phone_book::PhoneBook;
use pivotal_commands::ports::record_lists::{IdsRead, ListAsked, ListError, ListRead, RecordLists};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_log::pools::Pools;
use pivotal_projections::audience::accounts::query::AccountFilter;
use pivotal_projections::audience::contacts::query::ContactFilter;
use pivotal_projections::audience::custom_fields;
use pivotal_projections::audience::exports::read::{self, List};
use pivotal_projections::audience::filter::Asked;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::audience::lists::members;
use pivotal_projections::page::QueryError;
use pivotal_projections::runner::positions::Positions;
use pivotal_projections::suppression::requests::people;
use pivotal_projections::suppression::retention::old_contacts;
use tokio_stream::wrappers::ReceiverStream;
use uuid::Uuid;

/// How long the lists may take to show what is in the log. After that the job tries again later.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Clone)]
pub struct ReadLists {
    pools: Pools,
    positions: Positions,
}

impl ReadLists {
    pub fn new(pools: Pools, positions: Positions) -> Self {
        ReadLists { pools, positions }
    }
}

#[async_trait]
impl RecordLists for ReadLists {
    async fn open(&self, asked: ListAsked) -> Result<ListRead, ListError> {
        let (sort, list) = (sort(&asked), self.shown(&asked).await?);
        let reading = read::open(&self.pools, &asked.actor, list, &sort, asked.keys).await.map_err(failed)?;
        let pages = ReceiverStream::new(reading.pages);
        Ok(ListRead {
            total: u64::try_from(reading.total).unwrap_or_default(),
            as_of: reading.as_of,
            position: reading.position,
            pages: pages.map(|page| page.map_err(|error| ListError::Unavailable(error.into()))).boxed(),
        })
    }

    async fn ids(&self, asked: ListAsked) -> Result<IdsRead, ListError> {
        let list = self.shown(&asked).await?;
        let reading =
            read::open_ids(&self.pools, &asked.actor, &list, &sort(&asked)).await.map_err(failed)?;
        let pages = ReceiverStream::new(reading.pages);
        Ok(IdsRead {
            total: u64::try_from(reading.total).unwrap_or_default(),
            position: reading.position,
            pages: pages.map(|page| page.map_err(|error| ListError::Unavailable(error.into()))).boxed(),
        })
    }

    async fn members(&self, list: Uuid, records: &[Uuid]) -> Result<HashSet<Uuid>, ListError> {
        let members = members::among(&self.pools.read, list, records).await;
        Ok(members.map_err(|error| ListError::Unavailable(error.into()))?.into_iter().collect())
    }
}

#[async_trait]
impl CustomValues for ReadLists {
    async fn held(&self, entity: Entity, key: &str, most: usize) -> Result<Vec<HeldValue>, ListError> {
        let list = match entity {
            Entity::Contact => List::Contacts(ContactFilter::default()),
            Entity::Account => List::Accounts(AccountFilter::default()),
        };
        if !read::caught_up(&self.pools, &self.positions, &list, PATIENCE).await.map_err(failed)? {
            return Err(ListError::Behind);
        }
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let held = custom_fields::query::held(&self.pools.read, entity, key, most).await;
        let held = held.map_err(|error| ListError::Unavailable(error.into()))?;
        let of = |one: custom_fields::query::Held| HeldValue {
            record: one.record,
            name: one.name,
            value: one.value,
        };
        Ok(held.into_iter().map(of).collect())
    }
}

#[async_trait]
impl PhoneBook for ReadLists {
    async fn contacts_with(&self, phone: &str) -> Result<Vec<Uuid>, ListError> {
        let list = List::Contacts(ContactFilter::default());
        if !read::caught_up(&self.pools, &self.positions, &list, PATIENCE).await.map_err(failed)? {
            return Err(ListError::Behind);
        }
        let found = people::contacts_with(&self.pools.read, phone).await;
        found.map_err(|error| ListError::Unavailable(error.into()))
    }
}

#[async_trait]
impl OldContacts for ReadLists {
    async fn page(
        &self,
        which: Which,
        before: DateTime<Utc>,
        after: Uuid,
        limit: i64,
    ) -> Result<Vec<OldContact>, ListError> {
        let list = List::Contacts(ContactFilter::default());
        if !read::caught_up(&self.pools, &self.positions, &list, PATIENCE).await.map_err(failed)? {
            return Err(ListError::Behind);
        }
        let pool = &self.pools.read;
        let found = match which {
            Which::Inactive => old_contacts::inactive(pool, before, after, limit).await,
            Which::Archived => old_contacts::archived(pool, before, after, limit).await,
        };
        let found = found.map_err(|error| ListError::Unavailable(error.into()))?;
        let of =
            |row: old_contacts::OldRow| OldContact { id: row.id, since: row.since, account: row.account_id };
        Ok(found.into_iter().map(of).collect())
    }
}

impl ReadLists {
    /// The list, once it shows everything that is in the log.
    async fn shown(&self, asked: &ListAsked) -> Result<List, ListError> {
        let list = list_of(asked)?;
        match read::caught_up(&self.pools, &self.positions, &list, PATIENCE).await.map_err(failed)? {
            true => Ok(list),
            false => Err(ListError::Behind),
        }
    }
}

fn sort(asked: &ListAsked) -> Sort {
    let direction = if asked.sort.descending { Direction::Descending } else { Direction::Ascending };
    Sort { field: asked.sort.field.clone(), direction }
}

/// The list's arguments as its query takes them. Refuses what the query would refuse.
pub fn list_of(asked: &ListAsked) -> Result<List, ListError> {
    let (filter, condition) = (asked.filter.clone(), condition(asked)?);
    match asked.entity {
        Entity::Contact => contacts(filter, condition).map(List::Contacts),
        Entity::Account => accounts(filter, condition).map(List::Accounts),
    }
}

/// Its words "today" and "me" mean the day it was asked for, and who asked.
fn condition(asked: &ListAsked) -> Result<Option<Asked>, ListError> {
    let Some(json) = &asked.filter.condition else { return Ok(None) };
    let refused = |error: String| ListError::Refused(format!("The filter cannot be read: {error}"));
    let filter =
        parse_with(asked.entity, json, &asked.vocabulary).map_err(|errors| refused(errors.to_string()))?;
    let me = vec![asked.actor.user_id.to_string(), asked.actor.email.clone()];
    let asking = Asking { me, ..Asking::at(asked.asked_at) };
    let asking = match &asked.filter.time_zone {
        Some(zone) => asking.in_zone(zone).map_err(|error| refused(error.to_string()))?,
        None => asking,
    };
    Ok(Some(Asked { filter, asking }))
}

fn contacts(filter: ListFilter, condition: Option<Asked>) -> Result<ContactFilter, ListError> {
    let outcome = filter.import_outcome.as_deref().map(str::parse).transpose();
    Ok(ContactFilter {
        q: filter.q,
        account_id: filter.account_id,
        import_id: filter.import_id,
        import_outcome: outcome.map_err(failed)?,
        archived: filter.archived,
        country: filter.country,
        seniority_level: filter.seniority_level,
        department: filter.department,
        job_title_contains: filter.job_title_contains,
        created_from: filter.created_from,
        created_to: filter.created_to,
        ids: filter.ids,
        except: filter.except,
        in_lists: filter.in_lists,
        in_segment: filter.in_segment,
        in_domain_set: filter.in_domain_set,
        condition,
    })
}

fn accounts(filter: ListFilter, condition: Option<Asked>) -> Result<AccountFilter, ListError> {
    let outcome = filter.import_outcome.as_deref().map(str::parse).transpose();
    Ok(AccountFilter {
        import_outcome: outcome.map_err(failed)?,
        q: filter.q,
        industry: filter.industry,
        country: filter.country,
        status: filter.status,
        archived: filter.archived,
        import_id: filter.import_id,
        ids: filter.ids,
        except: filter.except,
        in_lists: filter.in_lists,
        in_segment: filter.in_segment,
        in_domain_set: filter.in_domain_set,
        condition,
    })
}

pub(crate) fn failed(error: QueryError) -> ListError {
    match error {
        QueryError::Cursor | QueryError::Sort(_) | QueryError::Filter { .. } | QueryError::Text(_) => {
            ListError::Refused(format!("The list cannot be read: {error}."))
        }
        QueryError::TooSlow | QueryError::Database(_) | QueryError::Log(_) => {
            ListError::Unavailable(error.into())
        }
    }
}
