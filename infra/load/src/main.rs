//! `make bench`: the bars of docs/BENCHMARKS.md, each beside a reference taken in the same run.
//!
//! Black box where it can be: the release binary with its default adapters, over HTTP on loopback, in a directory of its
//! own that is removed at the end. Bounded in count and time; stops what it started by its own id.

mod client;
mod p11_rebuild;
mod p12_start;
mod p1_commands;
mod p2_import;
mod p5_page;
mod product;
mod report;

use clap::Parser;

use report::Report;

/// As in the product.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Debug, Parser)]
struct Options {
    /// Which bars; all when none is named.
    bars: Vec<String>,
    /// The binary to measure.
    #[arg(long, default_value = "target/release/pivotal")]
    binary: std::path::PathBuf,
    /// Rows of the file P2 imports.
    #[arg(long, default_value_t = 100_000)]
    import_rows: u64,
    /// Contacts in the list that P5 pages through and P11 rebuilds.
    #[arg(long, default_value_t = 1_000_000)]
    contacts: u64,
    /// Runs per bar; the long ones take at most 3.
    #[arg(long, default_value_t = 5)]
    runs: usize,
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
    if wanted("P5") || wanted("P11") {
        // One list of a million serves both: filling it takes longer than measuring on it.
        let product = product::Product::start(&options.binary).await?;
        p5_page::fill(&product, options.contacts).await?;
        if wanted("P5") {
            report.add(p5_page::measure(&product, options.contacts, options.runs).await?)?;
        }
        if wanted("P11") {
            report.add(p11_rebuild::measure(&product, options.contacts, options.runs.min(3)).await?)?;
        }
        product.stop().await?;
    }
    report.finish()
}
