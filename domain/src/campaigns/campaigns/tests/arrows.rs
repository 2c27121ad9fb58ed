//! Every arrow from state to state, and every one that is refused.

use super::*;
use crate::campaigns::campaigns::content::Metric;
use crate::campaigns::campaigns::details::DetailChanges;
use crate::campaigns::campaigns::happened::{ChosenBy, Evidence, UnscheduledBy};

/// What comes of a command in each state: the events, `-` for none, or the code of the refusal.
fn held(command: &CampaignCommand, expected: [&str; 7]) {
    for (state, expected) in State::ALL.into_iter().zip(expected) {
        let told = match in_state(state).decide(command.clone()) {
            Ok(events) if events.is_empty() => "-".to_owned(),
            Ok(events) => names(&events).join(" "),
            Err(error) => error.code().to_owned(),
        };
        assert_eq!(told, expected, "{} in {state:?}", format!("{command:?}").split(' ').next().unwrap());
    }
}

const NO: &str = "CAMPAIGN_STATE";

#[test]
fn what_is_possible_follows_from_the_state() {
    let evidence =
        Evidence { metric: Metric::Clicked, variants: vec![], test: "z".into(), p: vec![], enough: false };
    // draft, scheduled, launching, running, paused, completed, stopped
    let moves: [(CampaignCommand, [&str; 7]); 12] = [
        (scheduled(), ["CampaignScheduled", "-", NO, NO, NO, NO, NO]),
        (
            CampaignCommand::Unschedule { by: UnscheduledBy::Person, faults: vec![], at: at(9) },
            ["-", "CampaignUnscheduled", NO, NO, NO, NO, NO],
        ),
        (launch(), ["CampaignScheduled CampaignLaunched", "CampaignLaunched", "-", "-", NO, NO, NO]),
        (
            CampaignCommand::FailLaunch { code: "X".into(), words: "x".into(), at: at(9) },
            ["-", NO, "CampaignLaunchFailed", NO, NO, NO, NO],
        ),
        (pause(PauseReason::Bounces), [NO, NO, NO, "CampaignPaused", "-", NO, NO]),
        (resume(id(7), false, None), [NO, NO, NO, "-", "CampaignResumed", NO, NO]),
        (stop(), [NO, NO, "CampaignStopped", "CampaignStopped", "CampaignStopped", NO, "-"]),
        (
            CampaignCommand::ChangePace { per_second: Some(5), windows: None, at: at(9) },
            [NO, NO, NO, "CampaignPaceChanged", "CampaignPaceChanged", NO, NO],
        ),
        (
            CampaignCommand::TopUp { definition: None, asked_by: id(1), at: at(9) },
            [NO, NO, NO, "CampaignTopUpAsked", "CampaignTopUpAsked", NO, NO],
        ),
        (
            CampaignCommand::ChooseWinner { variant: 'A', by: ChosenBy::Person, evidence, at: at(9) },
            [NO, NO, NO, "CampaignWinnerChosen", "CampaignWinnerChosen", NO, NO],
        ),
        (
            CampaignCommand::Complete { ledger: [].into(), at: at(9) },
            [NO, NO, NO, "CampaignCompleted", NO, "-", NO],
        ),
        (
            CampaignCommand::Archive { at: at(9) },
            ["CampaignArchived", NO, NO, NO, NO, "CampaignArchived", "CampaignArchived"],
        ),
    ];
    for (command, expected) in &moves {
        held(command, *expected);
    }
}

#[test]
fn only_a_draft_is_defined() {
    let other = EmailContent { track_opens: false, ..content() };
    let defined: [CampaignCommand; 3] = [
        CampaignCommand::DefineAudience {
            definition: AudienceDefinition { include: vec![Source::Segment(id(5))], exclude: vec![] },
            at: at(9),
        },
        CampaignCommand::DefineContent { content: Box::new(other), at: at(9) },
        CampaignCommand::DefineSchedule { schedule: Schedule::at_once("UTC"), at: at(9) },
    ];
    let names = ["CampaignAudienceDefined", "CampaignContentDefined", "CampaignScheduleDefined"];
    for (command, name) in defined.iter().zip(names) {
        held(command, [name, NO, NO, NO, NO, NO, NO]);
    }
}

#[test]
fn an_audience_version_starts_what_is_launching() {
    let launching = in_state(State::Launching);
    assert_eq!(names(&launching.decide(taken(1)).unwrap()), ["AudienceVersionTaken", "CampaignStarted"]);
    assert_eq!(code(&launching, taken(2)), "CAMPAIGN_OTHER_VERSION");
    assert_eq!(code(&in_state(State::Running), taken(2)), "CAMPAIGN_OTHER_VERSION", "nobody asked for it");
    assert_eq!(code(&in_state(State::Stopped), taken(1)), "CAMPAIGN_OTHER_VERSION");
}

#[test]
fn a_top_up_is_taken_while_it_stands_still_too() {
    let top_up = || CampaignCommand::TopUp { definition: None, asked_by: id(1), at: at(8) };
    let mut commands = draft();
    commands.extend([launch(), taken(1), top_up()]);
    let asked = after(commands.clone());
    assert!(asked.decide(top_up()).unwrap().is_empty(), "asked twice");
    let other = AudienceDefinition { include: vec![Source::List(id(12))], exclude: vec![] };
    let another = CampaignCommand::TopUp { definition: Some(other), asked_by: id(1), at: at(8) };
    assert_eq!(code(&asked, another), "CAMPAIGN_TAKE_UNDER_WAY");
    let complete = CampaignCommand::Complete { ledger: [].into(), at: at(9) };
    assert_eq!(code(&asked, complete), "CAMPAIGN_TAKE_UNDER_WAY");
    commands.push(pause(PauseReason::Person));
    let paused = after(commands);
    assert_eq!(names(&paused.decide(taken(2)).unwrap()), ["AudienceVersionTaken"]);
}

