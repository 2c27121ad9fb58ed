//! Survivorship rules: what the log keeps of them.

use std::collections::BTreeMap;

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::previews::PreviewRemoval;
use pivotal_domain::audience::survivorship::events::SurvivorshipEvent;
use pivotal_domain::audience::survivorship::order::Order;
use pivotal_domain::audience::survivorship::outcome::Difference;
use pivotal_domain::audience::survivorship::rules::Rules;

use super::audience::{at, id};
use super::{check, check_fact};

fn rules() -> Rules {
    let own = BTreeMap::from([("job_title".to_owned(), Order::newest())]);
    Rules::new(Entity::Contact, Order::default(), own).unwrap()
}

#[test]
fn survivorship() {
    let difference =
        Difference { records: 10, changed: 2, fields: BTreeMap::from([("job_title".to_owned(), 2)]) };
    check(
        SurvivorshipEvent::NAMES,
        vec![
            SurvivorshipEvent::SurvivorshipChanged { at: at(), rules: rules(), previous: Rules::default() },
            SurvivorshipEvent::SurvivorshipPreviewStarted { at: at(), job: id(7), rules: rules() },
            SurvivorshipEvent::SurvivorshipPreviewed { at: at(), job: id(7), expires_at: at(), difference },
            SurvivorshipEvent::SurvivorshipPreviewStopped { at: at(), job: id(7) },
            SurvivorshipEvent::SurvivorshipPreviewRemoved {
                at: at(),
                job: id(7),
                reason: PreviewRemoval::Expired,
            },
            SurvivorshipEvent::SurvivorshipApplied { at: at(), preview: id(7), bulk: id(8) },
        ],
    );
}

/// The action of the bulk change that applies them.
#[test]
fn weighing() {
    check_fact("bulk_action_weigh", "1.0", &BulkAction::Weigh { rules: rules() });
}
