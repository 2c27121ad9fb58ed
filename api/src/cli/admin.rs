//! `pivotal admin`: the first person with full rights, and users of another system. There is no default password anywhere.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Subcommand;
use pivotal_commands::identity::bootstrap_admin::{FirstAdmin, bootstrap_admin};
use pivotal_commands::identity::users::cut_over::{Brought, bring_users};
use pivotal_domain::identity::actor::Actor;
use secrecy::SecretString;

use super::say::say;
use crate::compose::backend::{Backend, Ownership};
use crate::config::Config;

#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Create the first administrator; the password is read from standard input
    Create {
        #[arg(long)]
        name: String,
        #[arg(long)]
        email: String,
    },
    /// Bring users from another system with the password hashes they have there (bcrypt, argon2)
    BringUsers {
        /// A CSV file with the columns email, name, role, client, password_hash
        file: PathBuf,
    },
}

impl AdminCommand {
    pub async fn run(self, config: Config) -> anyhow::Result<()> {
        match self {
            AdminCommand::Create { name, email } => create(config, name, email).await,
            AdminCommand::BringUsers { file } => bring(config, &file).await,
        }
    }
}

async fn create(config: Config, name: String, email: String) -> anyhow::Result<()> {
    // Not an argument: those are seen in the list of processes and kept by the shell.
    say("Password (ends with Enter and Ctrl-D):");
    let mut password = String::new();
    std::io::stdin().read_to_string(&mut password)?;
    let password = SecretString::from(password.trim_end_matches(['\r', '\n']).to_owned());
    let backend = Backend::open(config, Ownership::Join).await?;
    let made = bootstrap_admin(&backend.context, FirstAdmin { name, email: email.clone(), password }).await;
    backend.close().await;
    made?;
    say(format!("{email} can sign in."));
    Ok(())
}

/// May be run again: who is there already stays as they are.
async fn bring(config: Config, file: &Path) -> anyhow::Result<()> {
    let text = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let backend = Backend::open(config, Ownership::Join).await?;
    let (mut new, mut there, mut refused) = (0, 0, 0);
    let actor = Actor::system("system");
    let brought = bring_users(&backend.context, &actor, text.as_slice(), |line, brought| match brought {
        Brought::New => new += 1,
        Brought::There => there += 1,
        Brought::Refused(_, message) => {
            refused += 1;
            say(format!("line {line}: {message}"));
        }
    })
    .await;
    backend.close().await;
    brought?;
    say(format!("{new} brought, {there} were there, {refused} refused."));
    anyhow::ensure!(refused == 0, "some users were not brought: correct their lines and run it again");
    Ok(())
}
