# Practice answers with everything that goes wrong in real ones: an effect against its hypothesis, one too weak to be seen, errors that
# grow with a predictor, an item nobody understood, a few blanks. `Rscript buat-data.R > responses.csv` writes the same file again.
set.seed(20241104)
n <- 112
likert <- function(latent, shift = 0) pmin(5, pmax(1, round(3.4 + shift + latent)))
items <- function(latent, k, noise) sapply(seq_len(k), function(i) likert(latent + rnorm(n, 0, noise), 0.25 * sin(i)))

culture <- rnorm(n, 0, 0.8)
competence <- 0.25 * culture + rnorm(n, 0, 0.7)
workload <- -0.2 * culture + rnorm(n, 0, 0.75)
motivation <- 0.55 * culture + rnorm(n, 0, 0.6)
# The spread grows with the workload, and now and then somebody is far off: neither homoscedastic nor normal.
error <- (0.18 + 0.42 * pmax(0, workload + 0.9)) * (rexp(n) - 1)
performance <- 0.35 * culture + 0.34 * workload + 0.30 * motivation + error

x1 <- items(competence, 5, 0.6)
x2 <- items(workload, 5, 0.5)
x2[, 4] <- sample(1:5, n, replace = TRUE, prob = c(.1, .25, .3, .25, .1))
x3 <- items(culture, 7, 0.5)
m <- items(motivation, 4, 0.5)
y <- items(performance, 6, 0.45)
answers <- cbind(x1, x2, x3, m, y)
colnames(answers) <- c(paste0("X1.", 1:5), paste0("X2.", 1:5), paste0("X3.", 1:7), paste0("M.", 1:4), paste0("Y.", 1:6))
answers[cbind(c(17, 64), c(3, 20))] <- NA
respondents <- data.frame(
  LATIHAN = "LATIHAN",
  jenis_kelamin = sample(c("Laki-laki", "Perempuan"), n, replace = TRUE, prob = c(.46, .54)),
  umur = sample(24:57, n, replace = TRUE),
  golongan = sample(c("II", "III", "IV"), n, replace = TRUE, prob = c(.3, .55, .15))
)
write.csv(cbind(respondents, answers), stdout(), row.names = FALSE, na = "", quote = FALSE)
