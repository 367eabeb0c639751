//! The program for R, with what comes with R alone.

use super::claims::{Kind, Path, Test};
use super::plan::{Composite, Fit, Plan, Scale};
use super::{DATA_FILE, PILOT_FILE, r_functions as functions, wrapped};
use crate::study::Study;
use crate::study::settings::ValidityMethod;
use std::fmt::Write;

/// The program.
pub(super) fn program(study: &Study, plan: &Plan) -> String {
    let mut out = String::from(
        "# Menghitung ulang skor, uji instrumen, regresi, dan uji hipotesis bab ini\n\
         # dari jawaban responden sesudah pembalikan butir. Jalankan di folder ini;\n\
         # setiap baris keluaran menyebut jalur angka itu dalam results.json.\n\
         # Recomputes scores, instrument tests, regressions and tests of hypotheses\n\
         # from the answers after reverse keying. Run it in this folder; each line\n\
         # of its output names the number's path in results.json.\n\n",
    );
    let body = body(study, plan);
    for function in used(plan) {
        out.push_str(function);
    }
    let _ = writeln!(out, "\ndata <- read.csv({}, check.names = FALSE)", text(DATA_FILE));
    out + &body
}

/// The functions that the program calls, in the order in which they call each other.
fn used(plan: &Plan) -> Vec<&'static str> {
    let kind = |of: fn(&Kind) -> bool| plan.tests.iter().any(|test| of(&test.kind));
    let two = kind(|kind| matches!(kind, Kind::Groups { groups, .. } if groups.len() == 2));
    let several = kind(|kind| matches!(kind, Kind::Groups { groups, .. } if groups.len() != 2));
    let association = kind(|kind| matches!(kind, Kind::Association { .. }));
    let paired = kind(|kind| matches!(kind, Kind::Paired { .. }));
    let level = kind(|kind| matches!(kind, Kind::Level { .. }));
    let wanted = [
        (true, functions::SAY),
        (!plan.scales.is_empty(), functions::INSTRUMENT),
        (!plan.variables.is_empty(), functions::DESCRIBE),
        (wholes(plan).len() > 1, functions::CORRELATIONS),
        (!plan.fits.is_empty(), functions::REGRESSION),
        (plan.fits.iter().any(|fit| fit.hc3), functions::ROBUST),
        (kind(|kind| matches!(kind, Kind::Product { .. })), functions::PRODUCT),
        (two || several || association || paired || level, functions::REQUIREMENTS),
        (two, functions::TWO_GROUPS),
        (several, functions::SEVERAL_GROUPS),
        (kind(|kind| matches!(kind, Kind::Crosstab { .. })), functions::CROSSTAB),
        (association, functions::ASSOCIATION),
        (paired, functions::PAIRED),
        (level, functions::LEVEL),
        (!plan.paths.is_empty(), functions::INDIRECT),
    ];
    wanted.into_iter().filter_map(|(wanted, function)| wanted.then_some(function)).collect()
}

fn body(study: &Study, plan: &Plan) -> String {
    let mut out = String::new();
    for column in plan.columns.iter().filter(|column| !column.labels.is_empty()) {
        let labels: Vec<String> =
            column.labels.iter().enumerate().map(|(position, label)| format!("{} = {label}", position + 1)).collect();
        let _ = writeln!(out, "# {}: {}", column.name, comment(&labels.join(", ")));
    }
    for code in &plan.given {
        let _ = writeln!(out, "# {code}: skornya tersedia dalam tabel jawaban / its score is in the table of answers");
    }
    for code in &plan.dropped {
        let _ = writeln!(out, "# {code}: tidak valid, tidak ikut dalam skor / not valid, not in the score");
    }
    plan.composites.iter().for_each(|composite| score(composite, &mut out));
    for dummy in &plan.dummies {
        let _ = writeln!(out, "{} <- as.numeric({} == {})", cell(&dummy.name), cell(&dummy.of), dummy.equals);
    }
    let tested = if plan.pilot.is_empty() { "data" } else { "pilot" };
    if !plan.scales.is_empty() {
        out.push_str("\n# Uji instrumen / instrument tests\n");
        if !plan.pilot.is_empty() {
            out.push_str("# pada data uji coba / on the answers of the try-out\n");
            let _ = writeln!(out, "pilot <- read.csv({}, check.names = FALSE)", text(PILOT_FILE));
        }
    }
    plan.scales.iter().for_each(|scale| instrument(study, scale, tested, &mut out));
    out.push_str("\n# Skor / scores\n");
    for (code, name) in &plan.variables {
        let _ = writeln!(out, "describe({}, {})", text(code), cell(name));
    }
    let wholes = wholes(plan);
    if wholes.len() > 1 {
        let codes: Vec<String> = wholes.iter().map(|(code, _)| text(code)).collect();
        let names: Vec<String> = wholes.iter().map(|(_, name)| text(name)).collect();
        let _ = writeln!(out, "correlations(c({}),\n  data[c({})])", wrapped(&codes, ","), wrapped(&names, ","));
    }
    if let Some(kept) = &plan.kept {
        out.push_str("\n# Regresi tanpa pencilan / regressions without outliers\n");
        let _ = writeln!(out, "kept <- data[{} == 1, ]", cell(kept));
    }
    plan.fits.iter().for_each(|fit| regression(fit, frame(plan), &mut out));
    plan.tests.iter().for_each(|test| claim(test, plan, &mut out));
    for name in &plan.absent {
        let _ = writeln!(
            out,
            "\n# {name}: tidak dapat dihitung dari data ini (lihat bab) / cannot be computed from these data (see the chapter)"
        );
    }
    indirect(study, plan, &mut out);
    out
}

