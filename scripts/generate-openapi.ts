import 'reflect-metadata';
import { describeRoutes } from '@zhuqi/api';

/** Prints openapi.json. Run on the tsc build: only it carries the fields that the Swagger plugin reads. */
void describeRoutes().then((document) => process.stdout.write(`${JSON.stringify(document, null, 2)}\n`));
