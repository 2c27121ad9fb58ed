//! Every kind of job there is. What is listed here is all that the queue must know without the handler at hand.

/// A kind of job, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Stands in `jobs.queue.kind`; never changed once used.
    pub name: &'static str,
    /// What a person reads.
    pub label: &'static str,
    /// The handler must see a cancel through, because something outside the queue waits for the end (an import that
    /// is Running). Such a job is run once more to settle it; all others are cancelled on the spot while they wait.
    pub settles_cancel: bool,
    /// Runs by itself, often, and is nothing to look at unless it fails. Other kinds are work that a person waits for.
    pub routine: bool,
}

pub const IMPORT_RUN: Kind =
    Kind { name: "import_run", label: "Import", settles_cancel: true, routine: false };
pub const IMPORT_PREVIEW: Kind =
    Kind { name: "import_preview", label: "Preview of an import", settles_cancel: true, routine: false };
pub const IMPORT_UNDO: Kind =
    Kind { name: "import_undo", label: "Undo of an import", settles_cancel: true, routine: false };
pub const PREVIEWS_CLEANUP: Kind = Kind {
    name: "previews_cleanup",
    label: "Delete lists of previews whose time is over",
    settles_cancel: false,
    routine: true,
};
pub const EXPORT_RUN: Kind =
    Kind { name: "export_run", label: "Export", settles_cancel: true, routine: false };
pub const BULK_RUN: Kind =
    Kind { name: "bulk_run", label: "Bulk change", settles_cancel: true, routine: false };
pub const BULK_UNDO: Kind =
    Kind { name: "bulk_undo", label: "Undo of a bulk change", settles_cancel: true, routine: false };
pub const SURVIVORSHIP_PREVIEW: Kind = Kind {
    name: "survivorship_preview",
    label: "Preview of survivorship rules",
    settles_cancel: true,
    routine: false,
};
pub const FIND_DUPLICATES: Kind =
    Kind { name: "find_duplicates", label: "Find duplicates", settles_cancel: false, routine: false };
pub const FIND_NEW_DUPLICATES: Kind = Kind {
    name: "find_new_duplicates",
    label: "Find duplicates among what changed",
    settles_cancel: false,
    routine: true,
};
pub const FIND_TOUCHED_DUPLICATES: Kind = Kind {
    name: "find_touched_duplicates",
    label: "Find duplicates of what was just touched",
    settles_cancel: false,
    routine: true,
};
pub const DOMAIN_SET_MATCH: Kind =
    Kind { name: "domain_set_match", label: "Match a domain set", settles_cancel: true, routine: false };
pub const DOMAIN_SETS_KEEP: Kind = Kind {
    name: "domain_sets_keep",
    label: "Match domain sets with accounts that changed",
    settles_cancel: false,
    routine: true,
};
pub const ENRICHMENT_RUN: Kind =
    Kind { name: "enrichment_run", label: "Suggest industries", settles_cancel: false, routine: false };
pub const EMAIL_VERIFICATION_RUN: Kind = Kind {
    name: "email_verification_run",
    label: "Email verification",
    settles_cancel: true,
    routine: false,
};
/// A handful, for which somebody waits in front of the record: apart, so that they do not wait behind a long run.
pub const EMAIL_VERIFICATION_FEW: Kind = Kind {
    name: "email_verification_few",
    label: "Email verification of a few",
    settles_cancel: true,
    routine: false,
};
pub const PHONE_LOOKUP_RUN: Kind =
    Kind { name: "phone_lookup_run", label: "Phone look-up", settles_cancel: true, routine: false };
/// A handful, for which somebody waits in front of the record: apart, so that they do not wait behind a long run.
pub const PHONE_LOOKUP_FEW: Kind =
    Kind { name: "phone_lookup_few", label: "Phone look-up of a few", settles_cancel: true, routine: false };
