//! Who is in an audience version. Names are those contacts have now, as far as the viewer may see them.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    pub contact_id: Uuid,
    /// Where they worked when the version was taken.
    pub account_id: Option<Uuid>,
    /// `None`: erased, or the viewer may not see them.
    pub name: Option<String>,
}

/// Members by id. For whoever was shown the campaign.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    campaign: Uuid,
    version: i32,
    args: &PageArgs,
) -> Result<Page<MemberRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let named = actor.scope(permission_to_view(Entity::Contact)) == Scope::All;
    let rows = sqlx::query!(
        r#"select m.contact_id, m.account_id, case when $4 then coalesce(c.full_name, c.email) end as name
           from read.campaign_versions v
           join read.campaign_members m on m.campaign_id = v.campaign_id and m.take = v.take
           left join read.contacts c on c.id = m.contact_id and not c.erased
           where v.campaign_id = $1 and v.version = $2 and ($3::uuid is null or m.contact_id > $3)
           order by m.contact_id limit $5"#,
        campaign,
        version,
        after,
        named,
        args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let member = MemberRow { contact_id: row.contact_id, account_id: row.account_id, name: row.name };
        (page::encode(&row.contact_id), member)
    });
    Ok(Page::cut(rows.collect(), args))
}

/// How many there are, as the version says.
pub async fn count(pool: &PgPool, campaign: Uuid, version: i32) -> Result<i64, QueryError> {
    let counted = sqlx::query_scalar!(
        "select count from read.campaign_versions where campaign_id = $1 and version = $2",
        campaign,
        version
    )
    .fetch_optional(pool)
    .await?;
    Ok(counted.unwrap_or_default())
}
