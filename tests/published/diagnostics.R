# Diagnostics of a regression and of scales on the answers of the example study: values for the tests of src/stats
# (anderson_darling, monte_carlo_normality, shape_test, condition_index, park, runs, linearity, added_columns, influence,
# components, alpha_interval). R 4.2.2 with nortest, lmtest.
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
items <- function(p) as.matrix(d[, grep(paste0("^", p, "\\."), names(d))])
s <- function(p) rowSums(items(p))
X1 <- s("X1"); X2 <- s("X2"); Y1 <- s("Y1"); Y2 <- s("Y2")
options(digits = 16, width = 150)
m <- lm(Y2 ~ X1 + X2 + Y1); e <- resid(m); n <- 68
a <- nortest::ad.test(e); cat("ad", a$statistic, a$p.value, "\n")
a <- nortest::ad.test(Y2); cat("ad Y2", a$statistic, a$p.value, "\n")
z <- (e - mean(e)) / sd(e)
G1 <- n * sum(z^3) / ((n - 1) * (n - 2)); G2 <- n * (n + 1) * sum(z^4) / ((n - 1) * (n - 2) * (n - 3)) - 3 * (n - 1)^2 / ((n - 2) * (n - 3))
cat("shape", G1 / sqrt(6 / n), G2 / sqrt(24 / n), 2 * pnorm(-max(abs(c(G1 / sqrt(6 / n), G2 / sqrt(24 / n))))), "\n")
X <- model.matrix(m); S <- sweep(X, 2, sqrt(colSums(X^2)), "/"); v <- svd(S)
cat("eigen", v$d^2, "\nci", max(v$d) / v$d, "\n")
phi <- sweep(v$v^2, 2, v$d^2, "/"); print(t(phi / rowSums(phi)))
p <- lm(log(e^2) ~ X1 + X2 + Y1); print(summary(p)$coefficients)
med <- median(e); above <- e >= med; runs <- 1 + sum(diff(above) != 0); n1 <- sum(above); n2 <- n - n1
ex <- 2 * n1 * n2 / n + 1; sdv <- sqrt(2 * n1 * n2 * (2 * n1 * n2 - n) / (n^2 * (n - 1)))
cat("runs", runs, ex, (runs - ex) / sdv, 2 * pnorm(-abs((runs - ex) / sdv)), "\n")
f <- aov(Y2 ~ factor(X1)); w <- anova(f); l <- lm(Y2 ~ X1)
ssl <- anova(l)[1, 2]; dev <- w[1, 2] - ssl; ddf <- w[1, 1] - 1; msw <- w[2, 3]
cat("linearity", w[1, 1] + 1, w[1, 2], w[1, 4], w[1, 5], ssl / msw, pf(ssl / msw, 1, w[2, 1], lower = FALSE), dev, ddf, dev / ddf / msw, pf(dev / ddf / msw, ddf, w[2, 1], lower = FALSE), sqrt(w[1, 2] / sum(w[, 2])), "\n")
r <- lmtest::resettest(m, power = 2:3, type = "fitted"); cat("reset", r$statistic, r$parameter, r$p.value, "\n")
r <- lmtest::resettest(m, power = 2, type = "fitted"); cat("reset2", r$statistic, r$parameter, r$p.value, "\n")
r <- summary(lm(e ~ X1 + X2 + Y1 + I(X1^2) + I(X2^2) + I(Y1^2))); cat("squares", n * r$r.squared, pchisq(n * r$r.squared, 3, lower = FALSE), "\n")
for (o in 1:2) { r <- lmtest::bgtest(m, order = o); cat("bg", o, r$statistic, r$p.value, "\n") }
i <- c(1, 2, 68); cat("h", hatvalues(m)[i] - 1 / n, "\nsres", rstandard(m)[i], "\nsdres", rstudent(m)[i], "\ncook", cooks.distance(m)[i], "\nmaxcook", max(cooks.distance(m)), "\nzpred", scale(fitted(m))[i], "\nmah", mahalanobis(X[, -1], colMeans(X[, -1]), cov(X[, -1]))[i], "\nzres", (e / sigma(m))[i], "\n")
R <- cor(items("Y2")); E <- eigen(R); cat("eigen Y2", E$values, "\nload1", abs(E$vectors[, 1] * sqrt(E$values[1])), "\n")
L <- E$vectors[, 1:3] %*% diag(sqrt(E$values[1:3])); V <- varimax(L, normalize = TRUE, eps = 1e-15)$loadings[]; V <- sweep(V, 2, sign(colSums(V)), "*"); print(V)
h <- 1 - 1 / diag(solve(R)); k <- 0
repeat { k <- k + 1; A <- R; diag(A) <- h; q <- eigen(A); l <- q$vectors[, 1] * sqrt(q$values[1]); g <- l^2; moved <- max(abs(g - h)); h <- g; if (moved < .001 || k == 25) break }
cat("paf", k, abs(l), "\n")
l <- c(.7, .8, .65, .9); cat("ave", mean(l^2), "cr", sum(l)^2 / (sum(l)^2 + sum(1 - l^2)), "\n")
I <- items("Y2"); k <- ncol(I); al <- k / (k - 1) * (1 - sum(apply(I, 2, var)) / var(rowSums(I)))
cat("alpha", al, 1 - (1 - al) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)), "\n")
# Monte Carlo share of normal samples whose D is at least that of Y2: 400 000 samples.
if (!identical(Sys.getenv("MC"), "")) {
  D <- function(x) { x <- sort((x - mean(x)) / sd(x)); q <- pnorm(x); k <- length(x); max((1:k) / k - q, q - (0:(k - 1)) / k) }
  set.seed(1); d0 <- nortest::lillie.test(e)$statistic; r <- mean(replicate(200000, D(rnorm(n))) >= d0 - 1e-12); cat("mc", d0, r, "\n")
}
