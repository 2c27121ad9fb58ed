//! Pairs that hang together: whoever is one with a second who is one with a third makes three of one.

use std::collections::BTreeMap;

use uuid::Uuid;

/// Each record in exactly one group, the groups and their members in order of their ids.
pub fn of_pairs(pairs: &[(Uuid, Uuid)]) -> Vec<Vec<Uuid>> {
    let mut above: BTreeMap<Uuid, Uuid> = BTreeMap::new();
    for (a, b) in pairs {
        let (top_a, top_b) = (top(&mut above, *a), top(&mut above, *b));
        if top_a != top_b {
            above.insert(top_a.max(top_b), top_a.min(top_b));
        }
    }
    let ids: Vec<Uuid> = above.keys().copied().collect();
    let mut groups: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for id in ids {
        groups.entry(top(&mut above, id)).or_default().push(id);
    }
    groups.into_values().filter(|members| members.len() > 1).collect()
}

fn top(above: &mut BTreeMap<Uuid, Uuid>, id: Uuid) -> Uuid {
    let mut at = id;
    loop {
        let next = *above.entry(at).or_insert(at);
        if next == at {
            break;
        }
        at = next;
    }
    // The next to ask goes the short way.
    above.insert(id, at);
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn pairs_that_share_a_record_are_one_group() {
        let pairs = [(id(1), id(2)), (id(5), id(6)), (id(3), id(2)), (id(7), id(3))];
        assert_eq!(of_pairs(&pairs), [vec![id(1), id(2), id(3), id(7)], vec![id(5), id(6)]]);
        assert!(of_pairs(&[]).is_empty());
    }
}
