//! What Pivotal works with outside of itself, how each is set up, and whether it answers: both doors show the same. No secret is
//! ever part of it, and nothing is asked that costs money or reaches somebody else.

use std::future::Future;
use std::time::{Duration, Instant};

use async_graphql::Enum;
use pivotal_commands::error::Rejection;
use pivotal_commands::mail::letter::send_test_mail;
use pivotal_commands::ports::blob_store::BlobKey;
use pivotal_commands::ports::identity_provider::Ask;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::masked::masked;
use pivotal_projections::audience::search::port::Index;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::Core;
use crate::config::phone_lookup::PhoneLookupProvider;
use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};
use crate::run_command::run_command;

/// Whatever does not answer by then is said not to.
const WITHIN: Duration = Duration::from_secs(15);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProviderKind {
    /// Takes mail to our own users away.
    Mail,
    /// Asks mail servers whether a mailbox is there.
    MailboxProbe,
    /// Says who carries a number.
    CarrierLookup,
    /// Suggests industries.
    IndustryModel,
    /// Says who somebody is.
    SignIn,
    Search,
    Files,
    Database,
    Bus,
}

impl ProviderKind {
    pub const ALL: [ProviderKind; 9] = [
        ProviderKind::Mail,
        ProviderKind::MailboxProbe,
        ProviderKind::CarrierLookup,
        ProviderKind::IndustryModel,
        ProviderKind::SignIn,
        ProviderKind::Search,
        ProviderKind::Files,
        ProviderKind::Database,
        ProviderKind::Bus,
    ];

