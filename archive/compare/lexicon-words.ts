/**
 * Everyday words of what is documented, in the same six languages and by the same rules as the field's own
 * (`lexicon-data.ts`), a line for each: two accounts seldom choose the same word for a thing. They only help to see that
 * passages tell of the same; none of them is counted. A line with the name of a concept of the field has more words for it.
 */
const lines = `
wife | wife wives widow spouse | жонк жонц удав | жена! жены! жене! жену! женой супруг вдов | дружин вдов | żon żeni wdow | زوجه ارمله
husband | husband | муж! мужа! мужу мужам | муж! мужа! мужу! мужем! мужья | чоловіка! чоловіком | mąż męża mężow małżon | زوج!
parent | parent | бацьк бацьк | родител | батьк | rodzic | والد والدين اهالي
grand | grandmother grandfather grandson granddaughter | бабул дзядул унук | бабушк дедушк внук внуч | бабус дідус онук | babci dziad! wnuk | جده جدي حفيد
neighbour | neighbour neighbor | сусед | сосед | сусід | sąsiad | جار! جيران
friend | friend mate! | сябр прыяц | друг! друга! друзья друзей друзьям приятел | друг! друзі друзів приятел | przyjac znajom | صديق اصدقاء
veteran | veteran elderly pensioner | ветэран пенсіянер пажыл | ветеран пенсионер пожил | ветеран пенсіонер літн | weteran emeryt starsz | متقاعد مسن مسنين
guest | guest visitor tourist | гасц турыст | гость гости! гостей турист | гост турист | gość gośc turyst | سائح سياح ضيف
crowd | crowd throng | натоўп | толп | натовп | tłum | حشد حشود
birth | birth midwi matern newborn | радзіл роддом акушэр парод | роддом родильн акушер роженин | пологов акушер породіл | porod położn noworod | ولاده قابله توليد
funeral | funeral burial buried bury mourn | пахаван хаваюц жалоб | похорон хорон траур | похорон хован жалоб | pogrzeb pochowa żałob | جنازه دفن تشييع
cemetery | cemeter graveyard | могілк | кладбищ | кладовищ цвинтар | cmentarz | مقبره مقابر
sleep | sleep slept bed! beds! mattress | спаць спал ложак ложк матрац | спать спал! спали ночу кроват койк матрас мат! маты! матах | спати спали ліжк матрац | spać spał spali łóżk materac nocuj | نام ينام سرير اسره فراش
food | eat! ate! eaten meal meals | есць! елі! ежа ежы | есть! ели! кормят корм | їсти їли їж | jedz jedli posił | ياكل وجبه
cold | cold freez frozen | холад халод мароз | холод мороз замёрз замерз | холод мороз замерз | zimn mróz mroz | برد بارد تجمد
heat | heat heating heated boiler radiator | ацяпл кацёл катл батарэ | отопл котел котл батаре топит | опален котел котл батаре | ogrzew kocio kotł grzejn | تدفئه سخان
snow | snow ice! icy | снег сняг лёд лёду | снег снегу лёд льд | сніг снігу лід! льод | śnieg śniegu lód lod | ثلج ثلوج جليد
rain | rain rains storm | дажд бур! бура навальн | дожд ливен бур! буря шторм | дощ злив бур! буря | deszcz burz ulew | مطر امطار عاصفه
drought | drought dry! | засух сух! | засух сух! | посух сух! | susz such! | جفاف
summer | summer | лета! летам летн | лето лета! летом летн | літо літа! влітк | lato lata! latem letni | صيف
winter | winter | зіма зімы зімой зімов | зима зимы зимой зимн | зима зими взимку зимов | zima zimy zimą zimow | شتاء
fire | burn burnt burned flame smoke ash! ashes! torch | гарэ згарэ палаў полым дым! спаліў падпал | горел горит сгоре плам дым! дыма! сжег поджёг поджог | горіл згорі полум дим! спалил підпал | palił spłon płoną płomie dym! dymu podpal | احترق حريق لهب دخان احرق
firefighter | firefight rescuer fireman firemen | пажарн ратавальн | пожарны пожарник спасател огнебор | пожежник рятувальн вогнебор | strażak ratowni | اطفاء منقذ
boat | ship ships vessel crew deckhand sailor boat boats ferry ferries | карабл судна экіпаж матрос паром | корабл судно суда! экипаж матрос паром катер | корабел кораб судно екіпаж матрос пором катер | statek statk załog maryna prom! promy! | سفينه قارب عباره بحار طاقم
port | port! harbour harbor quay pier dock dock! docks terminal wharf | порт! порта! прычал прыстан | порт! порта! порту! причал пристан | порт! порту! причал пристан | port! portu! przysta nabrzeż | ميناء مرفا رصيف
island | island | востраў востав астраў | остров | острів остров | wysp | جزيره جزر
sea | sea! seas! coast shore beach | мора моры узбярэж пляж бераг | море! моря! морск побереж берег пляж | море! моря! морськ узбереж берег пляж | morze morza morsk wybrzeż brzeg plaż | بحر ساحل شاطئ
plane | plane aircraft airport flight helicopter | самалёт аэрапорт верталёт | самолет аэропорт вертолет рейс! | літак аеропорт гелікоптер вертол | samolot lotnisk śmigłow | طائره مطار مروحيه
driver | driver | кіроўц шафёр вадзіц | водител шофер | водій водія водії шофер | kierowc szofer | سائق
wheel | wheel tyre tyres tire! tires! | кола! колы! шын | колес шины! шин! покрышк | колес шини! шин! | koło! koła! opon | اطار! اطارات عجله
key | key! keys! lock! locks! | ключ замок замк | ключ замок! замки замк | ключ замок! замк | klucz zamek! zamk | مفتاح مفاتيح قفل
cargo | cargo freight goods load loaded loading | груз тавар | груз товар погруз | вантаж товар | ładun towar załadow | حموله شحن بضائع
truck | van! vans! truck lorry lorries tanker minibus autozak | аўтазак грузав лесавоз цыстэрн мікрааўт | автозак грузовик лесовоз цистерн фургон | автозак вантажів фургон цистерн лісовоз | furgon ciężarów cystern więźniark | شاحنه صهريج حافله
gate | gate! gates! entrance entry | брам варот уваход | ворот! ворота вход! входа! входу! | ворот! ворота брам вхід! входу | bram wejści | بوابه مدخل
roof | roof ceiling | дах! даху страх! страха | крыш кровл потол | дах! даху стел | dach! dachu dachow sufit | سقف
cellar | cellar basement | падвал склеп | подвал погреб | підвал льох | piwnic | قبو
yard | yard courtyard | двор! двара двары | двор! двора! дворе! дворы! | двір! двору! дворі! подвір | podwórz dziedzin | ساحه فناء
hall | hall! halls! gym stage auditorium | зала зале спартзал клуб | зал! зала! зале! спортзал клуб! клуба | зал! зала! залі! спортзал клуб! | sala! sali! salę gimnast | قاعه صاله
kitchen | kitchen kitchens canteen cafe restaurant | кухн сталов кавярн | кухн столов кафе ресторан | кухн їдальн кафе ресторан | kuchn stołówk kawiarn restaurac | مطبخ مطعم مقهى
song | song sing singer sang choir chorus chorist music concert | песн спяв хор! хору канцэрт музык | песн поет поют певц певец хор! хора! хору! хорист хормейст концерт музык репетир | пісн співа хор! хору концерт музик | pieśń pieśni piosen śpiew chór koncert muzyk | اغنيه غناء موسيقى كورال
theatre | theatre theater actor play! | тэатр акцёр | театр актер спектакл | театр актор вистав | teatr aktor spektakl | مسرح ممثل
museum | museum monument memorial exhibit | музе помнік выстав | музе памятник мемориал выстав | музе пам'ятник памятник виставк | muzeum muzea pomnik wystaw | متحف نصب معرض
flag | flag banner emblem | сцяг сьцяг | флаг знамя знамен баннер | прапор стяг | flag! flagi sztandar | علم! اعلام راي
print | print printed printer printers press! | друкар друкав | типограф печат | друкар друкув | drukar druk! | مطبعه طباعه
copy | copy! copies circulation edition | экзэмпляр наклад тыраж | экземпляр тираж копи | примірник наклад тираж | egzemplarz nakład | نسخه نسخ!
editor | editor | рэдактар рэдакцы | редактор редакци | редактор редакці | redaktor redakcj | محرر تحرير
newspaper | weekly weekly's magazine newspaper | тыднёвік часопіс газет | еженедельник журнал! журнала газет | тижневик часопис газет | tygodnik czasopis gazet | اسبوعيه صحيفه جريده مجله
company | company companies firm! firms! enterprise business concern | кампані фірм прадпрыемств | компани фирм предприяти комбинат | компані фірм підприємств комбінат | firma firmy firmę spółk przedsiębiorst | شركه شركات مؤسسه
owner | owner owns owned belong landlord employer proprietor | уладальн гаспадар належ | владел хозяи собственник принадлеж | власник господар належ | właściciel należy należą | مالك صاحب يملك
contract | contract contracts order orders deal! agreement lease | кантракт дагавор арэнд пагаднен | контракт договор аренд заказ соглашени | контракт договір договор оренд угод | kontrakt umow najem | عقد! عقود ايجار
buy | buy! bought sell! sold sale | купіц купіў прада | купил купит прода | купи прода | kupi sprzeda | اشترى باع بيع
price | price cost! costs! fare! fares! fee! | цана цэны кошт каштуе | цена цены ценам стоит стоимост | ціна ціни кошту варт | cena ceny koszt | سعر اسعار تكلفه
debt | debt owe! owed! unpaid arrears | доўг даўг запазыч | долг! долги долж задолж | борг заборг | dług zadłuż zaległ | دين! ديون متاخر
pay | wage wages salary salaries pay! paid! bonus income earnings | зарплат заробак аклад аплат даплат | зарплат зарабо жаловани надбавк премии доплат выплат получк | зарплат заробіт доплат виплат платн | pensj płac wynagrodz dodat! dodatek dodatk zarob | راتب رواتب اجر اجور علاوه
bribe | bribe corrupt | хабар карупц | взятк коррупц | хабар корупц | łapówk korupc | رشوه فساد
lack | lack shortage short! scarce | недахоп не! бракуе | нехватк недостат хватает хватит дефицит | нестач бракує вистач дефіцит | brak! brakuje niedob | نقص شح
reduce | cut! cuts! reduc lower lowered | скарач скараціл зніз | сократи сокращ сниз уреза | скоро скоротил зниз | obcię obniż zmniejsz zredukow cięci | خفض تقليص
raise | raise raised increas rise! risen rose! | павял павыс рост! | повыси увелич рост! вырос | підвищ збільш зріс | podnie podwyż wzrost wzros | رفع زياده
supply | suppl stock stocks reserve deliver | запас пастаў забесп | запас постав снабж | запас постач | zapas dostaw zaopatrz | مخزون امداد
dismiss | dismiss sack! sacked fired! redundan layoff | звальн звольн скарочан | увол сокращени выгна уволь | звільн скорочен | zwoln zwaln wypowiedzeni | فصل! طرد اقاله
farm | farm! farms! field! fields! harvest crop | поле палетк ураджай ферм | поле! поля! полях урожай ферм | поле! поля! урожай ферм | pole! pola! gospodarst zbior farm | مزرعه حقل محصول
animal | cow! cows! cattle horse dog! dogs! sheep goat | каров жывёл конь сабак | коров скот! животн лошад собак овц | коров худоб тварин собак | krow bydł zwierz koń! pies! psy! owc | بقره ماشيه حيوان كلب
fish | fish fishing fisher | рыб! рыба рыбал рыбак | рыб! рыба рыбал рыбак | риб! риба рибал | ryb! ryba ryby wędkar | سمك صيد
tree | forest forester wood! woods! timber tree trees oak oaks log! logs! logging | лес! лесу леснік ляснік драўнін дрэв дуб! дубы дубоў пушч | лес! леса! лесу! лесник древесин дерев дуб! дубы бревн | ліс! лісу! лісник деревин дерев дуб! дуби | las! lasu! leśni drew drzew dąb! dęby | غابه خشب اشجار شجره
fell | fell! felled felling chop logging cut-down | высек высяк спілоў вырубк | выруб рубк спил | вируб рубк спилю | wycin wycię wyrąb | قطع!
poison | poison pollut contamin waste toxic sewage | атрут забрудж адкід | отрав загрязн отход ядовит | отруєн забрудн відход | zatru skaż zanieczyszcz odpad truc | تسمم تلوث نفايات سام
sample | sample samples test! tests! analys measur | проб! пробы аналіз вымяр | проб! пробы анализ замер измер | проб! проби аналіз вимір | prób próbk analiz pomiar | عينه فحص تحليل
limit | limit norm! exceed threshold | норм перавыш ліміт мяж! | норм! нормы превыш лимит предел | норм! норми перевищ ліміт меж! | norm! normy przekrocz limit | حد! تجاوز معيار
medicine | medicine medicines drug! drugs! pharmac insulin bandage tablet medic | лек! лекі леках аптэ медыкам інсулін | лекарств медикамент аптек инсулин бинт | лік! ліки ліків медикамент аптек інсулін бинт | lek! leki leków leków aptek medykament insulin | دواء ادويه صيدليه انسولين
disease | disease illness ill! sick sickness epidemic infection virus | хвароб хвор эпідэм | болезн болен больн заболе эпидем | хвороб хвор епідем | chorob chory chora epidem | مرض مريض وباء
hospital | infirmar hospital ward! wards! clinic | шпітал лазарэт бальніц | лазарет больниц госпитал палат | лазарет лікарн шпитал | szpital lazaret przychodn | مستشفى مستوصف عياده
guard | guard guards watchman watchmen warder | ахоўн вартаў вахц канваір наглядч | охранник сторож вахтер конвоир надзирател | охорон сторож вартов конвоїр наглядач | strażni ochroniar dozorc wartown | حارس حراس سجان
mask | mask masks masked balaclav hood hooded helmet | маск! масках балаклав шлем | маск балаклав капюшон шлем | маск! масках балаклав шолом | mask! maski kominiark hełm kask | قناع ملثم خوذه
uniform | uniform badge badges plainclothes plain-clothes insignia | форм! форме уніформ цывільн | форма! форме! формы! штатск погон | форма! формі! уніформ цивільн | mundur umundurow cywil | زي! شاره مدني
baton | baton truncheon club! clubs! cudgel | дубінк кій | дубинк палк | кийк кийок палиц | pałk pałek | هراوه عصا
tie | handcuff tied! bound! tape wire rope | кайданк звяза вяроўк дрот | наручник связа веревк проволок скрут скотч | кайданк наручник зв'яза звяза мотузк дріт дрот скрут | kajdank związa sznur drut | قيد! اصفاد مكبل
barracks | barrack base! bases! garrison unit! | казарм гарнізон частк | казарм гарнизон часть! части! | казарм гарнізон частин | koszar garnizon jednost | ثكنه قاعده
conscript | conscript mobilis mobiliz draft! recruit enlist | прызыў мабіліз | призыв мобилиз повестк новобран | мобіліз призов повістк | pobor mobiliz rekrut | تجنيد تعبئه
occupy | occup invader | акупа | оккуп захватч | окуп загарб | okup najeźdź | احتلال محتل
negotiate | negotiat ceasefire truce | перамов перамір | переговор переми | перемов перемир | negocj rozejm rokowa | تفاوض هدنه
message | message messages post! posts! posted comment tweet diary | паведамлен допіс камент пост! | сообщени пост! посты коммент дневник | допис повідомлен комент | wiadomoś komentarz wpis! wpisy dziennik | رساله رسائل منشور تعليق
video | record recorded recording footage video audio tape | запіс запісал | запис запись | запис | nagra | تسجيل سجل
lesson | lesson lessons class! classes! lecture lectur | урок лекцы клас! класе заняц | урок лекци класс! классе занят | урок лекці клас! класі занят | lekcj klas! klasy klasie zajęci wykład | درس دروس حصه محاضره
textbook | textbook | падручн | учебник параграф | підручник | podręcznik | كتاب
historian | historian history | гісторы гісторык | истори историк | історі історик | histor | تاريخ مؤرخ
chemist | chemist chemistry physic | хімік хімі фізік | хими химичк физик | хімі фізик | chemi fizyk | كيمياء فيزياء
admit | admit admitted confess plead pleaded acknowledg | прызна | призна | визна | przyzna | اعترف اقر
guilt | guilt guilty innocen blame blamed blames | він! віна віны вінав | вин! вина вины винов винит | вин! вина вини винув | win! wina winy winn obwinia | ذنب مذنب بريء
proof | proof evidence prove proved | доказ давяд | доказ улик довод | доказ довод | dowód dowod | دليل ادله
sentence | verdict sentence sentenced judgment ruling convicted | прысуд вырак прысудз | приговор вердикт присуди | вирок присуд | wyrok skaza zasądz | حكم ادانه
complaint | appeal appealed complaint lawsuit sue! sued! | скарг апеляц | жалоб апелляц иск! | скарг апеляц позов | skarg apelac pozew pozw odwoł | شكوى استئناف دعوى
prison | prison colony penal jail jailed behind-bars bars! | калоні турм | колони лишени изолятор тюрем тюрьм сизо | колоні слідч ізолятор в'язниц вязниц | więzi kolonii areszt | سجن مستعمره زنزانه
lie | lie! lied! lies! false fake untrue fabricat | хлус фэйк няпраўд | лож! ложь врал врут фейк неправд | брех фейк неправд | kłam fałsz nieprawd | كذب زيف
refuse | deny denies denied reject rejected refute | адмаўл абверг адхіл | отрица опроверг отверг | запереч спростув відкин | zaprzecz odrzuc dementu | نفى انكر رفض
secret | secret hide hidden conceal cover-up | таямн схава сакрэт | тайн скры секрет спрят | таємн прихов секрет схов | tajn ukry sekret | سر! سري اخفى
fear | fear afraid scared frighten | страх! баяц баім спалох | страх! боит боят боюсь испуг | страх! боїт бояв злякан | strach boją bał! bała przestrasz | خوف خائف
cry | cry! cried weep wept tear! tears! | плака плач слёз | плака плач слез | плака плач сльоз | płaka płacz łzy łez | بكى دموع
shout | shout shouted chant slogan scream | крыча крык лозунг скандав | крича крик лозунг скандир | крича крик гасл скандув | krzycz krzyk hasł skandow | صرخ هتف شعار
leave | flee fled! escap run! ran! | уцяк уцёк збег | бежал сбежал убежа | втік втекти утік | uciek ucie zbieg | هرب فر!
stop | stop stopped halt pull-over intercept | спыні спынял затармаз | останов тормоз | зупин | zatrzyma stan | اوقف توقف
take | carry carried haul deliver transport brought bring took-away loaded | вёз везл вывоз вывез прывез перавез дастав | везл вывоз вывез привез увоз увез достав | везл вивоз вивез привез достав | wiozł wywoz wywiez przywiez dostarcz przewiez | نقل حمل
throw | throw threw thrown hurl toss | кіну кіда шпурл | броса брос кину швыр выброс | кину кида жбур викин | rzuc cisną wyrzuc | رمى القى
break | broke! broken! break smash smashed shatter crush | разбі злам пабі пабіл | разби слома разлом | розби злама | rozbi złam stłuk | كسر حطم
cut | sever severed slash cut! pierce | парэза перарэза прабі прарэза | перереза прореза порез прокол | переріза проріза поріза прокол | przeci poci przebi | قطع طعن
drown | drown drowned drowning | тану патану утап | утону утоп тонул | потону утопи втопи | uton utop topi | غرق
build | build built construct building-site | будав будаўн пабуд | строи постро строит | будува побуд будівн | budow zbudow | بنى بناء تشييد
repair | repair repairs repaired renovat fix! fixed mend | рамонт адрамант | ремонт починк починит | ремонт полагод | remont napraw | اصلاح ترميم
find | find! finds! found! discover | знайшл знайдз выяв | нашл найд найден обнаруж | знайшл знайд виявл | znalaz znaleź odkry | وجد عثر اكتشف
loss | lose! loses! lost! losing loss losses | страц губл страт | потер теря лишил лишит утрат | втрат втрач губл | strac utrac traci | فقد خسر
count | count counts counted tally reckon estimat | падліч наліч ацэнь ацэн | подсчит насчит считает оцен посчит | підрах нарах оціню оцін | policz doliczy szacuj oblicz naliczy | احصى عدد! قدر
check | check checked inspect verify | правер інспекц | провер инспекц | перевір інспекц | sprawdz kontrol inspekc | فحص تفتيش
candidate | candidat | кандыдат | кандидат | кандидат | kandydat | مرشح
ballot | ballot polling turnout | бюлет яўк участк | бюллетен явк участок! участке | бюлетен явк дільниц | karta-do urn! urny frekwenc lokal-wyb | اقتراع صندوق
oath | oath pledge loyalty loyal allegiance declaration | прысяг вернасц лаяльн дэкларац | присяг верност лояльн деклараци клятв | присяг вірніст лояльн деклар | przysięg lojaln wiern deklarac | قسم! ولاء يمين
signature | petition signatures open-letter appeal | петыц зварот подпіс | петици обращени подпис | петиц зверн підпис | petyc apel! podpis | عريضه توقيع التماس
support | support solidarity backing back! backed | падтрым салідар | поддерж солидар | підтрим солідар | poparci wspar wspier solidar | دعم تضامن
defend | defend defence defense protect | абарон абарань | защит защищ оборон | захист оборон | obron broni chroni ochron | دفاع حمايه
demand | demand demands insist require | патрабав дамаг настойв | требов требу настаив | вимаг наполяг | żąda domaga wymaga | طالب مطلب
warn | warn warned warning caution alert | папярэдж папярэдз | предупре предостере | попередж | ostrze uprzed przestrze | حذر تحذير انذار
fine | punish penalt fined fine! | пакаран штраф | наказ! наказан штраф | покаран штраф | kara! kary! karę ukara grzywn mandat | عقوبه عقاب غرامه
begin | begin began start started launch | пача распач | нача старто | поча розпоч | zacz rozpocz początk | بدا انطلق
end | end! ended ends! finish over! | скончы завярш канец канца | законч конч конец! конца! заверш | закінч заверш кінец кінц | koniec końc skończ zakończ | انتهى نهايه
continue | continu go-on keep! kept | працяг | продолж | продовж трива | kontynu trwa | استمر واصل
cancel | cancel cancelled called-off postpone delay delayed terminat revoke | скасав адклад адмен растарг | отмен отлож расторг аннулир перенес | скасув відклад розірва перенес | odwoła odłoż opóźn anulow rozwiąza zerwa | الغى اجل تاخير
priest | priest monk pastor bishop | святар ксёндз манах | священник монах пастор епископ | священник монах пастор єписк | ksiądz księd ksież mnich biskup pastor | كاهن راهب قس
embassy | embass consul diplomat ambassad | амбасад пасол консул | посольств посол! консул дипломат | посольств посол! консул | ambasad konsul dyplomat | سفاره سفير قنصل
passport | passport visa visas | пашпарт віз! візы | паспорт виза! визы | паспорт віза! візи | paszport wiza! wizy | جواز تاشيره
exile | exile deport expelled expuls | выгнан дэпарт выслал | изгнан депорт высла выслан | вигнан депорт | wygna deport wydal | نفي! ترحيل
light | light! lights! lamp lamps dark darkness | святло святл лямп цемр | свет! света! ламп темнот | світло світл ламп темр | światł lamp ciemn | ضوء مصباح ظلام
cable | cable cables wire! wires! line! loudspeaker aerial | кабел провад дрот | кабел провод! провода! антенн | кабел дріт дроти провод | kabel kabl przewód przewod | كابل سلك
glasses | glasses spectacle | акуляр | очки очков | окуляр | okular | نظار
blanket | blanket clothes clothing coat shoes | коўдр адзен вопратк | одеял одежд одеж пальто | ковдр одяг | koc! koce! odzież ubrani płaszcz | بطاني ملابس
market | market! markets! bazaar stall | рынак рынк кірмаш | рынок рынк базар | ринок ринк базар | targ! targi targow rynek rynku bazar | سوق! اسواق
holiday | holiday festiv celebrat anniversar | свят! свята юбіле | праздник юбиле празднич | свят! свято ювіле | święt rocznic uroczyst | عيد احتفال ذكرى
teacher | teacher teachers pedagog lecturer headmaster headteacher | настаўні педагог выклад дырэктар | учител педагог преподав | вчител учител педагог викладач | nauczyciel pedagog wykładow grona | معلم مدرس استاذ
warehouse | warehouse depot storage store! | склад! склада сховішч | склад! склада! складе хранилищ | склад! складу! сховищ | magazyn skład! składu | مستودع مخزن
pipe | well! wells! tap! taps! pipeline pipe! pipes! water-main | студн калодз трубаправод вадаправод | колод скважин водопровод труб | колодяз криниц водопровід водогін водопровод труб | studn wodociąg rurociąg rur! | بئر ابار انبوب
mine | coal colliery open-cast | вугал шахт | угол! угля уголь шахт | вугілл шахт | węgiel węgl kopal | فحم منجم
block | blockade block! blocked barricad cordon | блакад перакры барыкад | блокад перекры баррикад оцеп | блокад перекри барикад | blokad zablokow barykad | حصار حاجز
alone | alone lonely | адзін-адн самот | одинок | самотн | samotn | وحيد
empty | empty vacant bare! | пуст! пустыя парожн | пуст! пустые пусто | порожн пуст! | pust | فارغ خالي
contact | contact touch! reached! reachable | сувяз | связ | зв'язок звязок зв'яз звяз | kontakt łącznoś | تواصل اتصال
night | midnight night nights overnight nightly | апоўнач уноч ноч! ночы | полноч ночью ночь! ночи! ночной | опівноч вночі ніч! ночі нічн | północ noc! nocy! nocą nocn | ليل منتصف
morning | shift hours dawn dusk daybreak | досвіт світан | рассвет сумерк | світан | świt zmierz | فجر غسق
spokesperson | spokesman spokeswoman spokesperson office! press-service | прэс-служб прэсавы рэчнік | пресс-служб пресс-секретар | речник прессслужб | rzecznik biuro-pras | متحدث ناطق
government | official officials authorit governor administration agency administrator | чыноўн улад губернат адміністрац ведамств | чиновник власт губернатор администрац ведомств начальств | чиновник влад губернатор адміністрац відомств | urzędn władz gubernator administrac kurator | مسؤول سلطات محافظ اداره
lawyer | attorney lawyer barrister counsel | адвакат абаронц | адвокат защитник | адвокат захисник | adwokat obrońc mecenas | محامي
strike | walkout strike striker picket stoppage cast-off | страйк пікет забаст | стачк забаст пикет бастует | страйк пікет | strajk pikiet | اضراب
crack | crack cracks cracked leak leaked rot! crumbl | трэшч расколін цеча | трещин теч! рассып протек | тріщин теч! розсип | pęk szczelin przeciek | شق! تصدع تسرب
negligence | neglig careless oversight | нядбайн | халатн недогляд уследил | недбал недогляд | zaniedb niedbal | اهمال
detain | remand custody pre-trial isolation | ізалятар сіза | изолятор сизо стража | ізолятор сізо варт | areszt śledcz | احتياطي
rebellion | rebellion uprising revolt insurrection | паўстан бунт | восстани мятеж бунт | повстан заколот бунт | powstani bunt | تمرد انتفاضه ثوره
graduate | graduate alumn former-pupil | выпускн | выпускник бывшие-учен ученик | випускник учн | absolwent wychowan | خريج
`;

/** The concept, then its words in English, Belarusian, Russian, Ukrainian, Polish and Arabic. */
export const wordRows: readonly (readonly string[])[] = lines
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
