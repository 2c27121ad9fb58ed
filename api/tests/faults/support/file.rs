//! A small file with known dirt, and what must come of it.

/// Rows of the file, without the header.
pub const ROWS: u64 = 1_200;

pub struct File {
    pub csv: String,
    pub created: u64,
    pub merged: u64,
    pub rejected: u64,
}

/// Every twentieth row has nothing to find it by; every tenth is somebody who stood earlier in the file.
pub fn file() -> File {
    let mut file = File {
        csv: "Email,First name,Last name,Job title,Company,Company domain\n".into(),
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
