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
fn accounts_that_mail_leaves_through_are_named_with_their_provider() {
    let accounts =
        |text: &str| read(&[("PIVOTAL_MAIL_ACCOUNTS", text)]).map(|config| config.senders.accounts);
    let names = |text: &str| -> Vec<String> {
        accounts(text).unwrap().into_iter().map(|account| account.name).collect()
    };
    assert_eq!(read(&[]).unwrap().senders.accounts.len(), 1, "the test mailbox");
    assert_eq!(names("main=sendgrid, relay=smtp:ip4:192.0.2.10"), ["test", "main", "relay"]);
    let relay = accounts("relay=smtp:ip4:192.0.2.10").unwrap().pop().unwrap();
    assert_eq!(relay.spf_mechanism(), Some("ip4:192.0.2.10"));
    for (text, said) in [
        ("main", "name=provider"),
        ("main=pigeon", "\"pigeon\""),
        ("main=ses,main=smtp", "twice"),
        ("test=ses", "twice"),
        ("a b=ses", "\"a b\""),
    ] {
        let error = accounts(text).unwrap_err().to_string();
        assert!(error.contains(said), "{text}: {error}");
    }
}

#[test]
fn a_tracking_domain_leads_to_the_public_host() {
    let host = |url: &str| read(&[("PIVOTAL_PUBLIC_URL", url)]).unwrap().server.public_host();
    assert_eq!(host("https://App.Pivotal.example:8443/x").as_deref(), Some("app.pivotal.example"));
    assert_eq!(host("http://localhost:4300"), None);
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
        ("PIVOTAL_MAIL_ACCOUNTS", "relay=smtp,ses=ses,grid=sendgrid,gun=mailgun"),
        ("PIVOTAL_MAIL_RELAY_HOST", "localhost"),
        ("PIVOTAL_MAIL_RELAY_USER", "pivotal"),
        ("PIVOTAL_MAIL_RELAY_PASSWORD", "hidden-eight"),
        ("PIVOTAL_MAIL_SES_REGION", "eu-central-1"),
        ("PIVOTAL_MAIL_SES_ACCESS_KEY", "a"),
        ("PIVOTAL_MAIL_SES_SECRET_KEY", "hidden-nine"),
        ("PIVOTAL_MAIL_SES_SESSION_TOKEN", "hidden-ten"),
        ("PIVOTAL_MAIL_GRID_API_KEY", "hidden-eleven"),
        ("PIVOTAL_MAIL_GUN_DOMAIN", "mg.example.com"),
        ("PIVOTAL_MAIL_GUN_API_KEY", "hidden-twelve"),
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
    let accounts = |settings: &[(&str, &str)]| read(settings).map(|config| config.email_accounts);
    let (relay, host) =
        (("PIVOTAL_MAIL_ACCOUNTS", "relay=smtp"), ("PIVOTAL_MAIL_RELAY_HOST", "smtp.example.com"));
    let whole = accounts(&[relay, host]).unwrap().accounts;
    let Some(EmailAccount::Smtp(smtp)) = whole.get("relay") else { panic!("{whole:?}") };
    assert_eq!((smtp.host.as_str(), smtp.port, smtp.connections), ("smtp.example.com", None, 4));
    assert!(whole.contains_key("test"), "the test mailbox is always there");
    let patient = ("PIVOTAL_MAIL_RELAY_TIMEOUT_SECONDS", "600");
    let patient = accounts(&[relay, host, patient]).unwrap().accounts;
    let Some(EmailAccount::Smtp(patient)) = patient.get("relay") else { panic!("{patient:?}") };
    assert_eq!(patient.timeout.as_secs(), 60, "what takes longer would be taken for abandoned");
    // Named for senders, and not for sending yet.
    let named = accounts(&[("PIVOTAL_MAIL_ACCOUNTS", "eu-1=ses, relay=smtp:ip4:192.0.2.10")]).unwrap();
    assert_eq!(
        (named.not_set_up.as_slice(), named.accounts.len()),
        (&["eu-1".to_owned(), "relay".to_owned()][..], 1)
    );
    let paced = accounts(&[relay, host, ("PIVOTAL_MAIL_RELAY_PER_SECOND", "14")]).unwrap();
    assert_eq!((paced.paces.get("relay"), paced.paces.get("test")), (Some(&14), None));
    let of = |provider| ("PIVOTAL_MAIL_ACCOUNTS", provider);
    for (settings, said) in [
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_USER", "u")], "PIVOTAL_MAIL_RELAY_USER"),
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_PORT", "0")], "PIVOTAL_MAIL_RELAY_PORT"),
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_HELO", "a b")], "PIVOTAL_MAIL_RELAY_HELO"),
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_PER_SECOND", "0")], "1 or more"),
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_PER_SECOND", "fast")], "1 or more"),
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_SECURITY", "some")], "starttls, tls or none"),
        (vec![relay, ("PIVOTAL_MAIL_RELAY_PORT", "25")], "PIVOTAL_MAIL_RELAY_HOST"),
        // Of another provider, or misspelt.
        (vec![relay, host, ("PIVOTAL_MAIL_RELAY_API_KEY", "k")], "PIVOTAL_MAIL_RELAY_API_KEY"),
        (vec![relay, ("PIVOTAL_MAIL_RELY_HOST", "h")], "PIVOTAL_MAIL_RELY_HOST"),
        (vec![of("relay")], "name=provider"),
        (vec![of("RELAY=smtp")], "small letters"),
        (vec![of("eu=fax")], "\"fax\""),
        (vec![of("test=ses")], "twice"),
        (vec![of("a-b=ses,a_b=ses")], "settings of another"),
        (vec![of("eu-1=ses"), ("PIVOTAL_MAIL_EU_1_REGION", "eu-central-1")], "PIVOTAL_MAIL_EU_1_SECRET_KEY"),
        (vec![of("eu=mailgun"), ("PIVOTAL_MAIL_EU_API_KEY", "k")], "PIVOTAL_MAIL_EU_DOMAIN"),
        (vec![of("eu=sendgrid"), ("PIVOTAL_MAIL_EU_URL", "http://grid.example.com")], "https://"),
    ] {
        let error = accounts(&settings).unwrap_err().to_string();
        assert!(error.contains(said), "{said}: {error}");
    }
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
