//! Version 1.

pub mod access_rules;
pub mod accounts;
pub mod api_keys;
pub mod audience_events;
pub mod auth;
pub mod bulk;
pub mod campaigns;
pub mod clients;
pub mod colleagues;
pub mod command;
pub mod consent_rules;
pub mod consents;
pub mod contacts;
pub mod custom_fields;
pub mod docs;
pub mod domain_sets;
pub mod duplicates;
pub mod email_replies;
pub mod email_reports;
pub mod email_sending;
pub mod email_snippets;
pub mod email_templates;
pub mod email_verifications;
pub mod engagement;
pub mod exports;
pub mod file;
pub mod history;
pub mod imports;
pub mod industry_suggestions;
pub mod invitations;
pub mod jobs;
pub mod json;
pub mod legal_holds;
pub mod list_file;
pub mod lists;
pub mod mailbox;
pub mod memberships;
pub mod notes;
pub mod notifications;
pub mod page;
pub mod phone_lookups;
pub mod provenance;
pub mod providers;
pub mod requests;
pub mod retention_rules;
pub mod search;
pub mod segments;
pub mod sender_profiles;
pub mod suppressions;
pub mod survivorship;
pub mod tasks;
pub mod teams;
pub mod users;

use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .nest("/auth", auth::router())
        .nest("/contacts", contacts::router().merge(consents::of_contacts()))
        .nest("/accounts", accounts::router())
        .nest("/custom-fields", custom_fields::router())
        .nest("/imports", imports::router())
        .nest("/exports", exports::router())
        .nest("/bulk-changes", bulk::router())
        .nest("/lists", lists::router())
        .nest("/engagement", engagement::router())
        .nest("/domain-sets", domain_sets::router())
        .nest("/duplicates", duplicates::router())
        .nest("/merges", duplicates::merges())
        .nest("/industry-suggestions", industry_suggestions::router())
        .nest("/email-replies", email_replies::router())
        .nest("/reports/email", email_reports::router())
        .nest("/campaigns", campaigns::router().merge(email_sending::of_campaigns()))
        .nest("/sending-switch", campaigns::switch::router())
        .nest("/email-policy", email_sending::policy())
        .nest("/email-templates", email_templates::router())
        .nest("/email-snippets", email_snippets::router())
        .nest("/email-verifications", email_verifications::router())
        .nest("/phone-lookups", phone_lookups::router())
        .nest("/access-rules", access_rules::router())
        .nest("/api-keys", api_keys::router())
        .nest("/invitations", invitations::router())
        .nest("/colleagues", colleagues::router())
        .nest("/clients", clients::router())
        .nest("/tasks", tasks::router())
        .nest("/teams", teams::router())
        .nest("/users", users::router())
        .nest("/notes", notes::router())
        .nest("/jobs", jobs::router())
        .nest("/mailbox", mailbox::router())
        .nest("/providers", providers::router())
        .nest("/notifications", notifications::router())
        .nest("/search", search::router())
        .nest("/segments", segments::router())
        .nest("/sender-profiles", sender_profiles::router())
        .nest("/email-brands", sender_profiles::brands())
        .nest("/suppressions", suppressions::router())
        .nest("/consents", consents::router())
        .nest("/consent-rules", consent_rules::router())
        .nest("/requests", requests::router())
        .nest("/retention-rules", retention_rules::router())
        .nest("/legal-holds", legal_holds::router())
        .nest("/survivorship", survivorship::router())
        .merge(docs::router())
}
