//! A template as the API shows it.

use std::collections::HashMap;

use async_graphql::{Enum, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::email::templates::preview::Previewed;
use pivotal_domain::email::snippets::include::Used;
use pivotal_domain::email::templates::Status;
use pivotal_domain::email::templates::problems::{Part, Problem, Severity};
use pivotal_domain::email::templates::tags::fields::{KnownTag, TagGroup};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_projections::email::templates::query::{ContentRow, TemplateRow, VersionRow};
use serde_json::Value;
use uuid::Uuid;

/// Where a template stands on its way to being sent.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Status")]
pub enum EmailTemplateStatus {
    Draft,
    /// A version waits for somebody else to approve it.
    InReview,
    Approved,
    /// The last version was returned with a reason.
    Returned,
}

/// What became of a version.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum EmailTemplateStanding {
    InReview,
    Approved,
    Returned,
    /// A later one was submitted before anybody decided on it.
    Superseded,
}

impl EmailTemplateStanding {
    fn named(name: &str) -> Self {
        match name {
            "approved" => EmailTemplateStanding::Approved,
            "returned" => EmailTemplateStanding::Returned,
            "superseded" => EmailTemplateStanding::Superseded,
            _ => EmailTemplateStanding::InReview,
        }
    }
}

/// A mail that is sent to many: a draft that people work on, and versions of it that were submitted.
#[derive(Debug, SimpleObject)]
pub struct EmailTemplate {
    pub id: Uuid,
    pub name: String,
    /// In whose name it speaks.
    pub brand: Option<String>,
    pub tags: Vec<String>,
    pub status: EmailTemplateStatus,
    pub archived: bool,
    /// Of the draft.
    pub subject: String,
    /// Of the draft: what lists of mails show behind the subject.
    pub preheader: String,
    /// Counts the saves of the draft from 1.
    pub revision: i32,
    /// How many versions were submitted; the last one has this number.
    pub versions: i32,
    /// The last version that was approved: the one that may be sent.
    pub approved_version: Option<i32>,
    pub created_by_id: Uuid,
    pub created_by_name: Option<String>,
    /// Who saved the draft last.
    pub saved_by_id: Uuid,
    pub saved_by_name: Option<String>,
    pub created_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Whether the viewer may write, rename, submit and archive it.
    pub may_edit: bool,
    /// Whether the viewer's role may approve and return versions; never one they wrote or submitted.
    pub may_approve: bool,
}

impl EmailTemplate {
    pub fn of(row: TemplateRow, names: &HashMap<Uuid, String>, viewer: &Actor) -> Self {
        let may = |permission| viewer.scope(permission) == Scope::All;
        EmailTemplate {
            status: status_named(&row.status).into(),
            created_by_name: names.get(&row.created_by).cloned(),
            saved_by_name: names.get(&row.saved_by).cloned(),
            may_edit: may(Permission::TemplatesEdit),
            may_approve: may(Permission::TemplatesApprove),
            id: row.id,
            name: row.name,
            brand: row.brand,
            tags: row.tags,
            archived: row.archived,
            subject: row.subject,
            preheader: row.preheader,
            revision: row.revision,
            versions: row.versions,
            approved_version: row.approved,
            created_by_id: row.created_by,
            saved_by_id: row.saved_by,
            created_at: row.created_at,
            saved_at: row.saved_at,
            updated_at: row.updated_at,
        }
    }
}

fn status_named(name: &str) -> Status {
    Status::ALL.into_iter().find(|status| status.as_str() == name).unwrap_or(Status::Draft)
}

/// What a draft or a version says.
#[derive(Debug, SimpleObject)]
pub struct EmailTemplateContent {
    pub subject: String,
    pub preheader: String,
    /// The body; of a block document, what was made of it.
    pub mjml: String,
    /// The block document, if the body was put together of blocks.
    pub blocks: Option<Json<Value>>,
    /// Null: the plain text is made of the HTML.
    pub text: Option<String>,
}

impl From<ContentRow> for EmailTemplateContent {
    fn from(row: ContentRow) -> Self {
        let ContentRow { subject, preheader, mjml, blocks, plain } = row;
        EmailTemplateContent { subject, preheader, mjml, blocks: blocks.map(Json), text: plain }
    }
}

/// A draft as it was submitted, which never changes.
#[derive(Debug, SimpleObject)]
pub struct EmailTemplateVersion {
    pub number: i32,
    pub subject: String,
    /// SHA-256 of the content, in hexadecimal.
    pub hash: String,
    pub standing: EmailTemplateStanding,
    pub submitted_by_id: Uuid,
    pub submitted_by_name: Option<String>,
    pub submitted_at: DateTime<Utc>,
    /// Who approved or returned it.
    pub decided_by_id: Option<Uuid>,
    pub decided_by_name: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was returned.
    pub reason: Option<String>,
    /// The snippets that stand in it, as they were when it was submitted.
    pub snippets: Vec<EmailTemplateVersionSnippet>,
}

