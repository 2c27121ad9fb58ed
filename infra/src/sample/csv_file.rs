//! A sample as a CSV file. Written by hand, since no CSV writer makes the broken lines that readers must survive.

use std::fs::File;
use std::io::{BufWriter, Write};

use super::outcome::{SampleRow, Shape};
use super::vendors::Vendor;

pub struct CsvFile {
    file: BufWriter<File>,
    vendor: Vendor,
}

impl CsvFile {
    pub fn begin(mut file: BufWriter<File>, vendor: Vendor) -> anyhow::Result<CsvFile> {
        if vendor.byte_order_mark() {
            file.write_all("\u{feff}".as_bytes())?;
        }
        let mut csv = CsvFile { file, vendor };
        let headings: Vec<&str> = vendor.columns().iter().map(|(_, heading)| *heading).collect();
        csv.line(&headings, Shape::Whole)?;
        Ok(csv)
    }

    pub fn row(&mut self, row: &SampleRow) -> anyhow::Result<()> {
        let cell = |key: &str| row.cells.get(key).map_or("", String::as_str);
        let cells: Vec<&str> = self.vendor.columns().iter().map(|(key, _)| cell(key)).collect();
        self.line(&cells, row.shape)
    }

    pub fn end(mut self) -> anyhow::Result<()> {
        Ok(self.file.flush()?)
    }

    fn line(&mut self, cells: &[&str], shape: Shape) -> anyhow::Result<()> {
        let delimiter = self.vendor.delimiter();
        // The last columns are the customer's own, so that a short row misses no field with a rule of its own.
        let cells = if shape == Shape::Short { &cells[..cells.len() - 2] } else { cells };
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                write!(self.file, "{delimiter}")?;
            }
            if index == 0 && shape == Shape::OpenQuote {
                self.file.write_all(b"\"")?;
            }
            if cell.contains([delimiter, '"', '\n', '\r']) {
                write!(self.file, "\"{}\"", cell.replace('"', "\"\""))?;
            } else {
                self.file.write_all(cell.as_bytes())?;
            }
        }
        if shape == Shape::Long {
            write!(self.file, "{delimiter}one{delimiter}too many")?;
        }
        self.file.write_all(b"\n")?;
        Ok(())
    }
}
