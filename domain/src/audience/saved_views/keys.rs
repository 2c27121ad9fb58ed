//! Under which keys a view stands in the guard tables.

use super::SavedView;

/// Unique among the views of one owner on one kind of list, whatever its case. A deleted view frees its name.
pub const NAME: &str = "saved_view.name";

pub fn claims(saved: &SavedView) -> Vec<(&'static str, String)> {
    let view = saved.view.iter().filter(|_| !saved.deleted);
    view.map(|view| (NAME, format!("{} {} {}", view.owner, view.entity.as_str(), view.name.to_lowercase())))
        .collect()
}
