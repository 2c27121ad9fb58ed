//! Every projection there is. What is not listed here is never kept up to date.

use std::sync::Arc;

use crate::audience::search::memory::MemoryIndex;
use crate::audience::search::port::SearchIndex;
use crate::audience::{
    accounts, bulk, contacts, custom_fields, exports, history, imports, saved_views, search,
};
use crate::identity::{clients, teams, users};
use crate::runner::{Projection, Spec};

/// In the order the System page shows them.
pub fn projections(index: &Arc<dyn SearchIndex>) -> Vec<Arc<dyn Projection>> {
    vec![
        Arc::new(contacts::project::Contacts),
        Arc::new(accounts::project::Accounts),
        Arc::new(search::project::Search::new(index.clone())),
        Arc::new(imports::project::Imports),
        Arc::new(exports::project::Exports),
        Arc::new(bulk::project::Bulks),
        Arc::new(history::project::History),
        Arc::new(saved_views::project::SavedViews),
        Arc::new(custom_fields::project::CustomFields),
        Arc::new(users::project::Users),
        Arc::new(teams::project::Teams),
        Arc::new(clients::project::Clients),
    ]
}

pub fn specs() -> Vec<Spec> {
    // What an index holds says nothing about what its projection is.
    let index: Arc<dyn SearchIndex> = Arc::new(MemoryIndex::default());
    projections(&index).iter().map(|projection| projection.spec()).collect()
}
