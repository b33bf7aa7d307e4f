import type { Random } from './random';

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文',
);
const FIRST = Array.from(
  '志建国文明春晓海立永玉秀丽雪冬宏伟俊佳思雨子浩宇欣婷晨光庆福广桂凤东长振继学忠恩树',
);
const SECOND = Array.from(
  '军华平杰涛敏静磊洋勇艳娟鹏超强辉刚斌波宁峰林梅莉红霞玲燕飞龙泽涵博远航琳瑶岩松柏山川',
);

/** Hands out invented names, none of them twice. */
export function nameGiver(random: Random): () => string {
  const given = new Set<string>();
  const invent = (): string => {
    const surname = random.pick(SURNAMES);
    const first = random.chance(0.72) ? random.pick(FIRST) : '';
    return surname + first + random.pick(SECOND);
  };
  return () => {
    let name = invent();
    while (given.has(name)) name = invent();
    given.add(name);
    return name;
  };
}

const NUMBERS = 1_000_000;
/** Has no common factor with NUMBERS, so the numbers only repeat after a million of them. */
const STRIDE = 387_421;

/** Hands out invented mobile numbers of the pattern 1380xxxxxxx, none of them twice. */
export function phoneGiver(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const digits = String((count * STRIDE) % NUMBERS).padStart(6, '0');
    return `13804${digits}`;
  };
}
