//! Who may call what. Every resolver and every route names its rule where it is declared: a resolver by the directive
//! `@allow(to: ..)`, a route by the scopes of its OpenAPI `security`. One gate before each of the two reads those
//! declarations and enforces them; what declares nothing is closed. Commands and queries decide once more on their own,
//! because only they know whose record it is.

pub mod directive;
pub mod document;
pub mod graphql_gate;
pub mod rate_limits;
pub mod rest_gate;

use pivotal_domain::identity::actor::{Actor, Forbidden};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;

use crate::errors::{API_KEY_SCOPE, ApiError, SECOND_STEP_REQUIRED};

/// What a resolver or route asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Nobody need be signed in. To be had only by saying so.
    Public,
    /// Anybody signed in, even who must still set up the second step that is required of them: who one is.
    Entering,
    /// The same, and no program: setting that step up.
    EnteringInPerson,
    /// Anybody signed in: it reaches only what is their own.
    SignedIn,
    /// Anybody signed in as themselves. It is about the person (sessions, password, second step), so that no program may do it in
    /// their name.
    InPerson,
    Needs(Permission),
}

pub const PUBLIC: &str = "PUBLIC";
pub const ENTERING: &str = "ENTERING";
pub const ENTERING_IN_PERSON: &str = "ENTERING_IN_PERSON";
pub const SIGNED_IN: &str = "SIGNED_IN";
pub const IN_PERSON: &str = "IN_PERSON";

impl Rule {
    /// As written in a declaration.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            PUBLIC => Some(Rule::Public),
            ENTERING => Some(Rule::Entering),
            ENTERING_IN_PERSON => Some(Rule::EnteringInPerson),
            SIGNED_IN => Some(Rule::SignedIn),
            IN_PERSON => Some(Rule::InPerson),
            name => Permission::named(name).map(Rule::Needs),
        }
    }

    pub fn check(self, actor: Option<&Actor>) -> Result<(), ApiError> {
        match (self, actor) {
            (Rule::Public, _) | (Rule::Entering, Some(_)) => Ok(()),
            (_, None) => Err(ApiError::unauthenticated()),
            (Rule::EnteringInPerson, Some(actor)) => in_person(actor),
            (_, Some(actor)) if actor.owes_second_step => Err(ApiError::new(
                SECOND_STEP_REQUIRED,
                "Your organisation asks for a second step when you sign in. Set it up first; then everything else is open to you.",
            )),
            (Rule::SignedIn, Some(_)) => Ok(()),
            (Rule::InPerson, Some(actor)) => in_person(actor),
            (Rule::Needs(permission), Some(actor)) => match actor.scope(permission) {
                Scope::None => Err(actor.refusal(permission).into()),
                _ => Ok(()),
            },
        }
    }
}

fn in_person(actor: &Actor) -> Result<(), ApiError> {
    // What is about the person is not the client's: neither to be seen nor to be changed.
    if actor.viewing.is_some() {
        return Err(Forbidden::Viewing.into());
    }
    match actor.key {
        None => Ok(()),
        Some(_) => Err(ApiError::new(API_KEY_SCOPE, "No API key may do this: sign in as yourself.")),
    }
}
