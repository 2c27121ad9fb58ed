//! What an email template looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_commands::email::templates::preview::Previewed;
use pivotal_commands::error::CommandError;
use pivotal_domain::email::snippets::include::Used;
use pivotal_domain::email::templates::content;
use pivotal_domain::email::templates::problems::{Part, Problem, Severity};
use pivotal_domain::email::templates::tags::fields::{KnownTag, TagGroup};
use pivotal_projections::email::templates::query::{ContentRow, TemplateRow, VersionRow};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::email::templates::input;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailTemplate)]
pub struct Template {
    pub id: Uuid,
    pub name: String,
    /// In whose name it speaks.
    pub brand: Option<String>,
    pub tags: Vec<String>,
    /// draft, in_review, approved, returned.
    pub status: String,
    pub archived: bool,
    /// Of the draft.
    pub subject: String,
    pub preheader: String,
    /// Counts the saves of the draft from 1.
    pub revision: i32,
    /// How many versions were submitted; the last one has this number.
    pub versions: i32,
    /// The last version that was approved.
    pub approved_version: Option<i32>,
    pub created_by_id: Uuid,
    pub saved_by_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl From<TemplateRow> for Template {
    fn from(row: TemplateRow) -> Self {
        Template {
            id: row.id,
            name: row.name,
            brand: row.brand,
            tags: row.tags,
            status: row.status,
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

/// What a draft or a version says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailTemplateContent)]
pub struct Content {
    pub subject: String,
    pub preheader: String,
    /// The body; of a block document, what was made of it.
    pub mjml: String,
    /// The block document, if the body was put together of blocks.
    #[schema(value_type = Option<Object>)]
    pub blocks: Option<Value>,
    /// Absent: the plain text is made of the HTML.
    pub text: Option<String>,
}

impl From<ContentRow> for Content {
    fn from(row: ContentRow) -> Self {
        let ContentRow { subject, preheader, mjml, blocks, plain } = row;
        Content { subject, preheader, mjml, blocks, text: plain }
    }
}

/// The newest 500, the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailTemplateVersions)]
pub struct Versions {
    pub items: Vec<Version>,
}

/// A draft as it was submitted, which never changes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailTemplateVersion)]
pub struct Version {
    pub number: i32,
    pub subject: String,
    /// SHA-256 of the content, in hexadecimal.
    pub hash: String,
    /// in_review, approved, returned, superseded.
    pub standing: String,
    pub submitted_by_id: Uuid,
    pub submitted_at: DateTime<Utc>,
    pub decided_by_id: Option<Uuid>,
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was returned.
    pub reason: Option<String>,
    /// The snippets that stand in it, as they were when it was submitted.
    pub snippets: Vec<VersionSnippet>,
}

/// A snippet that stands in a version of a template.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailTemplateVersionSnippet)]
pub struct VersionSnippet {
    pub snippet_id: Uuid,
    pub name: String,
    /// Of the snippet.
    pub version: u32,
}

impl From<Used> for VersionSnippet {
    fn from(used: Used) -> Self {
        VersionSnippet { snippet_id: used.snippet, name: used.name, version: used.version }
    }
}

impl From<VersionRow> for Version {
    fn from(row: VersionRow) -> Self {
        // Written by us as what it is read as.
        let snippets: Vec<Used> = serde_json::from_value(row.snippets).unwrap_or_default();
        Version {
            snippets: snippets.into_iter().map(VersionSnippet::from).collect(),
            number: row.number,
            subject: row.subject,
            hash: row.hash,
            standing: row.standing,
            submitted_by_id: row.submitted_by,
            submitted_at: row.submitted_at,
            decided_by_id: row.decided_by,
            decided_at: row.decided_at,
            reason: row.reason,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailMergeTags)]
pub struct MergeTags {
    pub items: Vec<MergeTag>,
}

/// A tag that may stand in a template, written {{path}} or {{path|fallback}}.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailMergeTag)]
pub struct MergeTag {
    pub path: String,
    pub label: String,
    /// contact, account, sender, links.
    pub group: String,
}

impl From<KnownTag> for MergeTag {
    fn from(tag: KnownTag) -> Self {
        let group = match tag.group {
            TagGroup::Contact => "contact",
            TagGroup::Account => "account",
            TagGroup::Sender => "sender",
            TagGroup::Links => "links",
        };
        MergeTag { path: tag.path, label: tag.label, group: group.to_owned() }
    }
}

/// The body is either MJML or a block document, of which MJML is made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewEmailTemplateContent)]
pub struct NewContent {
    /// One line.
    pub subject: String,
    #[serde(default)]
    pub preheader: String,
    pub mjml: Option<String>,
    #[schema(value_type = Option<Object>)]
    pub blocks: Option<Value>,
    /// Made of the HTML unless said.
    pub text: Option<String>,
}

impl NewContent {
    pub fn read(self) -> Result<content::Content, CommandError> {
        let NewContent { subject, preheader, mjml, blocks, text } = self;
        input::content(subject, preheader, (mjml, blocks), text)
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewEmailTemplate)]
pub struct NewTemplate {
    pub name: String,
    /// In whose name it speaks.
    pub brand: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    /// A greeting with a footer unless said.
    pub content: Option<NewContent>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailTemplateChanges)]
pub struct TemplateChanges {
    pub name: Option<String>,
    /// null: no brand.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    pub brand: Option<Option<String>>,
    pub tags: Option<Vec<String>>,
}

/// Told apart: absent, and there without a value.
fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailTemplateDraft)]
pub struct Draft {
    pub content: NewContent,
    /// The revision it was written on: refused when somebody saved another meanwhile.
    pub revision: Option<i32>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailTemplateApproval)]
pub struct Approval {
    /// The one that was looked at.
    pub version: i32,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailTemplateReturn)]
