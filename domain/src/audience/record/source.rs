//! Where a value came from. The source decides who wins when two disagree.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// Written as text: `ui`, `api`, `import:<id>#<row>`, `undo:<position>`, `bulk:<id>`, `merge:<id>@<rank>`, `automation:<id>`, `verification:<id>`,
/// `enrichment`, `seed`, `system`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Ui,
    Api,
    /// `row` counts the file's lines as a spreadsheet shows them: the header is row 1. 0 when the whole import is meant.
    Import {
        id: Uuid,
        row: u32,
    },
    /// Takes back the event at this position.
    Undo {
        position: i64,
    },
    /// Takes the work of a whole import back. The values it restores count as much as they did before.
    ImportUndo {
        import: Uuid,
        rank: u8,
    },
    /// A person's change of many records at once: it counts as if each had been changed by hand.
    Bulk {
        id: Uuid,
    },
    /// A value that came from a record that was merged. It counts as much as it did there.
    Merge {
        bulk: Uuid,
        rank: u8,
    },
    /// Takes the work of a whole bulk change back. The values it restores count as much as they did before.
    BulkUndo {
        bulk: Uuid,
        rank: u8,
    },
    /// A bulk change that weighs values anew when rules changed: each counts as much as where it comes from, and is as old as
    /// when it was told there.
    Weighed {
        bulk: Uuid,
        rank: u8,
        /// Milliseconds since 1970.
        told: i64,
    },
    Automation {
        id: Uuid,
    },
    /// What was found out about an email or a phone, by a run over many contacts or one.
    Verification {
        id: Uuid,
    },
    /// A suggestion that a person accepted.
    Enrichment,
    Seed,
    System,
}

impl Source {
    /// Source priority of AUD-6: what a person typed beats a file, a file beats what the system worked out.
    pub fn rank(&self) -> u8 {
        match self {
            Source::Ui | Source::Api | Source::Bulk { .. } | Source::Undo { .. } => 100,
            Source::ImportUndo { rank, .. }
            | Source::BulkUndo { rank, .. }
            | Source::Merge { rank, .. }
            | Source::Weighed { rank, .. } => *rank,
            // The mail server itself said so, the name servers or the carriers; a file says what somebody else found some time ago.
            Source::Verification { .. } => 70,
            // A person said yes to it, and typed nothing.
            Source::Automation { .. } | Source::Enrichment => 60,
            Source::Import { .. } => 50,
            Source::Seed => 40,
            Source::System => 10,
        }
    }

    /// The import this came from.
    pub fn import(&self) -> Option<Uuid> {
        match self {
            Source::Import { id, .. } => Some(*id),
            _ => None,
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Ui => f.write_str("ui"),
            Source::Api => f.write_str("api"),
            Source::Import { id, row: 0 } => write!(f, "import:{id}"),
            Source::Import { id, row } => write!(f, "import:{id}#{row}"),
            Source::Undo { position } => write!(f, "undo:{position}"),
            Source::ImportUndo { import, rank } => write!(f, "import-undo:{import}@{rank}"),
            Source::Bulk { id } => write!(f, "bulk:{id}"),
            Source::Merge { bulk, rank } => write!(f, "merge:{bulk}@{rank}"),
            Source::BulkUndo { bulk, rank } => write!(f, "bulk-undo:{bulk}@{rank}"),
            Source::Weighed { bulk, rank, told } => write!(f, "weighed:{bulk}@{rank}@{told}"),
            Source::Automation { id } => write!(f, "automation:{id}"),
            Source::Verification { id } => write!(f, "verification:{id}"),
            Source::Enrichment => f.write_str("enrichment"),
            Source::Seed => f.write_str("seed"),
            Source::System => f.write_str("system"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a source")]
pub struct UnknownSource(String);

impl FromStr for Source {
    type Err = UnknownSource;

    fn from_str(text: &str) -> Result<Self, UnknownSource> {
        let unknown = || UnknownSource(text.to_owned());
        match text {
            "ui" => return Ok(Source::Ui),
            "api" => return Ok(Source::Api),
            "enrichment" => return Ok(Source::Enrichment),
            "seed" => return Ok(Source::Seed),
            "system" => return Ok(Source::System),
            _ => {}
        }
        let (kind, rest) = text.split_once(':').ok_or_else(unknown)?;
        match kind {
            "import" => {
                let (id, row) = rest.split_once('#').unwrap_or((rest, "0"));
                Ok(Source::Import {
                    id: id.parse().map_err(|_| unknown())?,
                    row: row.parse().map_err(|_| unknown())?,
                })
            }
            "undo" => Ok(Source::Undo { position: rest.parse().map_err(|_| unknown())? }),
            "import-undo" => {
                let (import, rank) = rest.split_once('@').ok_or_else(unknown)?;
                Ok(Source::ImportUndo {
                    import: import.parse().map_err(|_| unknown())?,
                    rank: rank.parse().map_err(|_| unknown())?,
                })
            }
            "bulk" => Ok(Source::Bulk { id: rest.parse().map_err(|_| unknown())? }),
            "bulk-undo" => {
                let (bulk, rank) = rest.split_once('@').ok_or_else(unknown)?;
                Ok(Source::BulkUndo {
                    bulk: bulk.parse().map_err(|_| unknown())?,
                    rank: rank.parse().map_err(|_| unknown())?,
                })
            }
            "weighed" => {
                let (bulk, rest) = rest.split_once('@').ok_or_else(unknown)?;
                let (rank, told) = rest.split_once('@').ok_or_else(unknown)?;
                Ok(Source::Weighed {
                    bulk: bulk.parse().map_err(|_| unknown())?,
                    rank: rank.parse().map_err(|_| unknown())?,
                    told: told.parse().map_err(|_| unknown())?,
                })
            }
            "merge" => {
                let (bulk, rank) = rest.split_once('@').ok_or_else(unknown)?;
                Ok(Source::Merge {
                    bulk: bulk.parse().map_err(|_| unknown())?,
                    rank: rank.parse().map_err(|_| unknown())?,
                })
            }
            "verification" => Ok(Source::Verification { id: rest.parse().map_err(|_| unknown())? }),
            "automation" => Ok(Source::Automation { id: rest.parse().map_err(|_| unknown())? }),
            _ => Err(unknown()),
        }
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_reads_back_what_it_wrote() {
        let id = Uuid::from_u128(7);
        for source in [
            Source::Ui,
            Source::Api,
            Source::Enrichment,
            Source::Seed,
            Source::System,
            Source::Import { id, row: 12 },
            Source::Import { id, row: 0 },
            Source::Undo { position: 9 },
            Source::ImportUndo { import: id, rank: 50 },
            Source::Bulk { id },
            Source::BulkUndo { bulk: id, rank: 100 },
            Source::Weighed { bulk: id, rank: 50, told: 1_772_442_000_000 },
            Source::Merge { bulk: id, rank: 50 },
            Source::Automation { id },
            Source::Verification { id },
        ] {
            assert_eq!(source.to_string().parse::<Source>().unwrap(), source);
        }
        assert!("import:x#1".parse::<Source>().is_err());
    }
}
