//! The web app's files: from a folder when one is named, else from inside the binary.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::errors::{ApiError, METHOD_NOT_ALLOWED, NOT_FOUND};

/// In a debug build these are read from disk at every request, so a rebuilt web app shows at once.
#[derive(RustEmbed)]
#[folder = "../web/dist"]
#[allow_missing = true]
struct Built;

const NOT_BUILT: &str = "<!doctype html><meta charset=utf-8><title>Pivotal</title><p>The API runs. The web app is not built: run <code>make web</code>, or start its development server with <code>make dev</code>.";

/// Everything that is no API route: a file of the app, or the app itself, whose router knows the rest of the path.
pub async fn serve(State(app): State<App>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") || path.starts_with("graphql") {
        return ApiError::new(NOT_FOUND, "There is nothing at this address. See /api/v1/docs.")
            .into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return ApiError::new(METHOD_NOT_ALLOWED, "Pages can only be read.").into_response();
    }
    let dist = app.config.server.web_dist.as_deref();
    if let Some(content) = read(dist, path).await {
        return file(path, content, &headers);
    }
    // A missing file of the build is missing; any other path is a page of the app.
    if path.starts_with("assets/") {
        return ApiError::new(NOT_FOUND, "This file is not part of the current version. Reload the page.")
            .into_response();
    }
    match read(dist, "index.html").await {
        Some(index) => file("index.html", index, &headers),
        None => {
            (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], NOT_BUILT).into_response()
        }
    }
}

async fn read(dist: Option<&Path>, path: &str) -> Option<Cow<'static, [u8]>> {
    if path.is_empty() {
        return None;
    }
    match dist {
        None => Built::get(path).map(|file| file.data),
        Some(folder) => {
            let path = inside(folder, path)?;
            tokio::fs::read(path).await.ok().map(Cow::Owned)
        }
    }
}

/// The path below the folder, if it stays there.
pub fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    plain.then(|| folder.join(path))
}

fn file(path: &str, content: Cow<'static, [u8]>, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", &hex(&Sha256::digest(&content))[..24]);
    // Vite puts a hash into the names below assets/: such a file never changes.
    let caching =
        if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let kind = mime_guess::from_path(path).first_or_octet_stream();
        let kind = if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
        ([(header::CONTENT_TYPE, kind)], Body::from(content.into_owned())).into_response()
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
