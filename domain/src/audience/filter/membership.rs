//! What a record can belong to: groups that stand in tables of their own, each asked for by a field whose values are ids.
//!
//! A field joins by a row here and one that says where it stands, in the projections.

use crate::audience::fields::catalogue::{Entity, Group, Target};

/// One kind of group.
#[derive(Debug, PartialEq, Eq)]
pub struct Membership {
    /// How a filter names it. Stands in the API: never change one, only add.
    pub key: &'static str,
    pub label: &'static str,
    /// Heading it stands under.
    pub group: &'static str,
    /// What its values are the ids of.
    pub target: Target,
    /// Whose records can belong to it.
    pub entities: &'static [Entity],
    pub words: Words,
}

/// How a sentence says it: `is in` the `list` A, `is not in` the `lists` A and B, `is in` `a list`.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    pub is: &'static str,
    pub is_not: &'static str,
    pub one: &'static str,
    pub several: &'static str,
    /// With its article.
    pub any: &'static str,
}

const BOTH: &[Entity] = &[Entity::Contact, Entity::Account];

/// In the order forms show them.
pub static ALL: &[Membership] = &[
    Membership {
        key: "lists",
        label: "Lists",
        group: "Segments and lists",
        target: Target::List,
        entities: BOTH,
        words: Words { is: "is in", is_not: "is not in", one: "list", several: "lists", any: "a list" },
    },
    Membership {
        key: "segments",
        label: "Segments",
        group: "Segments and lists",
        target: Target::Segment,
        entities: BOTH,
        words: Words {
            is: "is in",
            is_not: "is not in",
            one: "segment",
            several: "segments",
            any: "a segment",
        },
    },
    Membership {
        key: "domain_sets",
        label: "Domain sets",
        group: "Segments and lists",
        target: Target::DomainSet,
        entities: BOTH,
        words: Words {
            is: "is in",
            is_not: "is not in",
            one: "domain set",
            several: "domain sets",
            any: "a domain set",
        },
    },
    Membership {
        key: "campaigns",
        label: "Campaigns",
        group: "Segments and lists",
        target: Target::Campaign,
        entities: &[Entity::Contact],
        words: Words {
            is: "is in the audience of",
            is_not: "is not in the audience of",
            one: "campaign",
            several: "campaigns",
            any: "a campaign",
        },
    },
    Membership {
        key: "imports",
        label: "Made or changed by import",
        group: Group::Record.label(),
        target: Target::Import,
        entities: BOTH,
        words: Words {
            is: "was made or changed by",
            is_not: "was not made or changed by",
            one: "import",
            several: "imports",
            any: "an import",
        },
    },
];

/// The one that records of this entity have under this key.
pub fn named(entity: Entity, key: &str) -> Option<&'static Membership> {
    of(entity).find(|membership| membership.key == key)
}

/// Those that records of this entity have.
pub fn of(entity: Entity) -> impl Iterator<Item = &'static Membership> {
    ALL.iter().filter(move |membership| membership.entities.contains(&entity))
}
