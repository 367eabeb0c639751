//! Letterhead and signature of an office on the web page.

use super::{Page, escape};
use crate::report::document::{Letterhead, Signature};
use std::fmt::Write;

/// Writes the letterhead.
pub(super) fn letterhead(page: &Page<'_>, head: &Letterhead, out: &mut String) {
    out.push_str("<header class=\"kop\">\n");
    if let Some(address) = head.logo.as_deref().and_then(|logo| page.address(logo)) {
        let _ = writeln!(out, "<img src=\"{address}\" alt=\"{}\">", escape(&head.alt));
    }
    out.push_str("<div>\n");
    let lines = [("atas", &head.above), ("instansi", &head.name)];
    for (class, text) in lines.into_iter().filter_map(|(class, text)| Some((class, text.as_ref()?))) {
        let _ = writeln!(out, "<p class=\"{class}\">{}</p>", escape(text));
    }
    for line in &head.lines {
        let _ = writeln!(out, "<p>{}</p>", escape(line));
    }
    out.push_str("</div>\n</header>\n");
    if let Some(period) = &head.period {
        let _ = writeln!(out, "<p class=\"periode\">{}</p>", escape(period));
    }
}

/// Writes the signature.
pub(super) fn signature(signature: &Signature, out: &mut String) {
    out.push_str("<div class=\"tanda-tangan\">\n");
    if let Some(place) = &signature.place {
        let _ = writeln!(out, "<p>{}</p>", escape(place));
    }
    let _ = writeln!(out, "<p>{},</p>", escape(&signature.position));
    let _ = writeln!(out, "<p class=\"nama\">{}</p>", escape(&signature.name));
    for line in &signature.lines {
        let _ = writeln!(out, "<p>{}</p>", escape(line));
    }
    out.push_str("</div>\n");
}
