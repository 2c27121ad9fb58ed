//! What people do with mails: they leave with one click, they open, they follow links.

use std::collections::HashMap;
use std::time::Instant;

use reqwest::redirect::Policy;

use super::sink::address_in;

/// Who opens and clicks, of those whose mails are at hand.
const LOOKING: usize = 200;

/// Who left, and when they were told that they had.
#[derive(Debug, Default)]
pub struct Left {
    pub moments: HashMap<String, Instant>,
    /// What an answer took, in ms.
    pub times: Vec<f64>,
}

#[derive(Debug)]
pub struct Readers {
    http: reqwest::Client,
    /// Of the product.
    url: String,
}

impl Readers {
    pub fn new(url: &str) -> anyhow::Result<Readers> {
        // Links lead out of the machine: nobody goes there.
        let http = reqwest::Client::builder().redirect(Policy::none()).tcp_nodelay(true).build()?;
        Ok(Readers { http, url: url.to_owned() })
    }

    /// As a mail program does it by itself (RFC 8058), one after the other.
    pub async fn leave(&self, leavers: Vec<(String, String)>, left: &mut Left) -> anyhow::Result<()> {
        for (address, way_out) in leavers {
            let began = Instant::now();
            let pressed = self
                .http
                .post(way_out)
                .header("content-type", "application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click");
            pressed.send().await?.error_for_status()?;
            left.times.push(began.elapsed().as_secs_f64() * 1000.0);
            left.moments.entry(address).or_insert_with(Instant::now);
        }
        Ok(())
    }

    /// Opens some of these mails, and follows the link of every second one. Answers with how many.
    pub async fn look(&self, mails: &[Vec<u8>]) -> anyhow::Result<(usize, usize)> {
        let (mut opened, mut clicked) = (0, 0);
        for (number, mail) in mails.iter().take(LOOKING).enumerate() {
            if let Some(pixel) = address_in(mail, &format!("{}/t/o/", self.url)) {
                self.get(&pixel).await?;
                opened += 1;
            }
            if number.is_multiple_of(2)
                && let Some(link) = address_in(mail, &format!("{}/t/c/", self.url))
            {
                self.get(&link).await?;
                clicked += 1;
            }
        }
        anyhow::ensure!(opened > 0 && clicked > 0, "the mails have no pixel or no link of ours");
        Ok((opened, clicked))
    }

    async fn get(&self, address: &str) -> anyhow::Result<()> {
        let asked = self
            .http
            .get(address)
            .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
            .header("accept-language", "en");
        let answer = asked.send().await?;
        anyhow::ensure!(
            answer.status().is_success() || answer.status().is_redirection(),
            "{address} is answered with {}",
            answer.status()
        );
        Ok(())
    }
}
