# Sentences of the reports. Keys are the same in both languages. A number chooses its plural form, and a
# sentence stands whole in its message: words change with their place in it.

number = { $n }
percent = { $percent } %
dash = —
date = { $day } { $month } { $year }
from-to = { $from } – { $to }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
duration-both = { $minutes } min { $seconds } s
duration-minutes = { $minutes } min
duration-seconds =
    { $seconds ->
        [0] less than a second
       *[other] { $seconds } s
    }

centre-of-owner = { $centre }, { $owner }
title = Period statistics
synthetic = Synthetic data
synthetic-said = Synthetic data: simulated people lived these days.
synthetic-partly =
    { $days ->
        [one] Synthetic data: simulated people lived one of these days.
       *[other] Synthetic data: simulated people lived { $days } of these days.
    }
not-recorded = No working day of this period was recorded. A zero below says that nothing was recorded, not that nobody came.
open-day = The last day is still open: its figures move.
not-measured = not measured

label-period = Period
label-working-days = Working days
label-customers = Customers
customers-received =
    { $customers ->
        [one] customer received by the centre
       *[other] customers received by the centre
    }
column-kind = Kind
column-customers = Customers
column-share = Share
total = Total
withdrawn-services = Services no longer offered

label-new = New applications
label-new-mazaya = for the Mazaya programme
label-new-other = for other housing services
label-mazaya-share = Share of Mazaya in the new applications
value-with-share = { $n } ({ $share })

label-per-day = Customers per working day
per-day-not-measured = not measured (no working day was recorded)

label-within = Within the allotted time
within-of =
    { $steps ->
        [one] { $share } of one step at a counter
       *[other] { $share } of { $steps } steps at counters
    }
within-not-measured = not measured (no step at a counter ended)

label-wait = Wait for the first call
label-wait-p50 = Wait, median
label-wait-p90 = Wait, 90 of 100 at most
label-wait-p99 = Wait, 99 of 100 at most
wait-p90 = 90 of 100 waited { $time } at most
wait-not-measured = not measured (nobody was called)
label-later-wait = Waits after the first call, median
later-wait-not-measured = not measured (nobody waited again)
label-service = Time at the counter, median
service-not-measured = not measured (no step at a counter ended)
service-p90 = 90 of 100 took { $time } at most
label-completed = Customers with a matter completed
completed-of =
    { $customers ->
        [one] { $share } of one customer
       *[other] { $share } of { $customers } customers
    }
completed-not-measured = not measured (nobody was received)
label-satisfaction = Satisfaction
satisfaction-not-measured = not measured in this period

counted-apart = Counted apart
label-unserved = Not served
label-left = left
label-no-show = did not come when called
label-redirected = sent another way
label-day-closed = still waiting at closing
label-carried-over = carried over to another day
label-work = Work without a visit
label-telephone = by telephone
label-email = by e-mail
label-back-office = in the back office
label-still-here = In the hall now
label-missing = Working days without a record
label-head = Head of the journal's chain

how-counted = How this is counted
how-customers = Each received customer is counted once, under one final kind: the main thing done, or referred if the matter was handed to a supervisor. People who left unserved and work without a visit are counted apart.
unserved-note =
    { $people ->
        [0] Nobody left without being served.
        [one] One more person came and was not served.
       *[other] { $people } more people came and were not served.
    }

paragraph-not-recorded = No working day was recorded { $span }: how many customers came was not measured.
paragraph-received =
    { $customers ->
        [0] The centre received no customers { $span }.
        [one] The centre received one customer { $span }.
       *[other] The centre received { $customers } customers { $span }.
    }
span-days = from { $from } to { $to }
span-day = on { $from }
paragraph-new-none = There were no new applications.
paragraph-new-mazaya =
    { $new ->
        [one] A new application came from one customer, for the Mazaya programme.
        [2] New applications came from 2 customers, both for the Mazaya programme.
       *[other] New applications came from { $new } customers, all for the Mazaya programme.
    }
paragraph-new-other =
    { $new ->
        [one] A new application came from one customer, for another housing service.
        [2] New applications came from 2 customers, both for other housing services.
       *[other] New applications came from { $new } customers, all for other housing services.
    }
paragraph-new =
    { $new ->
        [2] New applications came from 2 customers:
       *[other] New applications came from { $new } customers:
    } { $mazaya ->
        [one] one for the Mazaya programme ({ $share })
       *[other] { $mazaya } for the Mazaya programme ({ $share })
    } and { $other ->
        [one] one for another housing service.
       *[other] { $other } for other housing services.
    }
share-below-one = less than 1 %
share-above-ninety-nine = more than 99 %
paragraph-rest = The other customers by kind: { $list }.
paragraph-kinds = By kind: { $list }.
paragraph-item = { $name } ({ $customers })
paragraph-between = { "; " }
paragraph-average =
    { $average ->
        [0] On average it received fewer than one customer a working day,
        [one] On average it received one customer a working day,
       *[other] On average it received { $average } customers a working day,
    } { $days ->
        [one] over one working day.
       *[other] over { $days } working days.
    }

period-not-a-date = “{ $text }” is not a date. Write it as year-month-day, such as 2017-11-01.
period-reversed = The period begins on { $from }, after its end on { $to }. Exchange the two dates.
period-not-yet-begun = The period begins on { $day }, and today is { $today }. Choose days that were lived.
period-not-yet-over = The period ends on { $day }, and today is { $today }. End it on { $today } at the latest.
period-too-long =
    { $years ->
        [one] The period is longer than one year. Choose a shorter one.
       *[other] The period is longer than { $years } years. Choose a shorter one.
    }

clause-smooth-management = Decision 9 of 2017: smooth management of customers
clause-effective-processes = Decision 9 of 2017: effective administrative processes
clause-results = Decision 9 of 2017: results
measure-customers = Customers received
    .formula = Visits that ended and that somebody dealt with, each once.
    .silent = Not how many people stood in the hall: a group with one ticket is one customer, and who left unserved is none.
measure-new_applications = New applications
    .formula = Customers whose kind is a new application; the share of Mazaya is its part of them.
    .silent = Not how many applications were accepted, nor whether they were complete.
measure-customers_per_working_day = Customers per working day
    .formula = Customers divided by the working days of the calendar, days without a record left out.
    .silent = Not how full the fullest day was.
measure-within_allotted = Share within the allotted time
    .formula = Steps at counters that ended within the minutes allotted to their service, divided by all steps that ended at counters. Extensions do not lengthen the minutes; interviews and inspections are apart.
    .silent = Not whether the matter was completed, nor how long the person waited before.
measure-wait = Wait for the first call
    .formula = From the ticket (of an appointment the later of its slot and the arrival) to the first call, of everybody who was called. Exact to one part in a thousand.
    .silent = Not the wait of those who left before they were called.
measure-later_wait = Waits after the first call
    .formula = Time spent waiting after the first call, of those who waited again.
    .silent = Not the time in a parking or with a supervisor.
measure-service_time = Time at the counter
    .formula = Time served in a step at a counter, all its stretches added.
    .silent = Not the time that the clerk needed after the person had left.
measure-completed = Customers with a matter completed
    .formula = Customers of whom at least one matter was completed, divided by all customers.
    .silent = Not whether the answer was the one that was hoped for.
measure-unserved = Not served
    .formula = Visits that ended before anybody dealt with them.
    .silent = Not why they left; some come back another day and are counted then.
measure-work = Work without a visit
    .formula = Quantities noted without a visit.
    .silent = Not what was done and not noted.
