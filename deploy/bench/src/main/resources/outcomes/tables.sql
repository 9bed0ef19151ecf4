CREATE TABLE person (person INTEGER, index_day DATE);
CREATE TABLE version (version_key INTEGER, person INTEGER, record VARCHAR, number BIGINT, active BOOLEAN,
                      issued_at BIGINT, register VARCHAR, employer VARCHAR);
CREATE TABLE period (version_key INTEGER, place INTEGER, first_day DATE, last_day DATE, amount BIGINT);
-- Weekdays from Monday 1969-12-29 to the day before.
CREATE MACRO workdays_to(day) AS
  (date_diff('day', DATE '1969-12-29', day) // 7) * 5 + least(date_diff('day', DATE '1969-12-29', day) % 7, 5);
