import { demoDistrict } from './district';
import type { DemoDistrict } from './district-types';
import { EnterpriseChoice, type Wanted } from './enterprise-choice';
import { LOWER_OPEN } from './lower-open';
import type { OpenPlan } from './open-plan';
import { projectStories } from './project-stories';
import { randomFrom } from './random';
import type { Story } from './story-types';
import { ALL_WORDS, openPlaceOf, Storyteller, wordsAt } from './storyteller';
import { MERGED } from './texts/merged';
import { UNCOUNTED, UNCOUNTED_LVYUAN } from './texts/uncounted';
import { castMerged, castUncounted, tellMerged, tellUncounted } from './uncounted-stories';
import { UPPER_OPEN } from './upper-open';
import { placeOf } from './words';

const ERDAO = '220105';
const LVYUAN = '220106';

/** Problems told of 绿园区: `text:row`. */
const LVYUAN_SOLVED = [
  'sign-board:1',
  'old-vehicle-scrap:1',
  'catering-event:1',
  'counterfeit:1',
  'hi-tech-recertify:1',
  'school-place:1',
  'road-closure:1',
  'test-platform:1',
] as const;

/** Solved problems of the enterprise that has an account, so that it can look back on something. */
const NAMED_SOLVED: readonly string[] = ['welders:1', 'digital-workshop:0'];
const NAMED_SOLVED_LVYUAN: readonly string[] = ['test-platform:1'];

const LVYUAN_OPEN: readonly OpenPlan[] = [
  {
    text: 'express-outlet',
    row: 1,
    whose: 'anyones',
    submitted: '10-18 14:26',
    steps: () => [],
    end: { status: 'dispatched', tier: 1, lamp: 'green' },
  },
  {
    text: 'warehouse-search',
    row: 1,
    whose: 'named',
    submitted: '10-19 16:02',
    steps: () => [],
    end: { status: 'dispatched', tier: 1, lamp: 'green' },
  },
  {
    text: 'university-lab',
    row: 1,
    whose: 'anyones',
    submitted: '10-11 10:12',
    steps: () => [],
    end: { status: 'dispatched', tier: 2, lamp: 'red' },
  },
];

function storytellerOf(district: DemoDistrict, regionCode: string, seed: number): Storyteller {
  const erdao = regionCode === ERDAO;
  const random = randomFrom(seed);
  const account = (username: string) => district.accounts.find((each) => each.username === username);
  const named = district.enterprises.find(
    ({ id }) => id === account(erdao ? 'enterprise' : 'enterprise2')?.enterpriseId,
  );
  const anyones: Wanted = { regionCode };
  const personOf = (username: string): string => account(username)?.personId ?? '';
  const wanted = {
    anyones,
    named: { regionCode, key: named?.key ?? '' },
    officers: { regionCode, officerId: personOf(erdao ? 'officer' : 'officer2') },
    leaders: { regionCode, leaderId: personOf('leader'), except: named?.key ?? '' },
    townships: { regionCode, townshipId: named?.townshipId ?? '' },
  };
  return new Storyteller(erdao ? 'erdao' : 'lvyuan', new EnterpriseChoice(district, random), random, wanted);
}

/**
 * Every ticket of the demo as a plan. 二道区: 181 collected in 2023, of which 161 end solved and 20 are still open
 * when the demo starts, and eleven that do not count, and apart from them twelve problems of projects, nine of them
 * solved; 绿园区: a dozen. The figures are in no text: they follow
 * from what the stories do.
 */
export function demoStories(district: DemoDistrict = demoDistrict()): readonly Story[] {
  const openPlans = [...UPPER_OPEN, ...LOWER_OPEN];
  const elsewhere = new Set<string>([...openPlans, ...LVYUAN_OPEN].map(openPlaceOf).concat(LVYUAN_SOLVED));
  const erdao = storytellerOf(district, ERDAO, 181);
  const lvyuan = storytellerOf(district, LVYUAN, 12);
  // The open ones choose first: they are bound to the named accounts.
  const open = [
    ...openPlans.map((plan) => erdao.open(plan)),
    ...LVYUAN_OPEN.map((plan) => lvyuan.open(plan)),
  ];
  const solved = [
    ...erdao.solved(
      ALL_WORDS.filter((words) => !elsewhere.has(placeOf(words))),
      NAMED_SOLVED,
    ),
    ...lvyuan.solved(LVYUAN_SOLVED.map(wordsAt), NAMED_SOLVED_LVYUAN),
  ];
  const besides = [...uncounted(district, erdao, lvyuan), ...merged(district, erdao, open)];
  return [...solved, ...open, ...besides, ...projectStories(district)];
}

/** The office merges what another enterprise has reported before into the ticket that is open already. */
function merged(district: DemoDistrict, teller: Storyteller, open: readonly Story[]): Story[] {
  return MERGED.map((text) => {
    const { title } = wordsAt(text.sameAs);
    const into = open.find((story) => story.title === title);
    if (into === undefined) throw new Error(`no open story ${text.sameAs}`);
    return tellMerged(teller.nextKey(), text, castMerged(text, into, district.enterprises), into);
  });
}

function uncounted(district: DemoDistrict, erdao: Storyteller, lvyuan: Storyteller): Story[] {
  const random = randomFrom(10);
  return (
    [
      [ERDAO, UNCOUNTED, erdao],
      [LVYUAN, UNCOUNTED_LVYUAN, lvyuan],
    ] as const
  ).flatMap(([regionCode, texts, teller]) => {
    const own = district.enterprises.filter((enterprise) => enterprise.regionCode === regionCode);
    const cast = castUncounted(texts, own, random);
    return texts.map((text, index) => {
      const enterprise = cast[index];
      if (enterprise === undefined) throw new Error('a text without an enterprise');
      return tellUncounted(teller.nextKey(), text, enterprise);
    });
  });
}
