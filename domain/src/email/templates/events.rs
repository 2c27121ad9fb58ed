//! What can have happened to a template.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::content::Content;
use super::details::Details;
use crate::email::snippets::include::Used;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TemplateEvent {
    EmailTemplateCreated {
        at: DateTime<Utc>,
        by: Uuid,
        details: Details,
        content: Content,
    },
    /// Each save counts up the draft's revision.
    EmailTemplateDraftSaved {
        at: DateTime<Utc>,
        by: Uuid,
        revision: u32,
        content: Content,
    },
    EmailTemplateDetailsChanged {
        at: DateTime<Utc>,
        details: Details,
        previous: Details,
    },
    /// The draft as it is became a version, which never changes.
    EmailTemplateSubmitted {
        at: DateTime<Utc>,
        by: Uuid,
        version: u32,
        /// Of the content.
        hash: String,
    },
    /// What the snippets said that a version names, when it was submitted: it follows upon its submission.
    EmailTemplateSnippetsFrozen {
        at: DateTime<Utc>,
        version: u32,
        /// The version with the snippets in it.
        content: Content,
        snippets: Vec<Used>,
    },
    EmailTemplateApproved {
        at: DateTime<Utc>,
        by: Uuid,
        version: u32,
        /// Whom it concerns.
        submitted_by: Uuid,
    },
    EmailTemplateReturned {
        at: DateTime<Utc>,
        by: Uuid,
        version: u32,
        submitted_by: Uuid,
        reason: String,
    },
    EmailTemplateArchived {
        at: DateTime<Utc>,
    },
    EmailTemplateRestored {
        at: DateTime<Utc>,
    },
}

event_names!(TemplateEvent {
    EmailTemplateCreated,
    EmailTemplateDraftSaved,
    EmailTemplateDetailsChanged,
    EmailTemplateSubmitted,
    EmailTemplateSnippetsFrozen,
    EmailTemplateApproved,
    EmailTemplateReturned,
    EmailTemplateArchived,
    EmailTemplateRestored,
});

impl DomainEvent for TemplateEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for TemplateEvent {
    const AGGREGATE: &'static str = "email_template";

    /// What goes out to thousands is about none of them: where a mail says something of a person, a merge tag stands.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
