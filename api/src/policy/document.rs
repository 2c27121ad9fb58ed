//! Which rules a GraphQL document touches: walks its fields along the schema's types.

use std::collections::{HashMap, HashSet};

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, ConstDirective, Directive, DocumentOperations, ExecutableDocument, FieldDefinition,
    OperationType, Selection, SelectionSet, Type, TypeKind, TypeSystemDefinition,
};
use async_graphql::{Positioned, Value as ConstValue, Variables};

use super::Rule;
use crate::errors::{ApiError, FORBIDDEN};

/// A field of the schema as the gate sees it.
#[derive(Debug)]
struct FieldRule {
    /// Name of the type it leads to.
    leads_to: String,
    rule: Option<Rule>,
}

/// The rules of all fields, read from the schema's own text.
#[derive(Debug)]
pub struct SchemaRules {
    fields: HashMap<String, HashMap<String, FieldRule>>,
    roots: HashMap<&'static str, String>,
}

/// A field of a root type and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootField {
    pub root: String,
    pub field: String,
    pub rule: Option<Rule>,
}

impl SchemaRules {
    pub fn of_sdl(sdl: &str) -> Result<Self, async_graphql::parser::Error> {
        let mut fields: HashMap<String, HashMap<String, FieldRule>> = HashMap::new();
        for definition in parse_schema(sdl)?.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let name = definition.node.name.node.to_string();
            if let TypeKind::Object(object) = definition.node.kind {
                let of_type = fields.entry(name).or_default();
                for field in object.fields {
                    of_type.insert(field.node.name.node.to_string(), field_rule(&field.node));
                }
            }
        }
        let roots = [("query", "Query"), ("mutation", "Mutation"), ("subscription", "Subscription")];
        Ok(SchemaRules {
            fields,
            roots: roots.into_iter().map(|(kind, name)| (kind, name.to_owned())).collect(),
        })
    }

    /// Every field of the three roots, for the test that none is without a rule.
    pub fn root_fields(&self) -> Vec<RootField> {
        let mut all: Vec<RootField> = self
            .roots
            .values()
            .flat_map(|root| {
                self.fields.get(root).into_iter().flatten().map(|(field, rule)| RootField {
                    root: root.clone(),
                    field: field.clone(),
                    rule: rule.rule,
                })
            })
            .collect();
        all.sort_by(|a, b| (&a.root, &a.field).cmp(&(&b.root, &b.field)));
        all
    }

    /// Every rule the document would need, each with the path of the field that needs it. A root field without a rule
    /// is refused outright.
    pub fn needed(
        &self,
        document: &ExecutableDocument,
        operation: Option<&str>,
        variables: &Variables,
    ) -> Result<Vec<Rule>, ApiError> {
        let mut walk = Walk { rules: self, document, variables, needed: Vec::new(), walked: HashSet::new() };
        let operations: Vec<_> = match &document.operations {
            DocumentOperations::Single(only) => vec![only],
            DocumentOperations::Multiple(many) => many
                .iter()
                .filter(|(name, _)| operation.is_none_or(|wanted| wanted == name.as_str()))
                .map(|(_, op)| op)
                .collect(),
        };
        for operation in operations {
            let kind = match operation.node.ty {
                OperationType::Query => "query",
                OperationType::Mutation => "mutation",
                OperationType::Subscription => "subscription",
            };
            let root = &self.roots[kind];
            walk.set(root, &operation.node.selection_set.node, true)?;
        }
        Ok(walk.needed)
    }
}

fn field_rule(field: &FieldDefinition) -> FieldRule {
    FieldRule { leads_to: named(&field.ty.node).to_owned(), rule: field.directives.iter().find_map(rule_of) }
}

fn rule_of(directive: &Positioned<ConstDirective>) -> Option<Rule> {
    if directive.node.name.node != "allow" {
        return None;
    }
    match &directive.node.get_argument("to")?.node {
        ConstValue::String(text) => Rule::parse(text),
        _ => None,
    }
}

fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(inner) => named(inner),
    }
}

struct Walk<'a> {
    rules: &'a SchemaRules,
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    needed: Vec<Rule>,
    /// Each fragment is walked once: what it needs does not depend on where it is spread, and a document that spreads
    /// fragments in a circle, or two by two, must not keep us busy.
    walked: HashSet<String>,
}

