# ما الذي حدث، وما معناه، وما العمل. الرموز نفسها في الصفحات وفي الواجهة البرمجية وفي الوثائق.

problem-sign-in-first = لم يتم تسجيل الدخول. سجّل الدخول، أو أرسل رمز الوصول في الترويسة Authorization: Bearer.
    .title = سجّل الدخول أولاً
problem-token-unknown = رمز الوصول هذا غير معروف أو لم يعد صالحاً. أنشئ رمزاً جديداً بالأمر nawat token new.
    .title = رمز وصول غير معروف
problem-not-for-you = هذا الإجراء ليس من صلاحيات دورك. اطلبه من المشرف، أو سجّل الدخول بحساب آخر.
    .title = ليس من صلاحياتك
problem-anothers-counter = موظف آخر يعمل على الشباك { $counter }. اختر شباكاً آخر، أو راجع المشرف.
    .title = شباك موظف آخر
problem-anothers-visit = هذا يخص شخصاً آخر.
    .title = ليس لك
problem-form-expired = بقيت هذه الصفحة مفتوحة مدة طويلة، ولم يُنفَّذ شيء. حدّث الصفحة واضغط مرة أخرى.
    .title = الصفحة قديمة
problem-sign-in-wrong = الاسم وكلمة المرور غير متطابقين. تحقق منهما وحاول مرة أخرى.
    .title = لم يتم تسجيل الدخول
problem-sign-in-too-often = محاولات كثيرة بهذا الاسم. انتظر { $seconds ->
        [zero] قليلاً
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    } ثم حاول مرة أخرى.
    .title = انتظر قليلاً
problem-session-expired = انتهت جلستك. سجّل الدخول من جديد؛ لم يضع شيء مما سُجّل.
    .title = انتهت الجلسة
problem-no-such-page = لا توجد صفحة في هذا العنوان. ارجع، أو ابدأ من الصفحة الأولى.
    .title = الصفحة غير موجودة
problem-no-such-ticket = لا توجد تذكرة بهذا الرقم اليوم. تحقق من الرقم.
    .title = تذكرة غير موجودة
problem-link-over = هذا الرابط ليوم قد انتهى. خذ تذكرة جديدة عند حضورك.
    .title = انتهى الرابط
problem-method-not-allowed = هذا العنوان لا يقبل هذه الطريقة؛ الطرق المقبولة في الترويسة Allow.
    .title = طريقة غير مقبولة
problem-malformed-json = نص الطلب ليس JSON سليماً: { $what }. صحّحه وأرسله مرة أخرى.
    .title = JSON غير سليم
problem-body-not-fitting = نص الطلب سليم لكنه ليس المطلوب هنا: { $what }. انظر ‎/api/v1/openapi.json‎.
    .title = نص لا يوافق المطلوب
problem-wrong-content-type = نوع نص الطلب غير مقبول هنا. أرسل JSON مع الترويسة Content-Type: application/json.
    .title = نوع محتوى غير مقبول
problem-body-too-large = نص الطلب أكبر من { $most } كيلوبايت، وهو أقصى ما يُقبل هنا.
    .title = نص كبير جداً
problem-body-unreadable = انقطع نص الطلب قبل نهايته. أرسله مرة أخرى.
    .title = نص غير مكتمل
problem-key-malformed = مفتاح Idempotency-Key من 1 إلى 255 حرفاً لاتينياً ظاهراً. أرسل مفتاحاً آخر أو لا ترسل شيئاً.
    .title = مفتاح غير سليم
problem-key-reused = استُعمل هذا المفتاح لطلب آخر. استعمل مفتاحاً جديداً لكل طلب جديد.
    .title = مفتاح مستعمل
problem-unknown-name = القيمة «{ $given }» غير معروفة في { $field }. القوائم في ‎/api/v1/services‎ و‎/api/v1/counters‎.
    .title = اسم غير معروف
problem-field-missing = الحقل «{ $field }» ناقص.
    .title = حقل ناقص
