//! The groups that a filter names by their ids, and what is wrong with one whose groups its asker does not see: by asking who is in
//! a group somebody would learn its members, so it must be one that is shared with them.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::error::{Code, FilterError, FilterErrors};
use super::limits::ERRORS_MAX;
use super::predicate::Predicate;
use super::{Condition, Filter, Node};
use crate::audience::fields::catalogue::Target;

impl Filter {
    /// The groups of this kind that it names, of whichever records they are.
    pub fn groups(&self, target: Target) -> BTreeSet<Uuid> {
        let conditions = self.conditions().into_iter().map(|(_, condition)| condition);
        conditions.filter(|one| one.field.target() == Some(target)).flat_map(Condition::groups).collect()
    }

    /// Refuses every condition that names one of these, in the same words whether it is not there or not shared.
    pub fn without_groups(&self, unseen: &BTreeSet<Uuid>) -> Result<(), FilterErrors> {
        let mut errors = Vec::new();
        if !unseen.is_empty() {
            look(&self.root, "", unseen, &mut errors);
        }
        errors.truncate(ERRORS_MAX);
        if errors.is_empty() { Ok(()) } else { Err(FilterErrors(errors)) }
    }
}

impl Condition {
    /// The ids of what is asked to be belonged to; none where a condition asks something else.
    pub fn groups(&self) -> Vec<Uuid> {
        match &self.predicate {
            Predicate::AnyOf(ids) | Predicate::AllOf(ids) | Predicate::NoneOf(ids)
                if self.field.membership().is_some() =>
            {
                ids.iter().filter_map(|id| Uuid::try_parse(id).ok()).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn look(node: &Node, path: &str, unseen: &BTreeSet<Uuid>, errors: &mut Vec<FilterError>) {
    match node {
        Node::All(nodes) => each(nodes, &below(path, "all"), unseen, errors),
        Node::Any(nodes) => each(nodes, &below(path, "any"), unseen, errors),
        Node::Not(inner) => look(inner, &below(path, "not"), unseen, errors),
        Node::Contacts(contacts) => look(&contacts.filter, &below(path, "contacts.filter"), unseen, errors),
        Node::Is(condition) => errors.extend(unknown(condition, path, unseen)),
    }
}

fn each(nodes: &[Node], path: &str, unseen: &BTreeSet<Uuid>, errors: &mut Vec<FilterError>) {
    for (index, node) in nodes.iter().enumerate() {
        look(node, &format!("{path}[{index}]"), unseen, errors);
    }
}

fn unknown(condition: &Condition, path: &str, unseen: &BTreeSet<Uuid>) -> Option<FilterError> {
    let membership = condition.field.membership()?;
    let id = condition.groups().into_iter().find(|id| unseen.contains(id))?;
    let one = membership.words.one;
    Some(FilterError {
        path: path.to_owned(),
        field: Some(condition.field.key().to_owned()),
        operator: None,
        value: Some(id.to_string()),
        code: Code::ValueUnknown,
        message: format!("There is no {one} {id}, or it is not shared with you. Choose another {one}."),
    })
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
