<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Usual text</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>Clears itself after a minute without a touch</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>Clears itself after {seconds} s without a touch</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>Clears itself in {seconds} s</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>Still there? Clears in {seconds} s</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>Check in to get your badge. It takes about a minute.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>Check in here. It takes about a minute.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Scan your code</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>Hold it under the scanner, on paper or phone</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>The scanner is to the left of the screen</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>The scanner is to the right of the screen</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>The scanner is below the screen</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Hold your code before the camera</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Close the camera</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>The camera cannot be used. Type your name, or ask at the desk.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>We do not know this code. Try your name, or ask at the desk.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Type your name</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>Three letters are enough</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>Doors open at {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>No connection at the moment. Please see the desk.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>The printer does not work at the moment. Get your badge at the desk.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>Check-in begins here at that time</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>Not there? Type one more letter.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>Many match. Type one more letter.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>Many match. Type your employer as well, or only your e-mail address.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>Nobody by this name. Check the spelling, or see the desk.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>Next, one more detail to be sure it is you</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>Scan instead</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Found: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>space</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Other alphabet</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>Voiced or small</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>One more detail</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>The last four digits of your phone number</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>The first three letters of your e-mail address</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>The first three letters of your employer’s name</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>That does not match. Please try again.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>Please type at least {count} characters.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>So that nobody else checks in under your name</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>I am here as</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>Mentee</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>Wrong role? Please see the desk.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>What is on your mind?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>What have you been through?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>Choose what fits</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>Used for matching only, never shown to others</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>Topics to talk about</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>Topics you can talk about</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>Up to three, the most important first</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>Three already. Take one away first.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>Share my e-mail</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>Share my phone number</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>If we both say yes</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>This is not me</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>Print my badge</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>Check me in</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, chosen</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, topic, choice {number}, chosen</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}, topic</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}, private</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>You are checked in</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>You have been checked in since {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>Already checked in, {seconds} s ago, at {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>Take your badge from the printer on the left.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>Take your badge from the printer on the right.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>Take your badge from the printer below.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>Get your badge at the desk.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>For another badge, please ask at the desk.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>Have a good evening.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>Your badge is printing</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>about {seconds} s</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Almost there</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>Take your badge</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>First table</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>Round {number} starts</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>Mentor, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>Your tables come on paper at {time}</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>Your tables come on paper before the first round</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>You start with a break in round {number}. Table {table} in round {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Something is wrong</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>My name is wrong</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>My role is wrong</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>No badge came out</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Please see the desk</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>You are checked in. Your badge could not be printed.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>We could not check you in.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>Your registration was cancelled.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>You are checked in. The desk will put it right.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>They know that you are coming.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>Show this code at the desk</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>Desk: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>Your last answer could not be kept.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>Would you like to stay in touch?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>Contact details are shared only if you both say yes. Nobody is told of a no.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>Stay in touch</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>We did not meet</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>Round {number}, table {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>Outside the rounds</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}: {answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Note on {name}</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>Every answer is kept at once</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>More people</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>How much did this talk help you?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Not at all</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>Very much</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} of {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>A private note, if you like</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>Someone else would suit better</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>No other guest sees the note or the mark.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>Staff PIN</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Leave the kiosk</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>The PIN closes this kiosk</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>This is not the PIN.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>The PIN could not be checked. Please try again.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>Please wait {seconds} s</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>New position</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>Organisational barrier</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>Interpersonal issue</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>Changing employer</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Relocation</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>Clinical to administrative</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Exploring</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>Leading change</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negotiation</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>Digital health</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>Quality and safety</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>Research leadership</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>Health policy</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>Parenthood and work</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Teaching</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>Building a team</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategy</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>Speaking in public</translation>
    </message>
</context>
</TS>
