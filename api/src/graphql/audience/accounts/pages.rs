//! What an account's own page shows besides the account: the companies around it, and the people known there.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_projections::audience::accounts::people::{self, People};
use pivotal_projections::audience::accounts::{SPEC, tree};
use pivotal_projections::audience::contacts;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct AccountPageQuery;

/// The whole tree an account is in.
#[derive(Debug, SimpleObject)]
pub struct AccountTree {
    /// As it is read: each company before those below it, beside each other by name.
    pub nodes: Vec<AccountTreeNode>,
    /// There are more companies than are shown.
    pub more: bool,
}

#[derive(Debug, SimpleObject)]
pub struct AccountTreeNode {
    pub id: Uuid,
    pub parent_id: Option<Uuid>,
    pub name: Option<String>,
    pub domain: Option<String>,
    pub archived: bool,
    /// active, stub, archived.
    pub status: String,
    pub contact_count: i64,
    /// 0 for the topmost.
    pub depth: i32,
}

/// The people of a company in numbers. Archived ones do not count.
#[derive(Debug, SimpleObject)]
pub struct AccountPeople {
    pub total: i64,
    pub with_email: i64,
    /// A verification has found the address to take mail.
    pub email_verified: i64,
    pub with_phone: i64,
    /// Levels of seniority somebody is known at.
    pub seniorities: Vec<String>,
    pub cells: Vec<AccountPeopleCell>,
}

/// People of one seniority in one department; null is not known.
#[derive(Debug, SimpleObject)]
pub struct AccountPeopleCell {
    pub seniority: Option<String>,
    pub department: Option<String>,
    pub count: i64,
}

#[Object]
impl AccountPageQuery {
    /// The companies above an account and all below the topmost. Empty when it may not be seen.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn account_tree(&self, ctx: &Context<'_>, id: Uuid) -> Result<AccountTree> {
        stale(ctx, &[SPEC.name]).await?;
        let found = tree::tree(&core(ctx).context.log.pools.read, actor(ctx)?, id).await;
        let found = found.map_err(ApiError::from)?;
        let nodes = found.nodes.into_iter().map(|node| AccountTreeNode {
            id: node.id,
            parent_id: node.parent,
            name: node.name,
            domain: node.domain,
            archived: node.archived,
            status: node.status,
            contact_count: node.contact_count,
            depth: node.depth,
        });
        Ok(AccountTree { nodes: nodes.collect(), more: found.more })
    }

    /// How many people are known at an account, by seniority and department, and how well they can be reached.
    #[graphql(directive = allow::apply("CONTACTS_VIEW".into()))]
    async fn account_people(&self, ctx: &Context<'_>, id: Uuid) -> Result<AccountPeople> {
        stale(ctx, &[contacts::SPEC.name]).await?;
        let found = people::people(&core(ctx).context.log.pools.read, actor(ctx)?, id).await;
        Ok(found.map_err(ApiError::from)?.into())
    }
}

impl From<People> for AccountPeople {
    fn from(people: People) -> Self {
        AccountPeople {
            seniorities: people.seniorities(),
            total: people.total,
            with_email: people.with_email,
            email_verified: people.email_verified,
            with_phone: people.with_phone,
            cells: people
                .cells
                .into_iter()
                .map(|cell| AccountPeopleCell {
                    seniority: cell.seniority,
                    department: cell.department,
                    count: cell.count,
                })
                .collect(),
        }
    }
}
