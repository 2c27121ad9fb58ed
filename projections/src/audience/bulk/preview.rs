//! What a bulk change would find now: how many records, and how many of them it would be refused.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::{PgPool, Postgres, QueryBuilder};

use crate::audience::exports::read::List;
use crate::cancellable::cancellable;
use crate::page::QueryError;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Preview {
    pub matching: i64,
    /// The actor may not change these in bulk.
    pub out_of_reach: i64,
    /// Within reach, and in the archive.
    pub archived: i64,
}

/// Counted exactly, in one look. Cancelled in Postgres when nobody waits for it any more.
pub async fn preview(pool: &PgPool, actor: &Actor, list: &List) -> Result<Preview, QueryError> {
    list.check_text()?;
    let mut query = QueryBuilder::new("select count(*) as matching, count(*) filter (where not (");
    reached(&mut query, actor);
    query.push(")) as out_of_reach, count(*) filter (where c.archived and (");
    reached(&mut query, actor);
    query.push(format!(")) as archived from {} where true", list.from()));
    list.conditions(&mut query, actor);
    cancellable(pool, move |connection| {
        Box::pin(async move { query.build_query_as::<Preview>().fetch_one(connection).await })
    })
    .await
}

/// As `record/reach` in the domain decides.
fn reached(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
    match actor.scope(Permission::RecordsBulk) {
        Scope::All => {
            query.push("true");
        }
        Scope::Team => {
            query.push("coalesce(c.team = any(").push_bind(actor.team_ids.clone());
            query.push("), false) or coalesce(lower(c.owner) in (select unnest(array[id::text, lower(email)]) from read.users where id = ");
            query.push_bind(actor.user_id).push(" or team_ids && ").push_bind(actor.team_ids.clone());
            query.push("), false)");
        }
        Scope::Own | Scope::Client | Scope::None => {
            query.push("false");
        }
    }
}
