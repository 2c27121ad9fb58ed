//! Everything the policy table decides about, each with the words that complete "your role may not ...".

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! permissions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $act:literal;)+) => {
        /// One thing that somebody may or may not do. Every resolver, route and command names one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Permission {
            $($(#[$doc])* $variant,)+
        }

        impl Permission {
            pub const ALL: &'static [Permission] = &[$(Permission::$variant),+];

            /// As sent to the web app: `CONTACTS_EDIT`.
            pub fn as_str(self) -> &'static str {
                match self { $(Permission::$variant => $name),+ }
            }

            /// Completes the sentence "Your role may not ...".
            pub fn act(self) -> &'static str {
                match self { $(Permission::$variant => $act),+ }
            }
        }
    };
}

permissions! {
    AccountsView = "ACCOUNTS_VIEW", "see accounts";
    ContactsView = "CONTACTS_VIEW", "see contacts";
    AccountsEdit = "ACCOUNTS_EDIT", "create or edit accounts";
    ContactsEdit = "CONTACTS_EDIT", "create or edit contacts";
    AccountsArchive = "ACCOUNTS_ARCHIVE", "archive or restore accounts";
    ContactsArchive = "CONTACTS_ARCHIVE", "archive or restore contacts";
    RecordsMerge = "RECORDS_MERGE", "merge records";
    RecordsBulk = "RECORDS_BULK", "change records in bulk";
    AccountsExport = "ACCOUNTS_EXPORT", "export accounts";
    ContactsExport = "CONTACTS_EXPORT", "export contacts";
    /// Asks name servers and, where it is set up, mail servers about addresses; the verdicts are written to the contacts.
    EmailsVerify = "EMAILS_VERIFY", "verify emails";
    /// Asks a service outside who carries a number, which may cost money; its answers are written to the contacts.
    PhonesLookUp = "PHONES_LOOK_UP", "look up phones";
    /// One's own; those of others with the activity log ([`Permission::AuditView`]).
    ExportsView = "EXPORTS_VIEW", "see exports";
    ImportsView = "IMPORTS_VIEW", "see imports";
    ImportsRun = "IMPORTS_RUN", "import files";
    ImportsUndo = "IMPORTS_UNDO", "undo an import";
    /// Also in the middle of an import, for a column that has no field yet. Changing and archiving them is a setting.
    CustomFieldsDefine = "CUSTOM_FIELDS_DEFINE", "define custom fields";
    /// A client's own files, given with an order; they never reach the shared audience by themselves.
    OrderFilesUpload = "ORDER_FILES_UPLOAD", "upload files for an order";
    SegmentsView = "SEGMENTS_VIEW", "see segments and lists";
    SegmentsEdit = "SEGMENTS_EDIT", "edit segments and lists";
    /// Only the size of a segment shared with the client, floored.
    SegmentCountsView = "SEGMENT_COUNTS_VIEW", "see the size of segments";
    DomainSetsView = "DOMAIN_SETS_VIEW", "see domain sets";
    DomainSetsEdit = "DOMAIN_SETS_EDIT", "edit domain sets";
    CampaignsView = "CAMPAIGNS_VIEW", "see campaigns and scripts";
    CampaignsEdit = "CAMPAIGNS_EDIT", "edit campaigns and scripts";
    /// Email templates: whoever works a campaign by phone reads scripts and needs none of them.
    TemplatesView = "TEMPLATES_VIEW", "see email templates";
    TemplatesEdit = "TEMPLATES_EDIT", "edit email templates";
    CampaignsLaunch = "CAMPAIGNS_LAUNCH", "launch, pause or stop campaigns";
    /// What people answered to campaigns, with their words.
    RepliesView = "REPLIES_VIEW", "see replies to campaigns";
    RepliesAct = "REPLIES_ACT", "work on replies to campaigns";
    TemplatesApprove = "TEMPLATES_APPROVE", "approve templates and scripts";
    OrderCreativeApprove = "ORDER_CREATIVE_APPROVE", "approve an order's creative";
    /// One's own are those one was given or made.
    TasksView = "TASKS_VIEW", "see tasks";
    TasksEdit = "TASKS_EDIT", "create or change tasks";
    /// Always with the record they are about; one's own are those one wrote.
    NotesView = "NOTES_VIEW", "see notes";
    NotesEdit = "NOTES_EDIT", "write or change notes";
    CallsDial = "CALLS_DIAL", "place calls";
    CallsDispose = "CALLS_DISPOSE", "close calls with a disposition";
    LeadsView = "LEADS_VIEW", "see leads";
    LeadsDecide = "LEADS_DECIDE", "approve, reject or return leads";
    SuppressionsView = "SUPPRESSIONS_VIEW", "see suppressions";
    SuppressionsAdd = "SUPPRESSIONS_ADD", "suppress somebody";
    SuppressionsRelease = "SUPPRESSIONS_RELEASE", "release a suppression";
    /// Always with the person they are about.
    ConsentsView = "CONSENTS_VIEW", "see consents";
    ConsentsRecord = "CONSENTS_RECORD", "record or withdraw consent";
    ConsentRulesManage = "CONSENT_RULES_MANAGE", "change the rules of consent";
    /// Rules, dry runs, what runs came to, and legal holds.
    RetentionView = "RETENTION_VIEW", "see retention rules and legal holds";
    RetentionManage = "RETENTION_MANAGE", "change retention rules or place and lift legal holds";
    ContactsErase = "CONTACTS_ERASE", "erase a person";
    PrivacyRequests = "PRIVACY_REQUESTS", "handle access and erasure requests";
    OrdersView = "ORDERS_VIEW", "see orders";
    OrdersAct = "ORDERS_ACT", "act on orders";
    OrdersLink = "ORDERS_LINK", "link campaigns to orders";
    ReportsView = "REPORTS_VIEW", "see reports";
    QaReportsView = "QA_REPORTS_VIEW", "see quality reports";
    AutomationsManage = "AUTOMATIONS_MANAGE", "manage automations";
    UsersView = "USERS_VIEW", "see users";
    UsersManage = "USERS_MANAGE", "manage users and teams";
    /// Of a client's own people: to invite others to their organisation.
    ColleaguesInvite = "COLLEAGUES_INVITE", "invite colleagues";
    ClientsView = "CLIENTS_VIEW", "see client organisations";
    /// To see for a while what a client's people see, and change nothing; its history says who did.
    ClientsViewAs = "CLIENTS_VIEW_AS", "view as a client";
    ClientsManage = "CLIENTS_MANAGE", "manage client organisations";
    SettingsManage = "SETTINGS_MANAGE", "change settings";
    ApiKeysManage = "API_KEYS_MANAGE", "manage API keys";
    AuditView = "AUDIT_VIEW", "read the activity log";
    JobsView = "JOBS_VIEW", "see jobs";
    JobsManage = "JOBS_MANAGE", "cancel or retry jobs";
    ProjectionsView = "PROJECTIONS_VIEW", "see the state of the system";
    ProjectionsManage = "PROJECTIONS_MANAGE", "retry, park or rebuild projections";
    LogVerify = "LOG_VERIFY", "verify the log";
}

impl Permission {
    /// Whether it is for looking and nothing else. What is not known to be so, is not.
    pub fn is_reading(self) -> bool {
        self.as_str().ends_with("_VIEW")
    }

    /// By the name it is sent and stored under.
    pub fn named(name: &str) -> Option<Self> {
        Permission::ALL.iter().find(|permission| permission.as_str() == name).copied()
    }
}

impl Serialize for Permission {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Permission {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Permission::named(&name)
            .ok_or_else(|| serde::de::Error::custom(format!("{name:?} is not a permission")))
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
