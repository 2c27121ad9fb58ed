//! Meilisearch as its HTTP interface describes it (v1.15): changes are tasks that are carried out later and in order, a
//! task succeeds or fails as a whole, and what nobody has declared filterable cannot be filtered by.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, patch, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::stub_store::{Answer, Stored, no_index, refusal};

pub const KEY: &str = "a-master-key-of-a-test";

#[derive(Debug, Default)]
struct Meili {
    indexes: BTreeMap<String, Stored>,
    tasks: Vec<Task>,
    waiting: VecDeque<usize>,
    /// Why the next tasks of these kinds fail.
    failing: Vec<(&'static str, Value)>,
    paused: bool,
}

#[derive(Debug, Clone)]
struct Task {
    kind: &'static str,
    index: Option<String>,
    payload: Value,
    status: &'static str,
    error: Value,
    lost: bool,
}

/// A running Meilisearch of a test's own.
#[derive(Clone)]
pub struct Stub {
    pub url: String,
    meili: Arc<Mutex<Meili>>,
}

impl Stub {
    pub async fn start() -> Self {
        let meili: Arc<Mutex<Meili>> = Arc::default();
        let routes = Router::new()
            .route("/indexes", post(create_index))
            .route("/indexes/{uid}", delete(delete_index))
            .route("/indexes/{uid}/settings", patch(set_settings))
            .route("/indexes/{uid}/documents", post(add_documents).get(list_documents))
            .route("/indexes/{uid}/documents/delete-batch", post(delete_documents))
            .route("/indexes/{uid}/documents/fetch", post(fetch_documents))
            .route("/indexes/{uid}/documents/{id}", get(get_document))
            .route("/indexes/{uid}/search", post(search))
            .route("/swap-indexes", post(swap))
            .route("/tasks/{uid}", get(get_task))
            .layer(from_fn(authorised))
            .with_state(meili.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        let worker = meili.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_millis(3)).await;
                worker.lock().unwrap().work();
            }
        });
        Stub { url, meili }
    }

    /// The next task of a kind fails, with this code and type.
    pub fn fail_next(&self, kind: &'static str, code: &str, of_type: &str) {
        let error = json!({"message": format!("made to fail: {code}"), "code": code, "type": of_type, "link": "https://docs.example.com"});
        self.meili.lock().unwrap().failing.push((kind, error));
    }

    /// Takes tasks and carries out none.
    pub fn pause(&self, paused: bool) {
        self.meili.lock().unwrap().paused = paused;
    }

    /// Tasks on their way, for waiting until one is.
    pub fn waiting(&self) -> usize {
        self.meili.lock().unwrap().waiting.len()
    }

    /// Comes back without the tasks it had not carried out, and does not know them any more.
    pub fn restart(&self) {
        let mut meili = self.meili.lock().unwrap();
        let waiting: Vec<usize> = meili.waiting.drain(..).collect();
        waiting.into_iter().for_each(|uid| meili.tasks[uid].lost = true);
        meili.paused = false;
    }

    /// Comes back without its data.
    pub fn wipe(&self) {
        *self.meili.lock().unwrap() = Meili::default();
    }

    pub fn indexes(&self) -> Vec<String> {
        self.meili.lock().unwrap().indexes.keys().cloned().collect()
    }

    pub fn settings(&self, index: &str) -> Value {
        self.meili.lock().unwrap().indexes[index].settings.clone()
    }

    /// Everything an index holds, as text.
    pub fn dump(&self, index: &str) -> String {
        self.meili
            .lock()
            .unwrap()
            .indexes
            .get(index)
            .map(|stored| json!(stored.documents).to_string())
            .unwrap_or_default()
    }
}

impl Meili {
    fn enqueue(&mut self, kind: &'static str, index: Option<String>, payload: Value) -> Answer {
        let uid = self.tasks.len();
        self.tasks.push(Task {
            kind,
            index: index.clone(),
            payload,
            status: "enqueued",
            error: Value::Null,
            lost: false,
        });
        self.waiting.push_back(uid);
        let summary = json!({"taskUid": uid, "indexUid": index, "status": "enqueued", "type": kind, "enqueuedAt": "2026-03-01T10:00:00Z"});
        (StatusCode::ACCEPTED, Json(summary))
    }

