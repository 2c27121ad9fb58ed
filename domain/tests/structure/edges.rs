use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// What each crate may be built on. Tests of a crate may use more.
const EDGES: &[(&str, &[&str])] = &[
    ("pivotal-domain", &[]),
    ("pivotal-log", &["pivotal-domain"]),
    ("pivotal-commands", &["pivotal-domain", "pivotal-log"]),
    ("pivotal-projections", &["pivotal-domain", "pivotal-log"]),
    ("pivotal-infra", &["pivotal-domain", "pivotal-log", "pivotal-commands", "pivotal-projections"]),
    (
        "pivotal-api",
        &["pivotal-domain", "pivotal-log", "pivotal-commands", "pivotal-projections", "pivotal-infra"],
    ),
    // Benches stand outside the house and may look in anywhere.
    (
        "pivotal-load",
        &[
            "pivotal-domain",
            "pivotal-log",
            "pivotal-commands",
            "pivotal-projections",
            "pivotal-infra",
            "pivotal-api",
        ],
    ),
];

fn metadata() -> &'static Metadata {
    static METADATA: OnceLock<Metadata> = OnceLock::new();
    METADATA.get_or_init(|| MetadataCommand::new().current_dir(crate::root()).no_deps().exec().unwrap())
}

#[test]
fn crates_use_only_what_stands_before_them() {
    let allowed: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    for package in metadata().workspace_packages() {
        let name = package.name.as_str();
        let may = allowed.get(name).unwrap_or_else(|| panic!("{name} is new: say here what it may use"));
        for dependency in &package.dependencies {
            if dependency.kind != DependencyKind::Development && dependency.name.starts_with("pivotal-") {
                assert!(may.contains(&dependency.name.as_str()), "{name} must not use {}", dependency.name);
            }
        }
    }
}

#[test]
fn the_domain_touches_nothing_outside() {
    let domain =
        metadata().workspace_packages().into_iter().find(|package| package.name == "pivotal-domain").unwrap();
    for dependency in domain.dependencies.iter().filter(|one| one.kind == DependencyKind::Normal) {
        let name = dependency.name.as_str();
        let outside = ["tokio", "sqlx", "reqwest", "rand", "axum", "hyper", "lapin", "tracing", "futures"];
        assert!(!outside.iter().any(|crate_| name.starts_with(crate_)), "the domain must not use {name}");
    }
}

/// Two TLS providers in one process panic at the first connection unless each is chosen by hand.
#[test]
fn there_is_one_tls_provider() {
    // Not from `cargo metadata`: that also lists what optional features could bring in.
    let tree = std::process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--workspace",
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .current_dir(crate::root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    let built: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(built.contains("aws-lc-rs"));
    for other in ["ring", "openssl", "native-tls"] {
        assert!(!built.contains(other), "{other} came in; `cargo tree -i {other}` says through whom");
    }
}
