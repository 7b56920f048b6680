# Sentences that are made of the day as it stands: why this order, what can be taken back, what needs care.

why-first = Came first of those you may take.
why-faster = { $what }: priority gathers faster, so this number overtook { $other }.
why-level = Your profile takes this queue before others.
why-sent = Was sent to you.
why-returned = Back from the supervisor, ahead of the line: nobody queues twice.
why-particular = Called out of order: { $what }
why-at-once = Served at once, without waiting.
order-arrival = Order: first come, first served.
order-rates = Order: first come, first served; priority of these groups gathers faster: { $what }
order-levels = Your profile takes one queue before the other, each by arrival.
next-sent = sent to you
next-returned = back from the supervisor
next-faster = gathers priority faster
returned-supervisor = Back from the supervisor
returned-parked = Back after a pause
undo-call = the call
undo-start = the start
undo-end = the end
undo-no-show = the no-show
undo-park = the parking
undo-transfer = the transfer
ticket-order = You are called when those who came before you for the same queue have been. Priority of senior citizens and people of determination gathers faster, so that some who came later may be called earlier. Nobody is put ahead without a reason that is kept on record.
alert-overrun = Counter { $what } has passed its allotted time
alert-overrun-why = { $n ->
    [0] by less than a minute
    [one] by 1 minute
   *[other] by { $n } minutes
}
alert-idle = Counter { $what } is free while people wait
alert-idle-why = { $n ->
    [one] 1 person waits in its queues
   *[other] { $n } people wait in its queues
}
alert-long = { $what }: a long wait
alert-long-why = { $n ->
    [one] the first in line has waited 1 minute
   *[other] the first in line has waited { $n } minutes
}
alert-nobody = { $what }: people wait and no counter takes them
alert-nobody-why = { $n ->
    [one] 1 person waits
   *[other] { $n } people wait
}

## Roles, problems, devices, statistics
role-reception = Reception
role-officer = Customer service officer
role-supervisor = Supervisor
role-manager = Manager
role-administrator = Administrator
kept-nothing-done = Nothing was done, and nothing was lost.
kept-not-done = This one thing was not done. Everything before it is recorded.
kept-all-recorded = Everything that was confirmed is recorded. This one thing was not done.
to-first-page = To the first page
opens-on = { $date } at { $time }
device-kiosk = Kiosk
device-display = Hall display
device-pad = Pad
device-asked-at = asked at { $time }
device-seen-at = seen at { $time }
device-unnamed = without a name
card-within = Within the allotted time
card-wait = Wait: half were called within
card-per-day = Customers per working day
card-satisfaction = Satisfaction
card-wait-more = 90 % within { $p90 }, 99 % within { $p99 }
card-within-more = { $within } of { $ended } counter steps
card-per-day-more = { $n ->
    [one] 1 working day recorded
   *[other] { $n } working days recorded
}
card-not-asked = Nobody has been asked yet.
card-no-waits = No wait was measured in this period.
card-no-steps = No counter step ended in this period.
weekday-sunday = Sunday
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
priority-none = No
