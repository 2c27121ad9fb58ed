//! The codes that stand beside a field or a whole input (`userErrors`, `errors` of a problem): as public and as final as
//! those of whole answers, whose table is in `api/src/errors.rs`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use pivotal_domain::audience::fields::codes;

/// What a refusal is made with, in the sources of all layers.
const MAKERS: [&str; 3] = ["Rejection::new(", "Rejection::of_field(", "FieldProblem {"];

/// A code that disappears or is spelled anew breaks whoever reads it: that should be seen in a diff, and rarely.
#[test]
fn the_table_of_codes_beside_fields() {
    let mut table: BTreeSet<String> = codes::ALL.iter().map(|code| code.to_ascii_uppercase()).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for layer in ["domain/src", "commands/src", "api/src"] {
        for file in sources(&root.join(layer)) {
            let text = std::fs::read_to_string(&file).unwrap();
            for maker in MAKERS {
                for (at, _) in text.match_indices(maker) {
                    let made = text[at..].split(';').next().unwrap();
                    table.extend(literals(made).find(|text| is_code(text)).map(str::to_owned));
                }
            }
            // What an error of a feature is called outside.
            let coded = text.split("fn code(").skip(1).filter_map(|rest| rest.split("\n    }\n").next());
            table.extend(coded.flat_map(literals).filter(|text| is_code(text)).map(str::to_owned));
            // Of files that are no table, and of their rows; written small where they are found.
            if file.ends_with("imports/problem.rs") {
                let arms = text.lines().filter(|line| line.trim_start().starts_with('"'));
                let arms = arms.filter(|line| line.contains("\" =>")).flat_map(|line| literals(line).next());
                table.extend(arms.map(str::to_ascii_uppercase));
            }
            if file.parent().is_some_and(|folder| {
                folder.ends_with("imports/file") || folder.ends_with("imports/file/workbook")
            }) {
                let files = literals(&text).filter(|text| text.starts_with("file_"));
                table.extend(files.map(str::to_ascii_uppercase).filter(|text| is_code(text)));
            }
        }
    }
    assert!(table.len() > codes::ALL.len() + 20, "the sources are not read any more: {table:?}");
    insta::assert_snapshot!(table.into_iter().collect::<Vec<_>>().join("\n"));
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| path.extension().is_some_and(|of| of == "rs"));
    let files = files.filter(|path| !path.ends_with("tests.rs"));
    files.chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}

fn is_code(text: &str) -> bool {
    text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}
