# What R finds in scenarios of `./absentia bench validity` where a published method is off its nominal rate.
# Rscript known.R [part ...]     prints: part, question, rate, runs. R 4.2.2, survival, lme4, mice, MASS.
suppressMessages({library(survival); library(lme4); library(mice); library(MASS)})
set.seed(1)

report <- function(part, answers) {
  rates <- if (is.matrix(answers)) rowMeans(answers, na.rm = TRUE) else mean(answers, na.rm = TRUE)
  runs <- if (is.matrix(answers)) ncol(answers) else length(answers)
  labels <- if (is.null(names(rates))) "" else names(rates)
  cat(sprintf("%-22s %-24s %.4f %d\n", part, labels, rates, runs), sep = "")
}
holds <- function(lower, upper, truth) lower <= truth & truth <= upper
wald <- function(b, se, truth, q = qnorm(.975)) holds(b - q * se, b + q * se, truth)
days <- function(n) ifelse(runif(n) < .3, 0, pmin(131, round(exp(3.5 + rnorm(n)))))
# exponential times censored uniformly up to three means
times <- function(hazard) {
  t <- rexp(length(hazard)) / hazard
  end <- 3 * runif(length(hazard)) / hazard
  list(time = pmin(t, end), event = as.integer(t <= end))
}

