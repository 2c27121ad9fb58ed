//! Consents and their rules: what the log keeps of them.

use pivotal_domain::suppression::consent_rules::events::ConsentRuleEvent;
use pivotal_domain::suppression::consent_rules::rules::{CountryRule, Preset, Rules};
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::events::ConsentEvent;
use pivotal_domain::suppression::consents::given::Proof;

use super::audience::{at, id};
use super::{check, pin};

#[test]
fn consents() {
    let channel = Channel::Email;
    check(
        ConsentEvent::NAMES,
        vec![
            ConsentEvent::ConsentRecorded {
                at: at(),
                contact: id(1),
                statement: id(2),
                channel,
                basis: Basis::Consent,
                given_at: at(),
                origin: Some("web form".into()),
                wording: Some("Yes, mail me".into()),
                proof: Some(Proof {
                    reference: Some("form 17".into()),
                    url: Some("https://example.com/form".into()),
                    ip: Some("192.0.2.1".into()),
                }),
                source: "ui".into(),
            },
            ConsentEvent::ConsentWithdrawn {
                at: at(),
                contact: id(1),
                statement: id(3),
                channel,
                withdrawn_at: at(),
                origin: Some("reply to a mail".into()),
                note: Some("to all of us".into()),
                source: "api".into(),
            },
            ConsentEvent::ConsentProofAttached {
                at: at(),
                contact: id(1),
                statement: id(2),
                key: "consent/2026/01/00000000-0000-0000-0000-000000000004".into(),
                name: Some("card.pdf".into()),
                size: 12,
                sha256: "00112233".into(),
                source: "ui".into(),
            },
            ConsentEvent::ConsentTakenBack {
                at: at(),
                contact: id(1),
                statement: id(2),
                channel,
                why: Some("the wrong person".into()),
                source: "ui".into(),
            },
        ],
    );
}

#[test]
fn consent_rules() {
    let open = CountryRule { email: Preset::LegitimateInterest, phone: Preset::LegitimateInterest };
    let closed = CountryRule { email: Preset::ConsentNeeded, phone: Preset::ConsentNeeded };
    check(
        ConsentRuleEvent::NAMES,
        vec![
            ConsentRuleEvent::ConsentRuleSet {
                at: at(),
                country: Some("DE".into()),
                rule: open,
                previous: Some(closed),
                note: Some("counsel said so".into()),
                source: "ui".into(),
            },
            ConsentRuleEvent::ConsentRuleRemoved {
                at: at(),
                country: "DE".into(),
                previous: closed,
                source: "api".into(),
            },
        ],
    );
}

/// The past of every installation was decided by them: other rules are events.
#[test]
fn the_rules_that_pivotal_comes_with_never_change() {
    let file =
        std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/consent_rules_built_in.json");
    let rules = Rules::default();
    let all: std::collections::BTreeMap<&str, CountryRule> = rules.all().collect();
    pin(&file, &(serde_json::to_string_pretty(&all).unwrap() + "\n"));
}
