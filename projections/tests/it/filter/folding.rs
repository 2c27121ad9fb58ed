//! The fold of the database is the fold of the domain.

use pivotal_domain::audience::values::fold::fold;

use crate::support::Ground;

#[tokio::test]
async fn letters_are_folded_alike_in_sql_and_in_memory() {
    let ground = Ground::new().await;
    // Letters that were given a capital after the server's tables were made are left out. Scripts of Europe and their extensions, Hebrew, Arabic, letters of full width, and whole texts.
    let blocks = [
        (0x20, 0x556),
        (0x560, 0x587),
        (0x590, 0x5ff),
        (0x600, 0x6ff),
        (0x1e00, 0x1fff),
        (0x2c60, 0x2c7f),
        (0xff00, 0xffef),
    ];
    let letters =
        blocks.iter().flat_map(|(from, to)| (*from..=*to).filter_map(char::from_u32)).map(String::from);
    let texts =
        ["Müller-Lüdenscheidt Ø", "ÇA VA ﬁn", "Ἀθῆναι", "ИЙ Ё", "e\u{301}\u{20dd}", "STRAẞE ŒUVRE Þór Đỗ"]
            .map(String::from);
    let all: Vec<String> = letters.chain(texts).collect();
    let folded: Vec<String> = sqlx::query_scalar(
        "select read.fold(one) from unnest($1::text[]) with ordinality as t(one, n) order by n",
    )
    .bind(&all)
    .fetch_all(&ground.test.pools.read)
    .await
    .unwrap();
    let different: Vec<_> = all
        .iter()
        .zip(&folded)
        .filter(|(text, folded)| fold(text) != **folded)
        .map(|(text, folded)| {
            format!("{text} U+{:04X}: {} {folded}", u32::from(text.chars().next().unwrap()), fold(text))
        })
        .collect();
    assert!(different.is_empty(), "{different:#?}");
}
