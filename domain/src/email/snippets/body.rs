//! What a snippet says: simple blocks with merge tags, each of which a template could have itself.

use super::error::SnippetError;
use crate::email::templates::blocks::{Block, Document, Style};
use crate::email::templates::content::Content;
use crate::email::templates::problems::{Part, Problem};
use crate::email::templates::tags::fields::Vocabulary;

/// Blocks that may be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedBody(Vec<Block>);

impl CheckedBody {
    pub fn into_blocks(self) -> Vec<Block> {
        self.0
    }
}

/// Everything that keeps them from being saved, or the blocks as they are kept.
pub fn check(blocks: Vec<Block>, known: &Vocabulary) -> Result<CheckedBody, SnippetError> {
    if blocks.is_empty() {
        return Err(SnippetError::Empty);
    }
    let foreign =
        blocks.iter().position(|block| matches!(block, Block::Columns { .. } | Block::Snippet { .. }));
    if let Some(at) = foreign {
        let message =
            format!("Block {}: columns and other snippets do not stand in a snippet. Remove it.", at + 1);
        return Err(SnippetError::Body(vec![Problem::error("SNIPPET_BLOCK", Part::Body, message)]));
    }
    content_of(blocks.clone()).check(known).map_err(SnippetError::Body)?;
    Ok(CheckedBody(blocks))
}

/// A mail of these blocks alone, to check and to show them.
pub fn content_of(blocks: Vec<Block>) -> Content {
    Content {
        subject: "Snippet".into(),
        preheader: String::new(),
        mjml: String::new(),
        blocks: Some(Document { style: Style::default(), blocks }),
        text: None,
    }
}
