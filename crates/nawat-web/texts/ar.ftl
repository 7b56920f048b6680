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
    [zero] دقيقة انتظار متوقعة
    [one] دقيقة انتظار متوقعة
    [two] دقيقتان انتظار متوقع
    [few] دقائق انتظار متوقعة
    [many] دقيقة انتظار متوقعة
   *[other] دقيقة انتظار متوقعة
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
personal-number-ask = الرقم الشخصي المكوَّن من 9 أرقام
personal-number-why = يُستخدم رقمك الشخصي لإنجاز خدمتك فقط.
priority-ask = هل لك أولوية؟
party-ask = كم عدد الحاضرين معك، وأنت منهم؟
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
