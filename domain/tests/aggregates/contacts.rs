use cqrs_es::Aggregate;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::contacts::{Contact, keys};
use pivotal_domain::audience::record::state::Standing;
use proptest::prelude::*;

use super::values::{
    holds_no_empty_value, old_values_are_true, some_id, some_time, source, through_json,
    without_personal_parts, write,
};

const KEYS: &[&str] = &[
    "email",
    "secondary_emails",
    "full_name",
    "first_name",
    "middle_name",
    "last_name",
    "job_title",
    "seniority_level",
    "department",
    "linkedin_url",
    "country",
    "state",
    "city",
    "timezone",
    "direct_phone",
    "direct_phone_e164",
    "mobile_phone",
    "mobile_phone_e164",
    "postal_code",
    "no_such_field",
];

fn link() -> impl Strategy<Value = AccountLink> {
    let how = prop::sample::select(vec![LinkKind::Auto, LinkKind::Manual, LinkKind::Import]);
    (some_id(), how).prop_map(|(account_id, how)| AccountLink { account_id, how })
}

fn command() -> impl Strategy<Value = ContactCommand> {
    let reason = prop::option::of("[a-z]{0,5}");
    prop_oneof![
        4 => (write(KEYS), prop::option::of(link())).prop_map(|(write, account)| ContactCommand::Create { write, account }),
        9 => write(KEYS).prop_map(ContactCommand::Write),
        3 => (source(), some_time(), link()).prop_map(|(source, at, link)| ContactCommand::LinkAccount { source, at, link }),
        2 => (source(), some_time()).prop_map(|(source, at)| ContactCommand::UnlinkAccount { source, at }),
        2 => (source(), some_time(), reason).prop_map(|(source, at, reason)| ContactCommand::Archive { source, at, reason }),
        3 => (source(), some_time()).prop_map(|(source, at)| ContactCommand::Restore { source, at }),
        1 => (source(), some_time(), "[ a-z]{0,3}").prop_map(|(source, at, request)| ContactCommand::Erase { source, at, request }),
    ]
}

fn fold<'a>(events: impl IntoIterator<Item = &'a ContactEvent>) -> Contact {
    events.into_iter().fold(Contact::default(), |mut contact, event| {
        contact.apply(event.clone());
        contact
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_events_alone_tell_the_state(commands in prop::collection::vec(command(), 1..25)) {
        let mut live = Contact::default();
        let mut log = Vec::new();
        for command in commands {
            let before = live.clone();
            let Ok(events) = live.decide(command.clone()) else { continue };
            for event in &events {
                if let ContactEvent::ContactFieldsChanged { changes, .. } = event {
                    old_values_are_true(&live.record, changes)?;
                }
                live.apply(event.clone());
            }
            if events.is_empty() {
                prop_assert_eq!(&live, &before);
            }
            holds_no_empty_value(&live.record)?;
            log.extend(events);

            if !matches!(command, ContactCommand::Create { .. }) {
                prop_assert_eq!(live.decide(command.clone()).unwrap_or_default(), vec![], "the same again is no news: {:?}", command);
            }
            if live.record.standing == Standing::Active {
                let fields = live.record.fields.iter().map(|(key, held)| (key.clone(), held.value.clone())).collect();
                prop_assert!(live.account.is_some() || keys::identifies(&fields, live.account) || was_unlinked(&log), "nobody could find it again");
            }
            if live.record.standing == Standing::Erased {
                prop_assert!(live.record.fields.is_empty() && keys::claims(&live).is_empty() && keys::match_keys(&live).is_empty());
            }
        }
        prop_assert_eq!(&fold(&log.iter().map(through_json).collect::<Vec<_>>()), &live);
        // The person's key is gone: everything folds, and the standing is the same.
        let erased = fold(&log.iter().map(without_personal_parts).collect::<Vec<_>>());
        prop_assert_eq!(erased.record.standing, live.record.standing);
        prop_assert_eq!(erased.account, live.account);
    }
}

/// A person may take the account away from a contact that only its name and account identified.
fn was_unlinked(log: &[ContactEvent]) -> bool {
    log.iter().any(|event| matches!(event, ContactEvent::ContactAccountUnlinked { .. }))
}
