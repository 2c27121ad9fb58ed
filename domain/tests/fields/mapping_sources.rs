//! Headings as known programs export them.

use crate::mapping::maps;

#[test]
fn hubspot_contacts() {
    maps(
        &[
            ("Record ID", "-"),
            ("First Name", "first_name"),
            ("Last Name", "last_name"),
            ("Email", "email"),
            ("Additional email addresses", "secondary_emails"),
            ("Phone Number", "direct_phone"),
            ("Mobile Phone Number", "mobile_phone"),
            ("Contact owner", "owner"),
            ("Associated Company", "account.name"),
            ("Job Title", "job_title"),
            ("Lifecycle Stage", "lifecycle"),
            ("Lead Status", "-"),
            ("Street Address", "address_street"),
            ("City", "city"),
            ("State/Region", "state"),
            ("Postal Code", "postal_code"),
            ("Country/Region", "country"),
            ("Time Zone", "timezone"),
            ("Preferred language", "language"),
            ("Legal basis for processing contact's data", "consent_basis"),
            ("Website URL", "account.domain"),
            ("Industry", "account.industry"),
            ("Number of Employees", "account.staff_count"),
            ("Annual Revenue", "account.annual_revenue"),
            ("LinkedIn URL", "linkedin_url"),
            ("Create Date", "-"),
            ("Last Activity Date", "-"),
            ("Original Source", "-"),
        ],
        &[],
    );
}

#[test]
fn hubspot_companies() {
    maps(
        &[
            ("Record ID", "-"),
            ("Company name", "account.name"),
            ("Company Domain Name", "account.domain"),
            ("Company owner", "account.owner"),
            ("Phone Number", "account.main_phone"),
            ("City", "account.hq_city"),
            ("State/Region", "account.hq_state"),
            ("Postal Code", "account.hq_postal_code"),
            ("Country/Region", "account.hq_country"),
            ("Street Address", "account.hq_street"),
            ("Industry", "account.industry"),
            ("Year Founded", "account.year_founded"),
            ("Number of Employees", "account.staff_count"),
            ("Annual Revenue", "account.annual_revenue"),
            ("Description", "account.description"),
            ("LinkedIn Company Page", "account.linkedin_url"),
            ("Web Technologies", "account.tech_stack"),
        ],
        &[],
    );
}

#[test]
fn salesforce_contacts_and_accounts_report() {
    maps(
        &[
            ("Salutation", "salutation"),
            ("First Name", "first_name"),
            ("Middle Name", "middle_name"),
            ("Last Name", "last_name"),
            ("Title", "job_title"),
            ("Department", "department"),
            ("Account Name", "account.name"),
            ("Email", "email"),
            ("Phone", "direct_phone"),
            ("Mobile", "mobile_phone"),
            ("Fax", "-"),
            ("Other Phone", "secondary_phones"),
            ("Mailing Street", "address_street"),
            ("Mailing City", "city"),
            ("Mailing State/Province", "state"),
            ("Mailing Zip/Postal Code", "postal_code"),
            ("Mailing Country", "country"),
            ("Contact Owner", "owner"),
            ("Account Owner", "account.owner"),
            ("Lead Source", "-"),
            ("Description", "-"),
            ("Billing Street", "account.hq_street"),
            ("Billing City", "account.hq_city"),
            ("Billing State/Province", "account.hq_state"),
            ("Billing Zip/Postal Code", "account.hq_postal_code"),
            ("Billing Country", "account.hq_country"),
            ("Website", "account.domain"),
            ("Annual Revenue", "account.annual_revenue"),
            ("Employees", "account.staff_count"),
            ("Industry", "account.industry"),
            ("SIC Code", "account.sic_code"),
            ("Contact ID", "-"),
        ],
        &[],
    );
}

#[test]
fn outlook_contacts() {
    maps(
        &[
            ("Title", "salutation"),
            ("First Name", "first_name"),
            ("Middle Name", "middle_name"),
            ("Last Name", "last_name"),
            ("Suffix", "-"),
            ("Company", "account.name"),
            ("Department", "department"),
            ("Job Title", "job_title"),
            ("Business Street", "address_street"),
            ("Business City", "city"),
            ("Business State", "state"),
            ("Business Postal Code", "postal_code"),
            ("Business Country/Region", "country"),
            ("Business Fax", "-"),
            ("Business Phone", "direct_phone"),
            ("Business Phone 2", "secondary_phones"),
            ("Mobile Phone", "mobile_phone"),
            ("Categories", "tags"),
            ("E-mail Address", "email"),
            ("E-mail Type", "-"),
            ("E-mail Display Name", "-"),
            ("E-mail 2 Address", "secondary_emails"),
            ("Language", "language"),
            ("Web Page", "account.domain"),
            ("Birthday", "-"),
            ("Notes", "-"),
        ],
        &[],
    );
}

