//! The shape of the house, held by tests: who may use whom, how long a file may be, where a feature lives.
//!
//! Allow-lists here may only shrink: a test fails when an entry is no longer needed.

#![expect(clippy::disallowed_methods, reason = "the structure of files is read from files")]
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a panic with a line number is what they should give"
)]

#[path = "structure/edges.rs"]
mod edges;
#[path = "structure/features.rs"]
mod features;
#[path = "structure/sources.rs"]
mod sources;

use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files of the workspace's own crates and the web app with one of these endings, as paths from the root.
pub fn files(endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for top in ["domain", "log", "commands", "projections", "infra", "api", "web/src"] {
        walk(&root().join(top), &mut |path| {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(name);
            }
        });
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn walk(folder: &Path, each: &mut impl FnMut(&Path)) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        match path.is_dir() {
            true if matches!(name, "node_modules" | "dist" | "target") || name.starts_with('.') => {}
            true => walk(&path, each),
            false => each(&path),
        }
    }
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}