pub const SUPPRESSION_IMPORT: Kind =
    Kind { name: "suppression_import", label: "Suppression file", settles_cancel: true, routine: false };
pub const EXPORTS_CLEANUP: Kind = Kind {
    name: "exports_cleanup",
    label: "Delete export files whose time is over",
    settles_cancel: false,
    routine: true,
};
pub const LINK_CONTACTS: Kind = Kind {
    name: "link_contacts_by_domain",
    label: "Link contacts to their account",
    settles_cancel: false,
    routine: true,
};
pub const ERASE_CONTACT: Kind =
    Kind { name: "erase_contact", label: "Erase a person", settles_cancel: false, routine: false };
pub const PRIVACY_REQUEST_ANSWER: Kind = Kind {
    name: "privacy_request_answer",
    label: "Answer of a request",
    settles_cancel: false,
    routine: false,
};
pub const PRIVACY_REQUESTS_UPKEEP: Kind = Kind {
    name: "privacy_requests_upkeep",
    label: "Look after requests for access and erasure",
    settles_cancel: false,
    routine: true,
};
pub const MAIL_SEND: Kind =
    Kind { name: "mail_send", label: "Send a mail", settles_cancel: false, routine: true };
pub const EMAIL_TEST_SEND: Kind = Kind {
    name: "email_test_send",
    label: "Test of an email template",
    settles_cancel: false,
    routine: true,
};
/// Waits for the moment at which a campaign starts.
pub const CAMPAIGN_START: Kind =
    Kind { name: "campaign_start", label: "Start a campaign", settles_cancel: false, routine: true };
pub const CAMPAIGN_TAKE_AUDIENCE: Kind = Kind {
    name: "campaign_take_audience",
    label: "Take the audience of a campaign",
    settles_cancel: true,
    routine: false,
};
/// Tells of everybody who waits in a stopped campaign. What it leaves undone is done by whoever keeps campaigns.
pub const CAMPAIGN_STOP: Kind =
    Kind { name: "campaign_stop", label: "Stop a campaign", settles_cancel: true, routine: false };
pub const EMAIL_SETTLE: Kind = Kind {
    name: "email_settle",
    label: "Look up emails of which nobody knows whether they left",
    settles_cancel: false,
    routine: true,
};
pub const CAMPAIGN_SEED_TEST: Kind =
    Kind { name: "campaign_seed_test", label: "Test of a campaign", settles_cancel: false, routine: true };
pub const NOTIFICATION_MAILS: Kind = Kind {
    name: "notification_mails",
    label: "Send digests and notifications that are due",
    settles_cancel: false,
    routine: true,
};
/// Each minute: opens and clicks that are old enough are held against the rules that tell programs from people.
pub const EMAIL_JUDGE: Kind = Kind {
    name: "email_judge",
    label: "Tell programs from people in opens and clicks",
    settles_cancel: false,
    routine: true,
};
pub const EMAIL_JUDGE_ANEW: Kind = Kind {
    name: "email_judge_anew",
    label: "Judge opens and clicks anew",
    settles_cancel: false,
    routine: false,
};
/// Each minute, where a mailbox is set up.
pub const EMAIL_INBOUND: Kind = Kind {
    name: "email_inbound",
    label: "Fetch replies and reports from mailboxes",
    settles_cancel: false,
    routine: true,
};
pub const EMAIL_KEYS_CLEANUP: Kind = Kind {
    name: "email_keys_cleanup",
    label: "Forget what came back about old emails",
    settles_cancel: false,
    routine: true,
};
pub const TASK_REMINDERS: Kind = Kind {
    name: "task_reminders",
    label: "Tell people of tasks that are due",
    settles_cancel: false,
    routine: true,
};
pub const SENDER_CHECK: Kind =
    Kind { name: "sender_check", label: "Check a sender", settles_cancel: false, routine: false };
pub const SENDER_CHECKS: Kind =
    Kind { name: "sender_checks", label: "Check all senders", settles_cancel: false, routine: true };
