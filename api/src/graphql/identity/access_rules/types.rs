//! The rules of access as the API shows them.

use async_graphql::{Enum, SimpleObject};
use pivotal_domain::identity::access_rules as domain;

/// Of whom a second step is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "pivotal_domain::identity::access_rules::SecondStepFor")]
pub enum SecondStepFor {
    /// Everybody decides for themselves.
    Nobody,
    Admins,
    Everybody,
}

/// What everybody must bring to be let in.
#[derive(Debug, SimpleObject)]
pub struct AccessRules {
    /// Who has none is let in to set it up, and to nothing else until it is done.
    pub second_step_for: SecondStepFor,
}

impl From<domain::AccessRules> for AccessRules {
    fn from(rules: domain::AccessRules) -> Self {
        AccessRules { second_step_for: rules.second_step_for.into() }
    }
}
