//! What somebody has done with this installation already, for the checklist of a new one.
//!
//! No read model of its own: a handful of questions to those that are there, asked while the checklist is shown.

use pivotal_domain::audience::record::source::Source;
use sqlx::PgPool;
use uuid::Uuid;

/// What came with the installation: it ticks nothing.
#[derive(Debug, Clone, Default)]
pub struct Given {
    pub emails: Vec<String>,
    pub clients: Vec<String>,
    /// Of the sample's files.
    pub imports: Vec<Uuid>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstSteps {
    /// A contact that is no sample was made, by hand or from a file.
    pub contact: bool,
    pub account: bool,
    /// A file went in to its end.
    pub import: bool,
    /// There is a colleague beside the first administrator.
    pub colleague: bool,
    pub client: bool,
}

/// Answers about the whole installation; who may hear what is for the caller to say.
pub async fn first_steps(pool: &PgPool, given: &Given) -> Result<FirstSteps, sqlx::Error> {
    let files = given.imports.iter().map(|id| Source::Import { id: *id, row: 0 });
    let sample: Vec<String> = files.chain([Source::Seed]).map(|source| source.to_string()).collect();
    sqlx::query_as!(
        FirstSteps,
        r#"select exists (select 1 from read.contacts where coalesce(source, '') <> all($1)) as "contact!",
             exists (select 1 from read.accounts where coalesce(source, '') <> all($1)) as "account!",
             exists (select 1 from read.imports where state = 'completed' and id <> all($4)) as "import!",
             (select count(*) > (case when exists (select 1 from read.users where lower(email) = any($2)) then 0 else 1 end)
              from read.users where client_id is null and lower(email) <> all($2)) as "colleague!",
             exists (select 1 from read.clients where lower(name) <> all($3)) as "client!""#,
        &sample,
        &given.emails,
        &given.clients,
        &given.imports
    )
    .fetch_one(pool)
    .await
}
