//! Every route of segments, lists and domain sets, and the lists of records that they select from, asked with what the document does
//! not say: wrong kinds, too long, too deep, from other alphabets, ids of nothing. The dice are loaded: each run asks the same.

use pivotal_domain::identity::role::Role;
use reqwest::{Method, RequestBuilder};
use serde_json::{Map, Value, json};

use crate::policy::ANY_ID;
use crate::support::TestApp;

const PREFIXES: [&str; 3] = ["/api/v1/segments", "/api/v1/lists", "/api/v1/domain-sets"];
const RECORDS: [&str; 2] = ["/api/v1/contacts", "/api/v1/accounts"];

/// Of each route.
const ASKED: usize = 14;

const TEXTS: [&str; 22] = [
    " ",
    "abc",
    "-1",
    "0",
    "1e999",
    "99999999999999999999",
    "\0",
    "a\0b",
    "\u{1f600}",
    "\u{202e}dlrow",
    "'; drop table read.lists; --",
    "%",
    "true",
    "null",
    "[]",
    "{\"all\": [{\"field\": \"city\"}]}",
    "2026-13-45T99:99:99Z",
    "-9999-01-01T00:00:00Z",
    "+262142-12-31T23:59:59Z",
    ANY_ID,
    "contact",
    "../../etc/passwd",
];

const BODIES: [&[u8]; 8] =
    [b"", b"{", b"nul", b"\xff\xfe\x00", b"[]", b"\"text\"", b"0", b"{\"name\": \"\\ud800\"}"];

struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }

    fn text(&mut self) -> String {
        match self.roll(8) {
            0 => "x".repeat(1_200),
            1 => String::new(),
            _ => (*self.pick(&TEXTS)).to_owned(),
        }
    }

    fn odd(&mut self, depth: usize) -> Value {
        match self.roll(9) {
            0 => Value::Null,
            1 => json!(self.roll(2) == 0),
            2 => json!(*self.pick(&[i64::MIN, -1, 0, i64::MAX])),
            3 => json!(u64::MAX),
            4 => json!(1e308),
            5 => (0..200).fold(json!({}), |inner, _| json!({ "not": [inner] })),
            6 if depth < 3 => (0..self.roll(3)).map(|_| self.odd(depth + 1)).collect(),
            7 if depth < 3 => {
                let (name, inner) = (self.text(), self.odd(depth + 1));
                Value::Object(Map::from_iter([(name, inner)]))
            }
            _ => json!(self.text()),
        }
    }
}

struct Asking {
    document: Value,
    dice: Dice,
    /// Of a segment, a list and a domain set that are there.
    known: Vec<String>,
}

impl Asking {
    fn id(&mut self) -> String {
        match self.dice.roll(3) {
            0 => ANY_ID.to_owned(),
            _ => self.dice.pick(&self.known).clone(),
        }
    }

