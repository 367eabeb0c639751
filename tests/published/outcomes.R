# What the claims of tests/outcomes/edges.yaml, long-chain.yaml and moderated.yaml come to; with the argument "data" it
# writes edges.csv anew. Run in the repository's folder: Rscript tests/published/outcomes.R
options(digits = 16, warn = -1)
show <- function(name, ...) cat(name, ..., "\n")
if ("data" %in% commandArgs(TRUE)) {
  set.seed(11); n <- 80; pre <- round(rnorm(n, 60, 12)); post <- pmin(100, round(pre + rnorm(n, 9, 10))); pre[1] <- 100; post[1] <- 100
  a <- rep(c("Ya", "Tidak"), c(12, 68)); b <- ifelse(a == "Ya", "Lulus", ifelse(runif(n) < .3, "Tidak Lulus", "Lulus"))
  l1 <- rbinom(n, 1, .4); l2 <- ifelse(runif(n) < .3, 1 - l1, l1)
  write.csv(data.frame(PRE = pre, POST = post, SAMA = pre, TETAP = 3, L1 = l1, L2 = l2, hadir_persen = pmin(100, round(75 + 10 * rexp(n) - 8, 1)),
    satu = c("Tunggal", rep("Banyak", n - 1)), unit = sprintf("Unit %02d", rep(1:40, 2)), semua = "Sama", ikut = a, hasil = b), "tests/outcomes/edges.csv", row.names = FALSE, quote = FALSE)
}
e <- read.csv("tests/outcomes/edges.csv"); D <- e$POST - e$PRE
show("pair", shapiro.test(D)$p.value, unlist(t.test(e$POST, e$PRE, paired = TRUE)[c("statistic", "p.value")]), wilcox.test(e$POST, e$PRE, paired = TRUE, exact = FALSE, correct = FALSE)$p.value)
g <- (D / (100 - e$PRE))[e$PRE < 100]; show("gain", mean(g), (mean(e$POST) - mean(e$PRE)) / (100 - mean(e$PRE)), sum(e$PRE == 100), sum(g < 0), table(cut(g, c(-Inf, .3, .7, Inf), right = FALSE)))
show("single", wilcox.test(PRE ~ satu, e, exact = FALSE, correct = FALSE)$p.value)
k <- kruskal.test(PRE ~ unit, e); show("forty", k$statistic, k$p.value)
show("fisher", fisher.test(table(e$ikut, e$hasil))$p.value, table(e$ikut, e$hasil))
up <- sum(e$L2 > e$L1); down <- sum(e$L2 < e$L1); show("mcnemar", up, down, binom.test(up, up + down)$p.value, (abs(up - down) - 1)^2 / (up + down))
show("hadir", shapiro.test(e$hadir_persen)$p.value, mean(e$hadir_persen), wilcox.test(e$hadir_persen, mu = 70, exact = FALSE, correct = FALSE)$p.value, t.test(e$hadir_persen, mu = 70)$p.value)
# Indirect effects of two paths and of a chain of four steps: the sample, and 20 000 resamples.
m <- read.csv("tests/outcomes/mediation.csv"); b <- function(f, d, v) coef(lm(f, d))[[v]]
effects <- function(d) {
  p1 <- b(P1 ~ X, d, "X") * b(YP ~ X + P1 + P2, d, "P1"); p2 <- b(P2 ~ X, d, "X") * b(YP ~ X + P1 + P2, d, "P2")
  chain <- b(S1 ~ X, d, "X") * b(S2 ~ X + S1, d, "S1") * b(YS ~ X + S1 + S2, d, "S2") * b(Y1 ~ X + S1 + S2 + YS, d, "YS")
  c(p1, p2, p1 + p2, p1 - p2, chain)
}
show("indirect", effects(m)); sds <- function(f, d, v) b(f, d, v) * sd(d[[v]]) / sd(d[[all.vars(f)[1]]])
show("standardized chain", sds(S1 ~ X, m, "X") * sds(S2 ~ X + S1, m, "S1") * sds(YS ~ X + S1 + S2, m, "S2") * sds(Y1 ~ X + S1 + S2 + YS, m, "YS"))
if ("bootstrap" %in% commandArgs(TRUE)) {
  set.seed(5); fit <- function(y, x) .lm.fit(cbind(1, x), y)$coefficients
  fast <- function(d) { p <- fit(d$YP, cbind(d$X, d$P1, d$P2)); a1 <- fit(d$P1, d$X)[2] * p[3]; a2 <- fit(d$P2, d$X)[2] * p[4]
    ch <- fit(d$S1, d$X)[2] * fit(d$S2, cbind(d$X, d$S1))[3] * fit(d$YS, cbind(d$X, d$S1, d$S2))[4] * fit(d$Y1, cbind(d$X, d$S1, d$S2, d$YS))[5]; c(a1, a2, a1 + a2, a1 - a2, ch) }
  r <- t(replicate(20000, fast(m[sample.int(nrow(m), replace = TRUE), ]))); s <- apply(r, 2, sort)
  show("percentile low", s[500, ]); show("percentile high", s[19501, ])
}
# A moderation with a control and 0/1 columns; the first class is the reference.
m$kelas <- factor(m$kelas, c("Pagi", "Siang", "Sore", "Malam")); m$kelas <- droplevels(m$kelas); m$x <- m$X - mean(m$X); m$p <- m$P1 - mean(m$P1)
f <- lm(YP ~ x + p + P2 + kelas + I(x * p), m); a <- anova(lm(YP ~ x + p + P2 + kelas, m), f); c4 <- summary(f)$coefficients
show("moderation", tail(c4, 1), a$F[2], a$`Pr(>F)`[2], f$df.residual, summary(f)$r.squared, summary(lm(YP ~ x + p + P2 + kelas, m))$coefficients["p", 4])
