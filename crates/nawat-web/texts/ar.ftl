# كلمات الصفحات بالعربية. المفاتيح نفسها في en.ftl.
# {$n} عدد يختار صيغة الجمع، و{$what} كلمة أو رمز يوضع في الجملة.

## كل الصفحات
skip = إلى المحتوى
language = اللغة
live = مباشر
live-lost = انقطع الاتصال، نعيد المحاولة
not-live = انقطع الاتصال. ما تراه قد لا يكون الأحدث، ونعيد المحاولة تلقائياً.
not-known = غير معروف
back = رجوع
next = التالي
finish = إنهاء
listen = استمع
text-large = خط أكبر
contrast-high = تباين أعلى
theme-next = تبديل المظهر: تلقائي، داكن، فاتح
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
signed-in-as = المستخدم:
mistakes = يوجد ما يلزم تصحيحه
list-comma = {"، "}
service = الخدمة
reason = السبب
ticket = التذكرة
segment = الفئة
queues = الأدوار
counters = الشبابيك
people = عدد
minutes = دقيقة
waiting = الانتظار
in-waiting = في الانتظار
waiting-word = في الانتظار
place-counter = شباك { $what }
    .label = شباك
place-room = مكتب { $what }
    .label = مكتب
minutes-unit = { $n ->
    [zero] دقيقة
    [one] دقيقة
    [two] دقيقتان
    [few] دقائق
    [many] دقيقة
   *[other] دقيقة
}
minutes-long = { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
minutes-expected = { $n ->
    [zero] دقيقة متوقعة
    [one] دقيقة متوقعة
    [two] دقيقتان متوقعتان
    [few] دقائق متوقعة
    [many] دقيقة متوقعة
   *[other] دقيقة متوقعة
}
waiting-now = { $n ->
    [zero] لا أحد في الانتظار
    [one] مراجع واحد في الانتظار
    [two] مراجعان في الانتظار
    [few] { $n } مراجعين في الانتظار
    [many] { $n } مراجعاً في الانتظار
   *[other] { $n } مراجع في الانتظار
}
people-waiting = { $n ->
    [zero] لا أحد في الانتظار
    [one] مراجع في الانتظار الآن
    [two] مراجعان في الانتظار الآن
    [few] مراجعين في الانتظار الآن
    [many] مراجعاً في الانتظار الآن
   *[other] مراجع في الانتظار الآن
}
ahead = { $n ->
    [zero] دورك هو التالي
    [one] قبلك مراجع واحد
    [two] قبلك مراجعان
    [few] قبلك { $n } مراجعين
    [many] قبلك { $n } مراجعاً
   *[other] قبلك { $n } مراجع
}
waited = { $n ->
    [zero] انتظر أقل من دقيقة
    [one] انتظر دقيقة
    [two] انتظر دقيقتين
    [few] انتظر { $n } دقائق
    [many] انتظر { $n } دقيقة
   *[other] انتظر { $n } دقيقة
}
party-of = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصاً
   *[other] { $n } شخص
}

## الصالة
open-until = مفتوح حتى { $what }
hall-suspended = العمل متوقف مؤقتاً، والأدوار محفوظة
hall-full = الصالة ممتلئة الآن
hall-full-ways = يمكن إنجاز بعض الخدمات من المنزل، أو يُرجى مراجعة الاستقبال.
hall-no-tickets = توقّف إصدار التذاكر لهذا اليوم
hall-no-tickets-ways = يُخدم من لديه تذكرة. يُرجى مراجعة الاستقبال لأمر عاجل.
hall-closed = المركز مغلق الآن
hall-opens = يفتح

