//! Reading invitations: for whoever manages all users, and those to a client's organisation for its own people who invite.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::{Role, UnknownRole};
use sqlx::PgPool;
use uuid::Uuid;

use crate::identity::reach::Reach;

/// Enough for any honest list.
const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationRow {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    pub client_id: Option<Uuid>,
    pub team_ids: Vec<Uuid>,
    /// open, accepted, revoked; whether an open one's time is over, `expires_at` says.
    pub standing: String,
    /// `None`: the system.
    pub invited_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// The newest first.
pub async fn invitations(pool: &PgPool, actor: &Actor) -> Result<Vec<InvitationRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersManage).all;
    let rows = sqlx::query_as!(
        Stored,
        "select id, email, role, client_id, team_ids, standing, invited_by, created_at, sent_at, expires_at
         from read.invitations where $1 order by created_at desc, id desc limit $2",
        all,
        MOST
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(InvitationRow::try_from).collect()
}

/// Those to this client's organisation that are open, the newest first.
pub async fn open_invitations_of(
    pool: &PgPool,
    actor: &Actor,
    client: Uuid,
) -> Result<Vec<InvitationRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersManage).all;
    let rows = sqlx::query_as!(
        Stored,
        "select id, email, role, client_id, team_ids, standing, invited_by, created_at, sent_at, expires_at
         from read.invitations where ($1 or client_id = $2) and client_id = $3 and standing = 'open'
         order by created_at desc, id desc limit $4",
        all,
        Reach::of(actor, Permission::ColleaguesInvite).client,
        client,
        MOST
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter().map(InvitationRow::try_from).collect()
}

pub async fn invitation(
    pool: &PgPool,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<InvitationRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersManage).all;
    let row = sqlx::query_as!(
        Stored,
        "select id, email, role, client_id, team_ids, standing, invited_by, created_at, sent_at, expires_at
         from read.invitations where ($1 or client_id = $3) and id = $2",
        all,
        id,
        Reach::of(actor, Permission::ColleaguesInvite).client
    )
    .fetch_optional(pool)
    .await?;
    row.map(InvitationRow::try_from).transpose()
}

/// A row before its role is understood.
struct Stored {
    id: Uuid,
    email: String,
    role: String,
    client_id: Option<Uuid>,
    team_ids: Vec<Uuid>,
    standing: String,
    invited_by: Option<Uuid>,
    created_at: DateTime<Utc>,
    sent_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl TryFrom<Stored> for InvitationRow {
    type Error = sqlx::Error;

    fn try_from(row: Stored) -> Result<Self, sqlx::Error> {
        let role = row.role.parse().map_err(|error: UnknownRole| sqlx::Error::Decode(Box::new(error)))?;
        Ok(InvitationRow {
            id: row.id,
            email: row.email,
            role,
            client_id: row.client_id,
            team_ids: row.team_ids,
            standing: row.standing,
            invited_by: row.invited_by,
            created_at: row.created_at,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
        })
    }
}
