import { readFileSync } from 'node:fs';
import { type Report, summarise } from './test-totals';

const [file = ''] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
const { lines, ok } = summarise(report, process.env['CI'] === 'true');
for (const line of lines) console.log(line);
process.exitCode = ok ? 0 : 1;
