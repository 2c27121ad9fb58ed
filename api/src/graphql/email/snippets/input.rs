//! What is asked of snippets.

use async_graphql::{InputObject, Json};
use pivotal_commands::email::snippets::create::CreateSnippet;
use pivotal_commands::email::snippets::save::SaveSnippet;
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_domain::email::templates::blocks::Block;
use serde_json::Value;
use uuid::Uuid;

use crate::graphql::email::templates::input::number;

#[derive(Debug, InputObject)]
pub struct EmailSnippetCreateInput {
    pub brand_id: Uuid,
    /// What templates call it by: small letters, digits and hyphens. It never changes.
    pub name: String,
    /// As in the block document of a template, without columns.
    pub blocks: Json<Value>,
    pub idempotency_key: Option<String>,
}

impl EmailSnippetCreateInput {
    pub fn read(self) -> Result<CreateSnippet, CommandError> {
        let EmailSnippetCreateInput { brand_id, name, blocks, idempotency_key } = self;
        Ok(CreateSnippet { brand: brand_id, name, blocks: blocks_of(blocks.0)?, idempotency_key })
    }
}

#[derive(Debug, InputObject)]
pub struct EmailSnippetSaveInput {
    pub id: Uuid,
    /// As in the block document of a template, without columns.
    pub blocks: Json<Value>,
    /// The one it was written on: refused when somebody saved another meanwhile.
    pub version: Option<i32>,
}

impl EmailSnippetSaveInput {
    pub fn read(self) -> Result<SaveSnippet, CommandError> {
        let EmailSnippetSaveInput { id, blocks, version } = self;
        Ok(SaveSnippet { id, blocks: blocks_of(blocks.0)?, expected: version.map(number) })
    }
}

/// Blocks as both doors give them.
pub fn blocks_of(blocks: Value) -> Result<Vec<Block>, CommandError> {
    serde_json::from_value(blocks).map_err(|error| {
        let said: String = error.to_string().chars().take(300).collect();
        let message = format!("The blocks cannot be read: {said}. Correct them.");
        CommandError::rejected(Rejection::of_field("blocks", "SNIPPET_BLOCKS", message))
    })
}