problem-field-not-fitting = القيمة «{ $given }» لا تناسب الحقل «{ $field }».
    .title = قيمة غير مناسبة
problem-personal-number-digits = الرقم الشخصي تسعة أرقام، و{ $given ->
        [zero] لم يُكتب أي رقم
        [one] كُتب رقم واحد
        [two] كُتب رقمان
        [few] كُتبت { $given } أرقام
        [many] كُتب { $given } رقماً
       *[other] كُتب { $given } رقم
    }. اكتب الأرقام التسعة كما هي في البطاقة.
    .title = تسعة أرقام
problem-personal-number-letters = الرقم الشخصي أرقام فقط. اكتب الأرقام التسعة كما هي في البطاقة.
    .title = أرقام فقط
problem-day-lived = يوم { $last } مسجّل لهذا المركز. افتح يوماً بعده.
    .title = يوم مسجّل
problem-centre-closed-that-day = المركز مغلق يوم { $date } حسب التقويم. عدّل التقويم أو افتح يوماً آخر.
    .title = المركز مغلق
problem-period-reversed = نهاية الفترة قبل بدايتها. ضع التاريخ الأسبق في «من».
    .title = فترة معكوسة
problem-period-to-come = لم تنتهِ هذه الفترة بعد: اليوم في هذا المركز { $today }. ضع تاريخاً أسبق.
    .title = فترة لم تنتهِ
problem-period-too-long = الفترة { $most } سنة على الأكثر. ضع فترة أقصر.
    .title = فترة طويلة
problem-format-not-written = هذا الإصدار لا يكتب الصيغة «{ $given }». اختر html أو csv أو json أو text.
    .title = صيغة غير متاحة
problem-no-such-code = لا توجد شاشة تنتظر بهذا الرمز. اقرأ الرمز من الشاشة مرة أخرى، فهو يتغيّر بعد مدة.
    .title = رمز غير موجود
problem-no-such-device = لا توجد شاشة كهذه.
    .title = شاشة غير موجودة
problem-busy = الطلبات المنتظرة كثيرة. لم يُنفَّذ شيء؛ حاول بعد لحظة.
    .title = النظام مشغول
problem-disk-full = القرص ممتلئ. لم يضع شيء ولم يُنفَّذ شيء؛ أفرغ مساحة ثم حاول مرة أخرى.
    .title = القرص ممتلئ
problem-not-writable = لا يمكن الكتابة في مجلد البيانات. لم يُنفَّذ شيء؛ امنح نواة حق الكتابة فيه.
    .title = لا يمكن الكتابة
problem-journal-stopped = توقف السجل. لم يُنفَّذ شيء؛ انظر سجل التشغيل ثم شغّل نواة من جديد.
    .title = توقف السجل
problem-out-of-order = تعذّر التسجيل فلم يُنفَّذ الطلب. انظر سجل التشغيل ونفّذ الأمر nawat verify.
    .title = خلل

## ما ترفضه الصالة

problem-day-not-open = لم يُفتح يوم المركز بعد. يفتحه المشرف.
    .title = اليوم لم يُفتح
problem-day-already-open = يوم المركز مفتوح.
    .title = اليوم مفتوح
problem-day-closed = أُغلق يوم المركز. يستمر العمل بفتح اليوم التالي.
    .title = اليوم مغلق
problem-effective-out-of-bounds = الوقت المذكور خارج اليوم: يجب أن يكون بين { $from } و{ $to }.
    .title = وقت خارج اليوم
problem-step-times-out-of-order = الأوقات غير متتابعة: الحضور ثم النداء ثم البدء ثم الانتهاء.
    .title = أوقات غير متتابعة
problem-unknown-rules = الإصدار { $given } من القواعد غير معروف. انشره أولاً.
    .title = قواعد غير معروفة
problem-unknown-counter = لا يوجد شباك { $counter }. القائمة في ‎/api/v1/counters‎.
    .title = شباك غير معروف
problem-unknown-service = لا توجد خدمة { $given }. القائمة في ‎/api/v1/services‎.
    .title = خدمة غير معروفة
