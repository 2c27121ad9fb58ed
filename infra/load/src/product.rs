//! The release binary as a user runs it, in a directory and on a port of its own.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use pivotal_infra::embedded_postgres::{EmbeddedPostgres, PostgresSettings};
use tokio::process::{Child, Command};

use crate::client::Client;

#[derive(Debug)]
pub struct Product {
    binary: PathBuf,
    pub directory: PathBuf,
    pub url: String,
    port: u16,
    /// Beside those that every run has.
    settings: Vec<(String, String)>,
    child: Option<Child>,
    keep: bool,
}

/// A process that works on the product's database and serves nobody.
#[derive(Debug)]
pub struct Worker {
    child: Child,
}

impl Worker {
    pub fn lives(&mut self) -> anyhow::Result<bool> {
        Ok(self.child.try_wait()?.is_none())
    }

    /// kill -9.
    pub async fn kill(&mut self) -> anyhow::Result<()> {
        self.child.kill().await.context("the worker cannot be killed")
    }

    /// As Ctrl-C does.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        interrupt(&mut self.child).await
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // A run that fails half-way leaves nothing behind.
        let _ = self.child.start_kill();
    }
}

impl Product {
    /// Starts on an empty directory, which is removed at the end, and waits until it is ready.
    pub async fn start(binary: &Path) -> anyhow::Result<Self> {
        Product::start_with(binary, Vec::new()).await
    }

    /// Likewise, with these settings.
    pub async fn start_with(binary: &Path, settings: Vec<(String, String)>) -> anyhow::Result<Self> {
        let name = format!("pivotal-load-{}-{}", std::process::id(), uuid::Uuid::now_v7().simple());
        Product::start_on(binary, std::env::temp_dir().join(name), settings, false).await
    }

    /// Starts on a directory that stays.
    pub async fn start_in(binary: &Path, directory: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(directory)?;
        Product::start_on(binary, directory.canonicalize()?, Vec::new(), true).await
    }

    async fn start_on(
        binary: &Path,
        directory: PathBuf,
        settings: Vec<(String, String)>,
        keep: bool,
    ) -> anyhow::Result<Self> {
        let binary = binary
            .canonicalize()
            .with_context(|| format!("there is no {}: make bench builds it", binary.display()))?;
        std::fs::create_dir_all(&directory)?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let url = format!("http://127.0.0.1:{port}");
        let mut product = Product { binary, directory, url, port, settings, child: None, keep };
        product.start_again().await?;
        Ok(product)
    }

