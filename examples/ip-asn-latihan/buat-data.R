# Practice records of 120 employees of four units. `Rscript buat-data.R > pegawai.csv`. No row describes anybody.
set.seed(20250910)
units <- c("Sekretariat" = 24, "Bidang Mutasi" = 30, "Bidang Pengembangan" = 34, "Bidang Data" = 32)
unit <- rep(names(units), units)
n <- length(unit)
kind <- sample(c("struktural", "fungsional", "pelaksana"), n, replace = TRUE, prob = c(.2, .3, .5))
rank <- ifelse(kind == "struktural", sample(c("III", "IV"), n, TRUE, c(.5, .5)), sample(c("II", "III"), n, TRUE, c(.35, .65)))
pick <- function(values, prob) sample(values, n, replace = TRUE, prob = prob)
degree <- ifelse(kind == "pelaksana", pick(c("S1", "D-III", "SLTA"), c(.4, .25, .35)), pick(c("S2", "S1", "D-IV"), c(.3, .6, .1)))
post <- ifelse(kind == "pelaksana", "", pick(c("Ya", "Tidak"), c(.6, .4)))
hours <- pick(c(0, 8, 16, 20, 24, 40), c(.25, .15, .15, .2, .15, .1))
seminar <- pick(c("Ya", "Tidak"), c(.45, .55))
value <- round(pmin(99, pmax(48, rnorm(n, 81, 7))), 2)
penalty <- pick(c("Tidak pernah", "Ringan", "Sedang"), c(.95, .03, .02))
d <- data.frame(LATIHAN = "LATIHAN", UNIT = unit, GOL = rank, jenis_jabatan = kind, pendidikan = degree, diklat_jabatan = post,
                diklat_teknis_jp = hours, seminar = seminar, nilai_kinerja = value, hukuman_disiplin = penalty)
d$nilai_kinerja[c(17, 58)] <- NA       # two employees without an appraisal
d$pendidikan[91] <- NA                 # and one without a degree on file
write.csv(d, stdout(), row.names = FALSE, quote = FALSE, na = "")
