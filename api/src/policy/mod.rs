//! Who may call what. Every resolver and every route names its rule where it is declared: a resolver by the directive
//! `@allow(to: ..)`, a route by the scopes of its OpenAPI `security`. One gate before each of the two reads those
//! declarations and enforces them; what declares nothing is closed. Commands and queries decide once more on their own,
//! because only they know whose record it is.

pub mod directive;
pub mod document;
pub mod graphql_gate;
pub mod rest_gate;

use pivotal_domain::identity::actor::{Actor, Forbidden};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;

use crate::errors::{ApiError, FORBIDDEN};

/// What a resolver or route asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Nobody need be signed in. To be had only by saying so.
    Public,
    /// Anybody signed in: it reaches only what is their own.
    SignedIn,
    Needs(Permission),
}

pub const PUBLIC: &str = "PUBLIC";
pub const SIGNED_IN: &str = "SIGNED_IN";

impl Rule {
    /// As written in a declaration.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            PUBLIC => Some(Rule::Public),
            SIGNED_IN => Some(Rule::SignedIn),
            name => Permission::ALL
                .iter()
                .find(|permission| permission.as_str() == name)
                .copied()
                .map(Rule::Needs),
        }
    }

    pub fn check(self, actor: Option<&Actor>) -> Result<(), ApiError> {
        match (self, actor) {
            (Rule::Public, _) | (Rule::SignedIn, Some(_)) => Ok(()),
            (_, None) => Err(ApiError::unauthenticated()),
            (Rule::Needs(permission), Some(actor)) => match actor.scope(permission) {
                Scope::None => {
                    let refused = Forbidden { role: actor.role, permission };
                    Err(ApiError::new(FORBIDDEN, refused.to_string()))
                }
                _ => Ok(()),
            },
        }
    }
}
