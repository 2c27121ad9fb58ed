//! Every projection there is. What is not listed here is never kept up to date.

use std::sync::Arc;

use crate::audience::{accounts, contacts, custom_fields, exports, history, imports, saved_views};
use crate::identity::{clients, teams, users};
use crate::runner::{Projection, Spec};

/// In the order the System page shows them.
pub fn projections() -> Vec<Arc<dyn Projection>> {
    vec![
        Arc::new(contacts::project::Contacts),
        Arc::new(accounts::project::Accounts),
        Arc::new(imports::project::Imports),
        Arc::new(exports::project::Exports),
        Arc::new(history::project::History),
        Arc::new(saved_views::project::SavedViews),
        Arc::new(custom_fields::project::CustomFields),
        Arc::new(users::project::Users),
        Arc::new(teams::project::Teams),
        Arc::new(clients::project::Clients),
    ]
}

pub fn specs() -> Vec<Spec> {
    projections().iter().map(|projection| projection.spec()).collect()
}

pub fn projection(name: &str) -> Option<Arc<dyn Projection>> {
    projections().into_iter().find(|projection| projection.spec().name == name)
}
