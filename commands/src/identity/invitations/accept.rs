//! Joining: who holds the link of the newest mail chooses a name and a password, and is a user. Invitation and user are written
//! together, so one invitation makes one user, however often and at once it is tried.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::invitations::error::InvitationError;
use pivotal_domain::identity::invitations::{Invitation, InvitationCommand};
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{NewUser, User, UserCommand};
use pivotal_log::append::{Append, Lane};
use pivotal_log::event_log::Loaded;
use secrecy::SecretString;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, after, guard_changes};
use crate::identity::sessions::Origin;
use crate::identity::users::password_strength::check_strength;
use crate::identity::users::{credentials, must_be_open_client, must_be_teams, open_among, passwords};
use crate::mail::links::{MailLinks, Purpose};

#[derive(Debug, Clone)]
pub struct AcceptInvitation {
    /// Of the mail.
    pub token: String,
    pub name: String,
    pub password: SecretString,
}

/// What somebody sees who follows the link, before they choose a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub email: String,
    pub role: Role,
    /// Name of the organisation of a client user.
    pub client: Option<String>,
}

/// Nobody is signed in: the link is what lets somebody see this.
pub async fn invited(ctx: &Context, links: &MailLinks, token: &str) -> Result<Invited, CommandError> {
    let (_, round, loaded) = opened(ctx, links, token).await?;
    let invitation = loaded.state;
    invitation.check(round, ctx.now())?;
    let client = match invitation.client_id {
        Some(id) => ctx.log.load::<Client>(id).await?.state.name,
        None => None,
    };
    let role = invitation.role.ok_or(InvitationError::Unknown)?;
    Ok(Invited { email: invitation.email, role, client })
}

/// The id of who joined.
pub async fn accept_invitation(
    ctx: &Context,
    links: &MailLinks,
    input: AcceptInvitation,
    origin: &Origin,
) -> Result<Uuid, CommandError> {
    let user_id = Uuid::now_v7();
    let (_, round, loaded) = opened(ctx, links, &input.token).await?;
    // Decided once before the slow hashing, so that a refusal is quick.
    let invitation = loaded.state;
    invitation.check(round, ctx.now())?;
    check_strength(&input.password, &invitation.email, &input.name).await?;
    User::default().decide(UserCommand::Create(newcomer(ctx, &invitation, &input.name)?))?;
    must_be_open_client(ctx, invitation.client_id).await?;
    must_be_teams(ctx, &invitation.teams).await?;
    let hash = passwords::hash(&input.password).await?;
    // First the secret, then the user: a crash in between leaves a row that nobody can reach.
    credentials::store(&ctx.log.pools.write, user_id, &hash, ctx.now()).await?;
    let joined = join(ctx, links, &input, user_id, origin).await;
    if joined.is_err() {
        credentials::remove(&ctx.log.pools.write, user_id).await?;
    }
    joined.map(|()| user_id)
}

async fn join(
    ctx: &Context,
    links: &MailLinks,
    input: &AcceptInvitation,
    user_id: Uuid,
    origin: &Origin,
) -> Result<(), CommandError> {
    for _ in 0..ATTEMPTS {
        let (id, round, loaded) = opened(ctx, links, &input.token).await?;
        match let_in(ctx, id, round, loaded, &input.name, user_id, origin).await {
            Ok(()) => return Ok(()),
            // Somebody was faster; the next look says who.
            Err(CommandError::Conflict) => continue,
            Err(error) => {
                // A claim that was lost says less than what became of the invitation meanwhile.
                opened(ctx, links, &input.token).await?.2.state.check(round, ctx.now())?;
                return Err(error);
            }
        }
    }
    Err(CommandError::Conflict)
}

/// The invitation accepted and the user made, in one append.
pub(super) async fn let_in(
    ctx: &Context,
    id: Uuid,
    round: i64,
    loaded: Loaded<Invitation>,
    name: &str,
    user_id: Uuid,
    origin: &Origin,
) -> Result<(), CommandError> {
    let Loaded { state: before, sequence } = loaded;
    let accept = InvitationCommand::Accept { round, user_id, at: ctx.now() };
    let accepted = before.decide(accept)?;
    let mut new = newcomer(ctx, &before, name)?;
    // Archived since they were invited, a team takes nobody in; that is no reason to turn them away.
    new.teams = open_among(ctx, new.teams).await?;
    let nobody = User::default();
    let created = nobody.decide(UserCommand::Create(new.clone()))?;
    let metadata = Actor {
        user_id,
        name: new.name.clone(),
        email: before.email.clone(),
        role: new.role,
        request_id: origin.request_id,
        ip: origin.ip.clone(),
        ..Actor::system("ui")
    }
    .metadata();
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &before, &after(&before, &accepted));
    append.guards.extend(guard_changes(&ctx.log.blind, user_id, &nobody, &after(&nobody, &created)));
    append.events::<Invitation>(id, sequence, accepted, &metadata)?;
    append.events::<User>(user_id, 0, created, &metadata)?;
    ctx.log.append(append).await?;
    Ok(())
}

fn newcomer(ctx: &Context, invitation: &Invitation, name: &str) -> Result<NewUser, CommandError> {
    Ok(NewUser {
        name: name.to_owned(),
        email: LoginEmail::parse(&invitation.email).map_err(UserError::from)?,
        role: invitation.role.ok_or(InvitationError::Unknown)?,
        client_id: invitation.client_id,
        // Invitations of before may name teams for people of a client.
        teams: if invitation.client_id.is_some() { Vec::new() } else { invitation.teams.clone() },
        at: ctx.now(),
    })
}

/// The invitation of a link that is ours, with the round of its mail.
async fn opened(
    ctx: &Context,
    links: &MailLinks,
    token: &str,
) -> Result<(Uuid, i64, Loaded<Invitation>), CommandError> {
    let presented = MailLinks::read(token).ok_or(InvitationError::LinkInvalid)?;
    if !links.is_ours(&presented, Purpose::Invitation, "") {
        return Err(InvitationError::LinkInvalid.into());
    }
    Ok((presented.id, presented.number, ctx.log.load::<Invitation>(presented.id).await?))
}
