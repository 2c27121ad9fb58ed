//! The companies around an account: everything above it, and everything below the topmost.

use std::collections::HashMap;

use pivotal_domain::identity::actor::Actor;
use sqlx::PgPool;
use uuid::Uuid;

use super::query::get;
use crate::page::QueryError;

/// More than anybody reads as a tree. The rest is told to be there, and not shown.
pub const NODES_MAX: i64 = 500;

/// One company of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeNode {
    pub id: Uuid,
    pub parent: Option<Uuid>,
    pub name: Option<String>,
    pub domain: Option<String>,
    pub archived: bool,
    /// `active`, `stub`, `archived`.
    pub status: String,
    pub contact_count: i64,
    /// 0 for the topmost.
    pub depth: i32,
}

/// A tree in the order it is read: each company before those below it, and beside each other by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    pub nodes: Vec<TreeNode>,
    /// There are more companies than are shown.
    pub more: bool,
}

/// The whole tree an account is in. Nothing of an account the viewer may not see.
pub async fn tree(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Tree, QueryError> {
    if get(pool, actor, id).await?.is_none() {
        return Ok(Tree::default());
    }
    // A circle cannot be made, but a file of the past may hold one: the paths end it.
    let rows = sqlx::query!(
        r#"with recursive above as (
             select id, parent, array[id] as path from read.accounts where id = $1
             union all
             select a.id, a.parent, above.path || a.id from above join read.accounts a on a.id = above.parent
             where a.id <> all(above.path) and cardinality(above.path) < 60
           ), below as (
             select a.id, a.parent, 0 as depth, array[a.id] as path from read.accounts a
             where a.id = (select id from above order by cardinality(path) desc limit 1)
             union all
             select a.id, a.parent, below.depth + 1, below.path || a.id from below join read.accounts a on a.parent = below.id
             where a.id <> all(below.path) and below.depth < 60
           )
           select b.id as "id!", b.depth as "depth!", b.parent, c.name, c.domain, c.archived as "archived!",
             case when c.archived then 'archived' else c.status end as "status!", coalesce(m.contact_count, 0) as "contact_count!"
           from (select * from below limit $2) b join read.accounts c on c.id = b.id left join read.account_activity m on m.account_id = b.id"#,
        id,
        NODES_MAX + 1
    )
    .fetch_all(pool)
    .await?;
    let more = rows.len() as i64 > NODES_MAX;
    let nodes = rows.into_iter().map(|row| TreeNode {
        id: row.id,
        parent: row.parent.filter(|_| row.depth > 0),
        name: row.name,
        domain: row.domain,
        archived: row.archived,
        status: row.status,
        contact_count: row.contact_count,
        depth: row.depth,
    });
    let mut nodes: Vec<TreeNode> = nodes.collect();
    nodes.sort_by_key(|node| node.depth);
    nodes.truncate(NODES_MAX as usize);
    Ok(Tree { nodes: in_reading_order(nodes), more })
}

/// `nodes` come level by level, so each one's parent is there before it.
pub fn in_reading_order(nodes: Vec<TreeNode>) -> Vec<TreeNode> {
    let mut below: HashMap<Option<Uuid>, Vec<TreeNode>> = HashMap::new();
    for node in nodes {
        below.entry(node.parent).or_default().push(node);
    }
    for siblings in below.values_mut() {
        siblings.sort_by_cached_key(|node| std::cmp::Reverse((fold(node), node.id)));
    }
    let mut waiting = below.remove(&None).unwrap_or_default();
    let mut ordered = Vec::new();
    while let Some(node) = waiting.pop() {
        waiting.extend(below.remove(&Some(node.id)).unwrap_or_default());
        ordered.push(node);
    }
    ordered
}

fn fold(node: &TreeNode) -> String {
    pivotal_domain::audience::values::fold::fold(node.name.as_deref().unwrap_or_default())
}