parts <- list(
  # no simulation: the coverage at n = 15 by integration over the two order statistics that are interpolated, and
  # the rejections of versusLinear in a balanced design, where the likelihood ratio is a function of F
  exact = function() {
    n <- 15; B <- pbinom(0:n, n, .5); r <- which(B > .025)[1] - 1; b <- dbinom(r, n, .5)
    w <- (.025 - B[r]) / b
    low <- function(u) r * u^(r - 1) * (1 - pmax(0, 2 * plnorm((1 - (1 - w) * qlnorm(u / 2)) / w) - 1))^(n - r)
    high <- function(u) r * (1 - u)^(r - 1) * pmin(1, 2 * plnorm((1 - (1 - w) * qlnorm(.5 + u / 2)) / w))^(n - r)
    beyond <- function(f) B[r] + b * integrate(f, 0, 1, rel.tol = 1e-10)$value
    report("exact median 15", 1 - beyond(low) - beyond(high))
    n <- 200; k <- 4; within <- n * (k - 1) # q: ratio of the sums of squares between and within persons
    lr <- function(q) n * k * log((q + 1) / (n * k)) - n * log(q / n) + within * log(within)
    q <- uniroot(function(q) lr(q) - qchisq(.9, 1), c(1.0001 * n / within, 1), tol = 1e-12)$root
    report("exact versusLinear", pf(q * (within - 2) / (n - 2), n - 2, within - 2, lower.tail = FALSE))
  },
  moments = function() for (n in c(20, 100)) report(paste("moments", n), replicate(50000, {
    x <- rnorm(n); x <- x - mean(x); v <- mean(x^2); g <- mean(x^3) / v^1.5; b <- mean(x^4) / v^2
    Y <- g * sqrt((n + 1) * (n + 3) / (6 * (n - 2)))
    beta <- 3 * (n^2 + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9))
    W2 <- sqrt(2 * (beta - 1)) - 1
    z1 <- asinh(Y / sqrt(2 / (W2 - 1))) / sqrt(log(sqrt(W2)))
    X <- (b - 3 * (n - 1) / (n + 1)) / sqrt(24 * n * (n - 2) * (n - 3) / ((n + 1)^2 * (n + 3) * (n + 5)))
    s <- 6 * (n^2 - 5 * n + 2) / ((n + 7) * (n + 9)) * sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3)))
    A <- 6 + 8 / s * (2 / s + sqrt(1 + 4 / s^2)); c <- (1 - 2 / A) / (1 + X * sqrt(2 / (A - 4)))
    z2 <- (1 - 2 / (9 * A) - sign(c) * abs(c)^(1 / 3)) / sqrt(2 / (9 * A))
    c(skewness = abs(z1) > qnorm(.975), kurtosis = abs(z2) > qnorm(.975), unadjusted = exp(-(z1^2 + z2^2) / 2) <= .05)
  })),
  likelihood_ratio = function() report("likelihood_ratio", replicate(20000, {
    o <- table(factor(sample(3, 300, TRUE, c(.3, .3, .4)), 1:3), factor(sample(4, 300, TRUE, c(.2, .2, .3, .3)), 1:4))
    e <- outer(rowSums(o), colSums(o)) / 300
    pchisq(2 * sum(ifelse(o > 0, o * log(o / e), 0)), 6, lower.tail = FALSE) <= .05
  })),
  rreg = function() report("rreg t3 30", replicate(5000, {
    n <- 30; x1 <- rnorm(n); x2 <- .5 * x1 + rnorm(n); X <- cbind(1, x1, x2, rbinom(n, 1, .4)); y <- 1 + x1 + rt(n, 3)
    p <- 4; cook <- function() { f <- lm.fit(X, y); h <- hat(X, FALSE); e <- f$residuals
      e^2 * h / (p * sum(e^2) / (n - p) * (1 - h)^2) }
    k <- cook() <= 1; X <- X[k, ]; y <- y[k]; n <- sum(k)
    if (qr(X)$rank < p) return(c(x1 = NA, x2 = NA))
    w <- rep(1, n); b <- lm.fit(X, y)$coefficients; e <- c(y - X %*% b)
    turn <- function(weigh, limit) for (i in 1:1000) {
      M <<- median(abs(e - median(e))); new <- weigh(e, M); change <- max(abs(new - w)); w <<- new
      b <<- lm.wfit(X, y, w)$coefficients; e <<- c(y - X %*% b); if (change <= limit) break
    }
    M <- NA
    turn(function(e, M) pmin(1, 2 * M / abs(e)), .05)
    turn(function(e, M) { u <- e / (4.685 / .6745 * M); ifelse(abs(u) < 1, (1 - u^2)^2, 0) }, .01)
    u <- e / (4.685 / .6745 * M); m <- mean(ifelse(abs(u) < 1, (1 - u^2) * (1 - 5 * u^2), 0))
    s <- coef(summary(lm(c(X %*% b) + (1 + p / sum(w > 0) * (1 - m) / m) / m * w * e ~ X - 1)))
    q <- qt(.975, n - p)
    c(x1 = wald(s[2, 1], s[2, 2], 1, q), x2 = s[3, 4] <= .05)
  })),
  restricted_mean = function() report("restricted_mean", replicate(3000, {
    g <- rep(0:1, 100); h <- ifelse(g == 0, 1, .7); d <- times(h)
    s <- summary(survfit(Surv(d$time, d$event) ~ g), rmean = 1)$table[, c("rmean", "se(rmean)")]
    truth <- (1 - exp(-c(1, .7))) / c(1, .7)
    c(first = wald(s[1, 1], s[1, 2], truth[1]), difference = wald(s[2, 1] - s[1, 1], sqrt(sum(s[, 2]^2)), truth[2] - truth[1]))
  })),
  # z given x and y is no proportional-odds model here; mice's polr does not draw its parameters: MASS's does the work
  polr = function() report("polr", replicate(2000, suppressWarnings({
    n <- 200; m <- 10; x <- rnorm(n); w <- rnorm(n); z <- findInterval(.7 * x + rlogis(n), c(-.7, .7)); y <- 1 + x + z + rnorm(n)
    gap <- runif(n) < plogis(1.2 * (y - 2) - 1)
    f <- polr(factor(z) ~ x + w + y, subset = !gap, Hess = TRUE); V <- vcov(f); P <- c(coef(f), f$zeta)
    fits <- replicate(m, {
      p <- P + c(t(chol(V)) %*% rnorm(5)); q <- z
      l <- c(cbind(x, w, y)[gap, , drop = FALSE] %*% p[1:3]) + rlogis(sum(gap)); q[gap] <- (l > p[4]) + (l > p[5])
      s <- coef(summary(lm(y ~ x + w + (q == 1) + (q == 2)))); c(s[, 1], s[, 2]^2)
    })
    Q <- rowMeans(fits[1:5, ]); extra <- (1 + 1 / m) * apply(fits[1:5, ], 1, var); total <- rowMeans(fits[6:10, ]) + extra
    share <- extra / total; nu <- (m - 1) / share^2; seen <- (n - 4) / (n - 2) * (n - 5) * (1 - share)
    t <- qt(.975, nu * seen / (nu + seen))
    ok <- abs(Q - c(1, 1, 0, 1, 2)) <= t * sqrt(total)
    c(x = ok[[2]], z1 = ok[[4]], z2 = ok[[5]], w = !ok[[3]])
  }))),
  welch = function() report("welch", replicate(20000, t.test(rnorm(5), rnorm(5))$p.value <= .05)),
  mean = function() {
    truth <- .7 * (sum(1:130 * diff(plnorm(0:130 + .5, 3.5))) + 131 * (1 - plnorm(130.5, 3.5)))
    report("mean", replicate(20000, { i <- t.test(days(171))$conf.int; holds(i[1], i[2], truth) }))
  },
  bootstrap = function() {
    for (kind in c("median log-normal", "mean normal", "mean exponential", "median days")) {
      n <- if (kind %in% c("median log-normal", "mean normal")) 20 else 171
      draw <- switch(kind, `median log-normal` = rlnorm, `mean normal` = rnorm, `mean exponential` = rexp, days)
      truth <- switch(kind, `median log-normal` = 1, `mean normal` = 0, `mean exponential` = 1, 19)
      # of odd n the median of a resample is the k-th value with a probability that is known
      share <- diff(pbinom((n - 1) / 2, n, (0:n) / n, lower.tail = FALSE))
      boot <- function(x) {
        if (n %% 2 && startsWith(kind, "median")) return(sort(x)[sample(n, 1000, TRUE, share)])
        m <- matrix(sample(x, n * 1000, TRUE), n)
        if (startsWith(kind, "mean")) return(colMeans(m))
        m <- matrix(m[order(col(m), m)], n)
        (m[n / 2, ] + m[n / 2 + 1, ]) / 2
      }
      ends <- function(b) quantile(b, c(.025, .975), type = 2, names = FALSE)
      report(paste("bootstrap", kind), replicate(if (kind == "median days") 10000 else 2000, {
        a <- boot(draw(n)); b <- boot(draw(n)); i <- ends(a); j <- ends(b - a)
        c(one = holds(i[1], i[2], truth), difference = holds(j[1], j[2], 0))
      }))
    }
  },
  breusch_pagan = function() report("breusch_pagan", replicate(5000, {
    n <- 10; x1 <- rnorm(n); x2 <- .5 * x1 + rnorm(n); x3 <- rbinom(n, 1, .4)
    e <- resid(lm(rnorm(n) ~ x1 + x2 + x3))
    m <- lm(e^2 ~ x1 + x2 + x3)
    pchisq(n * summary(m)$r.squared, m$rank - 1, lower.tail = FALSE) <= .05
  })),
  hc = function() report("hc", replicate(10000, {
    n <- 40; x <- rnorm(n); y <- 1 + x + (.3 + abs(x)) * rnorm(n)
    X <- cbind(1, x); B <- solve(crossprod(X)); b <- B %*% crossprod(X, y)
    e <- c(y - X %*% b); h <- rowSums((X %*% B) * X)
    se <- function(w) sqrt((B %*% crossprod(X * w, X) %*% B)[2, 2])
    q <- qt(.975, n - 2)
    c(HC0 = wald(b[2], se(e^2), 1, q), HC1 = wald(b[2], se(e^2 * n / (n - 2)), 1, q),
      HC2 = wald(b[2], se(e^2 / (1 - h)), 1, q), HC3 = wald(b[2], se(e^2 / (1 - h)^2), 1, q))
  })),
  logistic = function() for (n in c(40, 500)) report(paste("logistic", n), replicate(4000, {
    x1 <- rnorm(n); x2 <- .5 * x1 + rnorm(n); y <- rbinom(n, 1, plogis(-.5 + x1))
    s <- suppressWarnings(coef(summary(glm(y ~ x1 + x2, binomial))))
    c(x1 = wald(s[2, 1], s[2, 2], 1), x2 = s[3, 4] <= .05)
  })),
  rlm = function() for (kind in c("normal 100", "t3 100", "t3 30")) {
    n <- if (kind == "t3 30") 30 else 100
    report(paste("rlm", kind), replicate(2000, {
      x1 <- rnorm(n); x2 <- .5 * x1 + rnorm(n); x3 <- rbinom(n, 1, .4)
      y <- 1 + x1 + if (kind == "normal 100") rnorm(n) else rt(n, 3)
      q <- qt(.975, n - 4)
      one <- function(psi) {
        s <- coef(summary(suppressWarnings(rlm(y ~ x1 + x2 + x3, psi = psi, maxit = 200, acc = 1e-8))))
        c(wald(s[2, 1], s[2, 2], 1, q), 1 - wald(s[3, 1], s[3, 2], 0, q))
      }
      h <- one(psi.huber); b <- one(psi.bisquare)
      c(`HUBER x1` = h[1], `HUBER x2` = h[2], `BISQUARE x1` = b[1], `BISQUARE x2` = b[2])
    }))
  },
  survfit = function() for (n in c(50, 200)) report(paste("survfit", n), replicate(2000, {
    d <- times(rep(1, n))
    unlist(lapply(c("log-log", "log", "plain"), function(type) {
      f <- survfit(Surv(time, event) ~ 1, d, conf.type = type)
      s <- summary(f, times = -log(.7), extend = TRUE)
      m <- summary(f)$table[c("0.95LCL", "0.95UCL")]
      m[is.na(m)] <- Inf
      r <- c(holds(s$lower, s$upper, .7), holds(m[1], m[2], log(2)))
      names(r) <- paste(type, c("S", "median")); r
    }))
  })),
  survdiff = function() report("survdiff", replicate(5000, {
    d <- times(rep(1, 150)); g <- rep(1:3, 50)
    c(groups3 = pchisq(survdiff(Surv(d$time, d$event) ~ g)$chisq, 2, lower.tail = FALSE) <= .05)
  })),
  ties = function() report("ties", replicate(2000, {
    x1 <- rbinom(400, 1, .5); x2 <- rnorm(400); d <- times(2^x1); t <- ceiling(5 * d$time)
    one <- function(ties) {
      s <- coef(summary(coxph(Surv(t, d$event) ~ x1 + x2, ties = ties)))
      c(wald(s[1, 1], s[1, 3], log(2)), s[2, 5] <= .05)
    }
    e <- one("efron"); b <- one("breslow")
    c(`Efron x1` = e[1], `Efron x2` = e[2], `Breslow x1` = b[1], `Breslow x2` = b[2])
  })),
  cluster = function() report("cluster", replicate(2000, {
    id <- rep(1:100, each = 4); x <- id %% 2; d <- times(exp(.8 * rnorm(100))[id])
    c(robust = coef(summary(coxph(Surv(d$time, d$event) ~ x, cluster = id)))[1, 6] <= .05)
  })),
  weighted = function() report("weighted", replicate(2000, {
    x1 <- rbinom(600, 1, .5); x2 <- rnorm(600); d <- times(2^x1)
    p <- ifelse(d$event == 1, .9, .3); k <- runif(600) < p
    s <- coef(summary(coxph(Surv(d$time, d$event)[k] ~ x1[k] + x2[k], weights = 1 / p[k], robust = TRUE)))
    c(x1 = wald(s[1, 1], s[1, 4], log(2)), x2 = s[2, 6] <= .05)
  })),
  # cox.zph of survival 3 is the score test; the correlation is that of survival 2 (Grambsch and Therneau 1994)
  zph = function() report("zph", replicate(2000, {
    x1 <- rbinom(200, 1, .5); x2 <- rnorm(200); d <- times(2^x1)
    f <- coxph(Surv(time, event) ~ x1 + x2, d)
    r <- resid(f, "schoenfeld"); k <- nrow(r); scaled <- r %*% f$var * k
    at <- sort(d$time[d$event == 1]); sf <- survfit(Surv(time, event) ~ 1, d)
    g <- list(IDENTITY = at, KM = 1 - c(1, sf$surv)[match(at, sf$time)], RANK = rank(at), LOG = log(at))
    unlist(lapply(names(g), function(name) {
      xx <- g[[name]] - mean(g[[name]])
      test <- c(xx %*% scaled)
      one <- test[1]^2 / (f$var[1, 1] * k * sum(xx^2))
      all <- c(xx %*% r) %*% f$var %*% c(xx %*% r) * k / sum(xx^2)
      s <- cox.zph(f, switch(name, IDENTITY = "identity", KM = "km", RANK = "rank", LOG = "log"))$table
      v <- c(pchisq(one, 1, lower.tail = FALSE), pchisq(all, 2, lower.tail = FALSE), s[1, 3], s[3, 3]) <= .05
      names(v) <- paste(name, c("correlation x1", "correlation", "score x1", "score")); v
    }))
  })),
  lmer = function() for (kind in list(c("ML", 0), c("REML", 0), c("ML", .5), c("REML", .5))) {
    n <- 20; slope <- as.numeric(kind[2])
    report(paste("lmer", kind[1], slope, "20"), replicate(1000, suppressMessages(suppressWarnings({
      id <- rep(1:n, each = 4); v <- rep(0:3, n); arm <- (id - 1) %% 2
      draw <- function(gain) 10 + rnorm(n)[id] + (gain * arm + slope * rnorm(n)[id]) * v + rnorm(4 * n)
      y <- draw(.5); y0 <- draw(0)
      random <- if (slope > 0) "+ (1 + v | id)" else "+ (1 | id)"
      s <- coef(summary(lmer(as.formula(paste("y ~ v * arm", random)), REML = kind[1] == "REML")))
      f <- lmer(as.formula(paste("y0 ~ factor(v) * arm", random)), REML = kind[1] == "REML")
      b <- fixef(f)[6:8]; V <- as.matrix(vcov(f))[6:8, 6:8]
      c(product = wald(s[4, 1], s[4, 2], .5), arm = abs(s[3, 3]) > qnorm(.975),
        joint = pchisq(c(b %*% solve(V, b)), 3, lower.tail = FALSE) <= .05)
    }))))
  },
  versus_linear = function() report("versus_linear", replicate(1000, suppressMessages({
    id <- rep(1:200, each = 4); v <- rep(0:3, 200); arm <- (id - 1) %% 2; y <- .5 * arm * v + rnorm(800)
    lr <- 2 * (logLik(lmer(y ~ v * arm + (1 | id), REML = FALSE)) - logLik(lm(y ~ v * arm)))
    pchisq(max(0, lr), 1, lower.tail = FALSE) / 2 <= .05
  }))),
  dropout = function() for (odds in list(c(.8, -2.5), c(1.5, -1.5))) report(paste("dropout", odds[1]), replicate(1000, suppressMessages(suppressWarnings({
    n <- 200; id <- rep(1:n, each = 4); v <- rep(0:3, n); arm <- (id - 1) %% 2
    y <- rnorm(n)[id] + (.5 * arm + .5 * rnorm(n)[id]) * v + rnorm(4 * n)
    leaves <- runif(4 * n) < plogis(ifelse(arm == 0, -1, 1) * odds[1] * y + odds[2])
    k <- ave(as.integer(leaves), id, FUN = function(l) cumsum(l) - l) == 0
    f <- lmer(y ~ factor(v) * arm + (1 + v | id), subset = k)
    last <- which(k & v == 3); change <- y[last] - y[last - 3]
    i <- t.test(change[arm[last] == 1], change[arm[last] == 0])$conf.int
    c(lmer = wald(fixef(f)[8], sqrt(vcov(f)[8, 8]), 1.5), completers = holds(i[1], i[2], 1.5), left = mean(v[k] == 3) * sum(k) / n)
  })))),
  mice = function() for (method in c("pmm", "norm")) report(paste("mice", method), replicate(500, {
    n <- 200; x <- rnorm(n); w <- rnorm(n); z <- .5 * x + rnorm(n); y <- 1 + x + z + rnorm(n)
    y[runif(n) < plogis(x - .5)] <- NA
    z[runif(n) < plogis(-x - 1)] <- NA
    s <- summary(pool(with(mice(data.frame(x, w, z, y), m = 10, maxit = 5, method = method, printFlag = FALSE), lm(y ~ x + w + z))), conf.int = TRUE)
    c(intercept = holds(s[1, 7], s[1, 8], 1), x = holds(s[2, 7], s[2, 8], 1), z = holds(s[4, 7], s[4, 8], 1), w = s$p.value[3] <= .05)
  }))
)
asked <- commandArgs(TRUE)
for (name in if (length(asked)) asked else names(parts)) parts[[name]]()
