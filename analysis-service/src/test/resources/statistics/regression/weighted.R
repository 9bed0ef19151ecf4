# Writes weighted.csv and prints the expected numbers of RegressionAgainstRTest.
# R 4.2.2, nnet 7.3-18, MASS 7.3-58.2: Rscript weighted.R
set.seed(7); n <- 60
x <- round(rnorm(n), 3); z <- sample(c("a", "b", "c"), n, TRUE); w <- sample(0:4, n, TRUE)
y <- rbinom(n, 1, plogis(-.5 + x + (z == "b"))); v <- round(1 + 2 * x + (z == "b") + rnorm(n), 3)
k <- as.integer(cut(x + rlogis(n), c(-Inf, -1, 1, Inf)))
D <- data.frame(x, z, w, y, v, k); write.csv(D, "weighted.csv", row.names = FALSE, quote = FALSE)
K <- D[D$w > 0, ]; show <- function(what, values) cat(what, format(values, digits = 12), "\n")
# Counts are repeated rows. glm(weights = w) begins elsewhere and stops with standard errors that are off by 2e-8.
f <- glm(y ~ x + z, binomial, D[rep(seq_len(n), D$w), ], epsilon = 1e-14)
show("logit b", coef(f)); show("logit se", sqrt(diag(vcov(f)))); show("logit ll", logLik(f))
f <- nnet::multinom(factor(k) ~ x + z, K, weights = w, reltol = 1e-16, maxit = 1000, trace = FALSE)
show("multinom b", t(coef(f))); show("multinom se", sqrt(diag(vcov(f)))); show("multinom ll", logLik(f))
f <- MASS::polr(factor(k) ~ x + z, K, weights = w, Hess = TRUE, control = list(reltol = 1e-16))
show("polr b", coef(summary(f))[, 1]); show("polr se", coef(summary(f))[, 2]); show("polr ll", logLik(f))
f <- lm(v ~ x + z, K, weights = w); s <- summary(f)
show("lm b", coef(f)); show("lm se", coef(s)[, 2]); show("lm sigma r2 ll", c(s$sigma, s$r.squared, logLik(f)))
X <- model.matrix(f); A <- solve(t(X) %*% (X * K$w)); e <- residuals(f); h <- hatvalues(f); m <- nrow(K); p <- 4
for (i in 0:3) {
  c <- switch(i + 1, 1, m / (m - p), 1 / (1 - h), 1 / (1 - h)^2)
  show(paste0("HC", i), sqrt(diag(A %*% (t(X) %*% (X * (c * K$w^2 * e^2))) %*% A)))
}
show("cook", sum(cooks.distance(f))); show("rstandard", sum(abs(rstandard(f)))); show("rstudent", sum(abs(rstudent(f))))
