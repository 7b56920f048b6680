# The pad, the rating on the ticket's page, what was said.

door-pad = Rating pad
door-pad-about = Five faces, at each counter
pad = Rating pad
pad-welcome = Welcome
pad-where = Where does this pad stand?
pad-where-counter = Counter or room
pad-stand = It stands here
pad-no-name = without your name
rating = Rating
rating-ask = How was your visit?
rating-5 = Very satisfied
rating-4 = Satisfied
rating-3 = Neutral
rating-2 = Dissatisfied
rating-1 = Very dissatisfied
rating-clear = Was it clear to you what happens next?
rating-words = In your own words (optional)
rating-may-contact = You may contact me about this
rating-contact = Phone or e-mail, if we may contact you
rating-send = Send
rating-thanks = Thank you. We read every answer.
yes = Yes
no = No
remarks-link = Ratings
remarks = What visitors said today
remarks-none = Nobody has rated a visit today yet.
remarks-rated = { $n ->
        [one] One visit was rated
       *[other] { $n } visits were rated
    }
remarks-of-served = { $n ->
        [one] of one that was served
       *[other] of { $n } that were served
    }
remarks-to-read = To be read and answered
remarks-nothing-to-read = No low rating and no words so far.
remark-unclear = Next step unclear
remark-contact = May be contacted:
