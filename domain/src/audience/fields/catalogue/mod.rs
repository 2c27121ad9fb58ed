//! The standard fields of accounts and contacts: the one catalogue that drives forms, tables, filters,
//! import mapping, exports, history and erasure. Custom fields join it at run time under `custom.<name>`.

pub mod account;
pub mod contact;
pub mod def;
pub mod industries;

pub use def::{Entity, FieldDef, FieldKind, Group, Item, Target};

/// Keys of custom fields start with this.
pub const CUSTOM_PREFIX: &str = "custom.";

/// Every standard field of an entity, in the order forms show them.
pub fn fields(entity: Entity) -> &'static [FieldDef] {
    match entity {
        Entity::Contact => contact::FIELDS,
        Entity::Account => account::FIELDS,
    }
}

/// The standard field with this key. Custom keys have no standard field: see [`custom_name`].
pub fn field(entity: Entity, key: &str) -> Option<&'static FieldDef> {
    fields(entity).iter().find(|def| def.key == key)
}

/// `custom.region` gives `region`; any other key, or a name that is not `[a-z0-9_]{1,60}`, gives nothing.
pub fn custom_name(key: &str) -> Option<&str> {
    let name = key.strip_prefix(CUSTOM_PREFIX)?;
    let fits = (1..=60).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    fits.then_some(name)
}

/// What a form calls the field; a custom field goes by its own name, and an unknown key stands for itself.
pub fn label_of(entity: Entity, key: &str) -> String {
    match (field(entity, key), custom_name(key)) {
        (Some(def), _) => def.label.to_owned(),
        (None, Some(name)) => name.replace('_', " "),
        (None, None) => key.to_owned(),
    }
}

/// Is this a key the catalogue knows, standard or custom?
pub fn is_known_key(entity: Entity, key: &str) -> bool {
    field(entity, key).is_some() || custom_name(key).is_some()
}

/// Personal fields are encrypted per person in the log and forgotten on erasure. A custom field of a contact
/// may hold anything, so it is always personal; an unknown key is treated the same, which errs on the safe side.
pub fn is_personal(entity: Entity, key: &str) -> bool {
    match field(entity, key) {
        Some(def) => def.personal,
        None => entity == Entity::Contact,
    }
}