problem-unknown-segment = لا توجد فئة مراجعين { $given }.
    .title = فئة غير معروفة
problem-unknown-profile = لا يوجد نمط عمل { $given }.
    .title = نمط غير معروف
problem-unknown-outcome = لا توجد نتيجة { $given }. لكل خدمة نتائجها في ‎/api/v1/services‎.
    .title = نتيجة غير معروفة
problem-unknown-reason = لا يوجد سبب { $given } في القائمة.
    .title = سبب غير معروف
problem-unknown-series = لا توجد سلسلة أرقام { $given }.
    .title = سلسلة غير معروفة
problem-unknown-queue = لا يوجد طابور { $given }.
    .title = طابور غير معروف
problem-unknown-visit = لا توجد تذكرة { $ticket } اليوم. تحقق من الرقم.
    .title = تذكرة غير معروفة
problem-unknown-appointment = لا يوجد موعد { $given } اليوم.
    .title = موعد غير معروف
problem-unknown-lease = لا توجد مجموعة أرقام معارة { $given }.
    .title = مجموعة غير معروفة
problem-outcome-not-of-service = هذه النتيجة ليست من نتائج { $service }. اختر إحدى نتائجها.
    .title = نتيجة خدمة أخرى
problem-rules-not-whole = الإصدار { $given } من القواعد غير مكتمل. نفّذ nawat check ثم صحّح المركز وانشره من جديد.
    .title = قواعد غير مكتملة
problem-party-empty = التذكرة لشخص واحد على الأقل.
    .title = لا أحد في المجموعة
problem-party-too-large = التذكرة الواحدة لـ{ $most } أشخاص على الأكثر. خذ تذكرة ثانية.
    .title = المجموعة كبيرة
problem-extension-too-long = { $most ->
        [zero] لا تمديد
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $most } دقائق
        [many] { $most } دقيقة
       *[other] { $most } دقيقة
    } على الأكثر في المرة الواحدة. اختر مدة أقل، ويمكن تكرارها.
    .title = تمديد طويل
problem-delay-too-long = { $most ->
        [zero] لا يحفظ هذا المركز دور من يتأخر.
        [one] يمكن تأخير ندائك دقيقة واحدة في كل مرة، ويمكن تكرار الطلب.
        [two] يمكن تأخير ندائك دقيقتين في كل مرة، ويمكن تكرار الطلب.
        [few] يمكن تأخير ندائك حتى { $most } دقائق في كل مرة، ويمكن تكرار الطلب.
       *[other] يمكن تأخير ندائك حتى { $most } دقيقة في كل مرة، ويمكن تكرار الطلب.
    }
    .title = مدة طويلة
problem-score-out-of-range = التقييم من 1 إلى 5.
    .title = تقييم غير معروف
problem-visit-not-served = لم تُخدم التذكرة { $ticket } بعد، ويمكن تقييمها بعد ذلك.
    .title = لم تُخدم بعد
problem-extension-empty = التمديد دقيقة واحدة على الأقل.
    .title = لا مدة
problem-quantity-zero = العدد واحد على الأقل.
    .title = لا شيء للعدّ
problem-slot-outside-hours = الموعد خارج ساعات اليوم، من { $from } إلى { $to }.
    .title = خارج الدوام
problem-number-outside-lease = هذا الرقم ليس من المجموعة { $given }.
    .title = رقم خارج مجموعته
problem-number-not-leased = هذا الرقم تعطيه نواة بنفسها. لا يُسجَّل لاحقاً إلا رقم معار أو ورقي.
    .title = رقم غير معار
problem-hall-suspended = الصالة موقوفة مؤقتاً. لا يُنادى أحد حتى يستأنفها المشرف، ويحتفظ الجميع بأدوارهم.
    .title = الصالة موقوفة
problem-hall-not-suspended = الصالة ليست موقوفة.
    .title = الصالة تعمل
problem-ticketing-closed = انتهى صرف التذاكر لهذا اليوم. تفضّل في يوم العمل التالي، أو راجع الاستقبال.
    .title = انتهت التذاكر
