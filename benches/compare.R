# The tables of the example by hand in R: what `bab4 analyze` does in one call. `make bench` times both as whole processes.
#   Rscript benches/compare.R examples/disnaker-semarang/responses.csv
# Needs the packages psych and boot. Prints the tables; the two indirect effects take 10 000 resamples each system, as in the study.
suppressPackageStartupMessages({
  library(psych)
  library(boot)
})

file <- commandArgs(trailingOnly = TRUE)[1]
survey <- read.csv(file, check.names = FALSE)
scales <- c("X1", "X2", "Y1", "Y2")
items <- lapply(setNames(scales, scales), function(s) survey[startsWith(names(survey), paste0(s, "."))])

# Respondents, items, instrument.
for (trait in c("jenis_kelamin", "umur", "pendidikan", "lama_bekerja")) print(prop.table(table(survey[[trait]])))
for (s in scales) {
  print(sapply(items[[s]], function(x) table(factor(x, levels = 1:5))))
  print(describe(items[[s]])[c("n", "mean", "sd", "median", "skew", "kurtosis")])
  instrument <- alpha(items[[s]], warnings = FALSE)
  print(instrument$total)
  print(instrument$item.stats)
  print(instrument$alpha.drop)
}

# Scores and their correlations.
scores <- as.data.frame(lapply(items, rowSums))
print(describe(scores))
print(corr.test(scores)$p)
print(cor(scores, method = "spearman"))
print(cor(scores, method = "kendall"))

# Two regressions with everything their tables need, and their assumptions.
standardized <- function(fit) coef(fit)[-1] * sapply(model.frame(fit)[-1], sd) / sd(model.frame(fit)[[1]])
for (formula in list(Y1 ~ X1 + X2, Y2 ~ X1 + X2 + Y1)) {
  fit <- lm(formula, scores)
  print(summary(fit))
  print(anova(fit))
  print(confint(fit))
  print(standardized(fit))
  print(1 / (1 - sapply(all.vars(formula)[-1], function(x) {
    summary(lm(reformulate(setdiff(all.vars(formula)[-1], x), x), scores))$r.squared
  })))
  print(shapiro.test(resid(fit)))
  print(ks.test(as.numeric(scale(resid(fit))), "pnorm"))
  print(summary(lm(update(formula, abs(resid(fit)) ~ .), scores)))
}

# Indirect effects of X1 and X2 over Y1, percentile and BCa.
indirect <- function(d, i) {
  first <- coef(lm(Y1 ~ X1 + X2, d[i, ]))
  second <- coef(lm(Y2 ~ X1 + X2 + Y1, d[i, ]))
  first[c("X1", "X2")] * second["Y1"]
}
set.seed(2019)
drawn <- boot(scores, indirect, R = 10000)
for (k in 1:2) print(boot.ci(drawn, type = c("perc", "bca"), index = k))
