//! What became of each contact of a run. Names and addresses are those the contacts have now.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedContactRow {
    pub contact_id: Uuid,
    pub name: Option<String>,
    pub email: Option<String>,
    /// `valid`, `risky`, `invalid`, `disposable`, `catch_all`, `unknown`, `no_email`, `refused`.
    pub outcome: String,
    pub reason: Option<String>,
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
) -> Result<Page<VerifiedContactRow>, QueryError> {
    let after: Option<i64> = args.after.as_deref().map(page::decode).transpose()?;
    let named = actor.scope(Permission::ContactsView) == Scope::All;
    let rows = sqlx::query!(
        r#"select r.number, r.contact_id, r.outcome, r.reason, r.changed, case when $5 then c.full_name end as name, case when $5 then c.email end as email
           from read.email_verification_contacts r left join read.contacts c on c.id = r.contact_id and not c.erased
           where r.run_id = $1 and ($2::text is null or r.outcome = $2) and ($3::bigint is null or r.number > $3) order by r.number limit $4"#,
        run, outcome, after, args.limit() + 1, named
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let contact = VerifiedContactRow {
            contact_id: row.contact_id,
            name: row.name,
            email: row.email,
            outcome: row.outcome,
            reason: row.reason,
            changed: row.changed,
        };
        (page::encode(&row.number), contact)
    });
    Ok(Page::cut(rows.collect(), args))
}