/// Also runs by itself at night; not hidden, as it deletes.
pub const RETENTION_RUN: Kind = Kind {
    name: "retention_run",
    label: "Delete what rules of retention say",
    settles_cancel: true,
    routine: false,
};
pub const RETENTION_DRY_RUN: Kind = Kind {
    name: "retention_dry_run",
    label: "Dry run of a retention rule",
    settles_cancel: false,
    routine: false,
};
pub const FACT_PARTITIONS: Kind = Kind {
    name: "fact_partitions",
    label: "Prepare storage for the coming months",
    settles_cancel: false,
    routine: true,
};
pub const LOG_SEALS: Kind =
    Kind { name: "log_seals", label: "Seal the log", settles_cancel: false, routine: true };
pub const IDEMPOTENCY_CLEANUP: Kind = Kind {
    name: "idempotency_cleanup",
    label: "Forget old idempotency keys",
    settles_cancel: false,
    routine: true,
};
pub const JOBS_CLEANUP: Kind =
    Kind { name: "jobs_cleanup", label: "Forget finished jobs", settles_cancel: false, routine: true };
pub const SESSIONS_CLEANUP: Kind =
    Kind { name: "sessions_cleanup", label: "Forget ended sessions", settles_cancel: false, routine: true };

pub const ALL: &[Kind] = &[
    IMPORT_RUN,
    IMPORT_PREVIEW,
    IMPORT_UNDO,
    PREVIEWS_CLEANUP,
    EXPORT_RUN,
    BULK_RUN,
    BULK_UNDO,
    SURVIVORSHIP_PREVIEW,
    FIND_DUPLICATES,
    FIND_NEW_DUPLICATES,
    FIND_TOUCHED_DUPLICATES,
    DOMAIN_SET_MATCH,
    DOMAIN_SETS_KEEP,
    ENRICHMENT_RUN,
    EMAIL_VERIFICATION_RUN,
    EMAIL_VERIFICATION_FEW,
    PHONE_LOOKUP_RUN,
    PHONE_LOOKUP_FEW,
    SUPPRESSION_IMPORT,
    EXPORTS_CLEANUP,
    LINK_CONTACTS,
    ERASE_CONTACT,
    PRIVACY_REQUEST_ANSWER,
    PRIVACY_REQUESTS_UPKEEP,
    MAIL_SEND,
    EMAIL_TEST_SEND,
    CAMPAIGN_START,
    CAMPAIGN_TAKE_AUDIENCE,
    CAMPAIGN_STOP,
    CAMPAIGN_SEED_TEST,
    EMAIL_SETTLE,
    NOTIFICATION_MAILS,
    EMAIL_JUDGE,
    EMAIL_JUDGE_ANEW,
    EMAIL_INBOUND,
    EMAIL_KEYS_CLEANUP,
    TASK_REMINDERS,
    SENDER_CHECK,
    SENDER_CHECKS,
    RETENTION_RUN,
    RETENTION_DRY_RUN,
    FACT_PARTITIONS,
    LOG_SEALS,
    IDEMPOTENCY_CLEANUP,
    JOBS_CLEANUP,
    SESSIONS_CLEANUP,
];

pub fn kind(name: &str) -> Option<&'static Kind> {
    ALL.iter().find(|kind| kind.name == name)
}

/// The kinds that run by themselves.
pub fn routine() -> impl Iterator<Item = &'static Kind> {
    ALL.iter().filter(|kind| kind.routine)
}

/// Names of the kinds whose handler settles a cancel, for the queue's statements.
pub(super) fn settling() -> Vec<String> {
    ALL.iter().filter(|kind| kind.settles_cancel).map(|kind| kind.name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        for (at, one) in ALL.iter().enumerate() {
            assert!(ALL[at + 1..].iter().all(|other| other.name != one.name), "{} stands twice", one.name);
            assert_eq!(kind(one.name), Some(one));
        }
    }
}
