# Moderation and detectable effects, for src/stats/{moderation,detectable_effect}.rs.
# Run in the repository's folder: Rscript tests/published/moderation.R
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
s <- sapply(c("X1", "X2", "Y1", "Y2"), function(v) rowSums(d[, grep(paste0("^", v, "\\."), names(d))]))
s <- as.data.frame(s); s$x <- s$X1 - mean(s$X1); s$m <- s$X2 - mean(s$X2); s$xm <- s$x * s$m
run <- function(base, full) {
  b <- lm(base, s); f <- lm(full, s); a <- anova(b, f); v <- vcov(f); k <- coef(f); df <- f$df.residual
  show("r2", summary(b)$r.squared, summary(f)$r.squared, summary(f)$r.squared - summary(b)$r.squared, "F", a$F[2], a$`Pr(>F)`[2])
  show("product", summary(f)$coefficients["xm", ], k["xm"] * sd(s$xm) / sd(s$Y2)); show("moderator", summary(b)$coefficients[3, 4])
  for (at in c(-1, 0, 1) * sd(s$m)) { b1 <- k["x"] + k["xm"] * at; se <- sqrt(v["x", "x"] + 2 * at * v["x", "xm"] + at^2 * v["xm", "xm"])
    show("slope", at + mean(s$X2), b1, se, b1 / se, 2 * pt(-abs(b1 / se), df))
    # Predicted at one standard deviation below and above the predictor's mean, other predictors at theirs.
    for (dx in c(-1, 1) * sd(s$x)) show("predicted", dx + mean(s$X1), predict(f, data.frame(x = dx, m = at, xm = dx * at, Y1 = mean(s$Y1)))) }
  t2 <- qt(.975, df)^2; A <- k["xm"]^2 - t2 * v["xm", "xm"]; B <- 2 * (k["x"] * k["xm"] - t2 * v["x", "xm"]); C <- k["x"]^2 - t2 * v["x", "x"]
  show("johnson_neyman", if (B^2 < 4 * A * C) "none" else sort((-B + c(-1, 1) * sqrt(B^2 - 4 * A * C)) / (2 * A)) + mean(s$X2), range(s$X2))
}
run(Y2 ~ x + m, Y2 ~ x + m + xm); run(Y2 ~ x + m + Y1, Y2 ~ x + m + Y1 + xm)
# Smallest effects found with a power of 80 %.
for (v in list(c(34, 34), c(10, 30))) { n <- v; df <- sum(n) - 2; q <- qt(.975, df); sc <- sqrt(prod(n) / sum(n))
  show("d", n, uniroot(function(x) pt(q, df, x * sc, lower.tail = FALSE) + pt(-q, df, x * sc) - .8, c(.01, 5), tol = 1e-13)$root) }
show("power.t.test", power.t.test(34, power = .8, strict = TRUE, tol = 1e-12)$delta)
show("one", power.t.test(20, power = .8, type = "one.sample", strict = TRUE, tol = 1e-12)$delta)
for (v in list(c(68, 1, 3), c(68, 3, 3), c(100, 2, 5))) { n <- v[1]; u <- v[2]; w <- n - v[3] - 1
  show("f2", v, uniroot(function(x) pf(qf(.95, u, w), u, w, ncp = x * n, lower.tail = FALSE) - .8, c(.001, 5), tol = 1e-13)$root) }
for (n in c(30, 68)) show("r", n, uniroot(function(r) { q <- qt(.975, n - 2); x <- r * sqrt(n / (1 - r^2)); pt(q, n - 2, x, lower.tail = FALSE) + pt(-q, n - 2, x) - .8 }, c(.01, .95), tol = 1e-13)$root)
