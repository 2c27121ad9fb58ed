//! How large a query may be, and the public codes of what the GraphQL library itself refuses.

use async_graphql::{ErrorExtensionValues, Response};

use crate::errors::{Code, QUERY_INVALID, QUERY_TOO_COMPLEX, QUERY_TOO_DEEP};

/// Deepest page of the web app is 9; introspection by common tools goes to 13.
pub const DEPTH: usize = 15;
/// A page of 200 records with 60 fields each and one level of relations.
pub const COMPLEXITY: usize = 30_000;
/// Rows of one page.
pub const PAGE_MAX: i32 = 200;

/// Errors without a code come from parsing, validation and limits: the resolvers' all carry one.
pub fn with_code(mut response: Response) -> Response {
    for error in &mut response.errors {
        let extensions = error.extensions.get_or_insert_with(ErrorExtensionValues::default);
        if extensions.get("code").is_none() {
            let (code, message) = public(&error.message);
            extensions.set("code", code.name);
            if let Some(message) = message {
                error.message = message.to_owned();
            }
        }
    }
    response
}

fn public(message: &str) -> (Code, Option<&'static str>) {
    match message {
        "Query is nested too deep." => {
            (QUERY_TOO_DEEP, Some("The query is nested deeper than 15 levels. Ask in several queries."))
        }
        "Query is too complex." => {
            (QUERY_TOO_COMPLEX, Some("The query asks for too much at once. Ask for fewer rows or fields."))
        }
        _ if message.starts_with("The recursion depth") => {
            (QUERY_TOO_DEEP, Some("The query is nested too deep."))
        }
        _ => (QUERY_INVALID, None),
    }
}
