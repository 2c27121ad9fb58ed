use proptest::prelude::*;

use crate::email::bounces::auto_reply::{Automatic, Signs};
use crate::email::bounces::enhanced::Enhanced;
use crate::email::bounces::reply::{Class, Refusal};

#[test]
fn replies_mean_what_servers_mean() {
    for (reply, expected) in [
        ("550 5.1.1 The email account that you tried to reach does not exist.", Class::Hard),
        (
            "550-5.1.1 The email account that you tried to reach does not exist. Please try 550 5.1.1",
            Class::Hard,
        ),
        (
            "550 5.1.1 <x@a.example>: Recipient address rejected: User unknown in virtual mailbox table",
            Class::Hard,
        ),
        ("550 5.4.1 Recipient address rejected: Access denied. [AB.example]", Class::Hard),
        (
            "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
            Class::Hard,
        ),
        ("550 5.2.1 The email account that you tried to reach is disabled.", Class::Hard),
        ("556 5.1.10 Recipient address has null MX", Class::Hard),
        ("550 Requested action not taken: mailbox unavailable", Class::Hard),
        ("550 5.5.0 Requested action not taken: mailbox unavailable", Class::Hard),
        ("554 delivery error: This user doesn't have a mailbox here", Class::Hard),
        ("550 No such user here", Class::Hard),
        ("551 User not local", Class::Hard),
        ("521 This host does not take mail", Class::Hard),
        ("5.4.4 (unable to look up host)", Class::Hard),
        ("550 5.1.2 Host unknown (Name server: host not found)", Class::Hard),
        ("452 4.2.2 The email account that you tried to reach is over quota", Class::MailboxFull),
        ("552 5.2.2 Mailbox full", Class::MailboxFull),
        ("552 Requested mail action aborted: exceeded storage allocation", Class::MailboxFull),
        ("550 Mailbox is full / Blocks limit exceeded", Class::MailboxFull),
        ("421 4.7.0 Our system has detected an unusual rate of mail from your IP address", Class::Throttled),
        ("421 4.7.28 Gmail has detected too much", Class::Throttled),
        (
            "450 4.2.1 The user you are trying to contact is receiving email at a rate that is too high",
            Class::Throttled,
        ),
        ("452 4.5.3 Too many recipients", Class::Throttled),
        ("550 5.4.5 Daily sending quota exceeded", Class::Throttled),
        ("421 Too many concurrent connections", Class::Throttled),
        ("451 4.7.650 The mail server has been temporarily rate limited due to reputation", Class::Throttled),
        ("450 4.2.0 Greylisted, please try again in 300 seconds", Class::Soft),
        ("451 4.7.1 Greylisting in action, please come back later", Class::Soft),
        ("421 4.3.2 Service shutting down", Class::Soft),
        ("451 4.4.1 Connection timed out", Class::Soft),
        ("451 Temporary local problem", Class::Soft),
        ("4.4.7 Message expired", Class::Soft),
        ("550 5.4.7 Delivery time expired", Class::Soft),
        ("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a list", Class::Policy),
        (
            "550 5.7.26 This mail has been blocked because the sender is unauthenticated (SPF, DKIM)",
            Class::Policy,
        ),
        ("550 5.7.1 Unauthenticated email is not accepted due to the domain's DMARC policy", Class::Policy),
        ("421 4.7.0 Temporarily deferred: your IP has a poor reputation", Class::Policy),
        ("554 Message rejected as spam", Class::Policy),
        ("550 5.6.0 Content rejected", Class::Policy),
        ("552 5.3.4 Message size exceeds fixed limit", Class::Policy),
        ("552 Message size exceeds limit", Class::Policy),
        ("550 5.1.0 <us@a.example> sender rejected", Class::Policy),
        ("550 5.1.8 Sender domain not found", Class::Policy),
        ("550 relay not permitted", Class::Policy),
        ("550", Class::Unknown),
        ("554 Transaction failed", Class::Unknown),
        ("550 5.0.0 failed", Class::Unknown),
        ("250 2.0.0 OK", Class::Unknown),
        ("something odd", Class::Unknown),
        ("", Class::Unknown),
        // The reply is what was acted on, whatever code stands in it.
        ("450 5.1.1 Try again", Class::Soft),
    ] {
        assert_eq!(Refusal::read(reply).class(), expected, "{reply}");
    }
}

#[test]
fn only_a_mailbox_that_is_gone_counts_against_the_address() {
    let suppressing: Vec<&Class> = Class::ALL.iter().filter(|class| class.suppresses()).collect();
    assert_eq!(suppressing, [&Class::Hard]);
    for class in Class::ALL {
        assert_eq!(serde_json::to_string(class).unwrap(), format!("\"{}\"", class.as_str()));
    }
}