pub struct Return {
    /// The one that was looked at.
    pub version: i32,
    /// What has to be mended.
    pub reason: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailTemplateTest)]
pub struct Test {
    /// The draft unless said.
    pub version: Option<i32>,
    /// Whose values it shows; fallbacks unless said.
    pub contact_id: Option<Uuid>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailTemplateTestSent)]
pub struct TestSent {
    /// The address it goes to.
    pub sent_to: String,
}

/// Either a template that is kept, or content that is not.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = EmailTemplatePreviewed)]
pub struct Wanted {
    pub id: Option<Uuid>,
    /// Of the template; the draft unless said.
    pub version: Option<i32>,
    pub content: Option<NewContent>,
    /// Whose values it shows; fallbacks unless said.
    pub contact_id: Option<Uuid>,
}

/// A mail as one contact would get it. Without a subject and a body: it cannot be made, and the problems say why.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = EmailTemplatePreview)]
pub struct Preview {
    pub subject: Option<String>,
    pub preheader: Option<String>,
    pub html: Option<String>,
    pub text: Option<String>,
    /// Of the HTML.
    pub bytes: usize,
    /// Paths of tags that stand for nothing here: no value and no fallback.
    pub empty_tags: Vec<String>,
    /// Errors first.
    pub problems: Vec<TemplateProblem>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EmailTemplateProblem)]
pub struct TemplateProblem {
    /// error, warning, hint.
    pub severity: String,
    pub code: String,
    /// subject, preheader, body, text.
    pub part: String,
    /// Of the part, counted from 1.
    pub line: Option<usize>,
    pub message: String,
}

impl From<Problem> for TemplateProblem {
    fn from(problem: Problem) -> Self {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let part = match problem.part {
            Part::Subject => "subject",
            Part::Preheader => "preheader",
            Part::Body => "body",
            Part::Text => "text",
        };
        TemplateProblem {
            severity: severity.to_owned(),
            code: problem.code.to_owned(),
            part: part.to_owned(),
            line: problem.line,
            message: problem.message,
        }
    }
}

impl From<Previewed> for Preview {
    fn from(previewed: Previewed) -> Self {
        let problems = previewed.problems.into_iter().map(TemplateProblem::from).collect();
        let (subject, preheader, html, text, empty_tags) = match previewed.mail {
            Some(mail) => {
                (Some(mail.subject), Some(mail.preheader), Some(mail.html), Some(mail.text), mail.empty)
            }
            None => (None, None, None, None, Vec::new()),
        };
        let bytes = html.as_ref().map_or(0, String::len);
        Preview { subject, preheader, html, text, bytes, empty_tags, problems }
    }
}
