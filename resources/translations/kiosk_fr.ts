<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte agrandi</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Texte normal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>S’efface après une minute sans activité</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>S’efface après {seconds} s sans activité</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>S’efface dans {seconds} s</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>Toujours là ? S’efface dans {seconds} s</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>Enregistrez-vous pour recevoir votre badge. Une minute suffit.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>Enregistrez-vous ici. Une minute suffit.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Scannez votre code</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>Placez-le sous le lecteur, sur papier ou téléphone</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>Le lecteur est à gauche de l’écran</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>Le lecteur est à droite de l’écran</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>Le lecteur est sous l’écran</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Présentez le code devant la caméra</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Fermer la caméra</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>La caméra n’est pas disponible. Tapez votre nom, ou demandez à l’accueil.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>Ce code est inconnu. Essayez avec votre nom, ou demandez à l’accueil.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Tapez votre nom</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>Trois lettres suffisent</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>Ouverture : {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>Pas de connexion pour le moment. Passez à l’accueil.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>L’imprimante ne marche pas pour le moment. Votre badge vous attend à l’accueil.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>L’accueil commence ici à cette heure</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>Pas trouvé ? Ajoutez une lettre.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>Trop de résultats. Ajoutez une lettre.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>Trop de résultats. Ajoutez votre employeur, ou tapez seulement votre adresse e-mail.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>Personne à ce nom. Vérifiez l’orthographe ou passez à l’accueil.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>Ensuite, une précision pour confirmer votre identité</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>Scanner plutôt</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Résultats : {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>espace</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Autre alphabet</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>Sonore ou petite</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>Une précision</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>Les quatre derniers chiffres de votre téléphone</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>Les trois premières lettres de votre adresse e-mail</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>Les trois premières lettres de votre employeur</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>Cela ne correspond pas. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>Tapez au moins {count} caractères.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>Pour que personne d’autre n’utilise votre nom</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>Je participe comme</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>Mentoré·e</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor·e</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>Mauvais rôle ? Passez à l’accueil.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>Qu’est-ce qui vous préoccupe ?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>Qu’avez-vous déjà vécu ?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>Choisissez ce qui convient</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>Pour les rencontres seulement, jamais montré aux autres</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>Sujets à aborder</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>Sujets que vous pouvez aborder</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>Trois au plus, le plus important d’abord</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>Déjà trois. Retirez-en un d’abord.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} de plus</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>Partager mon e-mail</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>Partager mon téléphone</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>Si l’accord est mutuel</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Ce n’est pas moi</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>Imprimer mon badge</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>M’enregistrer</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, choisi</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, sujet, choix {number}, choisi</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}, sujet</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}, confidentiel</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>Arrivée enregistrée</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>Arrivée enregistrée à {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>Arrivée déjà enregistrée il y a {seconds} s, à {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>Prenez votre badge à l’imprimante de gauche.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>Prenez votre badge à l’imprimante de droite.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>Prenez votre badge à l’imprimante du dessous.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>Votre badge vous attend à l’accueil.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>Pour un autre badge, demandez à l’accueil.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>Bonne soirée.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>Votre badge s’imprime</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>environ {seconds} s</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Presque fini</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>Prenez votre badge</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>Première table</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>Début du tour {number}</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>Mentor·e, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>Vos tables seront données sur papier à {time}</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>Vos tables seront données sur papier avant le premier tour</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>Pause au tour {number}. Table {table} au tour {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Il y a un problème</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Quel est le problème ?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>Mon nom est incorrect</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>Mon rôle est incorrect</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>Aucun badge n’est sorti</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Veuillez passer à l’accueil</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>Votre arrivée est enregistrée. Le badge n’a pas pu être imprimé.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>Nous n’avons pas pu enregistrer votre arrivée.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>Votre inscription a été annulée.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>Votre arrivée est enregistrée. L’accueil corrigera cela.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>On vous y attend.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>Montrez ce code à l’accueil</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>Accueil : {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>Votre dernière réponse n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>Souhaitez-vous rester en contact ?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>Les coordonnées ne sont transmises que si vous dites oui tous les deux. Un non n’est révélé à personne.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>Rester en contact</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>Pas rencontrés</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>Tour {number}, table {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>En dehors des tours</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>réponse donnée</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name} : {answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Note sur {name}</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>Chaque réponse est enregistrée aussitôt</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>Cet échange vous a-t-il aidé ?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Pas du tout</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>Beaucoup</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} sur {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>Une note privée, si vous voulez</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>Plutôt quelqu’un d’autre</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>Aucun autre invité ne voit ni la note ni l’appréciation.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>Code PIN du personnel</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Fermer la borne</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>Le code PIN ferme cette borne</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Ce n’est pas le bon code.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>Le code PIN n’a pas pu être vérifié. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>Attendez {seconds} s</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>Nouveau poste</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>Obstacle organisationnel</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>Conflit relationnel</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>Changer d’employeur</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Déménagement</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>De la clinique à la gestion</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Exploration</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finances</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>Conduire le changement</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Négociation</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>Santé numérique</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>Qualité et sécurité</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>Direction de recherche</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>Politique de santé</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>Parentalité et travail</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Enseignement</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>Constituer une équipe</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>Prise de parole</translation>
    </message>
</context>
</TS>
