# Practice answers: independent random draws, so that no variable has to do with another. R 4.2.2, Rscript buat-data.R
set.seed(2024)
n <- 54
answer <- function(p, values) sample(values, n, replace = TRUE, prob = p)
data <- data.frame(LATIHAN = "LATIHAN", jk = answer(c(.55, .45), c("Laki-laki", "Perempuan")),
  jabatan = answer(c(.15, .35, .5), c("Struktural", "Fungsional", "Pelaksana")))
yes <- c(.85, .7, .6, .45, .3)
for (i in seq_along(yes)) data[[paste0("P.", i)]] <- answer(c(1 - yes[i], yes[i]), c("Tidak", "Ya"))
for (i in 1:13) data[[paste0("Y.", i)]] <- answer(c(.05, .12, .28, .35, .2), 1:5)
write.csv(data, "responses.csv", row.names = FALSE, quote = FALSE)
