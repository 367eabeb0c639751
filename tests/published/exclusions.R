# What tests/outcomes/exclusions.yaml comes to without and with those it leaves out; with the argument "data" it writes
# exclusions.csv anew. Run in the repository's folder: Rscript tests/published/exclusions.R
options(digits = 12)
if ("data" %in% commandArgs(TRUE)) {
  set.seed(11)
  n <- 48
  likert <- function(l) pmin(5, pmax(1, round(3 + l)))
  x <- rnorm(n, 0, .9)
  y <- .12 * x + rnorm(n, 0, .9)
  m <- cbind(sapply(1:5, function(i) likert(x + rnorm(n, 0, .6))), sapply(1:5, function(i) likert(y + rnorm(n, 0, .6))))
  # Six who gave one answer to everything: they alone make X and Y go together.
  m <- rbind(m, matrix(rep(c(5, 5, 1, 5, 1, 5), 10), 6))[c(1:10, 49, 11:20, 50, 21:30, 51, 31:40, 52, 41:48, 53, 54), ]
  colnames(m) <- c(paste0("X.", 1:5), paste0("Y.", 1:5))
  nilai <- round(50 + 4 * (rowSums(m[, 1:5]) - 15) + rnorm(nrow(m), 0, 10))
  write.csv(data.frame(m, nilai, check.names = FALSE), "tests/outcomes/exclusions.csv", row.names = FALSE, quote = FALSE)
}
d <- read.csv("tests/outcomes/exclusions.csv")
x <- rowSums(d[1:5])
y <- rowSums(d[6:10])
keep <- apply(d[1:10], 1, function(row) length(unique(row)) > 1)
print(which(!keep) + 1)
keep[7 - 1] <- FALSE
for (rows in list(keep, rep(TRUE, nrow(d)))) {
  cat("n", sum(rows), "\n")
  print(summary(lm(y[rows] ~ x[rows]))$coefficients[2, 3:4])
  print(summary(lm(d$nilai[rows] ~ x[rows]))$coefficients[2, 3:4])
}
