# What tests/outcomes/violated.yaml comes to; with the argument "data" it writes violated.csv anew. Run in the repository's
# folder: Rscript tests/published/violated.R
if ("data" %in% commandArgs(TRUE)) {
  set.seed(77)
  n <- 90
  f <- rnorm(n)
  item <- function(l) cut(l * f + sqrt(1 - l^2) * rnorm(n), c(-Inf, -1, -.3, .3, 1, Inf), labels = FALSE)
  K <- sapply(c(.85, .8, .8, .75, .05), item)
  colnames(K) <- paste0("K.", 1:5)
  x1 <- rowSums(K[, 1:4])
  x2 <- round(3 * x1 + rnorm(n, 0, 1.6))
  e <- as.numeric(arima.sim(list(ar = .75), n))
  e <- exp(e * .9)
  y <- round(20 + .12 * (x1 - 8)^2 + e * (.4 * x1), 1)
  m <- round(30 + 1.2 * x1 + 2 * rnorm(n) * x1 / 4, 1)
  d <- data.frame(K, X2 = x2, M = m, Y = y, jk = sample(c("L", "P"), n, TRUE))
  write.csv(d, "tests/outcomes/violated.csv", row.names = FALSE, quote = FALSE)
}
suppressMessages({library(sandwich); library(lmtest)})
d <- read.csv("tests/outcomes/violated.csv")
# The fifth item is not valid and is left out.
r <- data.frame(K = rank(rowSums(d[, 1:4])), X2 = rank(d$X2), M = rank(d$M), Y = rank(d$Y))
m <- lm(Y ~ K + X2 + M, r)
print(coeftest(m, vcovHC(m, "HC3")))
print(coef(lm(Y ~ K + X2 + M, as.data.frame(scale(r)))))
