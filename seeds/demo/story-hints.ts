import { stableUnitId } from '../reference';
import type { DemoEnterprise } from './district-types';
import type { Words } from './words';

/** Places named in a text pull the story to that township. */
const TOWNSHIP_HINTS = [
  [/英俊|刘屯|靠山屯|丙二十街/, 'erdao.yingjun'],
  [/泉眼|雾开河/, 'erdao.quanyan'],
  [/东盛/, 'erdao.dongsheng'],
  [/远达|洋浦/, 'erdao.yuanda'],
  [/货场|铁路|光复路/, 'erdao.dongzhan'],
] as const;

const MAKERS =
  /机械|零部件|模具|电气|橡胶|铸造|包装|加工|器械|新型建材|配件|塑料|金属|仪器|印务|光电|热处理|线束/;
const BUILDERS = /工程|劳务/;
const DEVELOPERS = /房地产|置业|开发|地产/;
const CARRIERS = /供应链|仓储|商贸|经销|销售|贸易/;

/** Trades named in a text pull the story to enterprises of that trade; several hints narrow one after another. */
const TRADE_HINTS = [
  [/产线|车间|厂区|工厂|工业|钢材|砂石|注塑/, MAKERS],
  [/在建标段|工地|施工人员/, BUILDERS],
  [/售楼处|楼栋|花园/, DEVELOPERS],
  [/货车运输证|配送货车|国三柴油|叉车|仓库/, CARRIERS],
  [/建筑劳务/, /劳务/],
  [/粮食|粮油|玉米|豆制品/, /粮油|食品/],
  [/铸|中频炉/, /铸造|热处理/],
  [/模具|冲压|数控车工|刹车片/, /模具|零部件|机械/],
  [/注塑/, /塑料|零部件/],
  [/橡胶|胶管|高分子/, /橡胶|塑料/],
  [/激光切割|铝合金|钢材|水性漆/, /金属|机械|零部件/],
  [/印刷/, /印务/],
  [/光学|视觉|硅碳|传感器|电磁/, /光电|仪器|电气/],
  [/可降解|生物酶/, /食品|粮油|包装/],
  [/养老|康养|护理/, /养老|家政/],
  [/物业服务/, /物业/],
  [/监理/, /工程/],
  [/冷链|冷库|冷鲜|生鲜/, /冷链|食品|超市/],
  [/水产/, /水产/],
  [/火锅|后厨|外摆|啤酒|餐饮|中央厨房/, /餐饮/],
  [/酒店|洗衣房|洗浴|KTV/, /酒店|健康/],
  [/汽车修理|二手车|驾驶培训/, /汽车/],
  [/商超|超市/, /超市|食品/],
  [/商场|购物广场/, /超市|商贸|商业|物业/],
  [/家居/, /家居/],
  [/零售业/, /销售|超市|商贸|家居/],
  [/规上服务业/, /服务|技术|传媒|咨询/],
  [/批发企业/, /商贸|经销|贸易/],
  [/建材|涂料/, /建材/],
  [/电商|快递|直播/, /电子商务/],
  [/包装/, /包装/],
  [/医用|体检|医药/, /医疗|健康|医药/],
  [/软件|小程序|视频会议/, /信息技术/],
  [/杆线|管网|匝道|支路/, /市政|路桥|开发/],
] as const;

/** Narrows candidates to the trades and the township a text speaks of, as long as somebody is left. */
export function preferring(
  candidates: readonly DemoEnterprise[],
  words: Pick<Words, 'title' | 'description'>,
): readonly DemoEnterprise[] {
  const text = words.title + words.description;
  const trades = TRADE_HINTS.filter(([named]) => named.test(text)).map(([, trade]) => trade);
  const ofTrade = trades.reduce((left, trade) => narrowed(left, ({ name }) => trade.test(name)), candidates);
  const township = TOWNSHIP_HINTS.find(([named]) => named.test(text))?.[1];
  return narrowed(
    ofTrade,
    ({ townshipId }) => township === undefined || townshipId === stableUnitId(township),
  );
}

function narrowed<T>(list: readonly T[], keep: (each: T) => boolean): readonly T[] {
  const kept = list.filter(keep);
  return kept.length > 0 ? kept : list;
}
