//! Addresses by which integrations know a route besides its own. They are one and the same route: what is asked of an alias is
//! asked of its canonical address before anything else sees it, so that handler, policy, limits and document are one.

use axum::extract::Request;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use utoipa::openapi::OpenApi;
use utoipa::openapi::extensions::ExtensionsBuilder;

use super::operations;

/// Under which an operation of the document names its aliases, each as `METHOD /path`.
pub const KEY: &str = "x-aliases";

/// One more address of a route. What stands in braces is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    pub method: &'static str,
    pub path: &'static str,
    /// As the document has it.
    pub canonical: &'static str,
}

const fn alias(method: &'static str, path: &'static str, canonical: &'static str) -> Alias {
    Alias { method, path, canonical }
}

/// Every alias there is. They stand in the API: never change one, only add.
pub const ALIASES: &[Alias] = &[
    alias("GET", "/api/accounts", "/api/v1/accounts"),
    alias("GET", "/api/contacts", "/api/v1/contacts"),
    alias("POST", "/api/segments", "/api/v1/segments"),
    alias("POST", "/api/segments/preview", "/api/v1/segments/preview"),
    alias("GET", "/api/segments/{id}/run", "/api/v1/segments/{id}/run"),
    alias("POST", "/api/segments/{id}/convert-to-list", "/api/v1/segments/{id}/convert-to-list"),
    alias("POST", "/api/lists", "/api/v1/lists"),
    alias("POST", "/api/lists/{id}/snapshot", "/api/v1/lists/{id}/snapshot"),
    alias("POST", "/api/lists/{id}/export", "/api/v1/lists/{id}/export"),
    alias("POST", "/api/domain-sets", "/api/v1/domain-sets"),
    alias("GET", "/api/domain-sets/{id}", "/api/v1/domain-sets/{id}"),
    alias("DELETE", "/api/domain-sets/{id}", "/api/v1/domain-sets/{id}"),
    alias("GET", "/api/domain-sets/{id}/items", "/api/v1/domain-sets/{id}/items"),
    alias("POST", "/api/domain-sets/{id}/process", "/api/v1/domain-sets/{id}/process"),
    alias("POST", "/api/domain-sets/{id}/expand", "/api/v1/domain-sets/{id}/expand"),
    alias("POST", "/api/domain-sets/{id}/expand-to-contacts", "/api/v1/domain-sets/{id}/expand"),
    alias("POST", "/api/v1/domain-sets/{id}/expand-to-contacts", "/api/v1/domain-sets/{id}/expand"),
    alias("POST", "/api/domain-sets/{id}/convert-to-list", "/api/v1/domain-sets/{id}/convert-to-list"),
    alias("GET", "/api/email-campaigns", "/api/v1/campaigns"),
    alias("POST", "/api/email-campaigns", "/api/v1/campaigns/email"),
    alias("POST", "/api/campaigns/email", "/api/v1/campaigns/email"),
    alias("GET", "/api/email-campaigns/{id}", "/api/v1/campaigns/{id}"),
    alias("PATCH", "/api/email-campaigns/{id}", "/api/v1/campaigns/{id}"),
    alias("GET", "/api/email-campaigns/{id}/preflight", "/api/v1/campaigns/{id}/preflight"),
    alias("GET", "/api/email-campaigns/{id}/stats", "/api/v1/reports/email/campaigns/{id}"),
    alias("POST", "/api/campaigns/{id}/launch", "/api/v1/campaigns/{id}/launch"),
    alias("POST", "/api/campaigns/{id}/pause", "/api/v1/campaigns/{id}/pause"),
    alias("POST", "/api/campaigns/{id}/resume", "/api/v1/campaigns/{id}/resume"),
    alias("POST", "/api/campaigns/{id}/stop", "/api/v1/campaigns/{id}/stop"),
    alias("POST", "/api/email-campaigns/{id}/launch", "/api/v1/campaigns/{id}/launch"),
    alias("POST", "/api/email-campaigns/{id}/pause", "/api/v1/campaigns/{id}/pause"),
    alias("POST", "/api/email-campaigns/{id}/resume", "/api/v1/campaigns/{id}/resume"),
    alias("POST", "/api/email-campaigns/{id}/stop", "/api/v1/campaigns/{id}/stop"),
    alias("POST", "/api/email-campaigns/{id}/schedule", "/api/v1/campaigns/{id}/schedule"),
    alias("GET", "/api/email-campaigns/{id}/ledger", "/api/v1/campaigns/{id}/ledger"),
    alias("GET", "/api/email-campaigns/{id}/recipients", "/api/v1/campaigns/{id}/recipients"),
    alias("POST", "/api/suppressions/email", "/api/v1/suppressions/email"),
    alias("POST", "/api/suppressions/phone", "/api/v1/suppressions/phone"),
    alias("POST", "/api/imports", "/api/v1/imports"),
    alias("GET", "/api/imports/{id}/errors.csv", "/api/v1/imports/{id}/errors.csv"),
];

/// The request as it is meant.
pub fn canonical(mut request: Request) -> Request {
    let Some(path) = canonical_path(request.method().as_str(), request.uri().path()) else { return request };
    let with_query = match request.uri().query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let mut parts = request.uri().clone().into_parts();
    // It is made of what was an address before; one that is none all the same stays as it came, and is found by nobody.
    let Ok(meant) = PathAndQuery::try_from(with_query) else { return request };
    parts.path_and_query = Some(meant);
    if let Ok(uri) = Uri::from_parts(parts) {
        *request.uri_mut() = uri;
    }
    request
}

/// `None`: it is no alias.
pub fn canonical_path(method: &str, path: &str) -> Option<String> {
    // As everywhere, HEAD is answered by what answers GET.
    let method = if method == "HEAD" { "GET" } else { method };
    ALIASES.iter().filter(|alias| alias.method == method).find_map(|alias| alias.meant(path))
}

impl Alias {
    /// The canonical address with the ids that stand in this one.
    fn meant(&self, path: &str) -> Option<String> {
        let (pattern, given): (Vec<&str>, Vec<&str>) =
            (self.path.split('/').collect(), path.split('/').collect());
        if pattern.len() != given.len() {
            return None;
        }
        let mut meant = self.canonical.to_owned();
        for (part, said) in pattern.into_iter().zip(given) {
            if part.starts_with('{') {
                meant = (!said.is_empty()).then(|| meant.replacen(part, said, 1))?;
            } else if part != said {
                return None;
            }
        }
        Some(meant)
    }
}

/// Names the aliases in the document, each at the operation that it is.
pub fn name_in(document: &mut OpenApi) {
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            let aliases: Vec<String> = ALIASES
                .iter()
                .filter(|alias| alias.canonical == path.as_str() && alias.method == method)
                .map(|alias| format!("{method} {}", alias.path))
                .collect();
            if !aliases.is_empty() {
                let named = ExtensionsBuilder::new().add(KEY, aliases).build();
                operation.extensions.get_or_insert_default().merge(named);
            }
        }
    }
}
