//! The gate in front of the GraphQL schema.

use std::sync::Arc;

use async_graphql::{Data, Executor, Request, Response, ServerError};
use futures::StreamExt;
use futures::stream::{self, BoxStream};
use pivotal_domain::identity::actor::Actor;

use super::document::SchemaRules;
use crate::app::Core;
use crate::errors::ApiError;
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

    #[expect(clippy::result_large_err, reason = "the refusal is the answer, sent at once")]
    fn check(&self, request: &mut Request, actor: Option<&Actor>) -> Result<(), Response> {
        let (operation, variables) = (request.operation_name.clone(), request.variables.clone());
        let document =
            request.parsed_query().map_err(|error| limits::with_code(Response::from_errors(vec![error])))?;
        let needed = self.rules.needed(document, operation.as_deref(), &variables).map_err(refuse)?;
        needed.into_iter().try_for_each(|rule| rule.check(actor)).map_err(refuse)
    }

    pub async fn run(&self, mut request: Request, actor: Option<Actor>) -> Response {
        if let Err(refused) = self.check(&mut request, actor.as_ref()) {
            return refused;
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
        if let Err(refused) = self.check(&mut request, caller.0.as_ref()) {
            return stream::once(async move { refused }).boxed();
        }
        let request = match caller.0 {
            Some(actor) => request.data(loaders(&self.core, &actor)).data(actor),
            None => request,
        };
        self.schema
            .execute_stream_with_session_data(request, session.unwrap_or_default())
            .map(limits::with_code)
            .boxed()
    }
}

fn refuse(error: ApiError) -> Response {
    let error: async_graphql::Error = error.into();
    let server: ServerError = error.into_server_error(async_graphql::Pos::default());
    Response::from_errors(vec![server])
}
