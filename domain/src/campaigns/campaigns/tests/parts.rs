//! Sources, contents and the switch.

use serde_json::json;

use super::*;
use crate::audience::exports::list::ListFilter;
use crate::audience::fields::catalogue::Entity;
use crate::campaigns::campaigns::audience::{SOURCES_MAX, Who};
use crate::campaigns::campaigns::content::{AbTest, Decides, Metric};
use crate::campaigns::campaigns::switch::{SendingSwitch, SwitchCommand};

#[test]
fn every_source_is_a_list_of_contacts() {
    let shown = |source: Source, of: Entity| serde_json::to_value(source.filter(of)).unwrap();
    assert_eq!(
        shown(Source::List(id(1)), Entity::Contact),
        json!({"archived": false, "inLists": {"any": [id(1)]}})
    );
    assert_eq!(
        shown(Source::List(id(1)), Entity::Account),
        json!({"archived": false, "where": {"field": "account.lists", "op": "any_of", "value": [id(1)]}})
    );
    assert_eq!(
        shown(Source::Segment(id(1)), Entity::Contact),
        json!({"archived": false, "inSegment": {"segment": id(1)}})
    );
    assert_eq!(
        shown(Source::Segment(id(1)), Entity::Account),
        json!({"archived": false, "where": {"field": "account.segments", "op": "any_of", "value": [id(1)]}})
    );
    let with = ListFilter { country: vec!["DE".into()], ..ListFilter::default() };
    let set = Source::DomainSet { set: id(1), fuzzy: true, with: Some(Box::new(with)) };
    assert_eq!(
        shown(set, Entity::Contact),
        json!({"archived": false, "country": ["DE"], "inDomainSet": {"domainSet": id(1), "fuzzy": true}})
    );
    // Whoever is archived is meant by nobody.
    let archived = ListFilter { archived: Some(true), ..ListFilter::default() };
    assert_eq!(shown(Source::Filter(Box::new(archived)), Entity::Contact), json!({"archived": false}));
    let who = Source::Campaign { campaign: id(1), who: Who::NotOpened };
    let did = |kind: &str| json!({"engagement": {"did": kind, "campaign": [id(1)]}});
    assert_eq!(
        shown(who, Entity::Contact),
        json!({"archived": false, "where": {"all": [did("sent"), {"not": did("opened")}]}})
    );
}

#[test]
fn an_audience_has_one_to_fifty_sources() {
    let define = |include: usize, exclude: usize| {
        let sources = |count: usize| (0..count).map(|n| Source::List(id(n as u128))).collect();
        let definition = AudienceDefinition { include: sources(include), exclude: sources(exclude) };
        CampaignCommand::DefineAudience { definition, at: at(9) }
    };
    let campaign = in_state(State::Draft);
    assert_eq!(code(&campaign, define(0, 1)), "CAMPAIGN_AUDIENCE_MISSING");
    assert_eq!(code(&campaign, define(SOURCES_MAX + 1, 0)), "CAMPAIGN_TOO_MANY_SOURCES");
    assert_eq!(code(&campaign, define(1, SOURCES_MAX + 1)), "CAMPAIGN_TOO_MANY_SOURCES");
    assert_eq!(campaign.decide(define(SOURCES_MAX, SOURCES_MAX)).unwrap().len(), 1);
}

#[test]
fn a_draft_is_for_nobody_again_once_everything_is_taken_out() {
    let nobody = || CampaignCommand::DefineAudience { definition: AudienceDefinition::default(), at: at(9) };
    let mut campaign = in_state(State::Draft);
    assert!(campaign.made.as_ref().unwrap().audience.is_some(), "the test begins with an audience");
    for event in campaign.decide(nobody()).unwrap() {
        campaign.apply(event);
    }
    assert_eq!(campaign.made.as_ref().unwrap().audience, None);
    assert!(campaign.decide(nobody()).unwrap().is_empty(), "it is so already");
    assert_eq!(code(&in_state(State::Scheduled), nobody()), "CAMPAIGN_STATE");
}

#[test]
fn content_that_cannot_be_sent_is_refused() {
    let variant = |key: char| Variant { key, template: id(21), version: 1, subject: None, weight: 1 };
    let said = |subject: &str| Variant { subject: Some(subject.into()), ..variant('A') };
    let test = |share_percent: u8, runs_for_minutes: u32| AbTest {
        metric: Metric::Opened,
        share_percent,
        runs_for_minutes,
        decides: Decides::Person,
    };
    let of = |variants: Vec<Variant>| EmailContent { variants, ..content() };
    let tested = |test: AbTest| EmailContent { test: Some(test), ..of(vec![variant('A'), variant('B')]) };
    for (content, expected) in [
        (of(vec![]), "CAMPAIGN_VARIANTS_INVALID"),
        (of(('A'..='I').map(variant).collect()), "CAMPAIGN_VARIANTS_INVALID"),
        (of(vec![variant('B')]), "CAMPAIGN_VARIANTS_INVALID"),
        (of(vec![Variant { weight: 0, ..variant('A') }]), "CAMPAIGN_VARIANTS_INVALID"),
        (of(vec![said("Hello\r\nBcc: everybody@example.com")]), "CAMPAIGN_SUBJECT_INVALID"),
        (of(vec![said(" ")]), "CAMPAIGN_SUBJECT_INVALID"),
        (tested(test(4, 60)), "CAMPAIGN_TEST_INVALID"),
        (tested(test(20, 5)), "CAMPAIGN_TEST_INVALID"),
        (EmailContent { test: Some(test(20, 60)), ..content() }, "CAMPAIGN_TEST_INVALID"),
        (
            EmailContent { named_links: [(1, "a\nb".to_owned())].into(), ..content() },
            "CAMPAIGN_LABEL_INVALID",
        ),
    ] {
        let command = CampaignCommand::DefineContent { content: Box::new(content), at: at(9) };
        assert_eq!(code(&in_state(State::Draft), command), expected);
    }
    let fine = CampaignCommand::DefineContent { content: Box::new(tested(test(20, 60))), at: at(9) };
    assert_eq!(in_state(State::Draft).decide(fine).unwrap().len(), 1);
}

#[test]
fn the_switch_is_thrown_once() {
    let mut switch = SendingSwitch::default();
    assert!(switch.decide(SwitchCommand::Allow { at: at(0) }).unwrap().is_empty());
    let stop = SwitchCommand::Stop { reason: Some(" A wrong price ".into()), at: at(1) };
    let events = switch.decide(stop.clone()).unwrap();
    assert_eq!(events.len(), 1);
    events.into_iter().for_each(|event| switch.apply(event));
    assert!(switch.stopped && switch.decide(stop).unwrap().is_empty());
    assert_eq!(switch.decide(SwitchCommand::Allow { at: at(2) }).unwrap().len(), 1);
}
