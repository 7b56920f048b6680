# كلمات الاستقبال، وما يُفعل من صالة المشرف. المفاتيح نفسها في reception.en.ftl.

## الاستقبال
reception = الاستقبال
look-up = بحث
look-up-what = رقم التذكرة أو رمز الإيصال أو الرقم الشخصي
reception-services = بماذا نخدم من أمامك؟
reception-no-tickets = لا تُصدر تذاكر الآن.
too-late-today = قد لا يأتي دوره اليوم
queue-count = { $n ->
    [zero] لا أحد ينتظر
    [one] واحد ينتظر
    [two] اثنان ينتظران
    [few] { $n } ينتظرون
    [many] { $n } ينتظرون
   *[other] { $n } ينتظرون
}

## المواعيد
appointments-today = مواعيد اليوم
appointments-none = لا مواعيد اليوم.
appointment-book = حجز موعد اليوم
appointment-slot = الساعة
appointment-cancel = إلغاء
appointment-cancel-of = إلغاء موعد الساعة { $what }
check-in = تسجيل الحضور
appointment-due = الآن
appointment-here = حضر
appointment-early = { $n ->
    [zero] بعد أقل من دقيقة
    [one] بعد دقيقة
    [two] بعد دقيقتين
    [few] بعد { $n } دقائق
    [many] بعد { $n } دقيقة
   *[other] بعد { $n } دقيقة
}
appointment-late = { $n ->
    [zero] تأخر أقل من دقيقة
    [one] تأخر دقيقة
    [two] تأخر دقيقتين
    [few] تأخر { $n } دقائق
    [many] تأخر { $n } دقيقة
   *[other] تأخر { $n } دقيقة
}
later-today = أو موعد اليوم، بدل الانتظار
later-today-why = يخرج المراجع ويعود في ساعته، وتُحسب أولويته من موعده.

## قبل التذكرة
papers-first = المستندات أولًا
papers-first-hint = علّم ما تراه بيد المراجع. لا يُحفظ شيء من هذا.
papers-none = لا تحتاج هذه الخدمة إلى مستندات.
something-missing = ينقص مستند: ورقة الخطوات
something-missing-hint = بلا تذكرة: يأخذ المراجع ورقة بما ينقصه، وعند إحضاره لا يبدأ من آخر الدور.
step-sheet-only = ورقة الخطوات
the-group = الفئة
group-reason = سبب الأولوية
group-reason-own = الفئة نفسها تكفي
group-needs-reason = هذه الفئة لا تُعطى إلا بسبب. يُرجى اختيار السبب.
group-needs = بسبب
party-how-many = عدد الأشخاص بهذه التذكرة
give-ticket = إصدار التذكرة

## الزيارة
stands-waiting = { $n ->
    [zero] في الانتظار، وهو التالي
    [one] في الانتظار، قبله مراجع واحد
    [two] في الانتظار، قبله مراجعان
    [few] في الانتظار، قبله { $n } مراجعين
    [many] في الانتظار، قبله { $n } مراجعًا
   *[other] في الانتظار، قبله { $n } مراجع
}
stands-away = استأذن، ولا يُنادى قبل { $what }
stands-called = نودي إلى { $what }
stands-serving = يُخدم الآن في { $what }
stands-parked = معلّق مؤقتًا: { $what }
stands-referred = لدى المشرف
stands-served = تمت خدمته
stands-left = غادر الدور
stands-redirected = وُجّه إلى طريق آخر
stands-no-show = نودي ولم يحضر
stands-day-ended = انتهى اليوم قبل خدمته
next-person = المراجع التالي
print-ticket = طباعة التذكرة
print-sheet = طباعة الورقة
change-priority = تغيير الأولوية
change-priority-to = إلى فئة
add-service-here = إضافة خدمة إلى الزيارة
person-is-late = سيتأخر
person-is-late-how = لا يُنادى قبل ذلك، ولا يُحسب غيابه من الانتظار.
person-is-here = حضر الآن
person-leaves = مغادرة الدور
person-leaves-how = لا يمكن استرجاع مكانه بعد ذلك.
person-left = غادر
person-redirected = وُجّه إلى طريق آخر
issued-at = صدرت
slip-keep = يظهر رقمك على شاشة الصالة ويُنادى بالصوت. امسح الرمز لتتابع دورك من هاتفك.
slip-minutes = { $n ->
    [zero] دقيقة متوقعة
    [one] دقيقة متوقعة
    [two] دقيقتان متوقعتان
    [few] دقائق متوقعة
    [many] دقيقة متوقعة
   *[other] دقيقة متوقعة
}
found-visits = زيارات اليوم لهذا الشخص

