//! Segments, lists and domain sets belong to whoever made them: one sees one's own, those of one's teams and those for everyone. Each
//! keeps that in the columns `owner`, `everyone` and `team`.

use pivotal_domain::audience::saved_views::sharing::mends_shared;
use pivotal_domain::identity::actor::Actor;
use sqlx::{Postgres, QueryBuilder};

/// Adds ` and ...`: it is shared with this actor. `alias` names its row.
pub(in crate::audience) fn shared_with(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, alias: &str) {
    query
        .push(format!(" and ({alias}.owner = "))
        .push_bind(actor.user_id)
        .push(format!(" or {alias}.everyone or {alias}.team = any("))
        .push_bind(actor.team_ids.clone())
        .push(format!(") or ({alias}.team is not null and "))
        .push_bind(mends_shared(actor))
        .push("))");
}
