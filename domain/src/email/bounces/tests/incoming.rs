use proptest::prelude::*;
use uuid::Uuid;

use crate::email::bounces::auto_reply::Automatic;
use crate::email::bounces::delivery::{Action, DeliveryReport};
use crate::email::bounces::enhanced::Enhanced;
use crate::email::bounces::feedback::{Feedback, FeedbackReport};
use crate::email::bounces::incoming::{Incoming, TEXT_MAX, What};
use crate::email::bounces::reply::Class;
use crate::email::bounces::thread;

fn sent() -> Uuid {
    Uuid::from_u128(0x0196_2f4e_8a3b_7c01_9d2e_5f60_7182_93a4)
}

fn id() -> String {
    thread::message_id(sent(), "news.example.com")
}

/// With the line ends of mails, and our Message-ID for `ID`.
fn mail(text: &str) -> Vec<u8> {
    text.replace("ID@", &format!("{}@", id().split('@').next().unwrap_or_default()))
        .replace('\n', "\r\n")
        .into_bytes()
}

fn read(text: &str) -> Incoming {
    Incoming::read(&mail(text)).unwrap()
}

fn ours(incoming: &Incoming) -> Option<Uuid> {
    thread::ours(incoming.quoted.iter().map(String::as_str)).first().copied()
}

const REPORT: &str = "\
Return-Path: <>
From: Mail Delivery System <mailer-daemon@mx.example.com>
To: bounces@news.example.com
Subject: Undelivered Mail Returned to Sender
Message-ID: <report-1@mx.example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=\"xyz\"

--xyz
Content-Type: text/plain; charset=us-ascii

I could not deliver your mail.

--xyz
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0000

Final-Recipient: rfc822; jane@a.example
Original-Recipient: rfc822;Jane@a.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.a.example
Diagnostic-Code: smtp; 550 5.1.1 <jane@a.example>: Recipient address
 rejected: User unknown

Final-Recipient: rfc822; <full@a.example>
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full

Final-Recipient: rfc822; late@a.example
Action: delayed
Status: 4.4.1

Final-Recipient: rfc822; good@a.example
Action: delivered
Status: 2.0.0

--xyz
Content-Type: message/rfc822

From: us@news.example.com
To: jane@a.example
Subject: Your invitation
Message-ID: <ID@news.example.com>

Hello

--xyz--
";