#[test]
fn google_contacts() {
    maps(
        &[
            ("First Name", "first_name"),
            ("Middle Name", "middle_name"),
            ("Last Name", "last_name"),
            ("Phonetic First Name", "-"),
            ("Name Prefix", "salutation"),
            ("Name Suffix", "-"),
            ("Nickname", "-"),
            ("File As", "-"),
            ("Organization Name", "account.name"),
            ("Organization Title", "job_title"),
            ("Organization Department", "department"),
            ("Birthday", "-"),
            ("Notes", "-"),
            ("Photo", "-"),
            ("Labels", "tags"),
            ("E-mail 1 - Label", "-"),
            ("E-mail 1 - Value", "email"),
            ("E-mail 2 - Label", "-"),
            ("E-mail 2 - Value", "secondary_emails"),
            ("Phone 1 - Label", "-"),
            ("Phone 1 - Value", "direct_phone"),
            ("Phone 2 - Value", "secondary_phones"),
            ("Address 1 - Street", "address_street"),
            ("Address 1 - City", "city"),
            ("Address 1 - Region", "state"),
            ("Address 1 - Postal Code", "postal_code"),
            ("Address 1 - Country", "country"),
            ("Website 1 - Value", "account.domain"),
        ],
        &[],
    );
}

#[test]
fn apollo_contacts() {
    maps(
        &[
            ("First Name", "first_name"),
            ("Last Name", "last_name"),
            ("Title", "job_title"),
            ("Company", "account.name"),
            ("Company Name for Emails", "-"),
            ("Email", "email"),
            ("Email Status", "email_verification_status"),
            ("Primary Email Source", "-"),
            ("Seniority", "seniority_level"),
            ("Departments", "department"),
            ("Contact Owner", "owner"),
            ("Work Direct Phone", "direct_phone"),
            ("Home Phone", "-"),
            ("Mobile Phone", "mobile_phone"),
            ("Corporate Phone", "-"),
            ("Other Phone", "secondary_phones"),
            ("Stage", "lifecycle"),
            ("Lists", "-"),
            ("Account Owner", "account.owner"),
            ("# Employees", "account.employees_size_range"),
            ("Industry", "account.industry"),
            ("Keywords", "account.tags"),
            ("Person Linkedin Url", "linkedin_url"),
            ("Website", "account.domain"),
            ("Company Linkedin Url", "account.linkedin_url"),
            ("Facebook Url", "-"),
            ("Twitter Url", "-"),
            ("City", "city"),
            ("State", "state"),
            ("Country", "country"),
            ("Company Address", "account.hq_street"),
            ("Company City", "account.hq_city"),
            ("Company State", "account.hq_state"),
            ("Company Country", "account.hq_country"),
            ("Company Phone", "account.main_phone"),
            ("Technologies", "account.tech_stack"),
            ("Annual Revenue", "account.annual_revenue"),
            ("Total Funding", "-"),
            ("Primary Intent Topic", "account.intent_topics"),
            ("SIC Codes", "account.sic_code"),
            ("NAICS Codes", "account.naics_code"),
        ],
        &[],
    );
}

#[test]
fn zoominfo_contacts() {
    maps(
        &[
            ("ZoomInfo Contact ID", "-"),
            ("Last Name", "last_name"),
            ("First Name", "first_name"),
            ("Middle Name", "middle_name"),
            ("Salutation", "salutation"),
            ("Suffix", "-"),
            ("Job Title", "job_title"),
            ("Job Function", "-"),
            ("Management Level", "seniority_level"),
            ("Company Division Name", "-"),
            ("Direct Phone Number", "direct_phone"),
            ("Email Address", "email"),
            ("Email Domain", "-"),
            ("Department", "department"),
            ("Supplemental Email", "secondary_emails"),
            ("Mobile phone", "mobile_phone"),
            ("LinkedIn Contact Profile URL", "linkedin_url"),
            ("Person Street", "address_street"),
            ("Person City", "city"),
            ("Person State", "state"),
            ("Person Zip Code", "postal_code"),
            ("Country", "country"),
            ("ZoomInfo Company ID", "-"),
            ("Company Name", "account.name"),
            ("Website", "account.domain"),
            ("Founded Year", "account.year_founded"),
            ("Company HQ Phone", "account.main_phone"),
            ("Fax", "-"),
            ("Ticker", "-"),
            ("Revenue (in 000s USD)", "-"),
            ("Revenue Range (in USD)", "account.annual_revenue"),
            ("Employees", "account.staff_count"),
            ("Employee Range", "account.employees_size_range"),
            ("SIC Code 1", "account.sic_code"),
            ("SIC Code 2", "-"),
            ("NAICS Code 1", "account.naics_code"),
            ("Primary Industry", "account.industry"),
            ("Primary Sub-Industry", "-"),
            ("Company Street Address", "account.hq_street"),
            ("Company City", "account.hq_city"),
            ("Company State", "account.hq_state"),
            ("Company Zip Code", "account.hq_postal_code"),
            ("Company Country", "account.hq_country"),
            ("LinkedIn Company Profile URL", "account.linkedin_url"),
        ],
        &[],
    );
}

#[test]
fn linkedin_connections() {
    maps(
        &[
            ("First Name", "first_name"),
            ("Last Name", "last_name"),
            ("URL", "linkedin_url"),
            ("Email Address", "email"),
            ("Company", "account.name"),
            ("Position", "job_title"),
            ("Connected On", "-"),
        ],
        &[
            &["Jane", "Doe", "https://www.linkedin.com/in/jane-doe", "", "Acme", "CTO", "01 Mar 2026"],
            &["John", "Roe", "https://www.linkedin.com/in/john-roe", "", "Widgets", "CEO", "02 Mar 2026"],
            &["Jim", "Poe", "https://www.linkedin.com/in/jim-poe", "", "Acme", "CFO", "03 Mar 2026"],
        ],
    );
}
