//! A log, a worker, a carrier service, and the steps of a run as one call each.

#[path = "../support/ground.rs"]
pub mod ground;
#[path = "../support/listing.rs"]
pub mod listing;

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use pivotal_commands::audience::contact_runs::progress::{Progressed, ended};
use pivotal_commands::audience::phone_validity::run::{RunFewLookups, RunLookups};
use pivotal_commands::audience::phone_validity::start::{LookUpPhones, look_up_phones};
use pivotal_commands::audience::phone_validity::{Outside, Pace};
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::ports::carrier_lookup::{CarrierLookup, LookupTrouble};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::phone_validity::facts::{Ended, PhoneLookupFact};
use pivotal_domain::audience::phone_validity::keep::{Said, Which};
use pivotal_domain::audience::phone_validity::line::LineType;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::values::phone::Phone;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use self::ground::{Ground, Working};
use self::listing::listing;

/// Every number is a mobile, unless something else is written down for it.
#[derive(Default)]
pub struct Carrier {
    pub says: Mutex<HashMap<String, Result<Said, LookupTrouble>>>,
    /// What was asked, in order.
    pub asked: Mutex<Vec<String>>,
    /// The process falls over at this question, counted from 1; 0 is never.
    pub falls_over_at: AtomicUsize,
}

impl Carrier {
    pub fn says(&self, number: &str, answer: Result<Said, LookupTrouble>) {
        self.says.lock().unwrap().insert(number.to_owned(), answer);
    }

    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// How often it was asked about a number.
    pub fn times(&self, number: &str) -> usize {
        self.asked().iter().filter(|asked| *asked == number).count()
    }
}

pub fn line(line: LineType) -> Result<Said, LookupTrouble> {
    Ok(Said::Found { carrier: Some("Norhavn Mobil".into()), line })
}

#[async_trait]
impl CarrierLookup for Carrier {
    fn provider(&self) -> &'static str {
        "written"
    }

    async fn look_up(&self, phone: &Phone) -> Result<Said, LookupTrouble> {
        let number = phone.e164().to_owned();
        let question = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(number.clone());
            asked.len()
        };
        assert_ne!(question, self.falls_over_at.load(Ordering::SeqCst), "the process falls over");
        self.says.lock().unwrap().get(&number).cloned().unwrap_or_else(|| line(LineType::Mobile))
    }
}

pub struct World {
    pub ground: Ground,
    pub carrier: Arc<Carrier>,
    pub pace: Pace,
    pub listed: Vec<Uuid>,
}

impl Deref for World {
    type Target = Ground;

    fn deref(&self) -> &Ground {
        &self.ground
    }
}

/// Without pauses.
pub const HASTY: Pace = Pace { per_minute: 0, retries: 2, wait: Duration::ZERO };
/// After each question it waits for as long as a test can take, or until it is stopped.
pub const SLOW: Pace = Pace { per_minute: 1, ..HASTY };

/// Numbers of nobody: 555-0100 and on.
pub fn number(n: usize) -> String {
    assert!(n < 100, "there are a hundred of them");
    format!("+120255501{n:02}")
}

impl World {
    pub async fn new() -> Self {
        let carrier = Arc::new(Carrier::default());
        World { ground: Ground::new().await, carrier, pace: HASTY, listed: Vec::new() }
    }

    /// Contacts with these mobile phones, all of them in the list; an empty one has none.
    pub async fn contacts(&mut self, phones: &[String]) -> Vec<Uuid> {
        let of = |n: usize, id: Uuid| {
            let phone = phones[n].as_str();
            let email = FieldValue::from(format!("{id}@example.com").as_str());
            let mut fields = vec![("full_name".to_owned(), "Ada Vester".into()), ("email".to_owned(), email)];
            if !phone.is_empty() {
                for key in ["mobile_phone", "mobile_phone_e164"] {
                    fields.push((key.to_owned(), FieldValue::from(phone)));
                }
            }
            fields
        };
        let ids = self.ground.contacts_with(phones.len(), of).await;
        self.listed.extend(&ids);
        ids
    }

    /// Accounts with these main phones, and nobody else in the list; an empty one has none.
    pub async fn accounts(&mut self, phones: &[String]) -> Vec<Uuid> {
        let ids: Vec<Uuid> = phones.iter().map(|_| Uuid::now_v7()).collect();
        let mut append = Append::new(Lane::Bulk);
        for (id, phone) in ids.iter().zip(phones) {
            let mut fields = BTreeMap::from([("name".to_owned(), FieldValue::from("Norhavn"))]);
            if !phone.is_empty() {
                for key in ["main_phone", "main_phone_e164"] {
                    fields.insert(key.to_owned(), FieldValue::from(phone.as_str()));
                }
            }
            let at = self.ctx.now();
            let created = AccountEvent::AccountCreated { source: Source::Ui, at, fields, derived: vec![] };
            append.events::<Account>(*id, 0, vec![created], &self.actor.metadata()).unwrap();
        }
        self.ctx.log.append(append).await.unwrap();
        self.listed.clone_from(&ids);
        ids
    }

    pub fn work(&self) -> Working {
        self.work_with(Some(self.carrier.clone()))
    }

    /// None: it is not set up any more.
    pub fn work_with(&self, carrier: Option<Arc<Carrier>>) -> Working {
        let lookup = carrier.map(|carrier| carrier as Arc<dyn CarrierLookup>);
        let outside = Outside { lookup, pace: self.pace };
        let runs = RunLookups { ctx: self.ctx.clone(), lists: listing(&self.listed), outside };
        self.work_on(Registry::default().with(runs.clone()).with(RunFewLookups(runs)))
    }

    pub async fn start(&self, again: bool) -> Uuid {
        self.start_over(Which::MobilePhone, again).await
    }

    pub async fn start_over(&self, which: Which, again: bool) -> Uuid {
        let look_up = LookUpPhones {
            filter: ListFilter::default(),
            expected: None,
            again,
            which,
            provider: Some("written"),
        };
        let started = look_up_phones(&self.ctx, &self.actor, look_up, None).await.unwrap();
        self.queue.wake();
        started.id
    }

    /// Asked for, done, and the job over.
    pub async fn done(&self, again: bool) -> Ended {
        let working = self.work();
        let id = self.start(again).await;
        let ended = self.until(|| self.ended(id)).await;
        working.stop().await;
        ended
    }

    pub async fn ended(&self, id: Uuid) -> Option<Ended> {
        ended::<PhoneLookupFact>(&self.ctx, id).await.unwrap()
    }

    pub async fn progressed(&self, id: Uuid) -> Progressed<PhoneLookupFact> {
        Progressed::read(&self.ctx, id).await.unwrap()
    }

    /// Carrier and line, as the contact says.
    pub async fn said(&self, id: Uuid) -> (Option<String>, Option<String>) {
        let record = self.ctx.log.load::<Contact>(id).await.unwrap().state.record;
        let text = |key: &str| record.text(key).map(str::to_owned);
        (text("mobile_phone_carrier"), text("mobile_phone_carrier_line"))
    }

    pub async fn asked_at_least(&self, questions: usize) {
        self.until(|| async { (self.carrier.asked().len() >= questions).then_some(()) }).await;
    }
}
