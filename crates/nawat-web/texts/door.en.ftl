# A ticket by one's own phone at the door: the page, the poster, the screen at the entrance.

door = Take your number by phone
door-ask = What can we do for you today?
door-hint = Choose a service, then take your number. Your place stays in your phone.
door-yours = Your tickets today
door-show = Show the ticket
door-limit-reached = This phone has taken all the tickets it is given in a day. For another service, please use a ticket machine or ask at reception.
door-left = { $n ->
    [0] No more tickets for this phone today
    [one] 1 more ticket for this phone today
   *[other] { $n } more tickets for this phone today
}
door-off = In this centre tickets are taken at the machines in the hall, or at reception.
door-old = This code is no longer valid
door-old-why = Codes change every day, so that nobody takes a number before they are at the centre.
door-old-do = Please scan today's code at the entrance, or take a ticket from a machine in the hall.
door-old-yours = You have a ticket of today on this phone:
door-old-home = You may not need to come at all: many services can be done from home, through the national portal bahrain.bh.
door-more = I have priority, or others are with me

## The poster and the screen at the entrance
poster = Poster for the entrance
poster-lead = Scan the code with your phone's camera, choose a service, take your number.
poster-1 = Scan the code with your phone's camera
poster-2 = Choose a service
poster-3 = Take your number and follow your turn on your phone
poster-no-phone = No phone? A ticket machine and reception are here for you.
poster-day = Code of { $what }
poster-only = Valid on this day only
poster-print = Print
poster-about = Print it and put it up at the entrance each morning. The entrance screen changes the code by itself:
entrance = Entrance screen
entrance-stale = The connection is lost. If the code is not taken, a ticket machine and reception are here for you.

## What the administrator chooses for each screen
device-section = What this display shows
device-section-all = The whole hall
device-section-set = Save

problem-door-code-old = This is not today's code. Please scan the code that is shown at the entrance.
    .title = The code is no longer valid
problem-door-no-phones = Tickets are not taken by phone in this centre. Please use a ticket machine or ask at reception.
    .title = No tickets by phone
problem-door-limit = { $given ->
    [0] This phone is given no tickets today.
    [one] This phone has taken its ticket for today. For another service, please use a ticket machine or ask at reception.
   *[other] This phone has taken its { $given } tickets for today. For another service, please use a ticket machine or ask at reception.
}
    .title = Tickets of one day
problem-door-too-fast = Many tickets are being taken from this network. Please try again in a moment, or use a ticket machine.
    .title = Many requests in a short time
