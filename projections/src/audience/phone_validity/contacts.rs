//! What became of each contact or account of a run. Names, numbers and carriers are those that they have now.

use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedUpContactRow {
    /// One of both, as the run is over contacts or accounts.
    pub contact_id: Option<Uuid>,
    pub account_id: Option<Uuid>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub carrier: Option<String>,
    /// `mobile`, `fixed_line`, `not_found`, `voip`, `other`, `not_valid`, `no_phone`, `refused`.
    pub outcome: String,
    pub line: Option<String>,
    /// It says something else since.
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
    let [people, companies] = [Permission::ContactsView, Permission::AccountsView]
        .map(|permission| actor.scope(permission) == Scope::All);
    let rows = sqlx::query!(
        r#"select r.number, r.contact_id, l.which, r.outcome, r.line, r.changed,
             case when l.which = 'main_phone' then case when $6 then a.name end when $5 then c.full_name end as name,
             case when l.which = 'main_phone' then case when $6 then coalesce(a.main_phone_e164, a.main_phone) end
               when $5 then case l.which when 'mobile_phone' then c.mobile_phone else c.direct_phone_e164 end end as phone,
             case when l.which = 'main_phone' then case when $6 then a.main_phone_carrier end
               when $5 then case l.which when 'mobile_phone' then c.mobile_phone_carrier else c.direct_phone_carrier end end as carrier
           from read.phone_lookup_contacts r join read.phone_lookups l on l.id = r.run_id
             left join read.contacts c on l.which <> 'main_phone' and c.id = r.contact_id and not c.erased
             left join read.accounts a on l.which = 'main_phone' and a.id = r.contact_id
           where r.run_id = $1 and ($2::text is null or r.outcome = $2) and ($3::bigint is null or r.number > $3) order by r.number limit $4"#,
        run, outcome, after, args.limit() + 1, people, companies
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let of_account = row.which == Which::MainPhone.as_str();
        let contact = LookedUpContactRow {
            contact_id: (!of_account).then_some(row.contact_id),
            account_id: of_account.then_some(row.contact_id),
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
