//! `pivotal schema` and `pivotal openapi`: what is committed and compared by the tests.

use super::say::say;
use crate::graphql::schema;
use crate::rest;

pub fn schema() -> anyhow::Result<()> {
    say(schema::sdl().trim_end());
    Ok(())
}

pub fn openapi() -> anyhow::Result<()> {
    say(serde_json::to_string_pretty(&rest::document())?);
    Ok(())
}
