import { errorsDocument } from './errors-document';

process.stdout.write(errorsDocument());
