import { COMMANDS } from './commands';
import { parseCommandLine } from './parse-command-line';
import { WrongUsage } from './problems';

const parse = (words: string) => parseCommandLine(COMMANDS, words === '' ? [] : words.split(' '));

describe('the command line', () => {
  it('finds commands of one word and of two', () => {
    expect(parse('migrate').command).toBe(COMMANDS.migrate);
    expect(parse('seed reference').command).toBe(COMMANDS['seed reference']);
    expect(parse('calendar load 2027.json').input.operand).toBe('2027.json');
  });

  it('reads options in any order and either spelling', () => {
    const { input } = parse('region create --name 甲 --kind=district --code 220107');
    expect([input.text('code'), input.text('name'), input.text('kind')]).toEqual([
      '220107',
      '甲',
      'district',
    ]);
    expect([input.has('parent'), input.text('parent')]).toEqual([false, '']);
    expect(
      parse('admin create --password-stdin --username a --name b --region c').input.has('password-stdin'),
    ).toBe(true);
  });

  it.each([
    ['destroy everything', /没有命令“destroy everything”[^]*zhuqi migrate[^]*zhuqi verify/],
    ['seed', /没有命令“seed”[^]*zhuqi seed reference\n {2}zhuqi seed demo$/],
    ['toString', /没有命令“toString”/],
    ['verify --quick', /没有选项 --quick。用法：\n {2}zhuqi verify \[--json\]\n[^]*--json/],
    ['migrate now', /多出了 now/],
    ['calendar load', /缺少 文件.json/],
    ['calendar load a.json b.json', /多出了 b.json/],
    ['region create --code 220107 --name', /选项 --name 的写法不对[^]*--parent/],
    ['region create --code 220107', /缺少 --name、--kind/],
    ['region create --code= --name 甲 --kind district', /缺少 --code/],
    ['admin create --password-stdin=yes', /选项 --password-stdin 的写法不对/],
  ])('answers “%s” with what there is', (words, said) => {
    expect(() => parse(words)).toThrow(WrongUsage);
    expect(() => parse(words)).toThrow(said);
  });
});
