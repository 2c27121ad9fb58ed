use pivotal_api::config::Config;
use pivotal_api::config::email_accounts::EmailAccount;
use pivotal_api::config::mode::Mode;
use pivotal_api::config::source::{ConfigError, Source};

fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    // As `main` does before anything else: settings of what is asked over TLS are made into clients here.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let values = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::read(Source::of(values))
}

#[test]
fn nothing_set_means_everything_embedded_on_loopback() {
    let config = read(&[]).unwrap();
    assert_eq!(config.server.address.to_string(), "127.0.0.1:4300");
    assert!(config.database.url.is_none() && config.bus.url.is_none() && config.blobs.s3.is_none());
    assert!(config.search.meilisearch.is_none() && config.model.industries.is_none());
    assert!(config.mail.smtp.is_none(), "the test mailbox");
    let accounts: Vec<&String> = config.email_accounts.accounts.keys().collect();
    assert_eq!(accounts, ["test"], "campaigns reach nobody");
    assert!(config.email_verification.smtp.is_none(), "mail servers are not asked by themselves");
    assert!(config.email_verification.dns.servers.is_empty(), "the system's name servers");
    assert_eq!(config.phone_lookup.provider.name(), Some("test"), "answers that are made up");
    assert_eq!(config.mode, Mode::Development);
}