    /// One step: what is enqueued is processing first, then done.
    fn work(&mut self) {
        let Some(uid) = self.waiting.front().copied().filter(|_| !self.paused) else { return };
        if self.tasks[uid].status == "enqueued" {
            self.tasks[uid].status = "processing";
            return;
        }
        let task = self.tasks[uid].clone();
        let made_to_fail = self.failing.iter().position(|(kind, _)| *kind == task.kind);
        let outcome = match made_to_fail {
            Some(at) => Err(self.failing.remove(at).1),
            None => self.carry_out(&task),
        };
        let (status, error) = match outcome {
            Ok(()) => ("succeeded", Value::Null),
            Err(error) => ("failed", error),
        };
        (self.tasks[uid].status, self.tasks[uid].error) = (status, error);
        self.waiting.pop_front();
    }

    fn carry_out(&mut self, task: &Task) -> Result<(), Value> {
        let uid = task.index.clone().unwrap_or_default();
        match task.kind {
            "indexCreation" if self.indexes.contains_key(&uid) => {
                return Err(refusal("index_already_exists", &format!("Index `{uid}` already exists.")));
            }
            "indexCreation" | "settingsUpdate" | "documentAdditionOrUpdate" => {
                let index = self.indexes.entry(uid).or_default();
                match task.kind {
                    "settingsUpdate" => index.settings = task.payload.clone(),
                    "documentAdditionOrUpdate" => index.add(&task.payload)?,
                    _ => {}
                }
            }
            "indexDeletion" => {
                self.indexes.remove(&uid).ok_or_else(|| no_index(&uid))?;
            }
            "documentDeletion" => {
                let index = self.indexes.get_mut(&uid).ok_or_else(|| no_index(&uid))?;
                for id in task.payload.as_array().unwrap() {
                    index.documents.remove(id.as_str().unwrap());
                }
            }
            "indexSwap" => {
                for pair in task.payload.as_array().unwrap() {
                    let [a, b] = [0_usize, 1].map(|at| pair["indexes"][at].as_str().unwrap().to_owned());
                    for name in [&a, &b] {
                        if !self.indexes.contains_key(name) {
                            return Err(no_index(name));
                        }
                    }
                    let (of_a, of_b) = (self.indexes.remove(&a).unwrap(), self.indexes.remove(&b).unwrap());
                    self.indexes.insert(a, of_b);
                    self.indexes.insert(b, of_a);
                }
            }
            other => panic!("no such task: {other}"),
        }
        Ok(())
    }

    fn index(&self, uid: &str) -> Result<&Stored, Answer> {
        self.indexes.get(uid).ok_or_else(|| (StatusCode::NOT_FOUND, Json(no_index(uid))))
    }
}

type Held = State<Arc<Mutex<Meili>>>;

async fn authorised(request: Request, next: Next) -> Response {
    let key = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    if key != Some(&format!("Bearer {KEY}")) {
        let mut told = refusal("invalid_api_key", "The provided API key is invalid.");
        told["type"] = json!("auth");
        return (StatusCode::FORBIDDEN, Json(told)).into_response();
    }
    next.run(request).await
}

async fn create_index(State(meili): Held, Json(body): Json<Value>) -> Answer {
    assert_eq!(body["primaryKey"], "id");
    meili.lock().unwrap().enqueue("indexCreation", body["uid"].as_str().map(str::to_owned), Value::Null)
}

async fn delete_index(State(meili): Held, Path(uid): Path<String>) -> Answer {
    meili.lock().unwrap().enqueue("indexDeletion", Some(uid), Value::Null)
}

async fn set_settings(State(meili): Held, Path(uid): Path<String>, Json(body): Json<Value>) -> Answer {
    meili.lock().unwrap().enqueue("settingsUpdate", Some(uid), body)
}

async fn add_documents(State(meili): Held, Path(uid): Path<String>, Json(body): Json<Value>) -> Answer {
    meili.lock().unwrap().enqueue("documentAdditionOrUpdate", Some(uid), body)
}