fn delivery(text: &str) -> (Incoming, DeliveryReport) {
    let incoming = read(text);
    match incoming.what.clone() {
        What::Delivery(report) => (incoming, report),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_report_of_delivery_says_what_became_of_each_recipient() {
    let (incoming, report) = delivery(REPORT);
    assert_eq!(report.reporter.as_deref(), Some("mx.example.com"));
    let told: Vec<_> =
        report.recipients.iter().map(|one| (one.address.as_deref(), one.action, one.class)).collect();
    assert_eq!(
        told,
        [
            (Some("jane@a.example"), Action::Failed, Some(Class::Hard)),
            (Some("full@a.example"), Action::Failed, Some(Class::MailboxFull)),
            (Some("late@a.example"), Action::Delayed, Some(Class::Soft)),
            (Some("good@a.example"), Action::Delivered, None),
        ]
    );
    let jane = &report.recipients[0];
    assert_eq!(jane.original.as_deref(), Some("Jane@a.example"));
    assert_eq!(jane.status, Some(Enhanced { class: 5, subject: 1, detail: 1 }));
    assert_eq!(jane.remote.as_deref(), Some("mx.a.example"));
    assert_eq!(
        jane.diagnostic.as_deref(),
        Some("550 5.1.1 <jane@a.example>: Recipient address rejected: User unknown")
    );
    assert_eq!(incoming.message_id.as_deref(), Some("report-1@mx.example.com"));
    assert_eq!(incoming.from.as_deref(), Some("mailer-daemon@mx.example.com"));
    assert_eq!(ours(&incoming), Some(sent()));
}

#[test]
fn headers_alone_are_enough_to_know_the_mail() {
    let (before, _) = REPORT.split_once("Content-Type: message/rfc822").unwrap();
    let text = format!(
        "{before}Content-Type: text/rfc822-headers\n\nSubject: Your invitation\nMessage-ID: <ID@news.example.com>\n--xyz--\n"
    );
    let (incoming, _) = delivery(&text);
    assert_eq!(ours(&incoming), Some(sent()));
}

#[test]
fn a_report_without_the_mail_is_still_a_report() {
    let (before, _) = REPORT.split_once("--xyz\nContent-Type: message/rfc822").unwrap();
    let (incoming, report) = delivery(&format!("{before}--xyz--\n"));
    assert_eq!(report.recipients.len(), 4);
    assert_eq!(ours(&incoming), None);
}

#[test]
fn a_report_in_base64_is_read() {
    let status = "UmVwb3J0aW5nLU1UQTogZG5zOyBteC5leGFtcGxlCgpGaW5hbC1SZWNpcGllbnQ6IHJmYzgyMjsgamFuZUBhLmV4YW1wbGUKQWN0aW9uOiBmYWlsZWQKU3RhdHVzOiA1LjEuMQo=";
    let (_, report) = delivery(&format!(
        "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/report; boundary=q\n\n--q\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n{status}\n--q--\n"
    ));
    assert_eq!(report.recipients[0].class, Some(Class::Hard));
}

const COMPLAINT: &str = "\
From: complaints@mailbox.example
To: fbl@news.example.com
Subject: FW: Your invitation
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"

--b
Content-Type: text/plain

This is an email abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <jane@a.example>
Source-IP: 192.0.2.1
Reported-Domain: news.example.com

--b
Content-Type: message/rfc822

From: us@news.example.com
Subject: Your invitation
Message-ID: <ID@news.example.com>

Hello

--b--
";

fn complaint(text: &str) -> (Incoming, FeedbackReport) {
    let incoming = read(text);
    match incoming.what.clone() {
        What::Complaint(report) => (incoming, report),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_complaint_names_the_mail_that_was_complained_of() {
    let (incoming, report) = complaint(COMPLAINT);
    assert_eq!(report.feedback, Feedback::Abuse);
    assert!(report.feedback.suppresses());
    assert_eq!(report.recipients, ["jane@a.example"]);
    assert_eq!(report.user_agent.as_deref(), Some("SomeGenerator/1.0"));
    assert_eq!(report.source_ip.as_deref(), Some("192.0.2.1"));
    assert_eq!(report.reported_domain.as_deref(), Some("news.example.com"));
    assert_eq!(ours(&incoming), Some(sent()));
}

#[test]
fn not_every_report_is_a_complaint() {
    for (kind, suppresses) in [
        ("abuse", true),
        ("Fraud", true),
        ("virus", true),
        ("opt-out", true),
        ("other", true),
        ("not-spam", false),
        ("auth-failure", false),
    ] {
        let (_, report) =
            complaint(&COMPLAINT.replace("Feedback-Type: abuse", &format!("Feedback-Type: {kind}")));
        assert_eq!(report.feedback.suppresses(), suppresses, "{kind}");
    }
}

const ANSWER: &str = "\
From: Jane Doe <jane@a.example>
To: us@news.example.com
Subject: =?utf-8?Q?Re:_Gr=C3=BC=C3=9Fe?=
Message-ID: <answer@a.example>
In-Reply-To: <ID@news.example.com>
References: <first@a.example>
 <ID@news.example.com>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Sch=C3=B6n, gerne!
";

#[test]
fn a_persons_answer_leads_to_the_mail_it_answers() {
    let answer = read(ANSWER);
    assert_eq!(answer.subject, "Re: Grüße");
    assert_eq!(answer.from.as_deref(), Some("jane@a.example"));
    let What::Answer { text } = &answer.what else { panic!("{answer:?}") };
    assert_eq!(text.trim(), "Schön, gerne!");
    assert_eq!(ours(&answer), Some(sent()));
    let only_references = ANSWER.replace("In-Reply-To: <ID@news.example.com>\n", "");
    assert_eq!(ours(&read(&only_references)), Some(sent()));
}

#[test]
fn an_answer_of_a_program_is_told_apart() {
    let away = ANSWER.replace("Content-Type: text", "Auto-Submitted: auto-replied\nContent-Type: text");
    let away = read(&away);
    assert_eq!(away.what, What::Automatic(Automatic::OutOfOffice));
    assert_eq!(ours(&away), Some(sent()));
}

#[test]
fn only_what_is_written_as_ours_may_be_ours() {
    let ours = |ids: &[&str]| thread::ours(ids.iter().copied());
    assert_eq!(ours(&[&format!("<{}>", id()), " x ", "", "<@>", &id()]), [sent()]);
    let other = Uuid::from_u128(0x0196_2f4e_8a3b_7c01_9d2e_5f60_7182_93a5);
    assert_eq!(ours(&[&format!("{other}@a.example"), &id()]), [other, sent()], "in their order");
    // Apple's mail program and others write ids of their own.
    assert_eq!(ours(&["7D1E2A30-4B5C-4D6E-8F90-A1B2C3D4E5F6@mail.example"]), Vec::<Uuid>::new());
    assert_eq!(ours(&[&id().to_uppercase(), &sent().simple().to_string()]), Vec::<Uuid>::new());
    assert_eq!(thread::local("<0100018f-000000@eu-central-1.amazonses.com>"), "0100018f-000000");
}

#[test]
fn who_wrote_and_to_whom_is_read() {
    let answer = ANSWER.replacen("From: ", "Delivered-To: r-1@news.example.com\nFrom: ", 1);
    let incoming = read(&answer);
    assert!(incoming.to.contains(&"r-1@news.example.com".to_owned()), "{:?}", incoming.to);
    let away = "From: Jane Doe <jane@a.example>\nTo: <sales@news.example.com>\nSubject: Out of office\n\nBack on 12 March 2026.\n";
    let away = read(away);
    assert_eq!(away.from_name.as_deref(), Some("Jane Doe"));
    assert_eq!(away.to, ["sales@news.example.com"]);
    assert_eq!(away.what, What::Automatic(Automatic::OutOfOffice));
    assert!(away.text.contains("12 March 2026"), "{}", away.text);
}

#[test]
fn a_page_is_read_as_text_and_not_endlessly() {
    let page = ANSWER
        .replace("text/plain", "text/html")
        .replace("Sch=C3=B6n, gerne!", "<p>Yes <b>please</b></p><style>p { color: red }</style>");
    let What::Answer { text } = read(&page).what else { panic!("no answer") };
    assert!(text.contains("Yes") && text.contains("please") && !text.contains('<'), "{text}");
    let long = ANSWER.replace("Sch=C3=B6n, gerne!", &"word word\n".repeat(TEXT_MAX / 4));
    let What::Answer { text } = read(&long).what else { panic!("no answer") };
    assert_eq!(text.chars().count(), TEXT_MAX);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Wherever a connection broke off.
    #[test]
    fn a_mail_cut_anywhere_breaks_nothing(cut in 0..2_000_usize, which in 0..3_usize) {
        let whole = mail([REPORT, COMPLAINT, ANSWER][which]);
        let _ = Incoming::read(&whole[..cut.min(whole.len())]);
    }

    #[test]
    fn rubbish_breaks_nothing(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Incoming::read(&bytes);
    }
}
