//! `pivotal admin create`: the first person with full rights. There is no default password anywhere.

use std::io::Read;

use clap::Subcommand;
use pivotal_commands::identity::bootstrap_admin::{FirstAdmin, bootstrap_admin};
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
}

impl AdminCommand {
    pub async fn run(self, config: Config) -> anyhow::Result<()> {
        let AdminCommand::Create { name, email } = self;
        // Not an argument: those are seen in the list of processes and kept by the shell.
        say("Password (ends with Enter and Ctrl-D):");
        let mut password = String::new();
        std::io::stdin().read_to_string(&mut password)?;
        let password = SecretString::from(password.trim_end_matches(['\r', '\n']).to_owned());
        let backend = Backend::open(config, Ownership::Join).await?;
        let made =
            bootstrap_admin(&backend.context, FirstAdmin { name, email: email.clone(), password }).await;
        backend.close().await;
        made?;
        say(format!("{email} can sign in."));
        Ok(())
    }
}
