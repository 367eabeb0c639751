//! What the program for R computes by functions of its own, with what comes with R alone. Each prints a line for every number,
//! under the path that it has in `results.json`.

/// Prints numbers under a path.
pub(super) const SAY: &str = r#"say <- function(key, ...) {
  values <- c(...)
  cat(sprintf("%s/%s = %.12g\n", key, names(values), values), sep = "")
}
"#;

/// Mean and spread of the scores.
pub(super) const DESCRIBE: &str = r#"describe <- function(code, x) {
  x <- x[!is.na(x)]
  say(paste0("variables/", code), n = length(x), mean = mean(x), sd = sd(x),
    min = min(x), max = max(x))
}
"#;

/// Cronbach's alpha and the correlations of items with their total.
pub(super) const INSTRUMENT: &str = r#"alpha <- function(x) {
  ncol(x) / (ncol(x) - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
}
instrument <- function(scale, codes, items, dimension = "") {
  items <- na.omit(items)
  varies <- sapply(items, var) > 0 # as SPSS leaves out an item without variance
  items <- items[varies]
  codes <- codes[varies]
  total <- rowSums(items)
  say(paste0("variables/", scale), alpha = alpha(items))
  for (i in seq_along(codes)) {
    path <- paste0("items/", codes[i])
    corrected <- cor(items[[i]], total - items[[i]])
    pearson <- cor(items[[i]], total)
    without <- if (ncol(items) > 2) alpha(items[-i])
    if (dimension == "") {
      say(path, corrected_r = corrected, alpha_if_deleted = without)
      say(paste0(path, "/pearson"), r = pearson)
    } else {
      r <- if (dimension == "pearson") pearson else corrected
      say(paste0(path, "/in_dimension"), r = r, alpha_if_deleted = without)
    }
  }
}
"#;

/// Correlations of every pair of scores.
pub(super) const CORRELATIONS: &str = r#"correlations <- function(codes, columns) {
  for (i in seq_along(codes)) for (j in seq_along(codes)) if (i < j) {
    path <- paste0("correlations/", codes[i], "<>", codes[j])
    # Equal scores are equal whatever the order of adding.
    ranked <- lapply(columns[c(i, j)], round, 10)
    test <- function(method) suppressWarnings(cor.test(ranked[[1]], ranked[[2]],
      method = method, exact = FALSE))
    pearson <- cor.test(columns[[i]], columns[[j]])
    spearman <- test("spearman")
    kendall <- test("kendall")
    say(paste0(path, "/pearson"), r = pearson$estimate[[1]], p = pearson$p.value)
    say(paste0(path, "/spearman"), rho = spearman$estimate[[1]],
      p = spearman$p.value)
    say(paste0(path, "/kendall"), tau_b = kendall$estimate[[1]],
      p = kendall$p.value)
  }
}
"#;

/// A regression with its residuals and Glejser's test.
pub(super) const REGRESSION: &str = r#"regression <- function(path, fit, terms) {
  found <- summary(fit)
  f <- found$fstatistic
  x <- model.matrix(fit)[, -1, drop = FALSE]
  y <- model.response(model.frame(fit))
  e <- resid(fit)
  n <- length(e)
  say(path, n = n, r2 = found$r.squared, adjusted_r2 = found$adj.r.squared,
    see = found$sigma)
  say(paste0(path, "/anova"), f = f[[1]], p = pf(f[[1]], f[[2]], f[[3]],
    lower.tail = FALSE))
  lines <- function(part, fit) {
    table <- coef(summary(fit))
    for (i in seq_len(nrow(table))) {
      row <- table[i, ]
      say(paste0(path, part, c("(Constant)", terms)[i]), b = row[[1]],
        se = row[[2]], t = row[[3]], p = row[[4]])
    }
  }
  lines("/coefficients/", fit)
  for (i in seq_along(terms)) {
    others <- if (ncol(x) > 1) summary(lm(x[, i] ~ x[, -i]))$r.squared else 0
    say(paste0(path, "/coefficients/", terms[i]),
      beta = coef(fit)[[i + 1]] * sd(x[, i]) / sd(y), vif = 1 / (1 - others))
  }
  z <- pnorm(sort(e) / sd(e))
  say(paste0(path, "/residuals/ks"), d = max(seq_len(n) / n - z,
    z - (seq_len(n) - 1) / n))
  if (requireNamespace("nortest", quietly = TRUE)) print(nortest::lillie.test(e))
  say(paste0(path, "/durbin_watson"), d = sum(diff(e)^2) / sum(e^2))
  lines("/glejser/coefficients/", lm(abs(e) ~ x))
}
"#;

