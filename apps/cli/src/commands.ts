import type { CommandTable } from './command';
import { calendarLoad } from './commands/calendar-load';
import { createAdmin } from './commands/admin-create';
import { createRegion } from './commands/region-create';
import { doctor } from './commands/doctor';
import { migrateSchema } from './commands/migrate';
import { seedDemo } from './commands/seed-demo';
import { seedReference } from './commands/seed-reference';
import { verifyAll } from './commands/verify';

const NO_OPTIONS = {} as const;

/** Everything `zhuqi` can do. */
export const COMMANDS = {
  migrate: {
    about: '建立或升级数据库结构（程序与任务队列），以数据库所有者运行，可重复运行',
    options: NO_OPTIONS,
    run: migrateSchema,
  },
  'seed reference': {
    about: '写入地区、类别、层级、时限规则、工作日历与节假日，可重复运行',
    options: NO_OPTIONS,
    run: seedReference,
  },
  'seed demo': {
    about: '写入演示区（需要 ZHUQI_DEMO=1；已有真实诉求的数据库会被拒绝）',
    options: NO_OPTIONS,
    run: seedDemo,
  },
  'region create': {
    about: '新建地区，带默认的工作日历、时限规则、层级和领导小组办公室',
    options: {
      code: { value: '220107', about: '六位行政区划代码', required: true },
      name: { value: '名称', about: '地区名称', required: true },
      kind: { value: 'district', about: 'city（市）、district（区县）或 zone（开发区）', required: true },
      parent: { value: '220100', about: '上级地区代码；市没有上级' },
    },
    run: createRegion,
  },
  'admin create': {
    about: '新建管理员帐号：正式环境的第一个登录',
    options: {
      username: { value: '用户名', about: '3 至 32 个小写字母、数字或 . _ -', required: true },
      name: { value: '姓名', about: '管理员姓名', required: true },
      region: { value: '220105', about: '所属地区代码；管理该地区及其下级', required: true },
      'password-stdin': { about: '从标准输入读取密码；不加则生成一个并只显示一次' },
    },
    run: createAdmin,
  },
  'calendar load': {
    about: '载入一年的节假日通知（格式同 seeds/reference/holidays），可重复运行',
    operand: '文件.json',
    options: { 'dry-run': { about: '只试算：列出会移动的时限，不写入' } },
    run: calendarLoad,
  },
  doctor: {
    about: '检查运行环境、数据库、权限、日历、积压与人员配置，发现问题时退出码为 1',
    options: NO_OPTIONS,
    run: doctor,
  },
  verify: {
    about: '由事件重新计算哈希链、数字账、汇总数、通报与锚点，指出第一处不符；有不符时退出码为 1',
    options: { json: { about: '以 JSON 输出全部结果' } },
    run: verifyAll,
  },
  help: { about: '显示本说明', options: NO_OPTIONS, run: () => Promise.resolve(0) },
} as const satisfies CommandTable;
