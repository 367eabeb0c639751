# Comparisons of independent groups, for src/stats/{mann_whitney,kruskal_wallis,post_hoc,dunn,standardized_difference,variance_explained}.rs.
# Run in the repository's folder: Rscript tests/published/groups.R
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
d <- read.csv("examples/disnaker-semarang/responses.csv", check.names = FALSE)
Y2 <- rowSums(d[, grep("^Y2\\.", names(d))])
sex <- factor(d$jenis_kelamin); age <- factor(d$umur)
show("groups", levels(sex), table(sex), levels(age), table(age))
# Mann-Whitney without continuity correction; the exact distribution of U as SPSS prints it ignores ties.
w <- wilcox.test(Y2 ~ sex, exact = FALSE, correct = FALSE)
r <- rank(Y2); n <- table(sex); W <- tapply(r, sex, sum); U1 <- W[[1]] - n[[1]] * (n[[1]] + 1) / 2
t <- table(Y2); N <- length(Y2)
z <- (U1 - prod(n) / 2) / sqrt(prod(n) / (N * (N - 1)) * ((N^3 - N) / 12 - sum(t^3 - t) / 12))
show("mann_whitney", U1, W, W / n, z, w$p.value)
for (v in list(c(6, 10, 12), c(37, 10, 10), c(0, 3, 4), c(25, 4, 50))) show("exact", v, min(1, 2 * pwilcox(v[1], v[2], v[3])))
# Rank-biserial interval: Newcombe (2006), method 5.
newcombe <- function(th, m, n) { s <- (m + n) / 2 - 1; q <- qnorm(.975)
  f <- function(x) (th - x)^2 - q^2 * x * (1 - x) * (1 + s * ((1 - x) / (2 - x) + x / (1 + x))) / (m * n)
  2 * c(uniroot(f, c(1e-12, th), tol = 1e-15)$root, uniroot(f, c(th, 1 - 1e-12), tol = 1e-15)$root) - 1 }
show("rank_biserial", 2 * U1 / prod(n) - 1, newcombe(U1 / prod(n), n[[1]], n[[2]]))
# Kruskal-Wallis and Dunn (1964) with Holm's correction.
k <- kruskal.test(Y2 ~ age); R <- tapply(r, age, mean); m <- table(age)
show("kruskal", k$statistic, k$p.value, R, k$statistic / (N - 1))
pairs <- combn(3, 2)
zz <- apply(pairs, 2, function(p) (R[[p[1]]] - R[[p[2]]]) / sqrt((N * (N + 1) / 12 - sum(t^3 - t) / (12 * (N - 1))) * (1 / m[[p[1]]] + 1 / m[[p[2]]])))
p <- 2 * pnorm(-abs(zz)); show("dunn", zz, p, p.adjust(p, "holm"))
x <- c(2.9, 3.0, 2.5, 2.6, 3.2, 3.8, 2.7, 4.0, 2.4, 2.8, 3.4, 3.7, 2.2, 2.0) # Hollander & Wolfe 1973, 116
kk <- kruskal.test(x, factor(rep(1:3, c(5, 4, 5)))); show("hollander", kk$statistic, kk$p.value)
# Tukey-Kramer and Games-Howell.
tk <- TukeyHSD(aov(Y2 ~ age))$age; show("tukey", t(tk))
M <- tapply(Y2, age, mean); V <- tapply(Y2, age, var) / m
gh <- apply(pairs, 2, function(p) { i <- p[1]; j <- p[2]; se <- sqrt(V[[i]] + V[[j]]); df <- se^4 / (V[[i]]^2 / (m[[i]] - 1) + V[[j]]^2 / (m[[j]] - 1))
  q <- qtukey(.95, 3, df); D <- M[[i]] - M[[j]]; c(D, se, df, D / se, ptukey(abs(D) / se * sqrt(2), 3, df, lower.tail = FALSE), D - q * se / sqrt(2), D + q * se / sqrt(2)) })
show("games_howell", gh)
# Cohen's d and Hedges' g between noncentral t limits; eta squared between noncentral F limits (Steiger 2004).
tt <- t.test(Y2 ~ sex, var.equal = TRUE); scale <- sqrt(prod(n) / sum(n)); df <- N - 2
lim <- sapply(c(.975, .025), function(p) uniroot(function(x) pt(tt$statistic, df, x) - p, c(-20, 20), tol = 1e-12)$root)
J <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
show("d", tt$statistic / scale, lim / scale, J * tt$statistic / scale, J * lim / scale)
ncf <- function(F, a, b) sapply(c(.975, .025), function(p) if (pf(F, a, b) < p) 0 else uniroot(function(x) pf(F, a, b, ncp = x) - p, c(0, 2000), tol = 1e-12)$root)
a <- anova(lm(Y2 ~ age)); l <- ncf(a$F[1], 2, 65); show("eta", l, l / (l + N))
s <- anova(lm(count ~ spray, InsectSprays)); l <- ncf(s$F[1], 5, 66); show("eta sprays", l, l / (l + 72))
