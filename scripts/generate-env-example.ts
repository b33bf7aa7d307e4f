import { renderEnvExample } from '@zhuqi/platform';

process.stdout.write(renderEnvExample());
