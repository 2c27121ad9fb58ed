//! The fields of an account.

use super::contact::{PHONE_CARRIER_LINES, PHONE_LINES, PHONE_VALIDITIES};
use super::def::{Entity, FieldDef, FieldKind, Group, Item, Target};
use super::industries::INDUSTRIES;

/// A head count falls into exactly one of these.
pub const SIZE_RANGES: &[&str] =
    &["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"];

/// `stub`: made from a domain or an import, to be reviewed by a person.
pub const ACCOUNT_STATUSES: &[&str] = &["active", "stub", "archived"];

pub const SUGGESTION_STATUSES: &[&str] = &["open", "accepted", "rejected"];

const fn f(group: Group, key: &'static str, label: &'static str, kind: FieldKind) -> FieldDef {
    FieldDef::new(Entity::Account, group, key, label, kind)
}

// One row per field, however long its aliases: as a table it can be read against the product's list of fields.
#[rustfmt::skip]
pub static FIELDS: &[FieldDef] = &[
    f(Group::Identity, "name", "Name", FieldKind::Text).required().aliases(&[
        "company", "company name", "account", "account name", "organization", "organisation", "organization name",
        "organization 1 - name", "associated company", "current company", "employer", "business name", "firma",
        "société", "company name for emails", "primary associated company", "customer name",
        "unternehmen",
    ]),
    f(Group::Identity, "domain", "Domain", FieldKind::Domain).unique().aliases(&[
        "website", "web page", "website url", "company domain", "url", "company domain name", "company website",
        "web site", "company url", "homepage", "account website", "email domain", "organization website",
        "business home page", "website 1 - value", "web address", "account domain",
        "webseite", "internetseite",
    ]),
    f(Group::Identity, "alternate_domains", "Other domains", FieldKind::Multi(Item::Domain)).unique().aliases(&[
        "alternate domain", "additional domains", "other domains", "secondary domains", "secondary domain",
    ]),
    f(Group::Identity, "parent", "Parent account", FieldKind::Ref(Target::Account)).aliases(&[
        "parent account", "parent company", "ultimate parent company", "ultimate parent company name",
        "parent account id",
    ]),
    f(Group::Company, "industry", "Industry", FieldKind::Choice(INDUSTRIES)).aliases(&[
        "sector", "industries", "primary industry", "company industry", "account industry", "branche",
        "industry group",
    ]),
    f(Group::Company, "industry_suggested", "Suggested industry", FieldKind::Choice(INDUSTRIES)).derived(),
    f(Group::Company, "industry_suggested_confidence", "Confidence of the suggestion (%)", FieldKind::Number).derived(),
    f(Group::Company, "industry_suggested_status", "Suggestion", FieldKind::Choice(SUGGESTION_STATUSES)).derived(),
    f(Group::Company, "sic_code", "SIC code", FieldKind::Text).aliases(&[
        "sic", "sic codes", "sic code 1", "primary sic", "primary sic code", "sic 1",
    ]),
    f(Group::Company, "naics_code", "NAICS code", FieldKind::Text).aliases(&[
        "naics", "naics codes", "naics code 1", "primary naics", "primary naics code", "naics 1",
    ]),
    f(Group::Company, "employees_size_range", "Company size", FieldKind::Choice(SIZE_RANGES)).aliases(&[
        "# employees", "company size", "headcount", "employee range", "employees range", "employee size", "size",
        "company headcount", "number of employees range", "size range",
    ]),
    f(Group::Company, "staff_count", "Employees", FieldKind::Number).aliases(&[
        "employees", "number of employees", "employee count", "no of employees", "num employees", "total employees",
        "employees total", "staff", "mitarbeiter",
        "company employee exact count", "company headcount", "mitarbeiterzahl",
    ]),
    f(Group::Company, "annual_revenue", "Annual revenue", FieldKind::Money).aliases(&[
        "revenue", "annual revenue", "total revenue", "company revenue", "sales volume", "turnover", "umsatz",
        "estimated annual revenue", "revenue range", "revenue range (in usd)",
    ]),
    f(Group::Company, "year_founded", "Founded", FieldKind::Number).aliases(&[
        "founded", "founded year", "company founded year", "year established", "founding year",
        "gründungsjahr",
    ]),
    f(Group::Company, "description", "Description", FieldKind::LongText).aliases(&[
        "about", "company description", "about us", "short description", "account description", "seo description",
        "company overview",
    ]),
    f(Group::Address, "hq_street", "HQ street", FieldKind::Text).aliases(&[
        "company address", "company street", "company street address", "billing street", "billing address",
        "billing address line 1", "hq address", "headquarters address", "hq street address", "account street",
        "organization street",
        "straße (firma)",
    ]),
    f(Group::Address, "hq_city", "HQ city", FieldKind::Text).aliases(&[
        "company city", "billing city", "headquarters city", "account city",
        "ort (firma)",
    ]),
    f(Group::Address, "hq_state", "HQ state", FieldKind::State).aliases(&[
        "company state", "billing state", "billing state/province", "headquarters state", "company state/region",
        "account state", "company region",
        "bundesland (firma)",
    ]),
    f(Group::Address, "hq_postal_code", "HQ postal code", FieldKind::Text).aliases(&[
        "company zip", "company zip code", "company postal code", "billing zip", "billing zip/postal code",
        "billing postal code", "hq zip", "account postal code",
        "plz (firma)", "hq zip code",
    ]),
    f(Group::Address, "hq_country", "HQ country", FieldKind::Country).aliases(&[
        "company country", "billing country", "headquarters country", "company country/region", "account country",
        "hq country/region",
        "land (firma)",
    ]),
    f(Group::Reach, "linkedin_url", "Company LinkedIn", FieldKind::Url).aliases(&[
        "company linkedin url", "company linkedin", "linkedin company page", "company linkedin profile",
        "linkedin company profile url", "account linkedin url", "organization linkedin url",
    ]),
    f(Group::Reach, "main_phone", "Main phone", FieldKind::Phone).aliases(&[
        "company phone", "hq phone", "company main phone", "company hq phone", "headquarters phone", "account phone",
        "company phone number", "corporate phone", "switchboard", "organization phone", "main line",
        "main phone number", "zentrale",
    ]),
    f(Group::Reach, "main_phone_e164", "Main phone (E.164)", FieldKind::Phone).derived(),
    f(Group::Reach, "main_phone_extension", "Main phone extension", FieldKind::Text).unsortable().aliases(&[
        "company phone extension", "main extension",
    ]),
    f(Group::Reach, "main_phone_validity", "Main phone validity", FieldKind::Choice(PHONE_VALIDITIES)).derived(),
    f(Group::Reach, "main_phone_line", "Main phone line", FieldKind::Choice(PHONE_LINES)).derived(),
    f(Group::Reach, "main_phone_carrier", "Main phone carrier", FieldKind::Text).derived(),
    f(Group::Reach, "main_phone_carrier_line", "Main phone line (carrier)", FieldKind::Choice(PHONE_CARRIER_LINES)).derived(),
    f(Group::Reach, "main_phone_looked_up_at", "Main phone looked up", FieldKind::DateTime).derived(),
    f(Group::Interests, "intent_topics", "Account intent topics", FieldKind::Multi(Item::Text)).aliases(&[
        "company intent topics", "account intent", "primary intent topic", "secondary intent topic",
    ]),
    f(Group::Interests, "tech_stack", "Technologies", FieldKind::Multi(Item::Text)).aliases(&[
        "technologies", "technology", "tech stack", "web technologies", "technologies used", "installed technologies",
    ]),
    f(Group::Interests, "tags", "Account tags", FieldKind::Multi(Item::Text)).aliases(&[
        "company tags", "account tag", "keywords", "company keywords",
        "company specialities", "company specialties",
    ]),
    f(Group::Ownership, "owner", "Account owner", FieldKind::User).aliases(&[
        "account owner", "company owner", "account manager",
    ]),
    f(Group::Ownership, "team", "Account team", FieldKind::Ref(Target::Team)).aliases(&[
        "account team", "company team",
    ]),
    f(Group::Ownership, "status", "Account status", FieldKind::Choice(ACCOUNT_STATUSES)).derived(),
    f(Group::Ownership, "client_restriction", "Only for client", FieldKind::Ref(Target::Client)),
    f(Group::Activity, "contact_count", "Contacts", FieldKind::Number).derived(),
    f(Group::Activity, "open_lead_count", "Open leads", FieldKind::Number).derived(),
    f(Group::Activity, "last_activity_at", "Last activity", FieldKind::DateTime).derived(),
    f(Group::Activity, "last_campaign_at", "Last campaign", FieldKind::DateTime).derived(),
    f(Group::Record, "created_at", "Created", FieldKind::DateTime).derived(),
    f(Group::Record, "updated_at", "Updated", FieldKind::DateTime).derived(),
    f(Group::Record, "created_by", "Created by", FieldKind::User).derived(),
    f(Group::Record, "source", "Source", FieldKind::Text).derived(),
    f(Group::Record, "import", "Import", FieldKind::Ref(Target::Import)).derived(),
];