/// A snippet that stands in a version of a template.
#[derive(Debug, SimpleObject)]
pub struct EmailTemplateVersionSnippet {
    pub snippet_id: Uuid,
    pub name: String,
    /// Of the snippet.
    pub version: i32,
}

impl From<Used> for EmailTemplateVersionSnippet {
    fn from(used: Used) -> Self {
        let version = i32::try_from(used.version).unwrap_or(i32::MAX);
        EmailTemplateVersionSnippet { snippet_id: used.snippet, name: used.name, version }
    }
}

impl EmailTemplateVersion {
    pub fn of(row: VersionRow, names: &HashMap<Uuid, String>) -> Self {
        // Written by us as what it is read as.
        let snippets: Vec<Used> = serde_json::from_value(row.snippets).unwrap_or_default();
        EmailTemplateVersion {
            snippets: snippets.into_iter().map(EmailTemplateVersionSnippet::from).collect(),
            standing: EmailTemplateStanding::named(&row.standing),
            submitted_by_name: names.get(&row.submitted_by).cloned(),
            decided_by_name: row.decided_by.and_then(|id| names.get(&id).cloned()),
            number: row.number,
            subject: row.subject,
            hash: row.hash,
            submitted_by_id: row.submitted_by,
            submitted_at: row.submitted_at,
            decided_by_id: row.decided_by,
            decided_at: row.decided_at,
            reason: row.reason,
        }
    }
}

/// What a merge tag is about.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "TagGroup")]
pub enum EmailMergeTagGroup {
    Contact,
    Account,
    Sender,
    Links,
}

/// A tag that may stand in a template, written {{path}} or {{path|fallback}}.
#[derive(Debug, SimpleObject)]
pub struct EmailMergeTag {
    pub path: String,
    pub label: String,
    pub group: EmailMergeTagGroup,
}

impl From<KnownTag> for EmailMergeTag {
    fn from(tag: KnownTag) -> Self {
        EmailMergeTag { path: tag.path, label: tag.label, group: tag.group.into() }
    }
}

/// How much a problem matters.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Severity")]
pub enum EmailTemplateSeverity {
    /// It is not saved.
    Error,
    /// It can be saved, and must be mended before it is sent to anybody.
    Warning,
    /// Worth a look.
    Hint,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Part")]
pub enum EmailTemplatePart {
    Subject,
    Preheader,
    Body,
    Text,
}

/// What is wrong with a template, or could be better: what, where, and the way out.
#[derive(Debug, SimpleObject)]
pub struct EmailTemplateProblem {
    pub severity: EmailTemplateSeverity,
    pub code: String,
    pub part: EmailTemplatePart,
    /// Of the part, counted from 1; null when it is about the whole.
    pub line: Option<i32>,
    pub message: String,
}

impl From<Problem> for EmailTemplateProblem {
    fn from(problem: Problem) -> Self {
        EmailTemplateProblem {
            severity: problem.severity.into(),
            code: problem.code.to_owned(),
            part: problem.part.into(),
            line: problem.line.and_then(|line| i32::try_from(line).ok()),
            message: problem.message,
        }
    }
}

/// A mail as one contact would get it.
#[derive(Debug, SimpleObject)]
pub struct EmailTemplatePreview {
    /// Null, as the other parts: it cannot be made, and the problems say why.
    pub subject: Option<String>,
    pub preheader: Option<String>,
    /// A whole document. Show it where nothing in it can run.
    pub html: Option<String>,
    pub text: Option<String>,
    /// Of the HTML.
    pub bytes: i32,
    /// Paths of tags that stand for nothing here: no value and no fallback.
    pub empty_tags: Vec<String>,
    /// Errors first.
    pub problems: Vec<EmailTemplateProblem>,
}

impl From<Previewed> for EmailTemplatePreview {
    fn from(previewed: Previewed) -> Self {
        let problems = previewed.problems.into_iter().map(EmailTemplateProblem::from).collect();
        let Some(mail) = previewed.mail else {
            return EmailTemplatePreview {
                subject: None,
                preheader: None,
                html: None,
                text: None,
                bytes: 0,
                empty_tags: Vec::new(),
                problems,
            };
        };
        EmailTemplatePreview {
            bytes: i32::try_from(mail.html.len()).unwrap_or(i32::MAX),
            subject: Some(mail.subject),
            preheader: Some(mail.preheader),
            html: Some(mail.html),
            text: Some(mail.text),
            empty_tags: mail.empty,
            problems,
        }
    }
}
