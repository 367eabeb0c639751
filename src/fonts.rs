//! The embedded fonts: one family in four styles, and how wide its text is.
//!
//! Liberation Serif has the widths of Times New Roman, so a label measured here fits wherever that one stands in its place.

use include_dir::{Dir, File, include_dir};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/fonts");

/// The family that pictures and pages name.
pub const FAMILY: &str = "Liberation Serif";

/// The files of the family: name and bytes.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let fonts = FOLDER.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "ttf"));
    fonts.filter_map(|file| Some((file.path().to_str()?, file.contents())))
}

/// A style of the family that labels are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Upright.
    Regular,
    /// Upright and bold.
    Bold,
    /// Slanted.
    Italic,
}

impl Face {
    fn font(self) -> Option<&'static FontRef<'static>> {
        static REGULAR: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| load("LiberationSerif-Regular.ttf"));
        static BOLD: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| load("LiberationSerif-Bold.ttf"));
        static ITALIC: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| load("LiberationSerif-Italic.ttf"));
        match self {
            Face::Regular => REGULAR.as_ref(),
            Face::Bold => BOLD.as_ref(),
            Face::Italic => ITALIC.as_ref(),
        }
    }
}

fn load(name: &str) -> Option<FontRef<'static>> {
    FOLDER.get_file(name).map(File::contents).and_then(|bytes| FontRef::new(bytes).ok())
}

/// Width of a text at a font size, in the unit of the size; kerning and ligatures left out. A character that the font lacks
/// counts as a full square.
pub fn width(text: &str, face: Face, size: f64) -> f64 {
    let Some(font) = face.font() else { return text.chars().count() as f64 * size };
    let letters = font.charmap();
    let metrics = GlyphMetrics::new(font, Size::unscaled(), LocationRef::default());
    let square = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em).max(1.0);
    let advance = |letter: char| match letters.map(letter) {
        Some(glyph) => f64::from(metrics.advance_width(glyph).unwrap_or_default()),
        None => square,
    };
    text.chars().map(advance).sum::<f64>() / square * size
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    #[test]
    fn widths_are_those_of_times() {
        // Adobe's metrics of Times-Roman, Times-Bold and Times-Italic (AFM, in thousandths): A 722/722/611, i 278, zero 500.
        for (text, face, afm) in [
            ("A", Face::Regular, 722.0),
            ("A", Face::Bold, 722.0),
            ("A", Face::Italic, 611.0),
            ("i", Face::Regular, 278.0),
            ("0", Face::Regular, 500.0),
            ("0,5", Face::Regular, 1250.0),
        ] {
            let found = width(text, face, 1000.0);
            assert!((found - afm).abs() < 1.0, "{text}: {found}");
        }
    }

    #[test]
    fn what_the_font_lacks_is_a_square_and_nothing_is_nothing() {
        assert_eq!(width("", Face::Regular, 10.0), 0.0);
        assert_eq!(width("\u{1F600}", Face::Regular, 10.0), 10.0);
    }

    #[test]
    fn four_styles_are_embedded() {
        let names: Vec<&str> = files().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 4, "{names:?}");
        assert!(files().all(|(_, bytes)| FontRef::new(bytes).is_ok()));
    }
}
