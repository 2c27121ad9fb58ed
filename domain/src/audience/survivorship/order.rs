//! In which order sources count, strongest first.

use serde::{Deserialize, Serialize};

use super::error::SurvivorshipError;

/// Who or what a value comes from, as far as rules tell sources apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Typed in the app, changed in bulk, or sent through the API.
    Person,
    Automation,
    Import,
    /// Sample data.
    Sample,
    /// Worked out by the product itself.
    System,
}

impl SourceKind {
    /// In the order that holds as long as nobody chose another.
    pub const ALL: &'static [SourceKind] = &[
        SourceKind::Person,
        SourceKind::Automation,
        SourceKind::Import,
        SourceKind::Sample,
        SourceKind::System,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            SourceKind::Person => "person",
            SourceKind::Automation => "automation",
            SourceKind::Import => "import",
            SourceKind::Sample => "sample",
            SourceKind::System => "system",
        }
    }

    pub const fn label(self) -> &'static str {
        match self {
            SourceKind::Person => "People and the API",
            SourceKind::Automation => "Automations",
            SourceKind::Import => "Imports",
            SourceKind::Sample => "Sample data",
            SourceKind::System => "The system",
        }
    }

    pub fn of_name(name: &str) -> Option<SourceKind> {
        SourceKind::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }

    /// Of a source's rank, which is what the log and the records keep of it. Ranks between those of today are of kinds that a
    /// later release tells apart: they count as the next one below.
    pub const fn of_rank(rank: u8) -> SourceKind {
        match rank {
            100.. => SourceKind::Person,
            60.. => SourceKind::Automation,
            50.. => SourceKind::Import,
            40.. => SourceKind::Sample,
            _ => SourceKind::System,
        }
    }
}

/// Places, strongest first. Sources that share a place are equals: the newer value wins.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Order(Vec<Vec<SourceKind>>);

impl Default for Order {
    fn default() -> Self {
        Order(SourceKind::ALL.iter().map(|kind| vec![*kind]).collect())
    }
}

impl Order {
    /// The newest value wins, whoever it comes from.
    pub fn newest() -> Self {
        Order(vec![SourceKind::ALL.to_vec()])
    }

    /// Every source once. Inside a place they stand as they always do, so that two orders that say the same are the same.
    pub fn new(places: Vec<Vec<SourceKind>>) -> Result<Self, SurvivorshipError> {
        let mut seen = Vec::new();
        for kind in places.iter().flatten() {
            if seen.contains(kind) {
                return Err(SurvivorshipError::SourceTwice(*kind));
            }
            seen.push(*kind);
        }
        if let Some(missing) = SourceKind::ALL.iter().find(|kind| !seen.contains(kind)) {
            return Err(SurvivorshipError::SourceMissing(*missing));
        }
        let places = places.into_iter().filter(|place| !place.is_empty()).map(|mut place| {
            place.sort_unstable();
            place
        });
        Ok(Order(places.collect()))
    }

    pub fn places(&self) -> &[Vec<SourceKind>] {
        &self.0
    }

    /// How strong a value of this rank is: the greater, the stronger. A kind that an older order does not name is the weakest.
    pub fn strength(&self, rank: u8) -> usize {
        let kind = SourceKind::of_rank(rank);
        self.0.iter().position(|place| place.contains(&kind)).map_or(0, |place| self.0.len() - place)
    }
}
