# Practice appraisals of 90 employees. `Rscript buat-data.R > penilaian.csv`. No row describes anybody.
set.seed(20250911)
n <- 90
ratings <- c("Di bawah ekspektasi", "Sesuai ekspektasi", "Di atas ekspektasi")
results <- sample(ratings, n, TRUE, c(.07, .73, .20))
behavior <- sample(ratings, n, TRUE, c(.05, .75, .20))
answers <- sapply(1:5, function(i) sample(1:5, n, TRUE, c(.05, .1, .25, .4, .2)))
colnames(answers) <- paste0("X.", 1:5)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", BIDANG = sample(c("Sekretariat", "Bidang I", "Bidang II"), n, TRUE),
  hasil_kerja = results, perilaku_kerja = behavior), answers), stdout(), row.names = FALSE, quote = FALSE)
