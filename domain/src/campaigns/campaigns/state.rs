//! Where a campaign stands on its way, and through which channel it goes.

use serde::{Deserialize, Serialize};

use crate::suppression::consents::channel::Channel as ConsentChannel;

/// How people are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Call,
}

impl Channel {
    pub const ALL: [Channel; 2] = [Channel::Email, Channel::Call];

    pub const fn as_str(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Call => "call",
        }
    }

    pub fn parse(text: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.as_str() == text)
    }

    /// The channel that suppressions and consent speak of.
    pub const fn consent(self) -> ConsentChannel {
        match self {
            Channel::Email => ConsentChannel::Email,
            Channel::Call => ConsentChannel::Phone,
        }
    }
}

/// Archived is not one of them: it stands beside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    #[default]
    Draft,
    /// Waits for its moment.
    Scheduled,
    /// Its audience is being taken.
    Launching,
    Running,
    Paused,
    Completed,
    Stopped,
}

impl State {
    pub const ALL: [State; 7] = [
        State::Draft,
        State::Scheduled,
        State::Launching,
        State::Running,
        State::Paused,
        State::Completed,
        State::Stopped,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Scheduled => "scheduled",
            State::Launching => "launching",
            State::Running => "running",
            State::Paused => "paused",
            State::Completed => "completed",
            State::Stopped => "stopped",
        }
    }

    /// Nobody is spoken to any more.
    pub const fn is_over(self) -> bool {
        matches!(self, State::Completed | State::Stopped)
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// The state and what is possible in it, as a person reads it when something else was asked for.
    pub const fn words(self) -> &'static str {
        match self {
            State::Draft => "This campaign is a draft. It can be edited, scheduled, launched or archived.",
            State::Scheduled => {
                "This campaign is scheduled. It can be launched now, or taken back to a draft to change it."
            }
            State::Launching => {
                "This campaign is launching: its audience is being taken. Wait until it runs, or stop it."
            }
            State::Running => "This campaign is running. It can be paused, topped up or stopped.",
            State::Paused => "This campaign is paused. It can be resumed, topped up or stopped.",
            State::Completed => {
                "This campaign is completed. Copy it to write to somebody else, or archive it."
            }
            State::Stopped => "This campaign was stopped for good. Copy it to begin anew, or archive it.",
        }
    }
}
