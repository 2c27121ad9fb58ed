//! Through which accounts mail to contacts may leave.

use pivotal_domain::email::senders::provider::{Account, Provider};

use super::source::Source;

#[derive(Debug, Clone)]
pub struct SendersConfig {
    /// PIVOTAL_MAIL_ACCOUNTS, beside the test mailbox: `main=sendgrid,relay=smtp:ip4:192.0.2.10`.
    pub accounts: Vec<Account>,
}

impl SendersConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        let mut accounts = vec![Account::test()];
        let text = source.text("PIVOTAL_MAIL_ACCOUNTS").unwrap_or_default();
        for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            match account(entry) {
                Ok(account) if accounts.iter().any(|held| held.name == account.name) => {
                    source.problem(format!("PIVOTAL_MAIL_ACCOUNTS names \"{}\" twice", account.name));
                }
                Ok(account) => accounts.push(account),
                Err(problem) => source.problem(format!("PIVOTAL_MAIL_ACCOUNTS: {problem}")),
            }
        }
        SendersConfig { accounts }
    }
}

/// `name=provider`, with the SPF mechanism of its servers behind a colon where they are one's own.
fn account(entry: &str) -> Result<Account, String> {
    let (name, rest) = entry
        .split_once('=')
        .ok_or_else(|| format!("\"{entry}\" must be name=provider, as main=sendgrid"))?;
    let (provider, spf) = rest.split_once(':').map_or((rest, None), |(provider, spf)| (provider, Some(spf)));
    let (name, provider) = (name.trim(), provider.trim());
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    if name.is_empty() || name.len() > 40 || !name.chars().all(fine) {
        return Err(format!("\"{name}\" must be small letters, digits and hyphens, 40 at most"));
    }
    let known = Provider::parse(provider)
        .ok_or_else(|| format!("\"{provider}\" must be ses, sendgrid, mailgun, smtp or test_mailbox"))?;
    let spf = spf.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(Account { name: name.to_owned(), provider: known, spf })
}
