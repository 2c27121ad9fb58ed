//! Named places where a test may kill the process. In a normal build they do not exist.

#[cfg(all(feature = "failpoints", not(debug_assertions)))]
compile_error!("failpoints are for tests: a release is built without the feature");

/// Whether this build has them.
pub const ENABLED: bool = cfg!(feature = "failpoints");

/// Every place the fault tests can stop the process at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failpoint {
    /// The append committed; the caller has not heard of it.
    AppendAfterCommit,
    /// About to send the append to the database.
    AppendBeforeCommit,
    /// The relay published a range and has not moved its cursor.
    RelayAfterPublish,
    /// A projection wrote its rows and has not committed.
    ProjectionBeforeCommit,
    /// A projection committed rows and checkpoint and has not told anybody.
    ProjectionAfterCommit,
    /// An import committed a chunk and has not begun the next.
    ImportAfterChunk,
    /// A job finished its work and has not marked itself done.
    JobBeforeDone,
    /// An upload reached the object store and its row is not committed.
    UploadAfterPut,
    /// An export's file reached the object store and its end is not committed.
    ExportAfterPut,
    /// The undo of an import, or of a bulk change, took a chunk back and has not begun the next.
    UndoAfterChunk,
    /// A bulk change committed a chunk and has not begun the next.
    BulkAfterChunk,
    /// The answer of a request did one of its steps and has not begun the next.
    RequestAfterStep,
    /// A run of retention deleted a chunk and has not begun the next.
    RetentionAfterChunk,
    /// A digest was written down as handed over, and its job with it, and neither is committed.
    DigestBeforeCommit,
    /// A chunk of the lines of a domain set is written and the next is not begun.
    DomainSetAfterLines,
    /// What a matching found for a chunk of a domain set is written and the next is not begun.
    DomainSetAfterMatches,
    /// What came back about emails is in the log, and the rows it was read from are not deleted.
    EmailAfterSignals,
    /// A page of an audience is written, its rows and its facts, and the next is not begun.
    EmailAfterAudienceChunk,
    /// All of an audience is written, and the event that makes it count is not.
    EmailBeforeLive,
    /// Recipients are leased, and nothing else.
    EmailAfterLease,
    /// Recipients are marked, and nothing of theirs left.
    EmailAfterMark,
    /// Half of a chunk of mails was handed over.
    EmailMidHandOver,
    /// A chunk of mails was handed over and answered for, and nothing of it is told.
    EmailAfterHandOver,
    /// What became of a turn's mails is told, and the next turn is not begun.
    EmailAfterSettle,
    /// Some of a stopped campaign's recipients are told of, and the others are not.
    EmailAfterStopChunk,
    /// The winner of a test is chosen, and nothing followed.
    EmailAfterWinner,
}

impl Failpoint {
    pub const ALL: [Failpoint; 26] = [
        Failpoint::AppendAfterCommit,
        Failpoint::AppendBeforeCommit,
        Failpoint::RelayAfterPublish,
        Failpoint::ProjectionBeforeCommit,
        Failpoint::ProjectionAfterCommit,
        Failpoint::ImportAfterChunk,
        Failpoint::JobBeforeDone,
        Failpoint::UploadAfterPut,
        Failpoint::ExportAfterPut,
        Failpoint::UndoAfterChunk,
        Failpoint::BulkAfterChunk,
        Failpoint::RequestAfterStep,
        Failpoint::RetentionAfterChunk,
        Failpoint::DigestBeforeCommit,
        Failpoint::DomainSetAfterLines,
        Failpoint::DomainSetAfterMatches,
        Failpoint::EmailAfterSignals,
        Failpoint::EmailAfterAudienceChunk,
        Failpoint::EmailBeforeLive,
        Failpoint::EmailAfterLease,
        Failpoint::EmailAfterMark,
        Failpoint::EmailMidHandOver,
        Failpoint::EmailAfterHandOver,
        Failpoint::EmailAfterSettle,
        Failpoint::EmailAfterStopChunk,
        Failpoint::EmailAfterWinner,
    ];

    pub fn name(self) -> String {
        format!("{self:?}")
    }
}

/// Aborts the process when `PIVOTAL_FAILPOINT=<name>:<n>` names this place and it is reached the n-th time.
#[cfg(feature = "failpoints")]
pub fn hit(point: Failpoint) {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNTS: [AtomicU64; Failpoint::ALL.len()] = [const { AtomicU64::new(0) }; Failpoint::ALL.len()];
    let Ok(wanted) = std::env::var("PIVOTAL_FAILPOINT") else { return };
    let (name, nth) = wanted.split_once(':').unwrap_or((&wanted, "1"));
    if name != point.name() {
        return;
    }
    let reached = COUNTS[point as usize].fetch_add(1, Ordering::SeqCst) + 1;
    if reached.to_string() == nth {
        // kill -9, not exit: nothing may run on the way out.
        std::process::abort();
    }
}

#[cfg(not(feature = "failpoints"))]
#[inline(always)]
pub fn hit(_point: Failpoint) {}
