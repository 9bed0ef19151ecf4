-- Lost workdays of both windows for each person, by the rules of the I-MORE definition: newest versions, precedence
-- within a register, sick pay before certificates, contracts and pensions read on the first day of each follow-up
-- month, shares scaled to one position, the nameless employment, the cap. Sums are whole numbers of 10^-8.
WITH current_record AS (
  SELECT person, version_key, register, employer,
         row_number() OVER (PARTITION BY person ORDER BY issued_at DESC, record DESC) AS belief
  FROM (SELECT * FROM version QUALIFY row_number() OVER (PARTITION BY person, record ORDER BY number DESC) = 1)
  WHERE active),
said AS (
  SELECT r.person, r.register, r.employer, r.belief * 64 + p.place AS belief, p.first_day, p.last_day, p.amount
  FROM current_record r JOIN period p USING (version_key)
  JOIN person USING (person)
  WHERE p.last_day >= person.index_day AND p.first_day < person.index_day + INTERVAL 12 MONTH),
month AS (
  SELECT person, m, CAST(index_day + to_months(m) AS DATE) AS first_day,
         CAST(index_day + to_months(m + 1) AS DATE) AS end_day
  FROM person, range(12) months(m)),
pension AS (
  SELECT m.person, m.m, arg_min(s.amount, s.belief) AS degree
  FROM month m JOIN said s ON s.person = m.person AND s.register = 'PENSION'
    AND m.first_day BETWEEN s.first_day AND s.last_day
  GROUP BY m.person, m.m),
position AS (
  SELECT m.person, m.m, s.employer, arg_min(s.amount, s.belief) AS share
  FROM month m JOIN said s ON s.person = m.person AND s.register = 'EMPLOYMENT'
    AND m.first_day BETWEEN s.first_day AND s.last_day
  GROUP BY m.person, m.m, s.employer),
summed AS (
  SELECT *, sum(share) OVER positions AS total,
         share * 10000 % sum(share) OVER positions AS remainder,
         share * 10000 // sum(share) OVER positions AS scaled
  FROM position WHERE share > 0
  WINDOW positions AS (PARTITION BY person, m)
  UNION ALL
  SELECT *, 0, 0, 0 FROM position WHERE share = 0),
scaled AS (
  SELECT person, m, employer,
         CASE WHEN total <= 10000 THEN share
              ELSE scaled + CASE WHEN row_number() OVER (PARTITION BY person, m ORDER BY remainder DESC, employer)
                                      <= 10000 - sum(scaled) OVER (PARTITION BY person, m) THEN 1 ELSE 0 END
         END AS share
  FROM summed),
at_index AS (
  SELECT person, employer, share FROM scaled WHERE m = 0
  UNION ALL
  SELECT person, '', 10000 - coalesce(degree, 0)
  FROM person LEFT JOIN (SELECT person, degree FROM pension WHERE m = 0) USING (person)
  WHERE person NOT IN (SELECT person FROM scaled WHERE m = 0)),
job AS (
  SELECT person, m, employer, share FROM scaled
  UNION ALL
  SELECT month.person, month.m, at_index.employer, at_index.share
  FROM month ANTI JOIN scaled ON scaled.person = month.person AND scaled.m = month.m
  JOIN at_index ON at_index.person = month.person),
contract AS (
  SELECT person, m, sum(share) AS contracted, count(*) AS jobs, list(employer) AS employers
  FROM job GROUP BY person, m),
terms AS (
  SELECT month.person, month.m, month.first_day, month.end_day, contracted, jobs, employers,
         10000 - coalesce(baseline.degree, 0) AS cap,
         greatest(0, coalesce(pension.degree, 0) - coalesce(baseline.degree, 0)) AS increase
  FROM month JOIN contract USING (person, m)
  LEFT JOIN pension USING (person, m)
  LEFT JOIN pension baseline ON baseline.person = month.person AND baseline.m = 0),
stretch AS (
  SELECT s.person, t.m, s.register, s.employer, s.belief, s.amount, t.jobs, t.employers,
         greatest(s.first_day, t.first_day) AS first_day, least(s.last_day, t.end_day - 1) AS last_day
  FROM said s JOIN terms t ON t.person = s.person AND s.first_day < t.end_day AND s.last_day >= t.first_day
  WHERE s.register IN ('PAYMENT', 'CERTIFICATE', 'ALLOWANCE') AND s.amount >= 0),
told AS (
  SELECT person, m, register, employer, belief, amount, jobs, employers,
         unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS day
  FROM stretch),
workday AS (SELECT * FROM told WHERE isodow(day) <= 5),
grade AS (
  SELECT w.person, w.m, w.day, job.employer, any_value(job.share) AS share,
         arg_min(w.amount, CASE w.register WHEN 'PAYMENT' THEN 0 ELSE 1000000 END + w.belief) AS grade
  FROM workday w JOIN job ON job.person = w.person AND job.m = w.m
  WHERE w.register <> 'ALLOWANCE'
    AND (w.jobs = 1 OR w.employer IS NULL OR w.employer = job.employer OR NOT list_contains(w.employers, w.employer))
  GROUP BY w.person, w.m, w.day, job.employer),
sick_leave AS (SELECT person, m, day, sum(share * grade) AS loss FROM grade GROUP BY person, m, day),
allowance AS (
  SELECT person, m, day, arg_min(amount, belief) AS grade FROM workday WHERE register = 'ALLOWANCE'
  GROUP BY person, m, day),
absence AS (
  SELECT person, m, greatest(coalesce(s.loss, 0), coalesce(a.grade, 0) * contracted) AS loss, cap, increase
  FROM sick_leave s FULL JOIN allowance a USING (person, m, day)
  JOIN terms USING (person, m)),
absent_days AS (
  SELECT person, m, count(*) AS days, sum(least(cap * 10000, loss + increase * 10000)) AS lost
  FROM absence GROUP BY person, m),
by_month AS (
  SELECT t.person, t.m,
         coalesce(a.lost, 0)
           + (workdays_to(t.end_day) - workdays_to(t.first_day) - coalesce(a.days, 0))
             * least(t.cap, t.increase) * 10000 AS lost
  FROM terms t LEFT JOIN absent_days a USING (person, m))
SELECT person, CAST(sum(lost) FILTER (m < 6) AS BIGINT) AS six_months, CAST(sum(lost) AS BIGINT) AS twelve_months
FROM by_month GROUP BY person ORDER BY person
