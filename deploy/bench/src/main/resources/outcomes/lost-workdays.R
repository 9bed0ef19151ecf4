# Lost workdays of both windows for each person with data.table on one thread, by the same rules as lost-workdays.sql.
# Arguments: a directory with person.csv, version.csv and period.csv, and a number of rounds. Reading is not timed.
# Writes lost.csv and, as the last line of output, the seconds of each round. Days are counted from 1970-01-01; losses
# are doubles that hold whole numbers of 10^-8 far below 2^53, so every sum is exact.
suppressPackageStartupMessages(library(data.table))
setDTthreads(1)
arguments <- commandArgs(trailingOnly = TRUE)
read <- function(name, ...) fread(file.path(arguments[1], name), na.strings = "", ...)
person <- read("person.csv")
version <- read("version.csv", colClasses = list(character = c("record", "register", "employer")))
period <- read("period.csv")

ONE <- 10000
firsts <- as.integer(seq(as.Date("2000-01-01"), as.Date("2060-01-01"), by = "month"))
workdays_to <- function(day) ((day + 3) %/% 7) * 5 + pmin((day + 3) %% 7, 5)

follow_up_months <- function(person) {
  month <- person[rep(seq_len(.N), each = 13)]
  month[, m := rep(0:12, .N / 13)]
  place <- findInterval(month$index_day, firsts) # the calendar month of the index date
  day_of_month <- month$index_day - firsts[place]
  length <- firsts[place + month$m + 1] - firsts[place + month$m]
  month[, first_day := firsts[place + m] + pmin(day_of_month, length - 1L)]
  month[, end_day := shift(first_day, -1)]
  month[m < 12]
}

first_said <- function(said, month, by) {
  found <- said[month, on = .(person, first_day <= first_day, last_day >= first_day), nomatch = NULL,
                .(person, m, employer, amount, belief)]
  setorder(found, belief)
  unique(found, by = by)
}

scale_to_one <- function(position) {
  position[, total := sum(share), by = .(person, m)]
  over <- position[total > ONE]
  over[, `:=`(remainder = (share * ONE) %% total, share = (share * ONE) %/% total)]
  setorder(over, person, m, -remainder, employer)
  over[, share := share + (seq_len(.N) <= ONE - sum(share)), by = .(person, m)]
  rbind(position[total <= ONE, .(person, m, employer, share)], over[, .(person, m, employer, share)])
}

jobs_of <- function(said, month, degree) {
  position <- first_said(said[register == "EMPLOYMENT"], month, c("person", "m", "employer"))
  scaled <- scale_to_one(position[, .(person, m, employer, share = as.numeric(amount))])
  at_index <- scaled[m == 0, .(person, employer, share)]
  without <- month[m == 0][!at_index, on = "person", .(person)]
  without[degree[m == 0], degree := i.amount, on = "person"]
  nameless <- without[, .(person, employer = "", share = ONE - fcoalesce(as.numeric(degree), 0))]
  idle <- month[!scaled, on = .(person, m), .(person, m)]
  rbind(scaled, rbind(at_index, nameless)[idle, on = "person", .(person, m, employer, share), allow.cartesian = TRUE])
}

each_workday <- function(stretch) {
  length <- stretch$last_day - stretch$first_day + 1L
  told <- stretch[rep(seq_len(.N), length)]
  told[, day := first_day + sequence(length) - 1L]
  told[(day + 3L) %% 7L < 5L]
}

sick_leave_of <- function(told, job) {
  told[, belief := belief + fifelse(register == "PAYMENT", 0, 1e12)]
  setorder(told, person, day, belief)
  alone <- unique(told[jobs == 1], by = c("person", "day"))
  alone <- alone[job, on = .(person, m), nomatch = NULL, .(person, m, day, loss = i.share * amount)]
  several <- told[jobs > 1]
  several[, in_force := FALSE]
  several[job, in_force := TRUE, on = .(person, m, employer)]
  several <- several[job, on = .(person, m), nomatch = NULL, allow.cartesian = TRUE,
                     .(person, m, day, employer, in_force, belief, amount, holder = i.employer, share = i.share)]
  several <- several[is.na(employer) | employer == holder | !in_force]
  setorder(several, person, day, holder, belief)
  several <- unique(several, by = c("person", "day", "holder"))
  rbind(alone, several[, .(loss = sum(share * amount)), by = .(person, m, day)])
}

lost_workdays <- function() {
  current <- copy(version)
  setorder(current, person, record, -number)
  current <- unique(current, by = c("person", "record"))[active == 1]
  setorder(current, person, -issued_at, -record)
  current[, rank := as.numeric(seq_len(.N))]
  month <- follow_up_months(person)
  bounds <- month[, .(start = first_day[1], end = end_day[12]), by = person]
  said <- period[current, on = "version_key", nomatch = NULL]
  said[, belief := rank * 64 + place]
  said[bounds, `:=`(start = i.start, end = i.end), on = "person"]
  said <- said[last_day >= start & first_day < end, .(person, register, employer, belief, amount, first_day, last_day)]

  degree <- first_said(said[register == "PENSION"], month, c("person", "m"))
  job <- jobs_of(said, month, degree)
  terms <- job[, .(contracted = sum(share), jobs = .N), by = .(person, m)]
  terms <- month[terms, on = .(person, m)]
  terms[degree[m == 0], at_index := i.amount, on = "person"]
  terms[degree, degree := i.amount, on = .(person, m)]
  terms[, cap := ONE - fcoalesce(as.numeric(at_index), 0)]
  terms[, increase := pmax(0, fcoalesce(as.numeric(degree), 0) - (ONE - cap))]

  stretch <- said[register %chin% c("PAYMENT", "CERTIFICATE", "ALLOWANCE") & amount >= 0][
    terms, on = .(person, first_day < end_day, last_day >= first_day), nomatch = NULL,
    .(person, m, register, employer, belief, amount, jobs,
      first_day = pmax(x.first_day, i.first_day), last_day = pmin(x.last_day, i.end_day - 1L))]
  told <- each_workday(stretch)
  sick_leave <- sick_leave_of(told[register != "ALLOWANCE"], job)
  allowance <- told[register == "ALLOWANCE"]
  setorder(allowance, person, day, belief)
  allowance <- unique(allowance, by = c("person", "day"))[, .(person, m, day, grade = amount)]
  absence <- merge(sick_leave, allowance, by = c("person", "m", "day"), all = TRUE)
  absence[terms, `:=`(contracted = i.contracted, cap = i.cap, increase = i.increase), on = .(person, m)]
  absence[, loss := pmax(fcoalesce(loss, 0), fcoalesce(as.numeric(grade), 0) * contracted)]
  by_month <- absence[, .(days = .N, lost = sum(pmin(cap * ONE, loss + increase * ONE))), by = .(person, m)]
  terms[by_month, `:=`(days = i.days, lost = i.lost), on = .(person, m)]
  terms[, lost := fcoalesce(lost, 0) +
          (workdays_to(end_day) - workdays_to(first_day) - fcoalesce(days, 0L)) * pmin(cap, increase) * ONE]
  setorder(terms, person)
  terms[, .(six_months = sum(lost[m < 6]), twelve_months = sum(lost)), by = person]
}

lost <- lost_workdays()
seconds <- vapply(seq_len(as.integer(arguments[2])),
                  function(round) system.time(lost <<- lost_workdays())[["elapsed"]], 0)
fwrite(lost, file.path(arguments[1], "lost.csv"), scipen = 100)
cat(as.character(packageVersion("data.table")), R.version$version.string, "\n")
cat(seconds, "\n")
