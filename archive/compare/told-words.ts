/** Words by which a text tells a day from elsewhere ("a week later", "the night after") or by its season, as data. */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';

type Lists = Readonly<Record<Exclude<ListedLanguage, 'other'>, string>>;

/**
 * `value:phrase,phrase,…`, parted by spaces. `_` stands for a space in a phrase, `*` for any ending, `#` for a count.
 * A value is a span from what the text tells before (`+#W`: so many weeks later), or a name of its own.
 */
const phrases: Lists = {
  en: 'start-of-year:start_of_the_year,beginning_of_the_year,start_of_this_year,beginning_of_this_year this-year:this_year last-year:last_year next-year:next_year this-month:this_month last-month:last_month next-month:next_month +1D:next_morning,following_morning,next_day,following_day,day_after,day_later,morning_after,next_evening,next_afternoon,following_evening +1N:next_night,following_night,night_after -1D:day_before,previous_day,day_earlier,eve_of,previous_evening,evening_before -1N:night_before,previous_night +1W:week_later,week_after -1W:week_before,week_earlier,week_ago +1M:month_later,month_after -1M:month_before,month_earlier,month_ago +1Y:year_later,year_after -1Y:year_before,year_earlier,year_ago +#D:#_days_later,#_days_after +#W:#_weeks_later,#_weeks_after +#M:#_months_later,#_months_after +#Y:#_years_later,#_years_after -#D:#_days_earlier,#_days_before -#W:#_weeks_earlier,#_weeks_before -#M:#_months_earlier,#_months_before,#_months_ago -#Y:#_years_earlier,#_years_before,#_years_ago @0:this_morning,this_afternoon,this_evening,tonight @-1:last_night end-of-year:end_of_the_year,end_of_this_year end-of-month:end_of_the_month,end_of_this_month start-of-month:start_of_the_month,beginning_of_the_month this-week:this_week last-week:last_week,past_week next-week:next_week,coming_week +1h:hour_later,hour_after -1h:hour_before,hour_earlier,hour_ago +0.5h:half_an_hour_later,half_hour_later -0.5h:half_an_hour_before,half_an_hour_earlier,half_an_hour_ago +#h:#_hours_later,#_hours_after -#h:#_hours_earlier,#_hours_before,#_hours_ago +#m:#_minutes_later,#_minutes_after -#m:#_minutes_earlier,#_minutes_before,#_minutes_ago christmas:christmas easter:easter new-year:new_year before-last-year:year_before_last -1W:week_prior -2W:fortnight_ago -10Y:decade_ago +1.5h:hour_and_a_half_later,hour_and_a_half_after -1.5h:hour_and_a_half_earlier,hour_and_a_half_ago +1.5Y:year_and_a_half_later,year_and_a_half_after -1.5Y:year_and_a_half_earlier,year_and_a_half_ago +0.5Y:half_a_year_later -0.5Y:half_a_year_ago,half_a_year_earlier',
  ru: 'start-of-year:начал*_года,начал*_этого_года start-of-school-year:начал*_учебного_года this-year:этого_года,этом_году,нынешнего_года,нынешнем_году,текущего_года,нынешний_год,этот_год last-year:прошлого_года,прошлом_году,минувшего_года,прошлый_год,минувший_год next-year:следующего_года,следующем_году,будущем_году,следующий_год this-month:этого_месяца,этом_месяце last-month:прошлого_месяца,прошлом_месяце,минувшего_месяца,прошлый_месяц next-month:следующего_месяца,следующем_месяце +1D:следующим_утром,следующее_утро,следующий_день,следующего_дня,назавтра,днем_позже,через_сутки,через_день,наутро,день_спустя,сутки_спустя +1N:следующей_ночью,следующую_ночь,ночь_после,ночью_после -1D:накануне,днем_ранее,днем_раньше,за_день_до,за_сутки_до,предыдущий_день,предыдущего_дня -1N:предыдущей_ночью @-1:прошлой_ночью,вчерашн*,минувшей_ночью +1W:через_неделю,неделю_спустя,неделей_позже,спустя_неделю -1W:неделей_ранее,неделей_раньше,неделю_назад,за_неделю_до +1M:через_месяц,месяц_спустя,месяцем_позже,спустя_месяц -1M:месяцем_ранее,месяцем_раньше,месяц_назад,за_месяц_до +1Y:через_год,год_спустя,годом_позже,спустя_год -1Y:годом_ранее,годом_раньше,год_назад,за_год_до +#D:через_#_дн*,через_#_сут*,#_дн*_спустя,спустя_#_дн*,#_дн*_позже,#_сут*_спустя +#W:через_#_недел*,#_недел*_спустя,спустя_#_недел*,#_недел*_позже +#M:через_#_месяц*,#_месяц*_спустя,спустя_#_месяц*,#_месяц*_позже +#Y:через_#_год*,через_#_лет,#_год*_спустя,#_лет_спустя,спустя_#_год*,спустя_#_лет,#_год*_позже -#D:за_#_дн*_до,#_дн*_ранее,#_дн*_раньше,#_сут*_ранее,за_#_сут*_до -#W:за_#_недел*_до,#_недел*_ранее,#_недел*_раньше -#M:#_месяц*_назад,за_#_месяц*_до,#_месяц*_ранее,#_месяц*_раньше -#Y:#_год*_назад,#_лет_назад,#_год*_ранее,#_год*_раньше,#_лет_ранее,за_#_год*_до,за_#_лет_до end-of-year:конц*_года,конец_года,конц*_этого_года end-of-month:конц*_месяца,конец_месяца start-of-month:начал*_месяца @-2:позавчерашн* @0:сегодняшн*,этой_ночью,этим_утром,нынешним_утром,этим_вечером @1:завтрашн* this-week:этой_неделе,эту_неделю,этой_недели last-week:прошлой_неделе,прошлую_неделю,прошлой_недели,минувшей_неделе next-week:следующей_неделе,следующую_неделю,будущей_неделе +1h:через_час,часом_позже,час_спустя,спустя_час -1h:за_час_до,часом_ранее,часом_раньше,час_назад +0.5h:через_полчаса,полчаса_спустя,спустя_полчаса -0.5h:за_полчаса_до,полчаса_назад,получасом_ранее +0.5D:через_полдня +0.5Y:через_полгода,полгода_спустя,спустя_полгода -0.5Y:полгода_назад,за_полгода_до +#h:через_#_час*,#_час*_спустя,спустя_#_час*,#_час*_позже -#h:за_#_час*_до,#_час*_ранее,#_час*_раньше,#_час*_назад +#m:через_#_минут*,#_минут*_спустя,спустя_#_минут*,#_минут*_позже -#m:за_#_минут*_до,#_минут*_ранее,#_минут*_раньше,#_минут*_назад christmas:рождеств* easter:пасх* new-year:новый_год,нового_года,новым_годом,новому_году before-last-year:позапрошлом_году,позапрошлого_года,позапрошлый_год +1D:спустя_сутки,сутками_позже,сутки_спустя +#D:спустя_#_сут* @-2:третьего_дня -10Y:десятилетие_назад',
  be: 'start-of-year:пачат*_года,пачат*_гэтага_года start-of-school-year:пачат*_навучальнага_года this-year:гэтага_года,гэтым_годзе,сёлета,сёлетн*,гэты_год last-year:мінулага_года,мінулым_годзе,летась,леташн*,мінулы_год,леташні next-year:наступнага_года,наступным_годзе,налета,наступны_год this-month:гэтага_месяца,гэтым_месяцы last-month:мінулага_месяца,мінулым_месяцы,мінулы_месяц next-month:наступнага_месяца,наступным_месяцы +1D:наступнай_раніцай,наступнай_раніцы,наступны_дзень,наступнага_дня,назаўтра,праз_дзень,праз_суткі,наступным_ранкам,наступнага_ранку +1N:наступнай_ночы,наступнай_ноччу,наступную_ноч,ноч_пасля,ноччу_пасля -1D:напярэдадні,днём_раней,за_дзень_да,за_суткі_да,папярэдняга_дня,папярэдні_дзень -1N:папярэдняй_ночы,папярэдняй_ноччу @-1:мінулай_ночы,мінулай_ноччу,учарашн*,ўчарашн* +1W:праз_тыдзень,тыднем_пазней,тыдзень_пасля -1W:тыднем_раней,тыдзень_таму,за_тыдзень_да +1M:праз_месяц,месяцам_пазней -1M:месяцам_раней,месяц_таму,за_месяц_да +1Y:праз_год,годам_пазней -1Y:годам_раней,год_таму,за_год_да +#D:праз_#_дн*,праз_#_дзён,праз_#_сут*,#_дн*_пазней +#W:праз_#_тыдн*,#_тыдн*_пазней +#M:праз_#_месяц*,#_месяц*_пазней +#Y:праз_#_гады,праз_#_гадоў,праз_#_гадамі,праз_#_год*,#_гады_пазней,#_гадоў_пазней,#_гадамі_пазней -#D:за_#_дн*_да,за_#_дзён_да,#_дн*_раней,#_дзён_раней,за_#_сут*_да -#W:за_#_тыдн*_да,#_тыдн*_раней -#M:#_месяц*_таму,#_месяц*_раней,за_#_месяц*_да -#Y:#_гады_таму,#_гадоў_таму,#_гадамі_таму,#_гады_раней,#_гадоў_раней,#_гадамі_раней,за_#_гады_да,за_#_гадоў_да,за_#_гадамі_да end-of-year:канц*_года,канец_года,канц*_гэтага_года end-of-month:канц*_месяца start-of-month:пачат*_месяца @-2:пазаўчарашн* @0:сённяшн*,гэтай_ноччу,гэтай_раніцай @1:заўтрашн* this-week:гэтым_тыдні,гэты_тыдзень,гэтага_тыдня last-week:мінулым_тыдні,мінулы_тыдзень,мінулага_тыдня next-week:наступным_тыдні,наступны_тыдзень +1h:праз_гадзіну,гадзінай_пазней -1h:за_гадзіну_да,гадзінай_раней,гадзіну_таму +0.5h:праз_паўгадзіны -0.5h:за_паўгадзіны_да,паўгадзіны_таму +0.5D:праз_паўдня +0.5Y:праз_паўгода -0.5Y:паўгода_таму,за_паўгода_да +#h:праз_#_гадзін*,#_гадзін*_пазней -#h:за_#_гадзін*_да,#_гадзін*_раней,#_гадзін*_таму +#m:праз_#_хвілін*,#_хвілін*_пазней -#m:за_#_хвілін*_да,#_хвілін*_раней,#_хвілін*_таму christmas:каляд*,раство,раства easter:вялікдзень,вялікадня,вялікадню new-year:новы_год,новага_года,новым_годам before-last-year:пазалетась,пазамінулым_годзе,пазамінулага_года -#Y:#_года_таму +#D:праз_#_сут*,#_сутак_пазней -1D:суткамі_раней',
  uk: 'start-of-year:початк*_року,початк*_цього_року start-of-school-year:початк*_навчального_року this-year:цього_року,цьому_році,цьогоріч,цьогорічн*,цей_рік last-year:минулого_року,минулому_році,торік,торішн*,минулий_рік next-year:наступного_року,наступному_році,наступний_рік this-month:цього_місяця,цьому_місяці last-month:минулого_місяця,минулому_місяці,минулий_місяць next-month:наступного_місяця,наступному_місяці +1D:наступного_ранку,наступний_день,наступного_дня,через_день,через_добу,назавтра,за_день_після,день_потому +1N:наступної_ночі,наступну_ніч,ніч_після -1D:напередодні,днем_раніше,за_день_до,за_добу_до,попереднього_дня,попередній_день -1N:попередньої_ночі @-1:минулої_ночі,вчорашн*,учорашн* +1W:через_тиждень,за_тиждень_після,за_тиждень_потому,тижнем_пізніше -1W:тижнем_раніше,тиждень_тому,за_тиждень_до +1M:через_місяць,місяцем_пізніше,за_місяць_потому -1M:місяцем_раніше,місяць_тому,за_місяць_до +1Y:через_рік,роком_пізніше,за_рік_потому -1Y:роком_раніше,рік_тому,за_рік_до +#D:через_#_дн*,через_#_діб,через_#_доб*,#_дн*_потому,#_дн*_пізніше,за_#_дн*_після,за_#_дн*_потому +#W:через_#_тижн*,за_#_тижн*_після,#_тижн*_потому,#_тижн*_пізніше,за_#_тижн*_потому +#M:через_#_місяц*,#_місяц*_потому,#_місяц*_пізніше,за_#_місяц*_потому +#Y:через_#_рок*,#_рок*_потому,#_рок*_пізніше -#D:за_#_дн*_до,#_дн*_раніше,за_#_діб_до -#W:за_#_тижн*_до,#_тижн*_раніше -#M:#_місяц*_тому,#_місяц*_раніше,за_#_місяц*_до -#Y:#_рок*_тому,#_рок*_раніше,за_#_рок*_до end-of-year:кінц*_року,кінець_року,кінц*_цього_року end-of-month:кінц*_місяця start-of-month:початк*_місяця @-2:позавчорашн* @0:сьогоднішн*,цієї_ночі @1:завтрашн* this-week:цього_тижня,цьому_тижні last-week:минулого_тижня,минулому_тижні next-week:наступного_тижня,наступному_тижні +1h:через_годину,за_годину_потому,годиною_пізніше,годину_потому -1h:за_годину_до,годиною_раніше,годину_тому +0.5h:через_пів_години,за_пів_години_потому,через_півгодини -0.5h:за_пів_години_до,пів_години_тому,за_півгодини_до +0.5Y:через_пів_року,через_півроку -0.5Y:пів_року_тому,півроку_тому +#h:через_#_годин*,#_годин*_потому,#_годин*_пізніше,за_#_годин*_після -#h:за_#_годин*_до,#_годин*_раніше,#_годин*_тому +#m:через_#_хвилин*,#_хвилин*_потому,#_хвилин*_пізніше -#m:за_#_хвилин*_до,#_хвилин*_раніше,#_хвилин*_тому christmas:різдв* easter:великдень,великодня,великодню new-year:новий_рік,нового_року,новим_роком before-last-year:позаторік,позаминулого_року,позаминулому_році +#D:за_#_доби_потому,за_#_діб_потому,#_доби_потому,#_діб_потому +1D:за_добу_потому,добою_пізніше +0.5h:за_пів_години_потому',
  pl: 'start-of-year:początk*_roku,początk*_tego_roku start-of-school-year:początk*_roku_szkolnego this-year:tego_roku,tym_roku,tegoroczn*,ten_rok last-year:zeszłego_roku,zeszłym_roku,ubiegłego_roku,ubiegłym_roku,zeszłoroczn*,ubiegłoroczn*,zeszły_rok,ubiegły_rok,miniony_rok next-year:przyszłego_roku,przyszłym_roku,następnego_roku,następnym_roku,przyszły_rok this-month:tego_miesiąca,tym_miesiącu last-month:zeszłego_miesiąca,zeszłym_miesiącu,ubiegłego_miesiąca,ubiegłym_miesiącu,zeszły_miesiąc,ubiegły_miesiąc next-month:przyszłego_miesiąca,przyszłym_miesiącu +1D:następnego_ranka,następnego_dnia,następny_dzień,nazajutrz,dzień_później,dzień_po,kolejnego_dnia,następnego_wieczoru,po_dniu +1N:następnej_nocy,kolejnej_nocy,noc_po -1D:przeddzień,dzień_wcześniej,poprzedniego_dnia,dzień_przed,poprzedni_dzień,poprzedniego_wieczoru -1N:poprzedniej_nocy @-1:zeszłej_nocy,ubiegłej_nocy,minionej_nocy,wczorajsz* +1W:za_tydzień,tydzień_później,tydzień_po,po_tygodniu -1W:przed_tygodniem,tydzień_wcześniej,tydzień_przed,tydzień_temu +1M:za_miesiąc,miesiąc_później,miesiąc_po,po_miesiącu -1M:przed_miesiącem,miesiąc_wcześniej,miesiąc_temu +1Y:za_rok,rok_później,rok_po,po_roku -1Y:przed_rokiem,rok_wcześniej,rok_temu +#D:za_#_dni,#_dni_później,#_dni_po,po_#_dniach +#W:za_#_tygodni*,#_tygodni*_później,#_tygodni*_po,po_#_tygodniach +#M:za_#_miesi*,#_miesi*_później,#_miesi*_po,po_#_miesiącach +#Y:za_#_lat*,#_lat*_później,#_lat*_po,po_#_latach -#D:przed_#_dniami,#_dni_wcześniej,#_dni_przed -#W:przed_#_tygodniami,#_tygodni*_wcześniej,#_tygodni*_przed -#M:przed_#_miesiącami,#_miesi*_wcześniej,#_miesi*_temu -#Y:przed_#_laty,#_lat*_wcześniej,#_lat*_temu end-of-year:końc*_roku,koniec_roku,końc*_tego_roku end-of-month:końc*_miesiąca,koniec_miesiąca start-of-month:początk*_miesiąca @-2:przedwczorajsz* @0:dzisiejsz*,tej_nocy,tego_ranka @1:jutrzejsz* this-week:tym_tygodniu,tego_tygodnia last-week:zeszłym_tygodniu,ubiegłym_tygodniu,zeszłego_tygodnia,ubiegłego_tygodnia,minionym_tygodniu next-week:przyszłym_tygodniu,następnym_tygodniu,przyszłego_tygodnia +1h:za_godzinę,godzinę_później,godzinę_po,po_godzinie -1h:przed_godziną,godzinę_wcześniej,godzinę_przed,godzinę_temu +0.5h:pół_godziny_później,pół_godziny_po,po_pół_godzinie -0.5h:pół_godziny_wcześniej,pół_godziny_przed,pół_godziny_temu +0.5Y:pół_roku_później,pół_roku_po,po_pół_roku -0.5Y:pół_roku_wcześniej,pół_roku_temu,pół_roku_przed +0.25h:kwadrans_później,po_kwadransie -0.25h:kwadrans_wcześniej,kwadrans_przed +#h:za_#_godzin*,#_godzin*_później,#_godzin*_po,po_#_godzinach -#h:przed_#_godzinami,#_godzin*_wcześniej,#_godzin*_przed,#_godzin*_temu +#m:za_#_minut*,#_minut*_później,#_minut*_po,po_#_minutach -#m:przed_#_minutami,#_minut*_wcześniej,#_minut*_przed,#_minut*_temu christmas:boże_narodzenie,bożego_narodzenia,bożym_narodzeniem,wigili* easter:wielkanoc* new-year:nowy_rok,nowego_roku,nowym_rokiem before-last-year:przedostatnim_roku +1D:dobę_później,po_dobie,dobę_po -1D:dobę_wcześniej,dobę_przed,dobę_temu +#D:po_#_dobach,#_doby_później,#_dób_później,#_doby_po -#D:#_doby_wcześniej,#_doby_temu,#_doby_przed -#Y:#_roku_temu,#_roku_wcześniej +#Y:#_roku_później,po_#_roku',
  ar: 'start-of-year:بدايه_العام,بدايه_السنه,مطلع_العام,مطلع_السنه,بدايه_هذا_العام start-of-school-year:بدايه_العام_الدراسي this-year:هذا_العام,هذه_السنه,العام_الجاري,العام_الحالي last-year:العام_الماضي,السنه_الماضيه next-year:العام_المقبل,العام_القادم,السنه_المقبله,السنه_القادمه this-month:هذا_الشهر,الشهر_الجاري,الشهر_الحالي last-month:الشهر_الماضي next-month:الشهر_المقبل,الشهر_القادم +1D:اليوم_التالي,بعد_يوم,وبعد_يوم,اليوم_الذي_تلاه +1N:الليله_التاليه -1D:اليوم_السابق,عشيه,قبل_يوم,وقبل_يوم,اليوم_الذي_سبق -1N:الليله_السابقه @-1:الليله_الماضيه +1W:بعد_اسبوع,وبعد_اسبوع -1W:قبل_اسبوع,وقبل_اسبوع +1M:بعد_شهر,وبعد_شهر -1M:قبل_شهر,وقبل_شهر +1Y:بعد_عام,وبعد_عام,بعد_سنه,وبعد_سنه -1Y:قبل_عام,وقبل_عام,قبل_سنه,وقبل_سنه +2D:بعد_يومين,وبعد_يومين -2D:قبل_يومين,وقبل_يومين +2W:بعد_اسبوعين,وبعد_اسبوعين -2W:قبل_اسبوعين,وقبل_اسبوعين +2M:بعد_شهرين,وبعد_شهرين -2M:قبل_شهرين,وقبل_شهرين +2Y:بعد_عامين,وبعد_عامين -2Y:قبل_عامين,وقبل_عامين +#D:بعد_#_ايام,بعد_#_يوم*,وبعد_#_ايام,وبعد_#_يوم* +#W:بعد_#_اسابيع,وبعد_#_اسابيع,بعد_#_اسبوع* +#M:بعد_#_اشهر,بعد_#_شهر*,وبعد_#_اشهر,وبعد_#_شهر* +#Y:بعد_#_سنوات,بعد_#_اعوام,وبعد_#_سنوات,وبعد_#_اعوام -#M:قبل_#_اشهر,قبل_#_شهر* -#Y:قبل_#_سنوات,قبل_#_اعوام end-of-year:نهايه_العام,نهايه_السنه,اواخر_العام,نهايه_هذا_العام end-of-month:نهايه_الشهر,نهايه_هذا_الشهر start-of-month:بدايه_الشهر,مطلع_الشهر @0:هذا_الصباح,هذه_الليله,هذا_المساء -#W:قبل_#_اسبوع*,قبل_#_اسابيع,وقبل_#_اسابيع -#D:قبل_#_يوم*,قبل_#_ايام,وقبل_#_ايام this-week:هذا_الاسبوع,الاسبوع_الجاري,الاسبوع_الحالي last-week:الاسبوع_الماضي next-week:الاسبوع_المقبل,الاسبوع_القادم +1h:بعد_ساعه,وبعد_ساعه -1h:قبل_ساعه,وقبل_ساعه +2h:بعد_ساعتين,وبعد_ساعتين -2h:قبل_ساعتين,وقبل_ساعتين +0.5h:بعد_نصف_ساعه,وبعد_نصف_ساعه -0.5h:قبل_نصف_ساعه +0.5D:بعد_نصف_يوم -0.5D:قبل_نصف_يوم +0.5Y:بعد_نصف_عام,بعد_نصف_سنه -0.5Y:قبل_نصف_عام,قبل_نصف_سنه +#h:بعد_#_ساعات,وبعد_#_ساعات,بعد_#_ساعه -#h:قبل_#_ساعات,قبل_#_ساعه +#m:بعد_#_دقائق,بعد_#_دقيقه,وبعد_#_دقائق,وبعد_#_دقيقه -#m:قبل_#_دقائق,قبل_#_دقيقه new-year:راس_السنه,عيد_راس_السنه christmas:عيد_الميلاد ramadan:رمضان eid:عيد_الفطر,عيد_الاضحي before-last-year:العام_قبل_الماضي,العام_ما_قبل_الماضي +1.5h:بعد_ساعه_ونصف,وبعد_ساعه_ونصف -1.5h:قبل_ساعه_ونصف +1.5Y:بعد_عام_ونصف,بعد_سنه_ونصف -1.5Y:قبل_عام_ونصف,قبل_سنه_ونصف @2:بعد_غد',
};

