//! A file with known dirt, and what must come of it.

use std::path::Path;

use pivotal_infra::sample::{SampleOptions, generate};
use serde_json::{Value, json};

const ROWS: u64 = 1_200;

pub struct File {
    pub csv: String,
    /// Entity and field of each column; `None` for one that no field fits.
    columns: Vec<Option<(&'static str, &'static str)>>,
    /// Without the header.
    pub rows: u64,
    pub created: u64,
    pub merged: u64,
    pub rejected: u64,
}

impl File {
    /// As the API takes it.
    pub fn mapping(&self) -> Value {
        let known = (0..).zip(&self.columns).filter_map(|(index, field)| Some((index, (*field)?)));
        let columns: Vec<Value> = known
            .map(|(index, (entity, field))| json!({"column": index, "entity": entity, "field": field}))
            .collect();
        json!({ "mapping": columns })
    }
}

/// A file of `pivotal sample`, with all its dirt.
pub fn sample(rows: u64, seed: u64, folder: &Path) -> File {
    let options = SampleOptions { rows, dirt: 25.0, duplicates: 15.0, seed, ..SampleOptions::default() };
    let summary = generate(&options, folder).unwrap();
    File {
        csv: std::fs::read_to_string(folder.join("contacts.csv")).unwrap(),
        columns: summary.columns.iter().map(|column| column.field.split_once('.')).collect(),
        rows,
        created: summary.created,
        merged: summary.merged_in_file,
        rejected: summary.rejected,
    }
}

/// Every twentieth row has nothing to find it by; every tenth is somebody who stood earlier in the file.
pub fn small() -> File {
    let mut file = File {
        csv: "Email,First name,Last name,Job title,Company,Company domain\n".into(),
        columns: [
            ("contact", "email"),
            ("contact", "first_name"),
            ("contact", "last_name"),
            ("contact", "job_title"),
            ("account", "name"),
            ("account", "domain"),
        ]
        .map(Some)
        .to_vec(),
        rows: ROWS,
        created: 0,
        merged: 0,
        rejected: 0,
    };
    for row in 0..ROWS {
        let company = row % 37;
        let line = match row {
            _ if row % 20 == 7 => {
                file.rejected += 1;
                "not an address,,,,,".to_owned()
            }
            _ if row % 10 == 3 => {
                file.merged += 1;
                // Far enough back to stand in another chunk, sometimes in one from before the crash.
                let earlier = row - row.min(300) / 10 * 10 - 1;
                let earlier = if earlier % 20 == 7 || earlier % 10 == 3 { row - 1 } else { earlier };
                person(earlier, earlier % 37, "Chief of everything")
            }
            _ => {
                file.created += 1;
                person(row, company, "Engineer")
            }
        };
        file.csv.push_str(&line);
        file.csv.push('\n');
    }
    file
}

fn person(n: u64, company: u64, title: &str) -> String {
    format!(
        "person{n}@company{company}.test,Ada{n},Vester{n},{title},Company {company},company{company}.test"
    )
}
