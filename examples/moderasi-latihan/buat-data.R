# Practice answers in which support from the superior weakens the influence of workload. `Rscript buat-data.R > responses.csv`.
set.seed(20240517)
n <- 126
likert <- function(latent) pmin(5, pmax(1, round(3.2 + latent)))
items <- function(latent, k, noise) sapply(seq_len(k), function(i) likert(latent + rnorm(n, 0, noise) + 0.2 * cos(i)))
load <- rnorm(n, 0, 0.8)
support <- -0.15 * load + rnorm(n, 0, 0.8)
age <- sample(24:57, n, replace = TRUE)
sex <- sample(c("Laki-laki", "Perempuan"), n, replace = TRUE)
performance <- -0.34 * load + 0.30 * support + 0.42 * load * support + 0.004 * (age - 40) + rnorm(n, 0, 0.5)
x <- items(load, 4, 0.5)
x[, 4] <- 6 - x[, 4]
answers <- cbind(x, items(support, 4, 0.5), items(performance, 5, 0.45))
colnames(answers) <- c(paste0("X.", 1:4), paste0("M.", 1:4), paste0("Y.", 1:5))
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", jenis_kelamin = sex, umur = age), answers), stdout(), row.names = FALSE, quote = FALSE)
