# Rscript make.R : makes the data sets and expected.csv beside it (R 4.2.2, lme4 1.1.31)
suppressMessages(library(lme4))
set.seed(20261122)
round_to <- function(x, d) round(x, d)

# Unbalanced visits at irregular times, values missing in the response and in a covariate
n_groups <- 45
sizes <- sample(1:8, n_groups, replace = TRUE)
id <- rep(seq_len(n_groups), sizes)
arm <- rep(sample(c("A", "B", "C"), n_groups, replace = TRUE), sizes)
t <- unlist(lapply(sizes, function(k) sort(round_to(runif(k, 0, 12), 1))))
x <- round_to(rnorm(length(id)), 2)
b <- cbind(rnorm(n_groups, 0, 2), rnorm(n_groups, 0, 0.3))
b[, 2] <- b[, 2] + 0.05 * b[, 1]
y <- 20 + 0.4 * t - 1.5 * (arm == "B") + 0.2 * t * (arm == "C") + 0.7 * x + b[id, 1] + b[id, 2] * t + rnorm(length(id), 0, 1.2)
unbalanced <- data.frame(id = paste0("p", id), arm, t, x, y = round_to(y, 3))
unbalanced$y[sample(nrow(unbalanced), 12)] <- NA
unbalanced$x[sample(nrow(unbalanced), 9)] <- NA
write.csv(unbalanced, "unbalanced.csv", row.names = FALSE, na = "", quote = FALSE)

# Most groups have one row
sizes <- sample(c(1, 1, 1, 1, 2, 3), 60, replace = TRUE)
id <- rep(seq_along(sizes), sizes)
x <- round_to(runif(length(id)), 3)
sparse <- data.frame(id = paste0("g", id), x, y = round_to(3 + x + rnorm(60)[id] + rnorm(length(id), 0, 0.6), 3))
write.csv(sparse, "sparse.csv", row.names = FALSE, na = "", quote = FALSE)

# Three random terms, balanced
id <- rep(1:40, each = 9)
t <- rep(0:8, 40)
s <- rep(c(0, 1, 0, 1, 1, 0, 0, 1, 1), 40)
u <- matrix(rnorm(120), 40) %*% chol(matrix(c(4, 0.5, -0.6, 0.5, 0.5, 0.1, -0.6, 0.1, 1.5), 3))
three <- data.frame(id = paste0("h", id), t, s,
  y = round_to(10 + 0.5 * t + 2 * s + u[id, 1] + u[id, 2] * t + u[id, 3] * s + rnorm(360), 3))
write.csv(three, "three.csv", row.names = FALSE, na = "", quote = FALSE)

# No variance between the slopes, and less between the groups than chance gives
id <- rep(1:15, each = 4)
t <- rep(0:3, 15)
e <- rnorm(60)
e <- e - ave(e, id) + rep(rnorm(15, 0, 0.05), each = 4)
flat <- data.frame(id = paste0("f", id), t, y = round_to(5 + 0.3 * t + e, 3))
write.csv(flat, "flat.csv", row.names = FALSE, na = "", quote = FALSE)

control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-12, maxfun = 1e5),
  calc.derivs = FALSE, check.nobs.vs.nlev = "ignore", check.nobs.vs.nRE = "ignore")
rows <- list()
add <- function(case, quantity, value) rows[[length(rows) + 1]] <<- data.frame(case, quantity, value = sprintf("%.15g", value))
run <- function(case, formula, data, terms = NULL) {
  for (reml in c(FALSE, TRUE)) {
    name <- paste(case, if (reml) "REML" else "ML")
    fits <- lapply(c(0.3, 1, 3), function(s) {
      start <- lFormula(formula, data, REML = reml, control = control)$reTrms
      suppressMessages(lmer(formula, data, REML = reml, control = control, start = s * start$theta))
    })
    fit <- fits[[which.max(sapply(fits, logLik))]]
    add(name, "rows", nobs(fit))
    add(name, "logLikelihood", as.numeric(logLik(fit)))
    add(name, "singular", as.numeric(isSingular(fit)))
    add(name, "residual", sigma(fit)^2)
    add(name, paste0("estimate", seq_along(fixef(fit))), fixef(fit))
    add(name, paste0("standardError", seq_along(fixef(fit))), sqrt(diag(as.matrix(vcov(fit)))))
    v <- if (length(VarCorr(fit)) > 1) diag(unlist(VarCorr(fit))) else as.matrix(VarCorr(fit)[[1]])
    add(name, paste0("variance", seq_len(nrow(v))), diag(v))
    if (nrow(v) > 1) add(name, "covariance", v[2, 1])
    effects <- as.matrix(ranef(fit)[[1]])
    group <- rownames(effects)[1]
    add(name, paste0("effect", seq_len(ncol(effects)), ":", group), effects[1, ])
    linear <- lm(nobars(formula), model.frame(fit))
    add(name, "linear", as.numeric(logLik(linear, REML = reml)))
    for (term in names(terms)) {
      i <- terms[[term]]
      add(name, paste0("wald:", term), as.numeric(t(fixef(fit)[i]) %*% solve(as.matrix(vcov(fit))[i, i, drop = FALSE], fixef(fit)[i])))
    }
  }
}
run("slopes", y ~ t * arm + x + (1 + t | id), unbalanced,
  list(t = 2, arm = 3:4, x = 5, "t:arm" = 6:7))
run("independent", y ~ t * arm + x + (1 + t || id), unbalanced)
run("additive", y ~ arm + x + t + (1 + t | id), unbalanced)
run("slope only", y ~ t + (0 + t | id), unbalanced)
run("three unbalanced", y ~ t + x + (1 + t + x | id), unbalanced)
run("sparse", y ~ x + (1 | id), sparse)
run("three", y ~ t + s + (1 + t + s | id), three)
run("flat", y ~ t + (1 + t | id), flat)
run("flat intercept", y ~ t + (1 | id), flat)
write.csv(do.call(rbind, rows), "expected.csv", row.names = FALSE, quote = FALSE)
