//! Files as people have them.

use pivotal_commands::error::CommandError;
use pivotal_domain::audience::imports::outcome::RowOutcome::*;

use crate::support::World;

async fn refusal(content: &[u8]) -> (String, String) {
    match World::new().await.upload(content).await {
        Err(CommandError::Rejected(rejections)) => {
            (rejections[0].code.clone(), rejections[0].message.clone())
        }
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[tokio::test]
async fn what_is_no_table_is_refused_in_words() {
    for (content, code) in [
        (&b""[..], "FILE_EMPTY"),
        (b"  \n\n", "FILE_EMPTY"),
        (b"Email,Name\n", "FILE_HEADER_ONLY"),
        (b"PK\x03\x04\x14\x00\x06\x00", "FILE_BROKEN"),
        (b"%PDF-1.7 ...", "FILE_NOT_A_TABLE"),
        (
            b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x00\x01\x02\x03\x04\x05\x06\x07\x08\x01\x02\x03\x04",
            "FILE_BINARY",
        ),
    ] {
        let (found, message) = refusal(content).await;
        assert_eq!(found, code, "{message}");
        assert!(message.ends_with('.') && message.len() > 20, "{message}");
    }
}

#[tokio::test]
async fn every_encoding_and_delimiter_comes_in_right() {
    let text = "Email;First name;City\r\nbo@norhavn.test;Bjørn;Århus\r\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let bom: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    for content in
        [utf16, latin1, bom, text.replace(';', "\t").into_bytes(), text.replace("\r\n", "\r").into_bytes()]
    {
        let world = World::new().await;
        let ended = world.import(content).await;
        assert_eq!(ended.outcomes().created, 1);
        let contacts = world.contacts().await;
        assert_eq!(
            (contacts[0].1.record.text("first_name"), contacts[0].1.record.text("city")),
            (Some("Bjørn"), Some("Århus"))
        );
    }
}

#[tokio::test]
async fn each_defect_costs_one_row_and_the_rest_goes_in() {
    let world = World::new().await;
    let big = "x".repeat(1_000_000);
    let file = format!(
        "Email,First name,Phone,City\n\
         ok@norhavn.test,Ada,+45 32 55 01 44,Aarhus\n\
         not-an-address,Bo,,\n\
         short@norhavn.test,Carl\n\
         long@norhavn.test,Dora,,Odense,extra,cells\n\
         nul@norhavn.test,E\0lse,,\n\
         phone@norhavn.test,Finn,+45 12,\n\
         big@norhavn.test,{big},,\n\
         formula@norhavn.test,=cmd|' /C calc'!A0,,\n\
         \"quote@norhavn.test,Gro,,\n\
         after@norhavn.test,Hans,,\n\
         \n\
         last@norhavn.test,Ida,,\"Two\nlines\"\n"
    );
    let ended = world.import(file).await;
    let outcomes = ended.outcomes();
    assert_eq!(outcomes.read, 11, "{outcomes:?}");
    assert_eq!(ended.outcome_of(2), Created);
    assert_eq!((ended.outcome_of(3), ended.problems_of(3)), (Rejected, vec!["email_syntax"]));
    assert_eq!((ended.outcome_of(4), ended.problems_of(4)), (Created, vec!["row_too_short"]));
    assert_eq!((ended.outcome_of(5), ended.problems_of(5)), (Rejected, vec!["row_too_long"]));
    assert_eq!((ended.outcome_of(6), ended.problems_of(6)), (Created, vec!["nul_byte"]));
    assert_eq!((ended.outcome_of(7), ended.problems_of(7)), (Created, vec!["phone_impossible"]));
    assert_eq!((ended.outcome_of(8), ended.problems_of(8)), (Rejected, vec!["cell_too_large"]));
    assert_eq!(ended.outcome_of(9), Created);
    assert_eq!((ended.outcome_of(10), ended.problems_of(10)), (Rejected, vec!["broken_quote"]));
    assert_eq!(ended.outcome_of(11), Created);
    assert_eq!(ended.outcome_of(13), Created, "a blank row is no row, and keeps its number");
    let rejects = world.reject_file(&ended).await.unwrap();
    assert!(rejects.contains("not-an-address"), "{}", &rejects[..500.min(rejects.len())]);
}

#[tokio::test]
async fn a_file_without_a_header_and_with_repeated_headings_is_read() {
    let world = World::new().await;
    let id = world.upload("ada@norhavn.test,Ada,Vester\nbo@norhavn.test,Bo,Lind\n").await.unwrap();
    let seen = pivotal_commands::audience::imports::upload::look_at_file(&world.ctx, &world.actor, id)
        .await
        .unwrap();
    assert_eq!(
        (seen.format.header_row, seen.format.headers),
        (0, vec!["Column 1".to_owned(), "Column 2".into(), "Column 3".into()])
    );
    let id = world.upload("Email,Email,,Phone\na@norhavn.test,b@norhavn.test,x,y\n").await.unwrap();
    let seen = pivotal_commands::audience::imports::upload::look_at_file(&world.ctx, &world.actor, id)
        .await
        .unwrap();
    assert_eq!(seen.format.headers, ["Email", "Email (2)", "Column 3", "Phone"]);
}
