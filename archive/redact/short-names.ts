/**
 * Given names with the short and fond forms by which people are usually called, in Russian, Belarusian, Ukrainian,
 * Polish and English. One line is one name: before the colon its full forms in these languages, behind it the others.
 * Other ways of writing them in other letters, and their cases, are found by how they sound.
 */

const TABLE = `
Александр Аляксандр Олександр Aleksander Alexander: Саша Сашка Сашко Сашенька Сашуня Саня Санька Санёк Шура Шурик Алик Алекс Лекса Лесь Олесь Алесь Сань Олекса Олелько Aleks Olek Oluś Alek Sandy Xander Sander Alec Lex
Александра Аляксандра Олександра Aleksandra Alexandra: Саша Сашка Сашенька Саня Шура Шурка Шурочка Ася Леся Олеся Алеся Ола Aleks Ola Oleńka Olka Sandra Sandy Lexi Alex
Алексей Аляксей Олексій Aleksy Alexis: Алёша Алёшка Алёшенька Лёша Лёшка Лёха Лёня Алёха Аляксейка Алекса Олекса Олесь Олешко Льоша Альоша Лекса Alosza
Анатолий Анатоль Анатолій Anatol: Толя Толик Толька Толян Тоша Натоль Толік Tolek Tolya
Андрей Андрэй Андрій Andrzej Andrew: Андрюша Андрюха Андрейка Дрон Андрейко Андрійко Андрусь Андрусік Андрусик Jędrek Jędruś Andy Drew
Антон Антоній Антось Antoni Anthony: Антоша Антошка Тоша Тоха Антось Антосик Антонік Antek Antoś Tolek Tony
Аркадий Аркадзь Аркадій Arkadiusz: Аркаша Аркашка Арик Аркадик Arek Aruś
Арсений Арсень Арсеній Arseniusz: Сеня Арсюша Арсеник Сенька
Артём Арцём Артем Artemy: Тёма Тёмка Артёмка Тёмыч Тема Артемко Артемчик Цёма
Артур Артур Arthur: Артурчик Арт Турик Artek Art Artie
Борис Барыс Borys: Боря Борька Боренька Борик Барыска Борко Borysek
Вадим Вадзім Wadim: Вадик Вадя Дима Вадзік Вадько
Валентин Валянцін Walenty Valentine: Валя Валик Валька Тиня Валік Walek Val
Валентина Валянціна Walentyna: Валя Валюша Валечка Тина Валентинка Walka Tina
Валерий Валеры Валерій Walery: Валера Валерка Лера Валерик Валерко Валерык
Валерия Валерыя Валерія Waleria Valerie: Лера Валера Лерочка Лерка Val Lera
Василий Васіль Василь Bazyli Basil: Вася Васька Васенька Васёк Васілёк Васік Василько Василёк Вася Vasya
Виктор Віктар Віктор Wiktor Victor: Витя Витька Витенька Витёк Вітя Віця Віктарка Віцька Wituś Witek Vic
Виктория Вікторыя Вікторія Wiktoria Victoria: Вика Викуля Викуша Тори Віка Віця Віта Wika Wiki Vicky Vikki Tori
Виталий Віталь Віталій Witalis: Виталик Виталя Таля Виталька Віталік Віталька Віталя Witek
Владимир Уладзімір Володимир Włodzimierz Vladimir: Володя Вова Вовка Вовочка Вован Володька Влад Валодзя Уладзя Уладзік Вовик Володько Волошка Włodek Wołodia Vova
Владислав Уладзіслаў Владислав Władysław: Влад Владик Слава Славик Владя Уладзік Уладзь Славко Władek Władzio Vlad
Вячеслав Вячаслаў В'ячеслав Wiaczesław Wacław: Слава Славик Славка Вячик Славко Славік Wacek
Всеволод Усевалад Wsiewołod: Сева Севка Волик Севочка
Геннадий Генадзь Геннадій Giennadij: Гена Генка Геня Геник Генко Гендзя Genek
Георгий Георгій Jerzy George: Гоша Жора Гога Егорка Юра Гера Жорик Жорж Жорка Jurek Georgie
Герман Herman: Гера Герка Герман
Глеб Глеб Гліб: Глебушка Глебка Глібко
Григорий Рыгор Григорій Grzegorz Gregory: Гриша Гришка Гриня Грыша Рыгорка Рыгорык Грицько Гриць Грицик Grześ Grzesiek Greg
Даниил Данила Даніла Данило Daniel Daniel: Даня Данька Данилка Данік Данилко Danek Danny Dan
Денис Дзяніс Denis Dennis: Дэн Дениска Деня Диня Дзяніска Денисик Denny Den
Дмитрий Дзмітрый Дмитро Dmitry Dymitr: Дима Димка Митя Димочка Димон Митька Митяй Дзіма Дзімка Зміцер Змітрок Зміцька Дмитрик Дмитрусь Дімон Dima Mitya
Евгений Яўген Євген Eugeniusz Eugene: Женя Женька Женечка Жека Гена Яўгенка Жэня Геня Жека Євгенко Genek Geniek Gene
Евгения Яўгенія Євгенія Eugenia: Женя Женька Женечка Геня Жэня Gienia
Егор Ягор Єгор: Егорка Гора Егорушка Жора Ягорка
Ефим Яхім Юхим: Фима Ефимка Юхимко
Захар Захар Zachary: Захарка Захарик Зак Zach Zack
Иван Іван Iwan Jan John Ivan: Ваня Ванька Ванечка Ванюша Ванёк Иванушка Янка Янак Ясь Іванка Івась Івасик Іванко Jaś Jasiek Janek Jasio Johnny Jack Vanya
Игнат Игнатий Ігнат Ignacy: Игнаша Игнатка Ігнась Ігнатик Ignaś
Игорь Ігар Ігор Igor: Игорёк Гоша Гарик Игоряша Гоня Ігарок Ігорко Igorek
Илья Ілья Ілля Eliasz Elijah: Илюша Илюшка Илюха Ілюша Ілько Ілляш Ілюха Eli
Иосиф Язэп Юзаф Йосип Józef Joseph: Ося Осип Йосько Юзік Юзюк Йося Józek Józiu Jusiek Joe Joey
Кирилл Кірыл Кирило Cyryl: Кир Киря Кирюша Кирюха Кіруша Кирилко Кирик
Константин Канстанцін Костянтин Konstanty Constantine: Костя Костик Костян Котик Кастусь Кастук Косця Костусь Kostek Kostuś Kostya
Лев Леў Lew Leo Leon: Лёва Лёвушка Лёвка Лева Levko Leoś
Леонид Леанід Леонід Leonid: Лёня Лёнька Лёнчик Лёнік Лёник Льоня Лявон
Леонтий Лявонцій Леонтій Leon: Лёня Лёва Лявонка Leoś
Максим Максім Maksymilian Maxim Maximilian: Макс Максик Максимка Максик Макся Maks Max
Марк Марк Marek Mark: Маркуша Марик Маркусь Marko Maruś
Матвей Мацвей Матвій Mateusz Matthew: Мотя Матюша Матвейка Мацвейка Mati Matt
Михаил Міхаіл Михайло Michał Michael: Миша Мишка Мишенька Михась Мішка Міша Міхась Міхаська Мишко Михайлик Мись Michałek Misiek Mike Mickey Mick
Николай Мікалай Микола Mikołaj Nicholas Nikolai: Коля Колька Коленька Колян Микола Мікола Міколка Мікалайка Миколка Миколайко Mikuś Mikołajek Nick Nicky Kolya
Никита Мікіта Микита: Ника Кит Никитка Мікітка Микитка
Олег Алег Oleg: Олежка Олеженька Алежка Алік Лега Олежко Олежик
Павел Павал Павло Paweł Paul Pavel: Паша Пашка Павлик Павлуша Павлуха Паўлік Паўлюк Паўлюсь Павлусь Павлик Pawełek Pawcio Pasha
Пётр Петр Пятро Петро Piotr Peter: Петя Петька Петруша Петруха Пеця Пятрок Пятрусь Петрик Петрусь Piotrek Piotruś Pietrek Pete Petya
Роман Раман Roman: Рома Ромка Ромочка Ромчик Рамашка Романко Ромко Romek Romuś
Ростислав Расціслаў Rościsław: Ростик Слава Ростя Расцік
Руслан Руслан: Русик Руся Русланчик
Савелий Сава Савелій: Сава Савва Савка Савушка
Семён Семен Сямён Szymon Simon: Сёма Сеня Сёмка Сенька Сямёнка Сенко Семко Szymek Sim
Сергей Сяргей Сергій Sergiusz Serge: Серёжа Серёжка Серёженька Серый Серёга Сярожа Сярожка Сярога Сяржук Сержук Сергійко Серж Сергійчик Serhij Seryozha
Станислав Станіслаў Станіслав Stanisław Stanislaus: Стас Стасик Слава Стасік Стась Станік Стасько Staszek Stasiek Staś Stach Stan
Степан Сцяпан Stefan Stephen Steven: Стёпа Стёпка Степаша Сцёпа Сцяпанка Степанко Стефко Stefek Stefcio Steve
Тарас Taras: Тарасик Тараска
Тимофей Цімафей Тиміш Тимофій Tymoteusz Timothy: Тима Тимоша Тимка Цімоша Цімох Тимко Тимош Tymek Tymon Tim Timmy
Тимур Цімур Тимур: Тима Тимурик Тимка
Фёдор Федор Фёдар Федір Teodor Theodore: Федя Федька Феденька Федзя Тодар Федько Теодорко Teoś Theo Ted Teddy
Филипп Піліп Пилип Filip Philip: Филя Филька Пилипко Піліпка Filipek Phil
Эдуард Едуард Edward: Эдик Эд Эдька Едик Edek Edzio Ed Eddie Ned Ted
Юрий Юры Юрій Yuri: Юра Юрка Юрик Юрочка Юрась Юрка Юрко Юрчик Juraś Jura
Яков Якаў Яків Jakub Jacob James: Яша Яшка Якуб Кубик Якубка Яшка Яшко Kuba Kubuś Jake Jim Jimmy Jamie
Ярослав Яраслаў Jarosław: Ярик Слава Славик Славко Ярко Ярчик Jarek Jaruś
Ян Jan: Янка Янак Янэк Ясь Janek Jaś Jasiek
Богдан Багдан Bogdan: Бодя Богданчик Даня Богданко Даньо Boguś Bodzio Danek
Виталина Віталіна: Виталя Віта Лина
Алла Ала: Аллочка Алочка Алка
Алина Аліна Alina: Аля Алинка Лина Алінка Alinka Ala
Алиса Аліса Alicja Alice: Аля Алиска Лиса Аліска Ala Alka Alusia Ally
Анастасия Анастасія Анастасія Anastazja Anastasia: Настя Настенька Настёна Настюша Настька Ася Стася Наста Насця Настачка Настуся Стасенька Nastka Nastia Stasia Stacy
Ангелина Ангеліна Angelina: Лина Геля Ангелинка Геліна Angie Aniela Lina
Анна Ганна Hanna Anna Anne Ann Hannah: Аня Анька Анечка Анюта Нюра Нюша Аннушка Ася Ануся Ганя Ганка Ганначка Ануля Галя Ганнуся Ганнуся Ania Anka Anusia Andzia Hania Hanka Haneczka Annie Nan Nancy
Антонина Антаніна Антоніна Antonina: Тоня Тонька Тонечка Тося Антося Тонечко Tosia Tonia Antosia
Валянцина: Валя
Варвара Барбара Barbara: Варя Варенька Варька Варюша Бася Баська Варка Варочка Basia Baśka Barb Barbie
Василиса Васіліса Василина: Вася Василинка Лиса Василинка
Вера Вера Віра Wiera Vera: Верочка Верка Веруша Верунчик Верка Вірка Віронька Wierka
Вероника Вераніка Вероніка Weronika Veronica: Ника Вера Никуша Верка Ніка Веранічка Weronka Wercia Nika Ronnie
Галина Галіна Halina: Галя Галка Галочка Галинка Галюша Галінка Галька Галочка Галинка Hala Halinka Halka
Дарья Дар'я Дарина Daria Darya: Даша Дашка Дашенька Дашуля Дарка Дарачка Дарочка Дашуня Darka Darusia Dasha
Диана Дыяна Діана Diana: Ди Дианка Дианочка Dianka Di
Ева Ева Єва Ewa Eve: Евочка Ева Ewka Ewunia Ewcia Evie
Екатерина Кацярына Катерина Katarzyna Catherine Katherine: Катя Катька Катюша Катенька Катерина Катюха Каця Кася Каська Кацярынка Касечка Катруся Катря Катерина Катруня Kasia Kaśka Kasieńka Kaja Kate Katie Cathy Kathy Kitty Kit Katya
Елена Алена Олена Helena Helen Ellen: Лена Ленка Леночка Ленуся Алёна Алёнка Алена Аленка Гэля Гэлька Оленка Оленочка Леся Олеся Лена Hela Helenka Lena Nell Nellie Lenka
Елизавета Лізавета Єлизавета Elżbieta Elizabeth: Лиза Лизка Лизонька Лизавета Лизочка Ліза Лізка Лізочка Елька Ela Elka Elunia Liz Lizzie Liza Beth Betty Bess Betsy Eliza Lisa Lisbeth
Жанна Жана Жанна Joanna Joan Jane: Жанка Жанночка Asia Aśka Joasia Joaśka Janie
Зинаида Зінаіда Зінаїда Zinaida: Зина Зинка Зиночка Зіна Зінка Зінуля
Зоя Зоя Zoja Zoe: Зойка Зоенька Заечка Зойка Zojka
Инна Іна Інна Inna: Инночка Инка Інка
Ирина Ірына Ірина Irena Irene: Ира Ирка Ирочка Иринка Ириша Іра Ірка Ірынка Іруся Іринка Ірочка Irka Irenka Ircia Rena
Карина Карына Каріна Karina: Кара Кариночка Карінка Karinka
Кира Кіра Kira: Кирочка Кирка Кіруся
Клавдия Клаўдзія Клавдія Klaudia Claudia: Клава Клавочка Клавка Клаўка Klaudynka
Кристина Крысціна Христина Krystyna Christina: Кристя Крися Крыся Крыська Христя Христинка Krysia Kryśka Krystynka Chris Chrissie Tina
Ксения Аксіння Ксенія Ksenia Xenia: Ксюша Ксюха Ксюня Ксеня Оксана Аксана Ксенька Ксеня
Лариса Ларыса Лариса Larysa: Лара Лариска Ларочка Ларыска Лоря
Лидия Лідзія Лідія Lidia Lydia: Лида Лидка Лидочка Лидуся Ліда Лідка Лідуся Lidka Lidzia
Лилия Лілія Lilia Lily Lilian: Лиля Лилька Лилечка Ліля Лілька Lilka Lil
Любовь Любоў Любов: Люба Любка Любочка Любаша Любася Любонька
Людмила Людміла Людмила Ludmiła: Люда Людка Людочка Мила Люся Міла Люсічка Люся Людочка Ludka Luda Miłka
Майя Мая Maja Maya: Майка Маечка Majka
Маргарита Маргарыта Маргарита Małgorzata Margaret: Рита Ритка Марго Ритуля Рыта Рытка Маргося Gosia Gośka Małgosia Gosieńka Maggie Meg Peggy Madge Greta Daisy Rita
Марина Марына Марина Maryna Marina: Маринка Мариша Маришка Рина Марынка Маря Мариночка Marynia
Мария Марыя Марія Maria Mary Marie: Маша Машка Машенька Маня Маруся Мася Мариша Муся Маша Марыйка Марыля Марылька Манька Маруся Марійка Марічка Марися Маруня Marysia Maryśka Marysieńka Maryla Mania Molly Polly May Masha
Марта Марта Marta Martha: Мартуся Мартышка Мартачка Марточка Martusia Martunia Marty
Надежда Надзея Надія Nadieżda: Надя Надька Наденька Надюша Нада Надзя Надзейка Надійка Nadzia Nadia
Наталья Наталля Наталія Наталя Natalia Natalie: Наташа Наташка Наталка Ната Туся Наталочка Натуля Натка Наталка Натуся Natka Natalka Nat Tasha Natasha
Нина Ніна Nina: Нинка Ниночка Нинуля Нінка Нінуся Ninka
Оксана Аксана Oksana: Ксана Ксюша Оксаночка Аксанка Ксеня Оксанка
Ольга Вольга Ольга Olga: Оля Олька Оленька Олечка Лёля Оля Волька Вольгачка Воля Олюня Ольця Олюся Ola Olka Oleńka Olya
Полина Паліна Поліна Paulina Pauline: Поля Полинка Полюшка Палінка Полька Поліночка Paula Paulinka
Раиса Раіса Раїса: Рая Райка Раечка Раінька
Римма Рыма Рима: Риммочка Рима Рымка
Розалия Разалія Розалія Rozalia Rosalie: Роза Розочка Ружа Rózia Rozalka Rosie
Светлана Святлана Світлана Swietłana: Света Светка Светочка Лана Светик Свята Святка Світа Світланка Лана Swietka Lana
София Сафія Софія Соломія Zofia Sophia Sophie: Соня Сонька Сонечка Софа Софка Соф'я Зося Зоська Софійка Zosia Zośka Zosieńka Sophy Sonya
Станислава Станіслава Stanisława: Стася Слава Стаська Stasia Stacha
Таисия Таісія Таїсія: Тая Тася Таечка Тайка
Тамара Тамара Tamara: Тома Томка Томочка Тамарка Tamarka Tammy
Татьяна Таццяна Тетяна Tatiana: Таня Танька Танечка Танюша Тата Тацяна Танічка Таньця Тетянка Tania Tanya Tanka
Ульяна Ульяна Уляна Julianna: Уля Улька Ульянка Улянка Улечка
Фаина Фаіна Фаїна: Фая Фаечка
Эльвира Эльвіра Ельвіра Elwira: Эля Элечка Эльвірка Ela
Эмилия Эмілія Емілія Emilia Emily: Эмма Миля Эмі Emilka Mila Em Emmy Millie
Юлия Юлія Юлія Julia Julie: Юля Юлька Юленька Юлечка Юляша Юлька Юльця Julka Julcia Jula Jules
Яна Яна Jana: Яночка Янка Янина Янінка Януся Janka
Янина Яніна Janina: Янка Яня Янінка Janka Janeczka Jasia
Адам Adam: Адась Адамка Адасик Adaś Adamek
Алоиз Alojzy: Alojz Lojzek
Бартоломей Bartłomiej Bartholomew: Bartek Bartuś Bart
Бенедикт Benedykt Benedict: Beniek Ben Benny
Болеслав Bolesław: Bolek Boleś
Богуслав Багуслаў Bogusław: Boguś Bogdzio
Веслав Wiesław: Wiesiek Wiesio
Войцех Wojciech: Wojtek Wojtuś
Гжегож Grzegorz: Grzesiek Grześ Grzechu
Дариуш Dariusz: Darek Daruś
Доминика Dominika: Domi Domcia Nika Dominisia
Дорота Dorota Dorothy: Dorotka Dorcia Dot Dolly
Изабела Izabela Isabella Isabel: Iza Izka Izunia Bella Belle Izzy
Казимир Казімір Kazimierz: Kazik Kazio Казік Казюк Казік
Каролина Karolina Caroline: Karolcia Karolka Каролька Carrie Lina
Катажина: Kasia
Кшиштоф Krzysztof Christopher: Krzysiek Krzyś Krzychu Chris Kit
Лукаш Łukasz Lucas Luke: Łukaszek Luk
Магдалена Магдалена Magdalena Madeleine: Магда Магдуся Magda Magdzia Madzia Lena Maddie
Мирослав Міраслаў Mirosław: Мирко Мирон Славко Слава Mirek Miruś
Моника Monika Monica: Monia Mońka Moni
Рафал Rafał Raphael: Rafałek Rafi Raf
Ришард Ryszard Richard: Rysiek Rysio Dick Rick Ricky Rich Richie
Роберт Robert: Роб Робик Robuś Rob Robbie Bob Bobby Bert
Славомир Sławomir: Sławek Sławuś
Тадеуш Тадэвуш Тадеуш Tadeusz Thaddeus: Tadek Tadzio Тадик Тадэк Tad
Томаш Тамаш Хома Tomasz Thomas: Tomek Tomcio Tom Tommy
Тереза Тэрэза Teresa Theresa: Renia Tereska Teresia Terry Tess Tessa
Урсула Urszula Ursula: Ula Ulka Urszulka
Ядвига Ядвіга Jadwiga: Jadzia Jadźka Ядзя Ядзюня
Яцек Jacek Hyacinth: Jacuś Jacunio
Анджела Angela: Angie Ange
Агнешка Agnieszka Agnes: Aga Agusia Agunia Aggie Агуся
Беата Beata Beatrice: Beatka Bea Trixie
Божена Bożena: Bożenka Bożka
Гражина Grażyna: Grażynka Grażka
Данута Danuta: Danusia Danka Данка
Зузанна Zuzanna Susan Suzanne: Zuzia Zuza Sue Susie Suzie
Иоланта Jolanta Yolanda: Jola Jolka
Крыстиан Krystian Christian: Krystek Chris
Пшемыслав Przemysław: Przemek Przemo
Себастьян Sebastian: Seba Sebek Seb
Збигнев Zbigniew: Zbyszek Zbysio Zbych
Зенон Zenon: Zenek Zeniek
Леслав Lesław Leszek: Leszek Lesiek
Альберт Albert: Алик Берт Al Bert Bertie Albercik
Альфред Alfred: Fred Alf Alfie Freddie Fredek
Бенджамин Benjamin: Ben Benny Benji
Вениамин Веніямін Веніамін: Веня Вениаминка Венька
Уильям Вільям William: Will Willy Bill Billy Liam
Генри Генрих Генрык Henryk Henry: Harry Hank Hal Heniek Henio Геня
Гарольд Harold: Harry Hal
Дэвид Давид Давід Dawid David: Dave Davy Додик Dawidek Davey
Джеффри Jeffrey Geoffrey: Jeff Geoff
Джонатан Jonathan: Jon Jonny Nathan
Джошуа Joshua: Josh
Дональд Donald: Don Donny
Дуглас Douglas: Doug
Карл Karol Charles: Charlie Chuck Chas Karolek Lolek
Кеннет Kenneth: Ken Kenny
Лоренс Lawrence Laurence: Larry Laurie Wawrzek
Леонард Leonard: Len Lenny Leo
Натаниэль Nathaniel: Nat Nate Nathan
Патрик Patryk Patrick: Pat Paddy Patryczek Rick
Патриция Patrycja Patricia: Pat Patty Tricia Patka
Рональд Ronald: Ron Ronnie
Самуил Самуіл Самуїл Samuel: Sam Sammy Муля Самусь
Саймон Simon: Si
Эндрю: Andy
Френсис Francis Franciszek: Frank Frankie Fran Franek Franio Францишек Франак
Аманда Amanda: Mandy Mandi
Абигейл Abigail: Abby Gail
Вирджиния Virginia: Ginny Ginger
Дебора Deborah: Deb Debbie
Джессика Jessica: Jess Jessie
Дженнифер Jennifer: Jen Jenny
Джозефина Josephine Józefina: Jo Josie
Джудит Judith Юдит: Judy Jude
Жаклин Jacqueline: Jackie
Кимберли Kimberly: Kim
Люсия Łucja Lucy Lucia: Lucia Lucusia Łucka Lu
Памела Pamela: Pam
Ребекка Rebecca Rebeka: Becky Becca
Сара Sarah Sara: Sally Sadie
Филиппа Philippa: Pippa
Элеонора Eleonora Eleanor: Элла Нора Ela Nora Ellie Nell Лёля
Эстер Эсфирь Esther Estera: Фира Essie Hettie
`;

interface GivenName {
  readonly full: readonly string[];
  readonly short: readonly string[];
}

export const givenNames: readonly GivenName[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [full, short] = line.split(': ').map((half) => [...new Set(half.split(' '))]) as [
      string[],
      string[] | undefined,
    ];
    return { full, short: (short ?? []).filter((one) => !full.includes(one)) };
  });
