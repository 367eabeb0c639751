# Practice appraisals of 90 employees. `Rscript buat-data.R > penilaian.csv`. No row describes anybody.
set.seed(20250911)
n <- 90
ratings <- c("Di bawah ekspektasi", "Sesuai ekspektasi", "Di atas ekspektasi")
results <- sample(ratings, n, TRUE, c(.07, .73, .20))
behavior <- sample(ratings, n, TRUE, c(.05, .75, .20))
# Supervision as one thing: half of each answer is shared, and results hang on it a little.
shared <- rnorm(n) + .5 * (match(results, ratings) - 2)
answers <- sapply(1:5, function(i) pmin(5, pmax(1, round(3.6 + .7 * shared + rnorm(n, 0, .7)))))
colnames(answers) <- paste0("X.", 1:5)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", BIDANG = sample(c("Sekretariat", "Bidang I", "Bidang II"), n, TRUE),
  hasil_kerja = results, perilaku_kerja = behavior), answers), stdout(), row.names = FALSE, quote = FALSE)
