<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Testo normale</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>Si azzera dopo un minuto di inattività</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>Si azzera dopo {seconds} s di inattività</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>Si azzera tra {seconds} s</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>Ancora qui? Si azzera tra {seconds} s</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Resta qui</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Ti diamo il benvenuto</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>Fai il check-in e ricevi il badge. Ci vuole circa un minuto.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>Fai qui il check-in. Ci vuole circa un minuto.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Scansiona il tuo codice</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>Mettilo sotto il lettore, su carta o telefono</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>Il lettore è a sinistra dello schermo</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>Il lettore è a destra dello schermo</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>Il lettore è sotto lo schermo</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Mostra il codice alla fotocamera</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Chiudi la fotocamera</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>La fotocamera non è disponibile. Digita il nome o chiedi al banco accoglienza.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>Codice sconosciuto. Prova con il nome o chiedi al banco accoglienza.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Scrivi il tuo nome</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>Bastano tre lettere</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>Apertura: {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>Nessuna connessione al momento. Vai al banco accoglienza.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>La stampante al momento non funziona. Ritira il badge al banco accoglienza.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>Il check-in inizia qui a quell’ora</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>Non c’è? Scrivi un’altra lettera.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>Molti risultati. Scrivi un’altra lettera.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>Molti risultati. Scrivi anche il tuo ente o azienda, oppure solo la tua e-mail.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>Nessuno con questo nome. Controlla come è scritto o vai al banco accoglienza.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>Poi un altro dato per conferma</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>Scansiona</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Risultati: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spazio</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Altro alfabeto</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Numeri</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettere</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>Sonora o piccola</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>Un altro dato</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>Le ultime quattro cifre del tuo telefono</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>Le prime tre lettere della tua e-mail</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>Le prime tre lettere del tuo ente o azienda</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>Non corrisponde. Riprova.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>Scrivi almeno {count} caratteri.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>Così nessun altro usa il tuo nome</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>Partecipo come</translation>
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
        <translation>Entrambi i ruoli</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>Ruolo sbagliato? Vai al banco accoglienza.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>Che cosa ti sta a cuore?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>Che cosa hai già vissuto?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>Scegli ciò che vale per te</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>Solo per gli abbinamenti, mai mostrato ad altri</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>Temi di cui parlare</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>Temi che puoi offrire</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>Al massimo tre, il più importante per primo</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>Sono già tre. Prima togline uno.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ancora {count}</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>Condividi la mia e-mail</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>Condividi il mio telefono</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>Se entrambe le parti accettano</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Non sono io</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>Stampa il mio badge</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>Fai il check-in</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, scelto</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, tema, scelta {number}, scelto</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}, tema</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}, privato</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>Check-in completato</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>Check-in fatto alle {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>Check-in già fatto {seconds} s fa, a {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>Ritira il badge dalla stampante a sinistra.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>Ritira il badge dalla stampante a destra.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>Ritira il badge dalla stampante in basso.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>Ritira il badge al banco accoglienza.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>Per un altro badge chiedi al banco accoglienza.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>Buona serata.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>Il badge è in stampa</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>circa {seconds} s</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Quasi fatto</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>Ritira il badge</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>Primo tavolo</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>Inizio turno {number}</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>Mentor, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>Riceverai i tuoi tavoli su carta alle {time}</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>Riceverai i tuoi tavoli su carta prima del primo turno</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>Pausa nel turno {number}. Tavolo {table} nel turno {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Qualcosa non va</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Che cosa non va?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>Il mio nome è sbagliato</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>Il mio ruolo è sbagliato</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>Non è uscito il badge</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Vai al banco accoglienza</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>Il check-in è fatto. Non è stato possibile stampare il badge.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>Non è stato possibile fare il check-in.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>La tua iscrizione è stata annullata.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>Il check-in è fatto. Al banco accoglienza sistemeranno tutto.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>Sanno già del tuo arrivo.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>Mostra questo codice al banco accoglienza</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>Banco accoglienza: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>Non è stato possibile salvare l’ultima risposta.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>Vuoi restare in contatto?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>I contatti si condividono solo se entrambi dite di sì. Nessuno saprà di un no.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>Restare in contatto</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>Non ci siamo visti</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>Turno {number}, tavolo {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>Fuori dai turni</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>risposto</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}: {answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Nota su {name}</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>Ogni risposta si salva subito</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>Altre persone</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>Quanto ti è stato utile il colloquio?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Per niente</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>Molto</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} su {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>Una nota privata, se vuoi</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>Meglio qualcun altro</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>Nessun altro ospite vede la nota o il voto.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personale</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Chiudi il totem</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>Il PIN chiude questo totem</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Questo non è il PIN.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>Non è stato possibile verificare il PIN. Riprova.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>Attendi {seconds} s</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>Nuovo incarico</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>Ostacolo organizzativo</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>Questione interpersonale</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>Cambiare datore di lavoro</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Trasferimento</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>Dalla clinica alla gestione</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Esplorazione</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanza</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>Guidare il cambiamento</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negoziazione</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>Sanità digitale</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>Qualità e sicurezza</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>Direzione della ricerca</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>Politica sanitaria</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>Genitorialità e lavoro</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Insegnamento</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>Formare una squadra</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategia</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>Parlare in pubblico</translation>
    </message>
</context>
</TS>