## جهاز الخدمة الذاتية
kiosk = جهاز الخدمة الذاتية
kiosk-ask = بماذا نخدمك اليوم؟
kiosk-which = أي خدمة؟
kiosk-appointment = لدي موعد
kiosk-help = أحتاج مساعدة
from-home-short = أو من المنزل
from-home = يمكن إنجازها من المنزل.
from-home-how = عبر البوابة الوطنية bahrain.bh بالمفتاح الإلكتروني، دون حضور ودون انتظار.
bring = المستندات المطلوبة
have-ready = يُرجى تجهيز
take-ticket = خذ تذكرتك
take-ticket-short = خذ تذكرة
personal-number-ask = الرقم الشخصي (9 أرقام)
personal-number-why = يُستخدم رقمك الشخصي لإنجاز خدمتك فقط.
priority-ask = هل لك أولوية؟
party-ask = كم شخصاً أنتم؟
still-there = هل ما زلت هنا؟
more-time = أحتاج وقتاً أطول
your-number = رقمك
keep-phone = امسح الرمز ليبقى دورك في هاتفك
keep-without = بلا هاتف؟ تذكّر رقمك: يظهر على شاشة الصالة ويُنادى بالصوت.
ticket-link = صفحة تذكرتك
resets = تعود هذه الشاشة إلى البداية تلقائياً

## شاشة الصالة
display = شاشة الصالة
calls = النداءات
display-welcome = أهلاً بكم، يُرجى انتظار النداء على رقمكم
display-not-live = الشاشة غير متصلة الآن. يُرجى الانتباه إلى نداء الموظف.
last-call = النداء الأخير
sound-on = تشغيل الصوت
voice-counter = التذكرة { $code }، يُرجى التوجه إلى الشباك رقم { $place }
voice-room = التذكرة { $code }، يُرجى التوجه إلى المكتب رقم { $place }
voice-last-counter = النداء الأخير للتذكرة { $code }، الشباك رقم { $place }
voice-last-room = النداء الأخير للتذكرة { $code }، المكتب رقم { $place }

