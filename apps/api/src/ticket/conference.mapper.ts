import type { Directory } from '@zhuqi/application';
import {
  CONFERENCE_STATE_LABEL,
  type Conference,
  type FollowUp,
  type Instant,
  type Ticket,
} from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { ConferenceView, FollowUpView } from './conference.view';
import { isoOrNull, namedOrNull, unitNamed } from './view-values';

/** The conferences of a ticket, each with what it has decided that somebody does. */
export const conferenceViews = (
  { conferences, followUps }: Ticket,
  directory: Directory,
  now: Instant,
): Promise<ConferenceView[]> =>
  Promise.all(
    conferences.map(async (conference) => ({
      ...(await conferenceView(conference, directory)),
      followUps: await Promise.all(
        followUps
          .filter((each) => each.conference === conference.ordinal)
          .map((each) => followUpView(each, directory, now)),
      ),
    })),
  );

async function conferenceView(
  conference: Conference,
  directory: Directory,
): Promise<Omit<ConferenceView, 'followUps'>> {
  const { state, heldAt, guests, convenedAt, endedAt } = conference;
  const { ordinal, round, subject, place, minutes, decision, reason } = conference;
  const [units, people, convenedBy, endedBy] = await Promise.all([
    Promise.all(conference.unitIds.map((id) => unitNamed(directory, id))),
    Promise.all(conference.personIds.map((id) => namedOrNull(directory, id))),
    namedOrNull(directory, conference.convenedById),
    namedOrNull(directory, conference.endedById),
  ]);
  return {
    ...{ ordinal, state, stateLabel: CONFERENCE_STATE_LABEL[state], round, subject },
    heldAt: isoOf(heldAt),
    place,
    units: units.filter((each) => each !== null),
    people: people.filter((each) => each !== null),
    guests: [...guests],
    convenedAt: isoOf(convenedAt),
    convenedBy,
    endedAt: isoOrNull(endedAt),
    ...{ endedBy, minutes, decision, reason },
  };
}

async function followUpView(followUp: FollowUp, directory: Directory, now: Instant): Promise<FollowUpView> {
  const { ordinal, what, dueOn, dueAt, doneAt, result } = followUp;
  const [unit, person, doneBy] = await Promise.all([
    unitNamed(directory, followUp.unitId),
    namedOrNull(directory, followUp.personId),
    namedOrNull(directory, followUp.doneById),
  ]);
  return {
    ...{ ordinal, what, unit, person, dueOn },
    dueAt: isoOf(dueAt),
    overdue: doneAt === null && dueAt <= now,
    doneAt: isoOrNull(doneAt),
    ...{ doneBy, result },
  };
}
