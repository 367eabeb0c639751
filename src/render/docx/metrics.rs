//! How wide a text is in Times: column widths and decimal marks are set by it.

/// Width of characters from the blank to the tilde in thousandths of the font size, upright. From the font metrics of
/// Liberation Serif 2.1, which are those of Times New Roman.
const REGULAR: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722,
    667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278,
    500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778,
    722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333,
    556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// Size of raised and lowered characters beside the others.
pub const RAISED: f64 = 0.65;

/// Width of a text in the unit of `size`.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c, bold))).sum();
    f64::from(thousandths) * size / 1000.0
}

fn advance(character: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    let place = u32::from(character).checked_sub(32).and_then(|place| usize::try_from(place).ok());
    if let Some(width) = place.and_then(|place| table.get(place)) {
        return *width;
    }
    match character {
        '\u{a0}' => 250,
        '\u{2212}' | '≥' | '≤' | '≠' => 564,
        '→' | '—' => 1000,
        '\u{ad}' | '\u{200b}' => 0,
        '²' | '³' | '¹' => 300,
        // Letters with marks are as wide as without; scripts that Times lacks are set in wider fonts.
        c if u32::from(c) < 0x0590 => 540,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_half_as_wide_as_high_and_the_comma_a_quarter() {
        // The Times metrics that Adobe published (Times-Roman.afm): digits 500, comma 250, minus 564, "M" 889.
        assert!((width("0,607", 10.0, false) - 22.5).abs() < 1e-9);
        assert!((width("M\u{2212}", 1000.0, false) - 1453.0).abs() < 1e-9);
        // Times-Bold.afm: "M" 944.
        assert!((width("M", 1000.0, true) - 944.0).abs() < 1e-9);
    }
}
