//! The fields of a contact.

use super::def::{Entity, FieldDef, FieldKind, Group, Item, Target};

/// From the job title, by rules, when a file does not say.
pub const SENIORITY_LEVELS: &[&str] =
    &["C-level", "VP", "Director", "Head", "Manager", "Senior", "Staff", "Other"];

pub const DEPARTMENTS: &[&str] = &[
    "Executive",
    "Sales",
    "Marketing",
    "Engineering",
    "Information Technology",
    "Security",
    "Data",
    "Product",
    "Design",
    "Finance",
    "Human Resources",
    "Operations",
    "Procurement",
    "Customer Support",
    "Legal",
    "Research",
    "Medical",
    "Education",
    "Other",
];

pub const EMAIL_VERIFICATION_STATUSES: &[&str] =
    &["unknown", "valid", "risky", "invalid", "disposable", "catch_all"];

/// `Reason` of the email verification.
pub const EMAIL_VERIFICATION_REASONS: &[&str] = &[
    "accepted",
    "bad_syntax",
    "no_domain",
    "no_mail_accepted",
    "no_mail_server",
    "no_mailbox",
    "disposable_domain",
    "catch_all",
    "mailbox_full",
    "not_asked",
    "dns_failed",
    "no_answer",
    "greylisted",
    "blocked",
    "unreadable",
    "private_host",
    "host_paused",
    "host_limit",
    "bounced",
];

/// What an address says by itself.
pub const EMAIL_KINDS: &[&str] = &["business", "role", "free_mail", "disposable"];

pub const EMAIL_STATUSES: &[&str] =
    &["sendable", "unverified", "invalid", "bounced", "unsubscribed", "suppressed", "none"];

pub const PHONE_STATUSES: &[&str] = &["callable", "invalid", "do_not_call", "none"];

/// What the numbering plan of its country says of a number (`phone_validity/assess`).
pub const PHONE_VALIDITIES: &[&str] = &["valid", "possible", "invalid"];

/// Kinds of lines (`phone_validity/line`).
pub const PHONE_LINES: &[&str] = &[
    "mobile",
    "fixed_line",
    "fixed_line_or_mobile",
    "voip",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
    "unknown",
];

/// What a carrier look-up said: a kind of line, or that there is no such number.
pub const PHONE_CARRIER_LINES: &[&str] = &[
    "mobile",
    "fixed_line",
    "fixed_line_or_mobile",
    "voip",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
    "unknown",
    "not_found",
];

pub const CONSENT_BASES: &[&str] = &["legitimate_interest", "consent", "contract", "none"];

/// How it stands with a channel (`suppression/consents/standing`): what was said, else the basis above, else the rule of the country.
pub const CONSENT_STANDINGS: &[&str] = &["consent", "legitimate_interest", "contract", "none", "withdrawn"];

pub const LIFECYCLES: &[&str] = &[
    "subscriber",
    "lead",
    "marketing_qualified",
    "sales_qualified",
    "opportunity",
    "customer",
    "evangelist",
    "other",
];

pub const ACCOUNT_LINKS: &[&str] = &["auto", "manual", "import"];

const fn f(group: Group, key: &'static str, label: &'static str, kind: FieldKind) -> FieldDef {
    FieldDef::new(Entity::Contact, group, key, label, kind)
}

