//! The gate in front of the REST routes: the OpenAPI document that is published is the one that is enforced.

use std::collections::HashMap;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use pivotal_domain::identity::actor::{Actor, Forbidden};
use serde_json::Value;
use utoipa::openapi::OpenApi;

use super::{Rule, rate_limits};
use crate::app::App;
use crate::errors::{ApiError, FORBIDDEN};

/// Name of the security scheme in the document; its scopes are our rules.
pub const SCHEME: &str = "bearer";

/// Method and path (as `/api/v1/contacts/{id}`) to rule.
#[derive(Debug, Default)]
pub struct RouteRules(HashMap<(Method, String), Option<Rule>>);

impl RouteRules {
    pub fn of_document(document: &OpenApi) -> Result<Self, serde_json::Error> {
        let document = serde_json::to_value(document)?;
        let mut rules = HashMap::new();
        let paths = document["paths"].as_object().into_iter().flatten();
        for (path, operations) in paths {
            for (method, operation) in operations.as_object().into_iter().flatten() {
                if let Ok(method) = Method::from_bytes(method.to_ascii_uppercase().as_bytes()) {
                    rules.insert((method, path.clone()), rule_of(operation));
                }
            }
        }
        Ok(RouteRules(rules))
    }

    pub fn rule(&self, method: &Method, path: &str) -> Option<Rule> {
        // axum answers HEAD with the handler of GET.
        let method = if method == Method::HEAD { &Method::GET } else { method };
        self.0.get(&(method.clone(), path.to_owned())).copied().flatten()
    }

    /// All routes, for the test that none is without a rule.
    pub fn all(&self) -> Vec<(Method, String, Option<Rule>)> {
        let mut all: Vec<_> =
            self.0.iter().map(|((method, path), rule)| (method.clone(), path.clone(), *rule)).collect();
        all.sort_by(|a, b| (&a.1, a.0.as_str()).cmp(&(&b.1, b.0.as_str())));
        all
    }
}

fn rule_of(operation: &Value) -> Option<Rule> {
    let scopes = operation["security"].as_array()?.first()?;
    match scopes.get(SCHEME) {
        Some(scopes) => Rule::parse(scopes.as_array()?.first()?.as_str()?),
        // `security(())`: explicitly open.
        None => scopes.as_object()?.is_empty().then_some(Rule::Public),
    }
}

/// Refuses what the caller may not do, or has done too often, before the handler sees it.
pub async fn enforce(State(app): State<App>, request: Request, next: Next) -> Response {
    let rules = &app.route_rules;
    let Some(path) = request.extensions().get::<MatchedPath>() else {
        return next.run(request).await;
    };
    let Some(rule) = rules.rule(request.method(), path.as_str()) else {
        // A method this path does not take is answered by the router; a route without a rule is nobody's.
        let known =
            rules.0.keys().any(|(method, known)| known == path.as_str() && method == request.method());
        if known {
            return ApiError::new(FORBIDDEN, "This address is not open to anybody.").into_response();
        }
        return next.run(request).await;
    };
    let actor = request.extensions().get::<Actor>();
    // Whatever a route asks for: who views as a client looks, and nothing else.
    let reads = request.method() == Method::GET || request.method() == Method::HEAD;
    if !reads && rule != Rule::Public && actor.is_some_and(|actor| actor.viewing.is_some()) {
        return ApiError::from(Forbidden::Viewing).into_response();
    }
    if let Err(refused) = rule.check(actor) {
        return refused.into_response();
    }
    if let Some(door) = rate_limits::of_route(request.method().as_str(), path.as_str()) {
        let actor = actor.cloned();
        if let Err(limited) = rate_limits::check(app.core(), actor.as_ref(), &[(door, 1)]).await {
            return limited.into_response();
        }
    }
    next.run(request).await
}
