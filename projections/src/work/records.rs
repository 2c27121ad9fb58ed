//! A record and what became part of it: the survivor's page shows the work on all of them.

use pivotal_domain::audience::fields::catalogue::Entity;
use sqlx::PgPool;
use uuid::Uuid;

/// The record itself, and everything that was merged into it, or into that.
pub(crate) async fn merged_into(
    pool: &PgPool,
    (entity, id): (Entity, Uuid),
) -> Result<Vec<Uuid>, sqlx::Error> {
    match entity {
        Entity::Contact => {
            sqlx::query_scalar!(
                r#"with recursive parts as (select $1::uuid as id union select c.id from read.contacts c join parts on c.merged_into = parts.id)
                   select id as "id!" from parts"#,
                id
            )
            .fetch_all(pool)
            .await
        }
        Entity::Account => {
            sqlx::query_scalar!(
                r#"with recursive parts as (select $1::uuid as id union select a.id from read.accounts a join parts on a.merged_into = parts.id)
                   select id as "id!" from parts"#,
                id
            )
            .fetch_all(pool)
            .await
        }
    }
}
