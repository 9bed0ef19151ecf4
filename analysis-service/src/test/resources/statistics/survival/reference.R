# Makes data.csv and expected.json: Rscript reference.R (R 4.2.2, survival 3.5-3, jsonlite)
suppressMessages({library(survival); library(jsonlite)})
set.seed(20)
n <- 240
person <- rep(seq_len(n / 2), each = 2)
frailty <- rep(rnorm(n / 2, 0, 0.5), each = 2)
d <- data.frame(person, site = sample(c("A", "B", "C"), n, TRUE), arm = sample(c("control", "treated"), n, TRUE),
                age = round(rnorm(n, 50, 9)), dose = round(rexp(n), 2), w = sample(c(0.5, 1, 1.7, 3), n, TRUE))
rate <- exp(frailty - 0.6 * (d$arm == "treated") + 0.03 * (d$age - 50) + 0.2 * (d$site == "B"))
t <- rexp(n, rate / 6); until <- runif(n, 1, 14)
d$time <- ceiling(pmin(t, until)); d$event <- as.numeric(t <= until)
write.csv(d, "data.csv", row.names = FALSE, quote = FALSE)

control <- coxph.control(eps = 1e-13, iter.max = 50, toler.chol = 1e-14)
cox <- function(formula, ties, weighted, robust, clustered) {
  fit <- do.call(coxph, c(list(formula, data = d, ties = ties, control = control, model = TRUE),
                          if (weighted) list(weights = d$w), list(robust = robust), if (clustered) list(cluster = d$person)))
  list(ties = toupper(ties), weighted = weighted, robust = robust, clustered = clustered,
       strata = grepl("strata", deparse(formula)), estimates = unname(coef(fit)), covariance = unname(vcov(fit)),
       naive = unname(if (is.null(fit$naive.var)) fit$var else fit$naive.var),
       logLikelihood = fit$loglik[2], nullLogLikelihood = fit$loglik[1], score = fit$score, wald = unname(fit$wald.test),
       concordance = unname(fit$concordance["concordance"]), martingale = unname(residuals(fit, "martingale")),
       cumulative = basehaz(fit, centered = FALSE)$hazard)
}
plain <- Surv(time, event) ~ arm + age + dose
divided <- Surv(time, event) ~ arm + age + dose + strata(site)
models <- list(
  cox(plain, "efron", TRUE, FALSE, FALSE), cox(plain, "breslow", TRUE, FALSE, FALSE),
  cox(plain, "efron", FALSE, TRUE, FALSE), cox(plain, "efron", TRUE, TRUE, FALSE), cox(plain, "breslow", TRUE, TRUE, FALSE),
  cox(plain, "efron", TRUE, TRUE, TRUE), cox(divided, "efron", TRUE, TRUE, TRUE), cox(divided, "breslow", FALSE, TRUE, TRUE))

zph <- function(formula, transform) {
  z <- cox.zph(coxph(formula, d, ties = "efron", control = control), transform = transform)
  list(strata = grepl("strata", deparse(formula)), time = toupper(transform), chiSquare = unname(z$table[, "chisq"]))
}
tests <- do.call(c, lapply(c("identity", "km", "rank", "log"), function(k) list(zph(plain, k), zph(divided, k))))

means <- lapply(c(3, 6.5, 10), function(tau) {
  table <- summary(survfit(Surv(time, event) ~ site, d), rmean = tau)$table
  list(tau = tau, value = unname(table[, "rmean"]), standardError = unname(table[, "se(rmean)"]))
})
diff <- survdiff(Surv(time, event) ~ site + strata(arm), d)
out <- list(cox = models, zph = tests, means = means,
            logRank = list(chiSquare = diff$chisq, observed = rowSums(diff$obs), expected = rowSums(diff$exp)))
write(toJSON(out, digits = NA, auto_unbox = TRUE, null = "null"), "expected.json")
