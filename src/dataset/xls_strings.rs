//! Texts of XLS workbooks: one byte or two a character, the shared ones cut where a record ends ([MS-XLS] 2.5.293, 2.4.265).

/// No text of a cell is longer (Excel's own bound).
const LONGEST: usize = 32_767;

/// A text of `length` characters behind its byte of flags; what is missing is left out.
pub fn text(data: &[u8], length: usize) -> String {
    let Some((flags, rest)) = data.split_first() else {
        return String::new();
    };
    let mut out = Vec::new();
    units(rest, length.min(LONGEST), flags & 1 == 1, &mut out);
    String::from_utf16_lossy(&out)
}

/// Appends at most `count` characters; how many bytes they took and how many characters they were.
fn units(data: &[u8], count: usize, wide: bool, out: &mut Vec<u16>) -> (usize, usize) {
    if wide {
        let pairs = data.chunks_exact(2).take(count);
        let taken = pairs.len();
        out.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
        (taken * 2, taken)
    } else {
        let bytes = data.get(..count.min(data.len())).unwrap_or_default();
        out.extend(bytes.iter().map(|byte| u16::from(*byte)));
        (bytes.len(), bytes.len())
    }
}

/// The shared texts of a workbook: its SST record and the records that continue it.
pub fn shared_strings(parts: &[&[u8]]) -> Vec<String> {
    let mut reader = Parts { parts, part: 0, at: 0 };
    reader.skip(4);
    let count = reader.number(4);
    let mut texts = Vec::new();
    // The count is a claim; the bytes decide.
    while texts.len() < count && !reader.is_at_end() {
        texts.push(reader.text());
    }
    texts
}

struct Parts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl<'a> Parts<'a> {
    fn rest(&self) -> &'a [u8] {
        self.parts.get(self.part).and_then(|part| part.get(self.at..)).unwrap_or_default()
    }

    fn is_at_end(&self) -> bool {
        self.part >= self.parts.len() || (self.part + 1 == self.parts.len() && self.rest().is_empty())
    }

    /// The next byte, in the next part when this one is used up.
    fn byte(&mut self) -> u8 {
        while self.rest().is_empty() && self.part < self.parts.len() {
            self.part += 1;
            self.at = 0;
        }
        let byte = self.rest().first().copied().unwrap_or(0);
        self.at += 1;
        byte
    }

    fn number(&mut self, bytes: u32) -> usize {
        (0..bytes).fold(0, |number, place| number | usize::from(self.byte()) << (8 * place))
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 && self.part < self.parts.len() {
            let here = self.rest().len().min(count);
            self.at += here;
            count -= here;
            if count > 0 {
                self.part += 1;
                self.at = 0;
            }
        }
    }

    fn text(&mut self) -> String {
        let length = self.number(2);
        let flags = self.byte();
        let runs = if flags & 8 != 0 { self.number(2) } else { 0 };
        let extra = if flags & 4 != 0 { self.number(4) } else { 0 };
        let (mut left, mut wide, mut out) = (length, flags & 1 == 1, Vec::new());
        loop {
            let (bytes, characters) = units(self.rest(), left, wide, &mut out);
            self.at += bytes;
            left -= characters;
            if left == 0 || self.part + 1 >= self.parts.len() {
                break;
            }
            // A text goes on in the next record behind flags of its own.
            self.part += 1;
            self.at = 0;
            wide = self.byte() & 1 == 1;
        }
        self.skip(runs.saturating_mul(4));
        self.skip(extra);
        String::from_utf16_lossy(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_on_in_the_next_record_with_flags_of_their_own() {
        // Two texts: "Setuju" cut after "Set", narrow before and wide behind; then "Ya" with one formatting run.
        let first = [&[2, 0, 0, 0, 2, 0, 0, 0, 6, 0, 0][..], b"Set"].concat();
        let second = [&[1][..], b"u\0j\0u\0", &[2, 0, 8, 1, 0], b"Ya", &[0, 0, 0, 0]].concat();
        assert_eq!(shared_strings(&[&first, &second]), ["Setuju", "Ya"]);
    }

    #[test]
    fn a_count_is_no_promise() {
        assert_eq!(shared_strings(&[&[0, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f, 2, 0, 0, b'Y', b'a']]), ["Ya"]);
        assert_eq!(shared_strings(&[]), Vec::<String>::new());
    }
}
