//! The words of a mail, once as plain text and once as HTML.

use std::fmt::Write;

/// Paragraphs and lists with at most one link of its own, which stands after those it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    pub subject: String,
    /// Whom it greets; nobody when it is empty.
    pub name: String,
    pub before: Vec<String>,
    pub sections: Vec<Section>,
    pub link: Option<Link>,
    pub after: Vec<String>,
    pub leave: Option<Leave>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub label: &'static str,
    pub url: String,
}

/// A list under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub heading: &'static str,
    pub lines: Vec<Line>,
    /// What is not shown.
    pub more: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub note: Option<String>,
    pub url: String,
}

/// How to get no more of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    pub why: &'static str,
    pub label: &'static str,
    pub url: String,
    /// Page of the app where all of it is chosen.
    pub choose: String,
}

impl Words {
    fn greeting(&self) -> String {
        match self.name.as_str() {
            "" => "Hello,".to_owned(),
            name => format!("Hello {name},"),
        }
    }

    pub fn text(&self) -> String {
        let mut parts = vec![self.greeting()];
        parts.extend(self.before.iter().cloned());
        parts.extend(self.sections.iter().map(Section::text));
        parts.extend(self.link.iter().map(|link| format!("{}:\n{}", link.label, link.url)));
        parts.extend(self.after.iter().cloned());
        parts.extend(self.leave.iter().map(Leave::text));
        parts.join("\n\n") + "\n"
    }

    /// Plain enough for every mail program, in the colours the reader's program has.
    pub fn html(&self) -> String {
        let mut html = String::from(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body style=\"font-family:sans-serif;font-size:15px;line-height:1.5;max-width:36em\">",
        );
        paragraph(&mut html, &self.greeting());
        self.before.iter().for_each(|text| paragraph(&mut html, text));
        self.sections.iter().for_each(|section| section.html(&mut html));
        if let Some(Link { label, url }) = &self.link {
            let (url, label) = (escaped(url), escaped(label));
            // Writing into a String cannot fail.
            let _ = write!(html, "<p><a href=\"{url}\">{label}</a></p>");
        }
        self.after.iter().for_each(|text| paragraph(&mut html, text));
        if let Some(leave) = &self.leave {
            leave.html(&mut html);
        }
        html.push_str("</body></html>\n");
        html
    }
}

impl Section {
    fn text(&self) -> String {
        let line = |line: &Line| {
            let note = line.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            format!("- {}{note}\n  {}", line.text, line.url)
        };
        let more = self.more.iter().map(|more| format!("- {more}"));
        let lines: Vec<String> = self.lines.iter().map(line).chain(more).collect();
        format!("{}\n{}", self.heading, lines.join("\n"))
    }

    fn html(&self, html: &mut String) {
        let _ = write!(html, "<h2 style=\"font-size:15px\">{}</h2><ul>", escaped(self.heading));
        for Line { text, note, url } in &self.lines {
            let _ = write!(html, "<li><a href=\"{}\">{}</a>", escaped(url), escaped(text));
            if let Some(note) = note {
                let _ = write!(html, "<br>{}", escaped(note));
            }
            html.push_str("</li>");
        }
        if let Some(more) = &self.more {
            let _ = write!(html, "<li>{}</li>", escaped(more));
        }
        html.push_str("</ul>");
    }
}

impl Leave {
    fn text(&self) -> String {
        format!("{}\n{}:\n{}\nChoose what you get:\n{}", self.why, self.label, self.url, self.choose)
    }

    fn html(&self, html: &mut String) {
        let (url, choose) = (escaped(&self.url), escaped(&self.choose));
        let _ = write!(
            html,
            "<p style=\"font-size:13px\">{} <a href=\"{url}\">{}</a> · <a href=\"{choose}\">Choose what you get</a></p>",
            escaped(self.why),
            escaped(self.label)
        );
    }
}

fn paragraph(html: &mut String, text: &str) {
    let _ = write!(html, "<p>{}</p>", escaped(text));
}

/// Names are typed by people.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words {
            subject: "A test".into(),
            name: "Ada <b>".into(),
            before: vec!["Before & so on.".into()],
            link: Some(Link { label: "Open", url: "https://crm.example.com/#a\"b".into() }),
            after: vec!["After.".into()],
            ..Words::default()
        }
    }

    #[test]
    fn a_list_and_the_way_out_stand_in_both_parts() {
        let line =
            Line { text: "Call <Ada>".into(), note: Some("due today".into()), url: "https://x/t".into() };
        let section = Section { heading: "Tasks due", lines: vec![line], more: Some("and 3 more".into()) };
        let (why, label) = ("You chose it.", "No more");
        let leave = Leave { why, label, url: "https://x/u/a".into(), choose: "https://x/n".into() };
        let words = Words { sections: vec![section], leave: Some(leave), ..Words::default() };
        let text = "Hello,\n\nTasks due\n- Call <Ada> (due today)\n  https://x/t\n- and 3 more\n\nYou chose it.\nNo more:\nhttps://x/u/a\nChoose what you get:\nhttps://x/n\n";
        assert_eq!(words.text(), text);
        let html = words.html();
        assert!(
            html.contains("<li><a href=\"https://x/t\">Call &lt;Ada&gt;</a><br>due today</li>"),
            "{html}"
        );
        assert!(html.contains("<a href=\"https://x/u/a\">No more</a>"), "{html}");
    }

    #[test]
    fn the_text_has_the_whole_address() {
        let expected =
            "Hello Ada <b>,\n\nBefore & so on.\n\nOpen:\nhttps://crm.example.com/#a\"b\n\nAfter.\n";
        assert_eq!(words().text(), expected);
        assert!(Words::default().text().starts_with("Hello,\n"));
    }

    #[test]
    fn nothing_that_somebody_typed_is_markup() {
        let html = words().html();
        assert!(html.contains("<p>Hello Ada &lt;b&gt;,</p>"), "{html}");
        assert!(html.contains("href=\"https://crm.example.com/#a&quot;b\""), "{html}");
    }
}
