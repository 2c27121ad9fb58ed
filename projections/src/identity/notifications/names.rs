//! What the subjects of notifications are called now, for who may see them: a notification keeps no name.

use std::collections::HashMap;

use pivotal_domain::audience::bulk::action::ActionKind;
use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::news::{Subject, SubjectKind};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

/// A subject without a name, or out of sight, is not among them.
pub async fn of(
    pool: &PgPool,
    actor: &Actor,
    subjects: &[Subject],
) -> Result<HashMap<Subject, String>, QueryError> {
    let mut names = HashMap::new();
    for kind in SubjectKind::ALL {
        let mut ids: Vec<Uuid> =
            subjects.iter().filter(|subject| subject.kind == kind).map(|subject| subject.id).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            continue;
        }
        let named = match kind {
            SubjectKind::Contact => contacts(pool, actor, &ids).await?,
            SubjectKind::Account => accounts(pool, actor, &ids).await?,
            SubjectKind::Import => imports(pool, actor, &ids).await?,
            SubjectKind::Bulk => bulks(pool, actor, &ids).await?,
            SubjectKind::Export => exports(pool, actor, &ids).await?,
            SubjectKind::SavedView => saved_views(pool, actor, &ids).await?,
            SubjectKind::Task => tasks(pool, actor, &ids).await?,
            SubjectKind::PrivacyRequest => requests(pool, actor, &ids).await?,
            SubjectKind::Client => clients(pool, actor, &ids).await?,
            SubjectKind::DomainSet => domain_sets(pool, actor, &ids).await?,
            SubjectKind::Campaign => campaigns(pool, actor, &ids).await?,
            SubjectKind::EmailReply => replies(pool, actor, &ids).await?,
        };
        names.extend(named.into_iter().map(|(id, name)| (Subject { kind, id }, name)));
    }
    Ok(names)
}

type Named = Vec<(Uuid, String)>;

/// A narrower scope sees records one by one, and a line of a list is not worth asking for each.
fn sees_all(actor: &Actor, entity: Entity) -> bool {
    actor.scope(permission_to_view(entity)) == Scope::All
}

async fn contacts(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if !sees_all(actor, Entity::Contact) {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select id, coalesce(full_name, email) as name from read.contacts where id = any($1) and not erased"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.name?))).collect())
}

async fn accounts(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if !sees_all(actor, Entity::Account) {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select id, coalesce(name, domain) as name from read.accounts where id = any($1)"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.name?))).collect())
}

async fn imports(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if actor.scope(Permission::ImportsView) == Scope::None {
        return Ok(Vec::new());
    }
    let rows =
        sqlx::query!("select id, name from read.imports where id = any($1)", ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// One's own: nobody is told of another's.
async fn bulks(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    let rows = sqlx::query!(
        "select id, entity, kind, fields from read.bulks where id = any($1) and created_by = $2",
        ids,
        actor.user_id
    )
    .fetch_all(pool)
    .await?;
    let name = |entity: &str, kind: String, fields: &[String]| {
        let entity = entity_of(entity);
        let label = |key: &String| field(entity, key).map_or_else(|| key.clone(), |def| def.label.to_owned());
        let kind: Option<ActionKind> = serde_json::from_value(Value::String(kind)).ok();
        kind.map(|kind| kind.title(entity, &fields.iter().map(label).collect::<Vec<_>>()))
    };
    Ok(rows.into_iter().filter_map(|row| Some((row.id, name(&row.entity, row.kind, &row.fields)?))).collect())
}

async fn exports(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    let rows = sqlx::query!(
        "select id, entity, format from read.exports where id = any($1) and created_by = $2",
        ids,
        actor.user_id
    )
    .fetch_all(pool)
    .await?;
    let name = |entity: &str, format: &str| {
        let records = match entity_of(entity) {
            Entity::Contact => "contacts",
            Entity::Account => "accounts",
        };
        let format = if format == "xlsx" { "Excel".to_owned() } else { format.to_uppercase() };
        format!("{records} as {format}")
    };
    Ok(rows.into_iter().map(|row| (row.id, name(&row.entity, &row.format))).collect())
}

/// Those shared with one still.
async fn saved_views(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    let rows = sqlx::query!(
        "select id, name from read.saved_views where id = any($1) and not deleted and (owner = $2 or everyone or team = any($3))",
        ids,
        actor.user_id,
        &actor.team_ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// One's own: what was given to somebody else since is theirs. Text of somebody who was erased has gone.
async fn tasks(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if actor.scope(Permission::TasksView) == Scope::None {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        "select id, title from read.tasks where id = any($1) and not deleted and (assignee = $2 or created_by = $2)",
        ids,
        actor.user_id
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.title?))).collect())
}

/// Of somebody who was erased since there is none.
async fn requests(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if actor.scope(Permission::PrivacyRequests) != Scope::All {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        "select id, coalesce(name, email, phone) as name from read.privacy_requests where id = any($1)",
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.name?))).collect())
}

async fn clients(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if actor.scope(Permission::ClientsView) != Scope::All {
        return Ok(Vec::new());
    }
    let rows =
        sqlx::query!("select id, name from read.clients where id = any($1)", ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Those shared with one still.
async fn domain_sets(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if actor.scope(Permission::DomainSetsView) != Scope::All {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        "select id, name from read.domain_sets where id = any($1) and (owner = $2 or everyone or team = any($3))",
        ids,
        actor.user_id,
        &actor.team_ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

async fn campaigns(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    Ok(crate::campaigns::campaigns::query::names(pool, actor, ids).await?.into_iter().collect())
}

/// By who wrote them.
async fn replies(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Named, QueryError> {
    if actor.scope(Permission::RepliesView) != Scope::All {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select id, coalesce(name, address) as "name!" from read.email_replies where id = any($1) and not forgotten"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

fn entity_of(text: &str) -> Entity {
    if text == Entity::Account.as_str() { Entity::Account } else { Entity::Contact }
}
