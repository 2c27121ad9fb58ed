//! `make bench`: the bars of docs/BENCHMARKS.md, each beside a reference taken in the same run.
//!
//! Black box where it can be: the release binary with its default adapters, over HTTP on loopback, in a directory of its
//! own that is removed at the end. Bounded in count and time; stops what it started by its own id.

mod audience;
mod bulk;
mod by_hand;
mod client;
mod copy;
mod definitions;
mod domain_sets;
mod duplicates;
mod email;
mod engagement;
mod erasure;
mod exports;
mod filled;
mod filters;
mod p11_rebuild;
mod p12_start;
mod p1_commands;
mod p2_import;
mod p3_million;
mod p4_edit;
mod p5_page;
mod p6_audience;
mod p6_count;
mod p7_search;
mod plans;
mod product;
mod record_page;
mod report;
mod segments;
mod shapes;
mod shapes_beside;
mod suppressions;
mod truth;
mod xlsx_import;

use clap::Parser;

use filled::Filled;
use report::Report;

/// As in the product.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// All there is to measure.
const BARS: [&str; 26] = [
    "P1",
    "P12",
    "P2",
    "XLSX",
    "BULK",
    "DUPLICATES",
    "DOMAIN-SETS",
    "SUPPRESSIONS",
    "R2",
    "P8",
    "P9",
    "EMAIL-WEBHOOKS",
    "EMAIL-SEND",
    "P3",
    "P4",
    "FILTERS",
    "P5",
    "P6",
    "AUDIENCE",
    "P7",
    "RECORD",
    "EXPORT",
    "P11",
    "SEGMENTS",
    "EMAIL-PLAN",
    "ERASURE",
];
/// Those that share one filled database.
const ON_FILLED: [&str; 13] = [
    "P3",
    "P4",
    "FILTERS",
    "P5",
    "P6",
    "AUDIENCE",
    "P7",
    "RECORD",
    "EXPORT",
    "P11",
    "SEGMENTS",
    "EMAIL-PLAN",
    "ERASURE",
];

#[derive(Debug, Parser)]
struct Options {
    /// Which bars, of P1 to P9, P11, P12, R2, xlsx, bulk, duplicates, domain-sets, suppressions, record, export, filters, audience, segments, email-plan, email-send, email-webhooks (P9), erasure; all when none is named.
    bars: Vec<String>,
    /// The binary to measure.
    #[arg(long, default_value = "target/release/pivotal")]
    binary: std::path::PathBuf,
    /// Rows of the files that P2, xlsx, bulk, domain-sets, suppressions and segments import.
    #[arg(long, default_value_t = 100_000)]
    import_rows: u64,
    /// Rows that P3 and duplicates import, and contacts in the list of P4 to P11.
    #[arg(long, default_value_t = 1_000_000)]
    contacts: u64,
    /// Contacts that P8, P9, R2 and email-send write to.
    #[arg(long, default_value_t = 100_000)]
    recipients: u64,
    /// How often email-send kills a process that sends.
    #[arg(long, default_value_t = 3)]
    kills: usize,
    /// Who leaves midway in email-send: so many by an earlier mail, and so many by this one. A hundredth of the recipients unless said, at most 1,000.
    #[arg(long)]
    leavers: Option<usize>,
    /// In email-send nobody waits five minutes for the mails of killed processes: they are made older by hand.
    #[arg(long)]
    hurry: bool,
    /// Runs per bar; the long ones take at most 3.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Imports of P3, each into an empty database; the last one stays for the bars behind it.
    #[arg(long, default_value_t = 1)]
    imports: usize,
    /// P3 imports by the command line (`pivotal import FILE`) instead of the API.
    #[arg(long)]
    by_command: bool,
    /// A folder where the filled database stays, and is found again next time (without P3 and P4 then).
    #[arg(long)]
    keep: Option<std::path::PathBuf>,
    /// Where the plans of the filters of audience go.
    #[arg(long, default_value = "target/bench-plans")]
    plans: std::path::PathBuf,
    /// Where the table goes.
    #[arg(long, default_value = "docs/BENCHMARKS.md")]
    out: std::path::PathBuf,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    rustls::crypto::aws_lc_rs::default_provider()
        .install_default()
        .map_err(|_| anyhow::anyhow!("a TLS provider is installed already"))?;
    let options = Options::parse();
    for bar in &options.bars {
        anyhow::ensure!(
            BARS.iter().any(|known| known.eq_ignore_ascii_case(bar)),
            "{bar} is no bar. There are {}.",
            BARS.join(", ")
        );
    }
    let wanted =
        |bar: &str| options.bars.is_empty() || options.bars.iter().any(|one| one.eq_ignore_ascii_case(bar));
    let mut report = Report::new(&options.out)?;
    if wanted("P1") {
        report.add(p1_commands::measure(options.runs).await?)?;
    }
    if wanted("P12") {
        report.add_all(p12_start::measure(&options.binary, options.runs).await?)?;
    }
    if wanted("P2") {
        report.add(p2_import::measure(&options.binary, options.import_rows, options.runs.min(3)).await?)?;
    }
    if wanted("XLSX") {
        report.add(xlsx_import::measure(&options.binary, options.import_rows, options.runs.min(3)).await?)?;
    }
    if wanted("BULK") {
        report.add_all(bulk::measure(&options.binary, options.import_rows, options.runs.min(3)).await?)?;
    }
    if wanted("DUPLICATES") {
        report.add_all(duplicates::measure(&options.binary, options.contacts).await?)?;
    }
    if wanted("DOMAIN-SETS") {
        let runs = options.runs.min(3);
        report.add(domain_sets::measure(&options.binary, options.import_rows, runs).await?)?;
    }
    // One database: among those of the file each single one is found.
    if wanted("SUPPRESSIONS") || wanted("R2") {
        report.add_all(
            suppressions::measure(&options.binary, options.import_rows, options.runs.min(3)).await?,
        )?;
    }
    let mails = email::Wanted {
        sends: wanted("P8"),
        webhooks: wanted("P9") || wanted("EMAIL-WEBHOOKS"),
        suppressed: wanted("R2"),
    };
    if !mails.is_nothing() {
        let runs = options.runs.min(3);
        email::measure(&options.binary, options.recipients, runs, mails, &mut report).await?;
    }
    if wanted("EMAIL-SEND") {
        let leavers = usize::try_from(options.recipients / 100)?.clamp(1, 1_000);
        let faults = email::faults::Options {
            binary: &options.binary,
            recipients: options.recipients,
            kills: options.kills,
            leavers: options.leavers.unwrap_or(leavers),
            hurry: options.hurry,
        };
        report.add_all(email::faults::measure(faults).await?)?;
    }
    if ON_FILLED.iter().any(|bar| wanted(bar)) {
        let filled = Filled {
            binary: &options.binary,
            contacts: options.contacts,
            import_rows: options.import_rows,
            plans: &options.plans,
            runs: options.runs,
            imports: options.imports,
            by_command: options.by_command,
            keep: options.keep.clone(),
            wanted: &wanted,
        };
        filled.measure(&mut report).await?;
    }
    report.finish()
}
