/** How little a concept says because everybody speaks of it: years, people and governments stand in passages of all sorts. */
import type { Concept } from './lexicon.ts';

/** Of so many passages of the tuning set the common concepts stand in so many: `node bench/compare/calibrate.ts`. */
const PASSAGES = 678;
// prettier-ignore
const COMMON =
  'person:64 year:58 take:38 day:36 government:32 night:29 region:29 worker:27 police:26 bring:25 block:24 detain:24 come:24 fire:23 morning:23 prison:23 child:22 speak:21 organisation:21 tell:21 kill:20 work:20 factory:20 hospital:19 refuse:19 week:19 town:18 go:18 let:18 village:18 truck:17 document:17 doctor:17 court:17 water:17 end:16 tree:16 lack:16 protest:16 teacher:16 pay:16 claim:16 head:15 ministry:15 company:15 fine:15 family:15 month:15 house:14 hour:14 investigation:14 stop:14 stay:14 repair:14 double:14 last:13 ask:13 write:13 resident:13 sit:13 see:13 sentence:13 begin:13 food:13 receive:13 lawyer:12 release:12 sign:12 count:12 answer:12 announce:12 letter:12 dam:12 boss:12 ballot:12 video:11 dismiss:11 wound:11 song:11 guard:11 evening:11 boat:11 island:11 observer:11 result:11 stone:11 find:10 question:10 leave:10 explain:10 road:10 promise:10 land:10 trial:10 deal:10 parcel:10 phone:10 warehouse:10 election:10 card:9 case:9 gather:9 signature:9 car:9 building:9 man:9 collect:9 complaint:9 body:9 tonne:9 station:9 owner:9 cold:9 sample:9 search:8 victim:8 convict:8 website:8 phone-call:8 continue:8 prosecutor:8 minute:8 read:8 mayor:8 accident:8 port:8 blanket:8 sensor:8 train:8 vote:8 river:8 market:8 seller:8 grain:8';

const counts = new Map(
  COMMON.split(' ').map((entry): [string, number] => {
    const [name = '', count] = entry.split(':');
    return [name, Number(count)];
  }),
);

/** A concept of so many passages has the weight 1. */
const USUAL = 7;
const UNSEEN = 3;
const LEAST = 0.2;
const MOST = 1.3;

/** What the weight of a concept is multiplied by: less than 1 for those that stand everywhere. */
export function rarityOf({ name }: Concept): number {
  const count = counts.get(name) ?? UNSEEN;
  const rarity = Math.log(PASSAGES / count) / Math.log(PASSAGES / USUAL);
  return Math.min(MOST, Math.max(LEAST, rarity));
}
