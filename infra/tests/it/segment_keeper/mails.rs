use std::collections::BTreeSet;

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::email::tracking::facts::{
    ABOUT, EMAIL_SIGNALS_RECORDED, SignalsRecorded, TrackingFact, VERSION,
};
use pivotal_domain::email::tracking::signal::{Kind, Signal};
use pivotal_projections::audience::segments::members;
use serde_json::json;
use uuid::Uuid;

use super::ground::Ground;

const ADA: Uuid = Uuid::from_u128(1);
const BEN: Uuid = Uuid::from_u128(2);
const CAM: Uuid = Uuid::from_u128(3);

/// What mails to these contacts tell, one mail each.
async fn told(ground: &Ground, of: &[(Uuid, Kind)]) -> i64 {
    let at = ground.ctx.now();
    let signal = |(contact, kind): &(Uuid, Kind)| Signal {
        m: *contact,
        g: Uuid::from_u128(9),
        c: *contact,
        k: *kind,
        at,
        l: None,
        s: None,
        d: None,
        f: None,
    };
    let batch = Uuid::now_v7();
    let recorded = SignalsRecorded {
        batch,
        source: "mail".into(),
        account: None,
        received_at: at,
        keys: Vec::new(),
        signals: of.iter().map(signal).collect(),
    };
    let payload = serde_json::to_value(TrackingFact::EmailSignalsRecorded(recorded)).unwrap();
    ground.fact((EMAIL_SIGNALS_RECORDED, VERSION), (ABOUT, batch), payload).await
}

#[tokio::test]
async fn whoever_answers_a_mail_enters_as_whoever_they_are_by_now() {
    let ground = Ground::new().await;
    let mut keeper = ground.keeper();
    for contact in [ADA, BEN, CAM] {
        ground.new_contact(contact, &[("country", "DE")], None).await;
    }
    let replied = json!({"engagement": {"did": "replied"}});
    let segment = ground.segment(Entity::Contact, "Replied", replied).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, BTreeSet::new());

    let by = told(&ground, &[(ADA, Kind::Replied), (BEN, Kind::Delivered)]).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, BTreeSet::from([ADA]));
    let stays = members::stays(&ground.test.pools.read, segment, ADA).await.unwrap();
    let because = &stays[0].entered_because;
    assert_eq!((&because["cause"], &because["by"]), (&json!("change"), &json!(by)));

    // The answer to a mail that was Ben's comes when Ben is part of Cam.
    let at = ground.ctx.now();
    let merged = ContactEvent::ContactMergedInto { source: Source::Ui, at, survivor: CAM };
    ground.contact(BEN, merged).await;
    ground.settle(&mut keeper).await;
    told(&ground, &[(BEN, Kind::Replied)]).await;
    ground.settle(&mut keeper).await;
    assert_eq!(ground.members(segment).await, BTreeSet::from([ADA, CAM]));
    ground.end().await;
}
