//! Who is known at a company: how many by seniority and department, and how well they can be reached.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use super::query::get;
use crate::page::QueryError;

/// People of one seniority in one department; neither known is a cell, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleCell {
    pub seniority: Option<String>,
    pub department: Option<String>,
    pub count: i64,
}

/// The people of a company in numbers. Archived ones do not count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    pub total: i64,
    pub with_email: i64,
    /// A verification has found the address to take mail.
    pub email_verified: i64,
    pub with_phone: i64,
    pub cells: Vec<PeopleCell>,
}

impl People {
    /// Levels of seniority somebody is known at, each once.
    pub fn seniorities(&self) -> Vec<String> {
        let mut levels: Vec<String> = self.cells.iter().filter_map(|cell| cell.seniority.clone()).collect();
        levels.sort_unstable();
        levels.dedup();
        levels
    }
}

/// Nothing of an account or of people the viewer may not see.
pub async fn people(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<People, QueryError> {
    let may_see = actor.scope(Permission::ContactsView) == Scope::All;
    if !may_see || get(pool, actor, id).await?.is_none() {
        return Ok(People::default());
    }
    let rows = sqlx::query!(
        r#"select seniority_level, department, count(*) as "count!", count(email) as "with_email!",
             count(*) filter (where email is not null and email_verification_status = 'valid') as "email_verified!",
             count(coalesce(direct_phone, mobile_phone)) as "with_phone!"
           from read.contacts where account_id = $1 and not archived and not erased group by 1, 2 order by 1 nulls last, 2 nulls last"#,
        id
    )
    .fetch_all(pool)
    .await?;
    let mut people = People::default();
    for row in rows {
        people.total += row.count;
        people.with_email += row.with_email;
        people.email_verified += row.email_verified;
        people.with_phone += row.with_phone;
        people.cells.push(PeopleCell {
            seniority: row.seniority_level,
            department: row.department,
            count: row.count,
        });
    }
    Ok(people)
}
