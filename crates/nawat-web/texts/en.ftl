# The words of the pages in English. The same keys stand in ar.ftl.
# {$n} is a number that chooses the plural form, {$what} a word or code put into the sentence.

## Every page
skip = Skip to content
language = Language
live = live
live-lost = connection lost, trying again
not-live = Connection lost. What you see may not be the latest; we keep trying.
not-known = not known
back = Back
next = Next
finish = Finish
listen = Listen
text-large = Larger text
contrast-high = More contrast
theme-next = Change appearance: automatic, dark, light
sign-in = Sign in
sign-out = Sign out
signed-in-as = Signed in as
mistakes = Something needs correcting
list-comma = {", "}
service = Service
reason = Reason
ticket = Ticket
segment = Group
queues = Queues
counters = Counters
people = people
minutes = minutes
waiting = Waiting
in-waiting = Waiting
place-counter = Counter { $what }
    .label = Counter
place-room = Room { $what }
    .label = Room
minutes-unit = { $n ->
    [one] minute
   *[other] minutes
}
minutes-long = { $n ->
    [0] less than a minute
    [one] 1 minute
   *[other] { $n } minutes
}
minutes-expected = { $n ->
    [one] minute of waiting expected
   *[other] minutes of waiting expected
}
waiting-now = { $n ->
    [0] nobody waiting
    [one] 1 person waiting
   *[other] { $n } people waiting
}
people-waiting = { $n ->
    [one] person waiting now
   *[other] people waiting now
}
ahead = { $n ->
    [0] You are next
    [one] 1 person ahead of you
   *[other] { $n } people ahead of you
}
waited = { $n ->
    [0] waited under a minute
   *[other] waited { $n } min
}
party-of = { $n ->
    [one] 1 person
   *[other] { $n } people
}

## The hall
open-until = Open until { $what }
hall-suspended = Service is paused for a while; every place in line is kept
hall-full = The hall is full at the moment
hall-full-ways = Some services can be done from home; or please see reception.
hall-no-tickets = Tickets have stopped for today
hall-no-tickets-ways = Everyone holding a ticket is served. For something urgent, please see reception.
hall-closed = The centre is closed now
hall-opens = Opens

## Kiosk
kiosk = Kiosk
kiosk-ask = How can we serve you today?
kiosk-which = Which service?
kiosk-appointment = I have an appointment
kiosk-help = I need help
from-home-short = or from home
from-home = This can be done from home.
from-home-how = On the national portal bahrain.bh with your eKey: no visit, no waiting.
bring = What you need
have-ready = Please have ready
take-ticket = Take your ticket
take-ticket-short = Take ticket
personal-number-ask = Your 9-digit personal number
personal-number-why = Your personal number is used only to serve you.
priority-ask = Do you have priority?
party-ask = How many of you are here, you included?
still-there = Are you still there?
more-time = I need more time
your-number = Your number
keep-phone = Scan the code to follow your turn on your phone
keep-without = No phone? Remember your number: it appears on the hall display and is called aloud.
ticket-link = Your ticket's page
resets = This screen begins anew by itself

## Hall display
display = Hall display
calls = Calls
display-welcome = Welcome. Please wait for your number to be called
display-not-live = This display is not connected at the moment. Please listen for the staff's call.
last-call = Last call
sound-on = Turn sound on
voice-counter = Ticket { $code }, please proceed to counter { $place }
voice-room = Ticket { $code }, please proceed to room { $place }
voice-last-counter = Last call for ticket { $code }, counter { $place }
voice-last-room = Last call for ticket { $code }, room { $place }

## Counter
ring-of = { $n ->
    [one] of 1 minute
   *[other] of { $n } minutes
}
ring-over = over by { $what }
ring-note-soon = The allotted time is nearly over
ring-note-late = The allotted time is over
desk-me = Customer and time
desk-work = The matter
desk-closed = The counter is closed
desk-closed-hint = One press opens it
desk-open = Open counter
desk-close = Close counter
desk-nobody = Nobody is waiting
desk-waiting = { $n ->
    [0] Nobody is waiting
    [one] 1 person waits for you
   *[other] { $n } people wait for you
}
desk-idle-since = free for
desk-called = { $n ->
    [0] not called yet
    [one] since the call
   *[other] since call { $n }
}
call-next = Call next
recall = Recall
no-show = No-show
start = Start service
end = End service
extend = Extend
extend-by = Extend the time
add-service = Add service
add-service-which = Which service joins this visit?
refer = Refer
refer-why = Why does it go to the supervisor?
refer-back = Comes back to me after the answer
transfer = Transfer
transfer-where = Transfer the visit
transfer-to = To
transfer-same-service = the same service
placement = Place there
placement-original = By first arrival
placement-priority = With the priority gathered
placement-end = At the end
park = Park
park-why = Why is it parked?
parked = Parked
parked-for = { $n ->
    [0] for under a minute
   *[other] for { $n } min
}
resume-here = Resume
resume-line = To the line
undo = Undo
break = Break
break-why = Reason for the break
on-break = On a break
end-break = Back to work
call-this = Call a ticket
call-this-which = Call a particular ticket
quick-serve = Quick serve
quick-serve-what = Ticket, call and start in one press
quick-serve-hint = For somebody who stands before you without a ticket.
work-record = Other work
work-what = Record work without a visit
work-hint = Counted beside visits: telephone, e-mail, back office.
channel = By
channel-telephone = Telephone
channel-email = E-mail
channel-back-office = Back office
quantity = Quantity
record = Record
profile = Work profile
after-end = After the end:
what-was-done = What was done?
main-thing = the main thing of this visit
closing-hint = Press the digit on the button. Esc goes back.
papers = Papers
services-done = Done in this visit:
services-later = Still to come in this visit:
why-now = Why this number now?
step-ticket = Ticket
step-called = Called
step-serving = Serving
step-done = Done
your-day = Your day
served-unit = { $n ->
    [one] person served
   *[other] people served
}
served-count = { $n ->
    [0] nobody served yet
    [one] 1 person served
   *[other] { $n } people served
}
within-count = { $n ->
    [one] 1 step within its time
   *[other] { $n } steps within their time
}
within-allotted = within the allotted time
waiting-for-you = waiting for you
how-keys = Keys
keys-picks = in an opened list
next-for-you = Next for you
next-nobody = Nobody waits for this counter. Whoever arrives appears here.
choose-counter = Choose your counter
desk-yours = your counter now
desk-taken = staffed by
desk-is-open = open
desk-free = free
