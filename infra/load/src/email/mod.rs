//! Campaigns by mail: how fast they are planned and sent, what providers tell, how soon an end to mails holds, and whether anything is
//! lost or sent twice while processes are killed. Mail servers and providers are played on loopback; no mail leaves the machine.

pub mod faults;
mod ground;
mod lettre_alone;
pub mod plan;
mod rate;
mod readers;
mod report_by_hand;
mod sink;
mod state;
mod suppressed;
mod webhooks;

use std::path::Path;
use std::time::Duration;

use pivotal_infra::sample::{SampleOptions, generate};
use sqlx::{Connection, PgConnection};

use self::ground::Ground;
use self::sink::Sink;
use self::webhooks::Signer;
use crate::client::Client;
use crate::product::Product;
use crate::report::{Report, say};

/// Which of those that share a product.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// P8
    pub sends: bool,
    /// P9
    pub webhooks: bool,
    /// R2
    pub suppressed: bool,
}

impl Wanted {
    pub fn is_nothing(self) -> bool {
        !(self.sends || self.webhooks || self.suppressed)
    }
}

/// A product that sends to the mail server, with people to write to.
pub struct Bench {
    pub product: Product,
    pub client: Client,
    pub connection: PgConnection,
    pub sink: Sink,
    pub ground: Ground,
    pub recipients: u64,
}

impl Bench {
    /// `more`: settings beside those of the account.
    pub async fn start(binary: &Path, recipients: u64, more: Vec<(String, String)>) -> anyhow::Result<Bench> {
        let sink = Sink::start().await?;
        let mut settings = ground::settings(&sink);
        settings.extend(more);
        let product = Product::start_with(binary, settings).await?;
        let client = product.client().await?;
        let folder = product.directory.join("sample");
        let options = SampleOptions {
            rows: recipients,
            dirt: 0.0,
            duplicates: 0.0,
            seed: 13,
            ..SampleOptions::default()
        };
        generate(&options, &folder)?;
        let import = client.import(&folder.join("contacts.csv")).await?;
        let contacts = client.visible(&import).await?;
        std::fs::remove_dir_all(folder)?;
        let mut connection = crate::by_hand::connect(&product.database_url().await?).await?;
        sqlx::raw_sql("vacuum analyze").execute(&mut connection).await?;
        let ground = Ground::prepare(&product, &mut connection, ground::SINK).await?;
        say(&format!("{contacts} contacts to write to, {:.0} MB", product.memory()?));
        Ok(Bench { product, client, connection, sink, ground, recipients })
    }

    pub async fn stop(self) -> anyhow::Result<()> {
        self.connection.close().await?;
        self.product.stop().await
    }

    /// Longer than sending takes on any machine that is worth measuring.
    pub fn patience(&self) -> Duration {
        Duration::from_secs(600 + self.recipients / 20)
    }
}

pub async fn measure(
    binary: &Path,
    recipients: u64,
    runs: usize,
    wanted: Wanted,
    report: &mut Report,
) -> anyhow::Result<()> {
    let signer = Signer::new()?;
    let mut bench = Bench::start(binary, recipients, vec![signer.setting()]).await?;
    let mut last = None;
    if wanted.sends {
        let (campaign, measured) = rate::measure(&mut bench, runs).await?;
        report.add(measured)?;
        last = Some(campaign);
    }
    if wanted.webhooks {
        let campaign = match last {
            Some(campaign) => campaign,
            None => rate::send(&mut bench, "Webhooks").await?.campaign,
        };
        report.add(webhooks::measure(&mut bench, &signer, campaign, runs).await?)?;
    }
    if wanted.suppressed {
        report.add(suppressed::measure(&mut bench).await?)?;
    }
    bench.stop().await
}
