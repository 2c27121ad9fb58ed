//! Filters of what is kept beside contacts, each with its count by hand: suppressions, consents, emails and calls.

use serde_json::{Value, json};

use crate::engagement::CAMPAIGN;
use crate::shapes::{Shape, contacts, is, shape};

/// What is kept beside it: suppressions and consents.
pub fn all() -> Vec<Shape> {
    let suppressed: Vec<String> = HELD_BY
        .iter()
        .filter(|(kind, _)| *kind != "phone")
        .map(|(kind, value)| format!("{value} in (select value from held where kind = '{kind}')"))
        .collect();
    vec![
        shape(
            "not suppressed",
            json!({"all": [
                is("suppressed", "is_empty", Value::Null), is("country", "in", json!(["DE", "AT", "CH"])), is("seniority_level", "in", json!(["VP", "C-level"]))
            ]}),
            held(&contacts(
                "",
                &format!(
                    "c.country in ('DE', 'AT', 'CH') and c.seniority_level in ('VP', 'C-level') and {}",
                    not_suppressed()
                ),
            )),
        ),
        shape(
            "suppressed by email",
            is("suppressed", "any_of", json!(["email"])),
            held(&contacts("", &format!("({})", suppressed.join(" or ")))),
        ),
        shape(
            "consented",
            json!({"all": [is("email_consent", "equals", json!("consent")), is("country", "equals", json!("SE"))]}),
            contacts(
                "left join read.consents k on k.person_id = c.id and k.channel = 'email' and k.counts",
                "coalesce(k.standing, c.consent_basis) = 'consent' and c.country = 'SE'",
            ),
        ),
    ]
}

/// Where the product keeps what happened: emails and calls.
pub fn happened() -> Vec<Shape> {
    vec![
        shape(
            "not emailed in 90 days",
            json!({"all": [
                {"not": {"engagement": {"did": "sent", "within_days": 90}}}, is("country", "in", json!(["DE", "FR"])), is("seniority_level", "equals", json!("VP"))
            ]}),
            contacts(
                "",
                &format!("{NOT_EMAILED} and c.country in ('DE', 'FR') and c.seniority_level = 'VP'"),
            ),
        ),
        shape(
            "opened in a campaign",
            json!({"all": [
                {"engagement": {"did": "opened", "campaign": [CAMPAIGN], "within_days": 180}}, is("account.industry", "equals", json!("Software"))
            ]}),
            contacts(
                "join read.accounts b on b.id = c.account_id",
                &format!(
                    "b.industry = 'Software' and exists (select from read.engagement e where e.contact_id = c.id and e.kind = 'opened'
                       and e.campaign_id = '{CAMPAIGN}' and not e.machine and e.at >= (now() at time zone 'utc')::date - 180)"
                ),
            ),
        ),
        shape(
            "emailed three times",
            json!({"all": [{"engagement": {"did": "sent", "at_least": 3}}, is("department", "equals", json!("Marketing"))]}),
            contacts(
                "",
                "c.id in (select contact_id from read.engagement where kind = 'sent' group by contact_id having count(*) >= 3) and c.department = 'Marketing'",
            ),
        ),
    ]
}

/// Not emailed in 90 days.
pub const NOT_EMAILED: &str = "not exists (select from read.engagement e where e.contact_id = c.id and e.kind = 'sent' and e.at >= (now() at time zone 'utc')::date - 90)";

/// By what a contact is suppressed, as kind and value: an address, a number, a domain or one above it, the company.
const HELD_BY: [(&str, &str); 8] = [
    ("email", "c.email"),
    ("phone", "c.direct_phone_e164"),
    ("phone", "split_part(c.mobile_phone, ' x', 1)"),
    ("domain", "c.email_domain"),
    ("domain", "regexp_replace(c.email_domain, '^[^.]+[.]', '')"),
    ("domain", "regexp_replace(c.email_domain, '^[^.]+[.][^.]+[.]', '')"),
    ("domain", "c.account_domain"),
    ("account", "c.account_id::text"),
];

/// No suppression holds for the contact, in a statement that [`held`] made.
pub fn not_suppressed() -> String {
    let each = HELD_BY.map(|(kind, value)| {
        format!("not exists (select from held h where h.kind = '{kind}' and h.value = {value})")
    });
    each.join(" and ")
}

/// The suppressions that hold, once for the statement.
pub fn held(sql: &str) -> String {
    format!(
        "with held as materialized (select kind, value from read.suppressions where reach = 'global' and released_at is null and (until is null or until > now())) {sql}"
    )
}