    /// Starts on the directory as it is; answers how long it took to be ready.
    pub async fn start_again(&mut self) -> anyhow::Result<Duration> {
        let began = Instant::now();
        let log = std::fs::File::create(self.directory.join("output.log"))?;
        let child = self
            .command("up")
            // One user asks here for what hundreds ask for elsewhere.
            .env("PIVOTAL_LIMIT_SEARCHES", "0")
            .env("PIVOTAL_LIMIT_LISTS", "0")
            .env("PIVOTAL_LIMIT_PREVIEWS", "0")
            .env("PIVOTAL_LIMIT_EXPORTS", "0")
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("the binary cannot be started")?;
        self.child = Some(child);
        let client = reqwest::Client::new();
        loop {
            if let Ok(answer) = client.get(format!("{}/ready", self.url)).send().await
                && answer.status().is_success()
            {
                return Ok(began.elapsed());
            }
            if let Some(status) = self.child.as_mut().and_then(|child| child.try_wait().ok().flatten()) {
                bail!(
                    "the binary ended with {status}: {}",
                    std::fs::read_to_string(self.directory.join("output.log")).unwrap_or_default()
                );
            }
            if began.elapsed() > Duration::from_secs(60) {
                bail!("the binary was not ready after a minute");
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// One of the binary's commands on this database.
    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .arg(name)
            .current_dir(&self.directory)
            .env("PIVOTAL_STATE", self.state())
            // Of those that serve nobody, too: addresses in mails lead to the one that does.
            .env("PIVOTAL_ADDRESS", format!("127.0.0.1:{}", self.port))
            .env("PIVOTAL_MODE", "development")
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .env_remove("DATABASE_URL")
            .env_remove("AMQP_URL")
            .stdin(Stdio::null());
        command
    }

    /// `pivotal work` beside the product that runs, sending with one pipeline.
    pub fn worker(&self) -> anyhow::Result<Worker> {
        let path = self.directory.join("worker.log");
        let log = std::fs::File::options().create(true).append(true).open(path)?;
        let mut command = self.command("work");
        command.env("PIVOTAL_EMAIL_SENDERS", "1").stdout(log.try_clone()?).stderr(log);
        Ok(Worker { child: command.spawn().context("the worker cannot be started")? })
    }

    /// `pivotal verify` beside the product that runs: its own fold of the log. What differs.
    pub async fn verify(&self) -> anyhow::Result<Option<String>> {
        let done = self.command("verify").output().await?;
        let told =
            format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        let words = told.chars().take(2_000).collect();
        Ok(if done.status.success() { None } else { Some(words) })
    }

    /// `pivotal import FILE` beside the product that runs: answers with the import's id when the command has ended.
    pub async fn import_by_command(&self, file: &Path) -> anyhow::Result<String> {
        let done =
            self.command("import").args(["--yes", "--default-country", "US"]).arg(file).output().await?;
        let told = String::from_utf8_lossy(&done.stderr);
        // 2: some rows were rejected, as they are to be.
        anyhow::ensure!(
            matches!(done.status.code(), Some(0 | 2)),
            "the import ended with {}: {told}",
            done.status
        );
        self.client().await?.newest_import().await
    }

    pub async fn client(&self) -> anyhow::Result<Client> {
        Client::sign_in(&self.url).await
    }

    /// kill -9 of the process; its database goes down with it.
    pub async fn kill(&mut self) -> anyhow::Result<()> {
        if let Some(mut child) = self.child.take() {
            child.kill().await?;
        }
        Ok(())
    }

    pub async fn interrupt(&mut self) -> anyhow::Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        interrupt(&mut child).await
    }

    /// Resident memory of the process without its database, in MB.
    pub fn memory(&self) -> anyhow::Result<f64> {
        self.status("VmRSS:")
    }

    /// The most it was since [`Product::forget_peak`], in MB.
    pub fn peak_memory(&self) -> anyhow::Result<f64> {
        self.status("VmHWM:")
    }

    pub fn forget_peak(&self) -> anyhow::Result<()> {
        std::fs::write(format!("/proc/{}/clear_refs", self.id()?), "5").context("the kernel keeps the peak")
    }

    fn status(&self, name: &str) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()?))?;
        let line = status.lines().find(|line| line.starts_with(name)).context("no such line")?;
        let kb: f64 = line.split_whitespace().nth(1).context("no number")?.parse()?;
        Ok(kb / 1024.0)
    }

    fn id(&self) -> anyhow::Result<u32> {
        self.child.as_ref().and_then(Child::id).context("the process has ended")
    }

    fn state(&self) -> PathBuf {
        self.directory.join(".pivotal")
    }

    /// Address of its private database, joined as a guest.
    pub async fn database_url(&self) -> anyhow::Result<String> {
        Ok(EmbeddedPostgres::attach_or_start(&self.state(), PostgresSettings::default()).await?.url())
    }

    pub async fn stop(mut self) -> anyhow::Result<()> {
        self.interrupt().await?;
        if !self.keep {
            std::fs::remove_dir_all(&self.directory)?;
        }
        Ok(())
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        // A run that fails half-way leaves nothing behind.
        if let Some(child) = &mut self.child {
            let _ = child.start_kill();
        }
    }
}

/// By its own id, and politely: the database must be stopped too.
async fn interrupt(child: &mut Child) -> anyhow::Result<()> {
    let id = child.id().context("the process has ended")?;
    Command::new("kill").args(["-INT", &id.to_string()]).status().await?;
    child.wait().await?;
    Ok(())
}
