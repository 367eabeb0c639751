# Practice answers of twelve agencies. A respondent has a disposition of one's own and one of the agency; an answer is both and
# chance, on five steps, so that the reports show what reports show: scales that hang together, agencies that differ, a claim that is
# supported in some of them and not in others. `Rscript buat-data.R > jawaban.csv`
set.seed(20250701)
agencies <- c(disdukcapil = 64, dinkes = 71, disdik = 68, dishub = 42, disnaker = 39, dinsos = 45,
              dpupr = 36, dlh = 40, disdag = 44, diskop = 33, dpmptsp = 58, disperkim = 21)
dinas <- rep(names(agencies), agencies)
n <- length(dinas)
agency <- rep(round(seq(-0.4, 0.4, length.out = 12), 2)[c(9, 7, 8, 3, 5, 6, 2, 10, 4, 1, 12, 11)], agencies)
values <- agency + rnorm(n, sd = 0.62)
work <- 0.42 * values + rnorm(n, sd = 0.55)
answers <- function(of, items, code) {
  lean <- runif(items, -0.25, 0.25)
  drawn <- outer(of, lean, `+`) + 3.6 + rnorm(n * items, sd = 0.5)
  matrix(pmin(5, pmax(1, round(drawn))), n, dimnames = list(NULL, paste0(code, ".", seq_len(items))))
}
X <- answers(values, 21, "X")
Y <- answers(work, 13, "Y")
sex <- sample(1:2, n, replace = TRUE)
rank <- sample(c("II", "III", "IV"), n, replace = TRUE)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", dinas, JK = sex, GOL = rank), X, Y), stdout(), row.names = FALSE, quote = FALSE)
