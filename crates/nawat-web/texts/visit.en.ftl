# The public page.

visit = Plan your visit
door-visit = Plan your visit
door-visit-about = Services, hours, how full it is now, the best hour to come
visit-how-full = How full it is now
visit-as-of = at { $what }
visit-waiting = { $n ->
        [0] nobody waiting
        [one] one person waiting
       *[other] { $n } people waiting
    }
visit-too-late = Who comes now will hardly be called today
visit-no-tickets-now = No tickets are given at this moment.
visit-best-hour = The best hour to come
visit-best = shortest wait
visit-hour = Who came from
visit-half = half waited at most
visit-nine-in-ten = nine in ten waited at most
visit-hours-behind = { $n ->
        [one] As it was on the last working day.
       *[other] As it was on the last { $n } working days.
    }
visit-synthetic = These days were simulated.
visit-not-measured = Not measured yet: this shows once some days have passed.
visit-minutes = { $n ->
        [one] 1 min
       *[other] { $n } min
    }
visit-hours = Opening hours this week
visit-closed = closed
visit-other-days = Holidays and other hours
visit-no-other-days = None in the next two months.
visit-provisional = to be confirmed
visit-services = What can be done here
visit-from-home = also from home
visit-bring = What to bring
date-of = { $day } { $month }
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
