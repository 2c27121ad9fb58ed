//! A provider's interface that answers by a script, silence and broken answers among them.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures::stream;
use serde_json::Value;
use tokio::net::TcpListener;

/// What it was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    pub uri: String,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Asked {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// What it answers.
#[derive(Debug, Clone)]
pub enum Says {
    Answer(u16, Vec<(&'static str, String)>, String),
    /// Half of an answer, and the connection breaks.
    Half(u16, &'static str),
    Never,
}

impl Says {
    pub fn plain(status: u16, body: &str) -> Self {
        Says::Answer(status, Vec::new(), body.to_owned())
    }

    pub fn with(status: u16, name: &'static str, value: &str, body: &str) -> Self {
        Says::Answer(status, vec![(name, value.to_owned())], body.to_owned())
    }
}

type Script = Arc<dyn Fn(&Asked) -> Says + Send + Sync>;

#[derive(Clone)]
pub struct Stub {
    pub url: String,
    script: Script,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stub {
    pub async fn start(script: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let stub = Stub { url, script: Arc::new(script), asked: Arc::default() };
        let router = Router::new().fallback(answer).with_state(stub.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        stub
    }

    /// The same to every question.
    pub async fn saying(says: Says) -> Self {
        Self::start(move |_| says.clone()).await
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(State(stub): State<Stub>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let (method, uri) = (parts.method.to_string(), parts.uri.to_string());
    let asked = Asked { method, uri, headers: parts.headers, body };
    let says = (stub.script)(&asked);
    stub.asked.lock().unwrap().push(asked);
    match says {
        Says::Answer(status, headers, body) => {
            let mut response = (StatusCode::from_u16(status).unwrap(), body).into_response();
            for (name, value) in headers {
                response.headers_mut().insert(name, value.parse().unwrap());
            }
            response
        }
        Says::Half(status, half) => {
            let broken = || Err(std::io::Error::other("it breaks"));
            let parts = stream::iter([Ok(Bytes::from_static(half.as_bytes())), broken()]);
            (StatusCode::from_u16(status).unwrap(), Body::from_stream(parts)).into_response()
        }
        Says::Never => std::future::pending().await,
    }
}
