# One method of R on the data of a directory, timed, for comparison with the engine.
# Arguments: the directory with columns.txt (names) and columns.bin (doubles, column after column; NaN is missing), the
# method, the number of rounds, then what the method takes. Reading and preparing are not timed. A first run on some
# thousand rows warms R up. Writes three lines: versions; seconds of each round; the estimates.
arguments <- commandArgs(trailingOnly = TRUE)
directory <- arguments[1]
rounds <- as.integer(arguments[3])
given <- arguments[-(1:3)]

names <- readLines(file.path(directory, "columns.txt"))
file <- file.path(directory, "columns.bin")
numbers <- readBin(file, "double", file.size(file) / 8, endian = "little")
data <- as.data.frame(matrix(numbers, ncol = length(names), dimnames = list(NULL, names)))

# Each method: the package it needs, how data are prepared, what is timed, and which estimates are compared.
itself <- function(data) data
with_groups <- function(data) transform(data, group = factor(group))
bootstrap <- list(
  package = "stats", prepare = function(data) data$y,
  fit = function(y) {
    n <- length(y)
    medians <- numeric(as.integer(given[1]))
    for (i in seq_along(medians)) medians[i] <- median(y[sample.int(n, n, replace = TRUE)])
    medians
  },
  estimates = function(medians) c(sd(medians), quantile(medians, c(0.025, 0.975), type = 2)))

chained_equations <- list(
  package = "mice",
  prepare = function(data) {
    data[is.na(data)] <- NA
    binary <- grepl("^binary", names(data))
    data[binary] <- lapply(data[binary], factor)
    data
  },
  fit = function(data) {
    incomplete <- vapply(data, anyNA, NA)
    method <- ifelse(incomplete, ifelse(vapply(data, is.factor, NA), "logreg", "pmm"), "")
    mice(data, m = as.integer(given[1]), maxit = as.integer(given[2]), method = method, printFlag = FALSE)
  },
  estimates = function(imputed) {
    filled <- imputed$imp[vapply(imputed$imp, function(one) !is.null(one) && nrow(one) > 0, NA)]
    vapply(filled, function(one) mean(as.numeric(as.character(as.matrix(one)))), 0)
  })

cox <- list(
  package = "survival", prepare = itself,
  fit = function(data) coxph(Surv(time, event) ~ x1 + x2 + x3 + x4 + x5, data = data),
  estimates = function(fit) c(coef(fit), sqrt(diag(vcov(fit))), fit$loglik, fit$concordance[["concordance"]]))

log_rank <- list(
  package = "survival", prepare = with_groups,
  fit = function(data) survdiff(Surv(time, event) ~ group, data = data),
  estimates = function(test) c(test$chisq, test$obs, test$exp))

kaplan_meier <- list(
  package = "survival", prepare = with_groups,
  fit = function(data) survfit(Surv(time, event) ~ group, data = data),
  estimates = function(fit) {
    at <- summary(fit, times = 100)
    c(at$surv, at$std.err, at$lower, quantile(fit, 0.5)$quantile)
  })

mixed_model <- list(
  package = "lme4", prepare = itself,
  fit = function(data) lmer(y ~ week * arm + (1 + week | id), data = data, REML = FALSE),
  estimates = function(fit) {
    random <- VarCorr(fit)$id
    c(fixef(fit), sqrt(diag(as.matrix(vcov(fit)))), as.numeric(logLik(fit)),
      random[1, 1], random[2, 2], random[1, 2], sigma(fit)^2)
  })

robust_regression <- list(
  package = "MASS", prepare = itself,
  fit = function(data) {
    psi <- switch(given[1], HUBER = psi.huber, BISQUARE = psi.bisquare)
    if (length(given) == 1) rlm(y ~ ., data = data, psi = psi)
    else rlm(y ~ ., data = data, psi = psi, acc = as.numeric(given[2]), maxit = 1000)
  },
  estimates = function(fit) c(coef(fit), summary(fit)$coefficients[, 2], fit$s))

rank_sum <- list(
  package = "stats", prepare = function(data) split(data$y, data$group),
  fit = function(samples) wilcox.test(samples[[1]], samples[[2]], exact = FALSE, correct = FALSE),
  estimates = function(test) c(test$statistic, test$p.value))

method <- get(arguments[2])
suppressPackageStartupMessages(library(method$package, character.only = TRUE))
prepared <- method$prepare(data)
set.seed(1)
invisible(method$fit(method$prepare(head(data, 3000))))
set.seed(1)
seconds <- vapply(seq_len(rounds), function(round) {
  start <- Sys.time() # system.time() counts milliseconds only
  fit <<- method$fit(prepared)
  as.numeric(difftime(Sys.time(), start, units = "secs"))
}, 0)
cat(R.version$version.string, method$package, as.character(packageVersion(method$package)), "\n")
cat(format(seconds, digits = 17), "\n")
cat(format(method$estimates(fit), digits = 17), "\n")