    /// As REST's path has it.
    pub fn as_str(self) -> &'static str {
        match self {
            ProviderKind::Mail => "mail",
            ProviderKind::MailboxProbe => "mailbox_probe",
            ProviderKind::CarrierLookup => "carrier_lookup",
            ProviderKind::IndustryModel => "industry_model",
            ProviderKind::SignIn => "sign_in",
            ProviderKind::Search => "search",
            ProviderKind::Files => "files",
            ProviderKind::Database => "database",
            ProviderKind::Bus => "bus",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProviderState {
    /// It runs inside of Pivotal.
    Embedded,
    /// It stands in for a real one: nothing leaves, or answers are made up.
    Fake,
    /// One outside is set up.
    Configured,
    /// Nobody is asked.
    Off,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    pub kind: ProviderKind,
    pub state: ProviderState,
    /// What it is called, or where it is; no secret.
    pub name: Option<String>,
    /// Whether a test does no harm.
    pub testable: bool,
}

/// What a test came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    pub worked: bool,
    /// In words to act on.
    pub message: String,
    pub took_ms: i32,
}

/// All of them, in one order.
pub fn providers(core: &Core) -> Vec<Provider> {
    ProviderKind::ALL.into_iter().map(|kind| provider(core, kind)).collect()
}

fn provider(core: &Core, kind: ProviderKind) -> Provider {
    let config = &core.config;
    let (state, name) = match kind {
        ProviderKind::Mail => match &core.mailbox {
            Some(_) => (ProviderState::Fake, None),
            None => (ProviderState::Configured, Some(core.mailer.via())),
        },
        ProviderKind::MailboxProbe => match &config.email_verification.smtp {
            Some(_) => (ProviderState::Configured, None),
            None => (ProviderState::Off, None),
        },
        ProviderKind::CarrierLookup => match &config.phone_lookup.provider {
            PhoneLookupProvider::Off => (ProviderState::Off, None),
            PhoneLookupProvider::Test => (ProviderState::Fake, None),
            PhoneLookupProvider::Telnyx(settings) => {
                (ProviderState::Configured, Some(format!("telnyx at {}", host(&settings.url))))
            }
        },
        ProviderKind::IndustryModel => match &config.model.industries {
            Some(settings) => {
                let name = format!("{} at {}", settings.model, host(&settings.url));
                (ProviderState::Configured, Some(name))
            }
            None => (ProviderState::Off, None),
        },
        ProviderKind::SignIn => match (&core.identity_provider, &config.auth.oidc) {
            (Some(provider), Some(settings)) => {
                let name = format!("{} at {}", provider.name(), host(&settings.issuer));
                (ProviderState::Configured, Some(name))
            }
            (Some(provider), None) => (ProviderState::Configured, Some(provider.name().to_owned())),
            (None, _) => (ProviderState::Off, None),
        },
        ProviderKind::Search => match &config.search.meilisearch {
            Some(settings) => {
                (ProviderState::Configured, Some(format!("Meilisearch at {}", host(&settings.url))))
            }
            None => (ProviderState::Embedded, None),
        },
        ProviderKind::Files => match &config.blobs.s3 {
            Some(settings) => {
                let at = settings.endpoint.as_deref().map_or_else(|| settings.region.clone(), host);
                (ProviderState::Configured, Some(format!("{} at {at}", settings.bucket)))
            }
            None => (ProviderState::Embedded, None),
        },
        ProviderKind::Database => match &config.database.url {
            Some(_) => (ProviderState::Configured, None),
            None => (ProviderState::Embedded, None),
        },
        ProviderKind::Bus => match &config.bus.url {
            Some(_) => (ProviderState::Configured, Some(core.bus.name().to_owned())),
            None => (ProviderState::Embedded, None),
        },
    };
    Provider { kind, state, name, testable: is_testable(kind, state) }
}

/// A look-up and a model cost money for each question, a probe reaches somebody's mail server, and the bus has no question to ask.
fn is_testable(kind: ProviderKind, state: ProviderState) -> bool {
    match kind {
        ProviderKind::Mail | ProviderKind::Search | ProviderKind::Files | ProviderKind::Database => true,
        ProviderKind::SignIn => state == ProviderState::Configured,
        ProviderKind::MailboxProbe
        | ProviderKind::CarrierLookup
        | ProviderKind::IndustryModel
        | ProviderKind::Bus => false,
    }
}

/// Asks it something that does no harm. What does not work is an answer, not an error.
pub async fn test(core: &Core, actor: &Actor, kind: ProviderKind) -> ApiResult<Tested> {
    if !provider(core, kind).testable {
        let mut refused = ApiError::new(REJECTED, "There is no harmless test of this.");
        let rejection = Rejection::of_field("kind", "PROVIDER_NOT_TESTABLE", refused.detail.clone());
        refused.errors = vec![FieldProblem::from(rejection)];
        return Err(refused);
    }
    let began = Instant::now();
    let outcome = match kind {
        ProviderKind::Mail => {
            let (queue, by) = (core.queue.clone(), actor.clone());
            let sent_to = run_command(async move { send_test_mail(&queue, &by).await }).await?;
            core.queue.wake();
            Ok(format!("A test mail is on its way to {sent_to}."))
        }
        ProviderKind::Search => in_time(search(core)).await,
        ProviderKind::Files => in_time(files(core)).await,
        ProviderKind::Database => in_time(database(core)).await,
        ProviderKind::SignIn => in_time(sign_in(core)).await,
        ProviderKind::MailboxProbe
        | ProviderKind::CarrierLookup
        | ProviderKind::IndustryModel
        | ProviderKind::Bus => Err("There is no harmless test of this.".to_owned()),
    };
    let took_ms = i32::try_from(began.elapsed().as_millis()).unwrap_or(i32::MAX);
    let worked = outcome.is_ok();
    let (Ok(message) | Err(message)) = outcome;
    Ok(Tested { worked, message, took_ms })
}

async fn in_time(asked: impl Future<Output = Result<String, String>>) -> Result<String, String> {
    match tokio::time::timeout(WITHIN, asked).await {
        Ok(answered) => answered,
        Err(_) => Err(format!("It did not answer within {} seconds.", WITHIN.as_secs())),
    }
}

async fn search(core: &Core) -> Result<String, String> {
    match core.search.stamp(Index::Live).await {
        Ok(Some(_)) => Ok("It answers, and its index is there.".to_owned()),
        Ok(None) => Err("It answers, and has no index yet: the search projection builds it.".to_owned()),
        Err(error) => {
            tracing::warn!(
                error = masked(&error.to_string()),
                "the search engine was tested and did not answer"
            );
            Err("It does not answer. The server's log says why.".to_owned())
        }
    }
}

/// Looks for a file that is not there.
async fn files(core: &Core) -> Result<String, String> {
    let key = BlobKey::new("provider-test", core.context.now(), Uuid::now_v7());
    let key = key.map_err(|error| error.to_string())?;
    match core.context.blobs.exists(&key).await {
        Ok(_) => Ok("It answers.".to_owned()),
        Err(error) => {
            tracing::warn!(
                error = masked(&error.to_string()),
                "the file store was tested and did not answer"
            );
            Err("It does not answer. The server's log says why.".to_owned())
        }
    }
}

async fn database(core: &Core) -> Result<String, String> {
    match pivotal_log::reader::head_of(&core.context.log.pools.read).await {
        Ok(head) => Ok(format!("It answers. The log is at position {head}.")),
        Err(error) => {
            tracing::warn!(error = masked(&error.to_string()), "the database was tested and did not answer");
            Err("It does not answer. The server's log says why.".to_owned())
        }
    }
}

/// Reads the provider's own document, as the first half of a sign-in does; nobody is signed in.
async fn sign_in(core: &Core) -> Result<String, String> {
    let Some(provider) = &core.identity_provider else { return Err("None is set up.".to_owned()) };
    let ask = Ask {
        state: Uuid::now_v7().to_string(),
        nonce: Uuid::now_v7().to_string(),
        challenge: Uuid::now_v7().to_string(),
        redirect_uri: core.config.server.shown_url(core.config.server.address),
    };
    match provider.address(&ask).await {
        Ok(_) => Ok("It answers, and says where people sign in.".to_owned()),
        Err(error) => {
            tracing::warn!(
                error = masked(&error.to_string()),
                "the identity provider was tested and did not answer"
            );
            Err(format!("It does not work: {error}."))
        }
    }
}

/// Of an address, without who signs in there and what is asked.
pub fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default().to_owned()
}
