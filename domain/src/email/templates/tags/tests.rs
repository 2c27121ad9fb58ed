use proptest::prelude::*;

use super::fields::Vocabulary;
use super::render::Values;
use super::*;

fn merged(source: &str) -> Merged {
    Merged::parse(source).unwrap()
}

fn values(pairs: &[(&str, &str)]) -> Values {
    let mut values = Values::default();
    pairs.iter().for_each(|(path, value)| values.set(*path, *value));
    values
}

fn html(source: &str, value: &str) -> String {
    merged(source).in_html(&values(&[("contact.x", value)])).text
}

#[test]
fn a_tag_has_a_path_and_perhaps_a_fallback() {
    let parsed = merged("Hi {{ contact.first_name | there }},\nread {{view_url}}");
    let tags: Vec<(&str, Option<&str>, usize)> =
        parsed.tags().map(|(tag, line)| (tag.path.as_str(), tag.fallback.as_deref(), line)).collect();
    assert_eq!(tags, [("contact.first_name", Some("there"), 1), ("view_url", None, 2)]);
    assert_eq!(parsed.to_string(), "Hi {{contact.first_name|there}},\nread {{view_url}}");
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let fault = |source: &str| Merged::parse(source).unwrap_err();
    assert_eq!(fault("a\n\n{{b"), TagError { line: 3, fault: TagFault::Unclosed });
    assert_eq!(fault("{{}}"), TagError { line: 1, fault: TagFault::Malformed(String::new()) });
    assert_eq!(fault("a\n{{First Name}}").fault, TagFault::Malformed("First Name".into()));
    assert_eq!(fault("{{a|<b>}}").fault, TagFault::Fallback("a".into()));
    assert_eq!(
        fault("{{#if x}}").fault.to_string(),
        "\"#if x\" is no merge tag. Write it like {{contact.first_name|there}}"
    );
}

#[test]
fn only_tags_that_there_are_may_be_used() {
    let known = Vocabulary::default();
    for path in ["contact.first_name", "account.name", "sender.address", "unsubscribe_url", "view_url"] {
        assert!(known.knows(path), "{path}");
    }
    for path in
        ["first_name", "contact.nope", "contact.owner", "contact.custom.region", "sender", "user.name"]
    {
        assert!(!known.knows(path), "{path}");
    }
    let error = known.check(&merged("{{contact.email}}\n{{contact.emial}}")).unwrap_err();
    assert_eq!(error, TagError { line: 2, fault: TagFault::Unknown("contact.emial".into()) });
    assert!(known.all().iter().all(|tag| known.knows(&tag.path)));
}

#[test]
fn an_empty_value_is_its_fallback_and_without_one_it_is_noted() {
    let rendered = merged("{{a|there}} {{b|}}{{c}}").in_plain_text(&values(&[("a", " ")]));
    assert_eq!(rendered.text, "there ");
    assert_eq!(rendered.empty.into_iter().collect::<Vec<_>>(), ["c"]);
}

#[test]
fn a_value_is_written_as_its_place_demands() {
    let evil = "\"><script>alert('x')</script>&";
    assert_eq!(
        html("<p>{{contact.x}}</p>", evil),
        "<p>&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>"
    );
    let titled = html("<b title=\"{{contact.x}}\">", evil);
    assert_eq!(titled.matches('"').count(), 2, "{titled}");
    assert_eq!(
        html("<a href=\"https://x.example/?q={{contact.x}}\">", "a b&c"),
        "<a href=\"https://x.example/?q=a%20b%26c\">"
    );
    assert_eq!(
        html("<i style=\"color:{{contact.x}}\">", "red;background:url(x)"),
        "<i style=\"color:redbackgroundurlx\">"
    );
    assert_eq!(
        html("<style>a{color:{{contact.x}}}</style><p>{{contact.x}}", "<"),
        "<style>a{color:}</style><p>&lt;"
    );
    assert_eq!(html("<a href={{contact.x}}>", "x onclick=run()"), "<a href=x onclickrun>");
    assert_eq!(html("<!-- {{contact.x}} --><p>{{contact.x}}", "-->"), "<!--  --><p>--&gt;");
}

#[test]
fn an_address_leads_to_a_page_or_nowhere() {
    let link = |value: &str| html("<a href=\"{{contact.x}}\">", value);
    assert_eq!(link("https://x.example/?a=1&b=2"), "<a href=\"https://x.example/?a=1&amp;b=2\">");
    assert_eq!(link("acme.example"), "<a href=\"https://acme.example\">");
    for evil in [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "\u{1}javascript:x",
    ] {
        assert_eq!(link(evil), "<a href=\"#\">", "{evil:?}");
    }
}

#[test]
fn what_stands_in_a_conditional_comment_is_markup_too() {
    let rendered =
        html("<!--[if mso]><v:rect href=\"{{contact.x}}\"><![endif]--><p>{{contact.x}}</p>", "javascript:x");
    assert_eq!(rendered, "<!--[if mso]><v:rect href=\"#\"><![endif]--><p>javascript:x</p>");
    let rendered = html("<!--[if !mso | IE]><!--><p>{{contact.x}}</p><!--<![endif]-->{{contact.x}}", "<");
    assert_eq!(rendered, "<!--[if !mso | IE]><!--><p>&lt;</p><!--<![endif]-->&lt;");
}

#[test]
fn a_subject_stays_one_line_whatever_a_value_holds() {
    let values = values(&[("contact.x", "Ada\r\nBcc: all@example.com\u{2028}x")]);
    assert_eq!(merged("Hi {{contact.x}}").in_header(&values).text, "Hi Ada Bcc: all@example.com x");
}

proptest! {
    #[test]
    fn whatever_is_read_is_read_the_same_again(source in "([a-z {}|.\n<\"]|\\{\\{[a-z._]{1,8}(\\|[a-z ]{0,5})?\\}\\}){0,30}") {
        if let Ok(parsed) = Merged::parse(&source) {
            let printed = parsed.to_string();
            let again = Merged::parse(&printed).unwrap();
            prop_assert_eq!(again.to_string(), printed);
        }
    }

    #[test]
    fn nothing_makes_reading_or_writing_panic(source in any::<String>(), value in any::<String>()) {
        let values = values(&[("a", &value)]);
        for text in [source.clone(), format!("{source}{{{{a}}}}"), format!("<{source} x=\"{{{{a|b}}}}")] {
            if let Ok(parsed) = Merged::parse(&text) {
                parsed.in_html(&values);
                parsed.in_header(&values);
                parsed.in_plain_text(&values);
                parsed.as_markup();
            }
        }
    }

    #[test]
    fn no_value_opens_an_element_or_leaves_its_attribute(value in any::<String>()) {
        let between = html("<p>{{contact.x|}}</p>", &value);
        prop_assert_eq!(between.matches('<').count(), 2);
        let within = html("<b title=\"{{contact.x|}}\" id=\"{{contact.x|}}\">", &value);
        prop_assert_eq!(within.matches('"').count(), 4);
        let link = html("<a href=\"{{contact.x|}}\">", &value);
        prop_assert_eq!((link.matches('"').count(), link.matches('<').count()), (2, 1));
        let header = merged("{{contact.x|}}").in_header(&values(&[("contact.x", &value)])).text;
        prop_assert!(!header.contains(['\r', '\n']));
    }
}
