//! The switch that stops all sending, of mail and of calls: there is one, and everything that leaves asks it.

pub mod events;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::events::SendingSwitchEvent;
use super::error::CampaignError;

/// There is one.
pub const ID: Uuid = Uuid::nil();

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendingSwitch {
    pub stopped: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SwitchCommand {
    Stop { reason: Option<String>, at: DateTime<Utc> },
    Allow { at: DateTime<Utc> },
}

impl SendingSwitch {
    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: SwitchCommand) -> Result<Vec<SendingSwitchEvent>, CampaignError> {
        Ok(match command {
            SwitchCommand::Stop { reason, at } if !self.stopped => {
                vec![SendingSwitchEvent::SendingStopped { at, reason: super::decide::reason_of(reason) }]
            }
            SwitchCommand::Allow { at } if self.stopped => vec![SendingSwitchEvent::SendingAllowed { at }],
            SwitchCommand::Stop { .. } | SwitchCommand::Allow { .. } => Vec::new(),
        })
    }
}

impl Aggregate for SendingSwitch {
    const TYPE: &'static str = "sending_switch";
    type Command = SwitchCommand;
    type Event = SendingSwitchEvent;
    type Error = CampaignError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SwitchCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), CampaignError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SendingSwitchEvent) {
        match event {
            SendingSwitchEvent::SendingStopped { .. } => self.stopped = true,
            SendingSwitchEvent::SendingAllowed { .. } => self.stopped = false,
        }
    }
}
