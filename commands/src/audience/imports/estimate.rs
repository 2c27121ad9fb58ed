//! How many rows a file has, judged by those that were read.

/// By the length of the rows themselves: how far the stream is says nothing, as it is read ahead.
#[derive(Debug, Clone, Copy)]
pub struct Estimate {
    /// Of the file, in bytes of UTF-8.
    size: u64,
    rows: u64,
    length: u64,
}

impl Estimate {
    /// `size` in bytes of the file. In UTF-16 most characters take two, and rows are measured after decoding.
    pub fn new(size: u64, encoding: &str) -> Self {
        let wide = encoding.to_ascii_lowercase().starts_with("utf-16");
        Estimate { size: if wide { size / 2 } else { size }, rows: 0, length: 0 }
    }

    /// Rows that were read, and the length of their text.
    pub fn add(&mut self, rows: usize, length: usize) {
        self.rows += rows as u64;
        self.length += length as u64;
    }

    /// Of the whole file; 0 before anything was read. The header counts as part of a row.
    pub fn rows(&self) -> u64 {
        let per_row = self.length as f64 / self.rows.max(1) as f64;
        if per_row > 0.0 { (self.size as f64 / per_row).round() as u64 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_chunk_of_a_small_file_tells_how_long_it_is() {
        // 1,200 rows of 80 bytes below a header of 100: the whole file is in memory long before the first chunk is written.
        let mut estimate = Estimate::new(100 + 1_200 * 80, "UTF-8");
        assert_eq!(estimate.rows(), 0);
        estimate.add(250, 250 * 80);
        assert_eq!(estimate.rows(), 1_201);
    }

    #[test]
    fn rows_that_grow_are_learnt() {
        let mut estimate = Estimate::new(1_000 * 50 + 1_000 * 150, "UTF-8");
        estimate.add(1_000, 1_000 * 50);
        assert_eq!(estimate.rows(), 4_000);
        estimate.add(1_000, 1_000 * 150);
        assert_eq!(estimate.rows(), 2_000);
    }

    #[test]
    fn a_file_of_two_bytes_a_character_has_no_more_rows() {
        let mut estimate = Estimate::new(2 * 1_000 * 80, "UTF-16LE");
        estimate.add(250, 250 * 80);
        assert_eq!(estimate.rows(), 1_000);
    }
}
