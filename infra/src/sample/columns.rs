//! Which columns a file has, and how each system heads them.

use std::str::FromStr;

/// Whose export the file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    Hubspot,
    Salesforce,
    Apollo,
    #[default]
    Plain,
}

impl FromStr for Style {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Style, anyhow::Error> {
        match text {
            "hubspot" => Ok(Style::Hubspot),
            "salesforce" => Ok(Style::Salesforce),
            "apollo" => Ok(Style::Apollo),
            "plain" => Ok(Style::Plain),
            other => anyhow::bail!("{other:?} is not a style. Choose hubspot, salesforce, apollo or plain."),
        }
    }
}

impl Style {
    pub fn as_str(self) -> &'static str {
        match self {
            Style::Hubspot => "hubspot",
            Style::Salesforce => "salesforce",
            Style::Apollo => "apollo",
            Style::Plain => "plain",
        }
    }

    /// The file's columns: what they hold (`contact.<key>`, `account.<key>`, or nothing we know) and their heading.
    pub fn columns(self) -> Vec<(&'static str, &'static str)> {
        COLUMNS
            .iter()
            .map(|row| (row.0, self.heading(row)))
            .filter(|(_, heading)| !heading.is_empty())
            .collect()
    }

    /// Whether its files have a column that holds this.
    pub fn has(self, holds: &str) -> bool {
        COLUMNS.iter().any(|row| row.0 == holds && !self.heading(row).is_empty())
    }

    fn heading(self, row: &Row) -> &'static str {
        match self {
            Style::Hubspot => row.1,
            Style::Salesforce => row.2,
            Style::Apollo => row.3,
            Style::Plain => row.4,
        }
    }
}

/// What it holds, then its heading at HubSpot, Salesforce, Apollo and in a plain list; empty where it is not exported.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
static COLUMNS: &[Row] = &[
    ("contact.first_name", "First Name", "First Name", "First Name", "first_name"),
    ("contact.last_name", "Last Name", "Last Name", "Last Name", "last_name"),
    ("contact.salutation", "Salutation", "Salutation", "", "salutation"),
    ("contact.job_title", "Job Title", "Title", "Title", "job_title"),
    ("account.name", "Company Name", "Account Name", "Company", "company"),
    ("contact.email", "Email", "Email", "Email", "email"),
    ("contact.email_verification_status", "", "", "Email Status", "email_status"),
    ("contact.secondary_emails", "Additional email addresses", "", "", "secondary_emails"),
    ("contact.seniority_level", "Seniority", "", "Seniority", "seniority"),
    ("contact.department", "Department", "Department", "Departments", "department"),
    ("contact.direct_phone", "Phone Number", "Phone", "Work Direct Phone", "phone"),
    ("contact.mobile_phone", "Mobile Phone Number", "Mobile", "Mobile Phone", "mobile"),
    ("account.main_phone", "Company phone", "Account Phone", "Corporate Phone", "company_phone"),
    ("contact.lifecycle", "Lifecycle Stage", "", "Stage", "lifecycle"),
    ("account.employees_size_range", "", "", "# Employees", "company_size"),
    ("account.staff_count", "Number of Employees", "Employees", "", ""),
    ("account.industry", "Industry", "Industry", "Industry", "industry"),
    ("contact.linkedin_url", "LinkedIn URL", "LinkedIn Profile", "Person Linkedin Url", "linkedin"),
    ("account.domain", "Website URL", "Website", "Website", "website"),
    ("account.linkedin_url", "LinkedIn Company Page", "", "Company Linkedin Url", "company_linkedin"),
    ("contact.address_street", "Street Address", "Mailing Street", "", "street"),
    ("contact.city", "City", "Mailing City", "City", "city"),
    ("contact.state", "State/Region", "Mailing State/Province", "State", "state"),
    ("contact.postal_code", "Postal Code", "Mailing Zip/Postal Code", "", "zip"),
    ("contact.country", "Country/Region", "Mailing Country", "Country", "country"),
    ("account.hq_street", "Company street", "Billing Street", "Company Address", "hq_street"),
    ("account.hq_city", "Company city", "Billing City", "Company City", "hq_city"),
    ("account.hq_state", "Company state", "Billing State/Province", "Company State", "hq_state"),
    ("account.hq_postal_code", "", "Billing Zip/Postal Code", "", "hq_zip"),
    ("account.hq_country", "Company country", "Billing Country", "Company Country", "hq_country"),
    ("contact.language", "Preferred language", "Language", "", "language"),
    ("contact.intent_topics", "Intent topics", "", "", "intent_topics"),
    ("contact.tags", "Tags", "Tags", "Tags", "tags"),
    ("account.tech_stack", "Web Technologies", "", "Technologies", "technologies"),
    ("account.annual_revenue", "Annual Revenue", "Annual Revenue", "Annual Revenue", "revenue"),
    ("account.year_founded", "Year Founded", "Year Founded", "Founded Year", "founded"),
    ("account.sic_code", "", "SIC Code", "SIC Codes", "sic"),
    ("account.naics_code", "", "NAICS Code", "NAICS Codes", "naics"),
    ("contact.consent_basis", "Legal basis for processing contact's data", "", "", "consent_basis"),
    ("contact.consent_source", "Consent source", "Consent Source", "Consent Source", "consent_source"),
    ("contact.consent_at", "Consent date", "Consent Date", "Consent Date", "consent_date"),
    // Columns of the customer's own, which no catalogue knows.
    ("badge", "Event Badge Colour", "Event_Badge_Colour__c", "Event Badge Colour", "badge_colour"),
    ("legacy", "Legacy CRM ID", "Legacy_CRM_ID__c", "Legacy CRM ID", "legacy_crm_id"),
    ("remark", "Remark of the rep", "Rep_Remark__c", "Remark of the rep", "rep_remark"),
];
