# Associations, for src/stats/{correlation_interval,contingency,fisher_exact,mcnemar}.rs.
# Run in the repository's folder: Rscript tests/published/association.R
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
# Bonett & Wright (2000) for Spearman, Fieller, Hartley & Pearson (1957) for Kendall, 68 pairs.
z <- qnorm(.975)
show("spearman", tanh(atanh(.6780823536388178) + c(-1, 1) * z * sqrt((1 + .6780823536388178^2 / 2) / 65)))
show("kendall", tanh(atanh(.5124653257231697) + c(-1, 1) * z * sqrt(.437 / 64)))
job <- matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4, 4) # Agresti (2002, p. 57), as in ?fisher.test
tea <- matrix(c(3, 1, 1, 3), 2) # Agresti (1990, p. 61)
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
tab <- table(d$jenis_kelamin, d$umur); show("table", dim(tab), tab)
lbl <- function(t) { x <- rep(row(t), t); y <- rep(col(t), t); (sum(t) - 1) * cor(x, y)^2 }
for (t in list(job, tea, tab, matrix(c(12, 5, 3, 14), 2), matrix(c(0, 9, 7, 4), 2))) {
  c0 <- chisq.test(t, correct = FALSE); e <- c0$expected; g <- 2 * sum(ifelse(t > 0, t * log(t / e), 0)); df <- c0$parameter
  show("chi", c0$statistic, df, c0$p.value, "lr", g, pchisq(g, df, lower.tail = FALSE), "low", sum(e < 5), min(e), "fisher", fisher.test(t)$p.value,
       "v", sqrt(c0$statistic / (sum(t) * (min(dim(t)) - 1))), "lbl", lbl(t), pchisq(lbl(t), 1, lower.tail = FALSE))
  if (all(dim(t) == 2)) { y <- chisq.test(t); show("yates", y$statistic, y$p.value, "phi", (t[1] * t[4] - t[2] * t[3]) / sqrt(prod(rowSums(t), colSums(t)))) }
}
approval <- matrix(c(794, 86, 150, 570), 2) # Agresti (1990, p. 350), as in ?mcnemar.test
m <- mcnemar.test(approval); show("mcnemar", m$statistic, m$p.value)
for (v in list(c(3, 9), c(1, 8), c(5, 5), c(0, 1), c(86, 150))) show("exact", v, binom.test(v[1], sum(v))$p.value)