problem-ticketing-not-closed = صرف التذاكر مفتوح.
    .title = التذاكر متاحة
problem-hall-full = الصالة ممتلئة، فهي تتسع لـ{ $most } شخص. تفضّل بعد قليل، أو راجع الاستقبال.
    .title = الصالة ممتلئة
problem-series-exhausted = نفدت أرقام هذه الخدمة اليوم. راجع المشرف.
    .title = نفدت الأرقام
problem-rules-drop-queue = ما زال مراجعون في طابور لا تتضمنه القواعد الجديدة. اخدمهم أولاً.
    .title = طابور مستعمل
problem-rules-drop-counter = { $counter } مفتوح ولا تتضمنه القواعد الجديدة. أغلقه أولاً.
    .title = شباك مستعمل
problem-rules-drop-service = ما زال أحد ينتظر خدمة { $service } التي لا تتضمنها القواعد الجديدة. اخدمه أولاً.
    .title = خدمة مستعملة
problem-rules-drop-segment = أحد المنتظرين من فئة لا تتضمنها القواعد الجديدة.
    .title = فئة مستعملة
problem-counter-closed = { $counter } مغلق. افتحه أولاً.
    .title = الشباك مغلق
problem-counter-already-open = { $counter } مفتوح.
    .title = الشباك مفتوح
problem-counter-busy = { $counter } مشغول. أنهِ ما هو فيه أولاً.
    .title = الشباك مشغول
problem-counter-not-on-break = { $counter } ليس في استراحة.
    .title = لا استراحة
problem-counter-not-calling = { $counter } لا ينادي أحداً. نادِ التالي أولاً.
    .title = لا نداء
problem-counter-not-serving = { $counter } لا يخدم أحداً. ابدأ الخدمة أولاً.
    .title = لا خدمة جارية
problem-staff-at-another-counter = هذا الموظف يعمل على { $counter }. أغلقه أولاً.
    .title = على شباك آخر
problem-nobody-waiting = لا أحد ينتظر { $counter }.
    .title = لا أحد ينتظر
problem-visit-not-waiting = التذكرة { $ticket } ليست في الانتظار. انظر أين هي الآن.
    .title = ليست في الانتظار
problem-visit-not-parked = التذكرة { $ticket } ليست معلّقة.
    .title = ليست معلّقة
problem-visit-not-referred = التذكرة { $ticket } ليست لدى المشرف.
    .title = غير محالة
problem-visit-being-served = التذكرة { $ticket } قيد الخدمة، وموظفها ينهيها.
    .title = قيد الخدمة
problem-visit-ended = انتهت زيارة التذكرة { $ticket }.
    .title = انتهت الزيارة
problem-appointment-not-open = سُجّل حضور الموعد { $given } أو أُلغي من قبل.
    .title = موعد غير متاح
problem-same-line = الزيارة هناك أصلاً. اختر طابوراً أو شباكاً آخر.
    .title = المكان نفسه
problem-staff-not-here = هذا الموظف لا يعمل على أي شباك الآن.
    .title = غير موجود
problem-nothing-to-undo = لا يوجد ما يُتراجع عنه في { $counter }.
    .title = لا تراجع
problem-undo-not-yours = آخر إجراء في { $counter } قام به غيرك، وهو وحده من يتراجع عنه.
    .title = ليس لك التراجع
problem-undo-too-late = انقضت دقيقة التراجع في { $counter }.
    .title = فات الأوان
problem-undo-overtaken = حدث شيء بعد ذلك في { $counter }، فلم يعد التراجع ممكناً.
    .title = فات الأوان
problem-look-up-unread = لم يُفهم ما كُتب. اكتب رقم التذكرة مثل H041، أو رمز الإيصال، أو الرقم الشخصي المكوّن من 9 أرقام.
    .title = بحث غير مفهوم
problem-look-up-none = لا زيارة اليوم بهذا. تحقق منه، أو أصدر تذكرة جديدة.
    .title = لا زيارة اليوم
