//! The web page in a real browser, at the width of a telephone and of a desk: nothing is wider than the page, pictures are shown,
//! and the first screen is not empty. Screenshots stay in the folder that `BAB4_SCREENSHOTS` names, to be looked at.

use crate::common::skipped;
use crate::outcomes::outcome;
use bab4::render::html::{Pictures, render};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names under which Chromium is installed.
const PROGRAMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// What the page is asked once it stands: widths, elements that are wider than it, pictures that were not decoded.
const QUESTION: &str = "(function () { var w = f.contentWindow, d = f.contentDocument, wide = 0, broken = 0; \
    d.querySelectorAll('p, h1, h2, h3, li, figure, .gulir').forEach(function (e) { if (e.getBoundingClientRect().right > w.innerWidth + 1) wide++; }); \
    d.querySelectorAll('img').forEach(function (e) { if (!e.complete || !e.naturalWidth) broken++; }); \
    var ground = w.getComputedStyle(d.body).backgroundColor.match(/\\d+/)[0]; \
    document.title = [d.documentElement.scrollWidth, w.innerWidth, wide, broken, d.querySelectorAll('img').length, ground].join(' '); })()";

fn browser(folder: &Path, width: u32, more: &[&str]) -> Option<std::process::Output> {
    // No window is narrower than 500 pixels: the page stands in a frame of the wanted width.
    let frame = folder.join(format!("bingkai-{width}.html"));
    let text = format!(
        "<!DOCTYPE html><title>?</title><body style=\"margin:0\"><iframe id=\"f\" src=\"bab-4.html\" \
         style=\"width:{width}px;height:844px;border:0\"></iframe><script>f.onload = function () {{ {QUESTION}; }}</script>"
    );
    std::fs::write(&frame, text).unwrap();
    PROGRAMS.iter().find_map(|program| {
        let mut command = Command::new(program);
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files"]);
        command.arg(format!("--user-data-dir={}", folder.join("profil").display()));
        command.arg(format!("--window-size={},844", width.max(500))).arg("--virtual-time-budget=4000").args(more);
        command.arg(format!("file://{}", frame.display())).output().ok()
    })
}

#[test]
fn the_page_fits_a_telephone_and_a_desk() {
    const TEST: &str = "browser::the_page_fits_a_telephone_and_a_desk";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bab-4.html"), render(&outcome("disnaker-semarang").document, &Pictures::new())).unwrap();
    // As somebody sees it who asked the system for dark colours.
    const DARK: &str = "--blink-settings=preferredColorScheme=0";
    const LIGHT: &str = "--blink-settings=preferredColorScheme=1";
    for (name, width, scheme) in
        [("ponsel", 390, LIGHT), ("meja", 1280, LIGHT), ("ponsel-gelap", 390, DARK), ("meja-gelap", 1280, DARK)]
    {
        let Some(output) = browser(folder.path(), width, &[scheme, "--dump-dom"]) else {
            return skipped(TEST, "Chromium is not installed");
        };
        let page = String::from_utf8_lossy(&output.stdout).into_owned();
        let title = page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
        let found: Vec<u32> = title.split(' ').filter_map(|part| part.parse().ok()).collect();
        let [scroll, inner, wide, broken, pictures, ground] = found[..] else { panic!("{name}: {title}\n{page:.2000}") };
        assert!(inner == width && scroll <= width, "{name}: {title}");
        assert!(wide == 0 && broken == 0 && pictures > 5, "{name}: {title}");
        assert!(if scheme == DARK { ground < 64 } else { ground > 240 }, "{name}: {title}");
        let picture = folder.path().join(format!("{name}.png"));
        browser(folder.path(), width, &[scheme, &format!("--screenshot={}", picture.display())]).unwrap();
        let bytes = std::fs::read(&picture).unwrap();
        // A blank screen of this size has about 5 kB.
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 20_000, "{name}: {} bytes", bytes.len());
        if let Some(kept) = std::env::var_os("BAB4_SCREENSHOTS").map(PathBuf::from) {
            std::fs::create_dir_all(&kept).unwrap();
            std::fs::write(kept.join(format!("{name}.png")), bytes).unwrap();
        }
    }
}