/// Variables that are no dimensions.
fn wholes(plan: &Plan) -> Vec<&(String, String)> {
    plan.variables.iter().filter(|(code, _)| !code.contains('.')).collect()
}

fn score(composite: &Composite, out: &mut String) {
    let one = |value: f64| (value - 1.0).abs() < f64::EPSILON;
    let name = cell(&composite.name);
    let columns: Vec<String> = composite.parts.iter().map(|(part, _)| text(part)).collect();
    let columns = wrapped(&columns, ",");
    if composite.parts.iter().all(|(_, weight)| one(*weight)) {
        let _ = write!(out, "{name} <- rowSums(data[c({columns})])");
    } else {
        let weights: Vec<String> = composite.parts.iter().map(|(_, weight)| weight.to_string()).collect();
        let _ = write!(out, "{name} <- drop(as.matrix(data[c({columns})]) %*% c({}))", wrapped(&weights, ","));
    }
    for (value, sign) in [(composite.divisor, "/"), (composite.times, "*")] {
        if !one(value) {
            let _ = write!(out, " {sign} {value}");
        }
    }
    out.push('\n');
}

fn instrument(study: &Study, scale: &Scale, tested: &str, out: &mut String) {
    let codes: Vec<String> = scale.items.iter().map(|(code, _)| text(code)).collect();
    let columns: Vec<String> = scale.items.iter().map(|(_, name)| text(name)).collect();
    let dimension = match (scale.of_dimension, study.analysis.validity_method) {
        (false, _) => "",
        (true, ValidityMethod::Corrected) => ", \"corrected\"",
        (true, ValidityMethod::Pearson) => ", \"pearson\"",
    };
    let columns = wrapped(&columns, ",");
    let _ = if codes.iter().map(String::as_str).eq(scale.items.iter().map(|(_, name)| text(name))) {
        writeln!(out, "items <- c({columns})\ninstrument({}, items, {tested}[items]{dimension})", text(&scale.code))
    } else {
        let codes = wrapped(&codes, ",");
        writeln!(out, "instrument({}, c({codes}),\n  {tested}[c({columns})]{dimension})", text(&scale.code))
    };
}

/// The cases of regressions.
fn frame(plan: &Plan) -> &'static str {
    if plan.kept.is_some() { "kept" } else { "data" }
}

fn regression(fit: &Fit, frame: &str, out: &mut String) {
    let terms: Vec<String> = fit.terms.iter().map(|(term, _)| text(term)).collect();
    let columns: Vec<String> = fit.terms.iter().map(|(_, column)| format!("`{column}`")).collect();
    let name = fit_name(fit);
    let _ = writeln!(out, "\n{name} <- lm(`{}` ~ {}, data = {frame})", fit.outcome, wrapped(&columns, " +"));
    let path = text(&format!("regressions/{}", fit.name));
    let _ = writeln!(out, "terms <- c({})\nregression({path}, {name}, terms)", wrapped(&terms, ","));
    if fit.hc3 {
        let _ = writeln!(out, "robust({}, {name}, terms)", text(&format!("regressions/{}/remedies", fit.name)));
    }
}

fn claim(test: &Test, plan: &Plan, out: &mut String) {
    let compared = text(&format!("comparisons/{}", test.id));
    let _ = writeln!(out, "\n# {}: {}", test.id, comment(&test.claim));
    let _ = match &test.kind {
        Kind::Groups { score, by, groups } => {
            let function = if groups.len() == 2 { "two_groups" } else { "several_groups" };
            let levels: Vec<String> = groups.iter().map(usize::to_string).collect();
            writeln!(out, "{function}({compared}, {}, factor({}, levels = c({})))", cell(score), cell(by), levels.join(", "))
        }
        Kind::Crosstab { rows, columns, .. } => writeln!(out, "crosstab({compared}, {}, {})", cell(rows), cell(columns)),
        Kind::Association { a, b } => writeln!(out, "association({compared}, {}, {})", cell(a), cell(b)),
        Kind::Paired { first, second, highest, two_values } => {
            let highest = highest.map_or_else(String::new, |highest| format!(", highest = {highest}"));
            let two_values = if *two_values { ", two_values = TRUE" } else { "" };
            writeln!(out, "paired({compared}, {}, {}{highest}{two_values})", cell(first), cell(second))
        }
        Kind::Level { score, times, target } => writeln!(out, "level({compared}, {} * {times}, {target})", cell(score)),
        Kind::Product { fit, x, moderator } => {
            let Some(fit) = plan.fits.get(*fit) else { return };
            let columns: Vec<String> = fit.terms.iter().map(|(_, column)| text(column)).collect();
            let product = format!("{}*{}", x.0, moderator.0);
            let terms: Vec<String> = fit.terms.iter().map(|(term, _)| text(term)).chain([text(&product)]).collect();
            let path = text(&format!("moderations/{}", test.id));
            let (columns, terms) = (wrapped(&columns, ","), wrapped(&terms, ","));
            let outcome = text(&fit.outcome);
            let (frame, x, moderator) = (frame(plan), text(&x.1), text(&moderator.1));
            writeln!(out, "product({path}, {frame}, {outcome}, c({columns}), c({terms}),\n  {x}, {moderator})")
        }
    };
}