## الشباك
ring-of = { $n ->
    [zero] من أقل من دقيقة
    [one] من دقيقة واحدة
    [two] من دقيقتين
    [few] من { $n } دقائق
    [many] من { $n } دقيقة
   *[other] من { $n } دقيقة
}
ring-over = تجاوز الوقت بمقدار { $what }
ring-note-soon = أوشك الوقت المخصص على الانتهاء
ring-note-late = انتهى الوقت المخصص
desk-me = العميل والوقت
desk-work = المعاملة
desk-closed = الشباك مغلق
desk-closed-hint = يُفتح بضغطة واحدة
desk-open = فتح الشباك
desk-close = إغلاق الشباك
desk-nobody = لا أحد في الانتظار
desk-waiting = { $n ->
    [zero] لا أحد في الانتظار
    [one] مراجع واحد ينتظرك
    [two] مراجعان ينتظرانك
    [few] { $n } مراجعين ينتظرونك
    [many] { $n } مراجعاً ينتظرونك
   *[other] { $n } مراجع ينتظرونك
}
desk-idle-since = متاح منذ
desk-called = { $n ->
    [zero] لم يُنادَ بعد
    [one] منذ النداء
    [two] منذ النداء الثاني
    [few] منذ النداء رقم { $n }
    [many] منذ النداء رقم { $n }
   *[other] منذ النداء رقم { $n }
}
call-next = نداء التالي
recall = إعادة النداء
no-show = لم يحضر
start = بدء الخدمة
end = إنهاء الخدمة
extend = تمديد
extend-by = تمديد الوقت
add-service = إضافة خدمة
add-service-which = أي خدمة تُضاف إلى هذه الزيارة؟
refer = إحالة لمشرف
refer-why = سبب الإحالة إلى المشرف
refer-back = يعود إليّ بعد رد المشرف
transfer = تحويل
transfer-where = تحويل الزيارة
transfer-to = إلى
transfer-same-service = الخدمة نفسها
placement = مكانه هناك
placement-original = حسب وقت وصوله الأول
placement-priority = بالأولوية التي جمعها
placement-end = في آخر الدور
park = تعليق مؤقت
park-why = سبب التعليق المؤقت
parked = معلّق مؤقتاً
parked-for = { $n ->
    [zero] منذ أقل من دقيقة
    [one] منذ دقيقة
    [two] منذ دقيقتين
    [few] منذ { $n } دقائق
    [many] منذ { $n } دقيقة
   *[other] منذ { $n } دقيقة
}
resume-here = استئناف
resume-line = إلى الدور
undo = تراجع
break = استراحة
break-why = سبب الاستراحة
on-break = في استراحة
end-break = العودة إلى العمل
call-this = نداء برقم التذكرة
call-this-which = نداء تذكرة بعينها
quick-serve = خدمة سريعة
quick-serve-what = تذكرة ونداء وبدء بضغطة واحدة
quick-serve-hint = لمن يقف أمامك بلا تذكرة.
work-record = عمل بلا زيارة
work-what = تسجيل عمل بلا زيارة
work-hint = يُحسب إلى جانب الزيارات: هاتف، بريد، عمل مكتبي.
channel = الوسيلة
channel-telephone = هاتف
channel-email = بريد إلكتروني
channel-back-office = عمل مكتبي
quantity = العدد
record = تسجيل
profile = ملف العمل
after-end = بعد الإنهاء:
what-was-done = ماذا أُنجز؟
main-thing = هو الأمر الرئيس في الزيارة
closing-hint = اضغط الرقم المكتوب على الزر. للرجوع: Esc
papers = المستندات
services-done = أُنجز في هذه الزيارة:
services-later = يتبع في هذه الزيارة:
why-now = لماذا هذا الرقم الآن؟
step-ticket = أخذ التذكرة
step-called = النداء
step-serving = الخدمة
step-done = الإنهاء
your-day = يومك
served-unit = { $n ->
    [zero] مراجع خدمته
    [one] مراجع خدمته
    [two] مراجعان خدمتهما
    [few] مراجعين خدمتهم
    [many] مراجعاً خدمتهم
   *[other] مراجع خدمتهم
}
served-count = { $n ->
    [zero] لم تُنجز خدمة بعد
    [one] خدمت مراجعاً واحداً
    [two] خدمت مراجعين
    [few] خدمت { $n } مراجعين
    [many] خدمت { $n } مراجعاً
   *[other] خدمت { $n } مراجع
}
within-count = { $n ->
    [zero] لا خطوة ضمن الوقت
    [one] خطوة واحدة ضمن الوقت
    [two] خطوتان ضمن الوقت
    [few] { $n } خطوات ضمن الوقت
    [many] { $n } خطوة ضمن الوقت
   *[other] { $n } خطوة ضمن الوقت
}
within-allotted = ضمن الوقت المخصص
waiting-for-you = في انتظارك
how-keys = المفاتيح
keys-picks = من القائمة المفتوحة
next-for-you = التالي لك
next-nobody = لا أحد في الانتظار لهذا الشباك. يظهر هنا من يصل.
choose-counter = اختر شباكك
desk-yours = شباكك الآن
desk-taken = يعمل عليه
desk-is-open = مفتوح
desk-free = متاح

## الصفحة الأولى
way-in = أهلاً بكم
way-in-lead = خذ رقمك، وتابع دورك من هاتفك، واعرف لماذا يُنادى غيرك قبلك.
hall = الصالة
hall-suspended-short = العمل متوقف مؤقتاً
how-full = امتلاء الصالة
counters-open = { $n ->
    [zero] لا شبابيك مفتوحة
    [one] شباك مفتوح
    [two] شباكان مفتوحان
    [few] شبابيك مفتوحة
    [many] شباكاً مفتوحاً
   *[other] شباك مفتوح
}
doors = إلى أين؟
staff = للموظفين
door-kiosk = خذ تذكرة
door-kiosk-about = جهاز الخدمة الذاتية: تذكرة بلمستين.
door-display = شاشة الصالة
door-display-about = النداءات، ومن ينتظر.
door-counter = الشباك
door-counter-about = نداء التالي، والخدمة، والوقت.
door-floor = الصالة للمشرف
door-floor-about = الشبابيك والأدوار، وما يحتاج إليك.
door-reception = الاستقبال
door-reception-about = تذكرة سريعة، وحضور المواعيد.
door-statistics = الإحصاءات
door-statistics-about = أرقام الفترة: من خُدم، وكم انتظر.
door-devices = الأجهزة
door-devices-about = ربط جهاز أو شاشة بالمركز.
demo = عرض تجريبي.
demo-note = المراجعون هنا محاكاة، والأرقام ليست لمركز حقيقي. جرّب أي دور.
made-with = نواة: نظام مفتوح المصدر لمراكز الخدمة العامة.

