# ما تملؤه الصفحات من حال الصالة. المفاتيح نفسها في en.ftl.

role-reception = موظف الاستقبال
role-officer = موظف خدمة العملاء
role-supervisor = المشرف
role-manager = المدير
role-administrator = مدير النظام

kept-nothing-done = لم يُنفَّذ شيء ولم يضع شيء.
kept-not-done = لم يُنفَّذ هذا الإجراء وحده، وكل ما قبله مسجّل.
kept-all-recorded = كل ما تم تأكيده مسجّل. لم يُنفَّذ هذا الإجراء وحده.
to-first-page = إلى الصفحة الأولى

why-arrived = أخذ رقمه الساعة { $time } وانتظر { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}.
why-segment = أولوية فئته ({ $segment }) تتراكم أسرع.
why-ahead = عاد من المشرف فيتقدّم دوره.
why-short-segment = أولويته تتراكم أسرع
why-short-ahead = عائد من المشرف
why-short-sent = محوّل إلى هذا الشباك
returned-supervisor = عائد من المشرف
order-same = الأسبق وصولاً فالأسبق.
order-faster = الأسبق وصولاً فالأسبق، وتتراكم أولوية هذه الفئات أسرع أثناء الانتظار: { $segments }.
ticket-order = يُنادى الأسبق وصولاً أولاً، وتتراكم أولوية بعض الفئات أسرع أثناء الانتظار: { $segments }. وقد يُنادى قبلك من جاء لخدمة أخرى، لأن شباكاً آخر يقدّمها.
ticket-order-same = يُنادى الأسبق وصولاً أولاً. وقد يُنادى قبلك من جاء لخدمة أخرى، لأن شباكاً آخر يقدّمها.

undo-call = النداء
undo-start = البدء
undo-end = الإنهاء
undo-no-show = عدم الحضور
undo-park = التعليق
undo-transfer = التحويل

alert-over = { $counter }: تجاوز الوقت بمقدار { $time }
alert-over-why = التذكرة { $ticket }. اسأل إن كانت هناك حاجة إلى مساعدة.
alert-idle = { $counter } متاح وهناك من ينتظره
alert-idle-why = في طوابيره { $n ->
    [zero] لا أحد
    [one] مراجع واحد
    [two] مراجعان
    [few] { $n } مراجعين
    [many] { $n } مراجعاً
   *[other] { $n } مراجع
}.
alert-unserved = { $n ->
    [zero] لا أحد ينتظر
    [one] مراجع واحد ينتظر
    [two] مراجعان ينتظران
    [few] { $n } مراجعين ينتظرون
    [many] { $n } مراجعاً ينتظرون
   *[other] { $n } مراجع ينتظرون
} في طابور { $queue } ولا شباك يخدمه
alert-unserved-why = افتح شباكاً، أو غيّر نمط عمل شباك.

opens-on = { $date } الساعة { $time }
device-kiosk = جهاز تذاكر
device-display = شاشة الصالة
device-pad = لوح
device-asked-at = طُلب الإقران الساعة { $time }
device-seen-at = آخر اتصال الساعة { $time }
device-unnamed = بلا اسم
paired-now = تم إقران الشاشة «{ $what }».
revoked-now = أُلغي إقران الشاشة.
signed-out = تم تسجيل خروجك.
help-coming = تفضّل بالانتظار هنا أو راجع الاستقبال: سيساعدك أحد الموظفين.

card-within = ضمن الوقت المخصص
card-wait = الانتظار: نودي نصفهم خلال
card-per-day = العملاء في يوم العمل
card-satisfaction = الرضا
card-wait-more = ‏90 % خلال { $p90 }، و99 % خلال { $p99 }
card-within-more = { $within } من { $ended } خطوة على الشباك
card-per-day-more = { $n ->
    [zero] لا أيام عمل مسجّلة
    [one] يوم عمل واحد مسجّل
    [two] يوما عمل مسجّلان
    [few] { $n } أيام عمل مسجّلة
    [many] { $n } يوم عمل مسجّلاً
   *[other] { $n } يوم عمل مسجّل
}
card-not-asked = لم يُسأل أحد بعد.
card-no-waits = لم يُقَس أي انتظار في هذه الفترة.
card-no-steps = لم تنتهِ أي خطوة على شباك في هذه الفترة.
duration-minutes-seconds = { $minutes } د { $seconds } ث
