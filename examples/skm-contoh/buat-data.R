# Practice answers of 120 users of one office: every answer drawn by itself, each element with shares of its own.
# `Rscript buat-data.R > jawaban.csv`
set.seed(20250630)
n <- 120
shares <- list(PERS = c(1, 6, 58, 35), PROS = c(2, 10, 60, 28), WAKT = c(4, 20, 54, 22), BIAY = c(1, 3, 26, 70),
               PROD = c(1, 6, 60, 33), KOMP = c(1, 5, 58, 36), PERI = c(1, 4, 52, 43), ADUAN = c(3, 14, 50, 33),
               SARPRAS = c(4, 22, 50, 24))
answers <- sapply(shares, function(share) sample(1:4, n, replace = TRUE, prob = share))
pick <- function(values, prob) sample(values, n, replace = TRUE, prob = prob)
about <- data.frame(
  LATIHAN = "LATIHAN",
  jk = pick(c("L", "P"), c(46, 54)),
  pendidikan = pick(c("SD", "SMP", "SMA", "D3", "S1", "S2"), c(6, 10, 44, 11, 26, 3)),
  pekerjaan = pick(c("PNS/TNI/Polri", "Pegawai swasta", "Wirausaha", "Pelajar/Mahasiswa", "Lainnya"), c(12, 34, 24, 12, 18)),
  layanan = pick(c("KTP-el", "Kartu Keluarga", "Akta Kelahiran", "Pindah Datang"), c(38, 27, 22, 13)))
# Two users left the question about complaints empty.
answers[c(17, 93), "ADUAN"] <- NA
write.csv(cbind(about, answers), stdout(), row.names = FALSE, quote = FALSE, na = "")
