<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>बैज</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>सामान्य अक्षर</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>एक मिनट तक न छूने पर सब मिट जाता है</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>{seconds} सेकंड तक न छूने पर सब मिट जाता है</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>{seconds} सेकंड में मिट जाएगा</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>क्या आप अभी यहीं हैं? {seconds} सेकंड में सब मिट जाएगा</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>स्वागत है</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>चेक-इन करें और अपना बैज पाएँ। लगभग एक मिनट लगता है।</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>यहाँ चेक-इन करें। लगभग एक मिनट लगता है।</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>अपना कोड स्कैन करें</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>कागज़ या फ़ोन, स्कैनर के नीचे रखें</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>स्कैनर स्क्रीन के बाईं ओर है</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>स्कैनर स्क्रीन के दाईं ओर है</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>स्कैनर स्क्रीन के नीचे है</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>कोड कैमरे के सामने रखें</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>कैमरा बंद करें</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>कैमरा उपलब्ध नहीं है। नाम टाइप करें या डेस्क पर पूछें।</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>यह कोड पहचाना नहीं गया। नाम से खोजें या डेस्क पर पूछें।</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>अपना नाम लिखें</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>तीन अक्षर काफ़ी हैं</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>द्वार खुलेंगे: {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>अभी कनेक्शन नहीं है। कृपया डेस्क पर जाएँ।</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>प्रिंटर अभी काम नहीं कर रहा। अपना बैज डेस्क से लें।</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>उसी समय यहाँ चेक-इन शुरू होगा</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>नहीं मिला? एक और अक्षर लिखें।</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>बहुत से नाम मिले। एक और अक्षर लिखें।</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>बहुत से नाम मिले। अपने कार्यस्थल का नाम भी लिखें, या केवल अपना ई-मेल पता लिखें।</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>इस नाम से कोई नहीं मिला। वर्तनी जाँचें या डेस्क पर जाएँ।</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>इसके बाद पहचान के लिए एक और जानकारी</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>स्कैन करें</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>मिले: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>स्पेस</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>दूसरी लिपि</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>अक्षर</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>घोष या छोटा</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>एक और जानकारी</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>आपके फ़ोन नंबर के आख़िरी चार अंक</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>आपके ई-मेल पते के पहले तीन अक्षर</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>आपके कार्यस्थल के नाम के पहले तीन अक्षर</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>यह मेल नहीं खाता। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>कृपया कम से कम {count} अक्षर या अंक लिखें।</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>ताकि कोई और आपके नाम से चेक-इन न करे</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>मेरी भूमिका</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>मेंटी</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>मेंटर</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>दोनों</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>भूमिका ग़लत है? कृपया डेस्क पर जाएँ।</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>आपके मन में क्या है?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>आपके क्या अनुभव रहे हैं?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>जो ठीक लगे चुनें</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>केवल मिलान के लिए, किसी और को नहीं दिखता</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>बातचीत के विषय</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>विषय जिन पर आपसे बात हो सके</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>अधिकतम तीन, सबसे ज़रूरी पहले</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>तीन हो गए। पहले एक हटाएँ।</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} और</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>मेरा ई-मेल साझा करें</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>मेरा फ़ोन नंबर साझा करें</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>अगर दोनों हाँ कहें</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>यह मैं नहीं</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>मेरा बैज छापें</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>चेक-इन करें</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, चुना गया</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, विषय, पसंद {number}, चुना गया</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}, विषय</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}, निजी</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>चेक-इन हो गया</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>{time} बजे चेक-इन हो चुका है</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>{seconds} सेकंड पहले {station} पर चेक-इन हो चुका है</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>अपना बैज बाईं ओर के प्रिंटर से लें।</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>अपना बैज दाईं ओर के प्रिंटर से लें।</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>अपना बैज नीचे के प्रिंटर से लें।</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>अपना बैज डेस्क से लें।</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>दूसरे बैज के लिए डेस्क पर पूछें।</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>आपकी शाम अच्छी हो।</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>आपका बैज छप रहा है</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>लगभग {seconds} सेकंड</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>बस पूरा होने वाला है</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>अपना बैज लें</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>पहली मेज़</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>दौर {number} शुरू</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>मेंटर, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>आपकी मेज़ें {time} बजे कागज़ पर मिलेंगी</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>आपकी मेज़ें पहले दौर से पहले कागज़ पर मिलेंगी</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>दौर {number} में विराम है। दौर {later} में मेज़ {table}।</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>कुछ ग़लत है</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>क्या ग़लत है?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>मेरा नाम ग़लत है</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>मेरी भूमिका ग़लत है</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>बैज नहीं निकला</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>कृपया डेस्क पर जाएँ</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>चेक-इन हो गया है। बैज छप नहीं सका।</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>चेक-इन नहीं हो सका।</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>आपका पंजीकरण रद्द किया जा चुका है।</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>चेक-इन हो गया है। डेस्क इसे ठीक कर देगा।</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>उन्हें सूचना मिल गई है।</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>यह कोड डेस्क पर दिखाएँ</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>डेस्क: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>आपका पिछला उत्तर सहेजा नहीं जा सका।</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>क्या आप संपर्क में रहना चाहेंगे?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>संपर्क तभी साझा होता है जब दोनों हाँ कहें। ना किसी को नहीं बताई जाती।</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>संपर्क में रहें</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>हम नहीं मिले</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>दौर {number}, मेज़ {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>दौरों के अलावा</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>उत्तर दिया गया</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}: {answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>{name} पर टिप्पणी</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>हर उत्तर तुरंत सहेजा जाता है</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>और लोग</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>इस बातचीत से कितनी मदद मिली?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>बिल्कुल नहीं</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>बहुत</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{most} में से {mark}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>निजी टिप्पणी, यदि चाहें</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>कोई और बेहतर रहेगा</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>टिप्पणी और अंक कोई दूसरा अतिथि नहीं देखता।</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>स्टाफ़ पिन</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>कियोस्क बंद करें</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>पिन से यह कियोस्क बंद होता है</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>यह पिन सही नहीं है।</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>पिन की जाँच नहीं हो सकी। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>कृपया {seconds} सेकंड रुकें</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>नया पद</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>संगठनात्मक बाधा</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>आपसी मतभेद</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>नौकरी बदलना</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>स्थानांतरण</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>चिकित्सा से प्रशासन तक</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>संभावनाएँ तलाशना</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>वित्त</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>बदलाव का नेतृत्व</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>बातचीत और समझौता</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>डिजिटल स्वास्थ्य</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>गुणवत्ता और सुरक्षा</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>शोध नेतृत्व</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>स्वास्थ्य नीति</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>परिवार और काम</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>अध्यापन</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>टीम बनाना</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>सार्वजनिक भाषण</translation>
    </message>
</context>
</TS>
