# What the claims of src/findings/claims_test.rs come to on the example study, and tests/outcomes/all-claims.yaml.
# Run in the repository's folder: Rscript tests/published/claims.R
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
levene <- function(y, g) anova(lm(abs(y - ave(y, g)) ~ g))$`Pr(>F)`[1]
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
s <- as.data.frame(sapply(c("X1", "X2", "Y1", "Y2"), function(v) rowSums(d[, grep(paste0("^", v, "\\."), names(d))])))
k <- sapply(c("X1", "X2", "Y1", "Y2"), function(v) sum(grepl(paste0("^", v, "\\."), names(d)))); show("items", k)
sex <- factor(d$jenis_kelamin); age <- factor(d$umur)
for (v in names(s)) show("normal", v, shapiro.test(s[[v]])$p.value, "sex", tapply(s[[v]], sex, function(x) shapiro.test(x)$p.value), levene(s[[v]], sex),
  "age", tapply(s[[v]], age, function(x) shapiro.test(x)$p.value), levene(s[[v]], age))
for (v in names(s)) { t <- t.test(s[[v]] ~ sex, var.equal = TRUE); show("student", v, t$statistic, t$p.value); w <- t.test(s[[v]] ~ sex); show("welch", v, w$statistic, w$parameter, w$p.value) }
show("level 70%", unlist(t.test(100 * s$Y2 / (5 * k["Y2"]), mu = 70)[c("statistic", "p.value")]), shapiro.test(s$Y2)$p.value)
show("level 3.5", unlist(t.test(s$Y2 / k["Y2"], mu = 3.5)[c("statistic", "p.value")]))
show("paired", unlist(t.test(s$Y1, s$X1, paired = TRUE)[c("statistic", "p.value")]), shapiro.test(s$Y1 - s$X1)$p.value, wilcox.test(s$Y1, s$X1, paired = TRUE, exact = FALSE, correct = FALSE)$p.value)
show("correlations", cor(s$X1, s$Y2), cor.test(s$X1, s$Y2)$p.value, cor(s$X1, s$Y2, method = "spearman"))
# tests/outcomes/respondents.csv
r <- read.csv("tests/outcomes/respondents.csv"); X <- rowSums(r[, paste0("X.", 1:4)]); Y <- rowSums(r[, paste0("Y.", 1:4)])
c0 <- function(v) v - mean(v, na.rm = TRUE); ok <- complete.cases(X, Y, r$umur)
m <- summary(lm(Y[ok] ~ c0(X[ok]) * c0(r$umur[ok]))); show("product", m$coefficients[4, ])
show("moderator alone", summary(lm(Y[ok] ~ X[ok] + r$umur[ok]))$coefficients[3, 4])
show("association", cor(X, Y, use = "c"), cor.test(X, Y)$p.value, shapiro.test(X)$p.value, shapiro.test(Y)$p.value, unlist(cor.test(X, Y, method = "spearman", exact = FALSE)[c("estimate", "p.value")]))
show("sex", tapply(Y, r$jk, function(x) shapiro.test(x)$p.value), levene(Y, factor(r$jk)), t.test(Y ~ r$jk, var.equal = TRUE)$p.value, tapply(Y, r$jk, mean), wilcox.test(Y ~ r$jk, exact = FALSE, correct = FALSE)$p.value)
show("pair", shapiro.test(Y - X)$p.value, unlist(t.test(Y, X, paired = TRUE)[c("statistic", "p.value")]), wilcox.test(Y, X, paired = TRUE, exact = FALSE, correct = FALSE)$p.value)
show("level", shapiro.test(Y)$p.value, unlist(t.test(Y / 4, mu = 3)[c("statistic", "p.value")]), wilcox.test(Y / 4, mu = 3, exact = FALSE, correct = FALSE)$p.value, mean(Y / 4))