## ورقة الخطوات
sheet = ورقة الخطوات
sheet-bring = ما تحضره معك
sheet-next = ماذا يحدث بعد ذلك؟
sheet-none = يشرح الموظف لك الخطوات عند الشباك.
sheet-by = { $n ->
    [zero] اليوم نفسه، { $day } { $date }
    [one] خلال يوم عمل واحد، أي حتى { $day } { $date }
    [two] خلال يومي عمل، أي حتى { $day } { $date }
    [few] خلال { $n } أيام عمل، أي حتى { $day } { $date }
    [many] خلال { $n } يوم عمل، أي حتى { $day } { $date }
   *[other] خلال { $n } يوم عمل، أي حتى { $day } { $date }
}
sheet-unconfirmed = لم تؤكده الوزارة بعد
sheet-unconfirmed-days = { $n ->
    [zero] لم تؤكده الوزارة بعد، ولا تُطبع مدته
    [one] لم تؤكده الوزارة بعد: يوم عمل واحد، ولا يُطبع
    [two] لم تؤكده الوزارة بعد: يوما عمل، ولا يُطبعان
    [few] لم تؤكده الوزارة بعد: { $n } أيام عمل، ولا تُطبع
    [many] لم تؤكده الوزارة بعد: { $n } يوم عمل، ولا تُطبع
   *[other] لم تؤكده الوزارة بعد: { $n } يوم عمل، ولا تُطبع
}
sheet-questions = للاستفسار: 80008001، أو bahrain.bh
sheet-no-second-wait = عند إحضار ما ينقص يُرجى مراجعة الاستقبال أولًا.
sheet-in = لغة الورقة

## المساعدة
help-wanted = من يحتاج إلى مساعدة
help-sign-language = مترجم لغة الإشارة
help-wheelchair = كرسي متحرك
help-reading = المساعدة في القراءة والكتابة
help-other = مساعدة أخرى
help-at = عند { $what }
help-since = { $n ->
    [zero] طُلبت الآن
    [one] منذ دقيقة
    [two] منذ دقيقتين
    [few] منذ { $n } دقائق
    [many] منذ { $n } دقيقة
   *[other] منذ { $n } دقيقة
}
help-coming = أنا في الطريق
help-is-coming = زميل في الطريق
help-done = تمت
help-ask = بماذا نساعدك؟
help-ask-hint = يأتيك موظف هنا عند الجهاز. لا يُسجَّل اسمك.
help-asked = موظف الاستقبال في الطريق إليك
help-asked-hint = يُرجى البقاء هنا عند الجهاز.

## الصالة: ما يُفعل من مكانه
counter-manage = إدارة الشباك { $what }
counter-open-for = من يعمل عليه
counter-open-nobody = يُحدَّد لاحقًا
counter-open = فتح الشباك
counter-close = إغلاق الشباك
counter-profile-move = نقل إلى ملف عمل
move = نقل
who-waits = من ينتظر
who-waits-more = { $n ->
    [zero] ولا أحد غيرهم
    [one] ومراجع واحد بعدهم
    [two] ومراجعان بعدهم
    [few] و{ $n } مراجعين بعدهم
    [many] و{ $n } مراجعًا بعدهم
   *[other] و{ $n } مراجع بعدهم
}
asked-away = استأذن
forecast-now = لمن يأتي الآن
at-counter = الشباك { $what }
at-room = المكتب { $what }
remedy-see = التوجه إلى { $what }
remedy-open = فتح { $what }
remedy-extend = { $n ->
    [zero] تمديد
    [one] تمديد دقيقة
    [two] تمديد دقيقتين
    [few] تمديد { $n } دقائق
    [many] تمديد { $n } دقيقة
   *[other] تمديد { $n } دقيقة
}
remedy-profile = نقل { $counter } إلى: { $profile }
remedy-devices = الأجهزة
alert-other = الشباك { $what } متفرغ، وملف عمله لا يشمل من ينتظرون
alert-other-why = { $n ->
    [zero] لا أحد ينتظر في دور آخر
    [one] مراجع واحد ينتظر في دور آخر
    [two] مراجعان ينتظران في دور آخر
    [few] { $n } مراجعين ينتظرون في دور آخر
    [many] { $n } مراجعًا ينتظرون في دور آخر
   *[other] { $n } مراجع ينتظرون في دور آخر
}
alert-silent = { $what } لا يستجيب
alert-silent-why = { $n ->
    [zero] آخر اتصال به الآن
    [one] آخر اتصال به منذ دقيقة
    [two] آخر اتصال به منذ دقيقتين
    [few] آخر اتصال به منذ { $n } دقائق
    [many] آخر اتصال به منذ { $n } دقيقة
   *[other] آخر اتصال به منذ { $n } دقيقة
}
