/**
 * More everyday words in the same six languages, by the rules of `lexicon-words.ts`: the body, the house, money, offices, the
 * weather, and what people do. Gathered by subject, so that texts which nobody here has seen find their words too.
 */
const lines = `
pregnant | pregnan maternity obstetr midwi | цяжарн парадзіх акушэр роды! родаў раджаць нараджа | беременн роженик акушер роды! родов рожать рожен | вагітн породіл акушер пологи пологів народжу | ciąż ciężarn rodząc położn rodzić | حامل حوامل ولاده قابله
baby | baby babies infant newborn toddler | немаўля немаўл дзіцятк | младен малыш новорожд грудничк | немовля немовл малюк малят малюк | niemowl noworod maluch | رضيع رضع مولود
boy | boy boys lad | хлопч хлопец хлопцы | мальчик мальчиш парень парн! парня подрост | хлопч хлопец хлопц юнак | chłop! chłopiec chłopc | صبي فتى اولاد
girl | girl girls | дзяўчын дзяўчат | девочк девушк девоч | дівчин дівчат | dziewczy | فتاه بنت فتيات
aunt | aunt uncle cousin niece nephew | цётк дзядзьк стрыеч пляменн | тётк дяд! дядя дяди племянн двоюродн | тітк дядьк племінн двоюрідн | ciotk wuj! wujek kuzyn siostrzen bratan | عم عمه خال خاله
twin | twin sibling sister sisters | сястр сёстр блізнят | сестр сёстр близнец | сестр близнюк | siostr sióstr bliźn | اخت اخوات توام
marry | marri wedding bride groom spouse | вясел шлюб замуж ажан нявест | свадьб брак! замуж женил невест | весілл шлюб заміж одруж нареч | ślub wesel małżeń narzecz | زواج زفاف عروس
heart | heart cardiac | сэрц | сердц сердечн кардио | серц серцев | serc zawał | قلب قلبيه
head-injury | bruise bruises bruised haematom fractur broken-bone concuss burns! scald | сіняк пералом апёк апёкі траўм | синяк перелом ожог ожоги ожоговый травм гематом сотрясен | синец синц перелом опік опіки травм гематом | siniak złam złama oparz uraz obraże | كدمات كسر كسور حروق
face | face! faces mouth nose! eye! eyes! | твар вочы вока нос! рот! | лицо лица! лицом глаз! глаза глазам нос! рот! | обличч очі! очей око! ніс! рот! | twarz oczy oczu oko! nos! usta | وجه عين عيون
arm | arm! arms! wrist finger fingers shoulder leg! legs! foot! feet! knee | рукі! рук! нага ногі плячо палец | рука руки руку рукой руках нога ногу ноги плеч палец пальц запяст колен | рука руки руку рукою нога ногу ноги плече палець пальц колін | ręk ręce rąk noga nogi nogę palec palc ramię nadgarst | يد ذراع ساق اصابع
breath | breath breathe breathing lungs smoke inhaler asthma cough | дых дыхан лёгк кашл | дыхан дыш лёгки кашл ингалят астм удуш | дихан диха леген кашл інгалят астм задух | oddech oddych płuc kaszl dusi inhalat astm | تنفس رئه سعال
smell | smell smells smelled odour odor stench stink | пах! пахне пахла смурод | запах пахл пахн вон! вонь вони зловон | запах пахн смород | zapach pachnia śmier cuch | رائحه
blood | blood bleed bled | кроў крыв крывав | кров кровь крови кровав | кров кривав | krew krwi krwaw | دم! دماء نزيف
operation | surgery surgeon surgical operated | аперацы апераван хірург | операци оперир прооперир хирург | операці прооперув хірург | operac operow chirurg | جراحه عمليه
weak | weak weaken exhaust faint fainted thin! lost-weight | слаб знясіл | слаб ослаб истощ обморок похуд худой | слаб виснаж знепритом схуд | słab wycień zemdl schud | ضعيف اغماء منهك
intensive | intensive critical serious | рэанімац цяжк | реаним тяжел тяжёл | реанім важк | intensywn reanimac ciężk | عنايه مركزه حرجه
nurse | nurse paramedic orderly | медсястр фельчар санітар | медсестр фельдшер санитар | медсестр фельдшер санітар | pielęgni ratownik sanitar | ممرضه مسعف
ambulance | ambulance ambulances | хуткая хуткай хуткую | скорая скорой скорую | швидка швидкої швидку | karetk pogotow | اسعاف
treat | treat treated treatment cure healed | лячэн леч лячы вылеч | лечен лечи лечат вылеч | лікуван лікув вилік | leczen leczy wylecz | علاج عولج
widower | orphan orphans bereaved mourning mourn memorial-service condol | жалоб сірат памін | траур сирот помин соболезн скорб | жалоб сирот помин співчут | żałob sierot kondol | حداد ايتام عزاء
victimfam | dead! deceased fatalit perish perished killed | загінул памёр памерл нябожч ахвяр | погиб умер! умерл скончал покойн гибель гибели жертв | загин помер померл небіжч загибел жертв | zmarł zginę zginął ofiar śmierteln | متوفى ضحايا قتلى
die | die! dies died dying death deaths fatal | смерц памерці гіне | смерт умира гибнет | смерт помира гине | śmierć śmierci umiera giną | وفاه موت توفي
survive | survive survivor alive saved | выжыў выжыл жывы жывая | выжил выжив живой живы! жива! уцелел | вижив вижил живий живі жива уціл | przeży żyje ocala | ناج ناجون حي
scarf | shirt jacket trousers dress! cloth coat clothes clothing boots shoes shoe | адзен вопратк абутк куртк кашул | одежд обув куртк рубаш платье сапог | одяг одеж взутт куртк сороч плаття чоботи | ubran ubrań odzież buty butów kurtk koszul | ملابس ثياب حذاء
curtain | curtain curtains fabric cloth weave woven wove linen | фіранк занавес ткан тка! выткал ткаць | занавес штор ткань ткан ткать ткал соткал | фіранк штор ткан тканин ткала | firan zasłon tkan tkanin | ستاره قماش نسيج
bread | bread bakery baker bakers baked loaf loaves flour | хлеб хляб пекар булк мук! | хлеб пекар булк булоч мука муки! | хліб хлібо пекар булк борошн | chleb piekar bochen mąk mąki | خبز مخبز طحين
grain | grain wheat cereal corn maize harvest crop barley | збожж пшаніц зерне зерня кукуруз ураджа | зерно зерна зерн пшениц кукуруз урожай хлеба! | зерно зерна зерн пшениц збіжж кукурудз урожай врожай | zboż pszenic ziarn kukurydz plon | قمح حبوب ذره محصول
vegetable | potato potatoes vegetable apple apples fruit | бульб гародн яблык | картоф картош овощ яблок фрукт | картопл овоч яблук фрукт | ziemnia warzyw jabłk owoc | بطاطا خضار تفاح فاكهه
drink | drink drinks drank drunk alcohol vodka beer | піць піў піла п'ян алкагол гарэлк піва | пить пил! пила! пьян алкогол спиртн водк пива пиво | пити пив! п'ян алкогол горілк пиво пива | pić pił! pija alkohol wódk piwo | شرب كحول سكران
shelf | shelf shelves | паліц | полк! полки полок полках прилав стеллаж | полиц прилав | półk półki półek | رف رفوف
tent | tent tents tarpaulin shelter shelters camp camps | палатк намёт прытулк лагер | палатк тент! навес приют лагер убежищ | намет притулк табір табор укрит | namiot schronisk obóz oboz | خيمه خيام مخيم ماوى
homeless | homeless evict eviction evicted resettle relocat clearance | высял выселен бяздом перасял | высел бездом пересел снос! сносят | висел бездом пересел виселен | eksmi bezdom wysiedl przesiedl | تشريد اخلاء تهجير
demolish | demolish demoli raze razed bulldoz flatten excavat rubble ruins digger | знесл знос! руін бульдоз разбур экскават | снесл снос! руин бульдоз разруш экскават развалин | знесл руїн бульдоз зруйн екскават | zburz wyburz ruin! gruz buldoż koparka kopark | هدم جرافه انقاض ركام
floor | floor floors storey ground corridor stair stairs | падлог паверх калідор сходы! | пол! полу! этаж коридор лестниц | підлог поверх коридор сход! сходи | podłog piętr korytarz schod | ارض طابق ممر درج
plaster | plaster stucco paint painted brick bricks cement concrete | тынк фарб цэгл бетон цэмент | штукатур краск кирпич бетон цемент | штукатур тиньк фарб цегл бетон цемент | tynk farb cegł beton cement | جص دهان طوب اسمنت
furniture | table! tables! chair chairs desk cupboard drawer | стол! стала крэсл шаф! шафа шуфляд | стол! стола столе стул! стула шкаф ящик кресл | стіл! стола столі стілець стільц шаф! шафа шухляд крісл | stół stoł! stole krzes szaf! szafa szuflad | طاوله كرسي خزانه درج
tool | tool! tools! machine machines machinery equipment device | станок станк прылад абсталяв машын! машыны інструмент | станок станк оборудов прибор инструмент машин! машины! | верстат облад прилад інструмент | maszyn urządz narzęd sprzęt | اله الات معدات ادوات
oven | oven ovens stove furnace | печ! печы печк | печь печи печей печк | піч! печі печей пічк | piec! piece! pieca piecy piecu | فرن افران
wagon | cart wagon tractor plough plow ploughed | трактар плуг! ворыв разарал араць | трактор плуг! плугом распах пахот | трактор плуг! плугом розор орати | traktor ciągnik pług! pługiem zaora | جرار محراث
sensor | sensor sensors detector gauge thermomet meter! degrees temperature | датчык тэрмом градус тэмперат | датчик термом градус температур минус прибор | датчик термом градус температур мінус | czujnik termometr stopni! temperatur minus | مستشعر حراره درجه مقياس
tape | tape taped seal sealed sticker glued stuck | скотч заклеен наклеіл пячатк апячат | скотч заклеен заклеи наклеи опечат пломб запечат | скотч заклеєн наклеї опечат пломб запечат | taśm zaklej naklej plomb zapieczęt zaplomb | شريط لاصق ختم مختوم
parcel | parcel package packet pack! packs bundle box! boxes crate container | пакун пачк скрын кантэйнер | пачк пакет свёрток посылк короб ящик контейнер | пачк пакун пакет посилк короб скриньк контейнер | paczk pakun pudeł skrzyn kontener | طرد صندوق صناديق حاويه رزمه
post | postman postwoman postal mail! mailbox letterbox | пошт паштальён ліставанош | почт почтальон | пошт листонош | poczt listonosz | بريد ساعي
leaflet | leaflet leaflets flyer flyers poster posters placard sticker | улётк лістоўк плакат | листовк плакат ватман | листівк плакат | ulotk plakat | منشور منشورات ملصق
pension | pension pensions pensioner retire retired | пенсі пенсіянер | пенси пенсионер | пенсі пенсіонер | emerytur emeryt renta rentę | تقاعد معاش
scholarship | scholarship stipend grant! grants | стыпенд | стипенд грант! гранты | стипенд грант! | stypend | منحه
tax | tax taxes taxation audit auditor accountant | падатк падатак аўдыт | налог аудит бухгалт | подат податк аудит бухгалт | podat podatk audyt księgow | ضريبه ضرائب تدقيق
cost | expensive cheap dearer million-loss losses damages worth | каштар страты шкод | убыт ущерб дорож дорог! дешев стоил | збитк шкод дорож дорог! дешев | strat! straty szkod drogi! droższ tani | خسائر اضرار غالي
loan | loan loans credit borrow borrowed mortgage bank! banks | крэдыт пазык пазыч банк | кредит займ заем взаймы банк | кредит позик борг! банк | kredyt pożycz bank | قرض مصرف بنك
compensation | compensat reparation payout payouts payment payments allowance benefit | кампенсац выплат кампенсав | компенсац выплат возмещ пособи | компенсац виплат відшкод допомог | rekompens odszkodow wypłat zasił | تعويض تعويضات
bail | bail bond guarantee deposit | заклад! паручыц | залог залога поручит | застав порук | kaucj poręcz | كفاله
collect | collect collected donation donate donated raised-money fundrais chip chipped-in | сабрал збор! складал ахвярав данат | собрал сбор! сбора складыв пожертв скинул донат | зібрал збір! збору пожертв скинул склада | zebra zbiera zbiór składk złoży datk | جمع تبرع تبرعات
customer | customer shopper shoppers client clients buyer | пакупнік кліент пакупц | покупат клиент | покупц покупець клієнт | klient kupują nabywc | زبون زبائن مشتر
seller | seller vendor trader traders dealer merchant stall stalls | прадав гандляр гандлёв прылав | продав торгов торгу прилав | продав торгов торгів прилав | sprzedaw handlar handlow kupiec stragan | بائع باعه تاجر
businessman | entrepreneur contractor builder firm! supplier investor investors holding | падрадчык прадпрымал інвест холдынг | подрядчик предприним инвест холдинг застройщ | підрядник підприєм інвест холдинг забудов | wykonawc przedsiębior inwest holding deweloper | مقاول مستثمر
land | land! lands plot! plots pasture meadow field fields | зямл зямля выпас луг! пашы поле | земл участок! луг! пастбищ выпас поле поля | земл ділянк пасовищ луг! поле поля | ziemi grunt pastwis łąk pole! pola! | اراض قطعه مرعى حقل
herd | herd cattle cow cows livestock sheep goat goats pig pigs cattle-shed | стат! статак кароў карова карову скацін галоў авеч каз! свін | стадо коров скот! скота голов! овец овц коз! свин | череда корів корова худоб овець овець коза свин | bydł krów krowa krowy stad! stado owiec owc kóz świń | بقر ابقار ماشيه غنم
bird | bird birds chicken hen! hens poultry | птушк кура куры курэй | птиц кур! куры куриц | птах птиц кур! кури | ptak kur! kury kurcz | طير طيور دجاج
river-bank | bank! banks! stream lake pond reservoir strait canal channel | бераг азёр возер сажал канал праліў | берег озер пруд! водохран канал пролив | берег озер ставок водосхов канал проток | brzeg jezior staw! zbiornik kanał cieśnin | ضفه بحيره خزان قناه مضيق
mountain | mountain hill hills valley cliff rock rocks | гара гары! пагорк скал | гора горы! горах холм скал долин | гора гори! горах пагорб скел долин | gór! góra góry wzgórz skał dolin | جبل تل واد صخر
stone | stone stones limestone quarry quarri gravel sand! | камен камян кар'ер пяск | камен камн карьер щеб песок песк | камін камен кар'єр щебін пісок піск | kamie kamien kamień kamieniołom żwir piasek piask | حجر حجاره مقلع رمل
weather-heat | hot! heat heatwave warm sunshine | спёк гарач спякот | жара жару жары! жаркий зной горяч | спек жара жару гаряч | upał upały gorąc skwar | حر حراره ساخن
frost | frost frostbite frostbitten hypotherm freezing icy | мароз абмарож замерз | мороз обморож замерз переохл | мороз обморож замерз переохол | mróz mroz odmroż wychłod zamarz | صقيع تجمد برد
shine | dark darkness candle candles torchlight light | цемр цёмн свечк свечкі | темнот тёмн темн свеч свеча | темряв темн свічк свіч | ciemn świec świeczk | ظلام شمعه
sky | satellite satellites aerial aerial-photo orbit | спадарожнік спадарожніков | спутник спутников аэросъ | супутник супутников аерозн | satelit lotnicz | قمر صناعي اقمار
ship-sail | sail sailed captain skipper anchor bulk carrier coast-guard fisherman fishermen nets trawl | капітан якар рыбак рыбал сетк | капитан якор рыбак рыбац сети! балкер катер | капітан якір рибалк рибак сіті балкер човен човн | kapitan kotwic rybak rybac sieci! kuter | قبطان صياد شبكه صيد
signal | signal signals transmitter frequency network coverage reception telecom | сігнал сувяз перадатч сетк! | сигнал связь связи передатчик сеть! сети! | сигнал зв'язок зв'язку передавач мереж | sygnał łącznoś nadajnik zasięg sieć | اشاره شبكه ارسال
internet | internet online mobile web! traffic landline | інтэрнэт сеціва | интернет онлайн трафик мобильн | інтернет онлайн трафік мобільн | internet online sieci | انترنت شبكه
map | map! maps plan! plans drawing location coordinates pin! | карт! карта план! планы лакац каардын | карт! карта план! планы схем координ геолок локац | карт! мапа план! плани схем координ геолок локац | mapa map! plan! plany lokaliz pinezk współrz | خريطه مخطط موقع
phone-call | telephone phone! phones phoned called! rang ring! dialled | тэлефон патэлефан званок званіл звон | телефон звонок звонил позвон звонк | телефон дзвінок дзвонил подзвон зателеф | telefon dzwoni zadzwon połącz | هاتف اتصال اتصل
computer | server servers laptop laptops hard-drive disk disks | сервер ноўтбук камп'ютар | сервер ноутбук компьютер диск! | сервер ноутбук комп'ютер | serwer laptop komputer dysk | خادم حاسوب حواسيب
archive | archive archives index catalogue collection file! files! record records | архіў картатэк збор | архив картотек коллекц фонд! | архів картотек колекц фонд! | archiw kartotek kolekcj zbiory | ارشيف ارشيفات سجل
memory | memory remember remembrance memorial commemor | памяц памята | памят помнит вспомин | пам'ят пам'ята згад | pamię pamięt wspomn | ذاكره ذكرى
chalk | chalk drawing draw! drew drawn painting column columns | крэйд малюн | мел! мелом рисун рисов столбик | крейд малюн стовпч | kred! kredą rysun rysow malow | طباشير رسم
calendar | calendar date! dates diary journal logbook shift-book | каляндар дзённік журнал! | календар дневник журнал дат! даты | календар щоденник журнал дат! дати | kalendarz dziennik! dat! daty | تقويم يوميات
question | ask asked question! questions inquire | пытан спыта запыта | вопрос спрос спраш | запитан питан спита запита | pytan pytał zapyta spyta | سؤال سال
answer | answer answered reply replied respond response comment commented | адказ каментар | ответ отвеч откомм комментар | відповід відповів коментар | odpowie odpowiad komentar komentuj | جواب رد! اجاب تعليق
explain | explain explained reason reasons cause causes justification pretext excuse | тлумач патлумач прычын падстав абгрунт | объясн поясн причин повод! повода обоснов | поясн причин привод підстав обґрунт | wyjaśn tłumacz przyczyn powód powod uzasadn | سبب اسباب شرح مبرر
error | mistake mistakes error errors typo slip! technical discrepanc mismatch | памылк апіск разыход | ошибк описк опечатк расхожд несовпад | помилк описк розбіжн невідповід | błąd błęd pomył omyłk rozbieżn | خطا اخطاء
tell | tell tells told recount story stories | расказ паведам | расска сообща поведа | розпов повідом | opowiad opowie powiadom | حكى روى اخبر
claim | claim claims claimed assert allege alleged maintain version | сцвярдж версі заяў | утвержд верси заявл уверя настаива | твердж стверд версі заяв запевн наполяг | twierdz utrzymuj zapewni wersj oświadcz | ادعى زعم روايه
accuse | accuse accused accusation accuses allegation | абвінав вінаваці | обвин виноват винов | обвинув звинув винуват | oskarż zarzuc zarzut obwini | اتهام اتهم
insult | insult insults slander defame defamation disgrace discredit reputation | абраз паклёп зняваг рэпутац | оскорб клевет порочащ дискредит репутац порочи | образ! образи наклеп зневаг дискредит репутац | zniewa zniesław szkalow pomów obraz! obraża reputac dobre-imię imienia | اهانه تشهير سمعه
praise | award awards prize medal thank thanks thanked honour gratitude | узнагар падзяк прэм! прэмі | наград благодар преми! медал спасибо | нагород подяк премі медал дяку | nagrod podzięk dzięk medal | جائزه شكر تكريم
lose-job | unemploy jobless redundancy job! jobs! position! post-job vacancy vacancies vacanc hiring hire! hired | вакансі беспрацоў пасад працоўн наймае набірае | ваканс безработ должност набирает нанима | ваканс безроб посад найма набира | etat posad! posady bezrob zatrud wakat | وظيفه عاطل وظائف توظيف
union | union unions trade-union steward | прафсаюз саюз! саюзу суполк | профсоюз союз! союза | профспілк спілк | związek związk związkow | نقابه اتحاد
member | member members membership | сябры! сяброў сяброўств член! члены | член! члена члены членств | член! члени членств | człon członk członkos | عضو اعضاء
join | join joined belong belonged enrol | уступ далуч | вступ! вступил присоед | вступ! вступил приєдн | wstąp dołącz należ | انضم التحق
resign | resign resigned resignation quit! quits step-down stepped-down | звольн адстаўк сысці сышл | уволи увольн отставк ушла ушёл уход! уйти покинул | звільн відставк пішов пішла | dymisj zrezyg rezygn odesz odszed ustąpi | استقال استقاله
suspend | suspend suspended suspension leave-of-absence removed-from sideline | адхіл адстаран | отстран приостан отпуск | відстор призупин відпустк | zawies odsun urlop | علق ايقاف اوقف
appoint | appoint appointed successor replac new-head acting | прызнач замян намеснік | назнач замен заместит преемн | признач замін заступник | mianow powoła zastęp następc | عين تعيين خليفه نائب
boss | boss bosses manager managers management managing-director foreman chairman superior leadership | начальн кіраўн дырэкт старшын загадчы брыгадз | начальн руковод директор председат заведующ бригадир менедж шеф | начальн керівн директор голова! завідув бригадир керівницт | szef kierow! kierownik dyrek prezes przełoż zarząd przewodnicz brygadz | مدير رئيس مسؤول اداره
inspector | inspector inspectors inspectorate inspection inspect audit examiner | інспек правер рэвіз | инспек провер ревиз надзор | інспек перевір ревіз нагляд | inspek kontrol nadzór rewiz | مفتش تفتيش رقابه
expert | expert experts specialist forensic examination expertise analyst analysts | эксперт экспертыз спецыяліст аналітык | эксперт экспертиз специалист аналитик | експерт експертиз фахів спеціаліст аналітик | ekspert ekspertyz biegł specjalist analityk | خبير خبراء محلل
engineer | engineer engineers technician electrician mechanic fitter | інжын тэхнік электрык слесар | инженер техник электрик слесар механик | інженер технік електрик слюсар механік | inżyn technik elektryk ślusar mechanik | مهندس فني كهربائي
fault | fault faulty short-circuit malfunction breakdown defect defects | замыкан няспраў дэфект хіб | замыкан неисправ дефект полом авари | замикан несправ дефект полом аварі | zwarc usterk awari defekt | عطل خلل ماس
explosive | explosion explode exploded burst blew detonat grenade bomb bombs | выбух узрыв бомб гранат | взрыв взорв бомб гранат детон | вибух підірв бомб гранат детон | wybuch eksplod bomb granat | انفجار قنبله
petrol | petrol gasoline fuel canister canisters oil! diesel | бензін паліва каністр нафт | бензин топлив канистр нефт солярк | бензин пальн каністр нафт | benzyn paliw kanist ropa ropy | بنزين وقود نفط
suicide | suicide self-harm hanged hang! hanging | самагуб павесіў | самоубий суицид повесил | самогуб повісив | samobój powiesi | انتحار
insist-hunger | hunger-strike hunger starve starved fasting refuse-food eat! food! meals meal | галад галадоўк ежы! ежа | голодов голод еды! пищ питан | голодув голод їж! їжі харчув | głód głodów posiłk jedzen żywnoś | جوع اضراب طعام
isolation | solitary isolation isolator punishment-cell dungeon | карцар ізалятар ізаляц | карцер изолят шизо изоляц | карцер ізолят ізоляц | izolat karcer izolac | زنزانه انفرادي عزل
barrack | barrack barracks colony camp! | барак калоні казарм | барак колони казарм зон! | барак колоні казарм | barak koloni koszar | ثكنه معسكر
convict | convict convicts convicted inmate inmates prisoner prisoners serving | зняволен асуджан вязн | заключ осужд зэк зек узник арестант | ув'язн засудж в'язн засуджен | więzi więźn skaza osadz | سجين سجناء محكوم
quarantine | quarantine flu! influenza fever virus | карантын грып вірус | карантин грипп вирус | карантин грип вірус | kwarantann gryp wirus | حجر صحي انفلونزا
ill-treat | mistreat abuse abused humiliate humiliat insult beating cruel | здзек зневаж | издева унижа унижен жесток | знущан принижен жорсток | znęca poniż okrut | اساءه معامله اهانه
let | let! lets allow allowed allows permit permitted permission access | дазвол дазвал пусціл пускал пускаюць дапуск | разреш пусти пуск! пускают допуск впуст пропуст дозвол | дозвол пусти пуск! пускають допуск впуст пропуст | pozwol wpuś wpuszcz dopuś zezwol przepust | سمح اذن دخول
forbid | forbid forbidden ban! bans banned prohibit barred bar! may-not | забаран забарон | запре запрет запрещ | заборон забороня | zakaz zabron | منع حظر محظور
pass-card | pass! passes permit! permits turnstile badge! entry-card | пропуск турнікет прахадн | пропуск турникет проходн | перепустк турнікет прохідн | przepustk bramk legitym | تصريح بطاقه
checkpoint | checkpoint roadblock post! crossing barrier barriers | блокпост шлагбаўм пераход! памежн | блокпост шлагбаум переход! кпп погран | блокпост шлагбаум перехід! кпп прикордон | posterunek szlaban przejści rogatk punkt-kontrol | حاجز نقطه معبر
curfew | curfew curfews night-time | каменданц гадзін! | комендантск | комендантськ | godzin-policyj policyjn | حظر تجول
patrol | patrol patrols patrolling convoy escort escorted | патрул канвой суправадж | патрул конвой сопровожд | патрул конвой супровод | patrol konwój konwoj eskort | دوريه حراسه مرافقه
flee | flee fled escaped refugee fugitive runaway hiding hid! | уцёк уцякл схава хава | бежал сбежал убежал скрыва прят | втік втекл сховал перехов | uciek ucieczk ukry schowa | فر! هرب اختبا
follow | follow followed trace traced track tracked trail route | сачыл след! маршрут прасач | след! следил просле маршрут путь | стеж! стежил просте слід! маршрут шлях | śledz śledzi trop! trasa szlak | تتبع طريق مسار
search-for | look-for searching seek sought search | шука пошук | ищ! ищут искал поиск розыск | шука пошук розшук | szuka poszuk | بحث عن بحثوا
video-cam | camera cameras cctv lens photographed photographs photograph photos photo picture pictures snapshot | камер фота фатагр здым! здымак здымк | камер фото фотограф снимок снимк снят запис | камер фото фотограф знімок знімк запис | kamer zdję fotograf nagra | كاميرا صوره صور
broadcast | broadcast television tv! radio channel! film! films programme | тэлебач тэлевіз радыё канал! фільм | телевид телевиз радио телеканал фильм эфир | телебач радіо телеканал фільм ефір | telewiz radio! radia kanał! film! filmy | تلفزيون اذاعه قناه فيلم
post-online | online post! posted tweet comment shared share! views viewed viral subscriber | пост! допіс падзяліл прагляд | пост! поста запись! репост просмотр соцсет | допис пост! поширил перегляд соцмереж | wpis! wpisu wpisie post! udostęp odsłon obejrza | منشور مشاركه تغريده
announce | announce announced announcement declare declared statement proclaim | абвяс абвешч аб'яв заява | объяв заявлен заявил | оголос оголош заяв | ogłos ogłosz oświadcz poinform zapowie | اعلن اعلان بيان
decide | decide decided decision decisions resolution resolve ruling | рашэн вырашыл пастан | решен решил решит постановл приказ | рішен вирішил постанов наказ | decyz uchwał postanow zdecyd | قرار قرر
sue | court! trial tried hearing lawsuit appeal appellate tribunal | суд! суда судовы пазоў апеляц засядан | суд! суда судебн иск! иска апелляц заседан | суд! суду судов позов апеляц засідан | sąd! sądu sądow pozew apelac rozpraw proces! procesu | محكمه دعوى استئناف جلسه
judge-time | adjourn adjourned postponed next-hearing date-set | перанес адклад | перенес отлож | перенес відклад | odrocz przeło odłoż | تاجيل اجل
vote | vote voted votes voter voters voting ballot ballots poll polling | галас выбар бюлет прагалас | голос! голоса голосов проголос выбор бюллет избират | голос! голоси голосув проголос вибор бюлет виборч | głos! głosy głosów głosow wybor wybór przegłos | صوت اصوات تصويت اقتراع
observer | observer observers monitor monitors watchdog | назіральн | наблюдат | спостеріг | obserwat | مراقب مراقبون
result | result results outcome protocol protocols tally turnout | вынік пратакол яўк | результат итог протокол явк | результат підсум протокол явк | wynik protok frekwen | نتيجه نتائج محضر
opposition | opposition opponent opponents dissident critic critics | апазіц | оппозиц оппонент | опозиц опонент | opozyc przeciwni | معارضه معارض
party | party parties faction ruling-party | парты! партыя партыі фракц | партия партии фракц | партія партії фракц | parti! partia partii frakc | حزب احزاب
power | power! powers regime rule! rules ruler | улад! улада ўлад рэжым | власт режим | влад режим | władz reżim rządz | سلطه نظام حكم
governor | governor prefect head-of-region administrator | губернат | губернатор глава! главы | губернат голова | wojewod gubernat starost wójt burmistrz | محافظ حاكم والي
ombudsman | ombudsman commissioner envoy | амбудсм упаўнаважан | омбудсм уполномоч | омбудсм уповноваж | rzecznik! pełnomocn ombudsm | امين مظالم مفوض
deal | agree agreed agreement consent accord settle settled | згод пагад дамов | соглас договор соглаш | згод домов погод | zgod zgodzi porozum ugod | موافقه اتفاق
offer | offer offers offered propose proposed proposal suggest suggested | прапан | предлаг предлож | запропон пропон | propon propoz ofert | عرض اقترح
vow | pledge pledges pledged vow vowed guarantee assure assured | абяца гаранта | обеща гарант заверя | обіця гарант | obieca obiet zapewn gwaran przyrze | وعد تعهد ضمان
plan | plan planned plans intend intends intention going-to aim aims | намер плана план! збіра | намер планир планы собира | намір планує планув збира | zamierz planuj zamiar chce | يعتزم خطه
try | try tries tried attempt attempts effort | спроб спраб паспраб | попыт пыта пытал попроб | спроб намага | próbow próba próbę usiłow | حاول محاوله
succeed | succeed success manage managed achieve win! wins won! winner | поспех перамог выйгра | успе побед выигр удал | успі перемог виграл вдал | sukces wygra zwycię uda! udało | نجح فاز فوز
olympiad | olympiad contest competition tournament champion | алімпіяд конкурс спаборн | олимпиад конкурс соревнов турнир | олімпіад конкурс змаган турнір | olimpiad konkurs zawod! zawody turniej laureat | مسابقه اولمبياد
exam | exam exams grade grades diploma degree marks certificate | іспыт экзам дыплом адзнак | экзамен диплом оценк пятёрк зачёт аттест | іспит екзам диплом оцінк атестат | egzamin dyplom ocen świadect | امتحان شهاده
dormitory | dormitor hostel campus rector dean faculty | інтэрнат рэктар дэкан факульт | общежит ректор декан факульт институт вуз! вузы | гуртожит ректор декан факульт інститут виш! | akademik internat! rektor dziekan wydział | سكن جامعي عميد كليه
kindergarten | kindergarten nursery preschool creche playground | садок! дзіцячы | детсад садик сад! саду! дошкол | садок садка садку дитсад дошкіл | przedszkol żłob | حضانه روضه
expel | expel expelled expulsion exclude excluded struck-off | адлічы выключы выгнал выгна | отчисл исключ выгна | відрах виключ вигна | wydal relegow skreśl wyrzuc | طرد فصل استبعاد
take-out | lead! led-away taken-away drag dragged carried-out haul hauled driven-off | вывел вывез вынес забрал завез | вывел вывез вынес увез увёз забрал увели доставл | вивел вивез винес забрал повезл доставл | wywie wywióz wyprowadz zabra odwie | اقتاد نقل اخذ
bring | bring brought deliver delivered carry carries hand-over handed pass-on give! gave given gives | прынес прывез перада даў! далі дал! | принос принёс привез привоз перед! переда дал! дала дали! выда | принес привез переда дав! дала дали! вида | przyniós przywióz przywie przeka da! dał! dała dali! wyda | جلب سلم اعطى
receive | receive received get! gets got! obtain obtained | атрымл атрыма | получ | отрим одерж | otrzym dosta! dostał dostała dostali | تلقى حصل استلم
keep | keep keeps kept store! stored hold! holds storage | захоўв трыма | хран держ содерж | зберіг трима утрим | trzyma przechow | احتفظ ابقى
go | go! goes gone going went travel travelled trip journey drive drove | ехаць едзе ехал паех ідз ішл вандр | еха едет едут поех поезд! шёл! шли! идёт идут | їха їде їдуть поїха йшов йшли йде | jecha jedzie jadą podróż pojech iść idzie szedł | ذهب سافر رحله
turn-back | turn-back turned-back back! return returned | вярн назад завяр | верн возвра назад развер | верн поверн назад розвер | zawróc zawraca wróc wraca powrot | عاد رجع اعاد
stay | stay stays stayed remain remains remained live! lives lived | застац застал жыве жыл | остал остает остан жив! живет жили | залиш лишил живе жили | zosta mieszka | بقي ظل يعيش
sit | sit! sits sat! sitting lie-down lay! lying stand stands stood standing | сядз сядзел лёг! ляж ляг стаі | сид сидел лежа лег! лёг лечь стоя | сидів сиді леж! ліг! лягти стоя | siedz leż! leżą leży położy sto! stoi stał! | جلس وقف استلقى
fall | fall falls fell! fallen drop dropped collapse collapsed caved give-way gave-way | упаў упал абвал абрын | упал упасть пада обвал обруш рухн | впав впал упал обвал обруш | spad upad zawali runę runął | سقط انهار وقع
move | move moves moved moving shift shifted push pushed pull pulled | рух! руха перасун | двиг движ передв толка тян | рух! руха пересун штовх тягн | rusz ruch! przesu pcha ciągn | تحرك دفع سحب
hit | hit! hits strike! struck ram! rammed knocked collision collide run-over | збіў збіл удар наезд | сбил удар наезд столкн | збив збил удар наїзд зіткн | potrąc uderz zderz | صدم دهس ضرب
wash | wash washed clean cleaned cleaning washing | мыц мыла прыбіра чыст | мыть мыла убира чист очист | мити прибир чист очищ | myć mył! sprząt czyst oczyszcz | غسل نظف
wake | wake woke woken awake sleep-in | пабудз прачн | разбуд просн | розбуд прокин | obudz budzi | ايقظ استيقظ
see | see sees saw seen watch watched look! looks looked visible notice noticed | бача убач гляд | виде увид смотр замет глян | бачи побач дивил поміт гляд | widz zobacz patrz zauważ | راى شاهد لاحظ
speak | speak speaks spoke spoken talk! talked conversation interview | гутар размаўл | говор разговор беседа бесед! беседу поговор | говор розмов балак | mówi! rozmow rozmaw gada | تحدث تكلم حديث
silent | silent silence no-comment quiet | маўч цішын | молч тишин | мовч тиш! тиша | milcz cisz! cisza | صمت سكوت
believe | believe believes believed think! thinks thought opinion convinced sure! | верыць думае лічыц упэўн | верит верю! думает дума! счита увер | вірить думає дума! вважа впевн | wierz myśl uważ sądzi przekon | يعتقد راي مقتنع
hope | hope hopes hoped expect expected expects | надзе спадзя чака | надежд надея ожида ждать ждут ждет | наді сподів чека очіку | nadziej oczeku spodziew czeka | امل انتظر
angry | angry anger outrage outraged indignant complain complained complains complaint | злы! абуран скардз скарг | возмущ злость гнев жалуют жалоб жалов | обурен гнів скарж скарг | oburz gniew złoś skarż skarg | غضب شكوى اشتكى
shame | shame ashamed regret regrets sorry apolog apologise | сорам шкад прабач выбач | стыд сожал жале извин прощ | сором шкод жаль вибач | wstyd żał! żałuj przepr | اسف اعتذار ندم
happy | happy glad joy! smile smiled laugh laughed | рад! рады радас усмех смяя | рад! рады радост улыб смея | рад! раді радіс усміх сміял | cieszy rado! radoś uśmiech śmia | فرح سعيد ضحك
flower | flower flowers wreath garden gardens | кветк вянок сад! саду | цвет! цветы цветов венок сад! | квіт вінок сад! саду | kwiat wieniec ogród ogrod | زهور حديقه
game | game games football match! player team! teams sport | гульн матч! футбол каманд спорт | игр! игра матч! футбол команд! спорт | гра! гри матч! футбол команд! спорт | gra! gry mecz piłk drużyn sport | لعبه مباراه فريق
tomorrow | tomorrow day-after yesterday today | заўтра учора сёння паслязаўтра | завтра вчера сегодня послезавтра | завтра вчора сьогодні післязавтра | jutro wczoraj dziś dzisiaj pojutrze | غدا امس اليوم
fast | fast! quick quickly suddenly sudden unexpected without-warning | хутк раптоўн раптам нечакан | быстр внезап вдруг неожид | швидк раптов раптом несподів | szybk nagl niespodz | سريع فجاه
early | early beforehand in-advance previously before-that | раней загадзя | ранее заранее раньше накануне | раніше заздалег напередод | wcześn uprzedni | سابقا مسبقا
double | twice double doubled half! halves third! thirds quarter | удвая палов трэц чвэрц двойч | вдвое половин трет четверт дважды вдвое двойн | вдвічі удвічі половин третин чверт двічі | dwukrot podwój połow trzeci ćwier dwa-razy | ضعف نصف ثلث ربع
whole | whole entire all-of complete completely total totally | цалкам увесь поўнасц | целик полност весь вся | цілком повніст увесь | całk cały cała pełn | كامل كليا
majority | majority most-of minority few! several | большас меншас | большинств меньшинств | більшіст меншіст | większoś mniejszoś | اغلبيه اقليه
share | per-cent percent percentage share! proportion | адсотк працэнт | процент дол! доля доли | відсот частк | procent odset udział | نسبه مئه
record-paper | receipt receipts note! notes certificate written-proof slip-paper paper! papers! | расписк паперк папер даведк | расписк справк бумаг бумаж квитанц | розписк папір папер довідк квитанц | pokwitow papier zaświad kwit | ايصال ورقه اوراق شهاده
instruct | instruct instructed tell-to command commands commanded | загад загадал | веле велел приказ распоряд | наказ звелі розпоряд | kaza! kazał kazali polec rozkaz | امر! اوامر تعليمات
wage-time | shift shifts overtime working-hours | змен! змена змену | смен! смена смену сверхуроч | змін! зміна зміну понаднор | zmian! zmiana zmianę nadgodz | مناوبه ساعات
safe-box | safe! treasury vault locker | сейф | сейф | сейф | sejf skarb | خزنه
tailor | tailor seamstress sewing sew! sewed sewn thimble needle | шва! швачк шыц шые кравец | швея швеи шить шила портн наперст | швачк шити шила кравец наперст | szwacz szwal szyć szyła krawc krawiec naparst | خياط خياطه
driller | driller drilling miner miners pit! shaft seam! underground | праходчык шахцёр шахт | проходчик горняк шахтёр шахтер шахт забой | прохідник гірник шахтар шахт | górnik sztygar szyb! kopaln | عامل منجم حفار
tanner | tannery leather chemical chemicals chrome hydrogen sulphide nitrate nitrates emission discharge | хімі выкід нітрат | химич хими сероводор нитрат выброс сброс | хіміч хімі нітрат викид скид сірковод | garbar chem! chemik chrom azotan zrzut emisj | مدبغه كيميائي نترات
landfill | landfill dump! rubbish garbage trash refuse-dump litter | смецц сметн звалк адход | мусор свалк отход полигон | сміт сміття звалищ відход полігон | śmiec śmiet wysypisk odpad | نفايات مكب قمامه
bus-stop | stop! station platform metro underground subway tram | прыпын метро станц трамв | остановк метро станци трамва | зупинк метро станці трамва | przystan! metro stacj tramwaj | محطه مترو
cyclist | cyclist bicycle bike! bikes pedestrian pedestrians jeep offroad suv! | веласіп пешаход джып | велосипед пешеход внедорож джип | велосипед пішохід позашлях джип | rower pieszy piesi terenów | دراجه مشاه
border-guard | border borders frontier customs guard-border | мяж! мяжа межы памежн мытн | границ погранич погран тамож | кордон прикордон митн | granic pogranicz celn | حدود جمارك
migrant | migrant migrants asylum immigrant foreigner foreigners | мігрант бежан іншазем | мигрант беженц иностран | мігрант біжен інозем | migrant uchodź cudzoziem azyl | مهاجر لاجئ اجنبي
smuggle | smuggl contraband traffick theft steal stole stolen rob robbed loot looted thief | крадз скрал скрад рабав кантрабанд | украл краж крад! краден граб контрабанд вор! воры | вкрал крад! краден краді грабу контрабанд | kradz ukrad skradz grabi rabun przemyt | تهريب سرقه نهب
deceive | deceive fraud fraudulent swindle trick tricked cheat | ашук махляр падман | мошенн обман аферист подлог фальсиф | шахрай обман ошук фальсиф | oszust oszuk fałsz | احتيال تزوير خداع
`;

/** The concept, then its words in English, Belarusian, Russian, Ukrainian, Polish and Arabic. */
export const lifeRows: readonly (readonly string[])[] = lines
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
