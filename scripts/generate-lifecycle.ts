import { lifecycleDocument } from './lifecycle-document';

process.stdout.write(lifecycleDocument());