#[test]
fn nobody_is_paid_for_look_ups_who_was_not_named() {
    let key = ("PIVOTAL_MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let production = [("PIVOTAL_MODE", "production"), key];
    assert_eq!(read(&production).unwrap().phone_lookup.provider.name(), None);
    let telnyx = ("PIVOTAL_TELNYX_API_KEY", "hidden");
    let named = |more: &[(&str, &str)]| {
        let settings = [&production[..], more].concat();
        read(&settings).map(|config| config.phone_lookup.provider.name())
    };
    assert_eq!(named(&[telnyx]).unwrap(), Some("telnyx"));
    assert_eq!(named(&[telnyx, ("PIVOTAL_PHONE_LOOKUP", "off")]).unwrap(), None);
    for (settings, said) in [
        (vec![("PIVOTAL_PHONE_LOOKUP", "test")], "made up"),
        (vec![("PIVOTAL_PHONE_LOOKUP", "telnyx")], "PIVOTAL_TELNYX_API_KEY"),
        (vec![("PIVOTAL_PHONE_LOOKUP", "some")], "off, test or telnyx"),
        (vec![telnyx, ("PIVOTAL_TELNYX_URL", "api.telnyx.com")], "https://"),
    ] {
        let error = named(&settings).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn production_generates_no_key() {
    let error = read(&[("PIVOTAL_MODE", "production")]).unwrap_err().to_string();
    assert!(error.contains("PIVOTAL_MASTER_KEY"), "{error}");
}

#[test]
fn secrets_hide_themselves() {
    let key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    let settings = [
        ("DATABASE_URL", "postgres://u:hidden-one@h/d"),
        ("AMQP_URL", "amqp://u:hidden-two@h"),
        ("S3_BUCKET", "b"),
        ("S3_ACCESS_KEY", "a"),
        ("S3_SECRET_KEY", "hidden-three"),
        ("MEILI_URL", "http://meili:7700"),
        ("MEILI_MASTER_KEY", "hidden-four"),
        ("SMTP_HOST", "localhost"),
        ("SMTP_SECURITY", "none"),
        ("SMTP_USER", "pivotal"),
        ("SMTP_PASSWORD", "hidden-five"),
        ("MAIL_FROM", "pivotal@example.com"),
        ("OIDC_ISSUER", "https://login.example.com"),
        ("OIDC_CLIENT_ID", "pivotal"),
        ("OIDC_CLIENT_SECRET", "hidden-six"),
        ("PIVOTAL_TELNYX_API_KEY", "hidden-seven"),
        ("PIVOTAL_EMAIL_ACCOUNTS", "relay,ses,grid,gun"),
        ("PIVOTAL_EMAIL_RELAY_PROVIDER", "smtp"),
        ("PIVOTAL_EMAIL_RELAY_HOST", "localhost"),
        ("PIVOTAL_EMAIL_RELAY_USER", "pivotal"),
        ("PIVOTAL_EMAIL_RELAY_PASSWORD", "hidden-eight"),
        ("PIVOTAL_EMAIL_SES_PROVIDER", "ses"),
        ("PIVOTAL_EMAIL_SES_REGION", "eu-central-1"),
        ("PIVOTAL_EMAIL_SES_ACCESS_KEY", "a"),
        ("PIVOTAL_EMAIL_SES_SECRET_KEY", "hidden-nine"),
        ("PIVOTAL_EMAIL_SES_SESSION_TOKEN", "hidden-ten"),
        ("PIVOTAL_EMAIL_GRID_PROVIDER", "sendgrid"),
        ("PIVOTAL_EMAIL_GRID_API_KEY", "hidden-eleven"),
        ("PIVOTAL_EMAIL_GUN_PROVIDER", "mailgun"),
        ("PIVOTAL_EMAIL_GUN_DOMAIN", "mg.example.com"),
        ("PIVOTAL_EMAIL_GUN_API_KEY", "hidden-twelve"),
        ("PIVOTAL_MASTER_KEY", key),
    ];
    let shown = format!("{:?}", read(&settings).unwrap());
    assert!(!shown.contains("hidden") && !shown.contains(key), "{shown}");
}

#[test]
fn mail_servers_are_asked_only_by_somebody_who_says_who_they_are() {
    let (helo, from) =
        (("EMAIL_VERIFY_HELO", "out.example.com"), ("EMAIL_VERIFY_FROM", "verify@example.com"));
    let on = ("EMAIL_VERIFY_SMTP", "true");
    for (settings, said) in [
        (vec![on, from], "EMAIL_VERIFY_HELO"),
        (vec![on, helo], "EMAIL_VERIFY_FROM"),
        (vec![on, from, ("EMAIL_VERIFY_HELO", "a b\r\nDATA")], "EMAIL_VERIFY_HELO"),
        (vec![("EMAIL_VERIFY_DNS", "one.one.one.one")], "EMAIL_VERIFY_DNS"),
    ] {
        let error = read(&settings).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let config = read(&[on, helo, from, ("EMAIL_VERIFY_DNS", "192.0.2.53, 127.0.0.1:5353")]).unwrap();
    let smtp = config.email_verification.smtp.unwrap();
    assert_eq!((smtp.port, smtp.private, smtp.manners.helo.as_str()), (25, false, "out.example.com"));
    let servers = config.email_verification.dns.servers.iter().map(ToString::to_string);
    assert_eq!(servers.collect::<Vec<_>>(), ["192.0.2.53:53", "127.0.0.1:5353"]);
}

#[test]
fn half_of_a_mail_server_is_refused() {
    for (settings, said) in [
        (vec![("SMTP_HOST", "localhost")], "MAIL_FROM"),
        (vec![("SMTP_HOST", "localhost"), ("MAIL_FROM", "nobody"), ("SMTP_SECURITY", "none")], "MAIL_FROM"),
        (vec![("SMTP_USER", "pivotal")], "SMTP_PASSWORD"),
        (vec![("SMTP_SECURITY", "some")], "SMTP_SECURITY"),
        (vec![("SMTP_PORT", "70000")], "SMTP_PORT"),
    ] {
        let error = read(&settings).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn an_email_account_is_whole_or_refused() {
    let relay = [("PIVOTAL_EMAIL_ACCOUNTS", "relay"), ("PIVOTAL_EMAIL_RELAY_PROVIDER", "smtp")];
    let host = ("PIVOTAL_EMAIL_RELAY_HOST", "smtp.example.com");
    let with = |more: &[(&str, &str)]| read(&[&relay[..], more].concat());
    let accounts = with(&[host]).unwrap().email_accounts.accounts;
    let Some(EmailAccount::Smtp(smtp)) = accounts.get("relay") else { panic!("{accounts:?}") };
    assert_eq!((smtp.host.as_str(), smtp.port, smtp.connections), ("smtp.example.com", None, 4));
    let named = |name| vec![("PIVOTAL_EMAIL_ACCOUNTS", name)];
    let other = |provider| vec![("PIVOTAL_EMAIL_ACCOUNTS", "eu"), ("PIVOTAL_EMAIL_EU_PROVIDER", provider)];
    for (settings, said) in [
        (relay.to_vec(), "PIVOTAL_EMAIL_RELAY_HOST"),
        ([&relay[..], &[host, ("PIVOTAL_EMAIL_RELAY_USER", "u")]].concat(), "PIVOTAL_EMAIL_RELAY_USER"),
        ([&relay[..], &[host, ("PIVOTAL_EMAIL_RELAY_PORT", "0")]].concat(), "PIVOTAL_EMAIL_RELAY_PORT"),
        ([&relay[..], &[host, ("PIVOTAL_EMAIL_RELAY_HELO", "a b")]].concat(), "PIVOTAL_EMAIL_RELAY_HELO"),
        ([&relay[..], &[host, ("PIVOTAL_EMAIL_RELAY_SECURITY", "some")]].concat(), "starttls, tls or none"),
        // Of another provider, or misspelt.
        ([&relay[..], &[host, ("PIVOTAL_EMAIL_RELAY_API_KEY", "k")]].concat(), "PIVOTAL_EMAIL_RELAY_API_KEY"),
        (named("eu"), "PIVOTAL_EMAIL_EU_PROVIDER"),
        (named("EU"), "small letters"),
        (other("fax"), "smtp, ses, sendgrid, mailgun or test"),
        (other("ses"), "PIVOTAL_EMAIL_EU_SECRET_KEY"),
        (other("sendgrid"), "PIVOTAL_EMAIL_EU_API_KEY"),
        (other("mailgun"), "PIVOTAL_EMAIL_EU_DOMAIN"),
        ([other("sendgrid"), vec![("PIVOTAL_EMAIL_EU_URL", "http://grid.example.com")]].concat(), "https://"),
        (
            [other("test"), vec![("SMTP_HOST", "localhost"), ("MAIL_FROM", "a@example.com")]].concat(),
            "SMTP_HOST",
        ),
    ] {
        let error = read(&settings).unwrap_err().to_string();
        assert!(error.contains(said), "{said}: {error}");
    }
}

#[test]
fn nobody_sends_campaigns_in_production_who_was_not_named() {
    let key = ("PIVOTAL_MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    let production = [("PIVOTAL_MODE", "production"), key];
    assert!(read(&production).unwrap().email_accounts.accounts.is_empty());
    let test = [("PIVOTAL_EMAIL_ACCOUNTS", "main"), ("PIVOTAL_EMAIL_MAIN_PROVIDER", "test")];
    let error = read(&[&production[..], &test].concat()).unwrap_err().to_string();
    assert!(error.contains("reach nobody"), "{error}");
}

#[test]
fn half_of_an_identity_provider_or_one_in_the_open_is_refused() {
    for issuer in ["http://login.example.com", "login.example.com", "ftp://login.example.com"] {
        let settings = [("OIDC_ISSUER", issuer), ("OIDC_CLIENT_ID", "pivotal"), ("OIDC_CLIENT_SECRET", "s")];
        let error = read(&settings).unwrap_err().to_string();
        assert!(error.contains("https://"), "{error}");
    }
    let error = read(&[("OIDC_ISSUER", "https://login.example.com")]).unwrap_err().to_string();
    assert!(error.contains("OIDC_CLIENT_ID"), "{error}");
}

#[test]
fn half_of_a_file_store_is_refused() {
    let error = read(&[("S3_BUCKET", "b")]).unwrap_err().to_string();
    assert!(error.contains("S3_ACCESS_KEY") && error.contains("S3_SECRET_KEY"), "{error}");
}

#[test]
fn a_limit_is_a_number_and_may_be_none() {
    let limits = read(&[("PIVOTAL_LIMIT_SEARCHES", "5"), ("PIVOTAL_LIMIT_MAILS", "0")]).unwrap().limits;
    assert_eq!((limits.searches, limits.mails, limits.lists), (5, 0, 1_200));
    for bad in ["-1", "many", "2000000"] {
        let error = read(&[("PIVOTAL_LIMIT_EXPORTS", bad)]).unwrap_err().to_string();
        assert!(error.contains("PIVOTAL_LIMIT_EXPORTS"), "{error}");
    }
}
