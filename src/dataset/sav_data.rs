//! The cases of an SPSS file, eight bytes after eight bytes: as they are, a byte for each, or the latter packed by zlib.

use super::problem_file::FileProblem;
use super::sav_dictionary::{Dictionary, float};
use super::zip_parts::broken;
use flate2::bufread::ZlibDecoder;
use std::io::{BufReader, Read};

/// The values of a file, one after the other.
pub struct Values<'a> {
    source: Box<dyn Read + 'a>,
    packed: bool,
    commands: [u8; 8],
    next: usize,
    bias: f64,
    big: bool,
    ended: bool,
}

/// Opens the cases behind a dictionary.
pub fn open_values<'a>(bytes: &'a [u8], dictionary: &Dictionary) -> Result<Values<'a>, Box<FileProblem>> {
    let data = bytes.get(dictionary.data..).unwrap_or_default();
    let source: Box<dyn Read + 'a> = match dictionary.compression {
        0 | 1 => Box::new(data),
        2 => {
            // Where this header stands, where the trailer stands, how long it is; then the blocks.
            let at = |from: usize| {
                let bytes: [u8; 8] = data.get(from..from + 8).and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
                let offset = if dictionary.big { i64::from_be_bytes(bytes) } else { i64::from_le_bytes(bytes) };
                usize::try_from(offset).unwrap_or(0)
            };
            let trailer = at(8);
            let blocks = bytes.get(dictionary.data + 24..trailer).ok_or_else(|| broken("the packed cases are cut off"))?;
            Box::new(BufReader::new(Blocks { rest: blocks, current: None }))
        }
        _ => return Err(broken("an unknown compression")),
    };
    Ok(Values {
        source,
        packed: dictionary.compression > 0,
        commands: [0; 8],
        next: 8,
        bias: dictionary.bias,
        big: dictionary.big,
        ended: false,
    })
}

impl Values<'_> {
    /// The next eight bytes; `None` at the end.
    pub fn next(&mut self) -> Result<Option<[u8; 8]>, Box<FileProblem>> {
        if !self.packed {
            return self.eight();
        }
        while !self.ended {
            if self.next == 8 {
                match self.eight()? {
                    Some(commands) => (self.commands, self.next) = (commands, 0),
                    None => break,
                }
            }
            let command = self.commands.get(self.next).copied().unwrap_or(252);
            self.next += 1;
            match command {
                0 => {}
                252 => self.ended = true,
                253 => return self.eight()?.map(Some).ok_or_else(|| broken("the cases are cut off")),
                254 => return Ok(Some([b' '; 8])),
                255 => return Ok(Some(self.bytes_of(-f64::MAX))),
                code => return Ok(Some(self.bytes_of(f64::from(code) - self.bias))),
            }
        }
        Ok(None)
    }

    /// Eight bytes as a number.
    pub fn number(&self, bytes: [u8; 8]) -> f64 {
        float(bytes, self.big)
    }

    fn bytes_of(&self, value: f64) -> [u8; 8] {
        if self.big { value.to_be_bytes() } else { value.to_le_bytes() }
    }

    fn eight(&mut self) -> Result<Option<[u8; 8]>, Box<FileProblem>> {
        let mut bytes = [0; 8];
        let mut filled = 0;
        while filled < 8 {
            match self.source.read(bytes.get_mut(filled..).unwrap_or_default()).map_err(broken)? {
                0 if filled == 0 => return Ok(None),
                0 => return Err(broken("the cases are cut off")),
                read => filled += read,
            }
        }
        Ok(Some(bytes))
    }
}

/// zlib blocks one behind the other.
struct Blocks<'a> {
    rest: &'a [u8],
    current: Option<ZlibDecoder<&'a [u8]>>,
}

impl Read for Blocks<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let Some(decoder) = self.current.as_mut() else {
                if self.rest.is_empty() {
                    return Ok(0);
                }
                self.current = Some(ZlibDecoder::new(self.rest));
                continue;
            };
            let read = decoder.read(out)?;
            if read > 0 || out.is_empty() {
                return Ok(read);
            }
            let used = usize::try_from(decoder.total_in()).unwrap_or(usize::MAX).max(1);
            self.rest = self.rest.get(used..).unwrap_or_default();
            self.current = None;
        }
    }
}
