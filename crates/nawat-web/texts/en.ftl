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
waiting-word = waiting
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
    [one] minute expected
   *[other] minutes expected
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
personal-number-ask = Personal number (9 digits)
personal-number-why = Your personal number is used only to serve you.
priority-ask = Do you have priority?
party-ask = How many are you?
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

## Way in
way-in = Welcome
way-in-lead = Take a number, follow your turn on your phone, and see why someone else is called first.
hall = Hall
hall-suspended-short = Paused for a while
how-full = How full the hall is
counters-open = { $n ->
    [one] counter open
   *[other] counters open
}
doors = Where to?
staff = staff
door-kiosk = Take a ticket
door-kiosk-about = The kiosk: two touches to a ticket.
door-display = Hall display
door-display-about = Calls, and who is waiting.
door-counter = Counter
door-counter-about = Call next, serve, and keep the time.
door-floor = Floor
door-floor-about = Counters, queues, and what needs the supervisor.
door-reception = Reception
door-reception-about = Quick tickets and appointments.
door-statistics = Statistics
door-statistics-about = The period's figures: who was served, who waited.
door-devices = Devices
door-devices-about = Pair a kiosk or a display with the centre.
demo = This is a demo.
demo-note = The people here are simulated, and no figure is a real centre's. Play any role.
made-with = Nawat: an open-source system for public service centres.

## Sign-in
user-name = User name
password = Password
role = Role
demo-roles = Roles of the demo
demo-roles-hint = Each role has an address of its own, so that several can be open in one browser.

## The ticket on the phone
ticket-go = It is your turn. Please go now to
ticket-serving = You are being served at
ticket-parked = Your place is kept until what is missing is there
ticket-referred = The supervisor has your case; your place is kept
ticket-done = You have been served
ticket-done-thanks = Thank you for your visit.
ticket-left = You left the queue
ticket-left-hint = To come back, please take a new ticket.
ticket-no-show = You were called and were not there
ticket-no-show-hint = Please see reception.
ticket-day-ended = The day has ended
ticket-day-ended-hint = Please see reception on the next working day.
ticket-called-in = You will be called in
line-now = now
line-half = half an hour
line-hour = an hour
ticket-free-until = You may be elsewhere until { $what }. Please be back in the hall by then.
ticket-away = You are called after { $what }
ticket-away-ahead = { $n ->
        [0] Nobody is ahead of you; the time you are away does not count as waiting.
        [one] One person is ahead of you; the time you are away does not count as waiting.
       *[other] { $n } people are ahead of you; the time you are away does not count as waiting.
    }
ticket-here = I am in the hall now
ticket-late = I am late
ticket-late-how = You keep your ticket and are called later. The time you are away does not count as waiting.
ticket-late-by = { $n ->
        [one] one minute
       *[other] { $n } minutes
    }
ticket-overtaken = { $n ->
        [one] Just now one person who came after you is called before you for this reason.
       *[other] Just now { $n } people who came after you are called before you for this reason.
    }
ticket-stay = This page updates by itself. Please stay near the hall.
ticket-stay-near = Your turn is near. Please return to the hall.
ticket-stay-next = You are next. Please watch for the call.
why-order = Why this order?
leave-queue = Leave the queue
leave-sure = Your place cannot be had back once you leave.
leave-yes = Yes, leave the queue
ticket-link-dies = This link is yours alone and ends with the day.
dead-link = This link is no longer alive
dead-link-why = A ticket's link ends with its day.
dead-link-next = If you are at the centre now, please take a new ticket or see reception.
to-the-centre = To the centre's page

## Statistics
statistics = Period statistics
synthetic = synthetic data
not-measured = not measured
customers-received = { $n ->
    [one] customer received
   *[other] customers received
}
working-days = { $n ->
    [0] no working days
    [one] on 1 working day
   *[other] on { $n } working days
}
kind = Kind of matter
kinds-caption = Customers by kind of matter
customers = Customers
share = Share
period-empty = No closed working day in this period
period-empty-hint = What was not measured is not shown as nought. Choose another period.
from-day = From
to-day = To
show = Show
downloads = Download

## Floor
floor = Floor
floor-calling = calling
floor-idle = free for
floor-closed = closed
queue = Queue
longest = Longest wait
needs-you = What needs you
needs-nothing = Nothing needs you now.
served-today = { $n ->
    [0] nobody served today
   *[other] { $n } served today
}
wants-back = to come back to the clerk
answer-return = Return to the clerk
answer-done = Done here
the-day = The day
day-not-open = The day has not been opened.
day-closed = The day is closed.
open-day = Open the day
suspend-hall-why = Reason for the pause
suspend-hall = Pause the hall
resume-hall = Resume the hall
close-ticketing = Stop tickets
reopen-ticketing = Give tickets again
close-day = Close the day
close-day-open = { $n ->
    [0] Nobody is waiting.
    [one] 1 person is still waiting.
   *[other] { $n } people are still waiting.
}
carry-over = Carry waiting visits over to the next working day
close-day-yes = Yes, close the day

## Devices
devices = Devices
pair = Pair
pair-code = Code shown on the device
device-name = Name of the device
device-name-example = Entrance kiosk
devices-none = No devices yet. Open the page of a kiosk or display, and its code appears there.
device-waiting = waiting to be paired
device-paired = paired
device-revoked = revoked
revoke = Revoke
pairing = Pairing
pairing-kiosk = This kiosk is not yet paired with the centre
pairing-display = This display is not yet paired with the centre
pairing-revoked = The pairing of this device was revoked. To pair it anew, use the code below.
pairing-how = An administrator enters this code at

## When something fails
problem-kept = What was kept
problem-next = What to do now
problem-code = Code