/// Standard errors that hold without equal spread (HC3).
pub(super) const ROBUST: &str = r#"robust <- function(path, fit, terms) {
  x <- model.matrix(fit)
  bread <- solve(crossprod(x))
  meat <- crossprod(x * (resid(fit) / (1 - hatvalues(fit))))
  se <- sqrt(diag(bread %*% meat %*% bread))
  t <- coef(fit) / se
  p <- 2 * pt(-abs(t), df.residual(fit))
  for (i in seq_along(se)) {
    say(paste0(path, "/hc3/coefficients/", c("(Constant)", terms)[i]),
      se = se[[i]], t = t[[i]], p = p[[i]])
  }
}
"#;

/// A product of two centred predictors, and the slopes at three values of the moderator.
pub(super) const PRODUCT: &str = r#"product <- function(path, frame, outcome, columns, terms, x, m) {
  frame <- na.omit(frame[c(outcome, columns)])
  y <- frame[[outcome]]
  X <- as.matrix(frame[columns])
  for (name in c(x, m)) X[, name] <- X[, name] - mean(X[, name])
  without <- lm(y ~ X)
  with <- lm(y ~ X + I(X[, x] * X[, m]))
  change <- anova(without, with)
  r2 <- c(summary(without)$r.squared, summary(with)$r.squared)
  say(path, r2_without = r2[1], r2_with = r2[2], delta_r2 = r2[2] - r2[1],
    f_change = change$F[2], p_change = change$`Pr(>F)`[2])
  table <- coef(summary(with))
  for (i in seq_len(nrow(table))) {
    row <- table[i, ]
    say(paste0(path, "/coefficients/", c("(Constant)", terms)[i]), b = row[[1]],
      se = row[[2]], t = row[[3]], p = row[[4]])
  }
  for (level in -1:1) {
    M <- X
    M[, m] <- X[, m] - level * sd(X[, m])
    row <- coef(summary(lm(y ~ M + I(M[, x] * M[, m]))))[1 + match(x, columns), ]
    say(sprintf("%s/simple_slopes/%d", path, level + 1), b = row[[1]],
      se = row[[2]], t = row[[3]], p = row[[4]])
  }
}
"#;

/// Normality in each group and equality of variances.
pub(super) const REQUIREMENTS: &str = r#"normality <- function(path, x) {
  if (length(x) > 2 && length(x) <= 5000 && var(x) > 0) {
    test <- shapiro.test(x)
    say(path, statistic = test$statistic[[1]], p = test$p.value)
  }
}
requirements <- function(path, y, g) {
  for (i in seq_along(levels(g))) normality(sprintf("%s/normality/%d", path,
    i - 1), y[g == levels(g)[i]])
  levene <- anova(lm(abs(y - ave(y, g)) ~ g))
  say(paste0(path, "/levene"), f = levene$`F value`[1], p = levene$`Pr(>F)`[1])
}
"#;

/// Two groups.
pub(super) const TWO_GROUPS: &str = r#"two_groups <- function(path, y, g) {
  known <- !is.na(y) & !is.na(g)
  y <- y[known]
  g <- g[known]
  requirements(path, y, g)
  a <- y[g == levels(g)[1]]
  b <- y[g == levels(g)[2]]
  for (equal in c(TRUE, FALSE)) {
    test <- t.test(a, b, var.equal = equal)
    say(paste0(path, if (equal) "/student" else "/welch"),
      statistic = test$statistic[[1]], df = test$parameter[[1]],
      p = test$p.value, estimate = mean(a) - mean(b))
  }
  ranks <- wilcox.test(round(a, 10), round(b, 10), exact = FALSE, correct = FALSE)
  w <- ranks$statistic[[1]]
  pairs <- length(a) * length(b)
  say(paste0(path, "/mann_whitney"), u = min(w, pairs - w), p = ranks$p.value)
  pooled <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) /
    (length(y) - 2))
  say(paste0(path, "/effect_size/cohens_d"), value = (mean(a) - mean(b)) / pooled)
  say(paste0(path, "/effect_size/rank_biserial"), value = 2 * w / pairs - 1)
}
"#;

