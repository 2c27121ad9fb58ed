//! The language in which people say which contacts or accounts they mean.
//!
//! One filter is about one entity, and may ask about the records it is linked to: a contact's company by its fields
//! (`account.industry`), an account's contacts by a filter of their own and how many fit, what happened between us and a contact. It is written as JSON ([`parse`], [`print`]), read aloud ([`describe`]), held against
//! one record in memory ([`matches`]) and, in the projections, compiled to SQL; a property test holds the last two together.
//! `docs/FILTER.md` is the description for those who write filters.
//!
//! A condition is true or false, never unknown. A record without a value fails every condition except `is_empty` and those
//! that say what a value is not (`not_equals`, `not_contains`, `not_in`, `none_of`): whoever is not known to be in Germany
//! counts as not in Germany. So `not` around a condition gives exactly the other records.

pub mod asking;
pub mod decimal;
pub mod describe;
pub mod engagement;
pub mod error;
pub mod field;
pub mod groups;
pub mod limits;
pub mod matches;
pub mod membership;
pub mod normal;
pub mod operator;
pub mod parse;
pub mod predicate;
pub mod print;
pub mod span;
mod values;
pub mod vocabulary;

use super::fields::catalogue::Entity;
use engagement::Engagement;
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

/// Conditions put together. Only the root, of contacts that are counted too, may be an empty `All`, which every record
/// fulfils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Is(Condition),
    /// Of accounts only.
    Contacts(Contacts),
    /// Of contacts only.
    Engagement(Engagement),
}

/// How many of an account's contacts fit a filter of their own. Archived ones are not counted, whatever it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contacts {
    pub at_least: u32,
    pub at_most: Option<u32>,
    /// An empty `All`: whoever works there.
    pub filter: Box<Node>,
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

    /// Every condition, from left to right, with whose field it asks: what records must be looked at for.
    pub fn conditions(&self) -> Vec<(Entity, &Condition)> {
        self.root.conditions(self.entity)
    }

    /// Whatever it asks to have happened to contacts, from left to right: to those that are meant, or to those of the accounts
    /// that are.
    pub fn engagements(&self) -> Vec<&Engagement> {
        self.root.engagements()
    }

    /// The other entity, where records of it are looked at, too.
    pub fn other(&self) -> Option<Entity> {
        let other = match self.entity {
            Entity::Contact => Entity::Account,
            Entity::Account => Entity::Contact,
        };
        self.root.crosses().then_some(other)
    }
}

impl Node {
    /// Every condition asked of a record of this entity, with whose field it asks.
    pub fn conditions(&self, entity: Entity) -> Vec<(Entity, &Condition)> {
        let mut found = Vec::new();
        self.collect(entity, &mut found);
        found
    }

    fn collect<'a>(&'a self, entity: Entity, found: &mut Vec<(Entity, &'a Condition)>) {
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| node.collect(entity, found)),
            Node::Not(node) => node.collect(entity, found),
            Node::Is(condition) => found.push((condition.field.whose(entity), condition)),
            Node::Contacts(contacts) => contacts.filter.collect(Entity::Contact, found),
            Node::Engagement(_) => {}
        }
    }

    /// Whatever is asked to have happened to a contact.
    pub fn engagements(&self) -> Vec<&Engagement> {
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().flat_map(Node::engagements).collect(),
            Node::Not(node) => node.engagements(),
            Node::Is(_) => Vec::new(),
            Node::Contacts(contacts) => contacts.filter.engagements(),
            Node::Engagement(asked) => vec![asked],
        }
    }

    fn crosses(&self) -> bool {
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(Node::crosses),
            Node::Not(node) => node.crosses(),
            Node::Is(condition) => matches!(condition.field, Field::OfAccount(_)),
            Node::Contacts(_) => true,
            Node::Engagement(_) => false,
        }
    }
}
