//! Facts of carrier look-ups.

use pivotal_domain::audience::contact_runs::{End, RunCounts};
use pivotal_domain::audience::phone_validity::counts::{Counts, Outcome};
use pivotal_domain::audience::phone_validity::facts::{
    ASKED, Asked, ContactRan, ENDED, Ended, PhoneLookupFact, RAN, Ran, VERSION,
};
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::audience::phone_validity::line::LineType;

use super::audience::{at, id};
use super::check_fact;

#[test]
fn phone_lookup_facts() {
    let asked = Asked {
        at: at(),
        by: id(1),
        job: id(2),
        by_ids: false,
        expected: Some(1_204),
        import: Some(id(3)),
        again: true,
        which: Which::MobilePhone,
        provider: "telnyx".into(),
    };
    check_fact(ASKED, VERSION, &PhoneLookupFact::PhoneLookupAsked(asked));
    let mut counts = Counts::default();
    counts.count(Outcome::Mobile, false, true);
    counts.count(Outcome::NoPhone, false, false);
    let told =
        ContactRan { id: id(4), outcome: Outcome::Mobile, line: Some(LineType::Mobile), changed: true };
    let without = ContactRan { id: id(5), outcome: Outcome::NoPhone, line: None, changed: false };
    let ran = Ran { chunk: 4, counts, contacts: vec![told, without] };
    check_fact(RAN, VERSION, &PhoneLookupFact::PhoneLookupRan(ran));
    let counts = Counts { not_run: 2, ..counts };
    let error = Some("The look-up service does not accept our key".into());
    let ended = Ended { at: at(), end: End::Failed, counts, error };
    check_fact(ENDED, VERSION, &PhoneLookupFact::PhoneLookupEnded(ended));
}
