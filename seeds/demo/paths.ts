import type { Channel } from '@zhuqi/domain';
import type { Draft } from './draft';
import { closingAfter } from './story-calendar';
import type { Story } from './story-types';
import * as work from './work';
import type { Telling } from './words';

/** How a problem comes in and climbs until somebody solves it; the answer is told, the ending is not. */
export interface Path {
  readonly by: Story['by'];
  readonly channel: Channel;
  readonly tell: (draft: Draft, telling: Telling) => void;
}

/** Of the simple problems some are answered after the promise, though before the system steps in. */
const LATE_SHARE = 0.1;

const tenths = ({ random }: Telling, least: number, most: number): number => random.between(least, most) / 10;

/** Logged by the officer during a visit and answered there and then. */
const onSpotByOfficer: Path = {
  by: 'officer',
  channel: 'officer',
  tell: (draft, telling) => {
    draft.status = 'accepted';
    draft.pass(telling.random.between(2, 15));
    work.contact(draft, telling, 'visit');
    draft.pass(telling.random.between(12, 70));
    work.answerOnSpot(draft, telling);
  },
};

/** Sent in by the enterprise; the officer comes by and settles it without taking it on. */
const onSpotAtEnterprise: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    draft.arrivesAt(1).pass(telling.random.between(10, 70));
    work.contact(draft, telling, 'phone');
    draft.pass(telling.random.between(60, 260));
    work.answerOnSpot(draft, telling);
  },
};

const byOfficer: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    draft.arrivesAt(1);
    work.takeUp(draft, telling);
    work.gatherMaterial(draft, telling);
    const quick = telling.words.severity === 'consult';
    const late = !quick && telling.random.chance(LATE_SHARE);
    work.workFor(
      draft,
      telling,
      quick ? tenths(telling, 2, 6) : late ? tenths(telling, 72, 86) : tenths(telling, 10, 52),
    );
    work.answer(draft, telling);
  },
};

function solvedByTownship(draft: Draft, telling: Telling, least: number, most: number): void {
  work.takeUp(draft, telling);
  work.gatherMaterial(draft, telling);
  work.workFor(draft, telling, tenths(telling, least, most));
  work.answer(draft, telling);
}

/** Logged by the officer and handed to the township. */
const officerToTownship: Path = {
  by: 'officer',
  channel: 'officer',
  tell: (draft, telling) => {
    draft.status = 'accepted';
    draft.pass(telling.random.between(15, 240));
    work.dispatchTo(draft, telling, 'officer', 'township');
    if (telling.words.severity === 'complex') solvedByTownship(draft, telling, 20, 95);
    else if (telling.random.chance(LATE_SHARE)) solvedByTownship(draft, telling, 72, 86);
    else solvedByTownship(draft, telling, 12, 52);
  },
};

/** Complex from the start, so it begins with the township. */
const startsAtTownship: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    draft.arrivesAt(2);
    solvedByTownship(draft, telling, 30, 105);
  },
};

/** The officer tries, then asks the township for help. */
const raisedByOfficer: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    draft.arrivesAt(1);
    work.takeUp(draft, telling);
    draft.passDays(tenths(telling, 6, 18));
    work.handUp(draft, telling);
    solvedByTownship(draft, telling, 8, 32);
  },
};

const PROMISE_DAYS = 7;
const GRACE_DAYS = 3;

/** The officer lets the promise lapse; three days later the system hands it to the township. */
const raisedBySystem: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    const raisedAt = closingAfter(closingAfter(draft.at, PROMISE_DAYS), GRACE_DAYS);
    draft.arrivesAt(1);
    work.takeUp(draft, telling);
    draft.passDays(tenths(telling, 30, 55));
    work.urge(draft, telling);
    draft.at = raisedAt;
    draft.arrivesAt(2);
    solvedByTownship(draft, telling, 5, 14);
  },
};

/** The 办不成事 window starts one tier higher. */
const windowToTownship: Path = {
  by: 'office',
  channel: 'window',
  tell: (draft, telling) => {
    draft.arrivesAt(2);
    solvedByTownship(draft, telling, 10, 45);
  },
};

function solvedByDepartment(draft: Draft, telling: Telling, least: number, most: number): void {
  work.takeUp(draft, telling);
  work.gatherMaterial(draft, telling);
  if (telling.random.chance(0.2)) {
    draft.passDays(tenths(telling, 4, 9));
    work.instruct(draft, telling);
  }
  work.workFor(draft, telling, tenths(telling, least, most));
  work.answer(draft, telling);
}

/** The township finds that the industry's department must act. */
const raisedByTownship: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    draft.arrivesAt(2);
    work.takeUp(draft, telling);
    draft.passDays(tenths(telling, 10, 34));
    work.handUp(draft, telling);
    solvedByDepartment(draft, telling, 20, 68);
  },
};

/** Logged by the officer; the office sees at once which department it belongs to. */
const officeToDepartment: Path = {
  by: 'officer',
  channel: 'officer',
  tell: (draft, telling) => {
    draft.status = 'accepted';
    draft.pass(telling.random.between(40, 300));
    work.dispatchTo(draft, telling, 'office', 'department');
    solvedByDepartment(draft, telling, 15, telling.words.severity === 'complex' ? 66 : 40);
  },
};

const windowToDepartment: Path = {
  by: 'office',
  channel: 'window',
  tell: (draft, telling) => {
    draft.arrivesAt(3);
    solvedByDepartment(draft, telling, 20, 66);
  },
};

/** Major: the office takes it on at once, the leader instructs and supervises. */
const officeWithLeader: Path = {
  by: 'enterprise',
  channel: 'enterprise',
  tell: (draft, telling) => {
    draft.arrivesAt(4);
    work.takeUp(draft, telling);
    draft.passDays(tenths(telling, 3, 12));
    work.instruct(draft, telling);
    work.workFor(draft, telling, tenths(telling, 50, 110));
    work.supervise(draft, telling);
    draft.passDays(tenths(telling, 20, 80));
    work.answer(draft, telling);
  },
};

/** The paths in use, named for the plan. */
export const PATHS = {
  onSpotByOfficer,
  onSpotAtEnterprise,
  byOfficer,
  officerToTownship,
  startsAtTownship,
  raisedByOfficer,
  raisedBySystem,
  windowToTownship,
  raisedByTownship,
  officeToDepartment,
  windowToDepartment,
  officeWithLeader,
} as const satisfies Readonly<Record<string, Path>>;

export type PathName = keyof typeof PATHS;
