# Tails of noncentral t and F and of the studentized range, for src/stats/noncentral.rs and studentized_range.rs.
# Run: Rscript tests/published/distributions.R
# pt and ptukey keep about ten digits; the integrals below are evaluated to 1e-13 and stand where they disagree.
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
# P(T > t) as an integral over the chi distribution of the standard error (Johnson, Kotz & Balakrishnan 1995, sec. 31.3).
upper_t <- function(t, df, d) {
  f <- function(s) exp(log(2) + (df / 2) * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2 +
    pnorm(t * s - d, lower.tail = FALSE, log.p = TRUE))
  at <- optimize(function(s) log(f(s)), c(1e-3, 10), maximum = TRUE)$maximum
  sum(sapply(list(c(0, at), c(at, Inf)), function(r) integrate(f, r[1], r[2], rel.tol = 1e-13, abs.tol = 0, subdivisions = 2000)$value))
}
for (v in list(c(2, 10, 0), c(2, 10, 1), c(-1, 10, 1), c(5, 9, 2.5), c(0, 22, 1.5), c(8.4, 22, 5), c(30, 66, 25), c(1, 3, -2)))
  show("t", v, upper_t(v[1], v[2], v[3]), pt(v[1], v[2], v[3], lower.tail = FALSE))
# P(F > f) as a Poisson mixture of incomplete beta functions (ibid., sec. 30.2).
upper_f <- function(f, a, b, l) { j <- 0:4000; sum(dpois(j, l / 2) * pbeta(a * f / (a * f + b), a / 2 + j, b / 2, lower.tail = FALSE)) }
for (v in list(c(3, 2, 20, 0), c(3, 2, 20, 5), c(34.7, 5, 66, 100), c(34.7, 5, 66, 250), c(0.5, 3, 12, 4), c(10, 1, 64, 2), c(400, 4, 1000, 1800)))
  show("f", v, upper_f(v[1], v[2], v[3], v[4]), pf(v[1], v[2], v[3], ncp = v[4], lower.tail = FALSE))
# The range: two integrals, the inner one of the difference to the whole so that small tails keep their digits.
upper_range <- function(w, k) integrate(function(z) k * dnorm(z) * pnorm(z)^(k - 1) * -expm1((k - 1) * log1p(-pnorm(z - w) / pnorm(z))),
  -8, 8 + w, rel.tol = 1e-12, abs.tol = 0, subdivisions = 500)$value
upper_q <- function(q, k, df) {
  f <- Vectorize(function(s) exp(log(2) + (df / 2) * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2) * upper_range(q * s, k))
  at <- optimize(function(s) log(f(s)), c(0.02, 3), maximum = TRUE)$maximum
  sum(sapply(list(c(0, at / 50), c(at / 50, at), c(at, at * 3), c(at * 3, at * 12)), function(r) integrate(f, r[1], r[2], rel.tol = 1e-11, abs.tol = 0, subdivisions = 500)$value))
}
for (v in list(c(3.5, 3, 20), c(4.163, 6, 66), c(1, 2, 5), c(10, 6, 66), c(11, 6, 66), c(5, 40, 100), c(3.6, 3, 3.5), c(0.2, 4, 12)))
  show("q", v, upper_q(v[1], v[2], v[3]), ptukey(v[1], v[2], v[3], lower.tail = FALSE))
for (v in list(c(0.95, 3, 20), c(0.95, 6, 66), c(0.99, 10, 12), c(0.95, 2, 2))) show("qtukey", v, qtukey(v[1], v[2], v[3]))
