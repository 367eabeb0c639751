//! The program for R, with what comes with R alone.

use super::{DATA_FILE, can_be_written, chains, scored};
use crate::study::Study;
use crate::study::variable::ScoreBy;
use std::fmt::Write;

/// What the program computes by functions of its own.
const FUNCTIONS: &str = r#"alpha <- function(items) {
  k <- ncol(items)
  k / (k - 1) * (1 - sum(apply(items, 2, var)) / var(rowSums(items)))
}
corrected <- function(items) sapply(seq_along(items), function(i) cor(items[[i]], rowSums(items[-i])))
beta <- function(fit) {
  frame <- model.frame(fit)
  coef(fit)[-1] * sapply(frame[-1], sd) / sd(frame[[1]])
}
vif <- function(fit) {
  x <- model.matrix(fit)[, -1, drop = FALSE]
  if (ncol(x) < 2) return(setNames(1, colnames(x)))
  sapply(setNames(seq_len(ncol(x)), colnames(x)), function(i) 1 / (1 - summary(lm(x[, i] ~ x[, -i]))$r.squared))
}
ks <- function(residuals) {
  z <- pnorm(sort(residuals) / sd(residuals))
  n <- length(z)
  max(seq_len(n) / n - z, z - (seq_len(n) - 1) / n)
}
sobel <- function(first, second, x, m) {
  a <- coef(summary(first))[x, ]
  b <- coef(summary(second))[m, ]
  z <- a[[1]] * b[[1]] / sqrt(b[[1]]^2 * a[[2]]^2 + a[[1]]^2 * b[[2]]^2)
  c(ab = a[[1]] * b[[1]], z = z, p = 2 * pnorm(-abs(z)))
}
"#;

/// The program.
pub(super) fn program(study: &Study) -> String {
    let mut out = String::from("# Menghitung ulang angka bab ini dari jawaban responden (sesudah pembalikan butir).\n");
    out.push_str("# Recomputes the numbers of this chapter from the answers (after reverse keying).\n");
    let _ = writeln!(out, "{FUNCTIONS}\ndata <- read.csv(\"{DATA_FILE}\", check.names = FALSE)\n");
    let mut scales = Vec::new();
    for (code, items, by) in scored(study) {
        let list: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
        let list = wrapped(&list);
        let _ = match by {
            Some(ScoreBy::Sum) => writeln!(out, "data[[\"{code}\"]] <- rowSums(data[c({list})])"),
            Some(ScoreBy::Mean) => writeln!(out, "data[[\"{code}\"]] <- rowMeans(data[c({list})])"),
            None => writeln!(out, "# {code}: skornya tersedia dalam tabel jawaban"),
        };
        if items.len() > 1 {
            scales.push((code, list));
        }
    }
    out.push_str("\n# Uji instrumen / instrument tests\n");
    for (code, list) in scales {
        let _ = writeln!(out, "items <- na.omit(data[c({list})])");
        let _ =
            writeln!(out, "print(list(scale = \"{code}\", alpha = alpha(items), r = setNames(corrected(items), names(items))))");
    }
    for regression in &study.regressions {
        let shown = format!("{} <- {}", regression.outcome, regression.predictors.join(", "));
        if !can_be_written(study, regression) {
            let _ = writeln!(out, "\n# {shown}: memuat karakteristik atau dimensi, yang tidak ada dalam tabel jawaban.");
            continue;
        }
        let predictors: Vec<String> = regression.predictors.iter().map(|predictor| quoted(predictor)).collect();
        let predictors = predictors.join(" + ");
        let fit = fit(&regression.name);
        let _ = writeln!(out, "\n# {shown}");
        let _ = writeln!(out, "{fit} <- lm({} ~ {predictors}, data = data)", quoted(&regression.outcome));
        let _ = writeln!(out, "print(summary({fit}))\nprint(anova({fit}))");
        let _ = writeln!(out, "print(list(beta = beta({fit}), vif = vif({fit}), ks = ks(resid({fit}))))");
        let _ = writeln!(out, "if (requireNamespace(\"nortest\", quietly = TRUE)) print(nortest::lillie.test(resid({fit})))");
        let _ = writeln!(out, "print(summary(lm(abs(resid({fit})) ~ {predictors}, data = model.frame({fit})))) # Glejser");
    }
    let chains = chains(study);
    let settings = &study.analysis;
    for (x, m, y) in &chains {
        let (first, second) = (fit(m), fit(y));
        let _ = writeln!(out, "\n# {x} -> {m} -> {y}\nprint(sobel({first}, {second}, \"{x}\", \"{m}\"))");
        if settings.resamples == 0 {
            continue;
        }
        let level = settings.alpha / 2.0;
        let _ = writeln!(out, "set.seed({}) # benih yang sama, tetapi deret acak R sendiri", settings.seed);
        let _ = writeln!(
            out,
            "draws <- replicate({}, {{\n  rows <- sample(nrow(data), replace = TRUE)\n  a <- coef(update({first}, data = data[rows, ]))[[\"{x}\"]]\n  b <- coef(update({second}, data = data[rows, ]))[[\"{m}\"]]\n  a * b\n}})",
            settings.resamples
        );
        let _ = writeln!(out, "print(quantile(draws, c({level}, {}), type = 6))", 1.0 - level);
    }
    out
}

/// A name in a formula.
fn quoted(code: &str) -> String {
    format!("`{code}`")
}

/// The variable that holds a regression.
fn fit(name: &str) -> String {
    format!("fit_{}", name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect::<String>())
}

fn wrapped(words: &[String]) -> String {
    words.chunks(10).map(|line| line.join(", ")).collect::<Vec<_>>().join(",\n  ")
}
