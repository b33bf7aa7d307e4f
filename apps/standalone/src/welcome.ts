import type { Standalone } from './start-standalone';

const ROLE_OF_ACCOUNT: Readonly<Record<string, string>> = {
  office: '调度办',
  leader: '包保领导（提级队列中有件待阅）',
  officer: '驻企专员',
  township: '属地街镇经办',
  department: '行管部门经办',
  enterprise: '企业（与 officer、leader、township、department 为一组）',
  city: '市级协调',
  auditor: '审计（只读）',
  admin: '管理员（可拨动演示时间）',
  office2: '绿园区调度办',
  officer2: '绿园区驻企专员',
  enterprise2: '绿园区企业',
};

const FIRST_ACCOUNT = 'npm run zhuqi -- admin create --username … --name … --region …';

const shanghai = (at: number): string =>
  new Date(at).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    dateStyle: 'full',
    timeStyle: 'short',
  });

/** What the person who ran `npm start` needs next. */
export function welcome({ address, demo, password, dataDir, notices }: Standalone): string {
  const lines = [
    '',
    `助企 zhuqi 已启动：${address}`,
    `  接口文档 ${address}/docs    就绪检查 ${address}/health/ready`,
  ];
  lines.push(...notices.map((notice) => `  注意：${notice}`));
  if (dataDir !== null) lines.push(`  数据目录 ${dataDir}`);
  if (demo !== null && password !== null) lines.push('', ...demoLines(address, demo, password));
  else lines.push(`  第一个帐号：${dataDir === null ? '' : '停止本程序后'}运行 ${FIRST_ACCOUNT}`);
  lines.push('', '按 Ctrl-C 停止。', '');
  return lines.join('\n');
}

function demoLines(address: string, demo: NonNullable<Standalone['demo']>, password: string): string[] {
  const accounts = demo.accounts.map(
    ({ username }) => `    ${username.padEnd(12)}${ROLE_OF_ACCOUNT[username] ?? ''}`,
  );
  const figures = '/api/v1/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31';
  return [
    `  演示区：长春市二道区，演示时间 ${shanghai(demo.now)}`,
    `  演示账号（密码均为 ${password}）：`,
    ...accounts,
    '',
    '  下一步可以这样试：',
    `    TOKEN=$(curl -s ${address}/api/v1/sessions -H 'content-type: application/json' \\`,
    `      -d '{"username":"office","password":"${password}"}' | node -pe 'JSON.parse(require("fs").readFileSync(0)).accessToken')`,
    `    curl -s "${address}${figures}" -H "authorization: Bearer $TOKEN"`,
    '  解决率应为 161/181 = 88.9%。完整的走查见 README。',
  ];
}
