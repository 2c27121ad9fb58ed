//! Bringing users from another system, with the password hashes they have there: nobody chooses a password anew on the day of the
//! cut-over. From the command line, once or a few times.

use std::io::Read;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::keys as client_keys;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::UnknownRole;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{NewUser, User, UserCommand, keys};
use serde::Deserialize;

use super::create::enter;
use super::{must_be_open_client, passwords};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::lookup::claim_owner;

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Brought {
    New,
    /// Somebody signs in with this address already, and stays as they are.
    There,
    /// The code, and why in words.
    Refused(String, String),
}

#[derive(Debug, Deserialize)]
struct Line {
    email: String,
    name: String,
    role: String,
    client: Option<String>,
    password_hash: String,
}

const COLUMNS: [&str; 5] = ["email", "name", "role", "client", "password_hash"];

/// Tells of each line (counted from 1, the headings being the first) as it is done.
pub async fn bring_users(
    ctx: &Context,
    actor: &Actor,
    file: impl Read,
    mut tell: impl FnMut(u64, Brought),
) -> Result<(), CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
    let headings = reader.headers().map_err(unreadable)?.clone();
    if let Some(missing) = COLUMNS.iter().find(|column| headings.iter().all(|heading| heading != **column)) {
        let message = format!("The column {missing} is missing. A file of users has {}.", COLUMNS.join(", "));
        return Err(CommandError::rejected(Rejection::new("USERS_FILE_COLUMNS", message)));
    }
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(unreadable)? {
        let number = record.position().map_or(0, csv::Position::line);
        let line: Line = record.deserialize(Some(&headings)).map_err(unreadable)?;
        let brought = match bring(ctx, actor, line).await {
            Ok(brought) => brought,
            Err(CommandError::Rejected(rejections)) => {
                let code = rejections.first().map(|first| first.code.clone()).unwrap_or_default();
                let words: Vec<&str> = rejections.iter().map(|one| one.message.as_str()).collect();
                Brought::Refused(code, words.join(" "))
            }
            // Not this line's fault: the others would fare no better.
            Err(error) => return Err(error),
        };
        tell(number, brought);
    }
    Ok(())
}

async fn bring(ctx: &Context, actor: &Actor, line: Line) -> Result<Brought, CommandError> {
    let email = LoginEmail::parse(&line.email).map_err(UserError::from)?;
    if claim_owner(ctx, keys::EMAIL, email.as_str()).await?.is_some() {
        return Ok(Brought::There);
    }
    let role = line.role.parse().map_err(|error: UnknownRole| {
        CommandError::rejected(Rejection::of_field("role", "ROLE_UNKNOWN", error.to_string()))
    })?;
    if !passwords::is_readable(&line.password_hash) {
        let message = format!(
            "The password hash of {email} is neither bcrypt ($2a$, $2b$, $2y$ up to cost 15) nor argon2. Leave the user out and invite them instead."
        );
        return Err(CommandError::rejected(Rejection::of_field(
            "password_hash",
            "PASSWORD_HASH_UNKNOWN",
            message,
        )));
    }
    let client_id = match line.client.as_deref().filter(|name| !name.is_empty()) {
        Some(name) => {
            let known = claim_owner(ctx, client_keys::NAME, &name.to_lowercase()).await?;
            Some(known.ok_or(UserError::ClientUnknown)?)
        }
        None => None,
    };
    must_be_open_client(ctx, client_id).await?;
    let new = NewUser { name: line.name, email, role, client_id, teams: Vec::new(), at: ctx.now() };
    User::default().decide(UserCommand::Create(new.clone()))?;
    enter(ctx, actor, new, &line.password_hash).await?;
    Ok(Brought::New)
}

fn unreadable(error: csv::Error) -> CommandError {
    let message = format!("The file cannot be read as CSV: {error}.");
    CommandError::rejected(Rejection::new("USERS_FILE_UNREADABLE", message))
}
