//! Every projection there is. What is not listed here is never kept up to date.

use std::sync::Arc;

use crate::audience::search::memory::MemoryIndex;
use crate::audience::search::port::SearchIndex;
use crate::audience::{
    accounts, bulk, contacts, custom_fields, domain_sets, duplicates, email_verification, engagement,
    enrichment, exports, history, imports, lists, phone_validity, saved_views, search, segments,
};
use crate::campaigns::campaigns;
use crate::email::{replies, senders, sending, snippets, templates as email_templates, tracking};
use crate::identity::{api_keys, clients, invitations, notifications, teams, users};
use crate::runner::{Projection, Spec};
use crate::suppression::{consent_rules, consents, legal_holds, requests, retention, suppressions};
use crate::work;

/// In the order the System page shows them.
pub fn projections(index: &Arc<dyn SearchIndex>) -> Vec<Arc<dyn Projection>> {
    vec![
        Arc::new(contacts::project::Contacts),
        Arc::new(accounts::project::Accounts),
        Arc::new(search::project::Search::new(index.clone())),
        Arc::new(imports::project::Imports),
        Arc::new(exports::project::Exports),
        Arc::new(bulk::project::Bulks),
        Arc::new(duplicates::project::Duplicates),
        Arc::new(domain_sets::project::DomainSets),
        Arc::new(engagement::project::Engagement),
        Arc::new(enrichment::project::IndustrySuggestions),
        Arc::new(email_verification::project::EmailVerifications),
        Arc::new(phone_validity::project::PhoneLookups),
        Arc::new(history::project::History),
        Arc::new(work::project::Work),
        Arc::new(saved_views::project::SavedViews),
        Arc::new(segments::project::Segments),
        Arc::new(lists::project::Lists),
        Arc::new(custom_fields::project::CustomFields),
        Arc::new(email_templates::project::EmailTemplates),
        Arc::new(snippets::project::EmailSnippets),
        Arc::new(notifications::project::Notifications),
        Arc::new(suppressions::project::Suppressions),
        Arc::new(consents::project::Consents),
        Arc::new(consent_rules::project::ConsentRules),
        Arc::new(requests::project::PrivacyRequests),
        Arc::new(retention::project::Retention),
        Arc::new(legal_holds::project::LegalHolds),
        Arc::new(senders::project::EmailSenders),
        Arc::new(tracking::project::EmailResponses),
        Arc::new(replies::project::EmailReplies),
        Arc::new(sending::project::EmailRecipients),
        Arc::new(campaigns::project::Campaigns),
        Arc::new(users::project::Users),
        Arc::new(invitations::project::Invitations),
        Arc::new(api_keys::project::ApiKeys),
        Arc::new(teams::project::Teams),
        Arc::new(clients::project::Clients),
    ]
}

pub fn specs() -> Vec<Spec> {
    // What an index holds says nothing about what its projection is.
    let index: Arc<dyn SearchIndex> = Arc::new(MemoryIndex::default());
    projections(&index).iter().map(|projection| projection.spec()).collect()
}