    /// What the schema asks for.
    fn good(&mut self, schema: &Value, depth: usize) -> Value {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            let schema = self.document["components"]["schemas"][name].clone();
            return self.good(&schema, depth);
        }
        for key in ["oneOf", "anyOf", "allOf"] {
            if let Some(last) = schema[key].as_array().and_then(|of| of.last()) {
                return self.good(last, depth);
            }
        }
        if let Some(values) = schema["enum"].as_array() {
            return self.dice.pick(values).clone();
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds.iter().find(|kind| *kind != "null").unwrap_or(&Value::Null),
            kind => kind,
        };
        match (kind.as_str(), schema["format"].as_str()) {
            (Some("object"), _) if depth < 5 => {
                let properties = schema["properties"].as_object().cloned().unwrap_or_default();
                let good = |(name, of): (String, Value)| (name, self.good(&of, depth + 1));
                Value::Object(properties.into_iter().map(good).collect())
            }
            (Some("array"), _) if depth < 5 => json!([self.good(&schema["items"], depth + 1)]),
            (Some("string"), Some("uuid")) => json!(self.id()),
            (Some("string"), Some("date-time")) => json!("2026-01-05T12:00:00Z"),
            (Some("string"), _) => json!(*self.dice.pick(&["contact", "account", "csv", "Name", "email"])),
            (Some("integer" | "number"), _) => json!(1),
            (Some("boolean"), _) => json!(true),
            _ => json!({}),
        }
    }

    /// The same with one thing wrong, or nothing.
    fn spoiled(&mut self, schema: &Value) -> Value {
        let mut body = self.good(schema, 0);
        let Some(fields) = body.as_object_mut() else { return body };
        let names: Vec<String> = fields.keys().cloned().collect();
        match self.dice.roll(6) {
            1 => drop(fields.insert("unheard_of".to_owned(), self.dice.odd(0))),
            2 => return self.dice.odd(0),
            turn @ 3.. if !names.is_empty() => {
                let name = self.dice.pick(&names).clone();
                let odd = self.dice.odd(0);
                let _ = if turn == 3 { fields.remove(&name) } else { fields.insert(name, odd) };
            }
            _ => {}
        }
        body
    }

    /// The address with its parameters: ids that are there, ids of nothing, and what is no id.
    fn address(&mut self, path: &str, keeps: bool) -> String {
        if !path.contains("{id}") {
            return path.to_owned();
        }
        let id = match self.dice.roll(3) {
            0 => encoded(self.dice.pick::<&str>(&TEXTS)),
            1 if keeps => self.id(),
            _ => ANY_ID.to_owned(),
        };
        path.replace("{id}", &id)
    }

    fn request(&mut self, request: RequestBuilder, operation: &Value) -> RequestBuilder {
        let mut query = Vec::new();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            if parameter["in"] == "query" && self.dice.roll(2) == 0 {
                query.push((parameter["name"].as_str().unwrap().to_owned(), self.dice.text()));
            }
        }
        let request = if query.is_empty() { request } else { request.query(&query) };
        let nothing = Map::new();
        let content = operation["requestBody"]["content"].as_object().unwrap_or(&nothing);
        let Some((kind, of)) = content.iter().next() else { return request };
        if kind == "application/json" && self.dice.roll(4) > 0 {
            return request.json(&self.spoiled(&of["schema"]));
        }
        let kind = if self.dice.roll(4) == 0 { "nonsense" } else { kind.as_str() };
        request.header("content-type", kind).body(self.dice.pick(&BODIES).to_vec())
    }
}

/// Every byte, so that nothing of it means anything in an address.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn known(app: &TestApp) -> Vec<String> {
    let segment =
        json!({ "entity": "contact", "name": "Known", "filter": { "field": "city", "op": "has_value" } });
    app.post(Role::Admin, "/api/v1/segments", segment).await;
    app.post(Role::Admin, "/api/v1/lists", json!({ "entity": "contact", "name": "Known" })).await;
    let set = app.rest(Role::Admin, Method::POST, "/api/v1/domain-sets?name=Known").await;
    set.header("content-type", "text/csv").body("northwind.test\n").send().await.unwrap();
    let mut ids = Vec::new();
    for path in PREFIXES {
        let (status, listed) = app.get(Role::Admin, path).await;
        assert_eq!(status, 200, "{path}: {listed}");
        ids.push(listed["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{path}: {listed}")).to_owned());
    }
    ids
}

#[tokio::test]
async fn every_route_of_audiences_answers_whatever_it_is_asked_as_the_document_says() {
    let app = TestApp::start().await;
    let document = serde_json::to_value(pivotal_api::rest::document()).unwrap();
    let known = known(&app).await;
    let mut asking = Asking { document: document.clone(), dice: Dice(0x5eed), known };
    let mut routes = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let ours = PREFIXES.iter().any(|prefix| path.starts_with(prefix));
            if !(ours || method == "get" && RECORDS.contains(&path.as_str())) {
                continue;
            }
            routes += 1;
            let declared = operation["responses"].as_object().unwrap();
            let method: Method = method.to_ascii_uppercase().parse().unwrap();
            // What is there has to be there for the others.
            let keeps = method != Method::DELETE && !path.ends_with("/archive");
            for turn in 0..ASKED {
                let address = asking.address(path, keeps);
                let request = app.rest(Role::Admin, method.clone(), &address).await;
                let answer = asking.request(request, operation).send().await.unwrap();
                let (url, status) = (answer.url().to_string(), answer.status().as_u16());
                let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok());
                let is_problem = kind.is_some_and(|kind| kind.starts_with("application/problem+json"));
                let text = answer.text().await.unwrap();
                let told = format!("{method} {url:.300} (turn {turn}): {status} {text:.500}");
                assert!(status < 500, "{told}");
                assert!(declared.contains_key(&status.to_string()), "not in the document: {told}");
                if status >= 400 {
                    assert!(is_problem, "{told}");
                    let problem: Value = serde_json::from_str(&text).unwrap();
                    assert!(problem["code"].is_string() && problem["status"] == status, "{told}");
                }
            }
        }
    }
    assert!(routes > 35, "the routes were not found: {routes}");
}
