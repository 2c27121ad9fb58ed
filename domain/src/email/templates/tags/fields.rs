//! Which merge tags there are: fields of the contact and of its account, standard and custom ones, the sender, and the links that
//! every mail has its own of.

use super::{Merged, TagError, TagFault};
use crate::audience::custom_fields::definitions::Definitions;
use crate::audience::fields::catalogue::{Entity, FieldKind, custom_name, field, fields};

pub const UNSUBSCRIBE_URL: &str = "unsubscribe_url";
pub const PREFERENCES_URL: &str = "preferences_url";
pub const VIEW_URL: &str = "view_url";
/// Where the sender is to be found by post: asked for by law in every mailing.
pub const SENDER_ADDRESS: &str = "sender.address";

/// Links of the mail itself, with what a person calls them.
const LINKS: [(&str, &str); 3] = [
    (UNSUBSCRIBE_URL, "Link to unsubscribe"),
    (PREFERENCES_URL, "Link to the preferences"),
    (VIEW_URL, "Link to view the mail in a browser"),
];

/// Who the mail is from.
const SENDER: [(&str, &str); 5] = [
    ("sender.name", "Sender's name"),
    ("sender.email", "Sender's email"),
    ("sender.company", "Sender's company"),
    (SENDER_ADDRESS, "Sender's postal address"),
    ("sender.phone", "Sender's phone"),
];

/// A tag that may be used, for whoever chooses one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTag {
    pub path: String,
    pub label: String,
    pub group: TagGroup,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagGroup {
    Contact,
    Account,
    Sender,
    Links,
}

/// Custom fields as they are defined now; the standard ones are in the catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    pub contacts: Definitions,
    pub accounts: Definitions,
}

impl Vocabulary {
    pub fn knows(&self, path: &str) -> bool {
        match path.split_once('.') {
            None => LINKS.iter().any(|(link, _)| *link == path),
            Some(("contact", key)) => known(Entity::Contact, &self.contacts, key),
            Some(("account", key)) => known(Entity::Account, &self.accounts, key),
            Some(_) => SENDER.iter().any(|(of, _)| *of == path),
        }
    }

    /// The first tag that there is none of is an error.
    pub fn check(&self, merged: &Merged) -> Result<(), TagError> {
        match merged.tags().find(|(tag, _)| !self.knows(&tag.path)) {
            Some((tag, line)) => Err(TagError { line, fault: TagFault::Unknown(tag.path.clone()) }),
            None => Ok(()),
        }
    }

    /// All there are, in the order of the catalogue.
    pub fn all(&self) -> Vec<KnownTag> {
        let mut all = of_entity(Entity::Contact, &self.contacts, TagGroup::Contact);
        all.extend(of_entity(Entity::Account, &self.accounts, TagGroup::Account));
        let fixed = |group| {
            move |(path, label): &(&str, &str)| KnownTag {
                path: (*path).to_owned(),
                label: (*label).to_owned(),
                group,
            }
        };
        all.extend(SENDER.iter().map(fixed(TagGroup::Sender)));
        all.extend(LINKS.iter().map(fixed(TagGroup::Links)));
        all
    }
}

fn of_entity(entity: Entity, definitions: &Definitions, group: TagGroup) -> Vec<KnownTag> {
    let path = |key: &str| format!("{}.{key}", entity.as_str());
    let standard = fields(entity).iter().filter(|def| can_be_written(def.kind));
    let standard = standard.map(|def| KnownTag { path: path(def.key), label: def.label.to_owned(), group });
    let custom = definitions.in_use();
    let custom = custom.iter().map(|one| KnownTag { path: path(&one.key), label: one.label.clone(), group });
    standard.chain(custom).collect()
}

fn known(entity: Entity, definitions: &Definitions, key: &str) -> bool {
    match (field(entity, key), custom_name(key)) {
        (Some(def), _) => can_be_written(def.kind),
        (None, Some(_)) => definitions.get(key).is_some_and(|one| !one.archived),
        (None, None) => false,
    }
}

/// What points at a user or at another record is an id, which says nothing to whoever reads a mail.
fn can_be_written(kind: FieldKind) -> bool {
    !matches!(kind, FieldKind::User | FieldKind::Ref(_))
}
