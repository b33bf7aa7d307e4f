import { KINDS } from './kinds';
import { VARIABLE_NAMES, VARIABLES } from './variables';

/** The text of `.env.example`: every variable with its meaning and default, optional ones commented out. */
export function renderEnvExample(): string {
  const paragraphs = VARIABLE_NAMES.map((name) => {
    const { kind, about, default: value } = VARIABLES[name];
    const line = value === null ? `# ${name}=` : `${name}=${value}`;
    return `# ${about}。\n# ${KINDS[kind].expects}\n${line}\n`;
  });
  return [
    '# 助企的全部环境变量，由 scripts/generate-env-example.ts 生成。空值等于不填。\n',
    ...paragraphs,
  ].join('\n');
}
