//! Samples of what happened between us and contacts. The files beside this one are never edited, once they are on main.

use pivotal_domain::audience::engagement::facts::{ENGAGEMENT_RECORDED, ENGAGEMENT_RECORDED_VERSION};
use pivotal_domain::audience::engagement::facts::{EngagementFact, Recorded, Touch};
use pivotal_domain::audience::engagement::kind::Kind;

use super::audience::{at, id};
use super::check_fact;

#[test]
fn engagement() {
    let touch = |kind: Kind| Touch {
        contact: id(8),
        kind,
        channel: kind.channel(),
        campaign: None,
        at: at(),
        machine: false,
    };
    let first = Touch { campaign: Some(id(9)), machine: true, ..touch(Kind::Opened) };
    let touches = std::iter::once(first).chain(Kind::ALL.iter().copied().map(touch)).collect();
    let recorded = Recorded { batch: id(7), system: "Mailer".into(), touches };
    check_fact(
        ENGAGEMENT_RECORDED,
        ENGAGEMENT_RECORDED_VERSION,
        &EngagementFact::EngagementRecorded(recorded),
    );
}
