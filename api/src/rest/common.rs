//! What every route may answer, said once: the routes themselves say what is theirs.

use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response, ResponseBuilder};

use super::operations;

/// Completes the answers of each operation that asks who calls. What an operation says itself stands.
pub fn complete(document: &mut OpenApi) {
    for item in document.paths.paths.values_mut() {
        for (method, operation) in operations(item) {
            if !asks_who_calls(operation) {
                continue;
            }
            for status in refusals(method, operation) {
                let answers = &mut operation.responses.responses;
                answers.entry(status.to_owned()).or_insert_with(|| RefOr::T(problem()));
            }
        }
    }
}

fn asks_who_calls(operation: &Operation) -> bool {
    let needs = serde_json::to_value(&operation.security).unwrap_or_default();
    needs[0].as_object().is_some_and(|schemes| !schemes.is_empty())
}

/// Not signed in, not allowed, too often, beyond what can be read or done, and whoever was faster.
fn refusals(method: &str, operation: &Operation) -> Vec<&'static str> {
    let mut refusals = vec!["401", "403", "429"];
    let in_path = |parameter: &RefOr<utoipa::openapi::path::Parameter>| match parameter {
        RefOr::T(parameter) => parameter.parameter_in == ParameterIn::Path,
        RefOr::Ref(_) => false,
    };
    let parameters = operation.parameters.as_deref().unwrap_or_default();
    if parameters.iter().any(in_path) {
        refusals.push("404");
    }
    if !parameters.is_empty() || operation.request_body.is_some() {
        refusals.extend(["400", "422"]);
    }
    if operation.request_body.is_some() {
        refusals.extend(["408", "413", "415"]);
    }
    if method != "GET" {
        refusals.push("409");
    }
    refusals
}

fn problem() -> Response {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new().content("application/json", content).build()
}
