//! What filters of an audience ask for besides contacts, made once in the filled database by the product's own API: how many work at
//! each company, lists, a segment, a domain set, suppressions, statements of consent, a custom number. Which they are stands in a
//! file beside the database, so that one that is kept is found as it was left.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, ensure};
use pivotal_domain::audience::fields::mapping::custom_key;
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::by_hand::{self, LISTED};
use crate::client::Client;
use crate::product::Product;
use crate::report::say;
use crate::{bulk, domain_sets, engagement, segments, suppressions};

/// Contacts for each account.
const CONTACTS_PER_ACCOUNT: i64 = 5;
/// Domains of the set that are an account's; as many as can be pasted into a list, less some.
const REACHED: i64 = 9_000;
/// Domains of the set that are nobody's.
const UNKNOWN: usize = 1_000;
const INDUSTRIES: [&str; 8] = [
    "Software",
    "Insurance",
    "Retail",
    "Telecommunications",
    "Pharmaceuticals",
    "Automotive",
    "Financial Services",
    "Management Consulting",
];
const COUNTRIES: [&str; 5] = ["DE", "US", "GB", "AT", "CH"];

/// What there is to ask for.
#[derive(Debug, Clone)]
pub struct Ground {
    /// Contacts in France and Sweden.
    pub list: Uuid,
    /// VPs in France and Germany, as a list.
    pub leaders: Uuid,
    /// Software companies whose domains are in the domain set, as a list.
    pub companies: Uuid,
    /// Customers among managers.
    pub segment: Uuid,
    pub domain_set: Uuid,
    /// Whether filters can ask for domain sets by themselves.
    pub asks_domain_sets: bool,
    /// The import that made most of the contacts.
    pub import: Uuid,
    /// Key of a custom number.
    pub number: String,
    /// Things that happened to contacts; nothing where the product keeps none.
    pub engagement: Option<i64>,
}

/// Makes it, or finds what was made.
pub async fn ground(
    product: &Product,
    client: &Client,
    connection: &mut PgConnection,
) -> anyhow::Result<Ground> {
    let path = product.directory.join("audience.json");
    let made: Value = match std::fs::read(&path) {
        Ok(text) => serde_json::from_slice(&text)?,
        Err(_) => {
            let made = make(product, client, connection).await?;
            std::fs::write(&path, made.to_string())?;
            made
        }
    };
    let text = |key: &str| -> anyhow::Result<String> {
        let text = made[key].as_str().map(str::to_owned);
        text.with_context(|| format!("{} does not name {key}", path.display()))
    };
    let id = |key: &str| -> anyhow::Result<Uuid> { Ok(text(key)?.parse()?) };
    let most = "select import_id from read.contacts where import_id is not null group by import_id order by count(*) desc limit 1";
    let import: Uuid = sqlx::query_scalar(most).fetch_one(&mut *connection).await?;
    let fields = client.graphql("{ filterFields(entity: CONTACT) { key } }", json!({})).await?;
    let fields = fields["filterFields"].as_array().context("no fields")?;
    Ok(Ground {
        list: id("list")?,
        leaders: id("leaders")?,
        companies: id("companies")?,
        segment: id("segment")?,
        domain_set: id("domain_set")?,
        asks_domain_sets: fields.iter().any(|field| field["key"] == "domain_sets"),
        import,
        number: text("number")?,
        engagement: engagement::filled(connection).await?,
    })
}

async fn make(product: &Product, client: &Client, connection: &mut PgConnection) -> anyhow::Result<Value> {
    let began = Instant::now();
    let folder = product.directory.join("audience");
    std::fs::create_dir_all(&folder)?;
    let accounts = companies(client, connection, &folder.join("companies.csv")).await?;
    suppress(client, connection, &folder.join("suppressions.csv")).await?;
    let is = |field: &str, value: &str| json!({"field": field, "op": "equals", "value": value});
    let sweden = json!({"all": [is("country", "SE"), is("seniority_level", "C-level")]});
    let consent = json!({"basis": "CONTRACT", "channels": ["EMAIL"], "origin": "Framework contract"});
    change(client, sweden, json!({"kind": "RECORD_CONSENT", "consent": consent})).await?;
    let number = number(client).await?;
    for (department, value) in [("Marketing", 45), ("Sales", 70)] {
        let france = json!({"all": [is("country", "FR"), is("department", department)]});
        change(client, france, json!({"kind": "SET_FIELDS", "fields": {&number: value}})).await?;
    }
    let contacts = |filter: Value| json!({"selection": {"entity": "CONTACT", "contacts": {"archived": false, "where": filter}}});
    let countries = json!({"field": "country", "op": "in", "value": ["FR", "SE"]});
    let list = list(client, "France and Sweden", "CONTACT", contacts(countries)).await?;
    let leaders = json!({"all": [
        {"field": "country", "op": "in", "value": ["FR", "DE"]}, is("seniority_level", "VP")
    ]});
    let leaders = self::list(client, "VPs in France and Germany", "CONTACT", contacts(leaders)).await?;
    let (domain_set, domains) = domain_set(client, connection, &folder.join("domains.csv")).await?;
    let companies = self::list(client, "Companies to reach", "ACCOUNT", json!({ "pasted": domains })).await?;
    let managers = json!({"all": [is("lifecycle", "customer"), is("seniority_level", "Manager")]});
    let segment =
        segments::create(client, connection, &named("Customers among managers"), "CONTACT", &managers)
            .await?;
    segments::settled(connection).await?;
    client.followed().await?;
    std::fs::remove_dir_all(&folder)?;
    sqlx::raw_sql("vacuum analyze").execute(&mut *connection).await?;
    say(&format!(
        "{accounts} accounts, lists, a segment, a domain set, suppressions and consents made in {:.0} s, {:.0} MB",
        began.elapsed().as_secs_f64(),
        product.memory()?
    ));
    Ok(json!({
        "list": list, "leaders": leaders, "companies": companies, "segment": segment, "domain_set": domain_set, "number": number,
    }))
}

/// A name that an attempt before cannot have taken.
fn named(name: &str) -> String {
    format!("{name}, bench of {}", chrono::Utc::now().timestamp())
}

/// An account for every five contacts. Each gets a number of employees, which the files of contacts have no column for.
async fn companies(client: &Client, connection: &mut PgConnection, file: &Path) -> anyhow::Result<i64> {
    let contacts = by_hand::count(connection, "true").await?;
    let sql = "select name, domain, coalesce(industry, ''), coalesce(hq_country, '') from read.accounts
         where not archived and name is not null and domain is not null order by id";
    let known: Vec<(String, String, String, String)> =
        sqlx::query_as(sql).fetch_all(&mut *connection).await?;
    let mut out = csv::Writer::from_path(file)?;
    out.write_record(["Company", "Website", "Industry", "Employee count", "HQ country"])?;
    let staff = |number: usize| (5 + number * 7_919 % 2_995).to_string();
    for (number, (name, domain, industry, country)) in known.iter().enumerate() {
        out.write_record([name, domain, industry, &staff(number), country])?;
    }
    let wanted = usize::try_from(contacts / CONTACTS_PER_ACCOUNT)?;
    for number in known.len()..wanted {
        let (name, domain) = (format!("Outpost {number} Holding"), format!("outpost-{number}-holding.test"));
        let industry = INDUSTRIES[number % INDUSTRIES.len()];
        let country = COUNTRIES[number % COUNTRIES.len()];
        out.write_record([name.as_str(), domain.as_str(), industry, staff(number).as_str(), country])?;
    }
    out.flush()?;
    let import = client.import_accounts(file).await?;
    client.visible(&import).await?;
    let sql = "select count(*), count(staff_count) from read.accounts where not archived";
    let (accounts, staffed): (i64, i64) = sqlx::query_as(sql).fetch_one(&mut *connection).await?;
    ensure!(staffed > 0, "the import of companies brought no numbers of employees");
    Ok(accounts)
}

/// Every fiftieth contact by email, some companies by domain, fewer by themselves.
async fn suppress(client: &Client, connection: &mut PgConnection, file: &Path) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    writeln!(out, "Email")?;
    for sql in [
        format!("select email from read.contacts where {LISTED} and email is not null and hashtext(id::text) % 50 = 0"),
        "select domain from read.accounts where not archived and domain is not null and hashtext(id::text) % 1000 = 0".to_owned(),
        "select id::text from read.accounts where not archived and hashtext(id::text) % 2000 = 1".to_owned(),
    ] {
        let keys: Vec<String> = sqlx::query_scalar(&sql).fetch_all(&mut *connection).await?;
        for key in keys {
            writeln!(out, "{key}")?;
        }
    }
    out.flush()?;
    drop(out);
    let import = client.suppress_file(file).await?;
    suppressions::ended(client, &import).await.map(drop)
}

/// Changes all contacts that the filter finds.
async fn change(client: &Client, filter: Value, action: Value) -> anyhow::Result<()> {
    let selection = json!({"entity": "CONTACT", "contacts": {"archived": false, "where": filter}});
    let input = json!({"selection": selection, "action": action});
    let made = client.mutate("bulkStart", "BulkStartInput", input, "bulk { id }").await?;
    let id = made["bulk"]["id"].as_str().context("no bulk change was made")?;
    bulk::until(client, id, "COMPLETED", &["ASKED", "RUNNING"]).await.map(drop)
}

/// The key of a custom number that is made.
async fn number(client: &Client) -> anyhow::Result<String> {
    let label = named("Score");
    let input = json!({"entity": "CONTACT", "label": label, "type": "NUMBER"});
    let ask = "customField { key }";
    let made = client.mutate("customFieldDefine", "CustomFieldDefineInput", input, ask).await?;
    // It is told once the read model shows it.
    let told = made["customField"]["key"].as_str().map(str::to_owned);
    told.or_else(|| custom_key(&label)).context("no custom field was made")
}

/// Makes a list of what is chosen, and waits until it is filled.
async fn list(client: &Client, name: &str, entity: &str, chosen: Value) -> anyhow::Result<String> {
    let mut input = chosen;
    input["entity"] = json!(entity);
    input["name"] = json!(named(name));
    let made = client.mutate("listCreate", "ListCreateInput", input, "change { id bulkId }").await?;
    if let Some(bulk) = made["change"]["bulkId"].as_str() {
        bulk::until(client, bulk, "COMPLETED", &["ASKED", "RUNNING"]).await?;
    }
    // A list's first change has the id of the list.
    Ok(made["change"]["id"].as_str().context("no list was made")?.to_owned())
}

/// Domains of software companies, and some of nobody: the set, and those that are an account's.
async fn domain_set(
    client: &Client,
    connection: &mut PgConnection,
    file: &Path,
) -> anyhow::Result<(String, Vec<String>)> {
    let sql = "select domain from read.accounts where not archived and industry = 'Software' and domain is not null order by id limit $1";
    let domains: Vec<String> = sqlx::query_scalar(sql).bind(REACHED).fetch_all(&mut *connection).await?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    writeln!(out, "Domain,Account Name,Notes")?;
    for domain in &domains {
        writeln!(out, "{domain},,")?;
    }
    for number in 0..UNKNOWN {
        writeln!(out, "zq{number}-belongs-to-nobody-{number}.test,,")?;
    }
    out.flush()?;
    drop(out);
    let id = client.domain_set_file(file).await?;
    domain_sets::ready(client, &id).await?;
    Ok((id, domains))
}
