use std::path::{Path, PathBuf};

use pivotal_api::http::web_app::inside;

#[test]
fn no_path_leaves_the_folder() {
    let folder = Path::new("/srv/web");
    assert_eq!(inside(folder, "assets/a.js"), Some(PathBuf::from("/srv/web/assets/a.js")));
    assert_eq!(inside(folder, "../etc/passwd"), None);
    assert_eq!(inside(folder, "a/../../b"), None);
    assert_eq!(inside(folder, "/etc/passwd"), None);
}
