//! Whom of the standing segments something that happened can matter to.

use std::sync::Arc;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::watch::Keys;

use super::keeper::Standing;

/// Which segments a touch can matter to, by their places; kept per set of keys, of which there are few.
#[derive(Debug, Default)]
pub struct Watchers {
    known: Vec<Watching>,
}

#[derive(Debug)]
struct Watching {
    entity: Entity,
    linked: bool,
    keys: Arc<Keys>,
    segments: Arc<Vec<usize>>,
}

impl Watchers {
    /// Of segments of this kind; `linked`: it happened to a record that theirs are linked to.
    pub fn of(
        &mut self,
        standing: &[Standing],
        (entity, linked): (Entity, bool),
        keys: &Keys,
    ) -> (Arc<Keys>, Arc<Vec<usize>>) {
        let same = |one: &&Watching| (one.entity, one.linked) == (entity, linked) && *one.keys == *keys;
        if let Some(known) = self.known.iter().find(same) {
            return (known.keys.clone(), known.segments.clone());
        }
        let sees = |segment: &Standing| {
            segment.entity == entity
                && segment.followed().is_some()
                && if linked { segment.watch.sees_linked(keys) } else { segment.watch.sees(keys) }
        };
        let places = standing.iter().enumerate().filter(|(_, segment)| sees(segment)).map(|(place, _)| place);
        let (keys, segments) = (Arc::new(keys.clone()), Arc::new(places.collect::<Vec<_>>()));
        self.known.push(Watching { entity, linked, keys: keys.clone(), segments: segments.clone() });
        (keys, segments)
    }
}
