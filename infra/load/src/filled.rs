//! The bars that share one filled database: filling it takes longer than measuring on it.

use std::path::{Path, PathBuf};
use std::time::Instant;

use pivotal_infra::sample::{SampleOptions, generate};
use sqlx::{Connection, PgConnection};

use crate::p3_million::{self, Wanted};
use crate::product::Product;
use crate::report::{Measured, Report, say};
use crate::{
    email, erasure, exports, filters, p5_page, p6_audience, p6_count, p7_search, p11_rebuild, record_page,
    segments,
};

/// What to measure on it.
pub struct Filled<'a> {
    pub binary: &'a Path,
    /// Contacts that the list is to hold.
    pub contacts: u64,
    /// Rows of the file that comes in while segments are active.
    pub import_rows: u64,
    /// Where plans are kept.
    pub plans: &'a Path,
    pub runs: usize,
    /// Imports of P3.
    pub imports: usize,
    /// P3 by `pivotal import`.
    pub by_command: bool,
    /// Where the filled database stays for another time.
    pub keep: Option<PathBuf>,
    pub wanted: &'a dyn Fn(&str) -> bool,
}

/// Says that the database beside it is filled.
const MARK: &str = "filled";

impl Filled<'_> {
    pub async fn measure(&self, report: &mut Report) -> anyhow::Result<()> {
        let product = self.product(report).await?;
        let mut failed = Vec::new();
        // What changes the data comes behind what does not, and the erasures last: they are no contacts any more. The filters of
        // audiences come before the others, for they bring sizes to the companies.
        for bar in [
            "P5",
            "P6",
            "AUDIENCE",
            "FILTERS",
            "P7",
            "RECORD",
            "EXPORT",
            "P11",
            "SEGMENTS",
            "EMAIL-PLAN",
            "ERASURE",
        ] {
            if !(self.wanted)(bar) {
                continue;
            }
            // The others can be measured all the same.
            match self.bar(bar, &product).await {
                Ok(measured) => report.add_all(measured)?,
                Err(error) => {
                    say(&format!("{bar} failed: {error:#}"));
                    failed.push(bar);
                }
            }
        }
        product.stop().await?;
        anyhow::ensure!(failed.is_empty(), "{} failed, see above", failed.join(", "));
        Ok(())
    }

    /// Nothing where the product has not what is measured.
    async fn bar(&self, bar: &str, product: &Product) -> anyhow::Result<Vec<Measured>> {
        let long = self.runs.min(3);
        Ok(match bar {
            "FILTERS" => vec![filters::measure(product).await?],
            "P5" => vec![p5_page::measure(product, self.contacts, self.runs).await?],
            "P6" => vec![p6_count::measure(product).await?],
            "AUDIENCE" => p6_audience::measure(product, self.plans).await?,
            "P7" => p7_search::measure(product, self.runs).await?.into_iter().collect(),
            "RECORD" => vec![record_page::measure(product, long).await?],
            "EXPORT" => vec![exports::measure(product, long).await?],
            "P11" => vec![p11_rebuild::measure(product, self.contacts, long).await?],
            "SEGMENTS" => segments::measure(product, self.import_rows).await?,
            "EMAIL-PLAN" => vec![email::plan::measure(product).await?],
            "ERASURE" => vec![erasure::measure(product).await?],
            _ => Vec::new(),
        })
    }

    async fn product(&self, report: &mut Report) -> anyhow::Result<Product> {
        if let Some(directory) = self.keep.as_ref().filter(|directory| directory.join(MARK).exists()) {
            let product = Product::start_in(self.binary, directory).await?;
            say(&format!(
                "{} holds {} contacts",
                directory.display(),
                product.client().await?.contacts().await?
            ));
            return Ok(product);
        }
        let start = async || match &self.keep {
            Some(directory) => Product::start_in(self.binary, directory).await,
            None => Product::start(self.binary).await,
        };
        let product = if (self.wanted)("P3") || (self.wanted)("P4") {
            let runs = if self.keep.is_some() { 1 } else { self.imports };
            let edits = (self.wanted)("P4");
            let wanted = Wanted { rows: self.contacts, runs, edits, by_command: self.by_command };
            let (product, measured) = p3_million::measure(start, wanted).await?;
            report.add_all(measured)?;
            product
        } else {
            start().await?
        };
        self.fill(&product).await?;
        if let Some(directory) = &self.keep {
            std::fs::write(directory.join(MARK), "")?;
        }
        Ok(product)
    }

    /// Tops the list up to what was asked for: repeats and rejected rows of P3 made no contacts.
    async fn fill(&self, product: &Product) -> anyhow::Result<()> {
        let client = product.client().await?;
        let there = client.contacts().await?;
        let missing = self.contacts.saturating_sub(u64::try_from(there)?);
        if missing > 0 {
            let folder = product.directory.join("sample");
            let began = Instant::now();
            generate(
                &SampleOptions {
                    rows: missing,
                    dirt: 0.0,
                    duplicates: 0.0,
                    seed: 11,
                    ..SampleOptions::default()
                },
                &folder,
            )?;
            let import = client.import(&folder.join("contacts.csv")).await?;
            let made = client.visible(&import).await?;
            std::fs::remove_dir_all(folder)?;
            say(&format!(
                "{made} contacts visible, {missing} rows more in {:.0} s, {:.0} MB",
                began.elapsed().as_secs_f64(),
                product.memory()?
            ));
        }
        let mut connection = PgConnection::connect(&product.database_url().await?).await?;
        sqlx::raw_sql("vacuum analyze").execute(&mut connection).await?;
        Ok(())
    }
}
