<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Credencial</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Texto normal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>Se borra tras un minuto sin tocar la pantalla</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>Se borra tras {seconds} s sin tocar la pantalla</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>Se borra en {seconds} s</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>¿Sigue ahí? Se borra en {seconds} s</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Seguir aquí</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>Registre su llegada y reciba su credencial. Tarda cerca de un minuto.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>Registre aquí su llegada. Tarda cerca de un minuto.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Escanee su código</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>Acérquelo al lector, en papel o en el móvil</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>El lector está a la izquierda de la pantalla</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>El lector está a la derecha de la pantalla</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>El lector está debajo de la pantalla</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Acerque su código a la cámara</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Cerrar la cámara</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>La cámara no está disponible. Escriba su nombre o pregunte en recepción.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>No conocemos este código. Pruebe con su nombre o pregunte en recepción.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Escriba su nombre</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>Bastan tres letras</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>Apertura: {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>Sin conexión por ahora. Acuda a recepción.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>La impresora no funciona por ahora. Recoja su credencial en recepción.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>El registro empieza aquí a esa hora</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>¿No aparece? Escriba una letra más.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>Hay muchas coincidencias. Escriba una letra más.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>Hay muchas coincidencias. Escriba también su empresa o institución, o solo su correo electrónico.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>No hay nadie con este nombre. Revise la escritura o acuda a recepción.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>Después, un dato más para confirmar su identidad</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>Escanear</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Resultados: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>espacio</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar letra</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Otro alfabeto</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>Sonora o pequeña</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>Un dato más</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>Las cuatro últimas cifras de su teléfono</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>Las tres primeras letras de su correo electrónico</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>Las tres primeras letras de su empresa o institución</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>No coincide. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>Escriba al menos {count} caracteres.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>Para que nadie más se registre con su nombre</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>Participo como</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>Mentee</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor/a</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos roles</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>¿Rol equivocado? Acuda a recepción.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>¿Qué tiene en mente?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>¿Qué ha vivido ya?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>Elija lo que corresponda</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>Solo para emparejar; nadie más lo ve</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>Temas de conversación</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>Temas que puede ofrecer</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>Hasta tres, el más importante primero</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>Ya hay tres. Quite uno primero.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>Compartir mi correo</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>Compartir mi teléfono</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>Si ambas partes aceptan</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>No soy yo</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>Imprimir mi credencial</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>Registrar mi llegada</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, elegido</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, tema, opción {number}, elegido</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}, tema</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}, privado</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>Llegada registrada</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>Llegada registrada a las {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>Llegada ya registrada hace {seconds} s, en {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>Recoja su credencial en la impresora de la izquierda.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>Recoja su credencial en la impresora de la derecha.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>Recoja su credencial en la impresora de abajo.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>Recoja su credencial en recepción.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>Para otra credencial, pregunte en recepción.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>Que pase una buena velada.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>Imprimiendo su credencial</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>unos {seconds} s</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Casi listo</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>Recoja su credencial</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>Primera mesa</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>Inicio de la ronda {number}</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>Mentor/a, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>Sus mesas se entregan en papel a las {time}</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>Sus mesas se entregan en papel antes de la primera ronda</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>Empieza con una pausa en la ronda {number}. Mesa {table} en la ronda {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Algo no está bien</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>¿Qué no está bien?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>Mi nombre está mal</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>Mi rol está mal</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>No salió la credencial</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Acuda a recepción</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>Su llegada está registrada. No se pudo imprimir la credencial.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>No pudimos registrar su llegada.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>Su inscripción fue cancelada.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>Su llegada está registrada. En recepción lo corregirán.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>Ya saben que va para allá.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>Muestre este código en recepción</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>Recepción: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>No se ha podido guardar su última respuesta.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>¿Le gustaría seguir en contacto?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>Los datos de contacto solo se comparten si ambas partes dicen que sí. Nadie sabrá de un no.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>Seguir en contacto</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>No nos vimos</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>Ronda {number}, mesa {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>Fuera de las rondas</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondido</translation>
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
        <translation>Nota sobre {name}</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>Cada respuesta se guarda al momento</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>Más personas</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>¿Cuánto le ha ayudado esta conversación?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>Mucho</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} de {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>Una nota privada, si lo desea</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>Otra persona encajaría mejor</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>Nadie más de los asistentes ve la nota ni la puntuación.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personal</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Cerrar el quiosco</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>El PIN cierra este quiosco</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Este no es el PIN.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>No se pudo comprobar el PIN. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>Espere {seconds} s</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>Nuevo puesto</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>Obstáculo en la organización</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>Conflicto interpersonal</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>Cambio de empleo</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Traslado</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>De la clínica a la gestión</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>Explorando opciones</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzas</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>Liderar el cambio</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negociación</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>Salud digital</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>Calidad y seguridad</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>Dirección de investigación</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>Política sanitaria</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>Crianza y trabajo</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Docencia</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>Formar un equipo</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estrategia</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>Hablar en público</translation>
    </message>
</context>
</TS>