/// Three groups and more, with all pairs.
pub(super) const SEVERAL_GROUPS: &str = r#"several_groups <- function(path, y, g) {
  known <- !is.na(y) & !is.na(g)
  y <- y[known]
  g <- g[known]
  requirements(path, y, g)
  n <- tapply(y, g, length)
  mean_of <- tapply(y, g, mean)
  variance <- tapply(y, g, var)
  all <- length(y)
  k <- length(n)
  table <- anova(lm(y ~ g))
  say(paste0(path, "/anova"), statistic = table$`F value`[1], p = table$`Pr(>F)`[1])
  say(paste0(path, "/effect_size/eta_squared"),
    value = table$`Sum Sq`[1] / sum(table$`Sum Sq`))
  welch <- oneway.test(y ~ g)
  say(paste0(path, "/welch"), statistic = welch$statistic[[1]],
    df = welch$parameter[[2]], p = welch$p.value)
  part <- (1 - n / all) * variance
  f <- table$`Sum Sq`[1] / sum(part)
  df <- 1 / sum((part / sum(part))^2 / (n - 1))
  say(paste0(path, "/brown_forsythe"), statistic = f, df = df, p = pf(f, k - 1, df,
    lower.tail = FALSE))
  ranked <- round(y, 10)
  ranks <- kruskal.test(ranked, g)
  say(paste0(path, "/kruskal_wallis"), statistic = ranks$statistic[[1]],
    df = ranks$parameter[[1]], p = ranks$p.value)
  pairs <- combn(k, 2)
  two <- function(i, what) what[pairs[1, i]] - what[pairs[2, i]]
  rank_of <- tapply(rank(ranked), g, mean)
  ties <- table(ranked)
  unit <- all * (all + 1) / 12 - sum(ties^3 - ties) / (12 * (all - 1))
  z <- sapply(seq_len(ncol(pairs)), function(i) two(i,
    rank_of) / sqrt(unit * sum(1 / n[pairs[, i]])))
  holm <- p.adjust(2 * pnorm(-abs(z)), "holm")
  for (i in seq_len(ncol(pairs))) {
    both <- pairs[, i]
    difference <- two(i, mean_of)[[1]]
    se <- sqrt(table$`Mean Sq`[2] * sum(1 / n[both]))
    p <- ptukey(sqrt(2) * abs(difference) / se, k, all - k, lower.tail = FALSE)
    say(sprintf("%s/post_hoc/%d", path, i - 1), difference = difference, se = se,
      p = p)
    share <- variance[both] / n[both]
    se <- sqrt(sum(share))
    df <- sum(share)^2 / sum(share^2 / (n[both] - 1))
    p <- ptukey(sqrt(2) * abs(difference) / se, k, df, lower.tail = FALSE)
    say(sprintf("%s/post_hoc/%d", path, ncol(pairs) + i - 1),
      difference = difference, se = se, df = df, p = p)
    say(sprintf("%s/post_hoc/%d", path, 2 * ncol(pairs) + i - 1),
      statistic = z[[i]], p = holm[[i]])
  }
}
"#;

/// Two characteristics.
pub(super) const CROSSTAB: &str = r#"crosstab <- function(path, rows, columns) {
  known <- !is.na(rows) & !is.na(columns)
  rows <- rows[known]
  columns <- columns[known]
  counts <- table(rows, columns)
  test <- suppressWarnings(chisq.test(counts, correct = FALSE))
  line <- function(name, statistic, df) {
    say(paste0(path, "/", name), statistic = statistic, df = df,
      p = pchisq(statistic, df, lower.tail = FALSE))
  }
  line("chi_squared", test$statistic[[1]], test$parameter[[1]])
  if (all(dim(counts) == 2)) line("continuity",
    suppressWarnings(chisq.test(counts)$statistic[[1]]), 1)
  some <- counts > 0
  line("likelihood_ratio",
    2 * sum(counts[some] * log(counts[some] / test$expected[some])),
    test$parameter[[1]])
  line("linear", (sum(counts) - 1) * cor(rows, columns)^2, 1)
  say(paste0(path, "/fisher"), p = fisher.test(counts, workspace = 2e7)$p.value)
  say(paste0(path, "/effect_size/cramers_v"),
    value = sqrt(test$statistic[[1]] / sum(counts) / (min(dim(counts)) - 1)))
}
"#;

/// Two scores.
pub(super) const ASSOCIATION: &str = r#"association <- function(path, a, b) {
  known <- !is.na(a) & !is.na(b)
  a <- a[known]
  b <- b[known]
  normality(paste0(path, "/normality/0"), a)
  normality(paste0(path, "/normality/1"), b)
  for (method in c("pearson", "spearman", "kendall")) {
    places <- if (method == "pearson") 15 else 10
    test <- suppressWarnings(cor.test(round(a, places), round(b, places),
      method = method, exact = FALSE))
    say(paste0(path, "/", method), estimate = test$estimate[[1]], p = test$p.value)
  }
}
"#;

/// Two measurements of the same persons.
pub(super) const PAIRED: &str = r#"paired <- function(path, before, after, highest = NA, two_values = FALSE) {
  known <- !is.na(before) & !is.na(after)
  before <- before[known]
  after <- after[known]
  difference <- round(after - before, 10)
  normality(paste0(path, "/normality/0"), difference)
  test <- t.test(after, before, paired = TRUE)
  say(paste0(path, "/t"), statistic = test$statistic[[1]],
    df = test$parameter[[1]], p = test$p.value, estimate = mean(difference))
  ranks <- suppressWarnings(wilcox.test(difference, exact = FALSE, correct = FALSE))
  say(paste0(path, "/wilcoxon"), sum_positive = ranks$statistic[[1]],
    p = ranks$p.value)
  say(paste0(path, "/effect_size/cohens_d"),
    value = mean(difference) / sd(difference))
  if (two_values) {
    up <- sum(difference > 0)
    say(paste0(path, "/mcnemar"), up = up, p_exact = binom.test(up,
      sum(difference != 0))$p.value)
  }
  if (!is.na(highest)) {
    below <- before < highest
    gain <- (after[below] - before[below]) / (highest - before[below])
    class <- (mean(after) - mean(before)) / (highest - mean(before))
    say(paste0(path, "/gain"), n = sum(below), mean_gain = mean(gain),
      class_gain = class)
  }
}
"#;

/// A score against a value.
pub(super) const LEVEL: &str = r#"level <- function(path, x, target) {
  x <- x[!is.na(x)]
  normality(paste0(path, "/normality/0"), x)
  test <- t.test(x, mu = target)
  say(paste0(path, "/t"), statistic = test$statistic[[1]],
    df = test$parameter[[1]], p = test$p.value, estimate = mean(x) - target)
  ranks <- suppressWarnings(wilcox.test(round(x - target, 10), exact = FALSE,
    correct = FALSE))
  say(paste0(path, "/wilcoxon"), sum_positive = ranks$statistic[[1]],
    p = ranks$p.value)
  say(paste0(path, "/effect_size/cohens_d"), value = (mean(x) - target) / sd(x))
}
"#;

/// A product of coefficients with Sobel's test.
pub(super) const INDIRECT: &str = r#"indirect <- function(path, fits, terms, sobel) {
  steps <- mapply(function(fit, term) coef(summary(fit))[term + 1, 1:2], fits,
    terms)
  b <- steps[1, ]
  se <- sqrt(sum(sapply(seq_along(b), function(i) steps[2, i]^2 * prod(b[-i]^2))))
  z <- prod(b) / se
  say(path, b = prod(b))
  if (sobel) say(paste0(path, "/sobel"), z = z, p = 2 * pnorm(-abs(z)), se = se)
}
"#;
