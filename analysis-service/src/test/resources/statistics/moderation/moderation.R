# Rscript moderation.R > expected.json
# Effects are read off a fit with the second variable relevelled or shifted, so that no contrast is computed here
# as it is in the engine.
suppressMessages({library(survival); library(lme4); library(MASS); library(jsonlite)})
set.seed(20261122)
ids <- 80
n <- 3 * ids
d <- data.frame(id = sprintf("p%02d", rep(1:ids, each = 3)), t = rep(0:2, ids))
d$arm <- rep(sample(c("UC", "MI", "SV"), ids, TRUE), each = 3)
d$site <- rep(sample(c("north", "south", "west"), ids, TRUE), each = 3)
d$covid <- rep(rbinom(ids, 1, 0.4), each = 3)
d$age <- rep(round(rnorm(ids, 45, 9), 1), each = 3)
u <- rep(rnorm(ids), each = 3)
v <- rep(rnorm(ids, 0, 0.5), each = 3)
mi <- d$arm == "MI"
sv <- d$arm == "SV"
d$y <- round(5 + 0.03 * d$age + mi * (0.3 + 0.8 * d$covid) - sv * 0.4 * d$covid + u + (0.3 + v) * d$t + 0.2 * d$t * mi +
  rnorm(n, 0, 0.7), 3)
d$b <- rbinom(n, 1, plogis(-2 + 0.03 * d$age + mi * (0.5 - d$covid) + 0.4 * sv))
d$time <- pmin(ceiling(rexp(n, 0.05 * exp(0.02 * (d$age - 45) + mi * (0.4 - 0.7 * d$covid) + 0.3 * u))), 40)
d$event <- as.integer(d$time < 40 & runif(n) < 0.85)
d$w <- sample(1:3, n, TRUE)
d$y[c(7, 50)] <- NA
d$age[c(13, 120)] <- NA
f <- d
f$arm <- relevel(factor(d$arm), "UC")
f$site <- factor(d$site)

