//! Reading users. Each statement binds how far the viewer sees; there is no way to ask without.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::{Role, UnknownRole};
use sqlx::PgPool;
use uuid::Uuid;

use crate::identity::page::{Page, PageRequest};
use crate::identity::reach::Reach;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub active: bool,
    pub second_factor: bool,
    pub team_ids: Vec<Uuid>,
    pub client_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub last_login_at: Option<DateTime<Utc>>,
}

/// Users by name.
pub async fn users(pool: &PgPool, actor: &Actor, page: PageRequest) -> Result<Page<UserRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::UsersView);
    let rows = sqlx::query_as!(
        Stored,
        r#"select u.id, u.name, u.email, u.role, u.active, u.second_factor, u.team_ids, u.client_id, u.created_at, a.last_login_at as "last_login_at?"
           from read.users u left join read.user_activity a on a.user_id = u.id
           where ($1 or u.client_id = $2)
             and ($3::uuid is null or (lower(u.name), u.id) > (select lower(s.name), s.id from read.users s where s.id = $3 and ($1 or s.client_id = $2)))
           order by lower(u.name), u.id limit $4"#,
        reach.all,
        reach.client,
        page.after,
        page.limit()
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(UserRow::try_from).collect::<Result<Vec<_>, _>>()?;
    Ok(page.page(rows))
}

/// Enough for any honest client.
const MOST_OF_CLIENT: i64 = 500;

/// The users of a client, by name, disabled ones included.
pub async fn users_of_client(
    pool: &PgPool,
    actor: &Actor,
    client: Uuid,
) -> Result<Vec<UserRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::UsersView);
    let rows = sqlx::query_as!(
        Stored,
        r#"select u.id, u.name, u.email, u.role, u.active, u.second_factor, u.team_ids, u.client_id, u.created_at, a.last_login_at as "last_login_at?"
           from read.users u left join read.user_activity a on a.user_id = u.id
           where ($1 or u.client_id = $2) and u.client_id = $3 order by lower(u.name), u.id limit $4"#,
        reach.all,
        reach.client,
        client,
        MOST_OF_CLIENT
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(UserRow::try_from).collect()
}

/// Enough for any honest team.
const MOST_OF_TEAM: i64 = 500;

/// Who is in a team, by name, disabled ones included.
pub async fn users_of_team(pool: &PgPool, actor: &Actor, team: Uuid) -> Result<Vec<UserRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::UsersView);
    let rows = sqlx::query_as!(
        Stored,
        r#"select u.id, u.name, u.email, u.role, u.active, u.second_factor, u.team_ids, u.client_id, u.created_at, a.last_login_at as "last_login_at?"
           from read.users u left join read.user_activity a on a.user_id = u.id
           where ($1 or u.client_id = $2) and $3::uuid = any(u.team_ids) order by lower(u.name), u.id limit $4"#,
        reach.all,
        reach.client,
        team,
        MOST_OF_TEAM
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(UserRow::try_from).collect()
}

/// How many users the viewer can see.
pub async fn count_users(pool: &PgPool, actor: &Actor) -> Result<i64, sqlx::Error> {
    let reach = Reach::of(actor, Permission::UsersView);
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.users where ($1 or client_id = $2)"#,
        reach.all,
        reach.client
    )
    .fetch_one(pool)
    .await
}

/// One user; `None` also for one the viewer may not see.
pub async fn user(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<UserRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::UsersView);
    let row = sqlx::query_as!(
        Stored,
        r#"select u.id, u.name, u.email, u.role, u.active, u.second_factor, u.team_ids, u.client_id, u.created_at, a.last_login_at as "last_login_at?"
           from read.users u left join read.user_activity a on a.user_id = u.id where u.id = $3 and ($1 or u.client_id = $2)"#,
        reach.all,
        reach.client,
        id
    )
    .fetch_optional(pool)
    .await?;
    row.map(UserRow::try_from).transpose()
}

/// A row before its role is understood.
struct Stored {
    id: Uuid,
    name: String,
    email: String,
    role: String,
    active: bool,
    second_factor: bool,
    team_ids: Vec<Uuid>,
    client_id: Option<Uuid>,
    created_at: DateTime<Utc>,
    last_login_at: Option<DateTime<Utc>>,
}

impl TryFrom<Stored> for UserRow {
    type Error = sqlx::Error;

    fn try_from(row: Stored) -> Result<Self, sqlx::Error> {
        let Stored {
            id,
            name,
            email,
            role,
            active,
            second_factor,
            team_ids,
            client_id,
            created_at,
            last_login_at,
        } = row;
        let role = role.parse().map_err(|error: UnknownRole| sqlx::Error::Decode(Box::new(error)))?;
        Ok(UserRow {
            id,
            name,
            email,
            role,
            active,
            second_factor,
            team_ids,
            client_id,
            created_at,
            last_login_at,
        })
    }
}
