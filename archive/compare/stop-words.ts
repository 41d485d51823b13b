/** Words that stand in every text and so say nothing about what a passage tells of, as data. */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';

const lists: Readonly<Record<Exclude<ListedLanguage, 'other'>, string>> = {
  en: 'a about after again all also although am an and another any are as at be because been before being between both but by can could did do does during each either else even every few for from had has have he her here hers him his how however i if in into is it its itself just like many may me might more most much must my near never no nor not now of off on once only onto or other our out over own per rather same says said say saying she should since so some still such than that the their them then there these they this those though through to told too toward towards under until up upon us very was we were what when where which while who whom whose why will with within without would yet you your according added meanwhile around whether against among later earlier also',
  be: 'а або аб адна адно адзін але ад без быў была былі было быць будзе будуць бо ва вось вы для да дык ды ён яна яно яны ёсць з за зноў і ім іх іншы іх іншыя як якая якія які якое яшчэ калі каб каля кожны кажа сказаў сказала лепш мае можа мы на над не ні нам нас нават наш ніхто нічога па пад паводле пасля перад пра праз пры сам сабе са свой свае сваіх так таго таксама там тая тое тут ты толькі той тым тыя у ўжо усе ўсе ўсё ў хто хоць чым што шмат яго яе яму ей гэта гэты гэтая гэтыя гэтага гэтым гэтай зараз цяпер між сярод',
  ru: 'а без более больше бы был была были было быть будет будут в вам вас весь во вот все всего всех вы где да даже для до его ее если есть еще ей же за здесь и из или им их к как ко когда который которая которые которых которого кто ли либо между меня мне мы на над нам нас наш не него нее нет ни них но о об один одна однако он она они оно от очень по под после потому при про с сам свой свои своих себя сейчас со среди так также такой там тем теперь то того тоже той только том ты у уже хотя чем через что чтобы эта эти это этого этой этом этот этих сказал сказала говорит словам сообщил сообщила',
  uk: 'а або але без би був була були було бути буде будуть в вам вас весь ви від вже він вона вони воно все всіх де до для є ж за з зі із і й його її їх їм якщо який яка які яких якого ще ця ці цей це цього цієї цих як коли кожен кажe каже сказав сказала між мене мені ми на над нам нас наш не ні них о об один одна однак по під після при про проте с сам свій свої своїх себе серед та так також такий там тепер тим то того той тільки ти у хоч хто це через що щоб вдома словами повідомив повідомила',
  pl: 'a aby albo ale ani az bardzo bez beda bedzie bo by byc byl byla byli bylo byly ci co czy dla do gdy gdzie go i ich ile im innych inny ja jak jako je jego jej jednak jest jeszcze jezeli juz kazdy kiedy kto ktora ktore ktorej ktory ktorych ktorzy ku lub ma maja mi miedzy mnie moze my na nad nam nas nasz nawet nie nic nich niej nim niz o od on ona one oni oraz po pod podczas poniewaz powiedzial powiedziala przed przez przy rowniez sa sam sie sobie swoj swoje swoich ta tak takze tam te tego tej ten to tu ty tych tylko tym u w wedlug wiec wsrod we wszystko wszyscy wszystkich z za ze zas zeby',
  ar: 'في من على الى عن ان انه انها التي الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت كانوا يكون تكون قد لقد لم لن لا ما مع بين بعد قبل عند حتى كل كما لكن او ثم اي ايضا به بها له لها لهم فيه فيها منه منها منهم عليه عليها اليه اليها حين حيث اذا غير سوي بعض نحن انا انت هناك هنا وقد ولم وكان وكانت وفي ومن وقال وقالت قال قالت واضاف واضافت اضاف بحسب وفق وفقا خلال ضد منذ دون كي لكي احد اذ بل',
};

const sets = new Map(
  Object.entries(lists).map(([language, list]) => [
    language,
    new Set(list.split(' ').map((word) => foldWord(word))),
  ]),
);

export const isStopWord = (folded: string, language: ListedLanguage): boolean =>
  sets.get(language)?.has(folded) ?? false;