/** Spring, summer, autumn and winter parted by `|`; forms parted by spaces. */
const seasons: Lists = {
  en: 'spring|summer|autumn|winter',
  be: 'вясна вясны вясне вясну вясной вясною увесну ўвесну|лета летам улетку ўлетку|восень восені восенню увосень ўвосень|зіма зімы зіме зіму зімой зімою узімку ўзімку',
  ru: 'весна весны весне весну весной|лето лета летом|осень осени осенью|зима зимы зиме зиму зимой',
  uk: 'весна весни весні весну весною навесні|літо літа літом влітку улітку|осінь осені осінню восени|зима зими зимі зиму зимою взимку узимку',
  pl: 'wiosna wiosny wiośnie wiosnę wiosną|lato latem|jesień jesieni jesienią|zima zimy zimie zimę zimą',
  ar: 'الربيع ربيع|الصيف صيف|الخريف خريف|الشتاء شتاء',
};

/** Which season: this one, the last, the next; parted by `|`. In Arabic the last and the next stand after it. */
const whichOnes: Lists = {
  en: 'this|last past|next coming',
  be: 'гэтай гэтую гэтага гэтым|мінулай мінулую мінулага мінулым|наступнай наступную наступнага наступным',
  ru: 'этой эту этого этим нынешней нынешнего|прошлой прошлую прошлого прошлым минувшей|следующей будущей следующего будущего',
  uk: 'цієї цю цього|минулої минулу минулого торішньої|наступної наступну наступного',
  pl: 'tej tę tego|zeszłej ubiegłej zeszłego ubiegłego zeszłą ubiegłą minionej|przyszłej następnej przyszłego następnego przyszłą',
  ar: 'هذا|الماضي|المقبل القادم',
};

