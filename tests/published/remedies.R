# What remedies for violated assumptions come to on the answers of the example study: values for the tests of
# src/stats/robust_errors.rs and src/stats/coefficient_bootstrap.rs. R 4.2.2 with sandwich, lmtest and car.
library(sandwich)
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
s <- function(p) rowSums(d[, grep(paste0("^", p, "\\."), names(d))])
X1 <- s("X1"); X2 <- s("X2"); Y1 <- s("Y1"); Y2 <- s("Y2")
options(digits = 17)
m <- lm(Y2 ~ X1 + X2 + Y1)
for (type in c("HC0", "HC1", "HC2", "HC3", "HC4")) {
  V <- vcovHC(m, type = type)
  cat(type, sqrt(diag(V)), "\n")
}
V <- vcovHC(m, type = "HC3")
print(lmtest::coeftest(m, vcov. = V, df = m$df.residual)[, ])
print(lmtest::coefci(m, vcov. = V, df = m$df.residual))
print(car::linearHypothesis(m, c("X1 = 0", "X2 = 0", "Y1 = 0"), vcov. = V, test = "F"))
W <- car::linearHypothesis(m, c("X1 = 0", "X2 = 0", "Y1 = 0"), vcov. = V, test = "F")
cat(W$F[2], W$`Pr(>F)`[2], "\n")
# Bootstrap of cases: bias, standard error and percentile ends, mean and deviation over 40 runs of 5 000 resamples.
if (!identical(Sys.getenv("BOOT"), "")) {
  set.seed(1)
  X <- cbind(1, X1, X2, Y1)
  run <- function() {
    B <- t(replicate(5000, { i <- sample.int(68, replace = TRUE); qr.coef(qr(X[i, ]), Y2[i]) }))
    e <- apply(B[, -1], 2, function(b) { o <- sort(b); c(mean(b), sd(b), o[125], o[4876]) })
    as.vector(e)
  }
  r <- replicate(40, run())
  cat("mean", rowMeans(r), "\n"); cat("sd", apply(r, 1, sd), "\n")
}
