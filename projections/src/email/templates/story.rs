//! What happened to a template.

use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::story::{self, Changed, Told, Words, plain};
use crate::page::QueryError;

/// Newest first. For whoever was shown the template.
pub async fn told(reading: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    story::told::<TemplateEvent>(reading, id, words).await
}

fn words(event: TemplateEvent) -> Words {
    match event {
        TemplateEvent::EmailTemplateCreated { details, content, .. } => {
            let mut changes = of_details(None, &details);
            changes.extend(of_content(&content));
            ("Created".to_owned(), changes)
        }
        TemplateEvent::EmailTemplateDraftSaved { revision, content, .. } => {
            (format!("Draft saved (revision {revision})"), of_content(&content))
        }
        TemplateEvent::EmailTemplateDetailsChanged { details, previous, .. } => {
            story::details(of_details(Some(&previous), &details))
        }
        TemplateEvent::EmailTemplateSubmitted { version, .. } => {
            plain(format!("Version {version} submitted for approval"))
        }
        TemplateEvent::EmailTemplateSnippetsFrozen { version, snippets, .. } => {
            let named = snippets.iter().map(|used| format!("{} (version {})", used.name, used.version));
            let named = named.collect::<Vec<_>>().join(", ");
            let named = story::text("Snippets", None, &named).into_iter().collect();
            (format!("Version {version} keeps its snippets"), named)
        }
        TemplateEvent::EmailTemplateApproved { version, .. } => plain(format!("Version {version} approved")),
        TemplateEvent::EmailTemplateReturned { version, reason, .. } => {
            let why = story::text("Reason", None, &reason).into_iter().collect();
            (format!("Version {version} returned"), why)
        }
        TemplateEvent::EmailTemplateArchived { .. } => plain("Archived"),
        TemplateEvent::EmailTemplateRestored { .. } => plain("Restored"),
    }
}

/// The body itself is no line of a history: versions show it.
fn of_content(content: &Content) -> Vec<Changed> {
    [story::text("Subject", None, &content.subject), story::text("Preheader", None, &content.preheader)]
        .into_iter()
        .flatten()
        .collect()
}

fn of_details(old: Option<&Details>, new: &Details) -> Vec<Changed> {
    let brand = |details: &Details| details.brand.clone().unwrap_or_default();
    [
        story::text("Name", old.map(|old| old.name.as_str()), &new.name),
        story::text("Brand", old.map(brand).as_deref(), &brand(new)),
        story::tags(old.map(|old| old.tags.as_slice()), &new.tags),
    ]
    .into_iter()
    .flatten()
    .collect()
}
