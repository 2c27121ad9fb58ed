//! What suppressions tell on the time line of a contact or an account: those of its own keys, and of its company's.

use async_trait::async_trait;
use pivotal_domain::audience::fields::catalogue::Entity;
use uuid::Uuid;

use super::query::keys_of;
use super::story::{Told, told};
use crate::audience::history::handful::{Handful, Step, titled};
use crate::audience::history::port::{Kind, Reading};
use crate::page::QueryError;

/// Suppressions of one record that are told of. More is a list, and has a page.
const MOST: i64 = 100;

#[derive(Debug, Clone, Copy)]
pub struct Suppressions;

#[async_trait]
impl Handful for Suppressions {
    const KIND: Kind = Kind { key: "suppressions", label: "Suppressions" };

    async fn steps(
        &self,
        reading: Reading<'_>,
        (entity, id): (Entity, Uuid),
    ) -> Result<Vec<Step>, QueryError> {
        let (kinds, values) = keys_of(reading.pool, entity, id).await?;
        let ids: Vec<Uuid> = sqlx::query_scalar!(
            "select id from read.suppressions where (kind, value) in (select * from unnest($1::text[], $2::text[])) order by since desc limit $3",
            &kinds, &values, MOST
        )
        .fetch_all(reading.pool)
        .await?;
        Ok(told(reading, &ids).await?.into_iter().map(step).collect())
    }
}

fn step(Told { position, sequence, event_type, title, at, actor, role, source, text, .. }: Told) -> Step {
    Step { position, sequence, event_type, title: titled(&title, ". ", text), at, actor, role, source }
}