## الدخول
user-name = اسم المستخدم
password = كلمة المرور
role = الدور الوظيفي
demo-roles = أدوار العرض التجريبي
demo-roles-hint = لكل دور عنوان خاص، فيمكن فتح عدة أدوار معاً في متصفح واحد.

## التذكرة في الهاتف
ticket-go = حان دورك، يُرجى التوجه الآن إلى
ticket-serving = أنت الآن في
ticket-parked = دورك محفوظ حتى يكتمل ما ينقص
ticket-referred = معاملتك لدى المشرف، ودورك محفوظ
ticket-done = تمت خدمتك
ticket-done-thanks = شكراً لزيارتك.
ticket-left = غادرت الدور
ticket-left-hint = إن أردت العودة، يُرجى أخذ تذكرة جديدة.
ticket-no-show = تم النداء ولم يتم الحضور
ticket-no-show-hint = يُرجى مراجعة الاستقبال.
ticket-day-ended = انتهى دوام اليوم
ticket-day-ended-hint = يُرجى مراجعة الاستقبال في يوم العمل القادم.
ticket-called-in = يُنادى عليك بعد
line-now = الآن
line-half = نصف ساعة
line-hour = ساعة
ticket-free-until = أمامك وقت حتى { $what }. يُرجى أن تكون في الصالة قبل ذلك.
ticket-away = يُنادى عليك بعد { $what }
ticket-away-ahead = { $n ->
        [zero] لا أحد قبلك، ووقت غيابك لا يُحسب من الانتظار.
        [one] قبلك شخص واحد، ووقت غيابك لا يُحسب من الانتظار.
        [two] قبلك شخصان، ووقت غيابك لا يُحسب من الانتظار.
        [few] قبلك { $n } أشخاص، ووقت غيابك لا يُحسب من الانتظار.
        [many] قبلك { $n } شخصاً، ووقت غيابك لا يُحسب من الانتظار.
       *[other] قبلك { $n } شخص، ووقت غيابك لا يُحسب من الانتظار.
    }
