//! JSON to a filter, or everything that is wrong with it at once.
//!
//! A node is one of `{"all": [..]}`, `{"any": [..]}`, `{"not": {..}}`, `{"field": .., "op": .., "value": ..}`, of contacts
//! `{"engagement": {"did": .., ..}}` and, of accounts, `{"contacts": {"at_least": .., "at_most": .., "filter": {..}}}`; the outermost
//! may also carry `"v": 1`. `{}` is the filter that leaves nothing out.

use serde_json::{Map, Value};

use super::error::{Code, FilterError, FilterErrors, Mistake, shown};
use super::field::{self, Field};
use super::limits::{CONDITIONS_MAX, CONTACTS_MAX, DEPTH_MAX, ERRORS_MAX};
use super::operator::Operator;
use super::vocabulary::Vocabulary;
use super::{Condition, Contacts, Filter, Node, VERSION, engagement, values};
use crate::audience::fields::catalogue::Entity;

/// Reads a filter where custom fields are free text: nobody defined any, or nobody asks for them.
pub fn parse(entity: Entity, json: &Value) -> Result<Filter, FilterErrors> {
    parse_with(entity, json, &Vocabulary::none())
}

/// Reads a filter as clients send it and saved views keep it.
pub fn parse_with(entity: Entity, json: &Value, vocabulary: &Vocabulary) -> Result<Filter, FilterErrors> {
    let mut reader = Reader { entity, vocabulary, within: false, conditions: 0, errors: Vec::new() };
    let root = reader.root(json);
    match root {
        Some(root) if reader.errors.is_empty() => Ok(Filter { entity, root }),
        _ => Err(FilterErrors(reader.errors)),
    }
}

/// The same from text, as in a URL.
pub fn parse_text(entity: Entity, text: &str) -> Result<Filter, FilterErrors> {
    parse(entity, &json_of(text)?)
}

/// The JSON of a text that came in a URL.
pub fn json_of(text: &str) -> Result<Value, FilterErrors> {
    match serde_json::from_str(text) {
        Ok(json) => Ok(json),
        Err(error) => {
            let mistake = Mistake::new(
                Code::Shape,
                format!(
                    "The filter is not JSON ({error}). Write it as {{\"all\": [{{\"field\": .., \"op\": .., \"value\": ..}}]}}."
                ),
            );
            Err(FilterErrors(vec![located("", None, None, mistake)]))
        }
    }
}

struct Reader<'a> {
    entity: Entity,
    vocabulary: &'a Vocabulary,
    /// Among the contacts of an account, which are asked about nothing but themselves: a filter that went from account to contact
    /// and back could do so for ever.
    within: bool,
    conditions: usize,
    errors: Vec<FilterError>,
}