term <- function(name) {
  for (variable in c("arm", "site")) {
    name <- gsub(paste0("\\b", variable, "(UC|MI|SV|north|south|west)\\b"), paste0(variable, "[\\1]"), name)
  }
  name
}
pick <- function(fit) list(b = if (inherits(fit, "lmerMod")) fixef(fit) else coef(fit), V = as.matrix(vcov(fit)))
moved <- function(data, second, at) {
  if (is.factor(data[[second]])) data[[second]] <- relevel(data[[second]], at)
  else data[[second]] <- data[[second]] - as.numeric(at)
  data
}
# fitter: data -> fit; df: of t, or NULL; terms: where the engine names a product that is added as it was asked for,
# R by the order of the main terms
case <- function(name, request, fitter, first, second, at, df = NULL, tolerance = 1e-9, terms = NULL) {
  fit <- fitter(f)
  e <- pick(fit)
  product <- function(n) grepl(":", n) & grepl(first, n) & grepl(second, n) & lengths(strsplit(n, ":")) == 2
  i <- which(product(names(e$b)))
  W <- drop(e$b[i] %*% solve(e$V[i, i]) %*% e$b[i])
  q <- length(i)
  residual <- if (is.null(df)) NULL else df(fit)
  joint <- list(terms = if (is.null(terms)) I(term(names(e$b)[i])) else terms, df1 = q)
  if (is.null(df)) {
    joint <- c(joint, list(statistic = W, df2 = NA, pValue = pchisq(W, q, lower.tail = FALSE)))
  } else {
    joint <- c(joint, list(statistic = W / q, df2 = residual, pValue = pf(W / q, q, residual, lower.tail = FALSE)))
  }
  tail <- function(s) if (is.null(df)) 2 * pnorm(-abs(s)) else 2 * pt(-abs(s), residual)
  z <- if (is.null(df)) qnorm(0.975) else qt(0.975, residual)
  effects <- list()
  for (a in at) {
    m <- pick(fitter(moved(f, second, a)))
    for (k in grep(paste0("^", first, "[^:]*$"), names(m$b))) {
      s <- sqrt(m$V[k, k])
      effects[[length(effects) + 1]] <- list(term = term(names(m$b)[k]), at = a, estimate = m$b[[k]], standardError = s,
        statistic = m$b[[k]] / s, pValue = tail(m$b[[k]] / s), confidenceInterval = m$b[[k]] + c(-1, 1) * z * s)
    }
  }
  list(name = name, request = request, tolerance = tolerance, interaction = joint, effects = effects)
}
ask <- function(method, formula, interaction, ...) c(list(method = method, formula = formula, interaction = interaction), list(...))
cox <- function(formula, ...) {
  extra <- list(...)
  function(data) {
    do.call(coxph, c(list(as.formula(paste("Surv(time, event) ~", formula)), data = data, 
      control = coxph.control(eps = 1e-14, iter.max = 50, toler.chol = 1e-13)), extra))
  }
}
mixed <- function(formula, REML) function(data) {
  lmer(as.formula(formula), data, REML = REML, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e5)))
}
S <- list(time = "time", event = "event")
UC <- list(reference = list(arm = "UC"))
cases <- list(
  case("cox, 0/1 column, product written, Efron ties", c(ask("cox", "arm*covid + age", c("arm", "covid")), S, UC),
    cox("arm*covid + age"), "arm", "covid", c("0", "1")),
  case("cox, product lacking, strata", c(ask("cox", "covid + arm + age", c("arm", "covid"), strata = I("site")), S, UC),
    cox("arm*covid + age + strata(site)"), "arm", "covid", c("0", "1")),
  case("cox, swapped in the formula, Breslow ties", c(ask("cox", "covid*arm", c("arm", "covid"), ties = "BRESLOW"), S, UC),
    cox("covid*arm", ties = "breslow"), "arm", "covid", c("0", "1")),
  case("cox, number at given values", c(ask("cox", "arm*age", c("arm", "age"), at = c(30, 45.5)), S, UC),
    cox("arm*age"), "arm", "age", c("30", "45.5")),
  case("cox, three by three levels, weights", c(ask("cox", "arm*site", c("arm", "site"), weight = "w"), S, UC),
    cox("arm*site", weights = f$w, robust = FALSE), "arm", "site", c("north", "south", "west")),
  case("cox, weights and clusters", c(ask("cox", "arm*covid + age", c("arm", "covid"), weight = "w", cluster = "id"), S, UC),
    cox("arm*covid + age", weights = f$w, cluster = f$id), "arm", "covid", c("0", "1")),
  case("cox, effect of a number by level", c(ask("cox", "arm + age", c("age", "arm")), S, UC),
    cox("age*arm"), "age", "arm", c("MI", "SV", "UC")),
  case("mixed model, ML, 0/1 column", c(ask("mixed-model", "y ~ arm*covid + t + (1 | id)", c("arm", "covid")), UC),
    mixed("y ~ arm*covid + t + (1 | id)", FALSE), "arm", "covid", c("0", "1"), tolerance = 1e-6),
  case("mixed model, REML, slopes, number at given values", c(ask("mixed-model", "y ~ t*arm + (1 + t | id)", c("arm", "t"),
    estimation = "REML", at = c(0, 1.5)), UC), mixed("y ~ t*arm + (1 + t | id)", TRUE), "arm", "t", c("0", "1.5"), tolerance = 1e-5),
  case("mixed model, three by three levels, product lacking", c(ask("mixed-model", "y ~ site + arm + t + (1 | id)", c("arm", "site"),
    estimation = "REML"), UC), mixed("y ~ site + arm + t + site:arm + (1 | id)", TRUE), "arm", "site", c("north", "south", "west"),
    tolerance = 1e-6, terms = outer(c("MI", "SV"), c("south", "west"), function(a, s) sprintf("arm[%s]:site[%s]", a, s))[1:4]),
  case("linear regression, three-way formula", c(ask("linear-regression", "y ~ arm*covid + arm*age", c("arm", "age"), at = I(50)), UC),
    function(data) lm(y ~ arm * covid + arm * age, data), "arm", "age", "50", df.residual),
  case("logistic regression, 0/1 column", c(ask("logistic-regression", "b ~ arm + covid", c("arm", "covid")), UC),
    function(data) glm(b ~ arm * covid, binomial, data, epsilon = 1e-15), "arm", "covid", c("0", "1")),
  case("logistic regression, weights, numbers", c(ask("logistic-regression", "b ~ t*age + arm", c("t", "age"), weight = "w", at = c(40, 50)), UC),
    function(data) glm(b ~ t * age + arm, binomial, data, weights = w, epsilon = 1e-15), "t", "age", c("40", "50"), tolerance = 1e-8),
  case("robust regression, HUBER", c(ask("robust-regression", "y ~ arm*covid + age", c("arm", "covid"), estimator = "HUBER"), UC),
    function(data) rlm(y ~ arm * covid + age, data, maxit = 500, acc = 1e-13), "arm", "covid", c("0", "1"),
    function(fit) length(fit$residuals) - length(coef(fit)), tolerance = 1e-8),
  case("robust regression, BISQUARE, three by three levels", c(ask("robust-regression", "y ~ arm + site", c("site", "arm"), estimator = "BISQUARE"), UC),
    function(data) rlm(y ~ arm * site, data, psi = psi.bisquare, maxit = 500, acc = 1e-13), "site", "arm", c("MI", "SV", "UC"),
    function(fit) length(fit$residuals) - length(coef(fit)), tolerance = 1e-8,
    terms = outer(c("south", "west"), c("MI", "SV"), function(s, a) sprintf("site[%s]:arm[%s]", s, a))[1:4]))
cat(toJSON(list(columns = as.list(d), cases = cases), digits = NA, auto_unbox = TRUE, null = "null", na = "null", pretty = FALSE))
