//! Users for development: one of every role, two client organisations with a user each. Never called in production.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::keys as client_keys;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::teams::keys as team_keys;
use pivotal_domain::identity::users::keys as user_keys;
use secrecy::SecretString;
use uuid::Uuid;

use super::clients::create::{CreateClient, create_client};
use super::teams::create::create_team;
use super::users::create::{CreateUser, create_development_user};
use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::claim_owner;

/// Everybody's in development.
pub const PASSWORD: &str = "pivotal-dev";

/// A login to offer on the sign-in page of a development server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DevelopmentLogin {
    pub name: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    pub role: Role,
    /// The organisation of a client user.
    pub client: Option<&'static str>,
    team: Option<&'static str>,
}

const fn ours(
    name: &'static str,
    email: &'static str,
    role: Role,
    team: Option<&'static str>,
) -> DevelopmentLogin {
    DevelopmentLogin { name, email, password: PASSWORD, role, client: None, team }
}

const fn theirs(name: &'static str, email: &'static str, client: &'static str) -> DevelopmentLogin {
    DevelopmentLogin {
        name,
        email,
        password: PASSWORD,
        role: Role::ClientUser,
        client: Some(client),
        team: None,
    }
}

pub const LOGINS: &[DevelopmentLogin] = &[
    ours("Maren Lindqvist", "maren@example.com", Role::Admin, None),
    ours("Noor Haddad", "noor@example.com", Role::CampaignManager, Some("North")),
    ours("Idris Okonjo", "idris@example.com", Role::DataOps, None),
    ours("Freja Dalgaard", "freja@example.com", Role::QaAnalyst, None),
    ours("Sanne Kuiper", "sanne@example.com", Role::Agent, Some("North")),
    theirs("Mateo Villar", "mateo@nordwerk.test", "Nordwerk Telematics"),
    theirs("Imani Brooks", "imani@harrow.test", "Harrow Fleet Systems"),
];

/// Makes who is missing and leaves everybody else as they are, so it may run at every start.
pub async fn seed_development_users(ctx: &Context) -> Result<(), CommandError> {
    let actor = Actor::system("system");
    for login in LOGINS {
        if claim_owner(ctx, user_keys::EMAIL, login.email).await?.is_some() {
            continue;
        }
        let client_id = match login.client {
            Some(name) => Some(client_named(ctx, &actor, name).await?),
            None => None,
        };
        let mut team_ids = Vec::new();
        if let Some(name) = login.team {
            team_ids.push(team_named(ctx, &actor, name).await?);
        }
        let password = SecretString::from(login.password);
        let input = CreateUser {
            name: login.name.to_owned(),
            email: login.email.to_owned(),
            role: login.role,
            password,
            client_id,
            team_ids,
        };
        create_development_user(ctx, &actor, input).await?;
    }
    Ok(())
}

async fn client_named(ctx: &Context, actor: &Actor, name: &str) -> Result<Uuid, CommandError> {
    match claim_owner(ctx, client_keys::NAME, &name.to_lowercase()).await? {
        Some(id) => Ok(id),
        None => Ok(create_client(ctx, actor, CreateClient { name: name.to_owned(), idempotency_key: None })
            .await?
            .id),
    }
}

async fn team_named(ctx: &Context, actor: &Actor, name: &str) -> Result<Uuid, CommandError> {
    match claim_owner(ctx, team_keys::NAME, &name.to_lowercase()).await? {
        Some(id) => Ok(id),
        None => Ok(create_team(ctx, actor, name.to_owned()).await?.id),
    }
}
