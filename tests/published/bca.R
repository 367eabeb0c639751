# What tests/outcomes/decides-bca.yaml comes to; with the argument "data" it writes decides-bca.csv anew. Run in the
# repository's folder: Rscript tests/published/bca.R
# R 4.2.2, package boot 1.3-28.1. The interval is boot.ci's "bca" with the jackknife values in place of the regression estimate.
suppressMessages(library(boot))
n <- 45
set.seed(3)
X <- round(rnorm(n, 30, 5))
pair <- function(seed) {
  set.seed(1000 + seed)
  m <- round(20 + 0.35 * (X - 30) + rnorm(n, 0, 4))
  cbind(m, round(40 + 0.3 * (m - 20) + rnorm(n, 0, 3.2) + .1 * (X - 30)))
}
two <- pair(143)
three <- pair(49)
set.seed(5)
M1 <- round(20 + 0.6 * (X - 30) + rnorm(n, 0, 3))
M4 <- round(20 + 0.3 * (X - 30) + rnorm(n, 0, 4))
Y1 <- round(40 + 0.7 * (M1 - 20) + 0.1 * (M4 - 20) + rnorm(n, 0, 3))
data <- data.frame(X, M1, M4, Y1, M2 = two[, 1], Y2 = two[, 2], M3 = three[, 1], Y3 = three[, 2])
if ("data" %in% commandArgs(TRUE)) write.csv(data, "tests/outcomes/decides-bca.csv", row.names = FALSE, quote = FALSE)

slope <- function(outcome, predictors) .lm.fit(cbind(1, predictors), outcome)$coefficients[-1]
paths <- function(d, i) {
  d <- as.matrix(d)[i, ]
  b <- slope(d[, "Y1"], d[, c("X", "M1", "M4")])
  one <- slope(d[, "M1"], d[, "X"]) * b[2]
  four <- slope(d[, "M4"], d[, "X"]) * b[3]
  c(one, four, one + four, one - four,
    slope(d[, "M2"], d[, "X"]) * slope(d[, "Y2"], d[, c("X", "M2")])[2],
    slope(d[, "M3"], d[, "X"]) * slope(d[, "Y3"], d[, c("X", "M3")])[2])
}
set.seed(20)
drawn <- boot(data, paths, R = 100000)
for (index in 1:6) {
  L <- empinf(data = data, statistic = function(d, i) paths(d, i)[index], stype = "i", type = "jack")
  ci <- boot.ci(drawn, index = index, type = c("perc", "bca"), L = L)
  cat(index, sprintf("%.5f", c(drawn$t0[index], ci$percent[4:5], ci$bca[4:5])), "\n")
}
