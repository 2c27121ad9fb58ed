//! The test servers, which a test may stop, start and restart.

use std::path::Path;
use std::process::Command;

pub fn broker(action: &str) {
    test_services(&["broker", action]);
}

/// In its fast mode: sessions end, what is committed stays.
pub fn restart_postgres() {
    test_services(&["postgres", "restart"]);
}

fn test_services(arguments: &[&str]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts/test-services");
    let done = Command::new(script).args(arguments).output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}
