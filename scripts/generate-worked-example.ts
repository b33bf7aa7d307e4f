import { workedExampleDocument } from './worked-example-document';

process.stdout.write(workedExampleDocument());
