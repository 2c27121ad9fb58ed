use proptest::prelude::*;

use super::utm::Utm;
use super::{Plan, foot};

const OURS: &str = "https://news.example.com/u/";

fn plan(page: &str) -> Plan {
    Plan::html(page, 1, &[OURS])
}

fn targets(page: &str) -> Vec<String> {
    plan(page).targets().map(|(_, target)| target.to_owned()).collect()
}

/// With each link's number in its place.
fn numbered(plan: &Plan) -> String {
    plan.render(|number| format!("#{number}"), "")
}

#[test]
fn links_are_found_where_browsers_see_them() {
    for (page, expected) in [
        (r#"<a href="https://a.example/x">x</a>"#, "https://a.example/x"),
        (r"<A HREF='http://a.example/'>x</A>", "http://a.example/"),
        ("<a href=https://a.example/x>x</a>", "https://a.example/x"),
        ("<a\n  class=\"b\"\n  href = \"https://a.example\"\n>x</a>", "https://a.example"),
        (r#"<a href="HTTPS://A.example/">x</a>"#, "HTTPS://A.example/"),
        (r#"<a href="https://a.example/?b=1&amp;c=2">x</a>"#, "https://a.example/?b=1&c=2"),
        (r#"<a href="https://a.example/?b=1&c=2">x</a>"#, "https://a.example/?b=1&c=2"),
        (r#"<a href="https&#58;//a.example/&#x61;">x</a>"#, "https://a.example/a"),
        (r#"<a href=" https://a.example/ ">x</a>"#, "https://a.example/"),
        ("<a href=\"https://a.exa\nmple/\">x</a>", "https://a.example/"),
        (r#"<a href="https://a.example/1" href="https://b.example/2">x</a>"#, "https://a.example/1"),
        (r#"<area shape="rect" href="https://a.example/map">"#, "https://a.example/map"),
        (r#"<a title="a > b" href="https://a.example/">x</a>"#, "https://a.example/"),
        (r#"<a/href="https://a.example/">x</a>"#, "https://a.example/"),
        (r#"<!--[if !mso]><!--><a href="https://a.example/">x</a><!--<![endif]-->"#, "https://a.example/"),
        (
            r#"<a href="https://{{account.domain}}/x?e={{contact.id}}">x</a>"#,
            "https://{{account.domain}}/x?e={{contact.id}}",
        ),
        (r#"1 < 2 <a href="https://a.example/">x</a>"#, "https://a.example/"),
    ] {
        assert_eq!(targets(page), [expected], "{page}");
    }
}

#[test]
fn what_is_no_link_to_a_page_stays() {
    for page in [
        r#"<a href="mailto:jane@a.example">x</a>"#,
        r#"<a href="tel:+4930123456">x</a>"#,
        r##"<a href="#part">x</a>"##,
        r#"<a href="{{unsubscribe_url}}">x</a>"#,
        r#"<a href="https://news.example.com/u/abc">x</a>"#,
        r#"<a href="//a.example/">x</a>"#,
        r#"<a href="javascript:alert(1)">x</a>"#,
        r#"<a href="https://">x</a>"#,
        r#"<a name="https://a.example/">x</a>"#,
        r#"<img src="https://a.example/logo.png">"#,
        r#"<link href="https://a.example/font.css">"#,
        r#"<abbr href="https://a.example/">x</abbr>"#,
        r#"<!-- <a href="https://a.example/">x</a> -->"#,
        r#"<!--[if mso]><a href="https://a.example/">x</a><![endif]-->"#,
        r#"<style>a::after { content: '<a href="https://a.example/">' }</style>"#,
        r#"<title><a href="https://a.example/"></title>"#,
        r#"<p title='<a href="https://a.example/">'>x</p>"#,
        r#"<a href="https://a.example/"#,
        r#"</a href="https://a.example/">"#,
        r#"<a data-href="https://a.example/">x</a>"#,
        "<a href>x</a>",
        "<a href=>x</a>",
        "<",
        "</",
        "<!--",
        "<a",
        "",
    ] {
        let plan = plan(page);
        assert_eq!(plan.targets().count(), 0, "{page}");
        assert_eq!(plan.render(|_| String::new(), ""), page);
    }
}

#[test]
fn everything_around_a_link_is_kept() {
    let page = "<!DOCTYPE html><html><body class='a'><p>Caf&eacute; &amp; more</p>\r\n\
        <a style=\"color:red\" href=\"https://a.example/?a=1&amp;b=2\" target=_blank>one</a> \
        <a href=https://b.example/ rel=x>two</a><a href='https://c.example/'>three</a></body></html>\n";
    assert_eq!(
        numbered(&plan(page)),
        "<!DOCTYPE html><html><body class='a'><p>Caf&eacute; &amp; more</p>\r\n\
        <a style=\"color:red\" href=\"#1\" target=_blank>one</a> \
        <a href=#2 rel=x>two</a><a href='#3'>three</a></body></html>\n"
    );
}

#[test]
fn an_address_put_in_cannot_leave_its_attribute() {
    let page = "<a href=https://a.example/>x</a><a href='https://b.example/'>y</a>";
    let rendered = plan(page).render(|_| "https://t.example/?a=1&b='\"<> c".to_owned(), "");
    let safe = "https://t.example/?a=1&amp;b=&#39;&quot;&lt;&gt;%20c";
    assert_eq!(rendered, format!("<a href={safe}>x</a><a href='{safe}'>y</a>"));
}

#[test]
fn the_foot_comes_before_the_end_of_the_body() {
    let foot = foot::pixel("https://t.example/o/x");
    for (page, expected) in [
        ("<html><body>x</body></html>", format!("<html><body>x{foot}</body></html>")),
        ("<html>x</html>", format!("<html>x{foot}</html>")),
        ("<p>x</p>", format!("<p>x</p>{foot}")),
        ("x<!-- </body> -->y", format!("x<!-- </body> -->y{foot}")),
        ("<body>a</body>b</BODY >c", format!("<body>a</body>b{foot}</BODY >c")),
        ("", foot.clone()),
    ] {
        assert_eq!(plan(page).render(|_| String::new(), &foot), expected, "{page}");
    }
    let both = plan("<body><a href=\"https://a.example/\">x</a></body>");
    assert_eq!(
        both.render(|number| format!("#{number}"), &foot),
        format!("<body><a href=\"#1\">x</a>{foot}</body>")
    );
}

#[test]
fn the_trap_is_a_link_that_programs_find() {
    let page = format!("<body>{}</body>", foot::trap("https://t.example/c/x"));
    assert_eq!(targets(&page), ["https://t.example/c/x"]);
    assert!(page.contains("display:none") && page.contains("aria-hidden"));
}

#[test]
fn numbers_go_on_where_they_are_told_and_lead_nowhere_else() {
    let page = r#"<a href="https://a.example/">1</a><a href="https://b.example/">2</a>"#;
    let plan = Plan::html(page, 7, &[]);
    assert_eq!(plan.target(7), Some("https://a.example/"));
    assert_eq!(plan.target(8), Some("https://b.example/"));
    assert_eq!((plan.target(0), plan.target(6), plan.target(9)), (None, None, None));
    let last = Plan::html(page, u16::MAX, &[]);
    assert_eq!(last.targets().collect::<Vec<_>>(), [(u16::MAX, "https://a.example/")]);
    assert!(numbered(&last).contains("https://b.example/"), "the second has no number left");
}

#[test]
fn text_has_links_as_mail_programs_see_them() {
    for (text, expected) in [
        ("See https://a.example/x.", "See #1."),
        ("(https://a.example/x)", "(#1)"),
        ("https://a.example/wiki/A_(b)", "#1"),
        ("<https://a.example/x>", "<#1>"),
        ("https://a.example/?a=1&b=2, then", "#1, then"),
        ("one https://a.example\ntwo http://b.example/\n", "one #1\ntwo #2\n"),
        ("https://a.example/{{contact.first_name|there you}}/x!", "#1!"),
        ("mailto:a@b.example ftp://c.example", "mailto:a@b.example ftp://c.example"),
        ("shttps://a.example", "shttps://a.example"),
        ("HTTPS://A.EXAMPLE/", "#1"),
        ("https://", "https://"),
        ("https://...", "https://..."),
        ("leave: https://news.example.com/u/abc", "leave: https://news.example.com/u/abc"),
        ("„https://a.example/ä“", "„#1“"),
        ("://", "://"),
    ] {
        assert_eq!(numbered(&Plan::text(text, 1, &[OURS])), expected, "{text}");
    }
}

#[test]
fn tags_go_behind_the_query_and_before_the_fragment() {
    let utm = Utm {
        source: "newsletter".to_owned(),
        medium: "email".to_owned(),
        campaign: "Q3 Überblick & more".to_owned(),
        ..Utm::default()
    };
    let all = "utm_source=newsletter&utm_medium=email&utm_campaign=Q3%20%C3%9Cberblick%20%26%20more";
    for (address, expected) in [
        ("https://a.example", format!("https://a.example?{all}")),
        ("https://a.example/x", format!("https://a.example/x?{all}")),
        ("https://a.example/x?", format!("https://a.example/x?{all}")),
        ("https://a.example/x?b=1", format!("https://a.example/x?b=1&{all}")),
        ("https://a.example/x?b=1&", format!("https://a.example/x?b=1&{all}")),
        ("https://a.example/x#part?no", format!("https://a.example/x?{all}#part?no")),
        ("https://a.example/?sig=a%2Fb+c==", format!("https://a.example/?sig=a%2Fb+c==&{all}")),
        (
            "https://a.example/?UTM_Source=own&utm_medium=",
            format!(
                "https://a.example/?UTM_Source=own&utm_medium=&{}",
                &all[all.find("utm_campaign").unwrap()..]
            ),
        ),
    ] {
        assert_eq!(utm.tag(address), expected);
        assert_eq!(utm.tag(&utm.tag(address)), expected, "tagging twice changes nothing");
    }
    assert_eq!(Utm::default().tag("https://a.example/?x#y"), "https://a.example/?x#y");
}

/// Pages that are nearly pages.
fn page() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        Just("<a href=\"https://a.example/?b=1&amp;c\">".to_owned()),
        Just("<a href='http://b.example/ä'".to_owned()),
        Just("<a href=https://c.example>".to_owned()),
        Just("<!--".to_owned()),
        Just("-->".to_owned()),
        Just("<style>".to_owned()),
        Just("</style>".to_owned()),
        Just("</body>".to_owned()),
        "[<>\"'=/ !-]{1,3}",
        "\\PC{0,6}",
    ];
    proptest::collection::vec(bit, 0..12).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_breaks_it_and_only_links_change(page in page()) {
        let plan = plan(&page);
        let rendered = plan.render(|_| "\u{1}".to_owned(), "\u{2}");
        let kept: Vec<&str> = rendered.split(['\u{1}', '\u{2}']).collect();
        let mut rest = page.as_str();
        for piece in kept {
            let at = rest.find(piece);
            prop_assert!(at.is_some(), "{piece:?} is not in {rest:?}");
            rest = &rest[at.unwrap_or(0) + piece.len()..];
        }
        for (number, target) in plan.targets() {
            let head = target.get(..4).unwrap_or_default();
            prop_assert!(head.eq_ignore_ascii_case("http"), "{}", target);
            prop_assert_eq!(plan.target(number), Some(target));
        }
    }

    #[test]
    fn our_own_addresses_are_not_taken_again(page in page()) {
        let rendered = plan(&page).render(|number| format!("{OURS}{number}"), "");
        prop_assert_eq!(plan(&rendered).targets().count(), 0, "{}", rendered);
    }

    #[test]
    fn any_text_is_kept_but_for_its_links(text in "\\PC{0,60}|(https?://[a-z.(){}]{0,8}[ ,.)]?){0,5}") {
        let plan = Plan::text(&text, 1, &[]);
        let back = plan.render(|number| plan.target(number).unwrap_or_default().to_owned(), "");
        prop_assert_eq!(back, text);
    }

    #[test]
    fn tags_keep_the_address(address in "https://a\\.example/[a-z?&=#;%]{0,20}") {
        let utm = Utm { source: "s".to_owned(), ..Utm::default() };
        let tagged = utm.tag(&address);
        let before = address.split('#').next().unwrap_or_default();
        prop_assert!(tagged.starts_with(before));
        prop_assert_eq!(utm.tag(&tagged), tagged);
    }
}
