# Practice answers of users of five offices of one city: every answer drawn by itself, each office and element with shares of its own.
# `Rscript buat-data.R > jawaban.csv`
set.seed(20250630)
offices <- c(disdukcapil = 96, dinkes = 120, dpmptsp = 84, dinsos = 66, dishub = 58)
level <- c(disdukcapil = 0.1, dinkes = 0, dpmptsp = 0.45, dinsos = -0.15, dishub = -0.65)
element <- c(PERS = 0.1, PROS = 0, WAKT = -0.35, BIAY = 0.8, PROD = 0.05, KOMP = 0.1, PERI = 0.25, ADUAN = -0.1, SARPRAS = -0.3)
own <- list(disdukcapil = c(WAKT = -0.2), dinkes = c(SARPRAS = -0.3), dpmptsp = c(BIAY = -1), dinsos = c(ADUAN = -0.5), dishub = c(PROS = -0.4))
draw <- function(office) {
  means <- element
  means[names(own[[office]])] <- means[names(own[[office]])] + own[[office]]
  sapply(means, function(mean) as.integer(cut(rnorm(offices[office], mean + level[office]), c(-Inf, -1.9, -1, 0.45, Inf))))
}
answers <- do.call(rbind, lapply(names(offices), draw))
n <- nrow(answers)
about <- data.frame(LATIHAN = "LATIHAN", dinas = rep(names(offices), offices), jk = sample(c("L", "P"), n, replace = TRUE),
                    pendidikan = sample(c("SD", "SMP", "SMA", "D3", "S1", "S2"), n, replace = TRUE, prob = c(6, 10, 44, 11, 26, 3)))
write.csv(cbind(about, answers), stdout(), row.names = FALSE, quote = FALSE)
