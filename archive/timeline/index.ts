/** The timeline: what happened, was said, published and collected when, as far as that is known. Pure over records. */
export { type Dated, type DateRole, dateRoles, entriesOf, type TimelineEntry } from './entries.ts';
export {
  type Around,
  groupsOf,
  inTimeOrder,
  type Scale,
  type TimelineFilter,
  type TimelineGroup,
  timelineOf,
} from './order.ts';
export { type Precision, precisionOf, stretchOf } from './stretch.ts';