impl Reader<'_> {
    fn root(&mut self, json: &Value) -> Option<Node> {
        let Value::Object(object) = json else {
            return self.wrong("", Mistake::about(Code::Shape, json, "A filter is a JSON object."));
        };
        match object.get("v") {
            None => {}
            Some(version) if version.as_u64() == Some(VERSION) => {}
            Some(version) => {
                let message = format!(
                    "The filter is of version {}, which is not known here; this is version {VERSION}.",
                    shown(version)
                );
                return self.wrong("", Mistake::about(Code::Version, version, message));
            }
        }
        if leaves_nothing_out(object) {
            return Some(Node::All(Vec::new()));
        }
        self.node("", object, 1)
    }

    fn node(&mut self, path: &str, object: &Map<String, Value>, depth: usize) -> Option<Node> {
        if let Some(stranger) = object.keys().find(|key| !is_word(key, depth)) {
            let message = format!(
                "A filter has no `{}`. A group has `all`, `any` or `not`; a condition has `field`, `op` and `value`.",
                shown(&Value::String(stranger.clone()))
            );
            return self.wrong(path, Mistake::new(Code::Shape, message));
        }
        let kinds = ["all", "any", "not", "field", "contacts", "engagement"];
        let kinds = kinds.into_iter().filter(|key| object.contains_key(*key));
        match kinds.collect::<Vec<_>>().as_slice() {
            ["field"] => self.condition(path, object).map(Node::Is),
            ["all"] => self.group(path, "all", object, depth).map(Node::All),
            ["any"] => self.group(path, "any", object, depth).map(Node::Any),
            ["not"] => {
                let path = below(path, "not");
                let inner = self.child(&path, object.get("not")?, depth)?;
                Some(Node::Not(Box::new(inner)))
            }
            ["contacts"] => self.contacts(&below(path, "contacts"), object.get("contacts")?, depth),
            ["engagement"] => self.engagement(&below(path, "engagement"), object.get("engagement")?),
            [] => {
                let message = "A condition needs a `field`, a group `all`, `any` or `not`.";
                self.wrong(path, Mistake::new(Code::Shape, message))
            }
            several => {
                let message = format!(
                    "`{}` stand in one object. Nest them: {{\"all\": [{{\"any\": [..]}}, ..]}}.",
                    several.join("` and `")
                );
                self.wrong(path, Mistake::new(Code::Shape, message))
            }
        }
    }

    fn group(
        &mut self,
        path: &str,
        kind: &str,
        object: &Map<String, Value>,
        depth: usize,
    ) -> Option<Vec<Node>> {
        let json = object.get(kind)?;
        let path = below(path, kind);
        let Value::Array(items) = json else {
            let message = format!("`{kind}` is a list of conditions and groups.");
            return self.wrong(&path, Mistake::about(Code::Shape, json, message));
        };
        if items.is_empty() {
            let message = "This group is empty. Add a condition or remove the group.";
            return self.wrong(&path, Mistake::new(Code::EmptyGroup, message));
        }
        let mut nodes = Vec::with_capacity(items.len().min(CONDITIONS_MAX));
        for (index, item) in items.iter().enumerate() {
            // More of the same helps nobody.
            if self.errors.len() >= ERRORS_MAX || self.conditions > CONDITIONS_MAX {
                return None;
            }
            nodes.extend(self.child(&format!("{path}[{index}]"), item, depth));
        }
        (nodes.len() == items.len()).then_some(nodes)
    }

    fn child(&mut self, path: &str, json: &Value, depth: usize) -> Option<Node> {
        let Value::Object(object) = json else {
            return self
                .wrong(path, Mistake::about(Code::Shape, json, "A condition or group is a JSON object."));
        };
        let is_group = !object.contains_key("field") && !object.contains_key("engagement");
        if is_group && depth >= DEPTH_MAX {
            let message = format!(
                "Groups are nested deeper than {DEPTH_MAX} levels. Put conditions into fewer groups."
            );
            return self.wrong(path, Mistake::new(Code::TooDeep, message));
        }
        self.node(path, object, depth + 1)
    }

    /// How many of an account's contacts fit a filter of their own.
    fn contacts(&mut self, path: &str, json: &Value, depth: usize) -> Option<Node> {
        self.one_more(path)?;
        if self.entity == Entity::Contact {
            let message = "Only accounts are asked about their contacts. Ask the contact itself, or its company by `account.` and a field.";
            return self.wrong(path, Mistake::new(Code::Shape, message));
        }
        let is_ours = |key: &String| matches!(key.as_str(), "at_least" | "at_most" | "filter");
        let object = match json {
            Value::Object(object) if object.keys().all(is_ours) => object,
            _ => {
                let message = "`contacts` is an object with `at_least`, `at_most` and `filter`, each of which may be left out.";
                return self.wrong(path, Mistake::about(Code::Shape, json, message));
            }
        };
        let (at_least, at_most) = match how_many(object) {
            Ok(how_many) => how_many,
            Err(mistake) => return self.wrong(path, mistake),
        };
        let filter = match object.get("filter") {
            None | Some(Value::Null) => Node::All(Vec::new()),
            Some(Value::Object(filter)) if leaves_nothing_out(filter) => Node::All(Vec::new()),
            Some(filter) => {
                (self.entity, self.within) = (Entity::Contact, true);
                let inner = self.child(&below(path, "filter"), filter, depth);
                (self.entity, self.within) = (Entity::Account, false);
                inner?
            }
        };
        Some(Node::Contacts(Contacts { at_least, at_most, filter: Box::new(filter) }))
    }

    /// What happened between us and a contact.
    fn engagement(&mut self, path: &str, json: &Value) -> Option<Node> {
        self.one_more(path)?;
        if self.entity == Entity::Account {
            let message = "Only contacts are asked what happened to them. Put it into {\"contacts\": {\"filter\": {\"engagement\": ..}}}.";
            return self.wrong(path, Mistake::new(Code::Shape, message));
        }
        match engagement::read(json) {
            Ok(asked) => Some(Node::Engagement(asked)),
            Err((None, mistake)) => self.wrong(path, mistake),
            Err((Some(key), mistake)) => self.wrong(&below(path, key), mistake),
        }
    }

    fn one_more(&mut self, path: &str) -> Option<()> {
        self.conditions += 1;
        if self.conditions <= CONDITIONS_MAX {
            return Some(());
        }
        let message = format!(
            "The filter has more than {CONDITIONS_MAX} conditions. One `in` with several values does the work of many."
        );
        self.wrong(path, Mistake::new(Code::TooManyConditions, message))
    }

    fn condition(&mut self, path: &str, object: &Map<String, Value>) -> Option<Condition> {
        self.one_more(path)?;
        let (named, op) = (object.get("field"), object.get("op"));
        let field = match named.and_then(Value::as_str) {
            Some(key) => self.field(key),
            None => Err(Mistake::new(Code::Shape, "`field` is the key of a field, as \"country\".")),
        };
        let field = match field {
            Ok(field) => field,
            Err(mistake) => return self.wrong_in(path, named, op, mistake),
        };
        let predicate = operator(&field, op)
            .and_then(|operator| values::predicate(&field, operator, object.get("value")));
        match predicate {
            Ok(predicate) => Some(Condition { field, predicate }),
            Err(mistake) => {
                let message = format!("{}: {}", field.label(), mistake.message);
                self.wrong_in(path, named, op, Mistake { message, ..mistake })
            }
        }
    }

    fn field(&self, key: &str) -> Result<Field, Mistake> {
        let field =
            Field::named_in(self.entity, key, self.vocabulary).ok_or_else(|| self.no_such_field(key))?;
        match (&field, field.bare()) {
            (Field::OfAccount(_), of_account) if self.within => {
                let message = format!(
                    "The company of these contacts is the account itself. Ask `{}` beside `contacts`.",
                    of_account.key()
                );
                Err(Mistake::new(Code::TooDeep, message))
            }
            (_, Field::Defined(definition)) if definition.archived => {
                let message = format!(
                    "The custom field \"{}\" was archived. Remove this condition, or restore the field in the settings.",
                    definition.label
                );
                Err(Mistake::new(Code::FieldArchived, message))
            }
            _ => Ok(field),
        }
    }

    fn no_such_field(&self, key: &str) -> Mistake {
        let hint = field::nearest(self.entity, key)
            .map(|near| format!(" Did you mean `{near}`?"))
            .unwrap_or_else(|| " The fields are listed by filterFields.".to_owned());
        let cut = shown(&Value::String(key.to_owned()));
        let message = format!("{}s have no field `{cut}`.{hint}", capital(self.entity.as_str()));
        Mistake::new(Code::UnknownField, message)
    }

    fn wrong<T>(&mut self, path: &str, mistake: Mistake) -> Option<T> {
        self.wrong_in(path, None, None, mistake)
    }

    fn wrong_in<T>(
        &mut self,
        path: &str,
        field: Option<&Value>,
        operator: Option<&Value>,
        mistake: Mistake,
    ) -> Option<T> {
        if self.errors.len() < ERRORS_MAX {
            self.errors.push(located(path, field, operator, mistake));
        }
        None
    }
}

