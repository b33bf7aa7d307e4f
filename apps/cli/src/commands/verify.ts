import { faultsIn, type Verification, VerifyAll } from '@zhuqi/application';
import { findAnchoring } from '@zhuqi/platform';
import type { CommandInput } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import { onDatabase, withDatabase } from '../open-database';
import { findingsOf } from '../proof/findings';

const MOST_SHOWN = 20;

/** `zhuqi verify`: every chain, posting, sum, bulletin and anchor, from the events alone. */
export async function verifyAll(input: CommandInput): Promise<ExitCode> {
  const verification = await withDatabase(({ config, url }) =>
    onDatabase(url, (ports) => ports.get(VerifyAll).execute(MOST_SHOWN, findAnchoring(config))),
  );
  if (input.has('json')) console.log(JSON.stringify(verification, null, 2));
  else tell(verification);
  return faultsIn(verification) === 0 ? EXIT.done : EXIT.failed;
}

function tell(verification: Verification): void {
  for (const { sound, lines } of findingsOf(verification)) {
    (sound ? console.log : console.error)(lines.join('\n'));
  }
}
