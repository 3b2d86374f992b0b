<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are checked in since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the desk is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
