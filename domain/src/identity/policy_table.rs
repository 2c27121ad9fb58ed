//! The one table of what each role may do. Change it here and in `policy.md`, which a test compares.

use super::permission::Permission::{self, *};
use super::policy::Scope::{self, All, Client, None, Own, Team};

/// One row. The resource may name several acts separated by ` / `: each has a slot, and a slot may cover several permissions.
#[derive(Debug)]
pub struct Row {
    pub resource: &'static str,
    pub slots: &'static [&'static [Permission]],
    /// In the order of `Role::ALL`.
    pub cells: [Cell; 6],
}

/// What one role has in one row.
#[derive(Debug)]
pub enum Cell {
    /// The same scope for every permission of the row.
    Same(Scope),
    /// A scope per slot.
    Each(&'static [Scope]),
    /// Where letters do not say enough: the words, and the permissions they stand for. Any other one of the row is none.
    Said(&'static str, &'static [(Permission, Scope)]),
}
use Cell::{Each, Said, Same};

pub static TABLE: &[Row] = &[
    Row {
        resource: "accounts, contacts: view",
        slots: &[&[AccountsView, ContactsView]],
        cells: [
            Same(All),
            Same(All),
            Same(All),
            Same(All),
            Said("O (those in the agent's queues)", &[(AccountsView, Own), (ContactsView, Own)]),
            Same(None),
        ],
    },
    Row {
        resource: "create, edit",
        slots: &[&[AccountsEdit, ContactsEdit]],
        cells: [
            Same(All),
            Same(All),
            Same(All),
            Same(None),
            Said("O (during a call)", &[(AccountsEdit, Own), (ContactsEdit, Own)]),
            Same(None),
        ],
    },
    Row {
        resource: "archive, merge, bulk",
        slots: &[&[AccountsArchive, ContactsArchive, RecordsMerge, RecordsBulk]],
        cells: [Same(All), Same(Team), Same(All), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "verify emails",
        slots: &[&[EmailsVerify]],
        cells: [Same(All), Same(All), Same(All), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "look up phones",
        slots: &[&[PhonesLookUp]],
        cells: [Same(All), Same(All), Same(All), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "tasks: view / edit",
        slots: &[&[TasksView], &[TasksEdit]],
        cells: [
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, Own]),
            Each(&[Own, Own]),
            Same(None),
        ],
    },
    Row {
        resource: "notes: view / write",
        slots: &[&[NotesView], &[NotesEdit]],
        cells: [
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, Own]),
            Said("O/O (with the record)", &[(NotesView, Own), (NotesEdit, Own)]),
            Same(None),
        ],
    },
    Row {
        resource: "export",
        slots: &[&[AccountsExport, ContactsExport, ExportsView]],
        cells: [Same(All), Same(All), Same(All), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "import, undo import",
        slots: &[&[ImportsView, ImportsRun, ImportsUndo, CustomFieldsDefine, OrderFilesUpload]],
        cells: [
            Same(All),
            Same(None),
            Same(All),
            Same(None),
            Same(None),
            Said("own order's files", &[(OrderFilesUpload, Client)]),
        ],
    },
    Row {
        resource: "segments, lists, domain sets: view / edit",
        slots: &[&[SegmentsView, SegmentCountsView, DomainSetsView], &[SegmentsEdit, DomainSetsEdit]],
        cells: [
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, None]),
            Each(&[None, None]),
            Said(
                "C domain sets; segments shared with the client, counts only",
                &[(DomainSetsView, Client), (DomainSetsEdit, Client), (SegmentCountsView, Client)],
            ),
        ],
    },
    Row {
        resource: "campaigns, templates, scripts: view / edit / launch",
        slots: &[&[CampaignsView, TemplatesView], &[CampaignsEdit, TemplatesEdit], &[CampaignsLaunch]],
        cells: [
            Each(&[All, All, All]),
            Each(&[All, All, All]),
            Each(&[All, None, None]),
            Each(&[All, None, None]),
            // An agent reads the scripts of the campaigns they call for; templates are not theirs.
            Said("O/-/-", &[(CampaignsView, Own)]),
            Same(None),
        ],
    },
    Row {
        resource: "approve templates and scripts",
        slots: &[&[TemplatesApprove, OrderCreativeApprove]],
        cells: [
            Same(All),
            Said("A, never one's own", &[(TemplatesApprove, All), (OrderCreativeApprove, All)]),
            Same(None),
            Same(None),
            Same(None),
            Said("own order's creative", &[(OrderCreativeApprove, Client)]),
        ],
    },
    Row {
        resource: "replies to campaigns: view / act",
        slots: &[&[RepliesView], &[RepliesAct]],
        cells: [
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, None]),
            Each(&[All, None]),
            Each(&[None, None]),
            Same(None),
        ],
    },
    Row {
        resource: "calls: dial, dispose",
        slots: &[&[CallsDial, CallsDispose]],
        cells: [Same(All), Same(None), Same(None), Same(None), Same(Own), Same(None)],
    },
    Row {
        resource: "leads: view / decide",
        slots: &[&[LeadsView], &[LeadsDecide]],
        cells: [
            Each(&[All, All]),
            Each(&[All, None]),
            Each(&[All, None]),
            Each(&[All, All]),
            Each(&[Own, None]),
            Said("C approved only", &[(LeadsView, Client)]),
        ],
    },
    Row {
        resource: "suppressions: view, add / release",
        slots: &[&[SuppressionsView, SuppressionsAdd], &[SuppressionsRelease]],
        cells: [
            Each(&[All, All]),
            Each(&[All, None]),
            Each(&[All, All]),
            Each(&[All, None]),
            Said("add DNC on a call/-", &[(SuppressionsAdd, Own)]),
            Said(
                "C own list",
                &[(SuppressionsView, Client), (SuppressionsAdd, Client), (SuppressionsRelease, Client)],
            ),
        ],
    },
    Row {
        resource: "consents: view / record, withdraw / rules",
        slots: &[&[ConsentsView], &[ConsentsRecord], &[ConsentRulesManage]],
        cells: [
            Each(&[All, All, All]),
            Each(&[All, All, None]),
            Each(&[All, All, All]),
            Each(&[All, None, None]),
            Said("O/O/- (with the record)", &[(ConsentsView, Own), (ConsentsRecord, Own)]),
            Same(None),
        ],
    },
    Row {
        resource: "access and erasure requests",
        slots: &[&[ContactsErase, PrivacyRequests]],
        cells: [Same(All), Same(None), Same(All), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "retention rules, legal holds: view / change",
        slots: &[&[RetentionView], &[RetentionManage]],
        cells: [Each(&[All, All]), Same(None), Each(&[All, None]), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "orders: view / act",
        slots: &[&[OrdersView], &[OrdersAct]],
        cells: [
            Each(&[All, All]),
            Each(&[All, All]),
            Each(&[All, None]),
            Each(&[All, None]),
            Each(&[None, None]),
            Each(&[Client, Client]),
        ],
    },
    Row {
        resource: "link campaigns to orders",
        slots: &[&[OrdersLink]],
        cells: [Same(All), Same(All), Same(None), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "reports",
        slots: &[&[ReportsView, QaReportsView]],
        cells: [
            Same(All),
            Same(All),
            Same(All),
            Said("QA", &[(QaReportsView, All)]),
            Said("O", &[(ReportsView, Own)]),
            Said("C", &[(ReportsView, Client)]),
        ],
    },
    Row {
        resource: "automations",
        slots: &[&[AutomationsManage]],
        cells: [Same(All), Same(All), Same(None), Same(None), Same(None), Same(None)],
    },
    Row {
        resource: "users, clients, settings, API keys",
        slots: &[&[UsersView, UsersManage, ColleaguesInvite, ClientsManage, SettingsManage, ApiKeysManage]],
        cells: [
            Same(All),
            Same(None),
            Same(None),
            Same(None),
            Same(None),
            Said("own colleagues", &[(UsersView, Client), (ColleaguesInvite, Client)]),
        ],
    },
    Row {
        // As all that is said of clients, administrators': others see a client's name where a record of theirs names it.
        resource: "clients: view / view as",
        slots: &[&[ClientsView], &[ClientsViewAs]],
        cells: [Each(&[All, All]), Same(None), Same(None), Same(None), Same(None), Each(&[Client, None])],
    },
    Row {
        resource: "log: audit explorer / rebuild, verify",
        slots: &[&[AuditView, JobsView], &[JobsManage, ProjectionsView, ProjectionsManage, LogVerify]],
        cells: [
            Each(&[All, All]),
            Each(&[Own, None]),
            Each(&[All, None]),
            Each(&[Own, None]),
            Each(&[None, None]),
            Same(None),
        ],
    },
];
