//! A few records of the sample that are in it twice, as lists that were put together over years hold them: what the queue of
//! duplicates is for. Each stands beside somebody, or some company, of the sample proper.
//!
//! Found again by what only they have. One without such a key, merged into its other half, comes again when the sample is added again.

use std::collections::HashMap;

use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::{Key, claim_owners, key_owners};
use pivotal_domain::audience::{accounts, contacts};
use pivotal_log::append::Lane;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::companies::phone;

/// A company once more.
pub struct SecondAccount {
    pub fields: Map<String, Value>,
    key: Key,
}

/// A person once more.
pub struct SecondContact {
    pub fields: Map<String, Value>,
    /// Domain of the account somebody without an address is linked to.
    pub account: Option<&'static str>,
    full_name: &'static str,
    email: Option<&'static str>,
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

pub fn accounts() -> Vec<SecondAccount> {
    // Its Swedish name without the legal form, under another ending of the domain.
    let bergstrand = json!({
        "name": "Bergstrand Logistics", "domain": "bergstrand.example", "industry": "Logistics & Supply Chain",
        "hq_city": "Gothenburg", "hq_country": "SE", "tags": ["sample"],
    });
    // Misspelt from a phone call: no website, but the switchboard's number.
    let kestrel = json!({
        "name": "Kestrell Aerospace Components", "hq_city": "Seattle", "hq_country": "US", "tags": ["sample"],
        "main_phone": phone("US", 10),
    });
    let by_name = accounts::keys::name_country("Kestrell Aerospace Components", Some("US"));
    vec![
        SecondAccount {
            fields: object(bergstrand),
            key: (accounts::keys::DOMAIN, "bergstrand.example".to_owned()),
        },
        SecondAccount { fields: object(kestrel), key: (accounts::keys::NAME_COUNTRY, by_name) },
    ]
}

pub fn contacts() -> Vec<SecondContact> {
    let c =
        |full_name: &'static str, email: Option<&'static str>, account: Option<&'static str>, more: Value| {
            let mut fields = object(json!({ "full_name": full_name, "tags": ["sample"] }));
            if let Some(email) = email {
                fields.insert("email".to_owned(), Value::from(email));
            }
            fields.extend(object(more));
            SecondContact { fields, account, full_name, email }
        };
    vec![
        // The same profile under a private address: certain.
        c(
            "Vic Vogel",
            Some("vic@vogel-advisory.test"),
            None,
            json!({
                "job_title": "Independent Adviser", "linkedin_url": "https://www.linkedin.com/in/viktor-vogel-sample22",
            }),
        ),
        // Two addresses at one company, both built from the name.
        c(
            "Kofi Pryce",
            Some("k.pryce@kestrelaero.test"),
            None,
            json!({
                "job_title": "Data Engineer", "city": "Seattle", "country": "US",
            }),
        ),
        // A second name since the wedding.
        c(
            "Paola Thorne-Falk",
            Some("paola.thorne-falk@westmark-automotive.test"),
            None,
            json!({
                "job_title": "Digital Marketing Lead", "city": "Munich", "country": "DE",
            }),
        ),
        // Misspelt and without an address, but with the same number.
        c(
            "Yara Witlock",
            None,
            Some("aldergate.test"),
            json!({
                "job_title": "CMO", "city": "London", "country": "GB", "direct_phone": phone("GB", 40),
            }),
        ),
        // From a business card: an initial only. Somebody should look.
        c("R. Grimaldi", None, Some("fenwickrowe.test"), json!({ "job_title": "Engineering" })),
    ]
}

/// Who they are, in the order of [`accounts`]; those merged into their other half are it.
pub async fn accounts_held(ctx: &Context) -> Result<Vec<Option<Uuid>>, CommandError> {
    let keys: Vec<Key> = accounts().into_iter().map(|account| account.key).collect();
    let unique = claim_owners(ctx, Lane::Interactive, &keys).await?;
    let shared = key_owners(ctx, Lane::Interactive, &keys).await?;
    let of = |key: &Key| unique.get(key).or_else(|| shared.get(key)?.first()).copied();
    Ok(keys.iter().map(of).collect())
}

/// The same in the order of [`contacts`]. `at`: the sample's accounts by domain.
pub async fn contacts_held(
    ctx: &Context,
    at: &HashMap<String, Uuid>,
) -> Result<Vec<Option<Uuid>>, CommandError> {
    let (mut keys, mut others): (Vec<Option<Key>>, Vec<Option<Key>>) = (Vec::new(), Vec::new());
    for contact in contacts() {
        let account = contact.account.and_then(|domain| at.get(domain));
        let by_name = account.map(|id| {
            (contacts::keys::NAME_AT_ACCOUNT, contacts::keys::name_at_account(contact.full_name, *id))
        });
        keys.push(contact.email.map(|email| (contacts::keys::EMAIL, email.to_owned())));
        let second = contact.email.map(|email| (contacts::keys::SECONDARY_EMAIL, email.to_owned()));
        others.push(second.or(by_name));
    }
    let known = |keys: &[Option<Key>]| keys.iter().flatten().cloned().collect::<Vec<Key>>();
    let unique = claim_owners(ctx, Lane::Interactive, &known(&keys)).await?;
    let shared = key_owners(ctx, Lane::Interactive, &known(&others)).await?;
    let pairs = keys.iter().zip(&others);
    let of = |(key, other): (&Option<Key>, &Option<Key>)| {
        let own = key.as_ref().and_then(|key| unique.get(key));
        own.or_else(|| shared.get(other.as_ref()?)?.first()).copied()
    };
    Ok(pairs.map(of).collect())
}
