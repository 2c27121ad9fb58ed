//! Custom fields: which fields an organisation added to contacts or accounts, of which type, under which name.
//!
//! All fields of an entity are one aggregate: their names and keys are told apart, and their number is limited, by the one
//! sequence of its events, so no guard is needed. Values stand in the records under the field's key and outlive the
//! definition; a key that nobody defined holds free text.

pub mod command;
pub mod definition;
pub mod definitions;
pub mod error;
pub mod events;
pub mod rules;
#[cfg(test)]
mod tests;
pub mod unique;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::{CustomFieldCommand, FieldChanges, NewField};
use self::definition::Definition;
use self::definitions::Definitions;
use self::error::CustomFieldError;
use self::events::CustomFieldEvent;
use self::rules::FIELDS_MAX;
use crate::audience::fields::catalogue::Entity;

/// The custom fields of one entity, in the order they were defined.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomFields {
    pub fields: Vec<Definition>,
}

/// Under which id the custom fields of an entity stand in the log: there is one set of each.
pub const fn id_of(entity: Entity) -> Uuid {
    Uuid::from_u128(match entity {
        Entity::Contact => 0x0197_0000_0000_7000_8000_0000_0000_0c01,
        Entity::Account => 0x0197_0000_0000_7000_8000_0000_0000_0c02,
    })
}

impl CustomFields {
    pub fn definition(&self, key: &str) -> Option<&Definition> {
        self.fields.iter().find(|field| field.key == key)
    }