fn indirect(study: &Study, plan: &Plan, out: &mut String) {
    if plan.paths.is_empty() {
        return;
    }
    out.push_str("\n# Pengaruh tidak langsung / indirect effects\n");
    for path in &plan.paths {
        let fits: Vec<String> = path.steps.iter().filter_map(|(fit, _)| plan.fits.get(*fit)).map(fit_name).collect();
        let terms: Vec<String> = path.steps.iter().map(|(_, term)| (term + 1).to_string()).collect();
        let sobel = if path.sobel { "TRUE" } else { "FALSE" };
        let _ = writeln!(out, "# {}", path.names.join(" -> "));
        let _ = writeln!(out, "indirect({}, list({}), c({}), {sobel})", text(&path.result), fits.join(", "), terms.join(", "));
    }
    let settings = &study.analysis;
    let paths: Vec<&Path> = plan.paths.iter().filter(|path| path.interval).collect();
    if settings.resamples > 0 && !paths.is_empty() {
        bootstrap(study, plan, &paths, out);
    }
}

/// Percentile intervals from random numbers of R's own: close to the chapter's, not the same.
fn bootstrap(study: &Study, plan: &Plan, paths: &[&Path], out: &mut String) {
    let settings = &study.analysis;
    let mut needed: Vec<usize> = paths.iter().flat_map(|path| path.steps.iter().map(|(fit, _)| *fit)).collect();
    needed.sort_unstable();
    needed.dedup();
    let fits: Vec<&Fit> = needed.iter().filter_map(|fit| plan.fits.get(*fit)).collect();
    let mut columns: Vec<String> = Vec::new();
    for name in fits.iter().flat_map(|fit| fit.terms.iter().map(|(_, column)| column).chain([&fit.outcome])) {
        if !columns.contains(&text(name)) {
            columns.push(text(name));
        }
    }
    out.push_str(
        "# Interval bootstrap: benihnya sama, tetapi deret acak R lain, sehingga\n\
         # batasnya berbeda sedikit dari bab ini.\n\
         # Bootstrap intervals: the same seed, but random numbers of R's own, so\n\
         # that the ends differ slightly from the chapter's.\n",
    );
    let _ = writeln!(out, "cases <- na.omit({}[c({})])", frame(plan), wrapped(&columns, ","));
    let _ = writeln!(
        out,
        "slopes <- function(rows, outcome, terms) {{\n  .lm.fit(cbind(1, as.matrix(cases[rows, terms])), cases[rows, outcome])$coefficients[-1]\n}}"
    );
    let _ = writeln!(out, "resample <- function() {{\n  rows <- sample(nrow(cases), replace = TRUE)");
    for (position, fit) in fits.iter().enumerate() {
        let terms: Vec<String> = fit.terms.iter().map(|(_, column)| text(column)).collect();
        let _ = writeln!(out, "  b{} <- slopes(rows, {}, c({}))", position + 1, text(&fit.outcome), wrapped(&terms, ","));
    }
    let step = |(fit, term): &(usize, usize)| {
        let position = needed.iter().position(|known| known == fit).unwrap_or_default();
        format!("b{}[{}]", position + 1, term + 1)
    };
    let products: Vec<String> = paths.iter().map(|path| path.steps.iter().map(step).collect::<Vec<_>>().join(" * ")).collect();
    let _ = writeln!(out, "  c({})\n}}", wrapped(&products, ","));
    let level = settings.alpha / 2.0;
    let _ = writeln!(out, "set.seed({})", settings.seed);
    let _ = writeln!(out, "draws <- matrix(replicate({}, resample()), nrow = {})", settings.resamples, paths.len());
    let _ = writeln!(out, "ends <- apply(draws, 1, quantile, c({level}, {}), type = 6, names = FALSE)", 1.0 - level);
    for (position, path) in paths.iter().enumerate() {
        let at = position + 1;
        let result = text(&format!("{}/percentile", path.result));
        let _ = writeln!(out, "say({result}, low = ends[1, {at}], high = ends[2, {at}])");
    }
}

/// The variable that holds a regression.
fn fit_name(fit: &Fit) -> String {
    format!("fit_{}", fit.id)
}

/// A column of the data.
fn cell(name: &str) -> String {
    format!("data[[{}]]", text(name))
}

/// A text of the program.
fn text(words: &str) -> String {
    format!("\"{}\"", comment(words).replace('\\', "\\\\").replace('"', "\\\""))
}

/// Words on one line.
fn comment(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
