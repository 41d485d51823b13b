/**
 * Public names of places and public figures, as newspapers and encyclopaedias of several countries write them: nominative and oblique
 * forms, national and French, German, Polish and English romanisations, and the scripts that their neighbours use.
 */
// prettier-ignore
export const nameForms: Readonly<Record<string, readonly string[]>> = {
  Lukashenka: ['Lukashenka', 'Lukashenko', 'Łukašenka', 'Lukašenko', 'Lukaschenko', 'Loukachenko', 'Lukaszenka', "Lukashenka's", 'Łukaszenki', 'Лукашэнка', 'Лукашенко', 'Лукашенка', 'Лукашенку', 'Лукашэнкі'],
  Tsikhanouskaya: ['Tsikhanouskaya', 'Tikhanovskaya', 'Cichanouskaja', 'Cichanoŭskaja', 'Tichanowskaja', 'Cichanouska', 'Ціханоўская', 'Тихановская', 'Тихановську', 'تيخانوفسكايا'],
  Zelensky: ['Zelensky', 'Zelenskyy', 'Zelenskiy', 'Selenskyj', 'Zełenski', 'Зеленский', 'Зеленський', 'Зяленскі', 'زيلينسكي'],
  Navalny: ['Navalny', 'Nawalny', 'Navalnyj', 'Nawalnyj', 'Навальный', 'Навальний', 'Навальны', 'نافالني'],
  Politkovskaya: ['Politkovskaya', 'Politkowskaja', 'Politkovskaïa', 'Politkowska', 'Политковская', 'Політковська', 'Паліткоўская', 'بوليتكوفسكايا'],
  Bialiatski: ['Bialiatski', 'Byalyatski', 'Bjaljazki', 'Białacki', 'Bialacki', 'Бяляцкі', 'Беляцкий', 'Біляцький'],
  Alexievich: ['Alexievich', 'Aleksievich', 'Alexijewitsch', 'Aleksijewicz', 'Алексиевич', 'Алексіевіч', 'Алексієвич', 'أليكسييفيتش'],
  Kyiv: ['Kyiv', 'Kiev', 'Kijów', 'Kiew', 'Київ', 'Киев', 'Кіеў', 'كييف'],
  Babruysk: ['Babruysk', 'Bobruisk', 'Babrujsk', 'Bobrujsk', 'Бабруйск', 'Бобруйск', 'بابرويسك'],
  Mariupol: ['Mariupol', 'Marioupol', 'Mariupil', 'Маріуполь', 'Мариуполь', 'Марыупаль', 'ماريوبول'],
  Hrodna: ['Hrodna', 'Grodno', 'Horadnia', 'Гродна', 'Гродно', 'Гродне', 'غرودنو'],
  Bucha: ['Bucha', 'Boutcha', 'Butscha', 'Bucza', 'Буча', 'Бучы', 'بوتشا'],
  Kharkiv: ['Kharkiv', 'Kharkov', 'Charkiw', 'Charków', 'Харків', 'Харьков', 'Харкаў', 'خاركيف'],
};
