import type { Industry } from '@zhuqi/domain';
import type { Random } from './random';

const TRADES = {
  industry: [
    '精密机械',
    '汽车零部件',
    '模具制造',
    '电气设备',
    '橡胶制品',
    '精密铸造',
    '包装材料',
    '食品加工',
    '医疗器械',
    '新型建材',
    '轨道客车配件',
    '塑料制品',
    '金属结构',
    '仪器仪表',
    '印务',
    '农业机械',
    '粮油加工',
    '光电科技',
    '热处理',
    '线束',
  ],
  services: [
    '物业服务',
    '人力资源服务',
    '信息技术',
    '检测技术',
    '供应链管理',
    '文化传媒',
    '养老服务',
    '家政服务',
    '环保科技',
    '会展服务',
    '汽车维修服务',
    '酒店管理',
    '企业咨询',
    '仓储服务',
    '健康管理',
  ],
  trade: [
    '商贸',
    '食品销售',
    '建材经销',
    '医药连锁',
    '餐饮管理',
    '酒水经销',
    '汽车销售',
    '电子商务',
    '粮油贸易',
    '冷链食品',
    '家居',
    '五金机电',
    '水产经销',
    '连锁超市',
    '火锅餐饮',
  ],
  construction: [
    '建筑工程',
    '市政工程',
    '装饰工程',
    '路桥工程',
    '园林绿化工程',
    '机电安装工程',
    '建筑劳务',
    '防水工程',
    '钢结构工程',
  ],
  realEstate: ['房地产开发', '置业', '城市建设开发', '商业地产', '产业园开发', '不动产运营'],
} as const satisfies Readonly<Record<Industry, readonly string[]>>;

const HEAD = Array.from(
  '鸿盛恒宏嘉瑞泰华众信诚博远达宇腾飞中北东长吉春润泽丰汇金银祥顺安康天正和元盈科创新锐智德隆亿佳',
);
const TAIL = Array.from('瑞源通业邦泰达晟辉铭昌跃捷维凯利丰茂裕兴旺程阳卓航鼎悦宸福荣嘉源禾友信驰朗峻');
const FORMS = [
  ['长春', '有限公司'],
  ['长春', '有限公司'],
  ['长春', '有限公司'],
  ['长春市', '有限责任公司'],
  ['吉林省', '有限公司'],
  ['吉林省', '股份有限公司'],
] as const;

/** Hands out invented company names for an industry; no 字号 is used twice, so no two companies sound alike. */
export function companyNameGiver(random: Random, taken: readonly string[]): (industry: Industry) => string {
  const used = new Set<string>(taken);
  const style = (): string => {
    const head = random.pick(HEAD);
    const tail = random.pick(TAIL);
    return head === tail ? style() : head + tail;
  };
  return (industry) => {
    let chosen = style();
    while (used.has(chosen)) chosen = style();
    used.add(chosen);
    const [place, form] = random.pick(FORMS);
    return `${place}${chosen}${random.pick(TRADES[industry])}${form}`;
  };
}
