//! What became of each contact of a run. Names, numbers and carriers are those the contacts have now.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUpContactRow {
    pub contact_id: Uuid,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub carrier: Option<String>,
    /// `mobile`, `fixed_line`, `not_found`, `voip`, `other`, `not_valid`, `no_phone`, `refused`.
    pub outcome: String,
    pub line: Option<String>,
    /// The contact says something else since.
    pub changed: bool,
}

/// In the order they were looked at; of one outcome, or all. For whoever was shown the run.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    run: Uuid,
    outcome: Option<&str>,
    args: &PageArgs,
) -> Result<Page<LookedUpContactRow>, QueryError> {
    let after: Option<i64> = args.after.as_deref().map(page::decode).transpose()?;
    let named = actor.scope(Permission::ContactsView) == Scope::All;
    let rows = sqlx::query!(
        r#"select r.number, r.contact_id, r.outcome, r.line, r.changed, case when $5 then c.full_name end as name, case when $5 then case l.which when 'mobile_phone' then c.mobile_phone else c.direct_phone_e164 end end as phone,
             case when $5 then case l.which when 'mobile_phone' then c.mobile_phone_carrier else c.direct_phone_carrier end end as carrier
           from read.phone_lookup_contacts r join read.phone_lookups l on l.id = r.run_id left join read.contacts c on c.id = r.contact_id and not c.erased
           where r.run_id = $1 and ($2::text is null or r.outcome = $2) and ($3::bigint is null or r.number > $3) order by r.number limit $4"#,
        run, outcome, after, args.limit() + 1, named
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let contact = LookedUpContactRow {
            contact_id: row.contact_id,
            name: row.name,
            phone: row.phone,
            carrier: row.carrier,
            outcome: row.outcome,
            line: row.line,
            changed: row.changed,
        };
        (page::encode(&row.number), contact)
    });
    Ok(Page::cut(rows.collect(), args))
}
