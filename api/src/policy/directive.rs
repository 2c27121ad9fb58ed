//! `@allow(to: "CONTACTS_VIEW")`: the rule of a resolver, beside it in the code and in the published schema.

use async_graphql::TypeDirective;

/// Who may ask for this: PUBLIC, SIGNED_IN, or a permission of the policy table.
#[TypeDirective(location = "FieldDefinition")]
pub fn allow(to: String) {}
