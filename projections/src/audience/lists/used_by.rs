//! What relies on a list: asked before it is archived. Each kind of thing that can name a list adds its own statement here.

use pivotal_domain::audience::saved_views::sharing::mends_shared;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

/// More than anybody reads before deciding.
const MOST: i64 = 100;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// `list`: made from it. `saved_view`: its filter asks who is in it. `segment`: its definition does. `campaign`: it is to go to it, or
    /// to leave it out, and its audience is not taken yet.
    pub kind: String,
    pub id: Uuid,
    pub name: String,
}

/// Of what the viewer may see, by name.
pub async fn used_by(pool: &PgPool, actor: &Actor, list: Uuid) -> Result<Vec<Use>, sqlx::Error> {
    sqlx::query_as!(
        Use,
        r#"select 'list' as "kind!", id as "id!", name as "name!" from read.lists
             where not archived and (reference -> 'lists' ? $1 or reference ->> 'list' = $1)
               and (owner = $2 or everyone or team = any($3) or (team is not null and $4))
           union all
           select 'saved_view', id, name from read.saved_views
             where not deleted and position($6 in replace(lower(content::text), '-', '')) > 0
               and (owner = $2 or everyone or team = any($3) or (team is not null and $4))
           union all
           select 'segment', id, name from read.segments
             where not archived and position($6 in replace(lower(definition::text), '-', '')) > 0
               and (owner = $2 or everyone or team = any($3) or (team is not null and $4))
           union all
           select 'campaign', id, name from read.campaigns
             where not archived and state in ('draft', 'scheduled', 'launching') and position($6 in replace(lower(campaign -> 'made' ->> 'audience'), '-', '')) > 0 and $7
           order by 1, 3 limit $5"#,
        list.to_string(),
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor),
        MOST,
        // In a filter an id may be written in several ways.
        list.simple().to_string(),
        actor.scope(Permission::CampaignsView) == Scope::All
    )
    .fetch_all(pool)
    .await
}
