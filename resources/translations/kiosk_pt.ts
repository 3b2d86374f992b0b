<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Conferir</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Crachá</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto maior</translation>
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
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>Tudo se apaga após um minuto sem toque</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>Tudo se apaga após {seconds} s sem toque</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>Tudo se apaga em {seconds} s</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>Ainda está aí? Tudo se apaga em {seconds} s</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>Faça o check-in e receba o crachá. Demora cerca de um minuto.</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>Faça aqui o check-in. Demora cerca de um minuto.</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>Digitalize o seu código</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>Coloque-o sob o leitor, em papel ou no telemóvel</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>O leitor está à esquerda do ecrã</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>O leitor está à direita do ecrã</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>O leitor está por baixo do ecrã</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>Mostre o seu código à câmara</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>Fechar a câmara</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>A câmara não está disponível. Escreva o seu nome ou pergunte na receção.</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>Não conhecemos este código. Tente com o seu nome ou pergunte na receção.</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Escreva o seu nome</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>Três letras bastam</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>Abertura: {time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>Sem ligação de momento. Por favor, vá à receção.</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>A impressora não funciona de momento. Levante o crachá na receção.</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>O check-in começa aqui a essa hora</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>Não aparece? Escreva mais uma letra.</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>Há muitos resultados. Escreva mais uma letra.</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>Há muitos resultados. Escreva também a sua entidade, ou apenas o seu e-mail.</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>Ninguém com este nome. Verifique a escrita ou vá à receção.</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>A seguir, mais um dado para confirmar a identidade</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>Digitalizar</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Resultados: {count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>espaço</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar letra</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>Outro alfabeto</translation>
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
        <translation>Sonora ou pequena</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>Mais um dado</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>Os últimos quatro dígitos do seu telefone</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>As três primeiras letras do seu e-mail</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>As três primeiras letras da sua entidade</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>Não coincide. Tente de novo.</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>Escreva pelo menos {count} caracteres.</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>Para que ninguém use o seu nome</translation>
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
        <translation>Ambas as funções</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>Função errada? Vá à receção.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>O que gostaria de resolver?</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>Por que situações já passou?</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>Escolha o que se aplica</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>Só para formar os pares; ninguém mais vê</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>Temas de conversa</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>Temas que pode oferecer</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>Até três, o mais importante primeiro</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>Já são três. Retire um primeiro.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>mais {count}</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>Partilhar o meu e-mail</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>Partilhar o meu telefone</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>Se ambas as partes aceitarem</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>Não sou eu</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>Imprimir o meu crachá</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>Fazer check-in</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Um momento</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, escolhido</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}, tema, opção {number}, escolhido</translation>
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
        <translation>Check-in concluído</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>Check-in feito às {time}</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>Check-in já feito há {seconds} s, em {station}</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>Retire o crachá da impressora à esquerda.</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>Retire o crachá da impressora à direita.</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>Retire o crachá da impressora em baixo.</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>Levante o crachá na receção.</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>Para outro crachá, pergunte na receção.</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>Tenha um bom serão.</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>O crachá está a ser impresso</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>cerca de {seconds} s</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>Quase pronto</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>Retire o crachá</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>Primeira mesa</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>Início da ronda {number}</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>Mentor/a, {title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>As suas mesas são entregues em papel às {time}</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>As suas mesas são entregues em papel antes da primeira ronda</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>Começa com uma pausa na ronda {number}. Mesa {table} na ronda {later}.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Algo está errado</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>O que está errado?</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>O meu nome está errado</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>A minha função está errada</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>Não saiu nenhum crachá</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Por favor, vá à receção</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>O check-in está feito. Não foi possível imprimir o crachá.</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>Não foi possível fazer o check-in.</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>A sua inscrição foi cancelada.</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>O check-in está feito. A receção vai corrigir.</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>Já sabem que vai a caminho.</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>Mostre este código na receção</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>Receção: {where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>Não foi possível guardar a sua última resposta.</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>Gostaria de manter o contacto?</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>Os contactos só são partilhados se ambos disserem que sim. Ninguém saberá de um não.</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>Manter contacto</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>Não nos vimos</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>Ronda {number}, mesa {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>Fora das rondas</translation>
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
        <translation>Cada resposta é guardada de imediato</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>Mais pessoas</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>Quanto o ajudou esta conversa?</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>Muito</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} de {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>Uma nota privada, se quiser</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>Outra pessoa seria mais indicada</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>Nenhum outro convidado vê a nota nem a pontuação.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN da equipa</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Fechar o quiosque</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>O PIN fecha este quiosque</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Este não é o PIN.</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>Não foi possível verificar o PIN. Tente de novo.</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>Aguarde {seconds} s</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>Novo cargo</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>Obstáculo na organização</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>Questão interpessoal</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>Mudança de emprego</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Mudança de cidade</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>Da clínica para a gestão</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>A explorar opções</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanças</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>Liderar a mudança</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negociação</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>Saúde digital</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>Qualidade e segurança</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>Liderança em investigação</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>Política de saúde</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>Parentalidade e trabalho</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Ensino</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>Formar uma equipa</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estratégia</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>Falar em público</translation>
    </message>
</context>
</TS>
