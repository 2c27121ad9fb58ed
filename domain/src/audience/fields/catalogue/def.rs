//! What the catalogue says about one field.

use serde::{Deserialize, Serialize};

/// Whose field it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    Contact,
    Account,
}

impl Entity {
    pub const fn as_str(self) -> &'static str {
        match self {
            Entity::Contact => "contact",
            Entity::Account => "account",
        }
    }
}

/// What a field holds, and so how it is parsed, compared, filtered and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines: descriptions, consent texts.
    LongText,
    Email,
    Phone,
    Url,
    Domain,
    Number,
    Money,
    /// One of the listed values.
    Choice(&'static [&'static str]),
    /// Several values of one kind.
    Multi(Item),
    /// `2026-03-01`.
    Date,
    /// RFC 3339 in UTC.
    DateTime,
    Bool,
    /// ISO 3166-1 alpha-2.
    Country,
    /// The subdivision part of ISO 3166-2 (`CA` for California), or upper-cased text where no table is held.
    State,
    /// IANA name.
    Tz,
    User,
    Ref(Target),
    /// BCP 47.
    Language,
}

impl FieldKind {
    /// The kind's name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            FieldKind::Text => "text",
            FieldKind::LongText => "long_text",
            FieldKind::Email => "email",
            FieldKind::Phone => "phone",
            FieldKind::Url => "url",
            FieldKind::Domain => "domain",
            FieldKind::Number => "number",
            FieldKind::Money => "money",
            FieldKind::Choice(_) => "choice",
            FieldKind::Multi(Item::Text) => "multi",
            FieldKind::Multi(Item::Email) => "multi_email",
            FieldKind::Multi(Item::Phone) => "multi_phone",
            FieldKind::Multi(Item::Domain) => "multi_domain",
            FieldKind::Date => "date",
            FieldKind::DateTime => "datetime",
            FieldKind::Bool => "bool",
            FieldKind::Country => "country",
            FieldKind::State => "state",
            FieldKind::Tz => "tz",
            FieldKind::User => "user",
            FieldKind::Ref(_) => "ref",
            FieldKind::Language => "language",
        }
    }

    /// The values a choice may take; nothing for other kinds.
    pub const fn options(self) -> &'static [&'static str] {
        match self {
            FieldKind::Choice(options) => options,
            _ => &[],
        }
    }
}

/// What a [`FieldKind::Multi`] holds several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    Text,
    Email,
    Phone,
    Domain,
}

/// What a [`FieldKind::Ref`] points at; its value is that record's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    Account,
    Contact,
    Client,
    Team,
    Import,
    List,
    Segment,
    DomainSet,
    Campaign,
}

/// The heading a form or a column chooser shows a field under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Identity,
    Work,
    Company,
    Reach,
    Address,
    Interests,
    Consent,
    Ownership,
    Activity,
    Record,
}

impl Group {
    pub const fn label(self) -> &'static str {
        match self {
            Group::Identity => "Identity",
            Group::Work => "Work",
            Group::Company => "Company",
            Group::Reach => "Email and phone",
            Group::Address => "Address",
            Group::Interests => "Interests and tags",
            Group::Consent => "Consent",
            Group::Ownership => "Ownership",
            Group::Activity => "Activity",
            Group::Record => "Record",
        }
    }
}

/// One field of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldDef {
    pub key: &'static str,
    pub label: &'static str,
    pub entity: Entity,
    pub kind: FieldKind,
    pub group: Group,
    /// Encrypted per person in the log and forgotten on erasure.
    pub personal: bool,
    /// `false`: derived from other fields or from facts, never written by a person or a file.
    pub writable: bool,
    pub unique: bool,
    pub required: bool,
    pub sortable: bool,
    /// Other headings it is known by, matched without case, spaces and punctuation.
    pub aliases: &'static [&'static str],
}

impl FieldDef {
    /// A writable, sortable, optional field; the methods below say where one differs.
    pub(super) const fn new(
        entity: Entity,
        group: Group,
        key: &'static str,
        label: &'static str,
        kind: FieldKind,
    ) -> Self {
        let sortable = !matches!(kind, FieldKind::Multi(_) | FieldKind::LongText | FieldKind::Ref(_));
        FieldDef {
            key,
            label,
            entity,
            kind,
            group,
            personal: false,
            writable: true,
            unique: false,
            required: false,
            sortable,
            aliases: &[],
        }
    }

    pub(super) const fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    pub(super) const fn derived(mut self) -> Self {
        self.writable = false;
        self
    }

    pub(super) const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn unsortable(mut self) -> Self {
        self.sortable = false;
        self
    }

    pub(super) const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }
}
