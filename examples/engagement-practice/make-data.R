# Practice answers for a framework of six variables and two mediators. `Rscript make-data.R > responses.csv` writes the same file again.
set.seed(20251122)
n <- 164
likert <- function(latent, shift) pmin(5, pmax(1, round(3.6 + shift + latent)))
items <- function(latent, k, noise) sapply(seq_len(k), function(i) likert(latent + rnorm(n, 0, noise), 0.3 * sin(2 * i)))

leadership <- rnorm(n, 0, 0.75)
environment <- 0.35 * leadership + rnorm(n, 0, 0.65)
career <- 0.25 * leadership + rnorm(n, 0, 0.70)
satisfaction <- 0.34 * leadership + 0.30 * environment + 0.05 * career + rnorm(n, 0, 0.50)
engagement <- 0.16 * leadership + 0.22 * career + 0.40 * satisfaction + rnorm(n, 0, 0.45)
performance <- 0.05 * leadership + 0.18 * environment + 0.12 * career + 0.12 * satisfaction + 0.42 * engagement + rnorm(n, 0, 0.42)

answers <- cbind(
  items(leadership, 5, 0.55), items(environment, 4, 0.55), items(career, 4, 0.55),
  items(satisfaction, 5, 0.50), items(engagement, 6, 0.50), items(performance, 5, 0.50)
)
colnames(answers) <- c(
  paste0("X1.", 1:5), paste0("X2.", 1:4), paste0("X3.", 1:4), paste0("M1.", 1:5), paste0("M2.", 1:6), paste0("Y.", 1:5)
)
answers[cbind(c(31, 97, 140), c(4, 15, 27))] <- NA
respondents <- data.frame(
  LATIHAN = "LATIHAN",
  gender = sample(c("m", "f"), n, replace = TRUE, prob = c(.44, .56)),
  age = sample(22:58, n, replace = TRUE),
  education = sample(c("secondary", "diploma", "bachelor", "master"), n, replace = TRUE, prob = c(.16, .2, .52, .12)),
  tenure = sample(0:29, n, replace = TRUE, prob = rev(seq(0.02, 0.06, length.out = 30)))
)
write.csv(cbind(respondents, answers), stdout(), row.names = FALSE, na = "", quote = FALSE)
