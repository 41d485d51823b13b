/** Lines of the log as events in the manner of PREMIS 3. */
import { type Activity, unknown } from '../model/index.ts';

export function premisEvents(activities: readonly Activity[]): object[] {
  return activities.map((line) => ({
    eventIdentifier: { eventIdentifierType: 'kuferak', eventIdentifierValue: line.id },
    eventType: line.action,
    eventDateTime: line.at,
    localOffsetMinutes: line.offset,
    eventDetail: line.facts,
    digests: { before: line.before, after: line.after },
    linkingAgent: line.tool,
    actor: line.actor ?? unknown,
    linkingObjects: line.subjects,
    chain: { number: line.number, previous: line.previous, hash: line.hash },
  }));
}
