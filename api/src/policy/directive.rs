//! `@allow(to: "CONTACTS_VIEW")`: the rule of a resolver, beside it in the code and in the published schema.

use async_graphql::TypeDirective;

/// Who may ask for this: PUBLIC, ENTERING and ENTERING_IN_PERSON (signed in, even before a second step that is required is set up),
/// SIGNED_IN, IN_PERSON (signed in, and no program with a key), or a permission of the policy table.
#[TypeDirective(location = "FieldDefinition")]
pub fn allow(to: String) {}
