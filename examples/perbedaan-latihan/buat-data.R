# Practice answers of teachers: groups, an association, two characteristics, a level. `Rscript buat-data.R > responses.csv`.
set.seed(20240818)
n <- 96
sex <- sample(c("L", "P"), n, replace = TRUE, prob = c(.42, .58))
rank <- sample(c("II", "III", "IV"), n, replace = TRUE, prob = c(.2, .5, .3))
latent <- 0.55 * (sex == "P") + 0.35 * (rank == "IV") + rnorm(n, 0, 0.9)
likert <- function(v) pmin(7, pmax(1, round(4.9 + v)))
ocb <- sapply(1:6, function(i) likert(latent + rnorm(n, 0, 0.7)))
colnames(ocb) <- paste0("OCB.", 1:6)
attendance <- round(pmin(100, 100 - rexp(n, 1 / pmax(1, 9 - 2.2 * latent))), 1)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", jenis_kelamin = sex, golongan = rank, hadir_persen = attendance), ocb), stdout(), row.names = FALSE, quote = FALSE)