export interface ToldPhrase {
  readonly value: string;
  /** Folded words; `#` for a count. */
  readonly words: readonly { readonly text: string; readonly whole: boolean }[];
}

/** By the first two letters of their first word, longest phrases first; those that begin with a count under `#`. */
export type ToldPhrases = ReadonlyMap<string, readonly ToldPhrase[]>;

const KEY = 2;
export const phraseKey = (folded: string) => folded.slice(0, KEY);

function wordOf(written: string): ToldPhrase['words'][number] {
  const whole = !written.endsWith('*');
  if (written === '#') return { text: '#', whole };
  return { text: foldWord(whole ? written : written.slice(0, -1)), whole };
}

function readPhrases(list: string): ToldPhrases {
  const map = new Map<string, ToldPhrase[]>();
  for (const entry of list.split(' ')) {
    const [value = '', forms = ''] = entry.split(':', 2);
    for (const form of forms.split(',')) {
      const words = form.split('_').map(wordOf);
      const key = phraseKey(words[0]?.text ?? '');
      const known = map.get(key);
      if (known === undefined) map.set(key, [{ value, words }]);
      else known.push({ value, words });
    }
  }
  for (const known of map.values()) known.sort((a, b) => b.words.length - a.words.length);
  return map;
}

function readForms(list: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    list
      .split('|')
      .flatMap((forms, at) => forms.split(' ').map((form) => [foldWord(form), names[at] ?? ''])),
  );
}

const byLanguage = <T>(lists: Lists, read: (list: string) => T): ReadonlyMap<string, T> =>
  new Map(Object.entries(lists).map(([language, list]) => [language, read(list)]));

const phrasesOf = byLanguage(phrases, readPhrases);
const seasonsOf = byLanguage(seasons, (list) =>
  readForms(list, ['spring', 'summer', 'autumn', 'winter']),
);
const whichOf = byLanguage(whichOnes, (list) => readForms(list, ['0', '-1', '1']));

export const toldPhrases = (language: ListedLanguage): ToldPhrases | undefined =>
  phrasesOf.get(language);

export const seasonOf = (folded: string, language: ListedLanguage): string | null =>
  seasonsOf.get(language)?.get(folded) ?? null;

/** 0 for "this", -1 for "last", 1 for "next". */
export function whichOne(folded: string, language: ListedLanguage): number | null {
  const which = whichOf.get(language)?.get(folded);
  return which === undefined ? null : Number(which);
}
