//! What the stub holds of an index, and how it searches it.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::StatusCode;
use serde_json::{Value, json};

pub type Answer = (StatusCode, Json<Value>);

#[derive(Debug, Default, Clone)]
pub struct Stored {
    pub settings: Value,
    pub documents: BTreeMap<String, Value>,
}

impl Stored {
    pub fn add(&mut self, documents: &Value) -> Result<(), Value> {
        let documents = documents.as_array().unwrap();
        // One bad id, and nothing of the task counts.
        let good = |id: &str| {
            !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        };
        if !documents.iter().all(|document| document["id"].as_str().is_some_and(good)) {
            return Err(refusal("invalid_document_id", "A document id is not valid."));
        }
        for document in documents {
            self.documents.insert(document["id"].as_str().unwrap().to_owned(), document.clone());
        }
        Ok(())
    }

    fn names(&self, setting: &str) -> Vec<&str> {
        self.settings[setting].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// `a = x AND b IN [x, y]`, which is as much as is asked.
    pub fn filtered(&self, filter: &str) -> Result<Vec<&Value>, Answer> {
        let mut kept: Vec<&Value> = self.documents.values().collect();
        for condition in filter.split(" AND ").filter(|condition| !condition.is_empty()) {
            let (name, values) =
                condition.split_once(" = ").or_else(|| condition.split_once(" IN ")).unwrap();
            if !self.names("filterableAttributes").contains(&name) {
                let told =
                    refusal("invalid_search_filter", &format!("Attribute `{name}` is not filterable."));
                return Err((StatusCode::BAD_REQUEST, Json(told)));
            }
            let wanted: Vec<&str> =
                values.trim_matches(['[', ']']).split(", ").map(|value| value.trim_matches('"')).collect();
            let text =
                |document: &Value| document[name].as_str().map_or(document[name].to_string(), str::to_owned);
            kept.retain(|document| wanted.contains(&text(document).as_str()));
        }
        Ok(kept)
    }

    /// Position of the best attribute that has all words, the last one as a beginning.
    pub fn rank(&self, document: &Value, words: &[&str]) -> Option<usize> {
        let attributes = self.names("searchableAttributes");
        let unforgiving = &self.settings["typoTolerance"]["disableOnAttributes"];
        let mut best = usize::MAX;
        for (at, word) in words.iter().enumerate() {
            let has = |name: &str| {
                let forgiving =
                    !unforgiving.as_array().unwrap().iter().any(|of| of == name) && word.chars().count() >= 4;
                let text = document[name].as_str().map_or(document[name].to_string(), str::to_owned);
                text.split(|c: char| !c.is_alphanumeric()).any(|of| {
                    of == *word
                        || (at + 1 == words.len() && of.starts_with(word))
                        || (forgiving && near(of, word))
                })
            };
            best = best.min(attributes.iter().position(|name| has(name))?);
        }
        Some(best)
    }
}

/// One letter more, less, other, or two swapped.
fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let rest = |a: &[char], n: usize| a.get(n..).map(<[char]>::to_vec);
    rest(a, 1) == rest(b, 1)
        || rest(a, 1).as_deref() == Some(b)
        || rest(b, 1).as_deref() == Some(a)
        || (a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
}

pub fn refusal(code: &str, message: &str) -> Value {
    json!({"message": message, "code": code, "type": "invalid_request", "link": "https://docs.example.com"})
}

pub fn no_index(uid: &str) -> Value {
    refusal("index_not_found", &format!("Index `{uid}` not found."))
}
