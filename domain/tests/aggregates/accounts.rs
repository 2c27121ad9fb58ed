use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::accounts::{Account, keys};
use pivotal_domain::audience::record::state::Standing;
use proptest::prelude::*;

use super::values::{
    holds_no_empty_value, old_values_are_true, some_id, some_time, source, through_json,
    without_personal_parts, write,
};

const KEYS: &[&str] = &[
    "name",
    "domain",
    "alternate_domains",
    "website",
    "industry",
    "employees",
    "employee_range",
    "annual_revenue",
    "revenue_range",
    "hq_country",
    "hq_state",
    "hq_city",
    "main_phone",
    "main_phone_e164",
    "parent",
    "timezone",
    "linkedin_url",
    "no_such_field",
];

fn command() -> impl Strategy<Value = AccountCommand> {
    let ancestors = || prop::collection::vec(some_id(), 0..3);
    let reason = prop::option::of("[a-z]{0,5}");
    prop_oneof![
        4 => (write(KEYS), ancestors()).prop_map(|(write, ancestors)| AccountCommand::Create { write, ancestors }),
        9 => (write(KEYS), some_id(), ancestors()).prop_map(|(write, id, ancestors)| AccountCommand::Write { write, id, ancestors }),
        2 => (source(), some_time(), reason).prop_map(|(source, at, reason)| AccountCommand::Archive { source, at, reason }),
        3 => (source(), some_time()).prop_map(|(source, at)| AccountCommand::Restore { source, at }),
    ]
}

fn fold<'a>(events: impl IntoIterator<Item = &'a AccountEvent>) -> Account {
    events.into_iter().fold(Account::default(), |mut account, event| {
        account.apply(event.clone());
        account
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_events_alone_tell_the_state(commands in prop::collection::vec(command(), 1..25)) {
        let mut live = Account::default();
        let mut log = Vec::new();
        for command in commands {
            let before = live.clone();
            let Ok(events) = live.decide(command.clone()) else { continue };
            for event in &events {
                if let AccountEvent::AccountFieldsChanged { changes, .. } = event {
                    old_values_are_true(&live.record, changes)?;
                }
                live.apply(event.clone());
            }
            if events.is_empty() {
                prop_assert_eq!(&live, &before);
            }
            holds_no_empty_value(&live.record)?;
            log.extend(events);

            if !matches!(command, AccountCommand::Create { .. }) {
                prop_assert_eq!(live.decide(command.clone()).unwrap_or_default(), vec![], "the same again is no news: {:?}", command);
            }
            if live.record.standing != Standing::Absent {
                prop_assert!(live.record.value("name").is_some(), "an account has a name");
                prop_assert!(keys::claims(&live).iter().all(|(_, domain)| !domain.is_empty()));
            }
        }
        prop_assert_eq!(&fold(&log.iter().map(through_json).collect::<Vec<_>>()), &live);
        prop_assert_eq!(&fold(&log.iter().map(without_personal_parts).collect::<Vec<_>>()), &live, "nothing about an account is personal");
    }
}
