//! Whatever is changed of the sender while a campaign runs, its mails come from whom it was launched with.

use std::collections::BTreeSet;

use pivotal_commands::email::tracking::links::{PinnedLinks, follow_link};
use pivotal_domain::campaigns::campaigns::pinned::PinnedLink;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::email::tracking::token::{Kind, Token};
use pivotal_log::append::{Append, Lane};

use crate::support::{Launch, World};

/// Another name and another address, written past the use case.
async fn renamed(world: &World) {
    let held = world.ctx.log.load::<SenderProfile>(world.sender).await.unwrap();
    let setup = held.state.setup.unwrap();
    let who = Who {
        from_name: "Somebody else".into(),
        from_address: "else@other.example".into(),
        reply_to: Some("else@other.example".into()),
    };
    let setup_now = Setup { physical_address: "Norhavn AS\n5003 Bergen".into(), ..setup.clone() };
    let changed = SenderProfileEvent::SenderProfileChanged {
        at: world.ctx.now(),
        who,
        setup: setup_now,
        previous_who: held.state.who,
        previous: Box::new(setup),
    };
    let mut append = Append::new(Lane::Bulk);
    append
        .events::<SenderProfile>(world.sender, held.sequence, vec![changed], &world.actor.metadata())
        .unwrap();
    world.ctx.log.append(append).await.unwrap();
}

#[tokio::test]
async fn a_campaign_comes_from_whom_it_was_launched_with() {
    let world = World::new().await;
    world.launched(world.launch(world.people(2).await)).await;
    renamed(&world).await;
    world.send_all().await;
    let taken = world.provider.taken();
    let from: BTreeSet<(&str, &str)> =
        taken.iter().map(|email| (email.from.name.as_str(), email.from.address.as_str())).collect();
    assert_eq!(from, BTreeSet::from([("Ada of Norhavn", "news@norhavn.example")]));
    assert!(taken.iter().all(|email| email.reply_to.is_none()), "replies go where they went");
}

#[tokio::test]
async fn a_link_that_names_its_sender_leads_where_the_mail_said() {
    let world = World::new().await;
    let url = "https://shop.example/{{sender.name}}/{{sender.company|nobody}}/{{contact.first_name}}";
    let links = vec![PinnedLink { variant: 'A', n: 1, url: url.into(), name: None }];
    let launch = Launch { links, ..world.launch(world.people(1).await) };
    let campaign = world.launched(launch).await;
    world.send_all().await;
    renamed(&world).await;
    let taken = world.provider.taken();
    let [email] = taken.as_slice() else { panic!("one mail: {taken:?}") };
    let key = &world.sending.links.key;
    let token = Token { kind: Kind::Click, campaign, recipient: email.id, number: 1 }.write(key);
    let found = follow_link(&world.ctx, &PinnedLinks::default(), key, &token).await.unwrap();
    let (_, to) = found.expect("it leads somewhere");
    assert_eq!(to, "https://shop.example/Ada%20of%20Norhavn/Norhavn/Person0");
}
