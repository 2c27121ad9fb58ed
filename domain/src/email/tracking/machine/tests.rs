use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::agents::{self, Agent};
use super::{Kind, Method, Sign, Touch, judge};

/// Invented mails, each touch with who it was. Some are hard on purpose: a rule that gets them right by chance is no better rule.
const CORPUS: &str = include_str!("corpus.tsv");
/// Of those that are called a program's, how many are. A person who is taken for a program is lost as a lead.
const PRECISION: f64 = 0.94;
/// Of those of programs, how many are found.
const RECALL: f64 = 0.95;

const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

fn delivered() -> DateTime<Utc> {
    DateTime::from_timestamp(1_803_895_200, 0).unwrap()
}

fn after(seconds: f64) -> DateTime<Utc> {
    delivered() + TimeDelta::milliseconds((seconds * 1_000.0).round() as i64)
}

fn touch(kind: Kind, seconds: f64) -> Touch<'static> {
    Touch { kind, at: after(seconds), method: Method::Get, user_agent: BROWSER, told: false }
}

struct Case {
    mail: &'static str,
    known: bool,
    program: bool,
    touch: Touch<'static>,
}

fn case(line: &'static str) -> Case {
    let columns: Vec<&str> = line.split('\t').collect();
    let [mail, known, was, what, seconds, method, told, user_agent, _note] = columns[..] else {
        panic!("{line}")
    };
    let kind = match what.split_once(' ') {
        Some(("click", number)) => Kind::Click(number.parse().unwrap()),
        None if what == "open" => Kind::Open,
        None if what == "trap" => Kind::Trap,
        _ => panic!("{what}"),
    };
    let method = match method {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        _ => Method::Other,
    };
    Case {
        mail,
        known: known == "yes",
        program: was == "program",
        touch: Touch { kind, at: after(seconds.parse().unwrap()), method, user_agent, told: told == "told" },
    }
}

#[test]
fn the_corpus_is_judged_well_enough() {
    let cases: Vec<Case> = CORPUS.lines().skip(1).map(case).collect();
    assert!(cases.len() >= 150, "{}", cases.len());
    let (mut right, mut wrong, mut missed, mut mistakes) = (0_u32, 0_u32, 0_u32, String::new());
    for mail in cases.chunk_by(|one, next| one.mail == next.mail) {
        let touches: Vec<Touch<'_>> = mail.iter().map(|case| case.touch).collect();
        let known = mail[0].known.then(delivered);
        for (case, sign) in mail.iter().zip(judge(known, &touches)) {
            match (sign.is_some(), case.program) {
                (true, true) => right += 1,
                (true, false) => wrong += 1,
                (false, true) => missed += 1,
                (false, false) => continue,
            }
            if sign.is_some() != case.program {
                mistakes.push_str(&format!("{} {:?}: {sign:?}\n", case.mail, case.touch.kind));
            }
        }
    }
    let precision = f64::from(right) / f64::from(right + wrong);
    let recall = f64::from(right) / f64::from(right + missed);
    let told = format!("precision {precision:.3}, recall {recall:.3} of {} touches\n{mistakes}", cases.len());
    eprintln!("{told}");
    assert!(precision >= PRECISION && recall >= RECALL, "{told}");
}

