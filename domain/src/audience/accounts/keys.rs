//! The keys by which an account is found again (AUD-6): domain, alternate domains, normalised name + country.

use super::Account;
use crate::audience::contacts::keys::Key;
use crate::audience::record::state::Standing;
use crate::audience::values::company_name;

/// Domain and alternate domains share one scope: none of them may belong to two accounts.
pub const DOMAIN: &str = "account.domain";
pub const NAME_COUNTRY: &str = "account.name_country";

/// Fields that say which it is. A new account has them whatever the rule of their column.
pub const IDENTITY: &[&str] = &["name", "domain"];

/// Values no other account may hold.
pub fn claims(account: &Account) -> Vec<Key> {
    let record = &account.record;
    if record.standing == Standing::Absent || record.merged_into.is_some() {
        return Vec::new();
    }
    let mut domains: Vec<&str> = record
        .text("domain")
        .into_iter()
        .chain(record.texts("alternate_domains").iter().map(String::as_str))
        .collect();
    domains.sort_unstable();
    domains.dedup();
    domains.into_iter().map(|domain| (DOMAIN, domain.to_owned())).collect()
}

/// Values several accounts may share.
pub fn match_keys(account: &Account) -> Vec<Key> {
    let name = account
        .record
        .text("name")
        .filter(|_| account.record.merged_into.is_none())
        .map(|name| (NAME_COUNTRY, name_country(name, account.record.text("hq_country"))));
    name.into_iter().filter(|(_, key)| !key.starts_with('|')).collect()
}

/// Empty name part when nothing but a legal form is left.
pub fn name_country(name: &str, country: Option<&str>) -> String {
    format!("{}|{}", company_name::match_key(name), country.unwrap_or_default())
}
