//! The definitions of one entity, for whoever reads, asks or shows values of custom fields.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::definition::Definition;
use crate::audience::fields::catalogue::{Entity, label_of};
use crate::audience::fields::value::FieldValue;
use crate::audience::values::fold;

/// Cheap to clone. Without any definition, custom values are free text, as they were before there were definitions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Definitions(Arc<BTreeMap<String, Arc<Definition>>>);

impl Definitions {
    pub fn none() -> Self {
        Definitions::default()
    }

    /// By its whole key, archived or not.
    pub fn get(&self, key: &str) -> Option<&Arc<Definition>> {
        self.0.get(key)
    }

    /// Those in use, by label.
    pub fn in_use(&self) -> Vec<&Arc<Definition>> {
        let mut all: Vec<&Arc<Definition>> = self.0.values().filter(|one| !one.archived).collect();
        all.sort_by_cached_key(|one| (fold::fold(&one.label), one.key.clone()));
        all
    }

    /// The one in use that a heading of a file means: by its label, or by the key the heading would make.
    pub fn by_heading(&self, heading: &str) -> Option<&Arc<Definition>> {
        let wanted = fold::key(heading);
        let named = self.0.values().find(|one| !one.archived && fold::key(&one.label) == wanted);
        let by_key = || self.0.values().find(|one| !one.archived && fold::key(&one.key[CUSTOM..]) == wanted);
        named.or_else(by_key).filter(|_| !wanted.is_empty())
    }

    /// What a form calls any field of the entity.
    pub fn label(&self, entity: Entity, key: &str) -> String {
        self.get(key).map_or_else(|| label_of(entity, key), |one| one.label.clone())
    }

    pub fn all(&self) -> impl Iterator<Item = &Definition> {
        self.0.values().map(Arc::as_ref)
    }

    /// What a new record gets where nobody says anything: fields in use that have a default.
    pub fn defaults(&self) -> impl Iterator<Item = (&str, &FieldValue)> {
        let in_use = self.all().filter(|field| !field.archived);
        in_use.filter_map(|field| Some((field.key.as_str(), field.default.as_ref()?)))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

const CUSTOM: usize = crate::audience::fields::catalogue::CUSTOM_PREFIX.len();

impl FromIterator<Definition> for Definitions {
    fn from_iter<T: IntoIterator<Item = Definition>>(all: T) -> Self {
        Definitions(Arc::new(all.into_iter().map(|one| (one.key.clone(), Arc::new(one))).collect()))
    }
}
