/**
 * Names of one place that no rule of sounds leads from one to the other: each line one place, in its own language, its neighbours' and the usual English, French
 * and German ones, and former names that are still said. Facts that Wikidata and GeoNames tell as labels, written down by us. A stem that no nominative has
 * ("харков" of Харкова) stands there too. What is a common word or name somewhere (Łuck without its stroke, Równe, Frunze) is left out.
 */
import { isEnding, scriptOf, sounds, writtenForm } from '../text/index.ts';

const PLACES = `
Kyiv Kiev Kijów Kijow Kiew Kyjiv Kyjev Kyiw Київ Києв Киев Кіеў Кіев Кіёў كييف
Kharkiv Kharkov Charkiw Charków Charkow Charkiv Charkov Charkiŭ Charkaŭ Harkiv Харків Харков Харьков Харкаў Харкав خاركيف خاركوف
Lviv Lvov Lwów Lwow Lwiw Lemberg Львів Львов Львоў لفيف
Chernihiv Chernigov Czernihów Czernihow Tschernihiw Чернігів Чернігов Чернигов Чарнігаў تشرنيهيف
Mykolaiv Nikolaev Nikolayev Mikołajów Mykolajiw Миколаїв Миколаєв Николаев Мікалаеў ميكولايف
Kropyvnytskyi Kirovohrad Kirovograd Yelysavethrad Кропивницький Кіровоград Кировоград
Dnipro Dnepr Dnipropetrovsk Dnepropetrovsk Дніпро Днепр Дніпропетровськ Днепропетровск Днепрапятроўск
Bakhmut Artemivsk Artemovsk Бахмут Артемівськ Артемовск Артёмовск
Zaporizhzhia Zaporizhia Zaporozhye Zaporoże Saporischschja Запоріжжя Запорожье Запарожжа زابوريجيا
Chernivtsi Chernovtsy Czernowitz Czerniowce Cernăuți Чернівці Черновцы Чарнаўцы
Uzhhorod Uzhgorod Ungvár Użhorod Ужгород
Ternopil Ternopol Tarnopol Тернопіль Тернополь Цярнопаль
Kamianske Dniprodzerzhynsk Dneprodzerzhinsk Кам'янське Дніпродзержинськ Днепродзержинск
Mariupol Маріуполь Мариуполь Марыупаль ماريوبول
Simferopol Aqmescit Akmescit Сімферополь Симферополь Сімферопаль
Sevastopol Sewastopol Sébastopol Aqyar Севастополь Севастопаль سيفاستوبول
Chornobyl Chernobyl Czarnobyl Tschernobyl Tchernobyl Чорнобиль Чернобыль Чарнобыль تشيرنوبل
Pripyat Prypiat Prypeć Прип'ять Припять Прыпяць
Hrodna Grodno Horadnia Harodnia Гродна Гродно Гародня غرودنو
Brest Berastsie Bieraście Brześć Брэст Берасце Брест بريست
Vitebsk Viciebsk Vitsebsk Witebsk Віцебск Витебск فيتبسك
Mahilyow Mahiloŭ Mahilioŭ Mogilev Mogilyov Mohylew Mogilew Магілёў Магілеў Могилёв Могилев Могильов موغيليف
Homel Gomel Homiel Гомель غوميل
Minsk Miensk Mińsk Менск Мінск Минск مينسك
Navapolatsk Novopolotsk Navapołack Наваполацк Новополоцк
Baranavichy Baranovichi Baranawiczy Baranowicze Baranavičy Баранавічы Барановичи
Dzyarzhynsk Dzerzhinsk Koidanava Kojdanaŭ Дзяржынск Дзержинск Койданава
Vilnius Vilna Vilnia Wilno Wilna Вільня Вільнюс Вильнюс Вильна Вільно فيلنيوس
Kaunas Kovno Kowno Коўна Каўнас Каунас Ковно كاوناس
Klaipėda Klaipeda Memel Kłajpeda Клайпеда
Daugavpils Dyneburg Dünaburg Dvinsk Даўгаўпілс Даугавпилс Двинск Дзвінск
Tartu Dorpat Тарту
Tallinn Reval Таллин Талін Таллінн تالين
Warsaw Warszawa Warschau Varsovie Varšuva Варшава وارسو
Białystok Bialystok Belostok Biełastok Беласток Белосток Білосток
Gdańsk Gdansk Danzig Гданьск Гданск غدانسك
Wrocław Wroclaw Breslau Вроцлав Уроцлаў
Kraków Krakow Cracow Krakau Cracovie Краків Краков Кракаў كراكوف
Przemyśl Peremyshl Перемишль Перемышль Пшэмысль
Moscow Moskva Moskau Moskwa Moscou Maskva Москва Масква موسكو
Smolensk Smoleńsk Smalensk Смоленск Смаленск
Pskov Pleskau Pskow Псков Пскоў
Kaliningrad Königsberg Królewiec Karaliaučius Калининград Калінінград Кёнигсберг
Chișinău Chisinau Kishinev Kiszyniów Kischinau Кишинев Кишинёв Кишинів Кішынёў كيشيناو
Tbilisi Tiflis Тбилиси Тбілісі Тифлис تبليسي
Yerevan Erevan Erywań Eriwan Ереван Єреван Ерэван يريفان
Gyumri Leninakan Гюмри Ленинакан
Stepanakert Khankendi Xankəndi Степанакерт Ханкенди
Dushanbe Stalinabad Duszanbe Душанбе Сталинабад
Aleppo Halab Alep Алеппо Халеб حلب
Damascus Dimashq Damas Damaskus Damaszek Дамаск دمشق
Homs Hims Хомс حمص
Raqqa Rakka Ракка الرقة
Jerusalem Yerushalayim Jerozolima Иерусалим Єрусалим Іерусалім القدس
Cairo Kairo Kair Каир Каїр Каір القاهرة
Algiers Alger Algier Алжир الجزائر
Tripoli Tarabulus Триполи Триполі طرابلس
Beirut Beyrouth Bejrut Бейрут بيروت
Mosul Mossoul Mosoul Мосул الموصل
Erbil Arbil Hewlêr Hawler Эрбиль أربيل
Istanbul Stambuł Stamboul Стамбул Constantinople إسطنبول
`;
/** Letters that an ending may have. */
const LONGEST_ENDING = 3;

const places: readonly (readonly string[])[] = PLACES.trim()
  .split('\n')
  .map((line) => [...new Set(line.split(' ').map(writtenForm))]);
const placeOfName = new Map(
  places.flatMap((names, place) => names.map((name) => [name, place] as const)),
);

/** In Latin letters a name with an ending may be another one: Halabi is a surname. */
export const takesEndings = (written: string) => scriptOf(written) === 'cyrillic';

/** The place of a written form, which may have an ending; -1 when it is none that is known. */
function placeOf(written: string): number {
  const known = placeOfName.get(written);
  if (known !== undefined || !takesEndings(written)) return known ?? -1;
  for (let letters = 1; letters <= LONGEST_ENDING; letters++) {
    const place = placeOfName.get(written.slice(0, -letters));
    if (place !== undefined && isEnding(sounds(written.slice(-letters))[0] ?? '')) return place;
  }
  return -1;
}

/** All names of the place of which `written` is one; none when it is no such name. */
export function namesOfPlace(written: string): readonly string[] {
  return places[placeOf(written)] ?? [];
}

/** Whether two written forms, which may have endings, are names of one place. */
export function isSamePlace(a: string, b: string): boolean {
  const place = placeOf(a);
  return place >= 0 && place === placeOf(b);
}
