<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>名札</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>標準の文字</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>1分間操作がないと消去されます</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>{seconds}秒間操作がないと消去されます</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>{seconds}秒後に消去されます</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>操作を続けますか？{seconds}秒後に消去</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>受付をすると名札が出ます。約1分で終わります。</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>こちらで受付ができます。約1分で終わります。</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>コードをかざす</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>紙でもスマートフォンでも、読み取り部の下へ</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>読み取り部は画面の左にあります</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>読み取り部は画面の右にあります</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>読み取り部は画面の下にあります</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>コードをカメラの前にかざしてください</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>カメラを閉じる</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>カメラは使えません。お名前を入力するか、受付デスクでお尋ねください。</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>このコードは登録されていません。お名前で検索するか、受付デスクでお尋ねください。</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>お名前を入力</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>かな・ローマ字は3文字で。漢字名はメールアドレス全体かコードで</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>開場：{time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>現在接続できません。受付デスクへお越しください。</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>現在プリンターが使えません。名札は受付デスクでお受け取りください。</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>受付はその時刻にここで始まります</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>見つかりませんか？もう1文字入力してください。</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>該当が多数あります。もう1文字入力してください。</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>該当が多数あります。続けて勤務先名を入力するか、メールアドレスだけを入力してください。</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>このお名前は見つかりません。メールアドレス全体かコードを入力するか、受付デスクへ。</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>次に、ご本人確認を一つお願いします</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>コードで受付</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>該当：{count}件</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>ほかの文字</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>濁点・半濁点・小文字</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>もう一つ確認</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>電話番号の下4桁</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>メールアドレスの最初の3文字</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>勤務先名の最初の3文字</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>一致しません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>{count}文字以上入力してください。</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>ほかの人があなたの名前で受付しないためです</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>参加の役割</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>メンティー</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>メンター</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>役割が違いますか？受付デスクへお越しください。</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>今のお悩みは？</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>これまでのご経験は？</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>当てはまるものを選択</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>組み合わせにのみ使用し、他の人には見せません</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>話したいテーマ</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>話せるテーマ</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>3つまで、大事な順に</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>すでに3つです。先に1つ外してください。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>メールアドレスを共有</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>電話番号を共有</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>双方が希望した場合</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>私ではありません</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>名札を印刷</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>受付する</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}、選択済み</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}、テーマ、第{number}希望、選択済み</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}、テーマ</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}、非公開</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>受付が完了しました</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>{time}に受付済みです</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>{seconds}秒前に{station}で受付済みです</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>左のプリンターから名札をお取りください。</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>右のプリンターから名札をお取りください。</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>下のプリンターから名札をお取りください。</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>名札は受付デスクでお受け取りください。</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>名札の再発行は受付デスクでお尋ねください。</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>よい時間をお過ごしください。</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>名札を印刷しています</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>約{seconds}秒</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>もうすぐです</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>名札をお取りください</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>最初のテーブル</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>ラウンド{number}開始</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>メンター、{title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>テーブル表は{time}に紙で配ります</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>テーブル表は最初のラウンドの前に紙で配ります</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>ラウンド{number}は休憩、ラウンド{later}はテーブル{table}です。</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>間違いがある</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>どのような問題ですか？</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>名前が違う</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>役割が違う</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>名札が出てこない</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>受付デスクへお越しください</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>受付は完了しました。名札を印刷できませんでした。</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>受付ができませんでした。</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>参加登録は取り消されています。</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>受付は完了しました。係の者が対応します。</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>係の者に連絡済みです。</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>受付デスクでこのコードをお見せください</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>受付デスク：{where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>最後の回答を保存できませんでした。</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>今後も連絡を取りたいですか？</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>双方が希望した場合だけ連絡先を共有します。希望しない回答は誰にも伝わりません。</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>連絡を取りたい</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>会っていない</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>ラウンド {number}、テーブル {table}</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>ラウンド以外</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}：{answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>{name} についてのメモ</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>回答はその都度保存されます</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>ほかの人</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>この会話は役に立ちましたか？</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>全く役に立たなかった</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>とても役に立った</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{most} 段階の {mark}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>個人メモ（任意）</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>別の人のほうが合いそう</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>メモと評価はほかの参加者には見えません。</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>スタッフ用PIN</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>端末を終了</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>PINで端末を終了します</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>PINが違います。</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>PINを確認できませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>{seconds}秒お待ちください</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>新しい役職</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>組織の壁</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>人間関係</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>転職</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>転居</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>臨床から管理へ</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>模索中</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>財務</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>変革を導く</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>交渉</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>デジタルヘルス</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>質と安全</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>研究の指揮</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>医療政策</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>育児と仕事</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教育</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>チームづくり</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>戦略</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>人前で話す</translation>
    </message>
</context>
</TS>
