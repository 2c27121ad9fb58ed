//! The numbers of a report. Those of people, and beside them those of programs, which are never added.

use pivotal_domain::email::statistics::proportion::percent;

/// Mails by what became of them, and hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Handed over, as far as is known.
    pub sent: i64,
    pub accepted: i64,
    pub delivered: i64,
    pub bounced_hard: i64,
    /// Came back, and nothing was delivered after it.
    pub bounced_soft: i64,
    pub dropped: i64,
    pub complained: i64,
    pub unsubscribed: i64,
    pub replied: i64,
    pub auto_replied: i64,
    /// By people, and by what is not judged yet.
    pub opened: i64,
    pub clicked: i64,
    pub opens: i64,
    pub clicks: i64,
    pub machine_opened: i64,
    pub machine_clicked: i64,
    pub machine_opens: i64,
    pub machine_clicks: i64,
    /// Hits that nobody judged yet.
    pub unjudged: i64,
}

/// Shares in percent, with two digits; none of nothing. Of what was delivered (of what was sent where nobody tells of delivery), but for
/// those that say of what they are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rates {
    /// Delivered, of sent; none where nobody told of a delivery.
    pub delivery: Option<f64>,
    pub open: Option<f64>,
    pub click: Option<f64>,
    /// Clicked, of opened.
    pub click_to_open: Option<f64>,
    pub reply: Option<f64>,
    pub unsubscribe: Option<f64>,
    pub complaint: Option<f64>,
    /// For good and for now, of sent.
    pub bounce: Option<f64>,
}

impl Figures {
    pub fn rates(&self) -> Rates {
        let of_reached = |part| share(part, self.reached());
        Rates {
            delivery: if self.delivered > 0 { share(self.delivered, self.sent) } else { None },
            open: of_reached(self.opened),
            click: of_reached(self.clicked),
            click_to_open: share(self.clicked, self.opened),
            reply: of_reached(self.replied),
            unsubscribe: of_reached(self.unsubscribed),
            complaint: of_reached(self.complained),
            bounce: share(self.bounced_hard + self.bounced_soft, self.sent),
        }
    }

    /// Of what shares are: what was delivered, or what was sent where nobody tells of delivery.
    pub fn reached(&self) -> i64 {
        if self.delivered > 0 { self.delivered } else { self.sent }
    }

    /// A line of the counts.
    pub fn add(&mut self, kind: &str, machine: bool, messages: i64, hits: i64) {
        match (kind, machine) {
            ("sent", _) => self.sent += messages,
            ("accepted", _) => self.accepted += messages,
            ("delivered", _) => self.delivered += messages,
            ("bounced_hard", _) => self.bounced_hard += messages,
            ("bounced_soft", _) => self.bounced_soft += messages,
            ("dropped", _) => self.dropped += messages,
            ("complained", _) => self.complained += messages,
            ("unsubscribed", _) => self.unsubscribed += messages,
            ("replied", _) => self.replied += messages,
            ("auto_replied", _) => self.auto_replied += messages,
            ("opened", false) => {
                self.opened += messages;
                self.opens += hits;
            }
            ("clicked", false) => {
                self.clicked += messages;
                self.clicks += hits;
            }
            ("opened", true) => {
                self.machine_opened += messages;
                self.machine_opens += hits;
            }
            ("clicked", true) => {
                self.machine_clicked += messages;
                self.machine_clicks += hits;
            }
            ("unjudged", _) => self.unjudged += hits,
            _ => {}
        }
    }

    /// What is left of these when those are taken away.
    pub fn without(&self, other: &Figures) -> Figures {
        Figures {
            sent: self.sent - other.sent,
            accepted: self.accepted - other.accepted,
            delivered: self.delivered - other.delivered,
            bounced_hard: self.bounced_hard - other.bounced_hard,
            bounced_soft: self.bounced_soft - other.bounced_soft,
            dropped: self.dropped - other.dropped,
            complained: self.complained - other.complained,
            unsubscribed: self.unsubscribed - other.unsubscribed,
            replied: self.replied - other.replied,
            auto_replied: self.auto_replied - other.auto_replied,
            opened: self.opened - other.opened,
            clicked: self.clicked - other.clicked,
            opens: self.opens - other.opens,
            clicks: self.clicks - other.clicks,
            machine_opened: self.machine_opened - other.machine_opened,
            machine_clicked: self.machine_clicked - other.machine_clicked,
            machine_opens: self.machine_opens - other.machine_opens,
            machine_clicks: self.machine_clicks - other.machine_clicks,
            unjudged: self.unjudged - other.unjudged,
        }
    }
}

fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| percent(part as f64 / whole as f64))
}
