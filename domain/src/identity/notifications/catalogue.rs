//! The one table of what people are told: which entries of the log tell whom, in which words, with which icon and link.
//!
//! A feature that has news adds a row to [`CATALOGUE`]. The projection, the API, the preferences and the app follow; what it is
//! about gets a name in the projection's `names.rs` if it has one worth showing.

use super::entries::{On, event, fact, owner};
use super::news::{Happened, News};
use super::words::{Shown, Words};
use super::{
    assigned, campaigns, clients, domain_sets, jobs, lookups, replies, requests, retention, shared, tasks,
};
use crate::audience::duplicates::facts::DUPLICATES_LOOKED;
use crate::audience::email_verification::facts::ENDED as EMAIL_VERIFICATION_ENDED;
use crate::audience::enrichment::events::ENRICHMENT_ENDED;
use crate::audience::phone_validity::facts::ENDED as PHONE_LOOKUP_ENDED;
use crate::campaigns::campaigns::needs::CAMPAIGN_NEEDS_SOMEBODY;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;
use crate::suppression::requests::facts::REQUEST_DUE;
use crate::work::tasks::facts::TASK_DUE;

/// One kind of notification.
#[derive(Debug)]
pub struct Row {
    /// Key in the log, the read model and the API. Never changes.
    pub kind: &'static str,
    /// In the preferences.
    pub label: &'static str,
    pub hint: &'static str,
    /// Name of an icon that the app knows; a bell otherwise.
    pub icon: &'static str,
    /// Who may none of these has nothing to be told of.
    pub for_whom: &'static [Permission],
    /// What of the log it reads.
    pub on: &'static [On],
    pub tells: fn(&Happened<'_>) -> Result<Vec<News>, serde_json::Error>,
    pub words: fn(&Shown<'_>) -> Words,
}

/// In the order of the preferences. Where one entry tells somebody of two kinds, the first row speaks.
pub const CATALOGUE: &[Row] = &[
    Row {
        kind: "records_assigned",
        label: "Records assigned to me",
        hint: "Somebody makes you the owner of contacts or accounts. Many at once are one notification.",
        icon: "user-check",
        for_whom: &[Permission::ContactsView, Permission::AccountsView],
        on: &[
            owner("contact", "ContactCreated"),
            owner("contact", "ContactFieldsChanged"),
            owner("account", "AccountCreated"),
            owner("account", "AccountFieldsChanged"),
            event("bulk", "BulkCompleted"),
            event("bulk", "BulkCancelled"),
            event("bulk", "BulkFailed"),
            event("import", "ImportCompleted"),
            event("import", "ImportCancelled"),
            event("import", "ImportFailed"),
        ],
        tells: assigned::tells,
        words: assigned::words,
    },
    Row {
        kind: "tasks_assigned",
        label: "Tasks assigned to me",
        hint: "Somebody gives you a task. Several in a row are one notification.",
        icon: "task",
        for_whom: &[Permission::TasksView],
        on: &[event("task", "TaskAssigned")],
        tells: tasks::tells,
        words: tasks::words,
    },
    Row {
        kind: tasks::DUE_KIND,
        label: "My tasks are due",
        hint: "The time of a task that you have has come, or its day has: then in the morning, and several are one notification.",
        icon: "clock",
        for_whom: &[Permission::TasksView],
        on: &[fact(TASK_DUE)],
        tells: tasks::due,
        words: tasks::due_words,
    },
    Row {
        kind: "requests_assigned",
        label: "Access and erasure requests for me",
        hint: "Somebody gives you the request of a person about their data, or its answer is ready.",
        icon: "shield",
        for_whom: &[Permission::PrivacyRequests],
        on: &[event("privacy_request", "RequestAssigned"), event("privacy_request", "RequestAnswered")],
        tells: requests::tells,
        words: requests::words,
    },
    Row {
        kind: "requests_due",
        label: "Access and erasure requests are due",
        hint: "A request that you have must be answered within seven days, or its time is over.",
        icon: "clock",
        for_whom: &[Permission::PrivacyRequests],
        on: &[fact(REQUEST_DUE)],
        tells: requests::due,
        words: requests::due_words,
    },
    Row {
        kind: "clients_of_mine",
        label: "Clients I look after",
        hint: "Somebody gives you a client organisation to look after, or archives or restores one that you have.",
        icon: "user-check",
        for_whom: &[Permission::ClientsView],
        on: &[
            event("client", "ClientOwnerChanged"),
            event("client", "ClientArchived"),
            event("client", "ClientRestored"),
        ],
        tells: clients::tells,
        words: clients::words,
    },
    Row {
        kind: "import_ended",
        label: "My imports end",
        hint: "A file you imported is finished, was stopped or failed.",
        icon: "upload",
        for_whom: &[Permission::ImportsRun],
        on: &[
            event("import", "ImportCompleted"),
            event("import", "ImportCancelled"),
            event("import", "ImportFailed"),
        ],
        tells: jobs::import_ended,
        words: jobs::import_words,
    },
    Row {
        kind: "import_undone",
        label: "My imports are taken back",
        hint: "The undo of an import that you asked for is done.",
        icon: "undo",
        for_whom: &[Permission::ImportsUndo],
        on: &[event("import", "ImportUndone"), event("import", "ImportUndoStopped")],
        tells: jobs::import_undone,
        words: jobs::import_undo_words,
    },
    Row {
        kind: "bulk_ended",
        label: "My bulk changes end",
        hint: "A large bulk change or merge is done, or any of them failed, was stopped or left records out.",
        icon: "bulk",
        for_whom: &[Permission::RecordsBulk],
        on: &[event("bulk", "BulkCompleted"), event("bulk", "BulkCancelled"), event("bulk", "BulkFailed")],
        tells: jobs::bulk_ended,
        words: jobs::bulk_words,
    },
    Row {
        kind: "bulk_undone",
        label: "My bulk changes are taken back",
        hint: "The undo of a large bulk change is done, or one left something as it is.",
        icon: "undo",
        for_whom: &[Permission::RecordsBulk],
        on: &[event("bulk", "BulkUndone"), event("bulk", "BulkUndoStopped")],
        tells: jobs::bulk_undone,
        words: jobs::bulk_undo_words,
    },
    Row {
        kind: "export_ended",
        label: "My exports are ready",
        hint: "A file you asked for can be downloaded, or could not be written.",
        icon: "download",
        for_whom: &[Permission::ExportsView],
        on: &[event("export", "ExportCompleted"), event("export", "ExportFailed")],
        tells: jobs::export_ended,
        words: jobs::export_words,
    },
    Row {
        kind: "duplicates_looked",
        label: "My looks for duplicates end",
        hint: "All records were compared, and likely duplicates wait to be judged.",
        icon: "duplicates",
        for_whom: &[Permission::RecordsMerge],
        on: &[fact(DUPLICATES_LOOKED)],
        tells: jobs::duplicates_looked,
        words: jobs::duplicates_words,
    },
    Row {
        kind: "enrichment_ended",
        label: "My looks for industries end",
        hint: "Industries were suggested for the accounts you chose.",
        icon: "sparkles",
        for_whom: &[Permission::RecordsBulk],
        on: &[fact(ENRICHMENT_ENDED)],
        tells: jobs::enrichment_ended,
        words: jobs::enrichment_words,
    },
    Row {
        kind: "email_verification_ended",
        label: "My email verifications end",
        hint: "The emails of the contacts you chose were verified, or it was stopped or failed.",
        icon: "mail-check",
        for_whom: &[Permission::EmailsVerify],
        on: &[fact(EMAIL_VERIFICATION_ENDED)],
        tells: jobs::email_verification_ended,
        words: jobs::email_verification_words,
    },
    Row {
        kind: "phone_lookup_ended",
        label: "My phone look-ups end",
        hint: "The phones of the contacts you chose were looked up, or it was stopped or failed.",
        icon: "phone",
        for_whom: &[Permission::PhonesLookUp],
        on: &[fact(PHONE_LOOKUP_ENDED)],
        tells: lookups::phone_lookup_ended,
        words: lookups::phone_lookup_words,
    },
    Row {
        kind: "domain_set_matched",
        label: "My domain sets are matched",
        hint: "The domains you brought were matched with accounts, or it was stopped or failed.",
        icon: "globe",
        for_whom: &[Permission::DomainSetsEdit],
        on: &[
            event("domain_set", "DomainSetMatched"),
            event("domain_set", "DomainSetMatchingStopped"),
            event("domain_set", "DomainSetMatchingFailed"),
        ],
        tells: domain_sets::tells,
        words: domain_sets::words,
    },
    Row {
        kind: "campaign_completed",
        label: "My campaigns are completed",
        hint: "Everybody in the audience was sent to, or left out.",
        icon: "mail-check",
        for_whom: &[Permission::CampaignsEdit],
        on: &[event("campaign", "CampaignCompleted")],
        tells: campaigns::completed,
        words: campaigns::completed_words,
    },
    Row {
        kind: "campaign_paused",
        label: "My campaigns are paused",
        hint: "Somebody paused it, or too many complained or bounced, or the provider takes no mail.",
        icon: "mail",
        for_whom: &[Permission::CampaignsEdit],
        on: &[event("campaign", "CampaignPaused")],
        tells: campaigns::paused,
        words: campaigns::paused_words,
    },
    Row {
        kind: "campaign_launch_failed",
        label: "My campaigns do not start",
        hint: "The checks at its start found something, or its audience could not be taken.",
        icon: "mail",
        for_whom: &[Permission::CampaignsEdit],
        on: &[event("campaign", "CampaignLaunchFailed"), event("campaign", "CampaignUnscheduled")],
        tells: campaigns::launch_failed,
        words: campaigns::launch_failed_words,
    },
    Row {
        kind: "campaign_winner",
        label: "Tests of variants are decided",
        hint: "A variant of your campaign won its test, or somebody chose one.",
        icon: "mail-check",
        for_whom: &[Permission::CampaignsEdit],
        on: &[event("campaign", "CampaignWinnerChosen")],
        tells: campaigns::winner,
        words: campaigns::winner_words,
    },
    Row {
        kind: "campaign_needs_me",
        label: "My campaigns wait for me",
        hint: "No variant won its test and the rest waits, nobody knows for a day whether mails left, or its audience cannot be taken.",
        icon: "mail",
        for_whom: &[Permission::CampaignsEdit],
        on: &[fact(CAMPAIGN_NEEDS_SOMEBODY)],
        tells: campaigns::needs,
        words: campaigns::needs_words,
    },
    Row {
        kind: "replies_assigned",
        label: "Replies given to me",
        hint: "Somebody gives you what a person wrote back to a campaign. Several in a row are one notification.",
        icon: "reply",
        for_whom: &[Permission::RepliesAct],
        on: &[event("email_reply", "EmailReplyAssigned")],
        tells: replies::tells,
        words: replies::words,
    },
    Row {
        kind: "survivorship_previewed",
        label: "My previews of survivorship rules are ready",
        hint: "You can see what the rules would change, and apply them.",
        icon: "rules",
        for_whom: &[Permission::SettingsManage],
        on: &[event("survivorship", "SurvivorshipPreviewed")],
        tells: jobs::survivorship_previewed,
        words: jobs::survivorship_words,
    },
    Row {
        kind: "retention_ran",
        label: "Retention runs",
        hint: "A run you asked for has ended, or a rule you set deleted something at night.",
        icon: "rules",
        for_whom: &[Permission::RetentionManage],
        on: &[event("retention_rules", "RetentionRan")],
        tells: retention::tells,
        words: retention::words,
    },
    Row {
        kind: "view_shared",
        label: "Views shared with my teams",
        hint: "Somebody of your team shares a saved view with it.",
        icon: "view",
        for_whom: &[Permission::ContactsView, Permission::AccountsView],
        on: &[event("saved_view", "SavedViewCreated"), event("saved_view", "SavedViewChanged")],
        tells: shared::tells,
        words: shared::words,
    },
];

/// The row of a kind.
pub fn row(kind: &str) -> Option<&'static Row> {
    CATALOGUE.iter().find(|row| row.kind == kind)
}

/// The kinds that somebody can be told of at all. All of them are about the work of our own people: of what clients may see of it,
/// their people are told nothing.
pub fn rows_for(actor: &Actor) -> impl Iterator<Item = &'static Row> {
    let may = |permission: &Permission| !matches!(actor.scope(*permission), Scope::None | Scope::Client);
    CATALOGUE.iter().filter(move |row| row.for_whom.iter().any(may))
}

impl Row {
    /// Whether an entry of the log may tell something: an event of an aggregate, or a fact.
    pub fn hears(&self, aggregate: Option<&str>, name: &str, payload: &str) -> bool {
        self.on.iter().any(|on| on.hears(aggregate, name, payload))
    }

    /// Names of the events and kinds of the facts it reads.
    pub fn reads(&self) -> impl Iterator<Item = &'static str> {
        self.on.iter().map(|on| on.name)
    }
}
