//! Asking for records by text.

use std::collections::HashMap;

use futures::future::try_join_all;
use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::question::{Question, QuestionError};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::PgPool;
use uuid::Uuid;

use super::hit::Hit;
use super::port::{IndexError, SearchIndex, Sought};
use crate::audience::list::Visible;
use crate::audience::{accounts, contacts};
use crate::page::QueryError;

/// The most hits of a kind anybody gets at once.
pub const MOST_HITS: i32 = 50;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub text: String,
    /// In this order.
    pub kinds: Vec<Kind>,
    /// Hits of each kind, at most [`MOST_HITS`].
    pub first: usize,
    /// Whether archived records are looked for too.
    pub archived: bool,
}

/// The hits of one kind, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub kind: Kind,
    pub hits: Vec<Hit>,
    /// How many there are; if `more`, at least so many.
    pub total: i64,
    pub more: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error(transparent)]
    Question(#[from] QuestionError),
    #[error(transparent)]
    Query(#[from] QueryError),
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// One group for each kind that was asked for and that the viewer may see.
pub async fn search(
    pool: &PgPool,
    index: &dyn SearchIndex,
    actor: &Actor,
    wanted: &Wanted,
) -> Result<Vec<Group>, SearchError> {
    let question = Question::parse(&wanted.text)?;
    let kinds = wanted.kinds.iter().copied().filter(|kind| may_see(actor, *kind));
    try_join_all(kinds.map(|kind| group(pool, index, actor, wanted, &question, kind))).await
}

/// As far as the lists reach, search reaches.
fn may_see(actor: &Actor, kind: Kind) -> bool {
    let permission = match kind {
        Kind::Contact => Permission::ContactsView,
        Kind::Account => Permission::AccountsView,
    };
    Visible::of(actor, permission) == Visible::All
}

async fn group(
    pool: &PgPool,
    index: &dyn SearchIndex,
    actor: &Actor,
    wanted: &Wanted,
    question: &Question,
    kind: Kind,
) -> Result<Group, SearchError> {
    let mut group = Group { kind, hits: Vec::new(), total: 0, more: false };
    if question.is_empty() {
        return Ok(group);
    }
    let sought = Sought { kind, archived: wanted.archived, first: wanted.first };
    let found = index.find(question, sought).await?;
    (group.total, group.more) = (found.total, found.more);
    // The rows decide once more who may see what, and whether it is still there.
    let ids = &found.ids;
    let mut hits: HashMap<Uuid, Hit> = match kind {
        Kind::Contact => {
            let rows = contacts::query::get_many(pool, actor, ids).await?;
            rows.iter()
                .filter(|row| !row.erased && (wanted.archived || !row.archived))
                .map(|row| (row.id, Hit::of_contact(row, question)))
                .collect()
        }
        Kind::Account => {
            let rows = accounts::query::get_many(pool, actor, ids).await?;
            let rows = rows.iter().filter(|row| wanted.archived || !row.archived);
            rows.map(|row| (row.id, Hit::of_account(row, question))).collect()
        }
    };
    group.hits = ids.iter().filter_map(|id| hits.remove(id)).collect();
    Ok(group)
}
