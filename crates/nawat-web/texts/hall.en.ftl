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