/// At least one contact, unless it is said how many.
fn how_many(object: &Map<String, Value>) -> Result<(u32, Option<u32>), Mistake> {
    let number = |key: &str| match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number.filter(|number| *number <= CONTACTS_MAX).map(Some).ok_or_else(|| {
                let message = format!("`{key}` is a whole number from 0 to 1,000,000, as 2.");
                Mistake::about(Code::ValueType, value, message)
            })
        }
    };
    match (number("at_least")?, number("at_most")?) {
        (None, None) => Ok((1, None)),
        (None, Some(most)) => Ok((0, Some(most))),
        (Some(0), None) => {
            let message = "Every account has at least 0 contacts. Ask for 1 or more, or add `at_most`.";
            Err(Mistake::new(Code::ValueMissing, message))
        }
        (Some(least), Some(most)) if least > most => {
            let message =
                format!("No account has at least {least} and at most {most} contacts. Swap the two.");
            Err(Mistake::new(Code::RangeBackwards, message))
        }
        (Some(least), most) => Ok((least, most)),
    }
}

/// No condition at all, with or without a version.
fn leaves_nothing_out(object: &Map<String, Value>) -> bool {
    let is_empty = |key| object.get(key).and_then(Value::as_array).is_some_and(Vec::is_empty);
    let others = object.keys().filter(|key| *key != "v").count();
    others == 0 || (others == 1 && (is_empty("all") || is_empty("any")))
}

fn operator(field: &Field, op: Option<&Value>) -> Result<Operator, Mistake> {
    let fitting = Operator::of(field.value_type());
    let listed = || fitting.iter().map(|operator| operator.name()).collect::<Vec<_>>().join(", ");
    let Some(name) = op.and_then(Value::as_str) else {
        return Err(Mistake::new(Code::Shape, format!("`op` is missing. Choose one of: {}.", listed())));
    };
    let Some(operator) = Operator::named(name) else {
        let cut = shown(&Value::String(name.to_owned()));
        let message = format!("there is no operator `{cut}`. Choose one of: {}.", listed());
        return Err(Mistake::new(Code::UnknownOperator, message));
    };
    if !fitting.contains(&operator) {
        let message = format!(
            "`{name}` cannot be asked of a {} field. Choose one of: {}.",
            field.value_type().name(),
            listed()
        );
        return Err(Mistake::new(Code::OperatorForType, message));
    }
    Ok(operator)
}

fn located(path: &str, field: Option<&Value>, operator: Option<&Value>, mistake: Mistake) -> FilterError {
    FilterError {
        path: path.to_owned(),
        field: field.map(shown),
        operator: operator.map(shown),
        value: mistake.value,
        code: mistake.code,
        message: mistake.message,
    }
}

fn is_word(key: &str, depth: usize) -> bool {
    matches!(key, "all" | "any" | "not" | "contacts" | "engagement" | "field" | "op" | "value")
        || (key == "v" && depth == 1)
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
