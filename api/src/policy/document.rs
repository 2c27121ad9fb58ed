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

/// What a document asks for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Every rule of its fields, at any depth.
    pub needed: Vec<Rule>,
    /// Its root fields by their names in the schema, as often as they stand in it.
    pub fields: Vec<String>,
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

    /// What the document asks for. A root field without a rule is refused outright.
    pub fn asked(
        &self,
        document: &ExecutableDocument,
        operation: Option<&str>,
        variables: &Variables,
    ) -> Result<Asked, ApiError> {
        let asked = Asked::default();
        let mut walk = Walk { rules: self, document, variables, asked, walked: HashSet::new() };
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
        Ok(walk.asked)
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
    asked: Asked,
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
                    if root {
                        self.asked.fields.push(name.to_owned());
                    }
                    match rule.rule {
                        Some(rule) => self.asked.needed.push(rule),
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
