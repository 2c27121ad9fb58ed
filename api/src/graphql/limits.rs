//! How large a query may be, and the public codes of what the GraphQL library itself refuses.

use async_graphql::{ErrorExtensionValues, Response};

use crate::errors::{ApiError, Code, QUERY_INVALID, QUERY_TOO_COMPLEX, QUERY_TOO_DEEP};

/// Deepest page of the web app is 9; introspection by common tools goes to 13.
pub const DEPTH: usize = 15;
/// A page of 200 records with 60 fields each and one level of relations.
pub const COMPLEXITY: usize = 30_000;
/// Brackets within brackets of a query's text. The library's parser calls itself for each, and a text of a megabyte of them would
/// take the process down before any other limit is looked at; so they are counted first.
const NESTING: usize = 60;
/// Bytes of a query's text, far above the web app's longest; values belong into variables.
const LENGTH: usize = 100_000;
/// Characters of what the parser says: it repeats the line it stumbled over, however long that is.
const WORDS: usize = 500;
/// Rows of one page.
pub const PAGE_MAX: i32 = 200;

/// Errors without a code come from parsing, validation and limits: the resolvers' all carry one.
pub fn with_code(mut response: Response) -> Response {
    for error in &mut response.errors {
        let extensions = error.extensions.get_or_insert_with(ErrorExtensionValues::default);
        if extensions.get("code").is_none() {
            let (code, message) = public(&error.message);
            extensions.set("code", code.name);
            match message {
                Some(message) => error.message = message.to_owned(),
                None if error.message.chars().count() > WORDS => {
                    error.message = error.message.chars().take(WORDS).chain(['…']).collect();
                }
                None => {}
            }
        }
    }
    response
}

/// Refuses a text that must not reach the parser.
pub fn check_text(query: &str) -> Result<(), ApiError> {
    if nesting(query) > NESTING {
        return Err(ApiError::new(QUERY_TOO_DEEP, "The query is nested too deep."));
    }
    if query.len() > LENGTH {
        let words =
            "The query is longer than 100,000 bytes. Put values into variables, or ask in several queries.";
        return Err(ApiError::new(QUERY_TOO_COMPLEX, words));
    }
    Ok(())
}

/// How many brackets are open at once, at most; those in texts and comments (GraphQL, October 2021, section 2.1) are none.
pub fn nesting(query: &str) -> usize {
    let (mut open, mut most) = (0usize, 0usize);
    let mut rest = query;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '#' => rest.find(['\n', '\r']).map_or("", |end| &rest[end..]),
            '"' if rest.starts_with("\"\"\"") => after_block(&rest[3..]),
            '"' => after_string(&rest[1..]),
            '{' | '[' | '(' => {
                open += 1;
                most = most.max(open);
                &rest[1..]
            }
            '}' | ']' | ')' => {
                open = open.saturating_sub(1);
                &rest[1..]
            }
            other => &rest[other.len_utf8()..],
        };
    }
    most
}

fn after_block(mut rest: &str) -> &str {
    while let Some(end) = rest.find("\"\"\"") {
        let escaped = rest[..end].ends_with('\\');
        rest = &rest[end + 3..];
        if !escaped {
            return rest;
        }
    }
    ""
}

/// One that is not closed on its line is none, and the parser stops there.
fn after_string(rest: &str) -> &str {
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            '\n' | '\r' => return &rest[at..],
            '"' if !escaped => return &rest[at + 1..],
            _ => escaped = c == '\\' && !escaped,
        }
    }
    ""
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
