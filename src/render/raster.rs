//! SVG becomes PNG, for formats whose readers may not draw SVG. Only the embedded fonts are used, so the picture is the same
//! on every machine that has other fonts or none.

use crate::fonts;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// Resolution at which SVG counts its own unit.
const UNITS_PER_INCH: f32 = 96.0;

/// Most pixels a picture may have: an A3 page at 300 dots per inch.
const MOST_PIXELS: f32 = 18e6;

/// A picture of pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// The PNG file.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RasterError {
    /// It is no SVG; what is wrong with it.
    NotSvg(String),
    /// It has no area, or more than a page carries at this resolution.
    Size,
    /// The pixels could not be written as PNG.
    Png(String),
}

impl std::fmt::Display for RasterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            RasterError::NotSvg(why) => write!(f, "not an SVG: {why}"),
            RasterError::Size => f.write_str("the picture is empty or too large"),
            RasterError::Png(why) => write!(f, "no PNG: {why}"),
        }
    }
}

impl std::error::Error for RasterError {}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    fonts::files().for_each(|(_, bytes)| database.load_font_data(bytes.to_vec()));
    // Whatever family is asked for, there is only ours.
    database.set_serif_family(fonts::FAMILY);
    database.set_sans_serif_family(fonts::FAMILY);
    Arc::new(database)
});

/// Draws an SVG on white paper. Its size in pixels follows from its width and height in units of length.
///
/// # Errors
/// Text that is no SVG, or a size that no page has.
pub fn png(svg: &str, dots_per_inch: u32) -> Result<Raster, RasterError> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: fonts::FAMILY.to_owned(),
        dpi: UNITS_PER_INCH,
        // No file is ever read, whatever the SVG names.
        image_href_resolver: resvg::usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| RasterError::NotSvg(error.to_string()))?;
    let scale = dots_per_inch as f32 / UNITS_PER_INCH;
    let (width, height) = ((tree.size().width() * scale).round(), (tree.size().height() * scale).round());
    if !(width >= 1.0 && height >= 1.0 && width * height <= MOST_PIXELS) {
        return Err(RasterError::Size);
    }
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(RasterError::Size)?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = pixels.encode_png().map_err(|error| RasterError::Png(error.to_string()))?;
    Ok(Raster { bytes, width: pixels.width(), height: pixels.height() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SQUARE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="0.5in" viewBox="0 0 100 50">
        <rect x="50" width="50" height="50"/><text x="5" y="40" font-size="40" font-family="Nowhere">A</text></svg>"#;

    fn grey(raster: &Raster, x: u32, y: u32) -> u8 {
        Pixmap::decode_png(&raster.bytes).unwrap().pixel(x, y).unwrap().red()
    }

    #[test]
    fn pixels_follow_from_inches_and_the_paper_is_white() {
        let raster = png(SQUARE, 150).unwrap();
        assert_eq!((raster.width, raster.height), (150, 75));
        assert_eq!((grey(&raster, 2, 2), grey(&raster, 148, 70)), (255, 0));
        assert_eq!(png(SQUARE, 150), Ok(raster), "the same bytes each time");
    }

    #[test]
    fn letters_are_drawn_with_the_embedded_font_whatever_family_is_named() {
        let raster = png(SQUARE, 300).unwrap();
        let dark = (10..100).flat_map(|x| (20..130).map(move |y| (x, y))).filter(|(x, y)| grey(&raster, *x, *y) < 128).count();
        assert!(dark > 200, "{dark} dark pixels where the letter stands");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(matches!(png("", 150), Err(RasterError::NotSvg(_))));
        assert!(matches!(png("<svg", 150), Err(RasterError::NotSvg(_))));
        assert_eq!(png(SQUARE, 0), Err(RasterError::Size));
        assert_eq!(png(SQUARE, 1_000_000), Err(RasterError::Size));
    }
}
