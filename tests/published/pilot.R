# What tests/outcomes/pilot.yaml comes to; with the argument "data" it writes pilot.csv and pilot-survey.csv anew. Run in the
# repository's folder: Rscript tests/published/pilot.R
if ("data" %in% commandArgs(TRUE)) {
  set.seed(30)
  answers <- function(n, loadings) {
    common <- rnorm(n)
    sapply(loadings, function(l) cut(l * common + sqrt(1 - l^2) * rnorm(n), c(-Inf, -1.2, -0.4, 0.4, 1.2, Inf), labels = FALSE))
  }
  make <- function(n, x, y) {
    d <- data.frame(answers(n, x), answers(n, y))
    names(d) <- c(paste0("X.", 1:5), paste0("Y.", 1:4))
    d
  }
  pilot <- make(32, c(.8, .75, .7, 0, .75), c(.7, .7, .6, .65))
  pilot$Y.2 <- 6 - pilot$Y.2
  pilot[5, "Y.3"] <- NA
  write.csv(pilot, "tests/outcomes/pilot.csv", row.names = FALSE, quote = FALSE, na = "")
  survey <- make(60, c(.8, .8, .1, .75, .7), c(.8, .75, .7, .7))
  survey$Y.2 <- 6 - survey$Y.2
  survey$jk <- rep(c("L", "P"), 30)
  write.csv(survey[c(10, 1:9)], "tests/outcomes/pilot-survey.csv", row.names = FALSE, quote = FALSE)
}
alpha <- function(x) ncol(x) / (ncol(x) - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
critical <- function(n) { t <- qt(0.975, n - 2); t / sqrt(t^2 + n - 2) }
tests <- function(name, items) {
  items <- na.omit(items)
  total <- rowSums(items)
  cat(name, "n", nrow(items), "r table", critical(nrow(items)), "alpha", alpha(items), "\n")
  for (i in names(items)) {
    rest <- total - items[[i]]
    cat(" ", i, sprintf("%.7f", c(cor(items[[i]], total), cor(items[[i]], rest), cor.test(items[[i]], rest)$p.value,
      alpha(items[names(items) != i]))), "\n")
  }
}
for (file in c("pilot.csv", "pilot-survey.csv")) {
  d <- read.csv(file.path("tests/outcomes", file))
  d$Y.2 <- 6 - d$Y.2
  cat(file, nrow(d), "\n")
  tests("X", d[paste0("X.", 1:5)])
  tests("X without X.4", d[paste0("X.", c(1:3, 5))])
  tests("Y", d[paste0("Y.", 1:4)])
}
cat(coef(summary(lm(rowSums(d[paste0("Y.", 1:4)]) ~ rowSums(d[paste0("X.", c(1:3, 5))]))))[2, ], "\n")
