//! The language in which people say which contacts or accounts they mean.
//!
//! One filter is about one entity. It is written as JSON ([`parse`], [`print`]), read aloud ([`describe`]), held against
//! one record in memory ([`matches`]) and, in the projections, compiled to SQL; a property test holds the last two together.
//! `docs/FILTER.md` is the description for those who write filters.
//!
//! A condition is true or false, never unknown. A record without a value fails every condition except `is_empty` and those
//! that say what a value is not (`not_equals`, `not_contains`, `not_in`, `none_of`): whoever is not known to be in Germany
//! counts as not in Germany. So `not` around a condition gives exactly the other records.

pub mod asking;
pub mod decimal;
pub mod describe;
pub mod error;
pub mod field;
pub mod limits;
pub mod matches;
pub mod normal;
pub mod operator;
pub mod parse;
pub mod predicate;
pub mod print;
pub mod span;
mod values;

use super::fields::catalogue::Entity;
use field::Field;
use predicate::Predicate;

/// The version of the JSON that is written. One without a version is of this one.
pub const VERSION: u64 = 1;

/// Which records of one entity are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub entity: Entity,
    pub root: Node,
}

/// Conditions put together. Only the root may be an empty `All`, which every record fulfils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Is(Condition),
}

/// One field and what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub field: Field,
    pub predicate: Predicate,
}

impl Filter {
    /// The filter that leaves nothing out.
    pub fn everything(entity: Entity) -> Filter {
        Filter { entity, root: Node::All(Vec::new()) }
    }

    /// Every condition, from left to right: what a record must be looked at for.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut found = Vec::new();
        self.root.collect(&mut found);
        found
    }
}

impl Node {
    fn collect<'a>(&'a self, found: &mut Vec<&'a Condition>) {
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| node.collect(found)),
            Node::Not(node) => node.collect(found),
            Node::Is(condition) => found.push(condition),
        }
    }
}
