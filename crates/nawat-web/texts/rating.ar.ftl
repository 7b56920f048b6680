# شاشة التقييم، والتقييم في صفحة التذكرة، وما قاله الزوار.

door-pad = شاشة التقييم
door-pad-about = خمسة وجوه عند كل شباك
pad = شاشة التقييم
pad-welcome = أهلاً بك
pad-where = أين توضع هذه الشاشة؟
pad-where-counter = الشباك أو الغرفة
pad-stand = توضع هنا
pad-no-name = دون ذكر اسمك
rating = التقييم
rating-ask = كيف كانت زيارتك؟
rating-5 = راضٍ جداً
rating-4 = راضٍ
rating-3 = محايد
rating-2 = غير راضٍ
rating-1 = غير راضٍ إطلاقاً
rating-clear = هل اتضحت لك الخطوة التالية؟
rating-words = بكلماتك (اختياري)
rating-may-contact = يمكنكم التواصل معي بهذا الشأن
rating-contact = هاتف أو بريد إلكتروني، إن سمحت لنا بالتواصل
rating-send = إرسال
rating-thanks = شكراً لك. نقرأ كل إجابة.
yes = نعم
no = لا
remarks-link = التقييمات
remarks = ما قاله الزوار اليوم
remarks-none = لم يقيّم أحد زيارته اليوم بعد.
remarks-rated = { $n ->
        [zero] لا زيارات مقيَّمة
        [one] زيارة واحدة مقيَّمة
        [two] زيارتان مقيَّمتان
        [few] { $n } زيارات مقيَّمة
        [many] { $n } زيارة مقيَّمة
       *[other] { $n } زيارة مقيَّمة
    }
remarks-of-served = { $n ->
        [zero] ولم يُخدم أحد بعد
        [one] من زيارة واحدة تمت خدمتها
        [two] من زيارتين تمت خدمتهما
        [few] من { $n } زيارات تمت خدمتها
        [many] من { $n } زيارة تمت خدمتها
       *[other] من { $n } زيارة تمت خدمتها
    }
remarks-to-read = للقراءة والرد
remarks-nothing-to-read = لا تقييم منخفضاً ولا ملاحظات حتى الآن.
remark-unclear = الخطوة التالية غير واضحة
remark-contact = يمكن التواصل:
