# Pairs and one sample, for src/stats/{wilcoxon,normalized_gain,standardized_difference}.rs.
# Run in the repository's folder: Rscript tests/published/paired.R
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
wilcoxon <- function(d) { d <- signif(d, 12); d <- d[d != 0]; r <- rank(signif(abs(d), 12)); m <- length(d); t <- table(r)
  P <- sum(r[d > 0]); Q <- sum(r[d < 0]); z <- (P - m * (m + 1) / 4) / sqrt(m * (m + 1) * (2 * m + 1) / 24 - sum(t^3 - t) / 48)
  show("wilcoxon", sum(d < 0), sum(d > 0), Q, P, z, 2 * pnorm(-abs(z)), (P - Q) / (P + Q)) }
first <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30) # Hollander & Wolfe (1973, 29), as in ?wilcox.test
second <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
wilcoxon(second - first)
show("r", wilcox.test(second, first, paired = TRUE, exact = FALSE, correct = FALSE)$p.value)
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
Y2 <- rowSums(d[, grep("^Y2\\.", names(d))]); Y1 <- rowSums(d[, grep("^Y1\\.", names(d))])
wilcoxon(Y2 - 35); show("r", wilcox.test(Y2, mu = 35, exact = FALSE, correct = FALSE)$p.value)
# Interval of d of one sample: noncentral t limits over the root of n.
lim <- function(x) { t <- t.test(x)$statistic; n <- length(x); c(t, sapply(c(.975, .025), function(p) uniroot(function(v) pt(t, n - 1, v) - p, c(-30, 30), tol = 1e-12)$root)) / sqrt(n) }
show("d", lim(Y2 - 35)); show("dz sleep", lim(c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2) - c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)))
pre <- c(40, 55, 60, 100, 35, 70, 80); post <- c(70, 60, 88, 100, 30, 91, 100)
g <- ((post - pre) / (100 - pre))[pre < 100]; show("gain", g, mean(g), sd(g), (mean(post) - mean(pre)) / (100 - mean(pre)))
