<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>خط أكبر</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>خط عادي</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>تُمحى الشاشة بعد دقيقة دون لمس</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>تُمحى الشاشة بعد {seconds} ث دون لمس</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>تُمحى الشاشة بعد {seconds} ث</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>هل ما زلت هنا؟ المسح بعد {seconds} ث</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>أهلًا وسهلًا</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>تسجيل الحضور واستلام البطاقة في دقيقة تقريبًا.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>تسجيل الحضور هنا في دقيقة تقريبًا.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>مسح الرمز</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>تحت الماسح، على ورق أو هاتف</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>الماسح إلى يسار الشاشة</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>الماسح إلى يمين الشاشة</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>الماسح أسفل الشاشة</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>عرض الرمز أمام الكاميرا</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>إغلاق الكاميرا</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>الكاميرا غير متاحة. يمكن كتابة الاسم أو سؤال مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>هذا الرمز غير معروف. يمكن البحث بالاسم أو سؤال مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>كتابة الاسم</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>تكفي ثلاثة أحرف</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>فتح الأبواب: {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>لا يوجد اتصال حاليًا. يُرجى مراجعة مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>الطابعة لا تعمل حاليًا. استلام البطاقة من مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>يبدأ تسجيل الحضور هنا في ذلك الوقت</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>لم يظهر الاسم؟ يمكن كتابة حرف آخر.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>النتائج كثيرة. يلزم حرف آخر.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>النتائج كثيرة. يلزم أيضًا اسم جهة العمل، أو البريد الإلكتروني وحده.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>لا يوجد هذا الاسم. يُرجى التحقق من الكتابة أو مراجعة مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>بعد ذلك معلومة إضافية للتأكد من الهوية</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>مسح الرمز</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>النتائج: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>أبجدية أخرى</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>أرقام</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>حروف</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>مجهور أو صغير</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>معلومة إضافية</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>آخر أربعة أرقام من رقم الهاتف</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>أول ثلاثة أحرف من البريد الإلكتروني</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>أول ثلاثة أحرف من اسم جهة العمل</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>لا يوجد تطابق. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>يُرجى كتابة {count} أحرف أو أرقام على الأقل.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>حتى لا يُستخدم الاسم من شخص آخر</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>أشارك بصفتي</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>مُسترشِد</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>مُرشِد</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>مُرشِد ومُسترشِد</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>الصفة غير صحيحة؟ يُرجى مراجعة مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>ما الذي يشغلك الآن؟</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>ما التجارب التي مررت بها؟</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>يمكن اختيار أكثر من إجابة</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>للمطابقة فقط، ولا يطّلع عليه أحد</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>موضوعات الحديث</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>موضوعات يمكنك الحديث عنها</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>ثلاثة على الأكثر، الأهم أولًا</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>اختيرت ثلاثة. يلزم إلغاء واحد أولًا.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} أخرى</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>مشاركة بريدي الإلكتروني</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>مشاركة رقم هاتفي</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>فقط إذا وافق الطرفان</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>هذا ليس اسمي</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>طباعة بطاقتي</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>تسجيل حضوري</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}، مختار</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}، موضوع، الاختيار {number}، مختار</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}، موضوع</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}، خاص</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>تم تسجيل الحضور</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>تم تسجيل الحضور الساعة {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>تم تسجيل الحضور قبل {seconds} ث، في {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>استلام البطاقة من الطابعة على اليسار.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>استلام البطاقة من الطابعة على اليمين.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>استلام البطاقة من الطابعة بالأسفل.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>استلام البطاقة من مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>للحصول على بطاقة أخرى يُرجى سؤال مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>أمسية طيبة.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>جارٍ طباعة البطاقة</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>نحو {seconds} ث</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>على وشك الانتهاء</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>استلام البطاقة</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>الطاولة الأولى</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>بداية الجولة {number}</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>مُرشِد، {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>تُوزَّع ورقة الطاولات الساعة {time}</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>تُوزَّع ورقة الطاولات قبل الجولة الأولى</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>استراحة في الجولة {number}. الطاولة {table} في الجولة {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>هناك خطأ</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>ما الخطأ؟</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>اسمي غير صحيح</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>صفتي غير صحيحة</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>لم تخرج البطاقة</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>يُرجى مراجعة مكتب الاستقبال</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>تم تسجيل الحضور. تعذّرت طباعة البطاقة.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>تعذّر تسجيل الحضور.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>تم إلغاء التسجيل.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>تم تسجيل الحضور. سيصحح مكتب الاستقبال ذلك.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>تم إبلاغهم بقدومك.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>يُرجى إظهار هذا الرمز في الاستقبال</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>مكتب الاستقبال: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>تعذّر حفظ الإجابة الأخيرة.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>هل ترغب في البقاء على تواصل؟</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>لا تُشارَك بيانات التواصل إلا بموافقة الطرفين، ولا يُخبَر أحد بالرفض.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>نبقى على تواصل</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>لم نلتقِ</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>الجولة {number}، الطاولة {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>خارج الجولات</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>تمت الإجابة</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}: {answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>ملاحظة عن {name}</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>تُحفظ كل إجابة فورًا</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>أشخاص آخرون</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>ما مدى فائدة هذه المحادثة؟</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>لا فائدة</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>كثيرًا</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} من {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>ملاحظة خاصة، إن شئت</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>شخص آخر قد يكون أنسب</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>لا يرى أي ضيف آخر الملاحظة أو التقييم.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>الرمز السري للموظفين</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>إغلاق الجهاز</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>الرمز السري يغلق هذا الجهاز</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>الرمز السري غير صحيح.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>تعذّر التحقق من الرمز السري. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>يُرجى الانتظار {seconds} ث</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>منصب جديد</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>عائق تنظيمي</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>خلاف في العمل</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>تغيير جهة العمل</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>الانتقال إلى مدينة أخرى</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>من السريري إلى الإداري</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>استكشاف</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>الشؤون المالية</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>قيادة التغيير</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>التفاوض</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>الصحة الرقمية</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>الجودة والسلامة</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>قيادة البحث العلمي</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>السياسة الصحية</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>الأسرة والعمل</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>التدريس</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>بناء فريق</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>الاستراتيجية</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>التحدث أمام الجمهور</translation>
    </message>
</context>
</TS>
