//! What every handler and resolver reaches: use cases, queries, the door.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRef;
use pivotal_commands::audience::exports::link::FileLinks;
use pivotal_commands::campaigns::campaigns;
use pivotal_commands::context::Context;
use pivotal_commands::email::senders::Accounts;
use pivotal_commands::email::sending::links::TrackingLinks;
use pivotal_commands::email::tracking::hits::Hits;
use pivotal_commands::email::tracking::hosts::TrackingHosts;
use pivotal_commands::email::tracking::links::PinnedLinks;
use pivotal_commands::identity::api_keys::ApiKeys;
use pivotal_commands::identity::sessions::Sessions;
use pivotal_commands::jobs::queue::JobQueue;
use pivotal_commands::mail::links::MailLinks;
use pivotal_commands::ports::custom_values::CustomValues;
use pivotal_commands::ports::email_provider::accounts::EmailAccounts;
use pivotal_commands::ports::identity_provider::IdentityProvider;
use pivotal_commands::ports::mailer::{Mailbox, Mailer};
use pivotal_commands::ports::phone_book::PhoneBook;
use pivotal_commands::ports::signing_certs::SigningCerts;
use pivotal_projections::audience::search::port::SearchIndex;
use pivotal_projections::bus::Bus;
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::runner::positions::Positions;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::directory::Directory;
use crate::graphql::schema;
use crate::policy::document::SchemaRules;
use crate::policy::graphql_gate::GraphqlGate;
use crate::policy::rest_gate::RouteRules;
use crate::rest;

/// The services behind both interfaces. Built once by `compose`.
pub struct Core {
    pub config: Config,
    pub context: Context,
    pub sessions: Sessions,
    /// The door for programs.
    pub api_keys: ApiKeys,
    /// Where people may sign in with what they have elsewhere, if one is set up.
    pub identity_provider: Option<Arc<dyn IdentityProvider>>,
    /// Signs downloads.
    pub file_links: FileLinks,
    /// Through which accounts mail to contacts may leave.
    pub sender_accounts: Accounts,
    pub mailer: Arc<dyn Mailer>,
    /// The test mailbox, where no mail server is set up for mail to our own users.
    pub mailbox: Option<Arc<dyn Mailbox>>,
    /// What it holds: mails of campaigns go there, too.
    pub test_mailbox: Arc<dyn Mailbox>,
    /// Whom campaigns are sent through.
    pub email_accounts: EmailAccounts,
    /// What campaigns are checked and read by.
    pub campaigns: campaigns::Outside,
    /// Reads the links of mails.
    pub mail_links: MailLinks,
    /// Addresses of ours in the mails of campaigns, and the key that their tokens are read with.
    pub tracking_links: TrackingLinks,
    /// Where their links lead.
    pub pinned_links: PinnedLinks,
    /// Names by which only mails lead to us.
    pub tracking_hosts: TrackingHosts,
    /// Keeps who opened and clicked.
    pub hits: Hits,
    /// What Amazon SNS signs with.
    pub signing_certs: Arc<dyn SigningCerts>,
    pub queue: JobQueue,
    pub positions: Positions,
    pub bus: Arc<dyn Bus>,
    pub search: Arc<dyn SearchIndex>,
    /// Who holds a value of a custom field: asked before a definition says something new about it.
    pub custom_values: Arc<dyn CustomValues>,
    /// Who has a phone number: asked when the person of a request is looked for.
    pub phone_book: Arc<dyn PhoneBook>,
    /// Opens sealed entries of the log, for histories.
    pub opener: Opener,
    /// Names of users.
    pub directory: Directory,
    /// Set when the process begins to stop.
    pub stopping: CancellationToken,
}

/// Cheap to clone: the state of the router.
#[derive(Clone)]
pub struct App {
    core: Arc<Core>,
    pub gate: GraphqlGate,
    pub route_rules: Arc<RouteRules>,
}

impl App {
    /// Fails only if the schema or the routes are written wrongly, which a test shows first.
    pub fn new(core: Core) -> anyhow::Result<Self> {
        let core = Arc::new(core);
        let rules = Arc::new(SchemaRules::of_sdl(&schema::sdl())?);
        let schema = schema::build(core.clone());
        Ok(App {
            gate: GraphqlGate::new(schema, rules, core.clone()),
            route_rules: Arc::new(RouteRules::of_document(&rest::document())?),
            core,
        })
    }

    pub fn core(&self) -> &Arc<Core> {
        &self.core
    }
}

impl Deref for App {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.core
    }
}

impl FromRef<App> for Arc<Core> {
    fn from_ref(app: &App) -> Self {
        app.core.clone()
    }
}
