# Practice scores of a training, before and after. `Rscript buat-data.R > responses.csv`.
set.seed(20231130)
n <- 42
before <- pmin(95, pmax(15, round(rnorm(n, 55, 11) / 2.5) * 2.5))
after <- pmin(100, pmax(20, round((before + (100 - before) * pmin(1, pmax(-.2, rnorm(n, .48, .2)))) / 2.5) * 2.5))
office <- sample(c("Kepala Dinas", "Eselon III", "Kepala Sekolah"), n, replace = TRUE, prob = c(.2, .45, .35))
content <- 0.03 * (after - 75) + rnorm(n, 0, 0.55)
reaction <- sapply(1:4, function(i) pmin(4, pmax(1, round(3 + content + rnorm(n, 0, 0.35)))))
colnames(reaction) <- paste0("R.", 1:4)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", jabatan = office, nilai_awal = before, nilai_akhir = after), reaction), stdout(), row.names = FALSE, quote = FALSE)
