//! What rules of retention there are, each for one kind of data, and what each of them deletes.

use serde::{Deserialize, Serialize};

use super::keep::{Keep, Unit};

/// A rule's kind. The order is that of lists and runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Contacts that nothing was recorded about for so long: the person is erased.
    InactiveContacts,
    /// Contacts that are in the archive, untouched for so long: the person is erased.
    ArchivedContacts,
    /// Replies to campaigns: who wrote and what they wrote.
    Replies,
    /// Uploaded files of imports with their reject files. What was imported stays.
    ImportFiles,
    /// Files that were written by exports.
    ExportFiles,
    /// Mail that was kept in the test mailbox.
    TestMailbox,
    /// Sign-ins that have ended, with address and browser.
    SignIns,
    /// Jobs that are done or were cancelled.
    FinishedJobs,
}

impl Kind {
    pub const ALL: [Kind; 8] = [
        Kind::InactiveContacts,
        Kind::ArchivedContacts,
        Kind::Replies,
        Kind::ImportFiles,
        Kind::ExportFiles,
        Kind::TestMailbox,
        Kind::SignIns,
        Kind::FinishedJobs,
    ];

    /// As written in events, tables and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::InactiveContacts => "inactive_contacts",
            Kind::ArchivedContacts => "archived_contacts",
            Kind::Replies => "replies",
            Kind::ImportFiles => "import_files",
            Kind::ExportFiles => "export_files",
            Kind::TestMailbox => "test_mailbox",
            Kind::SignIns => "sign_ins",
            Kind::FinishedJobs => "finished_jobs",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    pub const fn label(self) -> &'static str {
        match self {
            Kind::InactiveContacts => "Contacts without activity",
            Kind::ArchivedContacts => "Archived contacts",
            Kind::Replies => "Replies",
            Kind::ImportFiles => "Import files",
            Kind::ExportFiles => "Export files",
            Kind::TestMailbox => "Test mailbox",
            Kind::SignIns => "Sign-ins",
            Kind::FinishedJobs => "Finished jobs",
        }
    }

    /// What goes, and from when its time is counted.
    pub const fn deletes(self) -> &'static str {
        match self {
            Kind::InactiveContacts => {
                "Erases people about whom nothing was recorded for that long: no change, no task, no note, no activity."
            }
            Kind::ArchivedContacts => "Erases people in the archive, counted from the last change.",
            Kind::Replies => {
                "Deletes who wrote a reply and what they wrote, counted from when it came. What lies in the log under a contact's own key stays sealed there until the contact is erased."
            }
            Kind::ImportFiles => {
                "Deletes uploaded files and reject files, counted from the last step of the import. Imported records stay."
            }
            Kind::ExportFiles => "Deletes files that exports wrote, counted from when they were written.",
            Kind::TestMailbox => "Deletes mail kept in the test mailbox, counted from when it was sent.",
            Kind::SignIns => "Forgets address and browser of sign-ins, counted from when they ended.",
            Kind::FinishedJobs => "Forgets jobs that are done or cancelled, counted from their end.",
        }
    }

    pub const fn data(self) -> Data {
        match self {
            Kind::InactiveContacts | Kind::ArchivedContacts => Data::Contacts,
            Kind::Replies => Data::Replies,
            Kind::ImportFiles => Data::ImportFiles,
            Kind::ExportFiles => Data::ExportFiles,
            Kind::TestMailbox => Data::TestMailbox,
            Kind::SignIns => Data::SignIns,
            Kind::FinishedJobs => Data::FinishedJobs,
        }
    }

    /// What holds until somebody sets a rule.
    pub const fn built_in(self) -> Keep {
        match self {
            Kind::InactiveContacts | Kind::ArchivedContacts | Kind::ImportFiles => Keep::Forever,
            Kind::Replies => Keep::For { count: 3, unit: Unit::Years },
            Kind::ExportFiles => Keep::For { count: 7, unit: Unit::Days },
            Kind::TestMailbox => Keep::For { count: 14, unit: Unit::Days },
            Kind::SignIns | Kind::FinishedJobs => Keep::For { count: 30, unit: Unit::Days },
        }
    }

    /// Copies and traces are never kept for good; who must keep them for a while places a legal hold.
    pub const fn may_be_forever(self) -> bool {
        matches!(self, Kind::InactiveContacts | Kind::ArchivedContacts | Kind::Replies | Kind::ImportFiles)
    }

    /// How many one run deletes. What is left goes with the next: an erasure is work of its own for other jobs.
    pub const fn most_at_once(self) -> u64 {
        match self {
            Kind::InactiveContacts | Kind::ArchivedContacts => 500,
            Kind::Replies | Kind::ImportFiles | Kind::ExportFiles => 5_000,
            Kind::TestMailbox | Kind::SignIns | Kind::FinishedJobs => 200_000,
        }
    }
}

/// A kind of data that can be held as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Data {
    Contacts,
    Replies,
    ImportFiles,
    ExportFiles,
    TestMailbox,
    SignIns,
    FinishedJobs,
}

impl Data {
    pub const ALL: [Data; 7] = [
        Data::Contacts,
        Data::Replies,
        Data::ImportFiles,
        Data::ExportFiles,
        Data::TestMailbox,
        Data::SignIns,
        Data::FinishedJobs,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Data::Contacts => "contacts",
            Data::Replies => "replies",
            Data::ImportFiles => "import_files",
            Data::ExportFiles => "export_files",
            Data::TestMailbox => "test_mailbox",
            Data::SignIns => "sign_ins",
            Data::FinishedJobs => "finished_jobs",
        }
    }

    pub fn parse(text: &str) -> Option<Data> {
        Data::ALL.into_iter().find(|data| data.as_str() == text)
    }

    pub const fn label(self) -> &'static str {
        match self {
            Data::Contacts => "All contacts",
            Data::Replies => "All replies",
            Data::ImportFiles => "All import files",
            Data::ExportFiles => "All export files",
            Data::TestMailbox => "The whole test mailbox",
            Data::SignIns => "All sign-ins",
            Data::FinishedJobs => "All finished jobs",
        }
    }
}