#[test]
fn enhanced_codes_are_told_from_other_numbers() {
    for (text, expected) in [
        ("5.1.1", Some("5.1.1")),
        ("(#4.2.2)", Some("4.2.2")),
        ("550-5.7.26 no", Some("5.7.26")),
        ("from 5.6.7.8 said 5.1.2", Some("5.1.2")),
        ("3.1.1", None),
        ("5.1", None),
        ("5.1.1111", None),
        ("5..1", None),
        ("", None),
    ] {
        assert_eq!(Enhanced::find(text, None).map(|found| found.to_string()).as_deref(), expected, "{text}");
    }
    assert_eq!(Enhanced::find("Postfix 2.5.1 said 5.1.1", Some(5)).map(|found| found.class), Some(5));
}

fn automatic(headers: &[(&str, &str)], subject: &str) -> Option<Automatic> {
    let headers: Vec<(String, String)> =
        headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Signs { headers: &headers, subject }.automatic()
}

#[test]
fn who_is_away_says_so_in_their_language() {
    for subject in [
        "Automatic reply: Your invitation",
        "Out of Office: back on Monday",
        "OOO: conference",
        "Automatische Antwort: Einladung",
        "Abwesenheitsnotiz",
        "Abwesend bis 12. August",
        "Réponse automatique : votre invitation",
        "Absence du bureau",
        "Respuesta automática: invitación",
        "Fuera de la oficina",
        "Risposta automatica: invito",
        "Resposta automática: convite",
        "Automatisch antwoord: uitnodiging",
        "Automatiskt svar: inbjudan",
        "Automatisk svar: invitasjon",
        "Autosvar: invitation",
        "Automaattinen vastaus: kutsu",
        "Automatyczna odpowiedź: zaproszenie",
        "Automatická odpověď: pozvánka",
        "Automatikus válasz: meghívó",
        "Автоматический ответ: приглашение",
        "Otomatik yanıt: davet",
        "自動応答: 招待",
        "自动答复: 邀请",
        "자동 회신: 초대",
    ] {
        assert_eq!(automatic(&[], subject), Some(Automatic::OutOfOffice), "{subject}");
    }
}

#[test]
fn headers_tell_programs_from_people() {
    let answer = ("In-Reply-To", "<a@b.example>");
    for (headers, subject, expected) in [
        (vec![answer], "Re: Your invitation", None),
        (vec![answer], "Re: Out of office: tips for holidays", None),
        (vec![("Auto-Submitted", "no"), answer], "Re: Your invitation", None),
        (vec![("X-Auto-Response-Suppress", "All"), answer], "Re: Your invitation", None),
        (
            vec![("Auto-Submitted", "auto-replied"), answer],
            "Re: Your invitation",
            Some(Automatic::OutOfOffice),
        ),
        (vec![("auto-submitted", "Auto-Replied; owner-email=x"), answer], "Hi", Some(Automatic::OutOfOffice)),
        (vec![("Auto-Submitted", "auto-replied")], "Thank you for contacting us", Some(Automatic::Reply)),
        (
            vec![("Auto-Submitted", "auto-replied"), ("X-Zendesk-From-Account-Id", "1"), answer],
            "Re: x",
            Some(Automatic::Reply),
        ),
        (vec![("X-Autoreply", "yes"), answer], "Re: Your invitation", Some(Automatic::OutOfOffice)),
        (vec![("Precedence", "auto_reply"), answer], "Re: Your invitation", Some(Automatic::OutOfOffice)),
        (vec![("Auto-Submitted", "auto-generated")], "Backup finished", Some(Automatic::Notice)),
        (vec![("Precedence", "bulk")], "News", Some(Automatic::Notice)),
        (vec![("List-Id", "<news.a.example>")], "News", Some(Automatic::Notice)),
        (vec![("Return-Path", "<>")], "failure notice", Some(Automatic::Notice)),
        (vec![], "[Ticket 4711] We are on it", Some(Automatic::Reply)),
        (vec![], "Eingangsbestätigung", Some(Automatic::Reply)),
        (vec![], "A question", None),
        (vec![], "", None),
    ] {
        assert_eq!(automatic(&headers, subject), expected, "{headers:?} {subject}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_reply_has_a_class(text in "[245][0-9]{2}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3} )?\\PC{0,40}|\\PC{0,40}") {
        let read = Refusal::read(&text);
        let class = read.class();
        prop_assert!(Class::ALL.contains(&class));
        if read.code.is_some_and(|code| code < 500) {
            prop_assert!(class != Class::Hard, "nothing is for good that was refused for now");
        }
    }
}
