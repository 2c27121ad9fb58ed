use serde_json::json;

use super::{BEN, News, WORK, Whom, at, tells, words};

#[test]
fn the_owner_of_a_campaign_hears_that_it_waits_for_them() {
    let waits = |what: &str, count: Option<u64>| {
        let needs = json!({ "at": at(), "owner": BEN, "what": what, "count": count });
        let news = tells("campaign_needs_me", WORK, None, &json!({ "CampaignNeedsSomebody": needs }));
        let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
        assert_eq!(told.whom, Whom::User(BEN));
        words("campaign_needs_me", Some("Spring"), &told.details, told.subject)
    };
    for (what, count, said) in [
        ("test_undecided", None, "no variant is better"),
        ("mails_unknown", Some(1_200), "1,200 emails"),
        ("take_stands", None, "could not be taken"),
    ] {
        let words = waits(what, count);
        assert!(words.text.is_some_and(|text| text.contains(said)), "{what}");
        assert_eq!(words.title, "Campaign waits for you: Spring");
        assert_eq!(words.link, format!("/campaigns/{WORK}"));
    }
}
