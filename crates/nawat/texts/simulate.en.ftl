# What `nawat simulate` says. Keys are the same in both languages.

dash = —
figure = { $value } ± { $half }
lived-days =
    { $count ->
        [one] One day, seed { $seed }
       *[other] { $n } days, seed { $seed }
    }
lived-batches =
    { $count ->
        [one] One batch of a day without end, seed { $seed }
       *[other] { $n } batches of a day without end, seed { $seed }
    }
speed = { $customers } customers simulated, { $rate } a second
intervals = ± is half of an interval that covers the true value in 95 of 100 cases.
synthetic = All of it is simulated: nobody was here.
hall = The whole hall
customers = Customers: { $value }
wait-mean = Mean wait, min: { $value }
wait-quantiles = Half wait no longer than { $p50 } min, nine in ten { $p90 } min, 99 in 100 { $p99 } min
delayed = Not called at once, %: { $value }
within = Called within { $minutes } min, %: { $value }
abandoned = Gave up, %: { $value }
refused = Turned away at a full hall, %: { $value }
queue = Queue: { $name }
queue-wait = Mean wait in this queue, min: { $value }
utilisation = Counters' time in use, %: { $value }
utilisation-of = Time in use, %, { $name }: { $value }
overtime = After closing, min: { $value }
waiting = Waiting on average: { $value }
busiest = Most wait at { $time }: { $value }
still-there = Still there when nobody served any more: { $n }
sent-home = Sent home at closing: { $n }
warning-hall = Note: { $offered } counters' work comes in the hours of tickets, for { $counters } counters. Waits grow all day; the figures hold for a day of this length alone.
warning-queue = Note: { $offered } counters' work comes for the queue { $name }, which { $counters } counters take at the most.

validate-head = The live engine against queues that are known exactly (z: standard errors apart)
validate-row = { $verdict }  { $case } [{ $parameters }] { $quantity }: exact { $exact }, simulated { $simulated } ± { $half }, z { $z }, { $customers } customers
validate-empty = A day that starts empty: { $value } ± { $half }
validate-pass = holds
validate-fail = FAILS
validate-sum =
    { $failed ->
        [0] All { $rows } rows hold.
        [one] One of { $rows } rows fails.
       *[other] { $failed } of { $rows } rows fail.
    }
