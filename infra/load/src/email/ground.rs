//! What campaigns of the bench need: an account on loopback, a brand, a sender, a template that somebody else approved; and campaigns,
//! made and launched as the app does it.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::sink::Sink;
use crate::client::Client;
use crate::product::Product;
use crate::report::say;

const SUBMIT: &str = "mutation($id: UUID!) { emailTemplateSubmit(id: $id) { userErrors { message } } }";
const APPROVE: &str =
    "mutation($id: UUID!) { emailTemplateApprove(id: $id, version: 1) { userErrors { message } } }";
const AUDIENCE: &str = "mutation($id: UUID!, $include: [AudienceSourceInput!]!) { campaignAudienceDefine(id: $id, include: $include) { userErrors { message } } }";
const CONTENT: &str = "mutation($id: UUID!, $input: EmailContentInput!) { campaignContentDefine(id: $id, input: $input) { userErrors { message } } }";
const SCHEDULE: &str = "mutation($id: UUID!, $input: CampaignScheduleInput!) { campaignScheduleDefine(id: $id, input: $input) { userErrors { message } } }";
const CONFIRM: &str = "mutation($id: UUID!) { campaignConfirm(id: $id, codes: [LAWFUL_BASIS, CONTENT_CHECKED]) { userErrors { message } } }";
const SEED: &str =
    "mutation($id: UUID!, $to: [UUID!]!) { campaignSeedTest(id: $id, to: $to) { userErrors { message } } }";
const LAUNCH: &str =
    "mutation($id: UUID!) { campaignLaunch(id: $id) { userErrors { message } preflight { code message } } }";
const STOP: &str = "mutation($id: UUID!) { campaignStop(id: $id) { userErrors { message } } }";

/// The name of the account of the mail server on loopback.
pub const SINK: &str = "sink";
/// Name servers are asked once, and silent ones are waited for.
const CHECKED_WITHIN: Duration = Duration::from_secs(180);
const SEEN_WITHIN: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(100);

/// Settings that make the mail server an account, beside one that only tells of mails. No name server is asked: what a sender's domains say is then unknown, which keeps
/// nobody from launching.
pub fn settings(sink: &Sink) -> Vec<(String, String)> {
    let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    vec![
        set("PIVOTAL_MAIL_ACCOUNTS", "sink=smtp:ip4:127.0.0.1,grid=sendgrid"),
        set("PIVOTAL_MAIL_SINK_HOST", "127.0.0.1"),
        set("PIVOTAL_MAIL_SINK_PORT", &sink.port.to_string()),
        set("PIVOTAL_MAIL_SINK_SECURITY", "none"),
        set("EMAIL_VERIFY_DNS", "127.0.0.1:9"),
        set("EMAIL_VERIFY_TIMEOUT_SECONDS", "1"),
    ]
}

/// Whoever has an address.
pub fn everybody() -> Value {
    json!({"field": "email", "op": "has_value"})
}

#[derive(Debug)]
pub struct Ground {
    client: Client,
    me: String,
    brand: String,
    sender: String,
    template: String,
}

impl Ground {
    /// `account`: whom its sender sends through.
    pub async fn prepare(
        product: &Product,
        connection: &mut PgConnection,
        account: &str,
    ) -> anyhow::Result<Ground> {
        let client = product.client().await?;
        // In a database that was kept there are others.
        let name = format!("Bench {}", Uuid::now_v7().simple());
        let made =
            client.mutate("emailBrandCreate", "EmailBrandInput", json!({ "name": name }), "brand { id }");
        let brand = id(&made.await?["brand"])?;
        // With a selector: without one it is known that nothing is signed.
        let sender = json!({"fromName": "Ada of Norhavn", "fromAddress": "news@norhavn.example", "brandId": brand, "physicalAddress": "Norhavn AS, 0150 Oslo", "account": account, "dkimSelector": "bench"});
        let made = client.mutate("senderCreate", "SenderInput", sender, "sender { id }").await?;
        let sender = id(&made["sender"])?;
        // Nobody approves what they wrote.
        let author = Client::sign_in_as(&product.url, "campaign_manager").await?;
        let template = json!({"name": name, "content": {"subject": "A message for {{contact.first_name|you}}", "blocks": blocks()}});
        let ask = "emailTemplate { id }";
        let made = author.mutate("emailTemplateCreate", "EmailTemplateCreateInput", template, ask).await?;
        let template = id(&made["emailTemplate"])?;
        author.act("emailTemplateSubmit", SUBMIT, json!({ "id": template })).await?;
        client.act("emailTemplateApprove", APPROVE, json!({ "id": template })).await?;
        let me = client.graphql("{ me { id } }", json!({})).await?;
        let me = id(&me["me"])?;
        checked(connection, &sender).await?;
        client.followed().await?;
        Ok(Ground { client, me, brand, sender, template })
    }

