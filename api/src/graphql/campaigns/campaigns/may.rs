//! What somebody may do with a campaign now, and if not, why.

use async_graphql::SimpleObject;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;

/// Of each act: null where it is possible, else why not.
#[derive(Debug, Default, SimpleObject)]
pub struct CampaignMay {
    /// Audience, content, schedule and confirmations.
    pub edit: Option<String>,
    /// Name, tags, owner and team.
    pub rename: Option<String>,
    /// Also: schedule.
    pub launch: Option<String>,
    pub unschedule: Option<String>,
    pub pause: Option<String>,
    pub resume: Option<String>,
    pub stop: Option<String>,
    pub top_up: Option<String>,
    pub change_pace: Option<String>,
    pub archive: Option<String>,
    pub restore: Option<String>,
}

impl CampaignMay {
    pub fn of(campaign: &Campaign, viewer: &Actor) -> Self {
        let Some(made) = &campaign.made else { return CampaignMay::default() };
        let may = |permission: Permission| match viewer.scope(permission) {
            Scope::All => None,
            _ => Some(viewer.refusal(permission).to_string()),
        };
        let act = |permission: Permission, states: &[State]| {
            may(permission).or_else(|| {
                if campaign.archived {
                    Some(CampaignError::Archived.to_string())
                } else if states.contains(&made.state) {
                    None
                } else {
                    Some(CampaignError::State(made.state).to_string())
                }
            })
        };
        let (edit, launch) = (Permission::CampaignsEdit, Permission::CampaignsLaunch);
        let runs = [State::Running, State::Paused];
        CampaignMay {
            edit: act(edit, &[State::Draft]),
            rename: act(edit, &State::ALL),
            launch: act(launch, &[State::Draft, State::Scheduled]),
            unschedule: act(launch, &[State::Scheduled]),
            pause: act(launch, &[State::Running]),
            resume: act(launch, &[State::Paused]),
            stop: act(launch, &[State::Launching, State::Running, State::Paused]),
            top_up: act(launch, &runs),
            change_pace: act(launch, &runs),
            archive: act(edit, &[State::Draft, State::Completed, State::Stopped]),
            restore: may(edit)
                .or_else(|| (!campaign.archived).then(|| "This campaign is not archived.".to_owned())),
        }
    }
}
