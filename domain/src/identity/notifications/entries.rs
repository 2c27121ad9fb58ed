//! Which entries of the log a kind of notification reads.

/// Entries of the log.
#[derive(Debug, Clone, Copy)]
pub struct On {
    /// `None`: it is a fact.
    pub(super) aggregate: Option<&'static str>,
    /// Name of the event, or kind of the fact.
    pub(super) name: &'static str,
    /// Without this text in it an entry tells nothing. Looked for before it is decoded: most of the log is of records.
    holding: Option<&'static str>,
}

impl On {
    pub(super) fn hears(&self, aggregate: Option<&str>, name: &str, payload: &str) -> bool {
        self.aggregate == aggregate
            && self.name == name
            && self.holding.is_none_or(|holding| payload.contains(holding))
    }
}

pub(super) const fn event(aggregate: &'static str, name: &'static str) -> On {
    On { aggregate: Some(aggregate), name, holding: None }
}

pub(super) const fn owner(aggregate: &'static str, name: &'static str) -> On {
    On { aggregate: Some(aggregate), name, holding: Some("\"owner\"") }
}

pub(super) const fn fact(kind: &'static str) -> On {
    On { aggregate: None, name: kind, holding: None }
}
