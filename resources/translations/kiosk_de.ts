<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Namensschild</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Normale Schrift</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>Setzt sich nach einer Minute ohne Eingabe zurück</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>Setzt sich nach {seconds} s ohne Eingabe zurück</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>Setzt sich in {seconds} s zurück</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>Noch da? Setzt sich in {seconds} s zurück</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>Hier einchecken und das Namensschild erhalten. Es dauert etwa eine Minute.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>Hier einchecken. Es dauert etwa eine Minute.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Code scannen</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>Unter den Scanner halten, auf Papier oder Handy</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>Der Scanner steht links vom Bildschirm</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>Der Scanner steht rechts vom Bildschirm</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>Der Scanner ist unter dem Bildschirm</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Den Code vor die Kamera halten</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Kamera schließen</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>Die Kamera ist nicht verfügbar. Bitte den Namen eingeben oder am Empfang fragen.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>Dieser Code ist unbekannt. Bitte den Namen eingeben oder am Empfang fragen.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Namen eingeben</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>Drei Buchstaben genügen</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>Einlass: {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>Zurzeit keine Verbindung. Bitte zum Empfang.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>Der Drucker geht zurzeit nicht. Ihr Namensschild erhalten Sie am Empfang.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>Dann beginnt hier der Check-in</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>Nicht dabei? Noch einen Buchstaben eingeben.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>Viele Treffer. Noch einen Buchstaben eingeben.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>Viele Treffer. Auch den Arbeitgeber eingeben oder nur die E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>Niemand mit diesem Namen. Bitte die Schreibweise prüfen oder zum Empfang gehen.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>Danach noch eine Angabe zur Sicherheit</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>Lieber scannen</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Gefunden: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Zeichen löschen</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Anderes Alphabet</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>Stimmhaft oder klein</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>Noch eine Angabe</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>Die letzten vier Ziffern Ihrer Telefonnummer</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>Die ersten drei Buchstaben Ihrer E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>Die ersten drei Buchstaben Ihres Arbeitgebers</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>Das stimmt nicht überein. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>Bitte mindestens {count} Zeichen eingeben.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>Damit niemand sonst unter diesem Namen eincheckt</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>Ich bin hier als</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>Mentee</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor:in</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>Falsche Rolle? Bitte zum Empfang.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>Was beschäftigt Sie gerade?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>Was haben Sie schon erlebt?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>Passendes auswählen</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>Nur für die Zuordnung, für andere nie sichtbar</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>Gesprächsthemen</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>Themen, die Sie anbieten</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>Bis zu drei, das Wichtigste zuerst</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>Schon drei. Zuerst eines abwählen.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>Meine E-Mail teilen</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>Meine Telefonnummer teilen</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>Wenn beide Ja sagen</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Das bin ich nicht</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>Namensschild drucken</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>Einchecken</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, gewählt</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, Thema, Wahl {number}, gewählt</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}, Thema</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}, vertraulich</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>Check-in abgeschlossen</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>Check-in bereits um {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>Check-in bereits vor {seconds} s, an {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>Ihr Namensschild kommt aus dem Drucker links.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>Ihr Namensschild kommt aus dem Drucker rechts.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>Ihr Namensschild kommt aus dem Drucker unten.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>Ihr Namensschild erhalten Sie am Empfang.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>Ein weiteres Namensschild erhalten Sie am Empfang.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>Einen schönen Abend.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>Ihr Namensschild wird gedruckt</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>etwa {seconds} s</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Gleich fertig</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>Namensschild mitnehmen</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>Erster Tisch</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>Runde {number} beginnt</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>Mentor:in, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>Ihren Tischplan gibt es um {time} auf Papier</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>Ihren Tischplan gibt es vor der ersten Runde auf Papier</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>Pause in Runde {number}. Tisch {table} in Runde {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Etwas stimmt nicht</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was stimmt nicht?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>Mein Name ist falsch</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>Meine Rolle ist falsch</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>Es kam kein Namensschild heraus</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Bitte zum Empfang</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>Der Check-in ist abgeschlossen. Das Namensschild konnte nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>Der Check-in war nicht möglich.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>Ihre Anmeldung wurde storniert.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>Der Check-in ist abgeschlossen. Der Empfang bringt es in Ordnung.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>Dort weiß man schon Bescheid.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>Diesen Code am Empfang zeigen</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>Empfang: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>Die letzte Antwort konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>Möchten Sie in Kontakt bleiben?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>Kontaktdaten werden nur geteilt, wenn beide Ja sagen. Von einem Nein erfährt niemand.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>In Kontakt bleiben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>Nicht getroffen</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>Runde {number}, Tisch {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>Außerhalb der Runden</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}: {answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Notiz zu {name}</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>Jede Antwort wird sofort gespeichert</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>Weitere Personen</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>Wie sehr hat dieses Gespräch geholfen?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>Sehr</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} von {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>Eine private Notiz, wenn Sie mögen</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>Jemand anderes passt besser</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>Kein anderer Gast sieht Notiz oder Bewertung.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>Team-PIN</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Kiosk beenden</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>Die PIN beendet diesen Kiosk</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>Die PIN konnte nicht geprüft werden. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>Bitte {seconds} s warten</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>Neue Stelle</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>Hürde in der Organisation</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>Zwischenmenschliches</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>Wechsel der Arbeitsstelle</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Umzug</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>Von der Klinik in die Leitung</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Orientierung</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>Wandel gestalten</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Verhandeln</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>Digitale Gesundheit</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>Qualität und Sicherheit</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>Forschungsleitung</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>Gesundheitspolitik</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>Elternschaft und Beruf</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Lehre</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>Ein Team aufbauen</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>Öffentlich sprechen</translation>
    </message>
</context>
</TS>
