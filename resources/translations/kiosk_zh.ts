<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>胸牌</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>标准文字</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Clears itself after a minute without a touch</source>
        <translation>一分钟无操作后自动清除</translation>
    </message>
    <message>
        <source>Clears itself after {seconds} s without a touch</source>
        <translation>{seconds} 秒无操作后自动清除</translation>
    </message>
    <message>
        <source>Clears itself in {seconds} s</source>
        <translation>{seconds} 秒后自动清除</translation>
    </message>
    <message>
        <source>Still there? Clears in {seconds} s</source>
        <translation>还在吗？{seconds} 秒后清除</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Check in to get your badge. It takes about a minute.</source>
        <translation>签到即可领取胸牌，大约需要一分钟。</translation>
    </message>
    <message>
        <source>Check in here. It takes about a minute.</source>
        <translation>请在此签到，大约需要一分钟。</translation>
    </message>
    <message>
        <source>Scan your code</source>
        <translation>扫描二维码</translation>
    </message>
    <message>
        <source>Hold it under the scanner, on paper or phone</source>
        <translation>放到扫描器下方，纸质或手机均可</translation>
    </message>
    <message>
        <source>The scanner is to the left of the screen</source>
        <translation>扫描器在屏幕左侧</translation>
    </message>
    <message>
        <source>The scanner is to the right of the screen</source>
        <translation>扫描器在屏幕右侧</translation>
    </message>
    <message>
        <source>The scanner is below the screen</source>
        <translation>扫描器在屏幕下方</translation>
    </message>
    <message>
        <source>Hold your code before the camera</source>
        <translation>请将二维码对准摄像头</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type your name, or ask at the desk.</source>
        <translation>摄像头无法使用。请输入姓名，或到服务台咨询。</translation>
    </message>
    <message>
        <source>We do not know this code. Try your name, or ask at the desk.</source>
        <translation>无法识别此码。请尝试输入姓名，或到服务台咨询。</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>输入姓名</translation>
    </message>
    <message>
        <source>Three letters are enough</source>
        <translation>输入三个字母（拼音亦可）或两个汉字</translation>
    </message>
    <message>
        <source>Doors open at {time}</source>
        <translation>开门时间：{time}</translation>
    </message>
    <message>
        <source>No connection at the moment. Please see the desk.</source>
        <translation>目前没有连接，请到服务台。</translation>
    </message>
    <message>
        <source>The printer does not work at the moment. Get your badge at the desk.</source>
        <translation>打印机目前无法使用，请到服务台领取胸牌。</translation>
    </message>
    <message>
        <source>Check-in begins here at that time</source>
        <translation>届时在此签到</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Not there? Type one more letter.</source>
        <translation>没有找到？请再输入一个字母。</translation>
    </message>
    <message>
        <source>Many match. Type one more letter.</source>
        <translation>匹配结果较多，请再输入一个字母。</translation>
    </message>
    <message>
        <source>Many match. Type your employer as well, or only your e-mail address.</source>
        <translation>匹配结果较多，请再输入您的单位名称，或只输入您的电子邮箱。</translation>
    </message>
    <message>
        <source>Nobody by this name. Check the spelling, or see the desk.</source>
        <translation>没有这个姓名。请检查拼写，或到服务台咨询。</translation>
    </message>
    <message>
        <source>Next, one more detail to be sure it is you</source>
        <translation>接下来再核对一项信息</translation>
    </message>
    <message>
        <source>Scan instead</source>
        <translation>改为扫码</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>找到：{count}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Other alphabet</source>
        <translation>其他字母</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Voiced or small</source>
        <translation>浊音或小假名</translation>
    </message>
    <message>
        <source>One more detail</source>
        <translation>再核对一项</translation>
    </message>
    <message>
        <source>The last four digits of your phone number</source>
        <translation>您电话号码的后四位</translation>
    </message>
    <message>
        <source>The first three letters of your e-mail address</source>
        <translation>您电子邮箱的前三个字母</translation>
    </message>
    <message>
        <source>The first three letters of your employer’s name</source>
        <translation>您所在单位名称的前三个字</translation>
    </message>
    <message>
        <source>That does not match. Please try again.</source>
        <translation>信息不符，请重试。</translation>
    </message>
    <message>
        <source>Please type at least {count} characters.</source>
        <translation>请至少输入 {count} 个字符。</translation>
    </message>
    <message>
        <source>So that nobody else checks in under your name</source>
        <translation>以防他人冒用您的姓名签到</translation>
    </message>
    <message>
        <source>I am here as</source>
        <translation>我的身份</translation>
    </message>
    <message>
        <source>Mentee</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>导师</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者兼任</translation>
    </message>
    <message>
        <source>Wrong role? Please see the desk.</source>
        <translation>身份不对？请到服务台。</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>您目前关心什么？</translation>
    </message>
    <message>
        <source>What have you been through?</source>
        <translation>您经历过什么？</translation>
    </message>
    <message>
        <source>Choose what fits</source>
        <translation>可多选</translation>
    </message>
    <message>
        <source>Used for matching only, never shown to others</source>
        <translation>仅用于匹配，不向他人显示</translation>
    </message>
    <message>
        <source>Topics to talk about</source>
        <translation>想谈的话题</translation>
    </message>
    <message>
        <source>Topics you can talk about</source>
        <translation>您可以谈的话题</translation>
    </message>
    <message>
        <source>Up to three, the most important first</source>
        <translation>最多三项，最重要的在先</translation>
    </message>
    <message>
        <source>Three already. Take one away first.</source>
        <translation>已选三项，请先取消一项。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>Share my e-mail</source>
        <translation>分享我的邮箱</translation>
    </message>
    <message>
        <source>Share my phone number</source>
        <translation>分享我的电话</translation>
    </message>
    <message>
        <source>If we both say yes</source>
        <translation>双方都同意时</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>这不是我</translation>
    </message>
    <message>
        <source>Print my badge</source>
        <translation>打印我的胸牌</translation>
    </message>
    <message>
        <source>Check me in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}，已选</translation>
    </message>
    <message>
        <source>{name}, topic, choice {number}, chosen</source>
        <translation>{name}，话题，第 {number} 选择，已选</translation>
    </message>
    <message>
        <source>{name}, topic</source>
        <translation>{name}，话题</translation>
    </message>
    <message>
        <source>{name}, private</source>
        <translation>{name}，保密</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>签到成功</translation>
    </message>
    <message>
        <source>You have been checked in since {time}</source>
        <translation>已于 {time} 签到</translation>
    </message>
    <message>
        <source>Already checked in, {seconds} s ago, at {station}</source>
        <translation>{seconds} 秒前已在 {station} 签到</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the left.</source>
        <translation>请从左侧打印机取胸牌。</translation>
    </message>
    <message>
        <source>Take your badge from the printer on the right.</source>
        <translation>请从右侧打印机取胸牌。</translation>
    </message>
    <message>
        <source>Take your badge from the printer below.</source>
        <translation>请从下方打印机取胸牌。</translation>
    </message>
    <message>
        <source>Get your badge at the desk.</source>
        <translation>请到服务台领取胸牌。</translation>
    </message>
    <message>
        <source>For another badge, please ask at the desk.</source>
        <translation>如需补打胸牌，请到服务台。</translation>
    </message>
    <message>
        <source>Have a good evening.</source>
        <translation>祝您度过愉快的夜晚。</translation>
    </message>
    <message>
        <source>Your badge is printing</source>
        <translation>正在打印胸牌</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>约 {seconds} 秒</translation>
    </message>
    <message>
        <source>Almost there</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>Take your badge</source>
        <translation>请取走胸牌</translation>
    </message>
    <message>
        <source>First table</source>
        <translation>首个桌号</translation>
    </message>
    <message>
        <source>Round {number} starts</source>
        <translation>第 {number} 轮开始</translation>
    </message>
    <message>
        <source>Mentor, {title}</source>
        <translation>导师，{title}</translation>
    </message>
    <message>
        <source>Your tables come on paper at {time}</source>
        <translation>桌次单将于 {time} 发放</translation>
    </message>
    <message>
        <source>Your tables come on paper before the first round</source>
        <translation>桌次单将在第一轮前发放</translation>
    </message>
    <message>
        <source>You start with a break in round {number}. Table {table} in round {later}.</source>
        <translation>第 {number} 轮休息，第 {later} 轮在 {table} 号桌。</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>哪里不对？</translation>
    </message>
    <message>
        <source>My name is wrong</source>
        <translation>姓名不对</translation>
    </message>
    <message>
        <source>My role is wrong</source>
        <translation>身份不对</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>胸牌没有打印出来</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>请到服务台</translation>
    </message>
    <message>
        <source>You are checked in. Your badge could not be printed.</source>
        <translation>签到成功，但胸牌未能打印。</translation>
    </message>
    <message>
        <source>We could not check you in.</source>
        <translation>未能完成签到。</translation>
    </message>
    <message>
        <source>Your registration was cancelled.</source>
        <translation>您的报名已取消。</translation>
    </message>
    <message>
        <source>You are checked in. The desk will put it right.</source>
        <translation>签到成功，服务台会为您更正。</translation>
    </message>
    <message>
        <source>They know that you are coming.</source>
        <translation>服务台已收到通知。</translation>
    </message>
    <message>
        <source>Show this code at the desk</source>
        <translation>请在服务台出示此码</translation>
    </message>
    <message>
        <source>Desk: {where}</source>
        <translation>服务台：{where}</translation>
    </message>
    <message>
        <source>Your last answer could not be kept.</source>
        <translation>您最后的回答未能保存。</translation>
    </message>
    <message>
        <source>Would you like to stay in touch?</source>
        <translation>您想保持联系吗？</translation>
    </message>
    <message>
        <source>Contact details are shared only if you both say yes. Nobody is told of a no.</source>
        <translation>只有双方都同意才会交换联系方式。拒绝不会告知任何人。</translation>
    </message>
    <message>
        <source>Stay in touch</source>
        <translation>保持联系</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>We did not meet</source>
        <translation>没有见面</translation>
    </message>
    <message>
        <source>Round {number}, table {table}</source>
        <translation>第 {number} 轮，{table} 号桌</translation>
    </message>
    <message>
        <source>Outside the rounds</source>
        <translation>轮次之外</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>{name}: {answer}</source>
        <translation>{name}：{answer}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>关于{name}的备注</translation>
    </message>
    <message>
        <source>Every answer is kept at once</source>
        <translation>每个回答会立即保存</translation>
    </message>
    <message>
        <source>More people</source>
        <translation>更多人</translation>
    </message>
    <message>
        <source>How much did this talk help you?</source>
        <translation>这次谈话对您有多大帮助？</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>毫无帮助</translation>
    </message>
    <message>
        <source>Very much</source>
        <translation>很有帮助</translation>
    </message>
    <message>
        <source>{mark} of {most}</source>
        <translation>{mark} 分，满分 {most}</translation>
    </message>
    <message>
        <source>A private note, if you like</source>
        <translation>私人备注（可选）</translation>
    </message>
    <message>
        <source>Someone else would suit better</source>
        <translation>另一位导师更合适</translation>
    </message>
    <message>
        <source>No other guest sees the note or the mark.</source>
        <translation>其他来宾看不到备注和评分。</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>工作人员密码</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>退出自助机</translation>
    </message>
    <message>
        <source>The PIN closes this kiosk</source>
        <translation>输入密码可退出自助机</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>The PIN could not be checked. Please try again.</source>
        <translation>无法核对密码，请重试。</translation>
    </message>
    <message>
        <source>Please wait {seconds} s</source>
        <translation>请等待 {seconds} 秒</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>新职位</translation>
    </message>
    <message>
        <source>Organisational barrier</source>
        <translation>组织障碍</translation>
    </message>
    <message>
        <source>Interpersonal issue</source>
        <translation>人际问题</translation>
    </message>
    <message>
        <source>Changing employer</source>
        <translation>更换单位</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>异地搬迁</translation>
    </message>
    <message>
        <source>Clinical to administrative</source>
        <translation>从临床到管理</translation>
    </message>
    <message>
        <source>Exploring</source>
        <translation>探索中</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Leading change</source>
        <translation>引领变革</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>谈判</translation>
    </message>
    <message>
        <source>Digital health</source>
        <translation>数字医疗</translation>
    </message>
    <message>
        <source>Quality and safety</source>
        <translation>质量与安全</translation>
    </message>
    <message>
        <source>Research leadership</source>
        <translation>科研领导</translation>
    </message>
    <message>
        <source>Health policy</source>
        <translation>卫生政策</translation>
    </message>
    <message>
        <source>Parenthood and work</source>
        <translation>育儿与工作</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>Building a team</source>
        <translation>组建团队</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>战略</translation>
    </message>
    <message>
        <source>Speaking in public</source>
        <translation>公开演讲</translation>
    </message>
</context>
</TS>
