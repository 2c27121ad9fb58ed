//! Which search index.

use pivotal_infra::search::meilisearch::MeiliSettings;
use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct SearchConfig {
    /// MEILI_URL, MEILI_MASTER_KEY, MEILI_INDEX_PREFIX; none means the index inside this process, under the state folder.
    pub meilisearch: Option<MeiliSettings>,
}

impl SearchConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let (url, key) = (source.text("MEILI_URL"), source.text("MEILI_MASTER_KEY"));
        let prefix = source.text("MEILI_INDEX_PREFIX").unwrap_or_else(|| "pivotal".into());
        let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !prefix.chars().all(named) {
            source.problem(format!(
                "MEILI_INDEX_PREFIX is `{prefix}`. Names of indexes have letters, digits, - and _ only"
            ));
        }
        if url.as_ref().is_some_and(|url| !url.starts_with("http://") && !url.starts_with("https://")) {
            source.problem("MEILI_URL must begin with http:// or https://".into());
        }
        let key = key.map(SecretString::from);
        SearchConfig { meilisearch: url.map(|url| MeiliSettings { url, key, prefix }) }
    }
}
