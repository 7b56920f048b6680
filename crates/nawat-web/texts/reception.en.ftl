# Words of the reception, and of what is done from the floor. The same keys in reception.ar.ftl.

## Reception
reception = Reception
look-up = Look up
look-up-what = Ticket, receipt code or personal number
reception-services = What does the person in front of you need?
reception-no-tickets = No tickets are given now.
too-late-today = may not be called today
queue-count = { $n ->
    [0] nobody waiting
   *[other] { $n } waiting
}

## Appointments
appointments-today = Appointments today
appointments-none = No appointments today.
appointment-book = Book for today
appointment-slot = Time
appointment-cancel = Cancel
appointment-cancel-of = Cancel the appointment at { $what }
check-in = Check in
appointment-due = now
appointment-here = here
appointment-early = { $n ->
    [0] in less than a minute
    [one] in 1 minute
   *[other] in { $n } minutes
}
appointment-late = { $n ->
    [0] less than a minute late
    [one] 1 minute late
   *[other] { $n } minutes late
}
later-today = Or an appointment today instead of waiting
later-today-why = The person may go and come back at that time; priority counts from the appointment.

## Before the ticket
papers-first = The papers first
papers-first-hint = Tick what you see in the person's hand. Nothing of this is kept.
papers-none = This service needs no papers.
something-missing = Something is missing: step sheet
something-missing-hint = No ticket: the person takes a sheet that says what to bring, and whoever brings it back does not start at the end.
step-sheet-only = Step sheet
the-group = Group
group-reason = Reason for the priority
group-reason-own = The group says enough
group-needs-reason = This group is given for a reason only. Please choose the reason.
group-needs = with a reason
party-how-many = People on this ticket
give-ticket = Give the ticket

## The visit
stands-waiting = { $n ->
    [0] Waiting, next in line
    [one] Waiting, 1 person ahead
   *[other] Waiting, { $n } people ahead
}
stands-away = Asked not to be called before { $what }
stands-called = Called to { $what }
stands-serving = Being served at { $what }
stands-parked = Held back: { $what }
stands-referred = With the supervisor
stands-served = Served
stands-left = Left the queue
stands-redirected = Sent another way
stands-no-show = Called, did not come
stands-day-ended = The day ended before
next-person = Next person
print-ticket = Print the ticket
print-sheet = Print the sheet
change-priority = Change priority
change-priority-to = To the group
add-service-here = Add a service to the visit
person-is-late = Will be late
person-is-late-how = Not called before then; the time away does not count as waiting.
person-is-here = Is here now
person-leaves = Leaving
person-leaves-how = The place in the line cannot be given back afterwards.
person-left = Left
person-redirected = Sent another way
issued-at = Given at
slip-keep = Your number is shown on the hall's screen and called aloud. Scan the code to follow it on your phone.
slip-minutes = { $n ->
    [one] minute expected
   *[other] minutes expected
}
found-visits = Visits of this person today

## The step sheet
sheet = Step sheet
sheet-bring = What to bring
sheet-next = What happens next?
sheet-none = The officer explains the steps at the counter.
sheet-by = { $n ->
    [0] the same day, { $day } { $date }
    [one] within 1 working day: by { $day } { $date }
   *[other] within { $n } working days: by { $day } { $date }
}
sheet-unconfirmed = The ministry has not confirmed this yet
sheet-unconfirmed-days = { $n ->
    [one] The ministry has not confirmed this yet: 1 working day, not printed
   *[other] The ministry has not confirmed this yet: { $n } working days, not printed
}
sheet-questions = Questions: 80008001, or bahrain.bh
sheet-no-second-wait = When you bring what was missing, come to reception first.
sheet-in = Language of the sheet

## Help
help-wanted = Who needs help
help-sign-language = Sign-language interpreter
help-wheelchair = Wheelchair
help-reading = Help with reading and writing
help-other = Something else
help-at = at { $what }
help-since = { $n ->
    [0] asked just now
    [one] 1 minute ago
   *[other] { $n } minutes ago
}
help-coming = I am on my way
help-is-coming = A colleague is on the way
help-done = Done
help-ask = How can we help you?
help-ask-hint = Somebody comes to you here at the kiosk. Your name is not recorded.
help-asked = Somebody from reception is on the way
help-asked-hint = Please stay here at the kiosk.

## The floor: what is done in place
counter-manage = Manage counter { $what }
counter-open-for = Who serves there
counter-open-nobody = Decided later
counter-open = Open the counter
counter-close = Close the counter
counter-profile-move = Move to a work profile
move = Move
who-waits = Who waits
who-waits-more = { $n ->
    [0] and nobody after them
    [one] and 1 person after them
   *[other] and { $n } people after them
}
asked-away = away
forecast-now = Coming now
at-counter = counter { $what }
at-room = room { $what }
remedy-see = Go to { $what }
remedy-open = Open { $what }
remedy-extend = { $n ->
    [one] Extend by 1 minute
   *[other] Extend by { $n } minutes
}
remedy-profile = Move { $counter } to: { $profile }
remedy-devices = Devices
alert-other = Counter { $what } is free, and its profile does not take those who wait
alert-other-why = { $n ->
    [one] 1 person waits in another queue
   *[other] { $n } people wait in another queue
}
alert-silent = { $what } says nothing any more
alert-silent-why = { $n ->
    [one] last heard of 1 minute ago
   *[other] last heard of { $n } minutes ago
}
