use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::mapping::{custom_key, suggest};

use crate::check;

/// Maps a header line and compares with what each heading should be; `-` for not mapped.
#[track_caller]
fn maps(expected: &[(&str, &str)], rows: &[&[&str]]) {
    let headings: Vec<&str> = expected.iter().map(|(heading, _)| *heading).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let suggestions = suggest(&headings, &rows);
    let got: Vec<(&str, String)> = suggestions
        .iter()
        .zip(&headings)
        .map(|(suggestion, heading)| (*heading, suggestion.field.map_or("-".to_owned(), path)))
        .collect();
    let wanted: Vec<(&str, String)> =
        expected.iter().map(|(heading, field)| (*heading, (*field).to_owned())).collect();
    let wrong: Vec<_> = got.iter().zip(&wanted).filter(|(got, wanted)| got != wanted).collect();
    assert!(wrong.is_empty(), "got, wanted:\n{wrong:#?}");
    for suggestion in suggestions {
        assert_eq!(suggestion.field.is_some(), suggestion.confidence >= 0.5);
        assert!((0.0..=1.0).contains(&suggestion.confidence));
    }
}

fn path((entity, key): (Entity, &str)) -> String {
    match entity {
        Entity::Contact => key.to_owned(),
        Entity::Account => format!("account.{key}"),
    }
}

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

#[test]
fn duplicate_headings_are_mapped_once() {
    maps(
        &[
            ("Email", "email"),
            ("Email", "-"),
            ("First Name", "first_name"),
            ("first_name", "-"),
            ("FIRST NAME", "-"),
        ],
        &[],
    );
}

#[test]
fn name_phone_and_country_belong_to_what_the_file_is_about() {
    maps(
        &[
            ("Name", "full_name"),
            ("Email", "email"),
            ("Phone", "direct_phone"),
            ("Country", "country"),
            ("Website", "account.domain"),
        ],
        &[],
    );
    maps(
        &[
            ("Name", "account.name"),
            ("Website", "account.domain"),
            ("Phone", "account.main_phone"),
            ("Country", "account.hq_country"),
            ("LinkedIn", "account.linkedin_url"),
            ("Tags", "account.tags"),
            ("Owner", "account.owner"),
        ],
        &[],
    );
    maps(
        &[
            ("Name", "account.name"),
            ("First name", "first_name"),
            ("Surname", "last_name"),
            ("Email", "email"),
        ],
        &[
            &["Acme Inc.", "Jane", "Doe", "jane@acme.test"],
            &["Widgets GmbH", "John", "Roe", "john@widgets.test"],
        ],
    );
}

#[test]
fn a_clearer_column_leaves_the_bare_one_to_the_company() {
    maps(
        &[
            ("Email", "email"),
            ("Person City", "city"),
            ("City", "account.hq_city"),
            ("Direct Phone", "direct_phone"),
            ("Phone", "account.main_phone"),
        ],
        &[],
    );
}

#[test]
fn cells_decide_where_the_heading_is_open() {
    maps(
        &[("Email", "email"), ("LinkedIn", "account.linkedin_url"), ("Title", "job_title")],
        &[
            &["a@acme.test", "https://www.linkedin.com/company/acme", "CTO"],
            &["b@acme.test", "https://www.linkedin.com/company/acme", "CFO"],
        ],
    );
    // A heading that is wrong about its cells is not believed.
    maps(
        &[("Email", "-"), ("Contact", "email"), ("Employees", "-")],
        &[
            &["Jane Doe", "jane@acme.test", "Jim; Bob"],
            &["John Roe", "john@acme.test", "Ann"],
            &["Jim Poe", "jim@acme.test", "Sue; Max"],
        ],
    );
    // No headings to speak of.
    maps(
        &[
            ("Column 1", "-"),
            ("Column 2", "email"),
            ("Column 3", "direct_phone"),
            ("Column 4", "account.domain"),
            ("Column 5", "-"),
        ],
        &[
            &["x", "jane@acme.test", "+1 202 555 0100", "acme.test", "https://facebook.com/a"],
            &["y", "john@roe.test", "+1 202 555 0101", "roe.test", "https://facebook.com/b"],
            &["z", "jim@poe.test", "+49 30 23125 001", "poe.test", "https://facebook.com/c"],
        ],
    );
}

#[test]
fn headings_are_compared_without_case_space_and_marks() {
    maps(
        &[
            ("\u{feff}E_MAIL ADDRESS *", "email"),
            ("  first-name ", "first_name"),
            ("PHONE1", "direct_phone"),
            ("Prénom", "-"),
            ("", "-"),
            ("🦀", "-"),
        ],
        &[],
    );
}

#[test]
fn custom_keys_come_from_headings() {
    check(
        &[
            ("Lead Score (2025)", "custom.lead_score_2025"),
            ("Région", "custom.region"),
            ("  A  ", "custom.a"),
            ("🦀", ""),
            ("", ""),
            ("日本", ""),
        ],
        |heading| custom_key(heading).unwrap_or_default().leak(),
    );
}
