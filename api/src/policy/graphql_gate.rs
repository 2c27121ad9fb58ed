//! The gate in front of the GraphQL schema.

use std::sync::Arc;

use async_graphql::parser::types::{ExecutableDocument, OperationType};
use async_graphql::{Data, Executor, Request, Response, ServerError};
use axum::http::{HeaderValue, header};
use futures::StreamExt;
use futures::stream::{self, BoxStream};
use pivotal_commands::identity::rate_limits::Door;
use pivotal_domain::identity::actor::{Actor, Forbidden};

use super::document::SchemaRules;
use super::rate_limits;
use crate::app::Core;
use crate::errors::{ApiError, RATE_LIMITED};
use crate::graphql::limits;
use crate::graphql::loaders::loaders;
use crate::graphql::schema::PivotalSchema;

/// Runs a request only if its caller may ask for every field of it.
#[derive(Clone)]
pub struct GraphqlGate {
    schema: PivotalSchema,
    rules: Arc<SchemaRules>,
    core: Arc<Core>,
}

/// Who asks; in the data of a request or of a socket.
#[derive(Debug, Clone, Default)]
pub struct Caller(pub Option<Actor>);

impl GraphqlGate {
    pub fn new(schema: PivotalSchema, rules: Arc<SchemaRules>, core: Arc<Core>) -> Self {
        GraphqlGate { schema, rules, core }
    }

    /// Which doors that cost much the request goes through, if it may go at all.
    #[expect(clippy::result_large_err, reason = "the refusal is the answer, sent at once")]
    fn check(&self, request: &mut Request, actor: Option<&Actor>) -> Result<Vec<(Door, i32)>, Response> {
        limits::check_text(&request.query).map_err(refuse)?;
        let (operation, variables) = (request.operation_name.clone(), request.variables.clone());
        let document =
            request.parsed_query().map_err(|error| limits::with_code(Response::from_errors(vec![error])))?;
        // Whatever a field asks for: who views as a client looks, and nothing else.
        if actor.is_some_and(|actor| actor.viewing.is_some()) && writes(document) {
            return Err(refuse(Forbidden::Viewing.into()));
        }
        let asked = self.rules.asked(document, operation.as_deref(), &variables).map_err(refuse)?;
        asked.needed.into_iter().try_for_each(|rule| rule.check(actor)).map_err(refuse)?;
        Ok(rate_limits::of_fields(&asked.fields))
    }

    pub async fn run(&self, mut request: Request, actor: Option<Actor>) -> Response {
        let doors = match self.check(&mut request, actor.as_ref()) {
            Ok(doors) => doors,
            Err(refused) => return refused,
        };
        if let Err(limited) = rate_limits::check(&self.core, actor.as_ref(), &doors).await {
            return refuse(limited);
        }
        let request = match actor {
            Some(actor) => request.data(loaders(&self.core, &actor)).data(actor),
            None => request,
        };
        limits::with_code(self.schema.execute(request).await)
    }
}

impl Executor for GraphqlGate {
    async fn execute(&self, request: Request) -> Response {
        // Only sockets come this way, and they carry their caller in the session's data.
        self.run(request, None).await
    }

    fn execute_stream(
        &self,
        mut request: Request,
        session: Option<Arc<Data>>,
    ) -> BoxStream<'static, Response> {
        let caller = session
            .as_ref()
            .and_then(|data| data.get(&std::any::TypeId::of::<Caller>()))
            .and_then(|caller| caller.downcast_ref::<Caller>())
            .cloned()
            .unwrap_or_default();
        let doors = match self.check(&mut request, caller.0.as_ref()) {
            Ok(doors) => doors,
            Err(refused) => return stream::once(async move { refused }).boxed(),
        };
        let (schema, core) = (self.schema.clone(), self.core.clone());
        let answers = async move {
            if let Err(limited) = rate_limits::check(&core, caller.0.as_ref(), &doors).await {
                return stream::once(async move { refuse(limited) }).boxed();
            }
            let request = match caller.0 {
                Some(actor) => request.data(loaders(&core, &actor)).data(actor),
                None => request,
            };
            schema
                .execute_stream_with_session_data(request, session.unwrap_or_default())
                .map(limits::with_code)
                .boxed()
        };
        stream::once(answers).flatten().boxed()
    }
}

/// Whether any operation of the document changes something; which of them is meant does not matter.
fn writes(document: &ExecutableDocument) -> bool {
    document.operations.iter().any(|(_, operation)| operation.node.ty == OperationType::Mutation)
}

fn refuse(error: ApiError) -> Response {
    let wait = error.retry_after.filter(|_| error.code == RATE_LIMITED);
    let error: async_graphql::Error = error.into();
    let server: ServerError = error.into_server_error(async_graphql::Pos::default());
    let mut response = Response::from_errors(vec![server]);
    // What stands between us and a program knows this header, and not our errors.
    if let Some(seconds) = wait {
        response.http_headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
