//! What is asked of templates.

use async_graphql::{InputObject, Json, MaybeUndefined};
use pivotal_commands::email::templates::preview::Looked;
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_domain::email::templates::Status;
use pivotal_domain::email::templates::blocks::Document;
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::DetailChanges;
use pivotal_projections::email::templates::query::TemplatesFilter;
use serde_json::Value;
use uuid::Uuid;

use super::types::EmailTemplateStatus;

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct EmailTemplatesFilter {
    /// Every word is looked for in the name and in the subject.
    pub q: Option<String>,
    pub status: Option<EmailTemplateStatus>,
    pub tag: Option<String>,
    pub brand: Option<String>,
    /// Only those with a version that may be sent.
    #[graphql(default)]
    pub approved: bool,
    /// null: archived ones too.
    #[graphql(default_with = "Some(false)")]
    pub archived: Option<bool>,
}

impl EmailTemplatesFilter {
    pub fn read(filter: Option<Self>) -> TemplatesFilter {
        let Some(filter) = filter else {
            return TemplatesFilter { archived: Some(false), ..TemplatesFilter::default() };
        };
        let EmailTemplatesFilter { q, status, tag, brand, approved, archived } = filter;
        TemplatesFilter { q, status: status.map(Status::from), tag, brand, approved, archived }
    }
}

/// The body is either MJML or a block document, of which MJML is made.
#[derive(Debug, Clone, InputObject)]
pub struct EmailTemplateContentInput {
    /// One line.
    pub subject: String,
    /// What lists of mails show behind the subject.
    #[graphql(default)]
    pub preheader: String,
    pub mjml: Option<String>,
    pub blocks: Option<Json<Value>>,
    /// Null: it is made of the HTML.
    pub text: Option<String>,
}

impl EmailTemplateContentInput {
    pub fn read(self) -> Result<Content, CommandError> {
        let EmailTemplateContentInput { subject, preheader, mjml, blocks, text } = self;
        content(subject, preheader, (mjml, blocks.map(|Json(blocks)| blocks)), text)
    }
}

#[derive(Debug, InputObject)]
pub struct EmailTemplateCreateInput {
    pub name: String,
    /// In whose name it speaks.
    pub brand: Option<String>,
    #[graphql(default)]
    pub tags: Vec<String>,
    /// A greeting with a footer unless said.
    pub content: Option<EmailTemplateContentInput>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct EmailTemplateSaveInput {
    pub id: Uuid,
    pub content: EmailTemplateContentInput,
    /// The revision it was written on: refused when somebody saved another meanwhile.
    pub revision: Option<i32>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct EmailTemplateUpdateInput {
    pub id: Uuid,
    pub name: Option<String>,
    /// null: no brand.
    pub brand: MaybeUndefined<String>,
    pub tags: Option<Vec<String>>,
}

impl EmailTemplateUpdateInput {
    pub fn read(self) -> (Uuid, DetailChanges) {
        let EmailTemplateUpdateInput { id, name, brand, tags } = self;
        let brand = match brand {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(brand) => Some(Some(brand)),
        };
        (id, DetailChanges { name, brand, tags })
    }
}

#[derive(Debug, InputObject)]
pub struct EmailTemplateReturnInput {
    pub id: Uuid,
    /// The one that was looked at.
    pub version: i32,
    /// What has to be mended.
    pub reason: String,
}

#[derive(Debug, InputObject)]
pub struct EmailTemplateTestInput {
    pub id: Uuid,
    /// The draft unless said.
    pub version: Option<i32>,
    /// Whose values it shows; fallbacks unless said.
    pub contact_id: Option<Uuid>,
}

/// Either a template that is kept, or content that is not.
#[derive(Debug, InputObject)]
pub struct EmailTemplatePreviewInput {
    pub id: Option<Uuid>,
    /// Of the template; the draft unless said.
    pub version: Option<i32>,
    pub content: Option<EmailTemplateContentInput>,
    /// Whose values it shows; fallbacks unless said.
    pub contact_id: Option<Uuid>,
}

impl EmailTemplatePreviewInput {
    pub fn read(self) -> Result<(Looked, Option<Uuid>), CommandError> {
        let EmailTemplatePreviewInput { id, version, content, contact_id } = self;
        let content = content.map(EmailTemplateContentInput::read).transpose()?;
        Ok((looked(id, version, content)?, contact_id))
    }
}

/// What is to be previewed, as both doors ask for it.
pub fn looked(
    id: Option<Uuid>,
    version: Option<i32>,
    content: Option<Content>,
) -> Result<Looked, CommandError> {
    match (id, version.map(number), content) {
        (Some(id), None, None) => Ok(Looked::Draft(id)),
        (Some(id), Some(version), None) => Ok(Looked::Version(id, version)),
        (None, None, Some(content)) => Ok(Looked::Content(Box::new(content))),
        (_, _, _) => Err(CommandError::rejected(Rejection::of_field(
            "content",
            "TEMPLATE_PREVIEW_OF_WHAT",
            "Say which template to preview, or give the content, not both.",
        ))),
    }
}

/// Content as both doors give it: the body as MJML, or as blocks.
pub fn content(
    subject: String,
    preheader: String,
    body: (Option<String>, Option<Value>),
    text: Option<String>,
) -> Result<Content, CommandError> {
    let (mjml, blocks) = match body {
        (Some(mjml), None) => (mjml, None),
        (None, Some(blocks)) => (String::new(), Some(document(blocks)?)),
        (None, None) => {
            return Err(CommandError::rejected(Rejection::of_field(
                "mjml",
                "TEMPLATE_NO_BODY",
                "The mail has no body. Give MJML, or blocks.",
            )));
        }
        (Some(_), Some(_)) => {
            return Err(CommandError::rejected(Rejection::of_field(
                "blocks",
                "TEMPLATE_TWO_BODIES",
                "Give the body as MJML or as blocks, not both.",
            )));
        }
    };
    Ok(Content { subject, preheader, mjml, blocks, text })
}

fn document(blocks: Value) -> Result<Document, CommandError> {
    serde_json::from_value(blocks).map_err(|error| {
        let said: String = error.to_string().chars().take(300).collect();
        let message = format!("The blocks cannot be read: {said}. Correct them.");
        CommandError::rejected(Rejection::of_field("blocks", "TEMPLATE_BLOCKS", message))
    })
}

/// No version and no revision has a negative number: such a one is not found.
pub fn number(given: i32) -> u32 {
    u32::try_from(given).unwrap_or(0)
}
