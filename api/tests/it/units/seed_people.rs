use std::collections::BTreeSet;

use pivotal_api::seed::companies;
use pivotal_api::seed::people::all;

#[test]
fn no_two_people_share_an_address_and_every_company_has_some() {
    let people = all();
    let emails: BTreeSet<&str> = people.iter().map(|person| person.email.as_str()).collect();
    assert_eq!(emails.len(), people.len());
    let domains: BTreeSet<&str> =
        emails.iter().filter_map(|email| email.split_once('@')).map(|(_, domain)| domain).collect();
    assert_eq!(domains.len(), companies::ALL.len());
}
