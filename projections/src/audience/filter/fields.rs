//! Which fields a filter may speak of: the known ones, those that were defined, and others that records have.

use pivotal_domain::audience::fields::catalogue::{Entity, custom_name};
use pivotal_domain::audience::filter::field::{self, Field};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::{PgPool, QueryBuilder};

use crate::audience::custom_fields::query::definitions;
use crate::page::QueryError;

/// Records looked at for custom fields. Those that a file brought are known by the file's mapping besides.
const NEWEST: i64 = 2_000;

/// In the order forms show them: the record's own, those of a contact's company behind them. Of each the custom ones are last:
/// defined ones by label, then others by name.
pub async fn fields(pool: &PgPool, actor: &Actor, entity: Entity) -> Result<Vec<Field>, QueryError> {
    let mut all = of_entity(pool, entity).await?;
    if entity == Entity::Contact && actor.scope(Permission::AccountsView) != Scope::None {
        all.extend(of_entity(pool, Entity::Account).await?.into_iter().map(Field::of_account));
    }
    Ok(all)
}

async fn of_entity(pool: &PgPool, entity: Entity) -> Result<Vec<Field>, QueryError> {
    let mut all = field::known(entity);
    let definitions = definitions(pool, entity).await?;
    all.extend(definitions.in_use().into_iter().cloned().map(Field::Defined));
    let mut custom: Vec<String> = custom_keys(pool, entity).await?;
    custom.retain(|key| custom_name(key).is_some() && definitions.get(key).is_none());
    all.extend(custom.into_iter().map(Field::Custom));
    Ok(all)
}

async fn custom_keys(pool: &PgPool, entity: Entity) -> Result<Vec<String>, QueryError> {
    let table = match entity {
        Entity::Contact => "read.contacts",
        Entity::Account => "read.accounts",
    };
    // The table is one of two of ours.
    let mut query = QueryBuilder::new(format!(
        "select key from (select jsonb_object_keys(c.custom) as key from (select custom from {table} where not archived and not erased order by created_at desc, id desc limit "
    ));
    query
        .push_bind(NEWEST)
        .push(
            ") c union select target ->> 'field' from read.imports, jsonb_array_elements(mapping) as targets(target) where target ->> 'entity' = ",
        )
        .push_bind(entity.as_str())
        .push(") as known where key like 'custom.%' order by key");
    Ok(query.build_query_scalar().fetch_all(pool).await?)
}
