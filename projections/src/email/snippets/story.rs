//! What happened to a snippet.

use pivotal_domain::email::snippets::events::SnippetEvent;
use pivotal_domain::email::templates::blocks::Block;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::story::{self, Changed, Told, Words, plain};
use crate::page::QueryError;

/// Newest first. For whoever was shown the snippet.
pub async fn told(reading: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    story::told::<SnippetEvent>(reading, id, words).await
}

fn words(event: SnippetEvent) -> Words {
    match event {
        SnippetEvent::EmailSnippetCreated { name, blocks, .. } => {
            let mut changes: Vec<Changed> = story::text("Name", None, &name).into_iter().collect();
            changes.extend(said(&blocks));
            ("Created".to_owned(), changes)
        }
        SnippetEvent::EmailSnippetSaved { version, blocks, .. } => {
            (format!("Saved (version {version})"), said(&blocks).into_iter().collect())
        }
        SnippetEvent::EmailSnippetArchived { .. } => plain("Archived"),
        SnippetEvent::EmailSnippetRestored { .. } => plain("Restored"),
    }
}

/// Its words without how they look.
fn said(blocks: &[Block]) -> Option<Changed> {
    let words = blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } | Block::Text { text, .. } | Block::Footer { text } => {
            Some(text.as_str())
        }
        Block::Button { label, .. } => Some(label.as_str()),
        Block::Image { alt, .. } => Some(alt.as_str()),
        Block::Divider | Block::Spacer { .. } | Block::Columns { .. } | Block::Snippet { .. } => None,
    });
    let words: Vec<&str> = words.filter(|words| !words.trim().is_empty()).collect();
    story::text("Words", None, &words.join("\n"))
}