// One row per field, however long its aliases: as a table it can be read against the product's list of fields.
#[rustfmt::skip]
pub static FIELDS: &[FieldDef] = &[
    f(Group::Identity, "full_name", "Full name", FieldKind::Text).personal().aliases(&[
        "name", "contact name", "display name", "person name", "contact full name", "contact", "lead name",
    ]),
    f(Group::Identity, "first_name", "First name", FieldKind::Text).personal().aliases(&[
        "given name", "forename", "fname", "contact first name", "vorname", "prénom",
    ]),
    f(Group::Identity, "middle_name", "Middle name", FieldKind::Text).personal().aliases(&[
        "additional name", "middle initial", "middle names", "second name",
    ]),
    f(Group::Identity, "last_name", "Last name", FieldKind::Text).personal().aliases(&[
        "surname", "family name", "lname", "contact last name", "nachname", "nom de famille",
    ]),
    f(Group::Identity, "salutation", "Salutation", FieldKind::Text).personal().aliases(&[
        "name prefix", "prefix", "honorific", "courtesy title", "anrede",
    ]),
    f(Group::Work, "job_title", "Job title", FieldKind::Text).personal().aliases(&[
        "title", "position", "role", "job role", "job position", "contact title", "organization title",
        "organization 1 - title", "current title", "occupation", "job function title",
        "current job", "berufsbezeichnung",
    ]),
    f(Group::Work, "seniority_level", "Seniority", FieldKind::Choice(SENIORITY_LEVELS)).aliases(&[
        "seniority level", "seniority", "management level", "job level", "contact level", "level",
        "führungsebene", "hierarchieebene",
    ]),
    f(Group::Work, "department", "Department", FieldKind::Choice(DEPARTMENTS)).aliases(&[
        "function", "departments", "job function", "organization department", "organization 1 - department",
        "division", "sub departments",
        "abteilung",
    ]),
    f(Group::Reach, "email", "Email", FieldKind::Email).personal().unique().aliases(&[
        "e-mail", "e-mail address", "email address", "work email", "business email", "primary email", "contact email",
        "e-mail 1 - value", "email 1", "corporate email", "mail", "work e-mail", "company email",
        "professional email", "email id", "person email",
    ]),
    f(Group::Reach, "secondary_emails", "Other emails", FieldKind::Multi(Item::Email)).personal().aliases(&[
        "additional email addresses", "secondary email", "other email", "e-mail 2 address", "e-mail 2 - value",
        "email 2", "personal email", "alternate email", "alternate emails", "additional emails", "supplemental email",
        "home email",
        "weitere e-mail-adressen", "weitere e-mails",
    ]),
    f(Group::Reach, "email_verification_status", "Email verification", FieldKind::Choice(EMAIL_VERIFICATION_STATUSES)).aliases(&[
        "email status", "email verification", "email validity", "email confidence status", "verification status",
        "primary email status", "email validation status",
    ]),
    f(Group::Reach, "email_verification_reason", "Email verification reason", FieldKind::Choice(EMAIL_VERIFICATION_REASONS)).derived(),
    f(Group::Reach, "email_verified_at", "Email verified", FieldKind::DateTime).derived(),
    f(Group::Reach, "email_kind", "Kind of email", FieldKind::Choice(EMAIL_KINDS)).derived(),
    f(Group::Reach, "email_status", "Email status", FieldKind::Choice(EMAIL_STATUSES)).derived(),
    f(Group::Reach, "direct_phone", "Direct phone", FieldKind::Phone).personal().aliases(&[
        "work direct phone", "business phone", "phone", "phone number", "direct phone number", "direct dial",
        "work phone", "telephone", "phone 1 - value", "direct line", "contact phone", "office phone", "telefon",
        "primary phone", "tel", "person phone",
        "durchwahl",
    ]),
    f(Group::Reach, "direct_phone_e164", "Direct phone (E.164)", FieldKind::Phone).personal().derived(),
    f(Group::Reach, "phone_extension", "Phone extension", FieldKind::Text).personal().unsortable().aliases(&[
        "extension", "ext", "direct phone extension", "phone ext", "contact phone extension",
    ]),
    f(Group::Reach, "mobile_phone", "Mobile phone", FieldKind::Phone).personal().aliases(&[
        "mobile", "mobile phone number", "mobile number", "cell", "cell phone", "cell number", "cellphone", "handy",
        "mobil",
        "mobiltelefon", "mobilnummer",
    ]),
    f(Group::Reach, "secondary_phones", "Other phones", FieldKind::Multi(Item::Phone)).personal().aliases(&[
        "other phone", "secondary phone", "phone 2 - value", "business phone 2", "home phone", "additional phone",
        "phone 2", "alternate phone", "assistant phone", "asst phone", "primary phone 2",
    ]),
    f(Group::Reach, "phone_status", "Phone status", FieldKind::Choice(PHONE_STATUSES)).derived(),
    f(Group::Reach, "direct_phone_validity", "Direct phone validity", FieldKind::Choice(PHONE_VALIDITIES)).derived(),
    f(Group::Reach, "direct_phone_line", "Direct phone line", FieldKind::Choice(PHONE_LINES)).derived(),
    f(Group::Reach, "direct_phone_carrier", "Direct phone carrier", FieldKind::Text).derived(),
    f(Group::Reach, "direct_phone_carrier_line", "Direct phone line (carrier)", FieldKind::Choice(PHONE_CARRIER_LINES)).derived(),
    f(Group::Reach, "direct_phone_looked_up_at", "Direct phone looked up", FieldKind::DateTime).derived(),
    f(Group::Reach, "mobile_phone_validity", "Mobile phone validity", FieldKind::Choice(PHONE_VALIDITIES)).derived(),
    f(Group::Reach, "mobile_phone_line", "Mobile phone line", FieldKind::Choice(PHONE_LINES)).derived(),
    f(Group::Reach, "mobile_phone_carrier", "Mobile phone carrier", FieldKind::Text).derived(),
    f(Group::Reach, "mobile_phone_carrier_line", "Mobile phone line (carrier)", FieldKind::Choice(PHONE_CARRIER_LINES)).derived(),
    f(Group::Reach, "mobile_phone_looked_up_at", "Mobile phone looked up", FieldKind::DateTime).derived(),
    f(Group::Company, "account", "Account", FieldKind::Ref(Target::Account)).aliases(&[
        "account id", "pivotal account id",
    ]),
    f(Group::Company, "account_link", "Linked by", FieldKind::Choice(ACCOUNT_LINKS)).derived(),
    f(Group::Address, "address_street", "Street", FieldKind::Text).personal().aliases(&[
        "street", "address", "street address", "address line 1", "address 1", "mailing street", "business street",
        "person street", "contact street", "contact address", "home street", "address 1 - street", "mailing address",
        "mailing address line 1", "business address", "person address",
        "straße", "adresse",
    ]),
    f(Group::Address, "city", "City", FieldKind::Text).personal().aliases(&[
        "town", "mailing city", "business city", "person city", "contact city", "home city", "address 1 - city",
        "ort", "locality",
        "stadt",
    ]),
    f(Group::Address, "state", "State", FieldKind::State).aliases(&[
        "state/region", "region", "province", "mailing state", "mailing state/province", "business state",
        "person state", "contact state", "home state", "address 1 - region", "state/province", "county", "bundesland",
    ]),
    f(Group::Address, "postal_code", "Postal code", FieldKind::Text).personal().aliases(&[
        "zip", "zip code", "postcode", "zip/postal code", "mailing zip", "mailing zip/postal code",
        "mailing postal code", "business postal code", "person zip code", "contact zip code", "home postal code",
        "address 1 - postal code", "plz",
        "postleitzahl",
    ]),
    f(Group::Address, "country", "Country", FieldKind::Country).aliases(&[
        "country/region", "mailing country", "business country/region", "business country", "person country",
        "contact country", "home country/region", "home country", "address 1 - country", "country code",
        "country name", "land",
    ]),
    f(Group::Address, "timezone", "Time zone", FieldKind::Tz).aliases(&["time zone", "tz"]),
    f(Group::Address, "language", "Language", FieldKind::Language).aliases(&[
        "preferred language", "locale", "contact language", "sprache",
        "profile language",
    ]),
    f(Group::Reach, "linkedin_url", "LinkedIn", FieldKind::Url).personal().aliases(&[
        "person linkedin url", "linkedin", "linkedin profile", "linkedin profile url", "contact linkedin url",
        "linkedin contact profile url", "linkedin url", "person linkedin", "public profile url", "profile url",
        "linkedin bio", "linkedin id",
        "linkedin url public", "linkedin-profil",
    ]),
    f(Group::Interests, "intent_topics", "Intent topics", FieldKind::Multi(Item::Text)).aliases(&[
        "intent topic", "intent", "topics",
    ]),
    f(Group::Interests, "tags", "Tags", FieldKind::Multi(Item::Text)).aliases(&[
        "tag", "labels", "label", "categories", "contact tags", "group membership",
        "schlagwörter",
    ]),
    f(Group::Consent, "consent_basis", "Consent basis", FieldKind::Choice(CONSENT_BASES)).aliases(&[
        "legal basis for processing contact's data", "legal basis", "lawful basis", "consent", "gdpr basis",
        "legal basis for processing",
        "rechtsgrundlage",
    ]),
    f(Group::Consent, "consent_source", "Consent source", FieldKind::Text).aliases(&[
        "opt-in source", "source of consent",
        "quelle der einwilligung",
    ]),
    f(Group::Consent, "consent_at", "Consent given at", FieldKind::DateTime).aliases(&[
        "consent date", "opt-in date", "consent timestamp", "consent time", "opted in at",
        "einwilligung am", "datum der einwilligung",
    ]),
    f(Group::Consent, "consent_text", "Consent text", FieldKind::LongText).personal().aliases(&[
        "consent wording", "consent statement", "opt-in text",
    ]),
    f(Group::Consent, "email_consent", "Email consent", FieldKind::Choice(CONSENT_STANDINGS)).derived().unsortable(),
    f(Group::Consent, "phone_consent", "Phone consent", FieldKind::Choice(CONSENT_STANDINGS)).derived().unsortable(),
    f(Group::Ownership, "owner", "Owner", FieldKind::User).aliases(&[
        "contact owner", "record owner", "lead owner", "assigned to", "sales rep",
    ]),
    f(Group::Ownership, "team", "Team", FieldKind::Ref(Target::Team)).aliases(&[
        "contact team", "hubspot team", "owner team",
    ]),
    f(Group::Ownership, "lifecycle", "Lifecycle", FieldKind::Choice(LIFECYCLES)).aliases(&[
        "lifecycle stage", "contact stage", "stage",
    ]),
    f(Group::Ownership, "score", "Score", FieldKind::Number).derived(),
    f(Group::Ownership, "client_restriction", "Only for client", FieldKind::Ref(Target::Client)),
    f(Group::Activity, "last_emailed_at", "Last emailed", FieldKind::DateTime).derived(),
    f(Group::Activity, "last_opened_at", "Last opened", FieldKind::DateTime).derived(),
    f(Group::Activity, "last_clicked_at", "Last clicked", FieldKind::DateTime).derived(),
    f(Group::Activity, "last_replied_at", "Last replied", FieldKind::DateTime).derived(),
    f(Group::Activity, "last_called_at", "Last called", FieldKind::DateTime).derived(),
    f(Group::Activity, "last_disposition", "Last disposition", FieldKind::Text).derived(),
    f(Group::Activity, "last_activity_at", "Last activity", FieldKind::DateTime).derived(),
    f(Group::Activity, "emails_sent_30d", "Emails sent (30 days)", FieldKind::Number).derived().unsortable(),
    f(Group::Activity, "calls_30d", "Calls (30 days)", FieldKind::Number).derived().unsortable(),
    f(Group::Activity, "suppressed", "Suppressed for", FieldKind::Multi(Item::Text)).derived(),
    f(Group::Activity, "suppression_reasons", "Suppression reasons", FieldKind::Multi(Item::Text)).derived(),
    f(Group::Record, "created_at", "Created", FieldKind::DateTime).derived(),
    f(Group::Record, "updated_at", "Updated", FieldKind::DateTime).derived(),
    f(Group::Record, "created_by", "Created by", FieldKind::User).derived(),
    f(Group::Record, "source", "Source", FieldKind::Text).derived(),
    f(Group::Record, "import", "Import", FieldKind::Ref(Target::Import)).derived(),
    f(Group::Record, "duplicate_of", "Duplicate of", FieldKind::Ref(Target::Contact)).derived(),
];
