//! What the things are called that a dry run names, for whoever may see them now.

use std::collections::HashMap;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::retention::kind::{Data, Kind};
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

/// Nothing of what has no name, is gone, or is not for the viewer.
pub async fn names(
    pool: &PgPool,
    actor: &Actor,
    kind: Kind,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>, QueryError> {
    let sees = |permission: Permission| actor.scope(permission) == Scope::All;
    let found: Vec<(Uuid, Option<String>)> = match kind.data() {
        Data::Contacts if sees(Permission::ContactsView) => {
            let rows = sqlx::query!(
                r#"select id, coalesce(full_name, email) as name from read.contacts where id = any($1) and not erased"#,
                ids
            );
            rows.fetch_all(pool).await?.into_iter().map(|row| (row.id, row.name)).collect()
        }
        Data::Replies if sees(Permission::RepliesView) => {
            let rows = sqlx::query!(
                r#"select id, nullif(subject, '') as name from read.email_replies where id = any($1)"#,
                ids
            );
            rows.fetch_all(pool).await?.into_iter().map(|row| (row.id, row.name)).collect()
        }
        Data::ImportFiles if sees(Permission::ImportsView) => {
            let rows = sqlx::query!("select id, name from read.imports where id = any($1)", ids);
            rows.fetch_all(pool).await?.into_iter().map(|row| (row.id, Some(row.name))).collect()
        }
        Data::FinishedJobs if sees(Permission::JobsView) => {
            let rows = sqlx::query!("select id, title from jobs.queue where id = any($1)", ids);
            rows.fetch_all(pool).await?.into_iter().map(|row| (row.id, Some(row.title))).collect()
        }
        Data::Contacts
        | Data::Replies
        | Data::ImportFiles
        | Data::ExportFiles
        | Data::TestMailbox
        | Data::SignIns
        | Data::FinishedJobs => Vec::new(),
    };
    Ok(found.into_iter().filter_map(|(id, name)| Some((id, name?))).collect())
}
