//! Who may change the rules, and what of them cannot be.

use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::consent_rules::rules::{CountryRule, Preset};
use pivotal_domain::suppression::consent_rules::{ConsentRules, ID};

use super::remove::remove_consent_rule;
use super::set::{SetConsentRule, set_consent_rule};
use crate::identity::testing::{Setup, actor_of, code, system};

const OPEN: CountryRule =
    CountryRule { email: Preset::LegitimateInterest, phone: Preset::LegitimateInterest };

fn open(country: &str) -> SetConsentRule {
    SetConsentRule { country: country.into(), rule: OPEN, note: None }
}

#[tokio::test]
async fn rules_are_set_removed_and_kept() {
    let t = Setup::new().await;
    let done = set_consent_rule(&t.ctx, &system(), open("Germany")).await.unwrap();
    assert!(done.position.is_some());
    assert!(set_consent_rule(&t.ctx, &system(), open("de")).await.unwrap().position.is_none());
    set_consent_rule(&t.ctx, &system(), open("*")).await.unwrap();
    remove_consent_rule(&t.ctx, &system(), "AT").await.unwrap();
    let rules = t.ctx.log.load::<ConsentRules>(ID).await.unwrap().state.rules;
    assert_eq!((rules.countries.get("DE"), rules.countries.get("AT")), (Some(&OPEN), None));
    assert_eq!(rules.others, OPEN);
    assert_eq!(code(set_consent_rule(&t.ctx, &system(), open("Atlantis")).await), "CONSENT_RULE_COUNTRY");
    assert_eq!(code(remove_consent_rule(&t.ctx, &system(), "*").await), "CONSENT_RULE_OTHERS_NEEDED");
}

#[tokio::test]
async fn each_role_does_what_the_table_says() {
    let t = Setup::new().await;
    for (role, answer) in [
        (Role::Admin, "accepted"),
        (Role::DataOps, "accepted"),
        (Role::CampaignManager, "forbidden"),
        (Role::QaAnalyst, "forbidden"),
        (Role::Agent, "forbidden"),
    ] {
        let actor = actor_of(&t.user(&format!("{role}@example.com"), role, None).await);
        assert_eq!(code(set_consent_rule(&t.ctx, &actor, open("DE")).await), answer, "{role}");
        assert_eq!(code(remove_consent_rule(&t.ctx, &actor, "DE").await), answer, "{role}");
    }
}
