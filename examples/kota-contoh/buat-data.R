# Practice answers of twelve agencies: every answer drawn by itself, uniformly, so that nothing is there to be found.
# `Rscript buat-data.R > jawaban.csv`
set.seed(20250701)
agencies <- c(disdukcapil = 64, dinkes = 71, disdik = 68, dishub = 42, disnaker = 39, dinsos = 45,
              dpupr = 36, dlh = 40, disdag = 44, diskop = 33, dpmptsp = 58, disperkim = 21)
dinas <- rep(names(agencies), agencies)
n <- length(dinas)
X <- matrix(sample(1:5, n * 21, replace = TRUE), n, dimnames = list(NULL, paste0("X.", 1:21)))
Y <- matrix(sample(1:5, n * 13, replace = TRUE), n, dimnames = list(NULL, paste0("Y.", 1:13)))
sex <- sample(1:2, n, replace = TRUE)
rank <- sample(c("II", "III", "IV"), n, replace = TRUE)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", dinas, JK = sex, GOL = rank), X, Y), stdout(), row.names = FALSE, quote = FALSE)
