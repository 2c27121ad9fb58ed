//! What the keeper puts together and takes apart: records that are held against segments, and facts about whoever moved.

use std::sync::Arc;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::facts::{MOVED_MAX, MembersChanged};
use pivotal_domain::audience::segments::watch::Keys;
use pivotal_projections::audience::segments::keeper::{Item, Standing};

/// Whether a change of these keys of an account matters to a segment of contacts.
pub fn of_account(segment: &Standing, keys: &Keys) -> bool {
    segment.entity == Entity::Contact && segment.watch.sees_linked(keys)
}

/// Each account once, for whatever its contacts mean to it.
pub fn united(mut items: Vec<Item>) -> Vec<Item> {
    items.retain(|item| !item.segments.is_empty());
    items.sort_by_key(|item| item.id);
    let mut each: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        match each.last_mut().filter(|last| last.id == item.id) {
            Some(last) => {
                let mut segments = [last.segments.as_slice(), item.segments.as_slice()].concat();
                segments.sort_unstable();
                segments.dedup();
                let mut linked = (*last.linked).clone();
                linked.add(&item.linked);
                last.by = last.by.max(item.by);
                (last.segments, last.linked) = (Arc::new(segments), Arc::new(linked));
            }
            None => each.push(item),
        }
    }
    each
}

/// No fact names more records than one may.
pub fn parts(changed: MembersChanged) -> Vec<MembersChanged> {
    if changed.entered.len() + changed.left.len() <= MOVED_MAX {
        return vec![changed];
    }
    let MembersChanged { entered, left, .. } = &changed;
    let bare = || MembersChanged { entered: Vec::new(), left: Vec::new(), ..changed.clone() };
    let of_left = left.chunks(MOVED_MAX).map(|some| MembersChanged { left: some.to_vec(), ..bare() });
    let of_entered =
        entered.chunks(MOVED_MAX).map(|some| MembersChanged { entered: some.to_vec(), ..bare() });
    of_left.chain(of_entered).collect()
}
