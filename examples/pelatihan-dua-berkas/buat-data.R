# Practice answers of a training: a pretest and a posttest in two files, matched by the participants' NIP. `Rscript buat-data.R`
# writes both as CSV, and LibreOffice makes workbooks of them, NIP as text (`soffice` must be there).
set.seed(20230907)
n <- 96
nip <- sprintf("1980%08d%06d", sample(1e7, n), sample(1e5, n))
jabatan <- sample(c("Kepala Dinas", "Eselon III", "Kepala Sekolah", "Kepala Desa"), n, TRUE, c(.15, .3, .3, .25))
kelas <- paste("Angkatan", rep(c("I", "II", "III"), length.out = n))
ability <- rnorm(n)
pre <- pmin(100, pmax(0, round(2 * (58 + 9 * ability + rnorm(n, 0, 6))) / 2))
post <- pmin(100, pmax(0, round(2 * (71 + 7 * ability + rnorm(n, 0, 6))) / 2))
words <- c("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik")
liking <- .5 * scale(post)[, 1] + rnorm(n, 0, .8)
reaction <- sapply(1:4, function(i) words[pmin(4, pmax(1, round(2.9 + .6 * liking + rnorm(n, 0, .5))))])
pretest <- data.frame(No = seq_len(n), nama = sprintf("Peserta Latihan %02d", seq_len(n)), nip, jabatan, kelas, nilai = pre, LATIHAN = "LATIHAN")
posttest <- data.frame(nip, nama = pretest$nama, nilai = post, reaction)
names(posttest) <- c("NIP", "Nama", "nilai", "Materi", "Narasumber", "Metode", "Fasilitas")
# Five did not come back, two came only to the posttest, one was handed in twice; the rows are in another order.
posttest <- posttest[-c(4, 19, 37, 58, 80), ]
guests <- posttest[1:2, ]
guests$NIP <- c("197700000000000001", "197700000000000002")
guests$Nama <- c("Peserta Latihan 97", "Peserta Latihan 98")
again <- posttest[11, ]
again$nilai <- again$nilai + 4
posttest <- rbind(posttest[sample(nrow(posttest)), ], guests, again)
# Decimal commas in the posttest, as a spreadsheet in Indonesian writes them.
posttest$nilai <- sub(".", ",", format(posttest$nilai, trim = TRUE, drop0trailing = TRUE), fixed = TRUE)
write.csv(pretest, "pretest.csv", row.names = FALSE, quote = FALSE)
write.table(posttest, "posttest.csv", row.names = FALSE, quote = FALSE, sep = ";")
# 44 or 59 is the delimiter; column 3 or 1, and the marks of the posttest, are text (type 2).
# The libraries that R names are not LibreOffice's.
Sys.unsetenv("LD_LIBRARY_PATH")
system2("soffice", c("--headless", "--infilter='CSV:44,34,76,1,3/2'", "--convert-to", "xlsx", "pretest.csv"))
system2("soffice", c("--headless", "--infilter='CSV:59,34,76,1,1/2/3/2'", "--convert-to", "xlsx", "posttest.csv"))
file.remove("pretest.csv", "posttest.csv")