impl Walk<'_> {
    /// Whether the request itself says, beyond doubt, that a part of the document is not asked for. Defaults of variables
    /// are not looked at: what is in doubt is checked.
    fn is_left_out(&self, directives: &[Positioned<Directive>]) -> bool {
        directives.iter().any(|directive| {
            let off = match directive.node.name.node.as_str() {
                "include" => false,
                "skip" => true,
                _ => return false,
            };
            let condition = directive.node.get_argument("if").map(|value| value.node.clone());
            let known = condition.and_then(|value| {
                value.into_const_with(|name| self.variables.get(&name).cloned().ok_or(())).ok()
            });
            known == Some(ConstValue::Boolean(off))
        })
    }

    fn roots_include(&self, ty: &str) -> bool {
        self.rules.roots.values().any(|root| root == ty)
    }

    fn set(&mut self, ty: &str, set: &SelectionSet, root: bool) -> Result<(), ApiError> {
        for selection in &set.items {
            if self.is_left_out(selection.node.directives()) {
                continue;
            }
            match &selection.node {
                Selection::Field(field) => {
                    let name = field.node.name.node.as_str();
                    // Introspection is public knowledge; `__typename` says nothing.
                    if name.starts_with("__") {
                        continue;
                    }
                    // What does not exist is the validator's to report.
                    let Some(rule) = self.rules.fields.get(ty).and_then(|fields| fields.get(name)) else {
                        continue;
                    };
                    match rule.rule {
                        Some(rule) => self.needed.push(rule),
                        None if root => {
                            return Err(ApiError::new(FORBIDDEN, format!("{name} is not open to anybody.")));
                        }
                        None => {}
                    }
                    self.set(&rule.leads_to, &field.node.selection_set.node, false)?;
                }
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map_or(ty, |on| on.node.on.node.as_str());
                    self.set(on, &inline.node.selection_set.node, root)?;
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    let Some(fragment) = self.document.fragments.get(name) else { continue };
                    if self.walked.insert(name.to_string()) {
                        let on = fragment.node.type_condition.node.on.node.as_str();
                        let root = self.roots_include(on);
                        self.set(on, &fragment.node.selection_set.node, root)?;
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use pivotal_domain::identity::permission::Permission;

    use super::*;

    const SDL: &str = r#"
        type Query { me: Me! @allow(to: "SIGNED_IN") contacts: [Contact!]! @allow(to: "CONTACTS_VIEW") open: Int }
        type Me { id: Int }
        type Contact { id: Int account: Account @allow(to: "ACCOUNTS_VIEW") }
        type Account { id: Int }
        directive @allow(to: String!) on FIELD_DEFINITION
    "#;

    fn needed(query: &str) -> Result<Vec<Rule>, ApiError> {
        needed_with(query, serde_json::json!({}))
    }

    fn needed_with(query: &str, variables: serde_json::Value) -> Result<Vec<Rule>, ApiError> {
        let variables = Variables::from_json(variables);
        SchemaRules::of_sdl(SDL).unwrap().needed(&parse_query(query).unwrap(), None, &variables)
    }

    #[test]
    fn what_the_request_leaves_out_needs_nothing_and_what_is_in_doubt_is_checked() {
        let query = "query($c: Boolean! = false) { me { id } contacts @include(if: $c) { id } }";
        let both = || needed("{ me { id } contacts { id } }").unwrap();
        assert_eq!(
            needed_with(query, serde_json::json!({"c": false})).unwrap(),
            needed("{ me { id } }").unwrap()
        );
        assert_eq!(needed_with(query, serde_json::json!({"c": true})).unwrap(), both());
        assert_eq!(needed_with(query, serde_json::json!({})).unwrap(), both(), "a default");
        assert_eq!(needed_with(query, serde_json::json!({"c": "false"})).unwrap(), both(), "no boolean");
        let skipped = "{ me { id } ... @skip(if: true) { contacts { id } } }";
        assert_eq!(needed(skipped).unwrap(), needed("{ me { id } }").unwrap());
        assert_eq!(needed("{ me { id } contacts @skip(if: false) { id } }").unwrap(), both());
    }

    #[test]
    fn rules_are_found_at_any_depth_and_through_fragments() {
        let rules =
            needed("{ contacts { ...c } } fragment c on Contact { id ... on Contact { account { id } } }")
                .unwrap();
        assert_eq!(rules, [Rule::Needs(Permission::ContactsView), Rule::Needs(Permission::AccountsView)]);
    }

    #[test]
    fn a_root_field_without_a_rule_is_closed() {
        assert_eq!(needed("{ open }").unwrap_err().code, FORBIDDEN);
        assert_eq!(needed("{ ...q } fragment q on Query { open }").unwrap_err().code, FORBIDDEN);
    }

    #[test]
    fn fragments_in_a_circle_do_not_hang() {
        assert!(
            needed("{ ...a } fragment a on Query { me { id } ...b } fragment b on Query { ...a }").is_ok()
        );
    }

    #[test]
    fn what_does_not_exist_is_left_to_the_validator() {
        assert_eq!(needed("{ nothing { x } }").unwrap(), []);
    }
}