async fn delete_documents(State(meili): Held, Path(uid): Path<String>, Json(body): Json<Value>) -> Answer {
    meili.lock().unwrap().enqueue("documentDeletion", Some(uid), body)
}

async fn swap(State(meili): Held, Json(body): Json<Value>) -> Answer {
    meili.lock().unwrap().enqueue("indexSwap", None, body)
}

async fn get_document(State(meili): Held, Path((uid, id)): Path<(String, String)>) -> Result<Answer, Answer> {
    let meili = meili.lock().unwrap();
    let missing = refusal("document_not_found", &format!("Document `{id}` not found."));
    let document =
        meili.index(&uid)?.documents.get(&id).cloned().ok_or((StatusCode::NOT_FOUND, Json(missing)))?;
    Ok((StatusCode::OK, Json(document)))
}

async fn list_documents(
    State(meili): Held,
    Path(uid): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Answer, Answer> {
    let number = |name: &str| asked.get(name).and_then(|text| text.parse().ok());
    page(&meili.lock().unwrap(), &uid, "", number("offset").unwrap_or(0), number("limit").unwrap_or(20))
}

async fn fetch_documents(
    State(meili): Held,
    Path(uid): Path<String>,
    Json(asked): Json<Value>,
) -> Result<Answer, Answer> {
    let number = |name: &str, default: u64| asked[name].as_u64().unwrap_or(default) as usize;
    page(
        &meili.lock().unwrap(),
        &uid,
        asked["filter"].as_str().unwrap_or_default(),
        number("offset", 0),
        number("limit", 20),
    )
}

fn page(meili: &Meili, uid: &str, filter: &str, offset: usize, limit: usize) -> Result<Answer, Answer> {
    let found = meili.index(uid)?.filtered(filter)?;
    let results: Vec<&Value> = found.iter().skip(offset).take(limit).copied().collect();
    Ok((
        StatusCode::OK,
        Json(json!({"results": results, "offset": offset, "limit": limit, "total": found.len()})),
    ))
}

async fn search(
    State(meili): Held,
    Path(uid): Path<String>,
    Json(asked): Json<Value>,
) -> Result<Answer, Answer> {
    let meili = meili.lock().unwrap();
    let index = meili.index(&uid)?;
    assert_eq!(asked["matchingStrategy"], "all");
    let words: Vec<&str> = asked["q"].as_str().unwrap_or_default().split_whitespace().collect();
    let mut found: Vec<(usize, &Value)> = index
        .filtered(asked["filter"].as_str().unwrap_or_default())?
        .into_iter()
        .filter_map(|document| Some((index.rank(document, &words)?, document)))
        .collect();
    found.sort_by(|(a, x), (b, y)| a.cmp(b).then(y["id"].as_str().cmp(&x["id"].as_str())));
    let limit = asked["limit"].as_u64().unwrap_or(20) as usize;
    // Only what is displayed leaves an index.
    let hits: Vec<Value> =
        found.iter().take(limit).map(|(_, document)| json!({"id": document["id"]})).collect();
    let answer = json!({"hits": hits, "offset": 0, "limit": limit, "estimatedTotalHits": found.len(), "processingTimeMs": 0, "query": asked["q"]});
    Ok((StatusCode::OK, Json(answer)))
}

async fn get_task(State(meili): Held, Path(uid): Path<usize>) -> Answer {
    let meili = meili.lock().unwrap();
    let Some(task) = meili.tasks.get(uid).filter(|task| !task.lost) else {
        return (StatusCode::NOT_FOUND, Json(refusal("task_not_found", &format!("Task `{uid}` not found."))));
    };
    let done = matches!(task.status, "succeeded" | "failed");
    let when = |is: bool| if is { json!("2026-03-01T10:00:00Z") } else { Value::Null };
    let body = json!({
        "uid": uid, "batchUid": uid, "indexUid": task.index, "status": task.status, "type": task.kind, "canceledBy": null,
        "details": null, "error": task.error, "duration": if done { json!("PT0.003S") } else { Value::Null },
        "enqueuedAt": when(true), "startedAt": when(task.status != "enqueued"), "finishedAt": when(done),
    });
    (StatusCode::OK, Json(body))
}
