# What handlers fill into the pages from the hall as it stands. The same keys stand in ar.ftl.

role-reception = Reception
role-officer = Customer service officer
role-supervisor = Supervisor
role-manager = Manager
role-administrator = Administrator

kept-nothing-done = Nothing was done, and nothing was lost.
kept-not-done = This one thing was not done. Everything before it is recorded.
kept-all-recorded = Everything that was confirmed is recorded. This one thing was not done.
to-first-page = To the first page

why-arrived = Took its number at { $time } and waited { $n ->
    [0] less than a minute
    [one] 1 minute
   *[other] { $n } minutes
}.
why-segment = Its group, { $segment }, gathers priority faster.
why-ahead = It came back from the supervisor and goes ahead of its line.
why-short-segment = priority gathers faster
why-short-ahead = back from the supervisor
why-short-sent = sent to this counter
returned-supervisor = back from the supervisor
order-same = First come, first served.
order-faster = First come, first served; these groups gather priority faster while they wait: { $segments }.
ticket-order = Whoever came first is called first; some groups gather priority faster while they wait: { $segments }. Somebody with another service may be called before you, since another counter serves it.
ticket-order-same = Whoever came first is called first. Somebody with another service may be called before you, since another counter serves it.

undo-call = call
undo-start = start
undo-end = end
undo-no-show = no-show
undo-park = parking
undo-transfer = transfer

alert-over = { $counter }: { $time } over its time
alert-over-why = Ticket { $ticket }. Ask whether help is needed.
alert-idle = { $counter } is free, and people wait for it
alert-idle-why = { $n ->
    [one] 1 person waits
   *[other] { $n } people wait
} in its queues.
alert-unserved = { $n ->
    [one] 1 person waits
   *[other] { $n } people wait
} for { $queue }, and no counter takes it
alert-unserved-why = Open a counter, or move a work profile.

opens-on = { $date } at { $time }
device-kiosk = Kiosk
device-display = Hall display
device-pad = Pad
device-asked-at = asked at { $time }
device-seen-at = seen at { $time }
device-unnamed = without a name
paired-now = The screen “{ $what }” is paired.
revoked-now = The screen's pairing is revoked.
signed-out = You are signed out.
help-coming = Please stay here, or see reception: a member of staff will help you.

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
duration-minutes-seconds = { $minutes } min { $seconds } s
