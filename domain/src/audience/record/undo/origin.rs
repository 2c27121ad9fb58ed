//! Whose work is taken back, and how that work is known among the events of a record.

use uuid::Uuid;

use crate::audience::record::source::Source;

/// One piece of work on many records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Import(Uuid),
    Bulk(Uuid),
}

impl Origin {
    /// An event of the work itself?
    pub fn did(self, source: &Source) -> bool {
        match (self, source) {
            (Origin::Import(import), Source::Import { id, .. }) => import == *id,
            (
                Origin::Bulk(ours),
                Source::Bulk { id: bulk } | Source::Merge { bulk, .. } | Source::Weighed { bulk, .. },
            ) => ours == *bulk,
            _ => false,
        }
    }

    /// What takes the work back is no touch of anybody's.
    pub fn took_back(self, source: &Source) -> bool {
        match (self, source) {
            (Origin::Import(ours), Source::ImportUndo { import, .. }) => ours == *import,
            (Origin::Bulk(ours), Source::BulkUndo { bulk, .. }) => ours == *bulk,
            _ => false,
        }
    }

    /// The source of what takes it back. Values it restores count as much as they did before: as `rank` says.
    pub fn undo(self, rank: u8) -> Source {
        match self {
            Origin::Import(import) => Source::ImportUndo { import, rank },
            Origin::Bulk(bulk) => Source::BulkUndo { bulk, rank },
        }
    }

    /// Why a record was archived by an undo, for its history.
    pub fn reason(self) -> &'static str {
        match self {
            Origin::Import(_) => "import undone",
            Origin::Bulk(_) => "bulk change undone",
        }
    }
}
