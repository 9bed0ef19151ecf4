# Rscript analyses.R > analyses.json
suppressMessages({library(survival); library(lme4); library(mice); library(jsonlite)})
set.seed(7)
m <- 200
rubin <- function(fits) {
  b <- sapply(fits, function(f) if (inherits(f, "lmerMod")) fixef(f) else coef(f))
  u <- sapply(fits, function(f) diag(as.matrix(vcov(f))))
  list(terms = rownames(b), estimate = rowMeans(b), within = rowMeans(u), between = apply(b, 1, var))
}
impute <- function(data, method) {
  predictors <- make.predictorMatrix(data)
  predictors[, colnames(predictors) == "id"] <- 0
  sets <- mice(data, m = m, maxit = 10, printFlag = FALSE, seed = 1, method = method, predictorMatrix = predictors)
  lapply(1:m, function(i) complete(sets, i))
}

n <- 300
x <- rnorm(n)
z <- rbinom(n, 1, 0.5)
site <- sample(c("a", "b"), n, TRUE)
t <- round(rexp(n, 0.1 * exp(0.7 * x + 0.5 * z + 0.4 * (site == "b"))), 2) + 0.01
end <- runif(n, 2, 25)
cox <- data.frame(time = round(pmin(t, end), 2), event = as.integer(t <= end), x = round(x, 3), z = z, site = site)
cox$x[runif(n) < plogis(-1 + cox$event)] <- NA
cox$z[runif(n) < 0.2] <- NA
sets <- impute(transform(cox, site = factor(site)), c("", "", "norm", "pmm", ""))
a <- rubin(lapply(sets, function(s) coxph(Surv(time, event) ~ x + z + strata(site), s)))

ids <- 80
mixed <- data.frame(id = sprintf("p%02d", rep(1:ids, each = 4)), week = rep(0:3, ids), arm = rep(rep(0:1, ids / 2), each = 4))
base <- rnorm(ids)
mixed$age <- round(rep(45 + 5 * rnorm(ids), each = 4), 1)
mixed$y <- round(3 + 0.05 * mixed$age + 0.4 * mixed$week - 0.3 * mixed$week * mixed$arm + rep(base, each = 4) + rnorm(4 * ids, 0, 0.6), 3)
mixed$y[runif(4 * ids) < 0.1 * mixed$week] <- NA
mixed$age[runif(4 * ids) < 0.1] <- NA
sets <- impute(mixed, c("", "", "", "norm", "norm"))
b <- rubin(lapply(sets, function(s) lmer(y ~ age + week + arm + week:arm + (1 | id), s, REML = FALSE)))
cat(toJSON(list(imputations = m, cox = list(columns = as.list(cox), pooled = a), mixed = list(columns = as.list(mixed), pooled = b)),
  digits = NA, auto_unbox = TRUE, na = "null"))
