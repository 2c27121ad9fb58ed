//! What user agents say of who asks. They may lie: gateways like to look like a browser, and then other signs must tell.

/// Who asks, as far as it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agent {
    /// A browser or a mail program, or something that looks like one.
    Browser,
    /// Fetches images for a mail program when somebody opens the mail.
    Proxy,
    /// What Apple's mail program says when it fetches images in advance.
    Privacy,
    /// A scanner, a crawler, a library.
    Program,
}

/// All of what Apple's proxy says.
const PRIVACY: &str = "Mozilla/5.0";

/// Parts of what proxies of mail programs say.
const PROXIES: &[&str] = &["googleimageproxy", "yahoomailproxy", "via ggpht.com"];

/// Parts of what programs say.
#[rustfmt::skip]
const PROGRAMS: &[&str] = &[
    // Gateways and scanners.
    "barracuda", "bitdefender", "cisco-esa", "cloudmark", "fireeye", "forcepoint", "fortiguard", "ironport", "kaspersky", "mailguard",
    "messagelabs", "mimecast", "netcraft", "proofpoint", "sophos", "symantec", "trend micro", "trendmicro", "trustwave",
    "urldefense", "virustotal", "zscaler",
    // Previews of chats and crawlers.
    "bingpreview", "crawler", "discordbot", "facebookexternalhit", "googlebot", "linkedinbot", "microsoftpreview", "scanner",
    "skypeuripreview", "slackbot", "spider", "telegrambot", "twitterbot", "whatsapp", "yandexbot", "bot/", "bot;",
    // Without a window.
    "electron-headless", "headlesschrome", "phantomjs", "playwright", "puppeteer", "selenium", "slimerjs",
    // Libraries and tools.
    "aiohttp", "apache-httpclient", "axios/", "curl/", "go-http-client", "guzzle", "httpx", "java/", "libwww-perl", "node-fetch",
    "okhttp", "python-requests", "python-urllib", "reqwest", "ruby", "scrapy", "undici", "wget", "winhttp", "ms-office existence",
];

pub fn of(user_agent: &str) -> Agent {
    let text = user_agent.trim();
    let lower = text.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if text == PRIVACY {
        Agent::Privacy
    } else if text.is_empty() || says(PROGRAMS) {
        Agent::Program
    } else if says(PROXIES) {
        Agent::Proxy
    } else {
        Agent::Browser
    }
}
