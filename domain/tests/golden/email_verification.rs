//! Facts of email verification.

use pivotal_domain::audience::contact_runs::{End, RunCounts};
use pivotal_domain::audience::email_verification::counts::{Counts, Outcome};
use pivotal_domain::audience::email_verification::facts::{
    ASKED, Asked, ContactRan, ENDED, EmailVerificationFact, Ended, RAN, Ran, VERSION,
};
use pivotal_domain::audience::email_verification::verdict::Reason;

use super::audience::{at, id};
use super::check_fact;

#[test]
fn email_verification_facts() {
    let asked = Asked {
        at: at(),
        by: id(1),
        job: id(2),
        by_ids: false,
        expected: Some(1_204),
        import: Some(id(3)),
        again: true,
        mailboxes: true,
    };
    check_fact(ASKED, VERSION, &EmailVerificationFact::EmailVerificationAsked(asked));
    let mut counts = Counts::default();
    counts.count(Outcome::Valid, false, true);
    counts.count(Outcome::NoEmail, false, false);
    let verified =
        ContactRan { id: id(4), outcome: Outcome::Valid, reason: Some(Reason::Accepted), changed: true };
    let without = ContactRan { id: id(5), outcome: Outcome::NoEmail, reason: None, changed: false };
    let ran = Ran { chunk: 4, counts, contacts: vec![verified, without] };
    check_fact(RAN, VERSION, &EmailVerificationFact::EmailVerificationRan(ran));
    let counts = Counts { not_run: 2, ..counts };
    let error = Some("The list cannot be read".into());
    let ended = Ended { at: at(), end: End::Failed, counts, error };
    check_fact(ENDED, VERSION, &EmailVerificationFact::EmailVerificationEnded(ended));
}
