# جمل تُصاغ من حال الصالة كما هي: لماذا هذا الترتيب، وما يمكن التراجع عنه، وما يحتاج إلى عناية.

why-first = الأسبق وصولًا ممن يمكنك نداؤهم.
why-faster = { $what }: تتراكم أولويته أسرع، فتقدّم هذا الرقم على { $other }.
why-level = قائمة عملك تقدّم هذا الدور على غيره.
why-sent = حُوّل إليك.
why-returned = عاد من المشرف ويتقدّم الدور: لا أحد ينتظر مرتين.
why-particular = نداء خارج الترتيب: { $what }
why-at-once = خدمة فورية دون انتظار.
order-arrival = الترتيب: الأسبق وصولًا.
order-rates = الترتيب: الأسبق وصولًا؛ وتتراكم أسرع أولوية: { $what }
order-levels = قائمة عملك تقدّم دورًا على آخر، وكل دور بحسب الوصول.
next-sent = حُوّل إليك
next-returned = عاد من المشرف
next-faster = تتراكم أولويته أسرع
returned-supervisor = عاد من المشرف
returned-parked = عاد بعد التعليق
undo-call = النداء
undo-start = بدء الخدمة
undo-end = إنهاء الخدمة
undo-no-show = عدم الحضور
undo-park = التعليق
undo-transfer = التحويل
ticket-order = يُنادى على رقمك بعد من سبقك في الدور نفسه. تتراكم أولوية كبار المواطنين وذوي العزيمة أسرع، لذلك قد يُنادى على بعض من جاء بعدك قبلك. ولا يُقدَّم أحد إلا لسبب محفوظ في السجل.
alert-overrun = الشباك { $what } تجاوز الوقت المخصص
alert-overrun-why = { $n ->
    [zero] بأقل من دقيقة
    [one] بدقيقة واحدة
    [two] بدقيقتين
    [few] بـ { $n } دقائق
    [many] بـ { $n } دقيقة
   *[other] بـ { $n } دقيقة
}
alert-idle = الشباك { $what } متفرغ وهناك من ينتظر
alert-idle-why = { $n ->
    [zero] لا أحد ينتظر في أدواره
    [one] مراجع واحد ينتظر في أدواره
    [two] مراجعان ينتظران في أدواره
    [few] { $n } مراجعين ينتظرون في أدواره
    [many] { $n } مراجعًا ينتظرون في أدواره
   *[other] { $n } مراجع ينتظرون في أدواره
}
alert-long = { $what }: انتظار طويل
alert-long-why = { $n ->
    [zero] الأول في الدور ينتظر منذ أقل من دقيقة
    [one] الأول في الدور ينتظر منذ دقيقة واحدة
    [two] الأول في الدور ينتظر منذ دقيقتين
    [few] الأول في الدور ينتظر منذ { $n } دقائق
    [many] الأول في الدور ينتظر منذ { $n } دقيقة
   *[other] الأول في الدور ينتظر منذ { $n } دقيقة
}
alert-nobody = { $what }: هناك من ينتظر ولا شباك يستقبلهم
alert-nobody-why = { $n ->
    [zero] لا أحد ينتظر
    [one] مراجع واحد ينتظر
    [two] مراجعان ينتظران
    [few] { $n } مراجعين ينتظرون
    [many] { $n } مراجعًا ينتظرون
   *[other] { $n } مراجع ينتظرون
}

## الأدوار والأخطاء والأجهزة والإحصاءات
role-reception = موظف الاستقبال
role-officer = موظف خدمة العملاء
role-supervisor = المشرف
role-manager = المدير
role-administrator = مدير النظام
kept-nothing-done = لم يُنفَّذ شيء ولم يضع شيء.
kept-not-done = لم يُنفَّذ هذا الإجراء وحده، وكل ما قبله مسجّل.
kept-all-recorded = كل ما تم تأكيده مسجّل. لم يُنفَّذ هذا الإجراء وحده.
to-first-page = إلى الصفحة الأولى
opens-on = { $date } الساعة { $time }
device-kiosk = جهاز تذاكر
device-display = شاشة الصالة
device-pad = لوح
device-asked-at = طُلب الإقران الساعة { $time }
device-seen-at = آخر اتصال الساعة { $time }
device-unnamed = بلا اسم
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
weekday-sunday = الأحد
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
priority-none = لا