ticket-here = أنا في الصالة الآن
ticket-late = سأتأخر
ticket-late-how = تبقى تذكرتك لك ويُنادى عليك لاحقاً. وقت غيابك لا يُحسب من الانتظار.
ticket-late-by = { $n ->
        [zero] الآن
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
ticket-overtaken = { $n ->
        [zero] لا أحد ممن جاء بعدك يُنادى قبلك الآن.
        [one] لهذا السبب يُنادى الآن شخص واحد جاء بعدك قبلك.
        [two] لهذا السبب يُنادى الآن شخصان جاءا بعدك قبلك.
        [few] لهذا السبب يُنادى الآن { $n } أشخاص جاؤوا بعدك قبلك.
        [many] لهذا السبب يُنادى الآن { $n } شخصاً جاؤوا بعدك قبلك.
       *[other] لهذا السبب يُنادى الآن { $n } شخص جاؤوا بعدك قبلك.
    }
ticket-stay = تتحدث هذه الصفحة من تلقاء نفسها. يُرجى البقاء قرب الصالة.
ticket-stay-near = اقترب دورك، يُرجى العودة إلى الصالة.
ticket-stay-next = أنت التالي، يُرجى الانتباه إلى النداء.
why-order = لماذا هذا الترتيب؟
leave-queue = مغادرة الدور
leave-sure = لا يمكن استرجاع مكانك بعد المغادرة.
leave-yes = نعم، أغادر الدور
ticket-link-dies = هذا الرابط لك وحدك، وينتهي بنهاية اليوم.
dead-link = هذا الرابط لم يعد صالحاً
dead-link-why = رابط التذكرة ينتهي بنهاية يومها.
dead-link-next = إن كنت في المركز الآن، يُرجى أخذ تذكرة جديدة أو مراجعة الاستقبال.
to-the-centre = إلى صفحة المركز

## الإحصاءات
statistics = إحصاءات الفترة
synthetic = بيانات مُولَّدة
not-measured = لم يُقَس
customers-received = { $n ->
    [zero] لم يستقبل المركز أحداً
    [one] عميل استقبله المركز
    [two] عميلان استقبلهما المركز
    [few] عملاء استقبلهم المركز
    [many] عميلاً استقبلهم المركز
   *[other] عميل استقبلهم المركز
}
working-days = { $n ->
    [zero] لا أيام عمل
    [one] في يوم عمل واحد
    [two] في يومي عمل
    [few] في { $n } أيام عمل
    [many] في { $n } يوم عمل
   *[other] في { $n } يوم عمل
}
kind = نوع المعاملة
kinds-caption = العملاء حسب نوع المعاملة
customers = العملاء
share = الحصة
period-empty = لا أيام عمل مقفلة في هذه الفترة
period-empty-hint = لا يُعرض صفر لما لم يُقَس. اختر فترة أخرى.
from-day = من يوم
to-day = إلى يوم
show = عرض
downloads = تنزيل

## الصالة للمشرف
floor = الصالة
floor-calling = ينادي
floor-idle = متاح منذ
floor-closed = مغلق
queue = الدور
longest = الأطول انتظاراً
needs-you = ما يحتاج إليك
needs-nothing = لا شيء يحتاج إليك الآن.
served-today = { $n ->
    [zero] لم يُخدم أحد اليوم
    [one] خُدم مراجع واحد اليوم
    [two] خُدم مراجعان اليوم
    [few] خُدم { $n } مراجعين اليوم
    [many] خُدم { $n } مراجعاً اليوم
   *[other] خُدم { $n } مراجع اليوم
}
wants-back = يُعاد إلى الموظف نفسه
answer-return = إعادة إلى الموظف
answer-done = إنجاز هنا
the-day = اليوم
day-not-open = لم يُفتح اليوم بعد.
day-closed = أُقفل اليوم.
open-day = فتح اليوم
suspend-hall-why = سبب الإيقاف
suspend-hall = إيقاف العمل مؤقتاً
resume-hall = استئناف العمل
close-ticketing = إيقاف إصدار التذاكر
reopen-ticketing = استئناف إصدار التذاكر
close-day = إقفال اليوم
close-day-open = { $n ->
    [zero] لا أحد في الانتظار.
    [one] ما زال مراجع واحد في الانتظار.
    [two] ما زال مراجعان في الانتظار.
    [few] ما زال { $n } مراجعين في الانتظار.
    [many] ما زال { $n } مراجعاً في الانتظار.
   *[other] ما زال { $n } مراجع في الانتظار.
}
carry-over = تُرحَّل زيارات من ينتظر إلى يوم العمل القادم
close-day-yes = نعم، أقفل اليوم

## الأجهزة
devices = الأجهزة
pair = ربط
pair-code = الرمز الظاهر على الجهاز
device-name = اسم الجهاز
device-name-example = جهاز المدخل
devices-none = لا أجهزة بعد. افتح صفحة الجهاز أو الشاشة ليظهر رمزها.
device-waiting = بانتظار الربط
device-paired = مربوط
device-revoked = أُلغي ربطه
revoke = إلغاء الربط
pairing = ربط الجهاز
pairing-kiosk = هذا الجهاز لم يُربط بالمركز بعد
pairing-display = هذه الشاشة لم تُربط بالمركز بعد
pairing-revoked = أُلغي ربط هذا الجهاز. لربطه من جديد، يُستعمل الرمز أدناه.
pairing-how = يُدخل مدير النظام هذا الرمز في

## عند الخطأ
problem-kept = ما حُفظ
problem-next = الخطوة التالية
problem-code = الرمز
