use std::collections::BTreeSet;

use crate::root;

const CONTEXTS: &[&str] = &["audience", "campaigns", "email", "identity", "suppression", "work"];

/// Features that have no rules of their own and so no folder in the domain, with why.
const WITHOUT_DOMAIN: &[(&str, &str)] = &[
    ("audience/history", "what happened to a record, read from its events"),
    ("audience/memberships", "what a record belongs to, asked of segments, lists and domain sets"),
    ("audience/catalogue", "the field catalogue as the API shows it: audience/fields in the domain"),
    ("email/reports", "numbers of campaigns, read from what came back"),
    ("identity/me", "the actor, as the API shows it to itself"),
    ("identity/sessions", "tokens and passwords: secrets, which are not in the log"),
];

/// `audience/accounts` is called that in every layer, so that any path can be guessed.
#[test]
fn a_feature_has_one_name_in_every_layer() {
    let known: BTreeSet<String> =
        CONTEXTS.iter().flat_map(|context| folders("domain/src", context)).collect();
    let mut used = BTreeSet::new();
    for layer in ["commands/src", "projections/src", "api/src/graphql"] {
        for feature in CONTEXTS.iter().flat_map(|context| folders(layer, context)) {
            let excepted = WITHOUT_DOMAIN.iter().find(|(name, _)| *name == feature);
            assert!(
                known.contains(&feature) || excepted.is_some(),
                "{layer}/{feature}: there is no domain/src/{feature}. Give it the name it has there, or say here why it has none"
            );
            used.extend(excepted.map(|(name, _)| *name));
        }
    }
    for (name, _) in WITHOUT_DOMAIN {
        assert!(used.contains(name) && !known.contains(*name), "{name} needs no exception any more");
    }
}

/// A context is called the same everywhere, too.
#[test]
fn every_context_starts_in_the_domain() {
    for context in CONTEXTS {
        assert!(root().join("domain/src").join(context).is_dir(), "{context}");
    }
    for folder in children("domain/src") {
        assert!(
            folder == "log" || CONTEXTS.contains(&folder.as_str()),
            "domain/src/{folder} is a new context: name it here"
        );
    }
}

/// Slugs are words with underscores in Rust and with hyphens in the web app.
#[test]
fn folders_are_named_alike() {
    for layer in ["domain/src", "commands/src", "projections/src", "api/src/graphql"] {
        for feature in CONTEXTS.iter().flat_map(|context| folders(layer, context)) {
            assert!(
                feature.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '/')),
                "{layer}/{feature}"
            );
        }
    }
    for feature in CONTEXTS.iter().flat_map(|context| folders("web/src/features", context)) {
        assert!(
            feature.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '/')),
            "web/src/features/{feature}"
        );
    }
}

fn folders(layer: &str, context: &str) -> Vec<String> {
    children(&format!("{layer}/{context}")).into_iter().map(|name| format!("{context}/{name}")).collect()
}

fn children(path: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(root().join(path)) else { return Vec::new() };
    entries
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect()
}