#[test]
fn after_complaints_and_restores_it_does_not_go_on_just_so() {
    let mut commands = draft();
    commands.extend([launch(), taken(1), pause(PauseReason::Complaints)]);
    let complained = after(commands);
    assert_eq!(code(&complained, resume(id(7), false, Some(" "))), "CAMPAIGN_REASON_MISSING");
    assert_eq!(
        names(&complained.decide(resume(id(7), false, Some("Cleaned"))).unwrap()),
        ["CampaignResumed"]
    );
    // The log has another epoch, whatever it was paused for.
    let paused = in_state(State::Paused);
    assert_eq!(code(&paused, resume(id(70), false, None)), "CAMPAIGN_RESTORE_NOT_ACCEPTED");
    assert_eq!(names(&paused.decide(resume(id(70), true, None)).unwrap()), ["CampaignResumed"]);
}

#[test]
fn a_launch_that_fails_leads_back_to_a_draft() {
    let mut campaign = in_state(State::Launching);
    let failed = CampaignCommand::FailLaunch { code: "X".into(), words: "x".into(), at: at(9) };
    campaign.decide(failed).unwrap().into_iter().for_each(|event| campaign.apply(event));
    let made = campaign.made.as_ref().unwrap();
    assert_eq!(
        (made.state, made.start, made.launched.is_none(), made.taking.is_none()),
        (State::Draft, None, true, true)
    );
    assert_eq!(names(&campaign.decide(launch()).unwrap()), ["CampaignScheduled", "CampaignLaunched"]);
}

#[test]
fn confirmations_and_tests_are_of_what_is_said_now() {
    use crate::campaigns::campaigns::happened::ConfirmationCode::{
        ClientAgrees, ContentChecked, LawfulBasis,
    };
    let confirm = |codes: &[_]| CampaignCommand::Confirm { codes: codes.to_vec(), by: id(1), at: at(4) };
    let tested = |digest: String| CampaignCommand::SeedTested {
        to: vec![id(1)],
        digest,
        variants: vec!['A'],
        at: at(4),
    };
    let mut commands = draft();
    commands.extend([confirm(&[LawfulBasis, ContentChecked]), tested(content().digest())]);
    let confirmed = after(commands.clone());
    let made = confirmed.made.as_ref().unwrap();
    assert!(made.unconfirmed().is_empty() && made.is_seed_tested());
    assert!(confirmed.decide(confirm(&[ContentChecked, LawfulBasis])).unwrap().is_empty(), "a repeat");
    assert_eq!(code(&confirmed, confirm(&[ClientAgrees])), "CAMPAIGN_NO_CLIENT");
    assert_eq!(code(&confirmed, tested("of other words".into())), "CAMPAIGN_CONTENT_CHANGED");
    let other = EmailContent { track_links: false, ..content() };
    commands.push(CampaignCommand::DefineContent { content: Box::new(other), at: at(5) });
    let changed = after(commands);
    let made = changed.made.as_ref().unwrap();
    assert_eq!((made.unconfirmed().len(), made.is_seed_tested()), (2, false));
}

#[test]
fn details_change_but_the_client_only_in_a_draft() {
    let change = |changes: DetailChanges| CampaignCommand::Change { changes, at: at(9) };
    let renamed = || change(DetailChanges { name: Some("Summer".into()), ..DetailChanges::default() });
    let client = || change(DetailChanges { client: Some(Some(id(2))), ..DetailChanges::default() });
    for state in State::ALL {
        let campaign = in_state(state);
        assert_eq!(names(&campaign.decide(renamed()).unwrap()), ["CampaignDetailsChanged"], "{state:?}");
        match state {
            State::Draft => assert_eq!(campaign.decide(client()).unwrap().len(), 1),
            _ => assert_eq!(code(&campaign, client()), "CAMPAIGN_CLIENT_FIXED", "{state:?}"),
        }
    }
    let same = change(DetailChanges { name: Some("Spring".into()), ..DetailChanges::default() });
    assert!(in_state(State::Draft).decide(same).unwrap().is_empty());
}

#[test]
fn an_archived_campaign_only_comes_back() {
    let mut campaign = in_state(State::Stopped);
    let archive = || CampaignCommand::Archive { at: at(9) };
    campaign.decide(archive()).unwrap().into_iter().for_each(|event| campaign.apply(event));
    assert!(campaign.decide(archive()).unwrap().is_empty());
    assert_eq!(code(&campaign, stop()), "CAMPAIGN_ARCHIVED");
    let restore = CampaignCommand::Restore { at: at(9) };
    assert_eq!(names(&campaign.decide(restore).unwrap()), ["CampaignRestored"]);
    assert_eq!(code(&Campaign::default(), stop()), "CAMPAIGN_NOT_FOUND");
    assert_eq!(code(&campaign, created()), "CAMPAIGN_EXISTS");
}