#[test]
fn each_sign_gives_a_program_away() {
    let click = |number, seconds| touch(Kind::Click(number), seconds);
    let open = |user_agent| Touch { user_agent, ..touch(Kind::Open, 60.0) };
    for (touches, expected) in [
        (vec![click(1, 60.0)], vec![None]),
        (vec![touch(Kind::Trap, 60.0)], vec![Some(Sign::Trap)]),
        (vec![Touch { method: Method::Head, ..click(1, 60.0) }], vec![Some(Sign::Method)]),
        (vec![open("curl/8.0")], vec![Some(Sign::Agent)]),
        (vec![open("")], vec![Some(Sign::Agent)]),
        (vec![open("Mozilla/5.0")], vec![Some(Sign::Privacy)]),
        (vec![open("Mozilla/5.0 (via ggpht.com GoogleImageProxy)")], vec![None]),
        (vec![Touch { told: true, ..touch(Kind::Open, 60.0) }], vec![Some(Sign::Told)]),
        (vec![click(1, 60.0), click(2, 60.9)], vec![Some(Sign::Burst), Some(Sign::Burst)]),
        (vec![click(1, 60.0), click(2, 61.1)], vec![None, None]),
        (vec![click(1, 60.0), click(1, 60.2)], vec![None, None]),
        (vec![click(1, 5.9)], vec![Some(Sign::TooSoon)]),
        (vec![click(1, -3.0)], vec![Some(Sign::TooSoon)]),
        (vec![click(1, 6.0)], vec![None]),
        (vec![touch(Kind::Open, 1.9)], vec![Some(Sign::TooSoon)]),
        (vec![touch(Kind::Open, 1.9), click(1, 20.0)], vec![Some(Sign::TooSoon), None]),
        (vec![click(1, 60.0), touch(Kind::Trap, 85.0)], vec![Some(Sign::Company), Some(Sign::Trap)]),
        (vec![click(1, 60.0), touch(Kind::Trap, 95.0)], vec![None, Some(Sign::Trap)]),
    ] {
        assert_eq!(judge(Some(delivered()), &touches), expected, "{touches:?}");
    }
    assert_eq!(judge(None, &[click(1, 0.5)]), [None], "soon after what?");
    assert!(judge(None, &[]).is_empty());
}

#[test]
fn two_people_are_not_in_each_others_company() {
    let other = Touch { user_agent: "Mozilla/5.0 (X11) Firefox/127.0", ..touch(Kind::Click(2), 60.5) };
    assert_eq!(judge(Some(delivered()), &[touch(Kind::Click(1), 60.0), other]), [None, None]);
    assert_eq!(judge(Some(delivered()), &[touch(Kind::Trap, 60.0), other]), [Some(Sign::Trap), None]);
}

#[test]
fn agents_are_what_they_say() {
    for (text, expected) in [
        (BROWSER, Agent::Browser),
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17628; Pro)", Agent::Browser),
        ("Mozilla/5.0", Agent::Privacy),
        (" Mozilla/5.0 ", Agent::Privacy),
        ("YahooMailProxy; https://help.yahoo.com/", Agent::Proxy),
        ("python-requests/2.32", Agent::Program),
        ("PYTHON-REQUESTS/2.32", Agent::Program),
        ("Mozilla/5.0 (compatible; Somebot/2.1; +http://a.example)", Agent::Program),
        ("   ", Agent::Program),
    ] {
        assert_eq!(agents::of(text), expected, "{text}");
    }
}

#[test]
fn names_of_signs_are_what_is_kept() {
    let signs = [
        Sign::Trap,
        Sign::Method,
        Sign::Agent,
        Sign::Privacy,
        Sign::Told,
        Sign::Burst,
        Sign::TooSoon,
        Sign::Company,
    ];
    for sign in signs {
        assert_eq!(serde_json::to_string(&sign).unwrap(), format!("\"{}\"", sign.as_str()));
    }
}

fn any_touch() -> impl Strategy<Value = Touch<'static>> {
    let kind = prop_oneof![Just(Kind::Open), (1..4_u16).prop_map(Kind::Click), Just(Kind::Trap)];
    let method = prop_oneof![4 => Just(Method::Get), 1 => Just(Method::Head)];
    let user_agent = prop_oneof![4 => Just(BROWSER), 1 => Just("Mozilla/5.0"), 1 => Just("curl/8.0")];
    (kind, -5_000..90_000_i64, method, user_agent, any::<bool>()).prop_map(
        |(kind, milliseconds, method, user_agent, told)| Touch {
            kind,
            at: delivered() + TimeDelta::milliseconds(milliseconds),
            method,
            user_agent,
            told,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Facts come in any order and are judged anew at any time.
    #[test]
    fn the_order_of_the_touches_does_not_matter(touches in proptest::collection::vec(any_touch(), 0..8)) {
        let forward = judge(Some(delivered()), &touches);
        let reversed: Vec<Touch<'_>> = touches.iter().rev().copied().collect();
        let mut backward = judge(Some(delivered()), &reversed);
        backward.reverse();
        prop_assert_eq!(forward, backward);
    }

    /// What came later may give away what was before, never clear it.
    #[test]
    fn another_touch_clears_nobody(touches in proptest::collection::vec(any_touch(), 0..8), more in any_touch()) {
        let before = judge(Some(delivered()), &touches);
        let mut all = touches;
        all.push(more);
        let after = judge(Some(delivered()), &all);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before.is_none() || after.is_some());
        }
    }
}