    /// Everything but launched. `filter`: whom it is for. `pace`: mails a second at most; `windows`: when it may send.
    pub async fn campaign(
        &self,
        name: &str,
        filter: &Value,
        (pace, windows): (Option<u32>, Option<Value>),
    ) -> anyhow::Result<Uuid> {
        let client = &self.client;
        let input = json!({"name": name, "brandId": self.brand});
        let made = client.mutate("campaignCreate", "CampaignCreateInput", input, "campaign { id }").await?;
        let campaign = id(&made["campaign"])?;
        let include = json!([{ "filter": filter }]);
        client.act("campaignAudienceDefine", AUDIENCE, json!({"id": campaign, "include": include})).await?;
        let variant = json!({"key": "A", "templateId": self.template, "version": 1});
        let content = json!({"senderId": self.sender, "variants": [variant]});
        client.act("campaignContentDefine", CONTENT, json!({"id": campaign, "input": content})).await?;
        let schedule = json!({"zone": "UTC", "perSecond": pace, "windows": windows});
        client.act("campaignScheduleDefine", SCHEDULE, json!({"id": campaign, "input": schedule})).await?;
        client.act("campaignConfirm", CONFIRM, json!({ "id": campaign })).await?;
        client.act("campaignSeedTest", SEED, json!({"id": campaign, "to": [self.me]})).await?;
        Ok(campaign.parse()?)
    }

    /// Likewise, and its test mail has arrived; the mail server has forgotten everything by then.
    pub async fn campaign_to(
        &self,
        sink: &Sink,
        name: &str,
        filter: &Value,
        pace: Option<u32>,
    ) -> anyhow::Result<Uuid> {
        sink.forget();
        let campaign = self.campaign(name, filter, (pace, None)).await?;
        let began = Instant::now();
        while sink.count() == 0 {
            ensure!(began.elapsed() < SEEN_WITHIN, "the test mail of {name} did not arrive");
            tokio::time::sleep(POLL).await;
        }
        sink.forget();
        Ok(campaign)
    }

    pub async fn launch(&self, campaign: Uuid) -> anyhow::Result<()> {
        self.client.act("campaignLaunch", LAUNCH, json!({ "id": campaign })).await?;
        Ok(())
    }

    pub async fn stop(&self, campaign: Uuid) -> anyhow::Result<()> {
        self.client.act("campaignStop", STOP, json!({ "id": campaign })).await?;
        Ok(())
    }
}

/// With a link, so that there is something to follow.
fn blocks() -> Value {
    let words = "The autumn timetable is out: {{account.name|your company}} can book until Friday, and every slot that was free last year is free again. ";
    json!({"blocks": [
        {"type": "heading", "text": "Hello {{contact.first_name|there}}", "level": 1},
        {"type": "text", "text": words.repeat(4)},
        {"type": "button", "label": "See the timetable", "url": "https://www.norhavn.example/timetable"},
        {"type": "text", "text": words.repeat(4)},
        {"type": "footer", "text": ""},
    ]})
}

fn id(of: &Value) -> anyhow::Result<String> {
    Ok(of["id"].as_str().with_context(|| format!("nothing was made: {of}"))?.to_owned())
}

/// Waits until the domains of the sender were asked about.
async fn checked(connection: &mut PgConnection, sender: &str) -> anyhow::Result<()> {
    let sender: Uuid = sender.parse()?;
    let began = Instant::now();
    loop {
        let sql = "select checked_at is not null from read.email_senders where id = $1";
        let checked: Option<bool> =
            sqlx::query_scalar(sql).bind(sender).fetch_optional(&mut *connection).await?;
        if checked == Some(true) {
            say(&format!("sender checked after {:.1} s", began.elapsed().as_secs_f64()));
            return Ok(());
        }
        ensure!(began.elapsed() < CHECKED_WITHIN, "the sender was not checked");
        tokio::time::sleep(POLL).await;
    }
}
