# الصفحة العامة.

visit = خطّط لزيارتك
door-visit = خطّط لزيارتك
door-visit-about = الخدمات، وأوقات الدوام، والازدحام الآن، وأفضل ساعة للحضور
visit-how-full = الازدحام الآن
visit-as-of = الساعة { $what }
visit-waiting = { $n ->
        [zero] لا أحد في الانتظار
        [one] شخص واحد في الانتظار
        [two] شخصان في الانتظار
        [few] { $n } أشخاص في الانتظار
        [many] { $n } شخصاً في الانتظار
       *[other] { $n } شخص في الانتظار
    }
visit-too-late = من يحضر الآن قد لا يُنادى عليه اليوم
visit-no-tickets-now = لا تُصرف تذاكر في هذه اللحظة.
visit-best-hour = أفضل ساعة للحضور
visit-best = أقصر انتظار
visit-hour = من حضر ابتداءً من
visit-half = انتظر نصفهم على الأكثر
visit-nine-in-ten = انتظر تسعة من عشرة على الأكثر
visit-hours-behind = { $n ->
        [zero] لا أيام عمل مسجلة بعد.
        [one] كما كان في آخر يوم عمل.
        [two] كما كان في آخر يومي عمل.
        [few] كما كان في آخر { $n } أيام عمل.
        [many] كما كان في آخر { $n } يوم عمل.
       *[other] كما كان في آخر { $n } يوم عمل.
    }
visit-synthetic = هذه الأيام محاكاة.
visit-not-measured = لم يُقَس بعد، ويظهر بعد مرور بعض الأيام.
visit-minutes = { $n ->
        [zero] 0 دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
visit-hours = أوقات الدوام هذا الأسبوع
visit-closed = مغلق
visit-other-days = العطل والأوقات الخاصة
visit-no-other-days = لا شيء في الشهرين القادمين.
visit-provisional = قيد التأكيد
visit-services = ما يمكن إنجازه هنا
visit-from-home = ومن المنزل أيضاً
visit-bring = المستندات المطلوبة
date-of = { $day } { $month }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