    pub fn definitions(&self) -> Definitions {
        self.fields.iter().cloned().collect()
    }

    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: CustomFieldCommand) -> Result<Vec<CustomFieldEvent>, CustomFieldError> {
        match command {
            CustomFieldCommand::Define { field, at } => self.define(field, at),
            CustomFieldCommand::Change { key, changes, at } => {
                let field = self.definition(&key).ok_or(CustomFieldError::Unknown)?;
                if field.archived {
                    return Err(CustomFieldError::Archived(field.label.clone()));
                }
                self.change(field, changes, at)
            }
            CustomFieldCommand::Archive { key, at } => {
                let field = self.definition(&key).ok_or(CustomFieldError::Unknown)?;
                Ok(if field.archived {
                    vec![]
                } else {
                    vec![CustomFieldEvent::CustomFieldArchived { at, key }]
                })
            }
            CustomFieldCommand::Restore { key, at } => {
                let field = self.definition(&key).ok_or(CustomFieldError::Unknown)?;
                if !field.archived {
                    return Ok(vec![]);
                }
                self.room()?;
                let in_use: Vec<&Definition> = self.others(&key).filter(|other| !other.archived).collect();
                rules::label(field.entity, &field.label, &in_use)?;
                Ok(vec![CustomFieldEvent::CustomFieldRestored { at, key }])
            }
        }
    }

    fn define(&self, new: NewField, at: DateTime<Utc>) -> Result<Vec<CustomFieldEvent>, CustomFieldError> {
        let NewField { entity, label, field_type, options, required, unique, default } = new;
        let label = rules::label(entity, &label, &self.fields.iter().collect::<Vec<_>>())?;
        let options = rules::new_options(field_type, &options)?;
        self.room()?;
        let key = rules::key(&label, &self.fields);
        let mut field = Definition {
            entity,
            key,
            label,
            field_type,
            options,
            required,
            unique,
            default: None,
            archived: false,
        };
        field.default = rules::default(&field, default.as_deref(), at)?;
        rules::unique(&field)?;
        Ok(vec![CustomFieldEvent::CustomFieldDefined { at, field }])
    }

    fn change(
        &self,
        field: &Definition,
        changes: FieldChanges,
        at: DateTime<Utc>,
    ) -> Result<Vec<CustomFieldEvent>, CustomFieldError> {
        let mut events = Vec::new();
        let key = || field.key.clone();
        if let Some(label) = changes.label {
            let label = rules::label(field.entity, &label, &self.others(&field.key).collect::<Vec<_>>())?;
            if label != field.label {
                let previous = field.label.clone();
                events.push(CustomFieldEvent::CustomFieldRenamed { at, key: key(), label, previous });
            }
        }
        if let Some(wanted) = changes.options {
            let options = rules::options(field.field_type, &field.options, &wanted)?;
            if options != field.options {
                let previous = field.options.clone();
                events.push(CustomFieldEvent::CustomFieldOptionsChanged {
                    at,
                    key: key(),
                    options,
                    previous,
                });
            }
        }
        if let Some(required) = changes.required.filter(|required| *required != field.required) {
            events.push(CustomFieldEvent::CustomFieldRequirementChanged { at, key: key(), required });
        }
        self.change_rules(field, (changes.unique, changes.default), at, &mut events)?;
        Ok(events)
    }

    /// Whether it is unique and what new records get: the one excludes the other, so they are looked at together.
    fn change_rules(
        &self,
        field: &Definition,
        (unique, default): (Option<bool>, Option<Option<String>>),
        at: DateTime<Utc>,
        events: &mut Vec<CustomFieldEvent>,
    ) -> Result<(), CustomFieldError> {
        // A default is read by the options as they will be.
        let mut after = field.clone();
        for event in events.iter() {
            if let CustomFieldEvent::CustomFieldOptionsChanged { options, .. } = event {
                after.options.clone_from(options);
            }
        }
        after.unique = unique.unwrap_or(field.unique);
        if let Some(raw) = default {
            after.default = rules::default(&after, raw.as_deref(), at)?;
        }
        rules::unique(&after)?;
        let key = || field.key.clone();
        if after.unique != field.unique {
            let unique = after.unique;
            events.push(CustomFieldEvent::CustomFieldUniquenessChanged { at, key: key(), unique });
        }
        if after.default != field.default {
            let (default, previous) = (after.default, field.default.clone());
            events.push(CustomFieldEvent::CustomFieldDefaultChanged { at, key: key(), default, previous });
        }
        Ok(())
    }

    fn others<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Definition> {
        self.fields.iter().filter(move |other| other.key != key)
    }

    fn room(&self) -> Result<(), CustomFieldError> {
        let in_use = self.fields.iter().filter(|field| !field.archived).count();
        if in_use < FIELDS_MAX { Ok(()) } else { Err(CustomFieldError::TooMany) }
    }

    fn on(&mut self, key: &str, change: impl FnOnce(&mut Definition)) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.key == key) {
            change(field);
        }
    }
}

impl Aggregate for CustomFields {
    const TYPE: &'static str = "custom_fields";
    type Command = CustomFieldCommand;
    type Event = CustomFieldEvent;
    type Error = CustomFieldError;
    type Services = ();

    async fn handle(
        &mut self,
        command: CustomFieldCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), CustomFieldError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: CustomFieldEvent) {
        match event {
            CustomFieldEvent::CustomFieldDefined { field, .. } => self.fields.push(field),
            CustomFieldEvent::CustomFieldRenamed { key, label, .. } => {
                self.on(&key, |field| field.label = label)
            }
            CustomFieldEvent::CustomFieldOptionsChanged { key, options, .. } => {
                self.on(&key, |field| field.options = options);
            }
            CustomFieldEvent::CustomFieldRequirementChanged { key, required, .. } => {
                self.on(&key, |field| field.required = required);
            }
            CustomFieldEvent::CustomFieldUniquenessChanged { key, unique, .. } => {
                self.on(&key, |field| field.unique = unique);
            }
            CustomFieldEvent::CustomFieldDefaultChanged { key, default, .. } => {
                self.on(&key, |field| field.default = default);
            }
            CustomFieldEvent::CustomFieldArchived { key, .. } => self.on(&key, |field| field.archived = true),
            CustomFieldEvent::CustomFieldRestored { key, .. } => {
                self.on(&key, |field| field.archived = false)
            }
        }
    }
}
