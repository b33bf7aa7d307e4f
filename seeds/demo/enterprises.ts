import { INDUSTRIES, type EnterpriseClass, type Industry } from '@zhuqi/domain';
import { stableUnitId } from '../reference';
import { stableId } from '../stable-id';
import { inventedCreditCode } from './credit-codes';
import type { DemoEnterprise } from './district-types';
import { companyNameGiver } from './enterprise-names';
import { ERDAO_PLACES, LVYUAN_PLACES, type Place } from './places';
import { elementAt, type Random } from './random';

/** What makes the enterprises of one district: how many of each industry, where, and the one with an account. */
export interface EnterprisePlan {
  readonly regionCode: string;
  readonly regionName: string;
  readonly keyPrefix: string;
  readonly keyDigits: number;
  readonly perIndustry: Readonly<Record<Industry, number>>;
  readonly places: readonly Place[];
  /** Share of “四上” enterprises above a hundred million, each of which takes up an officer of its own. */
  readonly hundredMillionShare: number;
  readonly named: { readonly name: string; readonly style: string; readonly unitKey: string };
}

export const ERDAO_ENTERPRISES: EnterprisePlan = {
  regionCode: '220105',
  regionName: '二道区',
  keyPrefix: 'e',
  keyDigits: 3,
  perIndustry: { industry: 168, services: 104, trade: 118, construction: 62, realEstate: 44 },
  places: ERDAO_PLACES,
  hundredMillionShare: 0.15,
  named: { name: '长春鸿瑞精密机械有限公司', style: '鸿瑞', unitKey: 'erdao.yingjun' },
};

export const LVYUAN_ENTERPRISES: EnterprisePlan = {
  regionCode: '220106',
  regionName: '绿园区',
  keyPrefix: 'l',
  keyDigits: 2,
  perIndustry: { industry: 6, services: 5, trade: 5, construction: 2, realEstate: 2 },
  places: LVYUAN_PLACES,
  hundredMillionShare: 0,
  named: { name: '长春锐驰轨道客车配件有限公司', style: '锐驰', unitKey: 'lvyuan.hexin' },
};

/** How people and numbers are handed out while a district is made. */
export interface Givers {
  readonly random: Random;
  readonly personName: () => string;
  readonly phone: () => string;
}

/** The enterprises of a plan; the named one comes first and is industrial. */
export function inventEnterprises(plan: EnterprisePlan, givers: Givers): DemoEnterprise[] {
  const { random } = givers;
  const companyName = companyNameGiver(random, [plan.named.style]);
  const industries = industriesOf(plan, random);
  const places = placesOf(plan, industries.length, random);
  return industries.map((industry, index): DemoEnterprise => {
    const place = elementAt(places, index);
    const key = plan.keyPrefix + String(index + 1).padStart(plan.keyDigits, '0');
    return {
      id: stableId(`enterprise:${key}`),
      key,
      name: index === 0 ? plan.named.name : companyName(industry),
      creditCode: inventedCreditCode(plan.regionCode, index + 1),
      regionCode: plan.regionCode,
      townshipId: stableUnitId(place.unitKey),
      industry,
      enterpriseClass: index === 0 ? 'aboveScaleIndustrial' : classOf(industry, plan, random),
      address: `长春市${plan.regionName}${random.pick(place.streets)}${String(random.between(8, 2988))}号`,
      contactName: givers.personName(),
      contactPhone: givers.phone(),
    };
  });
}

function industriesOf(plan: EnterprisePlan, random: Random): Industry[] {
  const all = INDUSTRIES.flatMap(({ code }) => Array.from({ length: plan.perIndustry[code] }, () => code));
  const [first, ...rest] = all;
  return first === undefined ? [] : [first, ...random.shuffled(rest)];
}

function placesOf(plan: EnterprisePlan, count: number, random: Random): Place[] {
  const home = plan.places.find(({ unitKey }) => unitKey === plan.named.unitKey);
  if (home === undefined) throw new Error(`no place for ${plan.named.unitKey}`);
  const all = plan.places.flatMap((place) =>
    Array.from({ length: place === home ? place.share - 1 : place.share }, () => place),
  );
  return [home, ...random.shuffled(all)].slice(0, count);
}

const ABOVE_SCALE_SHARE = 0.5;

function classOf(industry: Industry, plan: EnterprisePlan, random: Random): EnterpriseClass {
  if (random.chance(plan.hundredMillionShare)) return 'aboveScaleHundredMillion';
  return industry === 'industry' && random.chance(ABOVE_SCALE_SHARE) ? 'aboveScaleIndustrial' : 'other';
}
