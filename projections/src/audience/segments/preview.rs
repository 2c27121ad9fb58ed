//! What a definition means now, before it is kept: exactly how many, and some of them. Counted and listed by the very lists
//! that show such records, as the viewer sees them.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use sqlx::PgPool;
use uuid::Uuid;

use super::archived;
use crate::audience::accounts::query::{self as accounts, AccountFilter};
use crate::audience::contacts::query::{self as contacts, ContactFilter};
use crate::audience::filter::Asked;
use crate::audience::list::{Direction, Sort};
use crate::page::{PageArgs, QueryError};

/// Exactly how many.
pub async fn count(pool: &PgPool, actor: &Actor, asked: &Asked) -> Result<i64, QueryError> {
    match asked.filter.entity {
        Entity::Contact => contacts::count(pool, actor, &of_contacts(asked)).await,
        Entity::Account => accounts::count(pool, actor, &of_accounts(asked)).await,
    }
}

/// The newest of them.
pub async fn sample(pool: &PgPool, actor: &Actor, asked: &Asked, most: i64) -> Result<Vec<Uuid>, QueryError> {
    let sort = Sort { field: "created_at".to_owned(), direction: Direction::Descending };
    let args = PageArgs::first(most);
    Ok(match asked.filter.entity {
        Entity::Contact => {
            let page = contacts::page(pool, actor, &of_contacts(asked), &sort, &args).await?;
            page.rows.into_iter().map(|(_, row)| row.id).collect()
        }
        Entity::Account => {
            let page = accounts::page(pool, actor, &of_accounts(asked), &sort, &args).await?;
            page.rows.into_iter().map(|(_, row)| row.id).collect()
        }
    })
}

pub(super) fn of_contacts(asked: &Asked) -> ContactFilter {
    let condition = Some(asked.clone());
    ContactFilter { archived: archived(&asked.filter), condition, ..ContactFilter::default() }
}

pub(super) fn of_accounts(asked: &Asked) -> AccountFilter {
    let condition = Some(asked.clone());
    AccountFilter { archived: archived(&asked.filter), condition, ..AccountFilter::default() }
}
